//! A file, and what it shows up to the end of one of its revisions.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::ops::Range;
use std::rc::Rc;

use foldhash::fast::RandomState;

use super::filters::{Filter, unpacked};
use super::xref::{Entry, Section, section};
use super::{Broken, Dict, Id, Lexer, MOST_SECTIONS, MOST_UNPACKED_TOGETHER, MOST_WORK, Object, Stream, What};

/// What it costs to look for an object, and to hold one, where to read a byte is one.
const LOOK: usize = 16;
const OBJECT: usize = 100;

/// Where an object stands: what stands at the same place is the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Spot {
    /// At a byte of the file.
    At(usize),
    /// In the object stream whose data begin at a byte, so far from the first.
    In(usize, usize),
}

/// The objects of an object stream: where they begin in its data.
#[derive(Debug)]
struct Pack {
    data: Vec<u8>,
    /// The number of each, and its place.
    places: Vec<(u64, usize)>,
}

impl Pack {
    /// Where an object begins: the table says which of them it is, and it must be of that number.
    fn place(&self, id: Id, index: usize) -> Option<usize> {
        let (number, place) = self.places.get(index)?;
        (*number == u64::from(id.number)).then_some(*place)
    }
}

/// Objects by their numbers or places, and sets of them: every reference of a file is looked up, several times.
pub type Map<K, V> = HashMap<K, V, RandomState>;
/// See [`Map`].
pub type Set<T> = HashSet<T, RandomState>;

/// What was read once, or could not be.
type Read<T> = Result<Rc<T>, Broken>;

/// The bytes of a file, and what was read of them so far.
#[derive(Debug)]
pub struct File<'a> {
    /// The bytes.
    pub bytes: &'a [u8],
    sections: RefCell<Map<usize, Read<Section>>>,
    objects: RefCell<Map<(Spot, Id), Read<Object>>>,
    packs: RefCell<Map<Range<usize>, Read<Pack>>>,
    /// The streams that hold other objects, by where they stand.
    holders: RefCell<Map<usize, Read<Object>>>,
    /// Bytes that may still be unpacked.
    room: Cell<usize>,
    /// What may still be done; see [`File::spend`].
    work: Cell<u64>,
    /// The first table or object stream that says two things of one number.
    says_two: Cell<Option<usize>>,
}

impl<'a> File<'a> {
    /// A file. Nothing is read yet but its first line.
    pub fn new(bytes: &'a [u8]) -> Result<Self, Broken> {
        if bytes.len() > super::MOST_BYTES {
            return Err(What::TooMuch.at(0));
        }
        if !bytes.starts_with(b"%PDF-") {
            return Err(What::NoHeader.at(0));
        }
        let (room, work) = (Cell::new(MOST_UNPACKED_TOGETHER), Cell::new(MOST_WORK));
        let (sections, objects) = (RefCell::default(), RefCell::default());
        let (packs, holders) = (RefCell::default(), RefCell::default());
        Ok(Self { bytes, sections, objects, packs, holders, room, work, says_two: Cell::new(None) })
    }

