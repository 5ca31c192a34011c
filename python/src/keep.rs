//! PDF files kept in a folder, each whole or not at all.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use baocao::Finding;
use baocao::files::{Place, read};
use baocao_batch::Pattern;
use baocao_core::diagnostic::unwritable;
use baocao_core::{kinds, msg};
use serde_json::Value;
use tempfile::{Builder, NamedTempFile};

/// A folder that PDF files are kept in.
#[derive(Debug, Clone)]
pub(crate) struct Folder {
    path: PathBuf,
    force: bool,
}

impl Folder {
    /// The folder, made where it is not there. With `force` files are replaced.
    pub(crate) fn new(path: PathBuf, force: bool) -> Result<Self, Finding> {
        std::fs::create_dir_all(&path).map_err(|error| unwritable(&path, &error))?;
        Ok(Self { path, force })
    }

    /// Keeps a PDF as `ID.pdf`. The same file may be there already: work that was cut short is done again.
    pub(crate) fn keep(&self, id: &str, pdf: &[u8]) -> Result<PathBuf, Finding> {
        let path = self.path.join(name(id)?);
        let failed = |error: io::Error| unwritable(&path, &error);
        let file = written(&self.path, pdf).map_err(failed)?;
        if self.force {
            let place = Place::of(&path)?;
            place.fit(file.path())?;
            file.persist(&place.real).map_err(|error| failed(error.error))?;
            return Ok(path);
        }
        match file.persist_noclobber(&path) {
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists && is(&path, pdf) => {}
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => return Err(exists(&path)),
            kept => drop(kept.map_err(|error| failed(error.error))?),
        }
        Ok(path)
    }
}

/// A temporary file of the folder with the bytes in it.
fn written(folder: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".baocao-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Whether a file holds these bytes.
fn is(path: &Path, bytes: &[u8]) -> bool {
    let large = path.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.len() == bytes.len() as u64);
    large && read(path, bytes.len()).is_ok_and(|there| there == bytes)
}

/// The file of an id: as a batch would call it, where that is the id itself. A name that was made of another id could be that
/// of two.
fn name(id: &str) -> Result<String, Finding> {
    let own = format!("{id}.pdf");
    if Pattern::default().fill(id, 1, &Value::Null).is_ok_and(|name| name == own) {
        return Ok(own);
    }
    Err(kinds::files::UNWRITABLE
        .finding(msg!("mã này không làm tên tệp được", "this id cannot be the name of a file"))
        .found(id)
        .expected(msg!(
            "chữ, số, dấu _ - . ở giữa, không quá dài, không phải tên thiết bị",
            "letters, digits, _ - . in the middle, not too long, no name of a device"
        )))
}

fn exists(path: &Path) -> Finding {
    let name = path.display();
    kinds::files::EXISTS
        .finding(msg!("tệp {name} đã có, nội dung khác", "the file {name} exists, and its content is another"))
        .hint(msg!("thêm force=True để thay", "give force=True to replace it"))
}
