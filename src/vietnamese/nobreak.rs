//! Places where a line must not break.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;

/// A piece of a text: plain, or to be kept on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Text whose spaces may break, except the no-break ones.
    Text(String),
    /// A document symbol such as `30/2020/NĐ-CP`, which would otherwise break after its strokes and hyphens.
    Keep(String),
}

/// The no-break space.
const NBSP: char = '\u{a0}';

/// `134/KH-UBND`, `30/2020/NĐ-CP`, `22/2023/QH15`, `BC-UBND`; and `2021 - 2030`, because a line may break after a
/// hyphen whatever space follows it (UAX 14, rule LB12a).
static SYMBOL: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?x)
        [0-9]+[a-zđ]?(?:/[0-9]{4})?/[A-ZĐƯ][A-Za-zĐđƯ0-9&]*(?:[-–][A-ZĐƯ][A-Za-zĐđƯ0-9&]*)*
        | [A-ZĐƯ]{2,}(?:-[A-ZĐƯ][A-Za-zĐđƯ0-9&]*)+
        | [0-9]{4}\ [-–]\ [0-9]{4}
        ",
    )
});

/// Words that stay with the one after them, and numbers that stay with their unit. Where words begin is looked at
/// afterwards: a pattern with Unicode word boundaries is ten times slower.
static JOINED: LazyLock<Regex> = LazyLock::new(|| {
    regex(
        r"(?x)
        [Nn]gày\ [0-9]{1,2}(?:\ tháng\ [0-9]{1,2}(?:\ năm\ [0-9]{4})?)?
        | (?:[Tt]háng|THÁNG)\ [0-9]{1,2}(?:\ (?:năm|NĂM)\ [0-9]{4}|/[0-9]{4})?
        | (?:[Nn]ăm|NĂM|[Ss]ố|SỐ)\ [0-9]
        | (?:[Qq]uý|QUÝ)\ [IV]+(?:\ (?:năm|NĂM)\ [0-9]{4})?
        | (?:[Đđ]iều|[Kk]hoản|[Mm]ục|[Bb]iểu\ mẫu|[Pp]hụ\ lục|[Pp]hần)\ [0-9IVX]
        | [Đđ]iểm\ [a-zđ](?:\)|\ [Kk]hoản)
        | (?:TM|KT|TL|TUQ|Q)\.\ [A-ZĐ]
        | [0-9](?:[0-9.,/]*[0-9])?\ (?:%|(?:triệu|tỷ|nghìn)(?:\ đồng)?|đồng|hồ\ sơ|thủ\ tục|TTHC|nhiệm\ vụ|văn\ bản|người
            |phiếu|cơ\ quan|đơn\ vị|lượt|hội\ nghị|cuộc|lớp|biên\ chế|xã|phường|huyện|thôn|tháng|THÁNG|năm|ngày|giờ|bản
            |mm|cm|km|m²|ha)
        ",
    )
});

#[expect(clippy::expect_used, reason = "the pattern is a constant that the tests compile")]
fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a constant pattern")
}

/// Splits a text into pieces and puts no-break spaces where a line must not break: inside dates, between a
/// number and its unit, after `số`, `Điều`, `quý`, `TM.` and their like.
///
/// ```
/// use baocao::vietnamese::nobreak::{pieces, Piece};
/// assert_eq!(
///     pieces("Nghị định số 30/2020/NĐ-CP"),
///     [Piece::Text("Nghị định số\u{a0}".into()), Piece::Keep("30/2020/NĐ-CP".into())]
/// );
/// ```
pub fn pieces(text: &str) -> Vec<Piece> {
    let joined = join(text);
    let mut pieces = Vec::new();
    if !may_have_symbol(&joined) {
        push_text(&mut pieces, &joined);
        return pieces;
    }
    let mut at = 0;
    for symbol in SYMBOL.find_iter(&joined) {
        // A symbol inside a longer word is no symbol.
        if joined[..symbol.start()].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '/') {
            continue;
        }
        push_text(&mut pieces, &joined[at..symbol.start()]);
        pieces.push(Piece::Keep(symbol.as_str().to_owned()));
        at = symbol.end();
    }
    push_text(&mut pieces, &joined[at..]);
    pieces
}

