//! Places that cannot be written: nothing is left behind, and what was there before stays as it was.

use std::fs;
use std::process::{Command, Output};

use crate::common::{self, baocao, project, run, snapshot, text};

const RENDER: [&str; 4] = ["render", "report.json", "--templates", "templates"];

/// The files of the base and a document that was made earlier.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    common::copy(&project("tests/refused/_base"), folder.path());
    fs::write(folder.path().join("report.pdf"), "bản cũ").expect("a new file");
    folder
}

fn assert_failed(output: &Output, words: &str) {
    let said = text(&output.stderr);
    assert!(said.contains(words), "{said}");
    assert!(!said.contains("panicked"), "{said}");
    assert_eq!(output.status.code(), Some(2), "{said}");
}

/// The limit on the size of files stands for a full disk: writing begins and cannot be finished.
#[cfg(unix)]
#[test]
fn a_disk_that_fills_up_leaves_no_half_file() {
    let folder = folder();
    let before = snapshot(folder.path());
    // Blocks of 1024 bytes.
    let limited = Command::new("bash")
        .args(["-c", "ulimit -f 1; exec \"$@\"", "bash", env!("CARGO_BIN_EXE_baocao")])
        .args(RENDER)
        .args(["--force"])
        .current_dir(folder.path())
        .env("TMPDIR", folder.path())
        .output();
    let Ok(output) = limited else {
        eprintln!("SKIPPED a_disk_that_fills_up_leaves_no_half_file: there is no bash");
        return;
    };
    assert_failed(&output, "lỗi[tep/khong-ghi-duoc]: không ghi được report.pdf: tệp quá lớn");
    assert_eq!(snapshot(folder.path()), before);
}

/// Several pages are written together or not at all: what stands in the place of the second stops the first.
#[test]
fn pages_are_written_together_or_not_at_all() {
    let folder = folder();
    let png = [&RENDER[..], &["--format", "png"]].concat();
    fs::write(folder.path().join("report-2.png"), "trang cũ").expect("a new file");
    let before = snapshot(folder.path());
    assert_failed(&run(folder.path(), &png), "lỗi[tep/da-co]: tệp report-2.png đã có");
    assert_eq!(snapshot(folder.path()), before);

    fs::remove_file(folder.path().join("report-2.png")).expect("a file");
    fs::create_dir(folder.path().join("report-2.png")).expect("a new folder");
    let before = snapshot(folder.path());
    let output = run(folder.path(), &[&png[..], &["--force"]].concat());
    assert_failed(&output, "lỗi[tep/khong-ghi-duoc]: không ghi được report-2.png: đây là thư mục, không phải tệp");
    assert_eq!(snapshot(folder.path()), before);
}

#[cfg(unix)]
#[test]
fn a_folder_without_permission_is_told() {
    use std::os::unix::fs::PermissionsExt;

    let folder = folder();
    let closed = folder.path().join("dong");
    fs::create_dir(&closed).expect("a new folder");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).expect("permissions");
    if fs::write(closed.join("thu"), "").is_ok() {
        eprintln!("SKIPPED a_folder_without_permission_is_told: this user may write anywhere");
        return;
    }
    let output = run(folder.path(), &[&RENDER[..], &["-o", "dong/bao-cao.pdf"]].concat());
    assert_failed(&output, "lỗi[tep/khong-ghi-duoc]: không ghi được dong/bao-cao.pdf: không có quyền");
}

/// A pipe that stands in the place of the result stays one.
#[cfg(unix)]
#[test]
fn a_pipe_is_not_replaced_by_a_file() {
    use std::os::unix::fs::FileTypeExt;
    let folder = folder();
    let pipe = folder.path().join("ong");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    let output = run(folder.path(), &[&RENDER[..], &["-o", "ong", "--force"]].concat());
    assert_failed(&output, "lỗi[tep/khong-phai-tep]: không ghi được ong: đây là ống dẫn, không phải tệp");
    assert!(fs::symlink_metadata(&pipe).expect("the pipe").file_type().is_fifo());
}

/// A link goes on pointing to its file, which has the new text.
#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let folder = folder();
    let (file, link) = (folder.path().join("cu.pdf"), folder.path().join("lien-ket.pdf"));
    fs::write(&file, "old").expect("a file");
    std::os::unix::fs::symlink("cu.pdf", &link).expect("a link");
    assert!(run(folder.path(), &[&RENDER[..], &["-o", "lien-ket.pdf", "--force"]].concat()).status.success());
    assert!(fs::symlink_metadata(&link).expect("the link").is_symlink());
    assert!(fs::read(&file).expect("the file").starts_with(b"%PDF"));
}

/// `/dev/full` takes no byte; it stands for a pipe into a full disk.
#[cfg(target_os = "linux")]
#[test]
fn standard_output_that_is_full_is_told() {
    let folder = folder();
    let full = || fs::OpenOptions::new().write(true).open("/dev/full").expect("/dev/full");
    for args in [
        &[][..],
        &["--help"],
        &["templates"],
        &["new", "xa"],
        &["completions", "bash"],
        &[&RENDER[..], &["-o", "-"]].concat(),
    ] {
        let output = baocao(folder.path()).args(args).stdout(full()).output().expect("the program runs");
        assert_failed(&output, "lỗi[tep/khong-ghi-duoc]: không ghi được ra đầu ra chuẩn: ổ đĩa đã đầy");
        // Nobody hears the finding; the exit code still says it.
        let status = baocao(folder.path()).args(args).stdout(full()).stderr(full()).status().expect("the program runs");
        assert_eq!(status.code(), Some(2), "{args:?}");
    }
}

