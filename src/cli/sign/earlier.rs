//! Signatures that a file has already: nobody signs behind one that does not hold.

use baocao_core::diagnostic::Finding;
use baocao_pdf::file::File;
use baocao_sign::check_earlier;
use baocao_sign::verify::Settings;

/// Refuses a file with a signature that does not hold.
pub(super) fn check(pdf: &[u8]) -> Result<(), Finding> {
    let read = |file: &File<'_>| file.view(pdf.len()).map(|view| baocao_pdf::places(&view));
    let places = File::new(pdf).and_then(|file| read(&file)).unwrap_or_default();
    check_earlier(pdf, &Settings { places, letters: Some(baocao_typeset::plain_letters()), ..Settings::default() })
}
