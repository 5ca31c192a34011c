//! A mapping that is proposed from the headers of an export, to be read and kept by a person.

use std::collections::BTreeSet;
use std::fmt::Write;

use baocao_core::diagnostic::{Finding, Place};
use baocao_core::report::{ColumnKind, FigureValue};
use baocao_core::rows::{Book, Hints, Role, Table};
use baocao_core::template::TemplateSet;
use baocao_core::{kinds, msg};
use baocao_vietnamese::bare;
use rust_decimal::Decimal;

use super::column::{self, plain, shown};
use super::measure::{Fit, fit};
use super::target::{Target, Targets};
use super::{heading, period};
use crate::draft::words as said;
use crate::units::{Found, Register, is_named};

/// From this likeness on an indicator is proposed for a column, and from the other it is named as a possibility.
const LIKELY: f64 = 0.8;
const POSSIBLE: f64 = 0.34;

/// What stands in the titles of columns that name the unit.
const TITLES_OF_UNITS: [&str; 7] = ["DON VI", "TEN XA", "DIA PHUONG", "DINH DANH", "DVHC", "ORGAN", "CO QUAN"];

/// What a column of an export is for.
enum Use<'s> {
    Figure(Target<'s>),
    Perhaps(Target<'s>),
    Unknown,
    /// Row numbers, and what has no values.
    Nothing,
}

/// Proposes a mapping of an export to the figures of a set, as the text of a TOML file: of the sheet of a name, or of the
/// longest.
pub fn propose(book: &Book, sheet: Option<&str>, set: &TemplateSet, findings: &mut Vec<Finding>) -> Option<String> {
    let targets = Targets::new(set);
    let sheet = match sheet.map(|name| super::sheet_of(book, name)) {
        Some(Ok(sheet)) => Some(sheet),
        Some(Err(finding)) => {
            findings.push(finding.at(Place::file(&book.source)));
            return None;
        }
        None => book.sheets.iter().filter(|sheet| !sheet.hidden).max_by_key(|sheet| sheet.height()),
    };
    let table = sheet.and_then(|sheet| Table::read(sheet, &Hints::default(), findings));
    let Some(mut table) = table.filter(|table| table.lines.iter().any(|line| line.role == Role::Data)) else {
        findings.push(
            kinds::imports::NO_UNITS
                .finding(msg!("tệp không có bảng nào để đề xuất", "the file has no table to propose from"))
                .at(Place::file(&book.source)),
        );
        return None;
    };
    let columns: Vec<Vec<FigureValue>> = (0..table.columns.len())
        .map(|at| {
            let index = table.columns[at].index;
            table.values(index, ColumnKind::Text, &Hints::default(), &mut Vec::new())
        })
        .collect();
    let data: Vec<usize> =
        table.lines.iter().enumerate().filter(|(_, line)| line.role == Role::Data).map(|(at, _)| at).collect();
    let words = |column: usize| -> Vec<String> {
        data.iter().map(|at| said(&columns[column][*at])).filter(|word| !word.is_empty()).collect()
    };
    let mut proposal = format!(
        "# Bản đề xuất, viết từ đầu bảng của tệp: đọc lại từng dòng trước khi dùng. Dấu ? là chỗ chương trình không chắc.\n\
         set = {}\n",
        quoted(&set.name)
    );
    if book.sheets.iter().filter(|sheet| !sheet.hidden && sheet.height() > 0).count() > 1 {
        let _ = write!(proposal, "\n[rows]\nsheet = {}\n", quoted(&table.sheet.name));
    }
    match rows_of_indicators(&table, &targets, &words) {
        Some((names, value)) => long(&mut proposal, &table, &targets, &words, names, value),
        None => wide(&mut proposal, &table, &targets, &words),
    }
    Some(proposal)
}

/// The column that names an indicator in most rows, and that of the values.
fn rows_of_indicators(
    table: &Table<'_>,
    targets: &Targets<'_>,
    words: &dyn Fn(usize) -> Vec<String>,
) -> Option<(usize, usize)> {
    let all = 0..table.columns.len();
    let names = all.clone().find(|at| {
        let words = words(*at);
        let known = words.iter().filter(|word| word.len() > 2 && targets.find(word).is_ok()).count();
        known > 1 && known * 2 > words.len()
    })?;
    let is_value = |at: &usize| {
        let words = words(*at);
        *at != names && !words.is_empty() && words.iter().all(|word| is_number(word)) && period_of(&words).is_none()
    };
    let named = all.clone().filter(is_value).find(|at| bare(&shown(table, *at)).contains("TRI"));
    let value = named.or_else(|| all.rev().find(is_value))?;
    Some((names, value))
}

fn long(
    proposal: &mut String,
    table: &Table<'_>,
    targets: &Targets<'_>,
    words: &dyn Fn(usize) -> Vec<String>,
    names: usize,
    value: usize,
) {
    let others: Vec<usize> = (0..table.columns.len()).filter(|at| *at != names && *at != value).collect();
    unit_and_period(proposal, table, words, &others);
    let _ = write!(proposal, "\n[indicators]\ncolumn = {}\nvalue = {}\n", name(table, names), name(table, value));
    let measure = others.iter().find(|at| {
        let title = bare(&shown(table, **at));
        title.contains("TINH") || title.contains("UNIT")
    });
    if let Some(measure) = measure {
        let _ = writeln!(proposal, "unit = {}", name(table, *measure));
    }
    let unknown: BTreeSet<String> = words(names).into_iter().filter(|word| targets.find(word).is_err()).collect();
    if !unknown.is_empty() {
        proposal.push_str("\n[indicators.names]\n");
        for word in unknown {
            let near = targets.near(&word).map(|near| format!("{} {}", near.code(), near.label())).unwrap_or_default();
            let _ = writeln!(proposal, "{} = \"\" # ? {near}", quoted(&word));
        }
    }
}

fn wide(proposal: &mut String, table: &Table<'_>, targets: &Targets<'_>, words: &dyn Fn(usize) -> Vec<String>) {
    let all: Vec<usize> = (0..table.columns.len()).collect();
    let taken = unit_and_period(proposal, table, words, &all);
    let mut figures = String::new();
    let mut used: BTreeSet<String> = BTreeSet::new();
    let mut ignored = Vec::new();
    for at in all.into_iter().filter(|at| !taken.contains(at)) {
        match use_of(table, at, targets, words) {
            Use::Figure(target) if used.insert(target.id.to_owned()) => {
                let _ = writeln!(
                    figures,
                    "{} = {} # {} {}",
                    quoted(target.id),
                    measured(table, at, &target),
                    target.code(),
                    one_line(&target.label())
                );
            }
            Use::Figure(target) | Use::Perhaps(target) => {
                let _ = writeln!(
                    figures,
                    "# ? {} = {} # {} {}",
                    quoted(target.id),
                    measured(table, at, &target),
                    target.code(),
                    one_line(&target.label())
                );
            }
            Use::Unknown => {
                let _ = writeln!(figures, "# ? \"...\" = {}", name(table, at));
            }
            Use::Nothing => ignored.push(name(table, at)),
        }
    }
    if !ignored.is_empty() {
        // Keys of the whole file stand before its first part.
        let at = proposal.find("\n[").unwrap_or(proposal.len());
        proposal.insert_str(at, &format!("ignore = [{}]\n", ignored.join(", ")));
    }
    let _ = write!(proposal, "\n[figures]\n{figures}");
}

/// Writes which column has the unit and which the period. The columns that are.
fn unit_and_period(
    proposal: &mut String,
    table: &Table<'_>,
    words: &dyn Fn(usize) -> Vec<String>,
    columns: &[usize],
) -> Vec<usize> {
    let likeness = |at: usize| {
        let (words, title) = (words(at), bare(&shown(table, at)).replace('_', " "));
        let known = words.iter().filter(|word| !is_number(word) && is_unit(word)).count();
        let titled = TITLES_OF_UNITS.iter().any(|part| title.contains(part)) && !title.contains("TINH");
        (known * 2 > words.len(), titled, usize::MAX - at)
    };
    let unit = columns.iter().copied().max_by_key(|at| likeness(*at)).filter(|at| {
        let (known, titled, _) = likeness(*at);
        known || titled
    });
    let period = columns.iter().copied().find(|at| Some(*at) != unit && period_of(&words(*at)).is_some());
    proposal.push_str("\n[unit]\n");
    match unit {
        Some(at) => {
            let _ = writeln!(proposal, "column = {}", name(table, at));
        }
        None => proposal.push_str("name = \"?\" # tên đơn vị; hoặc column = \"cột ghi tên đơn vị\"\n"),
    }
    proposal.push_str("# register = \"don-vi.csv\" # danh sách đơn vị của cơ quan: cột mã, cột tên\n");
    proposal.push_str("# within = \"tên tỉnh\" # hoặc mọi xã, phường của một tỉnh\n");
    proposal.push_str("\n[period]\n");
    match period.and_then(|at| Some((at, period_of(&words(at))?))) {
        Some((at, code)) => {
            let _ = writeln!(proposal, "column = {}\nvalue = {}", name(table, at), quoted(&code));
        }
        None => proposal.push_str("value = \"?\" # 202603, 20261, 2026\n"),
    }
    proposal.push_str(
        "\n[fields]\n# \"document.organ.organ_name\" = { text = \"ỦY BAN NHÂN DÂN\\n{{upper unit}}\" }\n\
         # \"document.organ.short_name\" = { text = \"UBND {{running unit}}\" }\n",
    );
    unit.into_iter().chain(period).collect()
}

/// What a column of figures is for.
fn use_of<'s>(table: &Table<'_>, at: usize, targets: &Targets<'s>, words: &dyn Fn(usize) -> Vec<String>) -> Use<'s> {
    let column = &table.columns[at];
    let title = column.path.last().map_or("", |name| name);
    let values = words(at);
    if are_counted(&values) || !values.iter().any(|word| is_number(word)) {
        return Use::Nothing;
    }
    if let Ok(target) = targets.find(title) {
        return Use::Figure(target);
    }
    let path = column.path.join(" ");
    let best = targets
        .all()
        .iter()
        .map(|target| (likeness(&path, target).max(likeness(title, target)), *target))
        .max_by(|a, b| a.0.total_cmp(&b.0));
    match best {
        Some((likeness, target)) if likeness >= LIKELY => Use::Figure(target),
        Some((likeness, target)) if likeness >= POSSIBLE => Use::Perhaps(target),
        _ => Use::Unknown,
    }
}

/// Whether values are 1, 2, 3 ..., perhaps from the beginning in each group.
fn are_counted(values: &[String]) -> bool {
    let numbers: Option<Vec<usize>> = values.iter().map(|value| value.parse().ok()).collect();
    let follows = |numbers: &[usize]| numbers.windows(2).all(|pair| pair[1] == 1 || pair[1] == pair[0] + 1);
    numbers.is_some_and(|numbers| numbers.len() > 1 && numbers[0] == 1 && follows(&numbers))
}

/// How much a title and a label share of their words, from 0 to 1; a little more where the title begins with the code.
fn likeness(title: &str, target: &Target<'_>) -> f64 {
    let words = |text: &str| -> BTreeSet<String> {
        let text = plain(text);
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    };
    let first = title.split_whitespace().next().unwrap_or_default().trim_end_matches('.');
    let code = target.code();
    let coded = first == code || code.strip_prefix("BM") == Some(first);
    let title = if coded { title.split_once(char::is_whitespace).map_or("", |(_, rest)| rest) } else { title };
    let (title, label) = (words(title), words(&target.label()));
    let common = title.intersection(&label).count();
    #[expect(clippy::cast_precision_loss, reason = "counts of words are small")]
    let share = 2.0 * common as f64 / (title.len() + label.len()).max(1) as f64;
    share + if coded { 0.1 } else { 0.0 }
}

/// The code of the period that most values are of, where all are periods.
fn period_of(words: &[String]) -> Option<String> {
    let codes: Vec<_> = words.iter().map(|word| period::read(word)).collect::<Option<_>>()?;
    // Years alone may be figures.
    let last = codes.last().filter(|_| words.iter().any(|word| word.trim().len() > 4))?;
    Some(last.written())
}

fn is_unit(word: &str) -> bool {
    is_named(word) || !matches!(Register::built_in().find(word, None), Found::Unknown { .. })
}

fn is_number(word: &str) -> bool {
    FigureValue::of_text(word).number().is_some() || word.trim().parse::<f64>().is_ok()
}

/// What fills a figure: a column, with the unit of measure that its header names where that is another.
fn measured(table: &Table<'_>, at: usize, target: &Target<'_>) -> String {
    let said = heading::of_column(table, &column::Found { column: at, below: String::new() });
    match said
        .filter(|said| matches!(fit(&said.unit, &target.row.unit_text()), Fit::Times(times) if times != Decimal::ONE))
    {
        Some(said) => format!("{{ column = {}, unit = {} }}", name(table, at), quoted(&said.unit)),
        None => name(table, at),
    }
}

/// The name of a column as a mapping gives it.
fn name(table: &Table<'_>, at: usize) -> String {
    quoted(&one_line(&shown(table, at)))
}

fn one_line(text: &str) -> String {
    baocao_vietnamese::one_line(text)
}

/// A text of TOML: the escapes of JSON are among its own.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}
