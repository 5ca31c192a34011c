//! Lists that were typed with marks which Markdown does not know: `•`, `–`, `-x`, `a)`, `(i)`, `1.1.`, `A.`, or numbers that
//! do not begin with 1. A line that begins with one is an item, and does not run on behind the line before it.

use baocao_vietnamese::enumeration::{letter, roman};
use baocao_vietnamese::is_letter;

/// What a line begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// `•` and its like: nothing else begins with them.
    Bullet,
    /// `–`, `—`, the `o` of Word: a line that was broken by hand may begin with them too.
    Dash,
    /// `a)`, `(ii)`, `A.`
    Letter,
    /// `2.`, `2)`, `1.1.`
    Number,
}

/// The mark of the item that a line may begin.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark<'a> {
    pub(super) sort: Sort,
    /// As it was typed.
    pub(super) text: &'a str,
    /// Its length, with the spaces after it.
    pub(super) length: usize,
}

/// The signs that Word and people begin items with.
const BULLETS: &str = "•●○◦▪▫■□◆◇‣⁃∙·➢➤►▶✓✔★☆➔→⇒❖";

/// Bullets that are letters or dashes.
const DASHES: &str = "–—−‐~oØ§";

/// Marks of two signs: `+)` is a plus, the others are dashes.
const PAIRS: [&str; 5] = ["+)", "*)", "-)", "=>", "->"];

/// Signs that begin an item only with a space behind them: `@ten` is a name, `> 95%` a number.
const SPACED: &str = "@>";

/// What may be words just as well where it begins a paragraph alone.
const ARROWS: [&str; 7] = ["=>", "->", "→", "⇒", "~", "@", ">"];

/// What stands between a mark and its words: word processors put tabulators and no-break spaces there.
const SPACES: [char; 3] = [' ', '\t', '\u{a0}'];

/// What a number or a letter ends with, when it is a mark.
const ENDS: [char; 5] = [')', '.', '/', '-', ','];

/// The largest number of an item; larger ones are counts.
const LARGEST: usize = 99;

/// How many lines after a mark may go on before the next one of its list.
const ITEM_LINES: usize = 40;

/// So many bytes before a mark say whether it begins an item.
const MOST_BEFORE: usize = 2000;

/// What a letter or a number belongs to where a line was broken before it: `điểm / a) khoản 1`.
const NAMED_BY_NUMBER: [&str; 9] = ["điểm", "khoản", "mục", "phần", "số", "biểu", "bước", "tại", "là"];

/// The mark that a line begins with, if it begins with one.
pub(super) fn mark(line: &str) -> Option<Mark<'_>> {
    let first = line.chars().next()?;
    let glued = |length: usize| line.get(length..).is_some_and(|rest| rest.starts_with(is_letter));
    let spaced = |length: usize| line.get(length..).is_some_and(|rest| rest.starts_with(SPACES));
    let made = |sort, length: usize| {
        let (text, rest) = line.split_at_checked(length)?;
        Some(Mark { sort, text, length: line.len() - rest.trim_start_matches(SPACES).len() })
    };
    if PAIRS.iter().any(|pair| line.starts_with(pair)) && spaced(2) {
        return made(Sort::Dash, 2);
    }
    let sign = first.len_utf8();
    if BULLETS.contains(first) && (spaced(sign) || glued(sign)) {
        return made(Sort::Bullet, sign);
    }
    if SPACED.contains(first) && spaced(sign) {
        let is_number = |rest: &str| rest.trim_start_matches(SPACES).starts_with(|c: char| c.is_ascii_digit());
        return if is_number(&line[sign..]) { None } else { made(Sort::Dash, sign) };
    }
    // Deeper than Markdown has items, `- ` is text.
    if DASHES.contains(first) && (spaced(sign) || !is_letter(first) && glued(sign))
        || "-+".contains(first) && (glued(sign) || spaced(sign))
    {
        return made(Sort::Dash, sign);
    }
    let inner = line.strip_prefix('(').unwrap_or(line);
    let open = line.len() - inner.len();
    let ends = |c: char| !is_letter(c) && !c.is_ascii_digit() && c != '.';
    let name = &inner[..inner.find(ends).unwrap_or(inner.len())];
    let name = name.trim_end_matches('.');
    // `1.Nội dung`: the number ends where the words begin.
    let name = if name.starts_with(|c: char| c.is_ascii_digit()) {
        name.trim_end_matches(is_letter).trim_end_matches('.')
    } else {
        name.split('.').next().unwrap_or_default()
    };
    let sort = sort(name)?;
    let bare = open + name.len();
    let Some(end) = line[bare..].chars().next().filter(|end| ENDS.contains(end)) else {
        // `1.1 Nội dung`
        return if open == 0 && name.contains('.') && spaced(bare) { made(sort, bare) } else { None };
    };
    if open > 0 && end != ')' {
        return None;
    }
    let length = bare + 1;
    let words = line.get(length..).and_then(|rest| rest.chars().next());
    // `a, Nội dung`, but not `b, c và d` of a line that was broken by hand.
    let after = line.get(length..).and_then(|rest| rest.trim_start_matches(SPACES).chars().next());
    if end == ',' && (sort != Sort::Letter || name.chars().count() > 1 || !after.is_some_and(char::is_uppercase)) {
        return None;
    }
    let joined = match end {
        ')' => glued(length),
        // `Q.Hải Châu` and `v.v` are words.
        '.' => !name.starts_with(char::is_uppercase) && words.is_some_and(char::is_uppercase),
        _ => false,
    };
    if spaced(length) || joined { made(sort, length) } else { None }
}

