//! How wide a text is, near enough to share a page among the columns of a table.

use std::sync::LazyLock;

use baocao_vietnamese::Table;
use baocao_vietnamese::nobreak::{Piece, pieces};
use unicode_normalization::UnicodeNormalization;

/// The widths of the letters from U+0020 to U+007E in thousandths of the size: Times New Roman and Liberation Serif
/// have the same. Letters with marks are as wide as without, those with a horn excepted.
const WIDTHS: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
    722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500,
    444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480,
    200, 480, 541,
];

/// The same of bold letters. Digits, dots and commas are as wide as regular ones.
const BOLD_WIDTHS: [u16; 95] = [
    250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
    500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944,
    722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556,
    444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394,
    220, 394, 520,
];

/// Regular or bold letters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Face {
    /// Regular ones; italic ones are no wider.
    #[default]
    Regular,
    /// Bold ones.
    Bold,
}

impl Face {
    /// The width of a text on one line, in units of the size.
    ///
    /// ```
    /// use baocao_core::document::width::{self, Face};
    /// assert_eq!(Face::Bold.of("1.250,5"), width::of("1.250,5"));
    /// assert!(Face::Bold.of("Tổng số") > width::of("Tổng số"));
    /// ```
    pub fn of(self, text: &str) -> f64 {
        static REGULAR: LazyLock<Table<f64>> = LazyLock::new(|| Table::new(|c| whole_letter(c, Face::Regular)));
        static BOLD: LazyLock<Table<f64>> = LazyLock::new(|| Table::new(|c| whole_letter(c, Face::Bold)));
        let letters = if self == Self::Bold { &BOLD } else { &REGULAR };
        text.chars().map(|c| letters.get(c).copied().unwrap_or_else(|| whole_letter(c, self))).sum()
    }

    /// The width of the widest word; see [`of_widest_word`].
    pub fn of_widest_word(self, text: &str) -> f64 {
        joined(text).split([' ', '\n']).map(|word| self.of(word)).fold(0.0, f64::max)
    }

    /// The most lines in a column of `room`; see [`most_lines`].
    pub fn most_lines(self, text: &str, room: f64) -> usize {
        let widths: Vec<WordWidth> = text.split(' ').map(|word| self.word(word)).collect();
        lines_of_words(&widths, room)
    }
}

/// The width of a digit, in units of the size.
pub const DIGIT: f64 = 0.5;

/// The width of a dot or a comma, in units of the size.
pub const POINT: f64 = 0.25;

/// The width of a text on one line, in units of the size.
///
/// ```
/// use baocao_core::document::width;
/// assert_eq!(width::of("1.250,5"), 5.0 * width::DIGIT + 2.0 * width::POINT);
/// assert_eq!(width::of("tỷ"), width::of("ty"));
/// assert!(width::of("trước") > width::of("truoc"));
/// ```
pub fn of(text: &str) -> f64 {
    Face::Regular.of(text)
}

/// The width of the widest word, in units of the size: text cannot be set narrower. What stays on one line counts as a
/// word.
///
/// ```
/// use baocao_core::document::width;
/// assert_eq!(width::of_widest_word("6 tháng đầu năm 2024"), width::of("năm 2024"));
/// ```
pub fn of_widest_word(text: &str) -> f64 {
    Face::Regular.of_widest_word(text)
}

/// The parts of a word after which it may be broken where it must be: those of `1234/QĐ-UBND-SNNMT`, of an address of the web. No
/// part ends inside an abbreviation or a number.
pub(crate) fn parts(word: &str) -> impl Iterator<Item = &str> {
    word.split_inclusive(['/', '-', '–', '?', '&', '=', '@', '_', '.', ';', ','])
}

/// The parts of an address of mail or the web after which it is broken where each has room: its halves at `@`, then what its
/// strokes part. Nothing of another word, or where that is not enough.
pub(crate) fn parts_of_address(word: &str, room: f64) -> Option<Vec<&str>> {
    if !word.contains('@') && !word.contains("://") && !word.starts_with("www.") {
        return None;
    }
    let fits = |parts: &Vec<&str>| parts.iter().all(|part| of(part.trim_end()) <= room);
    [&['@'][..], &['@', '/']].into_iter().map(|ends| parted_after(word, ends)).find(fits)
}

