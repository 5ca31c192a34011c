//! `baocao check` and `baocao rule`: what they write, and their exit codes.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use baocao::{Folder, Fonts, Limits, Office, ReportFile, ShelfPath, Templates};
use serde_json::{Value as Json, json as value};

use crate::common::{self, baocao, project, run, text};

const TEMPLATES: [&str; 2] = ["--templates", "../refused/_base/templates"];

/// What a check prints on standard output, and its exit code.
fn checked(args: &[&str]) -> (String, i32) {
    let output = run(&project("tests/check"), &[&["check"], args, &TEMPLATES].concat());
    (text(&output.stdout).to_owned(), output.status.code().expect("an exit code"))
}

fn json(text: &str) -> Json {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn every_rule_is_listed_and_explained() {
    let folder = project("tests");
    for lang in ["vi", "en"] {
        let list = run(&folder, &["rule", "--lang", lang]);
        let list = text(&list.stdout);
        let lines = list.lines().filter(|line| line.starts_with("  ")).count();
        let others: Vec<_> = baocao_check::mistakes().flat_map(|(_, kinds)| kinds).collect();
        assert_eq!(lines, baocao_check::rules().count() + others.len());
        for kind in others {
            assert!(list.contains(&format!("  {} ", kind.id)), "{}: {list}", kind.id);
        }
        for rule in baocao_check::rules() {
            assert!(list.contains(&format!("  {} ", rule.id)), "{}: {list}", rule.id);
        }
    }
    let rule = baocao_check::rules().next().expect("a rule");
    let shown = run(&folder, &["rule", rule.id.as_str()]);
    assert!(text(&shown.stdout).starts_with(&format!("{} (", rule.id)));
}

#[test]
fn standard_input_is_checked() {
    let folder = project("tests/check");
    let mut child = baocao(&folder)
        .args(["check", "-"])
        .args(TEMPLATES)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let bytes = fs::read(folder.join("reports/good.json")).expect("a report");
    child.stdin.take().expect("a pipe").write_all(&bytes).expect("a pipe takes bytes");
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!((text(&output.stdout), text(&output.stderr)), ("-: không có phát hiện\n", ""));
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn the_outcome_goes_to_a_file() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let target = folder.path().join("kq.json");
    let name = target.to_str().expect("a path");
    let made = |more: &[&str]| checked(&[&["reports/ratio.json", "--format", "json", "-o", name], more].concat());
    let (stdout, code) = made(&[]);
    assert_eq!((stdout.as_str(), code), ("", 0));
    assert_eq!(json(&fs::read_to_string(&target).expect("a new file"))["counts"]["warnings"], 2);
    // It is only replaced when asked.
    assert_eq!(made(&[]).1, 2);
    assert_eq!(made(&["--force"]).1, 0);
    // Not even then is a report replaced.
    let report = fs::read(project("tests/check/reports/ratio.json")).expect("a report");
    assert_eq!(checked(&["reports/ratio.json", "-o", "reports/ratio.json", "--force"]).1, 2);
    assert_eq!(fs::read(project("tests/check/reports/ratio.json")).expect("the report"), report);
    // A text is not called JSON.
    let text = folder.path().join("kq.txt");
    assert_eq!(checked(&["reports/ratio.json", "-o", name, "--force"]).1, 2);
    assert_eq!(checked(&["reports/ratio.json", "-o", text.to_str().expect("a path")]).1, 0);
    assert!(fs::read_to_string(&text).expect("the file").ends_with("reports/ratio.json: 0 lỗi, 2 cảnh báo\n"));
}

/// The JSON fits the schema that describes it.
#[test]
fn json_fits_its_schema() {
    let schema = json(&fs::read_to_string(project("schema/findings.schema.json")).expect("the schema"));
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for args in [
        &["reports"][..],
        &["reports/missing.json", "reports/exempt.json"],
        &["office/department/wrong/commune.json"],
        &["imported", "texts"],
    ] {
        let (text, _) = checked(&[args, &["--format", "json"]].concat());
        let errors: Vec<String> = validator.iter_errors(&json(&text)).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{errors:?}");
    }
    let (vi, en) =
        (checked(&["reports", "--format", "json"]), checked(&["reports", "--format", "json", "--lang", "en"]));
    assert_eq!(vi, en);
}

/// What tools rely on in a SARIF log.
#[test]
fn sarif_has_rules_places_and_suppressions() {
    let (text, code) = checked(&["reports/exempt.json", "reports/missing.json", "--format", "sarif"]);
    let log = json(&text);
    assert_eq!((log["version"].as_str(), code), (Some("2.1.0"), 2));
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    assert_eq!(rules.len(), baocao_check::rules().count());
    for rule in rules {
        for text in ["shortDescription", "fullDescription", "help"] {
            assert!(rule[text]["text"].as_str().is_some_and(|text| !text.is_empty()), "{rule}");
        }
    }
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), 2);
    for result in results.iter().filter(|result| result["ruleIndex"].is_number()) {
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("an index");
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
    let suppressed = results.iter().find(|result| result["suppressions"].is_array()).expect("an exempted finding");
    assert_eq!(suppressed["ruleId"], "so-lieu/ti-le-sai");
    assert_eq!(suppressed["suppressions"][0]["kind"], "inSource");
    assert!(suppressed["suppressions"][0]["justification"].as_str().is_some_and(|text| text.starts_with("Tính theo")));
    let place = &suppressed["locations"][0];
    assert_eq!(place["logicalLocations"][0]["fullyQualifiedName"], "/figures/ho-so.ty-le-dung-han");
    assert_eq!(place["physicalLocation"]["artifactLocation"]["uri"], "reports/exempt.json");
    let invocation = &run["invocations"][0];
    assert_eq!((&invocation["executionSuccessful"], &invocation["exitCode"]), (&Json::Bool(false), &Json::from(2)));
    let notice = &invocation["toolExecutionNotifications"][0];
    assert_eq!(
        (notice["descriptor"]["id"].as_str(), notice["level"].as_str()),
        (Some("tep/khong-doc-duoc"), Some("error"))
    );
}

