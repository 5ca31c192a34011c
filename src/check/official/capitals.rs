//! Capitals of Annex II that can be decided without understanding the sentence.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::spots::Spots;
use crate::check::{Family, Kind, Passage, Rule, Say, Subject, Told};
use crate::diagnostic::{Message, Severity};
use crate::msg;

pub(super) const CAPITALS: Family = Family {
    name: Say { vi: "Viết hoa", en: "Capitals" },
    rules: &[&PEOPLE, &DOCUMENT, &SYLLABLES, &COMMITTEE, &ARTICLE, &QUARTER, &PHRASE],
    check,
};

const PEOPLE: Rule = Rule {
    id: "viet-hoa/nhan-dan-nha-nuoc",
    severity: Severity::Note,
    title: Say {
        vi: "Danh từ Nhân dân, Nhà nước viết hoa", en: "The nouns Nhân dân and Nhà nước have capitals"
    },
    why: Say {
        vi: "\"phục vụ Nhân dân\", \"của Nhà nước\". Trong tên cơ quan và cụm từ (Ủy ban nhân dân, hội đồng nhân dân, quản lý \
             nhà nước, cơ quan nhà nước, ...) thì không. Chỉ xét những chỗ chắc là danh từ; nêu một lần, kèm số chỗ.",
        en: "Not so in names and phrases (Ủy ban nhân dân, quản lý nhà nước, ...). Only what is surely the noun is looked \
             at; told once, with the number of places.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, mục V.1"),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"kien-nghi": "Chính sách của Nhà nước đến với Nhân dân qua Ủy ban nhân dân xã và cơ quan nhà nước."}}"#,
    fails: r#"{"sections": {"kien-nghi": "Nâng cao chất lượng phục vụ nhân dân."}}"#,
};

const DOCUMENT: Rule = Rule {
    id: "viet-hoa/ten-loai-van-ban",
    severity: Severity::Note,
    title: Say {
        vi: "Tên loại của một văn bản cụ thể viết hoa chữ đầu",
        en: "The type of a particular document has a capital",
    },
    why: Say {
        vi: "\"Nghị định số 30/2020/NĐ-CP\": có số, ký hiệu là văn bản cụ thể. Nêu một lần, kèm số chỗ.",
        en: "A number and a symbol make it a particular one. Told once, with the number of places.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, mục V"),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"kien-nghi": "Thực hiện Kế hoạch số 05/KH-UBND ngày 12/01/2026 của UBND xã."}}"#,
    fails: r#"{"sections": {"kien-nghi": "Thực hiện kế hoạch số 05/KH-UBND ngày 12/01/2026 của UBND xã."}}"#,
};

const SYLLABLES: Rule = Rule {
    id: "viet-hoa/moi-am-tiet",
    severity: Severity::Note,
    title: Say {
        vi: "Tên loại văn bản, chức vụ chỉ viết hoa chữ đầu",
        en: "Types and posts have one capital, not one a syllable",
    },
    why: Say {
        vi: "\"Quyết định\", \"Kế hoạch\", \"Chủ tịch\", không phải \"Quyết Định\", \"Kế Hoạch\", \"Chủ Tịch\". Nêu một lần, kèm số chỗ.",
        en: "\"Quyết định\", not \"Quyết Định\". Told once, with the number of places.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, mục V"),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"kien-nghi": "Chủ tịch UBND xã đã ban hành Kế hoạch năm 2026."}}"#,
    fails: r#"{"sections": {"kien-nghi": "Chủ Tịch UBND xã đã ban hành Kế Hoạch năm 2026."}}"#,
};

const COMMITTEE: Rule = Rule {
    id: "viet-hoa/uy-ban-nhan-dan",
    severity: Severity::Note,
    title: Say {
        vi: "Viết \"Ủy ban nhân dân\", \"Hội đồng nhân dân\"",
        en: "\"Ủy ban nhân dân\" and \"Hội đồng nhân dân\"",
    },
    why: Say {
        vi: "Tên cơ quan chỉ viết hoa chữ đầu của từ chỉ loại hình: \"Ủy ban nhân dân tỉnh ...\". Nêu một lần, kèm số chỗ.",
        en: "Only the first syllable has a capital. Told once, with the number of places.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, mục IV"),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"kien-nghi": "Đề nghị Ủy ban nhân dân tỉnh xem xét."}}"#,
    fails: r#"{"sections": {"kien-nghi": "Đề nghị Ủy ban Nhân dân tỉnh xem xét."}}"#,
};

