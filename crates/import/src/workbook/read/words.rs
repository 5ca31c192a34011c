//! Words of cells, made comparable: letter case, signs, spaces and line breaks do not count.

use baocao_core::rows::Given;
use baocao_vietnamese::encoding::nfc;

/// The words of a text in lower case, a space between them.
pub(super) fn normal(text: &str) -> String {
    let lower = nfc(text).to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// A code as it is compared: `1.1.` and `1.1` are the same.
pub(super) fn code(text: &str) -> String {
    nfc(text).trim().trim_end_matches(['.', ')', ':']).to_lowercase()
}

/// What a cell says, as words.
pub(super) fn said(given: &Given) -> String {
    match given {
        Given::Blank => String::new(),
        Given::Text(text) | Given::Mistake(text) | Given::Json(text) => nfc(text).trim().replace("\r\n", "\n"),
        Given::Number(value) => value.normalize().to_string(),
        Given::Date(date) => date.format("%d/%m/%Y").to_string(),
        Given::Bool(true) => "TRUE".to_owned(),
        Given::Bool(false) => "FALSE".to_owned(),
    }
}

/// How much two normal texts are alike, from 0 to 1: the share of words that they have in common.
pub(super) fn likeness(one: &str, other: &str) -> f64 {
    let (mut left, right): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), other.split(' ').collect());
    let all = left.len() + right.len();
    let mut common = 0_u32;
    for word in right {
        if let Some(at) = left.iter().position(|known| *known == word) {
            left.swap_remove(at);
            common += 2;
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a few words")]
    let all = all as f64;
    f64::from(common) / all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_count_is_left_out() {
        assert_eq!(normal("  Số  nhiệm vụ\n(lũy kế) "), "số nhiệm vụ lũy kế");
        assert_eq!((code("1.1."), code(" Trong đó ")), ("1.1".to_owned(), "trong đó".to_owned()));
        let label = normal("Số nhiệm vụ đã hoàn thành đúng hạn");
        assert!(likeness(&label, &normal("Số nhiệm vụ hoàn thành đúng thời hạn")) > 0.7);
        assert!(likeness(&label, &normal("Tổng số hồ sơ TTHC đã giải quyết")) < 0.5);
    }
}
