//! Box 14, the line in the corner of the first page: of an appendix in a file of its own (NĐ 30/2020/NĐ-CP, Annex I, part
//! I, III.1.d) and of an electronic copy (part II, I.3).

use baocao_vietnamese::date;
use chrono::DateTime;

use super::header;
use crate::diagnostic::Finding;
use crate::kinds::copies::{NOT_PRINTED, UNFINISHED};
use crate::msg;
use crate::report::{Document, Input, Report};

/// `08/9/2023; 09:15:30 +07:00`; nothing where it is no time.
pub(super) fn time(written: &str) -> Option<String> {
    let time = DateTime::parse_from_rfc3339(written).ok()?;
    Some(format!("{}; {}", date::short(time.date_naive()), time.format("%H:%M:%S %:z")))
}

/// The line of an appendix, as far as it is known: `Số: 12/BC-UBND; 08/9/2023; 09:15:30 +07:00`.
pub(super) fn of_appendix(document: &Document) -> Option<String> {
    let number = header::number(document).map(|number| format!("Số: {number}/{}", document.code_notation));
    let known: Vec<String> = number.into_iter().chain(document.signing_time.as_deref().and_then(time)).collect();
    (!known.is_empty()).then(|| known.join("; "))
}

/// What is to be said of the line: what is missing of it where appendices stand in files of their own, and that a time is
/// not printed where all stands in one file.
pub fn tell(report: &Report, input: &Input, in_own_files: bool, findings: &mut Vec<Finding>) {
    let document = &report.document;
    if in_own_files {
        let missing =
            [("code_number", document.code_number.is_none()), ("signing_time", document.signing_time.is_none())];
        let missing: Vec<&str> = missing.into_iter().filter(|(_, missing)| *missing).map(|(name, _)| name).collect();
        let names = missing.join(", ");
        if !missing.is_empty() {
            findings.push(
                UNFINISHED
                    .finding(msg!(
                        "dòng thông tin ký số trên các tệp phụ lục chưa đủ",
                        "the signing line on the files of appendices is not complete"
                    ))
                    .at(input.place("/document"))
                    .hint(msg!("bổ sung {names} khi đã có rồi dựng lại", "add {names} when known, and render again")),
            );
        }
    } else if let Some(time) = &document.signing_time {
        findings.push(
            NOT_PRINTED
                .finding(msg!(
                    "thời gian ký không in trên văn bản này",
                    "the time of signing is not printed on this document"
                ))
                .at(input.place("/document/signing_time"))
                .found(time.as_str())
                .hint(msg!(
                    "phụ lục ở tệp riêng thì dựng bằng --split-appendices",
                    "for appendices in files of their own render with --split-appendices"
                )),
        );
    }
}
