//! A mapping that is proposed from the headers of an export, to be read and kept by a person.

use std::collections::BTreeSet;
use std::fmt::Write;

use baocao_core::diagnostic::{Finding, Place};
use baocao_core::form::Kind;
use baocao_core::report::{ColumnKind, FigureValue, pointer_part};
use baocao_core::rows::measure::{Fit, fit};
use baocao_core::rows::{self, Book, Given, Hints, Role, SaidBy, Sheet, Table, hidden_sheets};
use baocao_core::template::{Section, TemplateSet};
use baocao_core::{kinds, msg};
use baocao_vietnamese::bare;
use rust_decimal::Decimal;

use super::column::{self, plain, shown};
use super::leaves;
use super::period::{self, Code};
use super::target::{Target, Targets};
use crate::draft::words as said;
use crate::units::{Found, Register, is_named};

/// From this likeness on an indicator is proposed for a column, and from the other it is named as a possibility.
const LIKELY: f64 = 0.8;
const POSSIBLE: f64 = 0.34;

/// So many parts of the JSON of a column are proposed.
const MOST_PARTS: usize = 400;

/// What stands in the titles of columns that name the unit.
const TITLES_OF_UNITS: [&str; 10] =
    ["DON VI", "DONVI", "TEN XA", "DIA PHUONG", "DINH DANH", "DVHC", "ORGAN", "CO QUAN", "UNIT CODE", "UNITCODE"];

/// What stands in the titles of columns that name the indicator of a row.
const TITLES_OF_INDICATORS: [&str; 7] =
    ["CHI TIEU", "CHITIEU", "CHI SO", "TIEU CHI", "THONG KE", "THONGKE", "INDICATOR"];

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
    let is_chosen = |other: &&Sheet| sheet.is_some_and(|sheet| std::ptr::eq(sheet, *other));
    findings.extend(hidden_sheets(book.sheets.iter().filter(|sheet| !is_chosen(sheet))));
    let table = sheet.and_then(|sheet| Table::read(sheet, &Hints::default(), findings));
    let Some(mut table) = table.filter(|table| table.lines.iter().any(|line| line.role == Role::Data)) else {
        findings.push(
            kinds::imports::NO_UNITS
                .finding(msg!("tệp không có bảng nào để đề xuất", "the file has no table to propose from"))
                .at(Place::file(&book.source)),
        );
        return None;
    };
    let columns = columns(&mut table);
    let mut proposal = format!(
        "# Bản đề xuất, viết từ đầu bảng của tệp: đọc lại từng dòng trước khi dùng. Dấu ? là chỗ chương trình không chắc.\n\
         set = {}\n",
        quoted(&set.name)
    );
    if book.sheets.iter().filter(|sheet| !sheet.hidden && sheet.height() > 0).count() > 1 {
        let _ = write!(proposal, "\n[rows]\nsheet = {}\n", quoted(&table.sheet.name));
    }
    let export = Export { set, table: &table, columns: &columns, targets: &targets };
    match export.rows_of_indicators() {
        Some((names, value)) => export.long(&mut proposal, names, value),
        None => export.wide(&mut proposal),
    }
    Some(proposal)
}

/// A column of an export, or a part of what the JSON of one holds.
struct Column {
    /// How a mapping names it.
    name: String,
    /// What it is called, from the outside in.
    path: Vec<String>,
    /// Its values in words, without blank ones; and whether it has blank ones.
    values: Vec<String>,
    has_blanks: bool,
    /// The column of the table, and the pointer below its values.
    of: usize,
    below: String,
}

