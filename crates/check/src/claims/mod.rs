//! How claims are told of, whoever makes them: a form, a table, running text. What claims are and whether they hold is
//! `baocao_core::claim`; here stand the rules of a medium, and what is looked for where nobody says what a number comes from.
//! Nothing here knows a text or a form.

mod cut;
mod doubt;

pub(crate) use cut::{CUT, CUT_OFF};
pub(crate) use doubt::{explained, slip};

use baocao_core::claim::{Claim, Verdict};
use baocao_core::diagnostic::{Finding, Id, Message};

use crate::{Rule, Say};

/// A rule, and what it says of a number.
pub(crate) struct Voice {
    rule: &'static Rule,
    says: Say,
}

/// The rules of one law in one medium, by how sure it is what a number comes from.
pub(crate) struct Medium {
    /// The words leave no doubt.
    pub(crate) wrong: Voice,
    /// It may come from other numbers too.
    pub(crate) doubt: Voice,
    /// What was cut off, not rounded; nothing where that is accepted.
    pub(crate) cut: Option<Voice>,
}

/// A rule, and what it says in both languages.
pub(crate) const fn voice(rule: &'static Rule, vi: &'static str, en: &'static str) -> Voice {
    Voice { rule, says: Say { vi, en } }
}

impl Voice {
    /// The id of its rule.
    pub(crate) const fn id(&self) -> Id {
        self.rule.id
    }

    /// A finding that says so.
    pub(crate) fn finding(&self) -> Finding {
        self.rule.finding(Message::new(self.says.vi, self.says.en))
    }

    /// The same of a claim: what should stand there, and what it comes from.
    pub(crate) fn of(&self, claim: &Claim) -> Finding {
        self.finding().expected(claim.expected())
    }
}

impl Medium {
    /// What is told of a claim, where it does not hold; its place is for others to say.
    pub(crate) fn tell(&self, claim: &Claim, sure: bool) -> Option<Finding> {
        let voice = match claim.verdict() {
            Verdict::Holds | Verdict::Undefined | Verdict::Unknown => return None,
            Verdict::Truncated => self.cut.as_ref()?,
            Verdict::Opposite | Verdict::Wrong if sure => &self.wrong,
            Verdict::Opposite | Verdict::Wrong => &self.doubt,
        };
        Some(voice.of(claim))
    }
}
