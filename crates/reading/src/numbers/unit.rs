//! The words after a number that say what it counts, and those before it that say that it is no plain count.

use baocao_vietnamese::small;
use rust_decimal::Decimal;

/// What a number counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// Its name, one for all ways of writing it; the first word where it is not known.
    pub name: String,
    /// How many of the named unit one is: `triệu đồng` is a million đồng.
    pub factor: Decimal,
    /// Whether it is one of the units that reports count in.
    pub known: bool,
    /// Its bytes, with the space before it.
    pub length: usize,
}

impl Default for Unit {
    fn default() -> Self {
        Self { name: String::new(), factor: Decimal::ONE, known: false, length: 0 }
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
            return Self { name: "đồng".to_owned(), factor, known: true, length: space + written.len() };
        }
        if let Some((written, factor)) = SHORT_MONEY.iter().find(|(written, _)| begins(written)) {
            let after = small[written.len()..].trim_start();
            if !NO_MONEY.iter().any(|word| after.starts_with(word)) {
                let counted = UNITS.iter().find(|(written, _)| {
                    after.strip_prefix(written).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
                });
                let name = counted.map_or("đồng", |(_, name)| name).to_owned();
                let factor = Decimal::from(*factor);
                return Self { name, factor, known: true, length: space + written.len() };
            }
        }
        if let Some((written, name)) = UNITS.iter().find(|(written, _)| begins(written)) {
            let (name, length) = ((*name).to_owned(), space + written.len());
            return Self { name, known: true, length, ..Self::default() };
        }
        let end = small.find(|c: char| !c.is_alphabetic()).unwrap_or(small.len());
        if NO_UNIT.contains(&&small[..end]) {
            return Self::default();
        }
        Self { name: small[..end].to_owned(), length: if end == 0 { 0 } else { space + end }, ..Self::default() }
    }

    /// Whether it measures time; such numbers count nothing.
    pub fn is_time(&self) -> bool {
        TIME.contains(&self.name.as_str())
    }

    /// Whether it counts people.
    pub fn is_people(&self) -> bool {
        PEOPLE.contains(&self.name.as_str())
    }

    /// Whether this may be a part of what the other counts: the same unit, both of people, or a kind of it (`05 kế hoạch`
    /// of `26 văn bản`).
    pub fn fits(&self, other: &Self) -> bool {
        self.name == other.name || self.is_people() && other.is_people() || self.is_kind_of(other)
    }

    /// Whether the other unit is the general name of this one.
    pub fn is_kind_of(&self, other: &Self) -> bool {
        let kinds = match other.name.as_str() {
            "văn bản" => &DOCUMENTS[..],
            "đơn vị" | "cơ quan" => &UNITS_OF_STATE[..],
            _ => &[],
        };
        kinds.contains(&self.name.as_str())
    }
}

const TIME: [&str; 11] = ["tháng", "năm", "quý", "tuần", "ngày", "giờ", "phút", "tuổi", "điểm", "lần", "giây"];

const PEOPLE: [&str; 12] = [
    "người",
    "đồng chí",
    "cán bộ",
    "công chức",
    "viên chức",
    "biên chế",
    "cán bộ, công chức",
    "cán bộ, công chức, viên chức",
    "lao động",
    "nhân viên",
    "nam",
    "nữ",
];

/// Kinds of documents.
const DOCUMENTS: [&str; 10] = [
    "kế hoạch",
    "nghị quyết",
    "quyết định",
    "công văn",
    "thông báo",
    "chỉ thị",
    "báo cáo",
    "tờ trình",
    "hướng dẫn",
    "công điện",
];

/// Kinds of units.
const UNITS_OF_STATE: [&str; 7] = ["xã", "phường", "thị trấn", "đặc khu", "phòng", "sở", "trường"];

/// Units as they are written, the longer before the shorter, and their names.
const UNITS: [(&str, &str); 70] = [
    ("cán bộ, công chức, viên chức", "cán bộ, công chức, viên chức"),
    ("cán bộ công chức, viên chức", "cán bộ, công chức, viên chức"),
    ("cbccvc", "cán bộ, công chức, viên chức"),
    ("cán bộ, công chức", "cán bộ, công chức"),
    ("cán bộ công chức", "cán bộ, công chức"),
    ("cán bộ", "cán bộ"),
    ("công chức", "công chức"),
    ("viên chức", "viên chức"),
    ("biên chế", "biên chế"),
    ("đồng chí", "đồng chí"),
    ("đ/c", "đồng chí"),
    ("người", "người"),
    ("nhân viên", "nhân viên"),
    ("nam", "nam"),
    ("nữ", "nữ"),
    ("lao động", "lao động"),
    ("hồ sơ", "hồ sơ"),
    ("nhiệm vụ", "nhiệm vụ"),
    ("thủ tục hành chính", "thủ tục"),
    ("thủ tục", "thủ tục"),
    ("tthc", "thủ tục"),
    ("tt", "thủ tục"),
    ("dịch vụ công", "dịch vụ công"),
    ("văn bản", "văn bản"),
    ("vbqppl", "văn bản"),
    ("kế hoạch", "kế hoạch"),
    ("nghị quyết", "nghị quyết"),
    ("quyết định", "quyết định"),
    ("thông báo", "thông báo"),
    ("chỉ thị", "chỉ thị"),
    ("công văn", "công văn"),
    ("báo cáo", "báo cáo"),
    ("tờ trình", "tờ trình"),
    ("hướng dẫn", "hướng dẫn"),
    ("công điện", "công điện"),
    ("cơ quan", "cơ quan"),
    ("đơn vị", "đơn vị"),
    ("phòng", "phòng"),
    ("xã", "xã"),
    ("phường", "phường"),
    ("thị trấn", "thị trấn"),
    ("đặc khu", "đặc khu"),
    ("huyện", "huyện"),
    ("sở", "sở"),
    ("lượt", "lượt"),
    ("tin, bài", "tin bài"),
    ("tin bài", "tin bài"),
    ("phiếu", "phiếu"),
    ("vấn đề", "vấn đề"),
    ("ý kiến", "ý kiến"),
    ("phản ánh", "phản ánh"),
    ("pakn", "phản ánh"),
    ("kiến nghị", "kiến nghị"),
    ("câu hỏi", "câu hỏi"),
    ("vụ việc", "vụ việc"),
    ("dự án", "dự án"),
    ("trường hợp", "trường hợp"),
    ("tài liệu", "tài liệu"),
    ("trụ sở", "trụ sở"),
    ("cơ sở", "cơ sở"),
    ("hội nghị", "hội nghị"),
    ("chỉ tiêu", "chỉ tiêu"),
    ("máy tính", "máy tính"),
    ("hộ", "hộ"),
    ("thôn", "thôn"),
    ("tổ dân phố", "tổ dân phố"),
    ("trường", "trường"),
    ("doanh nghiệp", "doanh nghiệp"),
    ("lớp", "lớp"),
    ("đồng", "đồng"),
];

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
