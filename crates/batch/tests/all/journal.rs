//! What a run knows of those before it.

use std::collections::BTreeMap;

use baocao_batch::{Begun, Done, Entry, Known, Made, Run, Status};
use serde_json::value::RawValue;

fn run(ground: &str) -> Entry {
    Entry::Run(Run { version: "1".to_owned(), ground: ground.to_owned() })
}

fn begun(id: &str) -> Entry {
    Entry::Begun(Begun { id: id.to_owned() })
}

fn done(id: &str, sha256: &str) -> Entry {
    let made = Made { file: Some(id.to_owned()), pdf: None, sha256: sha256.to_owned(), bytes: 3, pages: 1 };
    let inputs = BTreeMap::from([("a.json".to_owned(), Some("1".to_owned())), ("b.csv".to_owned(), None)]);
    let review = RawValue::from_string("{\"organ\":null}".to_owned()).expect("JSON");
    let (status, document, milliseconds) = (Status::Made, Some(made), Some(5));
    Entry::Done(Done { id: id.to_owned(), status, document, inputs, review, milliseconds })
}

fn known(bytes: &[u8]) -> Known {
    let (mut known, mut start) = (Known::default(), 0);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        known.add(start, line);
        start += line.len() as u64;
    }
    known
}

#[test]
fn what_was_last_written_counts() {
    let entries = [run("x"), begun("a"), done("a", "1"), begun("b"), run("y"), begun("a"), done("a", "2"), begun("c")];
    let bytes: Vec<u8> = entries.iter().flat_map(Entry::line).collect();
    let known = known(&bytes);
    let a = known.item("a").expect("a is done");
    assert_eq!((a.sha256.as_deref(), a.ground.as_deref()), (Some("2"), Some("y")));
    assert_eq!(a.inputs.get("b.csv"), Some(&None));
    let (start, length) = a.line;
    assert_eq!(&bytes[start as usize..start as usize + length], done("a", "2").line());
    assert!(known.is_open("b") && known.is_open("c") && !known.is_open("a"));
    assert!(known.item("b").is_none() && !known.torn && known.unreadable.is_empty());
}

#[test]
fn a_line_that_was_cut_off_anywhere_is_no_line() {
    let whole: Vec<u8> = [run("x"), begun("a"), done("a", "1")].iter().flat_map(Entry::line).collect();
    let before = whole.len() - done("a", "1").line().len();
    for end in before + 1..whole.len() {
        let known = known(&whole[..end]);
        // Without its line feed the last line may still be whole, and is no less true.
        assert!(known.torn || end == whole.len() - 1, "{end}");
        assert_eq!(known.item("a").is_some(), !known.torn, "{end}");
    }
}

#[test]
fn lines_that_mean_nothing_are_counted() {
    let mut bytes = run("x").line();
    bytes.extend(b"{\"done\":{}}\n\xff\xfe\n");
    bytes.extend(done("a", "1").line());
    let known = known(&bytes);
    assert_eq!((known.unreadable, known.torn), (vec![2, 3], false));
}
