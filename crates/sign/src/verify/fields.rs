//! The fields of a form, and where they are shown.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::file::{Broken, Dict, Id, Object, Page, Set, Spot, Text, View, What, decoded, pages, rectangle};

/// Fields of a form.
const MOST_FIELDS: usize = 100_000;
/// Fields inside one another.
const MOST_LEVELS: usize = 32;

/// A field at the end of a branch.
#[derive(Debug, Clone)]
pub(super) struct Field {
    /// Its full name.
    pub name: String,
    /// Its kind: `Sig`, `Tx` ...
    pub kind: String,
    /// What it holds, with what it has from above it.
    pub dict: Dict,
    /// The signature in it.
    pub value: Option<Value>,
    /// Where it is shown.
    pub widgets: Vec<Widget>,
    /// Whether the form leads to it, and not only a page.
    pub in_form: bool,
}

/// A signature as it stands.
#[derive(Debug, Clone)]
pub(super) struct Value {
    /// Where its dictionary stands; none if it stands in the field itself.
    pub spot: Option<Spot>,
    /// Its dictionary.
    pub dict: Dict,
}

/// A place where a field is shown.
#[derive(Debug, Clone)]
pub(super) struct Widget {
    /// Its object.
    pub id: Option<Id>,
    /// What it holds.
    pub dict: Dict,
    /// The page, from 0.
    pub page: Option<usize>,
    /// Left, bottom, right, top.
    pub rect: Option<[f64; 4]>,
}

impl Field {
    /// Whether it is for a signature.
    pub(super) fn is_signature(&self) -> bool {
        self.kind == "Sig"
    }
}

impl Value {
    /// The bytes of the signature.
    pub(super) fn contents(&self) -> Option<&Text> {
        self.dict.get("Contents").and_then(Object::text)
    }

    /// What sets it apart from all others of a file.
    pub(super) fn key(&self) -> (Option<Spot>, usize) {
        (self.spot, self.contents().map_or(0, |text| text.span.start))
    }

    /// Where what it signs ends, as it says.
    pub(super) fn end(&self) -> i64 {
        let ranges = self.dict.get("ByteRange").and_then(Object::array).unwrap_or_default();
        ranges.iter().rev().take(2).filter_map(Object::int).fold(0, i64::saturating_add)
    }
}

/// All fields that a view shows, those that stand on a page and in no form, too.
pub(super) fn fields(view: &View<'_, '_>) -> Vec<Field> {
    let pages = pages(view).unwrap_or_default();
    let on_page = on_pages(view, &pages);
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    let roots = roots(view);
    let mut walk = Walk { view, on_page: &on_page, seen: &mut seen, found: &mut found };
    for root in &roots {
        walk.down(root, &Above::default(), MOST_LEVELS);
    }
    for (index, note) in notes(view, &pages) {
        let Some(id) = note.reference().filter(|id| !walk.seen.contains(id)) else {
            if note.reference().is_none() {
                walk.alone(&note, index);
            }
            continue;
        };
        walk.seen.insert(id);
        walk.alone(&note, index);
    }
    found
}

/// The fields of the form that stand in no other.
fn roots(view: &View<'_, '_>) -> Vec<Object> {
    let form = view.catalog().ok().and_then(|catalog| Some(view.entry(catalog.dict()?, "AcroForm")));
    let roots = form.and_then(|form| Some(view.entry(form.dict()?, "Fields")));
    roots.as_deref().and_then(Object::array).unwrap_or_default().to_vec()
}

/// Whether no field of the form stands within itself: of such a one some programs see nothing, others all but its end.
pub(super) fn check_fields(view: &View<'_, '_>) -> Result<(), Broken> {
    fn down(view: &View<'_, '_>, node: &Object, line: &mut Vec<Id>, done: &mut Set<Id>) -> Result<(), Broken> {
        if let Object::Ref(id) = node {
            if line.contains(id) {
                return Err(What::FieldTree.at(view.place(Some(*id))));
            }
            if line.len() >= MOST_LEVELS || !done.insert(*id) {
                return Ok(());
            }
            line.push(*id);
        }
        let object = view.get(node)?;
        let kids = object.dict().map(|dict| view.entry(dict, "Kids"));
        for kid in kids.as_deref().and_then(Object::array).unwrap_or_default() {
            // What stands in the field itself has none in it.
            if kid.reference().is_some() {
                down(view, kid, line, done)?;
            }
        }
        if node.reference().is_some() {
            line.pop();
        }
        Ok(())
    }
    let (mut line, mut done) = (Vec::new(), Set::default());
    roots(view).iter().try_for_each(|root| down(view, root, &mut line, &mut done))
}

/// What pages show besides their content, with the page's number from 0. Nothing stands there for a null.
pub(super) fn notes(view: &View<'_, '_>, pages: &[Page]) -> Vec<(usize, Object)> {
    let mut notes = Vec::new();
    for (index, page) in pages.iter().enumerate() {
        let list = view.entry(page.dict(), "Annots");
        let list = list.array().unwrap_or_default().iter().filter(|note| **note != Object::Null);
        notes.extend(list.map(|note| (index, note.clone())));
        if notes.len() > MOST_FIELDS {
            view.file.give_up();
            break;
        }
    }
    notes
}

