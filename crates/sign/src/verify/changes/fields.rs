//! Fields that were filled in, signed or added.

use std::collections::{HashMap, HashSet};

use super::seen::{Added, What};
use super::{Class, Since, add};
use crate::file::{Dict, Id, Object, Set, decoded};
use crate::verify::draws::appearance;
use crate::verify::fields::{Field, Value, Widget, notes};
use crate::verify::report::Certification;
use crate::verify::structure::reached;
use baocao_core::msg;

/// The part of a page that a new field may cover: the largest of those that were met with is a twentieth of it.
const LARGEST_PART: f64 = 0.25;
/// The same of a field that stood there empty when it was signed before: who signed saw its place, and some are large.
const LARGEST_KNOWN_PART: f64 = 0.5;
/// What changes in a field, or where it is shown, when it is filled in.
const FILLED: [&str; 9] = ["V", "I", "RV", "AP", "AS", "M", "Parent", "Kids", "P"];
/// What changes in an empty field, or where it is shown, when it is signed. Where it stands is none of it.
const SIGNED: [&str; 13] = ["V", "AP", "AS", "M", "P", "Parent", "Kids", "Type", "NM", "H", "DA", "StructParent", "Ff"];
/// Flags of an annotation that say who may move it or write in it: nothing shows them (ISO 32000-1, table 165).
const UNSEEN_FLAGS: i64 = 64 | 128 | 512;

