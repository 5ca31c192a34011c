//! Which forms stand on which sheet, and what is printed on each row: writing and reading go by it.

use baocao_core::document::{Cell, Row, Style, Table, plain_text};
use baocao_core::form::{self, Figures, Filling, Form, FormFile, Row as FormRow};
use baocao_core::report::Orientation;

/// The column of the codes, as printed.
pub(super) const CODE: usize = 0;
/// The column of the labels.
pub(super) const LABEL: usize = 1;
/// The column of the values.
pub(super) const VALUE: usize = 3;
/// The column of the notes.
pub(super) const NOTE: usize = 4;
/// The columns of a form as printed.
pub(super) const COLUMNS: usize = 5;

/// A sheet of forms: one form, or all forms that are printed in one table.
pub(super) struct Page<'a> {
    /// The name of the sheet.
    pub(super) name: String,
    /// What stands above the title: `Biểu mẫu 1`.
    pub(super) heading: Option<String>,
    /// The title.
    pub(super) title: String,
    /// The header of the column of values.
    pub(super) value_heading: &'a str,
    /// The table as printed.
    pub(super) table: Table,
    /// The rows of its body, in order.
    pub(super) lines: Vec<Line<'a>>,
}

/// A row of the body.
pub(super) struct Line<'a> {
    /// The code that is printed before it; that of a cell that covers it too.
    pub(super) code: String,
    /// The label, without marks.
    pub(super) label: String,
    /// The row of the form; none for the row that a form begins with in one table.
    pub(super) row: Option<&'a FormRow>,
}

impl<'a> Line<'a> {
    /// The row and the id of its indicator.
    pub(super) fn indicator(&self) -> Option<(&'a str, &'a FormRow)> {
        let row = self.row?;
        Some((row.id.as_deref()?, row))
    }
}

/// The sheets of a set, in the order of its appendices; forms that none of them prints come last.
pub(super) fn pages<'a>(set: &'a FormFile, figures: &Figures) -> Vec<Page<'a>> {
    let mut groups: Vec<(Option<String>, String, Vec<&Form>)> = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for appendix in &set.appendices {
        let new = |id: &&str| !seen.contains(id);
        let ids: Vec<&str> = appendix.forms().filter(new).collect();
        let forms: Vec<&Form> = ids.iter().filter_map(|id| set.form(id)).collect();
        seen.extend(ids);
        if appendix.one_table && !forms.is_empty() {
            groups.push((None, without_blanks(&appendix.title), forms));
            continue;
        }
        for (index, form) in forms.into_iter().enumerate() {
            let heading = appendix.form_heading.as_ref().map(|word| format!("{word} {}", index + 1));
            groups.push((heading, form.title.clone(), vec![form]));
        }
    }
    let unprinted = set.forms.iter().filter(|form| !seen.contains(&form.id.as_str()));
    groups.extend(unprinted.map(|form| (None, form.title.clone(), vec![form])));
    let single = groups.len() == 1;
    let name = |index: usize| if single { "Biểu".to_owned() } else { format!("Biểu {}", index + 1) };
    let filling = Filling { figures, previous: None, align: None, decimals: set.decimals };
    let page = |(index, (heading, title, forms)): (usize, (Option<String>, String, Vec<&'a Form>))| {
        Some(Page { heading, ..page(name(index), title, &forms, &filling)? })
    };
    groups.into_iter().enumerate().filter_map(page).collect()
}

fn page<'a>(name: String, title: String, forms: &[&'a Form], filling: &Filling<'_>) -> Option<Page<'a>> {
    let rooms = [Style::default().room(Orientation::Portrait); 2];
    let pages = form::Pages { rooms, wanted: Some(Orientation::Portrait) };
    let first = forms.first()?;
    let (form::FormTable { table, .. }, sections) = match forms {
        [_] => (form::tables(forms, filling, &pages).pop()?, false),
        _ => (form::one_table(&title, forms, filling, &pages)?, true),
    };
    let rows = forms.iter().flat_map(|form| {
        let section = sections.then_some(None);
        section.into_iter().chain(form.rows.iter().map(Some))
    });
    let mut lines: Vec<Line<'_>> = rows.map(|row| Line { code: String::new(), label: String::new(), row }).collect();
    for placed in placed(&table.body) {
        for line in lines.iter_mut().skip(placed.row).take(placed.cell.rowspan) {
            match placed.column {
                CODE => line.code = plain_text(&placed.cell.text),
                LABEL => line.label = plain_text(&placed.cell.text),
                _ => {}
            }
        }
    }
    Some(Page { name, heading: None, title, value_heading: &first.value_heading, table, lines })
}

/// A cell of a table and where it stands.
pub(super) struct Placed<'t> {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) cell: &'t Cell,
}

/// The cells of rows with their places: what a cell above covers has none.
pub(super) fn placed(rows: &[Row]) -> Vec<Placed<'_>> {
    let mut placed = Vec::new();
    // How many rows each column is still covered by a cell above.
    let mut covered: Vec<usize> = Vec::new();
    for (row, cells) in rows.iter().enumerate() {
        let mut column = 0;
        let mut below = covered.clone();
        for cell in &cells.cells {
            while covered.get(column).is_some_and(|rows| *rows > 0) {
                column += 1;
            }
            let end = column + cell.colspan.max(1);
            below.resize(below.len().max(end), 0);
            covered.resize(covered.len().max(end), 0);
            below[column..end].fill(cell.rowspan.max(1));
            placed.push(Placed { row, column, cell });
            column = end;
        }
        covered = below.into_iter().map(|rows| rows.saturating_sub(1)).collect();
    }
    placed
}

/// A template's text without what a report would fill in.
pub(super) fn without_blanks(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        plain.push_str(before);
        rest = after.split_once("}}").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    let words: Vec<&str> = plain.split([' ', '\n']).filter(|word| !word.is_empty()).collect();
    let text = words.join(" ");
    // `... của {{organ}}`: the word that led to the blank goes with it.
    text.strip_suffix(" của").map(str::to_owned).unwrap_or(text)
}
