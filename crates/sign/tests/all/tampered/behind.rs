//! What can be done to empty fields, forms, names and tables of a document behind a signature, and what no limit may hide.

use super::{CHANGED, by, fails, noted, passes, report, settings, signed, signed_with, text, then};
use crate::corpora::told;
use crate::maker::Cms;
use crate::maker::cms::Stamp;
use crate::maker::pdf::{self, Doc, Sign, stream};
use baocao_sign::cms::Time;
use baocao_sign::file::What;
use baocao_sign::verify::{Mark, Place, Report, Settings, Sight, State, Subject, verify};

/// Settings by which letters are seen where pages are compared.
fn seeing() -> Settings {
    let letters: &'static [u8] = baocao_testing::bytes("fonts/LiberationSerif-Regular.ttf").leak();
    Settings { letters: Some(letters), ..settings() }
}

/// Whether the first signature says that something was changed, where pages are looked at.
fn changed(name: &str, doc: &Doc, expected: bool) {
    let report = verify(&doc.bytes, &seeing()).expect("a file that can be read");
    let item = report.signatures.first().and_then(|one| one.item(Subject::Changes)).expect("a check");
    assert_eq!(item.state == State::Failed, expected, "{name}\n{}", told(&report));
}

/// A document with an empty field when the leader signs it, and that field.
fn with_empty_field(rest: &str, certify: Option<u8>) -> (Doc, u32) {
    let mut doc = Doc::new();
    let content = b"BT /F1 14 Tf 72 600 Td (Kinh phi 1,500 trieu dong, dat 23%) Tj ET";
    doc.add(&[(pdf::CONTENT, stream("", content))], &[]);
    let widget = doc.empty_field("trong", rest);
    doc.sign(&Sign { certify, ..Sign::leader() });
    (doc, widget)
}

/// The same, and then signed by the organ in that field.
fn then_signed(rest: &str, sign: &Sign<'_>) -> Doc {
    let (mut doc, widget) = with_empty_field(rest, Some(2));
    doc.sign_in(sign, widget);
    doc
}

#[test]
fn an_empty_field_stands_where_it_stood_when_it_is_signed() {
    let there = "/F 132 /P 3 0 R /Rect [100 150 280 250]";
    let organ = || Sign::organ("trong", [100, 150, 280, 250], "");
    changed("in its place", &then_signed(there, &organ()), false);
    changed("locked when it was signed", &then_signed("/F 4 /P 3 0 R /Rect [100 150 280 250]", &organ()), false);
    // Where nothing is: what counts is that it was moved.
    for (name, rect) in [("elsewhere", [100, 151, 280, 251]), ("larger", [100, 150, 281, 250])] {
        changed(name, &then_signed(there, &Sign { rect, ..organ() }), true);
    }
    let white: &[u8] = b"1 g 0 0 200 20 re f 0 g BT /S 12 Tf (AAA) Tj ET";
    changed(
        "over what was signed",
        &then_signed(there, &Sign { rect: [72, 597, 272, 617], look: Some(white), ..organ() }),
        true,
    );
    let nowhere = "/F 132 /P 3 0 R /Rect [0 0 0 0]";
    changed("of a field that was not seen", &then_signed(nowhere, &organ()), true);
    for rest in [
        "/F 134 /P 3 0 R",
        "/F 36 /P 3 0 R",
        "/P 3 0 R",
        "/F 132 /P 3 0 R /MK << /BG [1 1 1] >>",
        "/F 132 /P 3 0 R /OC 3 0 R",
    ] {
        changed(rest, &then_signed(there, &Sign { rest, ..organ() }), true);
    }
    // On another page.
    let (mut doc, widget) = with_empty_field(there, Some(2));
    doc.sign_in(&organ(), widget);
    doc.notes.retain(|note| *note != widget);
    let (page, second) = (
        doc.page(),
        format!(
            "<< /Type /Page /Parent 2 0 R /Contents 6 0 R /Resources << /Font << /F1 7 0 R >> >> /Annots [{widget} 0 R] >>"
        ),
    );
    doc.add(&[(pdf::PAGE, page), (pdf::SECOND_PAGE, text(&second))], &[]);
    changed("on another page", &doc, true);
    // A second place; another field above it.
    let (mut doc, widget) = with_empty_field(there, Some(2));
    let (parent, kid) = (doc.number(), doc.number());
    doc.sign_in(&organ(), widget);
    let two = format!("<< /FT /Sig /T (trong) /V {} 0 R /Kids [{widget} 0 R {kid} 0 R] >>", kid + 1);
    let place = |left: u32| {
        format!(
            "<< /Type /Annot /Subtype /Widget /Parent {parent} 0 R /F 132 /P 3 0 R /Rect [{left} 150 280 250] /AP << /N {} 0 R >> >>",
            kid + 2
        )
    };
    doc.fields = vec![pdf::TEXT_FIELD, parent];
    doc.notes.push(kid);
    let (page, form) = (doc.page(), doc.form());
    doc.add(
        &[
            (parent, text(&two)),
            (widget, text(&place(100))),
            (kid, text(&place(60))),
            (pdf::PAGE, page),
            (pdf::FORM, form),
        ],
        &[],
    );
    changed("shown twice", &doc, true);
    let (mut doc, widget) = with_empty_field(there, Some(2));
    let parent = doc.number();
    let above = format!("<< /FT /Sig /Kids [{widget} 0 R] /AA << /E << /S /JavaScript /JS (1) >> >> >>");
    let rest = format!("/Parent {parent} 0 R /F 132 /P 3 0 R");
    doc.sign_in(&Sign { rest: &rest, ..organ() }, widget);
    doc.fields = doc.fields.iter().map(|field| if *field == widget { parent } else { *field }).collect();
    let form = doc.form();
    doc.add(&[(parent, text(&above)), (pdf::FORM, form)], &[]);
    changed("below one that does something", &doc, true);
}

