//! What came into a file after a signature, in classes: what the certification allows, what offices do, comments, and
//! what changes the content. Only the last is a failure.
//!
//! What a reader shows counts. All that is drawn on a page, or can be got or run from the document, is compared
//! between what was signed and what the file shows last, object by object; how it was written does not matter.

mod fields;
mod notes;
mod seen;
mod tags;

use std::collections::HashSet;

use super::compare::Compare;
use super::fields::{Field, fields, notes};
use super::looks::Looks;
use super::report::Certification;
use super::roles::Roles;
use super::structure::references;
use crate::file::{Dict, INHERITED, Object, Page, View, pages, plain};
use baocao_core::diagnostic::Message;
use baocao_core::msg;
use baocao_pdf::record;

/// Changes that are told one by one.
const MOST_TOLD: usize = 50;

/// What kind of change something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// The certification allows it, or there is none.
    Allowed,
    /// It does not touch the content, and offices do it, whether or not the certification allows it.
    Practice,
    /// A comment beside the content.
    Annotated,
    /// The content is another one.
    Content,
}

impl Class {
    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Allowed => "allowed",
            Self::Practice => "practice",
            Self::Annotated => "annotated-later",
            Self::Content => "content-changed",
        }
    }
}

/// Something that came after a signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its class.
    pub class: Class,
    /// What it is.
    pub text: Message,
}

/// What a signature says about changes after it.
#[derive(Debug, Clone, Default)]
pub(super) struct Rules {
    pub(super) certification: Option<Certification>,
    /// Fields that may not be filled in.
    pub(super) locks: Vec<Lock>,
}

/// Fields that are locked (FieldMDP).
#[derive(Debug, Clone)]
pub(super) enum Lock {
    All,
    These(Vec<String>),
    AllBut(Vec<String>),
}

