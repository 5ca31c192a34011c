//! A number comes with its date.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::msg;
use baocao_core::report::{Field, PromulgationDate};

use crate::{Rule, Say, Subject, Told};

pub(super) const NO_DATE: Rule = Rule {
    id: Id::new("the-thuc/so-khong-ngay"),
    severity: Severity::Note,
    title: Say {
        vi: "Văn bản đã lấy số thì có đủ ngày ban hành", en: "A numbered document has its date"
    },
    why: Say {
        vi: "Số và thời gian ban hành được lấy cùng lúc, theo trình tự thời gian.",
        en: "Number and date are given together, in the order of time.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Điều 15"),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"code_number": null, "promulgation": {"date": "2026-09"}}}"#,
    fails: r#"{"document": {"code_number": 214, "promulgation": {"date": "2026-09"}}}"#,
};

pub(super) const NO_NUMBER: Rule = Rule {
    id: Id::new("the-thuc/ngay-khong-so"),
    severity: Severity::Note,
    title: Say { vi: "Văn bản đã ghi ngày ban hành thì có số", en: "A dated document has its number" },
    why: Say {
        vi: "Bản dự thảo để trống cả số lẫn ngày; có ngày mà chưa có số thì dễ quên lấy số.",
        en: "A draft leaves both open; with a date alone the number is easily forgotten.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Điều 15"),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"code_number": 214}}"#,
    fails: r#"{"document": {"code_number": null}}"#,
};

pub(super) fn check(subject: &Subject<'_>, told: &mut Told) {
    let document = &subject.report.document;
    let dated = matches!(document.promulgation.parsed(), Some(PromulgationDate::Day(_)));
    if document.code_number.is_some() && !dated {
        told.finding(
            NO_DATE
                .finding(msg!("văn bản có số mà chưa có ngày ban hành", "the document has a number and no date"))
                .at(subject.input.at(Field::CodeNumber))
                .hint(msg!("ghi đủ ngày vào \"promulgation\"", "give the whole date in \"promulgation\"")),
        );
    }
    if document.code_number.is_none() && dated {
        told.finding(
            NO_NUMBER
                .finding(msg!("văn bản có ngày ban hành mà chưa có số", "the document has a date and no number"))
                .at(subject.input.at(Field::PromulgationDate))
                .hint(msg!("ghi số vào \"code_number\"", "give the number in \"code_number\"")),
        );
    }
}
