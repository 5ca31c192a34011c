//! The names in a file of rows, and the columns that they mean.

use baocao_vietnamese::{encoding, one_line, small};

use crate::diagnostic::{Finding, Place, nearest};
use crate::rows;
use crate::table::columns::Leaf;
use crate::{kinds, msg};

/// How the names of a header of several rows are written in one.
const BETWEEN: &str = " / ";

/// A name without regard to case, spaces and the order of marks.
pub(super) fn plain(text: &str) -> String {
    small(&one_line(&encoding::nfc(text)))
}

/// Which column a name in a file means, by its header from top to bottom: its own name, its id, its title with what stands
/// above it, or its title.
pub(super) fn column_of(path: &[String], columns: &[Leaf]) -> Option<usize> {
    let (Some(last), whole) = (path.last().map(|name| plain(name)), plain(&path.join(BETWEEN))) else { return None };
    let titled = |column: &Leaf| plain(&column.title) == last;
    let find = |fits: &dyn Fn(&Leaf) -> bool| columns.iter().position(fits);
    let from = |column: &Leaf| column.from.as_deref().map(plain);
    find(&|column| from(column).as_ref() == Some(&whole))
        .or_else(|| find(&|column| from(column).as_ref() == Some(&last)))
        .or_else(|| find(&|column| plain(&column.id) == last))
        .or_else(|| find(&|column| plain(&column.path.join(BETWEEN)) == whole))
        .or_else(|| {
            // Below different headings one title may stand several times.
            let single = path.len() == 1 || columns.iter().filter(|column| titled(column)).count() == 1;
            find(&titled).filter(|_| single)
        })
}

/// How a column of a file is called.
pub(super) fn shown(column: &rows::Column) -> String {
    column.path.join(BETWEEN)
}

/// The name in the file that a column was probably meant by.
pub(super) fn near<'a>(column: &Leaf, names: &'a [String]) -> Option<&'a str> {
    let plain_names: Vec<String> = names.iter().map(|name| plain(name)).collect();
    [wanted(column), &column.id].into_iter().find_map(|wanted| {
        let wanted = plain(wanted);
        let near =
            nearest(&wanted, plain_names.iter().map(String::as_str)).or_else(|| longer(&wanted, &plain_names))?;
        names.iter().find(|name| plain(name) == near).map(String::as_str)
    })
}

fn wanted(column: &Leaf) -> &str {
    column.from.as_deref().unwrap_or(&column.title)
}

/// A column that rows must bring and no name means; `near` is the name that probably does.
pub(super) fn missing(column: &Leaf, near: Option<&str>, names: &[String], here: Place) -> Finding {
    let wanted = wanted(column);
    let finding = kinds::data_files::MISSING_COLUMN
        .finding(msg!("tệp không có cột \"{wanted}\"", "the file has no column \"{wanted}\""))
        .at(here)
        .found(names.join(", "));
    finding.hint(match near {
        Some(near) => msg!(
            "có phải cột \"{near}\"? Sửa tên trong tệp, hoặc thêm \"from\": \"{near}\" vào cột của bảng",
            "did you mean the column \"{near}\"? Mend the name in the file, or add \"from\": \"{near}\" to the column"
        ),
        None => msg!(
            "sửa tên cột trong tệp, hoặc ghi tên ấy vào \"from\" của cột",
            "mend the name in the file, or give it as \"from\" of the column"
        ),
    })
}

/// The only one of some names that says the same in more words, or in fewer: `Tên đơn vị` for `Đơn vị`.
fn longer<'n>(wanted: &str, names: &'n [String]) -> Option<&'n str> {
    let within = |short: &str, long: &str| format!(" {long} ").contains(&format!(" {short} "));
    let mut longer = names.iter().filter(|name| within(wanted, name) || within(name, wanted));
    longer.next().filter(|_| longer.next().is_none()).map(String::as_str)
}

/// A file none of whose names means a column: its first row may be one of data.
pub(super) fn no_header(missing: &[&Leaf], names: &[String], here: Place) -> Finding {
    let wanted = missing.iter().map(|column| wanted(column)).collect::<Vec<_>>().join(", ");
    kinds::data_files::MISSING_COLUMN
        .finding(msg!(
            "tệp không có hàng tên cột, hoặc không tên nào là của bảng",
            "the file has no row of column names, or none of them is one of the table"
        ))
        .at(here)
        .found(names.join(", "))
        .expected(msg!("một hàng có: {wanted}", "a row with: {wanted}"))
        .hint(msg!(
            "thêm hàng tên cột ở đầu tệp, hoặc ghi tên trong tệp vào \"from\" của từng cột",
            "put a row of column names at the top of the file, or give its names as \"from\" of the columns"
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
