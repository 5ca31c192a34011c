//! The program as its users call it: commands, help in both languages, files in and out.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Output, Stdio};

use baocao::Templates;
use hayro_syntax::Pdf;
use hayro_syntax::object::{Name, Object};
use tempfile::TempDir;

use crate::common::{baocao, project, run, snapshot, text};

const COMMANDS: &[&str] = &[
    "render",
    "batch",
    "worker",
    "explain",
    "copy",
    "extract",
    "places",
    "check",
    "rule",
    "new",
    "import",
    "map",
    "units",
    "aggregate",
    "archive",
    "diff",
    "verify",
    "sign",
    "issue",
    "prepare",
    "finish",
    "templates",
    "form",
    "schema",
    "completions",
    "man",
];

/// The commands below others.
const BELOW: &[(&str, &str)] = &[
    ("archive", "add"),
    ("archive", "verify"),
    ("archive", "list"),
    ("archive", "show"),
    ("archive", "find"),
    ("archive", "export"),
    ("form", "list"),
    ("form", "show"),
    ("form", "diff"),
    ("form", "lint"),
    ("form", "new"),
    ("form", "export"),
    ("map", "new"),
];

/// A folder with the small good report of the refused cases, under the name `bao-cao.json`.
fn small() -> TempDir {
    let folder = empty();
    crate::common::copy(&project("tests/refused/_base"), folder.path());
    fs::rename(folder.path().join("report.json"), folder.path().join("bao-cao.json")).expect("the base");
    folder
}

fn empty() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

/// Renders the small report.
fn render(folder: &Path, more: &[&str]) -> Output {
    run(folder, &[&["render", "bao-cao.json", "--templates", "templates"], more].concat())
}

/// What a command says on standard output, when all is well.
fn said(folder: &Path, args: &[&str]) -> String {
    let output = run(folder, args);
    assert_eq!(text(&output.stderr), "", "{args:?}");
    assert_eq!(output.status.code(), Some(0), "{args:?}");
    text(&output.stdout).to_owned()
}

/// Asserts that all went well and that only this was said.
fn assert_quiet(output: &Output, line: &str) {
    assert_eq!(text(&output.stderr).trim_end(), line);
    assert_eq!(text(&output.stdout), "");
    assert_eq!(output.status.code(), Some(0));
}

