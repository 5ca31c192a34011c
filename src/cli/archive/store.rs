//! The folder of an archive: the register, its head, packages, and below `.baocao` the lock and what is not yet whole.
//!
//! A document is entered in steps, each of which may be the last one before the power fails: the package is written
//! where nobody looks; its line is written down as begun, and from then on the entry counts; the package is moved to
//! its place, the line put behind the register, the head replaced; what was begun is forgotten. Whoever opens the
//! archive next goes on where the steps ended.

use std::fs::{self, File, TryLockError};
use std::io::{self, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use baocao_archive::{Chain, Files, Flaw, Head, Line, Lines, MOST_LINE_BYTES, Step, no_file};
use baocao_core::diagnostic::{Finding, unreadable, unwritable};
use baocao_core::digest::sha256;
use baocao_core::{kinds, msg};
use cap_std::fs::OpenOptions;

use super::folder::{Folder, bytes, regular};
use crate::cli::output;

/// The files of an archive.
pub(super) const REGISTER: &str = "register.ndjson";
pub(super) const HEAD: &str = "head.json";
pub(super) const PACKAGES: &str = "packages";

/// Where an archive keeps what is its own.
const STATE: &str = ".baocao";

/// What is there: the lock; the line of the entry that is begun; a package and a file that are being written.
const LOCK: &str = ".baocao/lock";
const BEGUN: &str = ".baocao/begun.json";
const NEW: &str = ".baocao/new";
const WHOLE: &str = ".baocao/whole";
const STATES: [&str; 4] = [LOCK, BEGUN, NEW, WHOLE];

/// So long is waited for another process.
const PATIENCE: Duration = Duration::from_secs(60);

/// An archive that is open.
pub(super) struct Store {
    folder: PathBuf,
    /// Held as long as the archive is open; the system lets go of it whatever ends the program.
    lock: Option<File>,
    /// Whether an entry that was cut short was made whole.
    recovered: bool,
}

/// How the lock is held.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hold {
    Shared,
    Alone,
}

impl Store {
    /// Opens an archive to enter documents, and makes it where there is none.
    pub(super) fn for_entry(folder: &Path) -> Result<Self, Finding> {
        let mut entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let is_own = folder.join(STATE).is_dir() || is_there(&folder.join(REGISTER));
        if !is_own && entries.next().is_some() {
            return Err(not_an_archive(folder)
                .hint(msg!("chọn một thư mục mới hoặc để trống", "choose a new folder, or an empty one")));
        }
        let failed = |error: io::Error| unwritable(folder, &error);
        fs::create_dir_all(folder.join(STATE)).map_err(failed)?;
        // What a link leads to is not written.
        for own in [STATE, PACKAGES].map(|own| folder.join(own)) {
            if fs::symlink_metadata(&own).is_ok_and(|metadata| !metadata.is_dir()) {
                return Err(failed(io::ErrorKind::NotADirectory.into()));
            }
        }
        let lock = regular(folder, LOCK, OpenOptions::new().create(true).truncate(false).write(true))?;
        let lock = lock.ok_or_else(|| failed(io::ErrorKind::NotFound.into()))?;
        let mut store = Self { folder: folder.to_owned(), lock: Some(lock), recovered: false };
        store.hold(Hold::Alone)?;
        store.recover()?;
        Ok(store)
    }

    /// Opens an archive to look at it. Nothing is written, unless an entry was cut short.
    pub(super) fn open(folder: &Path) -> Result<Self, Finding> {
        // Of a copy that cannot be read so far there is no lock, and nobody writes.
        let lock = match regular(folder, LOCK, OpenOptions::new().read(true)) {
            Err(finding) if finding.id == kinds::archive::NO_FILE.id => return Err(finding),
            lock => lock.ok().flatten(),
        };
        let mut store = Self { folder: folder.to_owned(), lock, recovered: false };
        store.hold(Hold::Shared)?;
        if is_there(&store.path(BEGUN)) {
            store.hold(Hold::Alone)?;
            store.recover()?;
            store.hold(Hold::Shared)?;
        }
        // Where only the register is gone the others tell so.
        let is_own = [REGISTER, HEAD].into_iter().any(|own| is_there(&folder.join(own)));
        if is_own { Ok(store) } else { Err(not_an_archive(folder)) }
    }

    /// Lets go of the archive: others may write to it.
    pub(super) fn release(&mut self) {
        self.lock = None;
    }

    /// Whether an entry that was cut short was made whole.
    pub(super) fn recovered(&self) -> Option<Finding> {
        let name = self.folder.display();
        self.recovered.then(|| {
            kinds::archive::RECOVERED.finding(msg!(
                "{name}: lần ghi trước bị ngắt, đã làm cho trọn",
                "{name}: an earlier entry was cut short and was made whole"
            ))
        })
    }

