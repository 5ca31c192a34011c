//! A total that follows its parts: `trực tuyến 300 hồ sơ, trực tiếp 150 hồ sơ, tổng cộng 450 hồ sơ`.

use rust_decimal::Decimal;

use super::reading::Reading;
use super::token::Kind;

/// A total that is not the sum of the parts before it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Total {
    /// The token of the total.
    pub(super) token: usize,
    pub(super) parts: Vec<Decimal>,
}

/// All the words before such a total.
const WORDS: [&str; 5] = ["tổng cộng", "tổng cộng là", "tổng cộng có", "tổng số", "tổng số là"];

/// The totals of a text that are nearly the sums of the parts before them, and not quite.
pub(super) fn wrong(reading: &Reading, text: &str) -> Vec<Total> {
    (0..reading.tokens.len()).filter_map(|at| total(reading, text, at)).collect()
}

fn total(reading: &Reading, text: &str, at: usize) -> Option<Total> {
    let token = &reading.tokens[at];
    let Kind::Count(value) = token.kind else { return None };
    if token.unit.name.is_empty() || token.hedge || !WORDS.contains(&reading.before(text, at).trim()) {
        return None;
    }
    let mut parts = Vec::new();
    for before in reading.tokens[..at].iter().rev() {
        match before.kind {
            Kind::Comma | Kind::Semicolon => {}
            Kind::Stop | Kind::Line | Kind::Colon => break,
            Kind::Count(part) if before.unit.name == token.unit.name && !before.hedge => parts.insert(0, part),
            _ => return None,
        }
    }
    let sum: Decimal = parts.iter().sum();
    let nearly = (sum - value).abs() * Decimal::from(5) <= value;
    // What is named again, or is more than the total, is no part.
    let apart = parts.len() > 1 && parts.iter().all(|part| *part < value);
    (apart && nearly && sum != value).then_some(Total { token: at, parts })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::token::tokens;

    fn found(text: &str) -> usize {
        wrong(&Reading { passage: 0, tokens: tokens(text) }, text).len()
    }

    #[test]
    fn totals_are_the_sums_of_what_stands_before_them() {
        assert_eq!(found("Tiếp nhận trực tuyến 300 hồ sơ, trực tiếp 150 hồ sơ, tổng cộng 460 hồ sơ."), 1);
        assert_eq!(found("Kỳ trước chuyển qua 20 hồ sơ; mới 700 hồ sơ; tổng số là 730 hồ sơ."), 1);
        for text in [
            "Tiếp nhận trực tuyến 300 hồ sơ, trực tiếp 150 hồ sơ, tổng cộng 450 hồ sơ.",
            "Giải quyết 300 hồ sơ, đúng hạn 290 hồ sơ, tổng số 300 hồ sơ.",
            "Tiếp nhận 300 hồ sơ, giải quyết 290 hồ sơ, tổng số hồ sơ đang giải quyết 12 hồ sơ.",
            "Có 05 xã, 03 phường, tổng cộng 12 đơn vị.",
            "Đạt 95%, tiếp nhận 300 hồ sơ, giải quyết 150 hồ sơ, tổng cộng 460 hồ sơ.",
        ] {
            assert_eq!(found(text), 0, "{text}");
        }
    }
}
