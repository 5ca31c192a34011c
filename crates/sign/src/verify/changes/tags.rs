//! The tags, which are what a screen reader reads.

use std::collections::HashSet;

use super::{Class, Since, add};
use crate::file::{Dict, Object, View};
use baocao_core::msg;

/// What the tag of a new field may hold.
const PLAIN: [&str; 10] = ["Type", "S", "P", "Pg", "K", "Alt", "T", "Lang", "ID", "A"];

impl Since<'_, '_, '_> {
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
        let mut seen = HashSet::new();
        let mut open = vec![roots];
        while let Some((one, other)) = open.pop() {
            let (Some(one), Some(other)) = (one.dict(), other.dict()) else { continue };
            const BESIDE: [&str; 4] = ["K", "P", "ParentTree", "ParentTreeNextKey"];
            let kids = self.compare.equal_or_gone(one, other, &BESIDE).then(|| self.tagged(one, other)).flatten();
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
                if let (Ok(one), Ok(other)) = (self.compare.before.get(&one), self.compare.after.get(&other)) {
                    open.push((one, other));
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
