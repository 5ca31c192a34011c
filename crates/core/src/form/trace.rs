//! Which indicator a printed text came from: an account of a document asks for it, an ordinary document does not.
//!
//! A traced text stands between two characters that no report can hold (letters that no font has are refused). They
//! pass through templates, Markdown and tables as any letter does, so that a figure is found where it was put, and not
//! where an equal number happens to stand.

use std::ops::Range;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The first of the characters that begin a traced text; the one of a source is so many after it.
const FIRST: u32 = 0xF_0000;

/// The last character that can begin a traced text.
const LAST: u32 = 0xF_FFFD;

/// The character that ends a traced text.
const END: char = '\u{10FFFD}';

/// What a printed text came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// The indicators.
    pub ids: Vec<String>,
    /// The helper of a section template that made it; nothing in tables and charts.
    pub helper: Option<&'static str>,
    /// The section whose template made it.
    pub section: Option<String>,
    /// Whether it is the value of the earlier period.
    pub earlier: bool,
}

/// All that traced texts came from.
#[derive(Debug, Default)]
pub struct Trace {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    section: Option<String>,
    spoken: Vec<Spoken>,
}

/// A traced text: its source, and where it stands in the text without marks, counted in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Traced {
    /// The index of its source.
    pub source: usize,
    /// Where it stands.
    pub range: Range<usize>,
}

impl Trace {
    /// What the traced texts came from, in the order in which they were first asked for.
    pub fn spoken(&self) -> Vec<Spoken> {
        self.state().spoken.clone()
    }

    /// Says which section speaks from now on.
    pub fn begin_section(&self, id: Option<&str>) {
        self.state().section = id.map(str::to_owned);
    }

    /// A text of a section template between its marks.
    pub fn mark(&self, ids: &[&str], helper: &'static str, text: &str) -> String {
        let mut state = self.state();
        let section = state.section.clone();
        let ids = ids.iter().map(|id| (*id).to_owned()).collect();
        put(&mut state, Spoken { ids, helper: Some(helper), section, earlier: false }, text)
    }

    /// A value of a table or a chart between its marks.
    pub fn mark_value(&self, id: &str, earlier: bool, text: &str) -> String {
        put(&mut self.state(), Spoken { ids: vec![id.to_owned()], helper: None, section: None, earlier }, text)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A text between the marks of the source that has a number.
pub fn numbered(source: usize, text: &str) -> String {
    match begin(source) {
        Some(begin) => format!("{begin}{text}{END}"),
        None => text.to_owned(),
    }
}

/// The character that texts of a source begin with; there is none where there are more sources than characters.
fn begin(source: usize) -> Option<char> {
    let code = u32::try_from(source).ok().and_then(|source| FIRST.checked_add(source));
    code.filter(|code| *code <= LAST).and_then(char::from_u32)
}

fn put(state: &mut State, spoken: Spoken, text: &str) -> String {
    let index = state.spoken.iter().position(|known| *known == spoken).unwrap_or_else(|| {
        state.spoken.push(spoken);
        state.spoken.len() - 1
    });
    numbered(index, text)
}

/// A text with the mark that another one begins with.
pub fn marked_as(other: &str, text: String) -> String {
    match other.chars().next().filter(|first| source_of(*first).is_some()) {
        Some(begin) => format!("{begin}{text}{END}"),
        None => text,
    }
}

fn source_of(c: char) -> Option<usize> {
    let code = u32::from(c);
    (FIRST..=LAST).contains(&code).then(|| (code - FIRST) as usize)
}

/// A text without its marks, and what was traced in it. A traced text inside another one is a part of that.
pub fn read(text: &str) -> (String, Vec<Traced>) {
    let (mut plain, mut found) = (String::with_capacity(text.len()), Vec::new());
    let (mut at, mut depth) = (0, 0_usize);
    let mut open: Option<(usize, usize)> = None;
    for c in text.chars() {
        if let Some(source) = source_of(c) {
            depth += 1;
            if depth == 1 {
                open = Some((source, at));
            }
        } else if c == END {
            depth = depth.saturating_sub(1);
            if depth == 0
                && let Some((source, start)) = open.take()
            {
                found.push(Traced { source, range: start..at });
            }
        } else {
            plain.push(c);
            at += 1;
        }
    }
    (plain, found)
}
