//! What a document says of itself: the report inside of the PDF, and the number and the day that were stamped on it.

use baocao::sources::Sources;
use baocao_archive::{Metadata, Recipient, SignerInfo, is_number, is_same_number};
use baocao_core::diagnostic::Finding;
use baocao_core::document::shifted::said;
use baocao_core::report::{Document, PromulgationDate};
use baocao_core::{kinds, msg};
use baocao_sign::verify::Mark;
use chrono::{Datelike, NaiveDate};
use serde_json::Value;

use crate::cli::verify::Verdict;

/// What is known from the document itself.
pub(super) struct Known {
    /// The metadata that it says.
    pub(super) metadata: Metadata,
    /// The year and the month, where the report leaves the day open.
    month: Option<(i32, u32)>,
    /// The day of the month that was stamped.
    day: Option<u32>,
}

impl Known {
    /// Reads both; refused where they contradict each other.
    pub(super) fn of(sources: &Sources, verdict: Option<&Verdict>) -> Result<Self, Vec<Finding>> {
        let document = sources.document();
        let mut metadata = document.as_ref().map(of_document).unwrap_or_default();
        let month = match document.as_ref().and_then(|document| document.promulgation.parsed()) {
            Some(PromulgationDate::Month(year, month)) => Some((year, month)),
            _ => None,
        };
        let stamped = |mark| verdict.map(|verdict| verdict.stamped(mark)).unwrap_or_default();
        let mut findings = Vec::new();
        for number in stamped(Mark::Number).into_iter().filter(|number| is_number(number)) {
            match &metadata.code_number {
                Some(known) if !is_same_number(known, number) => findings.push(number_differs(number, known)),
                Some(_) => {}
                None => metadata.code_number = Some(number.to_owned()),
            }
        }
        let mut known = Self { metadata, month, day: None };
        let days = stamped(Mark::Day).into_iter().filter_map(|day| day.parse().ok());
        for day in days.filter(|day| (1..=31).contains(day)) {
            let date = known.month.and_then(|(year, month)| NaiveDate::from_ymd_opt(year, month, day));
            let is_other = known.day.is_some_and(|known| known != day)
                || known.metadata.issued_date.is_some_and(|date| date.day() != day)
                || known.month.is_some() && date.is_none();
            if is_other {
                findings.push(day_differs(day, &known.expected()));
            } else {
                known.metadata.issued_date = known.metadata.issued_date.or(date);
                known.day = Some(day);
            }
        }
        if findings.is_empty() { Ok(known) } else { Err(findings) }
    }

    /// A finding where a day of issue is not what the document leaves open.
    pub(super) fn against(&self, date: NaiveDate) -> Option<Finding> {
        let fits = self.month.is_none_or(|month| month == (date.year(), date.month()))
            && self.day.is_none_or(|day| day == date.day());
        (!fits).then(|| date_differs(&date.to_string(), &self.expected()))
    }

    /// The day of issue as far as it is known: `2026-09-05`, `2026-09-??`, `????-??-05`.
    fn expected(&self) -> String {
        if let Some(date) = self.metadata.issued_date {
            return date.to_string();
        }
        let month = self.month.map_or("????-??".to_owned(), |(year, month)| format!("{year}-{month:02}"));
        let day = self.day.map_or("??".to_owned(), |day| format!("{day:02}"));
        format!("{month}-{day}")
    }
}

fn number_differs(number: &str, known: &str) -> Finding {
    kinds::archive::FIELD_DIFFERS
        .finding(msg!(
            "số đã đóng trên văn bản khác nhau hoặc khác báo cáo",
            "the number stamped on the document differs"
        ))
        .found(number)
        .expected(msg!("{known}", "{known}"))
}

fn day_differs(day: u32, expected: &str) -> Finding {
    kinds::archive::FIELD_DIFFERS
        .finding(msg!(
            "ngày đã đóng trên văn bản khác nhau hoặc khác báo cáo",
            "the day stamped on the document differs"
        ))
        .found(format!("{day:02}"))
        .expected(msg!("{expected}", "{expected}"))
}

fn date_differs(found: &str, expected: &str) -> Finding {
    kinds::archive::FIELD_DIFFERS
        .finding(msg!(
            "issued_date khác với văn bản: báo cáo bên trong, ngày đã đóng",
            "issued_date is not what the document says: the report inside, the day stamped"
        ))
        .found(found)
        .expected(msg!("{expected}", "{expected}"))
}

fn of_document(document: &Document) -> Metadata {
    let text = |text: &baocao_core::report::Text| baocao_vietnamese::one_line(text);
    // As reports name it.
    let word = |value: Value| value.as_str().map(str::to_owned);
    let date = match document.promulgation.parsed() {
        Some(PromulgationDate::Day(day)) => Some(day),
        _ => None,
    };
    let signer = |signer: &baocao_core::report::Signer| SignerInfo {
        position: Some(text(&signer.position)),
        full_name: signer.full_name.as_ref().map(text),
    };
    let to = document.to.iter().chain(&document.recipients);
    Metadata {
        type_name: document.type_name.as_ref().map(text),
        code_number: document.code_number.map(|number| format!("{number:02}")),
        code_notation: Some(text(&document.code_notation)),
        issued_date: date,
        organ_id: document.organ.organ_id.as_ref().map(text),
        organ_name: Some(text(&document.organ.organ_name)),
        subject: Some(said(&document.about()).into_owned()).filter(|subject| !subject.is_empty()),
        language: Some("Tiếng Việt".to_owned()),
        signer_info: document.signers.iter().map(signer).collect(),
        to: to.map(|name| Recipient { organ_id: None, organ_name: Some(text(name)) }).collect(),
        urgency: document.stamps.urgency.and_then(|urgency| word(serde_json::to_value(urgency).ok()?)),
        secrecy: document.stamps.secrecy.and_then(|secrecy| word(serde_json::to_value(secrecy).ok()?)),
        issued_amount: document.drafter.as_ref().and_then(|drafter| drafter.copies),
        ..Metadata::default()
    }
}
