//! Spaces in the symbols of documents: `04/ KH-UBND`, `08/KH - UBND`.

use std::sync::LazyLock;

use regex_lite::Regex;

use super::Edit;

/// The abbreviations of the types of documents (NĐ 30/2020/NĐ-CP, Phụ lục III) and of those of the law.
const TYPES: &str =
    "NQ|QĐ|CT|QC|QyĐ|TC|TB|HD|CTr|KH|PA|ĐA|DA|BC|BB|TTr|HĐ|CĐ|BTT|BGN|BTN|BCK|GUQ|GM|GGT|GNP|PG|PC|PB|NĐ|TT|TTLT|KL|CV";

static SYMBOL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let pattern = format!(
        r"(?x)
        (?P<word> [Ss]ố\ {{1,2}} )?
        [0-9]{{1,5}} \ {{0,2}} / \ {{0,2}} (?: (?:19|20)[0-9]{{2}} \ {{0,2}} / \ {{0,2}} )?
        (?P<type> {TYPES} ) (?P<before> \ {{0,2}} ) - (?P<after> \ {{0,2}} )
        [A-ZĐƯ][A-Za-zĐđƯ]* (?: - [A-ZĐƯ][A-Za-zĐđƯ]* )*
        "
    );
    Regex::new(&pattern).ok()
});

/// Symbols of documents in a text. A dash with a space on either side may be the dash of a sentence: it is one of a symbol
/// where `số` stands before it, or what follows a symbol after it.
pub(super) fn edits(text: &str) -> Vec<Edit> {
    let Some(pattern) = SYMBOL.as_ref() else { return Vec::new() };
    let mut edits = Vec::new();
    for found in pattern.captures_iter(text) {
        let Some(whole) = found.get(0) else { continue };
        let start = found.name("word").map_or(whole.start(), |word| word.end());
        let symbol = &text[start..whole.end()];
        let (before, after) = (&text[..whole.start()], &text[whole.end()..]);
        let inside =
            before.chars().next_back().is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '.' | ',' | '-'))
                || after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '&'));
        let spaced = |name: &str| found.name(name).is_some_and(|space| !space.is_empty());
        let dash = spaced("before") && spaced("after");
        let ends = ["", " ngày ", " về ", " của ", ",", ";", ".", ")"];
        let sure = found.name("word").is_some()
            || ends.iter().any(|end| if end.is_empty() { after.is_empty() } else { after.starts_with(end) });
        if inside || !symbol.contains(' ') || (dash && !sure) {
            continue;
        }
        edits.extend(spaces(symbol, start));
    }
    edits
}

/// The symbol of the document itself: nothing but groups of letters with hyphens between them.
pub(super) fn notation(text: &str) -> Vec<Edit> {
    let groups: Vec<&str> = text.split('-').map(str::trim).collect();
    let letters = |group: &&str| !group.is_empty() && group.chars().all(|c| c.is_alphabetic() || c == '.');
    if groups.len() < 2 || !groups.iter().all(letters) { Vec::new() } else { spaces(text, 0) }
}

/// The spaces of a text, to be taken out.
fn spaces(text: &str, start: usize) -> Vec<Edit> {
    text.match_indices(' ').map(|(at, _)| (start + at..start + at + 1, String::new())).collect()
}
