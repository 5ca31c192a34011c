//! The letters of a file: its bytes as text, and columns that are still in an encoding from before Unicode.

use baocao_vietnamese::conversion::{converted, credible_words};
use baocao_vietnamese::encoding::{Legacy, composed, legacy, nfc};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};

use super::{Book, Given, Sheet};
use crate::diagnostic::Finding;
use crate::{kinds, msg};

/// What UTF-8 begins with, where it says so.
pub(super) const BOM: &[u8] = &[0xEF, 0xBB, 0xBF];

/// The bytes of a text file as text in normal form C: UTF-8, UTF-16, Windows-1258, or whatever the file says of itself.
/// Bytes of TCVN3 and VNI become the letters of Windows-1252, as they are where such text was pasted into a Unicode file.
pub(super) fn text(bytes: &[u8], said: Option<&'static Encoding>) -> Option<String> {
    if let Some(text) = unicode(bytes) {
        return Some(nfc(&text));
    }
    let said = said.filter(|said| *said != WINDOWS_1252 && *said != WINDOWS_1258 && said.is_ascii_compatible());
    if let Some(text) = said.and_then(|said| said.decode_without_bom_handling_and_without_replacement(bytes)) {
        return Some(nfc(&text));
    }
    let read =
        |encoding: &'static Encoding| Some(nfc(&encoding.decode_without_bom_handling_and_without_replacement(bytes)?));
    let [modern, old] = [read(WINDOWS_1258), read(WINDOWS_1252)];
    modern.filter(|text| is_credible(text)).or(old.filter(|text| of_texts(&[text.as_str()]).is_some()))
}

/// UTF-8 or UTF-16, with or without a mark at its beginning.
fn unicode(bytes: &[u8]) -> Option<String> {
    let wide = match bytes {
        [0xFF, 0xFE, ..] => Some(UTF_16LE),
        [0xFE, 0xFF, ..] => Some(UTF_16BE),
        _ => unmarked_wide(bytes),
    };
    if let Some(wide) = wide {
        let (text, failed) = wide.decode_with_bom_removal(bytes);
        return (!failed).then(|| text.into_owned());
    }
    let bytes = bytes.strip_prefix(BOM).unwrap_or(bytes);
    std::str::from_utf8(bytes).ok().map(str::to_owned)
}

