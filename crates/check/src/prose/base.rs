//! What a percentage is of, where the words after it name that: `thu về 3.087 phiếu hợp lệ; trong đó 2.842 phiếu hài lòng,
//! chiếm 92,06% số phiếu hợp lệ`.

use super::said::{Link, said};
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

/// The part at a token and the number before which the words stand that follow the percentage: `công suất 4.000 m³/ngày ... lưu lượng
/// 3.840 m³/ngày, bằng 96% công suất thiết kế`.
pub(super) fn named_before(reading: Reading<'_>, at: usize, part: usize) -> Option<Link> {
    let token = &reading.tokens[part];
    let after = reading.after(at).trim_start_matches(['%', ' ']);
    let end = after.match_indices(' ').nth(1).map_or(after.len(), |(end, _)| end);
    let name = &after[..end];
    let is_name = name.contains(' ') && name.chars().all(|c| c.is_alphabetic() || c == ' ');
    if !is_name || token.unit.name.is_empty() || !matches!(token.kind, Kind::Count(_)) || token.hedge {
        return None;
    }
    let same = |before: &usize| {
        let whole = &reading.tokens[*before];
        matches!(whole.kind, Kind::Count(_)) && !whole.hedge && whole.unit.name == token.unit.name
    };
    let mut wholes =
        reading.back(part).filter(same).filter(|before| reading.before(*before).trim_end().ends_with(name));
    let whole = wholes.next().filter(|_| wholes.next().is_none())?;
    Some(Link { part: said(token)?, whole: said(&reading.tokens[whole])?, sure: false })
}
