//! A document that running text names.

use std::ops::Range;

use baocao_vietnamese::lexicon::documents::of_symbol;

use super::date::Date;
use super::issuer::Issuer;
use super::symbol::{Symbol, plain};

/// A document that a text names by its number and symbol.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// Number and symbol.
    pub symbol: Symbol,
    /// From the kind of document to the end of the date, or of the symbol where there is no date.
    pub range: Range<usize>,
    /// The date.
    pub date: Option<Date>,
    /// Whether the date stands in the next cell of its row: its bytes are those of the passage after this one.
    pub dated_beside: bool,
    /// Whether a date stands after a list of symbols, so that it may be this one's too (`số 107/2020/NĐ-CP,
    /// 108/2020/NĐ-CP ngày 14/9/2020`).
    pub shares_date: bool,
    /// Who issued it, where the text says so.
    pub issuer: Option<Issuer>,
    /// What it is about: the words after all that, in small letters, to the end of the sentence or the next document.
    pub about: String,
}

impl Citation {
    /// The kind of document: what its symbol says, or else what is written. Letters (`UBND-NV`) are official
    /// letters.
    pub fn kind(&self, text: &str) -> String {
        match of_symbol(&self.symbol.groups[0]) {
            Some(kind) => kind.name.to_owned(),
            None => self.written_kind(text).unwrap_or_else(|| "công văn".to_owned()),
        }
    }

    /// The kind as it is written before the number, in small letters.
    pub fn written_kind(&self, text: &str) -> Option<String> {
        self.symbol.kind.clone().map(|kind| plain(&text[kind]))
    }

    /// What one document is known by, whoever issued it: number, year, letters.
    pub fn key(&self) -> (u32, Option<i32>, String) {
        (self.symbol.value, self.symbol.year.as_ref().map(|(year, _)| *year), self.symbol.groups.join("-"))
    }
}
