//! Lists that a number opens: in parentheses, behind a colon, in the lines or the table below it.

use std::ops::Range;

use baocao_vietnamese::lexicon::lists::{DEPARTMENTS, LIST_FOLLOWS, NAMED_THINGS, SOME, SURFACES};

use super::rows_below;
use crate::Subject;
use baocao_reading::numbers::{Kind, Reading, Token, list_number};

/// The longest name of what is counted, in words.
const LONGEST: usize = 7;
/// The same above a list in lines.
const LONGEST_ABOVE: usize = 12;

/// What opens a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opener {
    /// `gồm:`, `chia thành 02 nhóm:`
    Comprises,
    /// `với 05 tiểu ban:`
    With,
    /// `sau:`, `như sau:`
    Follows,
    /// A colon alone.
    Colon,
    /// A parenthesis.
    Parenthesis,
}

/// A list behind a number.
pub(super) struct List {
    /// What is counted, in small letters.
    pub(super) noun: String,
    pub(super) opener: Opener,
    pub(super) items: Vec<Range<usize>>,
    /// Whether `và` before the last item says that no other follows.
    pub(super) joined: bool,
    /// Whether the marks between the items can be nothing else.
    pub(super) atomic: bool,
    /// Whether the items are names that follow the word for what is counted, or begin with it.
    pub(super) named: bool,
    /// Whether its items stand in lines of their own.
    pub(super) in_lines: bool,
    /// Whether it is a table, and whether its first column is of what is counted.
    pub(super) table: bool,
    pub(super) named_column: bool,
}