const ARTICLE: Rule = Rule {
    id: "viet-hoa/dieu-khoan-diem",
    severity: Severity::Note,
    title: Say {
        vi: "Viện dẫn: \"điểm a khoản 2 Điều 3\"", en: "Citations: \"điểm a khoản 2 Điều 3\""
    },
    why: Say {
        vi: "Khi viện dẫn văn bản cụ thể, \"Điều\" viết hoa, \"khoản\" và \"điểm\" giữa câu viết thường. Nêu một lần, kèm số \
             chỗ.",
        en: "Điều has a capital; khoản and điểm inside a sentence have none. Told once, with the number of places.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục II, mục V"),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"kien-nghi": "Sửa đổi khoản 2 Điều 3 Quy chế làm việc."}}"#,
    fails: r#"{"sections": {"kien-nghi": "Sửa đổi Khoản 2 điều 3 Quy chế làm việc."}}"#,
};

const QUARTER: Rule = Rule {
    id: "viet-hoa/quy",
    severity: Severity::Note,
    title: Say {
        vi: "Giữa câu viết \"quý III\", không viết hoa", en: "\"quý III\" has no capital inside a sentence"
    },
    why: Say {
        vi: "Phụ lục II không có trường hợp viết hoa chữ \"quý\"; đầu câu thì viết hoa như mọi chữ. Nêu một lần, kèm số chỗ.",
        en: "Annex II has no capital for it except where a sentence begins. Told once, with the number of places.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục II"),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"kien-nghi": "Quý III năm 2026 đã hoàn thành, kết quả quý III cao hơn quý II."}}"#,
    fails: r#"{"sections": {"kien-nghi": "Kết quả Quý III năm 2026 cao hơn quý II."}}"#,
};

const PHRASE: Rule = Rule {
    id: "viet-hoa/giua-cum-tu",
    severity: Severity::Note,
    title: Say {
        vi: "Cụm từ thường không viết hoa ở giữa: \"thủ tục hành chính\"",
        en: "No capital inside ordinary phrases: \"thủ tục hành chính\"",
    },
    why: Say {
        vi: "Chỉ xét các cụm từ của cải cách hành chính khi chữ trước viết thường, nên tên cơ quan, tên văn bản không bị \
             xét. Nêu một lần, kèm số chỗ.",
        en: "Only phrases of administrative reform are looked at, and only after a small first letter, so that names are \
             left alone. Told once, with the number of places.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục II"),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"kien-nghi": "Đơn giản hóa thủ tục hành chính tại Trung tâm Phục vụ hành chính công."}}"#,
    fails: r#"{"sections": {"kien-nghi": "Đơn giản hóa thủ tục Hành chính."}}"#,
};

/// What a rule looks for. A pattern begins with plain letters and asks for no word boundary, so that long texts are
/// searched fast; what stands before and after is looked at for the few places that it finds.
struct Search {
    pattern: LazyLock<Option<Regex>>,
    /// Whether a place counts, by the text before it, itself, and the text after it.
    counts: fn(&str, &str, &str) -> bool,
}

static PEOPLE_WORDS: Search = Search {
    pattern: LazyLock::new(|| Regex::new("nhân dân|nhà nước").ok()),
    counts: |before, word, after| {
        let before = before.trim_end();
        if word == "nhà nước" {
            return ends_with_word(before, &["của", "Đảng,", "Đảng và"]);
        }
        let noun_before = [
            "phục vụ",
            "trong",
            "của",
            "với",
            "cùng",
            "cán bộ,",
            "tới",
            "đến",
            "đại diện",
            "cử tri và",
            "cán bộ và",
            "chính quyền và",
            "tầng lớp",
            "quần chúng",
            "giúp",
            "viên chức và",
        ];
        let noun_after = [
            "trên",
            "trong",
            "và",
            "được",
            "tại",
            "địa phương",
            "các",
            "đối",
            "về",
            "tham gia",
            "thực hiện",
            "tận tình",
            "đã",
            "để",
            "khi",
            "theo",
            "có",
            "hiểu",
            "biết",
            "nắm",
        ];
        let rest = after.trim_start();
        let ends = rest.is_empty() || rest.starts_with(['.', ',', ';', ':', ')']);
        ends_with_word(before, &noun_before) && (ends || begins_with_word(rest, &noun_after))
    },
};

static DOCUMENT_WORDS: Search = Search {
    pattern: LazyLock::new(|| {
        Regex::new(
            "luật|nghị định|nghị quyết|quyết định|chỉ thị|thông tư|kế hoạch|công văn|thông báo|tờ trình|kết luận",
        )
        .ok()
    }),
    counts: |_, _, after| {
        let Some(rest) = after.trim_start().strip_prefix("số") else { return false };
        let number = rest.trim_start_matches([':', ' ']);
        let symbol = number.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '/' | ' '));
        number[..number.len() - symbol.len()].contains('/')
            && number.starts_with(|c: char| c.is_ascii_digit())
            && symbol.starts_with(char::is_uppercase)
    },
};

