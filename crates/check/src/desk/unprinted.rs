//! Figures that a report gives and its document prints nowhere.

use std::collections::BTreeSet;

use baocao_core::diagnostic::Finding;
use baocao_core::document::Document;
use baocao_core::form;
use baocao_core::{kinds, msg};

use super::Read;
use crate::explain;

impl Read {
    /// Tells of figures that neither are printed nor have a part in what is printed. The document is only searched for
    /// those that stand in no form of it.
    pub(super) fn tell_unprinted(&self, document: &Document, findings: &mut Vec<Finding>) {
        let Read { report, input, script, .. } = self;
        let form = &script.set().form;
        let in_forms = form::printed(form, report);
        let given = report.figures.keys().map(String::as_str);
        let doubtful: Vec<&str> = given.filter(|id| !in_forms.contains(id) && form.indicator(id).is_some()).collect();
        if doubtful.is_empty() {
            return;
        }
        let (printed, _) = explain::prints(document, &mut []);
        let mut used = in_forms;
        used.extend(printed.iter().flat_map(|printed| &printed.ids).map(String::as_str));
        let used = with_parts(used, form);
        for id in doubtful.into_iter().filter(|id| !used.contains(id)) {
            findings.push(
                kinds::figures::NOT_PRINTED
                    .finding(msg!(
                        "số liệu này không được in ở đâu trong văn bản",
                        "this figure is printed nowhere in the document"
                    ))
                    .at(input.key_place(&format!("/figures/{id}")))
                    .hint(msg!(
                        "thêm \"template\" vào \"appendices\" để giữ các biểu của mẫu, hoặc bỏ số liệu",
                        "add \"template\" to \"appendices\" to keep the forms of the template, or take the figure out"
                    )),
            );
        }
    }
}

/// Indicators, and those that they are computed from.
fn with_parts<'a>(mut used: BTreeSet<&'a str>, form: &'a form::FormFile) -> BTreeSet<&'a str> {
    let mut open: Vec<&str> = used.iter().copied().collect();
    while let Some(id) = open.pop() {
        let parts = form.indicator(id).map(form::Row::parts).unwrap_or_default();
        open.extend(parts.into_iter().filter(|part| used.insert(part)));
    }
    used
}
