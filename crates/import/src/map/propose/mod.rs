//! A mapping that is proposed from the headers of an export, to be read and kept by a person: what is not sure is a comment,
//! so that nothing that nobody has looked at becomes a figure.

mod columns;
mod likeness;
mod roles;

use std::collections::{HashMap, HashSet};
use std::fmt::Write;

use baocao_core::diagnostic::{Finding, Place};
use baocao_core::form::Kind;
use baocao_core::report::FigureValue;
use baocao_core::rows::measure::{Fit, fit};
use baocao_core::rows::{Book, Hints, Role, SaidBy, Sheet, Table, hidden_sheets};
use baocao_core::template::{Section, TemplateSet};
use baocao_core::{kinds, msg};
use baocao_vietnamese::{bare, one_line};
use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::column::shown;
use super::definition::UNDECIDED;
use super::period::{self, Code};
use super::target::{Target, Targets};
use crate::units::{Found, Register};
use columns::{Column, MOST_ASKED, columns};
use likeness::{Labels, Meant};
use roles::{Rows, is_titled, unit_of};

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
    let labels = Labels::new(&targets, &set.form);
    let unit = unit_of(&columns);
    let period = (0..columns.len()).find(|at| Some(*at) != unit && columns[*at].period().is_some());
    let export = Export { set, table: &table, columns: &columns, targets: &targets, labels, unit, period };
    export.unit_and_period(&mut proposal);
    match export.rows_of_indicators() {
        Some(rows) => export.long(&mut proposal, &rows),
        None => export.wide(&mut proposal),
    }
    Some(proposal)
}

/// An export for which a mapping is proposed.
struct Export<'a, 's> {
    set: &'s TemplateSet,
    table: &'a Table<'a>,
    columns: &'a [Column],
    targets: &'a Targets<'s>,
    labels: Labels<'s>,
    /// The columns of the unit and of the period.
    unit: Option<usize>,
    period: Option<usize>,
}

/// What tells which figures the values of a column can be those of.
struct Held {
    /// The units of measure that its header names.
    units: Vec<String>,
    /// Whether they are rates, and whether most are above a hundred.
    is_rate: bool,
    is_large: bool,
}

impl Held {
    /// By their unit of measure: a percentage is no amount, however alike they are called.
    fn can_be(&self, target: &Target<'_>) -> bool {
        if !self.units.is_empty() {
            let wanted = target.row.unit_text();
            return self.units.iter().any(|unit| fit(unit, &wanted) != Fit::Never);
        }
        match target.row.kind {
            Kind::Percent => self.is_rate || !self.is_large,
            Kind::Count | Kind::Money => !self.is_rate,
            Kind::Code | Kind::Text | Kind::Group => true,
        }
    }
}

