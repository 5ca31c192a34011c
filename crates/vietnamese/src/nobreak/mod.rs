//! Places where a line must not break.

mod symbol;
mod together;

use std::borrow::Cow;

use super::is_letter;

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

/// Splits a text into pieces and puts no-break spaces where a line must not break: inside dates, between a
/// number and its unit, after `số`, `Điều`, `quý`, `TM.` and their like.
///
/// ```
/// use baocao_vietnamese::nobreak::{pieces, Piece};
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
    let mut from = 0;
    for at in word_starts(&joined) {
        // A symbol inside a longer one is none.
        if at < from || joined[..at].ends_with('/') {
            continue;
        }
        if let Some(length) = symbol::at_start(&joined[at..]) {
            push_text(&mut pieces, &joined[from..at]);
            from = at + length;
            pieces.push(Piece::Keep(joined[at..from].to_owned()));
        }
    }
    push_text(&mut pieces, &joined[from..]);
    pieces
}

/// Where the words and numbers of a text begin.
fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let mut inside = false;
    text.char_indices().filter_map(move |(at, c)| {
        let begins = !std::mem::replace(&mut inside, is_letter(c) || c.is_numeric());
        (begins && inside).then_some(at)
    })
}

/// The text with no-break spaces where words belong together.
fn join(text: &str) -> Cow<'_, str> {
    if !may_join(text) {
        return Cow::Borrowed(text);
    }
    let mut joined = String::new();
    let mut from = 0;
    for at in word_starts(text) {
        if at < from {
            continue;
        }
        if let Some(length) = together::at_start(&text[at..]) {
            joined.push_str(&text[from..at]);
            from = at + length;
            joined.push_str(&text[at..from].replace(' ', "\u{a0}"));
        }
    }
    if from == 0 {
        return Cow::Borrowed(text);
    }
    joined.push_str(&text[from..]);
    Cow::Owned(joined)
}

/// Whether a text has what all words that stay together have: a space, and a digit, a numeral, a full stop or the letter of a
/// point. Most cells of tables have none and are not searched.
fn may_join(text: &str) -> bool {
    let sign = |byte: u8| matches!(byte, b'0'..=b'9' | b'I' | b'V' | b'X' | b'.');
    text.contains(' ') && (text.bytes().any(sign) || text.contains("iểm "))
}

/// Whether a text has what every symbol has: a stroke, a hyphen or a dash (its first byte).
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
            ("trong tổng số 275.688 hồ sơ, số 5", "trong tổng số 275.688~hồ~sơ, số~5"),
            ("Luật số 22/2023/QH15", "Luật số~[22/2023/QH15]"),
            ("tỷ lệ 22/29 nhiệm vụ", "tỷ lệ 22/29~nhiệm~vụ"),
            ("kinh tế - xã hội", "kinh tế - xã hội"),
        ] {
            assert_eq!(shown(text), expected);
        }
    }

    /// What [`symbol`] and [`together`] read, as patterns.
    const SYMBOL: &str = r"(?x)
        [0-9]+[a-zđ]?(?:/[0-9]{4})?/[A-ZĐƯ][A-Za-zĐđƯ0-9&]*(?:[-–][A-ZĐƯ][A-Za-zĐđƯ0-9&]*)*
        | [A-ZĐƯ]{2,}(?:-[A-ZĐƯ][A-Za-zĐđƯ0-9&]*)+
        | [0-9]{4}\ [-–]\ [0-9]{4}";

    const TOGETHER: &str = r"(?x)
        [Nn]gày\ [0-9]{1,2}(?:\ tháng\ [0-9]{1,2}(?:\ năm\ [0-9]{4})?)?
        | (?:[Tt]háng|THÁNG)\ [0-9]{1,2}(?:\ (?:năm|NĂM)\ [0-9]{4}|/[0-9]{4})?
        | (?:[Qq]uý|QUÝ)\ [IV]+(?:\ (?:năm|NĂM)\ [0-9]{4})?
        | [Đđ]iểm\ [a-zđ](?:\)|\ [Kk]hoản)
        | (?:TM|KT|TL|TUQ|Q)\.\ [A-ZĐ]
        | [0-9](?:[0-9.,/]*[0-9])?\ (?:%|(?:triệu|tỷ|nghìn)(?:\ đồng)?|đồng|hồ\ sơ|thủ\ tục|TTHC|nhiệm\ vụ|văn\ bản|người
            |phiếu|cơ\ quan|đơn\ vị|lượt|hội\ nghị|cuộc|lớp|biên\ chế|xã|phường|huyện|thôn|tháng|THÁNG|năm|ngày|giờ|bản
            |cán\ bộ|công\ chức|viên\ chức|chứng\ thư|cơ\ sở|câu\ hỏi|dịch\ vụ|giao\ dịch|phòng|sở|trường|vấn\ đề
            |điểm\ phần\ trăm|điểm|mm|cm|km|m²|m2|ha)";

    /// Words with the first sign of their number.
    const NAMED: &str = r"(?x)
        (?:[Nn]ăm|NĂM|[Ss]ố|SỐ)\ [0-9]
        | (?:[Đđ]iều|[Kk]hoản|[Mm]ục|[Bb]iểu\ mẫu|[Pp]hụ\ lục|[Pp]hần)\ [0-9IVX]";

    /// The length of what a pattern finds at the beginning of a text.
    fn by_pattern(pattern: &str, text: &str) -> Option<usize> {
        let pattern = regex_lite::Regex::new(&format!("^(?:{pattern}\n)")).unwrap();
        pattern.find(text).map(|found| found.end())
    }

    proptest! {
        #[test]
        fn what_is_read_by_hand_is_what_the_patterns_say(
            text in "([Nn]gày |[Tt]háng |THÁNG |[ns]ăm |NĂM |[Ss]ố |[Qq]uý |QUÝ |Điều |khoản |Biểu mẫu |Phụ lục |[đĐ]iểm |TM\\. |TUQ\\. |triệu |đồng |hồ sơ |đơn vị |m² |NQ|KH|[IVX]{1,2} ?|[0-9]{1,4} ?|[a-cđ]|[ABĐ]|[-–/.,)%& ]){1,8}"
        ) {
            prop_assert_eq!(symbol::at_start(&text), by_pattern(SYMBOL, &text));
            // `số 5 hồ sơ` counts, it numbers nothing.
            let counts = |at: usize| text[..at].ends_with("ố ") && together::at_start(&text[at..]).is_some();
            let named = by_pattern(NAMED, &text).map(|length| length - 1).filter(|at| !counts(*at));
            prop_assert_eq!(together::at_start(&text), by_pattern(TOGETHER, &text).or(named));
            let found = |pattern: &str| regex_lite::Regex::new(pattern).unwrap().is_match(&text);
            prop_assert!(may_join(&text) || !(found(TOGETHER) || found(NAMED)));
            prop_assert!(may_have_symbol(&text) || !found(SYMBOL));
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
