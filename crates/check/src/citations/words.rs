//! Subjects of documents compared by their words.

/// How many words of a subject are compared: what follows is often cut short.
const WORDS: usize = 12;

/// Whether two subjects are probably one: most of their first words agree, and they name no different years.
pub(super) fn alike(one: &str, other: &str) -> bool {
    let (first, second) = (words(one), words(other));
    let shorter = first.len().min(second.len());
    if shorter < 4 || differ_in_years(one, other) {
        return false;
    }
    let common = first[..shorter].iter().filter(|word| second.contains(word)).count();
    common * 10 >= shorter * 7
}

fn words(subject: &str) -> Vec<&str> {
    subject.split([' ', ',']).filter(|word| !word.is_empty()).take(WORDS).collect()
}

/// The years that a subject names with `năm`.
pub(super) fn years(subject: &str) -> Vec<&str> {
    let mut years = Vec::new();
    let mut rest = subject;
    while let Some((_, after)) = rest.split_once("năm ") {
        rest = after;
        let digits = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
        if digits == 4 {
            years.push(&after[..4]);
        }
    }
    years
}

fn differ_in_years(one: &str, other: &str) -> bool {
    let (first, second) = (years(one), years(other));
    !first.is_empty() && !second.is_empty() && !first.iter().any(|year| second.contains(year))
}