/// What the values of a column mean for the reports.
enum Use<'s> {
    Figure(Target<'s>),
    Unsure(Vec<Target<'s>>),
    /// Row numbers, words, and what has no values.
    Nothing,
}

impl<'s> Export<'_, 's> {
    fn long(&self, proposal: &mut String, rows: &Rows) {
        let Rows { names, value, measure, label } = *rows;
        let (name, of_value) = (self.columns[names].quoted(), self.columns[value].quoted());
        let _ = write!(proposal, "\n[indicators]\ncolumn = {name}\nvalue = {of_value}\n");
        if let Some(measure) = measure.map(|at| &self.columns[at]) {
            let name = measure.quoted();
            let _ = writeln!(proposal, "unit = {name}");
            if measure.has_blanks() {
                // What exports leave blank are mostly percentages.
                let _ = writeln!(
                    proposal,
                    "# ? unit = {{ column = {name}, blank = \"%\" }} # nếu mọi dòng để trống đơn vị tính đều là %"
                );
            }
        }
        let spare = self.others(&[Some(names), Some(value), measure]);
        self.ignore(proposal, spare.into_iter().filter(|at| !self.is_value(*at) || self.is_id_of_unit(*at)));
        self.names(proposal, names, label);
    }

    /// What the codes of another system mean: those of which nothing leaves a doubt are given, the others wait.
    fn names(&self, proposal: &mut String, names: usize, label: Option<usize>) {
        let mut labels: HashMap<&str, &str> = HashMap::new();
        for (code, text) in label.iter().flat_map(|at| self.columns[names].all.iter().zip(&self.columns[*at].all)) {
            labels.entry(code).or_insert(text);
        }
        let unknown = self.columns[names].different().into_iter().filter(|word| self.targets.get(word).is_none());
        let unknown: Vec<(&str, &str, Meant<'s>)> = unknown
            .map(|word| {
                let text = labels.get(word).copied().unwrap_or("");
                let path = [if text.is_empty() { word } else { text }.to_owned()];
                (word, text, self.labels.meant(&path, |_| true))
            })
            .collect();
        if unknown.is_empty() {
            return;
        }
        let known: HashSet<&str> = self.columns[names]
            .different()
            .into_iter()
            .filter_map(|word| self.targets.get(word).map(|target| target.id))
            .collect();
        let taken = only(unknown.iter().enumerate().filter_map(|(at, (.., meant))| Some((at, meant.sure?))));
        let given: HashSet<&str> = taken.values().map(|target| target.id).chain(known.iter().copied()).collect();
        proposal.push_str(
            "\n[indicators.names] # mã của hệ thống kia = mã chỉ tiêu (baocao form show); thay mọi \"?\": \"ignore\" là bỏ qua\n",
        );
        for (at, (word, text, meant)) in unknown.iter().enumerate() {
            let sure = taken.get(&at).filter(|target| !known.contains(target.id));
            let id = sure.map_or(UNDECIDED, |target| target.id);
            let about = match (text.is_empty(), sure) {
                (true, Some(target)) => format!(" # {}", about(target)),
                (false, Some(target)) => format!(" # {}: {}", one_line(text), about(target)),
                (true, None) => String::new(),
                (false, None) => format!(" # {}", one_line(text)),
            };
            let _ = writeln!(proposal, "{} = {}{about}", quoted(word), quoted(id));
            if sure.is_none() {
                proposal.push_str(&possible(&meant.possible, &given));
            }
        }
    }

    fn wide(&self, proposal: &mut String) {
        let columns = self.others(&[]);
        let uses: Vec<(usize, Use<'s>, f64)> = columns
            .iter()
            .map(|at| self.use_of(*at))
            .zip(&columns)
            .map(|((meant, likeness), at)| (*at, meant, likeness))
            .collect();
        let figures = uses.iter().filter_map(|(at, meant, likeness)| match meant {
            Use::Figure(target) => Some((*at, (*target, *likeness))),
            _ => None,
        });
        let taken = only(figures);
        let ids: HashSet<&str> = taken.values().map(|target| target.id).collect();
        let mut figures = String::new();
        for (at, meant, _) in &uses {
            let column = &self.columns[*at];
            if let Some(target) = taken.get(at) {
                let from = self.measured(column, target);
                let _ = writeln!(figures, "{} = {from} # {}", quoted(target.id), about(target));
                continue;
            }
            let left: Vec<Target<'s>> = match meant {
                Use::Nothing => continue,
                Use::Figure(target) => vec![*target],
                Use::Unsure(targets) => targets.clone(),
            };
            let from = left.first().map_or_else(|| column.quoted(), |target| self.measured(column, target));
            let _ = writeln!(figures, "# ? \"...\" = {from}");
            figures.push_str(&possible(&left, &ids));
        }
        self.ignore(proposal, uses.iter().filter(|(_, meant, _)| matches!(meant, Use::Nothing)).map(|(at, ..)| *at));
        let _ = write!(proposal, "\n[figures]\n{figures}");
    }

    /// Names the columns that nothing is made of: of one whose parts are all among them its own name.
    fn ignore(&self, proposal: &mut String, ignored: impl Iterator<Item = usize>) {
        let ignored: Vec<usize> = ignored.collect();
        let mut names: Vec<String> = Vec::new();
        for at in &ignored {
            let column = &self.columns[*at];
            let mut parts = (0..self.columns.len()).filter(|part| self.columns[*part].of == column.of);
            let whole = quoted(&one_line(&shown(self.table, column.of)));
            let name = if parts.all(|part| ignored.contains(&part)) { whole } else { column.quoted() };
            if !names.contains(&name) {
                names.push(name);
            }
        }
        if !names.is_empty() {
            // Keys of the whole file stand before its first part.
            let at = proposal.find("\n[").unwrap_or(proposal.len());
            proposal.insert_str(at, &format!("ignore = [{}]\n", names.join(", ")));
        }
    }

    /// Writes what all reports share, which column has the unit and which the period.
    fn unit_and_period(&self, proposal: &mut String) {
        let titles = self.table.words_above();
        let said = period::said(titles.iter().map(|around| around.words.as_str()));
        let column = self.period.map(|at| &self.columns[at]);
        let code = column.and_then(Column::period);
        let at = proposal.find("\n[").unwrap_or(proposal.len());
        proposal.insert_str(at, &base(code.or(said.code).as_ref(), said.days, self.set));
        proposal.push_str("\n[unit]\n");
        match self.unit {
            Some(at) => {
                let _ = writeln!(proposal, "column = {}", self.columns[at].quoted());
            }
            None => {
                let _ = writeln!(
                    proposal,
                    "name = {} # tên đơn vị; hoặc column = \"cột ghi tên đơn vị\"",
                    quoted(UNDECIDED)
                );
            }
        }
        let province = self.unit.and_then(|at| province_of(&self.columns[at]));
        proposal.push_str(
            "# register = \"don-vi.csv\" # danh sách đơn vị của cơ quan: cột Tên, cột Mã nếu có (baocao units)\n",
        );
        let _ = match province {
            Some((province, true)) => writeln!(
                proposal,
                "within = {} # tên của vài xã còn có ở tỉnh khác\nmissing = \"warning\" # xã không có dòng nào: chỉ cảnh báo",
                quoted(province)
            ),
            Some((province, false)) => {
                writeln!(proposal, "# within = {} # hoặc mọi xã, phường của tỉnh", quoted(province))
            }
            None => writeln!(proposal, "# within = \"tên tỉnh\" # hoặc mọi xã, phường của một tỉnh"),
        };
        proposal.push_str("\n[period]\n");
        let _ = match (column.zip(code), said.code, said.line) {
            (Some((column, code)), ..) => {
                writeln!(proposal, "column = {}\nvalue = {}", column.quoted(), quoted(&code.written()))
            }
            (None, Some(code), Some(line)) if said.is_sure => {
                writeln!(proposal, "value = {} # {}", quoted(&code.written()), one_line(line))
            }
            (None, Some(code), Some(line)) => {
                let code = quoted(&code.written());
                writeln!(
                    proposal,
                    "value = {} # 202603, 20261, 2026; có thể là {code}: {}",
                    quoted(UNDECIDED),
                    one_line(line)
                )
            }
            _ => writeln!(proposal, "value = {} # 202603, 20261, 2026", quoted(UNDECIDED)),
        };
        proposal.push_str(
            "\n[fields]\n# \"document.organ.organ_name\" = { text = \"ỦY BAN NHÂN DÂN\\n{{upper unit}}\" }\n\
             # \"document.organ.short_name\" = { text = \"UBND {{running unit}}\" }\n\
             # \"document.promulgation.place\" = { register = \"Nơi ban hành\" } # các cột khác của danh sách đơn vị\n\
             # \"document.code_number\" = { register = \"Số văn bản\" }\n\
             # \"document.signers.0.full_name\" = { register = \"Người ký\" }\n",
        );
    }

    /// What a column of figures is for, and how alike it and its indicator are.
    fn use_of(&self, at: usize) -> (Use<'s>, f64) {
        let column = &self.columns[at];
        let title = column.path.last().map_or("", |name| name);
        let held = self.held(column);
        let meant = self.labels.meant(&column.path, |target| held.can_be(target));
        let named = self.targets.get(title).filter(|target| target.id == title.trim());
        let sure = named.map(|target| (target, 1.0)).or(meant.sure);
        // Figures that are all 1 look as row numbers do.
        if (column.is_counted() || column.has_codes() || self.is_id_of_unit(at)) && sure.is_none() {
            return (Use::Nothing, 0.0);
        }
        let is_code = |target: &Target<'_>| target.row.kind == Kind::Code;
        match sure {
            // Codes may be given in words.
            Some((target, likeness))
                if column.has_numbers() || is_code(&target) && column.values().next().is_some() =>
            {
                (Use::Figure(target), likeness)
            }
            _ if column.has_numbers() => (Use::Unsure(meant.possible), 0.0),
            _ => (Use::Nothing, 0.0),
        }
    }

    /// Whether a column is the code of the unit in another system, where another column says which unit that is.
    fn is_id_of_unit(&self, at: usize) -> bool {
        let column = &self.columns[at];
        self.unit.is_some() && column.is_id() && is_titled(column)
    }

    /// What a column holds, as far as it tells which figures its values can be those of.
    fn held(&self, column: &Column) -> Held {
        // A line above the table speaks of other columns too.
        let units = self.table.units_of(column.of, &column.below).into_iter();
        let units = units.filter(|said| said.by != SaidBy::Title).map(|said| said.unit).collect();
        let title = bare(column.path.last().map_or("", String::as_str));
        let is_rate = title.trim_start_matches(|c: char| !c.is_alphabetic()).starts_with("TY LE")
            || column.values().any(|word| word.ends_with('%'));
        let number = |word: &str| FigureValue::of_text(&word.replace(char::is_whitespace, "")).number();
        let large = column.values().filter_map(number).filter(|value| *value > Decimal::ONE_HUNDRED).count();
        Held { units, is_rate, is_large: large * 2 > column.values().count() }
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

/// Each indicator for the one that it fits best; none where another fits it nearly as well.
fn only<'s>(fitting: impl Iterator<Item = (usize, (Target<'s>, f64))>) -> HashMap<usize, Target<'s>> {
    const NEARLY: f64 = 0.05;
    let mut all: HashMap<&str, Vec<(usize, Target<'s>, f64)>> = HashMap::new();
    for (at, (target, likeness)) in fitting {
        all.entry(target.id).or_default().push((at, target, likeness));
    }
    let best = all.into_values().filter_map(|mut fitting| {
        fitting.sort_by(|a, b| b.2.total_cmp(&a.2));
        let (at, target, likeness) = fitting.first()?;
        let is_alone = fitting.get(1).is_none_or(|(.., other)| likeness - other >= NEARLY);
        is_alone.then_some((*at, *target))
    });
    best.collect()
}

