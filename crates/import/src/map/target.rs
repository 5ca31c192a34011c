//! The indicator that a mapping, or a row of an export, means.

use std::collections::HashMap;

use baocao_core::diagnostic::{Finding, nearest};
use baocao_core::form::Row;
use baocao_core::markdown::plain_label;
use baocao_core::template::TemplateSet;
use baocao_core::{kinds, msg};

use super::column::plain;

/// The indicators of a set by all that names them.
#[derive(Debug)]
pub(super) struct Targets<'s> {
    rows: Vec<Target<'s>>,
    /// Their labels as they are compared; and which of them have a label, whole or without what stands in brackets.
    labels: Vec<String>,
    by_label: HashMap<String, Vec<usize>>,
}

/// An indicator and the names of its row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Target<'s> {
    /// Its id.
    pub(super) id: &'s str,
    /// Its row.
    pub(super) row: &'s Row,
    /// The number of its form, from 1.
    form: usize,
}

impl Target<'_> {
    /// `BM3.3.2.1`
    pub(super) fn code(&self) -> String {
        format!("BM{}.{}", self.form, self.row.code.trim_end_matches('.'))
    }

    /// The place of its form among those of the set.
    pub(super) fn form_index(&self) -> usize {
        self.form - 1
    }

    /// Its label, without formatting.
    pub(super) fn label(&self) -> String {
        plain_label(&self.row.label)
    }
}

impl<'s> Targets<'s> {
    /// The indicators of a set.
    pub(super) fn new(set: &'s TemplateSet) -> Self {
        let forms = set.form.forms.iter().enumerate();
        let rows = forms.flat_map(|(form, of)| {
            let rows = of.rows.iter().filter_map(|row| Some((row.id.as_deref()?, row)));
            rows.map(move |(id, row)| Target { id, row, form: form + 1 })
        });
        let rows: Vec<Target<'s>> = rows.collect();
        let labels: Vec<String> = rows.iter().map(|target| plain(&target.label())).collect();
        let mut by_label: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, label) in labels.iter().enumerate() {
            let before = without_brackets(label);
            by_label.entry(label.clone()).or_default().push(at);
            if before != label {
                by_label.entry(before.to_owned()).or_default().push(at);
            }
        }
        Self { rows, labels, by_label }
    }

    /// All indicators, in the order of the forms.
    pub(super) fn all(&self) -> &[Target<'s>] {
        &self.rows
    }

    /// The indicator that a name means, where it means one.
    pub(super) fn get(&self, written: &str) -> Option<Target<'s>> {
        match self.named(written).as_slice() {
            [target] => Some(*target),
            _ => None,
        }
    }

    /// Those that a name means: a printed code with the number of its form (`BM3.3.2.1`), an id, or a label.
    fn named(&self, written: &str) -> Vec<Target<'s>> {
        let name = plain(written);
        let by = |fits: &dyn Fn(&Target<'_>) -> bool| -> Vec<Target<'s>> {
            self.rows.iter().filter(|target| fits(target)).copied().collect()
        };
        let by_id = by(&|target| target.id == written.trim());
        let by_code = || if name.starts_with("bm") { by(&|target| has_code(target, &name)) } else { Vec::new() };
        let by_label = || {
            let all = self.by_label.get(&name).into_iter().flatten();
            all.filter_map(|at| self.rows.get(*at).copied()).collect()
        };
        [by_id, by_code(), by_label()].into_iter().find(|found| !found.is_empty()).unwrap_or_default()
    }

    /// The indicator that a name means, or what is wrong with it.
    pub(super) fn find(&self, written: &str) -> Result<Target<'s>, Finding> {
        match self.named(written).as_slice() {
            [target] => Ok(*target),
            [] => Err(self.unknown(written)),
            several => {
                let codes = several.iter().map(|target| format!("{} ({})", target.code(), target.id));
                Err(kinds::imports::SEVERAL_INDICATORS
                    .finding(msg!(
                        "nhiều chỉ tiêu cùng tên \"{written}\"",
                        "several indicators are called \"{written}\""
                    ))
                    .found(codes.collect::<Vec<_>>().join("; "))
                    .hint(msg!("ghi ký hiệu hoặc mã của một chỉ tiêu", "give the code or the id of one of them")))
            }
        }
    }

    /// What a word of a row is that names no indicator: it, and the nearest.
    pub(super) fn strange(&self, written: &str) -> String {
        self.near(written).map_or_else(|| written.to_owned(), |near| format!("{written} (≈ {})", near.id))
    }

    fn unknown(&self, written: &str) -> Finding {
        let finding = kinds::imports::UNKNOWN_INDICATOR
            .finding(msg!("không có chỉ tiêu \"{written}\"", "there is no indicator \"{written}\""));
        match self.near(written) {
            Some(near) => {
                let (code, id, label) = (near.code(), near.id, near.label());
                finding.hint(msg!("có phải {code} ({id}: {label})?", "did you mean {code} ({id}: {label})?"))
            }
            None => finding.hint(msg!(
                "ghi ký hiệu in trong biểu (BM3.3.2.1), mã hoặc tên chỉ tiêu; xem baocao form show",
                "give the printed code (BM3.3.2.1), the id or the label; see baocao form show"
            )),
        }
    }

    /// The indicator whose id or label is nearest to a name.
    pub(super) fn near(&self, written: &str) -> Option<Target<'s>> {
        let name = plain(written);
        if let Some(id) = nearest(written, self.rows.iter().map(|target| target.id)) {
            return self.rows.iter().find(|target| target.id == id).copied();
        }
        let near = nearest(&name, self.labels.iter().map(String::as_str))?;
        let at = self.labels.iter().position(|label| label == near)?;
        self.rows.get(at).copied()
    }
}

/// `bm3.3.2.1`, `bm3 3.2.1`; codes that printed forms also bear count too.
fn has_code(target: &Target<'_>, name: &str) -> bool {
    let Some(rest) = name.strip_prefix("bm") else { return false };
    let Some((form, code)) = rest.trim_start().split_once(['.', ' ', '-']) else { return false };
    let wanted = code.trim().trim_end_matches('.');
    let codes = std::iter::once(&target.row.code).chain(&target.row.aliases);
    form.parse() == Ok(target.form) && codes.into_iter().any(|code| plain(code).trim_end_matches('.') == wanted)
}

/// A label without what stands in brackets at its end.
fn without_brackets(label: &str) -> &str {
    label.split_once(" (").map_or(label, |(before, _)| before)
}
