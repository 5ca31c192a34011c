//! `baocao form`: the library of forms.

use std::fs;
use std::path::Path;

use crate::common::{project, run, snapshot, text};

/// What a command prints on standard output, when all is well.
fn said(folder: &Path, args: &[&str]) -> String {
    let output = run(folder, args);
    assert_eq!((text(&output.stderr), output.status.code()), ("", Some(0)), "{args:?}");
    text(&output.stdout).to_owned()
}

/// What a command says of itself, when all is well.
fn done(folder: &Path, args: &[&str]) -> String {
    let output = run(folder, args);
    assert_eq!((text(&output.stdout), output.status.code()), ("", Some(0)), "{args:?}: {}", text(&output.stderr));
    text(&output.stderr).to_owned()
}

#[test]
fn sets_are_listed_with_what_they_hold() {
    let folder = project("tests/form");
    let own = |lang| {
        let shown = said(&folder, &["form", "list", "--templates", "sets", "--lang", lang]);
        let line = |line: &&str| line.starts_with("thu/");
        let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
        shown.lines().filter(line).map(words).collect::<Vec<_>>()
    };
    assert_eq!(
        own("vi"),
        [
            "thu/xa-2023 1 biểu 5 chỉ tiêu Biểu rất nhỏ của năm trước, chỉ dùng để thử lệnh baocao form; các dòng…",
            "thu/xa-2024 2 biểu 6 chỉ tiêu Biểu của năm sau, chỉ dùng để thử.",
        ]
    );
    assert_eq!(own("en")[1], "thu/xa-2024 2 forms 6 indicators Biểu của năm sau, chỉ dùng để thử.");
    let names: Vec<String> = said(&folder, &["form", "list"])
        .lines()
        .map(|line| line.split_whitespace().next().unwrap_or_default().to_owned())
        .collect();
    let templates = said(&folder, &["templates"]);
    assert_eq!(names, templates.lines().map(|line| line.split(' ').next().unwrap_or("")).collect::<Vec<_>>());
}

/// Every row of every set can be asked for, by its id and by its set.
#[test]
fn every_row_is_shown() {
    let folder = project("tests");
    let templates = baocao_core::template::Templates::built_in();
    for name in templates.names() {
        let set = templates.load(name, None, &mut Vec::new()).expect("a built-in set");
        let shown = said(&folder, &["form", "show", name]);
        let rows: usize = set.form.forms.iter().map(|form| form.rows.len()).sum();
        assert_eq!(shown.lines().filter(|line| line.starts_with("  ")).count(), rows, "{name}");
        assert!(set.form.indicators().all(|(id, _)| shown.contains(&format!(" {id} "))), "{name}");
        assert_eq!(
            said(&folder, &["form", "diff", name, name, "--lang", "en"]),
            format!("{name} -> {name}: the same indicators\n")
        );
    }
    // A level is its newest set, as for `baocao new`.
    assert_eq!(said(&folder, &["form", "show", "huyen"]), said(&folder, &["form", "show", "cchc/huyen-2022"]));
}

/// Whether nothing is told but that the sample waits for its names.
fn only_placeholders(said: &str) -> bool {
    let told = said.lines().filter(|line| ["lỗi[", "cảnh báo[", "lưu ý["].iter().any(|begin| line.starts_with(begin)));
    told.into_iter().all(|line| line.starts_with("cảnh báo[bao-cao-mau/cho-dien]"))
}

#[test]
fn a_new_set_is_clean_and_renders() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let folder = folder.path();
    assert_eq!(
        done(folder, &["form", "new", "kntc/xa-2026"]),
        "đã viết 5 tệp vào mau/kntc/xa-2026\n\
         kiểm tra: baocao form lint mau/kntc/xa-2026\n\
         dựng thử: baocao new kntc/xa-2026 --templates mau -o thu.json, rồi baocao render thu.json --templates mau\n"
    );
    assert_eq!(
        done(folder, &["form", "lint", "mau/kntc/xa-2026"]),
        "không thấy lỗi nào trong 1 bộ mẫu: kntc/xa-2026\n"
    );
    done(folder, &["new", "kntc/xa-2026", "--templates", "mau", "-o", "thu.json"]);
    let rendered = done(folder, &["render", "thu.json", "--templates", "mau"]);
    assert!(only_placeholders(&rendered) && rendered.ends_with("\nđã viết thu.pdf (2 trang)\n"), "{rendered}");

    done(folder, &["form", "new", "cchc/xa-2027", "--like", "xa-2025"]);
    let diff = said(folder, &["form", "diff", "xa-2025", "xa-2027", "--templates", "mau"]);
    assert_eq!(diff, "cchc/xa-2025 -> cchc/xa-2027: các chỉ tiêu giống nhau\n");
    assert_eq!(
        done(folder, &["form", "lint", "mau", "--lang", "en"]),
        "no mistakes in 2 template sets: cchc/xa-2027, kntc/xa-2026\n"
    );

    // What is there stays.
    let before = snapshot(folder);
    for (args, id, code) in [
        (&["kntc/xa-2026"][..], "tep/da-co", 2),
        (&["cchc/xa-2022"], "mau/da-co", 2),
        (&["../xa-2026"], "mau/ten-sai", 2),
        (&["kntc/xa"], "mau/ten-sai", 2),
        (&["kntc/tinh-2026", "--like", "tinh-1999"], "mau/khong-biet", 2),
    ] {
        let output = run(folder, &[&["form", "new"], args].concat());
        assert!(text(&output.stderr).starts_with(&format!("lỗi[{id}]")), "{}", text(&output.stderr));
        assert_eq!(output.status.code(), Some(code));
    }
    assert_eq!(snapshot(folder), before);
    done(folder, &["form", "new", "kntc/xa-2026", "--force"]);
    assert_eq!(snapshot(folder), before);
}