#[test]
fn what_is_drawn_in_an_empty_field_is_new() {
    let organ = || Sign::organ("trong", [72, 597, 272, 617], "");
    let there = "/F 132 /P 3 0 R /Rect [72 597 272 617]";
    let white: &[u8] = b"1 g 0 0 200 20 re f";
    changed("over letters", &then_signed(there, &Sign { look: Some(white), ..organ() }), true);
    changed("nothing over letters", &then_signed(there, &Sign { look: Some(b"q Q"), ..organ() }), false);
    let beside = "/F 132 /P 3 0 R /Rect [280 597 300 617]";
    let digits = Sign { rect: [280, 597, 300, 617], look: Some(b"0 g 0 0 8 14 re f"), ..organ() };
    changed("beside letters", &then_signed(beside, &digits), true);
    let page = "/F 132 /P 3 0 R /Rect [0 0 595 842]";
    changed(
        "over the page",
        &then_signed(page, &Sign { rect: [0, 0, 595, 842], look: Some(b"1 g 0 0 595 842 re f"), ..organ() }),
        true,
    );
    changed("seen nowhere", &then_signed(page, &Sign { rect: [0, 0, 595, 842], look: Some(b""), ..organ() }), false);
    // What an empty field showed was a part of the page.
    let (mut doc, widget) = {
        let mut doc = Doc::new();
        let look = doc.number();
        let form = "/Type /XObject /Subtype /Form /BBox [0 0 180 100] /Resources << /Font << /S 7 0 R >> >>";
        doc.add(&[(look, stream(form, b"BT /S 12 Tf 10 40 Td (500 trieu) Tj ET"))], &[]);
        let widget =
            doc.empty_field("trong", &format!("/F 132 /P 3 0 R /Rect [100 150 280 250] /AP << /N {look} 0 R >>"));
        doc.sign(&Sign::leader());
        (doc, widget)
    };
    doc.sign_in(&Sign::organ("trong", [100, 150, 280, 250], "900"), widget);
    changed("in place of a text", &doc, true);
    // Where nothing may be changed nothing may be drawn.
    let free = "/F 132 /P 3 0 R /Rect [100 150 280 250]";
    for (name, look, expected) in [("drawn", &b"0 0 1 RG 0 0 m 50 50 l S"[..], true), ("not drawn", b"", false)] {
        let (mut doc, widget) = with_empty_field(free, Some(1));
        doc.sign_in(&Sign { look: Some(look), ..Sign::organ("trong", [100, 150, 280, 250], "") }, widget);
        changed(name, &doc, expected);
    }
    // A field that is filled in says what its value says, and hides nothing.
    let fill = |value: &str, look: &[u8]| {
        let mut doc = Doc::new();
        doc.add(&[(pdf::CONTENT, stream("", b"BT /F1 14 Tf 76 404 Td (1,500 trieu) Tj ET"))], &[]);
        doc.sign(&Sign::leader());
        let field = format!(
            "<< /Type /Annot /Subtype /Widget /FT /Tx /T (y-kien) /Rect [72 400 200 420] /F 4 /V ({value}) /AP << /N 14 0 R >> >>"
        );
        let form = "/Type /XObject /Subtype /Form /BBox [0 0 128 20] /Resources << /Font << /F1 7 0 R >> >>";
        doc.add(&[(pdf::TEXT_FIELD, text(&field)), (pdf::FIELD_LOOK, stream(form, look))], &[]);
        doc
    };
    changed("filled in", &fill("dong y", b"BT /F1 6 Tf 90 8 Td (dong y) Tj ET"), false);
    changed("filled in over content", &fill("900", b"1 g 0 0 128 20 re f 0 g BT /F1 9 Tf 4 4 Td (900) Tj ET"), true);
    changed("filled in with nothing", &fill(" ", b"BT /F1 6 Tf 90 8 Td (900) Tj ET"), true);
}

