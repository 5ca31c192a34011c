//! Files of the project that the program writes. `UPDATE_EXPECT=1 cargo test` writes them anew.

use baocao_testing::{Golden, project};

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

/// No schema is written by hand.
#[test]
fn every_schema_is_generated() {
    for entry in std::fs::read_dir(project("schema")).expect("the folder of schemas") {
        let name = entry.expect("a readable entry").file_name().into_string().expect("a name in UTF-8");
        assert!(FILES.iter().any(|(file, _)| *file == format!("schema/{name}")), "{name}");
    }
}