static SYLLABLE_WORDS: Search = Search {
    pattern: LazyLock::new(|| {
        Regex::new(concat!(
            "Nghị Định|Nghị Quyết|Quyết Định|Chỉ Thị|Thông Tư|Kế Hoạch|Công Văn|Thông Báo|Báo Cáo|Tờ Trình|Phó Chủ Tịch|",
            "Phó Giám Đốc|Chủ Tịch|Giám Đốc|Trưởng Phòng|Chánh Văn Phòng|Thủ Tướng",
        ))
        .ok()
    }),
    counts: |_, _, _| true,
};

static COMMITTEE_WORDS: Search = Search {
    pattern: LazyLock::new(|| {
        Regex::new(
            "(?:Ủy|Uỷ|ủy|uỷ) [Bb]an Nhân [Dd]ân|(?:Ủy|Uỷ) Ban nhân [Dd]ân|Hội [Đđ]ồng Nhân [Dd]ân|Hội Đồng nhân [Dd]ân",
        )
        .ok()
    }),
    counts: |_, _, _| true,
};

static ARTICLE_WORDS: Search = Search {
    pattern: LazyLock::new(|| Regex::new(r"(?:Khoản|Điểm)\s+(?:[0-9]+|[a-zđ])|điều\s+[0-9]+").ok()),
    counts: |before, word, _| {
        if !word.starts_with("điều") {
            return is_inside_sentence(before);
        }
        let before = before.trim_end().trim_end_matches(',');
        let clause = before.trim_end_matches(|c: char| c.is_ascii_digit());
        let numbered = clause.len() < before.len() && ends_with_word(clause.trim_end(), &["khoản", "Khoản"]);
        numbered || ends_with_word(before, &["tại", "theo"])
    },
};

static QUARTER_WORDS: Search = Search {
    pattern: LazyLock::new(|| Regex::new(r"Quý\s+(?:III|II|IV|I|[1-4])").ok()),
    counts: |before, _, _| is_inside_sentence(before),
};

static PHRASE_WORDS: Search = Search {
    pattern: LazyLock::new(|| {
        Regex::new(concat!(
            "thủ tục Hành [Cc]hính|cải cách (?:Hành [Cc]hính|Thủ [Tt]ục|Thể [Cc]hế|Tài [Cc]hính|Tổ [Cc]hức|Chế [Đđ]ộ)|",
            "hành Chính|chính quyền (?:Điện [Tt]ử|Số)|dịch vụ Công|công nghệ Thông [Tt]in|chuyển đổi Số|",
            "Cải cách (?:Hành chính|Thủ tục|Thể chế|Tài chính|Tổ chức|Chế độ)|Thủ tục hành chính",
        ))
        .ok()
    }),
    counts: |before, word, _| {
        if word.starts_with("Cải") {
            // Where a line begins, the first capital is right and the second is not.
            let line = before.rsplit('\n').next().unwrap_or_default();
            return line.trim_matches(['-', '+', '#', ' ']).is_empty();
        }
        let before = before.trim_end();
        !word.starts_with("Thủ") || ends_with_word(before, &["giải quyết", "tiếp nhận", "kiểm soát", "niêm yết", "các"])
    },
};

/// Whether a sentence has begun: a small letter or a comma stands before.
fn is_inside_sentence(before: &str) -> bool {
    let bare = before.trim_end();
    bare.len() < before.len() && bare.ends_with(|c: char| c.is_lowercase() || c == ',')
}

fn ends_with_word(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.strip_suffix(word).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric)))
}