#[test]
fn a_limit_that_is_met_is_never_passed() {
    let free_text = "/Type /Annot /Subtype /FreeText /Rect [72 600 200 700] /DA (/F1 12 Tf) /Contents (900 trieu)";
    // So many on the first page, and one on the second.
    let many = |one: &str, count: usize| {
        let page = "/Contents 5 0 R /Resources << /Font << /F1 7 0 R >> /XObject << /Im 8 0 R /Cover 15 0 R >> >>";
        let mut doc = signed();
        let notes: String = doc.notes.iter().map(|note| format!("{note} 0 R ")).collect();
        let number = doc.number();
        let first = format!("<< /Type /Page /Parent 2 0 R {page} /Annots [{notes} {}] >>", one.repeat(count));
        let second = format!(
            "<< /Type /Page /Parent 2 0 R /Contents 6 0 R /Resources << /Font << /F1 7 0 R >> >> /Annots [{number} 0 R] >>"
        );
        let note = format!("<< {free_text} >>");
        doc.add(&[(pdf::PAGE, text(&first)), (pdf::SECOND_PAGE, text(&second)), (number, text(&note))], &[]);
        doc
    };
    fails("nothing, many times", &many("null ", 100_001), &[CHANGED]);
    let what = |doc: &Doc| verify(&doc.bytes, &seeing()).map(drop).map_err(|broken| broken.what);
    assert_eq!(what(&many("<</Subtype/Popup>>", 100_001)), Err(What::TooMuch));
    // Fields below fields, with a signature at the end.
    let mut deep = signed();
    let last = deep.notes[3];
    let (first, levels) = (deep.next, 40);
    deep.next += levels;
    let node =
        |at: u32| format!("<< /FT /Sig /T (a) /Kids [{} 0 R] >>", if at + 1 < levels { first + at + 1 } else { last });
    let mut nodes: Vec<(u32, Vec<u8>)> = (0..levels).map(|at| (first + at, text(&node(at)))).collect();
    nodes.push((pdf::FORM, text(&format!("<< /Fields [{} 0 R {first} 0 R] /SigFlags 3 >>", pdf::TEXT_FIELD))));
    deep.add(&nodes, &[]);
    assert_eq!(what(&deep), Err(What::TooMuch));
    let ink = format!("/Subtype /Ink /Rect [72 300 200 340] /InkList [[{}]]", "1 2 ".repeat(10_001));
    assert_eq!(what(&noted(&ink, None)), Err(What::TooMuch));
    let strokes = format!("/Subtype /Ink /Rect [72 300 200 340] /InkList [{}]", "[1 2 3 4] ".repeat(10_001));
    assert_eq!(what(&noted(&strokes, None)), Err(What::TooMuch));
    let ranges = format!("[{}]", "(/ByteRange) ".repeat(1_001));
    assert_eq!(what(&then(&[(pdf::FONT, text(&ranges))])), Err(What::TooMuch));
    // A sheet so large that letters are specks on it.
    let mut sheet = Doc::new();
    let page = |notes: &Doc| notes.page_with("/Contents 5 0 R /MediaBox [0 0 14400 14400]");
    let first = page(&sheet);
    sheet.add(&[(pdf::PAGE, first)], &[]);
    let (number, other) = (sheet.number(), sheet.number());
    sheet.sign(&Sign::leader());
    sheet.notes.retain(|note| *note != number);
    sheet.notes.extend([number, other]);
    let signed = sheet.notes.iter().map(|note| format!("{note} 0 R ")).collect::<String>();
    let first =
        format!("<< /Type /Page /Parent 2 0 R /Contents 5 0 R /MediaBox [0 0 14400 14400] /Annots [{signed}] >>");
    let square = |left: u32| {
        text(&format!("<< /Type /Annot /Subtype /Square /C [1 0 0] /Rect [{left} {left} {0} {0}] >>", left + 50))
    };
    sheet.add(&[(pdf::PAGE, text(&first)), (number, square(100)), (other, square(14_000))], &[]);
    changed("marks on a sheet that cannot be drawn", &sheet, true);
}

