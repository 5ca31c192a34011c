//! Numbers in running text against the figures of the forms, by the words that speak of an indicator.

mod named;

pub use named::Named;
pub(crate) use named::named;

use baocao_core::claim::{Claim, Law, Said, Verdict};
use baocao_core::diagnostic::{Id, Message};
use rust_decimal::Decimal;

use super::figure::Figure;
use super::phrase::{self, Words};
use crate::claims::explained;
use crate::{Family, Rule, Say, Subject, Told};
use baocao_core::diagnostic::Severity;
use baocao_core::form::Row;
use baocao_core::markdown::plain_label;
use baocao_core::msg;
use baocao_reading::Passage;
use baocao_reading::numbers::Kind;
use baocao_reading::numbers::Reading;
use baocao_vietnamese::lexicon::earlier;
use baocao_vietnamese::lexicon::lists::{COMING_HEADINGS, OTHER_SENTENCES};

pub(super) const TABLES: Family =
    Family {
        name: Say { vi: "Lời văn và biểu mẫu", en: "Running text and forms" }, rules: &[&DIFFERS, &DOUBT], check
    };

const DIFFERS: Rule = Rule {
    id: Id::new("loi-van/khac-bieu-mau"),
    severity: Severity::Warning,
    title: Say {
        vi: "Số trong lời văn bằng số trong biểu mẫu", en: "A number in running text is that of the form"
    },
    why: Say {
        vi: "Số đứng giữa những từ chỉ một chỉ tiêu (\"hoàn thành 22/29 nhiệm vụ\") được so với số liệu của chỉ tiêu ấy. \
             Từ ngữ của mỗi chỉ tiêu khai trong relations.json (\"phrases\"). Số làm tròn và đơn vị tiền khác nhau được \
             hiểu; câu nói về kỳ khác, cấp khác, lĩnh vực riêng thì bỏ qua.",
        en: "A number among words that speak of an indicator is compared with that indicator's figure. The words stand \
             in relations.json (\"phrases\"). Rounded numbers and other units of money are understood; sentences about \
             another period, level or field are left alone.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"figures": {"ke-hoach.nhiem-vu-de-ra": 26, "ke-hoach.nhiem-vu-hoan-thanh": 20}, "sections": {"danh-gia.uu-diem": "Đã hoàn thành 20/26 nhiệm vụ."}}"#,
    fails: r#"{"figures": {"ke-hoach.nhiem-vu-de-ra": 26, "ke-hoach.nhiem-vu-hoan-thanh": 20}, "sections": {"danh-gia.uu-diem": "Đã hoàn thành 21/26 nhiệm vụ."}}"#,
};

const DOUBT: Rule = Rule {
    id: Id::new("loi-van/khac-bieu-nghi-van"),
    severity: Severity::Note,
    title: Say {
        vi: "Số trong lời văn có lẽ phải bằng số trong biểu mẫu",
        en: "A number in running text perhaps should be that of the form",
    },
    why: Say {
        vi: "Lời văn có vẻ nói đến một chỉ tiêu của biểu mẫu nhưng ghi số khác. Câu ấy có thể nói về kỳ khác, cấp khác hay \
             chỉ một phần; phát hiện này là nghi vấn.",
        en: "The text seems to speak of an indicator of the forms, with another number. It may speak of another period, \
             another level or a part; this finding is a doubt.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"figures": {"khao-sat.so-phieu": 259}, "sections": {"danh-gia.uu-diem": "Đã phát 259 phiếu."}}"#,
    fails: r#"{"figures": {"khao-sat.so-phieu": 259}, "sections": {"danh-gia.uu-diem": "Đã phát 269 phiếu."}}"#,
};

/// Words of the levels, and the level of the forms that each is of.
const LEVELS: [(&str, &str); 6] = [
    ("cấp tỉnh", "tinh"),
    ("cấp huyện", "huyen"),
    ("cấp xã", "xa"),
    ("cấp sở", "so"),
    ("thôn", "thon"),
    ("phòng", "phong"),
];

/// The words of all indicators that have a number, with their ids.
fn phrases<'a>(subject: &'a Subject<'_>) -> Vec<(&'a str, Words<'a>)> {
    let phrases = subject.set.relations.phrases.iter();
    phrases
        .flat_map(|(id, phrases)| phrases.iter().map(move |phrase| (id.as_str(), Words::new(phrase))))
        .filter(|(id, _)| Figure::of(subject, id).is_some())
        .collect()
}

fn check(subject: &Subject<'_>, told: &mut Told) {
    let all = phrases(subject);
    if all.is_empty() {
        return;
    }
    for reading in subject.readings() {
        if coming(subject, reading.passage.index) {
            continue;
        }
        for (at, token) in reading.tokens.iter().enumerate() {
            if token.kind.is_number() && !token.hedge {
                number_here(subject, reading, at, &all, told);
            }
        }
    }
}

/// Whether a passage tells what is still to be done, not what was reported, by the headings over it.
pub(crate) fn coming(subject: &Subject<'_>, passage: usize) -> bool {
    let slot = &subject.passages()[passage].slot;
    if slot.section_id().is_some_and(|id| subject.set.outline.is_ahead(id)) {
        return true;
    }
    let Some(path) = slot.outline_path() else { return false };
    let over = |heading: &&Passage<'_>| {
        heading.kind == baocao_reading::TextKind::Heading
            && heading.slot.outline_path().is_some_and(|section| path.starts_with(section))
    };
    subject.passages()[..passage].iter().filter(over).any(|heading| is_of_coming(heading.all_small()))
}

