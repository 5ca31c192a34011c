//! Rules of numbers in running text.

mod number;

use super::Family;

pub(super) use number::numbers;

pub(super) const FAMILIES: &[Family] = &[];