/// The item that a line begins, as a list of Markdown, or as one of those that Markdown does not know.
#[derive(Debug, Clone, Copy)]
pub struct Item {
    /// What its mark is.
    pub sort: Sort,
    /// What its list is known by: `-`, `+`, `1` for numbers, `a` for letters.
    pub list: char,
    /// The length of its mark.
    pub length: usize,
}

/// The item that a text begins with. `before` is what stands before it in its paragraph, and the sort of mark that this began
/// with; nothing where it is the first line of one.
///
/// ```
/// use baocao_core::markdown::item;
/// assert_eq!(item("• Một việc", None).unwrap().list, '-');
/// assert_eq!(item("(2) Hai việc", Some(("Đã làm;", None))).unwrap().list, '1');
/// assert!(item("12. Nội dung", Some(("ban hành ngày", None))).is_none());
/// ```
pub fn item(text: &str, before: Option<(&str, Option<Sort>)>) -> Option<Item> {
    let line = text.lines().next()?;
    if let Some(sign) = line.chars().next().filter(|sign| matches!(sign, '-' | '+'))
        && line[1..].starts_with(' ')
    {
        return Some(Item { sort: Sort::Dash, list: sign, length: 1 });
    }
    let mark = mark(line)?;
    let is_large = mark.text.contains(char::is_uppercase);
    let begins = match before {
        // Markdown begins a list of numbers with the first of them alone.
        Some(_) if matches!(mark.text, "1." | "1)") => true,
        Some((before, began)) => begins(mark, before, began, text) == Begins::Item,
        // `I.` and `A.` begin a heading that was typed by hand.
        None if matches!(mark.sort, Sort::Bullet | Sort::Dash) => !is_doubtful(mark) || is_followed(mark, text),
        None => mark.length > mark.text.len() && (mark.sort != Sort::Letter || !is_large),
    };
    let list = match mark.sort {
        Sort::Bullet | Sort::Dash => {
            if printed(mark) == "+" {
                '+'
            } else {
                '-'
            }
        }
        Sort::Number => '1',
        Sort::Letter => 'a',
    };
    begins.then_some(Item { sort: mark.sort, list, length: mark.text.len() })
}

fn sort(name: &str) -> Option<Sort> {
    let number = |part: &str| part.len() <= 2 && part.parse::<usize>().is_ok_and(|number| number <= LARGEST);
    if !name.is_empty() && name.split('.').all(number) {
        return Some(Sort::Number);
    }
    let one = name.chars().count() == 1 && name.chars().all(is_letter);
    let signs = |signs: &str| !name.is_empty() && name.len() <= 5 && name.chars().all(|c| signs.contains(c));
    (one || signs("ivx") || signs("IVX")).then_some(Sort::Letter)
}

/// Whether a mark that begins a paragraph may be words of it, where no other item follows.
pub(super) fn is_doubtful(mark: Mark<'_>) -> bool {
    mark.length == mark.text.len() || mark.text.starts_with(is_letter) || ARROWS.contains(&mark.text)
}

