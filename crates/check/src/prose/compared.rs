//! Two numbers that are compared: that of now and that of before, and where they stand beside a rise or fall.

use baocao_core::claim::Said;
use baocao_vietnamese::lexicon::is_earlier;
use baocao_vietnamese::lexicon::lists::{EQUALS, PLANS, RANKS, RISING};
use baocao_vietnamese::{number, small};
use rust_decimal::Decimal;

use super::said::said;
use baocao_reading::numbers::Kind;
use baocao_reading::numbers::Reading;

/// Words that lead to the number of now, and whether it is more.
const LEADS: [(&str, bool); 6] =
    [("lên", true), ("lên thành", true), ("xuống", false), ("xuống còn", false), ("còn", false), ("giảm còn", false)];

/// A number that may be compared.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Amount {
    pub(super) said: Said,
    /// What it counts; empty where nothing says that.
    pub(super) unit: String,
    /// Where it ends with its unit.
    end: usize,
}

impl Amount {
    pub(super) fn value(&self) -> Decimal {
        self.said.value
    }
}

/// A text and its tokens, among which two numbers are looked for: that of now and that of before.
pub(super) struct Row<'a> {
    pub(super) reading: Reading<'a>,
}

impl Row<'_> {
    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.reading.tokens.get(at).map(|token| token.kind)
    }

    /// The number at a token: of things, or of days, points and the like.
    pub(super) fn amount(&self, at: usize) -> Option<Amount> {
        let token = self.reading.tokens.get(at)?;
        match token.kind {
            Kind::Count(_) => Some(Amount { said: said(token)?, unit: token.unit.name.clone(), end: token.end }),
            Kind::Other => self.measure(at),
            _ => None,
        }
    }

    /// `1.486 ngày`, `84,2 điểm`, but not `16,1 điểm phần trăm`.
    fn measure(&self, at: usize) -> Option<Amount> {
        let token = &self.reading.tokens[at];
        let rest = self.reading.text.get(token.end..)?;
        let after = rest.trim_start();
        let unit = RISING.iter().find(|unit| after.starts_with(**unit))?;
        let end = token.end + (rest.len() - after.len()) + unit.len();
        let next = self.reading.text[end..].trim_start();
        let other = next.starts_with("phần trăm")
            || next.starts_with('%')
            || after[unit.len()..].starts_with(char::is_alphanumeric);
        let value = number::parse(&self.reading.text[token.range.clone()]).ok()?.value;
        let said = Said::counted(value);
        (!other && rest.len() > after.len()).then(|| Amount { said, unit: (*unit).to_owned(), end })
    }

    /// The tokens of the sentence of one, its end left out.
    pub(super) fn sentence(&self, at: usize) -> (usize, usize) {
        let ends = |at: &usize| matches!(self.kind(*at), Some(Kind::Stop | Kind::Line));
        let start = (0..at).rev().find(ends).map_or(0, |end| end + 1);
        (start, (at..self.reading.tokens.len()).find(ends).unwrap_or(self.reading.tokens.len()))
    }

    /// Where a token ends with its unit.
    pub(super) fn end(&self, at: usize) -> usize {
        self.amount(at).map_or(self.reading.tokens[at].end, |amount| amount.end)
    }

    /// The words between two tokens.
    pub(super) fn words(&self, first: usize, second: usize) -> String {
        let end = self.reading.tokens[second].range.start;
        small(self.reading.text.get(self.end(first)..end).unwrap_or_default()).trim().to_owned()
    }

    /// Whether a number is a rise, or a fall, by the word before it.
    pub(super) fn rises(&self, at: usize) -> Option<bool> {
        rises(&self.reading.text[..self.reading.tokens[at].range.start])
    }

    /// A rise as it is, a fall below zero.
    pub(super) fn signed(&self, at: usize, said: Said) -> Option<Said> {
        self.rises(at).map(|up| if up { said } else { said.negative() })
    }

    /// Whether a percentage is another way of saying the change before it.
    pub(super) fn equals(&self, at: usize) -> bool {
        at > 0 && EQUALS.contains(&self.words(at - 1, at).as_str())
    }

    /// The number now and the number before, where they stand beside a rate or a difference.
    pub(super) fn compared(&self, at: usize) -> Option<[Said; 2]> {
        let places = self
            .in_parenthesis(at)
            .or_else(|| self.after_earlier(at))
            .or_else(|| self.after_both(at))
            .or_else(|| self.after_closed(at))
            .or_else(|| self.against_earlier(at))
            .or_else(|| self.past_plan(at))?;
        let (now, before) = (self.amount(places.0)?, self.amount(places.1)?);
        // A difference counts the same thing too.
        let one_thing = matches!(self.kind(at), Some(Kind::Percent(_))) || alike(&self.amount(at)?, &now);
        let some = !now.value().is_zero() && !before.value().is_zero();
        (one_thing && some && alike(&now, &before)).then_some([now.said, before.said])
    }

    /// The number that leads to this one, and whether the words lead up: `từ 25 người xuống 22 người`.
    pub(super) fn led_from(&self, at: usize) -> Option<(usize, bool)> {
        let first = at.checked_sub(1)?;
        let (before, now) = (self.amount(first)?, self.amount(at)?);
        let words = self.words(first, at);
        let (_, up) = LEADS.iter().find(|(lead, _)| *lead == words)?;
        let said = self.reading.before(first);
        let from = said.trim_end().ends_with("từ") && !RANKS.iter().any(|word| said.contains(word));
        (from && alike(&before, &now)).then_some((first, *up))
    }

    /// The parenthesis after a rate; dates may stand before it.
    fn opened(&self, at: usize) -> Option<usize> {
        let dated = |at: &usize| self.kind(*at) == Some(Kind::Other);
        let open = (at + 1..self.reading.tokens.len()).find(|at| !dated(at))?;
        (self.kind(open) == Some(Kind::Open)).then_some(open)
    }

    /// The parenthesis after what is compared with, where that is counted: `so với 03 đơn vị cũ (29 tổ chức)`.
    fn opened_behind(&self, at: usize) -> Option<usize> {
        let [change, counted] = [at, at + 1].map(|at| self.reading.tokens.get(at));
        let other = change?.unit.name != counted?.unit.name && matches!(self.kind(at + 1), Some(Kind::Count(_)));
        other.then(|| self.opened(at + 1)).flatten()
    }

    /// The only number of the parenthesis behind a rate.
    pub(super) fn enclosed_after(&self, at: usize) -> Option<Amount> {
        let open = self.opened(at)?;
        let close = self.reading.close_of(open)?;
        let mut counts = (open + 1..close).filter(|at| matches!(self.kind(*at), Some(Kind::Count(_))));
        let only = counts.next().filter(|_| counts.next().is_none())?;
        self.amount(only)
    }

    /// `tăng 12% (2.800 so với 2.500 hồ sơ)`, `tăng 15% so với cùng kỳ (từ 200 lên 240 hồ sơ)`
    fn in_parenthesis(&self, at: usize) -> Option<(usize, usize)> {
        let open = self.opened(at).filter(|open| self.kind(open + 3) == Some(Kind::Close))?;
        let (first, second) = (open + 1, open + 2);
        let near = self.words(at, open).chars().count() < 40;
        if !near {
            None
        } else if self.words(first, second).ends_with("so với") {
            Some((first, second))
        } else {
            (self.words(open, first) == "từ" && self.leads(first, second)).then_some((second, first))
        }
    }

    /// `4.318 (cùng kỳ năm 2025 là 3.925, tăng 10,01%)`
    fn after_earlier(&self, at: usize) -> Option<(usize, usize)> {
        let mark = self.kind(at.checked_sub(1)?)?;
        let dated = |at: &usize| matches!(self.kind(*at), Some(Kind::Other | Kind::Colon));
        let open = (0..at.checked_sub(2)?).rev().find(|at| !dated(at))?;
        let enclosed = matches!(mark, Kind::Comma | Kind::Semicolon) && self.kind(open) == Some(Kind::Open);
        (enclosed && is_earlier(&self.words(open, at - 2))).then_some((open.checked_sub(1)?, at - 2))
    }

    /// `38 vụ (cùng kỳ 52 vụ), giảm 14 vụ`
    fn after_closed(&self, at: usize) -> Option<(usize, usize)> {
        let [mark, close] = [at.checked_sub(1)?, at.checked_sub(2)?];
        let before = at.checked_sub(3)?;
        let dated = |at: &usize| matches!(self.kind(*at), Some(Kind::Other | Kind::Colon));
        let open = (0..before).rev().find(|at| !dated(at))?;
        let marks = matches!(self.kind(mark)?, Kind::Comma | Kind::Semicolon)
            && self.kind(close)? == Kind::Close
            && self.kind(open)? == Kind::Open;
        let said = matches!(self.words(mark, at).as_str(), "tăng" | "giảm");
        (marks && said && is_earlier(&self.words(open, before))).then_some((open.checked_sub(1)?, before))
    }

    /// `giảm từ 30 điểm xuống 24 điểm (giảm 20%)`, `(từ 52 vụ xuống 38 vụ), tương đương giảm 26,9%`
    fn after_both(&self, at: usize) -> Option<(usize, usize)> {
        let mark = at.checked_sub(1)?;
        let closed = self.kind(at.checked_sub(2)?) == Some(Kind::Close);
        let second = at.checked_sub(if closed { 3 } else { 2 })?;
        let first = second.checked_sub(1)?;
        // `(từ 214 xuống 153), 47 bước (từ 326 xuống 279), tương ứng giảm 28,5% và 14,4%`
        let several = closed && matches!(self.kind(at + 1), Some(Kind::Percent(_)));
        let marks = matches!(self.kind(mark), Some(Kind::Open | Kind::Comma)) && !several;
        let from = self.reading.before(first).trim_end().ends_with("từ");
        let beside = marks && from && self.words(second, second + 1).chars().count() < 25;
        (beside && self.leads(first, second)).then_some((second, first))
    }

    /// `72 tin, tăng 28,57% so với quý II/2026 (56 tin)`
    fn against_earlier(&self, at: usize) -> Option<(usize, usize)> {
        let open = self.opened(at).or_else(|| self.opened_behind(at));
        let open = open.filter(|open| self.kind(open + 2) == Some(Kind::Close))?;
        let now = self.reading.number_before(at, &[Kind::Comma, Kind::Semicolon])?;
        let near = self.words(now, at).chars().count() < 80 && !self.reading.tokens[now].hedge;
        (near && self.words(at, open).starts_with("so với")).then_some((now, open + 1))
    }

    /// `289.750 triệu đồng, đạt 51,6% dự toán (562.000 triệu đồng), tăng 6,8% so với cùng kỳ (271.300 triệu đồng)`
    fn past_plan(&self, at: usize) -> Option<(usize, usize)> {
        let open = self.opened(at).filter(|open| self.kind(open + 2) == Some(Kind::Close))?;
        let mut before = at.checked_sub(1).filter(|mark| self.kind(*mark) == Some(Kind::Comma))?;
        let mut percents = 0;
        let now = loop {
            before = before.checked_sub(1)?;
            match self.kind(before)? {
                Kind::Close => before = (0..before).rev().find(|at| self.kind(*at) == Some(Kind::Open))?,
                Kind::Percent(_) => percents += 1,
                Kind::Comma => {}
                Kind::Count(_) => break before,
                _ => return None,
            }
        };
        let plan = PLANS.iter().any(|words| self.words(now, at).contains(words));
        let said =
            percents == 1 && plan && !self.reading.tokens[now].hedge && self.words(at, open).starts_with("so với");
        said.then_some((now, open + 1))
    }

    /// Whether the words between two numbers lead from the one to the other.
    fn leads(&self, first: usize, second: usize) -> bool {
        let words = self.words(first, second);
        LEADS.iter().any(|(lead, _)| *lead == words)
    }
}

/// Whether two numbers count one thing.
pub(super) fn alike(one: &Amount, other: &Amount) -> bool {
    one.unit == other.unit || one.unit.is_empty() || other.unit.is_empty()
}

/// Whether a number is a rise by the word before it; nothing where it is neither that nor a fall.
pub(super) fn rises(before: &str) -> Option<bool> {
    let word = before.trim_end().rsplit(|c: char| !c.is_alphabetic()).next()?;
    match word {
        "tăng" | "Tăng" => Some(true),
        "giảm" | "Giảm" => Some(false),
        _ => None,
    }
}
