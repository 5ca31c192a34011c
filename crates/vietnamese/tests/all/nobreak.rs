//! Places where a line must not break.

use baocao_vietnamese::nobreak::{Piece, pieces, plain};
use proptest::prelude::*;
use regex_lite::Regex;

fn shown(text: &str) -> String {
    pieces(text)
        .into_iter()
        .map(|piece| match piece {
            Piece::Text(text) => text.replace('\u{a0}', "~"),
            Piece::Keep(text) => format!("[{text}]"),
        })
        .collect()
}

#[test]
fn places_that_must_not_break() {
    for (text, expected) in [
        ("Kế hoạch số 134/KH-UBND ngày 14/9/2023", "Kế hoạch số~[134/KH-UBND] ngày 14/9/2023"),
        ("ngày 08 tháng 9 năm 2023 của", "ngày~08~tháng~9 năm~2023 của"),
        ("KẾT QUẢ 6 THÁNG, QUÝ III NĂM 2023", "KẾT QUẢ 6~THÁNG, QUÝ~III NĂM~2023"),
        ("đạt 75,9 % quý III năm 2023", "đạt 75,9~% quý~III năm~2023"),
        ("4.852.000.000 đồng, 7.725 hồ sơ", "4.852.000.000~đồng, 7.725~hồ~sơ"),
        ("Điều 3 Nghị định số 30/2020/NĐ-CP", "Điều~3 Nghị định số~[30/2020/NĐ-CP]"),
        ("KT. CHỦ TỊCH", "KT.~CHỦ TỊCH"),
        ("giai đoạn 2021 - 2030", "giai đoạn [2021 - 2030]"),
        ("trong tổng số 275.688 hồ sơ, số 5", "trong tổng số 275.688~hồ~sơ, số~5"),
        ("Luật số 22/2023/QH15", "Luật số~[22/2023/QH15]"),
        ("tỷ lệ 22/29 nhiệm vụ", "tỷ lệ 22/29~nhiệm~vụ"),
        ("kinh tế - xã hội", "kinh tế~- xã hội"),
        ("số 12/KH-UBND – bản 2", "số~[12/KH-UBND]~– bản 2"),
        ("dịch COVID-19, e-Office, 2021-2025", "dịch [COVID-19], [e-Office], [2021-2025]"),
        ("Nghị quyết số 57-NQ/TW, 15-KL/TW", "Nghị quyết số~[57-NQ/TW], [15-KL/TW]"),
        ("Hướng dẫn số 08-HD/BTCTW", "Hướng dẫn số~[08-HD/BTCTW]"),
        ("tăng 15%/năm, 67 lượt người/cuộc", "tăng [15%/năm], 67~lượt [người/cuộc]"),
        ("đồng/người/tháng và/hoặc 5/xã, 14/9/2023", "[đồng/người/tháng] [và/hoặc] [5/xã], 14/9/2023"),
        ("TCVN ISO 9001:2015, QCVN 01:2019/BCT", "TCVN ISO~9001:2015, QCVN~01:[2019/BCT]"),
        ("TP. Hồ Chí Minh, ThS. Nguyễn Văn A", "TP.~Hồ Chí Minh, ThS.~Nguyễn Văn A"),
        ("gọi 0200 123 456 hay 0912 34 56 78, 01 02 hồ sơ", "gọi 0200~123~456 hay 0912~34~56~78, 01 02~hồ~sơ"),
        ("mã NN1-HT-2026-000123, H35.12-260409-0007.", "mã [NN1-HT-2026-000123], [H35.12-260409-0007]."),
        ("000.00.12.H57-260115-0031; BL-04-2026/TH", "[000.00.12.H57-260115-0031]; [BL-04-2026/TH]"),
        ("https://cai-cach-hanh-chinh-cong.example", "https://cai-cach-hanh-chinh-cong.example"),
    ] {
        assert_eq!(shown(text), expected);
    }
}

/// What stays on one line.
const SYMBOL: &str = r"(?x)
    [0-9]+[a-zđ]?(?:/[0-9]{4})?/[A-ZĐƯ][A-Za-zĐđƯ0-9&]*(?:[-–][A-ZĐƯ][A-Za-zĐđƯ0-9&]*)*
    | [0-9]+[-–][A-ZĐƯ][A-Za-zĐđƯ0-9&]*/[A-ZĐƯ][A-Za-zĐđƯ0-9&]*(?:[-–][A-ZĐƯ][A-Za-zĐđƯ0-9&]*)*
    | [A-ZĐƯ]{2,}(?:-[A-ZĐƯ][A-Za-zĐđƯ0-9&]*)+
    | [0-9]{4}\ [-–]\ [0-9]{4}
    | [0-9]+%/[^\x20\x{a0}/.,)%&\n0-9–-]+";

/// A word with hyphens, which stays on one line where it is short.
const HYPHENATED: &str = r"(?x)[^\x20\x{a0}/.,)%&\n–-]+(?:-[^\x20\x{a0}/.,)%&\n–-]+)+";

