//! Web archives, as Excel and browsers save pages with all their parts in one file (MHTML, RFC 2557): a workbook saved so is
//! handed out as `.mht` or `.xls`. Its pages are taken apart; how they are read is the business of `html`.

use encoding_rs::Encoding;

use super::{encoding, html};

/// A page of an archive: what it is called, and its text.
pub(super) struct Page {
    pub(super) name: String,
    pub(super) text: String,
}

/// So many parts are looked at.
const MOST_PARTS: usize = 10_000;

/// So many bytes at the beginning have the head of an archive.
const HEAD: usize = 1 << 14;

/// Whether a file is such an archive, by its head.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    let is_head =
        head.iter().take_while(|byte| **byte != b'\n').all(|byte| byte.is_ascii_graphic() || b" \t\r".contains(byte));
    is_head
        && split(head).is_some_and(|(head, _)| {
            value(&head, "mime-version").is_some()
                && value(&head, "content-type").is_some_and(|kind| kind.to_ascii_lowercase().contains("multipart/"))
        })
}

/// The pages of an archive that have tables, with the style sheets of the archive in each; none where it is broken.
pub(super) fn pages(bytes: &[u8]) -> Vec<Page> {
    let Some((head, body)) = split(bytes) else { return Vec::new() };
    let Some(boundary) = value(&head, "content-type").and_then(|kind| parameter(&kind, "boundary")) else {
        return Vec::new();
    };
    let (mut styles, mut pages, mut names) = (String::new(), Vec::new(), Vec::new());
    for part in parts(body, &format!("--{boundary}")).into_iter().take(MOST_PARTS) {
        let Some((head, body)) = split(part) else { continue };
        let kind = value(&head, "content-type").unwrap_or_default();
        let is = |wanted: &str| kind.to_ascii_lowercase().starts_with(wanted);
        if !is("text/html") && !is("text/css") {
            continue;
        }
        let coding = value(&head, "content-transfer-encoding").unwrap_or_default().to_ascii_lowercase();
        let bytes = match coding.as_str() {
            "quoted-printable" => of_quoted(body),
            "base64" => of_base64(body),
            _ => body.to_vec(),
        };
        let said = parameter(&kind, "charset").and_then(|label| Encoding::for_label(label.as_bytes()));
        let Some(text) = encoding::text(&bytes, said.or_else(|| html::said_encoding(&bytes))) else { continue };
        if is("text/css") {
            styles += &text;
            continue;
        }
        names.extend(sheets(&text));
        if html::is_page(&text) {
            pages.push(Page { name: last(&value(&head, "content-location").unwrap_or_default()).to_owned(), text });
        }
    }
    for page in &mut pages {
        page.text.insert_str(0, &format!("<style>{styles}</style>"));
        if let Some((name, _)) = names.iter().find(|(_, file)| *file == page.name) {
            page.name.clone_from(name);
        }
    }
    pages
}

/// The names of the sheets of a workbook, with the files of the archive that they stand in.
fn sheets(page: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for sheet in page.split("<x:ExcelWorksheet>").skip(1) {
        let name = sheet.split("<x:Name>").nth(1).and_then(|rest| rest.split("</x:Name>").next());
        let file = sheet.split("HRef=\"").nth(1).and_then(|rest| rest.split('"').next());
        found.extend(name.zip(file).map(|(name, file)| (name.trim().to_owned(), last(file).to_owned())));
    }
    found
}

/// The last part of an address.
fn last(address: &str) -> &str {
    address.trim().rsplit(['/', '\\']).next().unwrap_or_default()
}

/// The head of a text and what stands behind the blank line after it; lines of the head that go on are one.
fn split(bytes: &[u8]) -> Option<(String, &[u8])> {
    let mut at = 0;
    let mut head = String::new();
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        at += line.len();
        let line = String::from_utf8_lossy(line);
        match line.trim_end() {
            "" if head.is_empty() => {}
            "" => return Some((head, &bytes[at..])),
            text if text.starts_with([' ', '\t']) => head += text.trim_start(),
            text => {
                head.push('\n');
                head += text;
            }
        }
        if head.len() > HEAD {
            return None;
        }
    }
    None
}

/// A field of a head.
fn value(head: &str, name: &str) -> Option<String> {
    let fields = head.lines().filter_map(|line| line.split_once(':'));
    fields.into_iter().find(|(key, _)| key.trim().eq_ignore_ascii_case(name)).map(|(_, value)| value.trim().to_owned())
}

/// A parameter of a field: `charset="utf-8"`.
fn parameter(value: &str, name: &str) -> Option<String> {
    let parts = value.split(';').skip(1).filter_map(|part| part.split_once('='));
    parts
        .into_iter()
        .find(|(key, _)| key.trim().eq_ignore_ascii_case(name))
        .map(|(_, of)| of.trim().trim_matches('"').to_owned())
}

/// What stands between lines that begin with a boundary.
fn parts<'b>(body: &'b [u8], boundary: &str) -> Vec<&'b [u8]> {
    let (mut found, mut begin, mut at) = (Vec::new(), None, 0);
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        if line.starts_with(boundary.as_bytes()) {
            found.extend(begin.map(|begin: usize| &body[begin..at]));
            begin = Some(at + line.len());
        }
        at += line.len();
    }
    // What is cut off has no last boundary.
    found.extend(begin.filter(|begin| *begin < body.len()).map(|begin| &body[begin..]));
    found
}

/// Quoted-printable (RFC 2045, 6.7).
fn of_quoted(body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((first, behind)) = rest.split_first() {
        rest = behind;
        if *first != b'=' {
            bytes.push(*first);
            continue;
        }
        let hex = behind.get(..2).and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        match (hex, behind) {
            (Some(byte), _) => {
                bytes.push(byte);
                rest = &behind[2..];
            }
            // The line goes on.
            (None, [b'\r', b'\n', ..]) => rest = &behind[2..],
            (None, [b'\n', ..]) => rest = &behind[1..],
            (None, _) => bytes.push(b'='),
        }
    }
    bytes
}

/// Base64 (RFC 4648); what is no sign of it is passed over.
fn of_base64(body: &[u8]) -> Vec<u8> {
    let digit = |byte: &u8| match byte {
        b'A'..=b'Z' => Some(u32::from(byte - b'A')),
        b'a'..=b'z' => Some(u32::from(byte - b'a') + 26),
        b'0'..=b'9' => Some(u32::from(byte - b'0') + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let digits: Vec<u32> = body.iter().filter_map(digit).collect();
    let mut bytes = Vec::with_capacity(digits.len() * 3 / 4);
    for four in digits.chunks(4) {
        let all = four.iter().enumerate().fold(0_u32, |all, (at, digit)| all | digit << (18 - 6 * at));
        bytes.extend(all.to_be_bytes().into_iter().skip(1).take(four.len() - 1));
    }
    bytes
}
