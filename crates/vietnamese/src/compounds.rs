//! Words of two syllables that a title should not be cut inside.
//!
//! A line of running text may end anywhere between syllables; a title in balance that reads `BÁO CÁO CẢI / CÁCH` looks
//! like a mistake. Which texts are titles is for others to say.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::nobreak::{Piece, pieces, plain};
use super::small;

/// Common words of administration, in the order of the alphabet. A pair that stands here and is none for once does no
/// harm: the title breaks one syllable earlier.
const COMPOUNDS: &str = "an ninh, an sinh, an toàn, ban hành, bảo đảm, bảo hiểm, bảo vệ, báo cáo, biên chế, biểu mẫu, bồi dưỡng, \
     bổ sung, bộ máy, cải cách, cán bộ, chất lượng, chế độ, chỉ đạo, chỉ số, chỉ tiêu, chính phủ, chính quyền, \
     chính sách, chuyên môn, chuyển đổi, chủ tịch, chủ yếu, chương trình, công bố, công chức, công dân, công khai, \
     công lập, công nghệ, công nghiệp, công tác, công thương, công việc, công vụ, cộng đồng, cơ chế, cơ quan, \
     cơ sở, dân cư, dân tộc, dịch vụ, doanh nghiệp, du lịch, dự án, dự toán, đào tạo, đánh giá, đầu tư, đề xuất, \
     điều hành, điện tử, địa bàn, địa phương, định hướng, định kỳ, đô thị, đối thoại, đột xuất, đơn giản, đơn vị, \
     giao thông, giải pháp, giải quyết, giám sát, giáo dục, hài lòng, hành chính, hạ tầng, hạn chế, hiện đại, \
     hiệu quả, hoàn thiện, hoạt động, hòa giải, hồ sơ, hội đồng, hướng dẫn, kế hoạch, kết luận, kết quả, khảo sát, \
     khen thưởng, khiếu nại, khoa học, khó khăn, khu vực, kiểm soát, kiểm tra, kiến nghị, kiến trúc, kinh phí, \
     kinh tế, kỷ cương, kỷ luật, lao động, lãnh đạo, liên thông, lĩnh vực, môi trường, mục tiêu, năng lực, \
     nâng cao, ngân sách, nghiên cứu, nghị quyết, nguyên nhân, người dân, nhà nước, nhân dân, nhân sự, nhiệm vụ, \
     nông nghiệp, nông thôn, nội dung, nội vụ, pháp luật, phát triển, phân cấp, phân công, phối hợp, phụ lục, \
     phương hướng, quản lý, quản trị, quốc gia, quy chế, quy định, quy hoạch, quy phạm, quyết định, rà soát, \
     sáng kiến, sắp xếp, số hoá, số hóa, số liệu, sự nghiệp, tài chính, tài nguyên, tăng cường, tập trung, \
     tham mưu, thanh tra, thành phố, theo dõi, thể chế, thể thao, thi đua, thi hành, thị trấn, thông tin, thống kê, \
     thủ tục, thường trực, thường xuyên, thực hiện, tiêu chuẩn, tiếp cận, tiếp nhận, tiếp tục, tinh giản, \
     tình hình, tồn tại, tổ chức, tổng hợp, tổng kết, tổng số, tố cáo, trách nhiệm, triển khai, trọng tâm, \
     trung tâm, trung ương, truyền thông, trực thuộc, trực tuyến, tuyên truyền, tuyển dụng, tư pháp, tự chủ, \
     uỷ ban, ủy ban, văn bản, văn hoá, văn hóa, văn phòng, viên chức, việc làm, vị trí, vướng mắc, xã hội, \
     xây dựng, xử lý, xử phạt, y tế, yêu cầu, ý kiến";

/// Pairs that join what stands before and after them: `6 tháng đầu năm 2024` is one.
const PARTS_OF_PERIODS: &[&str] = &["tháng đầu", "tháng cuối", "đầu năm", "cuối năm"];

/// Whether a pair is the number of a quarter or a month and the word for its year: `III năm`, `9 năm`.
fn numbers_a_year(pair: &str) -> bool {
    let number = pair.strip_suffix(" năm").unwrap_or_default();
    !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || matches!(c, 'i' | 'v'))
}

