//! Text in both languages of the program.

use std::borrow::Cow;

use super::short::short;

/// The language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Vietnamese, the language of those who write reports.
    #[default]
    Vi,
    /// English.
    En,
}

/// One text in Vietnamese and English.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Message {
    /// The Vietnamese text.
    pub vi: String,
    /// The English text.
    pub en: String,
}

impl Message {
    /// A message from its two texts. Of a name that goes on without end its beginning and its length are said.
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        let said = |text: String, lang| match short(&text, lang) {
            Cow::Owned(short) => short,
            Cow::Borrowed(_) => text,
        };
        Self { vi: said(vi.into(), Lang::Vi), en: said(en.into(), Lang::En) }
    }

    /// The text in one language.
    pub fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}

/// Builds a [`Message`] from two format strings: `msg!("thiếu {name}", "{name} is missing")`.
#[macro_export]
macro_rules! msg {
    ($vi:literal, $en:literal $(,)?) => {
        $crate::diagnostic::Message::new(format!($vi), format!($en))
    };
}
