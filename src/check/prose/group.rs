//! Groups of a whole and its parts, by the words and marks between them.

use rust_decimal::Decimal;

use super::reading::Reading;
use super::token::{Kind, Token};

/// A whole and the parts that are named after it.
#[derive(Debug)]
pub(super) struct Group {
    /// The token of the whole.
    pub(super) whole: usize,
    /// Its value.
    pub(super) value: Decimal,
    /// What one of the unit that is written is: a million for `triệu đồng`.
    pub(super) factor: Decimal,
    /// What opens the parts.
    pub(super) opener: Opener,
    /// The parts.
    pub(super) parts: Vec<Part>,
    /// Whether the words show that all parts are named.
    pub(super) complete: bool,
    /// Whether every part has a name before its number: `Công an: 06 TTHC`.
    pub(super) labelled: bool,
    /// Whether the numbers can be read as parts in more than one way.
    pub(super) ambiguous: bool,
    /// Whether the first parts alone are the whole.
    pub(super) balances: bool,
    /// Whether people are counted; they may belong to two groups.
    pub(super) people: bool,
    /// A part that is named without a number.
    pub(super) unnumbered: Option<String>,
}

/// What opens the parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opener {
    /// `gồm`, `bao gồm`
    Comprises,
    /// `trong đó`
    Among,
    /// A parenthesis alone.
    Bare,
}

/// A part.
#[derive(Debug)]
pub(super) struct Part {
    /// Its token.
    pub(super) token: usize,
    /// Its value.
    pub(super) value: Decimal,
    /// Whether its unit is that of the whole.
    pub(super) same_unit: bool,
}

/// Words that say that what follows is no list of parts, or not all of it.
const NO_PARTS: [&str; 14] = [
    "so với",
    "cùng kỳ",
    "tăng",
    "giảm",
    "chủ yếu",
    "một số",
    "nhất là",
    "ví dụ",
    "riêng",
    "ít nhất",
    "kỳ trước",
    "năm trước",
    "như:",
    "bình quân",
];
/// Words at the beginning of a parenthesis that say that it is no list of parts.
const NO_OPENING: [&str; 10] = ["hiện", "có mặt", "đã", "còn", "nay", "đạt", "tương", "vượt", "năm", "kể cả"];
const LEVELS: [&str; 4] = ["cấp tỉnh", "cấp huyện", "cấp xã", "trung ương"];
/// Whoever is not the one is the other.
const SEXES: [&str; 2] = ["nam ", "nữ "];
const WAYS: [&str; 5] = ["trực tuyến", "trực tiếp", "giấy", "bưu chính", "bưu điện"];

/// The groups of a passage.
pub(super) fn groups(reading: &Reading, text: &str) -> Vec<Group> {
    let starts = 0..reading.tokens.len();
    starts.filter_map(|at| parenthesis(reading, text, at).or_else(|| sentence(reading, text, at))).collect()
}

/// `W (trong đó: A; B; C)`: the token is the opening parenthesis.
fn parenthesis(reading: &Reading, text: &str, open: usize) -> Option<Group> {
    if reading.tokens[open].kind != Kind::Open {
        return None;
    }
    let whole = match reading.tokens.get(open.checked_sub(1)?)?.kind {
        Kind::Line => open.checked_sub(2)?,
        _ => open - 1,
    };
    let gap = reading.between(text, whole, open);
    let close = reading.close_of(open)?;
    let content = reading.between(text, open, close).trim().to_owned();
    if gap.chars().count() > 60 || gap.trim().starts_with('.') {
        return None;
    }
    let opener = opener(&content, true).unwrap_or(Opener::Bare);
    if opener == Opener::Bare && NO_OPENING.iter().any(|words| content.starts_with(words)) {
        return None;
    }
    group(reading, text, whole, open + 1..close, opener, &content)
}