/// UTF-16 without a mark: of Vietnamese text every other byte is mostly zero, and zeros stand nowhere else.
fn unmarked_wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096)];
    let zeros = |from: usize| sample.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let [even, odd] = [zeros(0), zeros(1)];
    match (even, odd) {
        (0, odd) if odd > sample.len() / 8 => Some(UTF_16LE),
        (even, 0) if even > sample.len() / 8 => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether the letters of a text are those of Vietnamese words, but for a few names.
fn is_credible(text: &str) -> bool {
    let (all, good) = credible_words(text);
    all > 0 && good * 10 >= all * 9
}

/// The old encoding that texts are in, where there is no doubt: they have its signs, and are Vietnamese once they are read so.
fn of_texts(texts: &[&str]) -> Option<Legacy> {
    let all = texts.join("\n");
    let encoding = legacy(&all).filter(|encoding| *encoding != Legacy::Utf8AsLatin1)?;
    is_credible(&converted(&all, encoding)).then_some(encoding)
}

/// How the texts of a column are converted that are still in an encoding from before Unicode.
#[derive(Debug, Clone, Copy)]
pub(super) struct Conversion {
    encoding: Legacy,
    /// Whether some of its texts are Unicode: then each is converted only where nothing but the old encoding makes words
    /// of it.
    mixed: bool,
}

impl Conversion {
    /// A text converted; nothing where it is none of those.
    pub(super) fn of(self, text: &str) -> Option<String> {
        let words = text.trim();
        let legacy = is_suspect(words) && !is_unicode(words);
        let sure = || !is_credible(words) && is_credible(&converted(words, self.encoding));
        (legacy && (!self.mixed || sure())).then(|| converted(text, self.encoding))
    }
}

/// Converts the columns that are still in an encoding from before Unicode, and tells of each. What is certain of some
/// columns of a sheet goes for its others too, whose texts alone are too short: those with no words but in their header.
pub(super) fn convert(book: &mut Book, findings: &mut Vec<Finding>) {
    for sheet in &mut book.sheets {
        // The texts of one column at a time are held.
        let looked = |column: usize| {
            let texts = suspects(sheet, column);
            let may_be_old = !texts.is_empty() && !texts.iter().any(|text| is_unicode(text));
            (conversion(&texts), may_be_old)
        };
        let columns: Vec<(Option<Conversion>, bool)> = (0..sheet.width()).map(looked).collect();
        let mut encodings = columns.iter().filter_map(|(sure, _)| Some(sure.as_ref()?.encoding));
        let common = encodings.next().filter(|first| encodings.all(|other| other == *first));
        for (column, (sure, may_be_old)) in columns.into_iter().enumerate() {
            let by_others = common.filter(|_| may_be_old).map(|encoding| Conversion { encoding, mixed: true });
            if let Some(conversion) = sure.or(by_others) {
                findings.extend(convert_column(sheet, column, conversion));
            }
        }
    }
}

/// How the texts of a column are converted, where they leave no doubt.
fn conversion(texts: &[String]) -> Option<Conversion> {
    let old: Vec<&str> = texts.iter().map(String::as_str).filter(|text| !is_unicode(text)).collect();
    let encoding = if old.is_empty() { None } else { of_texts(&old) }?;
    let mixed = old.len() < texts.len() || old.iter().any(|text| is_credible(text) && legacy(text).is_none());
    Some(Conversion { encoding, mixed })
}

fn convert_column(sheet: &mut Sheet, column: usize, conversion: Conversion) -> Option<Finding> {
    let converted = |row: &usize| sheet.words(*row, column).and_then(|text| conversion.of(&text));
    let (first, new) = (0..sheet.height()).find_map(|row| Some((row, converted(&row)?)))?;
    let name = conversion.encoding.name();
    let finding = kinds::data_files::OLD_ENCODING
        .finding(msg!("cột ở bảng mã {name}, được chuyển sang Unicode", "a column in {name} was converted to Unicode"))
        .at(sheet.place(first, column))
        .found(sheet.words(first, column).unwrap_or_default())
        .expected(msg!("{new}", "{new}"))
        .hint(msg!(
            "đọc lại các chữ hoa, và xuất dữ liệu bằng Unicode",
            "look at the capitals, and export it as Unicode"
        ));
    sheet.conversions.insert(column, conversion);
    for value in sheet.cells.column_mut(column).into_iter().flat_map(|of| &mut of.values) {
        if let Given::Text(text) = value
            && let Some(new) = conversion.of(text)
        {
            *text = new;
        }
    }
    Some(finding)
}

/// The texts of a column that may be in an old encoding; of those that are read again only as many as are enough to judge.
fn suspects(sheet: &Sheet, column: usize) -> Vec<String> {
    const ENOUGH: usize = 1 << 20;
    let Some(of) = sheet.cells.column(column) else { return Vec::new() };
    let kept = of.values.iter().filter_map(Given::words).filter(|text| is_suspect(text)).map(str::to_owned);
    let mut texts: Vec<String> = kept.collect();
    let mut length = 0;
    for (row, span) in of.far() {
        let given = sheet.converted(row, column, span);
        let Some(text) = given.words().filter(|text| is_suspect(text)) else { continue };
        length += text.len();
        if length > ENOUGH {
            break;
        }
        texts.push(text.to_owned());
    }
    texts
}

/// Whether a text has letters that an old encoding may be read as.
fn is_suspect(text: &str) -> bool {
    text.chars().any(|c| ('\u{a1}'..='\u{ff}').contains(&c))
}

/// Whether a text has Vietnamese letters that no old encoding is read as.
fn is_unicode(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{102}'..='\u{1b0}' | '\u{1ea0}'..='\u{1ef9}'))
}

/// Puts every text of a sheet into normal form C.
pub(super) fn compose(text: String) -> String {
    match composed(&text) {
        std::borrow::Cow::Borrowed(_) => text,
        std::borrow::Cow::Owned(text) => text,
    }
}
