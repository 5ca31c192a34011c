//! The first mention of a document names its number and its date.

use std::collections::{BTreeSet, HashMap, HashSet};

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;

use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::documents::Citation;
use baocao_reading::{Passage, TextKind};
use baocao_vietnamese::lexicon::documents::{Type, types};
use baocao_vietnamese::small;

pub(super) const FIRST: Family =
    Family { name: Say { vi: "Viện dẫn lần đầu", en: "First mentions" }, rules: &[&FIRST_MENTION], check };

const FIRST_MENTION: Rule = Rule {
    id: Id::new("vien-dan/lan-dau"),
    severity: Severity::Note,
    title: Say {
        vi: "Viện dẫn lần đầu ghi đủ số, ký hiệu và ngày ban hành",
        en: "The first mention of a document gives its number and its date",
    },
    why: Say {
        vi: "Lần đầu ghi đầy đủ tên loại, số, ký hiệu, thời gian ban hành, cơ quan ban hành và trích yếu; các lần sau chỉ \
             ghi tên loại và số, ký hiệu. Quy tắc này xét số và ngày trong lời văn, không xét bảng. Luật, pháp lệnh chỉ \
             ghi tên loại và tên nên không bị xét.",
        en: "First the kind, number and symbol, date, issuer and subject; afterwards kind, number and symbol are enough. \
             This rule looks for number and date in running text, not in tables. Laws and ordinances are cited by name \
             and not looked at.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.6"),
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã đã tiếp thu các góp ý[^2]. Việc bổ sung nêu tại Công văn số 48/UBND-NV đã xong (sửa đổi, bổ sung Quyết định số 50/QĐ-UBND). Thực hiện Quyết định số 45/2021/QĐ-UBND, 46/2021/QĐ-UBND ngày 17/8/2021 của UBND tỉnh và Luật Thanh tra số 11/2022/QH15, xã đã tự kiểm tra. Quyết định số 45/2021/QĐ-UBND được phổ biến lại. Ngày 15/3/2021, Chủ tịch UBND tỉnh đã ký Quyết định số 12/QĐ-UBND. Xã áp dụng Quyết định số 47/2021/QĐ-UBND[^1].\n\n[^1]: Quyết định số 47/2021/QĐ-UBND ngày 20/8/2021 của UBND tỉnh.\n\n[^2]: Công văn số 48/UBND-NV ngày 23/8/2021 của UBND huyện.\n\n| Số, ký hiệu | Ngày ban hành |\n|---|---|\n| 49/2021/QĐ-UBND | 24/8/2021 |"}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Thực hiện Quyết định số 45/2021/QĐ-UBND của UBND tỉnh, xã đã tự kiểm tra."}}}"#,
};

/// Where a kind of document begins right before a date: its number is missing.
fn numberless(before: &str) -> Option<usize> {
    let before = before.trim_end();
    let before = before.strip_suffix("ngày").unwrap_or(before).trim_end();
    let before = before.strip_suffix(',').unwrap_or(before).trim_end();
    let begins = |kind: &'static Type| {
        let start = before.len().checked_sub(kind.name.len()).filter(|start| before.is_char_boundary(*start))?;
        let written = &before[start..];
        (written.starts_with(char::is_uppercase) && small(written) == kind.name).then_some(start)
    };
    types().filter(|kind| kind.is_numbered).find_map(begins)
}

