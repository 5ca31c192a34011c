//! What it costs to draw what a file says, known before it is done: the library that draws unpacks whatever there is, goes as
//! deep and as often as a file says, and is not stopped by what it draws on.
//!
//! Where to fill a pixel is one.

use std::collections::{HashMap, HashSet};

use crate::file::{Broken, Dict, Id, Object, Page, Stream, View, What};

/// Brackets inside one another in what a page draws; nothing that is drawn needs more.
const MOST_LEVELS: usize = 64;
/// Forms, functions and spaces of colour inside one another.
const MOST_NESTED: usize = 32;
/// What a byte of words costs, and a letter.
const BYTE: f64 = 32.0;
const LETTER: f64 = 200.0;
/// What it costs to unpack a byte.
const UNPACKED: f64 = 2.0;
/// What it costs to draw a form or an image, beside what it holds.
const DRAWN: f64 = 4_000.0;
/// What a pixel of an image costs.
const PIXEL: f64 = 32.0;
/// What a byte of a function of PostScript costs, and any other function.
const BYTE_OF_FUNCTION: f64 = 5.0;
const FUNCTION: f64 = 256.0;
/// What an entry of a colour costs.
const ENTRY: f64 = 4.0;
/// Spaces of colour that are made of others.
const SPACES: [&str; 6] = ["Separation", "DeviceN", "Indexed", "I", "Pattern", "ICCBased"];

/// What the parts of a file cost, as far as somebody asked: of all that a file holds only that is read to which what is drawn
/// leads.
#[derive(Debug, Default)]
pub(crate) struct Costs {
    found: Found,
    read: HashMap<Id, Stored>,
    /// What was not looked at yet of what the nodes above the pages have.
    above: Vec<Object>,
    /// What a colour costs at most, and what is made anew for one.
    color: f64,
    made: f64,
    /// The dearest letter that is drawn as a page is (Type 3).
    pub(crate) letter: f64,
    has_inline: bool,
}

impl Costs {
    /// Nothing was asked for yet. The nodes above the pages have `above` to draw with.
    pub(crate) fn new(above: Vec<Object>) -> Self {
        Self { above, ..Self::default() }
    }

    /// The content of a page. What goes round in a circle, or deeper than anything that is drawn, is refused.
    pub(crate) fn page(&mut self, view: &View<'_, '_>, page: &Page) -> Result<f64, Broken> {
        let (content, resources) = (page.dict().get("Contents").unwrap_or(&Object::Null), resources(page));
        self.reach(view, content, resources)?;
        self.reader(view).content(content, resources, 0)
    }

    /// To read the letters of a page, of whose images nothing is drawn.
    pub(crate) fn letters(&mut self, view: &View<'_, '_>, page: &Page) -> Result<f64, Broken> {
        let (content, resources) = (page.dict().get("Contents").unwrap_or(&Object::Null), resources(page));
        self.reach(view, content, resources)?;
        Reader { is_drawn: false, ..self.reader(view) }.content(content, resources, 0)
    }

    /// A form that is drawn over a page.
    pub(crate) fn form(&mut self, view: &View<'_, '_>, form: Id, page: &Page) -> Result<f64, Broken> {
        self.reach(view, &Object::Ref(form), resources(page))?;
        self.reader(view).drawn(form, 0)
    }

    /// A pixel of an image that stands among the words of what was asked for.
    pub(crate) fn inline(&self) -> f64 {
        if self.has_inline { PIXEL.max(self.color) } else { PIXEL }
    }

    fn reader<'v, 'f, 'a>(&'v self, view: &'v View<'f, 'a>) -> Reader<'v, 'f, 'a> {
        let Self { found, read, color, made, .. } = self;
        Reader { view, names: &found.names, read, known: HashMap::new(), color: *color, made: *made, is_drawn: true }
    }

