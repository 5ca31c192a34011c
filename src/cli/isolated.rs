//! Documents made in a process of their own, a worker of this program: where one ends the process, eats all memory or never
//! ends, the next one has a new process.

use std::ffi::OsString;
use std::io::{BufRead, BufReader, Write};
use std::num::NonZeroU64;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

use baocao_core::diagnostic::{Finding, unreadable};
use baocao_core::{kinds, msg};

use super::args::{MakingArgs, OfficeArgs, SettingsArgs};
use super::supervised;

/// How long a document may take, in seconds, where nothing else is said.
const TIME_LIMIT: u64 = 120;

/// How much memory a process may have, in MB, where nothing else is said.
const MEMORY_LIMIT: u64 = 2048;

/// Answers of a process that are not yet asked for.
const WAITING: usize = 1;

/// A process that makes documents, started anew when it has to be.
pub(crate) struct Isolated {
    arguments: Vec<OsString>,
    time_limit: Duration,
    memory_limit: u64,
    process: Option<Process>,
}

struct Process {
    child: Child,
    requests: ChildStdin,
    answers: Receiver<Vec<u8>>,
}

impl Isolated {
    /// A process for documents that are made in this way, where it was asked for.
    pub(crate) fn wanted(args: &MakingArgs) -> Option<Self> {
        let own_layout = supervised::has_own_layout(args.office.templates.as_deref());
        let wanted = args.isolate || args.time_limit.is_some() || args.memory_limit.is_some() || own_layout;
        let most = if own_layout { supervised::MEMORY } else { MEMORY_LIMIT };
        wanted.then(|| Self {
            arguments: arguments(args),
            time_limit: Duration::from_secs(args.time_limit.map_or(TIME_LIMIT, NonZeroU64::get)),
            memory_limit: args.memory_limit.map_or(most, NonZeroU64::get),
            process: None,
        })
    }

    /// Asks the process, and gives its answer: both are a line. The finding says why there is no answer.
    pub(crate) fn ask(&mut self, request: &[u8]) -> Result<Vec<u8>, Finding> {
        let mut process = match self.process.take() {
            Some(process) => process,
            None => self.start()?,
        };
        // A process that is ending reads no more; why it ends is told below.
        let asked = process.requests.write_all(request).and_then(|()| process.requests.flush());
        let answer = match asked {
            Ok(()) => process.answers.recv_timeout(self.time_limit),
            Err(_) => Err(RecvTimeoutError::Disconnected),
        };
        match answer {
            Ok(answer) => {
                self.process = Some(process);
                Ok(answer)
            }
            Err(RecvTimeoutError::Timeout) => {
                let _ = process.child.kill();
                let _ = process.child.wait();
                Err(out_of_time(self.time_limit))
            }
            Err(RecvTimeoutError::Disconnected) => {
                let ended = process.child.wait().ok();
                Err(ended_early(ended, self.memory_limit))
            }
        }
    }

    fn start(&self) -> Result<Process, Finding> {
        let program = std::env::current_exe().map_err(|error| unreadable("baocao".as_ref(), &error))?;
        let mut command = Command::new(&program);
        command.arg("worker").args(&self.arguments).arg("--bound-to-parent");
        command.arg("--memory-limit").arg(self.memory_limit.to_string());
        // What a process says when it breaks down is told as a finding.
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(|error| unreadable(&program, &error))?;
        let (Some(requests), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(ended_early(None, self.memory_limit));
        };
        let (sender, answers) = sync_channel(WAITING);
        let reading = move || {
            let mut output = BufReader::new(output);
            loop {
                let mut line = Vec::new();
                match output.read_until(b'\n', &mut line) {
                    Ok(1..) if line.ends_with(b"\n") && sender.send(line).is_ok() => {}
                    _ => return,
                }
            }
        };
        if let Err(error) = thread::Builder::new().spawn(reading) {
            let _ = child.kill();
            let _ = child.wait();
            return Err(unreadable(&program, &error));
        }
        Ok(Process { child, requests, answers })
    }
}

impl Drop for Isolated {
    fn drop(&mut self) {
        if let Some(Process { mut child, requests, .. }) = self.process.take() {
            // Without requests it ends by itself.
            drop(requests);
            let _ = child.wait();
        }
    }
}

/// The arguments of a worker that makes documents in this way.
fn arguments(args: &MakingArgs) -> Vec<OsString> {
    let MakingArgs { pdf_standard, strict, settings, office, .. } = args;
    let SettingsArgs { severity, exempt, config } = settings;
    let OfficeArgs { templates, font_dir, root } = office;
    let mut arguments: Vec<OsString> = vec!["--pdf-standard".into(), pdf_standard.to_string().into()];
    if *strict {
        arguments.push("--strict".into());
    }
    let texts = |name: &str, values: &[String]| -> Vec<OsString> {
        values.iter().flat_map(|value| [name.into(), value.into()]).collect()
    };
    arguments.extend(texts("--severity", severity));
    arguments.extend(texts("--exempt", exempt));
    for (name, path) in [("--config", config), ("--templates", templates), ("--font-dir", font_dir), ("--root", root)] {
        if let Some(path) = path {
            arguments.extend([name.into(), path.into()]);
        }
    }
    arguments
}

fn out_of_time(limit: Duration) -> Finding {
    let seconds = limit.as_secs();
    kinds::batch::OUT_OF_TIME
        .finding(msg!("dựng văn bản quá {seconds} giây chưa xong", "the document was not made in {seconds} seconds"))
        .hint(msg!(
            "tìm vòng lặp trong mẫu riêng, hoặc cho thêm thời gian bằng --time-limit",
            "look for a loop in your own templates, or give it more time with --time-limit"
        ))
}

fn ended_early(status: Option<ExitStatus>, memory: u64) -> Finding {
    kinds::batch::ENDED_EARLY
        .finding(msg!("tiến trình dựng văn bản đã dừng giữa chừng", "the process that made the document ended early"))
        .found(status.map_or(String::new(), |status| status.to_string()))
        .hint(msg!(
            "có thể vì thiếu bộ nhớ (giới hạn {memory} MB, đổi bằng --memory-limit) hoặc vì lỗi của chương trình",
            "perhaps for want of memory (the limit is {memory} MB, see --memory-limit), or by a fault of the program"
        ))
}

/// Keeps this process within its limits: it ends with its parent, and has no more memory than that many MB.
pub(crate) fn keep_within(bound_to_parent: bool, memory: Option<NonZeroU64>) {
    #[cfg(target_os = "linux")]
    if bound_to_parent {
        let _ = rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL));
    }
    #[cfg(unix)]
    if let Some(memory) = memory {
        let most = Some(memory.get().saturating_mul(1 << 20));
        let limit = rustix::process::Rlimit { current: most, maximum: most };
        let _ = rustix::process::setrlimit(rustix::process::Resource::Data, limit);
    }
    let _ = (bound_to_parent, memory);
}