    /// A file that begins as another one does: what was read of that is known of it.
    pub fn behind<'b>(&self, bytes: &'b [u8]) -> Result<File<'b>, Broken> {
        let file = File::new(bytes)?;
        if bytes.starts_with(self.bytes) {
            take_read(&self.sections, &file.sections);
            take_read(&self.objects, &file.objects);
            take_read(&self.packs, &file.packs);
            take_read(&self.holders, &file.holders);
            file.says_two.set(self.says_two.get());
        }
        Ok(file)
    }

    /// Notes what was done, where to read a byte is one; false if too much was done already. Without that a small
    /// file could keep its reader busy for hours.
    pub fn spend(&self, work: usize) -> bool {
        let left = u64::try_from(work).ok().and_then(|work| self.work.get().checked_sub(work));
        self.work.set(left.unwrap_or(0));
        left.is_some()
    }

    /// Notes that there is more than is looked at: what was not looked at is never well.
    pub fn give_up(&self) {
        self.work.set(0);
    }

    /// Where a table or an object stream, of those that were read so far, says two things: programs that take the first show
    /// another document than those that take the last.
    pub fn says_two(&self) -> Option<Broken> {
        self.says_two.get().map(|at| What::Twice.at(at))
    }

    /// Whether too much was done, so that not all was looked at.
    pub fn is_spent(&self) -> bool {
        self.work.get() == 0
    }

    /// Reads at a byte, and notes how far that went.
    fn read<'b, T>(
        &self,
        bytes: &'b [u8],
        at: usize,
        read: impl FnOnce(&mut Lexer<'b>) -> Result<T, Broken>,
    ) -> Result<T, Broken> {
        let mut lexer = Lexer::new(bytes, at);
        let found = read(&mut lexer);
        let done = lexer.at.saturating_sub(at) + lexer.made.saturating_mul(OBJECT);
        if self.spend(done) { found } else { Err(What::TooMuch.at(at)) }
    }

    /// What the file shows up to a byte, at which a revision ends.
    pub fn view(&self, end: usize) -> Result<View<'_, 'a>, Broken> {
        let start = table_of(self.bytes.get(..end).ok_or(What::NoEnd.at(end))?)?;
        Ok(View { end, ..self.view_at(start)? })
    }

    /// What the table at a byte and those before it show.
    pub fn view_at(&self, start: usize) -> Result<View<'_, 'a>, Broken> {
        let (mut entries, mut tables) = (Map::default(), Vec::new());
        let mut take = |section: &Section| {
            for (number, entry) in &section.entries {
                entries.entry(*number).or_insert(*entry);
            }
        };
        let (mut next, mut trailer) = (Some(start), None);
        let mut seen = Set::default();
        while let Some(at) = next {
            if tables.len() >= MOST_SECTIONS || !seen.insert(at) {
                return Err(What::EndlessTables.at(at));
            }
            tables.push(at);
            let section = self.section(at)?;
            if !self.spend(section.entries.len().saturating_mul(LOOK)) {
                return Err(What::TooMuch.at(at));
            }
            take(&section);
            let place = |key| match section.trailer.get(key) {
                None => Ok(None),
                Some(value) => {
                    let place = value.int().and_then(|value| usize::try_from(value).ok());
                    // No table stands where the file begins: some programs mean none.
                    place.map(|place| (place > 0).then_some(place)).ok_or(What::BadTable.at(at))
                }
            };
            // Objects that an old reader is not to see; they count before those of the revision before.
            if let Some(hidden) = place("XRefStm")? {
                take(&*self.section(hidden)?);
            }
            next = place("Prev")?;
            trailer.get_or_insert(section);
        }
        let trailer = trailer.map(|section| section.trailer.clone()).unwrap_or_default();
        Ok(View { file: self, entries, trailer, tables, end: self.bytes.len() })
    }

    fn section(&self, at: usize) -> Result<Rc<Section>, Broken> {
        if let Some(known) = self.sections.borrow().get(&at) {
            return known.clone();
        }
        let read = section(self, at).map(Rc::new).map_err(|broken| match broken.what {
            What::BadObject => What::BadTable.at(broken.at),
            _ => broken,
        });
        if read.as_ref().is_ok_and(|section| section.says_two) && self.says_two.get().is_none() {
            self.says_two.set(Some(at));
        }
        self.sections.borrow_mut().insert(at, read.clone());
        read
    }

    /// What stands at a byte, whatever its number: a stream that holds other objects.
    fn holder(&self, offset: usize) -> Read<Object> {
        if let Some(known) = self.holders.borrow().get(&offset) {
            return known.clone();
        }
        let read = self.read(self.bytes, offset, Lexer::indirect).map(|(_, object)| Rc::new(object));
        self.holders.borrow_mut().insert(offset, read.clone());
        read
    }

    /// The data of a table that is a stream: nothing of it stands in other objects.
    pub(super) fn table_data(&self, stream: &Stream) -> Option<Vec<u8>> {
        let length = usize::try_from(stream.dict.get("Length")?.int()?).ok()?;
        let data = self.bytes.get(stream.start..stream.start.checked_add(length)?)?;
        let filters = filters(&stream.dict, |object| Some(object.clone()))?;
        self.unpack(data, &filters).ok().flatten()
    }

    /// Unpacks data; none if nobody here knows one of the filters.
    fn unpack(&self, data: &[u8], filters: &[Filter]) -> Result<Option<Vec<u8>>, Broken> {
        let mut data = Cow::Borrowed(data);
        for filter in filters {
            match unpacked(&data, filter) {
                Ok(Some(plain)) => data = Cow::Owned(plain),
                Ok(None) => return Err(What::BadStream.at(0)),
                Err(()) => return Ok(None),
            }
            let room = self.room.get().checked_sub(data.len()).ok_or(What::TooMuch.at(0))?;
            self.room.set(room);
        }
        Ok(Some(data.into_owned()))
    }
}

