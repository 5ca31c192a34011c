//! Rules of numbers in running text.

mod number;

pub(super) use number::numbers;
