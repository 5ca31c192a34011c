//! The pages of places that were marked in a document.

use std::collections::BTreeMap;

use baocao_core::template::Templates;
use typst::foundations::{Label, Selector};
use typst::introspection::{Introspector, MetadataElem};
use typst::utils::PicoStr;

use super::Pages;

/// The label of the marks.
const LABEL: &str = "figure-place";

/// The page, from 1, of each place, by its number; the first one where it was laid out more than once.
pub(super) fn places(pages: &Pages) -> BTreeMap<usize, usize> {
    let introspector = pages.document.introspector();
    let Some(label) = Label::new(PicoStr::intern(LABEL)) else { return BTreeMap::new() };
    let mut places = BTreeMap::new();
    for mark in introspector.query(&Selector::Label(label)) {
        let number = mark.to_packed::<MetadataElem>().and_then(|mark| mark.value.clone().cast::<usize>().ok());
        let page = mark.location().and_then(|at| introspector.page(at));
        if let (Some(number), Some(page)) = (number, page) {
            places.entry(number).or_insert(page.get());
        }
    }
    places
}

/// Whether the layout knows how to mark places. One that an office copied from an older version does not, and would
/// break the line instead.
pub(super) fn marks_places(templates: &Templates) -> bool {
    let knows = |wanted: &str| templates.layout().any(|(name, source)| name == wanted && source.text.contains(LABEL));
    knows("text.typ") && knows("chart.typ")
}
