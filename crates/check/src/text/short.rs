//! Words in a text that are abbreviations.

use std::ops::Range;

use baocao_vietnamese::is_letter;
use baocao_vietnamese::lexicon::documents::of_symbol;
use baocao_vietnamese::number::digits;

use super::explained::is_spelt_word;
use baocao_reading::{Passage, Word, chunks, is_code};

/// The uses of abbreviations in running text; lines in capitals have none.
pub(super) fn uses(passage: &Passage<'_>) -> Vec<Range<usize>> {
    let mut uses = Vec::new();
    for (start, line) in passage.lines() {
        let before = uses.len();
        uses.extend(short_words(line).map(|word| start + word.range.start..start + word.range.end));
        if uses.len() > before && is_in_capitals(line) {
            uses.truncate(before);
        }
    }
    uses
}

/// Whether more letters of a line are capitals than not.
fn is_in_capitals(line: &str) -> bool {
    let letters = line.chars().filter(|c| is_letter(*c)).count();
    let capitals = line.chars().filter(|c| c.is_uppercase()).count();
    capitals * 2 > letters
}

/// Words that are abbreviations: two capitals or more and nothing else.
pub(super) fn short_words(text: &str) -> impl Iterator<Item = Word<'_>> {
    chunks(text).filter_map(|chunk| {
        // Most words are passed by at their first letter.
        let first = chunk.text.chars().find(|c| is_letter(*c))?;
        if !first.is_uppercase() {
            return None;
        }
        let bare = chunk.text.trim_matches(|c: char| !is_letter(c));
        if bare.chars().any(char::is_lowercase) {
            return None;
        }
        let inside = bare.chars().count();
        if !(2..=14).contains(&inside) {
            return None;
        }
        if bare.contains(JOINTS) {
            if !is_joined(bare) || is_code(&chunk.text.replace('&', "")) {
                return None;
            }
        } else if is_code(chunk.text)
            || chunk.text.contains('-')
            || !bare.chars().all(char::is_uppercase)
            || is_roman(bare)
            || is_spelt_word(bare)
        {
            return None;
        }
        let start = chunk.range.start + chunk.text.find(bare)?;
        if is_firm(&text[..start]) || is_name_of_kind(bare, &text[start + bare.len()..]) {
            return None;
        }
        Some(Word { range: start..start + bare.len(), text: bare })
    })
}

/// What joins abbreviations.
const JOINTS: [char; 2] = ['-', '&'];

/// The parts of an abbreviation that is joined of several: `GDNN-GDTX`.
pub(super) fn joined_parts(short: &str) -> impl Iterator<Item = &str> {
    short.split(JOINTS)
}

/// Whether capitals are abbreviations joined with each other and no symbol of a document: `KH-UBND`.
fn is_joined(short: &str) -> bool {
    let part = |part: &str| {
        part.chars().count() > 1 && part.chars().all(char::is_uppercase) && !is_roman(part) && !is_spelt_word(part)
    };
    joined_parts(short).all(part) && joined_parts(short).next().is_some_and(|first| of_symbol(first).is_none())
}

/// Whether the name of a firm begins before: `Công ty CP ABC`.
fn is_firm(before: &str) -> bool {
    let kinds = ["CP", "MTV", "TNHH", "cổ phần", "Cổ phần"];
    let named = kinds.iter().fold(before.trim_end(), |rest, kind| rest.strip_suffix(kind).unwrap_or(rest).trim_end());
    ["Công ty", "công ty", "Tập đoàn", "tập đoàn"].iter().any(|firm| named.ends_with(firm))
}

/// Whether capitals and the number after them are the name of a cultivar or a road: `PH 8`, `QL 32`. What the number
/// counts would follow it; ordinary counts under ten have a zero before them.
fn is_name_of_kind(short: &str, after: &str) -> bool {
    let Some(number) = after.strip_prefix(' ') else { return false };
    let digits = digits(number);
    let rest = &number[digits..];
    let ends = rest.is_empty() || rest.starts_with([',', ';', ')', '.', ':']) || rest.starts_with(" và ");
    let decimal = rest.len() > 1 && rest.starts_with(['.', ',']) && rest.as_bytes()[1].is_ascii_digit();
    (2..=3).contains(&short.len()) && (1..=3).contains(&digits) && !number.starts_with('0') && ends && !decimal
}

/// Numbers of sections, quarters and articles.
fn is_roman(word: &str) -> bool {
    word.bytes().all(|byte| b"IVXL".contains(&byte))
}

/// Whether capitals can be spoken as a word, as names of firms and programs are: they have no meaning to explain.
pub(super) fn is_brand(short: &str) -> bool {
    let vowels = short.chars().filter(|c| "AEIOUYÊÔƠƯÂĂ".contains(*c)).count();
    short.is_ascii() && vowels >= 2
}
