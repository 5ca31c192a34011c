//! Signature fields and the rectangles by which they are seen, tagged so that a document stays readable by everybody
//! (PDF/UA-1, 7.18.4) and fit for the archive (PDF/A-3, 6.3.3).

use std::collections::{BTreeMap, BTreeSet};

use baocao_core::diagnostic::Finding;
use baocao_core::{kinds, msg};
use baocao_pdf::{Mark, Place};
use lopdf::{Dictionary, Object, ObjectId, Stream};

use crate::file::File;
use crate::page::View;
use crate::update::{Base, Update, dictionary, opened, text_of, text_string};

/// Printed, and locked against moving (ISO 32000-1, 12.5.3).
const FLAGS: i64 = 132;

/// There are signatures, and the file is only ever appended to (ISO 32000-1, 12.7.2).
const SIGNATURE_FLAGS: i64 = 3;

/// Levels of fields below fields.
const MOST_LEVELS: usize = 16;

/// Fields of a form.
const MOST_FIELDS: usize = 10_000;

/// Annotations of all pages.
const MOST_WIDGETS: usize = 1_000_000;

/// Adds an empty signature field at each place. Places that have their field already stay as they are.
///
/// The file gets an incremental update; PDF/A and PDF/UA hold. What cannot be written on is refused.
pub fn add_fields(pdf: &[u8], places: &[Place]) -> Result<Vec<u8>, Finding> {
    let file = opened(pdf)?;
    let base = Base::read(&file)?;
    let fields = Fields::read(&base)?;
    let missing: Vec<&Place> = places.iter().filter(|place| fields.find(&place.field()).is_none()).collect();
    if missing.is_empty() {
        return Ok(pdf.to_vec());
    }
    let mut update = Update::new(&base);
    for place in missing {
        add(&mut update, place, None)?;
    }
    Ok(update.write()?.bytes)
}

/// The places of the fields that a file has for our marks, signed or not.
pub fn field_places<'a>(file: &'a File<'a>) -> Result<Vec<Place>, Finding> {
    let base = Base::read(file)?;
    let fields = Fields::read(&base)?;
    let pages = pages_of_widgets(&base);
    let place = |field: &Field| {
        let (mark, signer) = field.name.split_once('-')?;
        let (mark, signer) = (mark.parse().ok()?, signer.parse().ok()?);
        let page = *pages.get(&field.id)?;
        let view = View::of(&Update::new(&base), base.page(page)?);
        Some(Place { mark, signer, page, rect: view.to_shown(rectangle(&base, field.id)?) })
    };
    Ok(fields.0.iter().filter_map(place).collect())
}

/// The number of the page that each widget lies on, the first one.
pub(crate) fn pages_of_widgets(base: &Base<'_>) -> BTreeMap<ObjectId, usize> {
    let update = Update::new(base);
    let mut pages = BTreeMap::new();
    let mut seen = 0;
    for (number, page) in (1..).zip(base.page_ids()) {
        let list = page
            .and_then(|page| update.dictionary(page))
            .and_then(|page| update.entry(page, "Annots")?.as_array().ok());
        for id in list.into_iter().flatten().filter_map(|one| one.as_reference().ok()) {
            seen += 1;
            if seen > MOST_WIDGETS {
                return pages;
            }
            pages.entry(id).or_insert(number);
        }
    }
    pages
}

/// The rectangle of a field.
pub(crate) fn rectangle(base: &Base<'_>, field: ObjectId) -> Option<[f64; 4]> {
    let update = Update::new(base);
    let sides = update.entry(update.dictionary(field)?, "Rect")?.as_array().ok()?;
    let side = |side: &Object| Some(f64::from(update.resolved(side)?.as_float().ok()?));
    let [a, b, c, d]: [f64; 4] = sides.iter().map(side).collect::<Option<Vec<_>>>()?.try_into().ok()?;
    Some([a.min(c), b.min(d), a.max(c), b.max(d)])
}

/// A field of a file.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    pub(crate) id: ObjectId,
    pub(crate) name: String,
    pub(crate) is_signature: bool,
    pub(crate) is_signed: bool,
}

/// The fields of a file.
pub(crate) struct Fields(Vec<Field>);

