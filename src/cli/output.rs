//! Reading and writing files: whole or not at all.

use std::borrow::Cow;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, BufRead, Read, Write};
use std::path::{Path, PathBuf};

use super::args::TextFormat;
pub(crate) use baocao::exports::open;
pub(crate) use baocao::files::is_standard;
use baocao::files::{self, Place};
use baocao_core::diagnostic::{Finding, Message, megabytes, nearest, reason, unreadable, unwritable, visible_lines};
use baocao_core::{kinds, msg};
use baocao_pdf::file::MOST_BYTES;
use baocao_vietnamese::encoding::is_invisible;
use tempfile::{Builder, NamedTempFile, TempDir};

/// Reads a file or standard input, of at most one byte more than `limit`: enough to see that it is too large.
pub(crate) fn read(path: &Path, limit: usize) -> Result<Vec<u8>, Finding> {
    if is_standard(path) {
        return all(io::stdin().lock(), limit).map_err(|error| unreadable(path, &error));
    }
    files::read(path, limit).map_err(|finding| {
        let near = if path.symlink_metadata().is_err() { near(path) } else { None };
        match near.map(|near| near.display().to_string()) {
            Some(near) => finding.hint(msg!("có phải \"{near}\"?", "did you mean \"{near}\"?")),
            None => finding,
        }
    })
}

/// Reads a file or standard input that may not have more bytes than `limit`.
pub(crate) fn read_small(path: &Path, limit: usize) -> Result<Vec<u8>, Finding> {
    let bytes = read(path, limit)?;
    if bytes.len() > limit { Err(files::too_large(path, limit as u64)) } else { Ok(bytes) }
}

/// Reads what comes through a descriptor that the program was started with; it is waited for, as one waits for a pipe.
pub(crate) fn read_descriptor(descriptor: u32, limit: usize) -> Result<Vec<u8>, Finding> {
    let path = PathBuf::from(format!("/dev/fd/{descriptor}"));
    fs::File::open(&path).and_then(|file| all(file, limit)).map_err(|error| unreadable(&path, &error))
}

fn all(source: impl Read, limit: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take((limit as u64).saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The file in the same folder that a name was probably meant for.
fn near(path: &Path) -> Option<PathBuf> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let entries = fs::read_dir(folder).ok()?.take(MOST_ENTRIES).flatten();
    let names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    let near = nearest(path.file_name()?.to_str()?, names.iter().map(String::as_str))?;
    Some(path.with_file_name(near))
}

/// No more names of a folder are looked through.
const MOST_ENTRIES: usize = 10_000;

/// Reads a PDF, no larger than one may be.
pub(crate) fn read_pdf(path: &Path) -> Result<Vec<u8>, Finding> {
    let file = read(path, MOST_BYTES)?;
    if file.len() > MOST_BYTES {
        let (name, most) = (path.display(), megabytes(MOST_BYTES as u64));
        return Err(kinds::pdf::UNREADABLE
            .finding(msg!("{name}: tệp quá lớn", "{name}: the file is too large"))
            .expected(msg!("không quá {most}", "at most {most}")));
    }
    Ok(file)
}

/// How many bytes of a line are marks of UTF-8 at its beginning.
pub(crate) fn marks(line: &[u8]) -> usize {
    const MARK: &[u8] = b"\xef\xbb\xbf";
    let mut rest = line;
    while let Some(behind) = rest.strip_prefix(MARK) {
        rest = behind;
    }
    line.len() - rest.len()
}

/// Reads to the end of a line, and says how many bytes that were.
pub(crate) fn skip_line(input: &mut impl BufRead) -> io::Result<usize> {
    let mut skipped = 0;
    loop {
        let buffer = input.fill_buf()?;
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let bytes = end.map_or(buffer.len(), |end| end + 1);
        let is_last = end.is_some() || bytes == 0;
        input.consume(bytes);
        skipped += bytes;
        if is_last {
            return Ok(skipped);
        }
    }
}

/// Writes to standard output. Where nobody reads any more there is nobody to tell; where it was closed before, what was asked
/// for is lost.
pub(crate) fn print(bytes: &[u8]) -> Result<(), Finding> {
    printed(bytes).map(drop)
}

/// Writes a text for people to standard output. What is in it of names and values cannot do anything to a terminal.
pub(crate) fn print_text(text: &str) -> Result<(), Finding> {
    print(visible_lines(text).as_bytes())
}

/// Writes what was asked for in one of two forms.
pub(crate) fn print_in(format: TextFormat, text: &str) -> Result<(), Finding> {
    match format {
        TextFormat::Text => print_text(text),
        TextFormat::Json => print(plain_json(text).as_bytes()),
    }
}

/// JSON that says the same and can do nothing to a terminal: what does its work unseen is written as its code.
pub(crate) fn plain_json(json: &str) -> Cow<'_, str> {
    let hides = |c: char| c != '\n' && (c.is_control() || is_invisible(c));
    if !json.contains(hides) {
        return Cow::Borrowed(json);
    }
    let mut plain = String::with_capacity(json.len());
    for c in json.chars() {
        if hides(c) {
            let mut units = [0; 2];
            c.encode_utf16(&mut units).iter().for_each(|unit| plain.push_str(&format!("\\u{unit:04x}")));
        } else {
            plain.push(c);
        }
    }
    Cow::Owned(plain)
}

