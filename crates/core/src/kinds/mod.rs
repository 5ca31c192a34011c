//! The catalogue of findings that are told while inputs are read, documents made and files written: every id, what it
//! asks for and why. The rules of the checker, which can be weighed and exempted, stand in the checker.

use crate::diagnostic::{Id, Kind, Say, Severity};

pub mod archive;
pub mod batch;
pub mod charts;
pub mod copies;
pub mod data_files;
pub mod figures;
pub mod files;
pub mod forms;
pub mod images;
pub mod imports;
pub mod input;
pub mod pdf;
pub mod periods;
pub mod rollup;
pub mod rules;
pub mod sections;
pub mod settings;
pub mod signatures;
pub mod signing;
pub mod sources;
pub mod tables;
pub mod templates;
pub mod texts;
pub mod typesetting;
pub mod units;
pub mod workbooks;

/// A constant for each kind of finding, and the list of all in the file.
macro_rules! kinds {
    (@law) => { None };
    (@law $law:literal) => { Some($law) };
    ($(
        $(#[$doc:meta])+
        $name:ident = $severity:ident $id:literal {
            title: $title_vi:literal, $title_en:literal,
            why: $why_vi:literal, $why_en:literal,
            $(law: $law:literal,)?
        }
    )+) => {
        use super::{Id, Kind, Say, Severity};

        $(
            $(#[$doc])+
            pub const $name: Kind = Kind {
                id: Id::new($id),
                severity: Severity::$severity,
                title: Say { vi: $title_vi, en: $title_en },
                why: Say { vi: $why_vi, en: $why_en },
                law: kinds!(@law $($law)?),
            };
        )+

        /// All of this file, in order.
        pub(super) const ALL: &[&Kind] = &[$(&$name),+];
    };
}
use kinds;

/// Kinds of findings about one subject.
#[derive(Debug)]
pub struct Subject {
    /// What they are about.
    pub name: Say,
    /// The kinds.
    pub kinds: &'static [&'static Kind],
}

/// All kinds of findings of this catalogue, subject by subject.
pub const SUBJECTS: &[Subject] = &[
    Subject { name: Say { vi: "Tệp và thư mục", en: "Files and folders" }, kinds: files::ALL },
    Subject { name: Say { vi: "Dòng lệnh, cấu hình", en: "Command line, settings" }, kinds: settings::ALL },
    Subject { name: Say { vi: "Quy tắc câu chữ của cơ quan", en: "Rules of an office" }, kinds: rules::ALL },
    Subject { name: Say { vi: "Tệp báo cáo", en: "The file of a report" }, kinds: input::ALL },
    Subject {
        name: Say { vi: "Kỳ báo cáo, kỳ trước, ngày tháng", en: "Periods, earlier reports, dates" },
        kinds: periods::ALL,
    },
    Subject { name: Say { vi: "Số liệu", en: "Figures" }, kinds: figures::ALL },
    Subject { name: Say { vi: "Bảng tự do", en: "Free tables" }, kinds: tables::ALL },
    Subject { name: Say { vi: "Tệp dữ liệu của bảng", en: "Files of rows" }, kinds: data_files::ALL },
    Subject { name: Say { vi: "Nhập từ hệ thống khác", en: "Exports of other systems" }, kinds: imports::ALL },
    Subject { name: Say { vi: "Tệp PDF và nguồn của nó", en: "PDF files and their sources" }, kinds: pdf::ALL },
    Subject {
        name: Say { vi: "Bản sao, tệp phụ lục riêng", en: "Copies, appendices in files of their own" },
        kinds: copies::ALL,
    },
    Subject { name: Say { vi: "Tổng hợp báo cáo", en: "Rolling up reports" }, kinds: rollup::ALL },
    Subject { name: Say { vi: "Ô gốc của số liệu", en: "Where values came from" }, kinds: sources::ALL },
    Subject { name: Say { vi: "Đơn vị hành chính", en: "Administrative units" }, kinds: units::ALL },
    Subject { name: Say { vi: "Biểu mẫu dạng bảng tính", en: "Forms as workbooks" }, kinds: workbooks::ALL },
    Subject { name: Say { vi: "Dựng hàng loạt", en: "Many documents in one go" }, kinds: batch::ALL },
    Subject { name: Say { vi: "Lưu trữ", en: "The archive" }, kinds: archive::ALL },
    Subject { name: Say { vi: "Biểu đồ", en: "Charts" }, kinds: charts::ALL },
    Subject { name: Say { vi: "Chữ ký, con dấu", en: "Signatures and seals" }, kinds: images::ALL },
    Subject { name: Say { vi: "Kiểm tra chữ ký số", en: "Verified signatures" }, kinds: signatures::ALL },
    Subject { name: Say { vi: "Ký số", en: "Digital signatures" }, kinds: signing::ALL },
    Subject { name: Say { vi: "Lời văn", en: "Texts" }, kinds: texts::ALL },
    Subject { name: Say { vi: "Các phần của văn bản", en: "Parts of the document" }, kinds: sections::ALL },
    Subject { name: Say { vi: "Biểu mẫu", en: "Forms" }, kinds: forms::ALL },
    Subject { name: Say { vi: "Bộ mẫu", en: "Template sets" }, kinds: templates::ALL },
    Subject { name: Say { vi: "Dàn trang", en: "Typesetting" }, kinds: typesetting::ALL },
];

/// What often follows from other findings of a file, and is shown behind them: a unit whose name is misspelt is missing, and
/// a total without it is wrong.
pub(crate) const FOLLOWING: &[&Kind] = &[&units::MISSING, &data_files::TOTAL_WRONG];

/// All kinds of findings of this catalogue.
pub fn all() -> impl Iterator<Item = &'static Kind> {
    SUBJECTS.iter().flat_map(|subject| subject.kinds).copied()
}

/// The kind of an id.
pub fn kind(id: &str) -> Option<&'static Kind> {
    all().find(|kind| kind.id.as_str() == id)
}