/// Neither is a result that nobody hears of one: no file takes the place of what was closed.
#[cfg(unix)]
#[test]
fn standard_output_that_is_closed_is_told() {
    let folder = folder();
    for args in [
        &[][..],
        &["--help"],
        &["--version"],
        &["templates"],
        &["schema"],
        &["new", "xa"],
        &["check", "report.json", "--templates", "templates"],
        &[&RENDER[..], &["-o", "-"]].concat(),
    ] {
        let mut command = Command::new("sh");
        command.args(["-c", "exec \"$@\" >&-", "sh", env!("CARGO_BIN_EXE_baocao")]).args(args);
        let output = command.current_dir(folder.path()).output().expect("a shell");
        assert_failed(&output, "lỗi[tep/khong-ghi-duoc]: không ghi được ra đầu ra chuẩn: đã đóng");
    }
    // One that can only be read is no better.
    let output = baocao(folder.path()).arg("schema").stdout(fs::File::open("/dev/null").expect("/dev/null")).output();
    assert_failed(&output.expect("the program runs"), "không ghi được ra đầu ra chuẩn: đã đóng");
    // What writes nothing there does not need it; and what is thrown away is not closed.
    let mut command = Command::new("sh");
    command.args(["-c", "exec \"$@\" -o moi.pdf >&-", "sh", env!("CARGO_BIN_EXE_baocao")]).args(RENDER);
    assert!(command.current_dir(folder.path()).status().expect("a shell").success());
    let null = || fs::OpenOptions::new().read(true).write(true).open("/dev/null").expect("/dev/null");
    assert!(baocao(folder.path()).arg("schema").stdout(null()).status().expect("the program runs").success());
}

/// A link at whose end there is nothing is not followed, and not replaced either.
#[cfg(unix)]
#[test]
fn a_broken_link_is_told() {
    let folder = folder();
    let link = |end: &str, name: &str| std::os::unix::fs::symlink(end, folder.path().join(name)).expect("a link");
    link("mat.pdf", "hong.pdf");
    link("vong.pdf", "vong.pdf");
    let before = fs::read_dir(folder.path()).expect("a folder").count();
    for more in [&[][..], &["--force"]] {
        let output = run(folder.path(), &[&RENDER[..], &["-o", "hong.pdf"], more].concat());
        let words =
            "lỗi[tep/khong-ghi-duoc]: không ghi được hong.pdf: đây là liên kết đến mat.pdf, mà ở đó không có gì\n";
        assert_failed(&output, words);
        let output = run(folder.path(), &[&RENDER[..], &["-o", "vong.pdf"], more].concat());
        assert_failed(&output, "lỗi[tep/khong-ghi-duoc]: không ghi được vong.pdf: liên kết dẫn về chính nó\n");
    }
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), before);
}

/// A file that is protected is not replaced, whoever asks; one that is replaced keeps its permissions, and its owner too.
#[cfg(unix)]
#[test]
fn a_file_keeps_its_permissions_and_its_owner() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};

    let folder = folder();
    let file = folder.path().join("report.pdf");
    let allow = |mode| fs::set_permissions(&file, fs::Permissions::from_mode(mode)).expect("permissions");
    allow(0o444);
    let render = [&RENDER[..], &["--force"]].concat();
    let output = run(folder.path(), &render);
    assert_failed(&output, "lỗi[tep/khong-ghi-duoc]: không ghi được report.pdf: tệp chỉ cho phép đọc\n");
    assert_failed(
        &output,
        "cách sửa: nếu đúng là muốn thay thì cho phép ghi vào tệp ấy trước; nếu không thì chọn tên khác\n",
    );
    assert_eq!(text(&fs::read(&file).expect("the file")), "bản cũ");
    allow(0o640);
    // Only one who may do everything can have files of others.
    let owner =
        if chown(&file, Some(1234), Some(1234)).is_ok() { 1234 } else { file.metadata().expect("the file").uid() };
    assert!(run(folder.path(), &render).status.success());
    let now = file.metadata().expect("the file");
    assert_eq!((now.uid(), now.mode() & 0o777), (owner, 0o640));
    assert!(fs::read(&file).expect("the file").starts_with(b"%PDF"));
    // The same for a report that is mended.
    let report = folder.path().join("report.json");
    let written = fs::read_to_string(&report).expect("a report").replace("cải cách hành", "cải cách  hành");
    fs::write(&report, written).expect("a report");
    if owner == 1234 {
        chown(&report, Some(1234), Some(1234)).expect("another owner");
    }
    fs::set_permissions(&report, fs::Permissions::from_mode(0o604)).expect("permissions");
    let output = run(folder.path(), &["check", "report.json", "--fix", "--templates", "templates"]);
    assert!(text(&output.stderr).contains("đã sửa report.json"), "{}", text(&output.stderr));
    let now = report.metadata().expect("the report");
    assert_eq!((now.uid(), now.mode() & 0o777), (owner, 0o604));
}
