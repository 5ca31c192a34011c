//! Where a document is signed and stamped, as the layout marks it.

use baocao_pdf::{Mark, Place};
use typst::foundations::{Dict, Label, Selector, Smart, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::model::Document as _;
use typst::utils::PicoStr;

use super::Pages;

/// The label of the marks.
const LABEL: &str = "signing-place";

/// The places as an entry of the file's catalogue.
pub(super) fn entry(pages: &Pages) -> String {
    let date = match pages.document.info().date {
        Smart::Custom(Some(date)) => date.year().zip(date.month()).zip(date.day()),
        _ => None,
    };
    date.map(|((year, month), day)| baocao_pdf::entry(&places(pages), (year, month, day))).unwrap_or_default()
}

/// The places, in the order of signing; none where the layout, copied from an older version, does not mark them.
fn places(pages: &Pages) -> Vec<Place> {
    let introspector = pages.document.introspector();
    let Some(label) = Label::new(PicoStr::intern(LABEL)) else { return Vec::new() };
    let read = |mark: &typst::foundations::Content| {
        let Value::Dict(said) = &mark.to_packed::<MetadataElem>()?.value else { return None };
        let at = introspector.position(mark.location()?)?;
        let page = pages.document.pages().get(at.page.get() - 1)?;
        let (left, top) = (at.point.x.to_pt(), page.frame.height().to_pt() - at.point.y.to_pt());
        let rect = [left, top - number(said, "height")?, left + number(said, "width")?, top];
        let mark = said.get("mark").ok()?.clone().cast::<String>().ok()?.parse::<Mark>().ok()?;
        let signer = said.get("signer").ok()?.clone().cast::<usize>().ok()? + 1;
        Some(Place { mark, signer, page: at.page.get(), rect: rect.map(rounded) })
    };
    let mut places: Vec<Place> = introspector.query(&Selector::Label(label)).iter().filter_map(read).collect();
    places.sort_by_key(|place| (place.signer, place.mark));
    places
}

fn number(said: &Dict, name: &str) -> Option<f64> {
    said.get(name).ok()?.clone().cast().ok()
}

/// To hundredths of a point: no pen is finer.
fn rounded(points: f64) -> f64 {
    (points * 100.0).round() / 100.0
}