#[test]
fn names_of_a_document_are_no_notes_of_programs() {
    for name in ["Metadata", "PieceInfo", "LastModified"] {
        let with = |kind: &str, draws: &str, first: Vec<u8>, then: Vec<u8>| {
            let mut doc = Doc::new();
            let number = doc.number();
            let page = format!(
                "<< /Type /Page /Parent 2 0 R /Contents 6 0 R /Resources << /{kind} << /{name} {number} 0 R >> >> >>"
            );
            let content = stream("", draws.as_bytes());
            doc.add(&[(number, first), (pdf::SECOND_PAGE, text(&page)), (pdf::SECOND_CONTENT, content)], &[]);
            doc.sign(&Sign::leader());
            passes(name, &doc);
            doc.add(&[(number, then)], &[]);
            fails(&format!("{kind} {name}"), &doc, &[CHANGED]);
        };
        let form = |draws: &[u8]| stream("/Type /XObject /Subtype /Form /BBox [0 0 100 100]", draws);
        with("XObject", &format!("/{name} Do"), form(b"0 0 10 10 re f"), form(b"0 0 90 90 re f"));
        with("ExtGState", &format!("/{name} gs"), text("<< /ca 1 >>"), text("<< /ca 0 >>"));
        let font = |base: &str| text(&format!("<< /Type /Font /Subtype /Type1 /BaseFont /{base} >>"));
        with("Font", &format!("/{name} 9 Tf"), font("Helvetica"), font("ZapfDingbats"));
        with(
            "ColorSpace",
            &format!("/{name} cs"),
            text("[/CalGray << /WhitePoint [1 1 1] >>]"),
            text("[/CalGray << /WhitePoint [1 1 1] /Gamma 9 >>]"),
        );
        with(
            "Properties",
            &format!("/OC /{name} BDC EMC"),
            text("<< /Type /OCG /Name (a) >>"),
            text("<< /Type /OCG /Name (b) >>"),
        );
    }
    // What programs note themselves is none of the content.
    let (mut doc, number) = (signed(), 90);
    doc.next = 100;
    let whole = "/Contents 5 0 R /Resources << /Font << /F1 7 0 R >> /XObject << /Im 8 0 R /Cover 15 0 R >> >>";
    let page = doc.page_with(&format!("{whole} /LastModified (D:20260401) /PieceInfo << /Khac << /LastModified (D:20260401) >> >> /Metadata {number} 0 R"));
    let data = stream("/Type /Metadata /Subtype /XML", b"<x/>");
    let cover = stream(
        &format!("/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Metadata {number} 0 R /LastModified (D:2026)"),
        b"1 g 72 300 200 20 re f",
    );
    doc.add(&[(number, data), (pdf::PAGE, page), (pdf::COVER, cover)], &[]);
    passes("noted", &doc);
}

/// What the check of the file says of a document: nothing if all is well.
fn broken(name: &str, doc: &Doc, expected: bool) {
    let report = report(doc);
    assert_eq!(report.file.state == State::Failed, expected, "{name}\n{}", told(&report));
}

#[test]
fn what_says_two_things_is_broken() {
    let catalog = |rest: &str| (pdf::CATALOG, format!("<< {} {rest} >>", Doc::new().catalog).into_bytes());
    let pages = |rest: &str| {
        (pdf::PAGES, text(&format!("<< /Type /Pages /Count 2 /MediaBox [0 0 595 842] /Kids [3 0 R 4 0 R] {rest} >>")))
    };
    let form = |rest: &str| {
        let doc = signed();
        (pdf::FORM, [&doc.form()[..doc.form().len() - 2], rest.as_bytes(), b">>"].concat())
    };
    let packed = |rest: &str| (pdf::SECOND_CONTENT, stream(&format!("/Filter /ASCIIHexDecode {rest}"), b"4254>"));
    for (name, object, expected) in [
        ("pages of the catalogue", catalog("/Pages 12 0 R"), true),
        ("the same pages once more", catalog("/Pages 2 0 R"), false),
        ("pages of a node", pages("/Kids [4 0 R 3 0 R]"), true),
        ("the size of pages", pages("/MediaBox [0 0 100 100]"), true),
        ("the form", form("/XFA 5 0 R /XFA 6 0 R"), true),
        ("how a stream is packed", packed("/Filter /FlateDecode"), true),
        ("what packing is told", packed("/DecodeParms << /Predictor 1 >> /DecodeParms << /Predictor 12 >>"), true),
        (
            "deep inside",
            (pdf::FONT, text("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding [[<< /A 1 /A 2 >>]] >>")),
            true,
        ),
        ("a key written otherwise", catalog("/P#61ges 12 0 R"), true),
        ("where nothing leads", (90, text("<< /A 1 /A 2 >>")), false),
    ] {
        let mut doc = signed();
        doc.next = 100;
        doc.add(&[object], &[]);
        broken(name, &doc, expected);
    }
    let trailer = |rest: &str| {
        let mut doc = signed();
        doc.add_with(&[], &[], rest);
        doc
    };
    broken("another catalogue", &trailer("/Root 12 0 R"), true);
    broken("a trailer", &trailer("/Info << /Title (a) >>"), false);
    let mut below = trailer("/Root 12 0 R");
    below.add(&[], &[]);
    broken("in the trailer of an earlier revision", &below, true);
    let mut small = signed();
    small.next = 9;
    small.add(&[], &[]);
    broken("more objects than there are said to be", &small, true);
    broken("a reference to a reference", &noted("/Subtype /Square /Rect [72 300 92 320] /Popup 30 0 R", None), false);
    let mut refers = noted("/Subtype /Square /Rect [72 300 92 320] /Popup 30 0 R", None);
    refers.next = 100;
    refers.add(&[(30, text("31 0 R")), (31, text("<< /Type /Annot /Subtype /Popup /Rect [300 300 320 320] >>"))], &[]);
    broken("a reference to one", &refers, true);
}

