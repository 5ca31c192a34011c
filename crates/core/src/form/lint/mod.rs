//! Mistakes in a form definition.
//!
//! [`FormFile::check`] tells what forbids documents, whenever a set is read; [`FormFile::advise`] what is probably wrong,
//! for who writes the forms.

mod appendices;
mod figures;
mod formulas;
mod ids;
mod known;
mod place;
mod relations;
mod rollup;
mod rows;

use std::sync::Arc;

use super::FormFile;
use crate::diagnostic::{Finding, Source};
use place::Places;

impl FormFile {
    /// Adds an error for everything that cannot be printed as it is written: ids given twice, formulas that name unknown
    /// ids or go round in a circle, coded indicators without codes, appendices with unknown forms.
    pub fn check(&self, source: &Arc<Source>, findings: &mut Vec<Finding>) {
        let places = Places::new(source);
        ids::check(self, &places, findings);
        rows::check(self, &places, findings);
        formulas::check(self, &places, findings);
        appendices::check(self, &places, findings);
        figures::check(self, &places, findings);
    }

    /// Adds a warning for everything that is probably not meant. `known` are other sets by their names: one id means one
    /// thing in all of them.
    pub fn advise(&self, source: &Arc<Source>, known: &[(&str, &Self)], findings: &mut Vec<Finding>) {
        let places = Places::new(source);
        ids::advise(self, &places, findings);
        rows::advise(self, &places, findings);
        formulas::advise(self, &places, findings);
        appendices::advise(self, &places, findings);
        known::advise(self, known, &places, findings);
    }
}
