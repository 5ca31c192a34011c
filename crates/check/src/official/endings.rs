//! How paragraphs, list items and the text itself end.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_core::report::Slot;
use baocao_vietnamese::last_run;

use super::spots::Spots;
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::Passage;
use baocao_reading::{Block, Shape};

pub(super) const ENDINGS: Family =
    Family { name: Say { vi: "Dấu câu cuối đoạn", en: "How paragraphs end" }, rules: &[&NO_END, &SIGN], check };

const NO_END: Rule = Rule {
    id: Id::new("the-thuc/thieu-dau-cuoi-doan"),
    severity: Severity::Note,
    title: Say {
        vi: "Cuối mục, cuối mục liệt kê có dấu câu", en: "Punctuation ends sections and list items"
    },
    why: Say {
        vi: "Đoạn văn dài, câu cuối của một mục kết thúc bằng dấu chấm; mục liệt kê bằng dấu chấm phẩy hoặc dấu chấm; dấu \
             phẩy không kết thúc đoạn. Thiếu dấu thì có khi thiếu cả phần sau. Dòng ngắn có nội dung ở dưới, dòng đậm hay \
             đánh số 2.1. là đầu mục hoặc tên bảng. Không xét đoạn cuối của văn bản (chương trình đặt ./.), bảng, đoạn \
             trong ngoặc đơn và mục chỉ ghi con số. Cả báo cáo chỉ nêu một lần, kèm các chỗ.",
        en: "A full stop ends a long paragraph and a section, a semicolon or a full stop an item; a comma ends nothing. \
             Where the sign is missing, more may be. A short line with something below it, one in bold or numbered 2.1. is \
             a heading or the name of a table. The last paragraph, tables, paragraphs in brackets and items that only give \
             a figure are not looked at. Told once a report.",
    },
    law: None,
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"kien-nghi": "UBND xã không có kiến nghị."}}"#,
    fails: r#"{"sections": {"kien-nghi": "UBND xã không có kiến nghị"}}"#,
};

const SIGN: Rule = Rule {
    id: Id::new("the-thuc/dau-ket-thuc-giua-chung"),
    severity: Severity::Warning,
    title: Say { vi: "Dấu ./. chỉ đứng cuối văn bản", en: "The sign ./. stands at the end only" },
    why: Say {
        vi: "Chương trình đặt ./. sau chữ cuối của lời văn; ./. ở giữa là phần còn sót của một văn bản khác. Danh sách đứng sau \
             ./. là một mục có \"after_end\", hoặc một phụ lục. Đề cương riêng mà lời văn cuối tự kết thúc bằng ./. thì phần kết \
             của mẫu không in nữa.",
        en: "The program sets it after the last word. One in the middle is left from another document. A list that follows it is a \
             section with \"after_end\", or an appendix. Where the last text of an own outline ends with the sign itself, the \
             template's closing is left out.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4"),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"kien-nghi": "UBND xã không có kiến nghị."}}"#,
    fails: r#"{"sections": {"kien-nghi": "UBND xã không có kiến nghị./."}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    let closing = Slot::section(&subject.set.outline.closing);
    let passages: Vec<&Passage<'_>> = subject.body().collect();
    let speaks = !subject.report.ends_itself(&subject.set.outline.closing);
    let has_closing = speaks && subject.set.sections.contains_key(&subject.set.outline.closing)
        || passages.iter().any(|passage| passage.slot == closing);
    let sections = &subject.report.outline;
    let follows = |passage: &Passage<'_>| {
        let first = passage.slot.outline_path().and_then(|path| path.first());
        first.and_then(|first| sections.get(*first)).is_some_and(|section| section.after_end)
    };
    let end = passages.iter().position(|passage| follows(passage)).unwrap_or(passages.len());
    let mut no_end = Spots::default();
    for (at, passage) in passages.iter().enumerate() {
        let pieces = passage.blocks();
        let ends_text = passage.slot == closing || !has_closing && at + 1 == end;
        let looked_at = if ends_text { pieces.len().saturating_sub(1) } else { pieces.len() };
        for (number, piece) in pieces[..looked_at].iter().enumerate() {
            if !ended(passage, piece) && must_end(passage, piece, pieces.get(number + 1).copied()) {
                no_end.add(passage, last_word(passage, piece));
            }
            sign(passage, piece, subject, told);
        }
    }
    no_end.tell(
        &NO_END,
        &msg!("cuối đoạn hoặc cuối mục liệt kê thiếu dấu câu", "a paragraph or an item ends without punctuation"),
        &msg!("thêm dấu chấm hoặc dấu chấm phẩy", "add a full stop or a semicolon"),
        subject,
        told,
    );
}

/// The sign that a piece ends with; brackets and quotes after it do not count.
pub(super) fn end(passage: &Passage<'_>, piece: &Block) -> Option<char> {
    passage.text[piece.range.clone()].trim_end_matches([')', ']', '"', '”', '“', '’', ' ', '\n']).chars().next_back()
}

