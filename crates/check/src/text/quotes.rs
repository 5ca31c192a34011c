//! Quotation marks and parentheses come in pairs.

use std::ops::Range;

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_vietnamese::{first_run, last_run};

use crate::mechanism::Ways;
use crate::{Family, Rule, Say, Subject, Told};
use baocao_reading::Passage;

pub(super) const QUOTES: Family = Family {
    name: Say { vi: "Ngoặc kép, ngoặc đơn", en: "Quotation marks and parentheses" },
    rules: &[&QUOTE, &STYLE, &PARENTHESIS],
    check,
};

const QUOTE: Rule = Rule {
    id: Id::new("van-ban/ngoac-kep-le"),
    severity: Severity::Warning,
    title: Say { vi: "Dấu ngoặc kép có đủ đôi", en: "Quotation marks come in pairs" },
    why: Say {
        vi: "Mở ngoặc kép thì phải đóng, dấu mở là “ và dấu đóng là ”. Đoạn trích dài mở ở đoạn này, đóng ở đoạn sau không bị xét.",
        en: "What is opened is closed, with “ before and ” after. Quotations that go on in the next paragraph are not \
             looked at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Cơ chế “một cửa”, “một cửa liên thông”."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Cơ chế “một cửa”, “một cửa liên thông của xã."}}"#,
};

const STYLE: Rule = Rule {
    id: Id::new("van-ban/ngoac-kep-hai-kieu"),
    severity: Severity::Note,
    title: Say {
        vi: "Dấu ngoặc kép một kiểu trong cả báo cáo", en: "Quotation marks of one style throughout"
    },
    why: Say {
        vi: "“…” và \"…\" đều dùng được; một văn bản chỉ nên theo một kiểu.",
        en: "“…” and \"…\" can both be used; a document keeps to one.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "Cơ chế “một cửa”, “một cửa liên thông”."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Cơ chế “một cửa”, \"một cửa liên thông\"."}}"#,
};

const PARENTHESIS: Rule = Rule {
    id: Id::new("van-ban/ngoac-don-le"),
    severity: Severity::Warning,
    title: Say { vi: "Dấu ngoặc đơn có đủ đôi", en: "Parentheses come in pairs" },
    why: Say {
        vi: "Mở ngoặc đơn thì phải đóng trong cùng đoạn. Dấu ) sau số, chữ thứ tự (a), 1)) không bị xét.",
        en: "What is opened is closed in the same paragraph. The ) after the number or letter of an item is not looked at.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"chi-dao.tuyen-truyen": "a) Tin bài (5 tin); theo điểm b) khoản 1; 1) Loa."}}"#,
    fails: r#"{"sections": {"chi-dao.tuyen-truyen": "Đã đưa 5 tin (trong đó 2 bài trên báo. Loa phát 3 lượt."}}"#,
};

fn check(subject: &Subject<'_>, told: &mut Told) {
    // Pairs of marks, and whether they are straight.
    let mut styles: Ways<'_, bool> = Ways::default();
    for passage in subject.passages() {
        if !passage.text.contains(['"', '“', '”', '(', ')']) {
            continue;
        }
        let count = |mark| passage.text.matches(mark).count();
        let (curly, round) = (count('“') == count('”'), count('(') == count(')'));
        let odd = count('"') % 2 == 1;
        for (start, line) in passage.lines() {
            let mut add = |rule: &Rule, range: Range<usize>, say| {
                told.slip(rule, subject, passage, start + range.start..start + range.end, say);
            };
            for (range, why) in curly_faults(line, curly) {
                let say = match why {
                    Why::Closing => {
                        msg!("dấu đóng ngoặc kép gõ thành dấu mở", "an opening mark where a closing one belongs")
                    }
                    Why::Open => msg!("mở ngoặc kép mà không đóng", "a quotation is opened and not closed"),
                    Why::Closed => msg!("đóng ngoặc kép mà không mở", "a quotation is closed and not opened"),
                };
                add(&QUOTE, range, say);
            }
            let straight: Vec<usize> = line.match_indices('"').map(|(at, _)| at).collect();
            let inch = straight.iter().any(|at| line[..*at].ends_with(|c: char| c.is_ascii_digit()));
            if let Some(last) = straight.last().filter(|_| straight.len() % 2 == 1 && !inch)
                && !line.contains(['“', '”'])
                && odd
            {
                add(&QUOTE, around(line, *last), msg!("dấu ngoặc kép lẻ đôi", "a quotation mark without its other"));
            }
            for (at, open) in round_faults(line).into_iter().filter(|_| !round) {
                let say = if open {
                    msg!("mở ngoặc đơn mà không đóng", "a parenthesis is opened and not closed")
                } else {
                    msg!("đóng ngoặc đơn mà không mở", "a parenthesis is closed and not opened")
                };
                add(&PARENTHESIS, around(line, at), say);
            }
        }
        pairs(passage, &mut styles);
    }
    let Some(styles) = styles.several() else { return };
    let (usual, rare) = (styles.usual.1.len(), styles.count());
    let say = |straight: &bool, _: &str| {
        let (found, curly, straight) = if *straight { ("\"…\"", usual, rare) } else { ("“…”", rare, usual) };
        STYLE.finding(msg!("dấu ngoặc kép có hai kiểu", "quotation marks are of two styles")).found(found).expected(
            msg!(
                "một kiểu: “…” có {curly}, \"…\" có {straight} cặp",
                "one style; pairs: {curly} are “…”, {straight} \"…\""
            ),
        )
    };
    told.together(styles.findings(subject, say, |_, _| None));
}

