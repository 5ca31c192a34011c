//! `baocao` turns the data of a periodic administrative report into the official Vietnamese document: the layout of
//! Nghị định 30/2020/NĐ-CP, narrative and tables filled through templates, PDF/A with the data inside.
//!
//! Each stage is a function from a typed value to a typed value; nothing later is known to anything earlier:
//!
//! ```text
//! bytes -> report -> form (tables) -> compose -> typeset -> PDF, PNG
//!             \----> narrative (blocks) --/
//! ```
//!
//! # The whole way
//!
//! ```
//! use baocao::{Office, diagnostic::{Lang, render}, typeset::Standards};
//!
//! let bytes = std::fs::read("examples/xa-q3-2023.json")?;
//! let mut findings = Vec::new();
//! let office = Office::default();
//! match office.pdf("examples/xa-q3-2023.json", bytes, &Standards::default(), &mut findings) {
//!     Some(pdf) => assert!(pdf.starts_with(b"%PDF-1.7")),
//!     None => eprintln!("{}", render(&findings, Lang::Vi, false)),
//! }
//! # Ok::<(), std::io::Error>(())
//! ```

#![cfg_attr(
    not(test),
    warn(clippy::expect_used, clippy::panic, clippy::print_stderr, clippy::print_stdout, clippy::unwrap_used)
)]

mod office;

pub use baocao_check::Composed;
pub use baocao_check::{self as check, explain, mend};
pub use baocao_core::{compose, diagnostic, document, form, markdown, msg, narrative, report, table, template};
pub use baocao_typeset as typeset;
pub use baocao_vietnamese as vietnamese;
pub use office::Office;
