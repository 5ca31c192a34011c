//! The files of a set to begin with: a skeleton, or a copy of a set that is there.

use super::Templates;

/// The files of the skeleton.
const SKELETON: [(&str, &str); 5] = [
    ("form.json", include_str!("skeleton/form.json")),
    ("outline.json", include_str!("skeleton/outline.json")),
    ("sections/mo-dau.md.hbs", include_str!("skeleton/mo-dau.md.hbs")),
    ("sections/ket-qua.don.md.hbs", include_str!("skeleton/ket-qua.don.md.hbs")),
    ("sections/ket-thuc.md.hbs", include_str!("skeleton/ket-thuc.md.hbs")),
];

/// A small set with an example of every kind of row, by the paths of its files below the template folder.
pub fn skeleton(name: &str) -> Vec<(String, String)> {
    SKELETON.iter().map(|(file, text)| (format!("{name}/{file}"), text.replace("@SET@", name))).collect()
}

/// The files of a set under the name of another. Its sources say that they are a copy until somebody says more.
pub fn copy(templates: &Templates, like: &str, name: &str) -> Vec<(String, String)> {
    let below = format!("{like}/");
    let of_set = templates.files().filter_map(|(path, source)| Some((path.strip_prefix(&below)?, source)));
    let copied = of_set.map(|(file, source)| {
        let text = if file.ends_with(".json") { as_copy(&source.text, like) } else { source.text.clone() };
        (format!("{name}/{file}"), text)
    });
    copied.collect()
}

/// A form file or an outline that says of what it is a copy, and looks for its schema in an office's own folder.
fn as_copy(text: &str, like: &str) -> String {
    text.replacen("\"../../../schema/", "\"../../", 1).replacen(
        "\"source\": \"",
        &format!("\"source\": \"Chép từ {like}, cần ghi rõ đã sửa gì. "),
        1,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Source;
    use crate::template::TemplateSet;

    fn lint(files: Vec<(String, String)>, name: &str) {
        let built_in = Templates::built_in();
        let mut findings = Vec::new();
        let load = |name: &str| built_in.load(name, None, &mut Vec::new());
        let known: Vec<TemplateSet> = built_in.names().into_iter().filter_map(load).collect();
        let files = files.into_iter().map(|(path, text)| (path.clone(), Source::new(path, text)));
        Templates::of(files).lint(name, &known, &mut findings);
        assert!(findings.is_empty(), "{findings:#?}");
    }

    #[test]
    fn what_an_office_begins_with_is_clean() {
        lint(skeleton("kntc/xa-2026"), "kntc/xa-2026");
        let copied = copy(&Templates::built_in(), "cchc/xa-2025", "cchc/xa-2027");
        assert!(copied[0].1.contains("\"$schema\": \"../../form.schema.json\""), "{}", copied[0].1);
        assert!(copied[0].1.contains("\"source\": \"Chép từ cchc/xa-2025, cần ghi rõ đã sửa gì. "));
        lint(copied, "cchc/xa-2027");
    }
}