#[test]
fn a_number_stands_once_in_a_table() {
    let with_table = |doc: &mut Doc, table: String| {
        let place = doc.bytes.len();
        let end = format!(
            "{table}trailer\n<< /Size {} /Root 1 0 R /Prev {} >>\nstartxref\n{place}\n%%EOF\n",
            doc.next, doc.table
        );
        doc.bytes.extend_from_slice(end.as_bytes());
        doc.table = place;
    };
    let mut doc = signed();
    let old = doc.bytes.windows(8).position(|window| window == b"\n6 0 obj").expect("it stands there") + 1;
    let new = doc.bytes.len();
    doc.bytes.extend_from_slice(b"6 0 obj\n");
    doc.bytes.extend_from_slice(&stream("", b"BT /F1 12 Tf 72 727 Td (Kinh phi: 900 trieu dong) Tj ET"));
    doc.bytes.extend_from_slice(b"\nendobj\n");
    for (name, places, expected) in [("the old one first", [old, new], true), ("the same twice", [old, old], false)] {
        let mut doc = doc.clone();
        with_table(&mut doc, format!("xref\n6 1\n{:010} 00000 n \n6 1\n{:010} 00000 n \n", places[0], places[1]));
        broken(name, &doc, expected);
    }
    // Tables that are streams, and streams of objects.
    let row = |kind: u8, place: usize, index: u8| {
        [&[kind], &u32::try_from(place).expect("small").to_be_bytes()[..], &[index]].concat()
    };
    let with_stream = |mut doc: Doc, index: &str, rows: &[Vec<u8>]| {
        let (place, number) = (doc.bytes.len(), doc.number());
        let dict =
            format!("/Type /XRef /W [1 4 1] /Index [{index}] /Size {} /Root 1 0 R /Prev {}", doc.next, doc.table);
        doc.bytes.extend_from_slice(format!("{number} 0 obj\n").as_bytes());
        doc.bytes.extend_from_slice(&stream(&dict, &rows.concat()));
        doc.bytes.extend_from_slice(format!("\nendobj\nstartxref\n{place}\n%%EOF\n").as_bytes());
        doc
    };
    broken("a table that is a stream", &with_stream(doc.clone(), "6 1 6 1", &[row(1, old, 0), row(1, new, 0)]), true);
    broken("in order", &with_stream(doc, "6 1", &[row(1, old, 0)]), false);
    let page = |rest: &str| {
        format!("<< /Type /Page /Parent 2 0 R /Contents 6 0 R /Resources << /Font << /F1 7 0 R >> >> {rest} >> ")
    };
    let (plain, turned) = (page(""), page("/Rotate 180"));
    let packed = |head: &str, body: &str, number: u32, index: u8| {
        let mut doc = signed();
        let (holder, place) = (doc.number(), doc.bytes.len());
        doc.bytes.extend_from_slice(format!("{holder} 0 obj\n").as_bytes());
        let count = head.split_whitespace().count() / 2;
        doc.bytes.extend_from_slice(&stream(
            &format!("/Type /ObjStm /N {count} /First {}", head.len()),
            format!("{head}{body}").as_bytes(),
        ));
        doc.bytes.extend_from_slice(b"\nendobj\n");
        let index = row(2, usize::try_from(holder).expect("small"), index);
        with_stream(doc, &format!("{holder} 1 {number} 1"), &[row(1, place, 0), index])
    };
    let both = format!("{plain}{turned}");
    let second = plain.len();
    broken("one of a stream", &packed("4 0 ", &plain, 4, 0), false);
    broken("twice in a stream", &packed(&format!("4 0 4 {second} "), &both, 4, 0), true);
    broken("the second of them", &packed(&format!("4 {second} 4 0 "), &both, 4, 1), true);
    let other = verify(&packed(&format!("90 0 4 {second} "), &both, 4, 0).bytes, &settings());
    assert_eq!(
        other.map(drop).map_err(|broken| matches!(broken.what, What::BadObject)),
        Err(true),
        "of another number"
    );
}

#[test]
fn streams_are_all_in_the_file() {
    let hexadecimal = b"4254202f46312031322054662037322037323720546420284b696e68207068693a203530302074726965752064 6f6e672920546a204554>";
    let plain = b"BT /F1 12 Tf 72 727 Td (Kinh phi: 500 trieu dong) Tj ET";
    for rest in ["/F (khac.txt)", "/FFilter /FlateDecode", "/F /AHx", "/DP << /Predictor 12 >>", "/FDecodeParms << >>"]
    {
        let packed = stream(&format!("/Filter /ASCIIHexDecode {rest}"), hexadecimal);
        fails(rest, &then(&[(pdf::SECOND_CONTENT, packed.clone())]), &[CHANGED]);
        broken(rest, &then(&[(pdf::SECOND_CONTENT, packed)]), true);
        fails(rest, &then(&[(pdf::SECOND_CONTENT, stream(rest, plain))]), &[CHANGED]);
        let image = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceRGB";
        fails(rest, &then(&[(pdf::IMAGE, stream(&format!("{image} {rest}"), &[1, 2, 3]))]), &[CHANGED]);
        fails(
            rest,
            &then(&[(pdf::FILE, stream(&format!("/Type /EmbeddedFile {rest}"), b"{\"kinh-phi\": 500}"))]),
            &[CHANGED],
        );
    }
    let runs = [&[50][..], &plain[..51], &[(plain.len() - 52) as u8], &plain[51..], &[128]].concat();
    passes("packed by runs", &then(&[(pdf::SECOND_CONTENT, stream("/Filter /RunLengthDecode", &runs))]));
    let more = [&runs[..], b"more"].concat();
    passes(
        "with something behind the runs",
        &then(&[(pdf::SECOND_CONTENT, stream("/Filter /RunLengthDecode", &more))]),
    );
}

