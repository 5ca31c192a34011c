//! The words after a number that say what it counts, and those before it that say that it is no plain count.

use baocao_vietnamese::lexicon::units::{Of, units};
use baocao_vietnamese::small;
use rust_decimal::Decimal;

/// What a number counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// Its name, one for all ways of writing it; the first word where it is not known.
    pub name: String,
    /// How many of the named unit one is: `triệu đồng` is a million đồng.
    pub factor: Decimal,
    /// What it is one of, where it is a unit that reports count in.
    pub of: Option<Of>,
    /// Its bytes, with the space before it.
    pub length: usize,
}

impl Default for Unit {
    fn default() -> Self {
        Self { name: String::new(), factor: Decimal::ONE, of: None, length: 0 }
    }
}

impl Unit {
    /// The unit at the beginning of the text after a number.
    pub fn read(rest: &str) -> Self {
        let text = rest.trim_start_matches([' ', '\t']);
        let space = rest.len() - text.len();
        // Longer than any unit, and cut between letters.
        let head: String = text.chars().take(40).collect();
        if space == 0 {
            return Self::default();
        }
        let small = small(&head);
        let begins =
            |written: &str| small.strip_prefix(written).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        if let Some((written, factor)) = MONEY.iter().find(|(written, _)| begins(written)) {
            let factor = Decimal::from(*factor);
            return Self { name: "đồng".to_owned(), factor, of: Some(Of::Things), length: space + written.len() };
        }
        if let Some((written, factor)) = SHORT_MONEY.iter().find(|(written, _)| begins(written)) {
            let after = small[written.len()..].trim_start();
            if !NO_MONEY.iter().any(|word| after.starts_with(word)) {
                let counted = units().find(|unit| {
                    after.strip_prefix(unit.written).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
                });
                let (name, of) = counted.map_or(("đồng", Of::Things), |unit| (unit.name, unit.of));
                let factor = Decimal::from(*factor);
                return Self { name: name.to_owned(), factor, of: Some(of), length: space + written.len() };
            }
        }
        if let Some(unit) = units().find(|unit| begins(unit.written)) {
            let (name, length) = (unit.name.to_owned(), space + unit.written.len());
            return Self { name, of: Some(unit.of), length, ..Self::default() };
        }
        let end = small.find(|c: char| !c.is_alphabetic()).unwrap_or(small.len());
        if NO_UNIT.contains(&&small[..end]) {
            return Self::default();
        }
        Self { name: small[..end].to_owned(), length: if end == 0 { 0 } else { space + end }, ..Self::default() }
    }

    /// Whether it is one of the units that reports count in.
    pub fn is_known(&self) -> bool {
        self.of.is_some()
    }

    /// Whether it measures time; such numbers count nothing.
    pub fn is_time(&self) -> bool {
        TIME.contains(&self.name.as_str())
    }

    /// Whether it counts people.
    pub fn is_people(&self) -> bool {
        self.of == Some(Of::People)
    }

    /// Whether this may be a part of what the other counts: the same unit, both of people, or a kind of it (`05 kế hoạch`
    /// of `26 văn bản`).
    pub fn fits(&self, other: &Self) -> bool {
        self.name == other.name || self.is_people() && other.is_people() || self.is_kind_of(other)
    }

    /// Whether the other unit is the general name of this one.
    pub fn is_kind_of(&self, other: &Self) -> bool {
        let kinds = match other.name.as_str() {
            "văn bản" => Of::Documents,
            "đơn vị" | "cơ quan" => Of::State,
            _ => return false,
        };
        self.name != other.name && self.of == Some(kinds)
    }
}

const TIME: [&str; 11] = ["tháng", "năm", "quý", "tuần", "ngày", "giờ", "phút", "tuổi", "điểm", "lần", "giây"];

const MONEY: [(&str, u64); 7] = [
    ("nghìn tỷ đồng", 1_000_000_000_000),
    ("ngàn tỷ đồng", 1_000_000_000_000),
    ("nghìn đồng", 1_000),
    ("ngàn đồng", 1_000),
    ("triệu đồng", 1_000_000),
    ("tỷ đồng", 1_000_000_000),
    ("tỉ đồng", 1_000_000_000),
];

/// What stands for money, unless it says what is counted: `18 tỷ 250 triệu`, but `2 triệu lượt`.
const SHORT_MONEY: [(&str, u64); 5] = [
    ("nghìn tỷ", 1_000_000_000_000),
    ("ngàn tỷ", 1_000_000_000_000),
    ("tỷ", 1_000_000_000),
    ("tỉ", 1_000_000_000),
    ("triệu", 1_000_000),
];

/// Words that `tỷ` begins, of which none is money.
const NO_MONEY: [&str; 5] = ["lệ", "trọng", "suất", "số", "giá"];

/// Words before a number that make it a change, a limit or an estimate.
const HEDGES: [&str; 26] = [
    "tăng",
    "giảm",
    "thêm",
    "khoảng",
    "gần",
    "hơn",
    "trên",
    "dưới",
    "ít nhất",
    "tối thiểu",
    "tối đa",
    "từ",
    "đến",
    "xuống",
    "xuống còn",
    "lên",
    "bình quân",
    "trung bình",
    "ước",
    "ước đạt",
    "quá",
    "thiếu",
    "vượt",
    "không quá",
    "phấn đấu",
    "tới",
];

/// Words that are no unit.
const NO_UNIT: [&str; 42] = [
    "trên", "trong", "và", "là", "có", "được", "đã", "đang", "của", "tại", "ở", "cho", "với", "từ", "đến", "theo",
    "thuộc", "so", "đạt", "bằng", "chiếm", "hoặc", "hay", "còn", "do", "để", "nên", "trở", "mới", "gồm", "tương",
    "như", "đều", "chưa", "không", "cấp", "về", "tính", "tăng", "giảm", "lên", "xuống",
];

/// Whether the words before a number make it a change, a limit or an estimate.
pub fn hedged(before: &str) -> bool {
    let start = before.char_indices().rev().nth(15).map_or(0, |(at, _)| at);
    let tail = small(before[start..].trim_end());
    HEDGES.iter().any(|word| tail.strip_suffix(word).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric)))
}
