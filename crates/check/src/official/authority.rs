//! The lines above a signature: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`.

use std::sync::LazyLock;

use baocao_core::diagnostic::Place;
use baocao_core::report::{Field, InSigner, Signer};
use baocao_vietnamese::small;
use regex_lite::Regex;

use super::organ::plain;
use crate::Subject;
use baocao_reading::pattern;

/// The right by which someone signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Right {
    /// TM.: on behalf of a body.
    Behalf,
    /// KT.: in place of the head.
    InPlace,
    /// Q.: acting head.
    Acting,
    /// TL.: by order of the head.
    ByOrder,
    /// TUQ.: authorised by the head.
    Authorised,
}

impl Right {
    /// The abbreviation of the decree.
    pub(super) fn sign(self) -> &'static str {
        match self {
            Self::Behalf => "TM.",
            Self::InPlace => "KT.",
            Self::Acting => "Q.",
            Self::ByOrder => "TL.",
            Self::Authorised => "TUQ.",
        }
    }
}

/// One line above a signature.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// The text that it stands in.
    pub(super) field: Field,
    /// Where it stands there, in bytes.
    pub(super) start: usize,
    /// The line as it was written.
    pub(super) text: String,
    /// The right, and how it was written, what follows it not included.
    pub(super) right: Option<(Right, String)>,
    /// The post or the body, in capitals without marks.
    pub(super) post: String,
}

impl Line {
    fn new(field: Field, start: usize, text: &str) -> Self {
        let (right, post) = match right(text) {
            Some((right, written)) => (Some((right, written.to_owned())), &text[written.len()..]),
            None => (None, text),
        };
        Self { field, start, text: text.to_owned(), right, post: plain(post) }
    }

    /// Whether it names a right.
    pub(super) fn is(&self, right: Right) -> bool {
        self.right.as_ref().is_some_and(|(own, _)| *own == right)
    }

    /// Where it stands.
    pub(super) fn place(&self, subject: &Subject<'_>) -> Place {
        subject.input.within(&self.field.into(), self.start..self.start + self.text.len())
    }

    /// The post of the head whose deputy this post is.
    pub(super) fn head(&self) -> Option<&str> {
        match self.post.as_str() {
            "THU TRUONG" => Some("BO TRUONG"),
            post => post.strip_prefix("PHO "),
        }
    }
}

/// The lines above a signature, from the top; the last is the post of the one who signs.
pub(super) fn lines(index: usize, signer: &Signer) -> Vec<Line> {
    let above = signer.competence.iter().enumerate();
    let texts = above.map(|(at, text)| (Field::Signer(index, InSigner::Competence(at)), text));
    let post = (Field::Signer(index, InSigner::Position), &signer.position);
    texts.chain([post]).flat_map(|(field, text)| lines_of(field, text)).collect()
}

/// Those of one text.
pub(super) fn lines_of(field: Field, text: &str) -> Vec<Line> {
    let mut start = 0;
    let line = |part: &str| {
        let (line, blank) = (part.trim(), part.len() - part.trim_start().len());
        let at = start + blank;
        start += part.len() + 1;
        (!line.is_empty()).then(|| Line::new(field, at, line))
    };
    text.split('\n').filter_map(line).collect()
}

/// Whether two names of a post, one perhaps longer, are of one post: `GIAM DOC` and `GIAM DOC SO`, `VAN PHONG` and
/// `CHANH VAN PHONG`.
pub(super) fn same_post(one: &str, other: &str) -> bool {
    one.contains(other) || other.contains(one)
}

/// The right at the beginning of a line, in small letters.
static RIGHT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(concat!(
        r"^(?:",
        r"(?P<tuq>t\s?[./]?\s?u\s?[./]?\s?q\b|thừa\s+[uủ][yỷ]\s+quyền\b)|",
        r"(?P<tm>t\s?[./]?\s?m\b|thay\s+mặt\b)|",
        r"(?P<kt>k\s?[./]?\s?t\b|ký\s+thay\b)|",
        r"(?P<tl>t\s?[./]?\s?l\b|thừa\s+lệnh\b)|",
        r"(?P<q>q\b|quyền\b)",
        r")\s*[.,:/]*",
    ))
});

/// The right that a line names, and how it is written.
fn right(line: &str) -> Option<(Right, &str)> {
    let lower = small(line);
    let found = RIGHT.as_ref()?.captures(&lower)?;
    let end = found.get(0)?.end();
    // `Quốc lộ` and `Từ` begin with no right: the letter after it must not be one.
    if line[..end].ends_with(char::is_alphabetic) && line[end..].starts_with(char::is_alphanumeric) {
        return None;
    }
    let written = &line[..end];
    let groups = [
        ("tm", Right::Behalf),
        ("kt", Right::InPlace),
        ("tl", Right::ByOrder),
        ("tuq", Right::Authorised),
        ("q", Right::Acting),
    ];
    let (_, right) = groups.into_iter().find(|(group, _)| found.name(group).is_some())?;
    Some((right, written))
}
