//! Numbers of headings.

use baocao_vietnamese::enumeration::{LETTERS, letter, roman};

use crate::document::{Block, Look, Runs};
use crate::report::Numbering;

/// Counts headings of all depths.
pub(super) struct Counter<'a> {
    scheme: &'a [Numbering],
    counts: Vec<usize>,
    /// Articles are counted through all that stands above them.
    articles: usize,
    /// Whether headings were lettered beyond the last letter.
    pub(super) is_beyond_letters: bool,
}

impl<'a> Counter<'a> {
    /// A counter for a scheme: how headings of each depth are numbered.
    pub(super) fn new(scheme: &'a [Numbering]) -> Self {
        Self { scheme, counts: Vec::new(), articles: 0, is_beyond_letters: false }
    }

    /// How headings of a depth are numbered.
    pub(super) fn numbering(&self, level: usize) -> Numbering {
        self.scheme.get(level - 1).copied().unwrap_or(Numbering::None)
    }

    /// The depth of the headings that are numbered so, below one of depth `above`; nothing where no heading there is.
    pub(super) fn level_of(&self, numbering: Numbering, above: usize) -> Option<usize> {
        let at = self.scheme.iter().skip(above).position(|own| *own == numbering)?;
        Some(above + at + 1)
    }

    /// Lets the next heading of a depth have a number.
    pub(super) fn begin_at(&mut self, level: usize, number: usize) {
        self.counts.resize(level, 0);
        self.counts[level - 1] = number.saturating_sub(1);
        if self.numbering(level) == Numbering::Article {
            self.articles = number.saturating_sub(1);
        }
    }

    /// The next heading of a depth (from 1).
    pub(super) fn heading(&mut self, level: usize, text: Runs) -> Block {
        self.counts.resize(level, 0);
        self.counts[level - 1] += 1;
        let count = self.counts[level - 1];
        let numbering = self.numbering(level);
        self.is_beyond_letters |= numbering == Numbering::Letter && count > LETTERS.len();
        let number = match numbering {
            Numbering::Part => format!("Phần {}", roman(count)),
            Numbering::Chapter => format!("Chương {}", roman(count)),
            Numbering::Section => format!("Mục {count}"),
            Numbering::Subsection => format!("Tiểu mục {count}"),
            Numbering::Article => {
                self.articles += 1;
                format!("Điều {}.", self.articles)
            }
            Numbering::Roman => format!("{}.", roman(count)),
            Numbering::Decimal => format!("{count}."),
            Numbering::Nested => {
                let chain: Vec<String> = self.chain(level).iter().map(|count| count.max(&1).to_string()).collect();
                format!("{}.", chain.join("."))
            }
            Numbering::Letter => format!("{})", letter(count)),
            Numbering::None => String::new(),
        };
        let (look, text) = match numbering {
            Numbering::Part | Numbering::Chapter | Numbering::Section | Numbering::Subsection => {
                (Look::Part, text.upper())
            }
            Numbering::Roman => (Look::Bold, text.upper()),
            Numbering::Letter => (Look::Point, text),
            Numbering::None if level > self.scheme.len() => (Look::Italic, text),
            Numbering::Decimal | Numbering::Nested | Numbering::Article | Numbering::None => (Look::Bold, text),
        };
        Block::Heading { level, number, look, run_in: false, text }
    }

    /// The counts that a nested number is made of: those of the nested headings above it and of the one they stand under.
    fn chain(&self, level: usize) -> &[usize] {
        let nested = |level: &usize| self.scheme.get(level - 1) == Some(&Numbering::Nested);
        let first = (1..=level).rev().find(|level| !nested(level)).unwrap_or(1);
        &self.counts[first - 1..level]
    }

    /// Takes back the number of the last heading of a depth, whose section fell away.
    pub(super) fn take_back(&mut self, level: usize) {
        if let Some(count) = self.counts.get_mut(level - 1) {
            *count = count.saturating_sub(1);
        }
        if self.numbering(level) == Numbering::Article {
            self.articles = self.articles.saturating_sub(1);
        }
    }
}
