//! How files are opened that a user names, or that lie in a folder that he names: regular files only, without waiting for
//! anybody, and never further than may be read. Shared by the program and the Python package; no promise.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use baocao_core::diagnostic::{Finding, Message, megabytes, unreadable, unreadable_for};
use baocao_core::msg;
use baocao_core::shelf::ShelfError;
use cap_fs_ext::{FileTypeExt, FollowSymlinks, OpenOptionsFollowExt, OpenOptionsSyncExt};
use cap_std::ambient_authority;
use cap_std::fs::{Dir, File as CapFile, FileType, Metadata, OpenOptions};

/// Whether a path means standard input or output.
pub fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Opens a file to read it.
pub fn open(path: &Path) -> Result<File, Finding> {
    let look = || fs::metadata(path).map(Metadata::from_just_metadata);
    let opened = regular(look, |options| CapFile::open_ambient_with(path, options, ambient_authority()));
    opened.map(CapFile::into_std).map_err(|error| refused(path, &error))
}

/// Reads a file, of at most one byte more than `most`: enough to see that it is too large.
pub fn read(path: &Path, most: usize) -> Result<Vec<u8>, Finding> {
    let mut bytes = Vec::new();
    let read = open(path)?.take((most as u64).saturating_add(1)).read_to_end(&mut bytes);
    read.map(|_| bytes).map_err(|error| unreadable(path, &error))
}

/// A file that has more bytes than it may have.
pub fn too_large(path: &Path, most: u64) -> Finding {
    let most = megabytes(most);
    unreadable(path, &ErrorKind::FileTooLarge.into()).expected(msg!("không quá {most}", "at most {most}"))
}

/// Opens a file of a folder that is the program's own, or makes it, as the options say; nothing where there is none. No
/// link is followed.
pub fn own(folder: &Path, name: &str, options: &mut OpenOptions) -> Result<Option<File>, ShelfError> {
    let dir = Dir::open_ambient_dir(folder, ambient_authority()).map_err(ShelfError::Refused)?;
    let missing = |error: &io::Error| error.kind() == ErrorKind::NotFound;
    match dir.symlink_metadata(name) {
        Err(error) if missing(&error) => {}
        there => only_regular(&there.map_err(ShelfError::Refused)?)?,
    }
    let file = match dir.open_with(name, options.nonblock(true).follow(FollowSymlinks::No)) {
        Err(error) if missing(&error) => return Ok(None),
        opened => opened.map_err(ShelfError::Refused)?,
    };
    only_regular(&file.metadata().map_err(ShelfError::Refused)?)?;
    Ok(Some(file.into_std()))
}

/// Opens what is a regular file when it is looked at, and still is when it is open.
pub(crate) fn regular(
    look: impl FnOnce() -> io::Result<Metadata>,
    open: impl FnOnce(&OpenOptions) -> io::Result<CapFile>,
) -> Result<CapFile, ShelfError> {
    // Looked at before it is opened: opening a device can do something.
    only_regular(&look().map_err(system)?)?;
    let file = open(OpenOptions::new().read(true).nonblock(true)).map_err(system)?;
    // Meanwhile another thing may stand in its place.
    only_regular(&file.metadata().map_err(system)?)?;
    Ok(file)
}

fn only_regular(metadata: &Metadata) -> Result<(), ShelfError> {
    let kind = metadata.file_type();
    if kind.is_file() {
        Ok(())
    } else if kind.is_dir() {
        Err(ErrorKind::IsADirectory.into())
    } else {
        Err(ShelfError::NotAFile(special(kind)))
    }
}

/// What something is that is neither a regular file nor a folder.
pub fn special_of(metadata: &fs::Metadata) -> Message {
    special(Metadata::from_just_metadata(metadata.clone()).file_type())
}

fn special(kind: FileType) -> Message {
    if kind.is_fifo() {
        msg!("đây là ống dẫn, không phải tệp", "it is a pipe, not a file")
    } else if kind.is_socket() {
        msg!("đây là socket, không phải tệp", "it is a socket, not a file")
    } else if kind.is_symlink() {
        msg!("đây là liên kết, không phải tệp", "it is a link, not a file")
    } else {
        msg!("đây là thiết bị, không phải tệp", "it is a device, not a file")
    }
}

/// Why the file system refuses: a way out is an error of the library, which no system knows.
pub(crate) fn system(error: io::Error) -> ShelfError {
    if error.kind() == ErrorKind::PermissionDenied && error.raw_os_error().is_none() {
        ShelfError::Outside
    } else {
        ShelfError::Refused(error)
    }
}

/// A file that was named and is not given.
fn refused(path: &Path, error: &ShelfError) -> Finding {
    let finding = unreadable_for(&path.display().to_string(), &error.reason());
    match error {
        ShelfError::NotAFile(_) => {
            finding.hint(msg!("muốn đọc từ đầu vào chuẩn thì ghi -", "give - to read standard input"))
        }
        ShelfError::Refused(error) if error.kind() == ErrorKind::NotFound => match fs::read_link(path) {
            Ok(end) => unreadable_for(&path.display().to_string(), &broken(&end)),
            Err(_) => finding,
        },
        _ => finding,
    }
}

/// What is said of a link at whose end there is nothing.
pub fn broken(end: &Path) -> Message {
    let end = end.display();
    msg!("đây là liên kết đến {end}, mà ở đó không có gì", "it is a link to {end}, and nothing is there")
}
