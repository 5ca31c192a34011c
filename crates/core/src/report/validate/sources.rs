//! What the schema cannot say of the files that values came from.

use std::collections::BTreeSet;

use super::super::{Input, Report, pointer_part};
use crate::diagnostic::{Address, Finding};
use crate::shelf::ShelfPath;
use crate::{kinds, msg};

/// Tells of files outside, of cells that are written in no known way, of pointers that lead to no value.
pub(super) fn check(report: &Report, input: &Input, findings: &mut Vec<Finding>) {
    let mut nowhere: Option<Finding> = None;
    let mut seen = BTreeSet::new();
    for (index, source) in report.sources.iter().enumerate() {
        let at = format!("/sources/{index}");
        if ShelfPath::root().join(&source.file).is_none() {
            findings.push(
                kinds::files::OUTSIDE
                    .finding(msg!(
                        "đường dẫn của tệp gốc dẫn ra ngoài thư mục báo cáo",
                        "the path of the source leads out of the folder of the report"
                    ))
                    .at(input.place(&format!("{at}/file")))
                    .found(source.file.as_str()),
            );
        }
        let digits = |hash: &String| hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        if let Some(hash) = source.sha256.as_ref().filter(|hash| !digits(hash)) {
            findings.push(
                kinds::sources::MALFORMED
                    .finding(msg!("đây không phải mã băm SHA-256", "this is no SHA-256"))
                    .at(input.place(&format!("{at}/sha256")))
                    .found(hash)
                    .expected(msg!("64 chữ số thập lục phân", "64 hexadecimal digits")),
            );
        }
        for (pointer, cell) in &source.cells {
            let at = format!("{at}/cells/{}", pointer_part(pointer));
            if Address::parse(&cell.at).is_none() {
                findings.push(
                    kinds::sources::MALFORMED
                        .finding(msg!("không rõ đây là ô nào của tệp gốc", "this names no cell of the source"))
                        .at(input.place(&format!("{at}/at")))
                        .found(cell.at.as_str())
                        .expected(msg!(
                            "\"Biểu 3!D17\", \"12:3\" (hàng:cột) hoặc \"17#/value\" (dòng#con trỏ JSON)",
                            "\"Biểu 3!D17\", \"12:3\" (row:column) or \"17#/value\" (line#JSON pointer)"
                        )),
                );
            }
            if !seen.insert(pointer) {
                let first = report.sources.iter().find(|source| source.cells.contains_key(pointer));
                let file = first.map_or("", |source| source.file.as_str());
                findings.push(
                    kinds::sources::TWICE
                        .finding(msg!("giá trị này có hai ô gốc", "this value has two cells that it came from"))
                        .at(input.key_place(&at))
                        .found(pointer)
                        .hint(msg!("giữ lại một; ô lấy dùng là của {file}", "keep one; that of {file} is used")),
                );
            }
            if !input.has(pointer) {
                nowhere = Some(match nowhere {
                    Some(finding) => finding.also(input.key_place(&at), pointer),
                    None => kinds::sources::NO_VALUE
                        .finding(msg!("báo cáo không có giá trị này", "the report does not have this value"))
                        .at(input.key_place(&at))
                        .found(pointer)
                        .expected(msg!(
                            "con trỏ JSON của một giá trị có trong báo cáo",
                            "the JSON pointer of a value that the report has"
                        )),
                });
            }
        }
    }
    findings.extend(nowhere);
}
