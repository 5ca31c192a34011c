//! Bytes to objects (ISO 32000-1, 7.2 and 7.3).

use std::ops::Range;

use super::{Broken, Dict, Id, MOST_LEVELS, MOST_OBJECTS, Object, Stream, Text, What};

/// Reads objects one after the other.
#[derive(Debug, Clone)]
pub struct Lexer<'a> {
    bytes: &'a [u8],
    /// The next byte.
    pub at: usize,
    /// How many objects were made.
    pub made: usize,
}

/// An object, or a word between objects such as `obj`, or an operator of a content stream.
#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    /// An object.
    Object(Object),
    /// A word.
    Word(Vec<u8>),
    /// `]`
    ArrayEnd,
    /// `>>`
    DictEnd,
    /// The end of the bytes.
    End,
}

fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ')
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

impl<'a> Lexer<'a> {
    /// Reads from a place on.
    pub fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at, made: 0 }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn next_if(&mut self, byte: u8) -> bool {
        let is = self.peek() == Some(byte);
        self.at += usize::from(is);
        is
    }

    /// Goes past white space and comments.
    pub fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| !matches!(byte, b'\r' | b'\n')) {
                    self.at += 1;
                }
            } else if is_space(byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    fn broken(&self) -> Broken {
        What::BadObject.at(self.at)
    }

    /// The next object or word.
    pub fn token(&mut self) -> Result<Token, Broken> {
        self.token_within(MOST_LEVELS)
    }

    /// The next object.
    pub fn object(&mut self) -> Result<Object, Broken> {
        match self.token()? {
            Token::Object(object) => Ok(object),
            _ => Err(self.broken()),
        }
    }

    /// A number that is written without a sign.
    pub fn unsigned(&mut self) -> Result<u64, Broken> {
        self.skip_space();
        match self.number()? {
            Object::Int(number) => u64::try_from(number).map_err(|_| self.broken()),
            _ => Err(self.broken()),
        }
    }

    /// A certain word.
    pub fn word(&mut self, word: &str) -> Result<(), Broken> {
        self.skip_space();
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        if !rest.starts_with(word.as_bytes()) {
            return Err(self.broken());
        }
        self.at += word.len();
        Ok(())
    }

    /// The items of an array, or the keys and values of a dictionary, each with where it is written.
    pub fn parts(&mut self) -> Result<Vec<(Object, Range<usize>)>, Broken> {
        self.skip_space();
        let is_dict = self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(b"<<"));
        self.at += if is_dict { 2 } else { 1 };
        let mut parts = Vec::new();
        loop {
            self.skip_space();
            let start = self.at;
            match self.token()? {
                Token::Object(object) => parts.push((object, start..self.at)),
                Token::ArrayEnd if !is_dict => return Ok(parts),
                Token::DictEnd if is_dict => return Ok(parts),
                _ => return Err(self.broken()),
            }
        }
    }

    /// `12 0 obj`
    pub(super) fn head(&mut self) -> Result<Id, Broken> {
        let id = self.id()?;
        self.word("obj").map(|()| id)
    }

    /// `12 0 obj`, what it holds, and `endobj` or `stream`.
    pub fn indirect(&mut self) -> Result<(Id, Object), Broken> {
        let id = self.head()?;
        let object = self.object()?;
        self.skip_space();
        if self.word("endobj").is_ok() {
            return Ok((id, object));
        }
        self.word("stream")?;
        let Object::Dict(dict) = object else { return Err(self.broken()) };
        let before = self.at;
        self.next_if(b'\r');
        self.next_if(b'\n');
        if self.at == before {
            return Err(self.broken());
        }
        Ok((id, Object::Stream(Stream { dict, start: self.at })))
    }

    fn id(&mut self) -> Result<Id, Broken> {
        let (number, generation) = (self.unsigned()?, self.unsigned()?);
        let number = u32::try_from(number).ok().filter(|number| *number <= MOST_OBJECTS);
        match (number, u16::try_from(generation)) {
            (Some(number), Ok(generation)) => Ok(Id { number, generation: generation.into() }),
            _ => Err(self.broken()),
        }
    }

    fn token_within(&mut self, levels: usize) -> Result<Token, Broken> {
        self.skip_space();
        let Some(byte) = self.peek() else { return Ok(Token::End) };
        let object = match byte {
            b'/' => Object::Name(self.name()),
            b'(' => self.literal()?,
            b'[' => {
                self.at += 1;
                Object::Array(self.items(levels)?)
            }
            b']' => {
                self.at += 1;
                return Ok(Token::ArrayEnd);
            }
            b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => {
                self.at += 2;
                Object::Dict(self.entries(levels)?)
            }
            b'<' => self.hexadecimal()?,
            b'>' if self.bytes.get(self.at + 1) == Some(&b'>') => {
                self.at += 2;
                return Ok(Token::DictEnd);
            }
            b'0'..=b'9' | b'+' | b'-' | b'.' => self.number_or_reference()?,
            _ if is_delimiter(byte) => {
                self.at += 1;
                return Ok(Token::Word(vec![byte]));
            }
            _ => match self.regular() {
                b"true" => Object::Bool(true),
                b"false" => Object::Bool(false),
                b"null" => Object::Null,
                word => return Ok(Token::Word(word.to_vec())),
            },
        };
        self.made += 1;
        Ok(Token::Object(object))
    }

    fn items(&mut self, levels: usize) -> Result<Vec<Object>, Broken> {
        let levels = levels.checked_sub(1).ok_or(What::TooMuch.at(self.at))?;
        let mut items = Vec::new();
        loop {
            match self.token_within(levels)? {
                Token::Object(item) => items.push(item),
                Token::ArrayEnd => return Ok(items),
                _ => return Err(self.broken()),
            }
        }
    }

    fn entries(&mut self, levels: usize) -> Result<Dict, Broken> {
        let levels = levels.checked_sub(1).ok_or(What::TooMuch.at(self.at))?;
        let mut entries = Vec::new();
        loop {
            let key = match self.token_within(levels)? {
                Token::Object(Object::Name(key)) => key,
                Token::DictEnd => return Ok(Dict(entries)),
                _ => return Err(self.broken()),
            };
            match self.token_within(levels)? {
                Token::Object(value) => entries.push((key, value)),
                _ => return Err(self.broken()),
            }
        }
    }

    /// The letters up to the next white space or bracket.
    fn regular(&mut self) -> &'a [u8] {
        let start = self.at;
        while self.peek().is_some_and(|byte| !is_space(byte) && !is_delimiter(byte)) {
            self.at += 1;
        }
        self.bytes.get(start..self.at).unwrap_or_default()
    }

    fn name(&mut self) -> Vec<u8> {
        self.at += 1;
        let written = self.regular();
        if !written.contains(&b'#') {
            return written.to_vec();
        }
        let mut name = Vec::with_capacity(written.len());
        let mut rest = written;
        while let [first, behind @ ..] = rest {
            match (first, behind) {
                (b'#', [high, low, behind @ ..]) => {
                    if let (Some(high), Some(low)) = (digit(*high), digit(*low)) {
                        name.push(high << 4 | low);
                        rest = behind;
                        continue;
                    }
                    name.push(b'#');
                }
                _ => name.push(*first),
            }
            rest = behind;
        }
        name
    }

    fn number(&mut self) -> Result<Object, Broken> {
        let start = self.at;
        let written = std::str::from_utf8(self.regular()).unwrap_or_default();
        if let Ok(number) = written.parse::<i64>() {
            return Ok(Object::Int(number));
        }
        let plain = written.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'+' | b'-'));
        match written.parse::<f64>() {
            Ok(number) if plain => Ok(Object::Real(number)),
            _ => {
                self.at = start;
                Err(self.broken())
            }
        }
    }

    fn number_or_reference(&mut self) -> Result<Object, Broken> {
        let start = self.at;
        let number = match self.number() {
            Ok(number) => number,
            // Operators of content streams do not begin so; real programs write `--5` and `1.2.3`, which all read as
            // zero.
            Err(_) if !self.regular().is_empty() => return Ok(Object::Real(0.0)),
            Err(broken) => return Err(broken),
        };
        let behind = self.at;
        if self.bytes.get(start).is_some_and(u8::is_ascii_digit) && matches!(number, Object::Int(_)) {
            self.skip_space();
            // Most numbers are none of objects: what stands behind them does not begin as a generation does.
            let may_be = self.peek().is_some_and(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'-'));
            self.at = start;
            if may_be
                && let Ok(id) = self.id()
                && self.word("R").is_ok()
                && self.peek().is_none_or(|byte| is_space(byte) || is_delimiter(byte))
            {
                return Ok(Object::Ref(id));
            }
            self.at = behind;
        }
        Ok(number)
    }

    fn literal(&mut self) -> Result<Object, Broken> {
        let start = self.at;
        self.at += 1;
        let (mut bytes, mut open) = (Vec::new(), 1_usize);
        loop {
            let byte = self.peek().ok_or(What::BadObject.at(start))?;
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' => {
                    open -= 1;
                    if open == 0 {
                        return Ok(Object::String(Text { bytes, span: start..self.at }));
                    }
                }
                b'\\' => {
                    self.escaped(&mut bytes);
                    continue;
                }
                b'\r' => {
                    self.next_if(b'\n');
                    bytes.push(b'\n');
                    continue;
                }
                _ => {}
            }
            bytes.push(byte);
        }
    }

    /// What follows a backslash.
    fn escaped(&mut self, bytes: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => bytes.push(b'\n'),
            b'r' => bytes.push(b'\r'),
            b't' => bytes.push(b'\t'),
            b'b' => bytes.push(8),
            b'f' => bytes.push(0x0C),
            b'\r' => {
                self.next_if(b'\n');
            }
            b'\n' => {}
            b'0'..=b'7' => {
                let mut value = u32::from(byte - b'0');
                for _ in 0..2 {
                    match self.peek() {
                        Some(digit @ b'0'..=b'7') => value = value * 8 + u32::from(digit - b'0'),
                        _ => break,
                    }
                    self.at += 1;
                }
                bytes.push((value & 0xFF) as u8);
            }
            other => bytes.push(other),
        }
    }

    fn hexadecimal(&mut self) -> Result<Object, Broken> {
        let start = self.at;
        self.at += 1;
        let (mut bytes, mut high) = (Vec::new(), None);
        loop {
            let byte = self.peek().ok_or(What::BadObject.at(start))?;
            self.at += 1;
            match (byte, digit(byte), high) {
                (b'>', ..) => {
                    bytes.extend(high.map(|high: u8| high << 4));
                    return Ok(Object::String(Text { bytes, span: start..self.at }));
                }
                (_, Some(low), Some(before)) => {
                    bytes.push(before << 4 | low);
                    high = None;
                }
                (_, Some(value), None) => high = Some(value),
                _ if is_space(byte) => {}
                _ => return Err(What::BadObject.at(self.at)),
            }
        }
    }
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|value| u8::try_from(value).ok())
}