/// Notes the pairs of marks of a passage, each at its first; one without its other is no pair.
fn pairs<'s>(passage: &'s Passage<'s>, styles: &mut Ways<'s, bool>) {
    let inch = |at: usize| passage.text[..at].ends_with(|c: char| c.is_ascii_digit());
    for straight in [true, false] {
        let marks = passage.text.match_indices(|c| if straight { c == '"' } else { matches!(c, '“' | '”') });
        let marks: Vec<(usize, &str)> = marks.filter(|(at, _)| !straight || !inch(*at)).collect();
        for pair in marks.chunks_exact(2) {
            styles.add(straight, passage, pair[0].0..pair[0].0 + pair[0].1.len());
        }
    }
}

enum Why {
    Closing,
    Open,
    Closed,
}

/// Curly marks of a line without their others. `balanced`: the whole text has as many of one as of the other, so that a
/// quotation may go on in another paragraph.
fn curly_faults(line: &str, balanced: bool) -> Vec<(Range<usize>, Why)> {
    let mut faults = Vec::new();
    let mut open: Option<usize> = None;
    for (at, mark) in line.char_indices().filter(|(_, c)| matches!(c, '“' | '”')) {
        let end = at + mark.len_utf8();
        match (mark, open) {
            ('“', Some(first)) => {
                let closes = !line[..at].ends_with([' ', '(']) && !line[end..].starts_with(char::is_alphanumeric);
                if closes {
                    faults.push((around(line, at), Why::Closing));
                    open = None;
                } else {
                    faults.push((around(line, first), Why::Open));
                    open = Some(at);
                }
            }
            ('“', None) => open = Some(at),
            ('”', None) if !balanced => faults.push((around(line, at), Why::Closed)),
            _ => open = None,
        }
    }
    if let Some(first) = open.filter(|_| !balanced) {
        faults.push((around(line, first), Why::Open));
    }
    faults
}

/// Parentheses of a line without their others, and whether they open.
fn round_faults(line: &str) -> Vec<(usize, bool)> {
    let mut open = Vec::new();
    let mut faults = Vec::new();
    for (at, mark) in line.char_indices() {
        match mark {
            '(' => open.push(at),
            ')' if open.pop().is_none() && !numbers_an_item(&line[..at]) => faults.push((at, false)),
            _ => {}
        }
    }
    faults.extend(open.into_iter().map(|at| (at, true)));
    faults
}

/// Whether a closing parenthesis follows the number or the letter of an item.
fn numbers_an_item(before: &str) -> bool {
    let mark = &before[last_run(before)..];
    let mark = mark.trim_start_matches(['*', '-', '+']);
    let count = mark.chars().count();
    (count == 1 && mark.chars().all(char::is_alphanumeric))
        || ((2..=3).contains(&count) && mark.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | 'i' | 'v' | 'x')))
}

/// A mark and the word that it touches.
fn around(line: &str, at: usize) -> Range<usize> {
    let start = last_run(&line[..at]);
    start..at + first_run(&line[at..])
}
