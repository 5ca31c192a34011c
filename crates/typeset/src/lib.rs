//! Typesetting: the composed document becomes pages, PDF and PNG.
//!
//! This crate is a part of `baocao` and the only one that knows Typst; what others may build on is what `baocao` itself
//! shows of it.

#![warn(clippy::expect_used, clippy::panic, clippy::print_stderr, clippy::print_stdout, clippy::unwrap_used)]

mod breaks;
mod fonts;
mod holes;
mod marks;
mod notes;
mod pages;
mod pdf;
mod places;
mod png;
mod press;
mod signing;
mod spaced;
mod stamp;
mod tails;
mod typed;
mod typesetter;
mod world;

pub use fonts::{Fonts, plain_letters};
pub use pages::Pages;
pub use pdf::{Standards, pdf};
pub use png::png;
pub use stamp::{Stamp, stamp};
pub use typesetter::Typesetter;