/// A result of an imported report lies in the export; the report is where it was looked for.
#[test]
fn sarif_points_at_the_export() {
    let (text, _) = checked(&["imported", "--format", "sarif"]);
    let log = json(&text);
    let results = log["runs"][0]["results"].as_array().expect("results");
    let file = |place: &Json| place["physicalLocation"]["artifactLocation"]["uri"].clone();
    let files: Vec<Json> = results.iter().map(|result| file(&result["locations"][0])).collect();
    assert_eq!(files, ["quy-3.xlsx", "quy-3.xlsx", "quy-3.xlsx", "he-thong.ndjson"]);
    let cells: Vec<&Json> =
        results.iter().map(|result| &result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"]).collect();
    assert_eq!(cells, ["Biểu 3!D17", "Biểu 3!D17", "Lời văn!B4", "/value"]);
    for result in results {
        assert_eq!(result["analysisTarget"]["uri"], "imported/quy-3.json");
        assert_eq!(file(&result["relatedLocations"][0]), "imported/quy-3.json");
        assert!(result["relatedLocations"][0]["physicalLocation"]["region"]["startLine"].is_number(), "{result}");
    }
}

/// Whoever has the PDF has the texts that were printed, and where values came from.
#[test]
fn files_of_texts_and_sources_are_attached() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    common::copy(&project("tests/check/texts"), folder.path());
    let templates = Templates::built_in().overlay(&Folder::new(project("tests/refused/_base/templates")));
    let office = Office::new(templates.expect("templates"), Fonts::built_in(), Limits::default());
    let root = Folder::new(folder.path());
    for (name, attached) in [
        ("mot-tep.json", &["mot-tep.json", "loi-van.md"][..]),
        ("thu-muc.json", &["thu-muc.json", "ket-qua+.md", "kien-nghi.md"]),
    ] {
        let report = ReportFile::open(&root, name, office.limits()).expect("a report");
        let composed = office.compose(report).into_result().expect("a document");
        let names: Vec<String> = composed.sources().into_iter().map(|file| file.name).collect();
        assert_eq!(names, attached);
    }
}

