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
