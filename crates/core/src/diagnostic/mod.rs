//! Findings: what is wrong, where, what was expected and how to mend it.
//!
//! The library never prints and never exits: every stage adds to a list of [`Finding`]s, and whoever called it
//! decides what to show ([`render`]) and when to stop ([`worst`]).

mod caught;
mod edit;
mod finding;
mod kept;
mod kind;
mod literal;
mod message;
mod nearest;
mod origin;
mod others;
mod place;
mod render;
mod short;
mod source;
mod system;

pub use caught::{caught, is_caught};
pub use edit::Edit;
pub use finding::{Finding, Severity, Spot, has_errors, worst};
pub use kept::kept;
pub use kind::{Id, Kind, Say};
pub(crate) use literal::{LINE_END, cuts as literal_cuts, offset as literal_offset, write as write_literal};
pub use message::{Lang, Message};
pub(crate) use nearest::meant;
pub use nearest::nearest;
pub use origin::{Address, Origin};
pub(crate) use place::Within;
pub use place::{Locator, Place, column_letters};
pub use render::{Look, counted, render, render_all, summary, visible_lines, visible_name};
pub use source::Source;
pub use system::{megabytes, reason, unreadable, unreadable_for, unwritable, unwritable_for};
