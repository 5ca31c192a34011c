//! What opens the parts of a whole: a parenthesis, `trong đó`, `gồm`, a colon.

use baocao_vietnamese::lexicon::lists::NO_OPENING;

use super::compared::rises;
use super::group::{Group, Opener, group, is_about};
use baocao_reading::numbers::Reading;
use baocao_reading::numbers::{Kind, Token};

/// The groups of a passage.
pub(super) fn groups(reading: Reading<'_>) -> Vec<Group> {
    let starts = 0..reading.tokens.len();
    starts
        .filter_map(|at| {
            let named = parenthesis(reading, at).or_else(|| sentence(reading, at));
            named.or_else(|| colon(reading, at))
        })
        .collect()
}

/// `W (trong đó: A; B; C)`: the token is the opening parenthesis.
fn parenthesis(reading: Reading<'_>, open: usize) -> Option<Group> {
    if reading.tokens[open].kind != Kind::Open {
        return None;
    }
    let whole = match reading.tokens.get(open.checked_sub(1)?)?.kind {
        Kind::Line => open.checked_sub(2)?,
        // `38 khoa, phòng (24 khoa ...)`
        Kind::Comma if reading.between(open - 1, open).split_whitespace().count() < 3 => open.checked_sub(2)?,
        _ => open - 1,
    };
    let gap = reading.between(whole, open);
    let close = reading.close_of(open)?;
    let content = reading.between(open, close).trim().to_owned();
    if gap.chars().count() > 60 || gap.trim().starts_with('.') {
        return None;
    }
    let opener = opener(&content, true).unwrap_or(Opener::Bare);
    if opener == Opener::Bare && NO_OPENING.iter().any(|words| content.starts_with(words)) {
        return None;
    }
    group(reading, whole, open + 1..close, opener, &content)
}

/// `W, trong đó A, B`, `W, gồm: A; B`, `W. Trong đó:` with a list: the token is the first part.
fn sentence(reading: Reading<'_>, first: usize) -> Option<Group> {
    if !matches!(reading.tokens[first].kind, Kind::Count(_)) {
        return None;
    }
    let passed =
        |token: &Token| token.hedge || matches!(token.kind, Kind::Comma | Kind::Colon | Kind::Other | Kind::Percent(_));
    // `tăng 19 hộ, gồm 07 hộ ...`, `khoảng 350 đại biểu, gồm: ...`
    let grown = |at: usize| {
        let token = &reading.tokens[at];
        let comprises = reading.between(at, first);
        let grown = comprises.trim_start_matches([',', ' ', '(']).starts_with("gồm")
            && rises(&reading.text[..token.range.start]).is_some();
        matches!(token.kind, Kind::Count(_)) && (grown || comprises.contains("gồm") && is_about(reading, at))
    };
    // `21 bến, chia thành 02 nhóm: 13 bến ...`
    let divided = |at: usize| {
        let opens = reading.tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Colon);
        let before = reading.before(at);
        let said = ["chia thành", "chia làm", "gồm"].iter().any(|words| before.trim_end().ends_with(words));
        opens && said && matches!(reading.tokens[at].unit.name.as_str(), "nhóm" | "loại" | "khối" | "phần" | "đoạn")
    };
    let mut at = first.checked_sub(1)?;
    let mut listed = false;
    loop {
        match reading.tokens[at].kind {
            Kind::Line if ends_with_colon(reading, at) => listed = true,
            Kind::Line if listed && at > 0 && reading.tokens[at - 1].kind == Kind::Line => {}
            Kind::Line if at > 0 && reading.tokens[at - 1].kind == Kind::Line => {}
            // `W (cấp huyện A, cấp xã B). Trong đó:` the parenthesis belongs to the whole.
            Kind::Close => at = open_of(reading, at)?,
            Kind::Stop | Kind::Semicolon if !reading.between(at, first).trim_start().starts_with("trong đó") => {
                return None;
            }
            Kind::Semicolon if !begins_line(reading, at) => return None,
            Kind::Stop | Kind::Semicolon => {}
            _ if grown(at) => break,
            _ if passed(&reading.tokens[at]) || divided(at) => {}
            _ => break,
        }
        at = at.checked_sub(1)?;
    }
    let gap = reading.between(at, first);
    let opening = gap.rfind("trong đó").into_iter().chain(gap.rfind("gồm")).chain(gap.rfind("chia thành")).max()?;
    let opening_text = &gap[opening..];
    // Between the word and the first part stand at most the name of the part and marks.
    // `trong đó axit sunfuric (H2SO4) 1.620 tấn`: numbers in parentheses alone belong to a name.
    let count = |mark| opening_text.matches(mark).count();
    let digits = |words: &str| words.contains(|c: char| c.is_ascii_digit());
    let enclosed =
        count('(') == count(')') && (count('(') == 0 || !opening_text.split(['(', ')']).step_by(2).any(digits));
    if opening_text.contains(". ") || count('\n') > 2 || !enclosed {
        return None;
    }
    let found = opener(opening_text, false)?;
    let end = if opening_text.contains('\n') {
        if !opening_text.trim_end_matches(|c| c != ':').ends_with(':') || !listed {
            return None;
        }
        list_end(reading, first)
    } else {
        let inside = |index: &usize| {
            matches!(reading.tokens[*index].kind, Kind::Stop | Kind::Line)
                || reading.tokens[*index].kind == Kind::Close && closes_outside(reading, first, *index)
        };
        (first..reading.tokens.len()).find(inside).unwrap_or(reading.tokens.len())
    };
    let last = reading.tokens.get(end).map_or(reading.text.len(), |token| token.range.start);
    let content = [opening_text, reading.passage.small(&(reading.tokens[first].range.start..last))].concat();
    group(reading, at, first..end, found, &content)
}

