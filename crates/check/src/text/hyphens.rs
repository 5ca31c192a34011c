//! Hyphens between words and between years.

use std::ops::Range;

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::number::digits;
use baocao_vietnamese::{first_run, last_run};

use crate::mechanism::{Places, Ways};
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::Passage;

pub(super) const HYPHENS: Family =
    Family { name: Say { vi: "Dấu gạch nối", en: "Hyphens" }, rules: &[&ONE_SIDED, &YEARS], check };

const ONE_SIDED: Rule = Rule {
    id: Id::new("van-ban/gach-noi-lech"),
    severity: Severity::Warning,
    title: Say {
        vi: "Dấu gạch nối, dấu bằng, gạch chéo cân hai bên",
        en: "Hyphens, equals signs, strokes have spaces on both sides or on none",
    },
    why: Say {
        vi: "Kinh tế - xã hội và QR-code đều đúng; gạch nối chỉ cách một bên (động -Thương binh, QR- code, 2019 -2023) là gõ \
             nhầm; dấu bằng, gạch chéo trước năm (1/10= 10%, quý III/ 2023) cũng vậy. Dấu đầu dòng, số âm không bị xét.",
        en: "Kinh tế - xã hội and QR-code are both right; a space on one side only (QR- code, 2019 -2023) is a slip; so \
             it is with = and with the stroke before a year (1/10= 10%, quý III/ 2023). Marks of items and negative \
             numbers are not looked at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "- Phát triển kinh tế - xã hội; quét mã QR-code; giảm -5 %; giai đoạn 2021 - 2025; 1/10=10%."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Phát triển kinh tế -xã hội; quét mã QR- code; 1/10= 10%; quý I/ 2023."}}"#,
};

const YEARS: Rule = Rule {
    id: Id::new("van-ban/gach-noi-hai-kieu"),
    severity: Severity::Note,
    title: Say {
        vi: "Khoảng năm viết một kiểu trong cả báo cáo", en: "Ranges of years are written one way"
    },
    why: Say {
        vi: "2021 - 2030 và 2021-2030 đều đọc được; một văn bản chỉ nên theo một kiểu.",
        en: "2021 - 2030 and 2021-2030 can both be read; a document keeps to one.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Giai đoạn 2021 - 2030, nhiệm kỳ 2021 - 2026."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Giai đoạn 2021 - 2030, giai đoạn 2026 - 2030, nhiệm kỳ 2021-2026."}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    // Whether there are no spaces around the hyphen.
    let mut ways: Ways<'_, bool> = Ways::default();
    for passage in subject.passages() {
        for (start, line) in passage.lines() {
            for (at, hyphen) in line.char_indices().filter(|(_, c)| matches!(c, '-' | '–' | '=' | '/')) {
                let (before, after) = (&line[..at], &line[at + hyphen.len_utf8()..]);
                if matches!(hyphen, '=' | '/') {
                    if is_lame(hyphen, before, after) {
                        let Range { start: from, end } = reach(line, at, hyphen);
                        let say =
                            msg!("dấu \"{hyphen}\" chỉ cách một bên", "\"{hyphen}\" has a space on one side only");
                        told.slip(&ONE_SIDED, subject, passage, start + from..start + end, say);
                    }
                    continue;
                }
                match (before.ends_with(' '), after.starts_with(' ')) {
                    (true, true) | (false, false) => {
                        if let Some(years) = years(before, after) {
                            let range = start + at - years.start..start + at + hyphen.len_utf8() + years.end;
                            ways.add(!before.ends_with(' '), passage, range);
                        }
                    }
                    _ if joins(before, after) && !in_symbol(subject, passage, start + at) => {
                        let say = msg!("dấu gạch nối chỉ cách một bên", "a hyphen has a space on one side only");
                        let Range { start: from, end } = reach(line, at, hyphen);
                        told.slip(&ONE_SIDED, subject, passage, start + from..start + end, say);
                    }
                    _ => {}
                }
            }
        }
    }
    let Some(ways) = ways.several() else { return };
    let first = |places: &Places<'_>| {
        let written = places.first().map(|(passage, range)| &passage.text[range.clone()]);
        format!("{} ({})", written.unwrap_or_default(), places.len())
    };
    let (usual, rare) = (first(&ways.usual.1), first(&ways.rare[0].1));
    let say = |glued: &bool, _: &str| {
        let found = if *glued { format!("{rare}, {usual}") } else { format!("{usual}, {rare}") };
        YEARS
            .finding(msg!("khoảng năm viết hai kiểu", "ranges of years are written in two ways"))
            .found(found)
            .expected(msg!(
                "một trong hai kiểu; văn bản của trung ương thường có dấu cách",
                "one of the two; documents of the central government mostly have the spaces"
            ))
    };
    told.together(ways.findings(subject, say, |_, _| None));
}

