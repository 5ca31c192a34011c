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
    unwritable_for(path, &reason(error))
}

/// A file that cannot be written, and why.
pub fn unwritable_for(path: &Path, reason: &Message) -> Finding {
    let (name, vi, en) = (path.display(), &reason.vi, &reason.en);
    kinds::files::UNWRITABLE.finding(msg!("không ghi được {name}: {vi}", "{name} cannot be written: {en}"))
}

/// Why, in words that do not differ from system to system. What is not known here is told by its number: what the system or
/// a library says of it is English.
pub fn reason(error: &io::Error) -> Message {
    use io::ErrorKind as Kind;
    match error.kind() {
        Kind::NotFound => msg!("không có tệp hoặc thư mục này", "there is no such file or folder"),
        Kind::PermissionDenied => msg!("không có quyền", "permission denied"),
        Kind::AlreadyExists => msg!("tên này đã có", "the name is there already"),
        Kind::NotADirectory => {
            msg!("một phần của đường dẫn không phải là thư mục", "a part of the path is not a folder")
        }
        Kind::IsADirectory => msg!("đây là thư mục, không phải tệp", "it is a folder, not a file"),
        Kind::StorageFull | Kind::QuotaExceeded => msg!("ổ đĩa đã đầy", "the disk is full"),
        Kind::FileTooLarge => msg!("tệp quá lớn", "the file is too large"),
        Kind::ReadOnlyFilesystem => msg!("ổ đĩa chỉ cho phép đọc", "the disk is read-only"),
        Kind::InvalidFilename => msg!("tên tệp không hợp lệ hoặc quá dài", "the file name is invalid or too long"),
        Kind::InvalidInput => msg!("tên tệp không hợp lệ", "the file name is invalid"),
        Kind::InvalidData => msg!("nội dung không phải UTF-8", "the content is not UTF-8"),
        Kind::UnexpectedEof => msg!("nội dung bị đứt giữa chừng", "the content ends too early"),
        Kind::OutOfMemory => msg!("không đủ bộ nhớ", "there is not enough memory"),
        Kind::ResourceBusy | Kind::ExecutableFileBusy | Kind::Deadlock | Kind::WouldBlock => {
            msg!("chương trình khác đang dùng", "another program is using it")
        }
        Kind::TimedOut => msg!("chờ quá lâu không có trả lời", "there was no answer in time"),
        Kind::CrossesDevices => msg!("hai nơi thuộc hai ổ đĩa khác nhau", "the two places are on different disks"),
        Kind::StaleNetworkFileHandle | Kind::NetworkDown | Kind::NetworkUnreachable | Kind::HostUnreachable => {
            msg!("mất kết nối tới ổ đĩa mạng", "the network disk cannot be reached")
        }
        Kind::NotConnected => msg!("đã đóng", "it is closed"),
        Kind::BrokenPipe | Kind::WriteZero => msg!("nơi nhận đã đóng", "the receiver has closed it"),
        Kind::Unsupported => msg!("hệ thống không hỗ trợ", "the system does not support it"),
        _ => error.raw_os_error().map_or_else(|| msg!("lỗi khi đọc, ghi", "reading or writing failed"), numbered),
    }
}

/// The number of a link that leads to itself.
const LOOP: i32 = if cfg!(any(target_os = "linux", target_os = "android")) { 40 } else { 62 };

/// What a system says by a number that the standard library has no word for. But for one they are the same on all kinds of Unix.
fn numbered(number: i32) -> Message {
    match number {
        LOOP if cfg!(unix) => msg!("liên kết dẫn về chính nó", "it is a link that leads to itself"),
        23 | 24 if cfg!(unix) => msg!("quá nhiều tệp đang mở", "too many files are open"),
        6 | 19 if cfg!(unix) => msg!("đây không phải tệp đọc được", "it is no file that can be read"),
        9 if cfg!(unix) => msg!("đã đóng", "it is closed"),
        5 if cfg!(unix) => msg!("ổ đĩa báo lỗi", "the disk reports a fault"),
        _ => msg!("hệ thống báo lỗi số {number}", "the system reports error number {number}"),
    }
}

/// A size as people say it: `16 MB`.
pub fn megabytes(bytes: u64) -> String {
    use rust_decimal::Decimal;

    let exact = Decimal::from(bytes) / Decimal::from(1_u32 << 20);
    let decimals = if exact < Decimal::ONE { 3 } else { 1 };
    format!("{} MB", baocao_vietnamese::number::format(baocao_vietnamese::number::round(exact, decimals)))
}
