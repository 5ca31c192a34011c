//! Mappings of exports that are made here.

mod looks;
mod measures;
mod periods;
mod proposals;
mod shapes;
mod units;
mod values;

use baocao_core::limits::Limits;
use baocao_core::report::ReportFile;
use baocao_core::rows::Book;
use baocao_core::template::Templates;
use baocao_import::Draft;
use baocao_import::map::{Mapping, Opened};
use serde_json::Value;

/// The reports that come of an export, and the ids of all findings.
pub(crate) fn import(map: &str, name: &str, bytes: &[u8]) -> (Vec<Draft>, Vec<String>) {
    import_of(ReportFile::new("map.toml", map), name, bytes)
}

/// The same where files stand beside the mapping.
pub(crate) fn import_of(map: ReportFile<'_>, name: &str, bytes: &[u8]) -> (Vec<Draft>, Vec<String>) {
    let (limits, mut findings, mut drafts) = (Limits::default(), Vec::new(), Vec::new());
    let opened = Opened::read(map, &limits, &mut findings);
    let opened = opened.unwrap_or_else(|| panic!("{findings:?}"));
    let set = Templates::built_in().load(&opened.file.set, None, &mut findings).expect("a set");
    let Some(mapping) = Mapping::new(&opened, &set, &mut findings) else {
        return (drafts, findings.iter().map(|finding| finding.id.to_string()).collect());
    };
    let book = Book::read(name, bytes, &limits, &mut findings).expect("a book");
    let books = [book];
    let mut reports = mapping.reports(&books, &mut findings);
    while let Some(draft) = reports.next(&mut findings) {
        drafts.push(draft);
    }
    (drafts, findings.iter().map(|finding| finding.id.to_string()).collect())
}

/// A unit without any figure.
const BARE: &str = "nhap/khong-so-lieu";

pub(crate) fn values(draft: &Draft, pointer: &str) -> Value {
    Value::from(draft.values.clone()).pointer(pointer).cloned().unwrap_or_default()
}
