//! The folder of results: documents, and below `.baocao` what a run writes down, its lock and what is not yet whole. Nothing
//! that is half written is ever seen outside of that.

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io::{self, BufRead, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use baocao::files;
use baocao_batch::{Begun, Done, Entry, Known, Run, Shard};
use baocao_core::diagnostic::{Finding, unreadable, unwritable, unwritable_for};
use baocao_core::{kinds, msg};
use cap_std::fs::OpenOptions;

use crate::cli::maker::{hash_of_file, lock};
use crate::cli::output;

/// Where a run keeps what is its own.
const STATE: &str = ".baocao";
const JOURNAL: &str = "journal.ndjson";

/// The files of a run itself: their names and endings.
pub(super) const MANIFEST: (&str, &str) = ("manifest", "ndjson");
pub(super) const SUMMARY: (&str, &str) = ("summary", "html");

/// What a run does about those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// There must be none.
    New,
    /// Goes on with it.
    Resume,
    /// Begins again, and replaces what is there.
    Force,
}

/// The folder of results of a run.
pub(super) struct Store {
    folder: PathBuf,
    state: PathBuf,
    part: Option<Shard>,
    mode: Mode,
    known: Known,
    /// The documents of the runs before.
    before: Vec<String>,
    journal: Mutex<Journal>,
    files: AtomicUsize,
    /// Held as long as the run goes on; the system lets go of it whatever ends the run.
    _lock: File,
}

struct Journal {
    file: File,
    end: u64,
}

/// Where the line of an item stands in the journal: its first byte, and its bytes.
pub(super) type Line = (u64, usize);

/// Why a document was not put into its place.
pub(super) enum Unput {
    /// A file is there that is not this document.
    Taken(Finding),
    /// The folder cannot be written: no other document can be put there either.
    Broken(Finding),
}