/// `Rà soát 46 văn bản: còn hiệu lực 39, hết hiệu lực 7`: the token is the first part, the colon stands before its name.
fn colon(reading: Reading<'_>, first: usize) -> Option<Group> {
    let kind = |at: usize| reading.tokens.get(at).map(|token| token.kind);
    // The name of the first part may have a comma: `lãnh đạo, quản lý 12`.
    let colon = (0..first).rev().find(|at| kind(*at) != Some(Kind::Comma))?;
    // `210 phiếu, hài lòng 95,2%: rất hài lòng 102 phiếu`
    let percent = matches!(kind(colon.checked_sub(1)?), Some(Kind::Percent(_)));
    let before =
        if percent { (0..colon - 1).rev().find(|at| kind(*at) != Some(Kind::Comma)) } else { colon.checked_sub(1) };
    let whole = before?;
    let counts = |at: usize| matches!(kind(at), Some(Kind::Count(_)));
    if kind(colon) != Some(Kind::Colon) || !counts(first) || !counts(whole) {
        return None;
    }
    let gap = reading.between(whole, first);
    if gap.contains('\n') || gap.find(':').is_none_or(|at| at > 60) {
        return None;
    }
    let ends = |at: &usize| matches!(kind(*at), Some(Kind::Stop | Kind::Line));
    let end = (first..reading.tokens.len()).find(ends).unwrap_or(reading.tokens.len());
    let last = reading.tokens.get(end).map_or(reading.text.len(), |token| token.range.start);
    let content = reading.passage.small(&(reading.tokens[colon].range.start..last));
    group(reading, whole, first..end, Opener::Bare, content)
}

fn opener(content: &str, at_start: bool) -> Option<Opener> {
    let comprises = ["chia thành", "gồm", "bao gồm", "trong đó gồm", "trong đó bao gồm", "chia ra", "cụ thể gồm"];
    let content = content.trim_start_matches(['*', ' ']);
    if comprises.iter().any(|word| content.starts_with(word)) {
        return Some(Opener::Comprises);
    }
    (content.starts_with("trong đó") || !at_start && content.contains("trong đó")).then_some(Opener::Among)
}

fn ends_with_colon(reading: Reading<'_>, line: usize) -> bool {
    (0..line).rev().map(|at| reading.tokens[at].kind).find(|kind| *kind != Kind::Line) == Some(Kind::Colon)
}

/// Whether a clause that a semicolon ends is the first of its line, with one number: nothing else can be divided after it.
fn begins_line(reading: Reading<'_>, semicolon: usize) -> bool {
    let clause = reading.tokens[..semicolon].iter().rev().take_while(|token| token.kind != Kind::Line);
    let counts = clause.filter(|token| matches!(token.kind, Kind::Count(_) | Kind::Fraction(..)));
    counts.count() == 1
}

fn open_of(reading: Reading<'_>, close: usize) -> Option<usize> {
    (0..close).rev().find(|at| reading.tokens[*at].kind == Kind::Open)
}

/// Whether a closing parenthesis belongs to one opened before the first part.
fn closes_outside(reading: Reading<'_>, first: usize, close: usize) -> bool {
    let marks = &reading.tokens[first..close];
    let count = |kind| marks.iter().filter(|token| token.kind == kind).count();
    count(Kind::Open) <= count(Kind::Close)
}

/// So many numbers and marks has a list of parts at most.
const LONGEST_LIST: usize = 200;

/// Where the list ends whose first number is at a token: at a line that does not begin with the mark of the first.
fn list_end(reading: Reading<'_>, first: usize) -> usize {
    let mark_of = |at: usize| {
        let line = reading.passage.line(at).start;
        reading.text[line..].trim_start().chars().next()
    };
    let mark = mark_of(reading.tokens[first].range.start);
    if !matches!(mark, Some('+' | '-' | '*' | '•')) {
        return first;
    }
    let ends = |index: &usize| {
        let token = &reading.tokens[*index];
        token.kind == Kind::Line && {
            let rest = reading.text[token.end.min(reading.text.len())..].trim_start();
            rest.is_empty() || !rest.starts_with(['\n']) && rest.chars().next() != mark
        }
    };
    let far = reading.tokens.len().min(first + LONGEST_LIST);
    // A longer list is none of parts.
    (first..far).find(ends).unwrap_or(if far == reading.tokens.len() { far } else { first })
}
