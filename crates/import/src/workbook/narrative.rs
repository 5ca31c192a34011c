//! The sheet of the narrative: its words, and the sections that stand on it.

use baocao_core::template::{Section, TemplateSet};

use super::plan::without_blanks;

/// The sheet.
pub(super) const SHEET: &str = "Lời văn";

/// The headers of its columns: heading, text, use, id.
pub(super) const HEADINGS: [&str; 4] = ["Đầu mục", "Lời văn", "Cách dùng", "Mã mục"];

/// The text follows what the template says.
pub(super) const ADD: &str = "Thêm vào lời của mẫu";

/// The text stands in place of what the template says.
pub(super) const REPLACE: &str = "Thay lời của mẫu";

/// A section of the outline.
pub(super) struct Heading<'a> {
    /// Its id.
    pub(super) id: &'a str,
    /// Its heading.
    pub(super) title: String,
    /// How deep it stands, from 0.
    pub(super) level: u8,
    /// Whether something must stand there.
    pub(super) must: bool,
}

/// All sections, from the opening to the closing.
pub(super) fn headings(set: &TemplateSet) -> Vec<Heading<'_>> {
    let outline = &set.outline;
    let edge = |id, title: &str| Heading { id, title: title.to_owned(), level: 0, must: false };
    let mut headings = vec![edge(&outline.opening, "Mở đầu")];
    collect(&outline.sections, 0, &mut headings);
    headings.push(edge(&outline.closing, "Kết thúc"));
    headings
}

fn collect<'a>(sections: &'a [Section], level: u8, headings: &mut Vec<Heading<'a>>) {
    for section in sections {
        let must = section.sections.is_empty() && !section.optional;
        headings.push(Heading { id: &section.id, title: without_blanks(&section.title), level, must });
        collect(&section.sections, level.saturating_add(1), headings);
    }
}
