//! Lists that were typed with marks which Markdown does not know: `•`, `–`, `a)`, or numbers that do not begin with 1. A line
//! that begins with one is an item, and does not run on behind the line before it.

use baocao_vietnamese::is_letter;

/// What a line begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// `•` and its like: nothing else begins with them.
    Bullet,
    /// `–`, `—`: a line that was broken by hand may begin with them too.
    Dash,
    /// `a)`, `ii)`
    Letter,
    /// `2.`, `2)`
    Number,
}

/// The signs that Word and people begin items with.
const BULLETS: &str = "•●○◦▪▫■□◆◇‣⁃∙·➢➤►▶✓✔";

const DASHES: &str = "–—−";

/// The largest number of an item; larger ones are counts.
const LARGEST: usize = 99;

/// The mark of the item that a line may begin, and how long it is, with the spaces after it.
pub(super) fn mark(line: &str) -> Option<(Sort, &str, usize)> {
    let end = line.find(' ')?;
    let mark = &line[..end];
    Some((sort(mark)?, mark, line.len() - line[end..].trim_start_matches(' ').len()))
}

fn sort(mark: &str) -> Option<Sort> {
    let mut letters = mark.chars();
    if let (Some(sign), None) = (letters.next(), letters.next()) {
        let sort = |signs: &str, sort| signs.contains(sign).then_some(sort);
        return sort(BULLETS, Sort::Bullet).or(sort(DASHES, Sort::Dash));
    }
    let name = mark.strip_suffix([')', '.'])?;
    if let Ok(number) = name.parse::<usize>() {
        return (name.len() <= 2 && number <= LARGEST && !name.starts_with('+')).then_some(Sort::Number);
    }
    let one = name.chars().count() == 1 && name.chars().all(|c| is_letter(c) && c.is_lowercase());
    let roman = !name.is_empty() && name.len() <= 4 && name.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    (mark.ends_with(')') && (one || roman) || mark.ends_with('.') && one).then_some(Sort::Letter)
}

/// Whether a line that begins with a mark of this sort begins an item, or goes on where the line before it was broken: that
/// one ends a clause, or began an item of the same sort.
pub(super) fn begins_item(sort: Sort, before: &str, began: Option<Sort>) -> bool {
    sort == Sort::Bullet || began == Some(sort) || before.trim_end().ends_with([':', ';', '.', ',', '!', '?'])
}

/// How the mark of an item is printed: all signs are the dash of official documents.
pub(super) fn printed(sort: Sort, mark: &str) -> String {
    match sort {
        Sort::Bullet | Sort::Dash => "-".to_owned(),
        Sort::Letter | Sort::Number => mark.to_owned(),
    }
}
