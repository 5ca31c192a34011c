//! Blocks of PEM in a file that may hold several, with other text between them (RFC 7468).

/// The blocks of a label, each as its bytes, or how it begins if it is none.
pub(crate) fn blocks<'a>(file: &'a [u8], label: &str) -> impl Iterator<Item = Result<Vec<u8>, String>> + 'a {
    let (begin, end) = (format!("-----BEGIN {label}-----"), format!("-----END {label}-----"));
    let mut rest = file;
    std::iter::from_fn(move || {
        let start = find(rest, begin.as_bytes())?;
        let length = find(&rest[start..], end.as_bytes())? + end.len();
        let block = &rest[start..start + length];
        rest = &rest[start + length..];
        // Line ends of any program, and nothing else between the lines.
        let lines: Vec<u8> = block.iter().copied().filter(|byte| *byte != b'\r').collect();
        Some(der::pem::decode_vec(&lines).map(|(_, bytes)| bytes).map_err(|_| crate::first_bytes(&lines)))
    })
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|window| window == word)
}
