//! The rows of the forms of a set, and which of them a row of a sheet is.

use std::collections::HashMap;

use super::super::plan::{Line, Page};
use super::words::{code, likeness, normal};

/// A label is no other's where so much of it is the same.
const ALIKE: f64 = 0.5;

/// A label that is so much more like another row's is that row's.
const NEARER: f64 = 0.1;

/// No label is longer, in bytes.
const LONGEST: usize = 4_000;

/// Which row of the forms: the page and the line on it.
pub(super) type At = (usize, usize);

/// The rows of all forms.
pub(super) struct Lines<'a> {
    pub(super) pages: &'a [Page<'a>],
    words: Vec<Vec<Words>>,
    ids: HashMap<&'a str, At>,
    labels: HashMap<String, Vec<At>>,
}

/// What a row prints, made comparable.
struct Words {
    codes: Vec<String>,
    label: String,
}

/// What a row of a sheet is.
pub(super) struct Known {
    pub(super) at: At,
    /// Whether its hidden id says something else.
    pub(super) strange_id: bool,
}

impl<'a> Lines<'a> {
    pub(super) fn new(pages: &'a [Page<'a>]) -> Self {
        let mut lines = Self { pages, words: Vec::new(), ids: HashMap::new(), labels: HashMap::new() };
        for (page_at, page) in pages.iter().enumerate() {
            let mut all = Vec::new();
            for (line_at, line) in page.lines.iter().enumerate() {
                let at = (page_at, line_at);
                let mut codes = vec![code(&line.code)];
                codes.extend(line.row.iter().flat_map(|row| &row.aliases).map(|alias| code(alias)));
                let words = Words { codes, label: normal(&line.label) };
                if let Some((id, _)) = line.indicator() {
                    lines.ids.insert(id, at);
                }
                lines.labels.entry(words.label.clone()).or_default().push(at);
                all.push(words);
            }
            lines.words.push(all);
        }
        lines
    }

    /// A row.
    pub(super) fn line(&self, (page, line): At) -> Option<&'a Line<'a>> {
        self.pages.get(page)?.lines.get(line)
    }

    /// The row of an id.
    pub(super) fn of_id(&self, id: &str) -> Option<At> {
        self.ids.get(id).copied()
    }

    /// The rows with a label, which is normal.
    pub(super) fn of_label(&self, label: &str) -> &[At] {
        self.labels.get(label).map_or(&[], Vec::as_slice)
    }

    fn words(&self, (page, line): At) -> Option<&Words> {
        self.words.get(page)?.get(line)
    }

    fn has_code(&self, at: At, wanted: &str) -> bool {
        self.words(at).is_some_and(|words| words.codes.iter().any(|known| known == wanted))
    }

    fn likeness(&self, at: At, label: &str) -> f64 {
        self.words(at).map_or(0.0, |words| likeness(&words.label, label))
    }

    /// The row of the forms that a row of a sheet is, by its id, else by its code and its label; of rows with the same
    /// words that on the page of the sheet. `None`: none, or not beyond doubt.
    pub(super) fn find(&self, page: usize, id: &str, code_text: &str, label: &str) -> Option<Known> {
        // What is longer than any label is none.
        let label = if label.len() > LONGEST { String::new() } else { normal(label) };
        let code = code(code_text);
        let by_words = self.by_words(page, &code, &label);
        let Some(by_id) = self.of_id(id) else {
            let at = by_words?;
            return Some(Known { at, strange_id: !id.is_empty() && self.line(at)?.indicator().is_some() });
        };
        if by_words == Some(by_id) {
            return Some(Known { at: by_id, strange_id: false });
        }
        match by_words {
            // What people saw when they wrote the value counts.
            Some(at) if !self.fits(by_id, &code, &label) => Some(Known { at, strange_id: true }),
            _ if self.fits(by_id, &code, &label) => Some(Known { at: by_id, strange_id: false }),
            _ => None,
        }
    }

    /// Whether code or label of a row say that it is the one of an id: a label that is another row's does not.
    fn fits(&self, at: At, code: &str, label: &str) -> bool {
        let own = self.likeness(at, label);
        let (blank_label, blank_code) = (label.is_empty(), code.is_empty());
        let others = self.of_label(label);
        let others_label = !others.is_empty() && !others.contains(&at);
        (blank_label && (blank_code || self.has_code(at, code)))
            || (!others_label && (own >= ALIKE || self.has_code(at, code)))
            || (own > 0.99)
    }

    fn by_words(&self, page: usize, code: &str, label: &str) -> Option<At> {
        if label.is_empty() {
            return None;
        }
        let exact = self.of_label(label);
        let here: Vec<At> = exact.iter().copied().filter(|at| at.0 == page).collect();
        let same = |list: &[At]| -> Vec<At> { list.iter().copied().filter(|at| self.has_code(*at, code)).collect() };
        // Code and label, else a label that no other row has; first on the page of the sheet.
        for list in [&same(&here)[..], &here[..], &same(exact)[..], exact] {
            if let [only] = list {
                return Some(*only);
            }
        }
        if code.is_empty() || !exact.is_empty() {
            return None;
        }
        let count = self.words.get(page)?.len();
        let all: Vec<At> = (0..count).map(|line| (page, line)).collect();
        let [own] = same(&all)[..] else { return None };
        let likeness = self.likeness(own, label);
        let nearest = all.iter().map(|at| self.likeness(*at, label)).fold(0.0, f64::max);
        (likeness >= ALIKE && nearest <= likeness + NEARER).then_some(own)
    }
}
