//! Who issued a document: `của UBND huyện Lạc Hà`, `của Thủ tướng Chính phủ`.

use std::sync::LazyLock;

use baocao_vietnamese::lexicon::territories::governed;
use regex_lite::{Captures, Regex};

use super::symbol::plain;
use crate::pattern::pattern;

/// An issuer, as far as the text says who it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Issuer {
    /// `ubnd`, `hđnd`, or the words themselves (`bộ nội vụ`). A chairman counts as the committee: both number in one
    /// series.
    pub body: String,
    /// `tỉnh`, `huyện`, `xã`, for committees and councils.
    pub level: Option<String>,
    /// The proper name, `Lạc Hà`, where it is said.
    pub name: Option<String>,
}

const COMMITTEE: &str = r"(?:(?:Phó\s+)?Chủ\s+tịch\s+)?(?P<body>UBND|Ủy\s+ban\s+nhân\s+dân|Uỷ\s+ban\s+nhân\s+dân|HĐND|Hội\s+đồng\s+nhân\s+dân)\s+(?P<level>LEVELS)(?P<name>(?:\s[A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ][A-Za-zÀ-ỹ]*)*)";

/// The pattern of a committee or a council, with all kinds of territories.
fn committee() -> String {
    let levels: Vec<String> = governed().map(|kind| kind.name.replace(' ', r"\s+")).collect();
    COMMITTEE.replace("LEVELS", &levels.join("|"))
}

static ISSUER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let other = r"(?P<other>(?:Thủ\s+tướng\s+)?Chính\s+phủ|Quốc\s+hội|Ủy\s+ban\s+Thường\s+vụ\s+Quốc\s+hội|Bộ\s+Chính\s+trị|Ban\s+Bí\s+thư|(?:Bộ|Sở|Phòng|Văn\s+phòng|Ban|Trung\s+tâm|Chi\s+cục|Cục|Tổng\s+cục)(?:\s[A-Za-zÀ-ỹ-]+){1,3})";
    pattern(&format!("^(?:{}|{other})", committee()))
});

static SUBJECT: LazyLock<Option<Regex>> = LazyLock::new(|| pattern(&format!("^{}", committee())));

/// How the name of a committee or a council begins.
const BODIES: [&str; 5] = ["UBND", "HĐND", "Ủy", "Uỷ", "Hội"];

impl Issuer {
    /// The issuer that a text begins with, and how many bytes it takes.
    pub fn at_start(text: &str) -> Option<(Self, usize)> {
        let found = ISSUER.as_ref()?.captures(text)?;
        let end = found.get(0)?.end();
        if let Some(other) = found.name("other") {
            return Some((Self { body: plain(other.as_str()), level: None, name: None }, end));
        }
        Some((Self::committee(&found)?, end))
    }

    /// The last committee or council that a text names, and where that ends.
    pub fn last_committee(text: &str) -> Option<(Self, usize)> {
        let pattern = SUBJECT.as_ref()?;
        let read = |at: usize| Some((at, pattern.captures(&text[at..])?));
        let last = |body: &str| text.rmatch_indices(body).find_map(|(at, _)| read(at));
        let (at, found) = BODIES.into_iter().filter_map(last).max_by_key(|(at, _)| *at)?;
        Some((Self::committee(&found)?, at + found.get(0)?.end()))
    }

    fn committee(found: &Captures<'_>) -> Option<Self> {
        let body = if plain(found.name("body")?.as_str()).starts_with('h') { "hđnd" } else { "ubnd" };
        let mut names: Vec<&str> = found.name("name").map_or("", |name| name.as_str()).split_whitespace().collect();
        // `UBND huyện Về việc ...`: the subject begins, not a name.
        if let Some(cut) = names.iter().position(|word| matches!(*word, "Về" | "V")) {
            names.truncate(cut);
        }
        Some(Self {
            body: body.to_owned(),
            level: found.name("level").map(|level| plain(level.as_str())),
            name: (!names.is_empty()).then(|| plain(&names.join(" "))),
        })
    }

    /// Whether two issuers can be one: nothing that the text says of them differs.
    pub fn can_be(&self, other: &Self) -> bool {
        let agree = |mine: &Option<String>, theirs: &Option<String>| match (mine, theirs) {
            (Some(mine), Some(theirs)) => mine == theirs,
            _ => true,
        };
        self.body == other.body && agree(&self.level, &other.level) && agree(&self.name, &other.name)
    }
}
