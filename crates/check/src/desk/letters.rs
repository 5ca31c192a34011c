//! Letters that no font has: they would print as nothing.

use std::collections::BTreeSet;
use std::ops::Range;

use baocao_core::diagnostic::{Finding, Place, Source};
use baocao_core::document::{Document, shifted};
use baocao_core::report::{Input, SideFile, SideFiles};
use baocao_core::rows::Book;
use baocao_core::{kinds, msg};
use baocao_vietnamese::encoding;

use super::Desk;

/// Letters below this code are looked up in a table; it covers Latin with all its marks.
const KNOWN_LETTERS: usize = 0x2200;

/// More letters of one text are not named.
const MOST_TOLD: usize = 20;

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
            let mut lacking: Vec<char> = Vec::new();
            for letter in encoding::composed(text).chars().filter(|c| !printable(*c)) {
                if !lacking.contains(&letter) && lacking.len() <= MOST_TOLD {
                    lacking.push(letter);
                }
            }
            if lacking.is_empty() {
                continue;
            }
            // A letter made of several signs is somewhere in its text.
            let mut runs = runs_of(text, &lacking).into_iter();
            let place = runs.next().map_or_else(|| input.place(pointer), |run| input.place_in(pointer, run));
            let finding = font_lacks(&lacking).at(place);
            findings.push(runs.fold(finding, |finding, run| {
                let found = text[run.clone()].to_owned();
                finding.also(input.place_in(pointer, run), found)
            }));
        }
    }

    fn is_printable(&self, c: char) -> bool {
        c.is_whitespace() || c == encoding::NO_BREAK_HYPHEN || encoding::is_invisible(c) || self.letters.has(c)
    }

    /// Letters that no font has in what is printed and stands in no text of the report: in files beside it, in texts of the
    /// template set.
    pub(super) fn check_printed_letters(
        &self,
        document: &Document,
        input: &Input,
        files: &SideFiles,
        findings: &mut Vec<Finding>,
    ) {
        // All that is printed is in the document, and the document is plain data.
        let Ok(printed) = serde_json::to_string(document) else { return };
        let letters: BTreeSet<char> = printed.chars().filter(|c| !c.is_ascii()).collect();
        for letter in letters.into_iter().filter(|letter| !self.is_printable(*letter)) {
            if input.strings().iter().any(|(_, text)| encoding::composed(text).contains(letter)) {
                continue;
            }
            let place = files.all().values().find_map(|file| self.place_of(letter, file));
            // What is raised is said so in names and in words for those who cannot see, and printed with other letters.
            if place.is_none() && shifted::is_raised(letter) {
                continue;
            }
            findings.push(font_lacks(&[letter]).at(place));
        }
    }
}

impl Desk {
    /// Where a letter stands in a file: in its text, or in a cell of the workbook that it is.
    fn place_of(&self, letter: char, file: &SideFile) -> Option<Place> {
        if let Ok(text) = std::str::from_utf8(&file.bytes) {
            let source = Source::new(&file.name, encoding::nfc(text.strip_prefix('\u{feff}').unwrap_or(text)));
            let at = source.text.find(letter);
            if let Some(at) = at {
                return Some(Place::new(&source, at..at + letter.len_utf8()));
            }
        }
        let book = Book::read(&file.name, &file.bytes, &self.limits, &mut Vec::new())?;
        book.sheets.iter().find_map(|sheet| {
            let has = |row: usize, column: usize| sheet.words(row, column).is_some_and(|text| text.contains(letter));
            (0..sheet.height())
                .find_map(|row| Some(sheet.place(row, (0..sheet.width_of(row)).find(|column| has(row, *column))?)))
        })
    }
}

fn font_lacks(letters: &[char]) -> Finding {
    let mut found = letters.iter().take(MOST_TOLD).map(|letter| named(*letter)).collect::<Vec<_>>().join(", ");
    if letters.len() > MOST_TOLD {
        found.push_str(", ...");
    }
    let message = match letters.len() {
        1 => msg!("phông chữ không có ký tự này", "the font lacks this character"),
        _ => msg!("phông chữ không có các ký tự này", "the font lacks these characters"),
    };
    kinds::texts::NO_GLYPH.finding(message).found(found).hint(msg!(
        "thay ký tự này, hoặc dùng phông Times New Roman có nó (--font-dir)",
        "replace it, or bring a Times New Roman that has it (--font-dir)"
    ))
}

/// Where such letters stand in a text, those beside each other together; not more than are named.
fn runs_of(text: &str, lacking: &[char]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, letter) in text.char_indices().filter(|(_, letter)| lacking.contains(letter)) {
        let end = at + letter.len_utf8();
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = end,
            _ => runs.push(at..end),
        }
    }
    runs.truncate(MOST_TOLD);
    runs
}

fn named(letter: char) -> String {
    format!("{letter} (U+{:04X})", u32::from(letter))
}
