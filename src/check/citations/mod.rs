//! Rules of documents and dates that running text names.

use super::Family;

pub(super) const FAMILIES: &[Family] = &[];
