//! The boxes around the body, from the metadata.

use baocao_vietnamese::date;

use crate::document::{Header, Inline, Recipients, Signature, Stamp};
use crate::report::{Circulation, Document, PromulgationDate, Report, Secrecy, Stamps, Text, Urgency};

/// Boxes 1 to 5, 10, 11 and 14.
pub(super) fn header(report: &Report) -> Header {
    let document = &report.document;
    let (day, month, year) = date_parts(document);
    Header {
        parent: document.organ.parent_name.as_ref().map(|name| Inline::lines(&name.to_uppercase())),
        organ: document.organ.organ_name.lines().map(|line| Inline::text(&line.to_uppercase())).collect(),
        number: number(document),
        notation: document.code_notation.to_string(),
        place: document.promulgation.place.to_string(),
        day,
        month,
        year,
        type_name: document.type_name.to_uppercase(),
        subject: Inline::lines(&document.subject),
        stamps: stamps(&document.stamps),
        circulation: circulation(&document.stamps),
        signing_line: None,
    }
}

/// Numbers below 10 carry a leading zero (NĐ 30/2020/NĐ-CP, Annex I, II.3).
pub(super) fn number(document: &Document) -> Option<String> {
    document.code_number.map(|number| format!("{number:02}"))
}

/// Day, month and year, as far as they are known.
pub(super) fn date_parts(document: &Document) -> (Option<String>, Option<String>, Option<String>) {
    use chrono::Datelike;
    match document.promulgation.parsed() {
        Some(PromulgationDate::Day(day)) => {
            (Some(format!("{:02}", day.day())), Some(date::month(day.month())), Some(day.year().to_string()))
        }
        Some(PromulgationDate::Month(year, month)) => (None, Some(date::month(month)), Some(year.to_string())),
        Some(PromulgationDate::Open) | None => (None, None, None),
    }
}

fn stamps(stamps: &Stamps) -> Vec<Stamp> {
    let secrecy = stamps.secrecy.map(|secrecy| match secrecy {
        Secrecy::TopSecret => ("TUYỆT MẬT", 40.0),
        Secrecy::HighlySecret => ("TỐI MẬT", 30.0),
        Secrecy::Secret => ("MẬT", 20.0),
    });
    // The widths are the decree's: Annex I, III.2.b.
    let urgency = stamps.urgency.map(|urgency| match urgency {
        Urgency::Immediate => ("HỎA TỐC", 30.0),
        Urgency::VeryUrgent => ("THƯỢNG KHẨN", 40.0),
        Urgency::Urgent => ("KHẨN", 20.0),
    });
    secrecy.into_iter().chain(urgency).map(|(text, width_mm)| Stamp { text: text.to_owned(), width_mm }).collect()
}

fn circulation(stamps: &Stamps) -> Vec<String> {
    let circulation = stamps.circulation.map(|circulation| match circulation {
        Circulation::ReturnAfterReading => "XEM XONG TRẢ LẠI",
        Circulation::Internal => "LƯU HÀNH NỘI BỘ",
    });
    let recall = stamps.recall.map(|_| "TÀI LIỆU THU HỒI");
    circulation.into_iter().chain(recall).map(str::to_owned).collect()
}

/// Boxes 7 and 8.
pub(super) fn signatures(document: &Document) -> Vec<Signature> {
    let signers = document.signers.iter().enumerate();
    signers
        .map(|(index, signer)| Signature {
            authority: signer
                .competence
                .iter()
                .chain([&signer.position])
                .map(|line| Inline::text(&line.to_uppercase()))
                .collect(),
            name: signer.full_name.as_ref().map(ToString::to_string),
            signature: signer.signature.as_ref().map(|_| crate::report::image_name(index, "signature")),
            seal: signer.seal.as_ref().map(|_| crate::report::image_name(index, "seal")),
        })
        .collect()
}

/// Boxes 9b and 12: `- ` before each line, `;` after it, `.` after the last.
pub(super) fn recipients(document: &Document) -> Recipients {
    let last = document.recipients.len().saturating_sub(1);
    let line =
        |(index, name): (usize, &Text)| format!("- {}{}", without_end(name), if index == last { "." } else { ";" });
    let drafter = document.drafter.as_ref().map(|drafter| match drafter.copies {
        Some(copies) => format!("{}.({copies})", drafter.mark.to_uppercase()),
        None => format!("{}.", drafter.mark.to_uppercase()),
    });
    Recipients { lines: document.recipients.iter().enumerate().map(line).collect(), drafter }
}

/// A name without the dash before it and the punctuation after it.
pub(super) fn without_end(name: &str) -> String {
    let name = name.trim().trim_start_matches("- ").trim_end_matches([';', '.', ',', ' ']);
    name.to_owned()
}

/// `BÁO CÁO` as `Báo cáo`.
pub(super) fn sentence_case(text: &str) -> String {
    let lower = text.to_lowercase();
    let mut chars = lower.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
