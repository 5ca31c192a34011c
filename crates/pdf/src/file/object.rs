//! Objects.

use std::ops::Range;

/// The number and the generation of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id {
    /// The number.
    pub number: u32,
    /// The generation.
    pub generation: u32,
}

/// One object.
#[derive(Debug, Clone, PartialEq)]
pub enum Object {
    /// Nothing.
    Null,
    /// True or false.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Any other number.
    Real(f64),
    /// A string.
    String(Text),
    /// A name, without its slash.
    Name(Vec<u8>),
    /// An array.
    Array(Vec<Self>),
    /// A dictionary.
    Dict(Dict),
    /// A reference to another object.
    Ref(Id),
    /// A stream.
    Stream(Stream),
}

/// A string.
#[derive(Debug, Clone)]
pub struct Text {
    /// What it says.
    pub bytes: Vec<u8>,
    /// Where it stands, with its brackets; without meaning for an object in an object stream.
    pub span: Range<usize>,
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

/// A dictionary, in the order of the file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dict(pub Vec<(Vec<u8>, Object)>);

/// A stream: what it is, and where its data begin.
#[derive(Debug, Clone, PartialEq)]
pub struct Stream {
    /// Its dictionary.
    pub dict: Dict,
    /// The first byte of its data in the file. Where they end says the length, which may be another object.
    pub start: usize,
}

impl Dict {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Object> {
        self.0.iter().find(|(name, _)| name == key.as_bytes()).map(|(_, value)| value)
    }

    /// Whether a key stands in it twice with two values, in it or in what it holds.
    pub fn contradicts(&self) -> bool {
        let says_two = |(at, (key, value)): (usize, &(Vec<u8>, Object))| {
            self.0.iter().skip(at + 1).any(|(other, second)| other == key && second != value)
        };
        self.ambiguous() && self.0.iter().enumerate().any(says_two)
            || self.0.iter().any(|(_, value)| value.contradicts())
    }

    /// Whether the data of a stream of this dictionary stand in another file, or are packed as an abbreviation says that
    /// streams of files do not have (ISO 32000-1, 7.3.8.2).
    pub(super) fn is_elsewhere(&self) -> bool {
        const KEYS: [&str; 4] = ["F", "FFilter", "FDecodeParms", "DP"];
        KEYS.iter().any(|key| self.get(key).is_some_and(|value| *value != Object::Null))
    }

    /// Whether a key stands in it twice: one reader takes the first, another the last.
    pub fn ambiguous(&self) -> bool {
        /// So few are compared one by one.
        const FEW: usize = 16;
        if self.0.len() <= FEW {
            return self
                .0
                .iter()
                .enumerate()
                .any(|(at, (key, _))| self.0.iter().skip(at + 1).any(|(other, _)| other == key));
        }
        let mut keys: Vec<&[u8]> = self.0.iter().map(|(key, _)| key.as_slice()).collect();
        keys.sort_unstable();
        keys.windows(2).any(|pair| pair[0] == pair[1])
    }
}

impl Object {
    /// Whether a dictionary in it has a key twice, with two values: one reader takes the first, another the last.
    pub fn contradicts(&self) -> bool {
        match self {
            Self::Array(items) => items.iter().any(Self::contradicts),
            _ => self.dict().is_some_and(Dict::contradicts),
        }
    }

    /// As a dictionary; that of a stream, too.
    pub fn dict(&self) -> Option<&Dict> {
        match self {
            Self::Dict(dict) | Self::Stream(Stream { dict, .. }) => Some(dict),
            _ => None,
        }
    }

    /// As a name.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Name(name) => std::str::from_utf8(name).ok(),
            _ => None,
        }
    }

    /// As an array.
    pub fn array(&self) -> Option<&[Self]> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    /// As a whole number.
    pub fn int(&self) -> Option<i64> {
        match self {
            Self::Int(number) => Some(*number),
            _ => None,
        }
    }

    /// As a number.
    pub fn number(&self) -> Option<f64> {
        match self {
            #[expect(clippy::cast_precision_loss, reason = "places on a page are small")]
            Self::Int(number) => Some(*number as f64),
            Self::Real(number) => Some(*number),
            _ => None,
        }
    }

    /// As a string.
    pub fn text(&self) -> Option<&Text> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// As a reference.
    pub fn reference(&self) -> Option<Id> {
        match self {
            Self::Ref(id) => Some(*id),
            _ => None,
        }
    }
}

/// A text string of PDF as text that may be shown: UTF-16 or UTF-8 with its mark, or else letters of PDFDocEncoding,
/// of which those that are not also Latin-1 are lost.
pub fn decoded(bytes: &[u8]) -> String {
    plain(&match bytes {
        [0xFE, 0xFF, rest @ ..] => {
            let units: Vec<u16> = rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| char::from(*byte)).collect(),
    })
}

/// A text of a file without what would move about on a terminal, or turn around what stands beside it.
pub fn plain(text: &str) -> String {
    let moves = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|letter| if moves(letter) { char::REPLACEMENT_CHARACTER } else { letter }).collect()
}
