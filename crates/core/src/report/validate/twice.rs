//! What stands beside each other under one name.

use std::collections::BTreeSet;

use baocao_vietnamese::{one_line, small};

use crate::diagnostic::{Finding, Kind, Message};
use crate::report::{Input, OwnSection, Report, TableColumn, pointer_part};
use crate::{kinds, msg};

/// Adds a finding for sections, columns of tables and bars of charts that bear the name of one before them.
pub(super) fn check(report: &Report, input: &Input, findings: &mut Vec<Finding>) {
    sections(&report.outline, "/outline", input, findings);
    for (at, appendix) in report.own_appendices() {
        if let Some(document) = &appendix.document {
            sections(&document.outline, &format!("/appendices/{at}/document/outline"), input, findings);
        }
    }
    for (id, table) in &report.tables {
        columns(&table.columns, &format!("/tables/{}/columns", pointer_part(id)), input, findings);
    }
    for (id, chart) in &report.charts {
        let bars = chart.bars.iter().enumerate();
        let here = format!("/charts/{}/bars", pointer_part(id));
        let names = bars.map(|(at, bar)| (format!("{here}/{at}/label"), &*bar.label)).collect();
        let say = |name: &str| msg!("biểu đồ có hai thanh \"{name}\"", "the chart has two bars \"{name}\"");
        tell(names, &kinds::charts::LABEL_TWICE, say, input, findings);
    }
}

fn sections(beside: &[OwnSection], here: &str, input: &Input, findings: &mut Vec<Finding>) {
    let titles = beside.iter().enumerate().filter_map(|(at, section)| Some((at, section.title.as_ref()?)));
    let names = titles.map(|(at, title)| (format!("{here}/{at}/title"), &**title)).collect();
    let say = |name: &str| {
        msg!("hai mục cạnh nhau cùng tên \"{name}\"", "two sections beside each other are called \"{name}\"")
    };
    tell(names, &kinds::sections::TITLE_TWICE, say, input, findings);
    for (at, section) in beside.iter().enumerate() {
        sections(&section.sections, &format!("{here}/{at}/sections"), input, findings);
    }
}

fn columns(beside: &[TableColumn], here: &str, input: &Input, findings: &mut Vec<Finding>) {
    let names = beside.iter().enumerate().map(|(at, column)| (format!("{here}/{at}/title"), &*column.title)).collect();
    let say = |name: &str| msg!("hai cột cùng tiêu đề \"{name}\"", "two columns have the title \"{name}\"");
    tell(names, &kinds::tables::TITLE_TWICE, say, input, findings);
    for (at, column) in beside.iter().enumerate() {
        columns(&column.columns, &format!("{here}/{at}/columns"), input, findings);
    }
}

/// Tells of each name that one before it has, capitals and spaces apart.
fn tell(
    names: Vec<(String, &str)>,
    kind: &Kind,
    say: impl Fn(&str) -> Message,
    input: &Input,
    findings: &mut Vec<Finding>,
) {
    let mut known: BTreeSet<String> = BTreeSet::new();
    for (pointer, name) in names.into_iter().filter(|(_, name)| !name.trim().is_empty()) {
        if !known.insert(small(&one_line(name))) {
            kind.finding(say(name))
                .at(input.place(&pointer))
                .hint(msg!("đặt cho mỗi chỗ một tên riêng", "give each a name of its own"))
                .add_to(findings);
        }
    }
}
