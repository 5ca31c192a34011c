//! Spaces that are too many. No-break spaces stay: someone chose them.

use super::Edit;

/// The runs of ordinary spaces inside lines, with what stands before and after them in their line. Lines of Markdown tables
/// are aligned by spaces and left alone.
struct Gap<'t> {
    start: usize,
    end: usize,
    before: &'t str,
    after: &'t str,
}

fn gaps(text: &str) -> Vec<Gap<'_>> {
    let mut gaps = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim_end_matches(['\n', '\r']);
        if !content.trim_start().starts_with('|') {
            let mut at = 0;
            while let Some(space) = content[at..].find(' ').map(|found| at + found) {
                let after = content[space..].trim_start_matches(' ');
                let end = content.len() - after.len();
                if space > 0 && !after.is_empty() {
                    gaps.push(Gap { start: start + space, end: start + end, before: &content[..space], after });
                }
                at = end;
            }
        }
        start += line.len();
    }
    gaps
}

impl Gap<'_> {
    /// Whether a word or a sign stands before it that a space does not belong to: no blank to be filled, no mark of an item.
    fn follows_a_word(&self) -> bool {
        let last = self.before.chars().next_back();
        let word = self.before.trim_start();
        let mark = matches!(word, "-" | "+" | "*") || (word.chars().count() <= 4 && word.ends_with(['.', ')', ':']));
        let label = word.starts_with('[') && word.ends_with(':');
        last.is_some_and(|c| !c.is_whitespace() && !matches!(c, '.' | '…' | '_' | '(' | ':' | '\\')) && !mark && !label
    }
}

/// Two spaces and more between words become one. Wide gaps are a layout that someone made by hand.
pub(super) fn doubled(text: &str) -> Vec<Edit> {
    let gaps = gaps(text).into_iter();
    gaps.filter(|gap| (2..5).contains(&(gap.end - gap.start)) && gap.follows_a_word())
        .map(|gap| (gap.start + 1..gap.end, String::new()))
        .collect()
}

/// No space before `,` `;` `:` `?` `!` and `.` that end a word.
pub(super) fn before_signs(text: &str) -> Vec<Edit> {
    let gaps = gaps(text).into_iter();
    gaps.filter(|gap| gap.follows_a_word() && is_sign(gap) && !numbers_an_item(gap))
        .map(|gap| (gap.start..gap.end, String::new()))
        .collect()
}

fn is_sign(gap: &Gap<'_>) -> bool {
    let mut after = gap.after.chars();
    let sign = after.next().is_some_and(|c| matches!(c, ',' | ';' | ':' | '.' | '?' | '!'));
    sign && after.next().is_none_or(|next| next.is_whitespace() || matches!(next, ')' | '”' | '"'))
}

/// Whether a number or a letter begins the line: with a full stop after it, it would become the number of an item.
fn numbers_an_item(gap: &Gap<'_>) -> bool {
    let word = gap.before.trim_start();
    !word.contains(char::is_whitespace) && (word.chars().count() <= 2 || word.chars().all(|c| c.is_ascii_digit()))
}

/// No space after `(` `“` and before `)` `”`. A `“` behind a word is meant to close.
pub(super) fn in_parentheses(text: &str) -> Vec<Edit> {
    let after_opening = |gap: &Gap<'_>| {
        let quoted = gap.before.strip_suffix('“').is_some_and(|ahead| !ahead.ends_with(char::is_alphanumeric));
        let round = gap.before.ends_with('(') && !gap.before.ends_with("](");
        quoted && gap.after.starts_with(char::is_alphanumeric) || round && !gap.after.starts_with(['.', '…', ')', '_'])
    };
    let gaps = gaps(text).into_iter();
    gaps.filter(|gap| after_opening(gap) || gap.after.starts_with([')', '”']) && gap.follows_a_word())
        .map(|gap| (gap.start..gap.end, String::new()))
        .collect()
}
