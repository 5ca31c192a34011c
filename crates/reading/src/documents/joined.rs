//! The symbols of a text joined with the dates and issuers that stand around them.

use std::sync::LazyLock;

use baocao_vietnamese::small;
use regex_lite::Regex;

use super::citation::Citation;
use super::date::{Date, DateForm};
use super::issuer::Issuer;
use super::symbol::{Symbol, plain};
use crate::Passage;
use crate::pattern::pattern;

/// What may stand between a symbol and its date, in small letters.
static TO_DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(concat!(
        r"^\s*[,(]?\s*(?:(?:đã\s+)?(?:được\s+)?(?:ban\s+hành|ký(?:\s+ban\s+hành)?)\s+)?",
        r"(?:(?:vào|cùng|đều)\s+)?(?:ngày\s*)?$",
    ))
});

/// What may stand between an issuer and the date after it, in small letters.
static ISSUER_TO_DATE: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"^\s*[,(]?\s*(?:ban\s+hành\s+|ký\s+)?(?:ngày\s*)?$"));

/// What may stand between the symbols of a list.
static IN_LIST: LazyLock<Option<Regex>> = LazyLock::new(|| pattern(r"^\s*(?:,|;|và|,\s*và)\s*(?:số\s*)?$"));

/// What may stand between takes no more bytes.
const BETWEEN: usize = 80;

/// Where the subject of a document ends.
const SUBJECT_ENDS: [char; 5] = ['.', ';', '\n', '(', ':'];

/// The documents that a text names, in order: its symbols joined with its dates.
pub fn citations(passage: &Passage<'_>, symbols: Vec<Symbol>, dates: &[Date]) -> Vec<Citation> {
    let text = passage.text.as_str();
    let starts: Vec<usize> = symbols.iter().map(|symbol| symbol.range.start).collect();
    let mut free: Vec<&Date> = dates.iter().filter(|date| date.written != DateForm::Month).collect();
    let mut citations: Vec<Citation> = Vec::with_capacity(symbols.len());
    for (index, symbol) in symbols.into_iter().enumerate() {
        let limit = starts.get(index + 1).copied().unwrap_or(text.len());
        let citation = after(text, symbol, limit, &mut free);
        citations.push(citation);
    }
    for citation in &mut citations {
        before(passage, citation, &free);
    }
    share(text, &mut citations);
    citations
}

/// Reads what stands after a symbol: date and issuer in any order.
fn after(text: &str, symbol: Symbol, limit: usize, free: &mut Vec<&Date>) -> Citation {
    let mut end = symbol.range.end;
    let mut range = symbol.range.clone();
    let mut issuer = of_issuer(text, end);
    let mut date = None;
    let at = match &issuer {
        None => take(text, end, limit, &TO_DATE, free),
        Some((_, end)) => take(text, *end, limit, &ISSUER_TO_DATE, free),
    };
    if let Some((_, issuer_end)) = &issuer {
        end = *issuer_end;
    }
    if let Some(found) = at {
        end = found.range.end;
        range.end = end;
        date = Some(found);
        if issuer.is_none() {
            issuer = of_issuer(text, end);
            end = issuer.as_ref().map_or(end, |(_, end)| *end);
        }
    }
    let about = about(&text[end..limit.max(end)]);
    Citation {
        symbol,
        range,
        date,
        dated_beside: false,
        shares_date: false,
        issuer: issuer.map(|(issuer, _)| issuer),
        about,
    }
}

/// Takes the date that follows a place, if only words allowed between stand there.
fn take(
    text: &str,
    from: usize,
    limit: usize,
    between: &LazyLock<Option<Regex>>,
    free: &mut Vec<&Date>,
) -> Option<Date> {
    let at = free.iter().position(|date| date.range.start >= from)?;
    let date = free[at];
    if date.range.start >= limit {
        return None;
    }
    let between_them = &text[from..date.range.start];
    let joins = between.as_ref().is_some_and(|known| known.is_match(&small(between_them)));
    if between_them.len() > BETWEEN || !joins {
        return None;
    }
    free.remove(at);
    Some(date.clone())
}

/// The issuer after `của` at a place, and where it ends.
pub(super) fn of_issuer(text: &str, from: usize) -> Option<(Issuer, usize)> {
    let rest = &text[from..];
    let trimmed = rest.trim_start_matches([' ', ',', ')']).strip_prefix("của")?.trim_start();
    let (issuer, length) = Issuer::at_start(trimmed)?;
    Some((issuer, text.len() - trimmed.len() + length))
}

/// `Ngày 28/02/2023, UBND xã ban hành Kế hoạch số 12/KH-UBND`: issuer and date before the document.
fn before(passage: &Passage<'_>, citation: &mut Citation, free: &[&Date]) {
    let text = passage.text.as_str();
    let start = citation.range.start;
    let sentence = passage.clause(start).start;
    let Some(said) = issued(&text[sentence..start]) else { return };
    if citation.issuer.is_none()
        && let Some((issuer, end)) = Issuer::last_committee(said)
        && said[end..].chars().count() <= 30
        && !said[end..].contains([',', '/'])
    {
        citation.issuer = Some(issuer);
    }
    if citation.date.is_none()
        && let Some(date) = free.iter().find(|date| {
            date.range.start >= sentence
                && date.range.end <= sentence + said.len()
                && opens(&text[sentence..date.range.start])
        })
        && text[date.range.end..start].chars().count() <= 80
    {
        citation.date = Some((*date).clone());
    }
}

/// The words before `ban hành`, where a text ends with it.
fn issued(text: &str) -> Option<&str> {
    let text = text.trim_end().trim_end_matches(':').trim_end();
    let text = text.strip_suffix(" các").unwrap_or(text).trim_end();
    text.strip_suffix("ban hành")
}

/// Whether a sentence has only begun.
fn opens(text: &str) -> bool {
    let text = text.trim_matches([' ', '-', '+', '*']);
    let word = text.trim_end();
    word.is_empty() || plain(word) == "ngày"
}

/// Symbols of a list share the date of its last one.
fn share(text: &str, citations: &mut [Citation]) {
    for index in (1..citations.len()).rev() {
        let (head, tail) = citations.split_at_mut(index);
        let (Some(first), Some(second)) = (head.last_mut(), tail.first()) else { continue };
        let between = &text[first.symbol.range.end..second.symbol.range.start];
        let listed = IN_LIST.as_ref().is_some_and(|list| list.is_match(between));
        let one_list = listed && (second.symbol.kind.is_none() || said_together(text, second));
        if first.date.is_none() && one_list && (second.date.is_some() || second.shares_date) {
            first.shares_date = true;
            if first.issuer.is_none() {
                first.issuer = second.issuer.clone();
            }
        }
    }
}

/// Whether the date of a citation is said of several documents: `cùng ngày 14/9/2020`.
fn said_together(text: &str, citation: &Citation) -> bool {
    let Some(date) = &citation.date else { return citation.shares_date };
    let between = text.get(citation.symbol.range.end..date.range.start).unwrap_or_default();
    between.contains("cùng") || between.contains("đều")
}

/// The subject of a document in plain words, without `về`, `về việc`.
fn about(text: &str) -> String {
    let text = text.trim_start_matches([' ', ',', ')']);
    let end = text.find(SUBJECT_ENDS).unwrap_or(text.len());
    let words = plain(&text[..end]);
    let words = words.strip_prefix("về ").unwrap_or(&words);
    words.strip_prefix("việc ").unwrap_or(words).to_owned()
}
