//! Encodings: Unicode normalisation, letters that must not be printed, and the debris of old encodings.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The text in Unicode normal form C (TCVN 6909:2001), which every Vietnamese letter has.
pub fn nfc(text: &str) -> String {
    composed(text).into_owned()
}

/// The same, without a copy of what is so already.
pub fn composed(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_common) || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// Whether a character is one of those that nearly all texts are made of, each of which is in normal form C: Latin
/// without combining marks, the letters of Vietnamese, dashes and quotation marks.
fn is_common(c: char) -> bool {
    matches!(c, '\0'..='\u{2ff}' | '\u{1ea0}'..='\u{1ef9}' | '\u{2010}'..='\u{2027}')
}

/// Whether a character does its work unseen: controls other than tab and line feed, direction marks (which can
/// show a text in another order than it is stored in), zero-width characters, letters that are blank (fillers of Korean,
/// inherent vowels of Khmer), joiners and selectors of other letters, separators of lines and paragraphs, private use.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}'
        | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
        | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffd}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}' | '\u{f0000}'..)
}

/// Whether a character is a mark that stands on the letter before it.
pub fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{34e}' | '\u{350}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// What is wrong with the marks of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LooseMarks {
    /// They stand on no letter.
    Alone,
    /// So many are left when the letter is composed.
    Many(usize),
    /// The tone stands before what it must stand behind; this is the letter that is meant.
    Order(char),
}

/// A letter of a minority language may bear so many marks that no composed letter has: `ê̆` of Ê Đê has one.
const MOST_MARKS: usize = 2;

/// No letter has so many marks; more are not looked at one by one.
const TOO_MANY_MARKS: usize = 8;

/// The first letter of a text whose marks make no letter, where it stands and what is wrong with it. Letters that are only
/// decomposed are in order.
///
/// ```
/// use baocao_vietnamese::encoding::{loose_marks, LooseMarks};
/// assert_eq!(loose_marks("Tie\u{302}\u{301}ng"), None);
/// assert_eq!(loose_marks("Tie\u{301}\u{302}ng"), Some((2..7, LooseMarks::Order('ế'))));
/// ```
pub fn loose_marks(text: &str) -> Option<(Range<usize>, LooseMarks)> {
    // The first bytes of all marks.
    let suspect = |pair: &[u8]| match pair[0] {
        0xcc | 0xcd => true,
        0xe1 => matches!(pair[1], 0xaa | 0xab | 0xb7),
        0xe2 => pair[1] == 0x83,
        0xef => pair[1] == 0xb8,
        _ => false,
    };
    if !text.as_bytes().windows(2).any(suspect) {
        return None;
    }
    let mut letters = text.char_indices().peekable();
    let mut before: Option<(usize, char)> = None;
    while let Some((at, c)) = letters.next() {
        if !is_mark(c) {
            before = Some((at, c));
            continue;
        }
        let (mut marks, mut end) = (vec![c], at + c.len_utf8());
        while let Some((next, mark)) = letters.next_if(|(_, c)| is_mark(*c)) {
            if marks.len() < TOO_MANY_MARKS {
                marks.push(mark);
            }
            end = next + mark.len_utf8();
        }
        let Some((start, letter)) = before.take().filter(|(_, letter)| letter.is_alphabetic()) else {
            return Some((at..end, LooseMarks::Alone));
        };
        let composed =
            |marks: &[char]| -> Vec<char> { std::iter::once(letter).chain(marks.iter().copied()).nfc().collect() };
        let left = composed(&marks).len() - 1;
        if left == 0 {
            continue;
        }
        let (tones, mut others): (Vec<char>, Vec<char>) = marks.iter().partition(|mark| TONES.contains(mark));
        // A letter that is composed has its tone already.
        let decomposed: Vec<char> = std::iter::once(letter).nfd().collect();
        let (own_tones, own): (Vec<char>, Vec<char>) = decomposed.iter().skip(1).partition(|mark| TONES.contains(mark));
        others.splice(0..0, own);
        let right: Vec<char> =
            decomposed.iter().take(1).chain(&others).chain(&own_tones).chain(&tones).copied().nfc().collect();
        if let [one] = right[..] {
            return Some((start..end, LooseMarks::Order(one)));
        }
        if left > MOST_MARKS {
            return Some((start..end, LooseMarks::Many(text[start..end].chars().count() - 1)));
        }
    }
    None
}