impl Fields {
    pub(crate) fn read(base: &Base<'_>) -> Result<Self, Finding> {
        let update = Update::new(base);
        let mut fields = Vec::new();
        let form = base.catalog().and_then(|catalog| update.entry(catalog, "AcroForm"));
        let Some(form) = form.and_then(|form| form.as_dict().ok()) else { return Ok(Self(fields)) };
        if form.has(b"XFA") {
            return Err(kinds::signing::FORM_UNFIT.finding(msg!("tệp có biểu mẫu XFA", "the file has an XFA form")));
        }
        let mut stack = Vec::new();
        let mut seen = BTreeSet::new();
        push_kids(&update, form, "Fields", "", false, 0, &mut stack);
        while let Some((id, parent, inherited, level)) = stack.pop() {
            let is_new = seen.len() < MOST_FIELDS && seen.insert(id);
            let Some(field) = update.dictionary(id).filter(|_| is_new) else { continue };
            let part = update.entry(field, "T").and_then(text_of);
            let name = match (&part, parent.as_str()) {
                (None, _) => parent.clone(),
                (Some(part), "") => part.clone(),
                (Some(part), parent) => format!("{parent}.{part}"),
            };
            let is_signature = match update.entry(field, "FT").map(Object::as_name) {
                Some(Ok(kind)) => kind == b"Sig",
                _ => inherited,
            };
            if level < MOST_LEVELS {
                push_kids(&update, field, "Kids", &name, is_signature, level + 1, &mut stack);
            }
            if part.is_some() {
                let is_signed = update.entry(field, "V").is_some_and(|value| !value.is_null());
                fields.push(Field { id, name, is_signature, is_signed });
            }
        }
        Ok(Self(fields))
    }

    /// The field of a name.
    pub(crate) fn find(&self, name: &str) -> Option<&Field> {
        self.0.iter().find(|field| field.name == name)
    }

    /// The fields that hold a signature.
    pub(crate) fn signed(&self) -> impl Iterator<Item = &Field> {
        self.0.iter().filter(|field| field.is_signature && field.is_signed)
    }
}

type Found = (ObjectId, String, bool, usize);

fn push_kids(
    update: &Update<'_>,
    of: &Dictionary,
    key: &str,
    name: &str,
    is_signature: bool,
    level: usize,
    stack: &mut Vec<Found>,
) {
    let kids = update.entry(of, key).and_then(|kids| kids.as_array().ok());
    let room = MOST_FIELDS.saturating_sub(stack.len());
    // The first one is looked at first: it is taken from the end.
    for kid in kids.into_iter().flat_map(|kids| kids.iter().take(room).rev()) {
        if let Ok(id) = kid.as_reference() {
            stack.push((id, name.to_owned(), is_signature, level));
        }
    }
}

/// What a mark is, for those who do not see it.
fn description(place: &Place) -> String {
    let what = match place.mark {
        Mark::Leader => "Chữ ký của người có thẩm quyền",
        Mark::Number => "Chữ ký của cơ quan, số của văn bản",
        Mark::Day => "Chữ ký của cơ quan, ngày ban hành văn bản",
        Mark::Seal => "Dấu và chữ ký của cơ quan",
    };
    if place.signer > 1 { format!("{what} ({})", place.signer) } else { what.to_owned() }
}

/// Adds a field with its rectangle on the page, its place in the structure of the document, and its picture, if any.
pub(crate) fn add(update: &mut Update<'_>, place: &Place, picture: Option<Stream>) -> Result<ObjectId, Finding> {
    let page = page(update.base, place)?;
    let broken = |what: &str| {
        kinds::signing::NOT_WRITTEN
            .finding(msg!("không thêm được trường chữ ký", "the signature field cannot be added"))
            .found(what)
    };
    let view = View::of(update, page);
    if !view.holds(place.rect) {
        let ([left, bottom, right, top], [width, height]) = (place.rect, view.shown_size());
        let number = place.page;
        return Err(kinds::signing::NO_PLACE
            .finding(msg!("khung không nằm trong trang {number}", "the rectangle does not lie on page {number}"))
            .found(format!("{left},{bottom},{right},{top}"))
            .expected(msg!("trong khoảng 0,0,{width},{height}", "within 0,0,{width},{height}")));
    }
    let mut picture = picture.unwrap_or_else(|| empty_picture(place));
    turn(&mut picture, view);
    let appearance = update.add(picture);
    let widget = update.reserve();
    let mut field = dictionary([
        ("Type", "Annot".into()),
        ("Subtype", "Widget".into()),
        ("FT", "Sig".into()),
        ("T", text_string(&place.field())),
        ("TU", text_string(&description(place))),
        ("Rect", view.to_page(place.rect).iter().map(|side| real(*side)).collect::<Vec<_>>().into()),
        ("F", FLAGS.into()),
        ("P", page.into()),
        ("AP", dictionary([("N", appearance.into())]).into()),
    ]);
    if let Some((degrees, _)) = view.upright() {
        field.set("MK", dictionary([("R", degrees.into())]));
    }
    if let Some(key) = tag(update, widget, page, &description(place)).ok_or_else(|| broken("/StructTreeRoot"))? {
        field.set("StructParent", key);
        update.edit(page).ok_or_else(|| broken("/Page"))?.set("Tabs", "S");
    }
    update.set(widget, field);
    let annotations = update.edit_entry(page, "Annots", Vec::new().into());
    annotations.and_then(|list| list.as_array_mut().ok()).ok_or_else(|| broken("/Annots"))?.push(widget.into());
    add_to_form(update, widget).ok_or_else(|| broken("/AcroForm"))?;
    Ok(widget)
}