/// An indicator in words: its printed code and its label.
fn about(target: &Target<'_>) -> String {
    format!("{} {}", target.code(), one_line(&target.label()))
}

/// What a doubtful column or code may be, of what is not given yet, as lines that are no part of a mapping even where they are
/// taken over unseen.
fn possible(targets: &[Target<'_>], given: &HashSet<&str>) -> String {
    const MOST: usize = 3;
    let left = targets.iter().filter(|target| !given.contains(target.id)).take(MOST);
    left.map(|target| format!("#     có thể là {}: {}\n", target.id, about(target))).collect()
}

/// The province that most units of a column lie in, and whether names of some are those of units of other provinces too.
fn province_of(column: &Column) -> Option<(&'static str, bool)> {
    let register = Register::built_in();
    let mut provinces: HashMap<&str, usize> = HashMap::new();
    let mut several: Vec<&str> = Vec::new();
    for word in column.different().into_iter().take(MOST_ASKED) {
        match register.find(word, None) {
            Found::One(unit, _) => {
                if let Some(province) = unit.province.as_deref() {
                    *provinces.entry(province).or_default() += 1;
                }
            }
            Found::Several(_) => several.push(word),
            _ => {}
        }
    }
    let (code, count) = provinces.iter().max_by_key(|(_, count)| **count)?;
    let is_most = *count > 2 && *count * 2 > provinces.values().sum();
    let province = register.unit(code).filter(|_| is_most)?;
    let is_told_apart = several.iter().any(|word| matches!(register.find(word, Some(province)), Found::One(..)));
    Some((&*province.name, is_told_apart))
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

/// What all reports share, as lines to be taken out of the mapping into a file of their own; `days` are the first and the last
/// day of the period, where the export says them.
fn base(period: Option<&Code>, days: Option<(NaiveDate, NaiveDate)>, set: &TemplateSet) -> String {
    let sections = written_by_hand(&set.outline.sections, set);
    let sections = sections.iter().map(|id| format!("\n#     {}: \"...\"", quoted(id))).collect::<Vec<_>>().join(",");
    let period = period.and_then(Code::report).map_or_else(
        || "{ \"kind\": \"quarter\", \"year\": 2026, \"quarter\": 1, \"from\": \"2026-01-01\", \"to\": \"2026-03-31\" }".to_owned(),
        |mut period| {
            if let Some((from, to)) = days {
                (period["from"], period["to"]) = (from.to_string().into(), to.to_string().into());
            }
            period.to_string().replace(',', ", ").replace(':', ": ")
        },
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

/// A text of TOML: the escapes of JSON are among its own.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}