fn read(folder: &Path, name: &str) -> Vec<u8> {
    fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn no_arguments_print_the_commands_that_matter() {
    let folder = empty();
    for (args, last) in [(&[][..], "xem tất cả các lệnh"), (&["--lang", "en"], "see all commands")] {
        let shown = said(folder.path(), args);
        for command in ["baocao new xa -o ", "baocao check ", "baocao render ", "baocao help ", last] {
            assert!(shown.contains(command), "{shown}");
        }
    }
}

#[test]
fn help_has_examples_and_speaks_one_language() {
    let folder = empty();
    let below = BELOW.iter().map(|&(above, command)| vec![above, command]);
    let calls = COMMANDS.iter().map(|command| vec![*command]).chain(below).chain([vec![]]);
    for call in calls {
        for flag in ["-h", "--help"] {
            let vi = said(folder.path(), &[&call[..], &[flag]].concat());
            assert!(vi.contains("Cách dùng: baocao") && vi.contains("Ví dụ:\n  baocao "), "{vi}");
            for english in
                ["Usage:", "Options:", "OPTIONS", "COMMAND", "Print ", "default:", "<FILE", "<DIR", "<REPORT"]
            {
                assert!(!vi.contains(english), "{english}: {vi}");
            }
            let en = said(folder.path(), &[&call[..], &[flag, "--lang", "en"]].concat());
            assert!(en.contains("Usage: baocao") && en.contains("Examples:\n  baocao "), "{en}");
            // The decree has no English name.
            let rest = en.replace("Nghị định", "").replace("NĐ-CP", "");
            assert!(rest.is_ascii(), "{en}");
        }
    }
}

#[test]
fn version_is_that_of_the_package() {
    assert_eq!(said(empty().path(), &["--version"]), format!("baocao {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_new_report_renders_without_a_finding() {
    for (level, name) in [
        ("xa", "cchc/xa-2025"),
        ("huyen", "cchc/huyen-2022"),
        ("huyen-2020", "cchc/huyen-2020"),
        ("so", "cchc/so-2022"),
        ("tinh", "cchc/tinh-2025"),
        ("tinh-2022", "cchc/tinh-2022"),
        ("xa-2022", "cchc/xa-2022"),
        ("cchc/xa-2025", "cchc/xa-2025"),
        ("kntc/xa", "kntc/xa-2025"),
        ("chung/bao-cao", "chung/bao-cao"),
        ("cong-van", "chung/cong-van"),
        ("quyet-dinh", "chung/quyet-dinh"),
        ("bien-ban", "chung/bien-ban"),
    ] {
        let folder = empty();
        let output = run(folder.path(), &["new", level, "-o", "moi.json"]);
        let wrote = format!("đã viết moi.json (mẫu {name}); dựng thử: baocao render moi.json");
        assert!(text(&output.stderr).starts_with(&wrote), "{output:?}");
        let output = run(folder.path(), &["render", "moi.json"]);
        let line = text(&output.stderr).to_owned();
        assert!(
            line.starts_with("đã viết moi.pdf (") && line.ends_with(" trang)\n") && line.lines().count() == 1,
            "{line}"
        );
        assert_quiet(&output, line.trim_end());
        assert!(read(folder.path(), "moi.pdf").starts_with(b"%PDF-1.7"));
        assert_eq!(run(folder.path(), &["new", level]).stdout, read(folder.path(), "moi.json"));
    }
}

#[test]
fn new_speaks_english_and_keeps_what_is_there() {
    let folder = empty();
    let output = run(folder.path(), &["new", "xa", "-o", "new.json", "--lang", "en"]);
    let set =
        "Administrative reform report of a commune, ward or special zone (two-tier local government, since July 2025)";
    assert_quiet(
        &output,
        &format!(
            "wrote new.json (template cchc/xa-2025); try: baocao render new.json\n\
             cchc/xa-2025 is the newest set of \"xa\": {set}\n\
             cchc/xa-2025 is derived: no authority issued its forms"
        ),
    );
    fs::write(folder.path().join("new.json"), "mine").expect("a file");
    let output = run(folder.path(), &["new", "xa", "-o", "new.json", "--lang", "en"]);
    assert!(text(&output.stderr).contains("error[tep/da-co]: the file new.json exists"));
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(read(folder.path(), "new.json"), b"mine");
}

/// A set that has no example gets a skeleton, which can be rendered at once.
#[test]
fn a_new_report_of_an_own_set_renders() {
    let folder = small();
    let output = run(folder.path(), &["new", "thu/xa-2024", "--templates", "templates", "-o", "moi.json"]);
    assert_quiet(&output, "đã viết moi.json (mẫu thu/xa-2024); dựng thử: baocao render moi.json --templates templates");
    let output = run(folder.path(), &["render", "moi.json", "--templates", "templates"]);
    let told = text(&output.stderr);
    assert!(told.starts_with("cảnh báo[bao-cao-mau/cho-dien]: chỗ này chưa điền"), "{told}");
    assert!(told.ends_with("0 lỗi, 1 cảnh báo\nđã viết moi.pdf (2 trang)\n"), "{told}");
}

#[test]
fn the_newest_set_of_a_level_is_named() {
    let folder = empty();
    let newest =
        "cchc/so-2022 là bộ mẫu mới nhất của \"so\": Báo cáo cải cách hành chính của sở, ngành cấp tỉnh (2022-2024)";
    let wrote = |name: &str| format!("đã viết {name} (mẫu cchc/so-2022); dựng thử: baocao render {name}");
    assert_quiet(&run(folder.path(), &["new", "so", "-o", "a.json"]), &format!("{}\n{newest}", wrote("a.json")));
    assert_quiet(&run(folder.path(), &["new", "so-2022", "-o", "b.json"]), &wrote("b.json"));
}

#[test]
fn a_blank_report_has_the_period_and_the_organ_of_its_office() {
    let folder = empty();
    let blank = |more: &[&str]| -> serde_json::Value {
        let output = run(folder.path(), &[&["new", "xa", "--blank"], more].concat());
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        serde_json::from_slice(&output.stdout).expect("JSON")
    };
    let report = blank(&["--year", "2026", "--quarter", "2", "--organ", "UBND xã Bình Minh"]);
    let period = |kind: &str, from: &str, to: &str| (kind.to_owned(), from.to_owned(), to.to_owned());
    let of = |report: &serde_json::Value| {
        let field = |name: &str| report["period"][name].as_str().expect("a text").to_owned();
        (field("kind"), field("from"), field("to"))
    };
    assert_eq!(of(&report), period("quarter", "2026-03-15", "2026-06-14"));
    let document = &report["document"];
    assert_eq!(document["organ"]["organ_name"], "ỦY BAN NHÂN DÂN\nXÃ BÌNH MINH");
    assert_eq!(document["organ"]["short_name"], "UBND xã Bình Minh");
    assert_eq!(document["promulgation"], serde_json::json!({ "place": "Bình Minh", "date": "2026-06" }));
    assert_eq!(document["subject"], "Công tác cải cách hành chính quý II năm 2026");
    assert!(report["figures"].as_object().expect("figures").values().all(serde_json::Value::is_null));
    assert_eq!(report["sections"]["phuong-huong"], "(Phương hướng, nhiệm vụ trọng tâm quý III năm 2026)");
    for (more, wanted) in [
        (&["--month", "1"][..], period("month", "2025-12-15", "2026-01-14")),
        (&["--half", "2"], period("half", "2026-06-15", "2026-12-14")),
        (&["--nine-months"], period("nine_months", "2025-12-15", "2026-09-14")),
        (&[], period("year", "2025-12-15", "2026-12-14")),
    ] {
        assert_eq!(of(&blank(&[&["--year", "2026"], more].concat())), wanted);
    }
    let report = blank(&["--year", "2026", "--organ", "Sở Kế hoạch và Đầu tư tỉnh Đông Giang"]);
    assert_eq!(report["document"]["organ"]["organ_name"], "SỞ KẾ HOẠCH VÀ ĐẦU TƯ");
    assert_eq!(report["document"]["organ"]["parent_name"], "UBND TỈNH ĐÔNG GIANG");
    assert_eq!(report["document"]["code_notation"], "BC-SKHĐT");
    for (organ, name, symbol, place) in [
        ("HĐND xã Bình Minh", "HỘI ĐỒNG NHÂN DÂN\nXÃ BÌNH MINH", "BC-HĐND", "Bình Minh"),
        ("Phòng Văn hóa - Xã hội xã Bình Minh", "PHÒNG VĂN HÓA - XÃ HỘI", "BC-PVHXH", "Bình Minh"),
        ("UBND phường 12", "ỦY BAN NHÂN DÂN\nPHƯỜNG 12", "BC-UBND", "Phường 12"),
        ("Trường THCS Bình Minh", "TRƯỜNG THCS BÌNH MINH", "BC-TTHCSBM", "Địa danh"),
        ("UBND tỉnh Đông Giang", "ỦY BAN NHÂN DÂN\nTỈNH ĐÔNG GIANG", "BC-UBND", "Địa danh"),
    ] {
        let document = &blank(&["--year", "2026", "--organ", organ])["document"];
        assert_eq!(document["organ"]["organ_name"], name);
        assert_eq!(document["code_notation"], symbol, "{organ}");
        assert_eq!(document["promulgation"]["place"], place, "{organ}");
    }
    let new = ["new", "xa", "--blank", "--year", "2026", "--organ", "HĐND xã Bình Minh", "-o", "a.json"];
    let output = run(folder.path(), &new);
    let said = text(&output.stderr).to_owned() + text(&output.stdout);
    assert!(said.contains("ký hiệu BC-HĐND, địa danh \"Bình Minh\", người ký \"CHỦ TỊCH\""), "{said}");
}

#[test]
fn a_report_that_is_not_there_is_asked_for_by_its_nearest_name() {
    let folder = empty();
    fs::write(folder.path().join("na-hy.json"), "{}").expect("a new file");
    let output = run(folder.path(), &["check", "na-hi.json"]);
    assert!(
        text(&output.stderr).contains("có phải \"na-hy.json\"?")
            || text(&output.stdout).contains("có phải \"na-hy.json\"?")
    );
}

#[test]
fn help_is_a_word_too() {
    let folder = empty();
    assert_eq!(said(folder.path(), &["help"]), said(folder.path(), &["--help"]));
    let shown = said(folder.path(), &["help", "render"]);
    assert_eq!(shown, said(folder.path(), &["render", "--help"]));
    assert!(shown.contains("Cách dùng: baocao render [TÙY_CHỌN] <BÁO_CÁO.json>..."), "{shown}");
    let shown = said(folder.path(), &["help", "form", "list", "--lang", "en"]);
    assert!(shown.contains("Usage: baocao form list [OPTIONS]"), "{shown}");
}

#[test]
fn the_name_of_the_result_says_what_it_is() {
    let folder = small();
    assert_quiet(&render(folder.path(), &["-o", "trang.PNG", "--ppi", "20"]), "đã viết trang-1.PNG (2 trang)");
    assert!(read(folder.path(), "trang-2.PNG").starts_with(b"\x89PNG"));
    assert_quiet(&render(folder.path(), &["-o", "BC.PDF"]), "đã viết BC.PDF (2 trang)");
    assert!(read(folder.path(), "BC.PDF").starts_with(b"%PDF"));
}

#[test]
fn a_watched_report_is_made_again() {
    let folder = small();
    let call = ["render", "bao-cao.json", "--templates", "templates", "--watch"];
    let mut program = baocao(folder.path());
    let program = program.args(call).stdout(Stdio::null()).stderr(Stdio::null());
    let _running = Running(program.spawn().expect("the program"));
    let result = folder.path().join("bao-cao.pdf");
    let wait_for = |what: &str, done: &dyn Fn() -> bool| {
        let begun = std::time::Instant::now();
        while !done() {
            assert!(begun.elapsed().as_secs() < 120, "{what}: nothing was made");
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
    };
    wait_for("at first", &|| result.exists());
    let before = fs::read(&result).expect("a PDF");
    let report = text(&read(folder.path(), "bao-cao.json")).replace("Nguyễn Văn An", "Lê Thị Hạnh");
    fs::write(folder.path().join("bao-cao.json"), report).expect("a file");
    wait_for("after a change", &|| fs::read(&result).is_ok_and(|now| now != before));
}

/// A program that ends with the test, whatever becomes of that.
struct Running(std::process::Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn templates_are_listed() {
    let folder = small();
    let names = |shown: &str| {
        shown.lines().map(|line| line.split_whitespace().next().unwrap_or("").to_owned()).collect::<Vec<_>>()
    };
    let templates = Templates::built_in();
    let built_in = templates.names();
    let shown = said(folder.path(), &["templates"]);
    assert_eq!(names(&shown), built_in);
    assert!(shown.contains("Báo cáo cải cách hành chính của xã"), "{shown}");
    let shown = said(folder.path(), &["templates", "--templates", "templates", "--lang", "en"]);
    assert_eq!(names(&shown), [&built_in[..], &["thu/xa-2024"]].concat());
    assert!(shown.contains("Administrative reform report of a commune") && shown.contains("Test report"), "{shown}");
}

#[test]
fn a_schema_goes_to_a_file() {
    let folder = empty();
    assert_quiet(&run(folder.path(), &["schema", "form", "-o", "form.schema.json"]), "");
    assert_eq!(read(folder.path(), "form.schema.json"), said(folder.path(), &["schema", "form"]).into_bytes());
}

#[test]
fn the_files_of_a_family_fit_their_schemas() {
    for (kind, folder) in [
        ("relations", "cchc/"),
        ("relations", "kntc/"),
        ("rollup", "cchc/"),
        ("documents", ""),
        ("wording", ""),
        ("wording", "cchc/"),
        ("wording", "kntc/"),
    ] {
        let read = |path: String| fs::read_to_string(project(&path)).expect("a file");
        let json = |text: String| serde_json::from_str::<serde_json::Value>(&text).expect("JSON");
        let schema = json(read(format!("schema/{kind}.schema.json")));
        let file = json(read(format!("templates/{folder}{kind}.json")));
        let validator = jsonschema::validator_for(&schema).expect("a schema");
        let wrong: Vec<String> = validator.iter_errors(&file).map(|error| error.to_string()).collect();
        assert!(wrong.is_empty(), "{folder}{kind}.json: {wrong:?}");
        let up = if folder.is_empty() { "../" } else { "../../" };
        assert_eq!(file["$schema"], format!("{up}schema/{kind}.schema.json"));
    }
}

#[test]
fn a_dash_is_standard_input_and_output() {
    let folder = small();
    assert_quiet(&render(folder.path(), &[]), "đã viết bao-cao.pdf (2 trang)");
    let file = read(folder.path(), "bao-cao.pdf");
    let before = snapshot(folder.path());

    let output = render(folder.path(), &["-o", "-"]);
    assert_eq!(text(&output.stderr), "");
    assert!(output.stdout == file, "-o - gives other bytes than a file");

    // What comes from standard input goes to standard output unless told otherwise.
    for more in [&[][..], &["-o", "-"]] {
        let mut child = baocao(folder.path())
            .args(["render", "-", "--templates", "templates"])
            .args(more)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        child
            .stdin
            .take()
            .expect("a pipe")
            .write_all(&read(folder.path(), "bao-cao.json"))
            .expect("a pipe takes bytes");
        let output = child.wait_with_output().expect("the program ends");
        assert_eq!(text(&output.stderr), "");
        assert!(output.stdout == file, "standard input gives other bytes than a file");
    }
    assert_eq!(snapshot(folder.path()), before);
}

#[test]
fn png_is_one_file_a_page() {
    let folder = small();
    assert_quiet(&render(folder.path(), &["--format", "png"]), "đã viết bao-cao-1.png (2 trang)");
    assert_quiet(
        &render(folder.path(), &["--format", "png", "--ppi", "50", "-o", "trang.png"]),
        "đã viết trang-1.png (2 trang)",
    );
    for name in ["bao-cao-1.png", "bao-cao-2.png", "trang-1.png", "trang-2.png"] {
        assert!(read(folder.path(), name).starts_with(b"\x89PNG\r\n"), "{name}");
    }
    assert!(!folder.path().join("bao-cao-3.png").exists());
    let width = |name| image::load_from_memory(&read(folder.path(), name)).expect("an image").width();
    // 210 mm at 110 and at 50 pixels an inch.
    assert_eq!((width("bao-cao-1.png"), width("trang-1.png")), (909, 413));

    let output = render(folder.path(), &["--format", "png", "-o", "-"]);
    assert!(
        text(&output.stderr).contains("lỗi[tep/nhieu-trang]: đầu ra chuẩn chỉ nhận được một ảnh, văn bản có 2 trang")
    );
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
}

#[test]
fn appendices_go_to_files_of_their_own() {
    let folder = small();
    let output = render(folder.path(), &["--split-appendices"]);
    let told = text(&output.stderr);
    assert!(told.starts_with("cảnh báo[phu-luc/chua-du-dong-ky]: dòng thông tin ký số trên các tệp phụ lục chưa đủ"));
    assert!(told.ends_with("đã viết bao-cao.pdf và 1 tệp khác (2 trang)\n"), "{told}");
    let whole = render(folder.path(), &["-o", "ca.pdf"]);
    assert_quiet(&whole, "đã viết ca.pdf (2 trang)");
    for name in ["bao-cao.pdf", "bao-cao-phu-luc-1.pdf"] {
        assert_eq!(Pdf::new(read(folder.path(), name)).expect("a PDF").pages().len(), 1, "{name}");
    }
    let png = ["--split-appendices", "--format", "png", "-o", "trang.png"];
    assert!(render(folder.path(), &png).status.success());
    for name in ["trang-1.png", "trang-phu-luc-1-1.png"] {
        assert!(read(folder.path(), name).starts_with(b"\x89PNG"), "{name}");
    }
    // All of them or none: what is there stays.
    fs::remove_file(folder.path().join("bao-cao.pdf")).expect("a file");
    let before = snapshot(folder.path());
    assert!(text(&render(folder.path(), &["--split-appendices"]).stderr).contains("tệp bao-cao-phu-luc-1.pdf đã có"));
    let output = render(folder.path(), &["--split-appendices", "-o", "-"]);
    assert!(
        text(&output.stderr).contains("đầu ra chuẩn chỉ nhận được một tệp, ở đây có 2"),
        "{}",
        text(&output.stderr)
    );
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(snapshot(folder.path()), before);
}

#[test]
fn an_existing_file_is_only_replaced_with_force() {
    let folder = small();
    fs::write(folder.path().join("bao-cao.pdf"), "bản đã ký").expect("a file");
    let before = snapshot(folder.path());
    let output = render(folder.path(), &[]);
    assert!(text(&output.stderr).contains("lỗi[tep/da-co]: tệp bao-cao.pdf đã có"));
    assert!(text(&output.stderr).contains("--force"));
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(snapshot(folder.path()), before);
    assert_quiet(&render(folder.path(), &["--force"]), "đã viết bao-cao.pdf (2 trang)");
    assert!(read(folder.path(), "bao-cao.pdf").starts_with(b"%PDF"));
}

#[test]
fn every_pdf_standard_can_be_met() {
    let folder = small();
    let names = baocao_typeset::Standards::NAMES;
    for list in names.into_iter().chain(["a-2b,ua-1", "1.7,a-3b", "a-3a, ua-1"]) {
        assert_quiet(&render(folder.path(), &["--pdf-standard", list, "--force"]), "đã viết bao-cao.pdf (2 trang)");
        let pdf = read(folder.path(), "bao-cao.pdf");
        let version = match list {
            "1.4" | "1.5" | "1.6" | "1.7" | "2.0" => list,
            _ if list.starts_with("a-1") => "1.4",
            _ if list.starts_with("a-4") => "2.0",
            _ => "1.7",
        };
        assert!(
            pdf.starts_with(format!("%PDF-{version}").as_bytes()),
            "{list}: {}",
            String::from_utf8_lossy(&pdf[..8])
        );
    }
}

/// No clock, no folder, no environment is in the result.
#[test]
fn the_same_input_gives_the_same_bytes() {
    let (first, second) = (empty(), empty());
    let example = project("examples/xa-q3-2023.json");
    for (folder, zone) in [(&first, "Asia/Ho_Chi_Minh"), (&second, "America/New_York")] {
        fs::copy(&example, folder.path().join("bao-cao.json")).expect("an example");
        for format in ["pdf", "png"] {
            let output = baocao(folder.path())
                .args(["render", "bao-cao.json", "--ppi", "40", "--format", format])
                .env("TZ", zone)
                .env("LANG", "C")
                .env("SOURCE_DATE_EPOCH", zone.len().to_string())
                .output()
                .expect("the program runs");
            assert!(output.status.success(), "{}", text(&output.stderr));
        }
    }
    let names = |folder: &TempDir| -> Vec<_> {
        snapshot(folder.path())
            .into_iter()
            .map(|(path, bytes)| (path.file_name().map(ToOwned::to_owned), bytes))
            .collect()
    };
    assert!(names(&first).len() > 3);
    assert!(names(&first) == names(&second), "two runs gave different bytes");
}

#[test]
fn completions_are_made_for_every_shell() {
    let folder = empty();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = said(folder.path(), &["completions", shell]);
        for word in COMMANDS.iter().chain(BELOW.iter().map(|(_, command)| command)).chain(&["pdf-standard", "font-dir"])
        {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
}

#[test]
fn man_pages_are_written() {
    let folder = empty();
    assert_quiet(&run(folder.path(), &["man", "."]), "");
    let below = BELOW.iter().map(|&(above, command)| format!("baocao-{above}-{command}.1"));
    let pages: Vec<String> = COMMANDS.iter().map(|command| format!("baocao-{command}.1")).chain(below).collect();
    assert_eq!(snapshot(folder.path()).len(), pages.len() + 1);
    for page in pages.iter().map(String::as_str).chain(["baocao.1"]) {
        let roff = read(folder.path(), page);
        assert!(text(&roff).contains(".TH baocao") && text(&roff).contains("Ví dụ"), "{page}");
    }
    let output = run(folder.path(), &["man", "."]);
    assert_eq!(output.status.code(), Some(2), "existing pages were replaced");
    assert_quiet(&run(folder.path(), &["man", ".", "--force", "--lang", "en"]), "");
    assert!(text(&read(folder.path(), "baocao-render.1")).contains("Examples"));
}

/// Files of an own folder stand in place of the built-in ones, file by file.
#[test]
fn an_overlay_changes_one_section_and_leaves_the_rest() {
    let folder = empty();
    fs::copy(project("examples/xa-q3-2023.json"), folder.path().join("bao-cao.json")).expect("an example");
    let png = ["render", "bao-cao.json", "--format", "png", "--ppi", "40", "-o"];
    assert!(run(folder.path(), &[&png[..], &["cu.png"]].concat()).status.success());
    let sections = folder.path().join("mau/cchc/xa-2022/sections");
    fs::create_dir_all(&sections).expect("a new folder");
    fs::write(sections.join("ket-thuc.md.hbs"), "{{organ}} báo cáo để cấp trên xem xét, chỉ đạo").expect("a new file");
    assert!(run(folder.path(), &[&png[..], &["moi.png", "--templates", "mau"]].concat()).status.success());
    assert_eq!(read(folder.path(), "cu-1.png"), read(folder.path(), "moi-1.png"));
    let pages = snapshot(folder.path()).len();
    let changed = (1..pages).filter(|page| {
        let [old, new] = ["cu", "moi"].map(|name| fs::read(folder.path().join(format!("{name}-{page}.png"))).ok());
        old != new
    });
    // A shorter closing may also draw the signature to the page before.
    assert!((1..=2).contains(&changed.count()));
}

#[test]
fn own_fonts_are_used() {
    let folder = small();
    assert_quiet(&render(folder.path(), &[]), "đã viết bao-cao.pdf (2 trang)");
    let own = folder.path().join("phong");
    fs::create_dir(&own).expect("a new folder");
    fs::write(own.join("doc-toi.txt"), "không phải phông").expect("a new file");
    for style in ["Regular", "Bold", "Italic", "BoldItalic"] {
        let font = fs::read(project(&format!("fonts/LiberationSerif-{style}.ttf"))).expect("a font");
        fs::write(own.join(format!("{style}.ttf")), times_new_roman(font)).expect("a new file");
    }
    assert_quiet(&render(folder.path(), &["--font-dir", "phong", "-o", "khac.pdf"]), "đã viết khac.pdf (2 trang)");
    let has = |name, font: &str| {
        let pdf = Pdf::new(read(folder.path(), name)).expect("a PDF");
        let names = pdf.objects().into_iter().filter_map(Object::into_dict);
        names.filter_map(|dict| dict.get::<Name<'_>>("FontName")).any(|name| name.as_str().contains(font))
    };
    assert!(has("bao-cao.pdf", "LiberationSerif") && !has("bao-cao.pdf", "TimesNewRoman"));
    assert!(has("khac.pdf", "TimesNewRoman"));
}

/// Letters of two fonts are not mixed, what may not be embedded is not used, and a file holds no more fonts than it has room for.
#[test]
fn fonts_that_cannot_be_used_are_told() {
    let folder = small();
    let regular = fs::read(project("fonts/LiberationSerif-Regular.ttf")).expect("a font");
    let mut restricted = regular.clone();
    let table = restricted.windows(4).position(|window| window == b"OS/2").expect("a table") + 8;
    let offset = u32::from_be_bytes(restricted[table..table + 4].try_into().expect("four bytes")) as usize;
    restricted[offset + 8..offset + 10].copy_from_slice(&[0, 2]);
    let claims = [&b"ttcf\0\x01\0\0\xff\xff\xff\xff"[..], &[0; 64]].concat();
    for (name, font, told) in [
        ("dam.ttf", times_new_roman(regular), "lỗi[tep/phong-thieu]: phông Times New Roman thiếu kiểu đậm"),
        ("cam.ttf", restricted, "lỗi[tep/phong-cam-nhung]: phong/cam.ttf cấm nhúng phông \"Liberation Serif\""),
        ("nhieu.ttc", claims, "lỗi[tep/khong-phai-phong]: phong/nhieu.ttc không phải tệp phông chữ"),
    ] {
        let own = folder.path().join("phong");
        fs::create_dir(&own).expect("a new folder");
        fs::write(own.join(name), font).expect("a new file");
        let output = render(folder.path(), &["--font-dir", "phong"]);
        assert_eq!((text(&output.stderr).lines().next(), output.status.code()), (Some(told), Some(2)));
        fs::remove_dir_all(own).expect("a folder");
    }
}

/// Liberation Serif under the name that the decree asks for: a stand-in for the font that may not be passed on. The
/// new name is one letter shorter; the space at its end is not seen.
fn times_new_roman(mut font: Vec<u8>) -> Vec<u8> {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
    for (old, new) in [("Liberation Serif", "Times New Roman "), ("LiberationSerif", "TimesNewRomanPS")] {
        for (old, new) in [(old.as_bytes().to_vec(), new.as_bytes().to_vec()), (utf16(old), utf16(new))] {
            assert_eq!(old.len(), new.len());
            while let Some(at) = font.windows(old.len()).position(|window| window == old) {
                font[at..at + old.len()].copy_from_slice(&new);
            }
        }
    }
    font
}

#[test]
fn warnings_do_not_stop_the_document() {
    let folder = small();
    let report = text(&read(folder.path(), "bao-cao.json"))
        .replace("\"ho-so.tiep-nhan\": 40", "\"ho-so.ty-le-dung-han\": 94.9, \"ho-so.tiep-nhan\": 40");
    fs::write(folder.path().join("bao-cao.json"), report).expect("a file");
    let output = render(folder.path(), &[]);
    let told = text(&output.stderr);
    assert!(told.starts_with("cảnh báo[so-lieu/ti-le-sai]: tỷ lệ không khớp với tử số và mẫu số"), "{told}");
    assert!(
        told.contains("bao-cao.json:14:29") && told.contains("tìm thấy: 94,9") && told.contains("cần: 95 = 38 / 40"),
        "{told}"
    );
    assert!(told.ends_with("0 lỗi, 1 cảnh báo\nđã viết bao-cao.pdf (2 trang)\n"), "{told}");
    assert_eq!(output.status.code(), Some(0));
    assert!(read(folder.path(), "bao-cao.pdf").starts_with(b"%PDF"));
}

/// Names of files need not be text.
#[cfg(target_os = "linux")]
#[test]
fn a_file_name_that_is_not_utf8_is_a_file_name() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let folder = small();
    let name = OsStr::from_bytes(b"bao-c\xe1o.json");
    fs::rename(folder.path().join("bao-cao.json"), folder.path().join(name)).expect("a file");
    let command = |name: &OsStr| {
        baocao(folder.path())
            .arg("render")
            .arg(name)
            .args(["--templates", "templates"])
            .output()
            .expect("the program runs")
    };
    assert_quiet(&command(name), "đã viết bao-c<U+FFFD>o.pdf (2 trang)");
    assert!(folder.path().join(OsStr::from_bytes(b"bao-c\xe1o.pdf")).exists());
    let output = command(OsStr::from_bytes(b"\xff.json"));
    assert!(text(&output.stderr).starts_with("lỗi[tep/khong-doc-duoc]: không đọc được <U+FFFD>.json"));
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn colour_is_only_for_those_who_ask() {
    let folder = small();
    let report = text(&read(folder.path(), "bao-cao.json")).replace("2023-09-15", "2023-09-31");
    fs::write(folder.path().join("bao-cao.json"), report).expect("a file");
    let escapes = |more: &[&str]| render(folder.path(), more).stderr.contains(&0x1b);
    assert!(!escapes(&[]) && !escapes(&["--color", "never"]) && escapes(&["--color", "always"]));
}

/// Every option that has no list of values says what it takes, in both languages.
#[test]
fn a_value_that_cannot_be_used_says_what_can() {
    let folder = empty();
    let sign = &["sign", "a.pdf", "--as", "leader", "--key", "k.p12", "-o", "b.pdf"][..];
    let day = ("một ngày có thật, năm-tháng-ngày", "a date of the calendar, year-month-day");
    let count = ("số nguyên dương", "a positive whole number");
    let standards = ("một hoặc vài chuẩn trong: ", "one or more of: ");
    let pattern = ("tên tệp với các trường trong ngoặc nhọn", "a name of files with fields in braces");
    let render = &["render", "a.json"][..];
    let batch = &["batch", "a.ndjson", "-d", "b"][..];
    for (call, option, value, (vi, en)) in [
        (&["archive", "find", "kho"][..], "--year", "abc", ("một năm viết bằng số", "a year in digits")),
        (&["archive", "find", "kho"], "--from", "2026-13-01", day),
        (&["archive", "find", "kho"], "--until", "mai", day),
        (&["archive", "add", "a.pdf", "--to", "kho"], "--date", "2026-02-30", day),
        (sign, "--time", "11:30", ("ngày và giờ kèm múi giờ", "date and time with their zone")),
        (sign, "--place", "leader", ("leader, number, day hoặc seal=TRANG:", "leader, number, day or seal=PAGE:")),
        (sign, "--signer", "0", ("số nguyên từ 1 đến 99", "a whole number from 1 to 99")),
        (sign, "--passphrase-fd", "x", ("số của một bộ mô tả tệp", "the number of an open file descriptor")),
        (&[sign, &["--page", "1"]].concat(), "--rect", "1,2", ("trái,dưới,phải,trên", "left,bottom,right,top")),
        (&[sign, &["--rect", "1,2,3,4"]].concat(), "--page", "x", count),
        (render, "--ppi", "1", ("số nguyên từ 20 đến 600", "a whole number from 20 to 600")),
        (render, "--pdf-standard", "a-9", standards),
        (render, "--pdf-standard", "a-1a,a-3a", ("các chuẩn dùng được cùng nhau", "standards that go together")),
        (batch, "--shard", "x", ("phần thứ mấy trên tổng số phần", "which part of how many")),
        (batch, "--jobs", "0", count),
        (batch, "--time-limit", "x", count),
        (batch, "--memory-limit", "-", count),
        (batch, "--name", "{organ_id.pdf", pattern),
    ] {
        for (lang, words) in [("vi", vi), ("en", en)] {
            let output = run(folder.path(), &[call, &[&format!("{option}={value}"), "--lang", lang]].concat());
            let told = text(&output.stderr);
            assert!(told.contains("[dong-lenh/sai]") && told.contains(words), "{option}={value} {lang}\n{told}");
            assert!(!told.contains("invalid digit"), "{told}");
            assert_eq!(output.status.code(), Some(2));
        }
    }
}

/// A result is what its name says, or it is refused before anything is made.
#[test]
fn names_of_results_say_what_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let report = project("examples/xa-q3-2023.json");
    let report = report.to_str().unwrap();
    fs::copy(project("examples/xa-q3-2023.json"), folder.path().join("con.json")).unwrap();
    fs::write(folder.path().join("sao.json"), "{}").unwrap();
    fs::write(folder.path().join("ky.pem"), "").unwrap();
    let before = snapshot(folder.path());
    for args in [
        &["render", report, "-o", "a.docx"][..],
        &["render", report, "-o", "a.html"],
        &["render", report, "-d", "a.pdf"],
        &["batch", "con.json", "-d", "a.docx"],
        &["batch", "con.json", "-d", "a", "--name", "{stem}.docx"],
        &["copy", report, "--by", "sao.json", "--form", "sao-y", "-o", "a.png"],
        &["aggregate", "con.json", "--into", "tren.docx"],
        &["aggregate", "con.json", "--into", report, "-o", "a.html"],
        &["form", "export", "xa", "-o", "a.docx"],
        &["form", "new", "kntc/xa-2026", "-o", "a.zip"],
        &["import", "con.json", "--set", "xa", "-o", "a.xlsx"],
        &["map", "new", "con.json", "--set", "xa", "-o", "a.docx"],
        &["new", "xa", "-o", "a.docx"],
        &["schema", "-o", "a.html"],
        &["check", report, "-o", "a.docx"],
        &["check", report, "--format", "json", "-o", "a.txt"],
    ] {
        let output = run(folder.path(), args);
        let told = text(&output.stderr);
        assert!(!output.status.success(), "{args:?}");
        assert!(told.contains("[dong-lenh/sai]") || told.contains("--name"), "{args:?}: {told}");
        assert_eq!(snapshot(folder.path()), before, "{args:?}");
    }
    for args in [&["new", "xa", "-o", "moi.JSON"][..], &["check", "con.json", "-o", "bao"], &["schema", "-o", "l.json"]]
    {
        assert!(run(folder.path(), args).status.code().is_some_and(|code| code < 3), "{args:?}");
        assert!(folder.path().join(args[args.len() - 1]).exists(), "{args:?}");
    }
}