fn check(subject: &Subject<'_>, told: &mut Told) {
    let mut seen = BTreeSet::new();
    let mut documents: Vec<&(usize, Citation)> = subject.cited().documents.iter().collect();
    // Where footnotes are first referred to.
    let mut notes: HashMap<(usize, &str), usize> = HashMap::new();
    for passage in subject.passages() {
        for mark in passage.marks().iter().filter(|mark| !mark.opens) {
            notes.entry((passage.index, mark.name)).or_insert(mark.at);
        }
    }
    documents.sort_by_cached_key(|(index, citation)| (*index, read_at(subject, *index, citation.range.start, &notes)));
    let dated = documents.iter().filter(|(_, citation)| citation.date.is_some());
    let dated: HashSet<_> = dated.map(|(index, citation)| (*index, citation.key())).collect();
    for (index, citation) in documents {
        let Some(passage) = subject.passages().get(*index) else { continue };
        let symbol = &citation.symbol;
        let of_assembly = symbol.groups.iter().any(|group| group.starts_with("QH") || group.starts_with("UBTVQH"));
        if !seen.insert(citation.key()) || of_assembly || !in_text(passage.kind) {
            continue;
        }
        let in_footnote = || dated.contains(&(*index, citation.key())) && marked_behind(passage, citation);
        let said = citation.date.is_some()
            || citation.shares_date
            || dated_before(subject, *index, citation, &passage.text)
            || in_footnote()
            || amended(&passage.text[..citation.range.start]);
        if !said {
            told.finding(
                FIRST_MENTION
                    .finding(msg!(
                        "viện dẫn lần đầu mà không ghi ngày ban hành",
                        "the first mention of a document without its date"
                    ))
                    .at(subject.place(passage, citation.range.clone()))
                    .found(&passage.text[citation.range.clone()])
                    .hint(msg!("ghi thêm \"ngày ... của ...\"", "add \"ngày ... của ...\"")),
            );
        }
    }
    for (index, date) in &subject.cited().dates {
        let Some(passage) = subject.passages().get(*index).filter(|passage| in_text(passage.kind)) else { continue };
        let before = &passage.text[..date.range.start];
        let Some(start) = numberless(before) else { continue };
        told.finding(
            FIRST_MENTION
                .finding(msg!("văn bản được dẫn không có số, ký hiệu", "the cited document has no number"))
                .at(subject.place(passage, start..date.range.end))
                .found(&passage.text[start..date.range.end]),
        );
    }
}

/// What amends another document is named in so many bytes before it.
const AMENDED: usize = 2_000;

/// Whether what follows is what another document in parentheses amends: `(sửa đổi Nghị định số 83/2014/NĐ-CP)`. Its date
/// is usually left out.
fn amended(before: &str) -> bool {
    let before = &before[before.floor_char_boundary(before.len().saturating_sub(AMENDED))..];
    let inside = before.rfind('(').map(|open| &before[open..]).filter(|inside| !inside.contains(')'));
    inside.is_some_and(|inside| ["sửa đổi", "bổ sung", "thay thế"].iter().any(|word| inside.contains(word)))
}

/// Where a place of a passage is read: what stands in a footnote, at its mark.
fn read_at(subject: &Subject<'_>, index: usize, at: usize, notes: &HashMap<(usize, &str), usize>) -> usize {
    let Some(passage) = subject.passages().get(index) else { return at };
    let line = passage.line(at).start;
    let opening = passage.marks_in(line..=line).iter().find(|mark| mark.opens);
    opening.and_then(|opening| notes.get(&(index, opening.name))).copied().unwrap_or(at)
}

/// Whether a footnote's mark follows right away: its text may give the date.
fn marked_behind(passage: &Passage<'_>, citation: &Citation) -> bool {
    let end = citation.range.end;
    let space = passage.text[end..].len() - passage.text[end..].trim_start().len();
    passage.marks_in(end..=end + space).iter().any(|mark| !mark.opens)
}

/// Whether the sentence gives a day before it names the document: `ngày 15/3/2021, Chủ tịch UBND tỉnh đã ký Quyết định số
/// 12/QĐ-UBND`. It may be the day of something else; then nothing is lost but a doubt.
fn dated_before(subject: &Subject<'_>, index: usize, citation: &Citation, text: &str) -> bool {
    let cited = subject.cited();
    let start = citation.range.start;
    let dates = cited.dates_of(index);
    let near = dates.partition_point(|(_, date)| date.range.end <= start).checked_sub(1);
    let Some((_, date)) = near.and_then(|last| dates.get(last)) else { return false };
    let between = &text[date.range.end..start];
    let documents = cited.documents_of(index);
    let before = &documents[..documents.partition_point(|(_, other)| other.range.start < start)];
    let taken = before.last().is_some_and(|(_, other)| other.range.end >= date.range.end);
    date.exact().is_some() && !taken && !between.contains(['\n', ';']) && !between.contains(". ")
}

/// Whether the decree's rule on running text counts for a passage.
fn in_text(kind: TextKind) -> bool {
    matches!(kind, TextKind::Prose | TextKind::Field)
}
