//! What the texts of a document came from.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Place, Source};

/// What a part of a text came from. What has no origin the program says itself: numbers of headings, signs, words of the
/// layout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The value of an indicator, or what was computed from several.
    Figure(Arc<Figure>),
    /// A file of the template set: these bytes of it, letter by letter; none, at the tag that computed what is printed.
    Template(Arc<Source>, Range<usize>),
    /// A text that somebody typed: these bytes of the text in the slot with this JSON pointer.
    Typed(Arc<str>, Range<usize>),
}

/// Indicators whose values are printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Their ids: one, or those that a template computes with.
    pub ids: Vec<String>,
    /// Whether it is the value of the earlier period.
    pub earlier: bool,
    /// The call of a template that printed it; nothing in tables and charts.
    pub call: Option<Call>,
}

/// A call in a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The helper that is called.
    pub helper: &'static str,
    /// The section whose template it is; nothing where it is a title.
    pub section: Option<String>,
    /// Where the call stands.
    pub place: Option<Place>,
}

impl Figure {
    /// The value of one indicator in a table or a chart.
    pub(crate) fn of(id: &str, earlier: bool) -> Arc<Self> {
        Arc::new(Self { ids: vec![id.to_owned()], earlier, call: None })
    }
}

impl Origin {
    /// That of some bytes of a part that is so long. What is not printed letter by letter is not cut.
    pub(super) fn cut(&self, range: &Range<usize>, length: usize) -> Self {
        let within = |bytes: &Range<usize>| match bytes.len() == length {
            true => bytes.start + range.start..bytes.start + range.end,
            false => bytes.clone(),
        };
        match self {
            Self::Figure(figure) => Self::Figure(Arc::clone(figure)),
            Self::Template(source, bytes) => Self::Template(Arc::clone(source), within(bytes)),
            Self::Typed(slot, bytes) => Self::Typed(Arc::clone(slot), within(bytes)),
        }
    }
}

/// Some bytes of a text, and what they came from.
pub type Part = (Range<usize>, Origin);

/// A text, and what its parts came from, in order and apart.
#[derive(Debug, Clone, Default)]
pub struct Woven<'a> {
    /// The text.
    pub text: Cow<'a, str>,
    /// Its parts. What stands between them came from nowhere.
    pub parts: Vec<Part>,
}

impl<'a> From<&'a str> for Woven<'a> {
    fn from(text: &'a str) -> Self {
        Self { text: text.into(), parts: Vec::new() }
    }
}

impl<'a> Woven<'a> {
    /// A text that stands at a place: the one in a slot of a report, or one that stands there letter by letter.
    pub fn at(text: &'a str, place: Option<&Place>) -> Self {
        let origin = place.and_then(|place| match place.pointer() {
            Some(pointer) => Some(Origin::Typed(pointer.into(), 0..text.len())),
            None => {
                let span = place.span().filter(|span| place.source.text.get(span.clone()) == Some(text))?;
                Some(Origin::Template(Arc::clone(&place.source), span))
            }
        });
        Self { text: text.into(), parts: origin.into_iter().map(|origin| (0..text.len(), origin)).collect() }
    }

    /// A text of its own.
    pub(crate) fn into_owned(self) -> Woven<'static> {
        Woven { text: self.text.into_owned().into(), parts: self.parts }
    }

    /// Puts another text behind this one.
    pub(crate) fn append(&mut self, other: &Woven<'_>) {
        let start = self.text.len();
        self.text.to_mut().push_str(&other.text);
        self.parts.extend(other.parts.iter().map(|(at, origin)| (start + at.start..start + at.end, origin.clone())));
    }

    /// What some bytes came from; the parts count from the first of them.
    pub(crate) fn parts_of(&self, range: Range<usize>) -> impl Iterator<Item = Part> {
        let first = self.parts.partition_point(|(at, _)| at.end <= range.start);
        let parts = self.parts[first..].iter().take_while(move |(at, _)| at.start < range.end);
        parts.map(move |(at, origin)| {
            let here = at.start.max(range.start)..at.end.min(range.end);
            let origin = origin.cut(&(here.start - at.start..here.end - at.start), at.len());
            (here.start - range.start..here.end - range.start, origin)
        })
    }

    /// Some bytes of it.
    pub(crate) fn slice(&self, range: Range<usize>) -> Woven<'_> {
        Woven { text: self.text[range.clone()].into(), parts: self.parts_of(range).collect() }
    }

    /// Its lines.
    pub(crate) fn lines(&self) -> impl Iterator<Item = Woven<'_>> {
        let start = self.text.as_ptr() as usize;
        self.text.lines().map(move |line| {
            let at = line.as_ptr() as usize - start;
            self.slice(at..at + line.len())
        })
    }

    /// The text in capitals.
    pub(crate) fn to_uppercase(&self) -> Woven<'static> {
        let mut upper = Woven::default();
        let mut put = |range: Range<usize>, origin: Option<&Origin>| {
            let start = upper.text.len();
            upper.text.to_mut().push_str(&self.text[range].to_uppercase());
            upper.parts.extend(origin.map(|origin| (start..upper.text.len(), origin.clone())));
        };
        let mut from = 0;
        for (at, origin) in &self.parts {
            put(from..at.start, None);
            put(at.clone(), Some(origin));
            from = at.end;
        }
        put(from..self.text.len(), None);
        upper
    }
}
