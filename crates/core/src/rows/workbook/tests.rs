//! Workbooks that are none, or more than may be read.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::diagnostic::Finding;
use crate::limits::Limits;
use crate::rows::Book;

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn refused(bytes: &[u8], limits: &Limits) -> Finding {
    let mut findings = Vec::new();
    assert!(Book::read("tep.xlsx", bytes, limits, &mut findings).is_none());
    findings.remove(0)
}

#[test]
fn a_zip_is_never_unpacked_further_than_it_may_be() {
    let limits = Limits { unpacked_bytes: 1 << 20, ..Limits::default() };
    let zeros = vec![0; 4 << 20];
    let bomb = zipped(&[("[Content_Types].xml", b"<x/>"), ("xl/worksheets/sheet1.xml", &zeros)]);
    assert!(bomb.len() < 1 << 16);
    assert_eq!(refused(&bomb, &limits).id.as_str(), "du-lieu/qua-nhieu-o");
    // The directory says that the file is small: its size stands at the end, and before the data as well.
    let mut liar = bomb.clone();
    let size = u32::try_from(zeros.len()).unwrap().to_le_bytes();
    for at in 0..liar.len() - 4 {
        if liar[at..at + 4] == size {
            liar[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
        }
    }
    assert_ne!(liar, bomb);
    let told = refused(&liar, &limits).id.as_str();
    assert!(["du-lieu/qua-nhieu-o", "du-lieu/bang-tinh-hong"].contains(&told), "{told}");
}

#[test]
fn zips_and_compound_files_that_are_no_workbooks_are_refused() {
    let limits = Limits::default();
    let document = zipped(&[("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")]);
    assert_eq!(refused(&document, &limits).id.as_str(), "du-lieu/loai-tep-la");
    assert_eq!(refused(&zipped(&[("a.txt", b"x")]), &limits).id.as_str(), "du-lieu/loai-tep-la");
    let empty = zipped(&[("[Content_Types].xml", b"<x/>"), ("xl/workbook.xml", b"<x/>")]);
    assert_eq!(refused(&empty, &limits).id.as_str(), "du-lieu/bang-tinh-hong");
    let mut compound = super::COMPOUND.to_vec();
    compound.resize(4096, 0xFF);
    assert_eq!(refused(&compound, &limits).id.as_str(), "du-lieu/bang-tinh-hong");
}
