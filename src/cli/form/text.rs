//! Text in columns.

/// Cells wider than this do not widen their column.
const WIDEST: usize = 40;

/// Rows whose columns begin under each other; the last is not padded.
pub(super) fn columns(rows: &[Vec<String>], indent: usize) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count());
        cells.filter(|width| *width <= WIDEST).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..count).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let padded = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}"));
        let line = format!("{}{}", " ".repeat(indent), padded.collect::<Vec<_>>().join("  "));
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// A text cut at a word, so that it has at most so many letters.
pub(super) fn short(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most - 1).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([',', ';', ':', '.', ' ', '(']))
}

/// A list as paragraphs of the terminal: a name and what it is, the names padded.
pub(super) fn fields(fields: &[(&str, String)], indent: usize) -> String {
    let rows: Vec<Vec<String>> = fields
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| vec![format!("{name}:"), value.clone()])
        .collect();
    columns(&rows, indent)
}