#[test]
fn what_a_form_says_of_its_fields_is_content() {
    // With a field that has no appearance, or one that has.
    let doc = |look: &str, form: &str| {
        let mut doc = Doc::new();
        let field = format!(
            "<< /Type /Annot /Subtype /Widget /FT /Tx /T (y-kien) /Rect [72 400 200 420] /F 4 /V (500000) {look} >>"
        );
        doc.add(&[(pdf::TEXT_FIELD, text(&field))], &[]);
        doc.sign(&Sign::leader());
        let fields: String = doc.fields.iter().map(|field| format!("{field} 0 R ")).collect();
        doc.add(&[(pdf::FORM, text(&format!("<< /Fields [{fields}] /SigFlags 3 {form} >>")))], &[]);
        doc
    };
    let (own, plain) = ("/AP << /N 14 0 R >>", "/DA (/F1 10 Tf)");
    for form in [
        "/DA (/F1 10 Tf 1 g)",
        "/DA (/F1 0.1 Tf)",
        "",
        "/DA (/F1 10 Tf) /DR << /Font << /F1 16 0 R >> >>",
        "/DA (/F1 10 Tf) /Q 2",
        "/DA (/F1 10 Tf) /NeedAppearances true",
    ] {
        fails(form, &doc("", form), &[CHANGED]);
    }
    passes("as it was", &doc("", plain));
    passes("a font that no field needs", &doc(own, "/DA (/F1 10 Tf) /DR << /Font << /F1 16 0 R >> >>"));
    fails("new appearances are asked for", &doc(own, "/DA (/F1 10 Tf) /NeedAppearances true"), &[CHANGED]);
    // What is said above a field.
    let below = |above: &str| {
        let mut doc = Doc::new();
        let parent = doc.number();
        doc.fields = vec![parent];
        let field = format!(
            "<< /Type /Annot /Subtype /Widget /Parent {parent} 0 R /T (b) /Rect [72 400 200 420] /F 4 /V (500000) >>"
        );
        let node = |rest: &str| text(&format!("<< /FT /Tx /T (a) /Kids [{} 0 R] {rest} >>", pdf::TEXT_FIELD));
        let form = doc.form();
        doc.add(&[(pdf::TEXT_FIELD, text(&field)), (parent, node("/DA (/F1 9 Tf)")), (pdf::FORM, form)], &[]);
        doc.sign(&Sign::leader());
        doc.add(&[(parent, node(above))], &[]);
        doc
    };
    passes("as it was", &below("/DA (/F1 9 Tf)"));
    for above in [
        "/DA (/F1 9 Tf 1 g)",
        "/DA (/F1 9 Tf) /Q 2",
        "/DA (/F1 9 Tf) /MaxLen 1",
        "/DA (/F1 9 Tf) /AA << /F << /S /JavaScript /JS (1) >> >>",
    ] {
        fails(above, &below(above), &[CHANGED]);
    }
}

