//! What came later and can be seen: nothing that was signed may be hidden, and nothing be added that could be taken for it.

use baocao_sign::file::What;
use baocao_sign::verify::{Class, Mark, Place, Report, Settings, State, Subject, verify};

use crate::corpora::told;
use crate::maker::cms::anchor;
use crate::maker::pdf::{self, Doc, Sign, stream};

/// The font of documents: that of the sample is not in it.
fn letters() -> &'static [u8] {
    baocao_testing::bytes("fonts/LiberationSerif-Regular.ttf").leak()
}

fn report(doc: &Doc) -> Report {
    let settings = Settings { anchors: vec![anchor("root")], letters: Some(letters()), ..Settings::default() };
    verify(&doc.bytes, &settings).expect("a file that can be read")
}

/// A document with a line of letters at 72,600 and a frame at 72,500, signed by the leader.
fn signed() -> Doc {
    let mut doc = Doc::new();
    let content = b"BT /F1 14 Tf 72 600 Td (Kinh phi 1,500 trieu dong, dat 23%) Tj ET 72 500 60 20 re S";
    doc.add(&[(pdf::CONTENT, stream("", content))], &[]);
    doc.sign(&Sign::leader());
    doc
}

/// An annotation with what it draws, if that is its own.
type Note<'n> = (&'n str, Option<&'n [u8]>);

