//! What the documents promise: each example of a command in `docs/`, README and the help is a call that the program understands,
//! and it is carried out as far as the files are there that it names.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::Stdio;

use crate::common::{baocao, copy, project, text};

/// Pages that are generated, whose examples are reports.
const GENERATED: [&str; 3] = ["rules.md", "indicators.md", "truong-bao-cao.md"];

/// What may be told where an example names a file that is not there, one that is there already, or a key that nobody has.
const ABSENT: [&str; 5] = ["tep/", "hang-loat/da-chay", "luu-tru/khong-phai-kho", "ky-so/", "nhap/"];

/// The lines of examples, each with the page that it stands on.
fn examples() -> Vec<(String, String)> {
    let mut pages: Vec<PathBuf> = ["README.md", "README.vi.md", "CONTRIBUTING.md"].map(project).to_vec();
    let docs = fs::read_dir(project("docs")).expect("a readable folder").map(|entry| entry.expect("an entry").path());
    pages.extend(docs.filter(|path| path.extension().is_some_and(|kind| kind == "md")));
    pages.retain(|path| !GENERATED.iter().any(|name| path.ends_with(name)));
    pages.sort();
    let mut found = Vec::new();
    for path in pages {
        let page = fs::read_to_string(&path).expect("a page").replace("\\\n", " ");
        let mut blocks = page.split("```sh\n").skip(1).filter_map(|block| block.split("```").next());
        let lines: Vec<&str> = blocks.by_ref().flat_map(str::lines).collect();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        found.extend(lines.into_iter().map(|line| (name.clone(), line.trim().to_owned())));
    }
    let help = fs::read_to_string(project("src/cli/help.rs")).expect("the help");
    found.extend(help.lines().flat_map(|line| line.split("\\n")).filter_map(|line| {
        let line = line.strip_prefix("  baocao ")?;
        // A string of Rust ends with a quote that is not escaped.
        let end = line.match_indices('"').find(|(at, _)| !line[..*at].ends_with('\\')).map_or(line.len(), |(at, _)| at);
        Some(("help".to_owned(), format!("baocao {}", line[..end].replace("\\\"", "\""))))
    }));
    found.retain(|(_, line)| line.starts_with("baocao "));
    found
}

/// The arguments of a line, up to a comment or to where the shell goes on by itself.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote) = (Vec::new(), String::new(), None);
    for c in line.chars() {
        match (quote, c) {
            (None, '\'' | '"') => quote = Some(c),
            (Some(open), _) if c == open => quote = None,
            (None, ' ') if !word.is_empty() => words.push(std::mem::take(&mut word)),
            (None, ' ') => {}
            (None, '#') if word.is_empty() => break,
            (None, '|' | ';' | '<' | '>') => break,
            _ => word.push(c),
        }
    }
    words.extend(Some(word).filter(|word| !word.is_empty()));
    words.into_iter().skip(1).collect()
}

#[test]
fn examples_are_calls_that_the_program_understands() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let base = project("tests/refused/_base");
    for name in ["bao-cao.json", "report.json", "quy-3/a.json", "q3/a.json"] {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a new folder");
        fs::copy(base.join("report.json"), path).expect("a new file");
    }
    copy(&project("examples/import"), &folder.path().join("examples/import"));
    let mut known = BTreeSet::new();
    let (mut wrong, mut done) = (Vec::new(), 0);
    for (page, line) in examples() {
        let call = words(&line);
        // One that waits for changes does not end.
        if call.iter().any(|word| word == "--watch") || !known.insert(call.clone()) {
            continue;
        }
        let mut command = baocao(folder.path());
        command.args(&call).env("BAOCAO_PASSPHRASE", "baocao").stdin(Stdio::null());
        let output = command.output().expect("the program runs");
        let said = text(&output.stderr);
        let ids: Vec<&str> = said
            .lines()
            .filter_map(|line| line.strip_prefix("lỗi[").or_else(|| line.strip_prefix("error["))?.split(']').next())
            .collect();
        let absent = ids.iter().all(|id| ABSENT.iter().any(|known| id.starts_with(known)));
        match output.status.code() {
            Some(0 | 1) => done += 1,
            Some(2) if absent && !ids.is_empty() => {}
            code => wrong.push(format!("{page}: {line}: {code:?}: {said}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(known.len() > 80 && done > 30, "{} examples, {done} carried out", known.len());
}

/// The exemption of the help of `check` exempts what it names, and one of nothing is told.
#[test]
fn the_exemption_of_the_help_exempts() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let report = fs::read_to_string(project("examples/xa-q3-2026.json")).expect("an example");
    let name = "tthc.tong-so";
    let lines: Vec<&str> = report.lines().filter(|line| !line.contains(&format!("\"{name}\":"))).collect();
    fs::write(folder.path().join("bao-cao.json"), lines.join("\n")).expect("a new file");
    let check = |exempt: &str| {
        let output = baocao(folder.path()).args(["check", "bao-cao.json", "--exempt", exempt]).output();
        text(&output.expect("the program runs").stdout).to_owned()
    };
    let line =
        examples().into_iter().find(|(page, line)| page == "help" && line.contains("--exempt")).expect("an example").1;
    let exempt = words(&line).pop().expect("an exemption");
    assert!(exempt.contains(name), "{exempt}");
    let said = check(&exempt);
    assert!(said.contains("được miễn:") && !said.contains("[so-lieu/thieu]"), "{said}");
    let said = check("so-lieu/thieu@/figures/khong-co=chưa giao");
    assert!(said.contains("lưu ý[kiem-tra/mien-thua]: mục miễn này không còn miễn phát hiện nào"), "{said}");
    assert!(said.contains("tìm thấy: so-lieu/thieu@/figures/khong-co"), "{said}");
}
