//! Words that no longer fit: the district level after 01/7/2025, old levels of public services, merged departments.

use std::ops::Range;

use std::cell::LazyCell;

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_core::report::Slot;
use baocao_core::template::{About, Outdated};
use baocao_vietnamese::lexicon::lists::{BODIES_OF_DISTRICTS, MEMORY};
use baocao_vietnamese::small;
use chrono::NaiveDate;

use crate::prose::is_of_coming;
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::{Passage, TextKind};

pub(super) const OUTDATED: Family =
    Family {
        name: Say { vi: "Từ ngữ đã cũ", en: "Outdated words" }, rules: &[&DISTRICT, &SERVICE, &ORGAN], check
    };

pub(super) const DISTRICT: Rule = Rule {
    id: Id::new("tu-ngu/cap-huyen"),
    severity: Severity::Warning,
    title: Say {
        vi: "Sau 01/7/2025 không còn cấp huyện, thị trấn",
        en: "No district level and no townships since 01/7/2025",
    },
    why: Say {
        vi: "Xét các kỳ báo cáo bắt đầu từ tháng 6/2025, văn bản không theo kỳ từ 01/7/2025. Câu nói về chuyện trước đây (cũ, trước khi sắp xếp, bàn giao, giai \
             đoạn ...) hoặc viện dẫn văn bản của thời trước không bị xét. Từ ngữ nằm trong wording.json của họ báo cáo.",
        en: "Periods that begin in June 2025 or later are looked at, and documents without one since 01/7/2025. Sentences about former times and citations of documents \
             of that time are not. The words stand in wording.json of the family.",
    },
    law: Some("Luật Tổ chức chính quyền địa phương số 72/2025/QH15"),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Đã tiếp nhận hồ sơ do UBND huyện cũ bàn giao; Quyết định số 12/QĐ-UBND ngày 05/3/2024 của UBND huyện Đông Hà."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Xã đã báo cáo UBND huyện về kết quả tuyên truyền của các xã, thị trấn."}}"#,
};

const SERVICE: Rule = Rule {
    id: Id::new("tu-ngu/muc-do-dich-vu"),
    severity: Severity::Warning,
    title: Say {
        vi: "Dịch vụ công trực tuyến toàn trình, một phần", en: "Online services are full or partial"
    },
    why: Say {
        vi: "Mức độ 3, mức độ 4 là cách gọi cũ. Báo cáo theo biểu mẫu còn ghi mức độ 3, 4 thì không bị xét.",
        en: "Levels 3 and 4 are old names. Reports whose forms still count by them are not looked at.",
    },
    law: Some("Nghị định số 42/2022/NĐ-CP"),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Hồ sơ nộp qua dịch vụ công trực tuyến toàn trình; an toàn thông tin cấp độ 3."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Hướng dẫn nộp hồ sơ qua dịch vụ công trực tuyến mức độ 3, 4."}}"#,
};

const ORGAN: Rule = Rule {
    id: Id::new("tu-ngu/co-quan-cu"),
    severity: Severity::Warning,
    title: Say { vi: "Tên cơ quan sau khi hợp nhất", en: "Names of organs after they were merged" },
    why: Say {
        vi: "Từ 01/3/2025 một số bộ, sở đã hợp nhất. Câu nói về chuyện trước đây và viện dẫn văn bản của thời trước không bị xét.",
        en: "Ministries and departments were merged on 01/3/2025. Sentences about former times and citations of documents of \
             that time are not looked at.",
    },
    law: Some("Nghị quyết số 176/2025/QH15"),
    set: "cchc/xa-2025",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Theo Công văn số 45/STTTT-CNTT ngày 05/3/2024 của Sở Thông tin và Truyền thông."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Phối hợp với Sở Thông tin và Truyền thông tập huấn."}}"#,
};

/// A period that begins so many days before a word became outdated is looked at all the same: third quarters begin
/// in the middle of June.
pub(super) const GRACE: i64 = 31;

/// Days.
const HALF_A_YEAR: i64 = 182;

