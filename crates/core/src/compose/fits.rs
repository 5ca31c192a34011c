//! What cannot go over from a page to the next: the head of the document, a block of those who sign, one recipient. What is so
//! high that no page holds it is told before the pages are laid out.

use super::Making;
use crate::diagnostic::Finding;
use crate::document::{Style, width};
use crate::report::{Orientation, Text};
use crate::{kinds, msg};

/// A part of the document that stays whole.
struct Part<'t> {
    /// Where in the report it stands.
    pointer: String,
    /// Its texts, one under the other.
    texts: Vec<&'t Text>,
    /// Which part of the width of the text it has.
    share: f64,
}

/// Such a part may take so much of the height of a page: other parts stand beside and under it.
const HIGHEST: f64 = 0.5;

/// A line, in units of the size of its letters.
const LINE_EM: f64 = 1.2;

/// Adds an error for each part that is higher than it may be.
pub(super) fn check(making: &Making<'_>, findings: &mut Vec<Finding>) {
    let document = &making.report.document;
    let (organ, style) = (&document.organ, Style::of(making.report.style.as_ref()));
    let room = style.room(Orientation::Portrait);
    let part = |pointer: &str, texts: Vec<_>, share| Part { pointer: format!("/document/{pointer}"), texts, share };
    let mut parts = vec![
        part("organ", organ.parent_name.iter().chain([&organ.organ_name]).collect(), 0.45),
        part("subject", vec![&document.subject], 0.7),
        part("authority", document.authority.iter().collect(), 1.0),
        part("promulgation/place", vec![&document.promulgation.place], 0.4),
        part("address_line", document.address_line.iter().collect(), 0.8),
    ];
    for (name, list, share) in [("to", &document.to, 0.6), ("recipients", &document.recipients, 0.5)] {
        let each = list.iter().enumerate().map(|(at, text)| part(&format!("{name}/{at}"), vec![text], share));
        parts.extend(each);
    }
    for (at, signer) in document.signers.iter().enumerate() {
        let texts = signer.competence.iter().chain([&signer.position]).chain(&signer.full_name).collect();
        parts.push(part(&format!("signers/{at}"), texts, 0.5));
    }
    if let Some(confirmation) = &document.confirmation {
        parts.push(part(
            "confirmation",
            [&confirmation.words].into_iter().chain(&confirmation.full_name).collect(),
            0.4,
        ));
    }
    for Part { pointer, texts, share } in parts {
        let size = style.body_pt;
        let lines: usize = texts
            .iter()
            .flat_map(|text| text.lines())
            .map(|line| width::most_lines(line, room.width_pt * share / size))
            .sum();
        let most = (room.height_pt * HIGHEST / (size * LINE_EM)).floor();
        #[expect(clippy::cast_precision_loss, reason = "as many lines as a report has letters at most")]
        if lines as f64 > most {
            findings.push(
                kinds::sections::TOO_TALL
                    .finding(msg!("phần này không đứng vừa một trang", "this part does not stand on a page"))
                    .at(making.input.place(&pointer))
                    .found(lines.to_string())
                    .expected(msg!("không quá {most} dòng", "at most {most} lines"))
                    .hint(msg!(
                        "rút ngắn, hoặc chuyển vào lời văn, phụ lục",
                        "shorten it, or move it into the text or an appendix"
                    )),
            );
        }
    }
}
