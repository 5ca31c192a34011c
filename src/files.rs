//! How files are opened that a user names, or that lie in a folder that he names: regular files only, without waiting for
//! anybody, and never further than may be read; and what may be replaced by a file that is written. Shared by the program
//! and the Python package; no promise.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use baocao_core::diagnostic::{
    Finding, Message, megabytes, reason, unreadable, unreadable_for, unwritable, unwritable_for,
};
use baocao_core::shelf::ShelfError;
use baocao_core::{kinds, msg};
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
fn broken(end: &Path) -> Message {
    let end = end.display();
    msg!("đây là liên kết đến {end}, mà ở đó không có gì", "it is a link to {end}, and nothing is there")
}

/// Where a file is written to, and the one that it replaces there.
#[derive(Debug)]
pub struct Place {
    named: PathBuf,
    /// Where it is: a link goes on pointing to its file.
    pub real: PathBuf,
    replaced: Option<fs::Metadata>,
}

impl Place {
    /// The place of a path. Nothing but a regular file is replaced, and none that is protected.
    pub fn of(path: &Path) -> Result<Self, Finding> {
        let failed = |error: io::Error| unwritable(path, &error);
        let there = match path.symlink_metadata() {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Ok(Self { named: path.to_owned(), real: path.to_owned(), replaced: None });
            }
            there => there.map_err(failed)?,
        };
        let there = match path.metadata() {
            Err(error) if there.is_symlink() && error.kind() == ErrorKind::NotFound => {
                return Err(unwritable_for(path, &broken(&path.read_link().map_err(failed)?)));
            }
            there => there.map_err(failed)?,
        };
        match only_regular(&Metadata::from_just_metadata(there.clone())) {
            Err(ShelfError::NotAFile(what)) => return Err(no_file(path, &what)),
            Err(other) => return Err(unwritable_for(path, &other.reason())),
            Ok(()) => {}
        }
        if there.permissions().readonly() {
            return Err(read_only(path));
        }
        let real = path.canonicalize().map_err(failed)?;
        Ok(Self { named: path.to_owned(), real, replaced: Some(there) })
    }

    /// Whether there is a file that would be replaced.
    pub fn is_taken(&self) -> bool {
        self.replaced.is_some()
    }

    /// Gives a file that is written but not yet here the owner and the permissions of the one that it replaces.
    pub fn fit(&self, written: &Path) -> Result<(), Finding> {
        self.fitted(written).map_err(|error| not_kept(&self.named, &error))
    }

    fn fitted(&self, written: &Path) -> io::Result<()> {
        let Some(replaced) = &self.replaced else { return Ok(()) };
        #[cfg(unix)]
        {
            use std::os::unix::fs::{MetadataExt, chown};
            let new = written.metadata()?;
            if (new.uid(), new.gid()) != (replaced.uid(), replaced.gid()) {
                chown(written, Some(replaced.uid()), Some(replaced.gid()))?;
            }
        }
        fs::set_permissions(written, replaced.permissions())
    }
}

/// A device or a pipe would be replaced by a file.
fn no_file(path: &Path, Message { vi, en }: &Message) -> Finding {
    let name = path.display();
    kinds::files::NOT_A_FILE.finding(msg!("không ghi được {name}: {vi}", "{name} cannot be written: {en}")).hint(msg!(
        "chọn tên khác bằng -o, hoặc ghi ra đầu ra chuẩn bằng -o - rồi chuyển hướng",
        "choose another name with -o, or write to standard output with -o - and redirect it"
    ))
}

/// A file that its owner protects.
fn read_only(path: &Path) -> Finding {
    unwritable_for(path, &msg!("tệp chỉ cho phép đọc", "the file is read-only")).hint(msg!(
        "nếu đúng là muốn thay thì cho phép ghi vào tệp ấy trước; nếu không thì chọn tên khác",
        "if it shall be replaced allow writing to it first; otherwise choose another name"
    ))
}

/// A file whose owner or permissions a new one in its place cannot have.
fn not_kept(path: &Path, error: &io::Error) -> Finding {
    let Message { vi, en } = reason(error);
    let message = msg!("không giữ được chủ và quyền của tệp: {vi}", "its owner and permissions cannot be kept: {en}");
    unwritable_for(path, &message).hint(msg!(
        "chạy bằng tài khoản là chủ của tệp, hoặc chọn tên khác",
        "run it as the owner of the file, or choose another name"
    ))
}