/// Takes over what could be read; of what could not, more may be there now.
fn take_read<K: Clone + Eq + Hash, T>(from: &RefCell<Map<K, Read<T>>>, to: &RefCell<Map<K, Read<T>>>) {
    let from = from.borrow();
    to.borrow_mut().extend(from.iter().filter(|(_, read)| read.is_ok()).map(|(key, read)| (key.clone(), read.clone())));
}

/// Where the table of a file stands, by its last lines.
fn table_of(bytes: &[u8]) -> Result<usize, Broken> {
    let none = What::NoEnd.at(bytes.len());
    let from = bytes.len().saturating_sub(2048);
    let end = bytes.get(from..).unwrap_or_default();
    let word = b"startxref";
    let at = end.windows(word.len()).rposition(|window| window == word).ok_or(none)?;
    let mut lexer = Lexer::new(bytes, from + at + word.len());
    let table = lexer.unsigned().map_err(|_| none)?;
    // `%%EOF` is a comment to all that is read otherwise.
    let rest = bytes.get(lexer.at..).unwrap_or_default().trim_ascii_start();
    if !rest.starts_with(b"%%EOF") {
        return Err(none);
    }
    usize::try_from(table).ok().filter(|table| *table < bytes.len()).ok_or(none)
}

fn filters(dict: &Dict, resolve: impl Fn(&Object) -> Option<Object>) -> Option<Vec<Filter>> {
    let list = |key: &str| -> Option<Vec<Object>> {
        match dict.get(key) {
            None => Some(Vec::new()),
            Some(value) => match resolve(value)? {
                Object::Array(items) => items.iter().map(&resolve).collect(),
                Object::Null => Some(Vec::new()),
                one => Some(vec![one]),
            },
        }
    };
    let (names, parms) = (list("Filter")?, list("DecodeParms")?);
    if names.len() > 8 {
        return None;
    }
    let filter = |(index, name): (usize, &Object)| {
        let parms = parms.get(index).and_then(Object::dict).cloned().unwrap_or_default();
        Some((name.name()?.to_owned(), parms))
    };
    names.iter().enumerate().map(filter).collect()
}

/// What a file shows up to the end of one of its revisions.
#[derive(Debug)]
pub struct View<'f, 'a> {
    /// The file.
    pub file: &'f File<'a>,
    entries: Map<u32, Entry>,
    /// What the trailer says.
    pub trailer: Dict,
    /// Where its tables stand, the newest first.
    pub tables: Vec<usize>,
    /// Where the revision ends that it shows.
    pub end: usize,
}

/// All that a view names, as a table that is a stream has it (ISO 32000-1, table 18).
pub(crate) struct Table {
    /// The runs of numbers: the first, and how many.
    pub runs: Vec<(u32, u32)>,
    /// For each number a byte and twice four.
    pub rows: Vec<u8>,
}

impl View<'_, '_> {
    /// The numbers of all objects, in order.
    pub fn ids(&self) -> Vec<Id> {
        let id = |(number, entry): (&u32, &Entry)| match *entry {
            Entry::Free => None,
            Entry::At { generation, .. } => Some(Id { number: *number, generation }),
            Entry::In { .. } => Some(Id { number: *number, generation: 0 }),
        };
        let mut ids: Vec<Id> = self.entries.iter().filter_map(id).collect();
        ids.sort_unstable();
        ids
    }

    /// What its tables say, all in one; nothing if four bytes do not suffice for a place.
    pub(crate) fn table(&self) -> Option<Table> {
        let mut entries: Vec<_> = self.entries.iter().filter(|(_, entry)| **entry != Entry::Free).collect();
        entries.sort_unstable_by_key(|(number, _)| **number);
        let (mut runs, mut rows) = (Vec::<(u32, u32)>::new(), Vec::with_capacity(entries.len() * 9));
        for (number, entry) in entries {
            match runs.last_mut() {
                Some((first, count)) if *first + *count == *number => *count += 1,
                _ => runs.push((*number, 1)),
            }
            let (kind, one, other) = match *entry {
                Entry::Free => continue,
                Entry::At { offset, generation } => (1, u32::try_from(offset).ok()?, generation),
                Entry::In { stream, index } => (2, stream, u32::try_from(index).ok()?),
            };
            rows.push(kind);
            rows.extend(one.to_be_bytes());
            rows.extend(other.to_be_bytes());
        }
        Some(Table { runs, rows })
    }