/// Writes bytes, and says whether somebody still reads.
pub(crate) fn printed(bytes: &[u8]) -> Result<bool, Finding> {
    let written = if baocao_process::output_is_open() { put(bytes) } else { Err(io::ErrorKind::NotConnected.into()) };
    match written {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        Err(error) => {
            let Message { vi, en } = reason(&error);
            let message = msg!("không ghi được ra đầu ra chuẩn: {vi}", "standard output cannot be written: {en}");
            Err(kinds::files::UNWRITABLE.finding(message))
        }
    }
}

/// Writes to standard output and past the standard library's own, which takes one that cannot be written for one that was.
fn put(bytes: &[u8]) -> io::Result<()> {
    #[cfg(unix)]
    let mut out = fs::File::from(std::os::fd::AsFd::as_fd(&io::stdout()).try_clone_to_owned()?);
    #[cfg(not(unix))]
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// Writes one file, or standard output for `-`.
pub(crate) fn write(path: &Path, bytes: &[u8], force: bool) -> Result<(), Finding> {
    if is_standard(path) { print(bytes) } else { write_all(&[(path.to_owned(), bytes)], force) }
}

/// What the name of a result ends with, where it has an ending: one of those of what is made, or it is refused.
pub(crate) fn ending(path: &Path, made: &[&'static str]) -> Result<Option<&'static str>, Finding> {
    let Some(ending) = path.extension().filter(|_| !is_standard(path)) else { return Ok(None) };
    match made.iter().find(|known| ending.eq_ignore_ascii_case(known)) {
        Some(known) => Ok(Some(known)),
        None => Err(wrong_ending(&ending.to_string_lossy(), made)),
    }
}

/// Names that end so are names of files.
const ENDINGS_OF_FILES: [&str; 13] =
    ["csv", "doc", "docx", "htm", "html", "jpg", "json", "odt", "pdf", "png", "xls", "xlsx", "zip"];

/// Refuses a folder of results that is called as a file is.
pub(crate) fn folder(path: &Path) -> Result<(), Finding> {
    let is_file = |ending: &OsStr| ENDINGS_OF_FILES.iter().any(|known| ending.eq_ignore_ascii_case(known));
    if path.is_dir() || !path.extension().is_some_and(is_file) {
        return Ok(());
    }
    let name = path.display();
    Err(kinds::settings::WRONG_CALL
        .finding(msg!("{name} là tên tệp, không phải tên thư mục", "{name} is the name of a file, not of a folder"))
        .expected(msg!("tên một thư mục", "the name of a folder")))
}

fn wrong_ending(ending: &str, made: &[&str]) -> Finding {
    let list = |between: &str| made.iter().map(|ending| format!(".{ending}")).collect::<Vec<_>>().join(between);
    let (vi, en) = (list(" hoặc "), list(" or "));
    kinds::settings::WRONG_CALL
        .finding(msg!("không ghi được tệp .{ending}", "a file .{ending} cannot be written"))
        .expected(msg!("tên kết quả kết thúc bằng {vi}", "the name of the result ends with {en}"))
}

/// Replaces a file by its new text: whole or not at all. Its owner and permissions stay, and a link goes on pointing to it.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), Finding> {
    write_all(&[(path.to_owned(), bytes)], true)
}

/// Whether a file may be written to a place, where one that is there is replaced with `force` only. Refused is whatever else is
/// there, and a file that nobody may write.
pub(crate) fn may_be_written(path: &Path, force: bool) -> Result<(), Finding> {
    place(path, force).map(drop)
}

fn place(path: &Path, force: bool) -> Result<Place, Finding> {
    let place = Place::of(path)?;
    if place.is_taken() && !force { Err(exists(path)) } else { Ok(place) }
}

/// Writes several files: first all of them beside their places, then, when all are written, each to its place. An
/// existing file is only replaced with `force`.
pub(crate) fn write_all(files: &[(PathBuf, &[u8])], force: bool) -> Result<(), Finding> {
    // What stands in the place of a later file would be seen too late: the files before it would be replaced by then.
    let places: Vec<Place> = files.iter().map(|(path, _)| place(path, force)).collect::<Result<_, _>>()?;
    let mut written = Vec::new();
    for ((path, bytes), place) in files.iter().zip(places) {
        let file = beside(&place.real, bytes).map_err(|error| unwritable(path, &error))?;
        place.fit(file.path())?;
        written.push((path, place.real, file));
    }
    for (path, real, file) in written {
        let moved = if force { file.persist(real) } else { file.persist_noclobber(real) };
        moved.map_err(|error| match error.error.kind() {
            io::ErrorKind::AlreadyExists => exists(path),
            _ => unwritable(path, &error.error),
        })?;
    }
    Ok(())
}

/// Files that are written to a folder together: all of them are written near it first.
#[derive(Debug)]
pub(crate) struct Staged {
    folder: PathBuf,
    near: TempDir,
    names: Vec<String>,
}

impl Staged {
    /// Files for a folder, which is made, where it is not there, when they are all written.
    pub(crate) fn new(folder: &Path) -> Result<Self, Finding> {
        let there = folder.ancestors().find(|above| above.is_dir()).filter(|above| !above.as_os_str().is_empty());
        let near = Builder::new().prefix(".baocao-").tempdir_in(there.unwrap_or(Path::new(".")));
        let near = near.map_err(|error| unwritable(folder, &error))?;
        Ok(Self { folder: folder.to_owned(), near, names: Vec::new() })
    }

    /// Writes one more file.
    pub(crate) fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), Finding> {
        let written = fs::File::create_new(self.near.path().join(name)).and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        });
        written.map_err(|error| unwritable(&self.folder.join(name), &error))?;
        self.names.push(name.to_owned());
        Ok(())
    }

    /// Files of the folder that end like these (`.json`) and are none of them: they stay.
    pub(crate) fn others(&self, end: &str) -> Vec<String> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let names =
            entries.filter(|entry| entry.path().is_file()).filter_map(|entry| entry.file_name().into_string().ok());
        let is_other = |name: &String| name.ends_with(end) && !self.names.contains(name);
        let mut others: Vec<String> = names.filter(is_other).collect();
        others.sort_unstable();
        others
    }

    /// Moves all of them to their places. An existing file is only replaced with `force`.
    pub(crate) fn keep(self, force: bool) -> Result<(), Finding> {
        let paths: Vec<PathBuf> = self.names.iter().map(|name| self.folder.join(name)).collect();
        let places: Vec<Place> = paths.iter().map(|path| place(path, force)).collect::<Result<_, _>>()?;
        fs::create_dir_all(&self.folder).map_err(|error| unwritable(&self.folder, &error))?;
        for (name, (path, place)) in self.names.iter().zip(paths.iter().zip(places)) {
            let near = self.near.path().join(name);
            place.fit(&near)?;
            fs::rename(near, place.real).map_err(|error| unwritable(path, &error))?;
        }
        Ok(())
    }
}

