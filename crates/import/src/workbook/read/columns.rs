//! Which columns of a sheet hold what: by their headings, else by what stands in them.

use std::collections::BTreeMap;

use baocao_core::rows::{Given, Sheet};
use baocao_vietnamese::number;

use super::lines::Lines;
use super::words::{code, normal, said};

/// The columns of a form.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub(super) id: Option<usize>,
    pub(super) code: Option<usize>,
    pub(super) label: Option<usize>,
    pub(super) unit: Option<usize>,
    /// The column of the values, and those that were inserted under its heading.
    pub(super) values: Vec<usize>,
    pub(super) note: Option<usize>,
    /// The rows of the header.
    pub(super) header: Vec<usize>,
}

/// Several columns could hold the values, or none does: where their headings, or else their first values, stand.
#[derive(Debug)]
pub(super) struct Unclear(pub(super) Vec<(usize, usize)>);

/// What a heading names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    Code,
    Label,
    Unit,
    Value,
    Note,
}

impl Columns {
    /// The columns of a sheet of forms; `page` is the form that most of it is of.
    pub(super) fn find(sheet: &Sheet, lines: &Lines<'_>, page: usize) -> Result<Self, Unclear> {
        let mut headings: BTreeMap<Role, Vec<(usize, usize)>> = BTreeMap::new();
        let header = header(sheet, lines, page, &mut headings);
        let first =
            |role| headings.get(&role).and_then(|cells: &Vec<(usize, usize)>| cells.first()).map(|(_, column)| *column);
        let label = first(Role::Label).or_else(|| {
            most(sheet, &header, |given| given.words().is_some_and(|words| !lines.of_label(&normal(words)).is_empty()))
        });
        let mut columns = Self {
            id: most(sheet, &header, |given| given.words().is_some_and(|words| lines.of_id(words).is_some())),
            code: first(Role::Code),
            label,
            unit: first(Role::Unit),
            values: Vec::new(),
            note: first(Role::Note),
            header,
        };
        columns.by_lines(sheet, lines);
        columns.values = columns.values(sheet, lines, headings.get(&Role::Value).map_or(&[], Vec::as_slice))?;
        Ok(columns)
    }

    /// Codes and units by what the rows of known labels print, where their headings are gone.
    fn by_lines(&mut self, sheet: &Sheet, lines: &Lines<'_>) {
        let (Some(label), true) = (self.label, self.code.is_none() || self.unit.is_none()) else { return };
        let (mut codes, mut units) = (BTreeMap::new(), BTreeMap::new());
        for row in 0..sheet.height() {
            let known = lines.of_label(&normal(&said(&sheet.shown(row, label))));
            for at in known {
                let Some(line) = lines.line(*at) else { continue };
                let unit = line.row.map(|row| normal(&row.unit_text())).unwrap_or_default();
                for (column, given) in sheet.row(row).enumerate().filter(|(column, _)| *column != label) {
                    let words = said(&given);
                    if !line.code.is_empty() && code(&words) == code(&line.code) {
                        *codes.entry(column).or_insert(0_usize) += 1;
                    }
                    if !unit.is_empty() && normal(&words) == unit {
                        *units.entry(column).or_insert(0_usize) += 1;
                    }
                }
            }
        }
        self.code = self.code.or_else(|| best(codes));
        self.unit = self.unit.or_else(|| best(units));
    }

    fn values(&self, sheet: &Sheet, lines: &Lines<'_>, headings: &[(usize, usize)]) -> Result<Vec<usize>, Unclear> {
        let mut found: Vec<usize> = headings.iter().map(|(_, column)| *column).collect();
        found.sort_unstable();
        found.dedup();
        match found[..] {
            [only] => {
                // A heading over columns that were inserted under it names all of them.
                let merged = headings.first().and_then(|(row, column)| sheet.merged_at(*row, *column));
                return Ok(merged.map_or_else(|| vec![only], |merged| (merged.columns.0..=merged.columns.1).collect()));
            }
            [] => {}
            _ => return Err(Unclear(headings.to_vec())),
        }
        let known = [self.id, self.code, self.label, self.unit, self.note];
        let mut numbers: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        for row in (0..sheet.height()).filter(|row| !self.is_header(*row)) {
            if !self.is_known(sheet, lines, row) {
                continue;
            }
            for (column, given) in sheet.row(row).enumerate() {
                if !known.contains(&Some(column)) && self.label.is_none_or(|label| column > label) && is_number(&given)
                {
                    numbers.entry(column).or_insert((row, column));
                }
            }
        }
        match numbers.len() {
            0 => Ok(self.unit.map(|unit| unit + 1).into_iter().collect()),
            1 => Ok(numbers.into_keys().collect()),
            _ => Err(Unclear(numbers.into_values().collect())),
        }
    }