impl Since<'_, '_, '_, '_> {
    pub(super) fn fields(&mut self) {
        let [before, after] = std::mem::take(&mut self.fields);
        let mut later: Vec<Option<&Field>> = after.iter().map(Some).collect();
        // By name; of several of one name, which is one field shown twice or a trick, first that which stands at the
        // same place.
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
                // Readers that list signatures by the form do not see it any more.
                Some(other) if field.in_form && !other.in_form => self.content(msg!(
                    "trường \"{name}\" bị gỡ khỏi biểu mẫu",
                    "the field \"{name}\" was taken out of the form"
                )),
                Some(other) if field.is_signature() => self.signature_field(field, other),
                Some(other) => self.field(field, other),
            }
        }
        let known: HashSet<_> = before.iter().filter_map(|field| Some(field.value.as_ref()?.key())).collect();
        let names: HashSet<&str> =
            before.iter().map(|field| field.name.as_str()).filter(|name| !name.is_empty()).collect();
        for field in later.into_iter().flatten() {
            let name = &field.name;
            if !field.is_signature() {
                self.content(msg!("thêm trường \"{name}\"", "the field \"{name}\" was added"));
            } else if field.value.as_ref().is_some_and(|value| known.contains(&value.key())) {
                self.content(msg!(
                    "trường \"{name}\" thêm vào mượn chữ ký đã có",
                    "the field \"{name}\" was added and shows a signature that was there"
                ));
            } else if names.contains(name.as_str()) {
                // Readers take all of one name for one field, and show one of its signatures.
                self.content(msg!(
                    "thêm trường thứ hai mang tên \"{name}\" đã có",
                    "a second field of the name \"{name}\" was added"
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
        self.filled(before, after);
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

    /// What a field shows that was filled in: it says what its value says, and hides nothing of the page.
    fn filled(&mut self, before: &Field, after: &Field) {
        let (name, view) = (&after.name, self.compare.after);
        let value = view.entry(&after.dict, "V");
        let value = match &*value {
            Object::Null => Some(String::new()),
            Object::String(text) => Some(decoded(&text.bytes)),
            _ => None,
        };
        let says_nothing = |text: &str| !text.chars().any(char::is_alphanumeric);
        let value = value.filter(|value| after.kind != "Btn" && says_nothing(value));
        let says_more = |value: &String| {
            after.widgets.iter().any(|widget| {
                let drawn = appearance(view, &widget.dict);
                drawn.letters && (value.trim().is_empty() || !says_nothing(&drawn.text))
            })
        };
        if value.as_ref().is_some_and(says_more) {
            self.content(msg!(
                "trường \"{name}\" hiện chữ mà giá trị để trống",
                "the field \"{name}\" shows letters although its value is empty"
            ));
        }
        for (one, other) in before.widgets.iter().zip(&after.widgets) {
            let same = self.compare.equal_entry(&one.dict, &other.dict, "AP");
            if let Some(page) = other.page.filter(|_| !same) {
                let (note, name) = (other.dict.clone(), name.clone());
                self.added.push(Added { page, note, id: other.id, what: What::Value { name } });
            }
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
            if !self.stands_as_it_stood(before, after, &SIGNED) {
                return self.content(msg!(
                    "trường ký \"{name}\" có sẵn bị dời hoặc bị đổi khi được ký",
                    "the field \"{name}\", which was there, was moved or changed when it was signed"
                ));
            }
            let view = self.compare.before;
            let showed = before.widgets.iter().map(|widget| appearance(view, &widget.dict));
            let showed = showed.fold(false, |showed, drawn| showed || drawn.letters || drawn.image || drawn.unknown);
            let looks = before.widgets.iter().zip(&after.widgets);
            if showed && !looks.into_iter().all(|(one, other)| self.compare.equal_entry(&one.dict, &other.dict, "AP")) {
                return self.content(msg!(
                    "trường ký \"{name}\" còn trống đã hiện chữ hoặc hình, khi ký bị thay",
                    "what the empty field \"{name}\" showed was replaced when it was signed"
                ));
            }
            if self.rules.certification == Some(Certification::Nothing) && self.draws(after) {
                return self.content(msg!(
                    "chữ ký \"{name}\" vẽ lên trang dù chứng thực không cho đổi gì",
                    "the signature \"{name}\" draws on the page although the certification allows no change"
                ));
            }
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
            if !self.stands_as_it_stood(before, after, &["Parent", "P", "Kids"]) {
                self.content(msg!(
                    "trường ký còn trống \"{name}\" bị đổi",
                    "the empty field \"{name}\" for a signature was changed"
                ));
            }
        }
    }

    /// Whether an empty field stands where it stood, and is what it was but for some entries.
    fn stands_as_it_stood(&mut self, before: &Field, after: &Field, but: &[&str]) -> bool {
        let flags = |dict: &Dict| dict.get("F").and_then(Object::int).unwrap_or(0) & !UNSEEN_FLAGS;
        let but: Vec<&str> = but.iter().copied().chain(["F"]).collect();
        let pairs = || before.widgets.iter().zip(&after.widgets);
        before.widgets.len() == after.widgets.len()
            && pairs().all(|(one, other)| {
                one.page == other.page && one.id == other.id && flags(&one.dict) == flags(&other.dict)
            })
            && self.compare.equal_but(&before.dict, &after.dict, &but)
            && pairs().all(|(one, other)| self.compare.equal_but(&one.dict, &other.dict, &but))
    }

    /// Whether a field draws anything: all but how it is turned is seen.
    fn draws(&self, field: &Field) -> bool {
        let view = self.compare.after;
        field.widgets.iter().any(|widget| {
            let look = view.entry(&widget.dict, "MK");
            let look = look.dict().is_some_and(|look| look.0.iter().any(|(key, _)| key != b"R"));
            look || !appearance(view, &widget.dict).nothing()
        })
    }

    /// Whether the dictionary of what a field shows is used by anything but annotations: what a signature draws over
    /// it would then change something else, or leave there what was to be replaced.
    fn look_is_shared(&self, field: &Field) -> bool {
        let looks: Vec<Id> = field.widgets.iter().filter_map(|widget| widget.dict.get("AP")?.reference()).collect();
        if looks.is_empty() {
            return false;
        }
        let view = self.compare.before;
        let notes: Set<Id> = notes(view, self.pages[0]).iter().filter_map(|(_, note)| note.reference()).collect();
        let reached = reached(view, &notes);
        looks.iter().any(|look| reached.contains(look))
    }

    /// A new field for a signature.
    fn new_field(&mut self, field: &Field) {
        let name = &field.name;
        if self.runs_something(field) {
            return self.content(msg!("trường \"{name}\" chạy mã lệnh", "the field \"{name}\" runs something"));
        }
        if field.widgets.iter().any(|widget| widget.dict.ambiguous()) {
            return self.content(msg!(
                "trường \"{name}\" thêm vào nói hai điều khác nhau",
                "the field \"{name}\" was added and says two things"
            ));
        }
        let Some(value) = &field.value else {
            if self.draws(field) {
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
        // Who signed saw an empty field as nothing: what is drawn in it later is as new as the signature.
        let state = |field: &Field| {
            let places = field.widgets.iter().map(|widget| (widget.page, widget.rect)).collect::<Vec<_>>();
            (places, field.value.as_ref().map(Value::key))
        };
        let known: HashMap<&str, _> = before.iter().map(|field| (field.name.as_str(), state(field))).collect();
        let is_new = |field: &&Field| field.is_signature() && known.get(field.name.as_str()) != Some(&state(field));
        let mut covered: HashMap<(usize, bool), f64> = HashMap::new();
        for field in after.iter().filter(is_new) {
            let was_there = known.contains_key(field.name.as_str());
            for Widget { page, rect, dict, id } in &field.widgets {
                if let (Some(page), Some([left, bottom, right, top])) = (page, rect) {
                    if !was_there || self.draws(field) {
                        *covered.entry((*page, was_there)).or_default() += (right - left) * (top - bottom);
                    }
                    let role = field.value.as_ref().map(|value| self.roles.of(value)).unwrap_or_default();
                    let (page, note, name) = (*page, dict.clone(), field.name.clone());
                    self.added.push(Added { page, note, id: *id, what: What::Stamp { name, role } });
                }
            }
        }
        for ((page, was_there), area) in covered {
            let Some(whole) = self.pages[1].get(page).and_then(|page| page.area(self.compare.after)) else { continue };
            let whole = (whole[2] - whole[0]) * (whole[3] - whole[1]);
            if area > whole * if was_there { LARGEST_KNOWN_PART } else { LARGEST_PART } {
                let (number, percent) = (page + 1, (area / whole * 100.0).round());
                self.content(msg!(
                    "chữ ký thêm vào che {percent}% trang {number}",
                    "signatures that were added cover {percent}% of page {number}"
                ));
            }
        }
    }
}