/// All columns; one with objects of JSON as all that they hold.
fn columns(table: &mut Table<'_>) -> Vec<Column> {
    let mut columns = Vec::new();
    for of in 0..table.columns.len() {
        let index = table.columns[of].index;
        let read = table.values(index, ColumnKind::Text, &Hints::default(), &mut Vec::new());
        let data = |at: &usize| table.lines.get(*at).is_some_and(|line| line.role == Role::Data);
        let name = shown(table, of);
        let leaves = leaves::of_column(table, of);
        let objects = leaves.keys().any(|leaf| !leaf.is_empty());
        if !objects {
            let all: Vec<String> = (0..read.len()).filter(data).map(|at| said(&read[at])).collect();
            let path = table.columns[of].path.clone();
            columns.push(Column::new(one_line(&name), path, all, (of, String::new())));
            continue;
        }
        let cells: Vec<_> = table.lines.iter().filter(|line| line.role == Role::Data).collect();
        let values: Vec<_> = cells.iter().map(|line| column::json(&table.sheet.cell(line.row(), index))).collect();
        for below in leaves.into_keys().take(MOST_PARTS) {
            let all = values.iter().map(|value| written(&column::below(value, &below))).collect();
            let parts = below.split('/').skip(1).map(|part| part.replace("~1", "/").replace("~0", "~"));
            let path = std::iter::once(name.clone()).chain(parts).collect();
            columns.push(Column::new(format!("/{}{below}", pointer_part(&name)), path, all, (of, below)));
        }
    }
    columns
}

impl Column {
    fn new(name: String, path: Vec<String>, all: Vec<String>, (of, below): (usize, String)) -> Self {
        let count = all.len();
        let values: Vec<String> = all.into_iter().filter(|word| !word.trim().is_empty()).collect();
        Self { name, path, has_blanks: values.len() < count, values, of, below }
    }

    fn quoted(&self) -> String {
        quoted(&self.name)
    }

    /// Its title without marks, in capitals.
    fn title(&self) -> String {
        bare(&self.path.join(" / ")).replace('_', " ")
    }
}

/// A value of JSON in words; objects and lists are none.
fn written(given: &Given) -> String {
    match given {
        Given::Text(text) => text.clone(),
        Given::Number(value) => value.normalize().to_string(),
        Given::Bool(value) => value.to_string(),
        _ => String::new(),
    }
}

/// An export for which a mapping is proposed.
struct Export<'a, 's> {
    set: &'s TemplateSet,
    table: &'a Table<'a>,
    columns: &'a [Column],
    targets: &'a Targets<'s>,
}

