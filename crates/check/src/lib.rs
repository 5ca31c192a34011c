//! The checker: what an experienced reviewer would mark before the leader signs.
//!
//! Rules stand in families, one small file or folder a family, all of them listed in `catalogue`. A rule looks at a
//! [`Subject`] and tells what it finds; [`Settings`] then say how grave that is and what is exempt. Comparisons that need
//! the workings of an earlier stage (computed columns of free tables) are told there, under ids that the catalogue knows.
//!
//! This crate is a part of `baocao`; what others may build on is what `baocao` itself shows of it.

#![warn(clippy::expect_used, clippy::panic, clippy::print_stderr, clippy::print_stdout, clippy::unwrap_used)]

mod catalogue;
mod citations;
mod claims;
mod computed;
mod config;
mod desk;
pub mod explain;
mod figures;
mod mechanism;
pub mod mend;
mod official;
mod outcome;
mod own;
mod page;
mod prose;
pub mod record;
mod review;
mod rule;
mod said;
mod settings;
mod subject;
mod tables;
mod text;
mod texts;
mod told;

pub use catalogue::{families, is_mended, kind, mistakes, rule, rules};
pub use config::{Config, ConfigFile, FILE as CONFIG_FILE};
pub use desk::{Composed, Desk};
pub use outcome::Outcome;
pub use own::{OwnRule, OwnRules, RulesFile};
pub use page::page;
pub use prose::Named;
pub use review::{Exempted, Review};
pub use rule::{Family, Repair, Rule, Say};
pub use settings::{Origin, Settings, unknown_kind};
pub use subject::Subject;
pub use texts::Texts;
pub use told::{NotEvaluated, Told};

use baocao_core::diagnostic::Finding;

/// The figures that the texts of people name, as far as the words around a number bind it to an indicator.
pub fn named(subject: &Subject<'_>) -> Vec<Named> {
    prose::named(subject)
}

/// Looks at a subject with all rules. `findings` are those of the stages before; they come under the same settings.
pub fn check(subject: &Subject<'_>, findings: Vec<Finding>, settings: &Settings) -> Review {
    check_but(&[], subject, findings, settings)
}

/// Looks at a subject with all rules, which have nothing to say of some places and what is below them.
fn check_but(unheard: &[String], subject: &Subject<'_>, findings: Vec<Finding>, settings: &Settings) -> Review {
    let mut told = Told::new(findings, unheard);
    for family in families() {
        (family.check)(subject, &mut told);
    }
    let printed = || subject.document.iter().flat_map(|document| &document.body).filter_map(said::said).collect();
    settings.own().tell(subject, &printed, &mut told);
    Review::new(told, settings)
}