/// The list that a number opens.
pub(super) fn list(reading: Reading<'_>, at: usize, subject: &Subject<'_>) -> Option<List> {
    let token = &reading.tokens[at];
    if let Some(list) = comprised(reading, at) {
        return Some(list);
    }
    if let Some(list) = named(reading, at) {
        return Some(list);
    }
    let comma = |next: &usize| reading.tokens[*next].kind == Kind::Comma;
    // `02 trạm 110 kV (Lũng Pù, Nậm Kha)`
    let measured = |next: &usize| {
        let token = &reading.tokens[*next];
        matches!(token.kind, Kind::Count(_))
            && *next == at + 1
            && SURFACES.iter().chain(&["kv", "kva", "sao"]).any(|unit| *unit == token.unit.name)
    };
    let mark = (at + 1..reading.tokens.len()).find(|next| !comma(next) && !measured(next))?;
    // `03 văn bản về cải cách hành chính (CCHC):`
    let short = abbreviation(reading, mark);
    let mark = if short.is_some() { mark + 2 } else { mark };
    let parenthesis = match reading.tokens[mark].kind {
        Kind::Colon => false,
        Kind::Open => true,
        _ => return None,
    };
    let end = short.unwrap_or(reading.tokens[mark].range.start);
    let between = reading.passage.small(&(token.range.end..end));
    let below = !parenthesis && reading.text.get(reading.tokens[mark].end..)?.trim_start_matches(' ').starts_with('\n');
    let (noun, words) = split_noun(between, if below { LONGEST_ABOVE } else { LONGEST })?;
    let before = reading.before(at);
    let before = before.trim_end();
    let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    let opener = match words {
        _ if parenthesis => Opener::Parenthesis,
        "gồm" | "bao gồm" | "gồm có" => Opener::Comprises,
        "" if ends(&["gồm", "gồm có", "chia thành", "chia làm"]) => Opener::Comprises,
        "" if ends(&["với", "thành lập", "có", "có thêm"]) => Opener::With,
        "" | "cụ thể" => Opener::Colon,
        _ => Opener::Follows,
    };
    let start = reading.tokens[mark].end;
    let of = |items, joined, atomic| List {
        noun: noun.to_owned(),
        opener,
        items,
        joined,
        atomic,
        named: false,
        in_lines: false,
        table: false,
        named_column: false,
    };
    if below {
        if let Some(rows) = rows_below(reading, start, subject) {
            let column = rows.title.contains(noun) || noun.contains(rows.title.as_str());
            let items = vec![start..start; rows.count];
            return Some(List { table: true, named_column: column, ..of(items, true, true) });
        }
        let (items, whole) = lines(reading.text, start)?;
        return Some(List { in_lines: true, ..of(items, true, whole) });
    }
    let ends = |token: &&Token| matches!(token.kind, Kind::Stop | Kind::Line);
    let end = if parenthesis {
        reading.tokens[reading.close_of(mark)?].range.start
    } else {
        let outside = reading.tokens[mark + 1..].iter().find(ends)?.range.start;
        // The parenthesis around the number may close the list.
        let close = reading.tokens[mark + 1..].iter().find(|token| token.kind == Kind::Close);
        let open = reading.tokens[mark + 1..].iter().find(|token| token.kind == Kind::Open);
        match (close, open) {
            (Some(close), None) => close.range.start.min(outside),
            (Some(close), Some(open)) if close.range.start < open.range.start => close.range.start.min(outside),
            _ => outside,
        }
    };
    let semicolons = split(reading.text, start..end, &[";"]);
    let commas = |item: &Range<usize>| small_item(reading, item).contains(',');
    let apart = semicolons.len() > 1 && !semicolons.iter().take(semicolons.len() - 1).all(commas);
    // What comes behind the first semicolon of names that commas divide is another thing.
    let end = if apart { end } else { semicolons.first()?.end };
    let small = reading.passage.small(&(start..end));
    let range = [" đến ", " – ", " - "].iter().any(|words| small.contains(words));
    if range || SOME.iter().any(|word| small.contains(word)) || small.contains("trong đó") {
        return None;
    }
    if apart {
        let places = semicolons.iter().any(commas)
            && ["xã", "phường", "thôn", "huyện"].iter().any(|place| noun.starts_with(place));
        return (!places).then(|| of(semicolons, true, true));
    }
    let items = split(reading.text, start..end, &[",", " và ", "; "]);
    let joined = reading.text[..items.last()?.start].ends_with(" và ");
    // `Suối Trăng 1` is a name.
    let name = |item: &Range<usize>| {
        let word = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let text = reading.text[item.clone()].trim();
        text.starts_with(char::is_uppercase) && text.split(' ').all(word)
    };
    let counted =
        |item: &Range<usize>| !name(item) && reading.within(item.clone()).iter().any(|token| token.kind.is_number());
    if items.iter().any(counted) {
        return None;
    }
    // Names have commas of their own: an item begins where the name of what is counted does, or the name of an office.
    let word = noun.split(' ').next().unwrap_or_default();
    let offices = is_of_offices(noun);
    let begins = |item: &&Range<usize>| {
        small_item(reading, item).starts_with(&format!("{word} ")) || offices && is_office(reading, item)
    };
    let named: Vec<&Range<usize>> = items.iter().filter(begins).collect();
    if items.first().is_some_and(|first| begins(&first)) && named.len() < items.len() {
        let ends = named.iter().skip(1).map(|item| item.start).chain([end]);
        let items = named.iter().zip(ends).map(|(item, end)| item.start..end).collect();
        return Some(of(items, joined, false));
    }
    let alike = named.len() == items.len() || named.is_empty();
    Some(of(items, joined, alike)).filter(|list| list.items.len() > 1)
}

/// Whether offices are counted.
pub(super) fn is_of_offices(noun: &str) -> bool {
    ["đơn vị", "cơ quan", "tổ chức", "phòng", "sở"].iter().any(|word| noun.starts_with(word))
}

/// Whether an item of a list begins as the name of an office does: `Phòng Hạ tầng kỹ thuật`.
pub(super) fn is_office(reading: Reading<'_>, item: &Range<usize>) -> bool {
    let text = reading.text[item.clone()].trim();
    let mut rests = DEPARTMENTS.iter().filter_map(|word| text.strip_prefix(word)?.strip_prefix(' '));
    rests.any(|rest| rest.starts_with(char::is_uppercase))
}

