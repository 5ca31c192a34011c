//! Which indicator a title means. A figure is proposed only where nothing that tells it from others differs; what is merely
//! alike is named as a possibility.

use std::collections::BTreeSet;

use baocao_core::form::{FormFile, Row};
use baocao_core::rows::measure::is_measured;

use crate::map::column::plain;
use crate::map::target::{Target, Targets};

/// From this likeness on an indicator is named as a possibility.
const POSSIBLE: f64 = 0.34;

/// Words that tell no indicator from another.
const FILLERS: [&str; 24] = [
    "số", "lượng", "tổng", "các", "những", "của", "đã", "được", "trong", "kỳ", "năm", "xong", "tại", "theo", "và",
    "về", "là", "thời", "điểm", "báo", "cáo", "phần", "trăm", "đvt",
];

/// A label of fewer words that count says what it is of only together with the heading above it, `Đã thực hiện`, unless it is
/// as long as this and said word by word.
const FEW: usize = 4;
const LONG: usize = 6;

/// The indicators of a set, with the words of their labels.
pub(super) struct Labels<'s>(Vec<Label<'s>>);

struct Label<'s> {
    target: Target<'s>,
    /// The words of the label, and of it without what stands in brackets, which explains.
    words: [Words; 2],
    /// Those of the headings above it, and the same with those of the title of its form.
    above: Words,
    around: Words,
    /// Whether it is one of the level of the set: others leave it blank.
    is_own: bool,
}

type Words = BTreeSet<String>;

/// What a title may mean.
pub(super) struct Meant<'s> {
    /// The only indicator that it can mean, and how alike they are.
    pub(super) sure: Option<(Target<'s>, f64)>,
    /// Those that it may mean, the likeliest first.
    pub(super) possible: Vec<Target<'s>>,
}