impl<'s> Export<'_, 's> {
    /// The column that names an indicator in most rows, and that of the values. Where the names are codes of another system,
    /// the title of their column says it.
    fn rows_of_indicators(&self) -> Option<(usize, usize)> {
        let all = 0..self.columns.len();
        let known = all.clone().find(|at| {
            let words = &self.columns[*at].values;
            let known = words.iter().filter(|word| word.len() > 2 && self.targets.find(word).is_ok()).count();
            known > 1 && known * 2 > words.len()
        });
        let names = known.or_else(|| {
            all.clone().find(|at| {
                let (column, title) = (&self.columns[*at], self.columns[*at].title());
                let is_titled = TITLES_OF_INDICATORS.iter().any(|part| title.contains(part));
                is_titled && column.values.len() > 1 && !column.values.iter().any(|word| is_number(word))
            })
        })?;
        let is_value = |at: &usize| {
            let words = &self.columns[*at].values;
            // A dash among numbers says that there is none.
            let all = words.iter().all(|word| is_number(word) || rows::is_none(word) || rows::is_nothing(word));
            *at != names && all && words.iter().any(|word| is_number(word)) && period_of(words).is_none()
        };
        let is_named = |title: &str| title.contains("TRI") || title.contains("VALUE");
        let named = all.clone().filter(is_value).find(|at| is_named(&self.columns[*at].title()));
        let value = named.or_else(|| all.rev().find(is_value))?;
        Some((names, value))
    }

    fn long(&self, proposal: &mut String, names: usize, value: usize) {
        let others: Vec<usize> = (0..self.columns.len()).filter(|at| *at != names && *at != value).collect();
        self.unit_and_period(proposal, &others);
        let (name, of_value) = (self.columns[names].quoted(), self.columns[value].quoted());
        let _ = write!(proposal, "\n[indicators]\ncolumn = {name}\nvalue = {of_value}\n");
        let measure = others.iter().map(|at| &self.columns[*at]).find(|column| {
            let title = column.title();
            let is_unit = title.contains("UNIT") && !title.contains("CODE");
            is_unit || ["TINH", "DVT", "UOM"].iter().any(|part| title.contains(part))
        });
        if let Some(measure) = measure {
            let name = measure.quoted();
            let _ = match measure.has_blanks {
                // What exports leave blank are mostly percentages.
                true => {
                    writeln!(proposal, "unit = {{ column = {name}, blank = \"%\" }} # ? có dòng để trống đơn vị tính")
                }
                false => writeln!(proposal, "unit = {name}"),
            };
        }
        let words = self.columns[names].values.iter().collect::<BTreeSet<_>>().into_iter();
        let unknown: Vec<&String> = words.filter(|word| self.targets.find(word).is_err()).collect();
        if !unknown.is_empty() {
            proposal.push_str(
                "\n[indicators.names] # mã của hệ thống kia = mã chỉ tiêu (baocao form show); \"\" là bỏ qua\n",
            );
            for word in unknown {
                let near = self.targets.near(word).map(|near| format!("{} {}", near.code(), near.label()));
                // An empty text would leave it out: until somebody chooses, its rows are errors.
                let _ = writeln!(proposal, "# ? {} = \"\" # {}", quoted(word), near.unwrap_or_default());
            }
        }
    }

    fn wide(&self, proposal: &mut String) {
        let all: Vec<usize> = (0..self.columns.len()).collect();
        let taken = self.unit_and_period(proposal, &all);
        let mut figures = String::new();
        let mut used: BTreeSet<String> = BTreeSet::new();
        let mut ignored: Vec<usize> = Vec::new();
        for at in all.into_iter().filter(|at| !taken.contains(at)) {
            let column = &self.columns[at];
            let line = |target: &Target<'_>| {
                let (from, code, label) = (self.measured(column, target), target.code(), one_line(&target.label()));
                format!("{} = {from} # {code} {label}\n", quoted(target.id))
            };
            match self.use_of(column) {
                Use::Figure(target) if used.insert(target.id.to_owned()) => figures.push_str(&line(&target)),
                Use::Figure(target) | Use::Perhaps(target) => {
                    let _ = write!(figures, "# ? {}", line(&target));
                }
                Use::Unknown => {
                    let _ = writeln!(figures, "# ? \"...\" = {}", column.quoted());
                }
                Use::Nothing => ignored.push(at),
            }
        }
        let ignored = self.ignored(&ignored);
        if !ignored.is_empty() {
            let at = proposal.find("\n[").unwrap_or(proposal.len());
            proposal.insert_str(at, &format!("ignore = [{}]\n", ignored.join(", ")));
        }
        let _ = write!(proposal, "\n[figures]\n{figures}");
    }

    /// The names of columns that nothing is made of: of one whose parts are all among them its own.
    fn ignored(&self, ignored: &[usize]) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for at in ignored {
            let column = &self.columns[*at];
            let parts = (0..self.columns.len()).filter(|part| self.columns[*part].of == column.of);
            let whole = quoted(&one_line(&shown(self.table, column.of)));
            let name = if parts.into_iter().all(|part| ignored.contains(&part)) { whole } else { column.quoted() };
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Writes what all reports share, which column has the unit and which the period. The columns that are.
    fn unit_and_period(&self, proposal: &mut String, columns: &[usize]) -> Vec<usize> {
        let likeness = |at: usize| {
            let (words, title) = (&self.columns[at].values, self.columns[at].title());
            let known = words.iter().filter(|word| !is_number(word) && is_unit(word)).count();
            let titled = TITLES_OF_UNITS.iter().any(|part| title.contains(part)) && !title.contains("TINH");
            (known * 2 > words.len(), titled, usize::MAX - at)
        };
        let unit = columns.iter().copied().max_by_key(|at| likeness(*at)).filter(|at| {
            let (known, titled, _) = likeness(*at);
            known || titled
        });
        let period =
            columns.iter().copied().find(|at| Some(*at) != unit && period_of(&self.columns[*at].values).is_some());
        let code = period.and_then(|at| period_of(&self.columns[at].values));
        // Keys of the whole file stand before its first part.
        let at = proposal.find("\n[").unwrap_or(proposal.len());
        proposal.insert_str(at, &base(code.as_ref(), self.set));
        proposal.push_str("\n[unit]\n");
        match unit {
            Some(at) => {
                let _ = writeln!(proposal, "column = {}", self.columns[at].quoted());
            }
            None => proposal.push_str("name = \"?\" # tên đơn vị; hoặc column = \"cột ghi tên đơn vị\"\n"),
        }
        proposal.push_str("# register = \"don-vi.csv\" # danh sách đơn vị của cơ quan: cột mã, cột tên\n");
        proposal.push_str("# within = \"tên tỉnh\" # hoặc mọi xã, phường của một tỉnh\n");
        proposal.push_str("\n[period]\n");
        match period.zip(code) {
            Some((at, code)) => {
                let (name, code) = (self.columns[at].quoted(), quoted(&code.written()));
                let _ = writeln!(proposal, "column = {name}\nvalue = {code}");
            }
            None => proposal.push_str("value = \"?\" # 202603, 20261, 2026\n"),
        }
        proposal.push_str(
            "\n[fields]\n# \"document.organ.organ_name\" = { text = \"ỦY BAN NHÂN DÂN\\n{{upper unit}}\" }\n\
             # \"document.organ.short_name\" = { text = \"UBND {{running unit}}\" }\n\
             # \"document.promulgation.place\" = { register = \"Nơi ban hành\" } # các cột khác của danh sách đơn vị\n\
             # \"document.code_number\" = { register = \"Số văn bản\" }\n\
             # \"document.signers.0.full_name\" = { register = \"Người ký\" }\n",
        );
        unit.into_iter().chain(period).collect()
    }

    /// What a column of figures is for.
    fn use_of(&self, column: &Column) -> Use<'s> {
        let title = column.path.last().map_or("", |name| name);
        let values = &column.values;
        let path = column.path.join(" ");
        let likest = || {
            let all = self.targets.all().iter().filter(|target| self.can_hold(column, target));
            let likest = all.map(|target| (likeness(&path, target).max(likeness(title, target)), *target));
            likest.max_by(|a, b| a.0.total_cmp(&b.0))
        };
        let best = self.targets.find(title).map_or_else(|_| likest(), |target| Some((1.0, target)));
        // Figures that are all 1 look as row numbers do.
        if are_counted(values) && best.is_none_or(|(likeness, _)| likeness < LIKELY) {
            return Use::Nothing;
        }
        if !values.iter().any(|word| is_number(word)) {
            // Codes may be given in words.
            let code = best.filter(|(likeness, target)| *likeness >= LIKELY && target.row.kind == Kind::Code);
            return code.filter(|_| !values.is_empty()).map_or(Use::Nothing, |(_, target)| Use::Figure(target));
        }
        match best {
            Some((likeness, target)) if likeness >= LIKELY && self.can_hold(column, &target) => Use::Figure(target),
            Some((likeness, target)) if likeness >= POSSIBLE => Use::Perhaps(target),
            _ => Use::Unknown,
        }
    }

    /// Whether the values of a column can be those of a figure, by their unit of measure: a percentage is no amount, however
    /// alike they are called.
    fn can_hold(&self, column: &Column, target: &Target<'_>) -> bool {
        let wanted = target.row.unit_text();
        // A line above the table speaks of other columns too.
        let units = self.table.units_of(column.of, &column.below);
        let mut own = units.iter().filter(|said| said.by != SaidBy::Title).map(|said| said.unit.as_str()).peekable();
        if own.peek().is_some() {
            return own.any(|unit| fit(unit, &wanted) != Fit::Never);
        }
        let title = bare(column.path.last().map_or("", String::as_str));
        let is_rate = title.trim_start_matches(|c: char| !c.is_alphabetic()).starts_with("TY LE")
            || column.values.iter().any(|word| word.ends_with('%'));
        let number = |word: &String| FigureValue::of_text(&word.replace(char::is_whitespace, "")).number();
        let large = column.values.iter().filter_map(number).filter(|value| *value > Decimal::ONE_HUNDRED).count();
        match target.row.kind {
            Kind::Percent => is_rate || large * 2 <= column.values.len(),
            Kind::Count | Kind::Money => !is_rate,
            Kind::Code | Kind::Text | Kind::Group => true,
        }
    }

    /// What fills a figure: a column, with the unit of measure that its header names where that is another.
    fn measured(&self, column: &Column, target: &Target<'_>) -> String {
        let wanted = target.row.unit_text();
        let said = self.table.unit_of(column.of, &column.below, &wanted);
        match said.filter(|said| matches!(fit(&said.unit, &wanted), Fit::Times(times) if times != Decimal::ONE)) {
            Some(said) => format!("{{ column = {}, unit = {} }}", column.quoted(), quoted(&said.unit)),
            None => column.quoted(),
        }
    }
}

