//! The run itself: documents side by side, each written down before and after.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use baocao_batch::{Done, KnownItem, Request, Status};
use baocao_core::diagnostic::Finding;
use baocao_core::digest::sha256;
use serde_json::value::RawValue;

use super::items::Item;
use super::store::{Line, Store, Unput};
use super::told::Teller;
use crate::cli::args::MakingArgs;
use crate::cli::isolated::Isolated;
use crate::cli::maker::{Job, Maker, Product, changed, failed, hash_of_file, lock};
use crate::cli::threads::is_alone;

/// What a thread may put on its stack: layouts are nested, and threads have a quarter of what a program has.
const STACK: usize = 16 << 20;

/// What all documents of a run are made with.
pub(super) struct Run<'a> {
    pub(super) maker: &'a Maker,
    pub(super) making: &'a MakingArgs,
    pub(super) store: &'a Store,
    pub(super) teller: &'a Teller<'a>,
}

impl Run<'_> {
    /// Makes all documents that are not there yet, so many at the same time. Where each is written down, in the order of
    /// the items; the finding says what broke the run off.
    pub(super) fn make_all(&self, items: &[Item], jobs: usize) -> Result<Vec<Line>, Finding> {
        let lines: Vec<Mutex<Option<Line>>> = items.iter().map(|item| Mutex::new(self.kept(item))).collect();
        let todo: Vec<usize> = (0..items.len()).filter(|index| lock(&lines[*index]).is_none()).collect();
        self.teller.begin(items.len(), items.len() - todo.len());
        self.store.run(self.maker.ground())?;
        let (next, broken) = (AtomicUsize::new(0), Mutex::new(None));
        let work = || {
            let mut isolated = Isolated::wanted(self.making);
            while lock(&broken).is_none() {
                let Some(index) = todo.get(next.fetch_add(1, Ordering::Relaxed)) else { return };
                match self.one(&items[*index], &mut isolated) {
                    Ok(line) => *lock(&lines[*index]) = Some(line),
                    Err(finding) => *lock(&broken) = Some(finding),
                }
            }
        };
        thread::scope(|scope| {
            let mut jobs = if is_alone() { 0 } else { jobs.clamp(1, todo.len().max(1)) };
            // Where a thread cannot be had, those that are there do its work.
            while jobs > 0 && thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work).is_ok() {
                jobs -= 1;
            }
            if jobs > 0 || is_alone() {
                work();
            }
        });
        self.teller.end();
        if let Some(finding) = lock(&broken).take() {
            return Err(finding);
        }
        lines.into_iter().map(|line| line.into_inner().ok().flatten().ok_or_else(not_made)).collect()
    }

    /// Where an item is written down that need not be made again: nothing that it was made of has changed, and what was made
    /// is still there.
    fn kept(&self, item: &Item) -> Option<Line> {
        let known = self.store.known().item(&item.id)?;
        let KnownItem { ground, status, sha256: document, inputs, line } = known;
        let same_ground = ground.as_deref() == Some(self.maker.ground());
        let there = match (status, document) {
            (Status::Made, Some(hash)) => self.store.has(&item.id, hash),
            (Status::Refused, _) => true,
            _ => false,
        };
        let same = |(name, hash): (&String, &Option<String>)| {
            let now = if *name == item.name { self.hash_of(item) } else { hash_of_file(Path::new(name)) };
            now == *hash
        };
        (same_ground && there && inputs.contains_key(&item.name) && inputs.iter().all(same)).then_some(*line)
    }

    fn hash_of(&self, item: &Item) -> Option<String> {
        item.read(self.maker.most_bytes()).ok().map(|bytes| sha256(&bytes))
    }

    /// Makes one document and writes down what became of it. The finding says why nothing more can be written at all.
    fn one(&self, item: &Item, isolated: &mut Option<Isolated>) -> Result<Line, Finding> {
        self.store.begin(&item.id)?;
        let (mut done, staged) = match item.job(self.maker.most_bytes()) {
            Ok(job) => self.product(job, isolated)?,
            Err(finding) => (failed(&item.id, &item.name, &finding).done, None),
        };
        if let (Some(document), Some(staged)) = (&mut done.document, staged) {
            document.file = Some(item.id.clone());
            let finding = if self.hash_of(item).as_ref() != done.inputs.get(&item.name).and_then(Option::as_ref) {
                Some(changed(&item.name))
            } else {
                match self.store.put(&staged, &item.id, &document.sha256) {
                    Ok(()) => None,
                    Err(Unput::Taken(finding)) => Some(finding),
                    Err(Unput::Broken(finding)) => return Err(finding),
                }
            };
            if let Some(finding) = finding {
                done = failed(&item.id, &item.name, &finding).done;
            }
        }
        self.teller.done(&done, &item.name);
        self.store.done(done)
    }

    /// What became of a report, and the file that its document is written to.
    fn product(&self, job: Job, isolated: &mut Option<Isolated>) -> Result<(Done, Option<PathBuf>), Finding> {
        let request = isolated.as_mut().and_then(|isolated| Some((self.request(&job)?, isolated)));
        let Some(((request, staged), isolated)) = request else {
            let Product { done, pdf } = self.maker.make(job);
            let staged = pdf.map(|pdf| self.store.stage(&pdf)).transpose()?;
            return Ok((done, staged));
        };
        let answer = isolated.ask(&request).and_then(|answer| {
            serde_json::from_slice::<Done>(&answer).map_err(|error| {
                baocao_core::diagnostic::unreadable(Path::new(&job.name), &std::io::Error::other(error))
            })
        });
        Ok(match answer {
            Ok(done) => (done, Some(staged)),
            Err(finding) => (failed(&job.id, &job.name, &finding).done, None),
        })
    }

    /// The request for a process of its own, and the file that the document shall be written to. A line that is no JSON
    /// cannot be asked for; no template is run for it either.
    fn request(&self, job: &Job) -> Option<(Vec<u8>, PathBuf)> {
        let staged = self.store.new_file();
        let is_file = job.path.as_os_str() == job.name.as_str();
        let report = match is_file {
            true => None,
            false => Some(serde_json::from_slice::<Box<RawValue>>(&job.bytes).ok()?),
        };
        let request = Request {
            id: job.id.clone(),
            report,
            path: Some(job.path.to_str()?.to_owned()),
            output: Some(staged.to_str()?.to_owned()),
            name: Some(job.name.clone()),
        };
        let mut line = serde_json::to_vec(&request).ok()?;
        line.push(b'\n');
        Some((line, staged))
    }
}

/// What no thread has done, and none was broken off.
fn not_made() -> Finding {
    baocao_core::diagnostic::unwritable(Path::new("-"), &std::io::ErrorKind::OutOfMemory.into())
}
