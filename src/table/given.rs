//! Where a table's parts stand, for findings.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{self, Finding, Source};
use crate::msg;
use crate::report::{Input, pointer_part};

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

    /// A part of the table, by its JSON pointer below the table; the table where the template set says it.
    pub(super) fn at(&self, below: &str) -> diagnostic::Place {
        self.input.place(&format!("/tables/{}{below}", pointer_part(self.id)))
    }

    /// A table without a row.
    pub(super) fn empty(&self) -> Finding {
        let id = self.id;
        Finding::error("bang/khong-co-dong", msg!("bảng \"{id}\" không có dòng nào", "the table \"{id}\" has no rows"))
            .at(self.at(""))
            .hint(msg!(
                "thêm \"rows\" hoặc \"data\", hoặc bỏ bảng khỏi phụ lục",
                "add \"rows\" or \"data\", or take the table out of the appendix"
            ))
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
    /// In a file.
    File {
        /// The file.
        source: Arc<Source>,
        /// Where in it.
        span: Range<usize>,
    },
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
            Self::File { .. } | Self::Computed => self.line(place),
        }
    }

    /// The place of the line.
    pub(super) fn line(&self, place: &Place<'_>) -> diagnostic::Place {
        match self {
            Self::Report { index, .. } => place.at(&format!("/rows/{index}")),
            Self::File { source, span } => diagnostic::Place::new(source, span.clone()),
            Self::Total => place.at("/total"),
            Self::Computed => place.at(""),
        }
    }
}
