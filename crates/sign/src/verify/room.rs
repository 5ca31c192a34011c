//! Where documents of other programs leave room for their number and their day: between the words that are printed beside it.

use baocao_pdf::Mark;
use baocao_pdf::drawn::Letter;

/// Letters stand on one row whose lines are no farther apart, as a part of their size.
const ROW: f64 = 0.2;
/// The middle of a letter above its line, as a part of its size.
const MIDDLE: f64 = 0.3;
/// The least room for a number or a day, in points.
const LEAST: f64 = 12.0;
/// So wide is it where nothing stands behind it.
const OPEN: f64 = 60.0;

/// What the room is for in which a mark stands: left, bottom, right, top. None if that cannot be told, since the page is a picture
/// or its letters cannot be read; none within if it is no such room.
pub(super) fn at(letters: &[Letter], [left, bottom, right, top]: [f64; 4]) -> Option<Option<Mark>> {
    let away = |letter: &Letter| (letter.base + MIDDLE * letter.size - (bottom + top) / 2.0).abs();
    let nearest = letters.iter().filter(|letter| !is_blank(letter)).min_by(|a, b| away(a).total_cmp(&away(b)))?;
    if away(nearest) > (top - bottom) / 2.0 {
        return Some(None);
    }
    let row = row(letters, nearest);
    if row.iter().all(|letter| letter.text.contains(char::REPLACEMENT_CHARACTER)) {
        return None;
    }
    let is_before = |letter: &&&Letter| (letter.left + letter.right) / 2.0 < (left + right) / 2.0;
    let text =
        |letters: &mut dyn Iterator<Item = &&Letter>| letters.map(|letter| letter.text.as_str()).collect::<String>();
    let (before, behind) =
        (text(&mut row.iter().filter(is_before)), text(&mut row.iter().filter(|one| !is_before(one))));
    Some(between(&before, &behind))
}

/// All room for numbers and days above a line of the page: left, bottom, right, top.
pub(super) fn all(letters: &[Letter], above: f64) -> Vec<[f64; 4]> {
    let mut found: Vec<[f64; 4]> = Vec::new();
    // Each row is read from where a letter stands that may end the words before such a room.
    let ends = |letter: &&Letter| letter.base > above && letter.text.ends_with([':', 'y', 'Y', '\u{1ED1}', '\u{1ED0}']);
    for last in letters.iter().filter(ends) {
        let row = row(letters, last);
        let Some(index) = row.iter().position(|letter| std::ptr::eq(*letter, last)) else { continue };
        let (before, behind) = row.split_at(index + 1);
        let right = behind.first().map_or(last.right + OPEN, |next| next.left);
        let text = |letters: &[&Letter]| letters.iter().map(|letter| letter.text.as_str()).collect::<String>();
        if right - last.right >= LEAST && between(&text(before), &text(behind)).is_some() {
            let more = last.size / 2.0;
            let area = [last.right - more, last.base - more, right + more, last.base + last.size];
            found.push(area);
        }
    }
    found
}

/// The letters of a row from left to right, without blanks and the dots over which is written.
fn row<'l>(letters: &'l [Letter], of: &Letter) -> Vec<&'l Letter> {
    let is_on = |letter: &&Letter| (letter.base - of.base).abs() <= ROW * of.size.max(letter.size) && !is_blank(letter);
    let mut row: Vec<&Letter> = letters.iter().filter(is_on).collect();
    row.sort_by(|one, other| one.left.total_cmp(&other.left));
    row
}

fn is_blank(letter: &Letter) -> bool {
    letter.text.chars().all(|one| one.is_whitespace() || matches!(one, '.' | '\u{2026}' | '_' | '\u{B7}'))
}

/// What stands between words: the number behind `Số:` where that begins the row, the day between `ngày` and `tháng`. In the fonts of
/// old the vowels of these words are other letters.
fn between(before: &str, behind: &str) -> Option<Mark> {
    let (before, behind) = (before.to_lowercase(), behind.to_lowercase());
    let short =
        |word: &str, most: usize| word.chars().count() <= most && !word.contains(|one: char| one.is_ascii_digit());
    let label = before.strip_suffix(':').unwrap_or(&before);
    let is_closed = |text: &str| !text.starts_with(|one: char| one.is_ascii_digit());
    if label.starts_with('s') && label != "s" && short(label, 4) && is_closed(&behind) {
        return Some(Mark::Number);
    }
    let day = before.rfind("ng").and_then(|at| before.get(at..)).unwrap_or_default();
    let month = behind.find("ng").and_then(|at| behind.get(..at)).unwrap_or_default();
    let is_day = day.ends_with('y') && short(day, 6) && month.starts_with("th") && short(month, 5);
    is_day.then_some(Mark::Day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rooms_are_told_by_the_words_beside_them() {
        for (before, behind, mark) in [
            ("Số:", "/QĐ-UBNDPhúThịnh,ngàytháng5năm2026", Some(Mark::Number)),
            ("SỐ", "/BC", Some(Mark::Number)),
            ("Sè:", "/Q§-UB", Some(Mark::Number)),
            ("Số:", "", Some(Mark::Number)),
            ("Số:", "12/QĐ-UBND", None),
            ("Số:1", "/QĐ-UBND", None),
            ("Tổngsố:", "hộ", None),
            ("Điều1.Trợcấp", "1.000đồng", None),
            ("", "", None),
            ("Số:/QĐ-UBNDPhúThịnh,ngày", "tháng5năm2026", Some(Mark::Day)),
            ("Hμ Néi, ngµy", "th¸ng 5", Some(Mark::Day)),
            ("ngày", "5tháng5", None),
            ("ngày1", "tháng5", None),
            ("ngày", "năm2026", None),
        ] {
            assert_eq!(between(before, behind), mark, "{before} _ {behind}");
        }
    }
}
