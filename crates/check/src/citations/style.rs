//! How numbers, symbols and dates are written. Each way of writing is told once a report, with all its places.

use std::ops::Range;

use baocao_core::diagnostic::{Id, Message, Severity};
use baocao_core::msg;

use crate::mechanism::{Several, Ways};
use crate::texts::Change;
use crate::{Family, Repair, Rule, Say, Texts, Told};
use baocao_reading::Passage;
use baocao_reading::documents::Citation;
use baocao_reading::documents::{Date, DateForm};

pub(super) const STYLE: Family = Family {
    name: Say { vi: "Cách ghi số, ký hiệu và ngày", en: "How numbers, symbols and dates are written" },
    rules: &[&SPACES, &SLASH, &COLON, &ZERO, &WORD, &NO_KIND, &COMMA, &DAY, &MIXED],
    check: |subject, told| check(subject, told),
};

pub(super) const REPAIR: Repair = Repair { rules: &[&SPACES, &COLON, &ZERO, &DAY], look: Some(check) };

const SYMBOL_LAW: Option<&str> = Some("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3");

const DATE_LAW: Option<&str> = Some("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4");

const SPACES: Rule = Rule {
    id: Id::new("vien-dan/khoang-trong-ky-hieu"),
    severity: Severity::Note,
    title: Say { vi: "Số, ký hiệu viết liền, không cách", en: "No spaces inside number and symbol" },
    why: Say {
        vi: "Giữa số và ký hiệu có dấu gạch chéo, giữa các nhóm chữ viết tắt có dấu gạch nối, không cách chữ.",
        en: "Number and symbol are cut by a slash, groups of letters by a hyphen, without spaces.",
    },
    law: SYMBOL_LAW,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã ban hành Kế hoạch số 95/KH-UBND ngày 20/02/2024 - UBND xã đã phổ biến."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã ban hành Kế hoạch số 95/ KH - UBND ngày 20/02/2024."}}}"#,
};

const SLASH: Rule = Rule {
    id: Id::new("vien-dan/gach-cheo"),
    severity: Severity::Note,
    title: Say { vi: "Giữa số và ký hiệu là dấu gạch chéo", en: "A slash between number and symbol" },
    why: Say {
        vi: "Văn bản của cơ quan nhà nước ghi \"12/KH-UBND\". Văn bản của Đảng ghi \"57-NQ/TW\" và không bị xét.",
        en: "State organs write \"12/KH-UBND\". The Party writes \"57-NQ/TW\", which is left alone.",
    },
    law: SYMBOL_LAW,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã ban hành Kế hoạch số 95-KH-UBND ngày 20/02/2024."}}}"#,
};

const COLON: Rule = Rule {
    id: Id::new("vien-dan/so-hai-cham"),
    severity: Severity::Note,
    title: Say {
        vi: "Trong lời văn, sau \"số\" không có dấu hai chấm", en: "No colon after \"số\" in running text"
    },
    why: Say {
        vi: "Dấu hai chấm sau \"Số\" thuộc ô số, ký hiệu ở đầu văn bản; khi viện dẫn ghi \"Kế hoạch số 05/KH-UBND\".",
        en: "The colon belongs to the number at the head of a document; in running text it is \"Kế hoạch số 05/KH-UBND\".",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã ban hành Kế hoạch số 95/KH-UBND ngày 20/02/2024."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã ban hành Kế hoạch số: 95/KH-UBND ngày 20/02/2024."}}}"#,
};

const ZERO: Rule = Rule {
    id: Id::new("vien-dan/so-nho-hon-10"),
    severity: Severity::Note,
    title: Say { vi: "Số nhỏ hơn 10 thêm số 0 phía trước", en: "Numbers below 10 begin with a zero" },
    why: Say { vi: "Ghi \"Kế hoạch số 06/KH-UBND\".", en: "It is \"Kế hoạch số 06/KH-UBND\"." },
    law: SYMBOL_LAW,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã ban hành Kế hoạch số 09/KH-UBND ngày 20/02/2024."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã ban hành Kế hoạch số 9/KH-UBND ngày 20/02/2024."}}}"#,
};

const WORD: Rule = Rule {
    id: Id::new("vien-dan/thieu-chu-so"),
    severity: Severity::Note,
    title: Say { vi: "Trước số hiệu có chữ \"số\"", en: "The word \"số\" stands before the number" },
    why: Say {
        vi: "Ghi \"Nghị định số 30/2020/NĐ-CP\", không ghi \"Nghị định 30/2020/NĐ-CP\".",
        en: "It is \"Nghị định số 30/2020/NĐ-CP\", not \"Nghị định 30/2020/NĐ-CP\".",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã ban hành các Kế hoạch số 94/KH-UBND, 95/KH-UBND ngày 20/02/2024."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã ban hành Kế hoạch 95/KH-UBND ngày 20/02/2024."}}}"#,
};

