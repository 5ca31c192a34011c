//! `baocao check --summary`: a table of organs by kind of finding.

use std::collections::BTreeMap;

use baocao_check::record::{Counts, Outcome, Record};
use baocao_check::rule;
use baocao_core::diagnostic::{Lang, visible_lines};

use crate::cli::columns;

/// What was found in the reports of one organ.
#[derive(Default)]
struct Line<'a> {
    reports: usize,
    unchecked: usize,
    counts: Counts,
    /// By the group of the ids: what stands before the slash.
    groups: BTreeMap<&'a str, usize>,
}

impl<'a> Line<'a> {
    fn add(&mut self, report: &'a Record) {
        self.reports += 1;
        if !report.checked {
            self.unchecked += 1;
            return;
        }
        self.counts.add(report.counts);
        for finding in &report.findings {
            *self.groups.entry(group(&finding.id)).or_default() += 1;
        }
    }
}

fn group(id: &str) -> &str {
    id.split_once('/').map_or(id, |(group, _)| group)
}

/// A table with a line for each organ, in the order of the reports, and one with a line for each rule that found
/// something, the most frequent first.
pub(super) fn table(checked: &Outcome, lang: Lang) -> String {
    let mut names: Vec<&str> = Vec::new();
    let mut lines: BTreeMap<&str, Line<'_>> = BTreeMap::new();
    let mut all = Line::default();
    for report in &checked.reports {
        let name = report.organ.as_deref().unwrap_or(&report.file);
        if !lines.contains_key(name) {
            names.push(name);
        }
        lines.entry(name).or_default().add(report);
        all.add(report);
    }
    let said = |vi: &'static str, en: &'static str| if lang == Lang::Vi { vi } else { en }.to_owned();
    let mut rows = vec![vec![
        said("ĐƠN VỊ", "ORGAN"),
        said("BÁO CÁO", "REPORTS"),
        said("LỖI", "ERRORS"),
        said("CẢNH BÁO", "WARNINGS"),
        said("LƯU Ý", "NOTES"),
        said("MIỄN", "EXEMPTED"),
    ]];
    rows[0].extend(all.groups.keys().map(|group| (*group).to_owned()));
    let row = |name: &str, line: &Line<'_>| {
        let counts = line.counts;
        let numbers = [line.reports, counts.errors, counts.warnings, counts.notes, counts.exempted];
        let groups = all.groups.keys().map(|group| line.groups.get(group).copied().unwrap_or(0));
        let cells = numbers
            .into_iter()
            .chain(groups)
            .map(|number| if number == 0 { "-".to_owned() } else { number.to_string() });
        let mut row: Vec<String> = std::iter::once(visible_lines(name)).chain(cells).collect();
        if line.unchecked > 0 {
            let count = if line.unchecked < line.reports { format!("{} ", line.unchecked) } else { String::new() };
            row[0].push_str(&format!(" ({count}{})", said("không kiểm tra được", "could not be checked")));
        }
        row
    };
    rows.extend(names.iter().filter_map(|name| Some(row(name, lines.get(name)?))));
    if names.len() > 1 {
        rows.push(row(&said("TỔNG", "TOTAL"), &all));
    }
    let mut text = columns::table(&rows, |column| column == 0);
    let frequent = by_rule(checked, lang);
    if !frequent.is_empty() {
        text.push('\n');
        text.push_str(&columns::table(&frequent, |column| !(1..3).contains(&column)));
    }
    text.push('\n');
    visible_lines(&text)
}

/// Rules that found something: how often, in how many reports, and what they ask for.
fn by_rule(checked: &Outcome, lang: Lang) -> Vec<Vec<String>> {
    let mut found: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut messages: BTreeMap<&str, &str> = BTreeMap::new();
    for report in checked.reports.iter().filter(|report| report.checked) {
        let mut ids: Vec<&str> = report.findings.iter().map(|finding| finding.id.as_str()).collect();
        messages.extend(report.findings.iter().map(|finding| (finding.id.as_str(), finding.message.text(lang))));
        ids.iter().for_each(|id| found.entry(id).or_default().0 += 1);
        ids.sort_unstable();
        ids.dedup();
        ids.iter().for_each(|id| found.entry(id).or_default().1 += 1);
    }
    if found.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by_key(|(id, (count, _))| (std::cmp::Reverse(*count), *id));
    let said = |vi: &str, en: &str| if lang == Lang::Vi { vi } else { en }.to_owned();
    let head = vec![
        said("QUY TẮC", "RULE"),
        said("PHÁT HIỆN", "FINDINGS"),
        said("BÁO CÁO", "REPORTS"),
        said("YÊU CẦU", "ASKS FOR"),
    ];
    let rows = found.into_iter().map(|(id, (count, reports))| {
        let message = messages.get(id).copied().unwrap_or_default();
        let title = rule(id).map_or(message, |rule| rule.title.text(lang));
        vec![id.to_owned(), count.to_string(), reports.to_string(), title.to_owned()]
    });
    std::iter::once(head).chain(rows).collect()
}
