//! What is known of one indicator, and of all of them in a line each.

use baocao_core::diagnostic::{Finding, Place};
use baocao_core::form::{Form, Row, Value};
use baocao_core::report::Slot;

use super::relations::{self, Held};
use super::units::{self, Units};
use super::working::{self, Working};
use super::{Explained, Mention, Printed};

/// Where a value came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The report gives it.
    Given(Place),
    /// The report gives it, rolled up from those of so many units.
    Units(Place, usize),
    /// It was computed by the formula of its row.
    Computed,
    /// It is that of another row, which has to be the same.
    SameAs(String),
    /// The report does not have it.
    Missing,
}

/// All that is known of one indicator.
#[derive(Debug)]
pub struct Account<'a> {
    /// Its id.
    pub id: &'a str,
    /// The template set.
    pub set: &'a str,
    /// The form that it stands in.
    pub form: &'a Form,
    /// Its row.
    pub row: &'a Row,
    /// Its value.
    pub value: Option<&'a Value>,
    /// Where the value came from.
    pub origin: Origin,
    /// Its formula with the values of its parts.
    pub working: Option<Working>,
    /// What each unit has of it, where it was rolled up.
    pub units: Option<Units<'a>>,
    /// The indicators whose formulas take it.
    pub used_by: Vec<&'a str>,
    /// The relations of the family that it takes part in.
    pub relations: Vec<Held>,
    /// The note on it.
    pub note: Option<&'a str>,
    /// The name of the earlier period, and its value there.
    pub earlier: Option<(&'a str, Option<&'a Value>)>,
    /// What the rules say of it.
    pub findings: Vec<&'a Finding>,
    /// Where it is printed; nothing where the document could not be composed.
    pub printed: Option<Vec<&'a Printed>>,
    /// Where the texts that people wrote name it.
    pub mentions: Vec<&'a Mention>,
}

/// An indicator in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its value as it is printed.
    pub value: &'a str,
    /// Where the value came from.
    pub origin: Origin,
    /// In how many places it is printed.
    pub places: Option<usize>,
    /// In how many places the texts that people wrote name it.
    pub mentions: usize,
}

impl Explained {
    /// The account of an indicator; nothing where the forms do not have it.
    pub fn account(&self, id: &str) -> Option<Account<'_>> {
        let set = self.script.set();
        let (form, row) = set.form.forms.iter().find_map(|form| {
            let row = form.rows.iter().find(|row| row.id.as_deref() == Some(id))?;
            Some((form, row))
        })?;
        let id = row.id.as_deref()?;
        let origin = self.origin(id, row);
        // What is wrong with a part is wrong with what is computed from it.
        let parts = if origin == Origin::Computed { row.parts() } else { Vec::new() };
        let about: Vec<&str> = std::iter::once(id).chain(parts).collect();
        let users = set.form.indicators().filter(|(_, row)| row.parts().contains(&id));
        Some(Account {
            id,
            set: &set.name,
            form,
            row,
            value: self.figures.get(id),
            origin,
            working: working::of(self, row),
            units: units::of(self, id, row).filter(|_| self.report.figures.contains_key(id)),
            used_by: users.map(|(id, _)| id).collect(),
            relations: relations::of(self, id),
            note: self.figures.note(id).map(|note| note.text.as_str()),
            earlier: self.earlier.as_ref().map(|earlier| (earlier.period.as_str(), earlier.figures.get(id))),
            findings: self.findings.iter().filter(|finding| about.iter().any(|id| concerns(finding, id))).collect(),
            printed: self.printed.as_ref().map(|printed| printed.iter().filter(|one| one.names(id)).collect()),
            mentions: self.mentions_of(id).collect(),
        })
    }

    /// All indicators in the order of the forms.
    pub fn lines(&self) -> Vec<Line<'_>> {
        let indicators = self.script.set().form.indicators();
        indicators
            .map(|(id, row)| Line {
                id,
                value: self.figures.get(id).map_or("", Value::text),
                origin: self.origin(id, row),
                places: self.printed.as_ref().map(|printed| printed.iter().filter(|one| one.names(id)).count()),
                mentions: self.mentions_of(id).count(),
            })
            .collect()
    }

    fn mentions_of<'a>(&'a self, id: &str) -> impl Iterator<Item = &'a Mention> {
        self.mentions.iter().filter(move |mention| mention.ids.iter().any(|known| known == id))
    }

    /// Where the value of a row came from.
    pub(super) fn origin(&self, id: &str, row: &Row) -> Origin {
        let given = &self.report.figures;
        if given.contains_key(id) {
            let place = self.input.at(Slot::figure(id));
            let units = self.report.units().filter(|unit| unit.figures.contains_key(id)).count();
            return if units > 0 { Origin::Units(place, units) } else { Origin::Given(place) };
        }
        let twin = row.same_as.as_deref().filter(|other| given.contains_key(*other)).or_else(|| {
            let mut rows = self.script.set().form.indicators();
            rows.find(|(other, row)| row.same_as.as_deref() == Some(id) && given.contains_key(*other)).map(|(id, _)| id)
        });
        match twin {
            Some(twin) => Origin::SameAs(twin.to_owned()),
            None if self.figures.get(id).is_some() && !row.parts().is_empty() => Origin::Computed,
            None => Origin::Missing,
        }
    }
}

impl Printed {
    /// Whether an indicator is printed here, or computed with.
    fn names(&self, id: &str) -> bool {
        self.ids.iter().any(|known| known == id)
    }
}

/// Whether a place is one of an indicator's figure.
fn is_of_figure(place: &Place, id: &str) -> bool {
    let slot = place.pointer().and_then(Slot::parse);
    matches!(slot, Some(Slot::Figure { id: figure, .. }) if figure == id)
}

/// The place of a finding that is to be told with an indicator: that at its figure, or else the first.
pub(super) fn place_for<'f>(finding: &'f Finding, id: &str) -> Option<&'f Place> {
    finding.places().find(|place| is_of_figure(place, id)).or(finding.place.as_ref())
}

/// Whether a finding is about an indicator: it stands at its figure or names it.
fn concerns(finding: &Finding, id: &str) -> bool {
    let at = finding.places().any(|place| is_of_figure(place, id));
    let quoted = format!("\"{id}\"");
    let texts = [Some(&finding.message), finding.expected.as_ref(), finding.hint.as_ref()];
    at || texts.into_iter().flatten().any(|text| text.vi.contains(&quoted))
}