/// The marks of tones: `à á ã ả ạ`.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// The text with the hyphens of word processors read as what they mean: one that no line breaks at is a hyphen, one that is
/// printed only where a line breaks is none.
///
/// ```
/// assert_eq!(baocao_vietnamese::encoding::plain_hyphens("NĐ\u{2011}CP hành\u{ad} chính"), "NĐ-CP hành chính");
/// ```
pub fn plain_hyphens(text: &str) -> Cow<'_, str> {
    if text.contains([NO_BREAK_HYPHEN, SOFT_HYPHEN]) {
        Cow::Owned(text.replace(NO_BREAK_HYPHEN, "-").replace(SOFT_HYPHEN, ""))
    } else {
        Cow::Borrowed(text)
    }
}

/// A hyphen that no line breaks at.
pub const NO_BREAK_HYPHEN: char = '\u{2011}';

/// A hyphen that is printed only where a line breaks.
pub const SOFT_HYPHEN: char = '\u{ad}';

/// The invisible characters of a text, soft hyphens apart: each once, with the place where it first stands.
pub fn invisible(text: &str) -> Vec<(usize, char)> {
    // The first bytes of all of them; most texts have none of these bytes and need not be read letter by letter.
    let suspect = |pair: &[u8]| match pair[0] {
        b'\n' | b'\t' => false,
        // Vietnamese letters begin with this byte and one of these.
        0xe1 => !matches!(pair[1], 0xba | 0xbb),
        byte => byte < b' ' || matches!(byte, 0x7f | 0xc2 | 0xcd | 0xd8 | 0xe2 | 0xe3 | 0xee | 0xef | 0xf0..),
    };
    let last = text.as_bytes().last().map(|byte| [*byte, 0]);
    if !text.as_bytes().windows(2).chain(last.iter().map(|last| &last[..])).any(suspect) {
        return Vec::new();
    }
    let mut found: Vec<(usize, char)> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| is_invisible(*c) && *c != SOFT_HYPHEN) {
        if !found.iter().any(|(_, known)| *known == c) {
            found.push((at, c));
        }
    }
    found
}

/// An encoding that a text was not converted from as it should have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Legacy {
    /// TCVN 5712 (ABC fonts such as .VnTime): `ñy ban nh©n d©n`.
    Tcvn3,
    /// VNI fonts: `UÛy ban nhaân daân`.
    Vni,
    /// UTF-8 that was read as Latin-1 or Windows-1252: `á»§y ban nhÃ¢n dÃ¢n`.
    Utf8AsLatin1,
}

impl Legacy {
    /// The name that people know it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 => "TCVN3 (ABC, .VnTime)",
            Self::Vni => "VNI",
            Self::Utf8AsLatin1 => "UTF-8 → Latin-1",
        }
    }
}

/// Recognises text in an old encoding: at least two words that no Vietnamese text in Unicode has, or one that
/// makes up the whole text.
///
/// ```
/// use baocao_vietnamese::encoding::{legacy, Legacy};
/// assert_eq!(legacy("ñy ban nh©n d©n x·"), Some(Legacy::Tcvn3));
/// assert_eq!(legacy("Uûy ban nhaân daân xaõ"), Some(Legacy::Vni));
/// assert_eq!(legacy("Ủy ban nhân dân xã"), None);
/// ```
pub fn legacy(text: &str) -> Option<Legacy> {
    if text.is_ascii() {
        return None;
    }
    // Most texts have none of the signs of a kind, and are not looked at word by word.
    let signs = may_have_signs(text);
    let present = [
        (Legacy::Utf8AsLatin1, signs && utf8_signs(text)),
        (Legacy::Tcvn3, signs && tcvn3_signs(text)),
        (Legacy::Vni, is_vni(text)),
    ];
    if present.iter().all(|(_, present)| !present) {
        return None;
    }
    let mut words = 0;
    let mut hits = present.map(|(kind, _)| (kind, 0));
    for word in text.split_whitespace() {
        if !word.chars().any(char::is_alphabetic) {
            continue;
        }
        words += 1;
        for ((kind, count), _) in hits.iter_mut().zip(present).filter(|(_, (_, present))| *present) {
            let hit = match kind {
                Legacy::Utf8AsLatin1 if is_exactly_double_encoded(word) => {
                    *count += 2;
                    continue;
                }
                Legacy::Utf8AsLatin1 => is_double_encoded(word),
                Legacy::Tcvn3 => is_tcvn3(word),
                Legacy::Vni => is_vni(word),
            };
            *count += usize::from(hit);
        }
    }
    let (kind, count) = hits.into_iter().rev().max_by_key(|(_, count)| *count)?;
    (count >= 2 || (count == 1 && words == 1)).then_some(kind)
}

/// Whether a text has the bytes of a character between U+00A0 and U+00D0: in Vietnamese only capitals stand there.
fn may_have_signs(text: &str) -> bool {
    text.as_bytes().windows(2).any(|pair| pair[0] == 0xc2 || pair[0] == 0xc3 && pair[1] <= 0x90)
}

