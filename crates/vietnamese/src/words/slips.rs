//! Words that are often mistyped as other good syllables, and whose wrong form means nothing else.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

/// No slip has more words.
pub const LONGEST_SLIP: usize = 4;

/// The right words, and the wrong ones that are typed for them.
const WORDS: [(&str, &str); 76] = [
    ("xử lý", "sử lý|sử lí|xữ lý"),
    ("xử phạt", "sử phạt|xữ phạt"),
    ("sáp nhập", "sát nhập|xát nhập"),
    ("bổ sung", "bổ xung|bỗ sung"),
    ("sắp xếp", "xắp xếp|sắp sếp|xắp sếp"),
    ("sơ suất", "sơ xuất"),
    ("xuất sắc", "xuất xắc"),
    ("sai sót", "sai xót"),
    ("thiếu sót", "thiếu xót"),
    ("chia sẻ", "chia sẽ"),
    ("cọ xát", "cọ sát"),
    ("khắt khe", "khắc khe"),
    ("chỉn chu", "chỉnh chu"),
    ("chẩn đoán", "chuẩn đoán"),
    ("độc giả", "đọc giả"),
    ("xúc tiến", "súc tiến"),
    ("súc tích", "xúc tích"),
    ("trau dồi", "trao dồi"),
    ("năng suất", "năng xuất"),
    ("vô hình trung", "vô hình chung"),
    ("tựu trung", "tựu chung"),
    ("niêm yết", "nghiêm yết|niêm yết yết"),
    ("hành vi hành chính", "hình vi hành chính"),
    ("thuần thục", "thuận thực|thuần thực"),
    ("tuyên truyền", "truyền truyền|tuyên tuyền|tuyền truyền"),
    ("chuyển đổi số", "chuyên đôi số|chuyên đổi số|chuyển đôi số"),
    ("thống kê", "thông kê"),
    ("cải cách", "cãi cách|cái cách hành"),
    ("hành chính", "hành chinh|hàng chính nhà nước"),
    ("thủ tục", "thũ tục|thủ tuc"),
    ("hồ sơ", "hồ sở"),
    ("kế hoạch", "kế hoặch|kế hoach"),
    ("triển khai", "triễn khai|triên khai"),
    ("đảm bảo", "đảm bào"),
    ("bảo đảm", "bảo đàm|bão đảm"),
    ("thực hiện", "thực hiên|thự hiện"),
    ("hướng dẫn", "hướng dẩn"),
    ("nghị định", "nghị đinh"),
    ("quyết định", "quyết đinh"),
    ("chỉ đạo", "chỉ đao"),
    ("lãnh đạo", "lảnh đạo|lãnh đao"),
    ("nhiệm vụ", "nhiêm vụ|nhiệm vu"),
    ("của", "cũa"),
    ("xã hội", "xã hôi"),
    ("khuyến khích", "khuyết khích"),
    ("giám sát", "giám xát"),
    ("kịp thời", "kịp thơi"),
    ("thẩm quyền", "thẩm quyên"),
    ("phương hướng", "phương hương"),
    ("kiến nghị", "kiến nghi"),
    ("đề nghị", "đề nghi"),
    ("báo cáo", "báo cao kết"),
    ("tham mưu", "tham mưa"),
    ("một cửa", "một của liên|phận một của|chế một của"),
    ("trực tuyến", "trực tuyên|trực tuyển thanh|trực tuyển mức|trực tuyển toàn|trực tuyển của"),
    ("phổ biến", "phổ biên"),
    ("hài lòng", "hài lồng"),
    ("chính quyền", "chính quyên"),
    ("công nghệ", "công nghê"),
    ("tài chính", "tài chinh"),
    ("khiếu nại", "khiếu lại|khiếu nai"),
    ("tiếp nhận", "tiếp nhân và|tiếp nhân hồ"),
    ("thể chế", "thế chê|thẻ chê"),
    ("cách thể chế", "cách thẻ chế"),
    ("thiện thể chế", "thiện thẻ chế"),
    ("dựng thể chế", "dựng thẻ chế"),
    ("chuyển biến", "chuyên biên|chuyên biến"),
    ("nâng cao", "năng cao chất|năng cao hiệu|năng cao nhận|năng cao năng|năng cao trách|năng cao ý|năng cao tỷ"),
    ("dân trí", "dân chí"),
    (
        "chấp hành",
        "chấp hàng nghiêm|chấp hàng pháp|chấp hàng các|chấp hàng chủ|chấp hàng quy|chấp hàng kỷ|chấp hàng tốt",
    ),
    ("quyết liệt", "quyết liệc"),
    ("ngay từ đầu năm", "ngày từ đầu năm"),
    ("Khối Dân vận", "khôi dân vận"),
    ("MISA", "missa"),
    ("một phần", "toàn trình một phần"),
    ("AutoCAD", "autocard"),
];

/// The wrong words by their first syllable, each with the right one.
type Slips = HashMap<&'static str, Vec<(Vec<&'static str>, &'static str)>, RandomState>;

static SLIPS: LazyLock<Slips> = LazyLock::new(|| {
    let mut slips = Slips::default();
    for (right, wrong) in WORDS {
        for wrong in wrong.split('|') {
            let mut syllables = wrong.split(' ');
            if let Some(first) = syllables.next() {
                slips.entry(first).or_default().push((syllables.collect(), right));
            }
        }
    }
    slips
});

/// The slip with which some words in small letters begin: how many of them, and what is right.
///
/// ```
/// use baocao_vietnamese::words::slip;
/// assert_eq!(slip(&["sử", "lý", "hồ", "sơ"]), Some((2, "xử lý")));
/// assert_eq!(slip(&["xử", "lý"]), None);
/// ```
pub fn slip<W: AsRef<str>>(words: &[W]) -> Option<(usize, &'static str)> {
    let (first, follows) = words.split_first()?;
    let (rest, right) = SLIPS.get(first.as_ref())?.iter().find(|(rest, _)| {
        follows.len() >= rest.len() && rest.iter().zip(follows).all(|(syllable, word)| *syllable == word.as_ref())
    })?;
    Some((1 + rest.len(), right))
}
