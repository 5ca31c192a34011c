//! What a record (`baocao check --format json`) tells of one report, read back from a journal or an answer.

use baocao_core::diagnostic::Lang;
use baocao_core::report::Level;
use serde::{Deserialize, Serialize};

use crate::Done;

/// Of a record what is told of it again.
#[derive(Debug, Default, Deserialize)]
pub struct Review {
    /// The short name of the organ whose report it is, where that could be read.
    pub organ: Option<String>,
    /// How much was found.
    pub counts: Counts,
    /// What was found.
    pub findings: Vec<Told>,
}

/// Errors, warnings and notes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
}

impl Counts {
    /// Adds those of another report.
    pub fn add(&mut self, other: Self) {
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.notes += other.notes;
    }
}

/// One finding.
#[derive(Debug, Deserialize)]
pub struct Told {
    /// Its id.
    pub id: String,
    /// How grave it is.
    pub severity: Level,
    /// What is the matter.
    pub message: Both,
    /// What stands there.
    #[serde(default)]
    pub found: Option<String>,
    /// What should stand there.
    #[serde(default)]
    pub expected: Option<Both>,
    /// How to mend it.
    #[serde(default)]
    pub hint: Option<Both>,
    /// Where.
    #[serde(default)]
    pub place: Option<Place>,
}

/// Where something was found.
#[derive(Debug, Deserialize)]
pub struct Place {
    /// The file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
}

/// A text in both languages.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Both {
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
}

impl Both {
    /// The text in one language.
    pub fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}

impl Done {
    /// What its record tells; nothing where that is no record.
    pub fn told(&self) -> Review {
        serde_json::from_str(self.review.get()).unwrap_or_default()
    }
}