/// Whether a heading in small letters is over what is still to be done.
pub(crate) fn is_of_coming(heading: &str) -> bool {
    heading.starts_with("nhiệm vụ ") || COMING_HEADINGS.iter().any(|words| heading.contains(words))
}

/// The indicators that the words around a number speak of; none where the sentence is about something else.
fn matches<'a, 'b>(
    subject: &Subject<'_>,
    reading: Reading<'_>,
    at: usize,
    all: &'b [(&'a str, Words<'a>)],
) -> Vec<&'b (&'a str, Words<'a>)> {
    let token = &reading.tokens[at];
    let around = phrase::contexts(reading, at);
    let matches: Vec<_> = all.iter().filter(|(_, words)| words.stand(&around, token)).collect();
    if matches.is_empty() {
        return matches;
    }
    let sentence = phrase::sentence_of_now(reading, at);
    let own = subject.set.form.level.as_deref().unwrap_or_default();
    let elsewhere = |words: &Words<'_>| {
        let says = |word: &str| sentence.contains(word) && !words.contains(word);
        let of_family = subject.set.wording.elsewhere.iter().any(|word| says(word));
        of_family
            || OTHER_SENTENCES.iter().chain(earlier()).any(|word| says(word))
            || LEVELS.iter().any(|(word, level)| *level != own && says(word))
    };
    // `Kế hoạch khảo sát là 400 phiếu`, but `theo kế hoạch đã khảo sát`
    let planned = |words: &Words<'_>| around.planned() && !words.contains("kế hoạch");
    if matches.iter().any(|(_, words)| elsewhere(words) || planned(words))
        || subject.report.period.as_ref().is_some_and(|period| phrase::other_year(&sentence, period.year))
    {
        return Vec::new();
    }
    matches
}

/// The figures of indicators that words speak of. Several indicators added up are another reading of the same words, and
/// stand last.
fn figures<'a>(subject: &'a Subject<'_>, matches: &[&(&'a str, Words<'a>)]) -> Vec<Figure<'a>> {
    let mut figures: Vec<Figure<'a>> = matches.iter().filter_map(|(id, _)| Figure::of(subject, id)).collect();
    figures.sort_by_key(|figure| figure.ids.len());
    figures.dedup_by(|later, figure| later.ids == figure.ids);
    figures
}

