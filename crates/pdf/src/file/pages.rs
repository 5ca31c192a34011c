//! The pages of a view.

use std::collections::HashSet;
use std::rc::Rc;

use super::{Broken, Dict, Id, MOST_LEVELS, MOST_PAGES, Object, View, What};

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
    tree(view).map(|(pages, _)| pages)
}

/// All pages in order, and what the nodes above them have to draw with: some programs look there for what a page has not.
pub(crate) fn tree(view: &View<'_, '_>) -> Result<(Vec<Page>, Vec<Object>), Broken> {
    let catalog = view.catalog()?;
    let none = What::NoPages.at(0);
    let root = catalog.dict().and_then(|catalog| catalog.get("Pages")).ok_or(none)?;
    let (mut pages, mut resources) = (Vec::new(), Vec::new());
    let mut seen = HashSet::new();
    // What is still to be looked at, the next one last.
    let mut open = vec![(root.clone(), [const { None }; 4])];
    while let Some((node, above)) = open.pop() {
        let id = node.reference();
        if id.is_some_and(|id| !seen.insert(id)) {
            return Err(What::PageTree.at(view.place(id)));
        }
        if pages.len() >= MOST_PAGES {
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
            Object::Array(kids) => {
                resources.extend(dict.get("Resources").cloned());
                open.extend(kids.iter().rev().map(|kid| (kid.clone(), inherited.clone())));
            }
            _ if dict.get("Kids").is_some() => return Err(none),
            _ => pages.push(Page { id, object, inherited }),
        }
        if open.len() > MOST_PAGES {
            return Err(What::TooMuch.at(0));
        }
    }
    if pages.is_empty() { Err(none) } else { Ok((pages, resources)) }
}

/// Whether the tree of pages says of itself what is so: how many pages each node holds (`Count`), what each node is (`Type`) and
/// above whom it stands (`Parent`). Programs that go by one of these show other pages than those that go by `Kids`.
pub fn check_pages(view: &View<'_, '_>) -> Result<(), Broken> {
    // Each node stands there once, so that counting ends.
    pages(view)?;
    let catalog = view.catalog()?;
    let root = catalog.dict().and_then(|catalog| catalog.get("Pages")).ok_or(What::NoPages.at(0))?;
    count(view, root, None, MOST_LEVELS).map(drop)
}

/// How many pages a node holds.
fn count(view: &View<'_, '_>, node: &Object, above: Option<Id>, levels: usize) -> Result<i64, Broken> {
    let id = node.reference();
    let wrong = What::PageTree.at(view.place(id));
    let levels = levels.checked_sub(1).ok_or(wrong)?;
    let object = view.get(node)?;
    let dict = object.dict().ok_or(wrong)?;
    let parent = dict.get("Parent").filter(|parent| **parent != Object::Null);
    // Of a root that says that something is above it, some programs take that for the root.
    if parent.and_then(Object::reference) != above || parent.is_some() != above.is_some() {
        return Err(wrong);
    }
    let kind = view.entry(dict, "Type");
    let is = |name: &str| matches!(&*kind, Object::Null) || kind.name() == Some(name);
    let kids = view.entry(dict, "Kids");
    let Some(kids) = kids.array() else { return if is("Page") { Ok(1) } else { Err(wrong) } };
    let pages = kids.iter().try_fold(0, |sum: i64, kid| Ok(sum + count(view, kid, id, levels)?))?;
    let is_right = is("Pages") && view.entry(dict, "Count").int() == Some(pages);
    if is_right { Ok(pages) } else { Err(wrong) }
}