    /// A file of the archive.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn failed(&self) -> impl Fn(io::Error) -> Finding + '_ {
        |error| unwritable(&self.folder, &error)
    }

    /// Takes the lock, and waits for others with patience. Where there is none, as on a copy that only can be read,
    /// nobody writes.
    fn hold(&self, hold: Hold) -> Result<(), Finding> {
        let Some(lock) = &self.lock else { return Ok(()) };
        let _ = lock.unlock();
        let start = Instant::now();
        loop {
            let taken = if hold == Hold::Alone { lock.try_lock() } else { lock.try_lock_shared() };
            match taken {
                Ok(()) => return Ok(()),
                Err(TryLockError::Error(error)) => return Err(self.failed()(error)),
                Err(TryLockError::WouldBlock) if start.elapsed() < PATIENCE => thread::sleep(Duration::from_millis(5)),
                Err(TryLockError::WouldBlock) => {
                    let name = self.folder.display();
                    return Err(kinds::archive::AT_WORK
                        .finding(msg!("tiến trình khác đang ghi vào {name}", "another process writes to {name}"))
                        .hint(msg!("chạy lại sau", "run it again later")));
                }
            }
        }
    }

    /// The lines of the register; of one that is not there, none.
    pub(super) fn lines(&self) -> Result<Lines<Box<dyn io::BufRead>>, Finding> {
        let reader: Box<dyn io::BufRead> = match regular(&self.folder, REGISTER, OpenOptions::new().read(true))? {
            // What is put behind it meanwhile is not looked at.
            Some(file) => match file.metadata() {
                Ok(metadata) => Box::new(BufReader::new(file.take(metadata.len()))),
                Err(error) => return Err(unreadable(&self.path(REGISTER), &error)),
            },
            None => Box::new(io::empty()),
        };
        Ok(Lines::new(reader, REGISTER))
    }

    /// One more line.
    pub(super) fn step<R: io::BufRead>(&self, lines: &mut Lines<R>) -> Result<Option<Step>, Finding> {
        lines.step().map_err(|error| unreadable(&self.path(REGISTER), &error))
    }

    /// The head; nothing where there is none, a finding where it cannot be read.
    pub(super) fn head(&self) -> Result<Option<Head>, Finding> {
        let bytes = bytes(&self.folder, HEAD, MOST_LINE_BYTES)?;
        bytes.map(|bytes| parsed_head(&bytes, HEAD)).transpose()
    }

    /// What is in the folder and no part of an archive.
    pub(super) fn strangers(&self) -> Result<Vec<Finding>, Finding> {
        let failed = |error| unreadable(&self.folder, &error);
        let folder = Folder::open(&self.folder).map_err(failed)?;
        let mut findings = Vec::new();
        for (name, is_folder) in folder.entries().map_err(failed)? {
            match name.as_str() {
                REGISTER | HEAD => {}
                STATE | PACKAGES if !is_folder => findings.push(no_file(&name)),
                STATE => {
                    let own = folder.below(STATE).and_then(|state| state.entries()).map_err(failed)?;
                    let strange = own.into_iter().map(|(name, _)| format!("{STATE}/{name}"));
                    findings
                        .extend(strange.filter(|name| !STATES.contains(&name.as_str())).map(|name| stranger(&name)));
                }
                PACKAGES => {}
                _ => findings.push(stranger(&name)),
            }
        }
        Ok(findings)
    }

    /// Enters a document: its line, the files of its package and the SHA-256 of their manifest. All that is wrong with the
    /// register is told instead.
    pub(super) fn enter(
        &self,
        line: Line,
        files: impl FnOnce(&Line) -> Result<(Files, String), Finding>,
    ) -> Result<Line, Vec<Finding>> {
        let one = |finding| vec![finding];
        let chain = self.free(&line)?;
        let (files, manifest) = files(&line).map_err(one)?;
        let line = chain.follow(Line { manifest, ..line });
        if line.to_json().len() > MOST_LINE_BYTES {
            return Err(vec![kinds::archive::FIELD_TOO_LONG.error(msg!(
                "thông tin của văn bản quá dài để vào sổ",
                "the metadata are too long for a line of the register"
            ))]);
        }
        self.stage(&line.package, &files).map_err(self.failed()).map_err(one)?;
        self.write_whole(&self.path(BEGUN), &line.to_json()).map_err(self.failed()).map_err(one)?;
        self.go_on(&line, &chain).map_err(self.failed()).map_err(one)?;
        Ok(line)
    }

    /// What the register comes to, where it is whole and has no document with the number of this one.
    fn free(&self, line: &Line) -> Result<Chain, Vec<Finding>> {
        let one = |finding| vec![finding];
        let mut findings = Vec::new();
        let mut lines = self.lines().map_err(one)?;
        while let Some(step) = self.step(&mut lines).map_err(one)? {
            findings.extend(step.finding);
            let Some(known) = step.line else { continue };
            if known.has_number_of(line) || known.package == line.package {
                return Err(vec![number_twice(line, &known)]);
            }
            if !known.document.is_empty() && known.document == line.document {
                return Err(vec![document_twice(&known)]);
            }
        }
        findings.extend(self.against_head(lines.chain()).err());
        findings.extend(self.unknown(lines.chain()));
        if !findings.is_empty() {
            let name = self.folder.display();
            findings.push(kinds::archive::HEAD_DIFFERS.finding(msg!(
                "không ghi thêm vào sổ đã hỏng: xem `baocao archive verify {name}`",
                "nothing is entered into a register that is broken: see `baocao archive verify {name}`"
            )));
            return Err(findings);
        }
        if fs::symlink_metadata(self.path(PACKAGES).join(&line.package)).is_ok() {
            let id = &line.package;
            return Err(vec![kinds::archive::PACKAGE_ADDED.finding(msg!(
                "gói {PACKAGES}/{id} đã có mà sổ không có dòng nào",
                "the package {PACKAGES}/{id} is there and the register has no line of it"
            ))]);
        }
        Ok(lines.chain().clone())
    }

    /// Packages besides those of the register: who takes lines away with the head leaves them behind.
    fn unknown(&self, chain: &Chain) -> Option<Finding> {
        let there = fs::read_dir(self.path(PACKAGES)).into_iter().flatten().count();
        let count = chain.count;
        (u64::try_from(there).unwrap_or(u64::MAX) > count).then(|| {
            kinds::archive::PACKAGE_ADDED.finding(msg!(
                "{PACKAGES} có {there} gói mà {REGISTER} chỉ có {count} dòng",
                "{PACKAGES} has {there} packages, and {REGISTER} has {count} lines only"
            ))
        })
    }

    /// Holds what the register comes to against its head.
    pub(super) fn against_head(&self, chain: &Chain) -> Result<(), Finding> {
        let has_packages = fs::read_dir(self.path(PACKAGES)).is_ok_and(|mut entries| entries.next().is_some());
        match self.head()? {
            None if chain.count == 0 && !has_packages => Ok(()),
            None => Err(kinds::archive::HEAD_DIFFERS.finding(msg!("{HEAD} không còn", "{HEAD} is gone"))),
            Some(head) if head.count > chain.count => Err(cut(&head, chain)),
            Some(head) if head != chain.head() => Err(other_head(HEAD, &head, chain)),
            Some(_) => Ok(()),
        }
    }

    /// Writes a package where nobody looks, and makes sure that it stays written.
    fn stage(&self, id: &str, files: &Files) -> io::Result<()> {
        let new = self.path(NEW);
        // What an entry that was cut short left here is of no use to anybody.
        if new.exists() {
            fs::remove_dir_all(&new)?;
        }
        let folder = new.join(id);
        let mut folders = vec![folder.clone()];
        fs::create_dir_all(&folder)?;
        for (path, bytes) in files {
            let path = folder.join(path);
            if let Some(above) = path.parent().filter(|above| !above.exists()) {
                fs::create_dir_all(above)?;
                folders.push(above.to_owned());
            }
            let mut file = File::create_new(&path)?;
            file.write_all(bytes)?;
            file.sync_all()?;
        }
        folders.push(new);
        folders.iter().try_for_each(|folder| sync_folder(folder))
    }

    /// Writes a file whole or not at all, and makes sure that it stays written.
    fn write_whole(&self, place: &Path, bytes: &[u8]) -> io::Result<()> {
        let near = self.path(WHOLE);
        if fs::symlink_metadata(&near).is_ok() {
            fs::remove_file(&near)?;
        }
        let mut file = File::create_new(&near)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&near, place)?;
        sync_folder(place.parent().unwrap_or(place))
    }

    /// The steps after an entry was begun. Each is left out where it was done before.
    fn go_on(&self, line: &Line, chain: &Chain) -> io::Result<()> {
        let (staged, place) = (self.path(NEW).join(&line.package), self.path(PACKAGES).join(&line.package));
        if !place.exists() {
            fs::create_dir_all(self.path(PACKAGES))?;
            fs::rename(&staged, &place)?;
            sync_folder(&self.path(PACKAGES))?;
        }
        let mut after = chain.clone();
        if chain.count < line.sequence {
            let json = line.to_json();
            let mut file = fs::OpenOptions::new().create(true).append(true).open(self.path(REGISTER))?;
            file.write_all(&[&json[..], b"\n"].concat())?;
            file.sync_all()?;
            after.add(&json);
        }
        self.write_whole(&self.path(HEAD), &after.head().to_json())?;
        fs::remove_file(self.path(BEGUN))?;
        sync_folder(&self.folder.join(STATE))
    }

    /// Goes on with an entry that was begun and not done.
    fn recover(&mut self) -> Result<(), Finding> {
        let Some(bytes) = bytes(&self.folder, BEGUN, MOST_LINE_BYTES)? else { return Ok(()) };
        let broken = |_| unreadable(&self.path(BEGUN), &io::ErrorKind::InvalidData.into());
        let line: Line = serde_json::from_slice(&bytes).map_err(broken)?;
        let (mut lines, mut is_torn) = (self.lines()?, false);
        while let Some(step) = self.step(&mut lines)? {
            is_torn = step.flaw == Some(Flaw::Torn);
        }
        let chain = lines.chain().clone();
        let is_next = chain.count + 1 == line.sequence && chain.last == line.previous;
        let is_there = chain.count == line.sequence && chain.last == sha256(&line.to_json());
        if !is_next && !is_there {
            return Err(kinds::archive::CHAIN_BROKEN.finding(msg!(
                "{REGISTER} đã bị đổi trong lúc một lần ghi bị ngắt",
                "{REGISTER} was changed while an entry was cut short"
            )));
        }
        if is_torn {
            let file = regular(&self.folder, REGISTER, OpenOptions::new().write(true))?;
            file.map_or(Ok(()), |file| file.set_len(lines.end())).map_err(self.failed())?;
        }
        self.go_on(&line, &chain).map_err(self.failed())?;
        self.recovered = true;
        Ok(())
    }
}