/// A sign and the words on both sides of it.
fn reach(line: &str, at: usize, sign: char) -> Range<usize> {
    let from = last_run(line[..at].trim_end());
    let after = &line[at + sign.len_utf8()..];
    let to = line.len() - after.trim_start().len();
    from..to + first_run(&line[to..])
}

/// Whether an equals sign between numbers, or a stroke between a period and its year, has a space on one side only.
fn is_lame(sign: char, before: &str, after: &str) -> bool {
    if before.ends_with(' ') == after.starts_with(' ') {
        return false;
    }
    let (left, right) = (before.trim_end(), after.trim_start());
    let digits = digits(right);
    if sign == '=' {
        return digits > 0 && left.ends_with(|c: char| c.is_ascii_digit() || c == '%');
    }
    let year = digits == 4 && right.starts_with("20") && !right[4..].starts_with('/');
    let period = left.rsplit(' ').next().unwrap_or_default();
    let quarter = !period.is_empty() && period.bytes().all(|byte| b"IV".contains(&byte));
    let month = left.ends_with(|c: char| c.is_ascii_digit()) && period.len() < 3;
    year && (quarter || month)
}

/// Whether a hyphen stands in the symbol of a document, which has a rule of its own: `32/2020/NĐ- CP`.
fn in_symbol(subject: &Subject<'_>, passage: &Passage<'_>, at: usize) -> bool {
    let documents = subject.cited().documents_of(passage.index);
    let next = documents.partition_point(|(_, document)| document.symbol.range.end <= at);
    documents.get(next).is_some_and(|(_, document)| document.symbol.range.contains(&at))
}

/// Whether a hyphen joins two words or two numbers.
fn joins(before: &str, after: &str) -> bool {
    let first = before.trim_end().chars().next_back();
    let mut rest = after.trim_start().chars();
    let (next, second) = (rest.next(), rest.next());
    match (first, next) {
        (Some(a), Some(b)) if a.is_alphabetic() => b.is_alphabetic() && second.is_some_and(char::is_alphabetic),
        (Some(a), Some(b)) if a.is_ascii_digit() => b.is_ascii_digit() && second.is_some_and(|c| c.is_ascii_digit()),
        _ => false,
    }
}

/// How far two years reach to the left and to the right of the hyphen between them.
fn years(before: &str, after: &str) -> Option<Range<usize>> {
    let (left, right) = (before.strip_suffix(' ').unwrap_or(before), after.strip_prefix(' ').unwrap_or(after));
    let year = |digits: &str| digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    let from = left
        .rfind(|c: char| !c.is_ascii_digit())
        .map_or(0, |at| at + left[at..].chars().next().map_or(1, char::len_utf8));
    let to = right.find(|c: char| !c.is_ascii_digit()).unwrap_or(right.len());
    // `12/2021` is a month.
    let date = left[..from].ends_with(['/', '.']) || right[to..].starts_with('/');
    (year(&left[from..]) && year(&right[..to]) && !date).then(|| before.len() - from..after.len() - right.len() + to)
}
