//! `baocao worker`: a request a line, an answer a line, in the same order. An answer is written before the next request is
//! read, so that nothing piles up where nobody reads.

use std::io::{self, BufRead, Read};
use std::path::{Path, PathBuf};

use baocao_batch::{Done, Request};
use baocao_core::diagnostic::{Finding, megabytes, visible_lines};
use baocao_core::{kinds, msg};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::args::WorkerArgs;
use super::isolated::{self, Isolated};
use super::maker::{Job, Maker, Product, failed};
use super::{Console, Outcome, output, render};

/// A report as it may be written into a line: every letter escaped.
const ESCAPED: usize = 6;

pub(crate) fn run(args: &WorkerArgs, console: &Console) -> Outcome {
    // A worker that is bound to its parent is the process in which documents are made.
    let supervised = if args.bound_to_parent { None } else { Isolated::wanted(&args.making) };
    isolated::keep_within(args.bound_to_parent, args.making.memory_limit.filter(|_| args.bound_to_parent));
    let maker = match Maker::new(&args.making) {
        Ok(maker) => maker,
        Err(findings) => return console.fail_all(findings),
    };
    match answer_all(&maker, supervised) {
        Ok(()) => Outcome::Done,
        Err(finding) => console.fail(finding),
    }
}

fn answer_all(maker: &Maker, mut isolated: Option<Isolated>) -> Result<(), Finding> {
    let most = maker.most_bytes().saturating_mul(ESCAPED);
    let mut input = io::stdin().lock();
    loop {
        let answer = match next_line(&mut input, most)? {
            Line::End => return Ok(()),
            Line::Blank => continue,
            Line::TooLong(bytes) => line(&failed("", "-", &too_long(bytes, most)).done),
            Line::Whole(request) => match &mut isolated {
                Some(isolated) => supervised(isolated, &request),
                None => line(&answer(maker, &request)),
            },
        };
        if !output::printed(&answer)? {
            // Nobody reads answers any more.
            return Ok(());
        }
    }
}

fn line(done: &Done) -> Vec<u8> {
    let mut line = serde_json::to_vec(done).unwrap_or_default();
    line.push(b'\n');
    line
}

/// The answer of the process that makes documents, or what became of it.
fn supervised(isolated: &mut Isolated, request: &[u8]) -> Vec<u8> {
    isolated.ask(request).unwrap_or_else(|finding| {
        let asked = serde_json::from_slice::<Request>(request).ok();
        let (id, name) = asked.map(|asked| (asked.id.clone(), name_of(&asked))).unwrap_or_default();
        line(&failed(&id, &name, &finding).done)
    })
}

/// What the report of a request is called.
fn name_of(request: &Request) -> String {
    request.name.clone().or_else(|| request.path.clone()).unwrap_or_else(|| request.id.clone())
}

/// The answer to a request.
fn answer(maker: &Maker, request: &[u8]) -> Done {
    let request: Request = match serde_json::from_slice(request) {
        Ok(request) => request,
        Err(_) => return failed("", "-", &no_request(&visible_lines(&String::from_utf8_lossy(request)))).done,
    };
    let name = name_of(&request);
    let bytes = match (&request.report, &request.path) {
        (Some(report), _) => Ok(report.get().as_bytes().to_vec()),
        (None, Some(path)) => output::read(Path::new(path), maker.most_bytes()),
        (None, None) => Err(no_request("report, path")),
    };
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(finding) => return failed(&request.id, &name, &finding).done,
    };
    let path = request.path.as_ref().map_or_else(PathBuf::new, PathBuf::from);
    if let Some(output) = request.output.as_ref().filter(|output| render::same_file(&path, Path::new(output))) {
        return failed(&request.id, &name, &render::onto_report(Path::new(output))).done;
    }
    let Product { mut done, pdf } = maker.make(Job { id: request.id.clone(), name: name.clone(), path, bytes });
    let (Some(pdf), Some(document)) = (pdf, &mut done.document) else { return done };
    match request.output {
        None => document.pdf = Some(STANDARD.encode(pdf)),
        Some(path) => match output::write_all(&[(PathBuf::from(&path), &pdf)], true) {
            Ok(()) => document.file = Some(path),
            Err(finding) => return failed(&request.id, &name, &finding).done,
        },
    }
    done
}

/// What comes next.
enum Line {
    Whole(Vec<u8>),
    Blank,
    TooLong(usize),
    End,
}

/// The next line. One that is too long is read to its end and not kept.
fn next_line(input: &mut impl BufRead, most: usize) -> Result<Line, Finding> {
    let unreadable = |error: io::Error| baocao_core::diagnostic::unreadable("-".as_ref(), &error);
    let mut line = Vec::new();
    let read = input.by_ref().take(most as u64 + 1).read_until(b'\n', &mut line).map_err(unreadable)?;
    if read == 0 {
        return Ok(Line::End);
    }
    if read > most && !line.ends_with(b"\n") {
        let skipped = output::skip_line(input).map_err(unreadable)?;
        return Ok(Line::TooLong(read + skipped));
    }
    // Windows marks texts of UTF-8 at their beginning, and such files may be put one behind the other.
    let marks = output::marks(&line);
    line.drain(..marks);
    let blank = line.iter().all(u8::is_ascii_whitespace);
    if !line.ends_with(b"\n") {
        line.push(b'\n');
    }
    Ok(if blank { Line::Blank } else { Line::Whole(line) })
}

fn too_long(bytes: usize, most: usize) -> Finding {
    let limit = megabytes(most as u64);
    kinds::batch::LINE_TOO_LONG
        .finding(msg!("dòng yêu cầu quá dài", "the line of the request is too long"))
        .found(megabytes(bytes as u64))
        .expected(msg!("không quá {limit}", "at most {limit}"))
}

fn no_request(reason: &str) -> Finding {
    kinds::batch::NO_REQUEST
        .finding(msg!("dòng này không phải yêu cầu", "this line is no request"))
        .found(reason)
        .expected(msg!(
            "một đối tượng JSON trên một dòng: {{\"id\": ..., \"report\": {{...}}}} hoặc {{\"id\": ..., \"path\": \"...\"}}",
            "a JSON object on one line: {{\"id\": ..., \"report\": {{...}}}} or {{\"id\": ..., \"path\": \"...\"}}"
        ))
}
