//! The register: whatever happens to its lines shows.

use baocao_archive::{Chain, Head, Line, Lines, MOST_LINE_BYTES, Metadata, Numbers, entered, imprints};
use baocao_core::digest::sha256;
use proptest::prelude::*;

fn metadata(number: &str, subject: &str) -> Metadata {
    let json = serde_json::json!({
        "code_number": number, "code_notation": "BC-UBND", "issued_date": "2026-09-16",
        "organ_name": "UBND XÃ TÂN LỘC", "subject": subject,
    });
    Metadata::read("tt.json", json.to_string().into_bytes()).expect("metadata")
}

fn line(number: &str) -> Line {
    Line::new(&metadata(number, "Một\nhai"), None, "2026-09-17T08:00:00+07:00").expect("a line")
}

/// A register of so many lines, and its head.
fn register(count: u32) -> (Vec<Vec<u8>>, Head) {
    let mut chain = Chain::default();
    let lines = (1..=count).map(|number| {
        let bytes = chain.follow(line(&number.to_string())).to_json();
        assert_eq!(chain.add(&bytes).1, None);
        bytes
    });
    let lines = lines.collect();
    (lines, chain.head())
}

/// What is told of a register, the number of its lines, and whether its head is this one.
fn told(bytes: &[u8], head: &Head) -> (Vec<String>, u64, bool) {
    let mut lines = Lines::new(bytes, "so");
    let mut told = Vec::new();
    while let Some(step) = lines.step().expect("memory can be read") {
        told.extend(step.finding.map(|finding| finding.message.en));
    }
    (told, lines.chain().count, lines.chain().head() == *head)
}

fn joined(lines: &[Vec<u8>]) -> Vec<u8> {
    lines.iter().flat_map(|line| [line.as_slice(), b"\n"].concat()).collect()
}

const UNCHAINED: &str = "does not follow the one before: that was changed, or lines were taken out or put in";

#[test]
fn a_line_says_what_a_document_is_known_by() {
    let line = line("005");
    assert_eq!((line.symbol.as_str(), line.subject.as_str(), line.year), ("005/BC-UBND", "Một hai", 2026));
    assert!(line.package.starts_with("2026-BC-UBND-5-"), "{}", line.package);
    assert!(line.has_number_of(&self::line("5")) && !line.has_number_of(&self::line("6")));
    let other = Line { organ: "UBND XÃ VĨNH LỘC".to_owned(), ..line.clone() };
    assert!(!line.has_number_of(&other) && !line.has_number_of(&Line { year: 2027, ..line.clone() }));
    assert!(!line.has_number_of(&Line { series: "QĐ-UBND".to_owned(), ..line.clone() }));
    assert_eq!(entered(0), "1970-01-01T07:00:00+07:00");
    assert_eq!(Line::new(&Metadata::default(), None, ""), None);
}

/// An organ is known by its code, or by its name where no code is given.
#[test]
fn an_organ_is_one_with_its_code_and_without() {
    let of = |code: Option<&str>, name: &str| {
        let metadata =
            Metadata { organ_id: code.map(str::to_owned), organ_name: Some(name.to_owned()), ..metadata("7", "Một") };
        Line::new(&metadata, None, "2026-09-17T08:00:00+07:00").expect("a line")
    };
    let (by_code, by_name) = (of(Some("000.00.01.H01"), "UBND XÃ TÂN LỘC"), of(None, "ubnd xã Tân Lộc"));
    assert!(by_code.has_number_of(&by_name) && by_name.has_number_of(&by_code));
    let other = of(Some("000.00.01.H02"), "UBND XÃ TÂN LỘC");
    assert!(!by_code.has_number_of(&other), "two organs of one name, each with its code");
    assert!(!by_name.has_number_of(&of(Some("000.00.01.H01"), "UBND XÃ VĨNH LỘC")));
    let mut numbers = Numbers::default();
    assert_eq!((numbers.add(&by_code), numbers.add(&other)), (None, None));
    assert_eq!(numbers.add(&by_name), Some(by_code.package));
}

