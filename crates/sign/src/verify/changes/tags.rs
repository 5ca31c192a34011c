//! The tags, which are what a screen reader reads.

use std::rc::Rc;

use super::{Class, Since, add};
use crate::file::{Dict, Id, Object, Set, View};
use baocao_core::msg;

/// What the tag of a new field may hold.
const PLAIN: [&str; 10] = ["Type", "S", "P", "Pg", "K", "Alt", "T", "Lang", "ID", "A"];

impl Since<'_, '_, '_, '_> {
    /// The tags, which are what a screen reader reads. New ones may stand there for new fields.
    pub(super) fn tags(&mut self, before: &Dict, after: &Dict) {
        let roots =
            (self.compare.before.entry(before, "StructTreeRoot"), self.compare.after.entry(after, "StructTreeRoot"));
        let (Some(_), Some(_)) = (roots.0.dict(), roots.1.dict()) else {
            if roots.0.dict().is_some() {
                let text =
                    msg!("gỡ thẻ cấu trúc, không trang nào dùng", "the tags, which no page shows, were taken out");
                add(self.found, Class::Practice, text);
            } else if roots.1.dict().is_some() {
                self.content(msg!("thẻ cấu trúc bị đổi", "the tags were changed"));
            }
            return;
        };
        let mut seen = Set::default();
        let mut open = vec![roots];
        while let Some((one, other)) = open.pop() {
            let (Some(one), Some(other)) = (one.dict(), other.dict()) else { continue };
            const BESIDE: [&str; 4] = ["K", "P", "ParentTree", "ParentTreeNextKey"];
            let kids = self.compare.equal_or_gone(one, other, &BESIDE).then(|| self.tagged(one, other)).flatten();
            let Some(kids) = kids else {
                return self.content(msg!("thẻ cấu trúc bị đổi", "the tags were changed"));
            };
            for kid in kids {
                if !seen.insert((self.compare.before.spot(kid), self.compare.after.spot(kid))) {
                    continue;
                }
                let kid = Object::Ref(kid);
                if let (Ok(one), Ok(other)) = (self.compare.before.get(&kid), self.compare.after.get(&kid)) {
                    open.push((one, other));
                }
            }
        }
    }

    /// The tags in a tag that are objects of their own; none if there are others later. New ones may only stand for fields.
    fn tagged(&mut self, before: &Dict, after: &Dict) -> Option<Vec<Id>> {
        let held = (held(self.compare.before, before), held(self.compare.after, after));
        let (one, other) = (list(before, held.0.as_deref()), list(after, held.1.as_deref()));
        let mut tags = Vec::new();
        let mut rest = other.iter();
        for kid in one {
            loop {
                let next = rest.next()?;
                let same = match (kid, next) {
                    // The reference itself counts, not what it leads to.
                    (Object::Ref(one), Object::Ref(other)) => one == other,
                    (Object::Dict(_), Object::Dict(_)) => self.compare.equal(kid, next),
                    (one, other) => one == other,
                };
                if same {
                    tags.extend(kid.reference());
                    break;
                }
                if !self.is_tag_of_field(next) {
                    return None;
                }
            }
        }
        rest.all(|next| self.is_tag_of_field(next)).then_some(tags)
    }

    fn is_tag_of_field(&self, tag: &Object) -> bool {
        let view = self.compare.after;
        let Ok(tag) = view.get(tag) else { return false };
        let Some(dict) = tag.dict() else { return false };
        // What is read aloud in place of a field says what the field is, and nothing else.
        let is_plain = |key: &[u8]| PLAIN.iter().any(|other| other.as_bytes() == key);
        if dict.get("S").and_then(Object::name) != Some("Form") || !dict.0.iter().all(|(key, _)| is_plain(key)) {
            return false;
        }
        let kids = view.entry(dict, "K");
        let kids = kids.array().unwrap_or(std::slice::from_ref(&*kids));
        kids.iter().all(|kid| {
            let Ok(kid) = view.get(kid) else { return false };
            let Some(kid) = kid.dict() else { return false };
            let field = view.entry(kid, "Obj");
            kid.get("Type").and_then(Object::name) == Some("OBJR")
                && field.dict().is_some_and(|field| field.get("Subtype").and_then(Object::name) == Some("Widget"))
        })
    }
}

/// What a tag holds, where that is an array of its own.
fn held(view: &View<'_, '_>, dict: &Dict) -> Option<Rc<Object>> {
    let kids @ Object::Ref(_) = dict.get("K")? else { return None };
    view.get(kids).ok().filter(|kids| kids.array().is_some())
}

/// What a tag holds, `held` where that is an array of its own.
fn list<'k>(dict: &'k Dict, held: Option<&'k Object>) -> &'k [Object] {
    match held.or_else(|| dict.get("K")) {
        None | Some(Object::Null) => &[],
        Some(Object::Array(kids)) => kids,
        Some(kid) => std::slice::from_ref(kid),
    }
}
