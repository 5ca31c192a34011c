//! How paragraphs, list items and the text itself end.

use super::paragraphs::{Piece, Shape, body, pieces};
use super::spots::Spots;
use crate::check::{Family, Passage, Rule, Say, Subject, Told};
use crate::diagnostic::Severity;
use crate::msg;

pub(super) const ENDINGS: Family =
    Family {
        name: Say { vi: "Dấu câu cuối đoạn", en: "How paragraphs end" }, rules: &[&NO_END, &MIXED, &SIGN], check
    };

const NO_END: Rule = Rule {
    id: "the-thuc/thieu-dau-cuoi-doan",
    severity: Severity::Note,
    title: Say {
        vi: "Cuối mục, cuối mục liệt kê có dấu câu", en: "Punctuation ends sections and list items"
    },
    why: Say {
        vi: "Câu cuối của một mục kết thúc bằng dấu chấm; mục liệt kê bằng dấu chấm phẩy hoặc dấu chấm; dấu phẩy không kết \
             thúc đoạn. Dòng ngắn có nội dung ở dưới là đầu mục hay tên bảng, đoạn dài do van-ban/thieu-dau-cuoi-doan xét. \
             Không xét đoạn cuối của văn bản (chương trình đặt ./.), bảng, đoạn trong ngoặc đơn và mục chỉ ghi con số. Cả \
             báo cáo chỉ nêu một lần, kèm số chỗ.",
        en: "A full stop ends a section, a semicolon or a full stop an item; a comma ends nothing. A short line with \
             something below it is a heading or the name of a table; van-ban/thieu-dau-cuoi-doan looks at long paragraphs. \
             The last paragraph, tables, paragraphs in brackets and items that only give a figure are not looked at. Told \
             once a report.",
    },
    law: None,
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"kien-nghi": "UBND xã không có kiến nghị."}}"#,
    fails: r#"{"sections": {"kien-nghi": "UBND xã không có kiến nghị"}}"#,
};

const MIXED: Rule = Rule {
    id: "the-thuc/lan-dau-liet-ke",
    severity: Severity::Note,
    title: Say {
        vi: "Các mục trong một danh sách kết thúc thống nhất", en: "The items of one list end in one way"
    },
    why: Say {
        vi: "Hoặc mọi mục kết thúc bằng dấu chấm, hoặc bằng dấu chấm phẩy và mục cuối bằng dấu chấm. Mục dẫn vào mục con \
             (dấu hai chấm) không bị xét. Cả báo cáo chỉ nêu một lần, kèm số danh sách.",
        en: "Either all end with full stops, or all with semicolons and the last with a full stop. Items that lead to \
             others by a colon are not looked at. Told once a report.",
    },
    law: None,
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"kien-nghi": "- Tập huấn nghiệp vụ;\n- Bổ sung kinh phí;\n- Nâng cấp phần mềm."}}"#,
    fails: r#"{"sections": {"kien-nghi": "- Tập huấn nghiệp vụ;\n- Bổ sung kinh phí.\n- Nâng cấp phần mềm."}}"#,
};

const SIGN: Rule = Rule {
    id: "the-thuc/dau-ket-thuc-giua-chung",
    severity: Severity::Warning,
    title: Say { vi: "Dấu ./. chỉ đứng cuối văn bản", en: "The sign ./. stands at the end only" },
    why: Say {
        vi: "Chương trình đặt ./. sau chữ cuối của lời văn; ./. ở giữa là phần còn sót của một văn bản khác.",
        en: "The program sets it after the last word. One in the middle is left from another document.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4"),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"kien-nghi": "UBND xã không có kiến nghị."}}"#,
    fails: r#"{"sections": {"kien-nghi": "UBND xã không có kiến nghị./."}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    let closing = format!("/sections/{}", crate::report::pointer_part(&subject.set.outline.closing));
    let passages: Vec<&Passage<'_>> = body(subject).collect();
    let has_closing = subject.set.sections.contains_key(&subject.set.outline.closing)
        || passages.iter().any(|passage| passage.pointer == closing);
    let (mut no_end, mut mixed) = (Spots::default(), Spots::default());
    for (at, passage) in passages.iter().enumerate() {
        let pieces = pieces(passage);
        let ends_text = passage.pointer == closing || !has_closing && at + 1 == passages.len();
        let looked_at = if ends_text { pieces.len().saturating_sub(1) } else { pieces.len() };
        for (number, piece) in pieces[..looked_at].iter().enumerate() {
            if !ended(passage, piece) && must_end(passage, piece, pieces.get(number + 1)) {
                no_end.add(passage, last_word(passage, piece));
            }
            sign(passage, piece, subject, told);
        }
        if !ends_text {
            lists(passage, &pieces, &mut mixed);
        }
    }
    no_end.tell(
        &NO_END,
        msg!("cuối đoạn hoặc cuối mục liệt kê thiếu dấu câu", "a paragraph or an item ends without punctuation"),
        msg!("thêm dấu chấm hoặc dấu chấm phẩy", "add a full stop or a semicolon"),
        subject,
        told,
    );
    mixed.tell(
        &MIXED,
        msg!("các mục của danh sách này kết thúc không thống nhất", "the items of this list end in different ways"),
        msg!("dùng \";\" cho các mục trên, \".\" cho mục cuối", "\";\" after all items and \".\" after the last"),
        subject,
        told,
    );
}

