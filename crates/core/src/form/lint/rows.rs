//! Rows: their codes, labels, units and tables of codes.

use std::collections::BTreeMap;

use baocao_vietnamese::words::misspelt;

use super::place::{At, Places, rows};
use crate::diagnostic::{Finding, Message, Severity};
use crate::form::{FormFile, Kind, Row};
use crate::{kinds, markdown, msg};

/// How codes are written.
const CODES: &str = r#""codes": [{ "code": 0, "label": "..." }, { "code": 1, "label": "..." }]"#;

pub(super) fn check(file: &FormFile, places: &Places<'_>, findings: &mut Vec<Finding>) {
    for at in rows(file) {
        if let (Kind::Code, Some(id)) = (at.row.kind, &at.row.id)
            && at.row.codes.is_empty()
        {
            findings.push(
                kinds::forms::NO_CODES
                    .finding(msg!("chỉ tiêu \"{id}\" không có bảng mã", "the indicator \"{id}\" has no codes"))
                    .at(places.at(&at.pointer("kind")))
                    .expected(Message::new(CODES, CODES)),
            );
        }
        covered(&at, places, findings);
        covered_units(&at, places, findings);
    }
}

/// The rows under a code that covers them have no cell for one of their own.
fn covered(at: &At<'_>, places: &Places<'_>, findings: &mut Vec<Finding>) {
    let Some(count) = at.row.code_rows else { return };
    let below = at.below();
    let left = below.len() + 1;
    if count > left {
        findings.push(
            kinds::forms::CODE_ROWS
                .finding(msg!("\"code_rows\" đi quá cuối biểu", "\"code_rows\" goes past the end of the form"))
                .at(places.at(&at.pointer("code_rows")))
                .found(count.to_string())
                .expected(msg!("không quá {left}", "at most {left}")),
        );
    }
    let has_code = |row: &&Row| !row.code.is_empty() || row.code_rows.is_some();
    if let Some(row) = below.iter().take(count.saturating_sub(1)).find(has_code) {
        let (code, label) = (&row.code, markdown::plain_label(&row.label));
        findings.push(
            kinds::forms::CODE_ROWS
                .finding(msg!(
                    "\"code_rows\" phủ lên dòng có mã riêng: {code} {label}",
                    "\"code_rows\" covers a row that has a code of its own: {code} {label}"
                ))
                .at(places.at(&at.pointer("code_rows")))
                .hint(msg!(
                    "giảm \"code_rows\", hoặc bỏ \"code\" của dòng ấy",
                    "lower \"code_rows\", or take the \"code\" from that row"
                )),
        );
    }
}

/// The rows under a unit that covers them are of the same unit.
fn covered_units(at: &At<'_>, places: &Places<'_>, findings: &mut Vec<Finding>) {
    let Some(count) = at.row.unit_rows else { return };
    let below = at.below();
    let left = below.len() + 1;
    let finding = || {
        kinds::forms::UNIT_ROWS
            .finding(msg!("\"unit_rows\" gộp sai ô đơn vị tính", "\"unit_rows\" covers the wrong rows"))
            .at(places.at(&at.pointer("unit_rows")))
    };
    if count > left {
        let most = msg!("không quá {left} dòng, đến cuối biểu", "at most {left} rows, to the end of the form");
        findings.push(finding().found(count.to_string()).expected(most));
    }
    let unit = at.row.unit_text();
    let other = |row: &&Row| row.unit_rows.is_some() || row.unit_text() != unit;
    if let Some(row) = below.iter().take(count.saturating_sub(1)).find(other) {
        let same = msg!("dòng cùng đơn vị \"{unit}\"", "a row of the same unit \"{unit}\"");
        findings.push(finding().found(markdown::plain_label(&row.label)).expected(same));
    }
}

pub(super) fn advise(file: &FormFile, places: &Places<'_>, findings: &mut Vec<Finding>) {
    let mut printed: BTreeMap<(&str, &str), &Row> = BTreeMap::new();
    for at in rows(file) {
        let row = at.row;
        let aliases = row.aliases.iter().enumerate().map(|(index, alias)| (format!("aliases/{index}"), alias));
        for (field, code) in std::iter::once(("code".to_owned(), &row.code)).chain(aliases) {
            let first = printed.get(&(&at.form.id, code)).filter(|_| !code.is_empty());
            if let Some(first) = first {
                let (form, other) = (&at.form.id, markdown::plain_label(&first.label));
                findings.push(
                    kinds::forms::PRINTED_CODE_TWICE
                        .finding(msg!("biểu \"{form}\" có hai dòng {code}", "the form \"{form}\" has two rows {code}"))
                        .at(places.at(&at.pointer(&field)))
                        .hint(msg!("dòng kia là: {other}", "the other one is: {other}")),
                );
            } else {
                printed.insert((&at.form.id, code), row);
            }
        }
        words(&at, places, findings);
        values(&at, places, findings);
    }
}

