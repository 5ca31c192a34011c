//! Where the document prints the typed texts that name figures: it is composed once more, from the report with marks in its
//! texts.

use std::collections::BTreeMap;

use baocao_core::document::Document;
use baocao_core::form::trace::{self, Spoken};

use super::{Mention, prints};

/// The text of a report's file with a mark around the first letter of each mention. Mentions that begin at one place, such
/// as those of several indicators, share a mark.
pub(super) fn marked(text: &str, mentions: &[Mention]) -> String {
    let mut marked = String::with_capacity(text.len() + mentions.len() * 8);
    let mut from = 0;
    for (start, number) in starts(mentions) {
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
    let nothing = Spoken { ids: Vec::new(), helper: None, section: None, earlier: false };
    let printed = prints::walk(document, traced, &vec![nothing; starts.len()], first);
    let place = |mention: &mut Mention| {
        let number = starts.get(&mention.place.span()?.start)?;
        let one = printed.iter().find(|one| one.source == *number)?;
        mention.part.clone_from(&one.part);
        mention.heading.clone_from(&one.heading);
        one.place
    };
    mentions.iter_mut().map(place).collect()
}

/// Where mentions begin in the file, in order, and the number of each of these places.
fn starts(mentions: &[Mention]) -> BTreeMap<usize, usize> {
    let starts: BTreeMap<usize, ()> =
        mentions.iter().filter_map(|mention| Some((mention.place.span()?.start, ()))).collect();
    starts.into_keys().enumerate().map(|(number, start)| (start, number)).collect()
}
