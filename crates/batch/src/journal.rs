//! What a run writes down: what it began with, each item before it is begun and after it is done, a line of JSON each. A run
//! that was cut short is known by it, and so is what a later one may keep.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// One line of a journal.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    /// A run begins.
    Run(Run),
    /// An item is begun.
    Begun(Begun),
    /// An item is done.
    Done(Done),
}

impl Entry {
    /// The line, with its line feed.
    pub fn line(&self) -> Vec<u8> {
        // Nothing in these types can fail to be written.
        let mut line = serde_json::to_vec(self).unwrap_or_default();
        line.push(b'\n');
        line
    }
}

/// A run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The version of the program.
    pub version: String,
    /// The SHA-256 of all that every document depends on: version, templates, fonts, settings of the call.
    pub ground: String,
}

/// An item that is begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Begun {
    /// Its name: the path of its document below the folder of results.
    pub id: String,
}

/// What became of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Its document was made.
    Made,
    /// What was found forbids a document.
    Refused,
    /// It could not be looked at to its end: not readable, out of time or memory, a fault of the program.
    Failed,
}

/// An item that is done. A worker answers with the same.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Done {
    /// Its name; of a request, what the request called it.
    pub id: String,
    /// What became of it.
    pub status: Status,
    /// Its document, where there is one.
    pub document: Option<Made>,
    /// The report and every file that was read beside it, with their SHA-256; nothing for a file that was not there.
    pub inputs: BTreeMap<String, Option<String>>,
    /// What was found: a record as `baocao check --format json` has it.
    pub review: Box<RawValue>,
    /// How long it took. Not in a manifest: the same inputs give the same manifest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub milliseconds: Option<u64>,
}

/// A document that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// Where it is: below the folder of results, or as it was asked for. Nothing where it is in the answer itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The PDF itself in Base64, in answers that were asked for no file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pdf: Option<String>,
    /// The SHA-256 of the PDF.
    pub sha256: String,
    /// Its bytes.
    pub bytes: usize,
    /// Its pages.
    pub pages: usize,
}

/// What a journal knows of the runs before.
#[derive(Debug, Default)]
pub struct Known {
    /// The items that were done, by their names, as they were last.
    items: HashMap<String, KnownItem>,
    /// The items that were begun and not done.
    open: HashSet<String>,
    /// The lines, from 1, that cannot be read. Where the last one is no whole line, the run was cut short in it.
    pub unreadable: Vec<usize>,
    /// Whether the last line is no whole line.
    pub torn: bool,
    /// What the last run depended on.
    pub ground: Option<Arc<str>>,
    lines: usize,
}

/// What is known of an item that was done.
#[derive(Debug, Clone)]
pub struct KnownItem {
    /// What its run depended on.
    pub ground: Option<Arc<str>>,
    /// What became of it.
    pub status: Status,
    /// The SHA-256 of its document.
    pub sha256: Option<String>,
    /// What it was made of.
    pub inputs: BTreeMap<String, Option<String>>,
    /// Where its line begins in the journal, and its bytes.
    pub line: (u64, usize),
}

impl Known {
    /// Takes one more line of a journal, which begins at so many bytes.
    pub fn add(&mut self, offset: u64, line: &[u8]) {
        self.lines += 1;
        let whole = line.strip_suffix(b"\n");
        let Ok(entry) = serde_json::from_slice(whole.unwrap_or(line)) else {
            self.torn = whole.is_none();
            if !self.torn {
                self.unreadable.push(self.lines);
            }
            return;
        };
        match entry {
            Entry::Run(run) => self.ground = Some(run.ground.into()),
            Entry::Begun(begun) => drop(self.open.insert(begun.id)),
            Entry::Done(done) => {
                self.open.remove(&done.id);
                let sha256 = done.document.map(|document| document.sha256);
                let (ground, status, inputs) = (self.ground.clone(), done.status, done.inputs);
                self.items.insert(done.id, KnownItem { ground, status, sha256, inputs, line: (offset, line.len()) });
            }
        }
    }

    /// What is known of an item that was done.
    pub fn item(&self, id: &str) -> Option<&KnownItem> {
        self.items.get(id)
    }

    /// The names of the documents that were made.
    pub fn documents(&self) -> impl Iterator<Item = &str> {
        self.items.iter().filter(|(_, item)| item.sha256.is_some()).map(|(id, _)| id.as_str())
    }

    /// Whether an item was begun and never done: its document, where it is there, is of that run.
    pub fn is_open(&self, id: &str) -> bool {
        self.open.contains(id)
    }
}