fn ended(passage: &Passage<'_>, piece: &Block) -> bool {
    let text = &passage.text[piece.range.clone()];
    if text.starts_with('(') && text.ends_with(')') || text.starts_with('{') || !text.contains(char::is_alphabetic) {
        return true;
    }
    let outer = text.chars().next_back();
    // `... hoạt động. (Dự toán kèm theo)`
    let aside =
        text.ends_with(')') && text.rfind('(').is_some_and(|open| text[..open].trim_end().ends_with(['.', ';']));
    let bracketed = aside || text.ends_with(')') && matches!(end(passage, piece), Some('.'));
    let figure = text.rsplit_once(':').is_some_and(|(_, after)| is_figure(after));
    matches!(outer, Some('.' | ';' | ':' | '!' | '?' | '…'))
        || bracketed
        || quoted(text)
        || figure && piece.shape != Shape::Paragraph
}

/// Whether words are a number and what it counts: `05`, `20 biên chế`, `4.852.000.000 đồng`.
fn is_figure(words: &str) -> bool {
    let words = words.trim();
    let count = words.split(' ').count();
    let number = words.starts_with(|c: char| c.is_ascii_digit());
    number && count <= 4 || words.chars().count() < 12 && words.contains(|c: char| c.is_ascii_digit())
}

/// A line of fewer words may be a heading or the name of a table, when something follows it.
const SENTENCE: usize = 16;

/// Whether a piece is one that punctuation ends: a sentence, an item among items, the end of its section. A comma ends
/// nothing.
fn must_end(passage: &Passage<'_>, piece: &Block, next: Option<&Block>) -> bool {
    let text = &passage.text[piece.range.clone()];
    let long = text.split_whitespace().nth(SENTENCE - 1).is_some();
    let item = matches!(piece.shape, Shape::Item(_));
    let among_items = item && (long || next.is_some_and(|next| next.shape == piece.shape));
    match piece.shape {
        Shape::Heading => false,
        Shape::Paragraph if text.ends_with(',') => true,
        _ if next.is_some() && is_heading(passage, piece) || is_caption(passage, piece) || ends_with_address(text) => {
            false
        }
        _ => long || among_items || next.is_none(),
    }
}

/// Whether a piece with something below it is a heading: all of it bold or in italics, or numbered `2.1.`.
fn is_heading(passage: &Passage<'_>, piece: &Block) -> bool {
    let before = &passage.text[..piece.range.start];
    let mark = before.trim_end().rsplit(['\n', ' ']).next().unwrap_or_default();
    let levels = mark.trim_end_matches('.').split('.').filter(|level| level.parse::<u32>().is_ok()).count();
    piece.emphasised || piece.shape == Shape::Item('1') && levels > 1
}

/// Whether a piece is the name of a table: it says so, or the table follows.
fn is_caption(passage: &Passage<'_>, piece: &Block) -> bool {
    let text = &passage.text[piece.range.clone()];
    let named = ["Bảng", "Biểu", "Hình", "Sơ đồ"].iter().any(|word| text.starts_with(word));
    let number = text.split([' ', ':', '.']).any(|word| word.parse::<u32>().is_ok_and(|number| number < 100));
    let table = passage.text[piece.range.end..].trim_start_matches(['_', ' ', '\n']).starts_with('|');
    named && number || table
}

/// Whether the last word is an address, which a full stop would change.
fn ends_with_address(text: &str) -> bool {
    let last = &text[last_run(text)..];
    last.contains("://") || last.contains('@') || last.starts_with("www.")
}

/// Whether a full stop stands inside the closing quotation mark.
fn quoted(text: &str) -> bool {
    text.strip_suffix(['"', '”', '“', '’']).is_some_and(|inner| inner.ends_with(['.', '!', '?']))
}

/// The last word of a piece.
pub(super) fn last_word(passage: &Passage<'_>, piece: &Block) -> std::ops::Range<usize> {
    let text = &passage.text[piece.range.clone()];
    let start = last_run(text.trim_end());
    piece.range.start + start..piece.range.end
}

fn sign(passage: &Passage<'_>, piece: &Block, subject: &Subject<'_>, told: &mut Told) {
    let Some(at) = passage.text[piece.range.clone()].find("./.") else { return };
    let start = piece.range.start + at;
    told.finding(
        SIGN.finding(msg!("dấu ./. đứng giữa văn bản", "the sign ./. stands in the middle of the text"))
            .at(subject.place(passage, start..start + 3))
            .found("./.")
            .expected(msg!(".", "."))
            .hint(msg!(
                "phần đứng sau ./. là một mục \"after_end\" cuối \"outline\", hoặc một phụ lục",
                "what follows ./. is a section with \"after_end\" at the end of \"outline\", or an appendix"
            )),
    );
}