/// `W, trong đó A, B`, `W, gồm: A; B`, `W. Trong đó:` with a list: the token is the first part.
fn sentence(reading: &Reading, text: &str, first: usize) -> Option<Group> {
    if !matches!(reading.tokens[first].kind, Kind::Count(_)) {
        return None;
    }
    let passed =
        |token: &Token| token.hedge || matches!(token.kind, Kind::Comma | Kind::Colon | Kind::Other | Kind::Percent(_));
    let mut at = first.checked_sub(1)?;
    let mut listed = false;
    loop {
        match reading.tokens[at].kind {
            Kind::Line if ends_with_colon(reading, at) => listed = true,
            Kind::Line if listed && at > 0 && reading.tokens[at - 1].kind == Kind::Line => {}
            Kind::Line if at > 0 && reading.tokens[at - 1].kind == Kind::Line => {}
            // `W (cấp huyện A, cấp xã B). Trong đó:` the parenthesis belongs to the whole.
            Kind::Close => at = open_of(reading, at)?,
            Kind::Stop if !reading.between(text, at, first).trim_start().starts_with("trong đó") => return None,
            Kind::Stop => {}
            _ if passed(&reading.tokens[at]) => {}
            _ => break,
        }
        at = at.checked_sub(1)?;
    }
    let gap = reading.between(text, at, first);
    let opening = gap.rfind("trong đó").into_iter().chain(gap.rfind("gồm")).max()?;
    let opening_text = &gap[opening..];
    // Between the word and the first part stand at most the name of the part and marks.
    if opening_text.contains(". ") || opening_text.matches('\n').count() > 2 || opening_text.contains(')') {
        return None;
    }
    let found = opener(opening_text, false)?;
    let end = if opening_text.contains('\n') {
        if !opening_text.trim_end_matches(|c| c != ':').ends_with(':') || !listed {
            return None;
        }
        list_end(reading, text, first)
    } else {
        let inside = |index: &usize| {
            matches!(reading.tokens[*index].kind, Kind::Stop | Kind::Line)
                || reading.tokens[*index].kind == Kind::Close && closes_outside(reading, first, *index)
        };
        (first..reading.tokens.len()).find(inside).unwrap_or(reading.tokens.len())
    };
    let last = reading.tokens.get(end).map_or(text.len(), |token| token.range.start);
    let content = format!("{opening_text}{}", text[reading.tokens[first].range.start..last].to_lowercase());
    group(reading, text, at, first..end, found, &content)
}

fn opener(content: &str, at_start: bool) -> Option<Opener> {
    let comprises = ["gồm", "bao gồm", "trong đó gồm", "trong đó bao gồm", "chia ra", "cụ thể gồm"];
    let content = content.trim_start_matches(['*', ' ']);
    if comprises.iter().any(|word| content.starts_with(word)) {
        return Some(Opener::Comprises);
    }
    (content.starts_with("trong đó") || !at_start && content.contains("trong đó")).then_some(Opener::Among)
}

fn ends_with_colon(reading: &Reading, line: usize) -> bool {
    (0..line).rev().map(|at| reading.tokens[at].kind).find(|kind| *kind != Kind::Line) == Some(Kind::Colon)
}

fn open_of(reading: &Reading, close: usize) -> Option<usize> {
    (0..close).rev().find(|at| reading.tokens[*at].kind == Kind::Open)
}

/// Whether a closing parenthesis belongs to one opened before the first part.
fn closes_outside(reading: &Reading, first: usize, close: usize) -> bool {
    let marks = &reading.tokens[first..close];
    let count = |kind| marks.iter().filter(|token| token.kind == kind).count();
    count(Kind::Open) <= count(Kind::Close)
}

/// Where the list ends whose first number is at a token: at a line that does not begin with the mark of the first.
fn list_end(reading: &Reading, text: &str, first: usize) -> usize {
    let mark_of = |at: usize| {
        let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
        text[line..].trim_start().chars().next()
    };
    let mark = mark_of(reading.tokens[first].range.start);
    if !matches!(mark, Some('+' | '-' | '*' | '•')) {
        return first;
    }
    let ends = |index: &usize| {
        let token = &reading.tokens[*index];
        token.kind == Kind::Line && {
            let rest = text[token.end.min(text.len())..].trim_start();
            rest.is_empty() || !rest.starts_with(['\n']) && rest.chars().next() != mark
        }
    };
    (first..reading.tokens.len()).find(ends).unwrap_or(reading.tokens.len())
}