fn check(subject: &Subject<'_>, told: &mut Told) {
    let Some(from) = subject.report.days().map(|(from, _)| from).or_else(|| issued(subject)) else { return };
    let since = |entry: &Outdated| entry.since - chrono::Duration::days(GRACE);
    // A report speaks as its forms do.
    let labels = LazyCell::new(|| subject.set.form.indicators().map(|(_, row)| small(&row.label)).collect::<Vec<_>>());
    let of_forms = |entry: &Outdated| {
        let says = |label: &String| entry.words.iter().any(|word| label.contains(word.as_str()));
        entry.about == About::Service && labels.iter().any(says)
    };
    let outdated = subject.set.wording.outdated.iter();
    let entries = |is: &dyn Fn(&Outdated) -> bool| -> Vec<&Outdated> {
        outdated.clone().filter(|entry| is(entry) && !of_forms(entry)).collect()
    };
    let now = entries(&|entry| from >= since(entry));
    let to_come = day(subject).map(|day| entries(&|entry| day >= entry.since));
    if now.is_empty() && to_come.as_ref().is_none_or(Vec::is_empty) {
        return;
    }
    // The part of the report's own outline that tells what is still to be done, or asks for it.
    let mut part: Option<&[usize]> = None;
    let asks = |heading: &str| ["kiến nghị", "đề xuất", "đề nghị"].iter().any(|word| heading.contains(word));
    for passage in subject.passages() {
        let path = passage.slot.outline_path();
        let is_in = |part: Option<&[usize]>| part.zip(path).is_some_and(|(part, path)| path.starts_with(part));
        if passage.kind == TextKind::Heading && !is_in(part) {
            let heading = passage.all_small();
            part = path.filter(|_| is_of_coming(heading) || asks(heading));
        }
        // What is still to be done is done by those that there are on the day of the report, which go to them.
        let ahead = matches!(passage.slot, Slot::Document(_))
            || passage.slot.section_id().is_some_and(|id| subject.set.outline.is_ahead(id))
            || is_in(part);
        let entries = to_come.as_ref().filter(|_| ahead).unwrap_or(&now);
        let text = passage.all_small();
        let says = |entry: &&Outdated| entry.words.iter().any(|word| text.contains(word.as_str()));
        let here: Vec<&Outdated> = entries.iter().copied().filter(says).collect();
        let districts = entries.iter().find(|entry| entry.about == About::District && text.contains(DISTRICT_WORD));
        for sentence in passage.sentences() {
            if !here.is_empty() {
                look(subject, passage, sentence.range.clone(), &here, told);
            }
            if let Some(entry) = districts {
                of_district(subject, passage, sentence.range.clone(), entry, told);
            }
        }
    }
}

/// The time of which a document without a period speaks: the day on which it was issued; of a report, the half year before.
fn issued(subject: &Subject<'_>) -> Option<NaiveDate> {
    let day = day(subject)?;
    let reports = small(subject.report.document.type_name()) == "báo cáo";
    Some(if reports { day - chrono::Duration::days(HALF_A_YEAR) } else { day })
}

/// The day on which a document was issued.
fn day(subject: &Subject<'_>) -> Option<NaiveDate> {
    Some(subject.report.document.promulgation.parsed()?.days()?.0)
}

/// The word behind the name of a body of a district.
const DISTRICT_WORD: &str = " huyện";

/// Words that are in no name of a body: what stands before them is another thing.
const OUTSIDE_NAMES: [&str; 17] = [
    "xã",
    "phường",
    "tỉnh",
    "thôn",
    "đã",
    "đang",
    "sẽ",
    "các",
    "nhiều",
    "của",
    "tại",
    "ở",
    "những",
    "với",
    "cho",
    "từ",
    "đến",
];

/// A body of a district that no entry names: `Hội Nông dân huyện`, `Ban Chỉ huy Quân sự huyện`.
fn of_district(
    subject: &Subject<'_>,
    passage: &Passage<'_>,
    sentence: Range<usize>,
    entry: &Outdated,
    told: &mut Told,
) {
    /// The longest name of a body, in words.
    const LONGEST: usize = 8;
    let (small, start) = (passage.small(&sentence), sentence.start);
    for (at, word) in small.match_indices(DISTRICT_WORD) {
        let behind = &passage.text[start + at + word.len()..];
        // `huyện Mường Lai` may be told of as a place, `huyện ủy` is another word.
        let named = behind.trim_start().starts_with(char::is_uppercase);
        if named || behind.starts_with(char::is_alphanumeric) || behind.trim_start().starts_with(['ủ', 'u', 'c']) {
            continue;
        }
        let clause = small[..at].rfind([',', ';', ':', '(', '\n']).map_or(0, |mark| mark + 1);
        let words = passage.text[start + clause..start + at].split(' ').rev().take(LONGEST);
        let words = words.take_while(|word| !OUTSIDE_NAMES.contains(word));
        let mut length = 0;
        let body = words.map(|word| {
            length += word.len() + 1;
            (length, word)
        });
        let mut body =
            body.filter(|(_, word)| word.starts_with(char::is_uppercase) && BODIES_OF_DISTRICTS.contains(word));
        let Some((length, _)) = body.next().filter(|_| !remembers(small, subject) && !cites_before(small, entry.since))
        else {
            continue;
        };
        let range = start + at + 1 - length..start + at + word.len();
        let day = entry.since.format("%d/%m/%Y").to_string();
        let say = msg!("từ ngữ không còn dùng từ ngày {day}", "these words no longer fit since {day}");
        let place = subject.place(passage, range.clone());
        let instead = &entry.instead;
        let finding = DISTRICT.finding(say).at(place.clone()).found(&passage.text[range]);
        told.unless(&[DISTRICT.id], vec![place], finding.expected(msg!("{instead}", "{instead}")));
    }
}

