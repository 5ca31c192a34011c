//! Running text as a row of numbers and the marks between them.

use std::ops::Range;

use rust_decimal::Decimal;

use super::joined;
use super::shape::{self, Shape};
use super::unit::{self, Unit};

/// A number or a mark, and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    /// Its bytes; of a number without its unit and percent sign.
    pub(super) range: Range<usize>,
    /// Where it ends with its unit or percent sign.
    pub(super) end: usize,
    /// What it is.
    pub(super) kind: Kind,
    /// The unit that follows a number; empty where none does.
    pub(super) unit: Unit,
    /// Words before a number that make it a change, a limit or an estimate.
    pub(super) hedge: bool,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// A number of things.
    Count(Decimal),
    /// A percentage; its scale is the number of decimals written.
    Percent(Decimal),
    /// `22/29`, `20 trên 26`, `20 trong tổng số 26`.
    Fraction(Decimal, Decimal),
    /// A number that counts nothing: a date, the number of a document, of a list, a level, a length of time.
    Other,
    /// `(`
    Open,
    /// `)`
    Close,
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// `;`
    Semicolon,
    /// The end of a sentence.
    Stop,
    /// The end of a line.
    Line,
}

impl Kind {
    /// Whether it is a number that counts something.
    pub(super) fn is_number(self) -> bool {
        matches!(self, Self::Count(_) | Self::Percent(_) | Self::Fraction(..))
    }
}

/// The tokens of a text. Tables in Markdown are left out: they are no sentences.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if !line.trim_start().starts_with('|') {
            read_line(text, start..start + line.len(), &mut tokens);
        }
        start += line.len();
        let end = if line.ends_with('\n') { start - 1 } else { start };
        tokens.push(Token { range: end..start, end: start, ..mark(Kind::Line, end) });
    }
    joined::joined(text, tokens)
}

fn mark(kind: Kind, at: usize) -> Token {
    Token { range: at..at + 1, end: at + 1, kind, unit: Unit::default(), hedge: false }
}

fn read_line(text: &str, line: Range<usize>, tokens: &mut Vec<Token>) {
    let mut at = shape::list_number(&text[line.clone()]).map_or(line.start, |length| line.start + length);
    while let Some(&byte) = text.as_bytes().get(at).filter(|_| at < line.end) {
        let kind = match byte {
            b'(' => Kind::Open,
            b')' => Kind::Close,
            b',' => Kind::Comma,
            b':' => Kind::Colon,
            b';' => Kind::Semicolon,
            b'.' | b'!' | b'?' if ends_sentence(&text[at + 1..line.end]) => Kind::Stop,
            b'0'..=b'9' => {
                let token = number(text, at, line.end);
                at = token.end;
                tokens.push(token);
                continue;
            }
            _ => {
                at += 1;
                continue;
            }
        };
        tokens.push(mark(kind, at));
        at += 1;
    }
}

/// Whether a full stop before this text ends a sentence: a space follows and no small letter.
fn ends_sentence(rest: &str) -> bool {
    let next = rest.trim_start().chars().next();
    rest.starts_with(char::is_whitespace) && !next.is_some_and(char::is_lowercase) || rest.is_empty()
}

/// The number that begins at a digit.
fn number(text: &str, at: usize, line_end: usize) -> Token {
    let (before, rest) = (&text[..at], &text[at..line_end]);
    let (length, shape) = shape::read(before, rest);
    let other = || Token { end: at + length, ..mark_number(Kind::Other, at, length) };
    match shape {
        Shape::Other => other(),
        Shape::Fraction(part, whole) => {
            let unit = unit::read(&text[at + length..line_end]);
            let kind = match (amount(part, &unit), amount(whole, &unit)) {
                (Some(part), Some(whole)) => Kind::Fraction(part, whole),
                _ => Kind::Other,
            };
            counted(text, mark_number(kind, at, length), unit)
        }
        Shape::Number(value) => {
            let rest = &text[at + length..line_end];
            if let Some(sign) = shape::percent_sign(rest) {
                let token = mark_number(Kind::Percent(value), at, length);
                return Token { end: at + length + sign, hedge: unit::hedged(before), ..token };
            }
            let unit = unit::read(rest);
            if unit.is_time() || shape::is_year(&text[at..at + length]) && !unit.known {
                return other();
            }
            let kind = amount(value, &unit).map_or(Kind::Other, Kind::Count);
            counted(text, mark_number(kind, at, length), unit)
        }
    }
}

