//! The findings of a report as text.

use baocao_check::record::{Both, Counts, ExemptedRecord, OriginRecord, Outcome, PlaceRecord, Record};
use baocao_check::{Review, rules};
use baocao_core::diagnostic::{Lang, Look, Place, counted, for_terminal, render_all};
use baocao_vietnamese::one_line;

/// All that is to be said of a report: its findings, what is exempt, what was not evaluated, and a line that counts them.
pub(super) fn report(record: &Record, review: &Review, lang: Lang, look: Look) -> String {
    let mut text = render_all(&review.findings, lang, look);
    if !record.exempted.is_empty() {
        text.push_str(&format!("{}:\n", said(lang, "được miễn", "exempted")));
        let exempted = record.exempted.iter().zip(&review.exempted);
        text.extend(exempted.map(|(exempted, found)| exempted_line(exempted, found.finding.place.as_ref(), lang)));
        text.push('\n');
    }
    if !record.not_evaluated.is_empty() {
        text.push_str(&format!("{}:\n", said(lang, "chưa kiểm được", "not evaluated")));
        text.push_str(&not_evaluated(record, lang));
        text.push('\n');
    }
    let mut parts = vec![found(record.counts, lang)];
    parts.extend(rules_left(record, lang));
    text.push_str(&format!("{}: {}\n", for_terminal(&record.file), parts.join("; ")));
    text
}

/// How many rules were not evaluated.
fn rules_left(record: &Record, lang: Lang) -> Option<String> {
    let left = record.counts.not_evaluated;
    match (left, lang) {
        (0, _) => None,
        _ if left == rules().count() => {
            Some(said(lang, "chưa kiểm được quy tắc nào", "no rule was evaluated").to_owned())
        }
        (_, Lang::Vi) => Some(format!("{left} quy tắc chưa kiểm được")),
        (1, Lang::En) => Some("1 rule not evaluated".to_owned()),
        (_, Lang::En) => Some(format!("{left} rules not evaluated")),
    }
}

/// The texts of several reports and their last line; one of more than a line stands apart from what is around it.
pub(super) fn joined(texts: &[String], total: &str) -> String {
    let mut joined = String::new();
    let mut apart = false;
    for text in texts.iter().map(String::as_str).chain([total]).filter(|text| !text.is_empty()) {
        let long = text.lines().count() > 1;
        if !joined.is_empty() && (apart || long) {
            joined.push('\n');
        }
        joined.push_str(text);
        apart = long;
    }
    joined
}

/// The last line of a check of several reports.
pub(super) fn total(checked: &Outcome, lang: Lang) -> String {
    if checked.reports.len() < 2 {
        return String::new();
    }
    let read: Vec<&Record> = checked.reports.iter().filter(|report| report.checked).collect();
    let with = read.iter().filter(|report| report.counts.findings() > 0).count();
    let left = read.iter().filter(|report| report.counts.not_evaluated > 0).count();
    let unread = checked.reports.len() - read.len();
    let mut counts = Counts::default();
    read.iter().for_each(|report| counts.add(report.counts));
    let mut parts = vec![found(counts, lang)];
    if left > 0 {
        parts.push(match lang {
            Lang::Vi => format!("{left} báo cáo có quy tắc chưa kiểm được"),
            Lang::En => format!("{left} with rules that were not evaluated"),
        });
    }
    if unread > 0 {
        parts.push(match lang {
            Lang::Vi => format!("{unread} báo cáo không kiểm tra được"),
            Lang::En => format!("{unread} could not be checked"),
        });
    }
    let (read, parts) = (read.len(), parts.join("; "));
    match lang {
        Lang::Vi => format!("{read} báo cáo, {with} có phát hiện: {parts}\n"),
        Lang::En => format!("{read} report{}, {with} with findings: {parts}\n", if read == 1 { "" } else { "s" }),
    }
}

/// What was found, and how much of it is exempt.
fn found(counts: Counts, lang: Lang) -> String {
    let mut found = counted(counts.errors, counts.warnings, counts.notes, lang);
    if found.is_empty() {
        found = said(lang, "không có phát hiện", "no findings").to_owned();
    }
    let exempted = counts.exempted;
    match (exempted, lang) {
        (0, _) => found,
        (_, Lang::Vi) => format!("{found}; {exempted} mục được miễn"),
        (_, Lang::En) => format!("{found}; {exempted} exempted"),
    }
}

fn exempted_line(exempted: &ExemptedRecord, place: Option<&Place>, lang: Lang) -> String {
    let finding = &exempted.finding;
    let (id, reason) = (&finding.id, one_line(&exempted.reason));
    let origin = place.and_then(|place| place.origin.as_ref());
    let origin = origin.map(|origin| format!(" {};", one_line(&origin.named(lang)))).unwrap_or_default();
    let at = finding.place.as_ref().map(|place| format!(" {}", at(place))).unwrap_or_default();
    let others: Vec<String> = finding.other_places.iter().map(|other| other.place.line.to_string()).collect();
    let others = match (others.join(", "), lang) {
        (lines, _) if lines.is_empty() => lines,
        (lines, Lang::Vi) => format!(" và dòng {lines}"),
        (lines, Lang::En) if others.len() == 1 => format!(" and line {lines}"),
        (lines, Lang::En) => format!(" and lines {lines}"),
    };
    let by = match (exempted.origin, &exempted.place) {
        (OriginRecord::CommandLine, _) => said(lang, "dòng lệnh", "command line").to_owned(),
        (_, Some(place)) => at_line(place),
        (OriginRecord::Office, None) => baocao_check::CONFIG_FILE.to_owned(),
        (OriginRecord::Report, None) => said(lang, "báo cáo", "the report").to_owned(),
    };
    format!("  {id}{origin}{at}{others}: {reason} ({by})\n")
}

fn at(place: &PlaceRecord) -> String {
    let pointer = place.pointer.as_ref().map(|pointer| format!(" {pointer}")).unwrap_or_default();
    format!("{}:{}{pointer}", at_line(place), place.column)
}

fn at_line(place: &PlaceRecord) -> String {
    format!("{}:{}", place.file, place.line)
}

/// The rules that were not evaluated, by reason.
fn not_evaluated(record: &Record, lang: Lang) -> String {
    let mut reasons: Vec<(&Both, Vec<&str>)> = Vec::new();
    for entry in &record.not_evaluated {
        match reasons.iter_mut().find(|(reason, _)| **reason == entry.reason) {
            Some((_, rules)) => rules.push(&entry.rule),
            None => reasons.push((&entry.reason, vec![&entry.rule])),
        }
    }
    let all = rules().count();
    let line = |(reason, ids): (&Both, Vec<&str>)| {
        let ids = if ids.len() == all { said(lang, "mọi quy tắc", "all rules").to_owned() } else { ids.join(", ") };
        format!("  {}: {ids}\n", reason.text(lang))
    };
    reasons.into_iter().map(line).collect()
}

fn said<'a>(lang: Lang, vi: &'a str, en: &'a str) -> &'a str {
    if lang == Lang::Vi { vi } else { en }
}
