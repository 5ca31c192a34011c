//! What is signed of a file's bytes, and files that cannot be read.

use super::{CHANGED, DIGEST, RANGE, fails, replaced, report, settings, signed, signed_with, text, then};
use crate::corpora::told;
use crate::maker::pdf::{self, Sign, right};
use baocao_pdf::drawn::{Budget, Canvas, Drawing};
use baocao_sign::file::File;
use baocao_sign::verify::{State, Subject, verify};

#[test]
fn changed_bytes_are_found() {
    let good = signed();
    fails("a digit of the content", &replaced(&good, b"500 trieu", b"900 trieu"), &[DIGEST]);
    fails("the attachment", &replaced(&good, b"{\"kinh-phi\": 500}", b"{\"kinh-phi\": 900}"), &[DIGEST]);
    fails("the time beside the signature", &replaced(&good, b"D:20260301080000Z", b"D:20260401080000Z"), &[DIGEST]);
    fails("the place of the field", &replaced(&good, b"/Rect [340 150", b"/Rect [340 151"), &[DIGEST]);
    fails("the image", &replaced(&good, &[1, 2, 3, b'\n'], &[3, 2, 1, b'\n']), &[DIGEST]);
    fails("a comment between objects", &replaced(&good, b"%\xE2\xE3", b"%\xE3\xE3"), &[DIGEST]);
    fails("the permission", &replaced(&good, b"/P 2 >>", b"/P 3 >>"), &[DIGEST]);
}

#[test]
fn ranges_must_be_exact() {
    let with = |ranges: fn(usize, usize, usize) -> Vec<i64>| signed_with(Sign { ranges, ..Sign::leader() });
    fails(
        "not from the start",
        &with(|a, b, n| {
            right(a, b, n)
                .into_iter()
                .enumerate()
                .map(|(at, x)| match at {
                    0 => 9,
                    1 => x - 9,
                    _ => x,
                })
                .collect()
        }),
        &[RANGE],
    );
    fails("a gap too large before", &with(|a, b, n| right(a - 10, b, n)), &[RANGE]);
    fails("a gap too large behind", &with(|a, b, n| right(a, b + 10, n)), &[RANGE]);
    fails("a gap that leaves the brackets in", &with(|a, b, n| right(a + 1, b - 1, n)), &[RANGE]);
    fails("one bracket in", &with(|a, b, n| right(a + 1, b, n)), &[RANGE]);
    fails("shifted", &with(|a, b, n| vec![0, a as i64, b as i64 - 100, (n - b) as i64]), &[RANGE]);
    fails("the end left out", &with(|a, b, n| right(a, b, n - 30)), &[RANGE]);
    fails("the last lines left out", &with(|a, b, n| right(a, b, n - 6)), &[RANGE]);
    fails("over the end", &with(|a, b, n| right(a, b, n + 50)), &[RANGE]);
    fails("negative", &with(|a, b, n| vec![0, a as i64, b as i64, -((n - b) as i64)]), &[RANGE]);
    fails("begins before the file", &with(|a, b, n| vec![-5, a as i64 + 5, b as i64, (n - b) as i64]), &[RANGE]);
    fails("three ranges", &with(|a, b, n| vec![0, 100, 100, a as i64 - 100, b as i64, (n - b) as i64]), &[RANGE]);
    fails("one range", &with(|_, _, n| vec![0, n as i64]), &[RANGE]);
    fails("overlapping", &with(|_, b, n| vec![0, b as i64 + 1, b as i64, (n - b) as i64]), &[RANGE]);
    fails("in the wrong order", &with(|a, b, n| vec![b as i64, (n - b) as i64, 0, a as i64]), &[RANGE]);
    fails("huge", &with(|a, _, _| vec![0, a as i64, i64::MAX, i64::MAX]), &[RANGE]);
    fails("nothing", &with(|_, _, _| vec![0, 0, 0, 0]), &[RANGE]);
    fails("none", &with(|_, _, _| Vec::new()), &[RANGE]);
    // The same signature in a second dictionary: the gap is that of the first.
    let mut doc = signed();
    let number = doc.number();
    let copied = {
        let start = doc.bytes.windows(12).position(|window| window == b"<< /Type /Si").expect("it stands there");
        let end = start + doc.bytes[start..].windows(6).position(|window| window == b"endobj").expect("its end");
        doc.bytes[start..end].trim_ascii().to_vec()
    };
    let widget = doc.number();
    doc.fields.push(widget);
    let field =
        format!("<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature2) /V {number} 0 R /Rect [0 0 0 0] /F 132 >>");
    doc.add(&[(number, copied), (widget, field.into_bytes()), (pdf::FORM, doc.form())], &[]);
    let report = report(&doc);
    let second = &report.signatures[1];
    assert_eq!(second.item(Subject::Range).map(|item| item.state), Some(State::Failed), "{}", told(&report));
}

