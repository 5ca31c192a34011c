//! What a rule says of itself.

use super::{Subject, Texts, Told};
pub use baocao_core::diagnostic::Say;
use baocao_core::diagnostic::{Finding, Id, Kind, Message, Severity};

/// One rule. Its examples are patches to the sample that `baocao new` writes for a template set: objects are merged, all
/// else is put in place, `remove` lists pointers to take out, `form` sets values of `form.json`. The tests run them, and
/// the documentation shows them.
#[derive(Debug)]
pub struct Rule {
    /// Its stable id, such as `so-lieu/ti-le-sai`.
    pub id: Id,
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
    /// A rule of a kind that earlier stages tell.
    pub const fn of(kind: Kind, set: &'static str, passes: &'static str, fails: &'static str) -> Self {
        let Kind { id, severity, title, why, law } = kind;
        Self { id, severity, title, why, law, set, passes, fails }
    }

    /// The kind of its findings.
    pub const fn kind(&self) -> Kind {
        let Self { id, severity, title, why, law, .. } = *self;
        Kind { id, severity, title, why, law }
    }

    /// A finding of this rule.
    pub fn finding(&self, message: Message) -> Finding {
        self.kind().finding(message)
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

/// Rules whose findings carry what mends them, where that is without doubt.
#[derive(Debug)]
pub struct Repair {
    /// The rules.
    pub rules: &'static [&'static Rule],
    /// Looks for what they mend in texts alone: so a report is mended that is not finished. Nothing for rules that must know
    /// more of it.
    pub look: Option<fn(&Texts<'_>, &mut Told)>,
}
