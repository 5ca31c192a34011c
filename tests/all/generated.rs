//! Files of the project that the program writes. `UPDATE_EXPECT=1 cargo test` writes them anew.

use baocao_testing::{Golden, UPDATE, project, updates};

use crate::common::{run, text};

/// Each file and the command that prints it.
const FILES: [(&str, &[&str]); 17] = [
    ("docs/truong-bao-cao.md", &["schema", "--markdown"]),
    ("docs/indicators.md", &["form", "list", "--markdown"]),
    ("docs/rules.md", &["rule", "--markdown"]),
    ("schema/archive.schema.json", &["schema", "archive"]),
    ("schema/config.schema.json", &["schema", "config"]),
    ("schema/copy.schema.json", &["schema", "copy"]),
    ("schema/diff.schema.json", &["schema", "diff"]),
    ("schema/documents.schema.json", &["schema", "documents"]),
    ("schema/findings.schema.json", &["schema", "findings"]),
    ("schema/form.schema.json", &["schema", "form"]),
    ("schema/map.schema.json", &["schema", "map"]),
    ("schema/outline.schema.json", &["schema", "outline"]),
    ("schema/relations.schema.json", &["schema", "relations"]),
    ("schema/report.schema.json", &["schema"]),
    ("schema/rollup.schema.json", &["schema", "rollup"]),
    ("schema/wording.schema.json", &["schema", "wording"]),
    ("schema/rules.schema.json", &["schema", "rules"]),
];

#[test]
fn generated_files_are_fresh() {
    let mut golden = Golden::default();
    for (file, command) in FILES {
        let output = run(&project("."), command);
        assert!(output.status.success() && output.stderr.is_empty(), "{file}: {}", text(&output.stderr));
        golden.compare(file, text(&output.stdout));
    }
    golden.finish(FILES.len());
}

/// The pages that README shows, as the command below them makes them.
#[test]
fn pages_of_the_readme_are_fresh() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let out = folder.path().join("huyen-q3-2023.png");
    let out = out.to_str().expect("a path in UTF-8");
    let report = "examples/huyen-q3-2023.json";
    let output = run(&project("."), &["render", report, "--format", "png", "--ppi", "70", "-o", out]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    for page in ["huyen-q3-2023-1.png", "huyen-q3-2023-21.png"] {
        let (shown, made) = (project("docs/images").join(page), folder.path().join(page));
        // Other processors may round the edges of letters otherwise.
        let [one, other] = [&shown, &made].map(|path| image::open(path).expect("a page").to_luma8());
        let differing = one.pixels().zip(other.pixels()).filter(|(one, other)| one.0[0].abs_diff(other.0[0]) > 64);
        let is_fresh = one.dimensions() == other.dimensions() && differing.count() * 1000 < one.pixels().count();
        if !is_fresh && updates() {
            std::fs::copy(&made, &shown).expect("the page is written");
        }
        assert!(is_fresh || updates(), "{page} is another by now. {UPDATE}");
    }
}

/// No schema is written by hand.
#[test]
fn every_schema_is_generated() {
    for entry in std::fs::read_dir(project("schema")).expect("the folder of schemas") {
        let name = entry.expect("a readable entry").file_name().into_string().expect("a name in UTF-8");
        assert!(FILES.iter().any(|(file, _)| *file == format!("schema/{name}")), "{name}");
    }
}
