//! Files that lie outside of the root, links that lead there, and what is no file at all: nothing of them is opened, and
//! nothing is told of what is in them.

use std::fs;
use std::path::Path;

use crate::common::{self, project, run, text};

const RENDER: [&str; 4] = ["render", "report.json", "--templates", "templates"];

/// A folder with the base below it, in which a table takes its rows from `so-lieu.csv`, and a secret beside it.
fn folder() -> (tempfile::TempDir, std::path::PathBuf) {
    let outer = tempfile::tempdir().expect("a temporary folder");
    let folder = outer.path().join("goc");
    common::copy(&project("tests/refused/_base"), &folder);
    let report = fs::read(project("tests/refused/rows-file-missing/report.json")).expect("a case");
    fs::write(folder.join("report.json"), report).expect("a new file");
    fs::write(outer.path().join("kin.csv"), "don-vi;tiep-nhan;dung-han\nBÍ MẬT;1;1\n").expect("a new file");
    (outer, folder)
}

fn said(folder: &Path, args: &[&str]) -> String {
    let output = run(folder, args);
    format!("{}[exit {}]", text(&output.stderr), output.status.code().expect("an exit code"))
}

/// What is said of the table's file.
fn of_rows(what: &str, hints: &str) -> String {
    format!(
        "lỗi[{what}\n  --> report.json:30:25\n   |\n30 |       \"data\": {{ \"file\": \"so-lieu.csv\" }}\n   |                         \
         ^^^^^^^^^^^^^\n   |\n   = vị trí: /tables/ket-qua/data/file\n{hints}\n\n1 lỗi, 0 cảnh báo\n[exit 1]"
    )
}

/// A report that is good because its root is wide enough, and only then.
#[test]
fn the_root_is_the_folder_of_the_nearest_configuration() {
    let (outer, folder) = folder();
    let report = fs::read_to_string(folder.join("report.json")).expect("a report");
    fs::write(folder.join("report.json"), report.replace("so-lieu.csv", "../kin.csv")).expect("a file");
    assert!(said(&folder, &RENDER).starts_with("lỗi[tep/ngoai-goc]: \"../kin.csv\" dẫn ra ngoài thư mục gốc\n"));
    let done = "đã viết report.pdf (2 trang)\n[exit 0]";
    let rendered = said(&folder, &[&RENDER[..], &["--root", ".."]].concat());
    assert!(rendered.ends_with(done), "{rendered}");
    fs::write(outer.path().join("baocao.toml"), "").expect("a new file");
    let rendered = said(&folder, &[&RENDER[..], &["--force"]].concat());
    assert!(rendered.ends_with(done), "{rendered}");
    // The current folder is the folder of what comes by standard input.
    let shell = "\"$1\" render - --templates templates -o - < report.json > report.pdf";
    let mut command = std::process::Command::new("sh");
    let command = command.current_dir(&folder).args(["-c", shell, "sh", env!("CARGO_BIN_EXE_baocao")]);
    if cfg!(unix) {
        assert!(command.status().expect("a shell").success());
        assert!(fs::read(folder.join("report.pdf")).expect("a PDF").starts_with(b"%PDF"));
    }
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::symlink;
    use std::process::Command;

    use super::*;

    /// The same words, whether there is something at the end of the link or not.
    #[test]
    fn a_link_that_leads_out_is_not_followed() {
        for target in ["../kin.csv", "../khong-co.csv", "/etc/hostname"] {
            let (_outer, folder) = folder();
            symlink(target, folder.join("so-lieu.csv")).expect("a link");
            let expected = of_rows(
                "tep/ngoai-goc]: \"so-lieu.csv\" dẫn ra ngoài thư mục gốc",
                "   = cần: tệp nằm trong thư mục gốc \".\"\n   = cách sửa: chép tệp vào đó, hoặc chọn thư mục gốc khác \
                 bằng --root",
            );
            assert_eq!(said(&folder, &RENDER), expected, "{target}");
        }
    }

    #[test]
    fn a_link_that_stays_inside_is_followed() {
        let (_outer, folder) = folder();
        fs::write(folder.join("that.csv"), "don-vi;tiep-nhan;dung-han\nThôn 1;1;1\n").expect("a new file");
        symlink("that.csv", folder.join("so-lieu.csv")).expect("a link");
        let rendered = said(&folder, &RENDER);
        assert!(rendered.ends_with("đã viết report.pdf (2 trang)\n[exit 0]"), "{rendered}");
    }

    /// Nobody writes to the pipe: who opened it to read would wait for ever.
    #[test]
    fn a_pipe_and_a_device_are_no_files() {
        let (_outer, folder) = folder();
        assert!(Command::new("mkfifo").arg(folder.join("so-lieu.csv")).status().expect("mkfifo").success());
        let expected = of_rows(
            "tep/khong-doc-duoc]: không đọc được so-lieu.csv: đây là ống dẫn, không phải tệp",
            "   = cách sửa: đường dẫn tính từ thư mục chứa báo cáo",
        );
        assert_eq!(said(&folder, &RENDER), expected);
    }

    #[test]
    fn links_of_templates_and_fonts_do_not_lead_out() {
        let (outer, folder) = folder();
        let section = folder.join("templates/thu/xa-2024/sections/ket-qua.md.hbs");
        fs::rename(&section, outer.path().join("ngoai.md.hbs")).expect("a file");
        symlink("../../../../../ngoai.md.hbs", &section).expect("a link");
        let expected = "lỗi[tep/ngoai-goc]: \"templates/thu/xa-2024/sections/ket-qua.md.hbs\" dẫn ra ngoài thư mục gốc\n \
                        |\n = cần: tệp nằm trong thư mục \"templates\"\n = cách sửa: chép chính tệp ấy vào thư mục, thay \
                        cho liên kết\n\n1 lỗi, 0 cảnh báo\n[exit 2]";
        assert_eq!(said(&folder, &RENDER), expected);
        assert_eq!(said(&folder, &["form", "lint", "templates"]), expected);
        fs::create_dir(folder.join("phong")).expect("a folder");
        symlink("/dev/zero", folder.join("phong/vo-tan.ttf")).expect("a link");
        let expected = "lỗi[tep/ngoai-goc]: \"phong/vo-tan.ttf\" dẫn ra ngoài thư mục gốc\n |\n = cần: tệp nằm trong thư \
                        mục \"phong\"\n = cách sửa: chép chính tệp ấy vào thư mục, thay cho liên kết\n\n1 lỗi, 0 cảnh \
                        báo\n[exit 2]";
        assert_eq!(said(&folder, &["render", "report.json", "--font-dir", "phong"]), expected);
    }
}
