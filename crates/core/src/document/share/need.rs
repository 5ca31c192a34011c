//! What a column needs and what it would like to have.

use super::{Holds, Letters, Strip};
use crate::document::width::{self, Face};

/// A word that is wider is broken rather than widening its column, in units of the size.
pub(super) const WIDEST_WORD: f64 = 9.0;

/// No column asks for more, in units of the size.
const WIDEST: f64 = 26.0;

/// A title that is no wider stands on one line where there is room, in units of the size.
const SHORT_TITLE: f64 = 6.0;

/// The first column of words is comfortable with so much, in units of the size.
const LABEL: f64 = 9.0;

/// Others are with so much; what is no wider stays on one line.
const WORDS: f64 = 5.0;

/// Columns that are mostly empty are with so much in a table of more than a few columns.
const MOSTLY_EMPTY: f64 = 4.0;
pub(super) const FEW_COLUMNS: usize = 5;

/// A long text needs this times the root of its length, up to so much, not to stand in a ribbon down the page.
const LONG: f64 = 0.8;
const WIDEST_COMFORT: f64 = 14.0;

/// A title takes no more lines where there is room, in a table of up to so many columns: a wide table has narrow ones.
const TITLE_LINES: [(usize, usize); 3] = [(FEW_COLUMNS, 2), (9, 3), (usize::MAX, 4)];

/// A column of words of which no more than this part of the cells say something, such as notes, wishes for no more than is
/// comfortable: it would be empty on most pages.
const SPARSE: f64 = 0.25;

/// What the mark of a note takes, in units of the size.
const MARK: f64 = 0.4;

/// What a column needs and what it would like to have, in units of the size.
#[derive(Debug, Clone, Copy)]
pub(super) struct Need {
    /// Narrower it cannot be.
    pub(super) least: f64,
    /// The words of its title stay whole in so much.
    pub(super) head: f64,
    /// A short title stands on one line in so much.
    pub(super) title: f64,
    /// Narrower it is hard to read.
    pub(super) comfort: f64,
    pub(super) wish: f64,
    pub(super) fixed_pt: Option<f64>,
    /// Whether it holds words, in more than a few cells: such columns take the room that is left over.
    pub(super) words: bool,
}

impl Need {
    /// The least width in points.
    pub(super) fn least_pt(&self, letters: Letters) -> f64 {
        self.fixed_pt.unwrap_or(self.least * letters.size + letters.air)
    }

    /// The width in points that keeps the words of its title whole.
    pub(super) fn head_pt(&self, letters: Letters) -> f64 {
        self.fixed_pt.unwrap_or(self.head * letters.size + letters.air)
    }

    /// The width in points that keeps a short title on one line.
    pub(super) fn title_pt(&self, letters: Letters) -> f64 {
        self.fixed_pt.unwrap_or(self.title * letters.size + letters.air)
    }

    /// The least comfortable width in points.
    pub(super) fn comfort_pt(&self, letters: Letters) -> f64 {
        self.fixed_pt.unwrap_or(self.comfort * letters.size + letters.air)
    }

    /// The least comfortable width in points that keeps the words of its title whole as well.
    pub(super) fn titled_pt(&self, letters: Letters) -> f64 {
        self.comfort_pt(letters).max(self.head_pt(letters))
    }

    /// The width in points that it would like to have.
    pub(super) fn wish_pt(&self, letters: Letters) -> f64 {
        self.fixed_pt.unwrap_or(self.wish * letters.size + letters.air)
    }
}