/// The head that a file has which was kept elsewhere.
pub(super) fn read_head(path: &Path) -> Result<Head, Finding> {
    parsed_head(&output::read_small(path, MOST_LINE_BYTES)?, &path.display().to_string())
}

fn parsed_head(bytes: &[u8], name: &str) -> Result<Head, Finding> {
    Head::parse(bytes).ok_or_else(|| {
        kinds::archive::HEAD_DIFFERS.finding(msg!("{name} không phải đầu sổ", "{name} is not the head of a register"))
    })
}

/// Whether anything has this name, be it a link that leads nowhere.
fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

fn stranger(name: &str) -> Finding {
    let shown: String = name.escape_debug().collect();
    kinds::archive::FILE_ADDED.finding(msg!(
        "{shown} nằm trong thư mục của kho mà không phải của kho",
        "{shown} is in the folder of the archive and no part of it"
    ))
}

/// Makes sure that names in a folder stay.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// A register that is shorter than a head says.
pub(super) fn cut(head: &Head, chain: &Chain) -> Finding {
    let (found, expected) = (chain.count, head.count);
    kinds::archive::REGISTER_CUT
        .finding(msg!("{REGISTER} bị cắt", "{REGISTER} was cut off"))
        .found(format!("{found}"))
        .expected(msg!("{expected} dòng", "{expected} lines"))
}

