//! The report of an earlier period that a report is compared with.

use std::sync::Arc;

use baocao_core::diagnostic::{Finding, Message, Severity, has_errors};
use baocao_core::form::{self, Formula};
use baocao_core::narrative::{Earlier, Script};
use baocao_core::report::{self, Input, Period, Report, SideFile, SideFiles, Slot};
use baocao_core::{kinds, msg};

use super::Desk;

impl Desk {
    /// The figures of the earlier report that a report names. Its own findings are its own affair: only that it cannot
    /// be used is told.
    pub(super) fn earlier(
        &self,
        report: &Report,
        input: &Input,
        files: &SideFiles,
        findings: &mut Vec<Finding>,
    ) -> Option<Earlier> {
        let file = files.get(&report.previous.as_ref()?.file)?;
        let place = input.at(Slot::PreviousFile);
        let mut theirs = Vec::new();
        let name = &file.name;
        let unreadable = || {
            let finding = kinds::periods::EARLIER_UNREADABLE
                .finding(msg!("báo cáo kỳ trước {name} có lỗi", "the earlier report {name} has errors"));
            finding
                .at(place.clone())
                .hint(msg!("sửa báo cáo ấy trước: baocao check {name}", "mend that report first: baocao check {name}"))
        };
        let Some((theirs_report, theirs_input, script)) = self.read_earlier(file, &mut theirs) else {
            findings.push(unreadable());
            return None;
        };
        let family = |name: &str| name.split('/').next().unwrap_or(name).to_owned();
        if family(&theirs_report.template) != family(&report.template) {
            let wanted = &report.template;
            findings.push(
                kinds::periods::OTHER_FAMILY
                    .finding(msg!(
                        "báo cáo đem so sánh thuộc họ báo cáo khác",
                        "the report compared with is of another family"
                    ))
                    .at(place.clone())
                    .found(theirs_report.template.as_str())
                    .expected(msg!("họ của \"{wanted}\"", "the family of \"{wanted}\"")),
            );
        }
        let days = |report: &Report| report.days().map(|(_, last)| last);
        let period = theirs_report.period.as_ref().map(Period::name).unwrap_or_default();
        if days(&theirs_report) >= days(report) {
            findings.push(
                kinds::periods::NOT_EARLIER
                    .finding(msg!(
                        "kỳ đem so sánh không ở trước kỳ này",
                        "the period compared with is not an earlier one"
                    ))
                    .at(place.clone())
                    .found(period.as_str()),
            );
        }
        let figures = form::figures(&script.set().form, &theirs_report, &theirs_input, &mut theirs);
        // What it does not say is asked for where it is needed.
        theirs.retain(|finding| finding.id != kinds::figures::MISSING.id);
        if has_errors(&theirs) {
            findings.push(unreadable());
            return None;
        }
        let wrong = script.set().form.indicators().find(|(id, row)| {
            let given = theirs_report.figures.contains_key(*id).then(|| figures.get(id)?.as_number()).flatten();
            given.is_some_and(|value| Formula::of(row, &figures).is_some_and(|formula| !formula.holds(value)))
        });
        if let Some((id, _)) = wrong {
            findings.push(
                kinds::periods::EARLIER_DOUBTFUL
                    .finding(msg!(
                        "báo cáo kỳ trước {name}: \"{id}\" không khớp với các số mà nó tính từ đó",
                        "the earlier report {name}: \"{id}\" does not agree with the figures that it is computed from"
                    ))
                    .at(place)
                    .hint(msg!("xem lại báo cáo ấy: baocao check {name}", "look at that report: baocao check {name}")),
            );
        } else if let Some(first) = theirs.iter().find(|finding| finding.severity == Severity::Warning) {
            let Message { vi, en } = &first.message;
            findings.push(
                kinds::periods::EARLIER_DOUBTFUL
                    .finding(msg!("báo cáo kỳ trước {name}: {vi}", "the earlier report {name}: {en}"))
                    .at(place)
                    .hint(msg!("xem lại báo cáo ấy: baocao check {name}", "look at that report: baocao check {name}")),
            );
        }
        let name = capitalised(&period).replacen(" năm", "\nnăm", 1);
        Some(Earlier { period, name, figures })
    }

    fn read_earlier(&self, file: &SideFile, findings: &mut Vec<Finding>) -> Option<(Report, Input, Arc<Script>)> {
        let input = Input::parse(&file.name, file.bytes.to_vec(), &self.limits, findings)?;
        let mut report = report::read(&input, findings)?;
        let script = self.script(&report.template, None, findings)?;
        script.set().outline.document.complete(&mut report, &input, findings);
        Some((report, input, script))
    }
}

/// With a capital first letter.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