/// The text with no-break spaces where words belong together.
fn join(text: &str) -> Cow<'_, str> {
    if !may_join(text) {
        return Cow::Borrowed(text);
    }
    let mut joined = String::new();
    let mut at = 0;
    for found in JOINED.find_iter(text) {
        let inside_a_word = text[..found.start()].chars().next_back().is_some_and(char::is_alphanumeric);
        if !inside_a_word {
            joined.push_str(&text[at..found.start()]);
            joined.push_str(&found.as_str().replace(' ', "\u{a0}"));
            at = found.end();
        }
    }
    if at == 0 {
        return Cow::Borrowed(text);
    }
    joined.push_str(&text[at..]);
    Cow::Owned(joined)
}

/// Whether a text has what every place of [`JOINED`] has: a space, and a digit, a numeral, a full stop or the letter of a
/// point. Most cells of tables have none and are not searched.
fn may_join(text: &str) -> bool {
    let sign = |byte: u8| matches!(byte, b'0'..=b'9' | b'I' | b'V' | b'X' | b'.');
    text.contains(' ') && (text.bytes().any(sign) || text.contains("iểm "))
}

/// Whether a text has what every [`SYMBOL`] has: a stroke, a hyphen or a dash (its first byte).
fn may_have_symbol(text: &str) -> bool {
    text.bytes().any(|byte| matches!(byte, b'/' | b'-' | 0xe2))
}

/// The same text with ordinary spaces, for comparing and searching.
pub fn plain(text: &str) -> String {
    text.replace(NBSP, " ")
}

fn push_text(pieces: &mut Vec<Piece>, text: &str) {
    if !text.is_empty() {
        pieces.push(Piece::Text(text.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str) -> String {
        pieces(text)
            .into_iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.replace(NBSP, "~"),
                Piece::Keep(text) => format!("[{text}]"),
            })
            .collect()
    }

    #[test]
    fn places_that_must_not_break() {
        for (text, expected) in [
            ("Kế hoạch số 134/KH-UBND ngày 14/9/2023", "Kế hoạch số~[134/KH-UBND] ngày~14/9/2023"),
            ("ngày 08 tháng 9 năm 2023 của", "ngày~08~tháng~9~năm~2023 của"),
            ("KẾT QUẢ 6 THÁNG, QUÝ III NĂM 2023", "KẾT QUẢ 6~THÁNG, QUÝ~III~NĂM~2023"),
            ("đạt 75,9 % quý III năm 2023", "đạt 75,9~% quý~III~năm~2023"),
            ("4.852.000.000 đồng, 7.725 hồ sơ", "4.852.000.000~đồng, 7.725~hồ~sơ"),
            ("Điều 3 Nghị định số 30/2020/NĐ-CP", "Điều~3 Nghị định số~[30/2020/NĐ-CP]"),
            ("KT. CHỦ TỊCH", "KT.~CHỦ TỊCH"),
            ("giai đoạn 2021 - 2030", "giai đoạn [2021 - 2030]"),
            ("Luật số 22/2023/QH15", "Luật số~[22/2023/QH15]"),
            ("tỷ lệ 22/29 nhiệm vụ", "tỷ lệ 22/29~nhiệm~vụ"),
            ("kinh tế - xã hội", "kinh tế - xã hội"),
        ] {
            assert_eq!(shown(text), expected);
        }
    }

    proptest! {
        #[test]
        fn what_is_not_searched_has_nothing(
            text in "([Nn]gày|[Tt]háng|năm|số|[Qq]uý|Điều|Khoản|Phần|Phụ lục|[đĐ]iểm|TM|KT|TUQ|Q|hồ|sơ|[IVX]|[0-9]|[a-cđ]|[A-C]|[-–/.,)% ]){1,8}"
        ) {
            prop_assert!(may_join(&text) || !JOINED.is_match(&text));
            prop_assert!(may_have_symbol(&text) || !SYMBOL.is_match(&text));
        }

        #[test]
        fn no_letter_is_lost(text in "[a-zA-ZĐđàếộ0-9 ./%-]{0,60}") {
            let whole: String = pieces(&text)
                .into_iter()
                .map(|piece| match piece { Piece::Text(text) | Piece::Keep(text) => text })
                .collect();
            prop_assert_eq!(plain(&whole), text);
        }
    }
}
