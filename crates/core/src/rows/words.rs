//! Words that say what a row or a cell of an export is.

use baocao_vietnamese::{one_line, small};

/// Rows that are called so are the sum of others; perhaps with what they add up behind it: `Cộng (I + II)`.
const TOTALS: &[&str] = &[
    "tổng",
    "tổng số",
    "tổng cộng",
    "tổng chung",
    "cộng",
    "cộng chung",
    "cộng dồn",
    "t.cộng",
    "t. cộng",
    "tc",
    "σ",
    "∑",
    "toàn tỉnh",
    "toàn thành phố",
    "toàn huyện",
    "toàn quận",
    "toàn xã",
    "toàn phường",
    "toàn ngành",
    "toàn sở",
    "toàn quốc",
    "toàn vùng",
    "cả nước",
    "cả tỉnh",
    "cả xã",
    "total",
    "grand total",
    "subtotal",
    "sum",
];

/// Lines below a table begin so.
const BELOW: &[&str] = &[
    "nguồn",
    "ghi chú",
    "chú thích",
    "lưu ý",
    "người lập",
    "người báo cáo",
    "thủ trưởng",
    "ngày xuất",
    "xuất lúc",
    "hiển thị",
    "showing",
    "đơn vị tính",
    "đvt",
    "source",
    "note",
];

/// Columns of the numbers of rows.
const ORDINALS: &[&str] = &["stt", "tt", "số tt", "số thứ tự", "no", "no.", "#"];

/// What programs and spreadsheets write where they have no value; in other capitals it may be a name.
const NOTHINGS: &[&str] = &[
    "NULL",
    "Null",
    "null",
    "(null)",
    "(NULL)",
    "<null>",
    "\\N",
    "None",
    "none",
    "NONE",
    "NaN",
    "nan",
    "NaT",
    "nil",
    "undefined",
    "N/A",
    "n/a",
    "#N/A",
];

/// Errors of spreadsheets and programs begin so.
const MISTAKES: &[&str] = &[
    "#REF!",
    "#DIV/0!",
    "#VALUE!",
    "#NAME?",
    "#NUM!",
    "#NULL!",
    "#SPILL!",
    "#CALC!",
    "####",
    "Err:",
    "[object Object]",
];

/// The signs of the statistical office in a column of numbers: there is none, or it is not available.
const NONE: &[&str] = &["-", "–", "—"];
const NOT_AVAILABLE: &[&str] = &["...", "…"];

/// A line around a table that says the unit of measure begins so. The last ones may also name an office, or be any words,
/// and need a colon.
const UNIT_LINES: &[&str] = &[
    "đơn vị tính",
    "đvt",
    "don vi tinh",
    "dvt",
    "tính bằng",
    "tính theo",
    "tinh bang",
    "unit of measure",
    "đơn vị",
    "don vi",
    "unit",
];
const WITH_COLON: &[&str] = &["đơn vị", "don vi", "unit"];

/// What a line says of the unit of measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum UnitLine {
    /// What stands behind `ĐVT:`, `Đơn vị tính:` or `Đơn vị:`, in small letters.
    Says(String),
    /// The label alone: what it says stands in the next cell.
    Label,
}

/// What a line says of the unit of measure; nothing where it says nothing so.
pub(super) fn unit_line(text: &str) -> Option<UnitLine> {
    let text = plain(text);
    UNIT_LINES.iter().find_map(|label| {
        let (before, behind) = text.split_once(label)?;
        if before.ends_with(char::is_alphanumeric) {
            return None;
        }
        let said = behind.trim_start();
        let said = match (said.strip_prefix([':', '：']), WITH_COLON.contains(label)) {
            (Some(said), _) => said,
            (None, true) => return None,
            // `ĐVT triệu đồng`, `Đơn vị tính (triệu đồng)`
            (None, false) if behind.is_empty() || behind.starts_with([' ', '(', '[', '-', '–', '=']) => said,
            (None, false) => return None,
        };
        let said = said.trim_start_matches([' ', '(', '[', '-', '–', '=']);
        let said = said.split([')', ']']).next().unwrap_or_default().trim().trim_end_matches('.');
        Some(if said.is_empty() { UnitLine::Label } else { UnitLine::Says(said.to_owned()) })
    })
}

/// Whether a line says outright that it names a unit of measure, not perhaps an office.
pub(super) fn is_sure_unit_line(text: &str) -> bool {
    let text = plain(text);
    ["đơn vị tính", "đvt", "don vi tinh", "dvt"].iter().any(|label| text.contains(label))
}

/// A name without regard to case, spaces, and the order of marks.
pub(super) fn plain(text: &str) -> String {
    small(&one_line(text))
}

