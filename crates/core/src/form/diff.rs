//! Two form files held against each other, by the identity of their indicators.

use super::{Form, FormFile, Row};
use crate::diagnostic::Message;
use crate::markdown::plain_label;
use crate::msg;

/// What differs between two form files.
#[derive(Debug)]
pub struct Comparison<'a> {
    /// Indicators that only the second has, in its order.
    pub added: Vec<Placed<'a>>,
    /// Indicators that only the first has, in its order.
    pub removed: Vec<Placed<'a>>,
    /// Indicators that both have and that are not the same, in the order of the second.
    pub changed: Vec<Changed<'a>>,
}

/// An indicator and the form that it stands in.
#[derive(Debug, Clone, Copy)]
pub struct Placed<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its form.
    pub form: &'a Form,
    /// Its row.
    pub row: &'a Row,
}

/// An indicator that changed.
#[derive(Debug)]
pub struct Changed<'a> {
    /// Its id.
    pub id: &'a str,
    /// What changed.
    pub changes: Vec<Change>,
}

/// One thing that changed; an empty text where there was or is none.
#[derive(Debug, PartialEq, Eq)]
pub struct Change {
    /// What.
    pub what: Message,
    /// What it was.
    pub before: Message,
    /// What it is.
    pub after: Message,
}

impl FormFile {
    /// All indicators with their forms, in order.
    pub fn placed(&self) -> impl Iterator<Item = Placed<'_>> {
        let rows = self.forms.iter().flat_map(|form| form.rows.iter().map(move |row| (form, row)));
        rows.filter_map(|(form, row)| Some(Placed { id: row.id.as_deref()?, form, row }))
    }

    /// What differs in `other`.
    pub fn compare<'a>(&'a self, other: &'a Self) -> Comparison<'a> {
        let missing = |of: &'a Self, from: &'a Self| -> Vec<Placed<'a>> {
            of.placed().filter(|placed| from.indicator(placed.id).is_none()).collect()
        };
        let changed = other.placed().filter_map(|after| {
            let before = self.placed().find(|before| before.id == after.id)?;
            let changes = changes(before, after);
            (!changes.is_empty()).then_some(Changed { id: after.id, changes })
        });
        Comparison { added: missing(other, self), removed: missing(self, other), changed: changed.collect() }
    }
}

impl Comparison<'_> {
    /// Whether both have the same indicators.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }
}

fn changes(before: Placed<'_>, after: Placed<'_>) -> Vec<Change> {
    let all = aspects(before).into_iter().zip(aspects(after));
    let differing = all.filter(|((_, before), (_, after))| before != after);
    differing.map(|((what, before), (_, after))| Change { what, before, after }).collect()
}

/// All that is compared of an indicator, with its name.
fn aspects(placed: Placed<'_>) -> [(Message, Message); 8] {
    let same = |text: &str| Message::new(text, text);
    let row = placed.row;
    let unit = row.unit.as_deref().unwrap_or_default();
    let level = row.level.as_deref().unwrap_or_default();
    [
        (msg!("biểu", "form"), same(&placed.form.id)),
        (msg!("mã in", "printed code"), same(&row.code)),
        (msg!("mã in khác", "other codes"), same(&row.aliases.join(", "))),
        (msg!("nhãn", "label"), same(&plain_label(&row.label))),
        (msg!("đơn vị tính", "unit"), same(unit)),
        (msg!("loại", "kind"), kind(row)),
        (msg!("công thức", "formula"), row.formula_words().unwrap_or_else(|| same(""))),
        (msg!("cấp", "level"), same(level)),
    ]
}

/// The kind, with its codes where it has any.
fn kind(row: &Row) -> Message {
    let Message { vi, en } = row.kind.words();
    let codes = row.codes_words();
    if codes.is_empty() { Message::new(vi, en) } else { msg!("{vi}: {codes}", "{en}: {codes}") }
}
