//! Symbols that leave no room for the date on their line.

use baocao_core::diagnostic::{Id, Severity};
use baocao_core::document::{Header, Style, width};
use baocao_core::msg;

use crate::{Rule, Say, Subject, Told};

pub(super) const TOO_LONG: Rule = Rule {
    id: Id::new("the-thuc/ky-hieu-qua-dai"),
    severity: Severity::Warning,
    title: Say {
        vi: "Số, ký hiệu đứng cùng dòng với địa danh, ngày tháng",
        en: "Number and symbol stand on the line of place and date",
    },
    why: Say {
        vi: "Ký hiệu không được ngắt dòng. Ký hiệu dài lấy bớt chỗ để trống cho số, rồi lấn ra lề trái và về phía ngày \
             tháng; vẫn không đủ chỗ thì số, ký hiệu đứng riêng một dòng phía trên. Chỉ xét bề rộng chữ Times New Roman.",
        en: "A symbol is not broken. A long one takes of the room for the pen, then of the left margin and of the air \
             before the date; where that does not help it stands on a line above. Widths of Times New Roman are \
             reckoned.",
    },
    law: Some("NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4.c"),
    set: "cchc/xa-2025",
    passes: r#"{"document": {"code_number": 12, "code_notation": "BCLT-SNV-STTTT-VPUB"}}"#,
    fails: r#"{"document": {"code_number": 12, "code_notation": "BC-UBND-SNNMT-SVHTTDL-SKHCN-VP"}}"#,
};

/// The width of the national name in bold letters, in units of their size.
const NATIONAL: f64 = 20.72;

/// The least room that a number needs, in points; the air before the date; the least letters of the date; the margins into
/// which the header may reach, in millimetres: as the layout has them.
const PEN: f64 = 24.0;
const AIR: f64 = 8.0;
const DATE_PT: f64 = 13.0;
const MARGINS_MM: (f64, f64) = (30.0, 15.0);

/// The width of place and date, in points; 0 where neither is printed.
fn width_of_date(header: &Header) -> f64 {
    let Some(place) = &header.place else { return 0.0 };
    let part = |part: &Option<String>| part.clone().unwrap_or_else(|| "00000".to_owned());
    let words = format!("{place}, ngày {} tháng {} năm {}", part(&header.day), part(&header.month), part(&header.year));
    width::of(&words) * DATE_PT
}

/// What number and symbol lack to stand beside the date, in points.
fn lacks(header: &Header, style: &Style) -> f64 {
    let number = header.number.as_deref().map_or(PEN, |number| width::of(number) * style.organ_pt);
    let own = width::of(&format!("Số: /{}", header.notation)) * style.organ_pt + number;
    let date = width_of_date(header);
    let right = (NATIONAL * style.national_title_pt).max(date);
    let over = |margin: f64, least: f64| (margin - least).max(0.0) / 25.4 * 72.0;
    let [text, _] = style.text_widths_pt();
    let room = text + over(style.margin_right_mm, MARGINS_MM.1) - right + (right - date) / 2.0 - AIR;
    own - room - over(style.margin_left_mm, MARGINS_MM.0)
}

pub(super) fn check(subject: &Subject<'_>, told: &mut Told) {
    let Some(document) = subject.document else { return };
    let (header, style) = (&document.header, &document.style);
    if lacks(header, style) <= 0.0 {
        return;
    }
    // Where the symbol would fit beside a date that is no wider than the national name, the place is what is long.
    let (message, pointer, found, hint) = if width_of_date(header) > NATIONAL * style.national_title_pt {
        (
            msg!(
                "địa danh, ngày tháng quá dài để đứng cùng dòng với số, ký hiệu",
                "place and date are too long to stand on the line of number and symbol"
            ),
            "/document/promulgation/place",
            header.place.as_deref().unwrap_or_default(),
            msg!(
                "ghi địa danh ngắn hơn, như bỏ tên đơn vị cấp trên, hoặc rút gọn ký hiệu",
                "shorten the place, for instance without the unit above it, or the symbol"
            ),
        )
    } else {
        (
            msg!(
                "số, ký hiệu quá dài để đứng cùng dòng với ngày tháng",
                "number and symbol are too long to stand on the line of the date"
            ),
            "/document/code_notation",
            header.notation.as_str(),
            msg!(
                "rút gọn ký hiệu, như chỉ ghi cơ quan chủ trì",
                "shorten the symbol, for instance to the agency that leads"
            ),
        )
    };
    told.finding(TOO_LONG.finding(message).at(subject.input.place(pointer)).found(found).hint(hint));
}
