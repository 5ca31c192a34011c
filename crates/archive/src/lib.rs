//! Packages of issued documents and their register. Nothing here knows what a report is or where files lie: files come
//! from a [`Tree`], and what is written is given back as bytes.
//!
//! A [`Package`] is the files of one document with a [`Manifest`]; a [`Line`] of the register names the package and the
//! SHA-256 of its manifest; each line has the SHA-256 of the one before ([`Chain`]), and a [`Head`] that of the last.
//! [`bag`] and [`csip`] are the forms in which packages are handed to others.

#![cfg_attr(
    not(test),
    warn(clippy::expect_used, clippy::panic, clippy::print_stderr, clippy::print_stdout, clippy::unwrap_used)
)]

pub mod bag;
pub mod csip;
mod digest;
mod evidence;
mod find;
mod metadata;
mod name;
mod number;
mod package;
mod register;
mod timestamp;
mod tree;

pub use evidence::{Evidence, State};
pub use find::Query;
pub use metadata::{FileCode, Metadata, Recipient, SignerInfo, merged};
pub use name::{folder_name, is_safe};
pub use number::{is_number, is_same_number};
pub use package::{Check, EVIDENCE, Files, MANIFEST, METADATA, Manifest, Member, Package, Role, no_file};
pub use register::{Chain, Flaw, Head, Line, Lines, MOST_LINE_BYTES, Numbers, Step, entered};
pub use timestamp::imprints;
pub use tree::{Found, Kind, Tree, read};
