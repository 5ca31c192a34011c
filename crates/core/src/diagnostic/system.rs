//! What the operating system refuses, in both languages.

use std::io;
use std::path::Path;

use super::{Finding, Message};
use crate::{kinds, msg};

/// A file or folder that cannot be read.
pub fn unreadable(path: &Path, error: &io::Error) -> Finding {
    unreadable_for(&path.display().to_string(), &reason(error))
}

/// A file or folder that cannot be read, and why.
pub fn unreadable_for(name: &str, reason: &Message) -> Finding {
    let (vi, en) = (&reason.vi, &reason.en);
    kinds::files::UNREADABLE.finding(msg!("không đọc được {name}: {vi}", "{name} cannot be read: {en}"))
}

/// A file that cannot be written.
pub fn unwritable(path: &Path, error: &io::Error) -> Finding {
    let (name, reason) = (path.display(), reason(error));
    let (vi, en) = (reason.vi, reason.en);
    kinds::files::UNWRITABLE.finding(msg!("không ghi được {name}: {vi}", "{name} cannot be written: {en}"))
}

/// Why, in words that do not differ from system to system.
pub fn reason(error: &io::Error) -> Message {
    use io::ErrorKind as Kind;
    match error.kind() {
        Kind::NotFound => msg!("không có tệp hoặc thư mục này", "there is no such file or folder"),
        Kind::PermissionDenied => msg!("không có quyền", "permission denied"),
        Kind::NotADirectory => {
            msg!("một phần của đường dẫn không phải là thư mục", "a part of the path is not a folder")
        }
        Kind::IsADirectory => msg!("đây là thư mục, không phải tệp", "it is a folder, not a file"),
        Kind::StorageFull | Kind::QuotaExceeded => msg!("ổ đĩa đã đầy", "the disk is full"),
        Kind::FileTooLarge => msg!("tệp quá lớn", "the file is too large"),
        Kind::ReadOnlyFilesystem => msg!("ổ đĩa chỉ cho phép đọc", "the disk is read-only"),
        Kind::InvalidFilename => msg!("tên tệp không hợp lệ hoặc quá dài", "the file name is invalid or too long"),
        Kind::InvalidData => msg!("nội dung không phải UTF-8", "the content is not UTF-8"),
        _ => Message::new(error.to_string(), error.to_string()),
    }
}

/// A size as people say it: `16 MB`.
pub fn megabytes(bytes: u64) -> String {
    use rust_decimal::Decimal;

    let exact = Decimal::from(bytes) / Decimal::from(1_u32 << 20);
    let decimals = if exact < Decimal::ONE { 3 } else { 1 };
    format!("{} MB", baocao_vietnamese::number::format(baocao_vietnamese::number::round(exact, decimals)))
}
