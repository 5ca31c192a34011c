//! Where a text explains an abbreviation: `cải cách hành chính (CCHC)`, `(sau đây viết tắt là TTHC)`.

use std::ops::Range;

use baocao_vietnamese::lexicon::lists::INTRODUCTIONS;
use baocao_vietnamese::syllable::{letters, parts};
use baocao_vietnamese::{self, is_letter, small};

/// An abbreviation and the words that it stands for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Explanation<'t> {
    pub(super) short: &'t str,
    /// Where the abbreviation stands.
    pub(super) range: Range<usize>,
    /// The words in small letters, where their initials are its letters.
    pub(super) full: Option<String>,
    /// Whether it is part of a short name: `(gọi tắt là Chỉ số CCHC)`.
    pub(super) in_name: bool,
}

/// All explanations of a text.
pub(super) fn explanations(text: &str) -> Vec<Explanation<'_>> {
    let mut found = Vec::new();
    for (open, _) in text.match_indices('(') {
        let Some(close) = text[open..].find(')') else { break };
        let inside = &text[open + 1..open + close];
        let lead = inside.len() - inside.trim_start().len();
        let mut short = inside.trim();
        let mut start = open + 1 + lead;
        let mut in_name = false;
        // The introductions are in small letters but for their first.
        let lower = small(short);
        if let Some(words) =
            INTRODUCTIONS.iter().find(|words| lower.starts_with(**words) && short.is_char_boundary(words.len()))
        {
            let rest = &short[words.len()..];
            let name = rest.trim_start_matches([':', ' ', '“', '"']);
            start += words.len() + rest.len() - name.len();
            short = name.trim_end_matches(['”', '"', ' ']);
            // `(gọi tắt là Chỉ số CCHC)`, `(sau đây gọi tắt Kế hoạch CCHC 2026)`
            if let Some(at) =
                short.split(' ').skip(1).find(|word| is_abbreviation(word)).and_then(|word| short.find(word))
            {
                start += at;
                short = &short[at..];
                in_name = true;
            }
        }
        // `(CCHC, năm 2023)`, `(PAR INDEX)`
        let end = short.find([',', ';', ' ']).unwrap_or(short.len());
        let goes_on = short[end..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_lowercase));
        short = &short[..end];
        if said_at(text, start + end).is_some() {
            // `(HĐND là Hội đồng nhân dân)` is found as what it says.
            continue;
        }
        if is_abbreviation(short) {
            let full = meant(&text[..open], short);
            // `40 thủ tục mức độ 3 (DVCTT một phần)` uses it and says nothing of it.
            if goes_on && full.is_none() {
                continue;
            }
            found.push(Explanation { short, range: start..start + short.len(), full, in_name });
        } else if let Some((at, name)) = last_word(&text[..open]) {
            // `CCHC (cải cách hành chính)`
            let full = inside.trim();
            if name.chars().count() >= 2 && name.chars().all(char::is_uppercase) && initials(full) == bare(name) {
                let full = Some(full.to_lowercase());
                found.push(Explanation { short: name, range: at..at + name.len(), full, in_name });
            }
        }
    }
    found.extend(said(text));
    found
}

/// `CSDL là cơ sở dữ liệu`, `CSDL: cơ sở dữ liệu`, as footnotes and lists of abbreviations say it.
fn said(text: &str) -> Vec<Explanation<'_>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(step) = text.as_bytes()[from..].iter().position(|byte| matches!(byte, b' ' | b':')) {
        let at = from + step;
        from = at + 1;
        // Nearly all spaces and colons follow a small letter.
        if !text.as_bytes()[..at].last().is_some_and(u8::is_ascii_lowercase) {
            found.extend(said_at(text, at));
        }
    }
    found
}

/// What a text says of the abbreviation that ends at a place.
fn said_at(text: &str, at: usize) -> Option<Explanation<'_>> {
    let rest = [" là ", ": "].into_iter().find_map(|link| text[at..].strip_prefix(link))?;
    text[..at].chars().next_back().filter(|last| last.is_uppercase())?;
    let (start, short) = last_word(&text[..at]).filter(|(_, short)| is_abbreviation(short))?;
    let words = rest.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let full = words.take(short.chars().count()).collect::<Vec<_>>().join(" ");
    (initials(&full) == bare(short)).then(|| Explanation {
        short,
        range: start..at,
        full: Some(full.to_lowercase()),
        in_name: false,
    })
}

/// Two capitals or more, with digits and hyphens: no number in parentheses, `(209 hồ sơ)`.
fn is_abbreviation(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    capitals > 1
        && word.chars().count() <= 12
        && word.chars().all(|c| c.is_uppercase() || matches!(c, '-' | '&') || c.is_ascii_digit())
}

fn last_word(before: &str) -> Option<(usize, &str)> {
    let before = before.trim_end();
    let at = before
        .rfind(|c: char| !is_letter(c))
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    (at < before.len()).then(|| (at, &before[at..]))
}

/// Whether words in parentheses say what the abbreviation before them is, though their initials are others:
/// `GIS (hệ thống thông tin địa lý)`. A kind or a number in parentheses says nothing: `(mức toàn trình)`, `(12 hồ sơ)`.
pub(super) fn is_glossed(after: &str) -> bool {
    let Some((inside, _)) = after.trim_start().strip_prefix('(').and_then(|rest| rest.split_once(')')) else {
        return false;
    };
    let words = inside.split_whitespace().count();
    (4..=12).contains(&words) && inside.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | ',' | '-'))
}

/// The last words before an abbreviation whose initials are its letters.
fn meant(before: &str, short: &str) -> Option<String> {
    let wanted = bare(short);
    let count = wanted.chars().count();
    let mut words: Vec<&str> = Vec::new();
    for word in before.rsplit(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).take(count + 3) {
        words.insert(0, word);
        // Small words between may have no letter of their own: `Lao động - Thương binh và Xã hội (LĐTBXH)`.
        let all: String = words.iter().filter_map(|word| bare(word).chars().next()).collect();
        let without: Vec<&str> =
            words.iter().copied().filter(|word| !matches!(*word, "và" | "của" | "các" | "về")).collect();
        let some: String = without.iter().filter_map(|word| bare(word).chars().next()).collect();
        if all == wanted || some == wanted {
            return Some(words.join(" ").to_lowercase());
        }
    }
    None
}

/// The initials of words.
fn initials(words: &str) -> String {
    let words = words.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.filter_map(|word| bare(word).chars().next()).collect()
}

/// The letters of a word as capitals without marks.
fn bare(word: &str) -> String {
    let mut bare = baocao_vietnamese::bare(word);
    bare.retain(is_letter);
    bare
}

/// Whether capitals spell a Vietnamese syllable: a word in capitals and no abbreviation.
pub(super) fn is_spelt_word(word: &str) -> bool {
    let (bare, tones) = letters(word);
    !tones.is_empty() || (word.chars().count() > 2 && parts(&bare).is_some())
}
