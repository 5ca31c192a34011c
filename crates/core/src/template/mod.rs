//! Template sets: all that an office may change without Rust.
//!
//! A set is a folder `<family>/<level>-<version>` with `form.json`, `outline.json` and `sections/*.md.hbs`; the page
//! is `layout/*.typ`. The sets built into the program may be overlaid by a folder of the office's own, file by file.

mod documents;
mod files;
mod fresh;
mod indicators;
mod kind;
mod lint;
mod outline;
mod read;
mod report_schema;
mod sample;
mod set;
mod wording;

pub use documents::{Documents, KnownDocument, Replaced};
pub use files::Templates;
pub use fresh::{copy, skeleton};
pub use indicators::indicator_table;
pub use kind::{DocumentKind, Layout};
pub use outline::{Outline, Section, Title};
pub use read::schema_text;
pub use report_schema::report_schema;
pub use sample::{PLACEHOLDERS, blank, empty_report, example_of, is_title_in_brackets, sample};
pub use set::TemplateSet;
pub use wording::{About, Outdated, Wording};
