//! How the name of a unit is written inside of a sentence.

use baocao_vietnamese::small;

use super::Kind;

/// Names of units of today that are those of persons or of events: before them the word for the kind keeps its capital, as
/// it does before a number (`Phường Điện Biên Phủ`, `Quận 1`: Decree 30/2020/NĐ-CP, Annex II, III.1.b). Only those of which
/// there is no doubt.
const OF_PERSONS: [&str; 46] = [
    "bế văn đàn",
    "chu văn an",
    "dương minh châu",
    "hai bà trưng",
    "hoàng hoa thám",
    "hoàng văn thụ",
    "hồ chí minh",
    "hồ thị kỷ",
    "hồ đắc kiện",
    "kim đồng",
    "lê chân",
    "lê lợi",
    "lê quý đôn",
    "lê thanh nghị",
    "lê đại hành",
    "lý thường kiệt",
    "lý văn lâm",
    "lương văn tri",
    "minh khai",
    "ngô mây",
    "ngô quyền",
    "nguyễn bỉnh khiêm",
    "nguyễn du",
    "nguyễn huệ",
    "nguyễn lương bằng",
    "nguyễn nghiêm",
    "nguyễn phích",
    "nguyễn trãi",
    "nguyễn việt khái",
    "nguyễn văn linh",
    "nguyễn úy",
    "nguyễn đại năng",
    "nùng trí cao",
    "phan ngọc hiển",
    "phan đình phùng",
    "phạm ngũ lão",
    "phạm sư mạnh",
    "quang trung",
    "trương quang trọng",
    "trần hưng đạo",
    "trần nhân tông",
    "trần phú",
    "trần văn thời",
    "yết kiêu",
    "đặng thùy trâm",
    "điện biên phủ",
];

/// A full name as it stands inside of a sentence: `xã Đông Hòa` of `Xã Đông Hòa`. Organs keep their capitals.
///
/// ```
/// use baocao_import::units::running;
/// assert_eq!(running("Đặc khu Phú Quý"), "đặc khu Phú Quý");
/// assert_eq!(running("Phường 1 Bảo Lộc"), "Phường 1 Bảo Lộc");
/// assert_eq!(running("Sở Nội vụ"), "Sở Nội vụ");
/// ```
pub fn running(name: &str) -> String {
    let begun = Kind::all_words().find_map(|word| {
        let (begin, own) = name.split_at_checked(word.len())?;
        (small(begin) == word && own.starts_with(' ')).then_some((word, own))
    });
    let Some((word, own)) = begun else { return name.to_owned() };
    let keeps = own.chars().any(|c| c.is_ascii_digit()) || OF_PERSONS.contains(&small(own.trim()).as_str());
    if keeps { name.to_owned() } else { format!("{word}{own}") }
}