#[test]
fn what_is_changed_taken_out_put_in_or_moved_shows() {
    let (lines, head) = register(4);
    assert_eq!(told(&joined(&lines), &head), (Vec::new(), 4, true));
    let mut changed = lines.clone();
    changed[1] = String::from_utf8(changed[1].clone()).expect("UTF-8").replace("2026-09-16", "2026-09-15").into_bytes();
    assert_eq!(told(&joined(&changed), &head).0, [format!("so: line 3 {UNCHAINED}")]);
    let out = [&lines[..1], &lines[2..]].concat();
    assert_eq!(told(&joined(&out), &head), (vec![format!("so: line 2 {UNCHAINED}")], 3, false));
    let moved = [lines[0].clone(), lines[2].clone(), lines[1].clone(), lines[3].clone()];
    assert_eq!(told(&joined(&moved), &head).0.len(), 3);
    let mut last = lines.clone();
    last[3].push(b' ');
    assert_eq!(told(&joined(&last), &head), (Vec::new(), 4, false));
    assert_eq!(told(&joined(&lines[..3]), &head), (Vec::new(), 3, false));
    let torn = joined(&lines);
    assert_eq!(told(&torn[..torn.len() - 1], &head).0, ["so: line 4 is cut off"]);
    let unreadable = [lines[0].clone(), b"khong".to_vec(), lines[1].clone()];
    assert_eq!(told(&joined(&unreadable), &head).0[0], "so: line 2 cannot be read");
}

#[test]
fn a_line_without_end_is_not_held() {
    let (lines, head) = register(1);
    let long = [joined(&lines), vec![b'x'; 4 * MOST_LINE_BYTES]].concat();
    assert_eq!(told(&long, &head), (vec!["so: line 2 cannot be read".to_owned()], 1, true));
}

#[test]
fn an_id_that_is_no_name_of_a_folder_is_none() {
    for id in ["", "..", "a/b", "/etc", "a\\b", "NUL"] {
        let bytes = Line { package: id.to_owned(), ..Chain::default().follow(line("1")) }.to_json();
        assert_eq!(told(&joined(&[bytes]), &Chain::default().head()).0, ["so: line 1 cannot be read"], "{id}");
    }
}

#[test]
fn hostile_places_do_not_overflow() {
    let line = Line { sequence: u64::MAX, ..line("1") }.to_json();
    assert_eq!(told(&joined(&[line.clone(), line]), &Chain::default().head()).0.len(), 2);
}

#[test]
fn heads_are_the_same_for_the_same_register() {
    let (_, head) = register(2);
    assert_eq!(Head::parse(&head.to_json()), Some(head.clone()));
    assert_eq!(Head::parse(b"{}"), None);
    let token = [&[0x30, 0x30, 0x04, 0x20][..], &hex(&sha256(&head.to_json())), &[0x02, 0x01]].concat();
    assert!(imprints(&token).contains(&sha256(&head.to_json())));
}

fn hex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).expect("digits")).collect()
}

proptest! {
    #[test]
    fn nothing_panics_and_every_change_shows(at: prop::sample::Index, byte: u8, cut in any::<bool>()) {
        let (lines, head) = register(3);
        let mut bytes = joined(&lines);
        let place = at.index(bytes.len());
        if cut {
            bytes.truncate(place);
        } else {
            prop_assume!(bytes[place] != byte);
            bytes[place] = byte;
        }
        let (told, _, is_whole) = told(&bytes, &head);
        prop_assert!(!told.is_empty() || !is_whole);
    }

    #[test]
    fn any_bytes_are_read_to_their_end(bytes in prop::collection::vec(any::<u8>(), 0..500)) {
        told(&bytes, &Chain::default().head());
        Head::parse(&bytes);
        imprints(&bytes);
    }
}
