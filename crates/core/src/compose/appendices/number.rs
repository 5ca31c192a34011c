//! How appendices are numbered.

use baocao_vietnamese::enumeration::roman;

use crate::compose::Making;
use crate::diagnostic::{Finding, Place};
use crate::report::{AppendixNumbering, Numerals};
use crate::{kinds, msg};

/// How appendices are numbered where it is said. The decree wants Roman numerals from I; anything else is told of.
pub(super) fn numbering(making: &Making<'_>, findings: &mut Vec<Finding>) -> Option<AppendixNumbering> {
    let set = making.speaker.set();
    let (numbering, place) = match (making.report.appendix_numbering, set.form.appendix_numbering) {
        (Some(own), _) => (own, making.input.place("/appendix_numbering")),
        (None, Some(of_set)) => (of_set, Place::new(&set.form_source, 0..0)),
        (None, None) => return None,
    };
    if numbering.numerals != Numerals::Roman || numbering.first.unwrap_or(1) != 1 {
        findings.push(
            kinds::sections::APPENDIX_NUMBERS
                .finding(msg!(
                    "phụ lục không được đánh số theo quy định",
                    "the appendices are not numbered as the decree says"
                ))
                .at(place)
                .found(format!("Phụ lục {}", number(numbering, 0)))
                .expected(msg!("chữ số La Mã, bắt đầu từ I", "Roman numerals from I"))
                .law("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục III.1"),
        );
    }
    Some(numbering)
}

/// The number of an appendix.
pub(super) fn number(numbering: AppendixNumbering, index: usize) -> String {
    let number = numbering.first.unwrap_or(1) + index;
    match numbering.numerals {
        Numerals::Roman => roman(number),
        Numerals::Arabic => number.to_string(),
    }
}