#[test]
fn a_new_tag_of_a_field_changes_no_other() {
    // Every tag leads to the one above it, and an index to all of them.
    let doc = |tag: &str| {
        let mut doc = Doc::new();
        let (root, all, one, form) = (doc.number(), doc.number(), doc.number(), doc.number());
        doc.catalog.push_str(&format!(" /StructTreeRoot {root} 0 R"));
        let catalog = doc.catalog();
        let tree = |next: u32| {
            text(&format!(
                "<< /Type /StructTreeRoot /K {all} 0 R /ParentTreeNextKey {next} /IDTree << /Names [(a) {one} 0 R] >> >>"
            ))
        };
        let kids =
            |more: &str| text(&format!("<< /Type /StructElem /S /Document /P {root} 0 R /K [{one} 0 R {more}] >>"));
        let first = text(&format!("<< /Type /StructElem /S /P /P {all} 0 R /ID (a) /Pg 3 0 R /K 0 >>"));
        doc.add(&[(pdf::CATALOG, catalog), (root, tree(1)), (all, kids("")), (one, first)], &[]);
        doc.sign(&Sign { certify: None, ..Sign::leader() });
        doc.sign(&Sign::organ("Signature2", [60, 150, 180, 260], ""));
        let field = doc.notes.last().copied().unwrap_or_default();
        let tag = format!(
            "<< /Type /StructElem /S /Form /P {all} 0 R /Pg 3 0 R /K << /Type /OBJR /Obj {field} 0 R /Pg 3 0 R >> {tag} >>"
        );
        doc.add(&[(root, tree(2)), (all, kids(&format!("{form} 0 R"))), (form, text(&tag))], &[]);
        (doc, one, all)
    };
    let (plain, one, all) = doc("/Alt (Dau)");
    passes("a tag of a field", &plain);
    fails("one that is read as something else", &doc("/ActualText (900 trieu)").0, &[CHANGED]);
    let says = |rest: &str| {
        let mut doc = plain.clone();
        doc.add(
            &[(one, text(&format!("<< /Type /StructElem /S /P /P {all} 0 R /ID (a) /Pg 3 0 R /K 0 {rest} >>")))],
            &[],
        );
        doc
    };
    passes("another written anew", &says(""));
    fails("another that says something else", &says("/ActualText (900 trieu)"), &[CHANGED]);
    // What is no tag is no tag because a tag leads to it.
    let hidden = |opacity: &str| text(&format!("<< /S /GoTo /P 1 0 R /ca {opacity} >>"));
    let mut doc = Doc::new();
    let (root, state) = (doc.number(), doc.number());
    doc.catalog.push_str(&format!(" /StructTreeRoot {root} 0 R"));
    let catalog = doc.catalog();
    let tree = text(&format!("<< /Type /StructTreeRoot /K [{state} 0 R] >>"));
    let page = format!(
        "<< /Type /Page /Parent 2 0 R /Contents 6 0 R /Resources << /Font << /F1 7 0 R >> /ExtGState << /G {state} 0 R >> >> >>"
    );
    doc.add(&[(pdf::CATALOG, catalog), (root, tree), (state, hidden("1")), (pdf::SECOND_PAGE, text(&page))], &[]);
    doc.sign(&Sign::leader());
    passes("two things in one", &doc);
    doc.add(&[(state, hidden("0"))], &[]);
    fails("two things in one, changed", &doc, &[CHANGED]);
}

#[test]
fn what_is_ahead_of_the_clock_is_not_passed() {
    let now = Time::from_seconds(1_772_400_000); // 2026-03-01T21:20:00Z
    let at = |doc: &Doc| verify(&doc.bytes, &Settings { now, ..settings() }).expect("a file");
    let state = |report: &Report, subject| report.signatures[0].item(subject).map(|item| item.state);
    let today = at(&signed());
    assert_eq!(state(&today, Subject::Validity), Some(State::Passed), "{}", told(&today));
    for (name, doc) in [
        ("said by the program", signed_with(Sign { time: Some("D:20300301080000Z"), ..Sign::leader() })),
        ("said by the signer", by(Cms { time: Some("300301080000Z"), ..Cms::leader() })),
    ] {
        let report = at(&doc);
        assert_eq!(state(&report, Subject::Validity), Some(State::NotEvaluated), "{name}\n{}", told(&report));
    }
    let late = || Stamp { time: "20300301080000Z", ..Stamp::good() };
    let of_document = Sign {
        subfilter: "ETSI.RFC3161",
        certify: None,
        contents: Some(Box::new(move |signed: &[u8]| late().token(signed))),
        ..Sign::leader()
    };
    for (name, doc) in [
        ("a timestamp", by(Cms { stamp: Some(late()), ..Cms::leader() })),
        ("one of the document", signed_with(of_document)),
    ] {
        let report = at(&doc);
        assert_eq!(state(&report, Subject::Timestamp), Some(State::Failed), "{name}\n{}", told(&report));
    }
    let tokens = Cms { stamps: 9, stamp: Some(Stamp::good()), ..Cms::leader() };
    let report = at(&by(tokens));
    assert!(report.signatures[0].state() != State::Passed, "{}", told(&report));
}

/// A name is one field: readers that list signatures by name find one of the two.
#[test]
fn a_name_stands_for_one_field() {
    let mut doc = signed();
    doc.sign(&Sign::organ("Signature1", [60, 60, 140, 110], ""));
    fails("the same name", &doc, &[CHANGED]);
    let mut doc = signed();
    doc.sign(&Sign::organ("Signature2", [60, 60, 140, 110], ""));
    passes("another name", &doc);
}

#[test]
fn a_field_stands_in_no_field_of_itself() {
    for (name, kid, is_broken) in [("itself", 30, true), ("below itself", 31, true), ("another", 32, false)] {
        let mut doc = Doc::new();
        doc.next = 33;
        doc.fields.push(30);
        let objects = vec![
            (30, text("<< /T (a) /Kids [31 0 R] >>")),
            (31, text(&format!("<< /T (b) /Parent 30 0 R /Kids [{kid} 0 R] >>"))),
            (32, text("<< /T (c) /Parent 31 0 R /FT /Tx >>")),
            (pdf::FORM, doc.form()),
        ];
        doc.add(&objects, &[]);
        doc.sign(&Sign::leader());
        assert_eq!(report(&doc).file.state == State::Failed, is_broken, "{name}\n{}", told(&report(&doc)));
    }
}