    /// Whether its tables name objects beyond the number of objects that its trailer says (`Size`): some programs show them,
    /// others do not.
    pub fn is_larger_than_said(&self) -> bool {
        let said = self.trailer.get("Size").and_then(Object::int);
        let used =
            self.entries.iter().filter(|(_, entry)| **entry != Entry::Free).map(|(number, _)| i64::from(*number));
        said.is_some_and(|said| used.max().is_some_and(|last| last >= said))
    }

    /// Where an object stands; none if there is none of this number and generation.
    pub fn spot(&self, id: Id) -> Option<Spot> {
        match *self.entries.get(&id.number)? {
            Entry::Free => None,
            Entry::At { offset, generation } => (generation == id.generation).then_some(Spot::At(offset)),
            Entry::In { stream, index } => {
                let holder = Id { number: stream, generation: 0 };
                match (id.generation, self.entries.get(&holder.number)?) {
                    (0, Entry::At { offset, .. }) => Some(Spot::In(*offset, index)),
                    _ => None,
                }
            }
        }
    }

    /// The byte at which an object stands, or the stream that holds it; 0 if there is none.
    pub fn place(&self, id: Option<Id>) -> usize {
        match id.and_then(|id| self.spot(id)) {
            Some(Spot::At(at) | Spot::In(at, _)) => at,
            None => 0,
        }
    }

    /// The object of a number; nothing is `Null`, as everywhere in PDF.
    pub fn object(&self, id: Id) -> Result<Rc<Object>, Broken> {
        if !self.file.spend(LOOK) {
            return Err(What::TooMuch.at(0));
        }
        let Some(spot) = self.spot(id) else { return Ok(Rc::new(Object::Null)) };
        // Two numbers may be said to stand at one place, where only one of them does.
        if let Some(known) = self.file.objects.borrow().get(&(spot, id)) {
            return known.clone();
        }
        let read = match spot {
            Spot::At(offset) => match self.file.read(self.file.bytes, offset, Lexer::indirect) {
                Ok((found, object)) if found == id => Ok(Rc::new(object)),
                Ok(_) => Err(What::BadObject.at(offset)),
                Err(broken) => Err(broken),
            },
            Spot::In(offset, index) => self.packed(id, offset, index).map(Rc::new),
        };
        self.file.objects.borrow_mut().insert((spot, id), read.clone());
        read
    }

    fn packed(&self, id: Id, offset: usize, index: usize) -> Result<Object, Broken> {
        let bad = What::BadObject.at(offset);
        let pack = self.pack(offset)?;
        let at = pack.place(id, index).ok_or(bad)?;
        self.file.read(&pack.data, at, Lexer::object).map_err(|_| bad)
    }

