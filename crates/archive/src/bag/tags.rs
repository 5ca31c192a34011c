//! Tag files of bags: the declaration, manifests, `fetch.txt`, `bag-info.txt`, line by line.

use encoding_rs::Encoding;

/// A path as it stands in a manifest: what would end the line is written as `%0A`, `%0D`, and `%` as `%25`.
pub(super) fn encoded(path: &str) -> String {
    path.replace('%', "%25").replace('\n', "%0A").replace('\r', "%0D")
}

/// The path that is meant; before 1.0 a `%` alone is only itself.
fn decoded(written: &str, is_1_0: bool) -> String {
    let mut path = String::with_capacity(written.len());
    let mut rest = written;
    while let Some((before, after)) = rest.split_once('%') {
        path.push_str(before);
        let code = after.get(..2).map(str::to_ascii_uppercase);
        let letter = match code.as_deref() {
            Some("0A") => Some('\n'),
            Some("0D") => Some('\r'),
            Some("25") if is_1_0 => Some('%'),
            _ => None,
        };
        path.push(letter.unwrap_or('%'));
        rest = after.get(if letter.is_some() { 2 } else { 0 }..).unwrap_or_default();
    }
    path.push_str(rest);
    path
}

/// What `bagit.txt` declares.
pub(super) struct Declaration {
    /// Whether the bag is of version 1.0 or later: these are stricter.
    pub(super) is_1_0: bool,
    /// How the other tag files are encoded.
    pub(super) encoding: &'static Encoding,
}

impl Declaration {
    /// From `bagit.txt`, which is UTF-8 without a byte order mark and has two lines, exactly as they are prescribed.
    pub(super) fn parse(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        let mut lines = lines(text);
        let (major, minor) = lines.next()?.strip_prefix("BagIt-Version: ")?.split_once('.')?;
        let number = |digits: &str| {
            let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            is_number.then(|| digits.parse::<u32>().ok())?
        };
        let version = (number(major)?, number(minor)?);
        let label = lines.next()?.strip_prefix("Tag-File-Character-Encoding: ")?;
        let encoding = Encoding::for_label(label.as_bytes())?;
        let is_known = version == (1, 0) || (version.0 == 0 && (93..=97).contains(&version.1));
        (is_known && lines.next().is_none()).then_some(Self { is_1_0: version.0 >= 1, encoding })
    }

    /// The text of another tag file; nothing where it is not encoded as was declared.
    pub(super) fn text(&self, bytes: &[u8]) -> Option<String> {
        // UTF-16 without a byte order mark is big-endian.
        let has_mark = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
        let is_big = self.encoding == encoding_rs::UTF_16LE && !has_mark;
        let encoding = if is_big { encoding_rs::UTF_16BE } else { self.encoding };
        let (text, _, is_broken) = encoding.decode(bytes);
        (!is_broken).then(|| text.into_owned())
    }

    /// The lines of a manifest: nothing for one that cannot be read.
    pub(super) fn manifest<'t>(&self, text: &'t str) -> impl Iterator<Item = Option<Listed>> + use<'t> {
        let is_1_0 = self.is_1_0;
        lines(text).filter(|line| !line.trim().is_empty()).map(move |line| {
            let (hash, rest) = line.split_once([' ', '\t'])?;
            let rest = rest.trim_start_matches([' ', '\t']);
            let starless = rest.strip_prefix('*').unwrap_or(rest);
            let written = starless.strip_prefix("./").unwrap_or(starless);
            let is_hash = !hash.is_empty() && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
            let path = decoded(written, is_1_0);
            let is_odd = written.len() != rest.len();
            (is_hash && !path.is_empty()).then(|| Listed { path, hash: hash.to_ascii_lowercase(), is_odd })
        })
    }

    /// The paths of `fetch.txt`: nothing for a line that cannot be read.
    pub(super) fn fetched<'t>(&self, text: &'t str) -> impl Iterator<Item = Option<String>> + use<'t> {
        let is_1_0 = self.is_1_0;
        lines(text).filter(|line| !line.trim().is_empty()).map(move |line| {
            let mut parts = line.splitn(2, [' ', '\t']);
            let (_url, rest) = (parts.next()?, parts.next()?.trim_start());
            let (length, path) = rest.split_once([' ', '\t'])?;
            let is_length = length == "-" || length.bytes().all(|byte| byte.is_ascii_digit());
            is_length.then(|| decoded(path.trim_start(), is_1_0))
        })
    }
}

/// A line of a manifest.
pub(super) struct Listed {
    /// The path.
    pub(super) path: String,
    /// The hash in small digits.
    pub(super) hash: String,
    /// Whether it is written as the tools of others do, with `*` or `./`.
    pub(super) is_odd: bool,
}

/// The fields of `bag-info.txt`: names without regard to case, values on one line; nothing where a line is none.
pub(super) fn fields(text: &str) -> Option<Vec<(String, String)>> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in lines(text).filter(|line| !line.trim().is_empty()) {
        if line.starts_with([' ', '\t']) {
            let (_, value) = fields.last_mut()?;
            value.push(' ');
            value.push_str(line.trim());
        } else {
            let (name, value) = line.split_once(':')?;
            fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
    }
    Some(fields)
}

/// The lines of a text, however they end.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let text = text.strip_suffix('\r').unwrap_or(text);
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

/// Whether a path leads out of the bag, by itself, on any system.
pub(super) fn leads_out(path: &str) -> bool {
    let is_drive = path.as_bytes().get(1) == Some(&b':');
    let is_shell = path.starts_with('~') || (path.starts_with('%') && !path.contains('/'));
    let names = || path.split('/');
    path.starts_with('/') || is_drive || is_shell || path.contains(['\\', '\0']) || names().any(|name| name == "..")
}