/// How much a number and its unit are. More than a billion billions is a slip and counts nothing; what is less can be
/// added up as often as a report may name it.
fn amount(value: Decimal, unit: &Unit) -> Option<Decimal> {
    value.checked_mul(unit.factor).filter(|amount| *amount <= Decimal::from(1_000_000_000_000_000_000_u64))
}

fn mark_number(kind: Kind, at: usize, length: usize) -> Token {
    Token { range: at..at + length, end: at + length, kind, unit: Unit::default(), hedge: false }
}

fn counted(text: &str, token: Token, unit: Unit) -> Token {
    let hedge = unit::hedged(&text[..token.range.start]);
    Token { end: token.end + unit.length, unit, hedge, ..token }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<String> {
        let numbers = tokens(text).into_iter().filter(|token| token.kind.is_number());
        numbers
            .map(|token| match token.kind {
                Kind::Percent(value) => format!("{value}%"),
                Kind::Fraction(part, whole) => format!("{part}/{whole} {}", token.unit.name).trim_end().to_owned(),
                Kind::Count(value) => format!("{value} {}", token.unit.name).trim_end().to_owned(),
                _ => String::new(),
            })
            .collect()
    }

    #[test]
    fn numbers_have_their_units() {
        assert_eq!(numbers("nhận 7.725 hồ sơ, đạt 75,8 %, 05 xã"), ["7725 hồ sơ", "75.8%", "5 xã"]);
        assert_eq!(numbers("hoàn thành 22/29 nhiệm vụ (99.6%)"), ["22/29 nhiệm vụ", "99.6%"]);
        assert_eq!(numbers("4,5 tỷ đồng; 4.852.000.000 đồng"), ["4500000000.0 đồng", "4852000000 đồng"]);
        assert_eq!(
            numbers("18 tỷ 250 triệu đồng, thu 3 tỷ, 2,5 nghìn tỷ đồng"),
            ["18250000000 đồng", "3000000000 đồng", "2500000000000.0 đồng"]
        );
        assert_eq!(numbers("5 tỷ 120 triệu đồng/4 tỷ 600 triệu đồng"), ["5120000000/4600000000 đồng"]);
        assert_eq!(numbers("2,5 triệu lượt; 12 tỷ lệ"), ["2500000.0 lượt", "12 tỷ"]);
        assert_eq!(numbers("20 trên 26 nhiệm vụ; 20 trong tổng số 26 xã"), ["20/26 nhiệm vụ", "20/26 xã"]);
        assert_eq!(numbers("được công khai:176\ngồm 273 TTHC"), ["176", "273 thủ tục"]);
        assert_eq!(numbers("được giao trong năm 20, hiện có 62. người"), ["20", "62"]);
    }

    #[test]
    fn what_counts_nothing_is_no_number() {
        for text in [
            "Kế hoạch số 06/KH-UBND ngày 12/01/2023; số 12-KH-UBND, số: 04/ KH-UBND",
            "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020; Nghị quyết số 57-NQ/TW",
            "từ 15/6/2023 đến 14/9/2023, trước ngày 01/7, quý III/2023, quý III/ 2023, tháng 8/2023",
            "từ 15/6 đến 14/9; giai đoạn 2021 - 2030, kỳ 2019 -2023, năm 2023, 2024",
            "6 tháng cuối năm, 02 ngày làm việc, trong 24 giờ, 05 năm",
            "TCVN ISO 9001:2015, phiên bản 2.0, công nghiệp 4.0, mạng 4G, giấy A4",
            "mức độ 3,4; mức độ 3 và 4; mức 3, 4",
            "1. Tiếp tục\n2.1. Nâng cao\n- 3) Giảm\n1.2.3 Rà soát",
            "phục vụ 24/7, điện thoại 0210.3825.111, 0912345678, https://a.vn/12/5",
            "Điều 3, khoản 2 Điều 5, Chương IV, Phụ lục 2, Biểu 6, Đề án 06, thôn 5",
            "| Cấp huyện | 354 | 3.228 |",
        ] {
            assert_eq!(numbers(text), Vec::<String>::new(), "{text}");
        }
    }
}