/// Whether a row that is called so is the sum of others.
pub(super) fn is_total(label: &str) -> bool {
    let label = plain(label);
    let label = label.trim_matches(|c: char| c == ':' || c == '*' || c.is_whitespace());
    let is_one = TOTALS.iter().any(|word| {
        let rest = label.strip_prefix(word).map(str::trim_start);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['(', ':', '=']) || is_list(rest))
    });
    is_one || is_total_of(label)
}

/// What is added up, named behind the word: `Toàn tỉnh Hà Nam`, `Tổng 69 xã`, `Tổng toàn tỉnh`.
fn is_total_of(label: &str) -> bool {
    let behind = |word: &str| label.strip_prefix(word)?.strip_prefix(' ').map(str::trim_start);
    if WHOLES.iter().any(|word| behind(word).is_some()) {
        return true;
    }
    let Some(rest) = ["tổng cộng", "tổng số", "tổng", "cộng"].iter().find_map(|word| behind(word)) else {
        return false;
    };
    let count = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let counted = rest[count..].trim_start();
    TOTALS.contains(&rest) && rest.starts_with("toàn")
        || count > 0
            && UNITS
                .iter()
                .any(|unit| counted.strip_prefix(unit).is_some_and(|rest| !rest.starts_with(char::is_alphabetic)))
}

/// All of a place, whose name may follow.
const WHOLES: [&str; 4] = ["toàn tỉnh", "toàn thành phố", "cả tỉnh", "toàn huyện"];

/// Units that are counted where they are added up.
const UNITS: [&str; 9] = ["xã", "phường", "đơn vị", "sở", "huyện", "thôn", "cơ quan", "đặc khu", "tổ dân phố"];

/// Whether a row that is called so is the heading of a group of units.
pub(super) fn is_group(label: &str) -> bool {
    const GROUPS: [&str; 8] = ["khối", "nhóm", "các", "cụm", "vùng", "khu vực", "địa bàn", "thuộc"];
    let label = plain(label);
    GROUPS.iter().any(|word| label.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')))
}

/// The name of a column without the marks by which a page shows that its rows can be sorted: `Tiếp nhận ▲▼`.
pub fn unsorted(name: &str) -> &str {
    const MARKS: [char; 18] =
        ['▲', '▼', '△', '▽', '▴', '▾', '▵', '▿', '⇅', '⇵', '↕', '↑', '↓', '⬆', '⬇', '⏶', '⏷', '\u{fe0e}'];
    let bare = name.trim_end_matches(|c: char| MARKS.contains(&c) || c == '\u{fe0f}' || c.is_whitespace());
    if bare.is_empty() { name } else { bare }
}

/// `I + II`, `1, 2`: what a sum is made of.
fn is_list(text: &str) -> bool {
    let part = |part: &str| part.trim().chars().all(|c| c.is_ascii_digit() || matches!(c, 'i' | 'v' | 'x'));
    text.split(['+', ',', ';']).all(|text| !text.trim().is_empty() && part(text))
}

/// Whether a line that begins so stands below a table and is no part of it.
pub(super) fn is_below(text: &str) -> bool {
    let text = plain(text);
    let text = text.trim_start_matches(['(', '*', ')', ' ']);
    BELOW.iter().any(|word| text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic)))
}

/// Whether a column that is called so holds the numbers of rows.
pub fn is_ordinal(name: &str) -> bool {
    ORDINALS.contains(&plain(name).as_str())
}

/// Whether a column that is called so says the unit of measure of each row.
pub(super) fn is_measure(name: &str) -> bool {
    const MEASURES: [&str; 8] =
        ["đơn vị tính", "đvt", "đv tính", "don vi tinh", "dvt", "don_vi_tinh", "donvitinh", "uom"];
    MEASURES.contains(&plain(name).as_str())
}

/// Whether a column that is called so holds percentages or rates, which do not add up.
pub(super) fn is_rate(name: &str) -> bool {
    let name = plain(name);
    name.contains('%') || name.contains("tỷ lệ") || name.contains("tỉ lệ")
}

/// Whether a text is the word of a program for no value: it says as much as a blank cell.
pub fn is_nothing(text: &str) -> bool {
    NOTHINGS.contains(&text.trim())
}

/// Whether a text is what is left where a program or a spreadsheet failed.
pub(super) fn is_mistake(text: &str) -> bool {
    MISTAKES.iter().any(|mistake| text.trim().starts_with(mistake))
}

/// Whether a text in a column of numbers is a sign for none or not available.
pub(super) fn is_sign(text: &str) -> bool {
    is_none(text) || NOT_AVAILABLE.contains(&text.trim())
}

/// Whether a text in a column of numbers says that there is no value: a dash alone.
pub fn is_none(text: &str) -> bool {
    NONE.contains(&text.trim())
}