/// Names inside of a document differ, and name files that can be opened.
#[test]
fn attachments_have_names_of_their_own() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut report: Json =
        serde_json::from_slice(&fs::read(project("examples/xa-q3-2026.json")).expect("an example")).expect("JSON");
    let table = |file: &str| value!({ "columns": [{ "id": "ten", "title": "Tên" }], "data": { "file": file } });
    report["tables"] = value!({ "mot": table("a/so.csv"), "hai": table("b/so.csv"), "ba": table("so.csv") });
    report["appendices"] =
        value!([{ "title": "Danh mục", "parts": [{ "table": "mot" }, { "table": "hai" }, { "table": "ba" }] }]);
    for path in ["a/so.csv", "b/so.csv", "so.csv"] {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, "ten\nTổ dân phố 1\n").expect("a file");
    }
    let (office, root) = (Office::default(), Folder::new(folder.path()));
    for (name, attached) in [
        ("quy-3.json", "quy-3.json"),
        ("quy-3.ndjson#12", "quy-3-12.json"),
        ("bao cao #3.json", "bao cao #3.json"),
        ("-", "bao-cao.json"),
        ("so.csv", "so.csv"),
    ] {
        let file = ReportFile::new(name.to_owned(), report.to_string().into_bytes()).beside(&root, ShelfPath::root());
        let composed = office.compose(file).into_result().expect("a document");
        let mut names: Vec<String> = composed.sources().into_iter().map(|file| file.name).collect();
        assert_eq!(names[0], attached);
        names.sort();
        names.dedup();
        assert_eq!(names.len(), 4, "{names:?}");
    }
}

/// Columns count letters as people do, whether they take one byte, three, or are outside the basic plane.
#[test]
fn columns_count_letters() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let report = fs::read_to_string(project("tests/check/reports/good.json")).expect("a report");
    let line = "    \"ho-so.tiep-nhan\": { \"value\": 40, \"note\": \"Cộng cả hồ sơ của quý trước\" }, \"khao-sat.hinh-thuc\": 7,";
    let report = report.replace("    \"ho-so.tiep-nhan\": 40,", line).replace(",\n    \"khao-sat.hinh-thuc\": 1", "");
    fs::write(folder.path().join("a.json"), &report).expect("a new file");
    let templates = project("tests/refused/_base/templates");
    let args = ["check", "a.json", "--format", "sarif", "--templates", templates.to_str().expect("a path")];
    let output = run(folder.path(), &args);
    let log = json(text(&output.stdout));
    let results = log["runs"][0]["results"].as_array().expect("results");
    let result = results.iter().find(|result| result["ruleId"] == "so-lieu/ma-la").expect("a finding");
    let region = &result["locations"][0]["physicalLocation"]["region"];
    let (row, column) = (region["startLine"].as_u64(), region["startColumn"].as_u64());
    let before = line.split("7,").next().expect("a line").chars().count() as u64;
    let expected = report.lines().position(|of| of == line).expect("the line") as u64 + 1;
    assert_eq!((row, column), (Some(expected), Some(before + 1)));
    assert_eq!(region["endColumn"].as_u64(), Some(before + 2));
}

/// The order is that of the command line, however many processors there are.
#[test]
fn the_same_call_gives_the_same_text() {
    let many = ["reports/ratio.json", "reports/good.json", "reports/exempt.json"].repeat(20);
    let first = checked(&many);
    assert_eq!(first, checked(&many));
    let files: Vec<String> = json(&checked(&[&many[..], &["--format", "json"]].concat()).0)["reports"]
        .as_array()
        .expect("reports")
        .iter()
        .map(|report| report["file"].as_str().expect("a file").to_owned())
        .collect();
    assert_eq!(files, many);
}