    /// Reads all to which words and what they draw with lead, and that was not read yet.
    fn reach(&mut self, view: &View<'_, '_>, content: &Object, resources: &Object) -> Result<(), Broken> {
        let own = [("Contents", content.clone()), ("Resources", resources.clone())].into_iter();
        let above = std::mem::take(&mut self.above).into_iter().map(|above| ("Resources", above));
        let roots = own.chain(above).map(|(key, value)| (key.into(), value)).collect();
        self.found.look(view, None, &Object::Dict(Dict(roots)));
        let mut new = Vec::new();
        while let Some(id) = self.found.open.pop() {
            if self.found.seen.insert(id) {
                self.found.look(view, Some(id), &*view.object(id)?);
                new.push(id);
            }
        }
        new.append(&mut self.found.new_words);
        self.unpack(view, &new)?;
        let (spaces, made) = (std::mem::take(&mut self.found.spaces), std::mem::take(&mut self.found.made));
        let most = |objects: &[Object], is_made| {
            let mut maker = Maker { view, read: &self.read, is_made, known: HashMap::new() };
            objects.iter().try_fold(0.0_f64, |most, object| Ok::<_, Broken>(most.max(maker.made(object, 0)?)))
        };
        let (color, made) = (most(&spaces, false)?, most(&spaces, true)?.max(most(&made, true)?));
        (self.color, self.made) = (self.color.max(color), self.made.max(made));
        for (letter, resources) in std::mem::take(&mut self.found.letters) {
            let cost = self.reader(view).content(&letter, &resources, 0)?;
            self.letter = self.letter.max(cost);
        }
        Ok(())
    }

    /// Unpacks streams, so that all of them are known to be bounded.
    fn unpack(&mut self, view: &View<'_, '_>, ids: &[Id]) -> Result<(), Broken> {
        for id in ids {
            let object = view.object(*id)?;
            let Object::Stream(stream) = &*object else { continue };
            let by_itself = ["PatternType", "FunctionType"].iter().any(|key| stream.dict.get(key).is_some());
            let is_read = by_itself || is_form(&stream.dict) || self.found.words.contains(id);
            if self.read.get(id).is_some_and(|known| known.words.is_some() || !is_read) {
                continue;
            }
            let Some(data) = view.unpacked(stream)? else {
                self.read.insert(*id, Stored { size: view.data(stream)?.len() as f64, words: None });
                continue;
            };
            let words = is_read.then(|| Words::of(&data));
            if words.as_ref().is_some_and(|words| words.levels > MOST_LEVELS) {
                return Err(What::TooMuch.at(stream.start));
            }
            self.has_inline |= words.as_ref().is_some_and(|words| words.inline);
            self.read.insert(*id, Stored { size: data.len() as f64, words });
        }
        Ok(())
    }
}

/// What a page draws with.
fn resources(page: &Page) -> &Object {
    page.inherited[0].as_ref().unwrap_or(&Object::Null)
}

/// What is known of a stream.
#[derive(Debug)]
struct Stored {
    /// Bytes, unpacked if anybody here can do that.
    size: f64,
    /// What it says, of those that hold words.
    words: Option<Words>,
}

fn is_form(dict: &Dict) -> bool {
    match dict.get("Subtype") {
        Some(kind) => kind.name() == Some("Form"),
        None => dict.get("BBox").is_some() && dict.get("PatternType").is_none(),
    }
}

/// What is found in the objects of a file.
#[derive(Debug, Default)]
struct Found {
    /// What was looked at, and what it leads to.
    seen: HashSet<Id>,
    open: Vec<Id>,
    /// The streams that hold words and brackets: what pages and letters draw, what codes mean. All others, such as fonts,
    /// pictures and tables, hold any bytes.
    words: HashSet<Id>,
    new_words: Vec<Id>,
    /// What may be drawn by each name.
    names: HashMap<Vec<u8>, Vec<Object>>,
    /// Spaces of colour, and all that is made anew where words ask for it.
    spaces: Vec<Object>,
    made: Vec<Object>,
    /// Letters that are drawn as pages are, with what they draw with.
    letters: Vec<(Object, Object)>,
}

