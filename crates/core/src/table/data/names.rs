//! The names in a file of rows, and the columns that they mean.

use baocao_vietnamese::{encoding, one_line, small};

use crate::diagnostic::{Finding, Place};
use crate::table::columns::Leaf;
use crate::{kinds, msg};

/// Which column a name in a file means: its own name, its id, or its title.
pub(super) fn column_of(name: &str, columns: &[Leaf]) -> Option<usize> {
    let plain = |text: &str| small(&one_line(&encoding::nfc(text)));
    let name = plain(name);
    let by = |of: fn(&Leaf) -> Option<&str>| {
        columns.iter().position(|column| of(column).is_some_and(|of| plain(of) == name))
    };
    by(|column| column.from.as_deref())
        .or_else(|| by(|column| Some(&column.id)))
        .or_else(|| by(|column| Some(&column.title)))
}

/// A column that rows must bring and no name means.
pub(super) fn missing(column: &Leaf, names: &[&str], here: Place) -> Finding {
    let wanted = column.from.as_deref().unwrap_or(&column.id);
    kinds::data_files::MISSING_COLUMN
        .finding(msg!("tệp không có cột \"{wanted}\"", "the file has no column \"{wanted}\""))
        .at(here)
        .found(names.join(", "))
        .hint(msg!(
            "sửa tên cột trong tệp, hoặc ghi tên ấy vào \"from\" của cột",
            "mend the name in the file, or give it as \"from\" of the column"
        ))
}

/// A name that means no column.
pub(super) fn not_used(name: &str, here: Place) -> Finding {
    kinds::data_files::SPARE_COLUMN
        .finding(msg!(
            "bảng không dùng cột \"{name}\" của tệp",
            "the table does not use the column \"{name}\" of the file"
        ))
        .at(here)
}

/// A second name for the same column.
pub(super) fn twice(name: &str, column: &Leaf, here: Place) -> Finding {
    let title = &column.title;
    kinds::data_files::COLUMN_TWICE
        .finding(msg!(
            "tệp có hai cột cho cột \"{title}\" của bảng",
            "the file has the column \"{title}\" of the table twice"
        ))
        .at(here)
        .found(name)
        .hint(msg!("bỏ hoặc đổi tên một cột trong tệp", "take one of them out of the file, or give it another name"))
}
