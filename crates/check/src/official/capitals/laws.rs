//! The names of laws, and of ministries and departments.

use std::ops::Range;

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;

use super::search::{ends_with_word, is_running_text};
use crate::official::spots::Spots;
use crate::{Rule, Say, Subject, Told};

pub(super) const LAW: Rule = Rule {
    id: Id::new("viet-hoa/ten-luat"),
    severity: Severity::Note,
    title: Say {
        vi: "Tên luật viết hoa: \"Luật Đất đai\"", en: "Names of laws have capitals: \"Luật Đất đai\""
    },
    why: Say {
        vi: "Tên riêng của luật viết hoa chữ đầu của tên loại và của nội dung, đủ dấu phẩy: \"Luật Phòng, chống tham nhũng\"; \
             \"Hiến pháp\". Chỉ xét những luật có trong danh sách. Nêu một lần, kèm các chỗ.",
        en: "Both the type and the subject begin with a capital, and the commas of the name stay. Only laws of a list are \
             looked at. Told once, with all places.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, mục V.4"),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"kien-nghi": "Phổ biến Luật Đất đai, Luật Phòng, chống ma túy; pháp luật đất đai; các luật mới."}}"#,
    fails: r#"{"sections": {"kien-nghi": "Phổ biến Luật đất đai, Luật Phòng chống ma túy."}}"#,
};

pub(super) const MINISTRY: Rule = Rule {
    id: Id::new("viet-hoa/ten-so-nganh"),
    severity: Severity::Note,
    title: Say {
        vi: "Tên bộ, sở, phòng viết hoa từng lĩnh vực",
        en: "Each field in the name of a ministry or department has a capital",
    },
    why: Say {
        vi: "\"Sở Giáo dục và Đào tạo\", \"Phòng Lao động - Thương binh và Xã hội\". Nêu một lần, kèm các chỗ.",
        en: "\"Sở Giáo dục và Đào tạo\". Told once, with all places.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, mục IV"),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"kien-nghi": "Sở Giáo dục và Đào tạo đã hướng dẫn; ngành giáo dục và đào tạo."}}"#,
    fails: r#"{"sections": {"kien-nghi": "Sở Giáo dục và đào tạo đã hướng dẫn."}}"#,
};

/// Laws that reports name, without the word itself.
const LAWS: &str = "Đất đai|Nghĩa vụ quân sự|Hộ tịch|Cư trú|Hôn nhân và gia đình|Bảo hiểm xã hội|Bảo hiểm y tế|An toàn thực \
    phẩm|An ninh mạng|Tiếp cận thông tin|Khiếu nại|Tố cáo|Tiếp công dân|Viên chức|Cán bộ, công chức|Ngân sách nhà nước|Đầu tư \
    công|Đầu tư|Đấu thầu|Đấu giá tài sản|Doanh nghiệp|Hỗ trợ doanh nghiệp nhỏ và vừa|Xây dựng|Nhà ở|Bảo vệ môi trường|Trẻ em|\
    Thanh niên|Người cao tuổi|Người khuyết tật|Bình đẳng giới|Giáo dục|Thi đua, khen thưởng|Tổ chức chính quyền địa phương|Hòa \
    giải ở cơ sở|Thực hiện dân chủ ở cơ sở|Căn cước|Công chứng|Thanh tra|Lưu trữ|Giao dịch điện tử|Dân quân tự vệ|Lý lịch tư \
    pháp|Trợ giúp pháp lý|Nuôi con nuôi|Quốc tịch Việt Nam|Xử lý vi phạm hành chính|Phòng cháy và chữa cháy|Lâm nghiệp|Thủy \
    lợi|Chăn nuôi|Thú y|Trồng trọt|Hợp tác xã|Quản lý thuế|Quy hoạch|Khoáng sản|Tài nguyên nước|Khám bệnh, chữa bệnh|Công \
    nghệ thông tin|Giao thông đường bộ|Trật tự, an toàn giao thông đường bộ|Ban hành văn bản quy phạm pháp luật|Phổ biến, giáo \
    dục pháp luật|Trách nhiệm bồi thường của Nhà nước|Bảo vệ bí mật nhà nước|Phòng, chống tham nhũng|Phòng, chống ma túy|Phòng, \
    chống mua bán người|Phòng, chống bạo lực gia đình|Phòng, chống thiên tai|Phòng, chống tác hại của thuốc lá|Phòng, chống tác \
    hại của rượu, bia|Phòng, chống bệnh truyền nhiễm|Phòng, chống rửa tiền|Phòng, chống khủng bố";