const NO_KIND: Rule = Rule {
    id: Id::new("vien-dan/ky-hieu-cong-van"),
    severity: Severity::Note,
    title: Say {
        vi: "Ký hiệu của công văn không có chữ viết tắt tên loại",
        en: "The symbol of an official letter names no kind",
    },
    why: Say {
        vi: "Ký hiệu của công văn gồm chữ viết tắt tên cơ quan và đơn vị soạn thảo (\"12/UBND-NV\"), không có \"CV\". Văn \
             bản của Đảng (\"12-CV/HU\") không bị xét.",
        en: "The symbol of an official letter is made of the organ and the unit that drafted it (\"12/UBND-NV\"), without \
             \"CV\". The Party writes \"12-CV/HU\", which is left alone.",
    },
    law: SYMBOL_LAW,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Thực hiện Công văn số 12-CV/HU ngày 20/02/2024 và Công văn số 95/UBND-NV ngày 20/02/2024."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Thực hiện Công văn số 95/CV-UBND ngày 20/02/2024."}}}"#,
};

const COMMA: Rule = Rule {
    id: Id::new("vien-dan/dau-phay-truoc-ngay"),
    severity: Severity::Note,
    title: Say {
        vi: "Giữa số hiệu và ngày không có dấu phẩy, như các chỗ khác",
        en: "No comma between number and date, as elsewhere",
    },
    why: Say {
        vi: "Ghi \"số 52/KH-UBND ngày 15/3/2024\". Chỉ nhắc khi phần lớn các chỗ trong báo cáo ghi không có dấu phẩy.",
        en: "It is \"số 52/KH-UBND ngày 15/3/2024\". Told only where most of the report writes no comma.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Thực hiện Kế hoạch số 94/KH-UBND ngày 20/02/2024, Kế hoạch số 95/KH-UBND ngày 21/02/2024."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Thực hiện Kế hoạch số 94/KH-UBND ngày 20/02/2024, Kế hoạch số 95/KH-UBND ngày 21/02/2024 và Kế hoạch số 96/KH-UBND, ngày 22/02/2024."}}}"#,
};

const DAY: Rule = Rule {
    id: Id::new("thoi-gian/thieu-so-khong"),
    severity: Severity::Note,
    title: Say {
        vi: "Ngày nhỏ hơn 10 và tháng 1, 2 thêm số 0 phía trước",
        en: "Days below 10 and the months 1 and 2 begin with a zero",
    },
    why: Say { vi: "Ghi \"08/9/2023\", \"12/01/2024\".", en: "It is \"08/9/2023\", \"12/01/2024\"." },
    law: DATE_LAW,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã kiểm tra ngày 08/3/2024 và ngày 05 tháng 01 năm 2024; tháng 1/2024 không có vi phạm."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã kiểm tra ngày 8/3/2024."}}}"#,
};

const MIXED: Rule = Rule {
    id: Id::new("thoi-gian/hai-cach-ghi"),
    severity: Severity::Note,
    title: Say { vi: "Tháng 3 đến tháng 9 ghi một cách", en: "The months 3 to 9 are written one way" },
    why: Say {
        vi: "Có chỗ ghi \"07/3/2023\", có chỗ ghi \"07/03/2023\". Nghị định chỉ thêm số 0 trước tháng 1 và 2.",
        en: "\"07/3/2023\" in one place, \"07/03/2023\" in another. The decree puts a zero before the months 1 and 2 only.",
    },
    law: DATE_LAW,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã kiểm tra ngày 08/3/2024 và ngày 09/02/2024."}}}"#,
    fails: r#"{"sections": {"chi-dao.kiem-tra": {"add": "Xã kiểm tra ngày 08/3/2024 và ngày 09/03/2024."}}}"#,
};

/// A place in the passages.
type At = (usize, Range<usize>);

