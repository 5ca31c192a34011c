//! What came into a file after a signature, in classes: what the certification allows, what offices do, comments, and what
//! changes the content. Only the last is a failure.
//!
//! What a reader shows counts. All that is drawn on a page, or can be got or run from the document, is compared between what
//! was signed and what the file shows last, object by object; how it was written does not matter.

use std::collections::{HashMap, HashSet};

use super::compare::Compare;
use super::draws::appearance;
use super::fields::{Field, Widget, fields, notes};
use super::report::Certification;
use super::structure::{reached, references};
use crate::file::{Dict, INHERITED, Id, Object, Page, View, pages, plain};
use baocao_core::diagnostic::Message;
use baocao_core::msg;

/// Changes that are told one by one.
const MOST_TOLD: usize = 50;
/// The part of a page that a new field may cover: the largest of those that were met with is a twentieth of it.
const LARGEST_PART: f64 = 0.25;

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
pub(super) fn changes(before: &View<'_, '_>, after: &View<'_, '_>, rules: &Rules) -> Vec<Change> {
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
        found: &mut found,
    };
    since.trailer();
    since.catalog();
    since.pages();
    since.fields();
    since.notes([&notes_before, &notes_after]);
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

struct Since<'c, 'f, 'a> {
    compare: Compare<'c, 'f, 'a>,
    rules: &'c Rules,
    fields: [Vec<Field>; 2],
    pages: [&'c [Page]; 2],
    found: &'c mut Vec<Change>,
}

/// Entries of the trailer that are looked at elsewhere, or that show nothing.
const TRAILER_BESIDE: [&str; 4] = ["Root", "Info", "Encrypt", "Prev"];
/// Entries of the catalogue that are looked at elsewhere, or that show and do nothing.
const CATALOG_BESIDE: [&str; 9] =
    ["Type", "Pages", "AcroForm", "StructTreeRoot", "DSS", "Perms", "Extensions", "Version", "MarkInfo"];
/// Entries of the form that are looked at elsewhere, or that a reader needs only where a field has no appearance.
const FORM_BESIDE: [&str; 6] = ["Fields", "SigFlags", "DR", "DA", "Q", "NeedAppearances"];
/// Entries of a page that are looked at elsewhere, or that show nothing.
const PAGE_BESIDE: [&str; 9] =
    ["Type", "Parent", "Annots", "Contents", "Tabs", "Resources", "MediaBox", "CropBox", "Rotate"];
/// What changes in a field, or where it is shown, when it is filled in.
const FILLED: [&str; 9] = ["V", "I", "RV", "AP", "AS", "M", "Parent", "Kids", "P"];

