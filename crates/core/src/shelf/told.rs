//! What is told of files that a shelf does not give.

use super::{Shelf, ShelfError, ShelfPath};
use crate::diagnostic::{Finding, Message, reason, unreadable_for};
use crate::{kinds, msg};

impl ShelfError {
    /// Why, in both languages.
    pub fn reason(&self) -> Message {
        match self {
            Self::Outside => msg!("nằm ngoài thư mục gốc", "it lies outside of the root"),
            Self::TooLarge(_) => reason(&std::io::ErrorKind::FileTooLarge.into()),
            Self::NotAFile(what) => what.clone(),
            Self::Refused(error) => reason(error),
        }
    }
}

/// A file that cannot be read, of a shelf that is not a report's.
pub(crate) fn unreadable(name: &str, error: &ShelfError) -> Finding {
    unreadable_for(name, &error.reason())
}

/// A file beside a report whose path leads out of the shelf. What lies there is not looked at.
pub(crate) fn outside(written: &str, shelf: &dyn Shelf) -> Finding {
    let finding = leads_out(written);
    match shelf.root() {
        Some(root) => finding
            .expected(msg!("tệp nằm trong thư mục gốc \"{root}\"", "a file in the root folder \"{root}\""))
            .hint(msg!(
                "chép tệp vào đó, hoặc chọn thư mục gốc khác bằng --root",
                "copy the file there, or choose another root folder with --root"
            )),
        None => finding.expected(msg!("một tệp gửi kèm báo cáo", "a file that came with the report")),
    }
}

/// A file or folder of templates or fonts that its shelf does not give.
pub fn refused(shelf: &dyn Shelf, path: &ShelfPath, error: &ShelfError) -> Finding {
    let name = shelf.name(path);
    match error {
        ShelfError::Outside => link_out(&name, shelf),
        other => unreadable(&name, other),
    }
}

/// A link in a folder of templates or fonts that leads out of it.
fn link_out(name: &str, shelf: &dyn Shelf) -> Finding {
    let root = shelf.root().unwrap_or_default();
    leads_out(name).expected(msg!("tệp nằm trong thư mục \"{root}\"", "a file in the folder \"{root}\"")).hint(msg!(
        "chép chính tệp ấy vào thư mục, thay cho liên kết",
        "copy the file itself into the folder in place of the link"
    ))
}

/// A path that leads out of the root of its shelf.
pub(super) fn leads_out(written: &str) -> Finding {
    kinds::files::OUTSIDE
        .finding(msg!("\"{written}\" dẫn ra ngoài thư mục gốc", "\"{written}\" leads out of the root folder"))
}

/// A name that two files have.
pub(super) fn twice(name: &str) -> Finding {
    kinds::files::NAME_TWICE
        .finding(msg!("{name}: hai tệp cùng tên", "{name}: two files have one name"))
        .hint(msg!("giữ lại một, hoặc đổi tên một trong hai", "keep one of them, or give one another name"))
}

/// An archive that is not taken in.
pub(super) fn unusable(name: &str, why: &Message) -> Finding {
    let (vi, en) = (&why.vi, &why.en);
    kinds::files::BAD_ARCHIVE.finding(msg!("gói nén {name}: {vi}", "the archive {name}: {en}"))
}