/// Turns a picture so that it is upright on a page that is turned.
pub(crate) fn turn(picture: &mut Stream, view: View) {
    if let Some((_, matrix)) = view.upright() {
        picture.dict.set("Matrix", matrix);
    }
}

/// The page of a place.
fn page(base: &Base<'_>, place: &Place) -> Result<ObjectId, Finding> {
    let [left, bottom, right, top] = place.rect;
    let number = place.page;
    if !place.rect.iter().all(|side| side.is_finite() && side.abs() < 20_000.0) || left > right || bottom > top {
        return Err(kinds::signing::NO_PLACE
            .finding(msg!("khung không đúng", "the rectangle is wrong"))
            .found(format!("{left},{bottom},{right},{top}"))
            .expected(msg!("trái,dưới,phải,trên", "left,bottom,right,top")));
    }
    base.page(number).ok_or_else(|| {
        let count = base.pages();
        kinds::signing::NO_PLACE
            .finding(msg!("tệp không có trang {number}", "the file has no page {number}"))
            .expected(msg!("1 đến {count}", "1 to {count}"))
    })
}

/// Points with at most four digits behind the comma.
fn real(points: f64) -> Object {
    Object::Real(((points * 1e4).round() / 1e4) as f32)
}

/// A picture with nothing on it.
fn empty_picture(place: &Place) -> Stream {
    let [left, bottom, right, top] = place.rect;
    let entries = dictionary([
        ("Type", "XObject".into()),
        ("Subtype", "Form".into()),
        ("BBox", vec![0.into(), 0.into(), real(right - left), real(top - bottom)].into()),
        ("Resources", Dictionary::new().into()),
    ]);
    Stream::new(entries, Vec::new())
}

/// Puts a field into the form of the document, which is made where there is none.
fn add_to_form(update: &mut Update<'_>, widget: ObjectId) -> Option<()> {
    let root = update.base.root()?;
    let has_form = update.entry(update.dictionary(root)?, "AcroForm").is_some_and(|form| form.as_dict().is_ok());
    if !has_form {
        let form = update.add(dictionary([("Fields", Vec::new().into())]));
        update.edit(root)?.set("AcroForm", form);
    }
    let form = update.edit_entry(root, "AcroForm", Object::Null)?.as_dict_mut().ok()?;
    form.set("SigFlags", SIGNATURE_FLAGS);
    // The list may be an object of its own.
    let list = match form.get(b"Fields") {
        Ok(Object::Reference(list)) => Some(*list),
        Ok(Object::Array(_)) => None,
        _ => {
            form.set("Fields", Vec::new());
            None
        }
    };
    let fields = match list {
        Some(list) => update.edit_object(list)?,
        None => update.edit_entry(root, "AcroForm", Object::Null)?.as_dict_mut().ok()?.get_mut(b"Fields").ok()?,
    };
    fields.as_array_mut().ok()?.push(widget.into());
    Some(())
}

