//! Files whose rows are read again where they are asked for.

use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::sync::{Arc, Mutex};

use baocao_core::diagnostic::{Finding, Lang};
use baocao_core::limits::Limits;
use baocao_core::rows::{Book, Seekable};

fn open(file: impl Seekable + 'static) -> Book {
    let mut findings: Vec<Finding> = Vec::new();
    let book =
        Book::open("tep", Box::new(file), &Limits::default().of_imports(), &mut findings).expect("a readable file");
    assert!(findings.is_empty(), "{findings:?}");
    book.unwrap()
}

/// So many different values are too many to be kept.
const ROWS: usize = 6_000;

fn name(row: usize) -> String {
    format!("Xã số {row}, {}", "thôn ".repeat(30))
}

/// A file of a name, decomposed letters in every other one, and a number a row.
fn texts() -> [String; 2] {
    let written = |row: usize| if row.is_multiple_of(2) { name(row).replace('ã', "a\u{303}") } else { name(row) };
    let lines: String =
        (0..ROWS).map(|row| format!("{{\"ten\": \"{}\", \"so\": {}}}\n", written(row), row % 7)).collect();
    let csv: String = (0..ROWS).map(|row| format!("\"{}\";{}\n", written(row), row % 7)).collect();
    [format!("\u{feff}{lines}"), format!("ten;so\n{csv}")]
}

#[test]
fn values_that_are_not_kept_are_those_of_the_file() {
    for text in texts() {
        let sheet = &open(Cursor::new(text.into_bytes())).sheets[0];
        assert_eq!(sheet.height(), ROWS + 1);
        for row in [0, 1, 2, 777, ROWS - 2, ROWS - 1, 3] {
            assert_eq!(sheet.words(row + 1, 0).as_deref(), Some(name(row).trim()), "{row}");
        }
        let place = sheet.place(ROWS, 1);
        let line = if sheet.is_json() { ROWS } else { ROWS + 1 };
        assert!(place.shown(Lang::En).contains(&line.to_string()), "{}", place.shown(Lang::En));
        assert_eq!(place.source.text.get(place.span().unwrap()), Some(((ROWS - 1) % 7).to_string().as_str()));
    }
}

/// A file that another program writes to.
struct Changing(Arc<Mutex<Vec<u8>>>, u64);

impl Read for Changing {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let bytes = self.0.lock().unwrap();
        let from = bytes.get(usize::try_from(self.1).unwrap()..).unwrap_or_default();
        let count = (&*from).read(buffer)?;
        self.1 += count as u64;
        Ok(count)
    }
}

impl Seek for Changing {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.1 = match to {
            SeekFrom::Start(at) => at,
            SeekFrom::End(away) => (self.0.lock().unwrap().len() as u64).saturating_add_signed(away),
            SeekFrom::Current(away) => self.1.saturating_add_signed(away),
        };
        Ok(self.1)
    }
}

/// Whoever opened it tells that it changed; reading it is no error of its own, whatever stands there now.
#[test]
fn a_file_that_changes_is_read_without_a_panic() {
    for text in texts() {
        for now in [Vec::new(), vec![0xFF; 1 << 20], text.replace("ô", "\u{1F600}").into_bytes()] {
            let bytes = Arc::new(Mutex::new(text.clone().into_bytes()));
            let book = open(Changing(Arc::clone(&bytes), 0));
            *bytes.lock().unwrap() = now;
            let sheet = &book.sheets[0];
            for row in (0..sheet.height()).step_by(97) {
                for column in 0..2 {
                    let _ = (sheet.cell(row, column), sheet.place(row, column), sheet.row_place(row));
                }
            }
        }
    }
}
