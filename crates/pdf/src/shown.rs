//! What a view shows, for the library that draws: it mends what it does not understand, and would then show what no table names.

use hayro_syntax::Pdf;

use crate::file::{Broken, Table, View, What};

/// The file of a view, as its tables say: they stand behind it once more, all in one. Encrypted files are read by nobody here.
pub(crate) fn shown(view: &View<'_, '_>) -> Result<Pdf, Broken> {
    if view.trailer.get("Encrypt").is_some() {
        return Err(What::Encrypted.at(0));
    }
    let root = view.trailer.get("Root").and_then(|root| root.reference()).ok_or(What::NoPages.at(0))?;
    let Table { runs, rows } = view.table().ok_or(What::TooMuch.at(0))?;
    let file = view.file.bytes.get(..view.end).ok_or(What::NoEnd.at(0))?;
    let runs: String = runs.iter().map(|(first, count)| format!("{first} {count} ")).collect();
    let (number, generation, length, at) = (root.number, root.generation, rows.len(), file.len() + 1);
    let head = format!(
        "\n1 0 obj\n<</Type/XRef/Size 1/W[1 4 4]/Index[{runs}]/Root {number} {generation} R/Length {length}>>\nstream\n"
    );
    let tail = format!("\nendstream\nendobj\nstartxref\n{at}\n%%EOF\n");
    Pdf::new([file, head.as_bytes(), &rows, tail.as_bytes()].concat()).map_err(|_| What::NoPages.at(0))
}
