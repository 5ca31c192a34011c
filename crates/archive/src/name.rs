//! Names that may stand in a package: safe on every system, leading nowhere but down.

use baocao_core::shelf::is_device;

/// Bytes of a name: file systems take 255, those that encrypt names fewer.
const MOST_NAME_BYTES: usize = 200;

/// Bytes of a path, and its names.
const MOST_PATH_BYTES: usize = 1_000;
const MOST_NAMES: usize = 16;

/// Whether a path, its names joined by `/`, leads to the same file below a folder on every system.
pub fn is_safe(path: &str) -> bool {
    path.len() <= MOST_PATH_BYTES && path.split('/').count() <= MOST_NAMES && path.split('/').all(is_safe_name)
}

fn is_safe_name(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= MOST_NAME_BYTES
        && !name.ends_with(['.', ' '])
        && !name.chars().any(|c| c.is_control() || r#"\:*?"<>|"#.contains(c))
        && !is_device(name)
}

/// What remains of words in the name of a folder: letters without marks, digits, `-`.
pub fn folder_name(words: &str) -> String {
    let bare = baocao_vietnamese::bare(words);
    let parts = bare.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let mut name = parts.collect::<Vec<_>>().join("-");
    name.truncate(60);
    name
}