    /// An object as it is written, token by token as it stands; none if there is none of this number and generation.
    pub fn written(&self, id: Id) -> Result<Option<Vec<u8>>, Broken> {
        let bytes = |lexer: &mut Lexer<'_>, all: &[u8]| {
            lexer.skip_space();
            let start = lexer.at;
            lexer.object()?;
            Ok(all.get(start..lexer.at).unwrap_or_default().to_vec())
        };
        match self.spot(id) {
            None => Ok(None),
            Some(Spot::At(offset)) => self.file.read(self.file.bytes, offset, |lexer| {
                if lexer.head()? == id {
                    bytes(lexer, self.file.bytes).map(Some)
                } else {
                    Err(What::BadObject.at(offset))
                }
            }),
            Some(Spot::In(offset, index)) => {
                let pack = self.pack(offset)?;
                let at = pack.place(id, index).ok_or(What::BadObject.at(offset))?;
                self.file.read(&pack.data, at, |lexer| bytes(lexer, &pack.data).map(Some))
            }
        }
    }

    fn pack(&self, offset: usize) -> Result<Rc<Pack>, Broken> {
        let bad = What::BadObject.at(offset);
        let holder = self.file.holder(offset)?;
        let Object::Stream(stream) = &*holder else { return Err(bad) };
        if self.trailer.get("Encrypt").is_some() {
            return Err(What::Encrypted.at(offset));
        }
        // Its length cannot stand in an object stream: that could be itself.
        if let Some(Object::Ref(id)) = stream.dict.get("Length")
            && matches!(self.spot(*id), Some(Spot::In(..)))
        {
            return Err(bad);
        }
        let range = self.data(stream)?;
        if let Some(known) = self.file.packs.borrow().get(&range) {
            return known.clone();
        }
        let read = || {
            let data = self.unpacked(stream)?.ok_or(bad)?;
            let number =
                |key| stream.dict.get(key).and_then(Object::int).and_then(|number| usize::try_from(number).ok());
            let (count, first) = (number("N").ok_or(bad)?, number("First").ok_or(bad)?);
            let mut lexer = Lexer::new(&data, 0);
            let mut places = Vec::new();
            for _ in 0..count {
                let (number, place) = (lexer.unsigned()?, lexer.unsigned()?);
                let place = usize::try_from(place).ok().and_then(|place| place.checked_add(first)).ok_or(bad)?;
                places.push((number, place));
            }
            let mut seen = HashMap::new();
            let says_two = places.iter().any(|(number, place)| *seen.entry(*number).or_insert(*place) != *place);
            if says_two && self.file.says_two.get().is_none() {
                self.file.says_two.set(Some(offset));
            }
            Ok(Rc::new(Pack { data, places }))
        };
        let pack = read();
        self.file.packs.borrow_mut().insert(range, pack.clone());
        pack
    }

    /// What is meant: the object itself, or that to which it refers.
    pub fn get(&self, object: &Object) -> Result<Rc<Object>, Broken> {
        match object {
            Object::Ref(id) => {
                let meant = self.object(*id)?;
                // A reference to a reference is none.
                Ok(if matches!(&*meant, Object::Ref(_)) { Rc::new(Object::Null) } else { meant })
            }
            other => Ok(Rc::new(other.clone())),
        }
    }

    /// The value of a key in a dictionary; what is broken or not there is `Null`.
    pub fn entry(&self, dict: &Dict, key: &str) -> Rc<Object> {
        let value = dict.get(key).and_then(|value| self.get(value).ok());
        value.unwrap_or_else(|| Rc::new(Object::Null))
    }

    /// Where the data of a stream stand in the file. They must end where the length says.
    pub fn data(&self, stream: &Stream) -> Result<Range<usize>, Broken> {
        let bad = What::BadStream.at(stream.start);
        if stream.dict.is_elsewhere() {
            return Err(What::Elsewhere.at(stream.start));
        }
        let length = match stream.dict.get("Length") {
            Some(Object::Int(length)) => *length,
            Some(Object::Ref(id)) => self.object(*id)?.int().ok_or(bad)?,
            _ => return Err(bad),
        };
        let end = usize::try_from(length).ok().and_then(|length| stream.start.checked_add(length)).ok_or(bad)?;
        let behind = self.file.bytes.get(end..).ok_or(bad)?;
        // One line end should stand there; some programs write none, or two.
        let behind = behind.get(..32).unwrap_or(behind).trim_ascii_start();
        if behind.starts_with(b"endstream") { Ok(stream.start..end) } else { Err(bad) }
    }

    /// The data of a stream, unpacked; none if nobody here knows how they are packed, as those of images.
    pub fn unpacked(&self, stream: &Stream) -> Result<Option<Vec<u8>>, Broken> {
        let range = self.data(stream)?;
        let data = self.file.bytes.get(range).unwrap_or_default();
        let resolve = |object: &Object| self.get(object).ok().map(|object| (*object).clone());
        match filters(&stream.dict, resolve) {
            Some(filters) => self.file.unpack(data, &filters).map_err(|broken| broken.what.at(stream.start)),
            None => Err(What::BadStream.at(stream.start)),
        }
    }

    /// The catalogue.
    pub fn catalog(&self) -> Result<Rc<Object>, Broken> {
        let root = self.trailer.get("Root").ok_or(What::NoPages.at(0))?;
        let catalog = self.get(root)?;
        if catalog.dict().is_some() { Ok(catalog) } else { Err(What::NoPages.at(0)) }
    }
}
