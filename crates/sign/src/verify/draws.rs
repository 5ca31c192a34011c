//! What an appearance draws.

use std::collections::HashMap;

use crate::file::{Dict, Lexer, Object, Stream, Token, View};

/// Forms inside one another.
const MOST_LEVELS: usize = 8;
/// Operators that are looked at, and letters that are read.
const MOST_OPERATORS: usize = 200_000;
const MOST_LETTERS: usize = 10_000;

/// What is drawn.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Drawn {
    /// The letters, line by line.
    pub(super) text: String,
    /// Whether letters are shown, which may be none that can be read.
    pub(super) letters: bool,
    /// Whether there is an image, or a shading.
    pub(super) image: bool,
    /// Whether an area is filled.
    pub(super) area: bool,
    /// Whether a line is drawn.
    pub(super) line: bool,
    /// Whether something could not be read.
    pub(super) unknown: bool,
}

impl Drawn {
    /// Whether there is nothing to be seen.
    pub(super) fn nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// What the appearance of an annotation draws as it is shown at first: of a field that is signed, what it says.
pub(super) fn shown(view: &View<'_, '_>, note: &Dict) -> Drawn {
    looks(view, note, &["N"])
}

/// What the appearances of an annotation draw, those under a pointer or a finger, too.
pub(super) fn appearance(view: &View<'_, '_>, note: &Dict) -> Drawn {
    looks(view, note, &["N", "R", "D"])
}

fn looks(view: &View<'_, '_>, note: &Dict, keys: &[&str]) -> Drawn {
    let mut drawn = Drawn::default();
    let appearances = view.entry(note, "AP");
    let none = Dict::default();
    let appearances = appearances.dict().unwrap_or(&none);
    let mut reader = Reader { view, drawn: &mut drawn, operators: MOST_OPERATORS };
    for key in keys {
        match &*view.entry(appearances, key) {
            Object::Stream(stream) => reader.form(stream, MOST_LEVELS),
            Object::Dict(states) => {
                for (_, state) in &states.0 {
                    if let Ok(state) = view.get(state)
                        && let Object::Stream(stream) = &*state
                    {
                        reader.form(stream, MOST_LEVELS);
                    }
                }
            }
            _ => {}
        }
    }
    let text = drawn.text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    Drawn { text, ..drawn }
}

struct Reader<'r, 'f, 'a> {
    view: &'r View<'f, 'a>,
    drawn: &'r mut Drawn,
    operators: usize,
}

/// How the letters of a font are read: bytes a letter, and what each says.
#[derive(Debug, Clone, Default)]
struct Letters {
    width: usize,
    says: HashMap<u32, String>,
}

impl Reader<'_, '_, '_> {
    fn form(&mut self, stream: &Stream, levels: usize) {
        let (Some(levels), Ok(Some(content))) = (levels.checked_sub(1), self.view.unpacked(stream)) else {
            self.drawn.unknown = true;
            return;
        };
        let resources = self.view.entry(&stream.dict, "Resources");
        let mut font = Letters::default();
        let mut operands: Vec<Object> = Vec::new();
        let mut lexer = Lexer::new(&content, 0);
        loop {
            let word = match lexer.token() {
                Ok(Token::Object(object)) if operands.len() < 1_000 => {
                    operands.push(object);
                    continue;
                }
                Ok(Token::Word(word)) if self.operators > 0 => word,
                Ok(Token::End) => return,
                _ => {
                    self.drawn.unknown = true;
                    return;
                }
            };
            self.operators -= 1;
            match word.as_slice() {
                b"Tf" => font = self.font(&resources, &operands),
                b"Tj" | b"TJ" | b"'" | b"\"" => self.show(&font, &operands, &word),
                b"Td" | b"TD" | b"T*" | b"BT" | b"ET" => self.new_line(&operands, &word),
                b"Do" => self.object(&resources, &operands, levels),
                b"sh" | b"BI" => self.drawn.image = true,
                b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" => self.drawn.area = true,
                b"S" | b"s" => self.drawn.line = true,
                // The data of an inline image are no operators.
                b"ID" => return,
                _ => {}
            }
            operands.clear();
        }
    }

    fn resource(&self, resources: &Object, kind: &str, operands: &[Object]) -> Option<std::rc::Rc<Object>> {
        let name = operands.iter().find_map(Object::name)?;
        let kind = self.view.entry(resources.dict()?, kind);
        Some(self.view.entry(kind.dict()?, name))
    }

    fn object(&mut self, resources: &Object, operands: &[Object], levels: usize) {
        match self.resource(resources, "XObject", operands).as_deref() {
            Some(Object::Stream(stream)) => match stream.dict.get("Subtype").and_then(Object::name) {
                Some("Form") => self.form(stream, levels),
                _ => self.drawn.image = true,
            },
            _ => self.drawn.unknown = true,
        }
    }

    fn new_line(&mut self, operands: &[Object], word: &[u8]) {
        let moves = match word {
            b"Td" | b"TD" => operands.get(1).and_then(Object::number).is_some_and(|down| down != 0.0),
            _ => true,
        };
        if moves && !self.drawn.text.is_empty() && !self.drawn.text.ends_with('\n') {
            self.drawn.text.push('\n');
        }
    }

    fn show(&mut self, font: &Letters, operands: &[Object], word: &[u8]) {
        self.drawn.letters = true;
        if matches!(word, b"'" | b"\"") {
            self.new_line(&[], b"T*");
        }
        let pieces = operands.iter().flat_map(|operand| match operand {
            Object::Array(items) => items.as_slice(),
            other => std::slice::from_ref(other),
        });
        for piece in pieces {
            match piece {
                Object::String(text) if self.drawn.text.len() < MOST_LETTERS => {
                    font.read(&text.bytes, &mut self.drawn.text)
                }
                // What is not read says who knows what.
                Object::String(_) => self.drawn.unknown = true,
                // A gap as wide as a space, in thousandths of the size of the letters.
                gap if gap.number().is_some_and(|gap| gap < -200.0) => self.drawn.text.push(' '),
                _ => {}
            }
        }
    }

    fn font(&self, resources: &Object, operands: &[Object]) -> Letters {
        let letters = || {
            let font = self.resource(resources, "Font", operands)?;
            let font = font.dict()?;
            let wide = font.get("Subtype").and_then(Object::name) == Some("Type0");
            let map = match &*self.view.entry(font, "ToUnicode") {
                Object::Stream(stream) => self.view.unpacked(stream).ok().flatten(),
                _ => None,
            };
            let says = map.map(|map| to_unicode(&map)).unwrap_or_default();
            Some(Letters { width: if wide { 2 } else { 1 }, says })
        };
        letters().unwrap_or_default()
    }
}