    /// Whether a row has a known id or label.
    fn is_known(&self, sheet: &Sheet, lines: &Lines<'_>, row: usize) -> bool {
        let words = |column: Option<usize>| column.map(|column| said(&sheet.shown(row, column))).unwrap_or_default();
        lines.of_id(&words(self.id)).is_some() || !lines.of_label(&normal(&words(self.label))).is_empty()
    }

    /// Whether a column is one of them.
    pub(super) fn has(&self, column: usize) -> bool {
        let known = [self.id, self.code, self.label, self.unit, self.note];
        known.contains(&Some(column)) || self.values.contains(&column)
    }

    /// Whether a row is one of the header, which may be repeated on every page.
    pub(super) fn is_header(&self, row: usize) -> bool {
        self.header.binary_search(&row).is_ok()
    }

    /// Whether a column holds what the form prints itself.
    pub(super) fn is_printed(&self, column: usize) -> bool {
        [self.code, self.label, self.unit].contains(&Some(column))
    }
}

fn is_number(given: &Given) -> bool {
    match given {
        Given::Number(_) => true,
        Given::Text(text) => number::parse(text) != Err(number::NotANumber::Word),
        _ => false,
    }
}

/// The rows of the header, and where its headings stand: rows with two headings of a form at least, those of the row
/// below counted; no row of the form itself, whose unit may be the word of a heading.
fn header(
    sheet: &Sheet,
    lines: &Lines<'_>,
    page: usize,
    headings: &mut BTreeMap<Role, Vec<(usize, usize)>>,
) -> Vec<usize> {
    let mut of_values: Vec<String> = lines.pages.iter().map(|page| normal(page.value_heading)).collect();
    if let Some(page) = lines.pages.get(page) {
        of_values.insert(0, normal(page.value_heading));
    }
    let found: Vec<Vec<(usize, Role)>> = (0..sheet.height())
        .map(|row| {
            let words = || (0..sheet.width_of(row)).filter_map(|column| Some((column, sheet.words(row, column)?)));
            let is_known = |words: &str| lines.of_id(words).is_some() || !lines.of_label(&normal(words)).is_empty();
            if words().any(|(_, words)| is_known(&words)) {
                return Vec::new();
            }
            words().filter_map(|(column, words)| Some((column, role(&normal(&words), &of_values)?))).collect()
        })
        .collect();
    let mut rows = Vec::new();
    for row in 0..found.len() {
        let below: &[(usize, Role)] = found.get(row + 1).map_or(&[], Vec::as_slice);
        let mut roles: Vec<Role> = found[row].iter().chain(below).map(|(_, role)| *role).collect();
        roles.sort_unstable();
        roles.dedup();
        if found[row].is_empty() || roles.len() < 2 {
            continue;
        }
        rows.extend([Some(row), (!below.is_empty()).then_some(row + 1)].into_iter().flatten());
    }
    rows.sort_unstable();
    rows.dedup();
    for row in &rows {
        for (column, role) in &found[*row] {
            headings.entry(*role).or_default().push((*row, *column));
        }
    }
    rows
}

fn role(words: &str, of_values: &[String]) -> Option<Role> {
    Some(match words {
        "stt" | "tt" | "số tt" | "số thứ tự" => Role::Code,
        "đơn vị tính" | "đơn vị" | "đvt" => Role::Unit,
        "ghi chú" => Role::Note,
        "số liệu" => Role::Value,
        _ if of_values.iter().any(|known| known == words) => Role::Value,
        _ if words.starts_with("chỉ tiêu") => Role::Label,
        _ => return None,
    })
}

/// The column in which most cells hold what is wanted.
fn most(sheet: &Sheet, header: &[usize], wanted: impl Fn(&Given) -> bool) -> Option<usize> {
    let mut count = BTreeMap::new();
    for row in (0..sheet.height()).filter(|row| header.binary_search(row).is_err()) {
        for (column, _) in sheet.row(row).enumerate().filter(|(_, given)| wanted(given)) {
            *count.entry(column).or_insert(0_usize) += 1;
        }
    }
    best(count)
}

/// The first of the columns that were counted most often.
fn best(count: BTreeMap<usize, usize>) -> Option<usize> {
    count.into_iter().max_by(|(a, one), (b, other)| one.cmp(other).then(b.cmp(a))).map(|(column, _)| column)
}