fn begins_with_word(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

fn check(subject: &Subject<'_>, told: &mut Told) {
    let small = |word: &str| capital(&word.to_lowercase());
    look(
        &PEOPLE,
        &PEOPLE_WORDS,
        msg!("danh từ này viết hoa chữ đầu", "this noun has a capital"),
        &capital,
        subject,
        told,
    );
    let message =
        msg!("tên loại của một văn bản cụ thể viết hoa chữ đầu", "the type of a particular document has a capital");
    look(&DOCUMENT, &DOCUMENT_WORDS, message, &capital, subject, told);
    let message = msg!("chỉ viết hoa chữ đầu", "only the first syllable has a capital");
    look(&SYLLABLES, &SYLLABLE_WORDS, message.clone(), &small, subject, told);
    look(&COMMITTEE, &COMMITTEE_WORDS, message, &small, subject, told);
    let message = msg!(
        "viết \"Điều\" hoa; \"khoản\", \"điểm\" thường",
        "\"Điều\" has a capital, \"khoản\" and \"điểm\" have none"
    );
    look(&ARTICLE, &ARTICLE_WORDS, message, &swapped, subject, told);
    let message = msg!("giữa câu không viết hoa", "no capital inside a sentence");
    look(&QUARTER, &QUARTER_WORDS, message.clone(), &swapped, subject, told);
    let begins = |word: &str| word.starts_with("Cải");
    let small_inside = |word: &str| if begins(word) { small(word) } else { word.to_lowercase() };
    look(&PHRASE, &PHRASE_WORDS, message, &small_inside, subject, told);
}

fn look(
    rule: &Rule,
    search: &Search,
    message: Message,
    mended: &dyn Fn(&str) -> String,
    subject: &Subject<'_>,
    told: &mut Told,
) {
    let mut spots = Spots::default();
    for passage in subject.passages() {
        if !is_running_text(passage) {
            continue;
        }
        for range in places(search, &passage.text) {
            let wanted = mended(&passage.text[range.clone()]);
            spots.add_expecting(passage, range, wanted);
        }
    }
    spots.tell(rule, message, msg!("sửa lại chữ hoa, chữ thường", "change the capitals"), subject, told);
}

/// Texts of sentences: the narrative, headings, the abstract, notes.
fn is_running_text(passage: &Passage<'_>) -> bool {
    match passage.kind {
        Kind::Prose | Kind::Heading => true,
        Kind::Field => passage.pointer == "/document/subject",
        Kind::Cell => false,
    }
}

fn places(search: &Search, text: &str) -> Vec<Range<usize>> {
    let Some(pattern) = search.pattern.as_ref() else { return Vec::new() };
    let counts = |range: &Range<usize>| {
        let (before, after) = (&text[..range.start], &text[range.end..]);
        !before.ends_with(char::is_alphanumeric)
            && !after.starts_with(char::is_alphanumeric)
            && (search.counts)(before, &text[range.clone()], after)
    };
    pattern.find_iter(text).map(|found| found.range()).filter(counts).collect()
}

/// With a capital at the beginning.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// With the first letter in the other case.
fn swapped(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if first.is_uppercase() => first.to_lowercase().chain(letters).collect(),
        _ => capital(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(search: &Search, text: &str) -> usize {
        places(search, text).len()
    }

    #[test]
    fn nouns_are_told_from_phrases() {
        for text in
            ["phục vụ nhân dân tận tình", "cử tri và nhân dân trong xã", "pháp luật của nhà nước.", "với nhân dân."]
        {
            assert_eq!(count(&PEOPLE_WORDS, text), 1, "{text}");
        }
        for text in [
            "của Ủy ban nhân dân xã",
            "quản lý nhà nước",
            "cơ quan nhà nước",
            "của Nhà nước",
            "đồng nhân dân tệ",
            "lực lượng vũ trang nhân dân trên địa bàn",
            "tòa án nhân dân, viện kiểm sát nhân dân",
            "thuộc phạm vi quản lý nhà nước của Sở",
            "công an nhân dân trong",
        ] {
            assert_eq!(count(&PEOPLE_WORDS, text), 0, "{text}");
        }
    }

    #[test]
    fn documents_and_articles() {
        assert_eq!(count(&DOCUMENT_WORDS, "theo nghị định số 30/2020/NĐ-CP"), 1);
        assert_eq!(count(&DOCUMENT_WORDS, "theo Nghị định số 30/2020/NĐ-CP, kế hoạch số 5 đã đề ra"), 0);
        assert_eq!(count(&ARTICLE_WORDS, "sửa đổi Khoản 2, Điều 3 Quy định"), 1);
        assert_eq!(count(&ARTICLE_WORDS, "điểm a khoản 2 Điều 3. Khoản 4 giữ nguyên"), 0);
        assert_eq!(count(&ARTICLE_WORDS, "có 05 điều 10 khoản"), 0);
    }

    #[test]
    fn quarters_and_phrases() {
        assert_eq!(count(&QUARTER_WORDS, "hành chính Quý III năm 2023"), 1);
        assert_eq!(count(&QUARTER_WORDS, "đã xong. Quý III năm 2023; quý IV"), 0);
        assert_eq!(count(&PHRASE_WORDS, "giải quyết thủ tục Hành chính"), 1);
        assert_eq!(count(&PHRASE_WORDS, "Cải cách Tài chính công"), 1);
        assert_eq!(count(&PHRASE_WORDS, "quá trình giải quyết Thủ tục hành chính"), 1);
        assert_eq!(count(&PHRASE_WORDS, "Trung tâm Phục vụ Hành chính công, Ban Chỉ đạo Cải cách Hành chính"), 0);
        assert_eq!(count(&SYLLABLE_WORDS, "Quyết Định số 5, Chủ tịch, Kế hoạch"), 1);
        assert_eq!(count(&COMMITTEE_WORDS, "Ủy ban Nhân dân tỉnh, Ủy ban nhân dân xã và Nhân dân"), 1);
    }
}