impl Found {
    fn look(&mut self, view: &View<'_, '_>, id: Option<Id>, object: &Object) {
        self.open.extend(object.reference());
        if let Object::Array(items) = object {
            if items.first().and_then(Object::name).is_some_and(|name| SPACES.contains(&name)) {
                self.spaces.push(id.map_or_else(|| object.clone(), Object::Ref));
            }
            items.iter().for_each(|item| self.look(view, None, item));
        }
        let Some(dict) = object.dict() else { return };
        let refers = |value: &Object| view.get(value).ok();
        // What it belongs to is not what it draws.
        for (key, value) in dict.0.iter().filter(|(key, _)| key != b"Parent") {
            match key.as_slice() {
                b"Contents" | b"ToUnicode" | b"Encoding" | b"UseCMap" => {
                    self.add_words(value);
                    let parts = refers(value);
                    let parts = parts.as_deref().and_then(Object::array).unwrap_or_default();
                    parts.iter().for_each(|part| self.add_words(part));
                }
                b"CharProcs" => {
                    let letters = refers(value);
                    let letters = letters.as_deref().and_then(Object::dict);
                    let resources = dict.get("Resources").unwrap_or(&Object::Null);
                    for (_, letter) in letters.into_iter().flat_map(|letters| &letters.0) {
                        self.add_words(letter);
                        self.letters.push((letter.clone(), resources.clone()));
                    }
                }
                b"XObject" => {
                    let drawn = refers(value);
                    let drawn = drawn.as_deref().and_then(Object::dict);
                    for (name, one) in drawn.into_iter().flat_map(|drawn| &drawn.0) {
                        let of_name = self.names.entry(name.clone()).or_default();
                        if of_name.last() != Some(one) {
                            of_name.push(one.clone());
                        }
                    }
                }
                b"Function" | b"TR" | b"TR2" | b"G" => self.made.push(value.clone()),
                b"PatternType" | b"ShadingType" => {
                    self.made.push(id.map_or_else(|| object.clone(), Object::Ref));
                }
                _ => {}
            }
            self.look(view, None, value);
        }
    }

    fn add_words(&mut self, object: &Object) {
        let new = object.reference().filter(|id| self.words.insert(*id));
        self.new_words.extend(new);
    }
}

/// What functions and spaces of colour cost by what they are made of.
struct Maker<'v, 'f, 'a> {
    view: &'v View<'f, 'a>,
    read: &'v HashMap<Id, Stored>,
    /// To be made, or else to find one colour.
    is_made: bool,
    /// None is one that is being looked at.
    known: HashMap<Id, Option<f64>>,
}

impl Maker<'_, '_, '_> {
    fn made(&mut self, object: &Object, level: usize) -> Result<f64, Broken> {
        /// A function stands in an array, which stands in a function, and each may be referred to.
        const EACH: usize = 3;
        if level > MOST_NESTED * EACH {
            return Err(What::TooMuch.at(0));
        }
        match object {
            Object::Ref(id) => {
                if let Some(known) = self.known.get(id) {
                    // It is made of itself.
                    return known.ok_or(What::TooMuch.at(self.view.place(Some(*id))));
                }
                self.known.insert(*id, None);
                let meant = self.view.get(object)?;
                let own = self.stream(*id, &meant) + self.made(&meant, level + 1)?;
                self.known.insert(*id, Some(own));
                Ok(own)
            }
            Object::Array(items) => self.all(items.iter(), level),
            Object::Dict(dict) | Object::Stream(Stream { dict, .. }) => {
                /// What is not made of what it stands for.
                const BESIDE: [&[u8]; 7] =
                    [b"Parent", b"Resources", b"Group", b"Length", b"Filter", b"DecodeParms", b"OC"];
                let parts = dict.0.iter().filter(|(key, _)| !BESIDE.contains(&key.as_slice()));
                let own = if dict.get("FunctionType").is_some() { FUNCTION } else { 0.0 };
                Ok(own + self.all(parts.map(|(_, value)| value), level)?)
            }
            Object::String(text) if self.is_made => Ok(ENTRY * text.bytes.len() as f64),
            _ => Ok(if self.is_made { ENTRY } else { 0.0 }),
        }
    }

    /// What the data of a stream cost.
    fn stream(&self, id: Id, object: &Object) -> f64 {
        let Object::Stream(stream) = object else { return 0.0 };
        let size = self.read.get(&id).map_or(0.0, |read| read.size);
        let kind = stream.dict.get("FunctionType").and_then(Object::int);
        // Between values of so many parts there are twice as many for each more.
        let parts = self.view.entry(&stream.dict, "Domain").array().map_or(0, <[_]>::len) / 2;
        let own = match kind {
            Some(0) => FUNCTION * 2.0_f64.powi(parts.min(64) as i32),
            Some(_) => BYTE_OF_FUNCTION * size,
            None => 0.0,
        };
        // Profiles of colours are kept.
        let is_kept = stream.dict.get("N").is_some() && kind.is_none();
        own + if self.is_made && !is_kept { UNPACKED * size } else { 0.0 }
    }

    fn all<'o>(&mut self, objects: impl Iterator<Item = &'o Object>, level: usize) -> Result<f64, Broken> {
        let mut sum = 0.0;
        for object in objects {
            sum += self.made(object, level + 1)?;
        }
        Ok(sum)
    }
}

