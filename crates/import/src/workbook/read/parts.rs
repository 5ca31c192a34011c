//! What a sheet is: a form, the document's fields, the narrative, a table. Its name does not count.

use std::collections::{BTreeSet, HashMap};

use baocao_core::rows::Sheet;
use baocao_core::template::TemplateSet;

use super::super::{GUIDE_TITLE, SET_KEY, fields, narrative, tables};
use super::lines::Lines;
use super::words::normal;

/// What a sheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Part<'a> {
    /// A sheet of the exporter's own that holds nothing to be read: the instructions, the lists.
    Own,
    /// A form, or several, by the page that most of it is of.
    Form(usize),
    /// The document's fields.
    Document,
    /// The narrative.
    Narrative,
    /// A table, by its id.
    Table(&'a str),
}

/// What the cells of each part say.
pub(super) struct Parts<'a> {
    ids: HashMap<String, Vec<Part<'a>>>,
    labels: HashMap<String, Vec<Part<'a>>>,
}

/// So much an id says more than a label, which may stand elsewhere too.
const ID_WEIGHT: usize = 3;

/// So much must be found.
const LEAST: usize = 2;

impl<'a> Parts<'a> {
    pub(super) fn new(set: &'a TemplateSet, lines: &Lines<'_>) -> Self {
        let mut parts = Self { ids: HashMap::new(), labels: HashMap::new() };
        for (index, page) in lines.pages.iter().enumerate() {
            for line in &page.lines {
                parts.label(&line.label, Part::Form(index));
                if let Some((id, _)) = line.indicator() {
                    parts.id(id, Part::Form(index));
                }
            }
        }
        for field in fields::all() {
            parts.id(field.pointer, Part::Document);
            parts.label(field.label, Part::Document);
        }
        for heading in narrative::headings(set) {
            parts.id(heading.id, Part::Narrative);
            parts.label(&heading.title, Part::Narrative);
        }
        for (id, table) in &set.form.tables {
            parts.id(&format!("{}{id}", tables::KEY), Part::Table(id));
            for (path, _) in tables::leaves(&table.columns) {
                path.iter().for_each(|title| parts.label(title, Part::Table(id)));
            }
        }
        parts.id(SET_KEY, Part::Own);
        parts.label(GUIDE_TITLE, Part::Own);
        parts
    }

    fn id(&mut self, id: &str, part: Part<'a>) {
        self.ids.entry(id.to_owned()).or_default().push(part);
    }

    fn label(&mut self, label: &str, part: Part<'a>) {
        let parts = self.labels.entry(normal(label)).or_default();
        if !parts.contains(&part) {
            parts.push(part);
        }
    }

    /// What a sheet is; nothing where it is none of them.
    pub(super) fn of(&self, sheet: &Sheet) -> Option<Part<'a>> {
        let mut points: HashMap<Part<'a>, usize> = HashMap::new();
        // What stands in every row counts once.
        let mut seen: BTreeSet<String> = BTreeSet::new();
        for (_, _, words) in sheet.all_words() {
            if let Some(parts) = self.ids.get(&*words)
                && seen.insert(words.to_string())
            {
                if parts.contains(&Part::Own) {
                    return Some(Part::Own);
                }
                parts.iter().for_each(|part| *points.entry(*part).or_default() += ID_WEIGHT);
            }
            let label = normal(&words);
            if let Some(parts) = self.labels.get(&label)
                && seen.insert(label)
            {
                if parts.contains(&Part::Own) {
                    return Some(Part::Own);
                }
                parts.iter().for_each(|part| *points.entry(*part).or_default() += 1);
            }
        }
        let order = |part: &Part<'_>| match part {
            Part::Form(page) => (0, *page),
            Part::Document => (1, 0),
            Part::Narrative => (2, 0),
            Part::Table(_) => (3, 0),
            Part::Own => (4, 0),
        };
        let best = points.into_iter().max_by(|(a, one), (b, other)| one.cmp(other).then(order(b).cmp(&order(a))))?;
        (best.1 >= LEAST).then_some(best.0)
    }
}
