//! `--fix` and `--diff`: repairs of what is beyond doubt.

use std::path::Path;

use baocao::{Office, Settings};
use baocao_check::mend::{Mended, unified};
use baocao_core::diagnostic::{Finding, visible_name};
use baocao_core::{kinds, msg};

use crate::cli::args::{CheckArgs, FindingsFormat};
use crate::cli::roots::Stand;
use crate::cli::{Console, output};

/// A report with its repairs.
pub(super) struct Fixed {
    /// Its bytes, mended.
    pub(super) bytes: Vec<u8>,
    /// Its bytes as they were.
    pub(super) before: Vec<u8>,
    /// What changed, as a unified diff; empty where nothing did.
    diff: String,
    count: usize,
}

/// Whether standard input shall be mended: then the mended text is what standard output is for.
pub(super) fn takes_output(args: &CheckArgs) -> bool {
    args.fix && !args.diff && args.reports.iter().any(|path| output::is_standard(path))
}

/// A call that wants two things of standard output.
pub(super) fn refused(args: &CheckArgs) -> Option<Finding> {
    let wants = args.format != FindingsFormat::Text || args.summary;
    (takes_output(args) && wants && output::is_standard(&args.output)).then(|| {
        kinds::settings::WRONG_CALL
            .finding(msg!(
                "đầu ra chuẩn đã dành cho báo cáo được sửa",
                "standard output is where the mended report goes"
            ))
            .hint(msg!("ghi kết quả kiểm tra ra tệp bằng -o", "write what was found to a file with -o"))
    })
}

/// Mends a report. What its settings exempt stays. A file that is no JSON stays as it is: the check tells why.
pub(super) fn fixed(path: &Path, stand: &Stand, office: &Office, settings: &Settings) -> Result<Fixed, Finding> {
    let bytes = output::read(path, office.limits().report_bytes)?;
    let name = path.display().to_string();
    let mended = office.mend(stand.report(&name, bytes.clone()), settings);
    let Some(Mended { before, text, mendings }) = mended.filter(|mended| !mended.mendings.is_empty()) else {
        return Ok(Fixed { bytes: bytes.clone(), before: bytes, diff: String::new(), count: 0 });
    };
    let mark: &[u8] = if bytes.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK } else { b"" };
    let diff = unified(&visible_name(&name), &before, &text);
    Ok(Fixed { bytes: [mark, text.as_bytes()].concat(), before: bytes, diff, count: mendings.len() })
}

/// U+FEFF in UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

impl Fixed {
    /// The diff, coloured where that is wished.
    pub(super) fn diff(&self, color: bool) -> String {
        if color { self.diff.split_inclusive('\n').map(colored).collect() } else { self.diff.clone() }
    }

    /// Shows the diff, then writes the file. Standard input goes to standard output, mended or not.
    pub(super) fn write(&self, path: &Path, console: &Console) -> Result<(), Finding> {
        let name = path.display();
        let count = self.count;
        if count > 0 {
            console.write(&self.diff(console.color));
        }
        if output::is_standard(path) {
            output::print(&self.bytes)?;
        } else if count > 0 {
            output::replace(path, &self.bytes)?;
            console.say(&format!("đã sửa {name}: {count} chỗ"), &format!("mended {name}: {count} repairs"));
        }
        Ok(())
    }
}

/// A line of a diff in the colours that diffs have.
fn colored(line: &str) -> String {
    let color = match line.as_bytes().first() {
        Some(b'+') => "\u{1b}[32m",
        Some(b'-') => "\u{1b}[31m",
        Some(b'@') => "\u{1b}[36m",
        _ => return line.to_owned(),
    };
    let end = line.trim_end_matches(['\n', '\r']);
    format!("{color}{end}\u{1b}[0m{}", &line[end.len()..])
}
