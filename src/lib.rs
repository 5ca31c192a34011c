//! `baocao` turns the data of a periodic administrative report into the official Vietnamese document: the layout of
//! Nghị định 30/2020/NĐ-CP, narrative and tables filled through templates, PDF/A with the data inside.
//!
//! An [`Office`] brings templates, fonts and limits, and does the work. A [`ReportFile`] is what comes in, a [`Shelf`] is
//! where the files beside it come from, an [`Outcome`] is what comes of every step: a value, and all that is to be said.
//!
//! ```
//! use baocao::{Folder, Lang, Office, ReportFile, Standards, render};
//!
//! let (office, folder) = (Office::default(), Folder::new("examples"));
//! let report = ReportFile::open(&folder, "xa-q3-2023.json", office.limits())?;
//! match office.pdf(report, &Standards::default()).into_result() {
//!     Ok(pdf) => assert!(pdf.starts_with(b"%PDF-1.7")),
//!     Err(review) => eprintln!("{}", render(&review.findings, Lang::Vi, false)),
//! }
//! # Ok::<(), baocao::Finding>(())
//! ```
//!
//! Longer examples stand in `examples/`. What is shown here is what others may build on; the crates below it
//! (`baocao-core`, `baocao-check`, `baocao-import`, `baocao-rollup`, `baocao-typeset`, `baocao-vietnamese`) are its parts and promise nothing.

#![cfg_attr(
    not(test),
    warn(clippy::expect_used, clippy::panic, clippy::print_stderr, clippy::print_stdout, clippy::unwrap_used)
)]

#[doc(hidden)]
pub mod exports;
#[doc(hidden)]
pub mod files;
mod folder;
mod office;
#[doc(hidden)]
pub mod roots;
#[doc(hidden)]
pub mod sources;

#[doc(inline)]
pub use baocao_check::explain::{Account, Explained, account_json, account_text};
#[doc(inline)]
pub use baocao_check::record::{Outcome as Checked, Record};
#[doc(inline)]
pub use baocao_check::{CONFIG_FILE, Composed, Config, Exempted, NotEvaluated, Outcome, Review, Settings, kind};
#[doc(inline)]
pub use baocao_core::diagnostic::{Finding, Id, Kind, Lang, Message, Place, Severity, Source, render, summary};
#[doc(inline)]
pub use baocao_core::limits::Limits;
#[doc(inline)]
pub use baocao_core::report::ReportFile;
#[doc(inline)]
pub use baocao_core::shelf::{Archive, Entry, Shelf, ShelfError, ShelfPath, Uploads};
#[doc(inline)]
pub use baocao_core::template::Templates;
#[doc(inline)]
pub use baocao_typeset::{Fonts, Pages, Standards, png};
pub use folder::Folder;
pub use office::Office;