/// The examples of the documentation are files that work.
#[test]
fn the_sets_of_the_documentation_are_clean_and_render() {
    for (page, name) in [("docs/forms.md", "cchc/huyen-2019"), ("docs/templates.md", "kntc/xa-2026")] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let folder = folder.path();
        done(folder, &["form", "new", name]);
        fs::remove_file(folder.join(format!("mau/{name}/sections/ket-qua.don.md.hbs")))
            .expect("a file of the skeleton");
        let markdown = fs::read_to_string(project(page)).expect("a page");
        let written = files(&markdown, name);
        assert!(written.len() >= 3, "{page}: {written:?}");
        for (path, content) in written {
            fs::write(folder.join(path), content).expect("a new file");
        }
        assert_eq!(
            done(folder, &["form", "lint", "mau"]),
            format!("không thấy lỗi nào trong 1 bộ mẫu: {name}\n"),
            "{page}"
        );
        done(folder, &["new", name, "--templates", "mau", "-o", "thu.json"]);
        let said = done(folder, &["render", "thu.json", "--templates", "mau"]);
        assert!(only_placeholders(&said) && said.contains("\nđã viết thu.pdf"), "{page}: {said}");
    }
}

/// The files that a page shows: a line that begins with a path, then a block.
fn files(markdown: &str, name: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let lines: Vec<&str> = markdown.lines().collect();
    for (index, line) in lines.iter().enumerate() {
        let Some((path, _)) = line.strip_prefix('`').and_then(|line| line.split_once('`')) else { continue };
        if path.starts_with(&format!("mau/{name}/")) && lines.get(index + 2).is_some_and(|line| line.starts_with("```"))
        {
            let block = lines[index + 3..].iter().take_while(|line| **line != "```");
            files.push((path.to_owned(), block.map(|line| format!("{line}\n")).collect()));
        }
    }
    files
}

/// The form as a workbook, blank and filled; what is there already stays.
#[test]
fn a_form_is_written_as_a_workbook() {
    let folder = tempfile::tempdir().expect("a folder");
    let export = |args: &[&str]| run(folder.path(), &[&["form", "export", "xa-2025"], args].concat());
    let said = |output: &std::process::Output| text(&output.stderr).to_owned();
    let output = export(&["-o", "mau.xlsx"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(
        said(&output),
        "đã viết mau.xlsx (mẫu cchc/xa-2025); điền xong: baocao import mau.xlsx -o bao-cao.json\n"
    );
    let blank = fs::read(folder.path().join("mau.xlsx")).expect("a workbook");
    assert!(export(&["-o", "-"]).stdout == blank, "-o - gives other bytes than a file");
    let output = export(&["-o", "mau.xlsx", "--lang", "en"]);
    assert!(said(&output).contains("error[tep/da-co]: the file mau.xlsx exists"), "{}", said(&output));
    let report = project("examples/xa-q3-2026.json");
    let output = export(&["-o", "mau.xlsx", "--force", "--report", &report.to_string_lossy(), "--lang", "en"]);
    assert_eq!(
        said(&output),
        "wrote mau.xlsx (template cchc/xa-2025); when it is filled in: baocao import mau.xlsx -o report.json\n"
    );
    assert!(fs::read(folder.path().join("mau.xlsx")).expect("a workbook") != blank);
    // A report of another set has figures that the form does not have.
    let other = project("examples/huyen-2020.json");
    let output = export(&["-o", "khac.xlsx", "--report", &other.to_string_lossy()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("so-lieu/ma-khong-biet") && !folder.path().join("khac.xlsx").exists());
}
