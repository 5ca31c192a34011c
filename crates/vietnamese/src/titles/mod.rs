//! Where the lines of titles and names end: not inside words of two syllables and names of places, best where the sense turns.
//!
//! A line of running text may end anywhere between syllables; a title in balance that reads `BÁO CÁO CẢI / CÁCH` looks
//! like a mistake. Which texts are titles is for others to say.

mod known;

use crate::lexicon::lists::{
    DETERMINERS, JOINED_BY_COMMAS, NO_PLACES, NUMBERED, OPENING, PARTS_OF_PERIODS, SHORT_NAMES, WITH_PLACE,
};
use crate::lexicon::territories::is_kind;
use std::ops::Range;

use self::known::{Known, Name, usual};
use super::nobreak::{Piece, pieces, plain};
use super::small;

/// Whether a pair is the number of a quarter or a month and the word for its year: `III năm`, `9 năm`.
fn numbers_a_year(pair: &str) -> bool {
    let number = pair.strip_suffix(" năm").unwrap_or_default();
    !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || matches!(c, 'i' | 'v'))
}

/// The most syllables of a name of a place, and of one that stays on the line of its unit: `PHƯỜNG / PHAN RANG - THÁP CHÀM`.
const LONGEST_PLACE: usize = 5;
const LONGEST_BESIDE_UNIT: usize = 3;

/// The most syllables of a word of the list.
const LONGEST_COMPOUND: usize = 4;

/// The most syllables of either half of a name with a hyphen.
const LONGEST_HALF: usize = 3;

/// A piece of a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TitlePiece {
    /// Text whose spaces may break, except the no-break ones.
    Text(String),
    /// Words that stay on one line.
    Keep(String),
    /// A space at which the sense turns: the best place for a line to end.
    Turn,
}

/// What may happen between two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    /// Nothing is known of it.
    Free,
    /// A line does not end here.
    Keep,
    /// A line ends here where it can.
    Turn,
}

/// Splits the text of a title into pieces. Beside what [`pieces`] keeps, words of two syllables, words and names of agencies
/// and posts, names of places stay on one line, in small letters and in capitals. Spaces stay ordinary spaces, so that the
/// words of a title can be searched for.
///
/// ```
/// use baocao_vietnamese::titles::{TitlePiece, title_pieces};
/// assert_eq!(
///     title_pieces("CẢI CÁCH CỦA XÃ LẠC ĐÔNG"),
///     [TitlePiece::Keep("CẢI CÁCH".into()), TitlePiece::Turn, TitlePiece::Keep("CỦA XÃ LẠC ĐÔNG".into())]
/// );
/// ```
pub fn title_pieces(text: &str) -> Vec<TitlePiece> {
    let mut out = Vec::new();
    for piece in pieces(text) {
        match piece {
            Piece::Text(text) => Title::new(&text).split(&mut out),
            Piece::Keep(text) => out.push(TitlePiece::Keep(text)),
        }
    }
    out
}

/// A text with its words, and what may happen after each of them.
struct Title<'t> {
    text: &'t str,
    small: String,
    words: Vec<Range<usize>>,
    gaps: Vec<Gap>,
    /// Words inside of names, whose gaps the name settles.
    named: Vec<bool>,
    /// Words that names of agencies and posts end with.
    ends_name: Vec<bool>,
}

impl<'t> Title<'t> {
    fn new(text: &'t str) -> Self {
        let small = small(text);
        let words = words(&small);
        let count = words.len();
        let no = vec![false; count];
        let mut title = Self { text, small, words, gaps: vec![Gap::Free; count], named: no.clone(), ends_name: no };
        title.keep_joined();
        title.keep_names();
        title.keep_compounds();
        title.keep_places();
        title.keep_opened();
        title
    }

