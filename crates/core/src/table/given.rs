//! Where a table's parts stand, for findings.

use super::columns::{Leaf, ids};
use crate::diagnostic::{self, Finding};
use crate::limits::Limits;
use crate::report::{Input, RowFile, WhenEmpty, pointer_part};
use crate::{kinds, msg};

/// A table and the report that it stands in.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    /// The id of the table.
    pub(super) id: &'a str,
    input: &'a Input,
}

impl<'a> Place<'a> {
    pub(super) fn new(id: &'a str, input: &'a Input) -> Self {
        Self { id, input }
    }

    /// What a table may be at most.
    pub(super) fn limits(&self) -> &'a Limits {
        self.input.limits()
    }

    /// A part of the table, by its JSON pointer below the table; the table where the template set says it.
    pub(super) fn at(&self, below: &str) -> diagnostic::Place {
        self.input.place(&format!("/tables/{}{below}", pointer_part(self.id)))
    }

    /// The name of a part of the table.
    pub(super) fn key(&self, below: &str) -> diagnostic::Place {
        self.input.key_place(&format!("/tables/{}{below}", pointer_part(self.id)))
    }

    /// A table without a row.
    pub(super) fn empty(&self) -> Finding {
        let id = self.id;
        kinds::tables::NO_ROWS
            .finding(msg!("bảng \"{id}\" không có dòng nào", "the table \"{id}\" has no rows"))
            .at(self.at(""))
            .hint(msg!(
                "thêm \"rows\" hoặc \"data\", hoặc bỏ bảng khỏi phụ lục",
                "add \"rows\" or \"data\", or take the table out of the appendix"
            ))
    }

    /// What is to be said of a file without a row. Nothing where the report says with what words that is printed.
    pub(super) fn empty_file(&self, data: &RowFile, wanted: Option<WhenEmpty>) -> Option<Finding> {
        let (id, file) = (self.id, &data.file);
        match wanted {
            Some(WhenEmpty::LeaveOut) => Some(
                kinds::data_files::LEFT_OUT
                    .finding(msg!(
                        "tệp {file} không có dòng nào: bỏ bảng \"{id}\"",
                        "the file {file} has no rows: the table \"{id}\" is left out"
                    ))
                    .at(self.at("/data/file")),
            ),
            Some(WhenEmpty::Say) => None,
            None if data.empty.is_some() => None,
            None => Some(
                kinds::data_files::NOTHING
                    .finding(msg!(
                        "tệp {file} không có dòng nào: bảng \"{id}\" in \"Không phát sinh\"",
                        "the file {file} has no rows: the table \"{id}\" says \"Không phát sinh\""
                    ))
                    .at(self.at("/data/file"))
                    .hint(msg!(
                        "đúng vậy thì thêm \"when_empty\": \"say\"; muốn bỏ bảng thì \"leave_out\"",
                        "if that is right add \"when_empty\": \"say\"; to leave the table out \"leave_out\""
                    )),
            ),
        }
    }

    /// More rows than can be printed.
    pub(super) fn too_many(&self, count: usize, most: usize) -> Finding {
        let id = self.id;
        kinds::tables::TOO_MANY_ROWS
            .finding(msg!("bảng \"{id}\" có quá nhiều dòng", "the table \"{id}\" has too many rows"))
            .at(self.at("/rows"))
            .found(count.to_string())
            .expected(msg!("không quá {most} dòng", "at most {most} rows"))
            .hint(msg!("tách thành nhiều bảng", "split it into several tables"))
    }

    /// A name that no column has; `here` is where it stands.
    pub(super) fn unknown_column(&self, name: &str, columns: &[Leaf], here: diagnostic::Place) -> Finding {
        let finding = kinds::tables::UNKNOWN_COLUMN
            .finding(msg!("bảng không có cột \"{name}\"", "the table has no column \"{name}\""));
        finding.at(here).one_of(name, &ids(columns))
    }
}

/// Where a line of a table was given.
#[derive(Debug, Clone)]
pub enum Origin {
    /// In the report: its index in `rows`, and whether its cells are a list.
    Report {
        /// Its index.
        index: usize,
        /// Below what its cells stand.
        cells: &'static str,
        /// Whether they are a list.
        list: bool,
    },
    /// In a file, at this place.
    File(diagnostic::Place),
    /// The row of totals.
    Total,
    /// Nowhere: it was computed.
    Computed,
}

impl Origin {
    /// The place of a cell: `given` is its index among the cells that rows give.
    pub(super) fn cell(&self, place: &Place<'_>, given: usize, column: &str) -> diagnostic::Place {
        match self {
            Self::Report { index, cells, list: true } => place.at(&format!("/rows/{index}{cells}/{given}")),
            Self::Report { index, cells, list: false } => {
                place.at(&format!("/rows/{index}{cells}/{}", pointer_part(column)))
            }
            Self::Total => place.at(&format!("/total/cells/{}", pointer_part(column))),
            Self::File(_) | Self::Computed => self.line(place),
        }
    }

    /// The place of the name of a column that the line names.
    pub(super) fn key(&self, place: &Place<'_>, column: &str) -> diagnostic::Place {
        match self {
            Self::Report { index, cells, .. } => place.key(&format!("/rows/{index}{cells}/{}", pointer_part(column))),
            Self::Total => place.key(&format!("/total/cells/{}", pointer_part(column))),
            Self::File(_) | Self::Computed => self.line(place),
        }
    }

    /// The place of the line.
    pub(super) fn line(&self, place: &Place<'_>) -> diagnostic::Place {
        match self {
            Self::Report { index, .. } => place.at(&format!("/rows/{index}")),
            Self::File(place) => place.clone(),
            Self::Total => place.at("/total"),
            Self::Computed => place.at(""),
        }
    }
}

/// The index of a column among those that rows give.
pub(super) fn given_index(columns: &[Leaf], column: usize) -> usize {
    columns[..column].iter().filter(|column| column.is_given()).count()
}
