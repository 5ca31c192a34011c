//! Makes documents one after the other or side by side, as a batch and a worker need them: what was found as a record, what
//! was read with its hash, the document with its hash. Whatever happens to one is told of that one.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use baocao::{Entry, Limits, Office, Shelf, ShelfError, ShelfPath, Standards, files};
use baocao_batch::{Done, Made, Status};
use baocao_check::record::Record;
use baocao_core::diagnostic::{Finding, Severity, caught};
use baocao_core::digest::{Digest, sha256, sha256_of};
use baocao_core::{kinds, msg};
use serde_json::value::to_raw_value;

use super::args::MakingArgs;
use super::render;
use super::roots::{Roots, folder};
use super::settings::AllSettings;

/// Makes documents.
pub(crate) struct Maker {
    office: Office,
    settings: Mutex<AllSettings>,
    roots: Mutex<Roots>,
    standards: Standards,
    strict: bool,
    ground: String,
}

/// A report to make a document of.
pub(crate) struct Job {
    /// What the document is called.
    pub(crate) id: String,
    /// How the user knows the report.
    pub(crate) name: String,
    /// Where it stands: the files beside it are looked for from there.
    pub(crate) path: PathBuf,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

/// What became of it: what is told, and the PDF.
pub(crate) struct Product {
    pub(crate) done: Done,
    pub(crate) pdf: Option<Vec<u8>>,
}

impl Maker {
    /// A maker with an office's templates, fonts and settings; or all that is wrong with them.
    pub(crate) fn new(args: &MakingArgs) -> Result<Self, Vec<Finding>> {
        let settings = AllSettings::new(&args.settings)?;
        let one = |finding| vec![finding];
        let (templates, fonts) = render::parts(&args.office).map_err(one)?;
        let roots = Roots::new(args.office.root.as_deref()).map_err(one)?;
        let mut ground = Digest::default();
        ground.add("version", env!("CARGO_PKG_VERSION").as_bytes());
        templates.files().for_each(|(name, source)| ground.add(name, source.text.as_bytes()));
        fonts.files().for_each(|font| ground.add("font", font));
        let told = (args.pdf_standard.to_string(), args.strict, &args.settings.severity, &args.settings.exempt);
        ground.add("call", format!("{told:?}").as_bytes());
        Ok(Self {
            office: Office::new(templates, fonts, Limits::default()),
            settings: Mutex::new(settings),
            roots: Mutex::new(roots),
            standards: args.pdf_standard.clone(),
            strict: args.strict,
            ground: ground.finish(),
        })
    }

    /// The SHA-256 of all that every document of this maker depends on.
    pub(crate) fn ground(&self) -> &str {
        &self.ground
    }

    /// What a report may be at most, in bytes.
    pub(crate) fn most_bytes(&self) -> usize {
        self.office.limits().report_bytes
    }

    /// Makes a document. A fault of the program is told of it, and harms no other.
    pub(crate) fn make(&self, job: Job) -> Product {
        let start = Instant::now();
        let (id, name) = (job.id.clone(), job.name.clone());
        let made = caught(|| self.checked(job));
        let mut product = made.unwrap_or_else(|finding| failed(&id, &name, &finding));
        product.done.milliseconds = Some(millis(start));
        product
    }

