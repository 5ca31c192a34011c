//! Numbers and symbols of documents: `số 06/KH-UBND`, `30/2020/NĐ-CP`, `57-NQ/TW`.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

/// A number and symbol in a text, with the words before it that belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) struct Symbol {
    /// From the kind of document, where it is named, to the end of the symbol.
    pub(in crate::check) range: Range<usize>,
    /// The kind as written before the number: `Kế hoạch`.
    pub(in crate::check) kind: Option<Range<usize>>,
    /// The word `số`, a colon included.
    pub(in crate::check) word: Option<Range<usize>>,
    /// The number as written, and where.
    pub(in crate::check) number: Range<usize>,
    /// The number without leading zeros.
    pub(in crate::check) value: u32,
    /// What stands between the number and the symbol (or year).
    pub(in crate::check) cut: Range<usize>,
    /// The year in the number.
    pub(in crate::check) year: Option<(i32, Range<usize>)>,
    /// The letters: `KH-UBND`, as written.
    pub(in crate::check) letters: Range<usize>,
    /// Their groups in capitals: `["KH", "UBND"]`.
    pub(in crate::check) groups: Vec<String>,
}

/// Kinds of documents, and of papers that bear symbols without being documents. Longer names come first.
const KINDS: &str = "nghị quyết liên tịch|thông tư liên tịch|thông báo kết luận|kế hoạch|quyết định|nghị định|\
    nghị quyết|thông tư|chỉ thị|thông báo|tờ trình|báo cáo|công văn|văn bản|công điện|hướng dẫn|kết luận|chương trình|\
    đề án|phương án|quy chế|quy định|pháp lệnh|bộ luật|luật|lệnh|giấy mời|biên bản|công thư|\
    mẫu|biểu|phiếu|hợp đồng|hóa đơn|hoá đơn|giấy phép|hồ sơ|phụ lục|tài khoản|vận đơn";

/// Papers that are numbered by other rules.
const PAPERS: [&str; 11] =
    ["mẫu", "biểu", "phiếu", "hợp đồng", "hóa đơn", "hoá đơn", "giấy phép", "hồ sơ", "phụ lục", "tài khoản", "vận đơn"];

/// The letters of one group.
const GROUP: &str = "[A-ZĐƯƠÂÊÔ][A-Za-zĐđƯƠÂÊÔ]*[0-9]{0,2}";

/// From the number to the first group of letters: what every symbol has. It is found many times faster than the whole,
/// which is then looked for around it only.
static CORE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let cut = r"\s{0,2}[/–-]\s{0,2}";
    Regex::new(&format!(r"\d{{1,5}}[a-zđ]?{cut}(?:(?:19|20)\d{{2}}{cut})?{GROUP}")).ok()
});

/// So many bytes before the number the kind of a document and the word `số` begin at the earliest.
const BEFORE: usize = 160;

static SYMBOL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let pattern = format!(
        r"(?x)
        (?: (?P<kind> (?i:\b(?:{kinds})) | \b(?:NĐ|QĐ|KH|NQ|TT|CT|CV) ) \s+ )?
        (?: (?P<word> (?i:số) (?: \s*: )? ) \s* )?
        (?P<number> \d{{1,5}} ) [a-zđ]?
        (?P<cut> \s{{0,2}} [/–-] \s{{0,2}} )
        (?: (?P<year> (?:19|20)\d{{2}} ) \s{{0,2}} [/–-] \s{{0,2}} )?
        (?P<letters>
            {group}
            (?: [/&–-] {group} | \s{{0,2}} [/–-] \s{{0,2}} [A-ZĐ]{{2}} [A-Za-zĐđƯƠÂÊÔ]* )?
            (?: [/&–-] {group} )*
        )",
        kinds = KINDS.replace(' ', r"\s+"),
        group = GROUP,
    );
    Regex::new(&pattern).ok()
});

/// The numbers and symbols of a text, in order. Symbols of forms, contracts and the like are none.
pub(in crate::check) fn symbols(text: &str) -> Vec<Symbol> {
    let (Some(core), Some(whole)) = (CORE.as_ref(), SYMBOL.as_ref()) else { return Vec::new() };
    let (mut symbols, mut at) = (Vec::new(), 0);
    while let Some(near) = core.find_at(text, at) {
        let mut from = at.max(near.start().saturating_sub(BEFORE));
        while !text.is_char_boundary(from) {
            from += 1;
        }
        let Some(found) = whole.captures_at(text, from) else { break };
        at = found.get(0).map_or(near.end(), |found| found.end());
        symbols.extend(symbol(text, &found));
    }
    symbols
}

