//! The relations of a family that an indicator takes part in, and whether they hold.

use baocao_core::form::{RelationKind, Value};

use super::Explained;

/// A relation with the values of this report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// What must hold.
    pub kind: RelationKind,
    /// The indicator on the one side.
    pub whole: String,
    /// The indicators on the other side.
    pub parts: Vec<String>,
    /// The same in numbers: `26 ≥ 20`; a value that is not there is `?`.
    pub numbers: String,
    /// Whether it holds; nothing where a value is not there.
    pub holds: Option<bool>,
}

/// The relations that an indicator takes part in, as far as the forms have all of their indicators.
pub(super) fn of(explained: &Explained, id: &str) -> Vec<Held> {
    let set = explained.script.set();
    let mine = set.relations.relations.iter().filter(|relation| {
        let mut all = std::iter::once(&relation.whole).chain(&relation.parts);
        all.clone().any(|known| known == id) && all.all(|known| set.form.indicator(known).is_some())
    });
    mine.map(|relation| {
        let value = |id: &String| explained.figures.get(id).and_then(Value::as_number);
        let shown = |id: &String| {
            let text = explained.figures.get(id).map_or("", Value::text);
            if text.is_empty() { "?".to_owned() } else { text.to_owned() }
        };
        let parts: Vec<String> = relation.parts.iter().map(shown).collect();
        let sum = relation.parts.iter().map(value).sum::<Option<rust_decimal::Decimal>>();
        let holds = value(&relation.whole).zip(sum).map(|(whole, sum)| match relation.kind {
            RelationKind::Sum => whole == sum,
            RelationKind::AtMost | RelationKind::Assigned => sum <= whole,
            RelationKind::Needs => whole.is_zero() || sum > rust_decimal::Decimal::ZERO,
        });
        Held {
            kind: relation.kind,
            whole: relation.whole.clone(),
            parts: relation.parts.clone(),
            numbers: format!("{} {} {}", shown(&relation.whole), sign(relation.kind), parts.join(" + ")),
            holds,
        }
    })
    .collect()
}

/// How a relation is written between its sides.
pub(super) fn sign(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::Sum => "=",
        RelationKind::AtMost | RelationKind::Assigned => "≥",
        RelationKind::Needs => "→",
    }
}