fn on_pages(view: &View<'_, '_>, pages: &[Page]) -> HashMap<Id, usize> {
    notes(view, pages).into_iter().filter_map(|(page, note)| Some((note.reference()?, page))).collect()
}

/// What a field has from those above it.
#[derive(Debug, Clone, Default)]
struct Above {
    name: String,
    entries: Vec<(Vec<u8>, Object)>,
}

/// What goes down from a field to those in it, and what is done where one of them is used.
const INHERITED: [&str; 12] = ["FT", "V", "DV", "Ff", "Lock", "SV", "DA", "Q", "MaxLen", "Opt", "A", "AA"];

impl Above {
    fn with(&self, view: &View<'_, '_>, dict: &Dict) -> Self {
        let own = view.entry(dict, "T");
        let own = own.text().map(|name| decoded(&name.bytes));
        let name = match own {
            Some(own) if self.name.is_empty() => own,
            Some(own) => format!("{}.{own}", self.name),
            None => self.name.clone(),
        };
        let mut entries = self.entries.clone();
        for key in INHERITED {
            if let Some(value) = dict.get(key) {
                entries.retain(|(known, _)| known != key.as_bytes());
                entries.push((key.as_bytes().to_vec(), value.clone()));
            }
        }
        Self { name, entries }
    }
}

struct Walk<'w, 'f, 'a> {
    view: &'w View<'f, 'a>,
    on_page: &'w HashMap<Id, usize>,
    seen: &'w mut HashSet<Id>,
    found: &'w mut Vec<Field>,
}

impl Walk<'_, '_, '_> {
    fn down(&mut self, node: &Object, above: &Above, levels: usize) {
        let levels = levels.checked_sub(1).filter(|_| self.found.len() < MOST_FIELDS);
        let Some(levels) = levels else { return self.view.file.give_up() };
        if node.reference().is_some_and(|id| !self.seen.insert(id)) {
            return;
        }
        let Ok(object) = self.view.get(node) else { return };
        let Some(dict) = object.dict() else { return };
        let above = above.with(self.view, dict);
        let kids = self.view.entry(dict, "Kids");
        let kids = kids.array().unwrap_or_default();
        let is_field =
            |kid: &Object| self.view.get(kid).is_ok_and(|kid| kid.dict().is_some_and(|kid| kid.get("T").is_some()));
        if kids.iter().any(is_field) {
            for kid in kids {
                self.down(kid, &above, levels);
            }
            return;
        }
        let mut widgets = Vec::new();
        for kid in kids {
            if kid.reference().is_none_or(|id| self.seen.insert(id)) {
                widgets.extend(self.widget(kid, None));
            }
        }
        if kids.is_empty() {
            widgets.extend(self.widget(node, None));
        }
        self.add(dict, above, widgets, true);
    }

    /// A widget that no form leads to: its field is what it says itself, and what those say that it names above it.
    fn alone(&mut self, note: &Object, page: usize) {
        let Ok(object) = self.view.get(note) else { return };
        let Some(dict) = object.dict() else { return };
        if dict.get("Subtype").and_then(Object::name) != Some("Widget") {
            return;
        }
        if self.found.len() >= MOST_FIELDS {
            return self.view.file.give_up();
        }
        let mut line = vec![Rc::clone(&object)];
        loop {
            if line.len() >= MOST_LEVELS {
                return self.view.file.give_up();
            }
            let Some(dict) = line.last().and_then(|node| node.dict()) else { break };
            match self.view.entry(dict, "Parent") {
                parent if parent.dict().is_some() => line.push(parent),
                _ => break,
            }
        }
        let nodes = line.iter().rev().filter_map(|node| node.dict());
        let above = nodes.fold(Above::default(), |above, dict| above.with(self.view, dict));
        let widgets = self.widget(note, Some(page)).into_iter().collect();
        self.add(dict, above, widgets, false);
    }

    fn widget(&self, node: &Object, page: Option<usize>) -> Option<Widget> {
        let object = self.view.get(node).ok()?;
        let dict = object.dict()?.clone();
        if dict.get("Subtype").and_then(Object::name) != Some("Widget") {
            return None;
        }
        let id = node.reference();
        let page = page.or_else(|| self.on_page.get(&id?).copied());
        let rect = dict.get("Rect").and_then(|rect| rectangle(self.view, rect));
        Some(Widget { id, dict, page, rect })
    }

    fn add(&mut self, dict: &Dict, Above { name, entries }: Above, widgets: Vec<Widget>, in_form: bool) {
        let own = dict.0.iter().filter(|(key, _)| !INHERITED.iter().any(|other| other.as_bytes() == key)).cloned();
        let dict = Dict(entries.into_iter().chain(own).collect());
        let kind = self.view.entry(&dict, "FT").name().unwrap_or_default().to_owned();
        let value = dict.get("V").and_then(|value| {
            let object = self.view.get(value).ok()?;
            let spot = value.reference().and_then(|id| self.view.spot(id));
            Some(Value { spot, dict: object.dict()?.clone() })
        });
        self.found.push(Field { name, kind, dict, value, widgets, in_form });
    }
}
