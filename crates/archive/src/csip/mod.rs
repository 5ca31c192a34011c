//! Packages as the E-ARK Common Specification for Information Packages (CSIP 2.1) has them: METS in the root and in the
//! one representation, EAD3 and PREMIS 3 beside, SHA-256 throughout.

mod ead;
mod mets;
mod premis;
mod xml;

use baocao_core::digest::sha256;

use crate::metadata::Metadata;
use crate::register::Line;

/// The folder that the files of a package stand in.
pub const DATA: &str = "representations/rep1/data";

/// A package to be handed out.
#[derive(Debug)]
pub struct Parcel<'a> {
    /// Its line of the register.
    pub line: &'a Line,
    /// Its metadata.
    pub metadata: &'a Metadata,
    /// Its files: the path below [`DATA`], the bytes, the SHA-256.
    pub files: &'a [(String, u64, String)],
    /// The program that makes it, and its version.
    pub program: (&'a str, &'a str),
}

/// A file that METS points to.
struct Pointed {
    href: String,
    bytes: u64,
    sha256: String,
    media_type: &'static str,
}

impl Pointed {
    fn xml(href: &str, bytes: &[u8]) -> Self {
        Self { href: href.to_owned(), bytes: bytes.len() as u64, sha256: sha256(bytes), media_type: "application/xml" }
    }
}

/// The documents that go with the files of a package, each with its path.
pub fn documents(parcel: &Parcel<'_>) -> Vec<(String, Vec<u8>)> {
    let ead = ead::written(parcel);
    let premis = premis::written(parcel);
    let data = parcel.files.iter().map(|(path, bytes, sha256)| Pointed {
        href: format!("data/{}", percent_encoded(path)),
        bytes: *bytes,
        sha256: sha256.clone(),
        media_type: media_type(path),
    });
    let representation = mets::representation(parcel, &data.collect::<Vec<_>>());
    let root = mets::root(
        parcel,
        &Pointed::xml("metadata/descriptive/ead.xml", &ead),
        &Pointed::xml("metadata/preservation/premis.xml", &premis),
        &Pointed::xml("representations/rep1/METS.xml", &representation),
    );
    vec![
        ("METS.xml".to_owned(), root),
        ("metadata/descriptive/ead.xml".to_owned(), ead),
        ("metadata/preservation/premis.xml".to_owned(), premis),
        ("representations/rep1/METS.xml".to_owned(), representation),
    ]
}

/// What a file is, by its ending.
fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).as_deref() {
        Some("pdf") => "application/pdf",
        Some("json") => "application/json",
        Some("csv") => "text/csv",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}

/// A path as it stands in a URI (RFC 3986).
fn percent_encoded(path: &str) -> String {
    path.bytes().fold(String::new(), |uri, byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
            uri + &char::from(byte).to_string()
        }
        byte => uri + &format!("%{byte:02X}"),
    })
}
