//! The closed world of the typesetter: layout, fonts, data and images from memory. There are no packages, no network,
//! no file system and no clock in it.

use std::collections::HashMap;
use std::sync::Arc;

use baocao_core::diagnostic;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Features, Library, LibraryExt, World};

use super::Fonts;

/// What is the same for all documents of an office: the typesetter's library, fonts, layout files.
pub(super) struct Ground {
    definitions: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: Option<FileId>,
    sources: HashMap<FileId, Source>,
    origins: HashMap<FileId, Arc<diagnostic::Source>>,
}

impl Ground {
    /// The layout files, by name, and fonts. The first layout file is where documents begin.
    pub(super) fn new<'a>(
        layout: impl IntoIterator<Item = (String, &'a Arc<diagnostic::Source>)>,
        fonts: &Fonts,
    ) -> Self {
        let features: Features = [Feature::A11yExtras].into_iter().collect();
        let mut sources = HashMap::new();
        let mut origins = HashMap::new();
        let mut main = None;
        for (name, origin) in layout {
            let Some(id) = file_id(&name) else { continue };
            main.get_or_insert(id);
            sources.insert(id, Source::new(id, origin.text.clone()));
            origins.insert(id, Arc::clone(origin));
        }
        Self {
            definitions: LazyHash::new(Library::builder().with_features(features).build()),
            book: LazyHash::new(fonts.book()),
            fonts: fonts.fonts.clone(),
            main,
            sources,
            origins,
        }
    }
}

/// Everything that a document may read.
pub(super) struct ClosedWorld {
    ground: Arc<Ground>,
    main: FileId,
    files: HashMap<FileId, Bytes>,
}

impl ClosedWorld {
    /// A world of a ground and data files, by name; nothing where there is no layout.
    pub(super) fn new(ground: &Arc<Ground>, files: Vec<(String, Bytes)>) -> Option<Self> {
        let files = files.into_iter().filter_map(|(name, bytes)| Some((file_id(&name)?, bytes))).collect();
        Some(Self { ground: Arc::clone(ground), main: ground.main?, files })
    }

    /// The layout file that a typesetter's message is about.
    pub(super) fn origin(&self, id: FileId) -> Option<&Arc<diagnostic::Source>> {
        self.ground.origins.get(&id)
    }
}

/// The id of a name. Ids are never freed, so names are few and always the same.
fn file_id(name: &str) -> Option<FileId> {
    Some(FileId::new(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?)))
}

impl World for ClosedWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.ground.definitions
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.ground.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.ground.sources.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.ground.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}
