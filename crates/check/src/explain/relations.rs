//! The relations of a family that an indicator takes part in, and whether they hold.

use baocao_core::form::{Formula, RelationKind, Value};

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
        let values = relation.parts.iter().map(value).collect::<Option<Vec<_>>>();
        let formula = values.and_then(|values| Formula::sum(&values));
        let holds = value(&relation.whole).zip(formula).and_then(|(whole, formula)| {
            let sum = formula.exact()?;
            Some(match relation.kind {
                RelationKind::Sum => formula.holds(whole),
                RelationKind::AtMost | RelationKind::Assigned => sum <= whole || formula.holds(whole),
                RelationKind::Needs => whole.is_zero() || !sum.is_zero(),
            })
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
