//! Words of reports that are often mistyped as other good syllables.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::RandomState;

use super::plain::Word;
use super::{Kind, plain_texts};
use crate::check::{Family, Rule, Say, Subject, Told};
use crate::diagnostic::Severity;
use crate::msg;
use crate::vietnamese::encoding::nfc;

pub(in crate::check) const MISSPELT: Family =
    Family { name: Say { vi: "Từ hay viết sai", en: "Words often misspelt" }, rules: &[&OFTEN], check };

const OFTEN: Rule = Rule {
    id: "van-ban/tu-hay-sai",
    severity: Severity::Warning,
    title: Say { vi: "Từ quen dùng viết đúng chính tả", en: "Common words are spelt right" },
    why: Say {
        vi: "Danh sách ngắn những từ hay gõ nhầm trong báo cáo hành chính mà dạng sai không có nghĩa nào khác: sử lý, bổ xung, \
             sát nhập, chuyên đôi số ... Không thay cho việc đọc soát.",
        en: "A short list of words that reports often mistype, whose wrong form means nothing else: sử lý, bổ xung, sát \
             nhập ... It does not replace reading.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Đã xử lý, bổ sung, sắp xếp, sáp nhập; niêm yết công khai; củng cố tổ chức."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Đã sử lý và bổ xung hồ sơ."}}"#,
};

/// The right words, and the wrong ones that are typed for them.
const WORDS: [(&str, &str); 62] = [
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
    ("trực tuyến", "trực tuyên"),
    ("phổ biến", "phổ biên"),
    ("hài lòng", "hài lồng"),
    ("chính quyền", "chính quyên"),
    ("công nghệ", "công nghê"),
    ("tài chính", "tài chinh"),
    ("khiếu nại", "khiếu lại|khiếu nai"),
    ("tiếp nhận", "tiếp nhân và|tiếp nhân hồ"),
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

fn check(subject: &Subject<'_>, told: &mut Told) {
    let mut kind = Kind::new(&OFTEN);
    for plain in plain_texts(subject) {
        let words: Vec<Word<'_>> = plain.words().collect();
        let small = |word: &Word<'_>| composed(plain.small(&word.range));
        for (at, word) in words.iter().enumerate() {
            let Some(slips) = SLIPS.get(small(word).as_ref()) else { continue };
            let slip = slips.iter().find(|(rest, _)| {
                let follows = words.get(at + 1..=at + rest.len());
                follows.is_some_and(|follows| {
                    let mut end = word.range.end;
                    rest.iter().zip(follows).all(|(syllable, word)| {
                        let joined = &plain.text[end..word.range.start] == " ";
                        end = word.range.end;
                        joined && small(word) == *syllable
                    })
                })
            });
            if let Some((rest, right)) = slip {
                let end = words[at + rest.len()].range.end;
                let say = msg!("từ viết sai chính tả", "a word is misspelt");
                let finding = kind.add(subject, &plain, word.range.start..end, say);
                finding.expected = Some(msg!("có lẽ là \"{right}\"", "probably \"{right}\""));
            }
        }
    }
    kind.tell(told);
}

/// A word of composed letters; most are so already.
fn composed(word: &str) -> Cow<'_, str> {
    if word.chars().any(|c| matches!(c, '\u{300}'..='\u{36f}')) { Cow::Owned(nfc(word)) } else { Cow::Borrowed(word) }
}
