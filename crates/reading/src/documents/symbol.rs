//! Numbers and symbols of documents: `số 06/KH-UBND`, `30/2020/NĐ-CP`, `57-NQ/TW`.

use std::ops::Range;
use std::sync::LazyLock;

use baocao_vietnamese::lexicon::documents::types;
use baocao_vietnamese::lexicon::lists::NUMBERED_THINGS;
use baocao_vietnamese::number::digits;
use baocao_vietnamese::{one_line, small};
use regex_lite::{Captures, Regex};

use crate::pattern::pattern;

/// A number and symbol in a text, with the words before it that belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// From the kind of document, where it is named, to the end of the symbol.
    pub range: Range<usize>,
    /// The kind as written before the number: `Kế hoạch`.
    pub kind: Option<Range<usize>>,
    /// The word `số`, a colon included.
    pub word: Option<Range<usize>>,
    /// The number as written, and where.
    pub number: Range<usize>,
    /// The number without leading zeros.
    pub value: u32,
    /// What stands between the number and the symbol (or year).
    pub cut: Range<usize>,
    /// The year in the number.
    pub year: Option<(i32, Range<usize>)>,
    /// The letters: `KH-UBND`, as written.
    pub letters: Range<usize>,
    /// Their groups in capitals: `["KH", "UBND"]`.
    pub groups: Vec<String>,
}

/// The longest names of kinds and the word `số` with the spaces between take no more bytes.
const BEFORE: usize = 64;

/// The number and the letters, from its first digit: what every symbol has.
static SYMBOL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let cut = r"[ \t\n]{0,2}[/–-][ \t\n]{0,2}";
    let group = "[A-ZĐƯƠÂÊÔ][A-Za-zĐđƯƠÂÊÔ]*[0-9]{0,2}";
    let written = format!(
        "^(?P<number>[0-9]{{1,5}})[a-zđ]?(?P<cut>{cut})(?:(?P<year>(?:19|20)[0-9]{{2}}){cut})?\
         (?P<letters>{group}(?:[/&–-]{group}|{cut}[A-ZĐ]{{2}}[A-Za-zĐđƯƠÂÊÔ]*)?(?:[/&–-]{group})*)"
    );
    pattern(&written)
});

/// The numbers and symbols of a text, in order. Symbols of forms, contracts and the like are none.
pub fn symbols(text: &str) -> Vec<Symbol> {
    let Some(pattern) = SYMBOL.as_ref() else { return Vec::new() };
    let mut symbols = Vec::new();
    // What belongs to the symbol before ends at `from`.
    let (mut from, mut at) = (0, 0);
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|found| at + found) {
        let count = digits(&text[start..]);
        at = start + count;
        if count > 5 || !before_cut(&text[at..]) {
            continue;
        }
        if let Some(found) = pattern.captures(&text[start..]) {
            symbols.extend(symbol(text, from, start, &found));
            at = start + found.get(0).map_or(count, |whole| whole.end());
            from = at;
        }
    }
    symbols
}

/// Whether a symbol may go on behind the digits of a number: a letter perhaps, a stroke or a dash, then the capital of a
/// group or a year.
fn before_cut(after: &str) -> bool {
    let blank = [' ', '\t', '\n'];
    let after = after.strip_prefix(|c: char| c.is_ascii_lowercase() || c == 'đ').unwrap_or(after);
    let cut = after.trim_start_matches(blank).strip_prefix(['/', '–', '-']);
    let next = cut.and_then(|rest| rest.trim_start_matches(blank).chars().next());
    next.is_some_and(|next| next.is_uppercase() || matches!(next, '1' | '2'))
}

/// The word `số` before a place of a text, its colon included; spaces may follow it.
fn word_before(text: &str, from: usize, end: usize) -> Option<Range<usize>> {
    let with_colon = from + text[from..end].trim_end().len();
    let before = text[from..with_colon].strip_suffix(':').map_or(&text[from..with_colon], str::trim_end);
    let start = from + before.len() - before.chars().rev().take(2).map(char::len_utf8).sum::<usize>();
    (small(&text[start..from + before.len()]) == "số").then_some(start..with_colon)
}