/// The signed document with annotations on its first page.
fn noted(notes: &[Note<'_>]) -> Doc {
    noted_on(signed(), notes)
}

/// A document with annotations on its first page.
fn noted_on(mut doc: Doc, notes: &[Note<'_>]) -> Doc {
    let mut objects = Vec::new();
    for (annotation, look) in notes {
        let (number, form) = (doc.number(), doc.number());
        doc.notes.push(number);
        let look_text = look.map(|_| format!("/AP << /N {form} 0 R >>")).unwrap_or_default();
        objects.push((number, format!("<< /Type /Annot {annotation} {look_text} >>").into_bytes()));
        let dict =
            "/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /ExtGState << /M << /BM /Multiply >> >> >>";
        objects.extend(look.map(|look| (form, stream(dict, look))));
    }
    objects.push((pdf::PAGE, doc.page()));
    doc.add(&objects, &[]);
    doc
}

fn changes(report: &Report) -> Option<State> {
    report.signatures.first().and_then(|one| one.item(Subject::Changes)).map(|item| item.state)
}

/// `/Rect` of the line of letters.
const LINE: &str = "/Rect [72 597 272 617]";

#[test]
fn comments_that_hide_what_was_signed_are_changes() {
    let white = "/C [1 1 1]";
    let thin =
        (0..10).map(|row| format!("/Subtype /Line {LINE} {white} /BS << /W 2 >> /L [72 {0} 272 {0}]", 598 + 2 * row));
    let thin: Vec<String> = thin.collect();
    let thin: Vec<Note<'_>> = thin.iter().map(|one| (one.as_str(), None)).collect();
    let cases: Vec<(&str, Vec<Note<'_>>)> = vec![
        (
            "a thick line",
            vec![("/Subtype /Line /Rect [72 597 272 617] /C [1 1 1] /BS << /W 20 >> /L [72 607 272 607]", None)],
        ),
        (
            "a thick line of a border",
            vec![("/Subtype /Line /Rect [72 597 272 617] /C [1 0 0] /Border [0 0 20] /L [72 607 272 607]", None)],
        ),
        (
            "a thick stroke",
            vec![("/Subtype /Ink /Rect [72 597 272 617] /C [1 1 1] /BS << /W 18 >> /InkList [[72 607 272 607]]", None)],
        ),
        (
            "a frame that is all border",
            vec![("/Subtype /Square /Rect [72 590 272 620] /C [1 1 1] /BS << /W 300 >>", None)],
        ),
        (
            "a circle that is all border",
            vec![("/Subtype /Circle /Rect [72 590 272 620] /C [1 1 1] /BS << /W 30 >>", None)],
        ),
        (
            "a polygon",
            vec![(
                "/Subtype /PolyLine /Rect [72 597 272 617] /C [0.9] /BS << /W 20 >> /Vertices [72 607 150 607 272 607]",
                None,
            )],
        ),
        (
            "a black mark",
            vec![(
                "/Subtype /Highlight /Rect [72 597 272 617] /C [0 0 0] /QuadPoints [72 617 272 617 72 597 272 597]",
                None,
            )],
        ),
        (
            "a black mark of its own",
            vec![("/Subtype /Highlight /Rect [72 597 272 617]", Some(b"/M gs 0 g 0 0 200 20 re f"))],
        ),
        ("many thin lines", thin),
        (
            "a wide stroke of its own",
            vec![(
                "/Subtype /Line /Rect [72 597 272 617] /L [72 607 272 607]",
                Some(b"1 1 1 RG 20 w 0 10 m 200 10 l S"),
            )],
        ),
        ("a sign over a letter", vec![("/Subtype /Text /Rect [130 595 160 620]", Some(b"1 g 0 0 200 20 re f"))]),
        ("a sign of the reader over a letter", vec![("/Subtype /Text /Rect [130 595 150 620] /Contents (x)", None)]),
        (
            "a comma",
            vec![("/Subtype /Line /Rect [130 596 140 600] /C [1 1 1] /BS << /W 5 >> /L [132 599 138 599]", None)],
        ),
        (
            "a white underline",
            vec![(
                "/Subtype /StrikeOut /Rect [72 597 272 617] /C [1 1 1] /BS << /W 9 >> /QuadPoints [72 617 272 617 72 597 272 597]",
                None,
            )],
        ),
    ];
    for (name, notes) in cases {
        let report = report(&noted(&notes));
        assert_eq!(changes(&report), Some(State::Failed), "{name}\n{}", told(&report));
    }
}

#[test]
fn comments_that_could_be_read_as_content_are_changes() {
    for (name, note) in [
        (
            "a stroke beside a number",
            "/Subtype /Line /Rect [120 598 130 612] /C [0 0 0] /BS << /W 1.5 >> /L [124 600 124 609]",
        ),
        ("letters by hand", "/Subtype /Ink /Rect [72 580 272 617] /C [0] /InkList [[80 590 85 595 90 590 95 595]]"),
    ] {
        let report = report(&noted(&[(note, None)]));
        assert_eq!(changes(&report), Some(State::Failed), "{name}\n{}", told(&report));
    }
}

/// A `1` beside the line of letters.
const DIGIT: &str = "/Rect [58 598 70 614] /InkList [[61 608 65 612 65 600]] /BS << /W 1.5 >>";

#[test]
fn letters_of_any_colour_are_changes() {
    for color in ["0 0 0.5", "0.6 0 0", "0 0.35 0.1", "0.7", "1 0 0", "0.2 0.5 0.9"] {
        let note = format!("/Subtype /Ink {DIGIT} /C [{color}]");
        let report = report(&noted(&[(&note, None)]));
        assert_eq!(changes(&report), Some(State::Failed), "{color}\n{}", told(&report));
    }
    for (name, note, look) in [
        (
            "a minus",
            "/Subtype /StrikeOut /C [0 0 1] /Rect [60 600 70 612] /QuadPoints [60 612 69 612 60 600 69 600]",
            None,
        ),
        ("a blue sign", "/Subtype /Line /C [0 0 1] /Rect [60 600 70 612] /L [64 600 64 611] /BS << /W 2 >>", None),
        (
            "a digit of marks",
            "/Subtype /Highlight /C [0 0.2 0.6] /Rect [60 598 70 614] /QuadPoints [62 612 65 612 62 600 65 600]",
            None,
        ),
        (
            "a stop made of a mark",
            "/Subtype /Underline /C [0 0 0] /Rect [90 594 110 614] /QuadPoints [99 612 101 612 99 598 101 598]",
            None,
        ),
        (
            "what the comment draws itself",
            "/Subtype /Caret /Rect [58 598 70 614] /C [0 0 1]",
            Some(&b"0.1 0.1 0.6 RG 14 w 100 2 m 100 18 l S"[..]),
        ),
        (
            "the caption of a line",
            "/Subtype /Line /Rect [300 580 420 612] /L [310 600 410 600] /C [1 1 1] /Cap true \
            /Contents (900 trieu)",
            None,
        ),
        (
            "over content, under a pointer only",
            "/Subtype /Square /Rect [72 597 272 617] /C [1 0 0] /AP << /D 15 0 R >>",
            None,
        ),
    ] {
        let report = report(&noted(&[(note, look)]));
        assert_eq!(changes(&report), Some(State::Failed), "{name}\n{}", told(&report));
    }
}

/// Number, day, signature and seal are no place for comments, wherever content is.
#[test]
fn the_places_of_marks_are_for_marks() {
    let place = Place { mark: Mark::Number, signer: 1, page: 1, rect: [400.0, 690.0, 440.0, 710.0] };
    let settings = Settings { places: vec![place], letters: Some(letters()), ..Settings::default() };
    for (note, expected) in [
        (
            "/Subtype /Ink /C [0 0 0.6] /Rect [410 692 420 708] /InkList [[414 694 414 706]] /BS << /W 2 >>",
            State::Failed,
        ),
        (
            "/Subtype /Ink /C [0 0 0.6] /Rect [470 692 480 708] /InkList [[474 694 474 706]] /BS << /W 2 >>",
            State::Passed,
        ),
        ("/Subtype /Square /C [1 0 0] /Rect [395 685 445 715]", State::Passed),
        // Within what the leader signed.
        ("/Subtype /Ink /C [1 0 0] /Rect [420 180 500 240] /InkList [[430 190 460 230 490 190]]", State::Failed),
    ] {
        let report = verify(&noted(&[(note, None)]).bytes, &settings).expect("a file");
        assert_eq!(changes(&report), Some(expected), "{note}\n{}", told(&report));
    }
}

/// However many there are and whatever they draw, an end is made.
#[test]
fn drawing_is_bounded() {
    let many: Vec<String> = (0..3000)
        .map(|at| {
            format!(
                "/Subtype /Circle /C [1 0 0] /Rect [{0} {1} {2} {3}]",
                60 + at % 60 * 7,
                20 + at / 60 * 8,
                90 + at % 60 * 7,
                50 + at / 60 * 8
            )
        })
        .collect();
    let many: Vec<Note<'_>> = many.iter().map(|note| (note.as_str(), None)).collect();
    let _ = verify(&noted(&many).bytes, &Settings { letters: Some(letters()), ..Settings::default() });
    let work = b"0 0 m 200 20 l S ".repeat(20_000);
    let busy = noted(&[("/Subtype /Ink /Rect [0 0 595 842]", Some(&work))]);
    let found = verify(&busy.bytes, &Settings::default());
    assert_eq!(found.map(drop).map_err(|broken| broken.what), Err(What::TooMuch));
}

/// What a document itself draws may cost as much as it likes: where that is too much nothing passes.
#[test]
fn what_a_page_draws_is_bounded_by_kind() {
    let frame = "/Subtype /Square /C [1 0 0] /Rect [1 1 594 841]";
    let limits = |content: &[u8], objects: &[(u32, Vec<u8>)]| {
        let mut doc = Doc::new();
        doc.add(&[&[(pdf::CONTENT, stream("", content))], objects].concat(), &[]);
        doc.sign(&Sign::leader());
        let note = doc.number();
        doc.notes.push(note);
        doc.add(&[(note, format!("<< /Type /Annot {frame} >>").into_bytes()), (pdf::PAGE, doc.page())], &[]);
        let found = verify(&doc.bytes, &Settings { letters: Some(letters()), ..Settings::default() });
        found.map(|report| changes(&report)).map_err(|broken| broken.what)
    };
    let zigzag = |count: usize| -> Vec<u8> {
        let point = |at: usize| format!("{} {} l ", at * 7919 % 595, at % 2 * 842);
        let points: String = (0..count).map(point).collect();
        format!("0 0 m {points} f*").into_bytes()
    };
    let clips = |count: usize| [b"q 9 9 m 500 9 l 300 700 l h W n ".repeat(count), b" Q".repeat(count)].concat();
    let letters = |count: usize| [&b"BT /F1 1 Tf 72 600 Td "[..], &b"(bao cao) Tj ".repeat(count), b"ET"].concat();
    // An image of many pixels, each of which is computed.
    let image = |width: usize, words: usize| {
        let dict = format!(
            "/Type /XObject /Subtype /Image /Width {width} /Height {width} /BitsPerComponent 8 \
            /ColorSpace [/Separation /X /DeviceRGB 90 0 R]"
        );
        let word = [&b"{ "[..], &b"dup mul sqrt ".repeat(words), b"dup dup }"].concat();
        let function = stream("/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1]", &word);
        [(pdf::IMAGE, stream(&dict, &vec![7; width * width])), (90, function)]
    };
    // The same by functions that stand within what they are of; each is made of the one before.
    let nested = |levels: usize, each: usize| {
        let bounds: String = (1..each).map(|at| format!("{} ", at as f64 / each as f64)).collect();
        let mut function = "<< /FunctionType 2 /Domain [0 1] /N 1.7 /C0 [0 0 0] /C1 [1 1 1] >>".to_owned();
        for _ in 0..levels {
            function = format!(
                "<< /FunctionType 3 /Domain [0 1] /Bounds [{bounds}] /Encode [{}] /Functions [{}] >>",
                "0 1 ".repeat(each),
                function.repeat(each)
            );
        }
        let dict = "/Type /XObject /Subtype /Image /Width 1000 /Height 1000 /BitsPerComponent 8";
        let dict = format!("{dict} /ColorSpace [/Separation /X /DeviceRGB {function}]");
        vec![(pdf::IMAGE, stream(&dict, &vec![7; 1_000_000]))]
    };
    // A function, and a form, of so many of the one before it, the last of itself.
    let round = |is_round: bool, levels: u32| {
        let function = |of: &str| {
            format!("<< /FunctionType 3 /Domain [0 1] /Bounds [0.5] /Encode [0 1 0 1] /Functions [{of} {of}] >>")
        };
        let first = if is_round { "90 0 R" } else { "<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0] >>" };
        let mut all = vec![(90, function(first).into_bytes())];
        all.extend((91..90 + levels).map(|number| (number, function(&format!("{} 0 R", number - 1)).into_bytes())));
        let dict = format!(
            "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 \
            /ColorSpace [/Separation /X /DeviceRGB {} 0 R]",
            89 + levels
        );
        all.push((pdf::IMAGE, stream(&dict, b"x")));
        all
    };
    let form = |number: u32, of: u32, each: usize| {
        let dict =
            format!("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Im {of} 0 R >> >>");
        (number, stream(&dict, &b"/Im Do 0 g ".repeat(each)))
    };
    let forms = |levels: u32, each: usize| {
        let inner = (90..90 + levels).map(|number| form(number, number + 1, each));
        let last = (90 + levels, stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", b"0 g"));
        inner.chain([last, form(pdf::IMAGE, 90, 1)]).collect::<Vec<_>>()
    };
    // Some programs look there for what a page has not.
    let above = |objects: Vec<(u32, Vec<u8>)>| {
        let node = "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /Resources << /XObject << /Far 90 0 R >> >> >>";
        let objects = objects.into_iter().filter(|(number, _)| *number != pdf::IMAGE);
        objects.chain([(pdf::PAGES, node.into())]).collect::<Vec<_>>()
    };
    let draw = b"q 10 0 0 10 72 600 cm /Im Do Q";
    // A font whose letters are drawn as pages are.
    let font = |letter: &[u8]| {
        let font = "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [.1 0 0 .1 0 0] /FirstChar 97 /LastChar 97 \
            /Widths [9] /Encoding << /Differences [97 /a] >> /CharProcs << /a 90 0 R >> /Resources << /Font << /F1 7 0 R >> >> >>";
        vec![(pdf::FONT, font.into()), (90, stream("", letter))]
    };
    let written = |count: usize| [&b"BT /F1 12 Tf 72 600 Td ("[..], &b"a".repeat(count), b") Tj ET"].concat();
    let (passed, failed) = (Ok(Some(State::Passed)), Ok(Some(State::Failed)));
    for (name, content, objects, expected) in [
        ("few lines", zigzag(1_000), vec![], passed),
        ("lines that cross", zigzag(20_000), vec![], Err(What::TooMuch)),
        ("few clips", clips(10), vec![], passed),
        ("clips in one another", clips(40), vec![], Err(What::TooMuch)),
        ("a page of letters", letters(700), vec![], passed),
        ("letters without end", letters(200_000), vec![], Err(What::TooMuch)),
        ("an image that is computed", draw.to_vec(), image(20, 3).to_vec(), passed),
        ("an image that is computed for long", draw.to_vec(), image(1_000, 200).to_vec(), Err(What::TooMuch)),
        (
            "colours that are computed for long",
            b"0.5 scn ".repeat(200_000),
            image(1, 1_000).to_vec(),
            Err(What::TooMuch),
        ),
        ("functions within a colour", draw.to_vec(), nested(1, 2), passed),
        ("many functions within a colour", draw.to_vec(), nested(2, 20), Err(What::TooMuch)),
        ("functions of functions", draw.to_vec(), round(false, 4), passed),
        ("functions of functions without end", draw.to_vec(), round(false, 30), Err(What::TooMuch)),
        ("functions deeper than is read", draw.to_vec(), round(false, 90), failed),
        ("a function of itself", draw.to_vec(), round(true, 1), failed),
        ("forms of forms", draw.to_vec(), forms(3, 3), passed),
        ("forms of forms without end", draw.to_vec(), forms(6, 20), Err(What::TooMuch)),
        ("forms without end of the node above the page", b"/Far Do".to_vec(), above(forms(6, 20)), Err(What::TooMuch)),
        ("forms deeper than is read", draw.to_vec(), forms(60, 1), failed),
        ("letters that are drawn", written(50), font(b"9 0 d0 0 0 9 9 re f"), passed),
        ("large letters that are drawn", written(20_000), font(&b"0 g ".repeat(50_000)), Err(What::TooMuch)),
        ("letters of themselves", written(2), font(b"9 0 d0 BT /F1 9 Tf (aaaa) Tj ET"), Err(What::TooMuch)),
        ("a form of itself", draw.to_vec(), vec![form(pdf::IMAGE, pdf::IMAGE, 2)], failed),
    ] {
        assert_eq!(limits(&content, &objects), expected, "{name}");
    }
}

/// A letter with a ring around it is what it was; what is smaller makes another one with it. An accent is no mark.
#[test]
fn rings_and_bars_that_make_other_letters_are_changes() {
    for (name, note, expected) in [
        ("a ring around a comma", "/Subtype /Circle /Rect [131 596 138 610] /C [0 0 0]", State::Failed),
        ("the same in blue", "/Subtype /Circle /Rect [131 596 138 610] /C [0 0 0.8]", State::Failed),
        (
            "a red ring that touches its neighbours",
            "/Subtype /Circle /Rect [127 590 153 617] /C [1 0 0]",
            State::Passed,
        ),
        (
            "an accent over a letter",
            "/Subtype /Underline /Rect [86 600 94 622] /C [0 0 0] /QuadPoints [86 622 93 622 86 609 93 609]",
            State::Failed,
        ),
    ] {
        let report = report(&noted(&[(note, None)]));
        assert_eq!(changes(&report), Some(expected), "{name}\n{}", told(&report));
    }
}

/// The head of a document that says nothing of its places, with room for number and day, signed by the leader.
fn with_head(number: &str, day: &str) -> Doc {
    let mut doc = Doc::new();
    let content = format!(
        "BT /F1 12 Tf 72 727 Td (So:{number}) Tj 82 0 Td (/QD-UBND) Tj 186 0 Td (Phu Thinh, ngay) Tj 110 0 Td ({day}) Tj 20 0 Td (thang 5) Tj ET \
        BT /F1 12 Tf 72 680 Td (Tro cap) Tj 128 0 Td (1.000) Tj 40 0 Td (dong) Tj ET"
    );
    doc.add(&[(pdf::CONTENT, stream("", content.as_bytes()))], &[]);
    doc.sign(&Sign::leader());
    doc
}

/// Number and day may touch what stands beside their room, and nothing else may be touched by what only looks like them.
#[test]
fn numbers_and_days_stand_in_the_room_that_was_left_for_them() {
    for (name, doc, rect, expected) in [
        ("the number", with_head("", ""), [86, 722, 116, 742], State::Passed),
        ("a digit before those that are printed", with_head("   12", ""), [86, 722, 96, 742], State::Failed),
        ("a digit behind them", with_head("  12", ""), [104, 722, 112, 742], State::Failed),
        ("the day", with_head("", ""), [438, 722, 466, 742], State::Passed),
        ("a digit behind a day", with_head("", "5"), [455, 722, 466, 742], State::Failed),
        ("a digit behind an amount", with_head("", ""), [225, 675, 237, 695], State::Failed),
        ("a number below an amount", with_head("", ""), [200, 666, 240, 686], State::Failed),
    ] {
        let mut doc = doc;
        let look = b"0 g BT /S 12 Tf 2 5 Td (7) Tj ET";
        doc.sign(&Sign { look: Some(look), ..Sign::organ("Signature2", rect, "") });
        let report = report(&doc);
        assert_eq!(changes(&report), Some(expected), "{name}\n{}", told(&report));
    }
}

#[test]
fn the_room_for_a_number_is_no_place_for_comments() {
    let stroke = |x: u32, y: u32| {
        let note = "/Subtype /Ink /C [0 0 0.8]";
        format!("{note} /Rect [{0} {1} {2} {3}] /InkList [[{x} {y} {x} {3}]]", x - 2, y - 2, x + 2, y + 9)
    };
    for (name, note, expected) in [
        ("a number by hand", stroke(120, 727), State::Failed),
        ("a day by hand", stroke(454, 727), State::Failed),
        ("a stroke where nothing is", stroke(120, 780), State::Passed),
    ] {
        let report = report(&noted_on(with_head("", ""), &[(&note, None)]));
        assert_eq!(changes(&report), Some(expected), "{name}\n{}", told(&report));
    }
}

/// What a large frame costs is what there is of it: it may stand on each of many pages.
#[test]
fn frames_around_pages_cost_what_they_draw() {
    let pages = 110;
    let mut doc = Doc::new();
    let first = doc.next;
    doc.next += 2 * pages;
    let kids: String = (0..pages).map(|page| format!("{} 0 R ", first + page)).collect();
    let page = |notes: &str| {
        format!("<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /Font << /F1 7 0 R >> >> {notes} >>")
            .into_bytes()
    };
    let tree = format!("<< /Type /Pages /Kids [3 0 R 4 0 R {kids}] /Count {} /MediaBox [0 0 595 842] >>", pages + 2);
    let mut objects: Vec<(u32, Vec<u8>)> = (0..pages).map(|index| (first + index, page(""))).collect();
    let content = b"BT /F1 14 Tf 72 600 Td (Kinh phi 1,500 trieu dong) Tj ET";
    objects.extend([(pdf::PAGES, tree.into_bytes()), (pdf::CONTENT, stream("", content))]);
    doc.add(&objects, &[]);
    doc.sign(&Sign::leader());
    let frames = (0..pages).flat_map(|index| {
        let note = first + pages + index;
        let frame = b"<< /Type /Annot /Subtype /Square /C [1 0 0] /Rect [20 20 575 822] >>";
        [(note, frame.to_vec()), (first + index, page(&format!("/Annots [{note} 0 R]")))]
    });
    doc.add(&frames.collect::<Vec<_>>(), &[]);
    let report = report(&doc);
    assert_eq!(changes(&report), Some(State::Passed), "{}", told(&report));
}

#[test]
fn comments_beside_and_around_are_none() {
    for (name, note, look) in [
        ("a red frame", "/Subtype /Square /Rect [68 590 300 622] /C [1 0 0]", None),
        ("a thin black frame", "/Subtype /Square /Rect [60 580 320 630]", None),
        ("a red line under letters", "/Subtype /Line /Rect [70 590 300 600] /C [1 0 0] /L [72 596 270 596]", None),
        (
            "a red line through letters",
            "/Subtype /StrikeOut /Rect [72 597 272 617] /C [1 0 0] /QuadPoints [72 617 272 617 72 597 272 597]",
            None,
        ),
        (
            "a yellow mark",
            "/Subtype /Highlight /Rect [72 597 272 617] /C [1 1 0] /QuadPoints [72 617 272 617 72 597 272 597]",
            None,
        ),
        (
            "a yellow mark of its own",
            "/Subtype /Highlight /Rect [72 597 272 617]",
            Some(&b"/M gs 1 1 0 rg 0 0 200 20 re f"[..]),
        ),
        (
            "a mark whose box cuts off what it draws beside it",
            "/Subtype /Highlight /Rect [450 20 500 40]",
            Some(&b"1 0 0 rg -2000 -2000 5000 5000 re f"[..]),
        ),
        (
            "a red circle by hand",
            "/Subtype /Ink /Rect [60 580 320 630] /C [1 0 0] /InkList [[60 600 200 628 320 600 200 582 60 600]]",
            None,
        ),
        ("a note in the margin", "/Subtype /Text /Rect [20 600 40 620] /Contents (x)", None),
        (
            "a short red line under letters",
            "/Subtype /Underline /Rect [72 597 90 612] /C [1 0 0] /QuadPoints [72 612 90 612 72 597 90 597]",
            None,
        ),
        ("a red ring around a word", "/Subtype /Circle /Rect [70 594 98 616] /C [1 0 0]", None),
        (
            "a green mark of a word",
            "/Subtype /Highlight /Rect [72 597 98 613] /C [0.4 1 0.4] /QuadPoints [72 613 97 613 72 597 97 597]",
            None,
        ),
        ("the sign of a note beside letters", "/Subtype /Text /Rect [46 598 66 618] /C [1 0 0] /Contents (x)", None),
        (
            "an arrow in the margin",
            "/Subtype /Line /Rect [10 590 70 610] /C [0 0 1] /L [12 600 66 600] /LE [/None /OpenArrow]",
            None,
        ),
    ] {
        let report = report(&noted(&[(note, look)]));
        assert_eq!(changes(&report), Some(State::Passed), "{name}\n{}", told(&report));
        assert!(report.signatures[0].has(Class::Annotated), "{name}");
    }
}

/// The signed document with one more signature of the organ, which draws something.
fn stamped(rect: [u32; 4], look: &'static [u8]) -> Doc {
    let mut doc = signed();
    doc.sign(&Sign { look: Some(look), ..Sign::organ("Signature2", rect, "") });
    doc
}

#[test]
fn later_signatures_draw_nothing_over_what_was_signed() {
    let replaced = b"1 g 0 0 500 300 re f 0 g BT /S 12 Tf 4 6 Td (ABC) Tj ET";
    for (name, rect, look) in [
        ("a white box with other letters", [70, 595, 300, 620], &replaced[..]),
        ("a large box", [60, 560, 400, 700], replaced),
        ("one letter", [160, 595, 170, 615], b"1 g 0 0 500 300 re f"),
        ("in the guise of a seal", [300, 140, 420, 270], b"0 0 500 300 re f"),
        ("a digit before a number", [120, 596, 160, 616], b"0 g 8 4 1.2 9 re f"),
        ("a sheet of paper over the leader's signature", [300, 140, 420, 270], b"1 g 0 0 500 300 re f"),
    ] {
        let report = report(&stamped(rect, look));
        let seal_only_over_the_leader = name == "in the guise of a seal";
        let expected = if seal_only_over_the_leader { State::Passed } else { State::Failed };
        assert_eq!(changes(&report), Some(expected), "{name}\n{}", told(&report));
    }
    // Over a number that is stamped already: the signature of the number tells of it.
    let mut twice = signed();
    twice.sign(&Sign::organ("Signature2", [112, 720, 140, 736], "37"));
    twice.sign(&Sign { look: Some(replaced), ..Sign::organ("Signature3", [110, 718, 142, 738], "") });
    let report = report(&twice);
    let number = report.signatures[1].item(Subject::Changes).map(|item| item.state);
    assert_eq!(number, Some(State::Failed), "{}", told(&report));
}

#[test]
fn seals_and_signatures_where_there_is_room_are_none() {
    for (name, rect, look) in [
        ("a ring over the leader's signature", [290, 150, 400, 260], &b"1 0 0 RG 3 w 20 20 60 60 re S"[..]),
        ("letters where nothing is", [60, 20, 200, 60], b"BT /S 12 Tf 4 6 Td (ABC) Tj ET"),
        ("a picture with its ground where nothing is", [60, 20, 200, 60], b"0.9 g 0 0 500 300 re f"),
    ] {
        let report = report(&stamped(rect, look));
        assert_eq!(changes(&report), Some(State::Passed), "{name}\n{}", told(&report));
    }
}

#[test]
fn fields_stay_in_the_form_and_the_certification_in_the_catalogue() {
    let mut office = signed();
    office.sign(&Sign::organ("Signature2", [112, 720, 140, 736], "37"));
    let without_form = office.catalog.replace("/AcroForm 12 0 R", "");
    let mut gone = office.clone();
    gone.add(&[(pdf::CATALOG, format!("<< {without_form} >>").into_bytes())], &[]);
    let mut one_gone = office.clone();
    one_gone.fields.pop();
    let form = one_gone.form();
    one_gone.add(&[(pdf::FORM, form)], &[]);
    for (name, doc) in [("all fields", gone), ("one field", one_gone)] {
        let report = report(&doc);
        assert_eq!(report.signatures.len(), 2, "{name}");
        let last = report.signatures[1].item(Subject::Changes).map(|item| item.state);
        assert_eq!(last, Some(State::Failed), "{name}\n{}", told(&report));
    }
    let mut certified = Doc::new();
    let before = certified.catalog.clone();
    certified.catalog.push_str(&format!(" /Perms << /DocMDP {} 0 R >>", certified.next));
    let catalog = certified.catalog();
    certified.add(&[(pdf::CATALOG, catalog)], &[]);
    certified.sign(&Sign::leader());
    assert_eq!(changes(&report(&certified)), Some(State::Passed));
    certified.add(&[(pdf::CATALOG, format!("<< {before} >>").into_bytes())], &[]);
    assert_eq!(changes(&report(&certified)), Some(State::Failed));
}

#[test]
fn a_stream_of_nothing_draws_nothing() {
    let mut doc = Doc::new();
    doc.add(&[(pdf::CONTENT, stream("/Filter /FlateDecode", b""))], &[]);
    doc.sign(&Sign::leader());
    let doc = noted_on(doc, &[("/Subtype /Circle /Rect [72 500 172 560] /C [1 0 0]", None)]);
    assert!(!report(&doc).failed(), "{}", told(&report(&doc)));
}

/// What the first signature shows is no part of the document as it was made: it may hide nothing of that.
#[test]
fn a_first_signature_hides_nothing_of_the_document_as_it_was_made() {
    for (name, look, hidden) in [
        ("an image beside the letters", "0 0 1 RG 2 w 5 5 m 60 15 l S", None),
        (
            "paper over the letters",
            "1 g 0 0 200 60 re f",
            Some("the signature \"Signature1\" that was added hides content of page 1"),
        ),
    ] {
        let content = b"BT /F1 14 Tf 72 600 Td (Kinh phi 1,500 trieu dong, dat 23%) Tj ET";
        let mut doc = Doc::new();
        doc.add(&[(pdf::CONTENT, stream("", content))], &[]);
        let made = doc.bytes.len();
        let rect = if hidden.is_some() { [72, 590, 272, 650] } else { [72, 640, 272, 700] };
        doc.sign(&Sign { look: Some(look.as_bytes()), rect, ..Sign::leader() });
        doc.sign(&Sign::organ("Signature2", [112, 720, 140, 736], "37"));
        let settings = Settings {
            anchors: vec![anchor("root")],
            letters: Some(letters()),
            made: Some(made),
            ..Settings::default()
        };
        let report = verify(&doc.bytes, &settings).expect("a file that can be read");
        assert!(!report.failed(), "{name}: whoever signed it signed that\n{}", told(&report));
        assert_eq!(report.altered.map(|message| message.en).as_deref(), hidden, "{name}");
    }
}