    /// A word without the signs around it.
    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| bare_of_signs(&self.small[word.clone()]))
    }

    /// A word and the one after it.
    fn pair(&self, at: usize) -> &str {
        self.several(at, 2)
    }

    /// So many words from one on.
    fn several(&self, at: usize, count: usize) -> &str {
        match (self.words.get(at), self.words.get(at + count - 1)) {
            (Some(word), Some(next)) => bare_of_signs(&self.small[word.start..next.end]),
            _ => "",
        }
    }

    fn is_hyphen(&self, at: usize) -> bool {
        matches!(self.word(at), "-" | "–")
    }

    /// Whether a word is a Roman numeral in capitals: it numbers what stands before it, `KHÓA XVI`.
    fn is_numeral(&self, at: usize) -> bool {
        let word = self.words.get(at).map_or("", |word| bare_of_signs(&self.text[word.clone()]));
        !word.is_empty() && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L'))
    }

    /// Whether a word ends with a sign, or nothing comes after it: what is one does not go on.
    fn ends(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else { return true };
        let closed = self.small[word.clone()].ends_with([',', ';', ':', '.', ')', '"', '”']);
        closed || at + 1 >= self.words.len() || !self.is_space(at)
    }

    /// Whether a single space stands after a word, which can be kept.
    fn is_space(&self, at: usize) -> bool {
        let between =
            self.words.get(at).zip(self.words.get(at + 1)).map(|(word, next)| &self.small[word.end..next.start]);
        matches!(between, Some(" " | "\u{a0}"))
    }

    fn set(&mut self, at: usize, gap: Gap) {
        if self.is_space(at) && self.gaps[at] != Gap::Keep {
            self.gaps[at] = gap;
        }
    }

    /// What no-break spaces, the words of a period, hyphens and commas inside of words join, and determiners with what they
    /// count: no line begins with a hyphen.
    fn keep_joined(&mut self) {
        for at in 0..self.words.len().saturating_sub(1) {
            let joined = self.small[self.words[at].end..].starts_with('\u{a0}');
            let opens = at == 0 && self.is_hyphen(at);
            let of_period = PARTS_OF_PERIODS.contains(&self.pair(at)) || numbers_a_year(self.pair(at));
            let of_word = JOINED_BY_COMMAS.contains(&self.pair(at));
            let numbered = self.is_numeral(at + 1) && !self.ends(at)
                || NUMBERED.contains(&self.word(at)) && self.word(at + 1).starts_with(|c: char| c.is_ascii_digit());
            let counts = DETERMINERS.contains(&self.word(at)) && !self.ends(at);
            if joined || opens || self.is_hyphen(at + 1) || of_period || of_word || numbered || counts {
                self.set(at, Gap::Keep);
            }
        }
    }

    /// The longest name that begins at each word settles where it breaks; a line ends well before it.
    fn keep_names(&mut self) {
        let mut at = 0;
        while at < self.words.len() {
            let Some(name) = self.name_at(at).filter(|_| !self.is_inside_word(at)) else {
                at += 1;
                continue;
            };
            for (after, gap) in name.gaps.iter().enumerate() {
                self.set(at + after, *gap);
            }
            let last = at + name.words.len() - 1;
            self.named[at..last].fill(true);
            self.ends_name[last] = true;
            if at > 0 && name.words.len() > 1 && self.gaps[at - 1] == Gap::Free {
                self.set(at - 1, Gap::Turn);
            }
            at = last + 1;
        }
    }

    /// Whether a word is the second syllable of another one: in `cán bộ tư pháp` no Bộ Tư pháp is named.
    fn is_inside_word(&self, at: usize) -> bool {
        at > 0 && self.is_space(at - 1) && !self.ends_name[at - 1] && Known::get().is_compound(self.pair(at - 1))
    }

    fn name_at(&self, at: usize) -> Option<&'static Name> {
        let same = |name: &&Name| {
            let all = name.words.iter().enumerate().all(|(index, word)| {
                let written = self.words.get(at + index).map_or("", |word| &self.small[word.clone()]);
                let written = if index == 0 { written.trim_start_matches(OPEN_SIGNS) } else { written };
                let last = index + 1 == name.words.len();
                let written = if last { written.trim_end_matches(CLOSE_SIGNS) } else { written };
                usual(written) == *word
            });
            all && (1..name.words.len()).all(|index| self.is_space(at + index - 1))
        };
        Known::get().names(self.word(at)).iter().find(same)
    }

    /// Words of two syllables and more, each syllable in one of them. A pair that is none for once does no harm: the title
    /// breaks one syllable earlier.
    fn keep_compounds(&mut self) {
        let mut at = 0;
        while at < self.words.len() {
            let free = |at: usize| self.gaps.get(at) == Some(&Gap::Free) && !self.named[at];
            let is_one =
                |count: &usize| (at..at + count - 1).all(free) && Known::get().is_compound(self.several(at, *count));
            let count = (2..=LONGEST_COMPOUND).rev().find(is_one).unwrap_or(1);
            (at..at + count - 1).for_each(|at| self.set(at, Gap::Keep));
            at += count;
        }
        self.keep_hyphens();
    }

    /// What two words of two syllables with a hyphen between them say is one thing: `quốc phòng - an ninh`.
    fn keep_hyphens(&mut self) {
        let mut joined = 0;
        for at in 2..self.words.len().saturating_sub(2) {
            let is_compound = |first: usize| self.gaps[first] == Gap::Keep && !self.is_hyphen(first);
            if self.is_hyphen(at) && at >= joined && is_compound(at - 2) && is_compound(at + 1) {
                self.set(at, Gap::Keep);
                // Of more than two the third may stand on the next line.
                joined = at + 4;
            }
        }
    }

    /// Names of places after their units. Capitals tell where one ends; in a text of capitals it ends before a word of two
    /// syllables, unless the text ends with it.
    fn keep_places(&mut self) {
        let all_capitals = !self.text.chars().any(char::is_lowercase);
        for at in 0..self.words.len() {
            let double = is_kind(self.pair(at));
            let last = if double { at + 1 } else { at };
            // `xã hội` is none either.
            let is_unit = double || (is_kind(self.word(at)) && self.gaps[at] != Gap::Keep);
            // `thị xã` is no `xã`.
            let inside = at > 0 && is_kind(self.pair(at - 1));
            let before = if at > 0 { self.word(at - 1) } else { "" };
            if !is_unit || inside {
                continue;
            }
            // `Hội đồng nhân dân tỉnh`: the unit stays with whose it is.
            let of_agency = at > 0 && (self.ends_name[at - 1] || SHORT_NAMES.contains(&before)) && !self.ends(at - 1);
            if NO_PLACES.contains(&before) {
                continue;
            }
            let with = WITH_PLACE.contains(&before) || (at > 1 && WITH_PLACE.contains(&self.pair(at - 2)));
            let end = match all_capitals {
                _ if self.ends(last) => last,
                true => self.end_of_capitals(last),
                false => self.end_of_capitalised(last),
            };
            if end == last {
                if of_agency {
                    self.set(at - 1, Gap::Keep);
                }
                continue;
            }
            let is_long = end - last > LONGEST_BESIDE_UNIT;
            for gap in (at..end).filter(|gap| !(is_long && *gap == last)) {
                self.set(gap, Gap::Keep);
            }
            if at > 0 && self.gaps[at - 1] != Gap::Keep {
                let short = SHORT_NAMES.contains(&self.word(at - 1));
                self.set(
                    at - 1,
                    if with {
                        Gap::Keep
                    } else if short {
                        Gap::Free
                    } else {
                        Gap::Turn
                    },
                );
            }
        }
    }

    /// The last word of a place that begins after the word `unit`, by capital letters: `Phan Rang - Tháp Chàm`, `Quận 1`.
    fn end_of_capitalised(&self, unit: usize) -> usize {
        let begins = |at: usize| {
            let word = self.words.get(at).map_or("", |word| &self.text[word.clone()]);
            word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        };
        let mut last = unit;
        while last - unit < LONGEST_PLACE && !self.ends(last) {
            let hyphen = self.is_hyphen(last + 1) && begins(last + 2) && last > unit;
            if !hyphen && !begins(last + 1) {
                break;
            }
            last += if hyphen { 2 } else { 1 };
        }
        last
    }

    /// The last word of a place in a text of capitals that begins after the word `unit`.
    fn end_of_capitals(&self, unit: usize) -> usize {
        self.end_of_hyphened(unit).unwrap_or_else(|| self.end_of_plain(unit))
    }

    /// `PHAN RANG - THÁP CHÀM`: what comes after the hyphen is no word and no other unit.
    fn end_of_hyphened(&self, unit: usize) -> Option<usize> {
        let part = |at: usize| !self.ends(at) && !OPENING.contains(&self.word(at));
        let hyphen = (unit + 2..=unit + 1 + LONGEST_HALF).find(|at| self.is_hyphen(*at))?;
        let other = [self.word(hyphen + 1), self.pair(hyphen + 1)].iter().any(|word| is_kind(word));
        let is_word = Known::get().is_compound(self.pair(hyphen + 1)) || self.name_at(hyphen + 1).is_some();
        if other || is_word || !(unit + 1..=hyphen).all(part) || self.words.len() == hyphen + 1 {
            return None;
        }
        let goes_on = |at: &usize| part(*at - 1) && !OPENING.contains(&self.word(*at)) && !self.named[*at];
        Some((hyphen + 2..=hyphen + LONGEST_HALF).take_while(goes_on).last().unwrap_or(hyphen + 1))
    }

    fn end_of_plain(&self, unit: usize) -> usize {
        let mut last = unit;
        let mut first_compound = None;
        while last - unit < LONGEST_PLACE && !self.ends(last) {
            let next = last + 1;
            if OPENING.contains(&self.word(next)) || self.named[next] || self.gaps[last] == Gap::Turn {
                break;
            }
            let is_compound = self.gaps[next] == Gap::Keep && !self.is_hyphen(next + 1);
            if is_compound && first_compound.is_none() {
                first_compound = Some(last);
            }
            last = next;
        }
        match first_compound {
            Some(before) if !self.ends(last) || last - unit > 3 => before,
            _ => last,
        }
    }

    /// Words that open what follows stay with it; a line ends before them.
    fn keep_opened(&mut self) {
        for at in 0..self.words.len() {
            if !OPENING.contains(&self.word(at)) || self.ends(at) {
                continue;
            }
            self.set(at, Gap::Keep);
            if at > 0 && self.gaps[at - 1] == Gap::Free {
                self.set(at - 1, Gap::Turn);
            }
        }
        // A period begins where its number does.
        for at in 1..self.words.len() {
            let number =
                self.word(at).starts_with(|c: char| c.is_ascii_digit()) || matches!(self.word(at), "quý" | "năm");
            if number && self.gaps[at] == Gap::Keep && self.gaps[at - 1] == Gap::Free {
                self.set(at - 1, Gap::Turn);
            }
        }
    }

    fn split(&self, out: &mut Vec<TitlePiece>) {
        let mut done = 0;
        let mut at = 0;
        while at < self.words.len() {
            let mut last = at;
            while self.gaps[last] == Gap::Keep {
                last += 1;
            }
            if last > at {
                push_text(&self.text[done..self.words[at].start], out);
                out.push(TitlePiece::Keep(plain(&self.text[self.words[at].start..self.words[last].end])));
                done = self.words[last].end;
            }
            if self.gaps[last] == Gap::Turn {
                push_text(&self.text[done..self.words[last].end], out);
                out.push(TitlePiece::Turn);
                done = self.words[last + 1].start;
            }
            at = last + 1;
        }
        push_text(&self.text[done..], out);
    }
}

const OPEN_SIGNS: [char; 3] = ['(', '"', '“'];
const CLOSE_SIGNS: [char; 7] = [',', ';', ':', '.', ')', '"', '”'];

/// The places of the words.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = 0;
    for word in text.split([' ', '\u{a0}', '\n']) {
        if !word.is_empty() {
            words.push(start..start + word.len());
        }
        start += word.len();
        start += text[start..].chars().next().map_or(0, char::len_utf8);
    }
    words
}

/// Without the brackets and quotes before it and the punctuation after it.
fn bare_of_signs(pair: &str) -> &str {
    pair.trim_start_matches(OPEN_SIGNS).trim_end_matches(CLOSE_SIGNS)
}

fn push_text(text: &str, out: &mut Vec<TitlePiece>) {
    if text.is_empty() {
        return;
    }
    match out.last_mut() {
        Some(TitlePiece::Text(last)) => last.push_str(text),
        _ => out.push(TitlePiece::Text(text.to_owned())),
    }
}
