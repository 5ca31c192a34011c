//! What a rule says of itself.

use super::{Subject, Told};
use baocao_core::diagnostic::{Finding, Lang, Message, Severity};

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

/// One rule. Its examples are patches to the sample that `baocao new` writes for a template set: objects are merged, all
/// else is put in place, `remove` lists pointers to take out, `form` sets values of `form.json`. The tests run them, and
/// the documentation shows them.
#[derive(Debug)]
pub struct Rule {
    /// Its stable id, such as `so-lieu/ti-le-sai`.
    pub id: &'static str,
    /// How grave its findings are where nobody says otherwise.
    pub severity: Severity,
    /// What it asks for, in one line.
    pub title: Say,
    /// Why, and what it does and does not look at.
    pub why: Say,
    /// The article of law behind it.
    pub law: Option<&'static str>,
    /// The template set whose sample the examples patch.
    pub set: &'static str,
    /// A patch after which the rule stays silent.
    pub passes: &'static str,
    /// A patch after which it speaks.
    pub fails: &'static str,
}

impl Rule {
    /// A finding of this rule.
    pub fn finding(&self, message: Message) -> Finding {
        let finding = Finding::new(self.severity, self.id, message);
        match self.law {
            Some(law) => finding.law(law),
            None => finding,
        }
    }
}

/// Rules about one thing, and the function that looks for all of them.
#[derive(Debug)]
pub struct Family {
    /// What they are about.
    pub name: Say,
    /// The rules.
    pub rules: &'static [&'static Rule],
    /// Looks at a subject and tells what it finds.
    pub check: fn(&Subject<'_>, &mut Told),
}