impl Since<'_, '_, '_> {
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
        let keys: HashSet<&[u8]> = one.0.iter().chain(&other.0).map(|(key, _)| key.as_slice()).collect();
        let mut keys: Vec<&str> = keys.into_iter().filter_map(|key| std::str::from_utf8(key).ok()).collect();
        keys.sort_unstable();
        for key in keys.into_iter().filter(|key| !CATALOG_BESIDE.contains(key)) {
            if !self.compare.equal_but(&only(one, key), &only(other, key), &[]) {
                self.content(match key {
                    "Names" | "AF" => msg!(
                        "tệp đính kèm, tên hoặc mã lệnh của văn bản bị đổi ({key})",
                        "attachments, names or scripts of the document were changed ({key})"
                    ),
                    _ => {
                        let key = plain(key);
                        msg!("phần {key} của văn bản bị đổi", "{key} of the document was changed")
                    }
                });
            }
        }

        let (form, new_form) = (before.entry(one, "AcroForm"), after.entry(other, "AcroForm"));
        let empty = Dict::default();
        let forms = [form.dict().unwrap_or(&empty), new_form.dict().unwrap_or(&empty)];
        if !self.compare.equal_but(forms[0], forms[1], &FORM_BESIDE) {
            self.content(msg!("biểu mẫu của văn bản bị đổi", "the form of the document was changed"));
        }
        self.tags(one, other);
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

    /// The tags, which are what a screen reader reads. New ones may stand there for new fields.
    fn tags(&mut self, before: &Dict, after: &Dict) {
        let roots =
            (self.compare.before.entry(before, "StructTreeRoot"), self.compare.after.entry(after, "StructTreeRoot"));
        let (Some(one), Some(other)) = (roots.0.dict(), roots.1.dict()) else {
            if roots.0.dict().is_some() != roots.1.dict().is_some() {
                self.content(msg!("thẻ cấu trúc bị đổi", "the tags were changed"));
            }
            return;
        };
        let mut seen = HashSet::new();
        let mut open = vec![(one.clone(), other.clone())];
        while let Some((one, other)) = open.pop() {
            const BESIDE: [&str; 4] = ["K", "P", "ParentTree", "ParentTreeNextKey"];
            let kids = self.compare.equal_but(&one, &other, &BESIDE).then(|| self.tagged(&one, &other)).flatten();
            let Some(kids) = kids else {
                return self.content(msg!("thẻ cấu trúc bị đổi", "the tags were changed"));
            };
            for (one, other) in kids {
                let spots = (
                    one.reference().map(|id| self.compare.before.spot(id)),
                    other.reference().map(|id| self.compare.after.spot(id)),
                );
                if spots != (None, None) && !seen.insert(spots) {
                    continue;
                }
                let (Ok(one), Ok(other)) = (self.compare.before.get(&one), self.compare.after.get(&other)) else {
                    continue;
                };
                if let (Some(one), Some(other)) = (one.dict(), other.dict()) {
                    open.push((one.clone(), other.clone()));
                }
            }
        }
    }

    /// The tags in a tag, each beside its later form; none if they are others. New ones may only stand for fields.
    fn tagged(&mut self, before: &Dict, after: &Dict) -> Option<Vec<(Object, Object)>> {
        let list = |kids: &Object| match kids {
            Object::Array(kids) => kids.clone(),
            Object::Null => Vec::new(),
            other => vec![other.clone()],
        };
        // The reference itself counts, not what it leads to.
        let of = |view: &View<'_, '_>, dict: &Dict| match dict.get("K") {
            Some(kid @ Object::Ref(_)) => match view.get(kid).as_deref() {
                Ok(array @ Object::Array(_)) => list(array),
                _ => vec![kid.clone()],
            },
            Some(kids) => list(kids),
            None => Vec::new(),
        };
        let (one, other) = (of(self.compare.before, before), of(self.compare.after, after));
        let mut pairs = Vec::new();
        let mut rest = other.into_iter();
        for kid in one {
            loop {
                let next = rest.next()?;
                let same = match (&kid, &next) {
                    (Object::Ref(one), Object::Ref(other)) => one == other,
                    (Object::Dict(_), Object::Dict(_)) => self.compare.equal(&kid, &next),
                    (one, other) => one == other,
                };
                if same {
                    pairs.push((kid, next));
                    break;
                }
                if !self.is_tag_of_field(&next) {
                    return None;
                }
            }
        }
        rest.all(|next| self.is_tag_of_field(&next)).then_some(pairs)
    }

    fn is_tag_of_field(&self, tag: &Object) -> bool {
        let view = self.compare.after;
        let Ok(tag) = view.get(tag) else { return false };
        let Some(dict) = tag.dict() else { return false };
        if dict.get("S").and_then(Object::name) != Some("Form") {
            return false;
        }
        let kids = view.entry(dict, "K");
        let kids = kids.array().unwrap_or(std::slice::from_ref(&*kids));
        kids.iter().all(|kid| {
            view.get(kid)
                .is_ok_and(|kid| kid.dict().is_some_and(|kid| kid.get("Type").and_then(Object::name) == Some("OBJR")))
        })
    }

    fn pages(&mut self) {
        let [one, other] = self.pages;
        if one.len() != other.len() {
            let (before, after) = (one.len(), other.len());
            self.content(msg!(
                "số trang đổi từ {before} thành {after}",
                "there were {before} pages, and now there are {after}"
            ));
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

    fn fields(&mut self) {
        let [before, after] = std::mem::take(&mut self.fields);
        let mut later: Vec<Option<&Field>> = after.iter().map(Some).collect();
        // By name; of several of one name, which is one field shown twice or a trick, first that which stands at the same place.
        let mut by_name: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, field) in after.iter().enumerate() {
            by_name.entry(&field.name).or_default().push(index);
        }
        for field in &before {
            let name = &field.name;
            let same_place = |other: &&Field| {
                other.widgets.first().map(|widget| widget.id) == field.widgets.first().map(|widget| widget.id)
            };
            let named = by_name.get(name.as_str()).map_or(&[][..], Vec::as_slice);
            let at = |index: &&usize| later.get(**index).copied().flatten();
            let found = named.iter().find(|index| at(index).as_ref().is_some_and(same_place));
            let found = found.or_else(|| named.iter().find(|index| at(index).is_some()));
            match found.and_then(|index| later.get_mut(*index)?.take()) {
                None => self.content(msg!("trường \"{name}\" bị gỡ", "the field \"{name}\" was taken out")),
                Some(other) if field.is_signature() => self.signature_field(field, other),
                Some(other) => self.field(field, other),
            }
        }
        let known: HashSet<_> = before.iter().filter_map(|field| Some(field.value.as_ref()?.key())).collect();
        for field in later.into_iter().flatten() {
            let name = &field.name;
            if !field.is_signature() {
                self.content(msg!("thêm trường \"{name}\"", "the field \"{name}\" was added"));
            } else if field.value.as_ref().is_some_and(|value| known.contains(&value.key())) {
                self.content(msg!(
                    "trường \"{name}\" thêm vào mượn chữ ký đã có",
                    "the field \"{name}\" was added and shows a signature that was there"
                ));
            } else {
                self.new_field(field);
            }
        }
        self.cover(&before, &after);
        self.fields = [before, after];
    }

    /// A field that is not for a signature.
    fn field(&mut self, before: &Field, after: &Field) {
        let name = &before.name;
        let same_value = self.compare.equal_entry(&before.dict, &after.dict, "V");
        let mut same_rest =
            self.compare.equal_but(&before.dict, &after.dict, &FILLED) && before.widgets.len() == after.widgets.len();
        let mut same_look = true;
        for (one, other) in before.widgets.iter().zip(&after.widgets) {
            same_rest &= one.id == other.id && self.compare.equal_but(&one.dict, &other.dict, &FILLED);
            same_look &= self.compare.equal_entry(&one.dict, &other.dict, "AP")
                && self.compare.equal_entry(&one.dict, &other.dict, "AS");
        }
        if !same_rest {
            return self.content(msg!("trường \"{name}\" bị đổi", "the field \"{name}\" was changed"));
        }
        if same_value && same_look {
            return;
        }
        if same_value {
            return self.content(msg!(
                "trường \"{name}\" hiện khác đi mà giá trị không đổi",
                "the field \"{name}\" shows something else although its value is the same"
            ));
        }
        let read_only = before.dict.get("Ff").and_then(Object::int).is_some_and(|flags| flags & 1 == 1);
        if self.rules.certification == Some(Certification::Nothing) || self.rules.locks(name) || read_only {
            self.content(msg!(
                "trường \"{name}\" được điền dù đã bị khóa",
                "the field \"{name}\" was filled in although it is locked"
            ));
        } else {
            add(self.found, Class::Allowed, msg!("điền trường \"{name}\"", "the field \"{name}\" was filled in"));
        }
    }

    /// A field for a signature that was there before.
    fn signature_field(&mut self, before: &Field, after: &Field) {
        let name = &before.name;
        if before.value.is_some() {
            const BESIDE: [&str; 2] = ["Parent", "P"];
            let same = self.compare.equal_but(&before.dict, &after.dict, &["Parent", "P", "Kids"])
                && before.widgets.len() == after.widgets.len()
                && before.widgets.iter().zip(&after.widgets).all(|(one, other)| {
                    one.page == other.page && self.compare.equal_but(&one.dict, &other.dict, &BESIDE)
                });
            if !same {
                self.content(msg!(
                    "chữ ký \"{name}\" hoặc hình của nó bị đổi",
                    "the signature \"{name}\" or what it shows was changed"
                ));
            }
            return;
        }
        if self.runs_something(after) {
            return self.content(msg!("trường \"{name}\" chạy mã lệnh", "the field \"{name}\" runs something"));
        }
        if after.value.is_some() {
            if self.look_is_shared(before) {
                return self.content(msg!(
                    "hình của trường \"{name}\" còn được dùng ở nơi khác của văn bản",
                    "what the field \"{name}\" showed is used elsewhere in the document, too"
                ));
            }
            let class = match self.rules.certification {
                Some(Certification::Nothing) => Class::Practice,
                _ if self.rules.locks(name) => Class::Practice,
                _ => Class::Allowed,
            };
            add(self.found, class, msg!("ký vào trường \"{name}\"", "the field \"{name}\" was signed"));
        } else {
            let pairs = before.widgets.iter().zip(&after.widgets);
            let same =
                pairs.into_iter().all(|(one, other)| self.compare.equal_but(&one.dict, &other.dict, &["Parent", "P"]));
            if !same || before.widgets.len() != after.widgets.len() {
                self.content(msg!(
                    "trường ký còn trống \"{name}\" bị đổi",
                    "the empty field \"{name}\" for a signature was changed"
                ));
            }
        }
    }

    /// Whether the dictionary of what a field shows is used by anything but annotations: what a signature draws over it would
    /// then change something else, or leave there what was to be replaced.
    fn look_is_shared(&self, field: &Field) -> bool {
        let looks: Vec<Id> = field.widgets.iter().filter_map(|widget| widget.dict.get("AP")?.reference()).collect();
        if looks.is_empty() {
            return false;
        }
        let view = self.compare.before;
        let notes: HashSet<Id> = notes(view, self.pages[0]).iter().filter_map(|(_, note)| note.reference()).collect();
        let reached = reached(view, &notes);
        looks.iter().any(|look| reached.contains(look))
    }

    /// A new field for a signature.
    fn new_field(&mut self, field: &Field) {
        let name = &field.name;
        let view = self.compare.after;
        if self.runs_something(field) {
            return self.content(msg!("trường \"{name}\" chạy mã lệnh", "the field \"{name}\" runs something"));
        }
        let Some(value) = &field.value else {
            let shows = field.widgets.iter().any(|widget| !appearance(view, &widget.dict).nothing());
            if shows {
                self.content(msg!(
                    "thêm trường ký \"{name}\" chưa ai ký mà đã vẽ lên trang",
                    "a field \"{name}\" was added that nobody signed and that draws on the page"
                ));
            } else {
                let text =
                    msg!("thêm trường ký trống \"{name}\"", "an empty field \"{name}\" for a signature was added");
                add(self.found, Class::Practice, text);
            }
            return;
        };
        let is_timestamp = value.dict.get("SubFilter").and_then(Object::name) == Some("ETSI.RFC3161");
        if is_timestamp {
            let text =
                msg!("thêm dấu thời gian \"{name}\" cho văn bản", "a timestamp \"{name}\" of the document was added");
            return add(self.found, Class::Allowed, text);
        }
        let class = if self.rules.certification.is_some() { Class::Practice } else { Class::Allowed };
        add(self.found, class, msg!("thêm chữ ký \"{name}\"", "the signature \"{name}\" was added"));
    }

    fn runs_something(&self, field: &Field) -> bool {
        let runs = |dict: &Dict| dict.get("A").is_some() || dict.get("AA").is_some();
        runs(&field.dict) || field.widgets.iter().any(|widget| runs(&widget.dict))
    }

    /// Whether new signatures lie over too much of a page.
    fn cover(&mut self, before: &[Field], after: &[Field]) {
        let places = |field: &Field| field.widgets.iter().map(|widget| (widget.page, widget.rect)).collect::<Vec<_>>();
        // A place that was there when it was signed was seen by who signed.
        let known: HashMap<&str, _> = before.iter().map(|field| (field.name.as_str(), places(field))).collect();
        let is_new = |field: &&Field| field.is_signature() && known.get(field.name.as_str()) != Some(&places(field));
        let mut covered: HashMap<usize, f64> = HashMap::new();
        for Widget { page, rect, .. } in after.iter().filter(is_new).flat_map(|field| &field.widgets) {
            if let (Some(page), Some([left, bottom, right, top])) = (page, rect) {
                *covered.entry(*page).or_default() += (right - left) * (top - bottom);
            }
        }
        for (page, area) in covered {
            let Some(whole) = self.pages[1].get(page).and_then(|page| page.area(self.compare.after)) else { continue };
            let whole = (whole[2] - whole[0]) * (whole[3] - whole[1]);
            if area > whole * LARGEST_PART {
                let (number, percent) = (page + 1, (area / whole * 100.0).round());
                self.content(msg!(
                    "chữ ký thêm vào che {percent}% trang {number}",
                    "signatures that were added cover {percent}% of page {number}"
                ));
            }
        }
    }

    /// What stands on the pages besides their content and fields.
    fn notes(&mut self, [before, after]: [&[(usize, Object)]; 2]) {
        let later: HashSet<_> = after.iter().filter_map(|(page, note)| Some((*page, note.reference()?))).collect();
        // What is drawn last lies on top.
        let order = |one: &[(usize, Object)], other: &[(usize, Object)]| {
            let of = |notes: &[(usize, Object)]| -> Vec<(usize, Id)> {
                notes.iter().filter_map(|(page, note)| Some((*page, note.reference()?))).collect()
            };
            let others: HashSet<_> = of(other).into_iter().collect();
            of(one).into_iter().filter(|note| others.contains(note)).collect::<Vec<_>>()
        };
        if order(before, after) != order(after, before) {
            self.content(msg!(
                "thứ tự chồng của các chú thích bị đổi",
                "annotations lie over each other in another order"
            ));
        }
        let mut direct: HashMap<usize, Vec<&Object>> = HashMap::new();
        for (page, note) in after.iter().filter(|(_, note)| note.reference().is_none()) {
            direct.entry(*page).or_default().push(note);
        }
        let mut known = HashSet::new();
        for (page, note) in before {
            let number = page + 1;
            let gone = || msg!("một chú thích ở trang {number} bị gỡ", "an annotation on page {number} was taken out");
            let changed =
                || msg!("một chú thích ở trang {number} bị đổi", "an annotation on page {number} was changed");
            let Some(id) = note.reference() else {
                let same = direct.get_mut(page).and_then(|direct| {
                    let at = direct.iter().position(|other| self.compare.equal(note, other))?;
                    Some(direct.remove(at))
                });
                if same.is_none() && !is_widget(self.compare.before, note) {
                    self.content(gone());
                }
                continue;
            };
            known.insert(id);
            if is_widget(self.compare.before, note) {
                // Fields are compared as such; here it counts whether the page still shows them.
                if !later.contains(&(*page, id)) {
                    self.content(gone());
                }
            } else if !later.contains(&(*page, id)) {
                self.content(gone());
            } else {
                let (one, other) = (self.compare.before.object(id), self.compare.after.object(id));
                let same = match (one, other) {
                    (Ok(one), Ok(other)) => match (one.dict(), other.dict()) {
                        (Some(one), Some(other)) => self.compare.equal_but(one, other, &["P", "Parent"]),
                        _ => one == other,
                    },
                    (Err(one), Err(other)) => one == other,
                    _ => false,
                };
                if !same {
                    self.content(changed());
                }
            }
        }
        let new_direct = direct.into_iter().flat_map(|(page, notes)| notes.into_iter().map(move |note| (page, note)));
        let new = after.iter().filter(|(_, note)| note.reference().is_some_and(|id| !known.contains(&id)));
        for (page, note) in new.map(|(page, note)| (*page, note)).chain(new_direct) {
            self.new_note(page + 1, note);
        }
    }

    fn new_note(&mut self, number: usize, note: &Object) {
        let view = self.compare.after;
        let object = view.get(note).ok();
        let Some(dict) = object.as_deref().and_then(Object::dict) else { return };
        let kind = &plain(dict.get("Subtype").and_then(Object::name).unwrap_or_default());
        match kind.as_str() {
            "Widget" => {}
            _ if is_comment(view, kind, dict) => add(
                self.found,
                Class::Annotated,
                msg!("chú thích thêm ở trang {number} ({kind})", "a comment was added on page {number} ({kind})"),
            ),
            _ => self.content(msg!("thêm {kind} ở trang {number}", "{kind} was added on page {number}")),
        }
    }
}

