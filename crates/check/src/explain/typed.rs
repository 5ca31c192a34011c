//! Where the document prints the typed texts that name figures: it is composed once more, from the report with marks in its
//! texts.

use std::collections::{BTreeMap, BTreeSet};

use baocao_core::diagnostic::{Place, Source};
use baocao_core::document::Document;
use baocao_core::form::trace::{self, Spoken};

use super::{Mention, prints};

/// A text that stands in a file from a byte on, with a mark around the first letter of each mention. Mentions that begin at
/// one place, such as those of several indicators, share a mark.
pub(super) fn marked(file: &Source, at: usize, text: &str, mentions: &[Mention]) -> String {
    let mut marked = String::with_capacity(text.len() + mentions.len() * 8);
    let mut from = 0;
    for ((name, start), number) in starts(mentions) {
        let Some(start) = start.checked_sub(at).filter(|start| name == file.name && *start < text.len()) else {
            continue;
        };
        // A letter that JSON writes as an escape cannot be cut.
        let letter = text[start..].chars().next().filter(|letter| letter.is_alphanumeric());
        let Some(letter) = letter else { continue };
        marked.push_str(&text[from..start]);
        marked.push_str(&trace::numbered(number, &text[start..start + letter.len_utf8()]));
        from = start + letter.len_utf8();
    }
    marked.push_str(&text[from..]);
    marked
}

/// Where the mentions stand in the document; a place before each. Gives the numbers of the places.
pub(super) fn place(
    document: &mut Document,
    traced: &Document,
    mentions: &mut [Mention],
    first: usize,
) -> Vec<Option<usize>> {
    let starts = starts(mentions);
    let (count, number) = (starts.len(), |mention: &Mention| starts.get(&start(&mention.place)?).copied());
    let numbers: Vec<Option<usize>> = mentions.iter().map(number).collect();
    let nothing = Spoken { ids: Vec::new(), helper: None, section: None, earlier: false };
    let printed = prints::walk(document, traced, &vec![nothing; count], first);
    let place = |(mention, number): (&mut Mention, Option<usize>)| {
        let one = printed.iter().find(|one| Some(one.source) == number)?;
        mention.part.clone_from(&one.part);
        mention.heading.clone_from(&one.heading);
        one.place
    };
    mentions.iter_mut().zip(numbers).map(place).collect()
}

/// A file and a byte in it.
type Start<'m> = (&'m str, usize);

/// Where mentions begin, in order, and the number of each of these places.
fn starts(mentions: &[Mention]) -> BTreeMap<Start<'_>, usize> {
    let starts: BTreeSet<Start<'_>> = mentions.iter().filter_map(|mention| start(&mention.place)).collect();
    starts.into_iter().enumerate().map(|(number, start)| (start, number)).collect()
}

fn start(place: &Place) -> Option<Start<'_>> {
    Some((&place.source.name, place.span()?.start))
}
