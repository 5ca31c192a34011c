//! Signatures that a file has already: nobody signs behind one that does not hold.

use baocao_core::diagnostic::Finding;
use baocao_pdf::file::File;
use baocao_sign::check_earlier;
use baocao_sign::verify::Settings;

use super::place::named;

/// Refuses a file with a signature that does not hold.
pub(super) fn check<'a>(file: &'a File<'a>) -> Result<(), Finding> {
    let places = named(file);
    check_earlier(file, &Settings { places, letters: Some(baocao_typeset::plain_letters()), ..Settings::default() })
}