/// The sign that a piece ends with; brackets and quotes after it do not count.
fn end(passage: &Passage<'_>, piece: &Piece) -> Option<char> {
    passage.text[piece.range.clone()].trim_end_matches([')', ']', '"', '”', '“', '’', ' ', '\n']).chars().next_back()
}

fn ended(passage: &Passage<'_>, piece: &Piece) -> bool {
    let text = &passage.text[piece.range.clone()];
    if text.starts_with('(') && text.ends_with(')') || text.starts_with('{') {
        return true;
    }
    let outer = text.chars().next_back();
    let bracketed = text.ends_with(')') && matches!(end(passage, piece), Some('.'));
    let figure = text.rsplit(':').next().is_some_and(|after| {
        after.len() < text.len()
            && !after.trim().is_empty()
            && after.trim().len() < 12
            && after.contains(|c: char| c.is_ascii_digit())
    });
    matches!(outer, Some('.' | ';' | ':' | '!' | '?' | '…'))
        || bracketed
        || quoted(text)
        || figure && piece.shape != Shape::Paragraph
}

/// A line of fewer words may be a heading or the name of a table, when something follows it.
const SENTENCE: usize = 16;

/// Whether a piece is one that punctuation ends: an item among items, or the end of its section. A comma ends nothing.
fn must_end(passage: &Passage<'_>, piece: &Piece, next: Option<&Piece>) -> bool {
    let text = &passage.text[piece.range.clone()];
    let long = text.split_whitespace().nth(SENTENCE - 1).is_some();
    let table = passage.raw[piece.range.end..].trim_start_matches(['*', '_', ' ', '\n']).starts_with('|');
    let item = matches!(piece.shape, Shape::Item(_));
    let among_items = item && (long || next.is_some_and(|next| next.shape == piece.shape));
    let ends_section = next.is_none() && (item || !long);
    match piece.shape {
        Shape::Heading => false,
        Shape::Paragraph if text.ends_with(',') => true,
        _ => among_items || ends_section && !table,
    }
}

/// Whether a full stop stands inside the closing quotation mark.
fn quoted(text: &str) -> bool {
    text.strip_suffix(['"', '”', '“', '’']).is_some_and(|inner| inner.ends_with(['.', '!', '?']))
}

/// The last word of a piece.
fn last_word(passage: &Passage<'_>, piece: &Piece) -> std::ops::Range<usize> {
    let text = &passage.text[piece.range.clone()];
    let start = text.trim_end().rfind(char::is_whitespace).map_or(0, |space| space + 1);
    piece.range.start + start..piece.range.end
}

fn sign(passage: &Passage<'_>, piece: &Piece, subject: &Subject<'_>, told: &mut Told) {
    let Some(at) = passage.text[piece.range.clone()].find("./.") else { return };
    let start = piece.range.start + at;
    told.finding(
        SIGN.finding(msg!("dấu ./. đứng giữa văn bản", "the sign ./. stands in the middle of the text"))
            .at(subject.place(passage, start..start + 3))
            .found("./.")
            .expected(msg!(".", ".")),
    );
}

