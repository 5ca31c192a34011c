//! What is looked for in the register.

use chrono::NaiveDate;

use crate::register::Line;

/// Words and a range of days. What is not asked for is not looked at.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// All of them are in the symbol, the number, the series, the organ, the abstract or the id.
    words: Vec<Word>,
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: Option<NaiveDate>,
    /// The year of the number.
    pub year: Option<i32>,
}

/// A word that is looked for.
#[derive(Debug, Clone)]
struct Word {
    text: String,
    /// Whether it has marks: then they count.
    is_marked: bool,
}

impl Query {
    /// Looks for all words of a text. A word without marks is found with any marks, a word that has some with these
    /// only; capitals and small letters are the same.
    pub fn new(text: &str) -> Self {
        let words = text.split_whitespace().map(|word| {
            let small = small(word);
            let bare = baocao_vietnamese::bare(word);
            let is_marked = small.to_uppercase() != bare;
            Word { text: if is_marked { small } else { bare }, is_marked }
        });
        Self { words: words.collect(), ..Self::default() }
    }

    /// Whether a line is what was asked for.
    pub fn finds(&self, line: &Line) -> bool {
        let in_time = self.from.is_none_or(|from| line.date >= from)
            && self.to.is_none_or(|to| line.date <= to)
            && self.year.is_none_or(|year| line.year == year);
        if !in_time || self.words.is_empty() {
            return in_time;
        }
        let text =
            [&line.symbol, &line.series, &line.organ, &line.subject, &line.package].map(String::as_str).join("\n");
        let (bare, small) = (baocao_vietnamese::bare(&text), small(&text));
        self.words.iter().all(|word| if word.is_marked { &small } else { &bare }.contains(&word.text))
    }
}

/// Small letters, each of them one: as they are compared.
fn small(text: &str) -> String {
    baocao_vietnamese::encoding::composed(text).to_lowercase()
}