/// Splits the text of a title into pieces. Beside what [`pieces`] keeps, common words of two syllables stay on one line,
/// in small letters and in capitals; between two of them a line may break. Spaces stay ordinary spaces, so that the
/// words of a title can be searched for.
///
/// ```
/// use baocao_vietnamese::{compounds::title_pieces, nobreak::Piece};
/// assert_eq!(
///     title_pieces("VỀ CẢI CÁCH HÀNH CHÍNH"),
///     [
///         Piece::Text("VỀ ".into()),
///         Piece::Keep("CẢI CÁCH".into()),
///         Piece::Text(" ".into()),
///         Piece::Keep("HÀNH CHÍNH".into()),
///     ]
/// );
/// ```
pub fn title_pieces(text: &str) -> Vec<Piece> {
    let mut out = Vec::new();
    for piece in pieces(text) {
        match piece {
            Piece::Text(text) => keep_compounds(&text, &mut out),
            keep @ Piece::Keep(_) => out.push(keep),
        }
    }
    out
}

/// Words that a new part of a title begins with.
const TURNS: [&str; 9] = ["của", "và", "về", "theo", "tại", "trên", "trong", "từ", "nhằm"];

/// Whether a text, which is what follows a space of a title, begins a part that its sense sets off: a period, what belongs to
/// somebody (`của`), a second member (`và`). There a title of several lines is best broken.
///
/// ```
/// use baocao_vietnamese::compounds::begins_part;
/// assert!(begins_part("QUÝ III NĂM 2026") && begins_part("6 tháng đầu năm") && begins_part("của UBND xã"));
/// assert!(!begins_part("hành chính"));
/// ```
pub fn begins_part(text: &str) -> bool {
    let text = small(text);
    let mut words = text.split([' ', '\u{a0}']);
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    match first {
        "quý" => second.starts_with(['i', 'v']),
        "năm" | "tháng" => number(second),
        "đối" => second == "với",
        "phục" => second == "vụ",
        "giai" => second == "đoạn",
        _ => TURNS.contains(&first) || (number(first) && second == "tháng"),
    }
}

/// Whether two words are a compound.
fn is_compound(pair: &str) -> bool {
    static KNOWN: LazyLock<HashSet<&str>> = LazyLock::new(|| COMPOUNDS.split(", ").collect());
    KNOWN.contains(pair)
}

fn keep_compounds(text: &str, out: &mut Vec<Piece>) {
    let small = small(text);
    let words = words(&small);
    let (mut done, mut at) = (0, 0);
    while at < words.len() {
        let last = last_of_group(&small, &words, at);
        if last > at {
            push_text(&text[done..words[at].start], out);
            out.push(Piece::Keep(plain(&text[words[at].start..words[last].end])));
            done = words[last].end;
        }
        at = last + 1;
    }
    push_text(&text[done..], out);
}

/// The last of the words that stay on one line with the word `at`.
fn last_of_group(small: &str, words: &[Range<usize>], at: usize) -> usize {
    let (mut last, mut after_compound) = (at, false);
    while let (Some(word), Some(next)) = (words.get(last), words.get(last + 1)) {
        let pair = bare_of_signs(&small[word.start..next.end]);
        let of_period = PARTS_OF_PERIODS.contains(&pair) || numbers_a_year(pair);
        let joined = small[word.end..].starts_with('\u{a0}') || of_period;
        let compound = !joined && !after_compound && is_compound(pair);
        if !joined && !compound {
            break;
        }
        after_compound = compound;
        last += 1;
    }
    last
}

/// The places of the words.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = 0;
    for word in text.split([' ', '\u{a0}', '\n']) {
        if !word.is_empty() {
            words.push(start..start + word.len());
        }
        start += word.len();
        start += text[start..].chars().next().map_or(0, char::len_utf8);
    }
    words
}

/// Without the brackets and quotes before it and the punctuation after it.
fn bare_of_signs(pair: &str) -> &str {
    pair.trim_start_matches(['(', '"', '“']).trim_end_matches([',', ';', ':', '.', ')', '"', '”'])
}

fn push_text(text: &str, out: &mut Vec<Piece>) {
    if !text.is_empty() {
        out.push(Piece::Text(text.to_owned()));
    }
}