/// A word in parts, each but the last with one of some signs at its end; none parts `://`.
fn parted_after<'a>(word: &'a str, ends: &[char]) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, sign) in word.match_indices(ends) {
        let end = at + sign.len();
        let is_scheme = word[..at].ends_with([':', '/']) || word[end..].starts_with('/');
        if !is_scheme && end < word.trim_end().len() {
            parts.push(&word[start..end]);
            start = end;
        }
    }
    parts.push(&word[start..]);
    parts
}

/// A text whose spaces that must not break are such.
pub(crate) fn joined(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    for piece in pieces(text) {
        match piece {
            Piece::Text(part) => joined.push_str(&part),
            Piece::Keep(part) => joined.push_str(&part.replace(' ', "\u{a0}")),
        }
    }
    joined
}

/// Kerning takes no more than this part of a text's width away, pairs of letters with much of it left aside.
const MOST_KERNING: f64 = 0.015;

/// In how many lines a text is set in a column of `room`, in units of the size; nothing where that is not certain: where
/// a line may break inside a word, or a word only just fits.
///
/// ```
/// use baocao_core::document::width;
/// assert_eq!(width::lines("Đăng ký khai sinh", 10.0), Some(1));
/// assert_eq!(width::lines("Đăng ký khai sinh", 5.0), Some(2));
/// assert_eq!(width::lines("Đăng ký khai sinh", width::of("Đăng ký khai sinh")), None);
/// assert_eq!(width::lines("nộp 15\u{a0}hồ\u{a0}sơ", 5.0), Some(2));
/// ```
pub fn lines(text: &str, room: f64) -> Option<usize> {
    if of(text) * 1.002 <= room {
        return Some(1);
    }
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '\u{a0}' | '.' | ',' | '(' | ')' | ':' | ';' | '"' | '%');
    // A line may break after a hyphen inside a word; one between spaces is a word of its own, or stays with the one before.
    let dash = |word: &str| ["-", "–"].iter().find_map(|dash| Some(word.strip_suffix(dash)?.len()));
    let bare = |word: &str| dash(word).filter(|at| *at == 0 || word[..*at].ends_with('\u{a0}')).unwrap_or(word.len());
    if !text.split(' ').all(|word| word[..bare(word)].chars().all(plain)) {
        return None;
    }
    let most = broken(text, |word| of(word) * 1.002, room)?;
    let least = broken(text, least, room)?;
    (most == least).then_some(most)
}

/// In how many lines a text is set at most in a column of `room`, in units of the size; words that do not fit are
/// broken.
///
/// ```
/// use baocao_core::document::width;
/// assert_eq!(width::most_lines("Đăng ký khai sinh", 10.0), 1);
/// assert_eq!(width::most_lines("Đăng ký khai sinh", 2.5), 4);
/// assert_eq!(width::most_lines("0123456789", 2.0), 3);
/// ```
pub fn most_lines(text: &str, room: f64) -> usize {
    Face::Regular.most_lines(text, room)
}

/// A word by its width, and by those of the parts after which it may be broken, where there are several.
#[derive(Debug, Clone, Default)]
pub(crate) struct WordWidth {
    wide: f64,
    parts: Vec<f64>,
}

/// A word that is no wider has room in every column, in units of the size: its parts need not be known.
const SURELY_WHOLE: f64 = 6.0;

impl Face {
    /// How wide a word is, and its parts where it may have to be broken.
    pub(crate) fn word(self, word: &str) -> WordWidth {
        let wide = self.of(word);
        let is_parted = wide > SURELY_WHOLE && parts(word).nth(1).is_some();
        let parts = if is_parted { parts(word).map(|part| self.of(part)).collect() } else { Vec::new() };
        WordWidth { wide, parts }
    }
}