fn symbol(text: &str, found: &Captures<'_>) -> Option<Symbol> {
    let range = found.get(0)?.range();
    let number = found.name("number")?;
    let letters = found.name("letters")?;
    let kind = found.name("kind").map(|kind| kind.range());
    let word = found.name("word").map(|word| word.range());
    let before = text[..range.start].chars().next_back();
    let glued = kind.is_none() && before.is_some_and(|before| before.is_alphanumeric() || "/.,-:".contains(before));
    if glued || text[range.end..].chars().next().is_some_and(|next| next.is_alphanumeric()) {
        return None;
    }
    let named = kind.as_ref().map(|kind| plain(&text[kind.clone()]));
    if named.as_deref().is_some_and(|kind| PAPERS.contains(&kind)) {
        return None;
    }
    let groups: Vec<String> =
        letters.as_str().split(['/', '&', '-', '–']).map(|group| group.trim().to_uppercase()).collect();
    let year = found.name("year").and_then(|year| Some((year.as_str().parse().ok()?, year.range())));
    // One group alone (`số 12/QH15`, `04/UBND`) is a symbol only where the word before the number says so; two groups
    // with wide gaps (`năm 2023 - UBND`) likewise.
    let told = word.is_some() || kind.is_some();
    let of_assembly = groups.len() == 1 && (groups[0].starts_with("QH") || groups[0].starts_with("UBTVQH"));
    let cut = found.name("cut")?.range();
    let tight = &text[cut.clone()] == "/" || groups.len() > 1 && cut.len() == 1;
    if !(told && (groups.len() > 1 || word.is_some()) || of_assembly && year.is_some() || tight && groups.len() > 1) {
        return None;
    }
    let value = number.as_str().parse().ok()?;
    Some(Symbol { range, kind, word, number: number.range(), value, cut, year, letters: letters.range(), groups })
}

/// A word in small letters with single spaces.
pub(in crate::check) fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

impl Symbol {
    /// Whether it is written as the Party writes its own: `57-NQ/TW`, the number cut off by a hyphen, the organ by a
    /// slash.
    pub(in crate::check) fn of_party(&self, text: &str) -> bool {
        text[self.cut.clone()].trim() != "/" && text[self.letters.clone()].contains('/')
    }

    /// The symbol as the decree writes it: `06/KH-UBND`, `30/2020/NĐ-CP`.
    pub(in crate::check) fn official(&self, text: &str) -> String {
        let letters: String = text[self.letters.clone()].split_whitespace().collect();
        let letters = letters.replace('–', "-");
        let number = if self.value < 10 { format!("{:02}", self.value) } else { text[self.number.clone()].to_owned() };
        match &self.year {
            _ if self.of_party(text) => format!("{number}-{letters}"),
            Some((year, _)) => format!("{number}/{year}/{letters}"),
            None => format!("{number}/{letters}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        symbols(text).iter().map(|symbol| symbol.official(text)).collect()
    }

    #[test]
    fn symbols_are_read_however_they_are_spaced() {
        let pairs = [
            ("Kế hoạch số 06/KH-UBND ngày", "06/KH-UBND"),
            ("Kế hoạch số: 12-KH-UBND, ngày", "12/KH-UBND"),
            ("Kế hoạch số 04/ KH-UBND về", "04/KH-UBND"),
            ("Kế hoạch số 08/KH - UBND ngày", "08/KH-UBND"),
            ("Nghị định số 30/2020/NĐ-CP ngày", "30/2020/NĐ-CP"),
            ("Luật Thư viện số 46/2019/QH14", "46/2019/QH14"),
            ("Nghị quyết số 57-NQ/TW ngày", "57-NQ/TW"),
            ("Công văn số 305/UBND-NV ngày", "305/UBND-NV"),
            ("Chỉ thị số 5/CT-TTg của", "05/CT-TTg"),
            ("Kế hoạch số 12/KH-UBND - UBND xã đã", "12/KH-UBND"),
            ("(19/KH-UBND)", "19/KH-UBND"),
        ];
        for (text, symbol) in pairs {
            assert_eq!(read(text), [symbol], "{text}");
        }
        assert_eq!(
            read("Nghị định số 107/2020/NĐ-CP, 108/2020/NĐ-CP ngày 14/9/2020"),
            ["107/2020/NĐ-CP", "108/2020/NĐ-CP"]
        );
    }

    #[test]
    fn other_numbers_are_no_symbols() {
        let none = [
            "22/29 nhiệm vụ",
            "đạt 12/12 UBND xã",
            "Mẫu số 01/KK-TNCN",
            "Hợp đồng số 15/2023/HĐ-TV",
            "giai đoạn 2021 - 2025",
            "năm 2023 - UBND huyện đã",
            "theo TCVN 6909:2001/BKHCN",
            "có 04/UBND xã, thị trấn",
            "từ năm 2023 - HĐND và UBND",
            "mức độ 3/4",
            "04 xã/HTX-DN",
            "đạt 5/Hội viên",
        ];
        for text in none {
            assert_eq!(read(text), [] as [&str; 0], "{text}");
        }
    }
}