/// Renders a report of the cases into a folder of its own.
fn render(folder: &Path, report: &str, more: &[&str]) -> (String, i32) {
    let report = project("tests/check/reports").join(report);
    let templates = project("tests/refused/_base/templates");
    fs::copy(&report, folder.join("r.json")).expect("a report");
    let args = ["render", "r.json", "--templates", templates.to_str().expect("a path")];
    let output = run(folder, &[&args[..], more].concat());
    (text(&output.stderr).to_owned(), output.status.code().expect("an exit code"))
}

#[test]
fn strict_forbids_warnings() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (said, code) = render(folder.path(), "ratio.json", &["--strict"]);
    assert!(said.ends_with("0 lỗi, 2 cảnh báo\nkhông ghi tệp: có cảnh báo (--strict)\n"), "{said}");
    assert_eq!(code, 1);
    assert!(!folder.path().join("r.pdf").exists());
    // Exempt is exempt, and is told.
    let exempt = ["--exempt", "so-lieu/ti-le-sai=đã rõ", "--exempt", "so-lieu/ma-la=đã rõ"];
    let (said, code) = render(folder.path(), "ratio.json", &[&["--strict"], &exempt[..]].concat());
    assert_eq!((said.as_str(), code), ("2 mục được miễn\nđã viết r.pdf (2 trang)\n", 0));
    let (said, code) = render(folder.path(), "ratio.json", &["--force"]);
    assert!(said.ends_with("0 lỗi, 2 cảnh báo\nđã viết r.pdf (2 trang)\n"), "{said}");
    assert_eq!(code, 0);
}

/// A rule that was made an error forbids the document; what an office's file says holds for `render` too.
#[test]
fn settings_hold_for_render() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("baocao.toml"), "[check.severity]\n\"so-lieu/ti-le-sai\" = \"error\"\n")
        .expect("a file");
    let (said, code) = render(folder.path(), "ratio.json", &[]);
    assert!(said.ends_with("1 lỗi, 1 cảnh báo\n"), "{said}");
    assert_eq!(code, 1);
    // The command line has more say.
    let (_, code) = render(folder.path(), "ratio.json", &["--severity", "so-lieu/ti-le-sai=note"]);
    assert_eq!(code, 0);
    fs::write(folder.path().join("baocao.toml"), "[check]\nsevrity = {}\n").expect("a file");
    let (said, code) = render(folder.path(), "ratio.json", &["--force"]);
    assert!(said.contains("--> baocao.toml:2:1") && said.contains("có phải \"severity\"?"), "{said}");
    assert_eq!(code, 2);
}

/// Many warnings are counted, and the way to see each is told.
#[test]
fn render_counts_many_warnings() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let sample = run(folder.path(), &["new", "xa-2022"]);
    let mut report = json(text(&sample.stdout));
    let figures = report["figures"].as_object_mut().expect("figures");
    let gone: Vec<String> = figures.keys().take(12).cloned().collect();
    for id in &gone {
        figures.remove(id);
    }
    let (counts, mut left) = ((1_i64..), figures.values_mut());
    counts.zip(left.by_ref().filter(|value| value.is_i64())).for_each(|(at, value)| *value = (-at % 7).into());
    fs::write(folder.path().join("r.json"), report.to_string()).expect("a new file");
    let output = run(folder.path(), &["render", "r.json"]);
    let said = text(&output.stderr);
    assert!(said.contains("cảnh báo  so-lieu/thieu"), "{said}");
    assert!(said.contains("\nxem từng mục: baocao check r.json\nđã viết r.pdf ("), "{said}");
    assert!(said.lines().count() < 12, "{said}");
}
