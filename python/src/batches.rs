//! Many reports, on all processors, their documents in the order of the reports.

use std::collections::VecDeque;
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, available_parallelism};
use std::time::Duration;

use baocao::{Finding, Limits, Office};
use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyIterator, PyTuple};

use crate::given::{Given, NAME};
use crate::keep::Folder;
use crate::options::{Options, nothing_left, take};
use crate::told::{self, Unmade};
use crate::work::{self, Made};

/// Reports for each thread that are read before their turn: enough that no thread waits while results are looked at.
const AHEAD: usize = 3;

/// That of the main thread of a program: the typesetter calls itself for what stands inside one another.
const STACK: usize = 8 << 20;

/// How often a signal (Ctrl+C) is looked for.
const MOMENT: Duration = Duration::from_millis(100);

/// A report that shall be worked on.
struct Job {
    number: usize,
    id: String,
    given: Result<Given, Finding>,
}

/// A report whose document was not given back yet.
struct Awaited {
    id: String,
    made: Option<Made>,
}

/// Documents in the order of their reports. Reports are taken as the documents are: so many wait at most, however many there
/// are.
#[pyclass(module = "baocao")]
pub(crate) struct Batches {
    reports: Option<Py<PyIterator>>,
    /// What the reports themselves raised; told when all before are given back.
    raised: Option<PyErr>,
    jobs: Sender<Job>,
    done: Mutex<Receiver<(usize, Made)>>,
    /// From the number `first` on.
    awaited: VecDeque<Awaited>,
    first: usize,
    threads: usize,
    limits: Limits,
}

impl Batches {
    pub(crate) fn new(
        office: &Arc<Office>,
        reports: &Bound<'_, PyAny>,
        keywords: &Bound<'_, PyDict>,
    ) -> PyResult<Self> {
        let options = Options::take(keywords)?;
        let force = take(keywords, "force")?.unwrap_or_default();
        let folder = take(keywords, "output_dir")?.map(|path| Folder::new(path, force)).transpose();
        let folder = folder.map_err(|finding| Unmade::from(finding).error(reports.py(), options.lang))?;
        let threads = match take::<usize>(keywords, "threads")? {
            Some(0) => return Err(PyValueError::new_err("threads: at least 1")),
            Some(threads) => threads,
            None => available_parallelism().map_or(1, NonZero::get),
        };
        nothing_left(keywords)?;
        let reports = Some(reports.try_iter()?.unbind());
        let (jobs, taken) = channel();
        let (made, done) = channel();
        let worker = Worker {
            office: Arc::clone(office),
            options: Arc::new(options),
            folder,
            jobs: Arc::new(Mutex::new(taken)),
            made,
        };
        for _ in 0..threads {
            let worker = worker.clone();
            thread::Builder::new().name("baocao".to_owned()).stack_size(STACK).spawn(move || worker.work())?;
        }
        let (done, limits) = (Mutex::new(done), *office.limits());
        Ok(Self { reports, raised: None, jobs, done, awaited: VecDeque::new(), first: 0, threads, limits })
    }

    /// Takes reports until enough of them wait.
    fn take_reports(&mut self, py: Python<'_>) -> PyResult<()> {
        while let Some(reports) = self.reports.as_ref().map(|reports| reports.bind(py).clone()) {
            self.note_done();
            let ready = self.awaited.front().is_some_and(|first| first.made.is_some());
            let waiting = self.awaited.len();
            // A source that is slow must not hold back what is there already.
            if waiting >= self.threads * AHEAD || (ready && waiting > self.threads) {
                break;
            }
            match reports.into_iter().next() {
                Some(Ok(report)) => self.begin(&report)?,
                Some(Err(error)) => {
                    self.raised = Some(error);
                    self.reports = None;
                }
                None => self.reports = None,
            }
        }
        Ok(())
    }

    fn begin(&mut self, report: &Bound<'_, PyAny>) -> PyResult<()> {
        let number = self.first + self.awaited.len();
        let (id, given) = self.read(report, number)?;
        self.awaited.push_back(Awaited { id: id.clone(), made: None });
        self.jobs.send(Job { number, id, given }).map_err(|_| stopped())
    }

