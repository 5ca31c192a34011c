//! Rules of Vietnamese text.

use super::Family;

pub(super) const FAMILIES: &[Family] = &[];