impl Rules {
    fn locks(&self, name: &str) -> bool {
        // A lock on a field is one on those in it.
        let among = |names: &[String]| {
            names.iter().any(|other| {
                name.strip_prefix(other.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            })
        };
        self.locks.iter().any(|lock| match lock {
            Lock::All => true,
            Lock::These(names) => among(names),
            Lock::AllBut(names) => !among(names),
        })
    }
}

/// All that changed between what was signed and what the file shows last.
pub(super) fn changes<'f, 'a>(
    before: &View<'f, 'a>,
    after: &View<'f, 'a>,
    rules: &Rules,
    looks: &Looks<'_, 'f, 'a>,
    roles: &Roles,
) -> Vec<Change> {
    let mut found = Vec::new();
    let (Ok(pages_before), Ok(pages_after)) = (pages(before), pages(after)) else {
        add(&mut found, Class::Content, msg!("các trang không đọc được", "the pages cannot be read"));
        return found;
    };
    let (notes_before, notes_after) = (notes(before, &pages_before), notes(after, &pages_after));
    let compare = Compare::new([before, after], [&pages_before, &pages_after], [&notes_before, &notes_after]);
    let mut since = Since {
        compare,
        rules,
        fields: [fields(before), fields(after)],
        pages: [&pages_before, &pages_after],
        looks,
        roles,
        texts: notes_before.iter().any(|(_, note)| is_drawn_text(after, note)),
        added: Vec::new(),
        found: &mut found,
    };
    // What is neither null nor a dictionary is shown by some programs: an array of annotations, a reference to a reference.
    if notes_after.iter().any(|(_, note)| !is_note(after, note))
        && notes_before.iter().all(|(_, note)| is_note(before, note))
    {
        since.content(msg!("có chú thích không phải từ điển", "there is an annotation that is no dictionary"));
    }
    // What readers see first comes first.
    since.pages();
    since.trailer();
    since.catalog();
    since.fields();
    since.notes([&notes_before, &notes_after]);
    since.seen(&notes_before);
    found.sort_by_key(|change| std::cmp::Reverse(change.class));
    found.truncate(MOST_TOLD);
    found
}

fn add(found: &mut Vec<Change>, class: Class, text: Message) {
    let change = Change { class, text };
    if !found.contains(&change) {
        found.push(change);
    }
}

struct Since<'c, 'l, 'f, 'a> {
    compare: Compare<'c, 'f, 'a>,
    rules: &'c Rules,
    fields: [Vec<Field>; 2],
    pages: [&'c [Page]; 2],
    looks: &'c Looks<'l, 'f, 'a>,
    roles: &'c Roles,
    /// Whether there is a text beside the content that readers draw by the fonts of the form.
    texts: bool,
    /// What was added and can be seen.
    added: Vec<seen::Added>,
    found: &'c mut Vec<Change>,
}

/// Entries of the trailer that are looked at elsewhere, or that show nothing.
const TRAILER_BESIDE: [&str; 4] = ["Root", "Info", "Encrypt", "Prev"];
/// Entries of the catalogue that are looked at elsewhere, or that show and do nothing.
const CATALOG_BESIDE: [&str; 11] = [
    "Type",
    "Pages",
    "AcroForm",
    "StructTreeRoot",
    "DSS",
    "Perms",
    "Extensions",
    "Version",
    "MarkInfo",
    "Metadata",
    "PieceInfo",
];
/// Entries of the catalogue that no page shows, and that do nothing: they may be taken out, not changed.
const UNSHOWN: [&str; 8] =
    ["Outlines", "PageLabels", "Dests", "Threads", "PageMode", "PageLayout", "ViewerPreferences", "SpiderInfo"];
/// Entries of the form that are looked at elsewhere.
const FORM_BESIDE: [&str; 6] = ["Fields", "SigFlags", "DR", "DA", "Q", "NeedAppearances"];
/// Those by which readers draw fields that have no appearance.
const FORM_DRAWS: [&str; 4] = ["DR", "DA", "Q", "NeedAppearances"];
/// Entries of a page that are looked at elsewhere, or that show nothing.
const PAGE_BESIDE: [&str; 10] =
    ["Type", "Parent", "Annots", "Contents", "Tabs", "Resources", "MediaBox", "CropBox", "Rotate", "PieceInfo"];

impl Since<'_, '_, '_, '_> {
    fn content(&mut self, text: Message) {
        add(self.found, Class::Content, text);
    }

    /// What the trailer leads to besides the catalogue.
    fn trailer(&mut self) {
        let (before, after) = (self.compare.before, self.compare.after);
        let counts = |key: &[u8]| !TRAILER_BESIDE.iter().any(|other| other.as_bytes() == key);
        for (key, value) in before.trailer.0.iter().filter(|(key, _)| counts(key)) {
            let mut leads_to = Vec::new();
            references(value, &mut leads_to);
            let other = after.trailer.0.iter().find(|(other, _)| other == key).map(|(_, value)| value);
            if let Some(other) = other.filter(|_| !leads_to.is_empty())
                && !self.compare.equal(value, other)
            {
                let key = plain(&String::from_utf8_lossy(key));
                self.content(msg!("phần {key} của tệp bị đổi", "{key} of the file was changed"));
            }
        }
        let null = Object::Null;
        let encrypted = [before, after].map(|view| view.trailer.get("Encrypt").unwrap_or(&null));
        if !self.compare.equal(encrypted[0], encrypted[1]) {
            self.content(msg!("cách mã hóa tệp bị đổi", "the encryption of the file was changed"));
        }
    }