/// What a line with a mark is, behind others of its paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Begins {
    /// An item.
    Item,
    /// Nothing: it goes on where the line before it was broken.
    Nothing,
    /// Either.
    Unsure,
}

/// What a line is that begins with this mark: an item where the line before ends a clause or began one of the same sort, or
/// where a later line bears the mark that comes next. `rest` is the text from the line on.
pub(super) fn begins(mark: Mark<'_>, before: &str, began: Option<Sort>, rest: &str) -> Begins {
    let before = before.trim_end();
    let before = &before[before.ceil_char_boundary(before.len().saturating_sub(MOST_BEFORE))..];
    // `gồm: (1) một; (2) hai;` was broken before its `(3)`.
    let in_line = neighbours(mark.text, false).iter().any(|last| before.contains(&format!(" {last} ")));
    let is_name = matches!(mark.sort, Sort::Letter | Sort::Number);
    let named = is_name && before.rsplit(' ').next().is_some_and(|word| NAMED_BY_NUMBER.contains(&word));
    // `(khoản 1 hoặc / 2) của`: it closes what the line before opened.
    let closes = is_name && !mark.text.starts_with('(') && before.matches('(').count() > before.matches(')').count();
    if in_line || named || closes {
        return Begins::Nothing;
    }
    if mark.sort == Sort::Bullet
        || began == Some(mark.sort)
        || before.ends_with([':', ';', '.', ',', '!', '?'])
        || is_followed(mark, rest)
    {
        return Begins::Item;
    }
    let line = bare(rest.lines().next().unwrap_or_default());
    let words = line.get(mark.length..).and_then(|words| words.chars().next());
    let is_word = |c: char| c.is_uppercase() || mark.sort != Sort::Number && is_letter(c);
    if words.is_some_and(is_word) { Begins::Unsure } else { Begins::Nothing }
}

/// Whether a line of the paragraph after this one bears the mark that comes next.
pub(super) fn is_followed(of: Mark<'_>, rest: &str) -> bool {
    let next = neighbours(of.text, true);
    let lines = rest.lines().skip(1).map(bare).take_while(|line| !line.is_empty()).take(ITEM_LINES);
    lines.enumerate().any(|(at, line)| {
        let Some(found) = mark(&line) else { return false };
        match of.sort {
            // Words that were broken before a dash twice are not those of two lines in a row.
            Sort::Bullet | Sort::Dash => found.text == of.text && at == 0,
            Sort::Letter | Sort::Number => next.iter().any(|next| next == found.text),
        }
    })
}

/// A line without bold and italics.
pub(super) fn bare(line: &str) -> String {
    line.trim_start().replace(['*', '_'], "")
}

/// The marks that may stand before this one in its list, or after it.
fn neighbours(mark: &str, after: bool) -> Vec<String> {
    let inner = mark.trim_start_matches('(');
    let open = &mark[..mark.len() - inner.len()];
    let name = inner.trim_end_matches(ENDS);
    let close = &inner[name.len()..];
    let (group, own) = name.rsplit_once('.').map_or(("", name), |(group, own)| (&name[..group.len() + 1], own));
    let step = |at: usize| if after { Some(at + 1) } else { at.checked_sub(1).filter(|at| *at > 0) };
    let among = |make: fn(usize) -> String| {
        let at = (1..=LARGEST).find(|n| make(*n) == own.to_lowercase())?;
        step(at).map(make)
    };
    // Some leave out `đ`.
    let skipped = match (own, after) {
        ("d", true) => Some("e"),
        ("e", false) => Some("d"),
        _ => None,
    };
    let names = [
        own.parse().ok().and_then(step).map(|number: usize| number.to_string()),
        among(letter),
        among(|n| roman(n).to_lowercase()),
        skipped.map(str::to_owned),
    ];
    let large = own.starts_with(char::is_uppercase);
    let cased = |name: String| if large { name.to_uppercase() } else { name };
    names.into_iter().flatten().map(|name| format!("{open}{group}{}{close}", cased(name))).collect()
}

/// How the mark of an item is printed: signs are the dash of official documents.
pub(super) fn printed(mark: Mark<'_>) -> String {
    match mark.sort {
        Sort::Bullet | Sort::Dash if mark.text == "+" || mark.text == "+)" => "+".to_owned(),
        Sort::Bullet | Sort::Dash => "-".to_owned(),
        Sort::Letter | Sort::Number => mark.text.to_owned(),
    }
}
