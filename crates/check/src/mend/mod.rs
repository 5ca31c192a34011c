//! Mechanical repairs: what is beyond doubt is mended in the report's own file, and nothing else in it changes.
//!
//! [`mend`] takes a file that was read and gives its text with the repairs in it: the formatting of the JSON, the order of
//! its keys, its escapes and line ends stay. A repair changes spaces, punctuation, the composition of letters and zeros before
//! days and months; it never touches a figure or a word of meaning. Each belongs to a rule of the checker, whose finding it
//! takes away.

mod dates;
mod diff;
mod letters;
mod normal;
mod recipients;
mod signing;
mod spaces;
mod symbols;

pub use diff::unified;

use std::ops::Range;

use self::letters::Letters;
use crate::citations::style;
use crate::official;
use crate::official::recipients::names;
use crate::text::{self, unicode};
use baocao_core::diagnostic::{Id, Place};
use baocao_core::report::{Field, FigureValue, Input, Slot};
use baocao_reading::TextKind;

/// What a repair does to a text: the range in bytes, and what stands there instead.
type Edit = (Range<usize>, String);

/// A kind of repair.
struct Repair {
    /// The rule of the checker that tells of it.
    rule: Id,
    /// Whether it is for the text in a slot.
    takes: fn(&Slot<'_>) -> bool,
    /// What it does to a text.
    edits: fn(&str) -> Vec<Edit>,
}

/// All repairs, in the order in which they are made.
const REPAIRS: [Repair; 9] = [
    Repair { rule: unicode::COMPOSED.id, takes: |_| true, edits: normal::edits },
    Repair { rule: official::symbols::letters::SPACES.id, takes: is_notation, edits: symbols::notation },
    Repair { rule: official::signing::GLUED.id, takes: signing::is_authority, edits: signing::edits },
    Repair { rule: names::PUNCTUATION.id, takes: recipients::is_name, edits: recipients::edits },
    Repair { rule: style::SPACES.id, takes: in_text, edits: symbols::edits },
    Repair { rule: style::DAY.id, takes: in_text, edits: dates::edits },
    Repair { rule: text::spaces::BEFORE.id, takes: in_text, edits: spaces::before_signs },
    Repair { rule: text::spaces::INSIDE.id, takes: in_text, edits: spaces::in_parentheses },
    Repair { rule: text::spaces::TWO.id, takes: in_text, edits: spaces::doubled },
];

/// One repair makes room for another; more rounds than this are never needed.
const MOST_ROUNDS: usize = 4;

/// The ids of the rules whose findings are mended, each once.
pub fn rules() -> impl Iterator<Item = Id> {
    REPAIRS.iter().map(|repair| repair.rule)
}

/// The symbol of the document.
fn is_notation(slot: &Slot<'_>) -> bool {
    *slot == Slot::Document(Field::CodeNotation)
}

/// Texts, and not the symbol of the document, which has a repair of its own.
fn in_text(slot: &Slot<'_>) -> bool {
    !is_notation(slot)
}

/// A repair that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mending {
    /// The rule whose finding it takes away.
    pub rule: Id,
    /// The text that it was made in, as it stood before.
    pub place: Place,
}

/// A report's text with its repairs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// The text of the file, without a byte order mark.
    pub text: String,
    /// What was mended, in the order of the file; empty where nothing was.
    pub mendings: Vec<Mending>,
}

/// Mends what is beyond doubt. `wanted` is asked for each repair, by its rule and the pointer of its text: what an office
/// exempted is as it should be.
///
/// ```
/// use baocao_core::{limits::Limits, report::Input};
/// let json = r#"{ "sections": { "a": "Kế hoạch số 04/ KH-UBND ngày 8/9/2023 ." } }"#;
/// let input = Input::parse("a.json", json.into(), &Limits::default(), &mut Vec::new()).unwrap();
/// let mended = baocao_check::mend::mend(&input, |_, _| true);
/// assert_eq!(mended.text, r#"{ "sections": { "a": "Kế hoạch số 04/KH-UBND ngày 08/9/2023." } }"#);
/// ```
pub fn mend(input: &Input, wanted: impl Fn(Id, &str) -> bool) -> Mended {
    let mut changes: Vec<Edit> = Vec::new();
    let mut mendings = Vec::new();
    for (pointer, raw) in input.strings() {
        let Some(slot) = Slot::parse(pointer) else { continue };
        if TextKind::of(&slot).is_none_or(|kind| is_figure(kind, raw)) {
            continue;
        }
        let mut text = Letters::new(raw);
        let mut rules: Vec<Id> = Vec::new();
        for _ in 0..MOST_ROUNDS {
            let before = rules.len();
            let mut changed = false;
            for repair in &REPAIRS {
                if !(repair.takes)(&slot) || !wanted(repair.rule, pointer) {
                    continue;
                }
                if text.apply(&(repair.edits)(text.text())) {
                    changed = true;
                    if !rules.contains(&repair.rule) {
                        rules.push(repair.rule);
                    }
                }
            }
            if !changed && rules.len() == before {
                break;
            }
        }
        let place = input.place(pointer);
        mendings.extend(rules.into_iter().map(|rule| Mending { rule, place: place.clone() }));
        changes.extend(text.changes().into_iter().filter_map(|(range, new)| {
            // A change that crosses from one line of a list to the next would break the list.
            let is_list = place.span().is_some_and(|span| input.source.text[span].starts_with('['));
            if is_list && raw[range.clone()].contains('\n') {
                return None;
            }
            let span = input.place_in(pointer, range).span()?;
            let escaped = escaped(&new, &input.source.text[span.clone()]);
            Some((span, escaped))
        }));
    }
    changes.sort_by_key(|(span, _)| span.start);
    mendings.sort_by(|a, b| a.place.order(&b.place));
    Mended { text: replaced(&input.source.text, &changes), mendings }
}

/// Whether the cell of a table is a number, or may be one: that is a figure.
fn is_figure(kind: TextKind, raw: &str) -> bool {
    kind == TextKind::Cell && !matches!(FigureValue::of_text(raw), FigureValue::Word(_))
}

/// A text as a part of a JSON literal. Where letters were written as escapes they are again.
fn escaped(text: &str, instead_of: &str) -> String {
    let mut out = String::new();
    let as_escapes = instead_of.contains("\\u");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c < ' ' || (as_escapes && !c.is_ascii()) => {
                let mut units = [0; 2];
                for unit in c.encode_utf16(&mut units) {
                    out.push_str(&format!("\\u{unit:04x}"));
                }
            }
            c => out.push(c),
        }
    }
    out
}

/// A text with ranges of it replaced; they are in order and apart.
fn replaced(text: &str, changes: &[Edit]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (range, new) in changes {
        out.push_str(&text[at..range.start]);
        out.push_str(new);
        at = range.end;
    }
    out.push_str(&text[at..]);
    out
}
