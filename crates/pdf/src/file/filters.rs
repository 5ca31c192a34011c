//! Streams unpacked. Images stay as they are: who compares them compares their bytes.

use std::io::Read;

use flate2::read::ZlibDecoder;

use super::{Dict, MOST_UNPACKED, Object};

/// How a stream is packed: the filter, and what it must be told.
pub(super) type Filter = (String, Dict);

/// Unpacks by one filter; none if the data do not allow that, and `Err` if nobody here knows the filter.
pub(super) fn unpacked(data: &[u8], (name, parms): &Filter) -> Result<Option<Vec<u8>>, ()> {
    match name.as_str() {
        "FlateDecode" | "Fl" => Ok(inflated(data).and_then(|data| predicted(data, parms))),
        "ASCIIHexDecode" | "AHx" => Ok(hexadecimal(data)),
        "ASCII85Decode" | "A85" => Ok(base85(data)),
        "RunLengthDecode" | "RL" => Ok(runs(data)),
        _ => Err(()),
    }
}

fn inflated(data: &[u8]) -> Option<Vec<u8>> {
    // Some programs pack nothing into nothing.
    if data.is_empty() {
        return Some(Vec::new());
    }
    // Most streams become this large or less.
    let mut unpacked = Vec::with_capacity(data.len().saturating_mul(4).min(MOST_UNPACKED));
    let most = u64::try_from(MOST_UNPACKED).ok()?.checked_add(1)?;
    // Many writers forget the sum at the end, and no reader looks at it: what was unpacked before the error counts.
    let read = ZlibDecoder::new(data).take(most).read_to_end(&mut unpacked);
    ((read.is_ok() || !unpacked.is_empty()) && unpacked.len() <= MOST_UNPACKED).then_some(unpacked)
}

/// Undoes the prediction of rows (ISO 32000-1, 7.4.4.4).
fn predicted(data: Vec<u8>, parms: &Dict) -> Option<Vec<u8>> {
    let number = |key, otherwise| match parms.get(key).map_or(Some(otherwise), Object::int) {
        Some(number) => usize::try_from(number).ok().filter(|number| *number <= 1 << 20),
        None => None,
    };
    let predictor = number("Predictor", 1)?;
    if predictor < 2 {
        return Some(data);
    }
    let (colors, bits, columns) = (number("Colors", 1)?, number("BitsPerComponent", 8)?, number("Columns", 1)?);
    let bits_of_pixel = colors.checked_mul(bits)?;
    let (pixel, row) = (bits_of_pixel.div_ceil(8).max(1), bits_of_pixel.checked_mul(columns)?.div_ceil(8).max(1));
    if predictor == 2 {
        return (bits == 8).then(|| tiff(data, pixel, row));
    }
    let mut above = vec![0; row];
    let mut all = Vec::with_capacity(data.len());
    for line in data.chunks(row + 1) {
        let (kind, line) = line.split_first()?;
        let mut here: Vec<u8> = line.to_vec();
        here.resize(row, 0);
        for at in 0..row {
            let left = at.checked_sub(pixel).map_or(0, |before| here[before]);
            let corner = at.checked_sub(pixel).map_or(0, |before| above[before]);
            let guess = match kind {
                0 => 0,
                1 => left,
                2 => above[at],
                3 => u8::midpoint(left, above[at]),
                4 => paeth(left, above[at], corner),
                _ => return None,
            };
            here[at] = here[at].wrapping_add(guess);
        }
        all.extend_from_slice(&here);
        above = here;
    }
    Some(all)
}

fn tiff(mut data: Vec<u8>, pixel: usize, row: usize) -> Vec<u8> {
    for line in data.chunks_mut(row) {
        for at in pixel..line.len() {
            line[at] = line[at].wrapping_add(line[at - pixel]);
        }
    }
    data
}

fn paeth(left: u8, above: u8, corner: u8) -> u8 {
    let guess = i16::from(left) + i16::from(above) - i16::from(corner);
    let far = |value: u8| (guess - i16::from(value)).abs();
    [left, above, corner].into_iter().min_by_key(|value| far(*value)).unwrap_or(0)
}

fn hexadecimal(data: &[u8]) -> Option<Vec<u8>> {
    let digits = data.iter().take_while(|byte| **byte != b'>').filter(|byte| !byte.is_ascii_whitespace());
    let digits: Vec<u8> =
        digits.map(|byte| char::from(*byte).to_digit(16).map(|digit| digit as u8)).collect::<Option<_>>()?;
    Some(digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0)).collect())
}

/// Lengths of runs (ISO 32000-1, 7.4.5).
fn runs(data: &[u8]) -> Option<Vec<u8>> {
    let (mut all, mut rest) = (Vec::new(), data);
    while let [length, behind @ ..] = rest {
        let length = usize::from(*length);
        rest = match length {
            128 => break,
            0..128 => {
                let (plain, behind) = behind.split_at_checked(length + 1)?;
                all.extend_from_slice(plain);
                behind
            }
            _ => {
                let (byte, behind) = behind.split_first()?;
                all.resize(all.len() + 257 - length, *byte);
                behind
            }
        };
        if all.len() > MOST_UNPACKED {
            return None;
        }
    }
    Some(all)
}

fn base85(data: &[u8]) -> Option<Vec<u8>> {
    let mut all = Vec::new();
    let mut group: Vec<u8> = Vec::new();
    let flush = |group: &mut Vec<u8>, all: &mut Vec<u8>| -> Option<()> {
        let kept = group.len().checked_sub(1)?;
        group.resize(5, 84);
        let value = group.iter().fold(0_u64, |value, digit| value * 85 + u64::from(*digit));
        all.extend_from_slice(&u32::try_from(value).ok()?.to_be_bytes()[..kept]);
        group.clear();
        Some(())
    };
    for byte in data.iter().take_while(|byte| **byte != b'~').filter(|byte| !byte.is_ascii_whitespace()) {
        match byte {
            b'z' if group.is_empty() => all.extend_from_slice(&[0; 4]),
            b'!'..=b'u' => group.push(byte - b'!'),
            _ => return None,
        }
        if group.len() == 5 {
            flush(&mut group, &mut all)?;
        }
    }
    if !group.is_empty() {
        flush(&mut group, &mut all)?;
    }
    (all.len() <= MOST_UNPACKED).then_some(all)
}
