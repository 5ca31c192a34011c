//! The threads that work is shared out to, all started here, once: where none can be had the work is done by the one that
//! there is.

use std::num::NonZeroUsize;
use std::sync::OnceLock;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::{self, available_parallelism};

use rayon::{ThreadBuilder, ThreadPoolBuilder};

/// The variable that may ask for fewer threads than there are processors.
const VARIABLE: &str = "RAYON_NUM_THREADS";

/// Whether there is more than the first thread.
static HAS_OTHERS: OnceLock<bool> = OnceLock::new();

/// Starts the threads: one a processor, or fewer where that is asked for or the system gives no more.
pub(crate) fn start() {
    // Each waits for what it shall do: how many there are has to be known before any of them begins.
    let mut waiting = Vec::new();
    for _ in 0..wanted() {
        let (work, worker) = sync_channel::<ThreadBuilder>(1);
        if thread::Builder::new().spawn(move || wait(&worker)).is_err() {
            break;
        }
        waiting.push(work);
    }
    let _ = HAS_OTHERS.set(!waiting.is_empty());
    let pool = ThreadPoolBuilder::new().num_threads(waiting.len().max(1));
    let built = match waiting.is_empty() {
        true => pool.use_current_thread().build_global(),
        false => {
            let mut waiting = waiting.into_iter();
            let hand_over = |thread| {
                let work = waiting.next().ok_or(std::io::ErrorKind::WouldBlock)?;
                work.send(thread).map_err(|_| std::io::ErrorKind::BrokenPipe.into())
            };
            pool.spawn_handler(hand_over).build_global()
        }
    };
    // It fails where it was built before, and nobody else does.
    debug_assert!(built.is_ok());
}

fn wait(worker: &Receiver<ThreadBuilder>) {
    if let Ok(thread) = worker.recv() {
        thread.run();
    }
}

/// How many there shall be. More than there are processors would only wait for each other.
fn wanted() -> usize {
    let most = available_parallelism().map_or(1, NonZeroUsize::get);
    let asked = std::env::var(VARIABLE).ok().and_then(|text| text.parse().ok()).filter(|asked| *asked > 0);
    asked.map_or(most, |asked: usize| asked.min(most))
}

/// Whether the first thread has to do all work itself: what waits for it elsewhere would wait for ever.
pub(crate) fn is_alone() -> bool {
    HAS_OTHERS.get() == Some(&false)
}