fn number_here(subject: &Subject<'_>, reading: Reading<'_>, at: usize, all: &[(&str, Words<'_>)], told: &mut Told) {
    let token = &reading.tokens[at];
    let matches = matches(subject, reading, at, all);
    let figures = figures(subject, &matches);
    if figures.iter().any(|figure| figure.agrees(token, subject)) {
        return ratio_after(subject, reading, at, &figures, told);
    }
    if excused(subject, reading, at, &figures) {
        return;
    }
    let [figure, others @ ..] = &figures[..] else { return };
    let different = others.iter().any(|other| other.ids.len() == figure.ids.len());
    let doubtful = different || matches.iter().all(|(_, words)| words.doubtful) || figure.value.is_zero();
    // `258/259 hồ sơ`: of the two numbers the words may mean the second.
    if doubtful
        && matches!(token.kind, Kind::Fraction(_, whole) if figures.iter().any(|figure| figure.is(whole, token)))
    {
        return;
    }
    let shown = &reading.passage.text[token.range.clone()];
    let (label, text) = (figure.label(), figure.text(token));
    let rule = if doubtful { &DOUBT } else { &DIFFERS };
    let ids = figure.ids.join("\" + \"");
    let message = if doubtful {
        msg!(
            "lời văn ghi {shown}, có lẽ phải là số của biểu mẫu ({text}): {label}",
            "the text says {shown}; perhaps it should be that of the form ({text}): {label}"
        )
    } else {
        msg!("lời văn ghi {shown}, biểu mẫu ghi {text}: {label}", "the text says {shown}, the form {text}: {label}")
    };
    told.finding(
        rule.finding(message)
            .at(subject.place(reading.passage, token.range.start..token.end))
            .found(shown)
            .expected(msg!("{text} (\"{ids}\")", "{text} (\"{ids}\")")),
    );
}

/// Whether another number of the text explains why this one is not the figure: the figure follows in the same sentence
/// (`phát 180 phiếu, thu về 175 phiếu`), or the percentage is of another whole that the text names.
fn excused(subject: &Subject<'_>, reading: Reading<'_>, at: usize, figures: &[Figure<'_>]) -> bool {
    let [figure, ..] = figures else { return false };
    let token = &reading.tokens[at];
    match token.kind {
        Kind::Count(_) => {
            let rest = reading.tokens[at + 1..].iter().take_while(|next| !matches!(next.kind, Kind::Stop | Kind::Line));
            let mut same = rest.filter(|next| next.unit.name == token.unit.name);
            same.any(|next| matches!(next.kind, Kind::Count(value) if figure.is(value, next)))
        }
        Kind::Percent(given) if given.scale() > 0 => {
            let [Row { ratio: Some([part, _]), .. }] = &figure.rows[..] else { return false };
            let Some(part) = subject.number(part) else { return false };
            let of = |whole: Decimal| Law::Ratio([part, whole].map(Said::counted));
            explained(Said::percent(given), subject.prose_numbers().into_iter().map(of))
        }
        _ => false,
    }
}

/// A percentage right after a number that is an indicator's, against the percentage that the forms make of it.
fn ratio_after(subject: &Subject<'_>, reading: Reading<'_>, at: usize, figures: &[Figure<'_>], told: &mut Told) {
    let (Kind::Count(_), [figure]) = (reading.tokens[at].kind, figures) else { return };
    let Some(next) = (at + 1..reading.tokens.len()).find(|next| reading.tokens[*next].kind != Kind::Comma) else {
        return;
    };
    let token = &reading.tokens[next];
    let gap = reading.between(at, next);
    let (Kind::Percent(given), [id]) = (token.kind, &figure.ids[..]) else { return };
    if gap.chars().count() > 25 || !["đạt", "bằng"].iter().any(|word| gap.contains(word)) {
        return;
    }
    let mut rows = subject.set.form.indicators();
    let Some((ratio, row)) = rows.find(|(_, row)| row.ratio.as_ref().is_some_and(|[part, _]| part == id)) else {
        return;
    };
    let Some([_, whole_id]) = &row.ratio else { return };
    let (Some(part), Some(whole)) = (subject.number(id), subject.number(whole_id)) else { return };
    let claim = Claim::new(Said::percent(given), Law::Ratio([part, whole].map(Said::counted)));
    if !matches!(claim.verdict(), Verdict::Wrong | Verdict::Truncated) {
        return;
    }
    let Message { vi, en } = claim.expected();
    let label = plain_label(&row.label);
    told.finding(
        DOUBT
            .finding(msg!(
                "tỷ lệ này có lẽ phải là tỷ lệ của biểu mẫu: {label}",
                "this perhaps should be the percentage of the form: {label}"
            ))
            .at(subject.place(reading.passage, token.range.start..token.end))
            .found(&reading.passage.text[token.range.start..token.end])
            .expected(msg!("{vi} (\"{ratio}\")", "{en} (\"{ratio}\")")),
    );
}