fn look(subject: &Subject<'_>, passage: &Passage<'_>, sentence: Range<usize>, entries: &[&Outdated], told: &mut Told) {
    let (small, start) = (passage.small(&sentence), sentence.start);
    let mut memory: Option<bool> = None;
    let mut last = 0;
    for entry in entries {
        if !entry.beside.is_empty() && !entry.beside.iter().any(|word| small.contains(word.as_str())) {
            continue;
        }
        for word in &entry.words {
            let Some(at) = whole(small, word).filter(|at| *at >= last || last == 0) else { continue };
            if *memory.get_or_insert_with(|| remembers(small, subject)) {
                return;
            }
            if cites_before(small, entry.since) {
                continue;
            }
            last = at + word.len();
            let rule = match entry.about {
                About::District => &DISTRICT,
                About::Service => &SERVICE,
                About::Organ => &ORGAN,
            };
            let day = entry.since.format("%d/%m/%Y").to_string();
            let say = msg!("từ ngữ không còn dùng từ ngày {day}", "these words no longer fit since {day}");
            let finding = told.slip(rule, subject, passage, start + at..start + at + word.len(), say);
            let (instead, source) = (&entry.instead, &entry.source);
            finding.expected = Some(msg!("{instead}", "{instead}"));
            finding.hint = Some(msg!("theo {source}", "after {source}"));
            // One finding a sentence and entry is enough.
            break;
        }
    }
}

/// Whether a sentence in small letters speaks of what is no more.
pub(super) fn remembers(sentence: &str, subject: &Subject<'_>) -> bool {
    let of_family = subject.set.wording.memory.iter().map(String::as_str);
    // `báo cáo trước ngày 20/9/2026`: a deadline remembers nothing.
    let deadline = |words: &str| words == "trước ngày" && is_deadline(sentence, words, subject);
    // `tổng kết giai đoạn I`: a stage without years is no time.
    let stage = |words: &str| {
        let mut behind = sentence.match_indices(words).map(|(at, _)| sentence[at + words.len()..].trim_start());
        words == "giai đoạn"
            && behind.all(|rest| rest.starts_with("i ") || rest.starts_with("i,") || rest.starts_with("ii"))
    };
    MEMORY
        .iter()
        .copied()
        .chain(of_family)
        .any(|words| whole(sentence, words).is_some() && !deadline(words) && !stage(words))
}

/// Whether every day behind some words is later than the document itself.
fn is_deadline(sentence: &str, words: &str, subject: &Subject<'_>) -> bool {
    let Some((own, _)) = subject.report.document.promulgation.parsed().and_then(|date| date.days()) else {
        return false;
    };
    let mut behind = sentence.match_indices(words).map(|(at, _)| at + words.len());
    behind.all(|from| {
        let near =
            sentence[from..].char_indices().nth(30).map_or(&sentence[from..], |(end, _)| &sentence[from..from + end]);
        let dates = baocao_reading::documents::dates(near);
        dates.first().and_then(|date| date.exact()).is_some_and(|day| day > own)
    })
}

/// Where words stand as whole words.
pub(super) fn whole(text: &str, words: &str) -> Option<usize> {
    text.match_indices(words).map(|(at, _)| at).find(|at| {
        let ends = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        ends(text[..*at].chars().next_back()) && ends(text[at + words.len()..].chars().next())
    })
}

/// Whether a sentence names a day or a document of the time when the words were right.
pub(super) fn cites_before(sentence: &str, since: NaiveDate) -> bool {
    use chrono::Datelike;
    let (year, month) = (since.year(), since.month());
    let numbers: Vec<(usize, &str)> = digits(sentence);
    numbers.iter().enumerate().any(|(index, (at, digits))| {
        let Some(named) = digits.parse::<i32>().ok().filter(|named| digits.len() == 4 && (1990..2100).contains(named))
        else {
            return false;
        };
        // `05/3/2025`, `tháng 3 năm 2025`
        let before = index.checked_sub(1).and_then(|index| numbers.get(index));
        let near = |(place, number): &&(usize, &str)| {
            let between = &sentence[place + number.len()..*at];
            between == "/" || between == " năm " || between == "."
        };
        let named_month = before.filter(near).and_then(|(_, number)| number.parse::<u32>().ok());
        match named_month.filter(|month| (1..=12).contains(month)) {
            Some(named_month) => (named, named_month) < (year, month),
            None => named < year,
        }
    })
}

fn digits(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(step) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + step;
        let end = text[start..].find(|c: char| !c.is_ascii_digit()).map_or(text.len(), |length| start + length);
        found.push((start, &text[start..end]));
        at = end;
    }
    found
}