/// Fields of ministries and departments of several words.
const FIELDS: &str = "Giáo dục và Đào tạo|Thông tin và Truyền thông|Tài nguyên và Môi trường|Nông nghiệp và Phát triển nông \
    thôn|Nông nghiệp và Môi trường|Kế hoạch và Đầu tư|Khoa học và Công nghệ|Văn hóa và Thông tin|Lao động - Thương binh và Xã \
    hội|Văn hóa, Thể thao và Du lịch";

/// A place of a name that is written otherwise than it should be, and what should stand there.
type Slip = (Range<usize>, String);

/// The name of a list with which a text begins, in any case, with or without its commas, and how long it is there.
fn named(text: &str, names: &'static str) -> Option<(usize, &'static str)> {
    let known = names.split('|').filter_map(|name| Some((reach(text, name)?, name)));
    known.filter(|(length, _)| !text[*length..].starts_with(char::is_alphanumeric)).max_by_key(|(length, _)| *length)
}

/// How far a name reaches at the beginning of a text.
fn reach(text: &str, name: &str) -> Option<usize> {
    let mut letters = text.char_indices().peekable();
    for wanted in name.chars() {
        let (_, letter) = letters.peek()?;
        if wanted == ',' && *letter != ',' {
            continue;
        }
        if !letter.to_lowercase().eq(wanted.to_lowercase()) {
            return None;
        }
        letters.next();
    }
    Some(letters.peek().map_or(text.len(), |(at, _)| *at))
}

/// The places of a word in a text, as a whole word before a space.
fn places_of<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = usize> + 't {
    let whole =
        move |at: &usize| !text[..*at].ends_with(char::is_alphanumeric) && text[*at + word.len()..].starts_with(' ');
    text.match_indices(word).map(|(at, _)| at).filter(whole)
}

/// Whether words are all in capitals, as in titles.
fn is_in_capitals(word: &str) -> bool {
    !word.chars().any(char::is_lowercase)
}

fn laws(text: &str) -> Vec<Slip> {
    let mut slips = Vec::new();
    for (at, word) in ["Luật", "luật"].into_iter().flat_map(|word| places_of(text, word).map(move |at| (at, word)))
    {
        let start = at + word.len() + 1;
        let Some((length, right)) = named(&text[start..], LAWS) else { continue };
        let name = &text[start..start + length];
        // `pháp luật đất đai`, `các luật đầu tư` speak of no single law.
        let single = word == "Luật" || name.starts_with(char::is_uppercase);
        let other = ends_with_word(text[..at].trim_end(), &["pháp", "Pháp", "Bộ"]);
        if single && !other && !is_in_capitals(name) && (name != right || word == "luật") {
            slips.push((at..start + length, format!("Luật {right}")));
        }
    }
    for at in places_of(text, "hiến pháp").chain(text.match_indices("hiến pháp,").map(|(at, _)| at)) {
        let end = at + "hiến pháp".len();
        let nouns = [" và pháp luật", ", pháp luật", " năm 2013", " nước"];
        if nouns.iter().any(|next| text[end..].starts_with(next)) {
            slips.push((at..end, "Hiến pháp".to_owned()));
        }
    }
    slips.sort_by_key(|(range, _)| range.start);
    slips
}

fn ministries(text: &str) -> Vec<Slip> {
    let mut slips = Vec::new();
    let kinds = ["Sở", "Bộ", "Phòng"];
    for (at, word) in kinds.into_iter().flat_map(|word| places_of(text, word).map(move |at| (at, word))) {
        let start = at + word.len() + 1;
        let Some((length, right)) = named(&text[start..], FIELDS) else { continue };
        let name = &text[start..start + length];
        if name.starts_with(char::is_uppercase) && !is_in_capitals(name) && name != right {
            slips.push((at..start + length, format!("{word} {right}")));
        }
    }
    slips.sort_by_key(|(range, _)| range.start);
    slips
}

pub(super) fn check(subject: &Subject<'_>, told: &mut Told) {
    let (mut law, mut ministry) = (Spots::default(), Spots::default());
    for passage in subject.passages().iter().filter(|passage| is_running_text(passage)) {
        laws(&passage.text).into_iter().for_each(|(range, right)| law.add_expecting(passage, range, right));
        ministries(&passage.text).into_iter().for_each(|(range, right)| ministry.add_expecting(passage, range, right));
    }
    let hint = msg!("sửa lại chữ hoa, dấu phẩy", "change the capitals and commas");
    let message = msg!("tên luật viết hoa và đủ dấu phẩy", "the name of a law should have its capitals and commas");
    law.tell(&LAW, &message, &hint, subject, told);
    let message = msg!("tên cơ quan viết hoa từng lĩnh vực", "each field in the name should have a capital");
    ministry.tell(&MINISTRY, &message, &hint, subject, told);
}