/// Where a name ends whose abbreviation stands in the parenthesis at a token, right before a colon.
fn abbreviation(reading: Reading<'_>, open: usize) -> Option<usize> {
    let [open, close, colon] = reading.tokens.get(open..open + 3)? else { return None };
    let inside = reading.text.get(open.end..close.range.start)?;
    let short = inside.chars().count() > 1 && inside.chars().all(char::is_uppercase);
    let kinds = [open.kind, close.kind, colon.kind] == [Kind::Open, Kind::Close, Kind::Colon];
    (kinds && short && colon.range.start == close.end).then_some(open.range.start)
}

/// `06 tổ dân phố thuộc phường Nam Giang gồm tổ 1, tổ 2, tổ 5`: no colon stands before the names, each of which begins with the word
/// for what is counted.
fn comprised(reading: Reading<'_>, at: usize) -> Option<List> {
    let after = reading.after(at);
    let (noun, _) = after.split_once(" gồm ")?;
    let noun = noun.trim();
    let start = reading.tokens[at].range.end + after.find(" gồm ")? + " gồm ".len();
    let ends =
        |token: &&Token| matches!(token.kind, Kind::Stop | Kind::Line | Kind::Semicolon | Kind::Colon | Kind::Open);
    let end = reading.tokens[at + 1..].iter().find(ends)?.range.start;
    let items = split(reading.text, start..end.max(start), &[",", " và "]);
    let word = noun.split(' ').next().filter(|word| !word.is_empty())?;
    let begins = |item: &Range<usize>| {
        let item = small_item(reading, item);
        item.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ') && rest.split_whitespace().count() <= 4)
    };
    let joined = reading.text[..items.last()?.start].ends_with(" và ");
    let all = items.len() > 1 && items.iter().all(begins);
    all.then(|| List {
        noun: noun.to_owned(),
        opener: Opener::Comprises,
        items,
        joined,
        atomic: true,
        named: false,
        in_lines: false,
        table: false,
        named_column: false,
    })
}

/// `03 bản Nà Lốc, Phiêng Cằm, Huổi Sảy và Tà Pung`: the names follow the word for what is counted.
fn named(reading: Reading<'_>, at: usize) -> Option<List> {
    /// The longest list of names, in bytes.
    const LONGEST_NAMES: usize = 600;
    let from = reading.tokens[at].range.end;
    let after = &reading.text[from..reading.text.floor_char_boundary(from + LONGEST_NAMES)];
    let start = after.find(char::is_uppercase)?;
    let noun = after[..start].trim();
    let is_noun = (1..=2).contains(&noun.split(' ').count()) && noun.chars().all(|c| c.is_alphabetic() || c == ' ');
    if !is_noun {
        return None;
    }
    let begin = from + start;
    let ends = |token: &&Token| !matches!(token.kind, Kind::Comma);
    let end = reading.tokens[at + 1..].iter().find(ends).map_or(reading.text.len(), |token| token.range.start);
    if end <= begin || end > from + after.len() {
        return None;
    }
    let items = split(reading.text, begin..end, &[",", " và "]);
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let is_name = |item: &Range<usize>| reading.text[item.clone()].trim().split(' ').all(capital);
    let (last, others) = items.split_last()?;
    let last_name = reading.text[last.clone()].trim().split(' ').take_while(|word| capital(word)).count();
    let whole = others.len() > 1 && others.iter().all(is_name) && (1..=4).contains(&last_name);
    let joined = reading.text[..last.start].ends_with(" và ");
    let list = |items| List {
        noun: noun.to_lowercase(),
        opener: Opener::Parenthesis,
        items,
        joined,
        atomic: true,
        named: true,
        in_lines: false,
        table: false,
        named_column: false,
    };
    // What is said of them follows the last name.
    let text = &reading.text[last.clone()];
    let begin = last.start + text.len() - text.trim_start().len();
    let name: usize = text.trim_start().split(' ').take(last_name).map(|word| word.len() + 1).sum();
    let last = begin..begin + name.saturating_sub(1);
    whole.then(|| list(others.iter().cloned().chain([last]).collect()))
}

