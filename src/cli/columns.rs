//! Text in columns.

use unicode_width::UnicodeWidthStr;

/// Cells wider than this do not widen their column.
const WIDEST: usize = 40;

/// Rows whose columns begin under each other; the last is not padded.
pub(crate) fn columns(rows: &[Vec<String>], indent: usize) -> String {
    laid_out(rows, indent, WIDEST, |_| false)
}

/// A table of numbers: only the columns of which `text` says so begin under each other, the others end there.
pub(crate) fn table(rows: &[Vec<String>], text: impl Fn(usize) -> bool) -> String {
    laid_out(rows, 0, usize::MAX, |column| !text(column))
}

fn laid_out(rows: &[Vec<String>], indent: usize, widest: usize, right: impl Fn(usize) -> bool) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width());
        cells.filter(|width| *width <= widest).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..count).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let padded = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| {
            let space = " ".repeat(width.saturating_sub(cell.width()));
            if right(column) { format!("{space}{cell}") } else { format!("{cell}{space}") }
        });
        let line = format!("{}{}", " ".repeat(indent), padded.collect::<Vec<_>>().join("  "));
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// A text cut at a word, so that it has at most so many letters.
pub(crate) fn short(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most - 1).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([',', ';', ':', '.', ' ', '(']))
}

/// A list as paragraphs of the terminal: a name and what it is, the names padded.
pub(crate) fn fields(fields: &[(&str, String)], indent: usize) -> String {
    let rows: Vec<Vec<String>> = fields
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| vec![format!("{name}:"), value.clone()])
        .collect();
    columns(&rows, indent)
}

#[cfg(test)]
mod tests {
    use super::table;

    /// Letters made of several characters, and letters that take two places, do not shift what stands beside them.
    #[test]
    fn columns_are_as_wide_as_a_terminal_shows_them() {
        let rows =
            [["Đơn vị", "5"], ["Xa\u{303} Đông", "10"], ["漢字", "-"]].map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(table(&rows, |column| column == 0), "Đơn vị    5\nXa\u{303} Đông  10\n漢字      -\n");
    }
}
