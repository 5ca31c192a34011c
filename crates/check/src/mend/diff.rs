//! What changed, line by line.

use similar::TextDiff;

/// The unified diff of two texts of a file, three lines around each change.
pub fn unified(name: &str, before: &str, after: &str) -> String {
    TextDiff::from_lines(before, after).unified_diff().context_radius(3).header(name, name).to_string()
}