/// What was changed between a document as it was made and its first signature is told, by kind.
#[test]
fn what_came_before_the_first_signature_is_no_document_as_it_was_made() {
    let altered = |name: &str, change: &dyn Fn(&mut Doc)| {
        let mut doc = Doc::new();
        let made = doc.bytes.len();
        change(&mut doc);
        doc.sign(&Sign::leader());
        doc.sign(&Sign::organ("Signature2", [112, 720, 140, 736], "37"));
        let report = verify(&doc.bytes, &Settings { made: Some(made), ..settings() }).expect("a file");
        assert!(!report.failed(), "{name}: whoever signed it signed that\n{}", told(&report));
        report.altered.map(|message| message.en)
    };
    let add = |number: u32, object: Vec<u8>| move |doc: &mut Doc| doc.add(&[(number, object.clone())], &[]);
    assert_eq!(altered("nothing", &|_| ()), None);
    let with_field = |doc: &mut Doc| {
        doc.empty_field("trong", "/Rect [0 0 0 0]");
    };
    assert_eq!(altered("an empty field", &with_field), None);
    let said = altered("the content", &add(pdf::CONTENT, stream("", b"BT /F1 12 Tf 72 727 Td (So: 9) Tj ET")));
    assert_eq!(said.as_deref(), Some("the content of page 1 was changed"));
    let said = altered("a file inside", &add(pdf::FILE, stream("/Type /EmbeddedFile", b"{}")));
    assert_eq!(said.as_deref(), Some("attachments, names or scripts of the document were changed (AF)"));
    for (note, words) in [
        ("/Subtype /Square /Rect [300 300 400 400] /C [1 0 0]", "a comment was added on page 1 (Square)"),
        ("/Subtype /FreeText /Rect [300 300 400 400] /Contents (1)", "FreeText was added on page 1"),
    ] {
        let said = altered(note, &|doc| {
            let number = doc.number();
            doc.notes.push(number);
            let page = doc.page();
            doc.add(&[(number, text(&format!("<< /Type /Annot {note} >>"))), (pdf::PAGE, page)], &[]);
        });
        assert_eq!(said.as_deref(), Some(words), "{note}");
    }
}

/// A number is what its stamp shows, not what its letters say.
#[test]
fn a_stamp_shows_what_its_letters_say() {
    let place = Place { mark: Mark::Number, signer: 1, page: 1, rect: [100.0, 720.0, 160.0, 740.0] };
    for (name, look, shown, sight) in [
        ("all digits", "BT /S 9 Tf 4 5 Td (0123456789) Tj ET", Some("0123456789"), Sight::AsRead),
        ("in red italics", "BT 1 0 0 rg /S 13 Tf 1 0 .2 1 4 5 Tm (4738) Tj ET", Some("4738"), Sight::AsRead),
        ("letters that look otherwise", "BT /S 13 Tf 4 5 Td (ABC) Tj ET", Some("123"), Sight::Unclear),
        ("a sheet of paper", "1 g 0 0 60 20 re f", None, Sight::Nothing),
        ("letters in white", "BT 1 g /S 13 Tf 4 5 Td (123) Tj ET", Some("123"), Sight::Nothing),
        ("beside what is seen", "BT /S 13 Tf 4 55 Td (123) Tj ET", Some("123"), Sight::Nothing),
        ("lines", "1 w 5 5 m 5 14 l S 10 5 4 9 re S", None, Sight::Unclear),
        (
            "lines in place of letters",
            "1 w 5 5 m 5 14 l S BT 3 Tr /S 13 Tf 4 5 Td (123) Tj ET",
            Some("123"),
            Sight::Less,
        ),
        ("a digit cut off", "q 0 0 14 20 re W n BT /S 13 Tf 4 5 Td (123) Tj ET Q", Some("123"), Sight::Unclear),
        ("a digit of lines besides", "14 3 1 11 re f BT /S 13 Tf 20 5 Td (23) Tj ET", Some("23"), Sight::Unclear),
    ] {
        let mut doc = signed();
        doc.sign(&Sign { look: Some(look.as_bytes()), ..Sign::organ("Signature2", [100, 720, 160, 740], "") });
        let places = vec![place];
        let report = verify(&doc.bytes, &Settings { places, ..seeing() }).expect("a file");
        let number = &report.signatures[1];
        assert_eq!((number.shown.as_deref(), number.sight), (shown, Some(sight)), "{name}");
    }
    let seal = Place { mark: Mark::Seal, signer: 1, page: 1, rect: [300.0, 150.0, 400.0, 250.0] };
    for (look, sight) in [
        ("1 0 0 RG 3 w 20 20 60 60 re S", Sight::AsRead),
        ("1 g 0 0 100 100 re f", Sight::Nothing),
        ("BT /S 13 Tf 4 5 Td (123) Tj ET", Sight::Unclear),
    ] {
        let mut doc = signed();
        doc.sign(&Sign { look: Some(look.as_bytes()), ..Sign::organ("Signature2", [300, 150, 400, 250], "") });
        let report = verify(&doc.bytes, &Settings { places: vec![seal], ..seeing() }).expect("a file");
        assert_eq!(report.signatures[1].sight, Some(sight), "{look}");
    }
}
