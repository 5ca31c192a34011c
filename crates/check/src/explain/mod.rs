//! The account of a figure: its value, where it came from, and every place where it is printed.
//!
//! [`Desk::explain`](crate::Desk::explain) reads and composes a report; [`Explained::account`] tells of one
//! indicator, [`Explained::lines`] of all of them. Places are not guessed from equal numbers: the texts of the document say
//! what they came from (see [`baocao_core::document::Origin`]). It is laid out with marks that take no room.

mod account;
mod grid;
mod json;
mod mentions;
mod prints;
mod relations;
mod sentence;
mod text;
mod units;
mod working;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use account::{Account, Line, Origin};
pub use json::{account_json, lines_json};
pub use mentions::Mention;
pub(crate) use mentions::mentions;
pub use relations::Held;
pub use text::{account_text, lines_text, units_text};
pub use units::Units;
pub use working::{Part, Working};

use baocao_core::diagnostic::{Finding, Place};
use baocao_core::document::Document;
use baocao_core::form::Figures;
use baocao_core::narrative::{Earlier, Script};
use baocao_core::report::{Images, Input, Report};

/// A report that was read, with all that is known of its figures.
#[derive(Debug)]
#[non_exhaustive]
pub struct Explained {
    /// The file.
    pub input: Input,
    /// The report.
    pub report: Report,
    /// Its template set.
    pub script: Arc<Script>,
    /// Its figures, computed ones included.
    pub figures: Figures,
    /// Those of an earlier period.
    pub earlier: Option<Earlier>,
    /// What the rules say of the report, exemptions apart.
    pub findings: Vec<Finding>,
    /// Where figures are printed, in the order of the document; nothing where it could not be composed.
    pub printed: Option<Vec<Printed>>,
    /// Where the texts that people wrote name figures.
    pub mentions: Vec<Mention>,
    /// Images of signatures and seals, which the marked document needs too.
    pub images: Images,
    /// The document with numbered marks that take no room at the places of `printed` and `mentions`.
    pub marked: Option<Document>,
}

impl Explained {
    /// Tells the pages of what is printed: those of the marks, by their number.
    pub fn set_pages(&mut self, pages: &BTreeMap<usize, usize>) {
        self.printed.iter_mut().flatten().for_each(|printed| printed.page = pages.get(&printed.number).copied());
        let page = |number: usize| pages.get(&number).copied();
        self.mentions.iter_mut().for_each(|mention| mention.page = mention.number.and_then(page));
    }
}

/// One place where a figure is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The indicators that it came from: one, or those that a sentence computes with.
    pub ids: Vec<String>,
    /// What is printed.
    pub text: String,
    /// The helper of the section template that printed it.
    pub helper: Option<&'static str>,
    /// The section that the template speaks.
    pub section: Option<String>,
    /// The call in that template.
    pub template: Option<Place>,
    /// Whether it is the value of the earlier period.
    pub earlier: bool,
    /// The appendix; empty in the body.
    pub part: String,
    /// The heading that it stands under.
    pub heading: String,
    /// Where it stands there.
    pub at: Where,
    /// The page of the file, from 1.
    pub page: Option<usize>,
    /// The number of the mark that the layout leaves there.
    number: usize,
}

/// Where something is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Where {
    /// In a sentence.
    Sentence {
        /// The sentence.
        text: String,
    },
    /// In a title.
    Heading {
        /// The title.
        text: String,
    },
    /// In a cell of a table.
    Cell {
        /// The table.
        table: String,
        /// The first cells of its row.
        row: Vec<String>,
        /// The headers of its column, from top to bottom.
        column: Vec<String>,
    },
    /// At a bar of a chart.
    Bar {
        /// The chart.
        chart: String,
        /// The label of the bar.
        label: String,
    },
}

/// Where a document prints its figures, and the document with a mark at each of these places and where the mentions stand,
/// which are told.
pub(crate) fn prints(document: &Document, mentions: &mut [Mention]) -> (Vec<Printed>, Document) {
    prints::prints(document, mentions)
}