fn group(
    reading: &Reading,
    text: &str,
    whole: usize,
    inside: std::ops::Range<usize>,
    opener: Opener,
    content: &str,
) -> Option<Group> {
    let token = &reading.tokens[whole];
    let Kind::Count(value) = token.kind else { return None };
    if token.hedge || NO_PARTS.iter().any(|words| content.contains(words)) {
        return None;
    }
    let segments = segments(reading, inside.clone());
    let all: Vec<usize> = segments.iter().flatten().copied().collect();
    let firsts: Vec<usize> = segments.iter().filter_map(|numbers| numbers.first()).copied().collect();
    let listed = text[token.end..reading.tokens.get(inside.start)?.range.start].contains('\n');
    let several = segments.iter().any(|numbers| numbers.len() > 1);
    let by_segment = segments.len() > 1 && (listed || several && firsts.len() > 1 && opener != Opener::Bare);
    let chosen = if by_segment { &firsts } else { &all };
    let parts: Vec<Part> = chosen
        .iter()
        .filter_map(|at| {
            let part = &reading.tokens[*at];
            let Kind::Count(value) = part.kind else { return None };
            Some(Part { token: *at, value, same_unit: part.unit.name == token.unit.name && part.unit.known })
        })
        .collect();
    let fits = |part: &Part| {
        let unit = &reading.tokens[part.token].unit;
        unit.name.is_empty() || token.unit.name.is_empty() || unit.fits(&token.unit)
    };
    let broken = |at: usize| {
        let token = &reading.tokens[at];
        matches!(token.kind, Kind::Fraction(..)) || opener == Opener::Bare && token.kind == Kind::Other
    };
    if parts.is_empty() || !parts.iter().all(fits) || inside.clone().any(broken) {
        return None;
    }
    let values = |tokens: &[usize]| -> Vec<Decimal> {
        tokens
            .iter()
            .filter_map(|at| match reading.tokens[*at].kind {
                Kind::Count(value) => Some(value),
                _ => None,
            })
            .collect()
    };
    let unit = &token.unit.name;
    let of_unit = |part: &Part| {
        let name = &reading.tokens[part.token].unit.name;
        !name.is_empty() && name != unit && unit.split(", ").any(|word| word == name)
    };
    let levels = |words: &[&str]| words.iter().filter(|word| content.contains(*word)).count() > 1;
    let sexes = parts.len() == 2 && SEXES.iter().all(|word| parts.iter().any(|part| names(reading, text, part, word)));
    let last = parts.last().map(|part| reading.after(text, part.token)).unwrap_or_default();
    let last_named = parts.last().map(|part| reading.before(text, part.token)).unwrap_or_default();
    let rest = [" khác", "còn lại"].iter().any(|word| last.contains(word) || last_named.contains(word));
    let labels = parts.iter().all(|part| {
        !reading.before(text, part.token).trim().is_empty() || {
            part.token > 0 && reading.tokens[part.token - 1].kind == Kind::Colon
        }
    });
    let has = content.contains("trong đó có") || content.contains("trong đó, có");
    let complete = opener == Opener::Comprises
        || parts.iter().all(of_unit)
        || rest
        || sexes
        || levels(&LEVELS)
        || levels(&WAYS) && opener == Opener::Bare;
    let factors: Vec<Decimal> = parts.iter().map(|part| reading.tokens[part.token].unit.factor).collect();
    let same_factor = factors.iter().all(|factor| *factor == token.unit.factor);
    Some(Group {
        whole,
        value,
        factor: if same_factor { token.unit.factor } else { Decimal::ONE },
        opener,
        complete: complete && (!has || levels(&LEVELS)),
        labelled: labels && content.contains(':') && !has,
        ambiguous: segments.len() > 1 && several && !listed,
        balances: prefix(&values(&all), value) || prefix(&values(&firsts), value),
        people: token.unit.is_people(),
        unnumbered: unnumbered(reading, text, inside),
        parts,
    })
}

/// Whether a word stands right before or after the number of a part.
fn names(reading: &Reading, text: &str, part: &Part, word: &str) -> bool {
    let (before, after) = (reading.before(text, part.token), reading.after(text, part.token));
    before.trim_start().starts_with(word) || format!("{} ", after.trim()).ends_with(&format!(" {word}"))
}

/// Whether the first few numbers add up to the whole.
fn prefix(values: &[Decimal], whole: Decimal) -> bool {
    let mut sum = Decimal::ZERO;
    values.iter().enumerate().any(|(index, value)| {
        sum += value;
        index > 0 && sum == whole
    })
}

/// The counts of each part that semicolons or lines divide, those in further parentheses left out.
fn segments(reading: &Reading, inside: std::ops::Range<usize>) -> Vec<Vec<usize>> {
    let mut segments = vec![Vec::new()];
    let mut depth = 0_usize;
    for at in inside {
        let token = &reading.tokens[at];
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.saturating_sub(1),
            Kind::Semicolon | Kind::Line if depth == 0 => segments.push(Vec::new()),
            Kind::Count(_) if depth == 0 && !token.hedge => {
                if let Some(segment) = segments.last_mut() {
                    segment.push(at);
                }
            }
            _ => {}
        }
    }
    segments.retain(|segment| !segment.is_empty());
    segments
}

/// A part between two commas that has a name and no number.
fn unnumbered(reading: &Reading, text: &str, inside: std::ops::Range<usize>) -> Option<String> {
    let marks = |kind| matches!(kind, Kind::Comma | Kind::Semicolon);
    inside.clone().find_map(|at| {
        let next = reading.tokens.get(at + 1)?;
        let between = marks(reading.tokens[at].kind) && marks(next.kind) && at + 1 < inside.end;
        let name = text.get(reading.tokens[at].end..next.range.start)?.trim();
        (between && name.split_whitespace().count() > 1).then(|| name.to_owned())
    })
}
