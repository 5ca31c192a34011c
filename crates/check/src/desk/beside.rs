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
    let name = Path::new(&composed.input.source.name).file_name().and_then(|name| name.to_str());
    let name = name.filter(|name| *name != "-").unwrap_or("bao-cao.json").to_owned();
    let report = Attachment { name: name.clone(), bytes: composed.input.bytes.clone() };
    let beside = composed.files.all().iter().enumerate().map(|(index, (path, side))| {
        let file = Path::new(path).file_name().and_then(|name| name.to_str()).unwrap_or("du-lieu");
        // Two attachments of one name would be one.
        let file = if file == name { format!("{}-{file}", index + 1) } else { file.to_owned() };
        Attachment { name: file, bytes: side.bytes.to_vec() }
    });
    std::iter::once(report).chain(beside).collect()
}