/// The kind of document before a place of a text; spaces stand between.
fn kind_before(text: &str, from: usize, end: usize) -> Option<Range<usize>> {
    let mut from = from.max(end.saturating_sub(BEFORE));
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let before = text[from..end].trim_end();
    if from + before.len() == end {
        return None;
    }
    let lower = small(before);
    let named = types().find_map(|kind| words_at_end(&lower, kind.name));
    // Some offices write the type in short.
    let short = || types().filter(|kind| kind.is_sure).find_map(|kind| words_at_end(before, kind.code?));
    let start = named.or_else(short)?;
    Some(from + start..from + before.len())
}

/// Where words begin that a text ends with, however many spaces stand between them.
fn words_at_end(text: &str, words: &str) -> Option<usize> {
    let mut rest = text;
    for (index, word) in words.rsplit(' ').enumerate() {
        let before = if index == 0 { rest } else { rest.trim_end() };
        if index > 0 && before.len() == rest.len() {
            return None;
        }
        rest = before.strip_suffix(word)?;
    }
    let glued = rest.chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_');
    (!glued).then_some(rest.len())
}

/// The symbol that was found at a place, unless it is none. What belongs to the symbol before ends at `from`.
fn symbol(text: &str, from: usize, at: usize, found: &Captures<'_>) -> Option<Symbol> {
    let part = |name: &str| found.name(name).map(|part| at + part.start()..at + part.end());
    let (number, letters) = (part("number")?, part("letters")?);
    let word = word_before(text, from, number.start);
    let kind = kind_before(text, from, word.as_ref().map_or(number.start, |word| word.start));
    let start = kind.as_ref().or(word.as_ref()).map_or(number.start, |first| first.start);
    let range = start..letters.end;
    let before = text[..range.start].chars().next_back();
    let glued = kind.is_none() && before.is_some_and(|before| before.is_alphanumeric() || "/.,-:".contains(before));
    if glued || text[range.end..].chars().next().is_some_and(|next| next.is_alphanumeric()) {
        return None;
    }
    let named = kind.as_ref().map(|kind| plain(&text[kind.clone()]));
    if named.is_some_and(|named| types().any(|kind| kind.is_paper && kind.name == named)) {
        return None;
    }
    // `gói thầu số 05-XL`
    let thing = || {
        let before = small(text[from..range.start].trim_end());
        NUMBERED_THINGS.iter().any(|thing| words_at_end(&before, thing).is_some())
    };
    if kind.is_none() && word.is_some() && thing() {
        return None;
    }
    let groups: Vec<String> =
        text[letters.clone()].split(['/', '&', '-', '–']).map(|group| group.trim().to_uppercase()).collect();
    let year = part("year").and_then(|year| Some((text[year.clone()].parse().ok()?, year)));
    // One group alone (`số 12/QH15`, `04/UBND`) is a symbol only where the word before the number says so; two groups
    // with wide gaps (`năm 2023 - UBND`) likewise.
    let told = word.is_some() || kind.is_some();
    let of_assembly = groups.len() == 1 && (groups[0].starts_with("QH") || groups[0].starts_with("UBTVQH"));
    let cut = part("cut")?;
    let tight = &text[cut.clone()] == "/" || groups.len() > 1 && cut.len() == 1;
    if !(told && (groups.len() > 1 || word.is_some()) || of_assembly && year.is_some() || tight && groups.len() > 1) {
        return None;
    }
    let value = text[number.clone()].parse().ok()?;
    Some(Symbol { range, kind, word, number, value, cut, year, letters, groups })
}

/// A word in small letters with single spaces.
pub fn plain(text: &str) -> String {
    small(&one_line(text))
}

impl Symbol {
    /// Whether it is written as the Party writes its own: `57-NQ/TW`, the number cut off by a hyphen, the organ by a
    /// slash.
    pub fn of_party(&self, text: &str) -> bool {
        text[self.cut.clone()].trim() != "/" && text[self.letters.clone()].contains('/')
    }

    /// The symbol as the decree writes it: `06/KH-UBND`, `30/2020/NĐ-CP`.
    pub fn official(&self, text: &str) -> String {
        let letters: String = text[self.letters.clone()].split_whitespace().collect();
        let letters = letters.replace('–', "-");
        let number = if self.value < 10 { format!("{:02}", self.value) } else { text[self.number.clone()].to_owned() };
        match &self.year {
            _ if self.of_party(text) => format!("{number}-{letters}"),
            Some((year, _)) => format!("{number}/{year}/{letters}"),
            None => format!("{number}/{letters}"),
        }
    }
}