/// What it costs to draw pages, forms and images, with all that they draw.
struct Reader<'v, 'f, 'a> {
    view: &'v View<'f, 'a>,
    names: &'v HashMap<Vec<u8>, Vec<Object>>,
    read: &'v HashMap<Id, Stored>,
    /// None is one that is being looked at.
    known: HashMap<Id, Option<f64>>,
    color: f64,
    made: f64,
    /// Whether images are drawn.
    is_drawn: bool,
}

impl Reader<'_, '_, '_> {
    /// A form or an image.
    fn drawn(&mut self, id: Id, level: usize) -> Result<f64, Broken> {
        let too_much = What::TooMuch.at(self.view.place(Some(id)));
        if let Some(known) = self.known.get(&id) {
            // It draws itself.
            return known.ok_or(too_much);
        }
        if level > MOST_NESTED {
            return Err(too_much);
        }
        self.known.insert(id, None);
        let object = self.view.object(id)?;
        let own = match &*object {
            Object::Stream(stream) if is_form(&stream.dict) => {
                let none = Object::Null;
                let resources = stream.dict.get("Resources").unwrap_or(&none);
                DRAWN + self.content(&Object::Ref(id), resources, level)?
            }
            Object::Stream(stream) if self.is_drawn => self.image(id, stream, level)?,
            Object::Stream(_) => DRAWN,
            _ => 0.0,
        };
        self.known.insert(id, Some(own));
        Ok(own)
    }

    fn image(&mut self, id: Id, stream: &Stream, level: usize) -> Result<f64, Broken> {
        let side = |key| self.view.entry(&stream.dict, key).number().unwrap_or(0.0).max(0.0);
        let pixels = side("Width") * side("Height");
        let space = stream.dict.get("ColorSpace").unwrap_or(&Object::Null);
        let color = Maker { view: self.view, read: self.read, is_made: false, known: HashMap::new() }.made(space, 0)?;
        let size = self.read.get(&id).map_or(0.0, |read| read.size);
        let mut own = DRAWN + UNPACKED * size + pixels * color;
        for key in ["SMask", "Mask"] {
            if let Some(Object::Ref(id)) = stream.dict.get(key) {
                own += self.drawn(*id, level + 1)?;
            }
        }
        Ok(own)
    }

    /// The content of a page, a form or a letter, which is a stream or several.
    fn content(&mut self, content: &Object, resources: &Object, level: usize) -> Result<f64, Broken> {
        if let Some(Stored { size, words: Some(words) }) = content.reference().and_then(|id| self.read.get(&id)) {
            let letters = words.letters as f64;
            // What stands among the words of many is read for each of them.
            if !self.view.file.spend(words.draws.len().saturating_mul(ENTRY as usize)) {
                return Err(What::TooMuch.at(0));
            }
            let mut sum = BYTE * size + LETTER * letters;
            sum += self.color * (letters + words.paints as f64) + self.made * words.makes as f64;
            let resources = self.view.get(resources)?;
            let drawn = resources.dict().map(|resources| self.view.entry(resources, "XObject"));
            let own = drawn.as_deref().and_then(Object::dict);
            for (name, times) in &words.draws {
                sum += *times as f64 * self.named(name, own, level)?;
            }
            return Ok(sum);
        }
        let mut sum = 0.0;
        for part in self.view.get(content)?.array().unwrap_or_default() {
            let meant = self.view.get(part)?;
            if meant.array().is_none() {
                sum += self.content(part, resources, level)?;
            }
        }
        Ok(sum)
    }

    /// What is drawn by a name: of what the content itself has, or else of whatever has that name.
    fn named(&mut self, name: &Option<Vec<u8>>, own: Option<&Dict>, level: usize) -> Result<f64, Broken> {
        let meant: Vec<Object> = match (name, own) {
            (Some(name), own) => match own.and_then(|own| own.0.iter().find(|(other, _)| other == name)) {
                Some((_, one)) => vec![one.clone()],
                None => self.names.get(name).cloned().unwrap_or_default(),
            },
            // A name that cannot be told is the dearest.
            (None, Some(own)) => own.0.iter().map(|(_, one)| one.clone()).collect(),
            (None, None) => Vec::new(),
        };
        let mut most = 0.0_f64;
        for id in meant.iter().filter_map(Object::reference) {
            most = most.max(self.drawn(id, level + 1)?);
        }
        Ok(most)
    }
}

