//! The register: one line of JSON a document, in the order of entry. Each line has the SHA-256 of the one before, the
//! head that of the last.

use std::collections::HashMap;
use std::io::{self, BufRead, Read};

use baocao_core::diagnostic::Finding;
use baocao_core::digest::sha256;
use baocao_core::{kinds, msg};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::metadata::Metadata;
use crate::name::{folder_name, is_safe};
use crate::number::plain_number;

/// Bytes of a line.
pub const MOST_LINE_BYTES: usize = 1 << 16;

/// The number of the format of heads.
const FORMAT: u32 = 1;

/// What the first line names as the one before.
const NOTHING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// A document in the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Which line it is, from 1.
    pub sequence: u64,
    /// The SHA-256 of the line before, without its line feed.
    pub previous: String,
    /// The id of the package, which is the name of its folder.
    pub package: String,
    /// The SHA-256 of its manifest.
    pub manifest: String,
    /// That of the document itself.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub document: String,
    /// The organ that issued it: its code, or else its name.
    pub organ: String,
    /// Its name, where it is known by its code.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub organ_name: String,
    /// The year of its number.
    pub year: i32,
    /// The series that its number is of.
    pub series: String,
    /// The number.
    pub number: String,
    /// Number and symbol.
    pub symbol: String,
    /// The day of issue.
    pub date: NaiveDate,
    /// The abstract.
    pub subject: String,
    /// When it was entered (ISO 8601).
    pub entered: String,
}

/// A text on one line, without characters that a terminal would obey.
fn shown(text: &str) -> String {
    baocao_vietnamese::one_line(text).chars().filter(|c| !c.is_control()).collect()
}

impl Line {
    /// The line of a document that is entered now; nothing where what it is known by is missing. The series is that of
    /// its symbol where none is named. Its place in the register is given by [`Chain::follow`].
    pub fn new(metadata: &Metadata, series: Option<&str>, entered: &str) -> Option<Self> {
        let one_line = |text: &Option<String>| text.as_deref().map(shown);
        let (number, notation) = (one_line(&metadata.code_number)?, one_line(&metadata.code_notation)?);
        let (date, subject) = (metadata.issued_date?, one_line(&metadata.subject)?);
        let (code, name) = (one_line(&metadata.organ_id), one_line(&metadata.organ_name));
        let organ_name = code.as_ref().and(name.clone()).unwrap_or_default();
        let organ = code.or(name)?;
        let series = series.map_or_else(|| notation.clone(), shown);
        // The organ is told apart by a few digits, since its name is long.
        let names = [&date.year().to_string(), &series, plain_number(&number)].map(folder_name).join("-");
        let package = format!("{names}-{}", sha256(baocao_vietnamese::bare(&organ).as_bytes()).split_at(6).0);
        Some(Self {
            sequence: 0,
            previous: String::new(),
            package,
            manifest: String::new(),
            document: String::new(),
            organ,
            organ_name,
            year: date.year(),
            symbol: format!("{number}/{notation}"),
            series,
            number,
            date,
            subject,
            entered: entered.to_owned(),
        })
    }

    /// What no two documents of one organ have in common: year, series and number. Capitals, marks and zeros before the
    /// number do not count.
    fn key(&self) -> String {
        let (series, number) = (plain(&self.series), plain_number(&self.number).to_lowercase());
        format!("{}\n{series}\n{number}", self.year)
    }

    /// Whether another document has the same number of the same organ, year and series.
    pub fn has_number_of(&self, other: &Self) -> bool {
        self.key() == other.key() && Organ::of(self).is(&Organ::of(other))
    }

    /// What the line says of a document and its metadata do not, and what they say.
    pub(crate) fn against(&self, metadata: &Metadata) -> Option<(String, String)> {
        let Some(said) = Self::new(metadata, Some(&self.series), &self.entered) else {
            return Some((self.symbol.clone(), "-".to_owned()));
        };
        let fields = |line: &Self| {
            let date = line.date.to_string();
            [&line.symbol, &line.number, &date, &line.year.to_string(), &line.organ, &line.subject, &line.package]
                .map(String::clone)
        };
        let (found, expected) = (fields(self), fields(&said));
        found.into_iter().zip(expected).find(|(found, expected)| found != expected)
    }

    /// Its bytes in the register, without the line feed.
    pub fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }
}

/// A text as it is compared.
fn plain(text: &str) -> String {
    baocao_vietnamese::bare(&baocao_vietnamese::one_line(text))
}

/// An organ as a line names it, by its code or by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Organ {
    known_by: String,
    /// Nothing where it is known by its name.
    name: String,
}

impl Organ {
    fn of(line: &Line) -> Self {
        Self { known_by: plain(&line.organ), name: plain(&line.organ_name) }
    }

    /// Whether both are one: of one code, or of one name where one of them has no code.
    fn is(&self, other: &Self) -> bool {
        self.known_by == other.known_by
            || self.name.is_empty() && self.known_by == other.name
            || other.name.is_empty() && other.known_by == self.name
    }
}

/// The numbers of a register.
#[derive(Debug, Default)]
pub struct Numbers(HashMap<String, Vec<(Organ, String)>>);

impl Numbers {
    /// Notes the number of a document; the package that has it already, if one has.
    pub fn add(&mut self, line: &Line) -> Option<String> {
        let (organ, known) = (Organ::of(line), self.0.entry(line.key()).or_default());
        let other = known.iter().find(|(other, _)| other.is(&organ)).map(|(_, package)| package.clone());
        known.push((organ, line.package.clone()));
        other
    }
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// It cannot be read.
    Unreadable,
    /// It does not follow the line before.
    Unchained,
    /// The file ends in the middle of it.
    Torn,
}

