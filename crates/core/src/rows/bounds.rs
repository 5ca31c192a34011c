//! How much a file of rows may hold.

use std::sync::Arc;

use crate::diagnostic::{Finding, Message, Place, Source, megabytes};
use crate::limits::Limits;
use crate::{kinds, msg};

/// Counts the rows and cells of a file while they are read.
pub(super) struct Count {
    cells: usize,
    most: (usize, usize),
    /// How many bytes of text are left: many cells of a workbook may share one that is long.
    text_left: u64,
}

impl Count {
    pub(super) fn new(limits: &Limits) -> Self {
        Self { cells: 0, most: (limits.sheet_rows, limits.cells), text_left: limits.unpacked_bytes }
    }

    /// Counts a row, by its number from 1 and its cells up to the last one. What is wrong where that is too much.
    pub(super) fn add(&mut self, row: usize, cells: usize) -> Result<(), Finding> {
        self.cells = self.cells.saturating_add(cells);
        let (most_rows, most_cells) = self.most;
        if row > most_rows {
            return Err(too_much(&msg!("không quá {most_rows} hàng", "at most {most_rows} rows")));
        }
        if cells > Limits::SHEET_COLUMNS {
            let most = Limits::SHEET_COLUMNS;
            return Err(too_much(&msg!("không quá {most} cột", "at most {most} columns")));
        }
        if self.cells > most_cells {
            return Err(too_much(&msg!("không quá {most_cells} ô", "at most {most_cells} cells")));
        }
        Ok(())
    }
}

impl Count {
    /// Counts the text of a cell. What is wrong where that is too much.
    pub(super) fn add_text(&mut self, bytes: usize) -> Result<(), Finding> {
        let left = self.text_left.checked_sub(bytes as u64);
        self.text_left = left.ok_or_else(|| too_much(&msg!("ít chữ hơn trong các ô", "less text in its cells")))?;
        Ok(())
    }
}

/// A row that is longer than may be read, by its line in the file.
pub(super) fn row_too_long(source: &Arc<Source>, line: usize) -> Finding {
    let most = megabytes(Limits::ROW_BYTES as u64);
    kinds::input::FILE_TOO_LARGE
        .finding(msg!("dòng {line} quá dài", "line {line} is too long"))
        .at(Place::file(source))
        .expected(msg!("không quá {most} một dòng", "at most {most} a line"))
}

/// A file that holds more than may be read.
pub(super) fn too_much(expected: &Message) -> Finding {
    kinds::data_files::TOO_MUCH
        .finding(msg!("tệp có quá nhiều dữ liệu", "the file holds too much"))
        .expected(expected.clone())
        .hint(msg!("lọc hoặc tách tệp", "filter or split the file"))
}