/// What words say, as far as it costs something.
#[derive(Debug, Default)]
struct Words {
    /// How deep brackets go, strings apart.
    levels: usize,
    /// Bytes of strings.
    letters: usize,
    /// How often something is painted, or something made of what the page has.
    paints: usize,
    makes: usize,
    /// Whether an image stands among them.
    inline: bool,
    /// How often a form or an image is drawn, by its name if that stands right before.
    draws: HashMap<Option<Vec<u8>>, usize>,
}

impl Words {
    fn of(data: &[u8]) -> Self {
        let mut words = Self::default();
        let (mut level, mut strings, mut start) = (0_usize, 0_usize, None);
        let mut at = 0;
        while at <= data.len() {
            let byte = data.get(at).copied().unwrap_or(b' ');
            let is_word = byte.is_ascii_alphabetic() || matches!(byte, b'*' | b'\'' | b'"');
            match (is_word, start) {
                (true, None) => start = Some(at),
                (false, Some(from)) => {
                    words.word(data, from, at);
                    start = None;
                }
                _ => {}
            }
            words.letters += usize::from(strings > 0 || level > 0 && byte.is_ascii_hexdigit());
            match byte {
                b'\\' => at += 1,
                b'(' => strings += 1,
                b')' => strings = strings.saturating_sub(1),
                b'[' | b'<' | b'{' if strings == 0 => level += 1,
                b']' | b'>' | b'}' if strings == 0 => level = level.saturating_sub(1),
                _ => {}
            }
            words.levels = words.levels.max(level).max(strings);
            at += 1;
        }
        words
    }

    fn word(&mut self, data: &[u8], from: usize, to: usize) {
        match data.get(from..to).unwrap_or_default() {
            b"Do" => {
                self.paints += 1;
                self.makes += 1;
                *self.draws.entry(name_before(data, from)).or_default() += 1;
            }
            b"BI" => {
                self.makes += 1;
                self.inline = true;
            }
            b"cs" | b"CS" | b"scn" | b"SCN" | b"sh" | b"gs" => self.makes += 1,
            b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" | b"S" | b"s" => self.paints += 1,
            _ => {}
        }
    }
}

/// The name that stands right before a place, if it is written plainly.
fn name_before(data: &[u8], at: usize) -> Option<Vec<u8>> {
    let before = data.get(..at)?.trim_ascii_end();
    let plain = |byte: &u8| byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(byte) || *byte >= 0x80;
    let start = before.iter().rposition(|byte| !plain(byte))?;
    (before.get(start) == Some(&b'/')).then(|| before.get(start + 1..).unwrap_or_default().to_vec())
}
