//! Notes under a table, and the marks in it that point at them.

use std::collections::BTreeSet;

use super::columns::Leaf;
use super::given::{Place, given_index};
use super::grid::Grid;
use crate::diagnostic::{self, Finding};
use crate::report::{FreeTable, TableColumn};
use crate::{kinds, msg};

/// Marks and notes belong together.
pub(super) fn check(
    definition: &FreeTable,
    columns: &[Leaf],
    grid: &Grid,
    place: &Place<'_>,
    findings: &mut Vec<Finding>,
) {
    fn marks<'a>(columns: &'a [TableColumn], below: &str, out: &mut Vec<(&'a str, String)>) {
        for (index, column) in columns.iter().enumerate() {
            let here = format!("{below}/{index}");
            out.extend(column.note.as_deref().map(|mark| (mark, format!("{here}/note"))));
            marks(&column.columns, &format!("{here}/columns"), out);
        }
    }
    let mut used: Vec<(&str, String)> = Vec::new();
    marks(&definition.columns, "/columns", &mut used);
    let in_header: BTreeSet<&str> = used.iter().map(|(mark, _)| *mark).collect();
    let notes: BTreeSet<&str> = definition.notes.iter().map(|note| note.mark.as_str()).collect();
    let mut without: Vec<(&str, diagnostic::Place)> =
        used.iter().map(|(mark, pointer)| (*mark, place.at(pointer))).collect();
    let mut in_body: BTreeSet<&str> = BTreeSet::new();
    for line in &grid.lines {
        for (at, cell) in line.cells.iter().enumerate() {
            let Some(mark) = cell.note.as_deref() else { continue };
            in_body.insert(mark);
            if !notes.contains(mark) {
                let column = &columns[at];
                without.push((mark, line.origin.cell(place, given_index(columns, at), &column.id)));
            }
        }
    }
    for (mark, here) in without.into_iter().filter(|(mark, _)| !notes.contains(mark)) {
        findings.push(
            kinds::tables::MARK_WITHOUT_NOTE
                .finding(msg!(
                    "dấu \"{mark}\" không có chú thích dưới bảng",
                    "the mark \"{mark}\" has no note under the table"
                ))
                .at(here)
                .hint(msg!(
                    "thêm {{ \"mark\": \"{mark}\", \"text\": \"...\" }} vào \"notes\"",
                    "add {{ \"mark\": \"{mark}\", \"text\": \"...\" }} to \"notes\""
                )),
        );
    }
    for (index, note) in definition.notes.iter().enumerate() {
        let mark = note.mark.as_str();
        if !in_header.contains(mark) && !in_body.contains(mark) {
            findings.push(
                kinds::tables::NOTE_WITHOUT_MARK
                    .finding(msg!(
                        "không ô nào mang dấu \"{mark}\" của chú thích này",
                        "no cell bears the mark \"{mark}\" of this note"
                    ))
                    .at(place.at(&format!("/notes/{index}"))),
            );
        }
    }
}