impl Store {
    /// Opens or makes the folder of results; refused where another run is at work there, or one was before that is not to be
    /// gone on with.
    pub(super) fn open(folder: &Path, part: Option<Shard>, mode: Mode) -> Result<Self, Finding> {
        let state = part.map_or_else(|| folder.join(STATE), |part| folder.join(STATE).join(part.to_string()));
        let failed = |error: io::Error| unwritable(folder, &error);
        let path = state.join(JOURNAL);
        if mode == Mode::Resume && !path.exists() {
            return Err(never_ran(folder));
        }
        let own = [MANIFEST, SUMMARY].map(|file| folder.join(own_name(file, part)));
        if let Some(own) = own.iter().find(|own| mode == Mode::New && !path.exists() && own.exists()) {
            return Err(not_of_a_run(own));
        }
        fs::create_dir_all(&state).map_err(failed)?;
        let own_file = |name| {
            let opened =
                files::own(&state, name, OpenOptions::new().create(true).truncate(false).read(true).write(true));
            let opened = opened.and_then(|file| file.ok_or_else(|| io::ErrorKind::NotFound.into()));
            opened.map_err(|error| unwritable_for(&state.join(name), &error.reason()))
        };
        let locked = own_file("lock")?;
        match locked.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(at_work(folder)),
            Err(TryLockError::Error(error)) => return Err(failed(error)),
        }
        if mode == Mode::New && path.exists() {
            return Err(ran_before(folder));
        }
        // What a run that was cut short left here is of no use to anybody.
        let new = state.join("new");
        if new.exists() {
            fs::remove_dir_all(&new).map_err(failed)?;
        }
        fs::create_dir(&new).map_err(failed)?;
        let file = own_file(JOURNAL)?;
        let (known, end) = read_journal(&file).map_err(|error| unreadable(&path, &error))?;
        let before = known.documents().map(str::to_owned).collect();
        let (known, end) = if mode == Mode::Resume { (known, end) } else { (Known::default(), 0) };
        // Half a line at the end would make another of the next one.
        file.set_len(end).map_err(failed)?;
        let journal = Mutex::new(Journal { file, end });
        let folder = folder.to_owned();
        Ok(Self { folder, state, part, mode, known, before, journal, files: AtomicUsize::new(0), _lock: locked })
    }

    /// What is known of the runs before.
    pub(super) fn known(&self) -> &Known {
        &self.known
    }

    /// Documents of the runs before that are still there and are none of these.
    pub(super) fn left_over(&self, ids: &BTreeSet<&str>) -> Vec<PathBuf> {
        let others = self.before.iter().filter(|id| !ids.contains(id.as_str()));
        others.map(|id| self.folder.join(id)).filter(|path| path.is_file()).collect()
    }

    /// The file of the run itself in whose place a document would be put, if any.
    pub(super) fn own_file(&self, id: &str) -> Option<String> {
        let first = id.split('/').next().unwrap_or_default();
        [MANIFEST, SUMMARY]
            .map(|file| own_name(file, self.part))
            .into_iter()
            .find(|own| own.eq_ignore_ascii_case(first))
    }

    /// The journal, for findings.
    pub(super) fn journal_path(&self) -> PathBuf {
        self.state.join(JOURNAL)
    }

    /// A file for what is not yet whole, or only of use to this run.
    pub(super) fn new_file(&self) -> PathBuf {
        let number = self.files.fetch_add(1, Ordering::Relaxed);
        self.state.join("new").join(number.to_string())
    }

    /// Whether a document may be put into its place: it is free, or holds what a run before put there.
    pub(super) fn may_be_put(&self, id: &str) -> Result<(), Finding> {
        let path = self.folder.join(id);
        let is_known = || {
            let known = self.known.item(id).and_then(|item| item.sha256.as_ref());
            known.is_some() && hash_of_file(&path).as_ref() == known
        };
        output::may_be_written(&path, self.mode == Mode::Force || self.known.is_open(id) || is_known())
    }

    /// Whether the document that a run before made is still there, as it was made.
    pub(super) fn has(&self, id: &str, hash: &str) -> bool {
        hash_of_file(&self.folder.join(id)).as_deref() == Some(hash)
    }

    /// Writes down that a run begins.
    pub(super) fn run(&self, ground: &str) -> Result<(), Finding> {
        let run = Run { version: env!("CARGO_PKG_VERSION").to_owned(), ground: ground.to_owned() };
        self.append(&Entry::Run(run), true).map(drop)
    }

    /// Writes down that an item is begun.
    pub(super) fn begin(&self, id: &str) -> Result<(), Finding> {
        self.append(&Entry::Begun(Begun { id: id.to_owned() }), false).map(drop)
    }

    /// Writes down what became of an item, and makes sure that it stays written; where its line stands.
    pub(super) fn done(&self, done: Done) -> Result<Line, Finding> {
        self.append(&Entry::Done(done), true)
    }

    fn append(&self, entry: &Entry, sync: bool) -> Result<Line, Finding> {
        let line = entry.line();
        let mut journal = lock(&self.journal);
        let start = journal.end;
        let written = journal.file.seek(SeekFrom::Start(start)).and_then(|_| {
            journal.file.write_all(&line)?;
            if sync { journal.file.sync_data() } else { Ok(()) }
        });
        written.map_err(|error| unwritable(&self.journal_path(), &error))?;
        journal.end += line.len() as u64;
        Ok((start, line.len()))
    }

    /// What became of an item, from its line.
    pub(super) fn line(&self, (start, bytes): Line) -> Result<Done, Finding> {
        let mut line = vec![0; bytes];
        let mut journal = lock(&self.journal);
        let read = journal.file.seek(SeekFrom::Start(start)).and_then(|_| journal.file.read_exact(&mut line));
        let failed = |error: io::Error| unreadable(&self.journal_path(), &error);
        read.map_err(failed)?;
        match serde_json::from_slice(&line) {
            Ok(Entry::Done(done)) => Ok(done),
            _ => Err(failed(io::ErrorKind::InvalidData.into())),
        }
    }

    /// Writes a document to a file that is not yet its own, and makes sure that it stays written.
    pub(super) fn stage(&self, pdf: &[u8]) -> Result<PathBuf, Finding> {
        let staged = self.new_file();
        let written = File::create(&staged).and_then(|mut file| {
            file.write_all(pdf)?;
            file.sync_all()
        });
        written.map_err(|error| {
            // The disk may be full: half of a document shall not keep its room.
            let _ = fs::remove_file(&staged);
            unwritable(&self.folder, &error)
        })?;
        Ok(staged)
    }

    /// Moves a document that is wholly written to its place.
    pub(super) fn put(&self, staged: &Path, id: &str, hash: &str) -> Result<(), Unput> {
        if let Err(finding) = self.may_be_put(id)
            && !self.has(id, hash)
        {
            return Err(Unput::Taken(finding));
        }
        let place = self.folder.join(id);
        let moved = place.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::rename(staged, &place));
        moved.map_err(|error| Unput::Broken(unwritable(&place, &error)))
    }

    /// Writes a file of the run itself, such as its manifest, whole or not at all.
    pub(super) fn write(
        &self,
        file: (&str, &str),
        write: impl FnOnce(&mut dyn Write) -> Result<(), Finding>,
    ) -> Result<PathBuf, Finding> {
        let (staged, place) = (self.new_file(), self.folder.join(own_name(file, self.part)));
        let failed = |error: io::Error| unwritable(&place, &error);
        output::may_be_written(&place, true)?;
        let mut file = BufWriter::new(File::create(&staged).map_err(failed)?);
        write(&mut file)?;
        let file = file.into_inner().map_err(|error| failed(error.into_error()))?;
        file.sync_all().map_err(failed)?;
        fs::rename(&staged, &place).map_err(failed)?;
        Ok(place)
    }
}

