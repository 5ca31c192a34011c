//! How `render` tells what was found: it makes a document, and its user has other things to read.

use std::path::PathBuf;

use baocao_check::kind;
use baocao_core::diagnostic::{Finding, Lang, Severity};

use super::args::OfficeArgs;
use super::{Console, columns};

/// More warnings and notes than this are counted by their ids; errors, which forbid the document, are always shown.
const MOST_SHOWN: usize = 10;

/// Shows findings: all errors, and the others where they are few. Otherwise they are counted, and `baocao check` shows
/// them.
pub(crate) fn show(findings: &[Finding], exempted: usize, report: &str, office: &OfficeArgs, console: &Console) {
    let (errors, others): (Vec<&Finding>, Vec<&Finding>) =
        findings.iter().partition(|finding| finding.severity == Severity::Error);
    if others.len() <= MOST_SHOWN {
        console.show(findings);
    } else {
        let errors: Vec<Finding> = errors.into_iter().cloned().collect();
        console.show_under(&errors, &counted(&others, console.lang), findings);
        let option = |name: &str, folder: &Option<PathBuf>| {
            folder.as_ref().map(|folder| format!(" --{name} {}", folder.display())).unwrap_or_default()
        };
        let own = option("templates", &office.templates) + &option("root", &office.root);
        let command = format!("baocao check {report}{own}");
        console.say(&format!("xem từng mục: {command}"), &format!("to see each: {command}"));
    }
    if exempted > 0 {
        console.say(&format!("{exempted} mục được miễn"), &format!("{exempted} exempted"));
    }
}

/// Findings by their ids, the most frequent first: how often, how grave, and what the rule asks for.
fn counted(findings: &[&Finding], lang: Lang) -> String {
    let mut counts: Vec<(&Finding, usize)> = Vec::new();
    for finding in findings {
        match counts.iter_mut().find(|(known, _)| known.id == finding.id && known.severity == finding.severity) {
            Some((_, count)) => *count += 1,
            None => counts.push((finding, 1)),
        }
    }
    counts.sort_by_key(|(finding, count)| (std::cmp::Reverse(finding.severity), std::cmp::Reverse(*count), finding.id));
    let rows = counts.iter().map(|(finding, count)| {
        let severity = match (finding.severity, lang) {
            (Severity::Note, Lang::Vi) => "lưu ý",
            (Severity::Note, Lang::En) => "note",
            (_, Lang::Vi) => "cảnh báo",
            (_, Lang::En) => "warning",
        };
        let what = kind(finding.id.as_str()).map_or(finding.message.text(lang), |kind| kind.title.text(lang));
        vec![count.to_string(), severity.to_owned(), finding.id.to_string(), what.to_owned()]
    });
    columns::table(&rows.collect::<Vec<_>>(), |column| column > 0)
}
