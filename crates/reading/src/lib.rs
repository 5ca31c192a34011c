//! The texts of a report, read once: paragraphs and items, words, numbers with their units, documents, dates, each with its
//! place in the value as it was given. What they assert, and whether it is right, is for the rules of the checker to say.
//!
//! This crate is a part of `baocao`; what others may build on is what `baocao` itself shows of it.

#![warn(clippy::expect_used, clippy::panic, clippy::print_stderr, clippy::print_stdout, clippy::unwrap_used)]

mod block;
mod cells;
pub mod documents;
pub mod numbers;
mod passage;
mod pattern;
pub mod phrase;
mod piece;
mod plain;
mod sentence;
mod word;

pub use block::{Block, Shape};
pub use cells::CellAt;
pub use passage::{Order, Passage, TextKind, collect};
pub use pattern::pattern;
pub use phrase::{Phrase, Phrases};
pub use piece::{Gap, Piece};
pub use plain::Mark;
pub use sentence::{Sentence, is_short, sentences};
pub use word::{Word, chunks, is_code};
