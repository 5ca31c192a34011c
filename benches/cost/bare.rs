//! The bare library: a composed document, the layout from its folder, and a PDF out of them.

use std::collections::HashMap;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde_json::json;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

struct Bare {
    definitions: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: FileId,
    files: HashMap<FileId, Bytes>,
}

fn id(name: &str) -> FileId {
    FileId::new(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).expect("a path")))
}

macro_rules! fonts {
    ($($style:literal),*) => {
        [$(include_bytes!(concat!("../../fonts/LiberationSerif-", $style, ".ttf")) as &'static [u8]),*]
    };
}

impl World for Bare {
    fn library(&self) -> &LazyHash<Library> {
        &self.definitions
    }
    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }
    fn main(&self) -> FileId {
        self.main
    }
    fn source(&self, id: FileId) -> FileResult<Source> {
        let text = String::from_utf8(self.file(id)?.to_vec()).map_err(|_| FileError::InvalidUtf8)?;
        Ok(Source::new(id, text))
    }
    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::NotSource)
    }
    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// What the layout reads as `/data.json`, with the report as its only attachment.
pub fn data(document: &impl serde::Serialize) -> String {
    let mut value = serde_json::to_value(document).expect("JSON");
    value["fonts"] = json!(["Liberation Serif"]);
    value["portion"] = json!("whole");
    for none in ["notes_together", "notes_lines", "breaks", "kept_free"] {
        value[none] = json!([]);
    }
    value["attachments"] = json!([
        { "name": "report.json", "path": "/report.json", "mime_type": "application/json", "description": "JSON" }
    ]);
    value.to_string()
}

/// Makes `bare.pdf` of `data.json` and `report.json` in a folder.
#[allow(dead_code, reason = "one benchmark makes one document, the other many")]
pub fn run(folder: &Path) {
    make(folder, &fonts());
}

/// The same for every folder in a folder, on all processors. What the library remembers of documents is kept for so many
/// others after the last one that used it.
#[allow(dead_code, reason = "one benchmark makes one document, the other many")]
pub fn run_many(folder: &Path, kept: usize) {
    let mut folders: Vec<_> =
        std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    folders.sort();
    let (fonts, next) = (fonts(), AtomicUsize::new(0));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, |count| count.get()) {
            let work = || {
                while let Some(folder) = folders.get(next.fetch_add(1, Ordering::Relaxed)) {
                    make(folder, &fonts);
                    comemo::evict(kept);
                }
            };
            thread::Builder::new().stack_size(16 << 20).spawn_scoped(scope, work).expect("a thread");
        }
    });
}

fn fonts() -> Vec<Font> {
    let files = fonts!("Regular", "Bold", "Italic", "BoldItalic");
    files.into_iter().filter_map(|file| Font::new(Bytes::new(file), 0)).collect()
}

fn make(folder: &Path, fonts: &[Font]) {
    let mut files = HashMap::new();
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/layout")).expect("the layout") {
        let file = entry.expect("an entry");
        let name = format!("/{}", file.file_name().to_string_lossy());
        files.insert(id(&name), Bytes::new(std::fs::read(file.path()).expect("a file")));
    }
    for name in ["data.json", "report.json"] {
        files.insert(id(&format!("/{name}")), Bytes::new(std::fs::read(folder.join(name)).expect("the data")));
    }
    let world = Bare {
        definitions: LazyHash::new(
            Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build(),
        ),
        book: LazyHash::new(FontBook::from_fonts(fonts)),
        fonts: fonts.to_vec(),
        main: id("/main.typ"),
        files,
    };
    let document = typst::compile::<PagedDocument>(&world).output.expect("pages");
    let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1]).expect("standards");
    let options = PdfOptions { standards, creator: Smart::Custom(None), ..PdfOptions::default() };
    let bytes = typst_pdf::pdf(&document, &options).expect("a PDF");
    std::fs::write(folder.join("bare.pdf"), bytes).expect("a file");
}