    fn catalog(&mut self) {
        let (before, after) = (self.compare.before, self.compare.after);
        let (Ok(one), Ok(other)) = (before.catalog(), after.catalog()) else { return };
        let (Some(one), Some(other)) = (one.dict(), other.dict()) else { return };
        if !self.compare.equal_but(one, other, &CATALOG_BESIDE) {
            self.entries(one, other);
        }
        let (form, new_form) = (before.entry(one, "AcroForm"), after.entry(other, "AcroForm"));
        let empty = Dict::default();
        let forms = [form.dict().unwrap_or(&empty), new_form.dict().unwrap_or(&empty)];
        let records = [before, after].map(|view| record(view));
        if !self.compare.equal(&records[0], &records[1]) {
            self.content(msg!(
                "bản ghi vị trí chữ ký và dấu của văn bản bị đổi",
                "what the document says of the places of its signatures was changed"
            ));
        }
        let draws = self.readers_draw(forms);
        let mut differs = |key: &&str| !self.compare.equal_entry(forms[0], forms[1], key);
        if draws && FORM_DRAWS.iter().any(&mut differs) || !self.compare.equal_but(forms[0], forms[1], &FORM_BESIDE) {
            self.content(msg!("biểu mẫu của văn bản bị đổi", "the form of the document was changed"));
        }
        self.tags(one, other);
        let permissions = (before.entry(one, "Perms"), after.entry(other, "Perms"));
        let certified = permissions.0.dict().and_then(|permissions| permissions.get("DocMDP"));
        let null = Object::Null;
        let still = permissions.1.dict().and_then(|permissions| permissions.get("DocMDP")).unwrap_or(&null);
        if let Some(certified) = certified.filter(|certified| **certified != Object::Null)
            && !self.compare.equal(certified, still)
        {
            self.content(msg!(
                "chứng thực của văn bản (Perms) bị gỡ hoặc bị đổi",
                "the certification of the document (Perms) was taken out or changed"
            ));
        }
        for (key, text) in [
            ("DSS", msg!("thêm dữ liệu kiểm tra lâu dài", "data for verification in later years were added")),
            ("Metadata", msg!("ghi lại siêu dữ liệu", "metadata were written anew")),
        ] {
            let is_new = other.get(key).is_some() && !self.compare.equal_entry(one, other, key);
            if is_new {
                add(self.found, if key == "DSS" { Class::Allowed } else { Class::Practice }, text);
            }
        }
    }

    /// Whether readers draw a field or a text of the document by what the form says: where one has no appearance of its own, or
    /// the form asks for new ones.
    fn readers_draw(&self, forms: [&Dict; 2]) -> bool {
        let fields = |of: usize| self.fields.get(of).into_iter().flatten().filter(|field| !field.is_signature());
        let view = self.compare.after;
        let is_drawn = |field: &Field| {
            let shows = field.kind == "Btn" || !matches!(*view.entry(&field.dict, "V"), Object::Null);
            shows && field.widgets.iter().any(|widget| !has_look(view, &widget.dict))
        };
        let asks = |(view, form): (&View<'_, '_>, &Dict)| *view.entry(form, "NeedAppearances") == Object::Bool(true);
        let asked = [(self.compare.before, forms[0]), (view, forms[1])].into_iter().any(asks);
        asked && fields(0).next().is_some() || fields(1).any(is_drawn) || self.texts
    }

    /// Which entries of the catalogue were changed.
    fn entries(&mut self, before: &Dict, after: &Dict) {
        let keys: HashSet<&[u8]> = before.0.iter().chain(&after.0).map(|(key, _)| key.as_slice()).collect();
        let mut keys: Vec<&[u8]> = keys.into_iter().collect();
        keys.sort_unstable();
        for key in keys.into_iter().filter(|key| !CATALOG_BESIDE.iter().any(|other| other.as_bytes() == *key)) {
            if self.compare.equal_but(&only(before, key), &only(after, key), &[]) {
                continue;
            }
            let name = plain(&String::from_utf8_lossy(key));
            let (one, other) = (only(before, key), only(after, key));
            if UNSHOWN.iter().any(|other| other.as_bytes() == key) && self.compare.equal_or_gone(&one, &other, &[]) {
                let text = msg!("gỡ phần {name}, không trang nào dùng", "{name}, which no page shows, was taken out");
                add(self.found, Class::Practice, text);
                continue;
            }
            self.content(match key {
                b"Names" | b"AF" => msg!(
                    "tệp đính kèm, tên hoặc mã lệnh của văn bản bị đổi ({name})",
                    "attachments, names or scripts of the document were changed ({name})"
                ),
                _ => msg!("phần {name} của văn bản bị đổi", "{name} of the document was changed"),
            });
        }
    }