    /// The id of a report and the report: both are given, or it is called by its file or its number.
    fn read(&self, report: &Bound<'_, PyAny>, number: usize) -> PyResult<(String, Result<Given, Finding>)> {
        if let Ok(pair) = report.downcast::<PyTuple>()
            && let Ok([id, report]) = <[Bound<'_, PyAny>; 2]>::try_from(pair.iter().collect::<Vec<_>>())
        {
            let id = if id.is_none() { String::new() } else { id.str()?.to_string_lossy().into_owned() };
            let name = if id.is_empty() { NAME.to_owned() } else { format!("{id}.json") };
            return Ok((id, Given::of(&report, &name, &self.limits)?));
        }
        let given = Given::of(report, NAME, &self.limits)?;
        let stem = match &given {
            Ok(Given::File(path)) => path.file_stem().map(|stem| stem.to_string_lossy().into_owned()),
            _ => None,
        };
        Ok((stem.unwrap_or_else(|| (number + 1).to_string()), given))
    }

    /// Notes documents that are done.
    fn note_done(&mut self) {
        let done = self.done.get_mut().unwrap_or_else(PoisonError::into_inner);
        while let Ok((number, made)) = done.try_recv() {
            put(&mut self.awaited, self.first, number, made);
        }
    }
}

#[pymethods]
impl Batches {
    fn __iter__(this: PyRef<'_, Self>) -> PyRef<'_, Self> {
        this
    }

    fn __next__<'py>(&mut self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.take_reports(py)?;
        while self.awaited.front().is_some_and(|first| first.made.is_none()) {
            let done = &self.done;
            let moment = || done.lock().unwrap_or_else(PoisonError::into_inner).recv_timeout(MOMENT);
            match py.allow_threads(moment) {
                Ok((number, made)) => put(&mut self.awaited, self.first, number, made),
                Err(RecvTimeoutError::Timeout) => py.check_signals()?,
                Err(RecvTimeoutError::Disconnected) => return Err(stopped()),
            }
        }
        let Some(Awaited { id, made: Some(made) }) = self.awaited.pop_front() else {
            return self.raised.take().map_or(Ok(None), Err);
        };
        self.first += 1;
        result(py, &id, made).map(Some)
    }
}

/// Puts a document in the place of its report.
fn put(awaited: &mut VecDeque<Awaited>, first: usize, number: usize, made: Made) {
    if let Some(awaited) = awaited.get_mut(number - first) {
        awaited.made = Some(made);
    }
}

/// What came of a report, as Python has it.
fn result<'py>(py: Python<'py>, id: &str, made: Made) -> PyResult<Bound<'py, PyAny>> {
    let Made { status, pdf, path, pages, findings, seconds } = made;
    let pdf = pdf.map(|pdf| PyBytes::new(py, &pdf));
    let path = path.as_deref().map(Path::as_os_str);
    let class = py.import("baocao.results")?.getattr("Result")?;
    class.call1((id, status, pdf, path, pages, told::loads(py, &findings)?, seconds))
}

fn stopped() -> PyErr {
    PyRuntimeError::new_err("the threads of this batch have stopped")
}

/// What a thread works with.
#[derive(Clone)]
struct Worker {
    office: Arc<Office>,
    options: Arc<Options>,
    folder: Option<Folder>,
    jobs: Arc<Mutex<Receiver<Job>>>,
    made: Sender<(usize, Made)>,
}

impl Worker {
    /// Works until there is nothing more to do, or nobody who waits for it.
    fn work(self) {
        loop {
            let job = self.jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let Ok(Job { number, id, given }) = job else { break };
            let keep = self.folder.as_ref().map(|folder| (folder, id.as_str()));
            let made = work::make(&self.office, given, &self.options, keep);
            if self.made.send((number, made)).is_err() {
                break;
            }
        }
    }
}