#[test]
fn broken_files_are_refused_and_nothing_hangs() {
    let good = signed();
    let refused = |bytes: &[u8]| verify(bytes, &settings()).is_err();
    assert!(refused(b""));
    assert!(refused(b"%PDF-1.7"));
    assert!(refused(&good.bytes[1..]));
    // Cut anywhere: refused, or what is left has no signature that passes.
    for cut in (0..good.bytes.len() - 2).step_by(611) {
        if let Ok(report) = verify(&good.bytes[..cut], &settings()) {
            assert!(report.signatures.iter().all(|signature| signature.state() != State::Passed), "cut at {cut}");
        }
    }
    let mut circle = signed();
    circle.add_with(&[], &[], "");
    let at = circle.table;
    circle.table = circle.bytes.len();
    circle.add(&[], &[]);
    circle.table = at;
    assert!(refused(&circle.bytes), "a table that names itself");
    let behind = [good.bytes.as_slice(), b"rubbish"].concat();
    let report = verify(&behind, &settings()).expect("a file");
    assert_eq!(report.file.state, State::Failed);
    // Strings that do not end, each inside of the one before.
    let mut nested = signed();
    let count = 100_000;
    let start = nested.bytes.len();
    let mut table = format!("xref\n100 {count}\n");
    for index in 0..count {
        table.push_str(&format!("{:010} 00000 n \n", start + index * 16));
        nested.bytes.extend_from_slice(format!("{:>6} 0 obj(    ", 100 + index).as_bytes());
    }
    let place = nested.bytes.len();
    let kids: String = (0..count).map(|index| format!("{} 0 R ", 100 + index)).collect();
    table.push_str(&format!(
        "trailer << /Root 1 0 R /Prev {} /All [{kids}] >>\nstartxref\n{place}\n%%EOF\n",
        nested.table
    ));
    nested.bytes.extend_from_slice(table.as_bytes());
    let before = std::time::Instant::now();
    if let Ok(report) = verify(&nested.bytes, &settings()) {
        assert!(report.failed());
    }
    assert!(before.elapsed().as_secs() < 60, "{:?}", before.elapsed());
    // Two object streams, the length of each in the other.
    let mut packs = signed();
    let (one, other) = (packs.number(), packs.number());
    let (in_one, in_other) = (packs.number(), packs.number());
    let start = packs.bytes.len();
    let first = format!(
        "{one} 0 obj\n<< /Type /ObjStm /N 1 /First 5 /Length {in_other} 0 R >>\nstream\n{in_one} 0 \
            7\nendstream\nendobj\n"
    );
    let second = format!(
        "{other} 0 obj\n<< /Type /ObjStm /N 1 /First 5 /Length {in_one} 0 R >>\nstream\n{in_other} 0 \
            7\nendstream\nendobj\n"
    );
    packs.bytes.extend_from_slice((first.clone() + &second).as_bytes());
    let table = packs.bytes.len();
    let row = |kind: u8, place: usize, index: u8| [&[kind], &(place as u32).to_be_bytes()[..], &[index]].concat();
    let rows = [row(1, start, 0), row(1, start + first.len(), 0), row(2, one as usize, 0), row(2, other as usize, 0)];
    let dict = format!(
        "/Type /XRef /W [1 4 1] /Index [{one} 4] /Size {} /Root 1 0 R /Prev {} /Length 24 /All [{in_one} 0 R]",
        packs.next, packs.table
    );
    packs.bytes.extend_from_slice(format!("{} 0 obj\n<< {dict} >>\nstream\n", packs.next).as_bytes());
    packs.bytes.extend_from_slice(&rows.concat());
    packs.bytes.extend_from_slice(format!("\nendstream\nendobj\nstartxref\n{table}\n%%EOF\n").as_bytes());
    let found = verify(&packs.bytes, &settings()).expect("a file");
    assert_eq!(found.file.state, State::Failed, "{}", told(&found));
    // A page tree that leads round in a circle; arrays inside one another; a reference to itself.
    let mut doc = signed();
    doc.add(&[(pdf::PAGES, text("<< /Type /Pages /Kids [2 0 R] /Count 1 >>"))], &[]);
    assert!(refused(&doc.bytes));
    fails("arrays without end", &then(&[(pdf::FONT, "[".repeat(100_000).into_bytes())]), &[CHANGED]);
    fails("itself", &then(&[(pdf::FONT, text("7 0 R"))]), &[CHANGED]);
    fails(
        "a length that is another",
        &then(&[(pdf::FONT, text("<< /Length 99999999 >>\nstream\nx\nendstream"))]),
        &[CHANGED],
    );
}

