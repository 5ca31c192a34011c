//! The files beside a report.

use std::path::Path;

use baocao_core::diagnostic::Place;
use baocao_core::provenance::{Given, RECORD};
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

/// The report and the files that it draws on, by name.
pub(super) fn sources(composed: &Composed) -> Vec<Given<'_>> {
    let own = name(&composed.input.source.name);
    let path = composed.folder.join(&own).unwrap_or_default();
    let mut all = vec![Given { name: own, path, bytes: &composed.input.bytes }];
    let beside = composed.beside.iter().map(|(path, bytes)| (path.clone(), &bytes[..]));
    let copy = composed.copy.iter().map(|copy| {
        // It may come from anywhere; in the document it stands beside the report.
        let name = Path::new(&copy.name).file_name().and_then(|name| name.to_str()).filter(|name| *name != "-");
        let name = name.unwrap_or("sao.json");
        (composed.folder.join(name).unwrap_or_default(), &copy.bytes[..])
    });
    for (path, bytes) in beside.chain(copy) {
        let file = path.names().last().unwrap_or("du-lieu");
        // Two files of one name would be one.
        let taken = |name: &str| name == RECORD || all.iter().any(|given| given.name == name);
        let name = (2..).map(|index| format!("{index}-{file}"));
        let name = std::iter::once(file.to_owned()).chain(name).find(|name| !taken(name)).unwrap_or_default();
        let stands = all.iter().any(|given| given.path == path);
        let path = if stands { path.parent().join(&name).unwrap_or_default() } else { path.clone() };
        all.push(Given { name, path, bytes });
    }
    all
}

/// What a report is called inside of its document: as its file; a line of NDJSON as a file of its own.
fn name(source: &str) -> String {
    let name = Path::new(source).file_name().and_then(|name| name.to_str()).filter(|name| *name != "-");
    let name = name.filter(|name| *name != RECORD).unwrap_or("bao-cao.json");
    match name.rsplit_once('#').filter(|(_, line)| line.parse::<u64>().is_ok()) {
        Some((file, line)) => format!("{}-{line}.json", file.split('.').next().unwrap_or_default()),
        None => name.to_owned(),
    }
}