fn is_widget(view: &View<'_, '_>, note: &Object) -> bool {
    let is = |dict: &Dict| dict.get("Subtype").and_then(Object::name) == Some("Widget");
    view.get(note).is_ok_and(|note| note.dict().is_some_and(is))
}

/// Whether an annotation is a comment that can be told from the content: a frame, a line, a mark or a small sign, which
/// neither shows a text or an image of its own nor covers anything, and which does nothing.
fn is_comment(view: &View<'_, '_>, kind: &str, dict: &Dict) -> bool {
    /// The side of the largest sign, in points.
    const SIGN: f64 = 40.0;
    if dict.get("A").is_some() || dict.get("AA").is_some() || dict.get("RichMediaContent").is_some() {
        return false;
    }
    let drawn = appearance(view, dict);
    let small = dict
        .get("Rect")
        .and_then(|rect| crate::file::rectangle(view, rect))
        .is_some_and(|[left, bottom, right, top]| right - left <= SIGN && top - bottom <= SIGN);
    let plain = !drawn.letters && !drawn.image && !drawn.unknown;
    let filled = drawn.area || view.entry(dict, "IC").array().is_some_and(|color| !color.is_empty());
    match kind {
        "Popup" => dict.get("AP").is_none(),
        "Text" | "Caret" => small && plain,
        "Highlight" => plain && multiplies(view, dict),
        "Square" | "Circle" | "Line" | "Polygon" | "PolyLine" | "Ink" | "Underline" | "Squiggly" | "StrikeOut" => {
            plain && !filled
        }
        _ => false,
    }
}

/// Whether a mark lets through what is under it: with no appearance readers make one that does.
fn multiplies(view: &View<'_, '_>, dict: &Dict) -> bool {
    let appearances = view.entry(dict, "AP");
    let Some(appearances) = appearances.dict() else { return true };
    let normal = view.entry(appearances, "N");
    let Some(form) = normal.dict() else { return false };
    let resources = view.entry(form, "Resources");
    let states = resources.dict().map(|resources| view.entry(resources, "ExtGState"));
    let states = states.as_deref().and_then(Object::dict).cloned().unwrap_or_default();
    let multiply = |state: &Object| {
        view.get(state).is_ok_and(|state| {
            state.dict().is_some_and(|state| state.get("BM").and_then(Object::name) == Some("Multiply"))
        })
    };
    !states.0.is_empty() && states.0.iter().all(|(_, state)| multiply(state))
}

fn only(dict: &Dict, key: &str) -> Dict {
    Dict(dict.0.iter().filter(|(other, _)| other == key.as_bytes()).cloned().collect())
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
