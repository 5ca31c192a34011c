//! The picture of a signature, taken over from a PDF of one page: what the page shows becomes a form of its own
//! (ISO 32000-1, 8.10), and all that it uses is copied.

use std::collections::BTreeMap;

use baocao_core::diagnostic::Finding;
use baocao_core::{kinds, msg};
use lopdf::{Dictionary, Object, ObjectId, Stream};

use crate::update::{Base, Update, dictionary, opened};

/// Objects of a picture.
const MOST_OBJECTS: usize = 10_000;

/// Levels of arrays and dictionaries in one another.
const MOST_LEVELS: usize = 64;

/// The picture on the first page of a PDF, for a rectangle of a width and height in points. It is centred, as large as it
/// is, or smaller where it would not fit.
pub(crate) fn stamp(update: &mut Update<'_>, pdf: &[u8], room: [f64; 2]) -> Result<Stream, Finding> {
    let unread = |_| unfit("PDF");
    let file = opened(pdf).map_err(unread)?;
    let base = Base::read(&file).map_err(unread)?;
    let from = Update::new(&base);
    let page = base.page(1).and_then(|page| from.dictionary(page)).ok_or_else(|| unfit("/Pages"))?;
    let media = from.inherited(page, "MediaBox").and_then(numbers).ok_or_else(|| unfit("/MediaBox"))?;
    let content = content(&from, page).ok_or_else(|| unfit("/Contents"))?;
    let mut copy = Copy { from: &from, to: update, known: BTreeMap::new() };
    let resources = match from.inherited(page, "Resources") {
        Some(resources) => copy.object(resources, 0).ok_or_else(|| unfit("/Resources"))?,
        None => Dictionary::new().into(),
    };
    let mut entries = dictionary([
        ("Type", "XObject".into()),
        ("Subtype", "Form".into()),
        ("BBox", shown(media, room).map(|side| Object::Real(side as f32)).to_vec().into()),
        ("Resources", resources),
    ]);
    if let Some(group) = from.entry(page, "Group").and_then(|group| copy.object(group, 0)) {
        entries.set("Group", group);
    }
    Ok(match content {
        Content::Same(stream) => {
            for key in ["Filter", "DecodeParms"] {
                if let Some(value) = from.entry(&stream.dict, key).and_then(|value| copy.object(value, 0)) {
                    entries.set(key, value);
                }
            }
            Stream::new(entries, stream.content)
        }
        Content::Plain(bytes) => crate::update::packed(entries, &bytes)?,
    })
}

/// The part of the page's plane that fills the room: of its shape, around the middle of the page.
fn shown([left, bottom, right, top]: [f64; 4], [width, height]: [f64; 2]) -> [f64; 4] {
    let scale = ((right - left) / width).max((top - bottom) / height).max(1.0);
    let (scale, width, height) =
        if scale.is_finite() { (scale, width, height) } else { (1.0, right - left, top - bottom) };
    let (middle, centre) = ((left + right) / 2.0, (bottom + top) / 2.0);
    let (half, rise) = (width * scale / 2.0, height * scale / 2.0);
    [middle - half, centre - rise, middle + half, centre + rise]
}

enum Content {
    /// One stream, taken over as it is.
    Same(Stream),
    /// Several, put together.
    Plain(Vec<u8>),
}

fn content(from: &Update<'_>, page: &Dictionary) -> Option<Content> {
    match from.entry(page, "Contents")? {
        Object::Stream(stream) => Some(Content::Same(stream.clone())),
        Object::Array(parts) => {
            let mut whole = Vec::new();
            for part in parts.iter().take(MOST_OBJECTS) {
                let stream = from.resolved(part)?.as_stream().ok()?;
                whole.extend(stream.get_plain_content_with_limit(crate::update::MOST_UNPACKED).ok()?);
                whole.push(b'\n');
            }
            Some(Content::Plain(whole))
        }
        _ => None,
    }
}

fn numbers(object: &Object) -> Option<[f64; 4]> {
    let numbers: Option<Vec<f64>> =
        object.as_array().ok()?.iter().map(|side| Some(f64::from(side.as_float().ok()?))).collect();
    numbers?.try_into().ok()
}

/// Objects copied from one file to another, each once.
struct Copy<'a, 'b, 'c> {
    from: &'a Update<'b>,
    to: &'a mut Update<'c>,
    known: BTreeMap<ObjectId, ObjectId>,
}

impl Copy<'_, '_, '_> {
    fn object(&mut self, object: &Object, level: usize) -> Option<Object> {
        if level > MOST_LEVELS || self.known.len() > MOST_OBJECTS {
            return None;
        }
        Some(match object {
            Object::Reference(id) => match self.known.get(id) {
                Some(copied) => Object::Reference(*copied),
                None => {
                    let Some(target) = self.from.get(*id) else { return Some(Object::Null) };
                    let copied = self.to.reserve();
                    self.known.insert(*id, copied);
                    let object = self.object(target, level + 1)?;
                    self.to.set(copied, object);
                    Object::Reference(copied)
                }
            },
            Object::Array(items) => {
                Object::Array(items.iter().map(|item| self.object(item, level + 1)).collect::<Option<_>>()?)
            }
            Object::Dictionary(entries) => Object::Dictionary(self.entries(entries, level)?),
            Object::Stream(stream) => {
                Object::Stream(Stream::new(self.entries(&stream.dict, level)?, stream.content.clone()))
            }
            other => other.clone(),
        })
    }

    fn entries(&mut self, entries: &Dictionary, level: usize) -> Option<Dictionary> {
        let mut copied = Dictionary::new();
        // What ties an object to the pages and the structure that it came from does not hold in another file.
        let ties: [&[u8]; 4] = [b"Parent", b"P", b"StructParent", b"StructParents"];
        for (key, value) in entries.iter().filter(|(key, _)| !ties.contains(&key.as_slice())) {
            copied.set(key.clone(), self.object(value, level + 1)?);
        }
        Some(copied)
    }
}

fn unfit(found: impl Into<String>) -> Finding {
    kinds::signing::STAMP_UNFIT
        .finding(msg!("hình của chữ ký không dùng được", "the picture of the signature cannot be used"))
        .found(found)
}
