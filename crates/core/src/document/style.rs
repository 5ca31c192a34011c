//! Sizes of the page.

use serde::Serialize;

use super::Room;
use crate::report::{self, Orientation};

/// All sizes that the layout uses, complete. Lengths are in the unit that the name says.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Style {
    /// Top margin.
    pub margin_top_mm: f64,
    /// Bottom margin.
    pub margin_bottom_mm: f64,
    /// Left margin.
    pub margin_left_mm: f64,
    /// Right margin.
    pub margin_right_mm: f64,
    /// Body text.
    pub body_pt: f64,
    /// Distance of lines in units of single spacing.
    pub line_spacing: f64,
    /// Space between paragraphs.
    pub paragraph_spacing_pt: f64,
    /// Whether points, `a)`, are italic.
    pub italic_points: bool,
    /// First-line indent.
    pub first_line_indent_cm: f64,
    /// Box 1, national name.
    pub national_title_pt: f64,
    /// Box 1, motto.
    pub motto_pt: f64,
    /// Boxes 2 and 3.
    pub organ_pt: f64,
    /// Box 4.
    pub date_pt: f64,
    /// Box 5a.
    pub title_pt: f64,
    /// Box 7.
    pub signature_pt: f64,
    /// Page numbers.
    pub page_number_pt: f64,
    /// Tables.
    pub table_pt: f64,
    /// Whether `(tiếp theo)` stands over a table on each page that it goes on.
    pub table_continued: bool,
}

impl Default for Style {
    /// The sizes of the decree's own samples (NĐ 30/2020/NĐ-CP, Annex I, part V; forms of Annex III).
    fn default() -> Self {
        Self {
            margin_top_mm: 25.0,
            margin_bottom_mm: 20.0,
            margin_left_mm: 35.0,
            margin_right_mm: 20.0,
            body_pt: 14.0,
            line_spacing: 1.0,
            paragraph_spacing_pt: 6.0,
            italic_points: false,
            first_line_indent_cm: 1.0,
            national_title_pt: 13.0,
            motto_pt: 14.0,
            organ_pt: 13.0,
            date_pt: 14.0,
            title_pt: 14.0,
            signature_pt: 14.0,
            page_number_pt: 14.0,
            table_pt: 12.0,
            table_continued: false,
        }
    }
}

impl Style {
    /// The width of the text on an upright A4 page and on one that lies, in points.
    pub fn text_widths_pt(&self) -> [f64; 2] {
        let margins = self.margin_left_mm + self.margin_right_mm;
        [210.0, 297.0].map(|paper| (paper - margins) / 25.4 * 72.0)
    }

    /// The room for a table on an A4 page that stands or lies.
    pub fn room(&self, orientation: Orientation) -> Room {
        let [upright, lying] = self.text_widths_pt();
        let (width_pt, height) = match orientation {
            Orientation::Portrait => (upright, 297.0),
            Orientation::Landscape => (lying, 210.0),
        };
        let height_pt = (height - self.margin_top_mm - self.margin_bottom_mm) / 25.4 * 72.0;
        Room { width_pt, height_pt, size_pt: self.table_pt }
    }

    /// The defaults, moved as the report says. The report was checked against the permitted ranges.
    pub fn of(report: Option<&report::Style>) -> Self {
        let mut style = Self::default();
        let Some(wanted) = report else { return style };
        for (size, wanted) in [
            (&mut style.margin_top_mm, wanted.margins_mm.top),
            (&mut style.margin_bottom_mm, wanted.margins_mm.bottom),
            (&mut style.margin_left_mm, wanted.margins_mm.left),
            (&mut style.margin_right_mm, wanted.margins_mm.right),
            (&mut style.body_pt, wanted.body_pt),
            (&mut style.line_spacing, wanted.line_spacing),
            (&mut style.paragraph_spacing_pt, wanted.paragraph_spacing_pt),
            (&mut style.first_line_indent_cm, wanted.first_line_indent_cm),
            (&mut style.national_title_pt, wanted.national_title_pt),
            (&mut style.motto_pt, wanted.motto_pt),
            (&mut style.organ_pt, wanted.organ_pt),
            (&mut style.date_pt, wanted.date_pt),
            (&mut style.title_pt, wanted.title_pt),
            (&mut style.signature_pt, wanted.signature_pt),
            (&mut style.page_number_pt, wanted.page_number_pt),
            (&mut style.table_pt, wanted.table_pt),
        ] {
            *size = wanted.unwrap_or(*size);
        }
        style.italic_points = wanted.points == Some(report::Points::Italic);
        style.table_continued = wanted.table_continued;
        style
    }
}
