//! What is data: the files of `data/`.

use baocao_core::report::Input;
use baocao_reading::Phrase;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::{Context, Swap};

/// A file of substitutions.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    swap: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    rule: String,
    #[serde(default)]
    words: Vec<String>,
    write: Option<String>,
    #[serde(default)]
    only_after: Vec<String>,
    #[serde(default)]
    only_before: Vec<String>,
    #[serde(default)]
    not_after: Vec<String>,
    #[serde(default)]
    not_before: Vec<String>,
    #[serde(default)]
    inside: bool,
}

/// The substitutions of a file, each with the id of its rule.
pub(crate) fn swaps_of(name: &str, text: &str) -> Vec<(String, Swap)> {
    data_of::<File>(name, text).swap.into_iter().map(Entry::read).collect()
}

/// What a file says.
#[expect(clippy::panic, reason = "the file is a part of the program; the tests of its rules read it")]
pub(crate) fn data_of<T: DeserializeOwned>(name: &str, text: &str) -> T {
    let mut findings = Vec::new();
    let value = Input::of_toml(name, text, &mut findings).map(|(_, value)| value);
    match serde_json::from_value(value.unwrap_or_default()) {
        Ok(data) => data,
        Err(error) => panic!("{name}: {error} {findings:?}"),
    }
}

/// A phrase of a file.
#[expect(clippy::panic, reason = "the file is a part of the program; the tests of its rules read it")]
pub(crate) fn phrase(words: &String) -> Phrase {
    match Phrase::read(words) {
        Ok(phrase) => phrase,
        Err(fault) => panic!("{words}: {fault:?}"),
    }
}

impl Entry {
    fn read(self) -> (String, Swap) {
        let all = |words: &[String]| words.iter().map(phrase).collect::<Vec<_>>();
        let context = Context {
            only_after: all(&self.only_after),
            only_before: all(&self.only_before),
            not_after: all(&self.not_after),
            not_before: all(&self.not_before),
            inside: self.inside,
        };
        (self.rule, Swap::new(all(&self.words), self.write.as_ref().map(phrase), context))
    }
}
