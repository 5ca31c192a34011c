//! Files whose small objects go into streams, read back by a reader that is not ours.

use std::fmt::Write;

use baocao_pdf::packed;
use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, Stream, String as Text};

/// A file of these objects, numbered from 1 on (`-` is a number that is free), as the typesetter writes it.
fn file(version: &str, objects: &[&str]) -> Vec<u8> {
    let mut text = format!("%PDF-{version}\n%\u{e1}\u{ba}\u{bf}\u{e1}\n\n");
    let mut table = format!("xref\n0 {}\n0000000000 65535 f\r\n", objects.len() + 1);
    for (number, object) in (1..).zip(objects) {
        if *object == "-" {
            table.push_str("0000000000 65535 f\r\n");
        } else {
            write!(table, "{:010} 00000 n\r\n", text.len()).unwrap();
            write!(text, "{number} 0 obj\n{object}\nendobj\n\n").unwrap();
        }
    }
    let (start, size) = (text.len(), objects.len() + 1);
    write!(text, "{table}trailer\n<</Size {size}/Root 1 0 R/ID[(mot)(hai)]>>\nstartxref\n{start}\n%%EOF").unwrap();
    text.into_bytes()
}

const OBJECTS: [&str; 6] = [
    "<</Type/Catalog/Pages 2 0 R/Names[(endobj) (xref) 4 0 R 6 0 R]>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R>>",
    "[(endstream) 1.25 null]",
    "<</Length 13>>\nstream\n0 0 5 5 re f\n\nendstream",
    "-",
];

#[test]
fn every_object_keeps_its_number_and_its_content() {
    let packed = packed(&file("1.7", &OBJECTS), "").unwrap();
    let text = String::from_utf8_lossy(&packed).into_owned();
    assert!(text.starts_with("%PDF-1.7\n%") && text.ends_with("%%EOF\n"), "{text}");
    assert!(!text.contains("/Kids") && text.contains("\n5 0 obj\n<</Length 13>>\nstream\n0 0 5 5 re f\n\nendstream"));
    assert!(text.contains("/Root 1 0 R/ID[(mot)(hai)]"), "{text}");

    let pdf = Pdf::new(packed).unwrap();
    let catalog: Dict = pdf.xref().get(pdf.xref().root_id()).unwrap();
    let names: Array = catalog.get("Names").unwrap();
    assert_eq!(names.raw_iter().count(), 4);
    let pages = pdf.pages();
    assert_eq!(pages.len(), 1);
    let page = pages[0].raw();
    assert_eq!(page.get::<Name>("Type").unwrap().as_str(), "Page");
    assert_eq!(page.get::<Stream>("Contents").unwrap().decoded().unwrap().as_ref(), b"0 0 5 5 re f\n");
    let mut entries = names.iter::<Text>();
    assert_eq!(entries.next().unwrap().as_bytes(), b"endobj");
}

#[test]
fn more_objects_than_one_stream_takes() {
    let many: Vec<String> = (4..=2_500).map(|number| format!("<</Number {number}>>")).collect();
    let mut objects: Vec<&str> = OBJECTS[..3].to_vec();
    objects.extend(many.iter().map(String::as_str));
    let plain = file("1.7", &objects);
    let packed = packed(&plain, "").unwrap();
    assert!(packed.len() * 5 < plain.len(), "{} of {}", packed.len(), plain.len());
    let pdf = Pdf::new(packed).unwrap();
    for number in 4..=2_500 {
        let dict: Dict = pdf.xref().get(hayro_syntax::object::ObjectIdentifier::new(number, 0)).unwrap();
        assert_eq!(dict.get::<i32>("Number"), Some(number));
    }
}

#[test]
fn what_is_written_in_another_way_is_left_alone() {
    assert!(packed(&file("1.4", &OBJECTS), "").is_none());
    let whole = file("1.7", &OBJECTS);
    assert!(packed(&packed(&whole, "").unwrap(), "").is_none());
    for end in 0..whole.len() - "\n%%EOF".len() - 3 {
        assert!(packed(&whole[..end], "").is_none(), "cut at {end}");
    }
    for at in 0..whole.len() {
        let mut broken = whole.clone();
        broken[at] = b'9';
        let _ = packed(&broken, "");
    }
}
