//! Letters that no font has: they would print as nothing.

use std::collections::BTreeSet;

use baocao_core::diagnostic::{Finding, Place};
use baocao_core::document::{Block, Document, plain_text};
use baocao_core::report::{Input, SideFiles};
use baocao_core::{kinds, msg};
use baocao_vietnamese::encoding;

use super::Desk;

/// Letters below this code are looked up in a table; it covers Latin with all its marks.
const KNOWN_LETTERS: usize = 0x2200;

impl Desk {
    /// Letters that no font has in the texts of a report from the one of an index on.
    pub(super) fn check_letters(&self, input: &Input, first: usize, findings: &mut Vec<Finding>) {
        // Fonts are asked once a letter: reports repeat their letters a hundred thousand times.
        let mut known = vec![false; KNOWN_LETTERS];
        for (pointer, text) in input.strings().iter().skip(first) {
            let mut printable = |c: char| {
                let fine = |c: char| self.is_printable(c);
                match known.get_mut(c as usize) {
                    Some(known) => {
                        *known
                            || (fine(c) && {
                                *known = true;
                                true
                            })
                    }
                    None => fine(c),
                }
            };
            if let Some(letter) = encoding::composed(text).chars().find(|c| !printable(*c)) {
                findings.push(font_lacks(letter).at(input.place(pointer)));
            }
        }
    }

    fn is_printable(&self, c: char) -> bool {
        c.is_whitespace() || encoding::is_invisible(c) || self.letters.has(c)
    }

    /// Letters that no font has in what tables print from files beside the report.
    pub(super) fn check_letters_of_files(&self, document: &Document, files: &SideFiles, findings: &mut Vec<Finding>) {
        if files.bytes().is_empty() {
            return;
        }
        let sheets = document.appendices.iter().flat_map(|appendix| &appendix.sheets);
        let blocks = document.body.iter().chain(sheets.flat_map(|sheet| &sheet.blocks));
        let mut letters = BTreeSet::new();
        for block in blocks {
            if let Block::Table { table, .. } = block {
                let cells = table.body.iter().flat_map(|row| &row.cells);
                cells.for_each(|cell| letters.extend(plain_text(&cell.text).chars().filter(|c| !c.is_ascii())));
            }
        }
        for letter in letters.into_iter().filter(|letter| !self.is_printable(*letter)) {
            let place = files.bytes().keys().filter_map(|name| files.get(name)).find_map(|source| {
                let at = source.text.find(letter)?;
                Some(Place::new(source, at..at + letter.len_utf8()))
            });
            findings.push(font_lacks(letter).at(place));
        }
    }
}

fn font_lacks(letter: char) -> Finding {
    let code = u32::from(letter);
    kinds::texts::NO_GLYPH
        .finding(msg!("phông chữ không có ký tự này", "the font lacks this character"))
        .found(format!("{letter} (U+{code:04X})"))
        .hint(msg!(
            "thay ký tự này, hoặc dùng phông Times New Roman có nó (--font-dir)",
            "replace it, or bring a Times New Roman that has it (--font-dir)"
        ))
}