/// Gives a rectangle its element in the structure of a tagged document: the key by which the tree of parents leads from
/// it to the element, or none where the document is not tagged. The outer none is a structure that cannot be added to.
fn tag(update: &mut Update<'_>, widget: ObjectId, page: ObjectId, description: &str) -> Option<Option<i64>> {
    let catalog = update.dictionary(update.base.root()?)?;
    let Ok(Object::Reference(root)) = catalog.get(b"StructTreeRoot") else { return Some(None) };
    let root = *root;
    let parent = document_element(update, root);
    let element = update.add(dictionary([
        ("Type", "StructElem".into()),
        ("S", "Form".into()),
        ("P", parent.into()),
        ("Pg", page.into()),
        ("Alt", text_string(description)),
        ("K", dictionary([("Type", "OBJR".into()), ("Obj", widget.into()), ("Pg", page.into())]).into()),
    ]));
    add_kid(update, parent, element)?;
    let key = next_key(update, root)?;
    add_to_parents(update, root, key, element)?;
    update.edit(root)?.set("ParentTreeNextKey", key.checked_add(1)?);
    Some(Some(key))
}

/// The element that holds the whole document, or the root of all elements where there is none.
fn document_element(update: &Update<'_>, root: ObjectId) -> ObjectId {
    let kids = update.dictionary(root).and_then(|root| root.get(b"K").ok());
    let first = match kids {
        Some(Object::Reference(id)) => match update.get(*id) {
            Some(Object::Array(kids)) => kids.first().and_then(|kid| kid.as_reference().ok()),
            _ => Some(*id),
        },
        Some(Object::Array(kids)) => kids.first().and_then(|kid| kid.as_reference().ok()),
        _ => None,
    };
    first.filter(|id| update.dictionary(*id).is_some_and(|element| element.has(b"S"))).unwrap_or(root)
}

/// Adds a kid behind those that an element has: none, one, or a list.
fn add_kid(update: &mut Update<'_>, parent: ObjectId, kid: ObjectId) -> Option<()> {
    let list = match update.dictionary(parent)?.get(b"K") {
        Ok(Object::Reference(id)) if matches!(update.get(*id), Some(Object::Array(_))) => {
            update.edit_object(*id)?.as_array_mut().ok()?.push(kid.into());
            return Some(());
        }
        Ok(Object::Array(kids)) => kids.iter().cloned().chain([kid.into()]).collect(),
        Ok(Object::Null) | Err(_) => vec![kid.into()],
        Ok(one) => vec![one.clone(), kid.into()],
    };
    update.edit(parent)?.set("K", list);
    Some(())
}

/// The first key that no page and no object has.
fn next_key(update: &Update<'_>, root: ObjectId) -> Option<i64> {
    let root = update.dictionary(root)?;
    let told = update.entry(root, "ParentTreeNextKey").and_then(|key| key.as_i64().ok()).unwrap_or(0);
    let mut largest = -1;
    let mut stack: Vec<&Object> = root.get(b"ParentTree").into_iter().collect();
    let mut seen = BTreeSet::new();
    while let Some(node) = stack.pop() {
        if node.as_reference().is_ok_and(|id| !seen.insert(id)) {
            continue;
        }
        let Some(node) = update.resolved(node).and_then(|node| node.as_dict().ok()) else { continue };
        if let Some(Object::Array(numbers)) = update.entry(node, "Nums") {
            let keys = numbers.chunks(2).filter_map(|pair| pair.first()?.as_i64().ok());
            largest = largest.max(keys.max().unwrap_or(-1));
        }
        if let Some(Object::Array(kids)) = update.entry(node, "Kids") {
            stack.extend(kids);
        }
    }
    Some(told.max(largest.checked_add(1)?))
}

/// Adds to the tree of parents what a key leads to: behind the others, since it is larger than all of them.
fn add_to_parents(update: &mut Update<'_>, root: ObjectId, key: i64, element: ObjectId) -> Option<()> {
    let pair = vec![Object::from(key), Object::from(element)];
    let has_leaves = update.entry(update.dictionary(root)?, "ParentTree")?.as_dict().ok()?.has(b"Kids");
    let (key, added) = if has_leaves {
        let limits = vec![key.into(), key.into()];
        let leaf = update.add(dictionary([("Limits", limits.into()), ("Nums", pair.into())]));
        ("Kids", vec![leaf.into()])
    } else {
        ("Nums", pair)
    };
    let tree = update.edit_entry(root, "ParentTree", Object::Null)?.as_dict_mut().ok()?;
    let list = match tree.get_mut(key.as_bytes()) {
        Ok(Object::Array(list)) => {
            list.extend(added);
            return Some(());
        }
        Ok(Object::Reference(list)) => *list,
        _ => {
            tree.set(key, added);
            return Some(());
        }
    };
    update.edit_object(list)?.as_array_mut().ok()?.extend(added);
    Some(())
}
