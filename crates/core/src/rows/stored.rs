//! A file that is read from its beginning to its end once, and in pieces wherever it is asked for again, so that it need
//! not be held.

use std::fmt;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use baocao_vietnamese::encoding::nfc;

use super::encoding::BOM;
use crate::limits::Limits;

/// A file that can be read anywhere, such as one that is open, or bytes in memory.
pub trait Seekable: Read + Seek + Send {}

impl<T: Read + Seek + Send> Seekable for T {}

/// An open file that several read.
#[derive(Clone)]
pub(super) struct Shared(Arc<Mutex<Box<dyn Seekable>>>);

impl Shared {
    pub(super) fn new(file: Box<dyn Seekable>) -> Self {
        Self(Arc::new(Mutex::new(file)))
    }

    fn file(&self) -> MutexGuard<'_, Box<dyn Seekable>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Read for Shared {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.file().read(buffer)
    }
}

impl Seek for Shared {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file().seek(to)
    }
}

/// So many bytes are read at a time.
const AT_A_TIME: usize = 1 << 16;

/// Bytes that are no text in UTF-8, or a file that cannot be read to its end.
#[derive(Debug)]
pub(super) struct NoText;

/// A file of text from its beginning.
pub(super) struct Text {
    reader: BufReader<Shared>,
    /// Where the text begins: behind the mark of UTF-8.
    begin: u64,
    /// How many bytes of the text were read.
    at: usize,
}

impl Text {
    /// A file of text, whatever was read of it before.
    pub(super) fn new(file: &Shared) -> io::Result<Self> {
        let mut file = file.clone();
        file.seek(SeekFrom::Start(0))?;
        let mut mark = [0; BOM.len()];
        let is_marked = file.read_exact(&mut mark).is_ok() && mark == *BOM;
        let begin = if is_marked { BOM.len() as u64 } else { 0 };
        file.seek(SeekFrom::Start(begin))?;
        Ok(Self { reader: BufReader::with_capacity(AT_A_TIME, file), begin, at: 0 })
    }

    /// The text of a file that was decoded already.
    pub(super) fn held(text: String) -> Self {
        let file = Shared::new(Box::new(io::Cursor::new(text.into_bytes())));
        Self { reader: BufReader::with_capacity(AT_A_TIME, file), begin: 0, at: 0 }
    }

    /// The next line with the sign that ends it, into a buffer, and where it begins; nothing at the end. Of a line that is
    /// longer than may be read only the beginning.
    pub(super) fn line(&mut self, line: &mut Vec<u8>) -> Result<Option<usize>, NoText> {
        line.clear();
        let begins = self.at;
        self.at += (&mut self.reader).take(Limits::ROW_BYTES as u64 + 1).read_until(b'\n', line).map_err(|_| NoText)?;
        if line.contains(&0) { Err(NoText) } else { Ok((!line.is_empty()).then_some(begins)) }
    }

    /// The file, to be read again in pieces.
    pub(super) fn stored(self) -> Stored {
        let at = self.begin.saturating_add(self.at as u64);
        Stored { begin: self.begin, state: Mutex::new(State { reader: self.reader, at, piece: None }) }
    }
}

impl Read for Text {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.reader.read(buffer)?;
        self.at += count;
        Ok(count)
    }
}

/// A file whose pieces are read again.
pub(super) struct Stored {
    begin: u64,
    state: Mutex<State>,
}

struct State {
    reader: BufReader<Shared>,
    /// Where the reader stands.
    at: u64,
    /// The piece that was read last, and where it stands: mostly it is asked for again.
    piece: Option<(usize, usize, String)>,
}

impl Stored {
    /// What a piece of the text holds, in normal form C. A file that has changed since gives what is there now; whoever
    /// opened it tells of that.
    pub(super) fn with<T>(&self, at: usize, length: usize, use_it: impl FnOnce(&str) -> T) -> T {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let state = &mut *state;
        let piece = match state.piece.take() {
            Some(piece) if (piece.0, piece.1) == (at, length) => piece,
            _ => (at, length, state.read(self.begin.saturating_add(at as u64), length)),
        };
        use_it(&state.piece.insert(piece).2)
    }
}

impl State {
    fn read(&mut self, at: u64, length: usize) -> String {
        let mut bytes = Vec::new();
        let away = i64::try_from(i128::from(at) - i128::from(self.at)).unwrap_or_default();
        if self.reader.seek_relative(away).is_ok() {
            self.at = at;
            // A failed read leaves a shorter piece.
            let _ = self.reader.by_ref().take(length as u64).read_to_end(&mut bytes);
            self.at += bytes.len() as u64;
        }
        match String::from_utf8(bytes) {
            Ok(text) if text.is_ascii() => text,
            Ok(text) => nfc(&text),
            Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
        }
    }
}

impl fmt::Debug for Stored {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Stored")
    }
}
