//! What a percentage is of, where the words after it name that: `thu về 3.087 phiếu hợp lệ; trong đó 2.842 phiếu hài lòng,
//! chiếm 92,06% số phiếu hợp lệ`.

use super::said::Link;
use baocao_reading::numbers::Kind;
use baocao_reading::numbers::Reading;

/// The part at a token and the number that the same words named before it.
pub(super) fn named(reading: Reading<'_>, at: usize, part: usize) -> Option<Link> {
    let token = &reading.tokens[part];
    let Kind::Count(value) = token.kind else { return None };
    let after = reading.after(at);
    let said = after.trim_start_matches(['%', ' ']).trim_end();
    let name = ["tổng số ", "số "].iter().find_map(|words| said.strip_prefix(words))?;
    if !token.unit.is_known() || !name.starts_with(&token.unit.name) || name.split_whitespace().count() < 2 {
        return None;
    }
    let before = (0..part).rev().filter(|before| reading.after(*before).trim() == name);
    let mut wholes = before.filter_map(|before| match reading.tokens[before].kind {
        Kind::Count(whole) if !reading.tokens[before].hedge && whole >= value => Some(whole),
        _ => None,
    });
    let whole = wholes.next()?;
    Some(Link::exact(value, whole, true))
}
