//! Mistakes in a form definition.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{FormFile, Kind};
use crate::diagnostic::{Finding, Place, Source};
use crate::msg;

impl FormFile {
    /// Adds a finding for every mistake: ids given twice, formulas that name unknown ids or go round in a circle,
    /// a coded indicator without codes, appendices with unknown forms.
    pub fn check(&self, source: &Arc<Source>, findings: &mut Vec<Finding>) {
        let mut seen = BTreeSet::new();
        for (id, row) in self.indicators() {
            if !seen.insert(id) {
                findings.push(
                    Finding::error("mau/ma-lap", msg!("mã chỉ tiêu \"{id}\" có hai lần", "the indicator \"{id}\" is defined twice"))
                        .at(quoted(source, id)),
                );
            }
            if row.kind == Kind::Code && row.codes.is_empty() {
                findings.push(
                    Finding::error("mau/thieu-ma", msg!("chỉ tiêu \"{id}\" không có bảng mã", "the indicator \"{id}\" has no codes"))
                        .at(quoted(source, id)),
                );
            }
        }
        let parts: BTreeMap<&str, Vec<&str>> = self.indicators().map(|(id, row)| (id, row.parts())).collect();
        for (id, of) in &parts {
            for part in of.iter().filter(|part| !parts.contains_key(*part)) {
                findings.push(
                    Finding::error(
                        "mau/cong-thuc-sai",
                        msg!("công thức của \"{id}\" dùng mã không có: \"{part}\"", "the formula of \"{id}\" names an unknown id: \"{part}\""),
                    )
                    .at(quoted(source, part)),
                );
            }
            if is_cyclic(id, &parts) {
                findings.push(
                    Finding::error(
                        "mau/cong-thuc-vong",
                        msg!("công thức của \"{id}\" quay vòng về chính nó", "the formula of \"{id}\" leads back to itself"),
                    )
                    .at(quoted(source, id)),
                );
            }
        }
        for id in self.appendices.iter().flat_map(|appendix| &appendix.forms) {
            if self.form(id).is_none() {
                findings.push(
                    Finding::error("mau/bieu-khong-biet", msg!("không có biểu mẫu \"{id}\"", "there is no form \"{id}\""))
                        .at(quoted(source, id)),
                );
            }
        }
    }
}

fn is_cyclic(start: &str, parts: &BTreeMap<&str, Vec<&str>>) -> bool {
    let mut open: Vec<&str> = parts.get(start).into_iter().flatten().copied().collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        if id == start {
            return true;
        }
        if seen.insert(id) {
            open.extend(parts.get(id).into_iter().flatten());
        }
    }
    false
}

/// Where a text stands in quotes for the last time.
fn quoted(source: &Arc<Source>, text: &str) -> Place {
    let quoted = format!("\"{text}\"");
    let start = source.text.rfind(&quoted).unwrap_or(0);
    Place::new(source, start..start + quoted.len().min(source.text.len() - start))
}
