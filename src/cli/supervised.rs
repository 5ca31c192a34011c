//! Pages of an office's own: their layout is a program, which may ask for any memory and never end. A command that may run one
//! runs in a process of its own with limits, and what becomes of that process is told as a finding.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use baocao_core::diagnostic::{Finding, unreadable};
use baocao_core::{kinds, msg};

use super::{Console, Outcome, isolated};

/// Says to a process that it is the one with limits.
const WITHIN: &str = "BAOCAO_WITHIN_LIMITS";

/// How much memory pages of an own layout may take, in MB.
pub(crate) const MEMORY: u64 = 900;

/// How long they may take, in seconds.
const TIME: Duration = Duration::from_secs(120);

/// What the runtime begins with when it breaks down; the finding says it better.
const LAST_WORDS: [&str; 3] = ["memory allocation of ", "thread '", "fatal runtime error"];

/// Whether a folder of templates brings pages of its own.
pub(crate) fn has_own_layout(templates: Option<&Path>) -> bool {
    let files = templates.and_then(|folder| std::fs::read_dir(folder.join("layout")).ok());
    files.is_some_and(|mut files| {
        files.any(|file| {
            file.is_ok_and(|file| Path::new(&file.file_name()).extension().is_some_and(|kind| kind == "typ"))
        })
    })
}

/// Runs this command once more in a process with limits, where the pages are laid out by a layout of these templates; nothing
/// where it is that process already, or needs none.
pub(crate) fn run(templates: Option<&Path>, console: &Console) -> Option<Outcome> {
    if !has_own_layout(templates) {
        return None;
    }
    if std::env::var_os(WITHIN).is_some() {
        isolated::keep_within(true, std::num::NonZeroU64::new(MEMORY));
        return None;
    }
    Some(match start(console) {
        Ok(Some(0)) => Outcome::Done,
        Ok(Some(1)) => Outcome::Refused,
        Ok(Some(2)) => Outcome::Failed,
        Ok(_) => console.fail(too_much()),
        Err(finding) => console.fail(finding),
    })
}

/// The exit code of the process; nothing where it was ended.
fn start(console: &Console) -> Result<Option<i32>, Finding> {
    let program = std::env::current_exe().map_err(|error| unreadable("baocao".as_ref(), &error))?;
    let mut command = Command::new(&program);
    command.args(std::env::args_os().skip(1)).env(WITHIN, "1").stderr(Stdio::piped());
    if console.color {
        command.args(["--color", "always"]);
    }
    let mut child = command.spawn().map_err(|error| unreadable(&program, &error))?;
    let (sender, said) = channel();
    if let Some(stderr) = child.stderr.take() {
        thread::spawn(move || {
            let mut stderr = BufReader::new(stderr);
            let mut line = Vec::new();
            let mut is_dying = false;
            while stderr.read_until(b'\n', &mut line).is_ok_and(|length| length > 0) {
                is_dying |= LAST_WORDS.iter().any(|words| line.starts_with(words.as_bytes()));
                if !is_dying {
                    let _ = std::io::stderr().write_all(&line);
                }
                line.clear();
            }
            let _ = sender.send(());
        });
    }
    if said.recv_timeout(TIME) == Err(RecvTimeoutError::Timeout) {
        let _ = child.kill();
    }
    Ok(child.wait().ok().and_then(|status| status.code()))
}

fn too_much() -> Finding {
    let seconds = TIME.as_secs();
    kinds::typesetting::TOO_MUCH
        .finding(msg!(
            "mẫu trang riêng dùng quá nhiều bộ nhớ hoặc không dừng",
            "the own layout takes too much memory, or does not end"
        ))
        .expected(msg!("không quá {MEMORY} MB và {seconds} giây", "at most {MEMORY} MB and {seconds} seconds"))
        .hint(msg!(
            "tìm vòng lặp, chuỗi hoặc danh sách quá dài trong layout/ của thư mục mẫu",
            "look for a loop, a text or a list without end in layout/ of the folder of templates"
        ))
}