/// In how many lines words of these widths are set at most in a column of `room`; those that do not fit are broken.
pub(crate) fn lines_of_words(words: &[WordWidth], room: f64) -> usize {
    let room = room.max(1.0);
    let (mut lines, mut used) = (1.0_f64, 0.0_f64);
    for word in words {
        let wide = word.wide * 1.002;
        let after = if used == 0.0 { wide } else { used + 0.25 + wide };
        if after <= room {
            used = after;
            continue;
        }
        if wide > room && !word.parts.is_empty() {
            // Its first part begins a line, the others fill it.
            lines += if used == 0.0 { 0.0 } else { 1.0 };
            used = 0.0;
            for part in &word.parts {
                if used + part * 1.002 > room && used > 0.0 {
                    lines += 1.0;
                    used = 0.0;
                }
                used += part * 1.002;
                let more = (used / room).ceil() - 1.0;
                lines += more.max(0.0);
                used -= more.max(0.0) * room;
            }
            continue;
        }
        // A word that does not fit begins a line too, and fills others.
        lines += if used == 0.0 { 0.0 } else { 1.0 };
        let more = (wide / room).ceil() - 1.0;
        lines += more;
        used = wide - more * room;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count, not below one")]
    let lines = lines as usize;
    lines
}

/// The least that a word may be wide, with all kerning. Horns are of different widths in different fonts.
fn least(word: &str) -> f64 {
    let mut wide = 0.0;
    let mut before = ' ';
    for c in word.chars().chain([' ']) {
        wide += if c == ' ' { 0.0 } else { letter(c, Face::Regular) * (1.0 - MOST_KERNING) };
        wide -= kerning(before, c);
        before = c;
    }
    wide
}

/// What much kerning may take away between two letters.
fn kerning(before: char, after: char) -> f64 {
    let base = |letter: char| {
        if letter == '\u{a0}' {
            ' '
        } else if letter.is_ascii() || !letter.is_uppercase() {
            letter
        } else {
            letter.nfd().next().unwrap_or(letter)
        }
    };
    match (base(before), base(after)) {
        ('A' | 'F' | 'L' | 'P' | 'R' | 'T' | 'V' | 'W' | 'Y', _) | ('A'..='Z', 'T' | 'V' | 'W' | 'Y') => 0.14,
        (' ', 'A' | 'T' | 'V' | 'W' | 'Y') | ('f' | 'k' | 'r' | 'v' | 'w' | 'y', '.' | ',') => 0.1,
        _ => 0.0,
    }
}

/// The lines of a text whose words are so wide; nothing where a word does not fit.
fn broken(text: &str, wide: impl Fn(&str) -> f64, room: f64) -> Option<usize> {
    let space = wide("\u{a0}");
    let (mut lines, mut used) = (1, 0.0);
    for word in text.split(' ') {
        let wide = wide(word);
        if wide > room {
            return None;
        }
        let after = if used == 0.0 { wide } else { used + space + wide };
        if after > room {
            lines += 1;
            used = wide;
        } else {
            used = after;
        }
    }
    Some(lines)
}

/// What the horn of a letter takes besides, in Liberation Serif.
fn horn(letter: char) -> f64 {
    match letter {
        'ơ' | 'ờ' | 'ở' | 'ỡ' | 'ớ' | 'ợ' => 0.029,
        'ư' | 'ừ' | 'ử' | 'ữ' | 'ứ' | 'ự' => 0.042,
        'Ư' | 'Ừ' | 'Ử' | 'Ữ' | 'Ứ' | 'Ự' => 0.054,
        _ => 0.0,
    }
}

fn whole_letter(c: char, face: Face) -> f64 {
    // Bold horns are a little wider.
    letter(c, face) + horn(c) * if face == Face::Bold { 1.4 } else { 1.0 }
}

/// The width of a letter without its horn.
fn letter(letter: char, face: Face) -> f64 {
    let base = if letter.is_ascii() { letter } else { letter.nfd().next().unwrap_or(letter) };
    let widths = if face == Face::Bold { &BOLD_WIDTHS } else { &WIDTHS };
    let known = (base as usize).checked_sub(32).and_then(|index| widths.get(index));
    let width = known.copied().unwrap_or(match base {
        '\u{a0}' | '\u{202f}' => 250,
        'Đ' => 722,
        'đ' if face == Face::Bold => 556,
        '…' | '—' => 1000,
        '\u{300}'..='\u{36f}' | '\u{200b}' | '\u{2060}' => 0,
        _ => 500,
    });
    f64::from(width) / 1000.0
}