#[test]
fn every_bit_that_is_signed_counts() {
    let good = signed();
    let open = good.bytes.windows(11).position(|window| window == b"/Contents <").expect("a message") + 10;
    let close = open + good.bytes[open..].iter().position(|byte| *byte == b'>').expect("its end");
    let outside = (0..open).chain(close..good.bytes.len());
    for at in outside.step_by(13) {
        let mut bytes = good.bytes.clone();
        bytes[at] ^= 0x04;
        let Ok(report) = verify(&bytes, &settings()) else { continue };
        assert!(report.signatures.iter().all(|signature| signature.state() != State::Passed), "byte {at}");
    }
}

/// Libraries that draw mend tables that they do not know, and show then whatever stands last in the file.
#[test]
fn what_no_table_names_is_not_shown() {
    let square = |left: u32| {
        let words = format!("{left} 100 100 100 re f");
        format!("<</Length {}>>\nstream\n{words}\nendstream", words.len())
    };
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>".to_owned(),
        square(100),
    ];
    let (mut file, mut table) = ("%PDF-1.7\n".to_owned(), vec![0_u8; 9]);
    let mut entry = |at: usize| {
        // Places of five bytes, which few programs write.
        table.push(1);
        table.extend((at as u64).to_be_bytes().get(3..).expect("eight bytes"));
        table.extend([0, 0, 0]);
    };
    for (number, object) in (1..).zip(&objects) {
        entry(file.len());
        file += &format!("{number} 0 obj\n{object}\nendobj\n");
    }
    file += &format!("4 0 obj\n{}\nendobj\n", square(300));
    let start = file.len();
    entry(start);
    file += &format!("5 0 obj\n<</Type/XRef/Size 6/W[1 5 3]/Root 1 0 R/Length {}>>\nstream\n", table.len());
    let mut file = file.into_bytes();
    file.extend(table);
    file.extend(format!("\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n").bytes());
    let read = File::new(&file).expect("a file");
    let drawing = Drawing::new(&read, file.len(), None).expect("a drawing");
    let mut canvas = Canvas::new([0.0, 0.0, 400.0, 400.0], &Budget::new(1 << 30)).expect("a canvas");
    drawing.painter().page(0, &mut canvas).expect("a page");
    let color = |left: f64| {
        let [x, y, ..] = canvas.to_pixels([left, 150.0, left, 150.0]).map(|at| at as usize);
        canvas.row(y, x..x + 1).to_vec()
    };
    assert_eq!((color(150.0), color(350.0)), (vec![[0, 0, 0, 255]], vec![[255; 4]]));
}