/// A code with hyphens, dots and digits, in the same way.
const CODE: &str = r"(?x)[^\x20\x{a0}/.,)%&\n–-]+(?:\.[^\x20\x{a0}/.,)%&\n–-]+)*-[^\x20\x{a0}/.,)%&\n–-]+
    (?:[-.][^\x20\x{a0}/.,)%&\n–-]+|/[^\x20\x{a0}/.,)%&\n0-9–-][^\x20\x{a0}/.,)%&\n–-]*)*";

/// A word with strokes, in the same way.
const STROKED: &str = r"(?x)[^\x20\x{a0}/.,)%&\n–-]+(?:/[^\x20\x{a0}/.,)%&\n0-9–-][^\x20\x{a0}/.,)%&\n–-]*)+";

/// Words that stay with the one after them, and numbers with their unit.
const TOGETHER: &str = r"(?x)
    [Nn]gày\ [0-9]{1,2}(?:\ tháng\ [0-9]{1,2})?
    | (?:[Tt]háng|THÁNG)\ [0-9]{1,2}(?:/[0-9]{4})?
    | (?:[Qq]uý|QUÝ)\ [IV]+
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

/// Where the words and numbers of a text begin that no part before them covers; `length` is that of the part that begins
/// with them.
fn parts(text: &str, length: impl Fn(usize) -> Option<usize>) -> Vec<std::ops::Range<usize>> {
    let begins = |(at, c): &(usize, char)| c.is_alphanumeric() && !text[..*at].ends_with(char::is_alphanumeric);
    let mut parts: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, _) in text.char_indices().filter(begins) {
        if parts.last().is_none_or(|last| last.end <= at) {
            parts.extend(length(at).map(|length| at..at + length));
        }
    }
    parts
}

/// The pieces of a text, by the patterns.
fn by_patterns(text: &str) -> Vec<Piece> {
    let [symbol, code, hyphenated, stroked, together, named] = [SYMBOL, CODE, HYPHENATED, STROKED, TOGETHER, NAMED]
        .map(|pattern| Regex::new(&format!("^(?:{pattern}\n)")).unwrap());
    let length = |pattern: &Regex, text: &str| pattern.find(text).map(|found| found.end());
    let mut joined = text.to_owned();
    // From the end: the no-break space takes more bytes.
    for part in parts(text, |at| {
        let text = &text[at..];
        // `số 5 hồ sơ` counts, it numbers nothing.
        let counts = |at: &usize| text[..*at].ends_with("ố ") && together.is_match(&text[*at..]);
        let named = || length(&named, text).map(|length| length - 1).filter(|at| !counts(at));
        // The word before a date in digits may end a line.
        let dated =
            |length: &usize| text[..*length].to_lowercase().starts_with("ngày") && text[*length..].starts_with('/');
        length(&together, text).filter(|length| !dated(length) || text[..*length].contains("tháng")).or_else(named)
    })
    .into_iter()
    .rev()
    {
        joined.replace_range(part.clone(), &text[part].replace(' ', "\u{a0}"));
    }
    let (mut pieces, mut from) = (Vec::new(), 0);
    // A symbol inside a longer one is none.
    let symbols = parts(&joined, |at| {
        let text = &joined[at..];
        let short = |length: &usize| text[..*length].chars().count() <= 16;
        let joined_by = |sign: &Regex| length(sign, text).filter(short);
        let is_code = |length: &usize| {
            text[..*length].contains(|c: char| c.is_numeric()) && text[..*length].chars().count() <= 32
        };
        let coded = || length(&code, text).filter(is_code);
        let hyphenated = || joined_by(&hyphenated).or_else(|| joined_by(&stroked));
        let length = length(&symbol, text).or_else(coded).or_else(hyphenated);
        length.filter(|_| !joined[..at].ends_with(['/', '-']))
    });
    for part in symbols {
        pieces.push(Piece::Text(joined[from..part.start].to_owned()));
        pieces.push(Piece::Keep(joined[part.clone()].to_owned()));
        from = part.end;
    }
    pieces.push(Piece::Text(joined[from..].to_owned()));
    pieces.retain(|piece| *piece != Piece::Text(String::new()));
    for piece in &mut pieces {
        if let Piece::Text(text) = piece {
            *text = text.replace(" - ", "\u{a0}- ").replace(" – ", "\u{a0}– ");
        }
    }
    pieces
}

proptest! {
    #[test]
    fn what_is_read_by_hand_is_what_the_patterns_say(
        text in "([Nn]gày |[Tt]háng |THÁNG |[ns]ăm |NĂM |[Ss]ố |[Qq]uý |QUÝ |Điều |khoản |Biểu mẫu |Phụ lục |[đĐ]iểm |TM\\. |TUQ\\. |triệu |đồng |hồ sơ |đơn vị |m² |NQ|KH|[IVX]{1,2} ?|[0-9]{1,4} ?|[a-cđ]|[ABĐ]|[-–/.,)%& ]){1,8}"
    ) {
        prop_assert_eq!(pieces(&text), by_patterns(&text));
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