/// What a file of a run is called; parts of one run have files of their own.
fn own_name((name, ending): (&str, &str), part: Option<Shard>) -> String {
    let part = part.map(|part| format!("-{part}")).unwrap_or_default();
    format!("{name}{part}.{ending}")
}

/// What a journal knows, and where its last whole line ends.
fn read_journal(file: &File) -> io::Result<(Known, u64)> {
    let (mut known, mut end) = (Known::default(), 0);
    let mut file = BufReader::new(file);
    loop {
        let mut line = Vec::new();
        let read = file.read_until(b'\n', &mut line)?;
        if read == 0 {
            return Ok((known, end));
        }
        known.add(end, &line);
        if line.ends_with(b"\n") {
            end += read as u64;
        }
    }
}

fn at_work(folder: &Path) -> Finding {
    let name = folder.display();
    kinds::batch::AT_WORK
        .finding(msg!("một lần chạy khác đang ghi vào {name}", "another run is writing to {name}"))
        .hint(msg!("chờ lần ấy xong, hoặc chọn thư mục khác bằng -d", "wait for it, or choose another folder with -d"))
}

fn ran_before(folder: &Path) -> Finding {
    let name = folder.display();
    kinds::batch::RAN_BEFORE
        .finding(msg!("{name} đã có kết quả của lần chạy trước", "{name} holds what an earlier run made"))
        .hint(msg!(
            "--resume để làm tiếp, --force để làm lại từ đầu, hoặc chọn thư mục khác bằng -d",
            "--resume goes on with it, --force begins again; or choose another folder with -d"
        ))
}

fn not_of_a_run(own: &Path) -> Finding {
    let name = own.display();
    kinds::batch::TAKEN
        .finding(msg!(
            "{name} đã có và không phải tệp của lần chạy nào",
            "{name} is there and is not the file of any run"
        ))
        .hint(msg!(
            "chọn thư mục khác bằng -d; chắc chắn thì --force để thay",
            "choose another folder with -d; --force replaces it"
        ))
}

fn never_ran(folder: &Path) -> Finding {
    let name = folder.display();
    kinds::batch::NEVER_RAN
        .finding(msg!("{name} không có lần chạy nào để làm tiếp", "there is no run in {name} to go on with"))
        .hint(msg!("bỏ --resume, hoặc sửa lại thư mục sau -d", "leave out --resume, or mend the folder after -d"))
}