/// What a column of a table of so many needs for its title and its cells; the first of words is the `label`. `kept_title` is its
/// title with the words that stay whole.
pub(super) fn need(strip: &Strip<'_>, kept_title: &str, label: bool, columns: usize) -> Need {
    let title = strip.title.as_ref();
    // What holds together in a title is parted before a label starves.
    let whole_words = Face::Bold.of_widest_word(title).min(WIDEST_WORD);
    let words_of_title = title.split_whitespace().map(|word| Face::Bold.of(word));
    let mut least = words_of_title.fold(0.0, f64::max).min(WIDEST_WORD);
    // A short title likes to stand on one line, a long one may take three.
    let whole = Face::Bold.of(title);
    let titled = if whole <= SHORT_TITLE { whole } else { (whole / 3.0).max(SHORT_TITLE) };
    let mut wish = titled.clamp(whole_words, WIDEST);
    let mut longest = 0.0_f64;
    // What was given on several lines likes to stand on so many.
    let mut given_lines = 0.0_f64;
    let (mut before, mut after) = (0.0_f64, 0.0_f64);
    for cell in &strip.cells {
        let face = if cell.bold { Face::Bold } else { Face::Regular };
        let mark = if cell.mark { MARK } else { 0.0 };
        if strip.holds == Holds::Axis && cell.whole {
            let (whole, decimals) = cell.text.split_once(',').unwrap_or((&cell.text, ""));
            before = before.max(width::of(whole));
            after = after.max(if decimals.is_empty() { 0.0 } else { width::POINT + width::of(decimals) });
            least = least.max(before + after + mark);
        }
        for text in cell.text.lines() {
            let whole = face.of(text) + mark;
            least = least.max(if cell.whole { whole } else { widest_part(face, text) });
            longest = longest.max(whole);
            if cell.text.contains('\n') {
                given_lines = given_lines.max(whole.min(WIDEST_WORD));
            }
            // Words among numbers wrap: they widen no column on every page.
            if strip.holds != Holds::Axis || cell.whole {
                wish = wish.max(whole.min(WIDEST));
            }
        }
    }
    let said = strip.cells.iter().filter(|cell| !cell.text.is_empty()).count();
    #[expect(clippy::cast_precision_loss, reason = "a table has some thousand rows")]
    let sparse = (said as f64) <= SPARSE * strip.cells.len() as f64;
    let words = strip.holds == Holds::Words;
    let usual = match label {
        true => LABEL,
        false if sparse && columns > FEW_COLUMNS => MOSTLY_EMPTY,
        false => WORDS,
    };
    let comfort = if words { longest.min(usual.max((longest.sqrt() * LONG).min(WIDEST_COMFORT))) } else { 0.0 };
    let lines = TITLE_LINES.iter().find(|(most, _)| columns <= *most).map_or(1, |(_, lines)| *lines);
    let comfort = comfort.max(narrowest(title, Face::Bold, lines, whole_words)).max(given_lines).max(least);
    let sparse = words && sparse && !label;
    let wish = if sparse { comfort } else { wish.max(comfort) };
    let head = Face::Bold.of_widest_word(kept_title);
    let title = if whole <= SHORT_TITLE { head.max(whole) } else { head };
    Need { least, head, title, comfort, wish, fixed_pt: strip.fixed_pt, words: words && !sparse }
}

/// The width of the widest word of a text; of a word that is wider than such are, that of its widest part.
fn widest_part(face: Face, text: &str) -> f64 {
    let widest = face.of_widest_word(text);
    if widest <= WIDEST_WORD {
        return widest;
    }
    let joined = width::joined(text);
    let words = joined.split([' ', '\n']).map(|word| match face.of(word) {
        wide if wide > WIDEST_WORD => width::parts(word).map(|part| face.of(part)).fold(0.0, f64::max),
        wide => wide,
    });
    words.fold(0.0, f64::max).min(WIDEST_WORD)
}

/// The narrowest room, not below `least`, in which a text takes so many lines.
pub(super) fn narrowest(text: &str, face: Face, lines: usize, least: f64) -> f64 {
    const STEP: f64 = 0.25;
    let taken = |room: f64| text.split('\n').map(|line| face.most_lines(line, room)).sum::<usize>();
    let tried = (0..64_u8).map(|step| least + STEP * f64::from(step));
    let mut tried = tried.take_while(|room| *room <= WIDEST_WORD.max(least));
    tried.find(|room| taken(*room) <= lines.max(text.split('\n').count())).unwrap_or(least)
}
