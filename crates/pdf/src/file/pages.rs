//! The pages of a view.

use std::collections::HashSet;
use std::rc::Rc;

use super::{Broken, Dict, Id, MOST_PAGES, Object, View, What};

/// What a page takes from the nodes above it (ISO 32000-1, 7.7.3.4).
pub const INHERITED: [&str; 4] = ["Resources", "MediaBox", "CropBox", "Rotate"];

/// One page.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its object; none if it stands in its parent.
    pub id: Option<Id>,
    /// What it holds.
    pub object: Rc<Object>,
    /// What it has by itself or from above, in the order of [`INHERITED`].
    pub inherited: [Option<Object>; 4],
}

impl Page {
    /// Its dictionary.
    pub fn dict(&self) -> &Dict {
        static NONE: Dict = Dict(Vec::new());
        self.object.dict().unwrap_or(&NONE)
    }

    /// Left, bottom, right, top of what is shown of it.
    pub fn area(&self, view: &View<'_, '_>) -> Option<[f64; 4]> {
        let area = self.inherited[2].as_ref().or(self.inherited[1].as_ref())?;
        rectangle(view, area)
    }
}

/// A rectangle, its lower left corner first.
pub fn rectangle(view: &View<'_, '_>, object: &Object) -> Option<[f64; 4]> {
    let object = view.get(object).ok()?;
    let side = |at: usize| view.get(object.array()?.get(at)?).ok()?.number().filter(|side| side.is_finite());
    let (one, two, three, four) = (side(0)?, side(1)?, side(2)?, side(3)?);
    Some([one.min(three), two.min(four), one.max(three), two.max(four)])
}

/// All pages in order.
pub fn pages(view: &View<'_, '_>) -> Result<Vec<Page>, Broken> {
    let catalog = view.catalog()?;
    let none = What::NoPages.at(0);
    let root = catalog.dict().and_then(|catalog| catalog.get("Pages")).ok_or(none)?;
    let mut pages = Vec::new();
    let mut seen = HashSet::new();
    // What is still to be looked at, the next one last.
    let mut open = vec![(root.clone(), [const { None }; 4])];
    while let Some((node, above)) = open.pop() {
        let id = node.reference();
        if id.is_some_and(|id| !seen.insert(id)) || pages.len() >= MOST_PAGES {
            return Err(What::TooMuch.at(0));
        }
        let object = view.get(&node)?;
        let dict = object.dict().ok_or(none)?;
        let mut inherited = above;
        for (value, key) in inherited.iter_mut().zip(INHERITED) {
            if let Some(own) = dict.get(key) {
                *value = Some(own.clone());
            }
        }
        match &*view.entry(dict, "Kids") {
            Object::Array(kids) => open.extend(kids.iter().rev().map(|kid| (kid.clone(), inherited.clone()))),
            _ if dict.get("Kids").is_some() => return Err(none),
            _ => pages.push(Page { id, object, inherited }),
        }
        if open.len() > MOST_PAGES {
            return Err(What::TooMuch.at(0));
        }
    }
    if pages.is_empty() { Err(none) } else { Ok(pages) }
}