/// The sections that a report has to write itself: those of the outline without parts and without a template.
fn written_by_hand<'s>(sections: &'s [Section], set: &'s TemplateSet) -> Vec<&'s str> {
    let own = |section: &'s Section| match section.sections.as_slice() {
        [] if section.optional || set.sections.contains_key(&section.id) => Vec::new(),
        [] => vec![section.id.as_str()],
        below => written_by_hand(below, set),
    };
    sections.iter().flat_map(own).collect()
}

/// What all reports share, as lines to be taken out of the mapping into a file of their own.
fn base(period: Option<&Code>, set: &TemplateSet) -> String {
    let sections = written_by_hand(&set.outline.sections, set);
    let sections = sections.iter().map(|id| format!("\n#     {}: \"...\"", quoted(id))).collect::<Vec<_>>().join(",");

    let period = period.and_then(Code::report).map_or_else(
        || "{ \"kind\": \"quarter\", \"year\": 2026, \"quarter\": 1, \"from\": \"2026-01-01\", \"to\": \"2026-03-31\" }".to_owned(),
        |period| period.to_string().replace(',', ", ").replace(':', ": "),
    );
    format!(
        "# base = \"chung.json\" # tệp JSON cạnh tệp này, ghi phần mọi báo cáo đều có; ít nhất:\n\
         # {{ \"period\": {period},\n\
         #   \"document\": {{\n\
         #     \"organ\": {{ \"parent_name\": \"UBND TỈNH ...\", \"parent_short_name\": \"UBND tỉnh ...\" }},\n\
         #     \"code_notation\": \"BC-UBND\", \"promulgation\": {{ \"date\": \"2026-...\" }}, \"subject\": \"...\",\n\
         #     \"signers\": [{{ \"competence\": [\"TM. ỦY BAN NHÂN DÂN\"], \"position\": \"CHỦ TỊCH\" }}],\n\
         #     \"recipients\": [\"Như trên\", \"Lưu: VT\"] }},\n\
         #   \"sections\": {{{sections} }} }} # hoặc mỗi đơn vị một lời văn: [fields] \"texts.folder\" = {{ text = \"loi-van/{{{{file}}}}\" }}\n"
    )
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
    let (title, label) = (words(title), target.label());
    // What stands in brackets explains, and few titles repeat it.
    let labels = [label.as_str(), label.split_once(" (").map_or(label.as_str(), |(before, _)| before)];
    let share = labels.map(|label| {
        let label = words(label);
        let common = title.intersection(&label).count();
        #[expect(clippy::cast_precision_loss, reason = "counts of words are small")]
        let share = 2.0 * common as f64 / (title.len() + label.len()).max(1) as f64;
        share
    });
    let share = share.into_iter().fold(0.0, f64::max);
    share + if coded { 0.1 } else { 0.0 }
}

/// The period of the last value, where all are periods.
fn period_of(words: &[String]) -> Option<Code> {
    let codes: Vec<_> = words.iter().map(|word| period::read(word)).collect::<Option<_>>()?;
    // Years alone may be figures.
    codes.last().copied().filter(|_| words.iter().any(|word| word.trim().len() > 4))
}

fn is_unit(word: &str) -> bool {
    is_named(word) || !matches!(Register::built_in().find(word, None), Found::Unknown { .. })
}

fn is_number(word: &str) -> bool {
    rows::is_number(word.trim()) || word.trim().parse::<f64>().is_ok()
}

fn one_line(text: &str) -> String {
    baocao_vietnamese::one_line(text)
}

/// A text of TOML: the escapes of JSON are among its own.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}