fn small_item<'r>(reading: Reading<'r>, item: &Range<usize>) -> &'r str {
    reading.passage.small(item).trim()
}

/// What is counted, and the words that open the list behind it: ` nhóm hàng, gồm`.
fn split_noun(between: &str, longest: usize) -> Option<(&str, &str)> {
    let text = between.trim();
    let opened = LIST_FOLLOWS.iter().find_map(|words| {
        let noun = text.strip_suffix(words)?;
        (noun.is_empty() || noun.ends_with([' ', ','])).then_some((noun, *words))
    });
    let (noun, words) = opened.unwrap_or((text, ""));
    let noun = noun.trim().trim_end_matches(',').trim();
    // `05 thôn, bản gồm: ...`
    let pieces = || noun.split(", ").all(|piece| !piece.contains(' ') && NAMED_THINGS.contains(&piece));
    let commas = !noun.contains(',') || pieces();
    let plain =
        !noun.is_empty() && commas && !noun.contains(['\n', '(', ';']) && noun.split_whitespace().count() <= longest;
    plain.then_some((noun, words))
}

/// The parts of a text between marks outside of parentheses.
pub(super) fn split(text: &str, range: Range<usize>, marks: &[&str]) -> Vec<Range<usize>> {
    let (mut items, mut from, mut depth, mut at) = (Vec::new(), range.start, 0_usize, range.start);
    while at < range.end {
        let rest = &text[at..range.end];
        match rest.as_bytes()[0] {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if let Some(mark) = marks.iter().find(|mark| depth == 0 && rest.starts_with(**mark)) {
            items.push(from..at);
            at += mark.len();
            from = at;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    items.push(from..range.end);
    items.retain(|item| !text[item.clone()].trim().is_empty());
    items
}

/// The items of a longer list nobody counts.
const LONGEST_LIST: usize = 200;

/// The lines of a list, all with a mark like that of the first, those inside an item left out; and whether nothing says that the
/// list goes on behind its end.
pub(super) fn lines(text: &str, start: usize) -> Option<(Vec<Range<usize>>, bool)> {
    let kind = |line: &str| -> Option<char> {
        let line = line.trim_start();
        let first = line.chars().next()?;
        match first {
            '+' | '-' | '*' | '•' => Some(first),
            '0'..='9' => list_number(line).map(|_| '1'),
            _ => line[first.len_utf8()..].starts_with(')').then_some('a'),
        }
    };
    let (mut items, mut mark, mut from, mut ended) = (Vec::new(), None, start, false);
    for line in text[start..].split_inclusive('\n') {
        let range = from..from + line.len();
        from = range.end;
        if line.trim().is_empty() {
            continue;
        }
        match (kind(line), mark) {
            (Some(first), None) => {
                mark = Some(first);
                items.push(behind_mark(text, range));
            }
            (None, None) => return None,
            (Some(one), Some(first)) if one == first => {
                if ended {
                    return Some((items, false));
                }
                if items.len() == LONGEST_LIST {
                    return None;
                }
                items.push(behind_mark(text, range));
            }
            (Some(_), _) => {}
            (None, _) => ended = true,
        }
    }
    Some((items, true))
}

/// A line without its mark or number.
fn behind_mark(text: &str, line: Range<usize>) -> Range<usize> {
    let written = &text[line.clone()];
    let mark = || {
        written
            .find(['+', '-', '*', '•', ')'])
            .map_or(0, |at| at + written[at..].chars().next().map_or(1, char::len_utf8))
    };
    line.start + list_number(written).unwrap_or_else(mark)..line.end
}