/// Whether a citation is written wrongly.
type Wrong = fn(&Citation, &Passage<'_>) -> bool;

/// What mends something in a text, where that is without doubt.
type Mend<T> = fn(&T, &str) -> Vec<Change<'static>>;

fn check(texts: &Texts<'_>, told: &mut Told) {
    let cited = texts.cited();
    let symbols = |wrong: Wrong| -> Vec<(At, &Citation)> {
        let with = cited.documents.iter().filter_map(|(index, citation)| {
            let passage = texts.passages().get(*index)?;
            wrong(citation, passage).then(|| ((*index, citation.symbol.range.clone()), citation))
        });
        with.collect()
    };
    let kinds: [(&Rule, Wrong, Mend<Citation>); 6] = [
        (&SPACES, spaced, closed_up),
        (&SLASH, hyphened, |_, _| Vec::new()),
        (&COLON, with_colon, no_colon),
        (&ZERO, without_zero, |citation, text| zeros(text, [citation.symbol.number.clone()])),
        (&WORD, without_word, |_, _| Vec::new()),
        (&NO_KIND, with_kind, |_, _| Vec::new()),
    ];
    for (rule, wrong, mend) in kinds {
        let right =
            |text: &str, citation: &Citation| format!("số {}", citation.symbol.official(text).replacen("/CV-", "/", 1));
        tell(rule, &symbols(wrong), right, mend, texts, told);
    }
    commas(texts, told);
    dates(&cited.dates, texts, told);
}

/// Commas between number and date, where most have none.
fn commas(texts: &Texts<'_>, told: &mut Told) {
    let mut ways: Ways<'_, bool> = Ways::default();
    for (index, citation) in &texts.cited().documents {
        let Some(passage) = texts.passages().get(*index) else { continue };
        match to_date(citation, passage) {
            Some("") => ways.add(false, passage, citation.range.clone()),
            Some(",") => ways.add(true, passage, citation.range.clone()),
            _ => {}
        }
    }
    let Some(ways) = ways.beside(false).filter(Several::is_clear) else { return };
    let say = |_: &bool, written: &str| {
        let right = written.replacen(", ", " ", 1);
        COMMA.finding(in_sentence(&COMMA)).expected(msg!("{right}", "{right}"))
    };
    told.together(ways.findings(texts, say, |_, _| None));
}

/// What stands between a symbol and the word `ngày` of its date: nothing, or a mark.
fn to_date<'a>(citation: &Citation, passage: &'a Passage<'_>) -> Option<&'a str> {
    let date = citation.date.as_ref().filter(|_| !citation.dated_beside)?;
    let between = passage.text.get(citation.symbol.range.end..date.range.start)?;
    let short = between.trim_end().strip_suffix("ngày").map(str::trim);
    short.or_else(|| (date.written == DateForm::Long).then(|| between.trim()))
}

/// An official letter whose symbol begins with `CV`.
fn with_kind(citation: &Citation, passage: &Passage<'_>) -> bool {
    let symbol = &citation.symbol;
    symbol.groups.len() > 1 && symbol.groups[0] == "CV" && !symbol.of_party(&passage.text)
}

fn spaced(citation: &Citation, passage: &Passage<'_>) -> bool {
    let symbol = &citation.symbol;
    passage.text[symbol.number.start..symbol.range.end].contains(' ')
}

/// A symbol without the spaces in it. A dash with a space on either side may be the dash of a sentence: it is one of a
/// symbol where `số` stands before that, or nothing that could go on behind it.
fn closed_up(citation: &Citation, text: &str) -> Vec<Change<'static>> {
    let symbol = &citation.symbol;
    let (start, rest) = (symbol.number.start, &text[symbol.range.end..]);
    let ends = !rest.starts_with(' ') || [" ngày ", " về ", " của "].iter().any(|word| rest.starts_with(word));
    let dash = [" - ", " – "].iter().any(|dash| text[symbol.letters.clone()].contains(dash));
    if dash && symbol.word.is_none() && !ends {
        return Vec::new();
    }
    let spaces = text[start..symbol.range.end].match_indices(' ');
    spaces.map(|(at, _)| (start + at..start + at + 1, "")).collect()
}

/// The word `số` without its colon.
fn no_colon(citation: &Citation, _: &str) -> Vec<Change<'static>> {
    citation.symbol.word.iter().map(|word| (word.end - 1..word.end, "")).collect()
}

/// Numbers of one digit with a zero before it, but where a mark without a letter hides what stands before them.
fn zeros<const N: usize>(text: &str, numbers: [Range<usize>; N]) -> Vec<Change<'static>> {
    const PADDED: [&str; 10] = ["00", "01", "02", "03", "04", "05", "06", "07", "08", "09"];
    let padded = |number: &Range<usize>| PADDED.get(text[number.clone()].parse::<usize>().ok()?).copied();
    let after_mark = |number: &Range<usize>| text[..number.start].ends_with(|c| matches!(c, '\u{300}'..='\u{36f}'));
    let alone = numbers.into_iter().filter(|number| number.len() == 1 && !after_mark(number));
    alone.filter_map(|n| Some((n.clone(), padded(&n)?))).collect()
}

