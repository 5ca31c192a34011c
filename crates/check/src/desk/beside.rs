//! The files beside a report.

use std::path::Path;

use baocao_core::diagnostic::Place;
use baocao_core::document::Attachment;
use baocao_core::report::{InTable, Input, Report, Slot};
use baocao_core::table;
use baocao_core::template::TemplateSet;

use super::Composed;

/// The files beside a report that it or its template set names, with the places that ask for them.
pub(super) fn wanted(report: &Report, input: &Input, set: &TemplateSet) -> Vec<(String, Place)> {
    let tables = table::merged(&set.form.tables, &report.tables);
    let rows = tables.into_iter().filter_map(|(id, table)| {
        let place = input.at(Slot::Table { id: id.as_str().into(), part: InTable::DataFile });
        Some((table.data?.file, place))
    });
    let previous = report.previous.as_ref().map(|previous| (previous.file.clone(), input.at(Slot::PreviousFile)));
    rows.chain(previous).collect()
}

/// The report and the files that its tables came from: what is printed can be computed again from the PDF alone.
pub(super) fn attachments(composed: &Composed) -> Vec<Attachment> {
    let mut all = vec![Attachment { name: name(&composed.input.source.name), bytes: composed.input.bytes.clone() }];
    for (path, side) in composed.files.all() {
        let file = Path::new(path).file_name().and_then(|name| name.to_str()).unwrap_or("du-lieu");
        // Two attachments of one name would be one.
        let taken = |name: &str| all.iter().any(|attachment| attachment.name == name);
        let name = (2..).map(|index| format!("{index}-{file}"));
        let name = std::iter::once(file.to_owned()).chain(name).find(|name| !taken(name)).unwrap_or_default();
        all.push(Attachment { name, bytes: side.bytes.to_vec() });
    }
    all
}

/// What a report is called inside of its document: as its file; a line of NDJSON as a file of its own.
fn name(source: &str) -> String {
    let name = Path::new(source).file_name().and_then(|name| name.to_str()).filter(|name| *name != "-");
    let name = name.unwrap_or("bao-cao.json");
    match name.rsplit_once('#').filter(|(_, line)| line.parse::<u64>().is_ok()) {
        Some((file, line)) => format!("{}-{line}.json", file.split('.').next().unwrap_or_default()),
        None => name.to_owned(),
    }
}