    fn pages(&mut self) {
        let [one, other] = self.pages;
        if one.len() != other.len() {
            let (before, after) = (one.len(), other.len());
            self.content(msg!(
                "số trang đổi từ {before} thành {after}",
                "there were {before} pages, and now there are {after}"
            ));
            // Every page behind it would be another one.
            return;
        }
        for (index, (one, other)) in one.iter().zip(other).enumerate() {
            let number = index + 1;
            let null = Object::Null;
            for ((before, after), key) in one.inherited.iter().zip(&other.inherited).zip(INHERITED) {
                if !self.compare.equal(before.as_ref().unwrap_or(&null), after.as_ref().unwrap_or(&null)) {
                    self.content(match key {
                        "Resources" => msg!(
                            "phông chữ, hình hoặc tài nguyên khác của trang {number} bị đổi",
                            "fonts, images or other resources of page {number} were changed"
                        ),
                        _ => msg!("khổ của trang {number} bị đổi", "the size of page {number} was changed"),
                    });
                }
            }
            if !self.same_content(one.dict(), other.dict()) {
                self.content(msg!("nội dung trang {number} bị đổi", "the content of page {number} was changed"));
            }
            if !self.compare.equal_but(one.dict(), other.dict(), &PAGE_BESIDE) {
                self.content(msg!("trang {number} bị đổi", "page {number} was changed"));
            }
        }
    }

    /// Whether a page draws the same, in however many streams.
    fn same_content(&mut self, before: &Dict, after: &Dict) -> bool {
        if self.compare.equal_entry(before, after, "Contents") {
            return true;
        }
        let (one, other) = (content(self.compare.before, before), content(self.compare.after, after));
        one.is_some() && one == other
    }
}

fn is_note(view: &View<'_, '_>, note: &Object) -> bool {
    match view.get(note) {
        Ok(object) => {
            object.dict().is_some()
                || matches!((&*object, note), (Object::Null, Object::Ref(id)) if view.spot(*id).is_none())
        }
        // What cannot be read fails the check of the file.
        Err(_) => true,
    }
}

/// Whether an annotation brings an appearance.
fn has_look(view: &View<'_, '_>, note: &Dict) -> bool {
    view.entry(note, "AP").dict().is_some_and(|looks| !matches!(*view.entry(looks, "N"), Object::Null))
}

/// Whether readers draw the text of an annotation themselves.
fn is_drawn_text(view: &View<'_, '_>, note: &Object) -> bool {
    let is = |dict: &Dict| dict.get("Subtype").and_then(Object::name) == Some("FreeText") && !has_look(view, dict);
    view.get(note).is_ok_and(|note| note.dict().is_some_and(is))
}

fn only(dict: &Dict, key: &[u8]) -> Dict {
    Dict(dict.0.iter().filter(|(other, _)| other == key).cloned().collect())
}

/// All that a page draws, as one.
fn content(view: &View<'_, '_>, page: &Dict) -> Option<Vec<u8>> {
    let contents = view.entry(page, "Contents");
    let streams = match &*contents {
        Object::Array(items) => items.clone(),
        Object::Null => Vec::new(),
        other => vec![other.clone()],
    };
    let mut all = Vec::new();
    for stream in &streams {
        let stream = view.get(stream).ok()?;
        let Object::Stream(stream) = &*stream else { return None };
        all.extend_from_slice(view.unpacked(stream).ok()??.trim_ascii());
        all.push(b'\n');
    }
    Some(all)
}