fn hyphened(citation: &Citation, passage: &Passage<'_>) -> bool {
    let symbol = &citation.symbol;
    passage.text[symbol.cut.clone()].trim() != "/" && !symbol.of_party(&passage.text)
}

fn with_colon(citation: &Citation, passage: &Passage<'_>) -> bool {
    let named = citation.symbol.kind.is_some();
    named && citation.symbol.word.as_ref().is_some_and(|word| passage.text[word.clone()].ends_with(':'))
}

fn without_zero(citation: &Citation, _: &Passage<'_>) -> bool {
    citation.symbol.value < 10 && citation.symbol.number.len() == 1
}

fn without_word(citation: &Citation, _: &Passage<'_>) -> bool {
    citation.symbol.kind.is_some() && citation.symbol.word.is_none()
}

fn dates(dates: &[(usize, Date)], texts: &Texts<'_>, told: &mut Told) {
    let places = |wrong: fn(&Date) -> bool| -> Vec<(At, &Date)> {
        let with = dates.iter().filter(|(_, date)| date.value.is_some() && wrong(date));
        with.map(|(index, date)| ((*index, date.range.clone()), date)).collect()
    };
    let zeroless = places(|date| {
        let low = |written: &str, below: u32| written.len() == 1 && written.parse().is_ok_and(|n: u32| n < below);
        date.written != DateForm::Month && (low(&date.day, 10) || low(&date.month, 3))
    });
    tell(&DAY, &zeroless, |_, date| official(date), with_zeros, texts, told);
    let mut months: Ways<'_, bool> = Ways::default();
    for (index, date) in dates.iter().filter(|(_, date)| date.written == DateForm::Short && between(&date.month)) {
        if let Some(passage) = texts.passages().get(*index).filter(|_| date.value.is_some()) {
            months.add(date.month.len() == 2, passage, date.range.clone());
        }
    }
    let Some(months) = months.beside(false) else { return };
    let right = |written: &str| baocao_reading::documents::dates(written).first().map(official).unwrap_or_default();
    let say = |_: &bool, written: &str| {
        let right = right(written);
        MIXED.finding(in_sentence(&MIXED)).expected(msg!("{right}", "{right}"))
    };
    told.together(months.findings(texts, say, |_, _| None));
}

/// The day, and a month that bears one, with their zeros.
fn with_zeros(date: &Date, text: &str) -> Vec<Change<'static>> {
    let start = date.range.start + text[date.range.clone()].find(|c: char| c.is_ascii_digit()).unwrap_or_default();
    let rest = start + date.day.len();
    let month = rest + text[rest..].find(|c: char| c.is_ascii_digit()).unwrap_or_default();
    let month = month..if between(&date.month) { month } else { month + date.month.len() };
    zeros(text, [start..rest, month])
}

/// Whether a month is one of those that bear no zero.
fn between(month: &str) -> bool {
    month.parse().is_ok_and(|month: u32| (3..=9).contains(&month))
}

/// A date as the decree writes it, in the form it was given in.
fn official(date: &Date) -> String {
    let form =
        if date.written == DateForm::Long { baocao_vietnamese::date::long } else { baocao_vietnamese::date::short };
    date.value.map(form).unwrap_or_default()
}

/// Tells of some places, and what should stand at each of them and what mends it, as one thing.
fn tell<T>(
    rule: &Rule,
    places: &[(At, &T)],
    right: impl Fn(&str, &T) -> String,
    mend: Mend<T>,
    texts: &Texts<'_>,
    told: &mut Told,
) {
    told.together(places.iter().filter_map(|((index, range), of)| {
        let passage = texts.passages().get(*index)?;
        let right = right(&passage.text, of);
        let finding = rule.finding(in_sentence(rule)).at(texts.place(passage, range.clone()));
        let finding = finding.edits(texts.edits(passage, &mend(of, &passage.text)));
        Some(finding.found(&passage.text[range.clone()]).expected(msg!("{right}", "{right}")))
    }));
}

/// The title of a rule with a small first letter.
fn in_sentence(rule: &Rule) -> Message {
    let small = |title: &str| {
        let mut letters = title.chars();
        letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect::<String>()
    };
    Message::new(small(rule.title.vi), small(rule.title.en))
}
