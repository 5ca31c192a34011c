//! What can be told at all: kinds of findings, each with its stable id.

use std::fmt;

use serde::Serialize;

use super::{Finding, Lang, Message, Severity};

/// The stable id of a kind of finding, such as `so-lieu/ti-le-sai`: people quote it, it is the same in all versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Id(&'static str);

impl Id {
    /// An id of the form `group/name`, in Vietnamese words without marks. Ids are made where their kind is described and
    /// nowhere else.
    pub const fn new(id: &'static str) -> Self {
        Self(id)
    }

    /// The id as text.
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0)
    }
}

impl PartialEq<str> for Id {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Id {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl PartialEq<String> for Id {
    fn eq(&self, other: &String) -> bool {
        self.0 == other
    }
}

/// A fixed text in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Say {
    /// In Vietnamese.
    pub vi: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Say {
    /// The text in one language.
    pub fn text(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Vi => self.vi,
            Lang::En => self.en,
        }
    }

    /// The text as a message.
    pub fn message(self) -> Message {
        Message::new(self.vi, self.en)
    }
}

/// A kind of finding: what is asked for and why. A finding is always one of a kind, so that its id can be asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// Its id.
    pub id: Id,
    /// How grave its findings are where nobody says otherwise.
    pub severity: Severity,
    /// What it asks for, in one line.
    pub title: Say,
    /// Why, what it does and does not look at, how to mend it.
    pub why: Say,
    /// The article of law behind it.
    pub law: Option<&'static str>,
}

impl Kind {
    /// A finding of this kind.
    pub fn finding(&self, message: Message) -> Finding {
        Finding::new(self.severity, self, message)
    }

    /// A finding of this kind that stops the document, as grave as that may be elsewhere.
    pub fn error(&self, message: Message) -> Finding {
        Finding::new(Severity::Error, self, message)
    }

    /// A finding of this kind that does not stop the document.
    pub fn warning(&self, message: Message) -> Finding {
        Finding::new(Severity::Warning, self, message)
    }
}