/// A folder that is filled near its place and moved there when it is whole.
#[derive(Debug)]
pub(crate) struct NewFolder {
    place: PathBuf,
    near: TempDir,
}

impl NewFolder {
    /// Refused where something is at its place already, an empty folder apart: what is there may hold links that lead
    /// elsewhere. `option` is how another place is named.
    pub(crate) fn new(place: &Path, option: &str) -> Result<Self, Finding> {
        self::folder(place)?;
        let failed = |error: io::Error| unwritable(place, &error);
        let is_empty = |folder: &Path| fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
        if place.symlink_metadata().is_ok() && !is_empty(place) {
            return Err(exists_as_folder(place, option));
        }
        let above = place.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(above).map_err(failed)?;
        let near = Builder::new().prefix(".baocao-").tempdir_in(above).map_err(failed)?;
        let new = Self { place: place.to_owned(), near };
        fs::create_dir(new.path()).map_err(failed)?;
        Ok(new)
    }

    /// Where it is filled.
    pub(crate) fn path(&self) -> PathBuf {
        self.near.path().join("new")
    }

    /// Moves it to its place.
    pub(crate) fn keep(self) -> Result<(), Finding> {
        fs::rename(self.path(), &self.place).map_err(|error| unwritable(&self.place, &error))
    }
}

/// A temporary file in the folder of `path` with the bytes in it.
fn beside(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut builder = Builder::new();
    builder.prefix(".baocao-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Makes the folders that files shall stand in.
pub(crate) fn make_folders<'a>(files: impl Iterator<Item = &'a Path>) -> Result<(), Finding> {
    for folder in files.filter_map(Path::parent) {
        fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))?;
    }
    Ok(())
}

/// A folder that is there already, and not empty.
fn exists_as_folder(path: &Path, option: &str) -> Finding {
    let name = path.display();
    kinds::files::EXISTS
        .finding(msg!("{name} đã có", "{name} exists"))
        .expected(msg!("một thư mục mới hoặc trống", "a new or empty folder"))
        .hint(msg!("chọn thư mục khác bằng {option}", "choose another folder with {option}"))
}

pub(crate) fn exists(path: &Path) -> Finding {
    let name = path.display();
    kinds::files::EXISTS.finding(msg!("tệp {name} đã có", "the file {name} exists")).hint(msg!(
        "thêm --force để thay, hoặc chọn tên khác bằng -o",
        "add --force to replace it, or choose another name with -o"
    ))
}