/// What the lines so far come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// How many they are.
    pub count: u64,
    /// The SHA-256 of the last one.
    pub last: String,
    /// The place that the next one should say it has.
    next: u64,
}

impl Default for Chain {
    fn default() -> Self {
        Self { count: 0, last: NOTHING.to_owned(), next: 1 }
    }
}

impl Chain {
    /// Takes one more line, without its line feed. Whatever is wrong with it, the lines after it are held against it.
    pub fn add(&mut self, bytes: &[u8]) -> (Option<Line>, Option<Flaw>) {
        let before = std::mem::replace(&mut self.last, sha256(bytes));
        self.count += 1;
        let line = serde_json::from_slice::<Line>(bytes).ok();
        // The id is the name of a folder.
        let line = line.filter(|line| is_safe(&line.package) && !line.package.contains('/'));
        let place = line.as_ref().map_or(self.next, |line| line.sequence);
        let flaw = match &line {
            None => Some(Flaw::Unreadable),
            Some(line) => (line.sequence != self.next || line.previous != before).then_some(Flaw::Unchained),
        };
        self.next = place.saturating_add(1);
        (line, flaw)
    }

    /// Gives a line its place behind those so far.
    pub fn follow(&self, line: Line) -> Line {
        Line { sequence: self.count + 1, previous: self.last.clone(), ..line }
    }

    /// The head of the register as it is now.
    pub fn head(&self) -> Head {
        Head { format: FORMAT, count: self.count, sha256: self.last.clone() }
    }
}

/// How many lines the register has, and the SHA-256 of the last: what is kept elsewhere, or timestamped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// The number of its format.
    pub format: u32,
    /// How many lines there are.
    pub count: u64,
    /// The SHA-256 of the last one.
    pub sha256: String,
}

impl Head {
    /// From its bytes.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok().filter(|head: &Self| head.format == FORMAT)
    }

    /// Its bytes: the same for the same register.
    pub fn to_json(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }
}

/// The lines of a register, one after another.
#[derive(Debug)]
pub struct Lines<R> {
    reader: R,
    chain: Chain,
    name: String,
    number: u64,
    end: u64,
}

/// One step through a register: the line where it can be read, its bytes, and what is wrong with it.
#[derive(Debug)]
pub struct Step {
    /// The line.
    pub line: Option<Line>,
    /// The head as it is with this line.
    pub head: Head,
    /// What is wrong.
    pub flaw: Option<Flaw>,
    /// The same in words.
    pub finding: Option<Finding>,
}

impl<R: BufRead> Lines<R> {
    /// The lines of a register that the user knows by this name.
    pub fn new(reader: R, name: &str) -> Self {
        Self { reader, chain: Chain::default(), name: name.to_owned(), number: 0, end: 0 }
    }

    /// What the lines so far come to.
    pub fn chain(&self) -> &Chain {
        &self.chain
    }

    /// Where the last whole line ends, in bytes.
    pub fn end(&self) -> u64 {
        self.end
    }

    /// One more line; nothing at the end.
    pub fn step(&mut self) -> io::Result<Option<Step>> {
        let mut bytes = Vec::new();
        let most = MOST_LINE_BYTES as u64 + 1;
        let read = self.reader.by_ref().take(most).read_until(b'\n', &mut bytes)? as u64;
        if read == 0 {
            return Ok(None);
        }
        self.number += 1;
        if bytes.last() != Some(&b'\n') {
            // Too long, or cut off: either way the rest is of no use.
            let flaw = if read == most { Flaw::Unreadable } else { Flaw::Torn };
            self.skip()?;
            let finding = Some(self.told(&flaw));
            return Ok(Some(Step { line: None, head: self.chain.head(), flaw: Some(flaw), finding }));
        }
        bytes.pop();
        self.end += read;
        let (line, flaw) = self.chain.add(&bytes);
        let finding = flaw.as_ref().map(|flaw| self.told(flaw));
        Ok(Some(Step { line, head: self.chain.head(), flaw, finding }))
    }

    /// Reads on behind the next line feed.
    fn skip(&mut self) -> io::Result<()> {
        loop {
            let buffer = self.reader.fill_buf()?;
            let (used, is_end) = match buffer.iter().position(|byte| *byte == b'\n') {
                Some(at) => (at + 1, true),
                None => (buffer.len(), buffer.is_empty()),
            };
            self.reader.consume(used);
            if is_end {
                return Ok(());
            }
        }
    }

    fn told(&self, flaw: &Flaw) -> Finding {
        let (name, number) = (&self.name, self.number);
        match flaw {
            Flaw::Unreadable => kinds::archive::BAD_LINE
                .finding(msg!("{name}: dòng {number} không đọc được", "{name}: line {number} cannot be read")),
            Flaw::Torn => kinds::archive::BAD_LINE
                .finding(msg!("{name}: dòng {number} bị đứt", "{name}: line {number} is cut off")),
            Flaw::Unchained => kinds::archive::CHAIN_BROKEN.finding(msg!(
                "{name}: dòng {number} không nối với dòng trước: dòng trước bị sửa, hoặc có dòng bị bỏ, bị chèn",
                "{name}: line {number} does not follow the one before: that was changed, or lines were taken out or put in"
            )),
        }
    }
}

/// A time in seconds since 1970 as it stands in the register: by the clock of Vietnam, with its zone.
pub fn entered(seconds: i64) -> String {
    let zone = FixedOffset::east_opt(7 * 3600);
    let time = DateTime::from_timestamp(seconds, 0).zip(zone).map(|(time, zone)| time.with_timezone(&zone));
    time.unwrap_or_default().to_rfc3339()
}