/// Lists whose items end in different ways.
fn lists<'a>(passage: &'a Passage<'a>, pieces: &[Piece], mixed: &mut Spots<'a>) {
    let mut at = 0;
    while at < pieces.len() {
        let shape = pieces[at].shape;
        let length = pieces[at..].iter().take_while(|piece| piece.shape == shape).count();
        if let (Shape::Item(_), list) = (shape, &pieces[at..at + length])
            && let Some(odd) = odd_one(passage, list)
        {
            mixed.add(passage, last_word(passage, odd));
        }
        at += length;
    }
}

/// The first item that ends in another way than the first one does.
fn odd_one<'p>(passage: &Passage<'_>, list: &'p [Piece]) -> Option<&'p Piece> {
    let ends: Vec<(&Piece, char)> = list
        .iter()
        .filter_map(|piece| Some((piece, end(passage, piece)?)))
        .filter(|(_, end)| matches!(end, '.' | ';'))
        .collect();
    let ((_, last), above) = ends.split_last()?;
    let (_, first) = above.first()?;
    let odd = above.iter().find(|(_, end)| end != first).map(|(piece, _)| *piece);
    // A list of full stops, or of semicolons with whatever ends the last.
    odd.or_else(|| (*first == '.' && *last == ';').then(|| list.last()).flatten())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Kind;

    fn passage(raw: &str) -> Passage<'_> {
        Passage { pointer: "", kind: Kind::Prose, raw, text: raw.to_owned() }
    }

    #[test]
    fn ends_are_seen() {
        let all_ended = |raw| {
            let passage = passage(raw);
            pieces(&passage).iter().all(|piece| ended(&passage, piece))
        };
        for raw in [
            "Hết.",
            "Gồm:",
            "- Một;",
            "(có phụ lục kèm theo)",
            "Như thế (một phần.)",
            "Nói \"hết.\"",
            "- Số: 05",
            "Hết…",
        ] {
            assert!(all_ended(raw), "{raw}");
        }
        for raw in ["Hết", "Hết,", "- Một", "Như thế (một phần)", "Đạt 100%", "Tổng số: 05"] {
            assert!(!all_ended(raw), "{raw}");
        }
    }

    #[test]
    fn headings_and_names_of_tables_need_no_end() {
        let told = |raw| {
            let passage = passage(raw);
            let pieces = pieces(&passage);
            let open = |(at, piece)| !ended(&passage, piece) && must_end(&passage, piece, pieces.get(at + 1));
            pieces.iter().enumerate().filter(|piece| open(*piece)).count()
        };
        for raw in [
            "Chăn nuôi\n\n* Đàn lợn: 120 con.",
            "1.1. Công tác chỉ đạo\n\nXã ban hành kế hoạch.",
            "**2. Phòng Nội vụ**\n\na) Theo dõi tiến độ.",
            "- Tình hình tổ chức\n\nXã có 05 công chức.",
            "- Về kinh phí\n+ Nguồn của tỉnh.\n+ Nguồn của xã.",
            "Bảng 1: Hồ sơ theo lĩnh vực\n\n| A | B |\n|---|---|\n| 1 | 2 |",
            "Kết quả như sau:\n\n- Một;\n- Hai.",
        ] {
            assert_eq!(told(raw), 0, "{raw}");
        }
        for (raw, count) in [
            ("Xã không có kiến nghị", 1),
            ("Xã có kế hoạch.\n\nKhông có kiến nghị", 1),
            ("Theo đề nghị của Trưởng phòng Nội vụ,\n\nXã báo cáo.", 1),
            ("- Một\n- Hai\n- Ba.", 2),
            ("- Một;\n- Hai", 1),
        ] {
            assert_eq!(told(raw), count, "{raw}");
        }
    }

    #[test]
    fn lists_that_mix_are_seen() {
        let odd = |raw| {
            let passage = passage(raw);
            odd_one(&passage, &pieces(&passage)).is_some()
        };
        for raw in ["- A;\n- B;\n- C.", "- A.\n- B.", "- A;\n- B;", "- A:\n- B.\n- C", "- A"] {
            assert!(!odd(raw), "{raw}");
        }
        for raw in ["- A;\n- B.\n- C.", "- A.\n- B;\n- C.", "- A.\n- B;"] {
            assert!(odd(raw), "{raw}");
        }
    }
}
