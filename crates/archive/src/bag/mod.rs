//! Bags: BagIt 1.0 (RFC 8493). What is written has SHA-256; what is read may be any bag from 0.93 on.

mod check;
mod tags;

pub use check::check;

use baocao_core::digest::sha256;

/// The file that makes a folder a bag.
pub const DECLARATION: &str = "bagit.txt";

/// The folder of what a bag carries.
pub const PAYLOAD: &str = "data";

/// The files of a bag besides its payload, each with its bytes. `files` are the payload: the path below [`PAYLOAD`],
/// the bytes, the SHA-256; `info` what `bag-info.txt` says besides the size.
pub fn tag_files(files: &[(String, u64, String)], info: &[(&str, String)]) -> Vec<(String, Vec<u8>)> {
    let declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    let manifest: String =
        files.iter().map(|(path, _, hash)| format!("{hash}  {PAYLOAD}/{}\n", tags::encoded(path))).collect();
    let bytes: u64 = files.iter().map(|(_, bytes, _)| bytes).sum();
    let size = ("Payload-Oxum", format!("{bytes}.{}", files.len()));
    // A line feed in a value would begin another field.
    let field = |(name, value): &(&str, String)| format!("{name}: {}\n", baocao_vietnamese::one_line(value));
    let info: String = info.iter().chain([&size]).map(field).collect();
    let mut written: Vec<(String, Vec<u8>)> =
        [("bag-info.txt", info.as_str()), (DECLARATION, declaration), ("manifest-sha256.txt", manifest.as_str())]
            .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
            .into();
    let tags: String = written.iter().map(|(name, bytes)| format!("{}  {name}\n", sha256(bytes))).collect();
    written.push(("tagmanifest-sha256.txt".to_owned(), tags.into_bytes()));
    written
}
