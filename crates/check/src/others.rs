//! Places beside the first of their kind, which a finding counts instead of telling them.

use baocao_core::diagnostic::{Message, Place};
use baocao_core::msg;

/// So many of them are named.
const MOST_NAMED: usize = 8;

/// No more letters of a place are quoted: its last ones.
const LONGEST: usize = 30;

/// How many other places there are, and where. A line of the file may be a whole section, so the words that stand there
/// are quoted: a clerk searches for them in the document.
pub(super) fn others(places: &[(Place, &str)]) -> Message {
    let mut named: Vec<String> = places.iter().take(MOST_NAMED).map(|(place, words)| quoted(place, words)).collect();
    named.dedup();
    if places.len() > MOST_NAMED {
        named.push("…".to_owned());
    }
    let (count, list) = (places.len(), named.join(", "));
    match count {
        1 => msg!("còn 1 chỗ như vậy nữa, ở dòng {list}", "there is 1 more place like this, at line {list}"),
        _ => msg!("còn {count} chỗ như vậy nữa, ở dòng {list}", "there are {count} more such places, at lines {list}"),
    }
}

/// The line of a place and its last words: `12 ("cụ thể :")`.
fn quoted(place: &Place, words: &str) -> String {
    let line = place.line_column().0;
    let words = words.trim();
    let from = words.char_indices().rev().nth(LONGEST).map_or(0, |(at, _)| at);
    // A word that is cut is left out, where another is left.
    let from = words[from..].find(' ').filter(|_| from > 0).map_or(from, |space| from + space + 1);
    let words = words[from..].replace('\n', " ");
    if words.is_empty() { line.to_string() } else { format!("{line} (\"{words}\")") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use baocao_core::diagnostic::Source;

    #[test]
    fn the_words_of_a_place_are_quoted() {
        let source = Source::new("a.json", "một\nhai ba");
        let place = Place::new(&source, 7..10);
        let all = others(&[(place.clone(), "hai ba"), (place.clone(), "hai ba"), (place.clone(), "x")]);
        assert_eq!(all.vi, "còn 3 chỗ như vậy nữa, ở dòng 2 (\"hai ba\"), 2 (\"x\")");
        let long = "nghị quyết về cải cách hành chính của Huyện";
        assert_eq!(
            others(&[(place, long)]).en,
            "there is 1 more place like this, at line 2 (\"cải cách hành chính của Huyện\")"
        );
    }
}
