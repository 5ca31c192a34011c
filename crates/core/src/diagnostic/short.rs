//! What an input brings, as long as a reader reads it: a key of a megabyte is told by its beginning and its length.

use std::borrow::Cow;

use super::Lang;

/// Words of more letters are cut: paths and addresses are shorter.
const LONGEST_WORD: usize = 200;

/// What stands in quotes is cut where the whole text has more letters than this.
const LONGEST: usize = 3_000;

/// So many letters are shown of what is cut.
const SHOWN: usize = 80;

/// A text whose endless words and names are cut.
pub(super) fn short(text: &str, lang: Lang) -> Cow<'_, str> {
    if text.len() <= LONGEST_WORD {
        return Cow::Borrowed(text);
    }
    let has_long = text.split(char::is_whitespace).any(|word| word.len() > LONGEST_WORD);
    let words = if has_long { each(text, char::is_whitespace, lang, |_| true) } else { Cow::Borrowed(text) };
    if words.len() <= LONGEST {
        return words;
    }
    // Every second part between quotes is a name.
    let mut quoted = each(&words, |c| c == '"', lang, |part| part % 2 == 1);
    if let Some((end, _)) = quoted.char_indices().nth(LONGEST) {
        quoted = Cow::Owned(cut(&quoted, end, lang));
    }
    Cow::Owned(quoted.into_owned())
}

/// A text of which some of the parts between separators are cut, by their index.
fn each(text: &str, separates: fn(char) -> bool, lang: Lang, is_cut: fn(usize) -> bool) -> Cow<'_, str> {
    let mut out = String::new();
    for (index, part) in text.split_inclusive(separates).enumerate() {
        let bare = part.strip_suffix(separates).unwrap_or(part);
        let too_long = is_cut(index) && bare.char_indices().nth(LONGEST_WORD).is_some();
        match bare.char_indices().nth(SHOWN).filter(|_| too_long) {
            Some((end, _)) => out.push_str(&cut(bare, end, lang)),
            None => out.push_str(bare),
        }
        out.push_str(&part[bare.len()..]);
    }
    Cow::Owned(out)
}

fn cut(text: &str, end: usize, lang: Lang) -> String {
    let (count, unit) = (text.chars().count(), if lang == Lang::Vi { "ký tự" } else { "letters" });
    format!("{}… ({count} {unit})", &text[..end])
}
