//! Departments that speak of themselves under another's name.

use std::ops::Range;

use baocao_vietnamese::lexicon::lists::{DEPARTMENTS, REPORTING};

use super::organ::plain;

/// The longest name, in words.
const LONGEST: usize = 8;

/// Another department's name where a sentence, or its last part, says that it reports: `Sở Y tế kính gửi UBND tỉnh`. The
/// department's own names are its name and the short one.
pub(super) fn other(text: &str, own: [&str; 2]) -> Option<Range<usize>> {
    let own = own.map(plain);
    let kind = DEPARTMENTS.iter().find(|kind| own[0].starts_with(&format!("{} ", plain(kind))))?;
    text.match_indices(kind).find_map(|(at, _)| {
        let before = text[..at].trim_end();
        let name = &text[at..];
        let end = REPORTING.iter().filter_map(|says| name.find(&format!(" {says}"))).min()?;
        let named = &name[..end];
        let begins = before.is_empty() || before.ends_with(['.', ',', ';', '\n']);
        let words = named.split_whitespace().count();
        // A name is written out: neither a list of names nor an abbreviation.
        let whole = words > kind.split(' ').count()
            && words <= LONGEST
            && named.chars().all(|c| c.is_alphabetic() || c == ' ')
            && !named.split(' ').any(|word| word.chars().count() > 1 && word.chars().all(char::is_uppercase));
        let bare = plain(named);
        // `Công ty` alone is no name.
        let is_name = |own: &&String| own.len() > plain(kind).len();
        let same = own.iter().filter(is_name).any(|own| own.starts_with(&bare) || bare.starts_with(own.as_str()));
        (begins && whole && !same).then(|| at..at + end)
    })
}