impl<'s> Labels<'s> {
    pub(super) fn new(targets: &Targets<'s>, form: &FormFile) -> Self {
        let label = |target: &Target<'s>| {
            let (label, own) = (target.label(), target.row.level.as_ref());
            let before = label.split_once(" (").map_or(label.as_str(), |(before, _)| before);
            let words = [words(&label), words(before)];
            let [above, around] = above(target, form);
            Label { target: *target, words, above, around, is_own: own.is_none() || own == form.level.as_ref() }
        };
        Self(targets.all().iter().map(label).collect())
    }

    /// What is meant by a title with those above it, from the outside in, of the indicators that `fits` lets through.
    pub(super) fn meant(&self, path: &[String], fits: impl Fn(&Target<'_>) -> bool) -> Meant<'s> {
        let title = Title::new(path);
        let all = self.0.iter().filter(|label| fits(&label.target));
        let all = all.map(|label| (title.likeness(label), title.fits(label), label));
        let mut alike: Vec<(f64, Fits, &Label<'s>)> =
            all.filter(|(likeness, fits, _)| *fits != Fits::Not || *likeness >= POSSIBLE).collect();
        alike.sort_by(|a, b| (b.1, b.2.is_own).cmp(&(a.1, a.2.is_own)).then(b.0.total_cmp(&a.0)));
        let best = alike.first().map(|(_, fits, _)| *fits).filter(|fits| *fits != Fits::Not);
        let mut sure = alike.iter().filter(|(_, fits, label)| Some(*fits) == best && label.is_own);
        let sure = match (sure.next(), sure.next()) {
            (Some((likeness, _, label)), None) => Some((label.target, *likeness)),
            _ => None,
        };
        let possible = alike.iter().map(|(.., label)| label.target).collect();
        Meant { sure, possible }
    }
}

/// How a title fits an indicator: not, in all words that count, or by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fits {
    Not,
    Words,
    Code,
}

/// A title and those above it.
struct Title {
    /// The number that it begins with: `6.1.1 Kế hoạch được giao`.
    code: String,
    words: Words,
    /// The words of the lowest title alone.
    last: Words,
}

impl Title {
    fn new(path: &[String]) -> Self {
        let last = path.last().map(String::as_str).unwrap_or_default();
        let code = last.split_whitespace().next().unwrap_or_default().trim_end_matches('.');
        let is_code = code.contains('.') && code.ends_with(|last: char| last.is_ascii_digit());
        let own = if is_code { last.split_once(char::is_whitespace).map_or("", |(_, rest)| rest) } else { last };
        // What programs call their objects says nothing: `soLieu`.
        let is_title = |part: &&str| part.contains(' ') || !part.starts_with(char::is_lowercase);
        let above = path.iter().take(path.len().saturating_sub(1)).map(String::as_str).filter(is_title);
        let all: Vec<&str> = above.chain([own]).collect();
        Self {
            code: if is_code { code.to_owned() } else { String::new() },
            words: words(&without_units(&all.join(" "))),
            last: words(&without_units(own)),
        }
    }

    fn is_coded(&self, label: &Label<'_>) -> bool {
        let code = label.target.code();
        !self.code.is_empty() && (self.code == code || code.strip_prefix("BM") == Some(&self.code))
    }

    /// How many of their words they share, from 0 to 1.
    fn likeness(&self, label: &Label<'_>) -> f64 {
        let shares = [&self.words, &self.last].into_iter().flat_map(|title| {
            label.words.iter().map(move |label| {
                let common = title.intersection(label).count();
                #[expect(clippy::cast_precision_loss, reason = "counts of words are small")]
                let share = 2.0 * common as f64 / (title.len() + label.len()).max(1) as f64;
                share
            })
        });
        shares.fold(0.0, f64::max)
    }

    /// A number that fits says the rest, where titles are cut short. Else nothing that counts may differ: all words of the
    /// label are there, and no others than those of the headings above it, in the titles above.
    fn fits(&self, label: &Label<'_>) -> Fits {
        if self.is_coded(label) && (self.last.is_empty() || self.likeness(label) >= POSSIBLE) {
            return Fits::Code;
        }
        let is_same = label.words.iter().any(|words| {
            let own = counting(words);
            let is_whole = !own.is_empty() && own.iter().all(|word| self.words.contains(*word));
            let known = |word: &&str| words.contains(*word) || label.around.contains(*word);
            let is_only = counting(&self.words).iter().all(known);
            let is_own = counting(&self.last).iter().all(|word| words.contains(*word));
            let is_placed = own.len() >= FEW
                || label.above.is_empty()
                || words.len() >= LONG && self.words == *words
                || counting(&label.above).iter().any(|word| !words.contains(*word) && self.words.contains(*word));
            is_whole && is_only && is_own && is_placed
        });
        if is_same { Fits::Words } else { Fits::Not }
    }
}

/// The words of the headings above an indicator: those whose numbers its own begins with; and the same with those of the
/// title of its form. A word that tells another row below the same heading from it is none of them.
fn above(target: &Target<'_>, form: &FormFile) -> [Words; 2] {
    let Some(of) = form.forms.get(target.form_index()) else { return [Words::new(), Words::new()] };
    let number = |row: &Row| row.code.trim_end_matches('.').to_owned();
    let said = |row: &Row| words(&baocao_core::markdown::plain_label(&row.label));
    let (own, own_words) = (number(target.row), said(target.row));
    let is_below = |number: &str, code: &str| number.strip_prefix(code).is_some_and(|rest| rest.starts_with('.'));
    let headings = || of.rows.iter().filter(|row| !row.code.is_empty() && is_below(&own, &number(row)));
    let nearest = headings().map(number).max_by_key(String::len).unwrap_or_default();
    let others = of.rows.iter().filter(|row| number(row) != own && is_below(&number(row), &nearest));
    let others: Words = others.flat_map(said).filter(|word| !own_words.contains(word)).collect();
    let above: Words = headings().flat_map(said).filter(|word| !others.contains(word)).collect();
    let title = words(&baocao_core::markdown::plain_label(&of.title));
    let around = above.iter().cloned().chain(title.into_iter().filter(|word| !others.contains(word))).collect();
    [above, around]
}

fn words(text: &str) -> Words {
    let text = plain(text);
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// Those that tell one indicator from another. A year does not.
fn counting(words: &Words) -> Vec<&str> {
    let is_year = |word: &str| matches!(word.parse::<u32>(), Ok(1990..=2100));
    words.iter().map(String::as_str).filter(|word| !FILLERS.contains(word) && !is_year(word)).collect()
}

/// A title without the units of measure and the numbers of columns that stand in brackets.
fn without_units(title: &str) -> String {
    let mut said = String::new();
    for (at, part) in title.split(['(', '[']).enumerate() {
        let (inside, behind) = part.split_once([')', ']']).unwrap_or((part, ""));
        let is_number = !inside.is_empty() && inside.chars().all(|c| c.is_ascii_digit() || "=+-: ".contains(c));
        match at > 0 && (is_measured(inside) || is_number) {
            true => said.push_str(behind),
            false => said.push_str(part),
        }
        said.push(' ');
    }
    said
}
