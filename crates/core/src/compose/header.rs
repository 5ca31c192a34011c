//! The boxes around the body, from the metadata.

use std::borrow::Cow;

use baocao_vietnamese::{date, is_letter};

use crate::document::{AnnexedHead, Confirmed, Header, Inline, Recipients, Signature, Stamp};
use crate::report::{
    Circulation, Document, Organ, Promulgation, PromulgationDate, Report, Secrecy, Stamps, Text, Urgency,
};
use crate::template::Layout;

/// Boxes 1 to 5, 10, 11 and 14.
pub(super) fn header(report: &Report, layout: Layout) -> Header {
    let document = &report.document;
    let is_dated = layout != Layout::Minutes;
    let (day, month, year) = if is_dated { date_parts(&document.promulgation) } else { (None, None, None) };
    Header {
        parent: parent(&document.organ),
        organ: organ(&document.organ),
        number: number(document),
        notation: document.code_notation.to_string(),
        place: is_dated.then(|| document.promulgation.place.to_string()),
        day,
        month,
        year,
        type_name: (layout != Layout::Letter).then(|| document.type_name().to_uppercase()),
        subject: Inline::lines(&match layout {
            Layout::Letter => about(&document.subject),
            Layout::Named | Layout::Minutes => Cow::Borrowed(document.subject.as_str()),
        }),
        stamps: stamps(&document.stamps),
        circulation: circulation(&document.stamps),
        signing_line: None,
    }
}

/// The subject of a letter: `V/v` before what it is about (NĐ 30/2020/NĐ-CP, Annex I, II.5).
fn about(subject: &str) -> Cow<'_, str> {
    if subject.trim_start().to_lowercase().starts_with("v/v") {
        subject.into()
    } else {
        format!("V/v {subject}").into()
    }
}

/// The agency above an organ, in capitals.
pub(super) fn parent(organ: &Organ) -> Option<Vec<Inline>> {
    organ.parent_name.as_ref().map(|name| Inline::lines(&name.to_uppercase()))
}

/// The name of an organ in capitals, line by line.
pub(super) fn organ(organ: &Organ) -> Vec<Vec<Inline>> {
    organ.organ_name.lines().map(|line| Inline::text(&line.to_uppercase())).collect()
}

/// The head of a document that is issued with another one, by the same organ.
pub(super) fn annexed(of: &Organ) -> AnnexedHead {
    AnnexedHead { parent: parent(of), organ: organ(of) }
}

/// Numbers below 10 carry a leading zero (NĐ 30/2020/NĐ-CP, Annex I, II.3).
pub(super) fn number(document: &Document) -> Option<String> {
    padded(document.code_number)
}

/// A number as it is printed.
pub(super) fn padded(number: Option<u64>) -> Option<String> {
    number.map(|number| format!("{number:02}"))
}

/// Day, month and year, as far as they are known.
pub(super) fn date_parts(promulgation: &Promulgation) -> (Option<String>, Option<String>, Option<String>) {
    use chrono::Datelike;
    match promulgation.parsed() {
        Some(PromulgationDate::Day(day)) => {
            (Some(format!("{:02}", day.day())), Some(date::month(day.month())), Some(day.year().to_string()))
        }
        Some(PromulgationDate::Month(year, month)) => (None, Some(date::month(month)), Some(year.to_string())),
        Some(PromulgationDate::Year(year)) => (None, None, Some(year.to_string())),
        Some(PromulgationDate::Open) | None => (None, None, None),
    }
}

fn stamps(stamps: &Stamps) -> Vec<Stamp> {
    // Widths, frames and colour are those of the law on state secrets: TT 24/2020/TT-BCA.
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
    let stamp = |(text, width_mm): (&str, f64), double| Stamp {
        text: text.to_owned(),
        width_mm: Some(width_mm),
        double,
        red: true,
    };
    secrecy
        .map(|secrecy| stamp(secrecy, true))
        .into_iter()
        .chain(urgency.map(|urgency| stamp(urgency, false)))
        .collect()
}

/// Box 11. The stamp of recall is one of the law on state secrets.
fn circulation(stamps: &Stamps) -> Vec<Stamp> {
    let circulation = stamps.circulation.map(|circulation| match circulation {
        Circulation::ReturnAfterReading => "XEM XONG TRẢ LẠI",
        Circulation::Internal => "LƯU HÀNH NỘI BỘ",
    });
    let stamp = |text: &str, recall| Stamp { text: text.to_owned(), width_mm: None, double: recall, red: recall };
    let recall = stamps.recall.map(|_| stamp("TÀI LIỆU THU HỒI", true));
    circulation.map(|words| stamp(words, false)).into_iter().chain(recall).collect()
}

