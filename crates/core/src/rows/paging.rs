//! What a page says of how many records there are: more than its table has, and it is one page of several.

use baocao_vietnamese::small;

use super::{Around, Table};
use crate::diagnostic::Finding;
use crate::{kinds, msg};

/// What pages call their records.
const RECORDS: [&str; 10] =
    ["bản ghi", "dòng", "kết quả", "mục", "phần tử", "records", "entries", "rows", "items", "results"];

/// What stands right before the number of all records, where their name follows.
const OF_ALL: [&str; 6] = ["số", "tổng", "cộng", "of", "total", "/"];

impl Table<'_> {
    /// Tells that there are more records than the table has, where a line around it says so: `Hiển thị 1 đến 20 trong tổng số 57
    /// bản ghi`.
    pub(super) fn part_of_list(&self) -> Option<Finding> {
        let rows = self.lines.len();
        let lines = self.words_around().into_iter().filter(|around| around.key.is_none());
        let more = |around: Around| Some((records(&around.words).filter(|count| *count > rows)?, around));
        let (count, around) = lines.filter_map(more).next()?;
        Some(
            kinds::data_files::PART_OF_LIST
                .finding(msg!(
                    "tệp báo có {count} bản ghi nhưng bảng chỉ có {rows} dòng",
                    "the file says that there are {count} records, and the table has {rows} rows"
                ))
                .at(around.place)
                .found(around.words)
                .hint(msg!(
                    "có thể đây là một trang trong nhiều trang: lấy mọi trang rồi chuyển cùng lúc",
                    "perhaps it is one page of several: fetch all of them and import them together"
                )),
        )
    }
}

/// How many records a line says that there are in all.
fn records(line: &str) -> Option<usize> {
    let line = small(line).replace('/', " / ");
    let words: Vec<&str> =
        line.split_whitespace().map(|word| word.trim_matches(['(', ')', ':', ',', '.', ';'])).collect();
    let begins = |words: &[&str]| {
        let text = words.join(" ");
        RECORDS.iter().any(|name| text.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
    };
    let number = |word: &str| {
        let digits: String = word.chars().filter(|c| !matches!(c, '.' | ',')).collect();
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse::<usize>().ok()).flatten()
    };
    words.iter().enumerate().find_map(|(at, word)| {
        let count = number(word)?;
        let (before, behind) = (&words[..at], &words[at + 1..]);
        let is_of_all = before.last().is_some_and(|word| OF_ALL.contains(word)) && begins(behind);
        // `Tổng số bản ghi: 57`
        let named = before.iter().rposition(|word| OF_ALL.contains(word)).is_some_and(|of| {
            let name = before[of + 1..].join(" ");
            RECORDS.contains(&name.as_str())
        });
        (is_of_all || named).then_some(count)
    })
}

#[cfg(test)]
mod tests {
    use super::records;

    #[test]
    fn a_line_says_how_many_records_there_are() {
        for (line, count) in [
            ("Hiển thị 1 đến 3 trong tổng số 57 bản ghi", Some(57)),
            ("Showing 1 to 10 of 1,204 entries", Some(1204)),
            ("1-20/57 bản ghi", Some(57)),
            ("Tổng số bản ghi: 57", Some(57)),
            ("Total records: 57", Some(57)),
            ("Tổng: 57 dòng (trang 1)", Some(57)),
            ("Tổng số hồ sơ: 57", None),
            ("Tổng số 57 hồ sơ", None),
            ("Mục 57", None),
            ("Dòng 1 đến 57", None),
            ("trong tổng số", None),
        ] {
            assert_eq!(records(line), count, "{line}");
        }
    }
}