/// Labels and units.
fn words(at: &At<'_>, places: &Places<'_>, findings: &mut Vec<Finding>) {
    let row = at.row;
    let place = places.at(&at.pointer("label"));
    let mut told = Vec::new();
    markdown::parse(&row.label, Some(&place), &mut told);
    // A label is printed all the same.
    findings.extend(told.into_iter().map(|finding| Finding { severity: Severity::Warning, ..finding }));
    if markdown::plain_label(&row.label).trim().is_empty() {
        findings.push(
            kinds::forms::NO_LABEL
                .finding(msg!("dòng này không có nhãn", "this row has no label"))
                .at(place.clone())
                .hint(msg!("ghi tên chỉ tiêu như trong biểu in", "write the label as the printed form has it")),
        );
    }
    if let Some((found, right)) = misspelt(&markdown::plain_label(&row.label)) {
        findings.push(
            kinds::forms::LABEL_MISSPELT
                .finding(msg!("nhãn có từ viết sai chính tả", "a label is misspelt"))
                .at(place)
                .found(found)
                .expected(msg!("có lẽ là \"{right}\"", "probably \"{right}\"")),
        );
    }
    if row.kind.is_number() && row.id.is_some() && !row.optional && row.unit.as_deref().unwrap_or("").trim().is_empty()
    {
        findings.push(
            kinds::forms::NO_UNIT
                .finding(msg!("dòng này không có đơn vị tính", "this row has no unit"))
                .at(places.at(&at.pointer("")))
                .hint(msg!(
                    "thêm \"unit\"; dòng chỉ làm đầu đề thì đặt \"kind\": \"group\" hoặc \"optional\": true",
                    "add \"unit\"; for a row that is only a heading: \"kind\": \"group\" or \"optional\": true"
                )),
        );
    }
}

/// What a row can hold.
fn values(at: &At<'_>, places: &Places<'_>, findings: &mut Vec<Finding>) {
    let row = at.row;
    if row.id.is_none() && row.kind != Kind::Group {
        findings.push(
            kinds::forms::NO_ID
                .finding(msg!(
                    "dòng này không có mã chỉ tiêu nên luôn để trống",
                    "this row has no id and is always blank"
                ))
                .at(places.at(&at.pointer("")))
                .hint(msg!(
                    "thêm \"id\", hoặc đặt \"kind\": \"group\" nếu là tên nhóm",
                    "add an \"id\", or \"kind\": \"group\" where it heads a group"
                )),
        );
    }
    if let Some(level) = &row.level
        && row.id.is_some()
        && row.kind != Kind::Group
        && row.parts().is_empty()
        && !row.optional
    {
        findings.push(
            kinds::forms::LEVEL_REQUIRED
                .finding(msg!(
                    "dòng này của cấp \"{level}\" nhưng báo cáo nào cũng phải có số liệu",
                    "this row is for the level \"{level}\" and yet every report must bring its figure"
                ))
                .at(places.at(&at.pointer("level")))
                .hint(msg!("thêm \"optional\": true", "add \"optional\": true")),
        );
    }
    if row.kind != Kind::Code && !row.codes.is_empty() {
        findings.push(
            kinds::forms::CODES_UNUSED
                .finding(msg!(
                    "dòng này có bảng mã nhưng loại không phải là mã",
                    "this row has codes and is not of the kind code"
                ))
                .at(places.at(&at.pointer("codes")))
                .hint(msg!(
                    "đặt \"kind\": \"code\", hoặc bỏ \"codes\"",
                    "set \"kind\": \"code\", or take \"codes\" away"
                )),
        );
    }
    if row.kind == Kind::Code
        && let Some(unit) = &row.unit
        && !declares(unit, row)
    {
        let codes = row.codes_words();
        findings.push(
            kinds::forms::UNIT_OTHER_CODES
                .finding(msg!(
                    "cột đơn vị tính ghi các mã khác với bảng mã",
                    "the unit names other codes than the list of codes"
                ))
                .at(places.at(&at.pointer("unit")))
                .found(unit.as_str())
                .expected(msg!("{codes}", "{codes}"))
                .hint(msg!(
                    "sửa \"unit\", hoặc bỏ đi: chương trình tự ghi",
                    "mend \"unit\", or leave it out: it is written from the codes"
                )),
        );
    }
    for (index, code) in row.codes.iter().enumerate() {
        let number = code.code;
        if row.codes[..index].iter().any(|before| before.code == number) {
            findings.push(
                kinds::forms::CODE_TWICE
                    .finding(msg!("bảng mã có hai mã {number}", "there are two codes {number}"))
                    .at(places.at(&at.pointer(&format!("codes/{index}/code"))))
                    .hint(msg!("cho mỗi trường hợp một số riêng", "give each case a number of its own")),
            );
        }
    }
}

/// Whether the unit of a coded row names all of its codes and no other (`Có = 1; Không = 0`), or none at all.
fn declares(unit: &str, row: &Row) -> bool {
    let number = |text: &str| text.trim_start().split(|c: char| !c.is_ascii_digit()).next()?.parse::<i64>().ok();
    let named: Vec<i64> = unit.split('=').skip(1).filter_map(number).collect();
    let known = |code: &i64| row.codes.iter().any(|other| other.code == *code);
    named.is_empty() || named.iter().all(known) && row.codes.iter().all(|code| named.contains(&code.code))
}