/// A head that does not fit.
pub(super) fn other_head(name: &str, head: &Head, chain: &Chain) -> Finding {
    let (count, lines) = (head.count, chain.count);
    kinds::archive::HEAD_DIFFERS.finding(msg!(
        "{name} ({count} dòng) không khớp với {REGISTER} ({lines} dòng)",
        "{name} ({count} lines) does not fit {REGISTER} ({lines} lines)"
    ))
}

fn not_an_archive(folder: &Path) -> Finding {
    let name = folder.display();
    kinds::archive::NOT_AN_ARCHIVE.finding(msg!("{name} không phải kho lưu trữ", "{name} is not an archive"))
}

fn number_twice(line: &Line, known: &Line) -> Finding {
    let (symbol, year, other) = (&line.symbol, line.year, &known.symbol);
    let (id, date) = (&known.package, known.date.format("%d/%m/%Y"));
    kinds::archive::NUMBER_TWICE
        .finding(msg!("số {symbol} năm {year} đã có trong kho", "the number {symbol} of {year} is in the archive"))
        .found(format!("{other} ({date}): {id}"))
        .hint(msg!(
            "xem văn bản kia bằng `baocao archive show {id}`; số thuộc loạt khác thì nêu --series",
            "see the other one with `baocao archive show {id}`; name another series with --series"
        ))
}

fn document_twice(known: &Line) -> Finding {
    let (symbol, id, date) = (&known.symbol, &known.package, known.date.format("%d/%m/%Y"));
    kinds::archive::DOCUMENT_TWICE
        .finding(msg!("chính tệp này đã có trong kho", "this very file is in the archive"))
        .found(format!("{symbol} ({date}): {id}"))
        .hint(msg!("xem `baocao archive show {id}`", "see `baocao archive show {id}`"))
}
