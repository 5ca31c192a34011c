//! A folder on disk as a tree of files: nothing outside of it is opened, and no link is followed.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use baocao::{ShelfError, files};
use baocao_archive::{Found, Kind, Tree, no_file};
use baocao_core::diagnostic::{Finding, unreadable, unreadable_for};
use cap_fs_ext::{DirExt, FollowSymlinks, OpenOptionsFollowExt, OpenOptionsSyncExt};
use cap_std::ambient_authority;
use cap_std::fs::{Dir, OpenOptions};

use super::store::PACKAGES;

/// Folders inside of each other, and files of one package.
const MOST_LEVELS: usize = 32;
const MOST_FILES: usize = 100_000;

/// Bytes of a manifest or of metadata.
pub(super) const MOST_BYTES: u64 = 16 << 20;

/// The folder of a package.
pub(super) fn package(archive: &Path, id: &str) -> Result<Folder, Finding> {
    let folder = Folder::open(archive).and_then(|folder| folder.below(PACKAGES)?.below(id));
    folder.map_err(|error| unreadable(&archive.join(PACKAGES).join(id), &error))
}

/// Opens a file of an archive; nothing where there is none. What is no regular file, as a link or a pipe, is told of and not
/// opened: it would lead elsewhere, or hold the reader up.
pub(super) fn regular(archive: &Path, name: &str, options: &mut OpenOptions) -> Result<Option<File>, Finding> {
    files::own(archive, name, options).map_err(|error| match error {
        ShelfError::NotAFile(_) => no_file(name),
        other => unreadable_for(&archive.join(name).display().to_string(), &other.reason()),
    })
}

/// The bytes of such a file.
pub(super) fn bytes(archive: &Path, name: &str, most: usize) -> Result<Option<Vec<u8>>, Finding> {
    let Some(file) = regular(archive, name, OpenOptions::new().read(true))? else { return Ok(None) };
    let (mut bytes, most) = (Vec::new(), most as u64 + 1);
    let read = file.take(most).read_to_end(&mut bytes);
    read.map_err(|error| unreadable(&archive.join(name), &error))?;
    Ok(Some(bytes))
}

/// A folder that is open.
#[derive(Debug)]
pub(super) struct Folder(Dir);

impl Folder {
    /// The folder that a user names.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        Dir::open_ambient_dir(path, ambient_authority()).map(Self)
    }

    /// A folder right below this one; a link is none.
    pub(super) fn below(&self, name: &str) -> io::Result<Self> {
        self.0.open_dir_nofollow(name).map(Self)
    }

    /// What lies right in it: names, and whether each is a folder.
    pub(super) fn entries(&self) -> io::Result<Vec<(String, bool)>> {
        let entries = self.0.entries()?.map(|entry| {
            let entry = entry?;
            Ok((entry.file_name().to_string_lossy().into_owned(), entry.file_type()?.is_dir()))
        });
        let mut entries: Vec<(String, bool)> = entries.collect::<io::Result<_>>()?;
        entries.sort();
        Ok(entries)
    }

    fn walk(dir: &Dir, path: &str, levels: usize, found: &mut Vec<Found>) -> io::Result<()> {
        if levels == 0 || found.len() > MOST_FILES {
            return Err(ErrorKind::FileTooLarge.into());
        }
        for entry in dir.entries()? {
            let entry = entry?;
            let name = entry.file_name();
            let path = format!("{path}{}", name.to_string_lossy());
            let kind = entry.file_type()?;
            if kind.is_dir() {
                let before = found.len();
                Self::walk(&dir.open_dir_nofollow(&name)?, &format!("{path}/"), levels - 1, found)?;
                if found.len() == before {
                    found.push(Found { path, kind: Kind::Empty });
                }
            } else {
                let kind = if kind.is_file() { Kind::File(entry.metadata()?.len()) } else { Kind::Other };
                found.push(Found { path, kind });
            }
        }
        Ok(())
    }
}

impl Tree for Folder {
    fn files(&self) -> io::Result<Vec<Found>> {
        let mut found = Vec::new();
        Self::walk(&self.0, "", MOST_LEVELS, &mut found)?;
        found.sort();
        Ok(found)
    }

    fn open(&self, path: &str) -> io::Result<Box<dyn Read + '_>> {
        let mut options = OpenOptions::new();
        options.read(true).nonblock(true).follow(FollowSymlinks::No);
        let file = self.0.open_with(path, &options)?;
        // Meanwhile another thing may stand in its place.
        if file.metadata()?.is_file() { Ok(Box::new(file)) } else { Err(ErrorKind::InvalidInput.into()) }
    }
}