/// Boxes 7 and 8.
pub(super) fn signatures(document: &Document) -> Vec<Signature> {
    let signers = document.signers.iter().enumerate();
    signers
        .map(|(index, signer)| Signature {
            authority: authority(&signer.competence, &signer.position),
            name: signer.full_name.as_ref().map(ToString::to_string),
            signature: signer.signature.as_ref().map(|_| crate::report::image_name(index, "signature")),
            seal: signer.seal.as_ref().map(|_| crate::report::image_name(index, "seal")),
        })
        .collect()
}

/// The lines above a name, in capitals.
pub(super) fn authority(competence: &[Text], position: &Text) -> Vec<Vec<Inline>> {
    competence.iter().chain([position]).map(|line| Inline::text(&line.to_uppercase())).collect()
}

/// Boxes 9b and 12.
pub(super) fn recipients(document: &Document) -> Recipients {
    let drafter = document.drafter.as_ref().map(|drafter| {
        let mark = drafter.mark.to_uppercase();
        drafter.copies.map_or_else(|| mark.clone(), |copies| format!("{mark}.({copies})"))
    });
    Recipients { lines: recipient_lines(&document.recipients, drafter), runs_on: false }
}

/// What another organ confirms.
pub(super) fn confirmation(document: &Document) -> Option<Confirmed> {
    let given = document.confirmation.as_ref()?;
    let name = given.full_name.as_ref().map(ToString::to_string);
    Some(Confirmed { words: Inline::lines(&given.words), name })
}

/// The line over the addressees or the text that says who speaks: `Chủ tịch UBND tỉnh Trung Hà điện:`.
pub(super) fn announced(document: &Document, words: &str) -> Vec<Inline> {
    Inline::text(&format!("{} {words}", document.authority.as_ref().unwrap_or(&document.organ.short_name)))
}

/// Addressees: `;` after each, `.` after the last; nothing after a single one.
pub(super) fn addressees(names: &[Text]) -> Vec<Vec<Inline>> {
    match names {
        [only] => vec![Inline::text(only.bare())],
        several => recipient_lines(several, None),
    }
}

/// Box 13: its parts end lines where they can, and one word or number stays with the label before it.
pub(super) fn address_line(line: &str) -> Vec<Inline> {
    let is_one = |value: &str| !value.contains([' ', ',']) || !value.contains(is_letter);
    let part = |part: &str| match part.split_once(": ") {
        Some((_, value)) if is_one(value.trim()) => vec![Inline::Keep(part.trim().to_owned())],
        _ => Inline::text(part.trim()),
    };
    let mut runs = Vec::new();
    for (at, text) in line.split_inclusive("; ").enumerate() {
        if at > 0 {
            runs.push(Inline::Turn);
        }
        runs.extend(part(text));
    }
    runs
}

/// Recipients: `;` after each, `.` after the last, and after the drafter's mark that stands behind that (Annex III, forms 1.1
/// to 1.7: `Lưu: VT, VX. PL.(300).`).
pub(super) fn recipient_lines(names: &[Text], drafter: Option<String>) -> Vec<Vec<Inline>> {
    let last = names.len().saturating_sub(1);
    let end = |index| if index == last { "." } else { ";" };
    let line = |(index, name): (usize, &Text)| Inline::text(&format!("{}{}", name.bare(), end(index)));
    let mut lines: Vec<Vec<Inline>> = names.iter().enumerate().map(line).collect();
    if let (Some(line), Some(mark)) = (lines.last_mut(), drafter) {
        line.extend([Inline::Text(" ".to_owned()), Inline::Keep(format!("{mark}."))]);
    }
    lines
}

/// A document by name, number, date and agency, in brackets that `before` opens: `(Kèm theo Báo cáo số 112/BC-UBND ngày 08
/// tháng 9 năm 2023 của UBND xã ...)`; gaps where number or date are open.
pub(super) fn named(before: &str, report: &Report, stamped: Option<&String>) -> Vec<Inline> {
    let document = &report.document;
    let gap = "\u{a0}".repeat(6);
    let (day, month, year) = date_parts(&document.promulgation);
    let part = |part: Option<String>| part.unwrap_or_else(|| gap.clone());
    let number = part(number(document).or_else(|| stamped.cloned()));
    let mut runs = Inline::text(&format!("{before}{} số\u{a0}", document.type_in_text()));
    runs.push(Inline::Keep(format!("{number}/{}", document.code_notation)));
    runs.push(Inline::Text(format!(
        " ngày\u{a0}{}\u{a0}tháng\u{a0}{}\u{a0}năm\u{a0}{} của {})",
        part(day),
        part(month),
        part(year),
        document.organ.short_name
    )));
    runs
}
