//! Copies of a document (NĐ 30/2020/NĐ-CP, Điều 25; Annex I, part II).

use serde::{Deserialize, Serialize};

use super::{Inline, Recipients, Signature};

/// The form of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CopyForm {
    /// Of the original.
    SaoY,
    /// Of a copy.
    SaoLuc,
    /// Of a part.
    TrichSao,
}

impl CopyForm {
    /// As it is printed.
    pub const fn words(self) -> &'static str {
        match self {
            Self::SaoY => "SAO Y",
            Self::SaoLuc => "SAO LỤC",
            Self::TrichSao => "TRÍCH SAO",
        }
    }

    /// Its letters in the symbol of a copy (Annex III, part I).
    pub const fn letters(self) -> &'static str {
        match self {
            Self::SaoY => "SY",
            Self::SaoLuc => "SL",
            Self::TrichSao => "TrS",
        }
    }

    /// The copy in running text.
    pub const fn name(self) -> &'static str {
        match self {
            Self::SaoY => "Bản sao y",
            Self::SaoLuc => "Bản sao lục",
            Self::TrichSao => "Bản trích sao",
        }
    }
}

/// What copy of a document is to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyOrder {
    /// Its form.
    pub form: CopyForm,
    /// Whether it is an electronic document; otherwise it is printed and signed by hand.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub electronic: bool,
    /// The sections of an extract, by id or printed number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<String>,
    /// What was stamped on the document when it was issued.
    #[serde(default, skip_serializing_if = "Issued::is_nothing")]
    pub issued: Issued,
}

/// The number and the day of a document, which its report leaves open for the registry.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// The number: `123`, `12a`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The day of the month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<u32>,
}

impl Issued {
    /// Whether nothing was stamped.
    fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

impl CopyOrder {
    /// More sections are in no document.
    const MOST_SECTIONS: usize = 1_000;
    /// And no name of one is longer, in bytes.
    const LONGEST_NAME: usize = 1_000;

    /// Whether it could be one for a document: an order that stands in a file may be anything.
    pub fn is_bounded(&self) -> bool {
        let fits = |name: &String| name.len() <= Self::LONGEST_NAME;
        self.sections.len() <= Self::MOST_SECTIONS && self.sections.iter().chain(&self.issued.number).all(fits)
    }
}

/// That a document is a copy: what is open in the original stays so.
#[derive(Debug, Clone, Serialize)]
pub struct Copy {
    /// What stands below the last part of a copy on paper.
    pub block: Option<CopyBlock>,
}

/// The elements of a copy on paper, in the order of their boxes.
#[derive(Debug, Clone, Serialize)]
pub struct CopyBlock {
    /// Box 1: `SAO Y`.
    pub form: String,
    /// Box 2: the agency above the organ that copies, in capitals.
    pub parent: Option<Vec<Inline>>,
    /// The organ, one entry a line that the author wants.
    pub organ: Vec<Vec<Inline>>,
    /// Box 3: the number with its leading zero; `None` leaves room for a pen.
    pub number: Option<String>,
    /// `SY-UBND`.
    pub notation: String,
    /// Box 4: the place.
    pub place: String,
    /// Day, month and year as printed; `None` leaves room.
    pub day: Option<String>,
    /// The month.
    pub month: Option<String>,
    /// The year.
    pub year: Option<String>,
    /// Boxes 5 and 6.
    pub signatures: Vec<Signature>,
    /// Box 7.
    pub recipients: Recipients,
    /// What it belongs to, where it stands on a page of its own.
    pub guide: Vec<Inline>,
}