/// Whether a text has a letter that UTF-8 bytes become in Latin-1, and seldom another way.
fn utf8_signs(text: &str) -> bool {
    text.chars().any(|c| matches!(c, 'Ã' | 'Ä' | 'Æ' | 'º' | '»' | 'Â' | 'Å'))
}

/// Whether a text has a sign of TCVN3. All of them stand between U+00A2 and U+00D0. A soft hyphen alone is one of Unicode.
fn tcvn3_signs(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{a2}'..='\u{d0}') && c != '\u{ad}' && TCVN3_SIGNS.contains(c))
}

/// Whether the bytes that Latin-1 has for a word are UTF-8 for Vietnamese letters: no accident makes them so.
fn is_exactly_double_encoded(word: &str) -> bool {
    if word.is_ascii() {
        return false;
    }
    let bytes: Option<Vec<u8>> = word.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
    let Some(Ok(decoded)) = bytes.map(String::from_utf8) else { return false };
    let vietnamese =
        |c: char| matches!(c, '\u{1ea0}'..='\u{1ef9}') || "àáâãèéêìíòóôõùúýăđĩũơưÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ".contains(c);
    !decoded.is_ascii() && decoded.chars().filter(|c| !c.is_ascii()).all(vietnamese)
}

fn is_double_encoded(word: &str) -> bool {
    word.contains(['á', 'Ã', 'Ä', 'Æ'])
        && ["á»", "áº", "Ã¢", "Ã ", "Ã¡", "Ã£", "Ãª", "Ã´", "Ã¹", "Ä\u{90}", "Ä‘", "Æ°", "Æ¡", "Ã³", "Ã©"]
            .iter()
            .any(|debris| word.contains(debris))
}

/// Signs that TCVN3 uses for Vietnamese letters and that Unicode text never has inside a word.
const TCVN3_SIGNS: &str = "µ¸¶·¹¨»¾¼½Æ©Ç®ªÐÎÏ«¬\u{ad}¦§¥¤£¢";

/// Whether a word holds one of these signs beside a letter.
fn is_tcvn3(word: &str) -> bool {
    let chars: Vec<char> = word.chars().collect();
    chars.iter().enumerate().any(|(i, c)| {
        let before = i > 0 && chars[i - 1].is_ascii_alphabetic();
        let after = chars.get(i + 1).is_some_and(char::is_ascii_alphabetic);
        // `µg`, `µm`: no word begins with à and a consonant.
        let micro = *c == 'µ' && !before && !chars.get(i + 1).is_some_and(|next| "oiuy".contains(*next));
        // Quotation marks stand outside a word.
        let near_letter = (before && *c != '»') || (after && *c != '«');
        near_letter && !micro && TCVN3_SIGNS.contains(*c)
    })
}

/// A vowel followed by the letter that VNI fonts draw as its mark.
fn is_vni(word: &str) -> bool {
    // All marks, and the letters that are none of Vietnamese, begin with one byte.
    let mut latin = word.bytes().enumerate().filter(|(_, byte)| *byte == 0xc3).map(|(at, _)| word.split_at(at));
    latin.any(|(before, from)| {
        let mut letters = from.chars();
        let (Some(c), next) = (letters.next(), letters.next()) else { return false };
        matches!(c, 'ö' | 'Ö' | 'ñ' | 'Ñ') && next.is_some_and(char::is_alphabetic)
            || is_vni_mark(c)
                && before.chars().next_back().is_some_and(|a| is_vni_vowel(a) && !is_vietnamese_pair(a, c))
    })
}

fn is_vni_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'o' | 'u' | 'y' | 'A' | 'E' | 'O' | 'U' | 'Y' | 'ö' | 'ô' | 'Ö' | 'Ô')
}

fn is_vni_mark(c: char) -> bool {
    matches!(
        lower(c),
        'ù' | 'ø' | 'û' | 'õ' | 'ï' | 'â' | 'á' | 'à' | 'å' | 'ã' | 'ä' | 'ê' | 'é' | 'è' | 'ú' | 'ü' | 'ë'
    )
}

/// These pairs also occur in Vietnamese words: thuế, quá, hoà, oán, Huế ...
fn is_vietnamese_pair(a: char, b: char) -> bool {
    matches!(
        (lower(a), lower(b)),
        ('u', 'ê' | 'â' | 'à' | 'á' | 'ã' | 'è' | 'é' | 'ù') | ('o', 'à' | 'á' | 'ã' | 'è' | 'é') | ('y', 'ê' | 'â')
    )
}

/// A letter of Latin-1 in its small form.
fn lower(c: char) -> char {
    match c {
        'A'..='Z' | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{de}' => char::from_u32(u32::from(c) + 0x20).unwrap_or(c),
        _ => c,
    }
}