impl Letters {
    fn read(&self, bytes: &[u8], text: &mut String) {
        for code in bytes.chunks(self.width.max(1)) {
            let number = code.iter().fold(0, |number, byte| number << 8 | u32::from(*byte));
            match (self.says.get(&number), self.width) {
                (Some(says), _) => text.push_str(says),
                // Fonts of one byte a letter that say nothing are mostly those of Latin letters.
                (None, 0 | 1) => text.extend(char::from_u32(number).filter(|letter| !letter.is_control())),
                _ => text.push(char::REPLACEMENT_CHARACTER),
            }
        }
    }
}

/// A map from codes to letters (ISO 32000-1, 9.10.3).
fn to_unicode(map: &[u8]) -> HashMap<u32, String> {
    const MOST: usize = 70_000;
    let mut says = HashMap::new();
    let mut lexer = Lexer::new(map, 0);
    let mut operands: Vec<Object> = Vec::new();
    let code = |object: &Object| {
        let bytes = &object.text()?.bytes;
        (bytes.len() <= 4).then(|| bytes.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)))
    };
    let units = |object: &Object| -> Option<Vec<u16>> {
        Some(object.text()?.bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect())
    };
    loop {
        match lexer.token() {
            Ok(Token::Object(object)) if operands.len() < MOST => operands.push(object),
            Ok(Token::Word(word)) => {
                match word.as_slice() {
                    b"endbfchar" => {
                        for pair in operands.chunks_exact(2) {
                            if let (Some(code), Some(units)) = (code(&pair[0]), units(&pair[1])) {
                                says.insert(code, String::from_utf16_lossy(&units));
                            }
                        }
                    }
                    b"endbfrange" => {
                        for range in operands.chunks_exact(3) {
                            let (Some(first), Some(last)) = (code(&range[0]), code(&range[1])) else { continue };
                            let count = usize::try_from(last.saturating_sub(first)).unwrap_or(0).min(MOST) + 1;
                            for (step, code) in (first..=last).take(count).enumerate() {
                                let letters = match &range[2] {
                                    Object::Array(items) => items.get(step).and_then(units),
                                    other => units(other).map(|units| stepped(units, step)),
                                };
                                says.extend(letters.map(|letters| (code, String::from_utf16_lossy(&letters))));
                            }
                        }
                    }
                    _ => {}
                }
                operands.clear();
            }
            _ => return says,
        }
        if says.len() > MOST {
            return says;
        }
    }
}

/// The letters so many steps behind some letters: the last of them counts on.
fn stepped(mut units: Vec<u16>, step: usize) -> Vec<u16> {
    if let Some(last) = units.last_mut() {
        *last = last.wrapping_add(u16::try_from(step).unwrap_or(0));
    }
    units
}