    fn checked(&self, job: Job) -> Product {
        let stand = lock(&self.roots).of(&job.path);
        let setting = lock(&self.settings).of_folder(folder(&job.path));
        let (stand, setting) = match (stand, setting) {
            (Ok(stand), Ok(setting)) => (stand, setting),
            (Err(finding), _) => return failed(&job.id, &job.name, &finding),
            (_, Err(findings)) => return failed_for(&job.id, &job.name, &findings),
        };
        let mut inputs = BTreeMap::from([(job.name.clone(), Some(sha256(&job.bytes)))]);
        inputs.extend(setting.files.clone());
        let watched = Watched { shelf: stand.shelf(), seen: Mutex::default() };
        let report = stand.report_of(&watched, &job.name, job.bytes);
        let baocao::Outcome { value: pdf, review } =
            self.office.document(report, &setting.settings, &self.standards, self.strict);
        let seen = watched.seen.into_inner().unwrap_or_else(PoisonError::into_inner);
        if let Some(path) = seen.iter().find_map(|(path, hash)| (hash_of(stand.shelf(), path) != *hash).then_some(path))
        {
            return failed(&job.id, &job.name, &changed(&stand.shelf().name(path)));
        }
        inputs.extend(seen.into_iter().map(|(path, hash)| (stand.shelf().name(&path), hash)));
        let record = Record::new(&job.name, &review, Severity::Error);
        let document = pdf.as_ref().map(|(pages, pdf)| Made {
            file: None,
            pdf: None,
            sha256: sha256(pdf),
            bytes: pdf.len(),
            pages: *pages,
        });
        let status = if document.is_some() { Status::Made } else { Status::Refused };
        Product { done: done(job.id, status, document, inputs, &record), pdf: pdf.map(|(_, pdf)| pdf) }
    }
}

/// An item of which nothing could be made, and why.
pub(crate) fn failed(id: &str, name: &str, finding: &Finding) -> Product {
    failed_for(id, name, std::slice::from_ref(finding))
}

fn failed_for(id: &str, name: &str, findings: &[Finding]) -> Product {
    let record = Record::unchecked(name, findings, Severity::Error);
    Product { done: done(id.to_owned(), Status::Failed, None, BTreeMap::new(), &record), pdf: None }
}

fn done(
    id: String,
    status: Status,
    document: Option<Made>,
    inputs: BTreeMap<String, Option<String>>,
    record: &Record,
) -> Done {
    // A record is plain data, which can always be written.
    let review = to_raw_value(record).unwrap_or_default();
    Done { id, status, document, inputs, review, milliseconds: None }
}

fn millis(start: Instant) -> u64 {
    u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX)
}

/// What a panic leaves behind is whole: caches of what was read.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// An input that is no more what it was when it was read.
pub(crate) fn changed(name: &str) -> Finding {
    kinds::batch::CHANGED
        .finding(msg!("tệp {name} đã thay đổi trong lúc làm", "the file {name} changed meanwhile"))
        .hint(msg!(
            "chạy lại với --resume khi tệp không còn bị sửa",
            "run it again with --resume when the file is at rest"
        ))
}

/// A shelf that remembers what was read from it.
#[derive(Debug)]
struct Watched<'a> {
    shelf: &'a dyn Shelf,
    /// What was asked for, with its hash; without one where it was not given.
    seen: Mutex<BTreeMap<ShelfPath, Option<String>>>,
}

impl Shelf for Watched<'_> {
    fn read(&self, path: &ShelfPath, most: u64) -> Result<Arc<[u8]>, ShelfError> {
        let read = self.shelf.read(path, most);
        lock(&self.seen).insert(path.clone(), read.as_ref().ok().map(|bytes| sha256(bytes)));
        read
    }

    fn list(&self, folder: &ShelfPath) -> Result<Vec<Entry>, ShelfError> {
        self.shelf.list(folder)
    }

    fn name(&self, path: &ShelfPath) -> String {
        self.shelf.name(path)
    }

    fn root(&self) -> Option<String> {
        self.shelf.root()
    }

    fn below(&self, absolute: &str) -> Option<ShelfPath> {
        self.shelf.below(absolute)
    }
}

/// The hash of a file of a shelf, however large.
fn hash_of(shelf: &dyn Shelf, path: &ShelfPath) -> Option<String> {
    shelf.read(path, u64::MAX).ok().map(|bytes| sha256(&bytes))
}

/// The hash of a file as it is now; nothing where it is not there or cannot be read.
pub(crate) fn hash_of_file(path: &Path) -> Option<String> {
    sha256_of(files::open(path).ok()?).ok()
}
