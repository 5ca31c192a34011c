//! What was changed of the content and the signatures of a document, and what is no change of it.

use super::{CHANGED, RANGE, REMOVED, fails, noted, passes, report, settings, signed, signed_with, text, then};
use crate::corpora::told;
use crate::maker::pdf::{self, Doc, Sign, stream};
use baocao_sign::file::What;
use baocao_sign::verify::{Class, Coverage, Mark, Place, Settings, State, verify};

#[test]
fn changed_content_is_found() {
    let page = |doc: &mut Doc, rest: &str| doc.page_with(rest);
    let whole = "/Contents 5 0 R /Resources << /Font << /F1 7 0 R >> /XObject << /Im 8 0 R /Cover 15 0 R >> >>";
    let mut doc = signed();
    let content = |text: &[u8]| stream("", text);
    fails(
        "other content",
        &then(&[(pdf::SECOND_CONTENT, content(b"BT /F1 12 Tf 72 727 Td (Kinh phi: 900 trieu dong) Tj ET"))]),
        &[CHANGED],
    );
    fails("content of a page", &then(&[(pdf::CONTENT, content(b""))]), &[CHANGED]);
    fails(
        "another font",
        &then(&[(pdf::FONT, text("<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>"))]),
        &[CHANGED],
    );
    let image = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceRGB";
    fails("another image", &then(&[(pdf::IMAGE, stream(image, &[9, 9, 9]))]), &[CHANGED]);
    fails(
        "another attachment",
        &then(&[(pdf::FILE, stream("/Type /EmbeddedFile", b"{\"kinh-phi\": 900}"))]),
        &[CHANGED],
    );
    fails(
        "attachment renamed",
        &then(&[(
            pdf::FILE_SPEC,
            text("<< /Type /Filespec /F (khac.json) /EF << /F 10 0 R >> /AFRelationship /Source >>"),
        )]),
        &[CHANGED],
    );
    fails(
        "attachment of another object",
        &then(&[(
            pdf::FILE_SPEC,
            text("<< /Type /Filespec /F (so-lieu.json) /EF << /F 6 0 R >> /AFRelationship /Source >>"),
        )]),
        &[CHANGED],
    );
    fails(
        "link elsewhere",
        &then(&[(
            pdf::LINK,
            text(
                "<< /Type /Annot /Subtype /Link /Rect [72 500 200 512] /A << /S /URI /URI (https://khac.example/) \
                    >> >>",
            ),
        )]),
        &[CHANGED],
    );
    fails(
        "note rewritten",
        &then(&[(pdf::NOTE_LOOK, stream("/Type /XObject /Subtype /Form /BBox [0 0 128 20]", b"0 g 0 0 128 20 re f"))]),
        &[CHANGED],
    );
    let bigger = page(&mut doc, &format!("{whole} /MediaBox [0 0 595 400]"));
    fails("a page cut off", &then(&[(pdf::PAGE, bigger)]), &[CHANGED]);
    let turned = page(&mut doc, &format!("{whole} /Rotate 180"));
    fails("a page turned", &then(&[(pdf::PAGE, turned)]), &[CHANGED]);
    let acts = page(&mut doc, &format!("{whole} /AA << /O << /S /JavaScript /JS (app.alert) >> >>"));
    fails("a page that does something", &then(&[(pdf::PAGE, acts)]), &[CHANGED]);
    let more = page(
        &mut doc,
        "/Contents [5 0 R 6 0 R] /Resources << /Font << /F1 7 0 R >> /XObject << /Im 8 0 R /Cover 15 0 R >> >>",
    );
    fails("more content", &then(&[(pdf::PAGE, more)]), &[CHANGED]);
    let swapped = page(
        &mut doc,
        "/Contents 5 0 R /Resources << /Font << /F1 7 0 R >> /XObject << /Im 15 0 R /Cover 15 0 R >> >>",
    );
    fails("another resource", &then(&[(pdf::PAGE, swapped)]), &[CHANGED]);
    fails(
        "pages in another order",
        &then(&[(pdf::PAGES, text("<< /Type /Pages /Kids [4 0 R 3 0 R] /Count 2 /MediaBox [0 0 595 842] >>"))]),
        &[CHANGED],
    );
    fails(
        "a page taken out",
        &then(&[(pdf::PAGES, text("<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>"))]),
        &[CHANGED],
    );
    fails(
        "a page twice",
        &then(&[(
            pdf::PAGES,
            text(
                "<< /Type /Pages /Kids [3 0 R 4 0 R << /Type /Page /Contents 6 0 R >>] /Count 3 /MediaBox [0 0 595 \
                    842] >>",
            ),
        )]),
        &[CHANGED],
    );
    fails(
        "another paper",
        &then(&[(pdf::PAGES, text("<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 100 842] >>"))]),
        &[CHANGED],
    );
    let catalog = |more: &str| vec![(pdf::CATALOG, format!("<< {} {more} >>", Doc::new().catalog).into_bytes())];
    fails("a script", &then(&catalog("/OpenAction << /S /JavaScript /JS (app.alert) >>")), &[CHANGED]);
    fails("layers", &then(&catalog("/OCProperties << /OCGs [] /D << >> >>")), &[CHANGED]);
    fails(
        "files left out",
        &then(&[(pdf::CATALOG, text("<< /Type /Catalog /Pages 2 0 R /AcroForm 12 0 R >>"))]),
        &[CHANGED],
    );
    fails(
        "another tree of pages",
        &{
            let mut doc = signed();
            let (pages, page) = (doc.number(), doc.number());
            let pages_text = format!("<< /Type /Pages /Kids [{page} 0 R] /Count 1 /MediaBox [0 0 595 842] >>");
            let catalog = Doc::new().catalog.replace("/Pages 2 0 R", &format!("/Pages {pages} 0 R"));
            doc.add(
                &[
                    (pages, text(&pages_text)),
                    (page, text(&format!("<< /Type /Page /Parent {pages} 0 R /Contents 6 0 R >>"))),
                    (pdf::CATALOG, format!("<< {catalog} >>").into_bytes()),
                ],
                &[],
            );
            doc
        },
        &[CHANGED],
    );
}

#[test]
fn shadows_are_found() {
    // What was signed lay under a cover, which is then taken away.
    let mut freed = signed();
    freed.add(&[], &[pdf::COVER]);
    fails("a cover freed", &freed, &[CHANGED]);
    let nothing = stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842]", b"");
    fails("a cover emptied", &then(&[(pdf::COVER, nothing)]), &[CHANGED]);
    let mut note = signed();
    note.notes.retain(|number| *number != pdf::NOTE);
    let page = note.page();
    note.add(&[(pdf::PAGE, page)], &[]);
    fails("a note that covered something", &note, &[CHANGED]);
    let mut order = signed();
    order.notes.reverse();
    let page = order.page();
    order.add(&[(pdf::PAGE, page)], &[]);
    fails("what lies on top", &order, &[CHANGED]);
    let mut look = signed();
    look.add(&[], &[pdf::NOTE_LOOK]);
    fails("what a note showed freed", &look, &[CHANGED]);
    // Hidden objects that were in the file when it was signed are put in the place of others.
    let mut hidden = Doc::new();
    let number = hidden.number();
    hidden.add(&[(number, stream("", b"BT /F1 12 Tf 72 727 Td (Kinh phi: 900 trieu dong) Tj ET"))], &[]);
    hidden.sign(&Sign::leader());
    passes("hidden and not used", &hidden);
    let second =
        format!("<< /Type /Page /Parent 2 0 R /Contents {number} 0 R /Resources << /Font << /F1 7 0 R >> >> >>");
    hidden.add(&[(pdf::SECOND_PAGE, second.into_bytes())], &[]);
    fails("hidden and then used", &hidden, &[CHANGED]);
    // A revision that does not build on the one that was signed.
    let mut other = signed();
    let fresh = Doc::new();
    other.table = 0;
    let objects: Vec<(u32, Vec<u8>)> = vec![
        (pdf::CATALOG, text("<< /Type /Catalog /Pages 2 0 R >>")),
        (pdf::PAGES, text("<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>")),
        (pdf::PAGE, fresh.page_with("/Contents 5 0 R")),
        (pdf::CONTENT, stream("", b"")),
    ];
    other.add(&objects, &[]);
    let report = report(&other);
    let unseen = report.unseen.as_ref().and_then(|unseen| unseen.kind).map(|kind| kind.id.as_str());
    assert_eq!(unseen, Some(REMOVED.1), "{}", told(&report));
    let mut behind = signed();
    let end = format!("% nothing\nstartxref\n{}\n%%EOF\n", behind.table);
    behind.bytes.extend_from_slice(end.as_bytes());
    fails("something behind it that is no revision", &behind, &[RANGE]);
}

#[test]
fn signatures_are_not_taken_out_or_changed() {
    let mut gone = signed();
    gone.fields.retain(|number| *number == pdf::TEXT_FIELD);
    gone.notes.truncate(3);
    let (page, form) = (gone.page(), gone.form());
    gone.add(&[(pdf::PAGE, page), (pdf::FORM, form)], &[]);
    fails("taken out", &gone, &[CHANGED, REMOVED]);
    let mut look = signed();
    let number = look.next - 1;
    look.add(
        &[(number, stream("/Type /XObject /Subtype /Form /BBox [0 0 200 110]", b"1 0 0 rg 0 0 200 110 re f"))],
        &[],
    );
    fails("what it shows", &look, &[CHANGED]);
    let mut moved = signed();
    let widget = moved.next - 2;
    let text = format!(
        "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /V {} 0 R /F 132 /P 3 0 R /Rect [0 0 200 110] \
            /AP << /N {} 0 R >> >>",
        widget - 1,
        widget + 1
    );
    moved.add(&[(widget, text.into_bytes())], &[]);
    fails("where it stands", &moved, &[CHANGED]);
}

#[test]
fn further_signatures_and_objects_written_anew_are_no_changes() {
    let mut office = signed();
    office.sign(&Sign::organ("Signature2", [112, 720, 140, 736], "37"));
    office.sign(&Sign::organ("Signature3", [390, 715, 418, 731], "05"));
    office.sign(&Sign::organ("Signature4", [280, 150, 400, 260], ""));
    let report = passes("an office", &office);
    let roles: Vec<Option<Mark>> = report.signatures.iter().map(|signature| signature.role).collect();
    assert_eq!(roles, [Mark::Leader, Mark::Number, Mark::Day, Mark::Seal].map(Some));
    let shown: Vec<Option<&str>> = report.signatures.iter().map(|signature| signature.shown.as_deref()).collect();
    assert_eq!(shown, [None, Some("37"), Some("05"), None]);
    let first = &report.signatures[0];
    assert!(first.has(Class::Practice) && !first.has(Class::Content));
    assert_eq!(first.coverage, Some(Coverage::Revision));
    assert_eq!(report.signatures[3].coverage, Some(Coverage::File));

    let anew = |objects: &[(u32, Vec<u8>)]| passes("written anew", &then(objects));
    let doc = signed();
    anew(&[(pdf::PAGE, doc.page()), (pdf::FORM, doc.form()), (pdf::CATALOG, doc.catalog())]);
    anew(&[(
        pdf::SECOND_CONTENT,
        stream(
            "/Filter /ASCIIHexDecode",
            b"4254202f46312031322054662037322037323720546420284b696e68207068693a203530302074726965752064 \
        6f6e672920546a204554>",
        ),
    )]);
    let mut split = signed();
    let (one, other) = (split.number(), split.number());
    let second =
        format!("<< /Type /Page /Parent 2 0 R /Contents [{one} 0 R] /Resources << /Font << /F1 7 0 R >> >> >>");
    split.add(
        &[
            (one, stream("", b"BT /F1 12 Tf 72 727 Td (Kinh phi: 500 trieu dong) Tj ET")),
            (pdf::SECOND_PAGE, second.into_bytes()),
        ],
        &[],
    );
    passes("its content in another object", &split);
    let mut freed = Doc::new();
    freed.add(&[(other, stream("", b"unused"))], &[]);
    freed.next = freed.next.max(other + 1);
    freed.sign(&Sign::leader());
    freed.add(&[], &[other]);
    passes("an object freed that no page reaches", &freed);
    // Bookmarks and tags are shown by no page: they may be freed, and not changed.
    let mut marked = Doc::new();
    let (marks, mark, tags, tag) = (marked.number(), marked.number(), marked.number(), marked.number());
    marked.catalog.push_str(&format!(" /Outlines {marks} 0 R /StructTreeRoot {tags} 0 R"));
    let title = |title: &str| text(&format!("<< /Title ({title}) /Parent {marks} 0 R /Dest [3 0 R /Fit] >>"));
    let tagged = |words: &str| text(&format!("<< /Type /StructElem /S /P /P {tags} 0 R /ActualText ({words}) >>"));
    let root = format!("<< /Type /StructTreeRoot /K [{tag} 0 R] >>");
    let outlines = format!("<< /First {mark} 0 R /Last {mark} 0 R /Count 1 >>");
    let catalog = marked.catalog();
    marked.add(
        &[
            (pdf::CATALOG, catalog),
            (marks, text(&outlines)),
            (mark, title("I")),
            (tags, text(&root)),
            (tag, tagged("500")),
        ],
        &[],
    );
    marked.sign(&Sign::leader());
    for number in [marks, mark, tags, tag] {
        let mut freed = marked.clone();
        freed.add(&[], &[number]);
        passes("freed, and shown by no page", &freed);
    }
    for (number, object) in [(mark, title("II")), (tag, tagged("900"))] {
        let mut changed = marked.clone();
        changed.add(&[(number, object)], &[]);
        fails("bookmarks or tags changed", &changed, &[CHANGED]);
    }
    passes("only approved", &signed_with(Sign { certify: None, ..Sign::leader() }));
}

#[test]
fn known_places_decide_what_a_signature_is() {
    let mut doc = signed();
    doc.sign(&Sign::organ("Signature2", [100, 400, 140, 416], "37"));
    doc.sign(&Sign::organ("Signature3", [300, 400, 460, 500], ""));
    let place = |mark, rect| Place { mark, signer: 1, page: 1, rect };
    let places = vec![
        place(Mark::Leader, [340.0, 150.0, 540.0, 260.0]),
        place(Mark::Number, [95.0, 398.0, 140.0, 420.0]),
        place(Mark::Seal, [290.0, 390.0, 470.0, 510.0]),
    ];
    let report = verify(&doc.bytes, &Settings { places, ..settings() }).expect("a file");
    let roles: Vec<Option<Mark>> = report.signatures.iter().map(|signature| signature.role).collect();
    assert_eq!(roles, [Mark::Leader, Mark::Number, Mark::Seal].map(Some));
}

#[test]
fn forms_are_filled_in_where_that_is_allowed() {
    let field = |value: &str, rest: &str| {
        text(&format!(
            "<< /Type /Annot /Subtype /Widget /FT /Tx /T (y-kien) /Rect [72 400 200 420] /F 4 /V ({value}) {rest} >>"
        ))
    };
    let filled = vec![
        (pdf::TEXT_FIELD, field("dong y", "/AP << /N 14 0 R >>")),
        (pdf::FIELD_LOOK, stream("/Type /XObject /Subtype /Form /BBox [0 0 128 20]", b"BT /F1 9 Tf (dong y) Tj ET")),
    ];
    let with = |certify, lock| {
        let mut doc = signed_with(Sign { certify, lock, ..Sign::leader() });
        doc.add(&filled, &[]);
        doc
    };
    let report = passes("filled in", &with(Some(2), None));
    assert!(report.signatures[0].has(Class::Allowed));
    passes("filled in without a certification", &with(None, None));
    fails("nothing was allowed", &with(Some(1), None), &[CHANGED]);
    fails("all fields locked", &with(Some(2), Some("/Action /All")), &[CHANGED]);
    fails("this field locked", &with(Some(2), Some("/Action /Include /Fields [(y-kien)]")), &[CHANGED]);
    fails("all but others locked", &with(Some(2), Some("/Action /Exclude /Fields [(khac)]")), &[CHANGED]);
    passes("others locked", &with(Some(2), Some("/Action /Include /Fields [(khac)]")));
    let look_only = &filled[1..];
    fails("it shows something else", &then(look_only), &[CHANGED]);
    fails("it is another field", &then(&[(pdf::TEXT_FIELD, field("x", "/AA << >>"))]), &[CHANGED]);
    let mut more = signed();
    let number = more.number();
    more.fields.push(number);
    more.notes.push(number);
    let new = text("<< /Type /Annot /Subtype /Widget /FT /Tx /T (moi) /Rect [72 300 200 320] /V (x) >>");
    let (page, form) = (more.page(), more.form());
    more.add(&[(number, new), (pdf::PAGE, page), (pdf::FORM, form)], &[]);
    fails("a field added", &more, &[CHANGED]);
}

/// The signed document with other entries in objects of its own.
fn with_objects(objects: &[(u32, &str)]) -> Doc {
    then(&objects.iter().map(|(number, body)| (*number, text(body))).collect::<Vec<_>>())
}

#[test]
fn what_stands_on_a_page_stands_there_once() {
    let second = |notes: &str| {
        let page = "/Type /Page /Parent 2 0 R /Contents 6 0 R /Resources << /Font << /F1 7 0 R >> >>";
        with_objects(&[(pdf::SECOND_PAGE, &format!("<< {page} /Annots [{notes}] >>"))])
    };
    let signature = signed().notes[3];
    for (name, note) in [("a link", pdf::LINK), ("a field", pdf::TEXT_FIELD), ("a signature", signature)] {
        fails(name, &second(&format!("{note} 0 R")), &[CHANGED]);
    }
    // A new one that stands on two pages, of which one is empty.
    let mut twice = noted("/Subtype /Square /Rect [72 300 200 340] /C [1 0 0]", None);
    let note = twice.notes.last().copied().unwrap_or_default();
    passes("once", &twice);
    let page = format!("<< /Type /Page /Parent 2 0 R /Contents 6 0 R /Annots [{note} 0 R] >>");
    twice.add(&[(pdf::SECOND_PAGE, text(&page))], &[]);
    fails("a new one on two pages", &twice, &[CHANGED]);
}

#[test]
fn the_tree_of_pages_says_of_itself_what_is_so() {
    let root =
        |rest: &str| with_objects(&[(pdf::PAGES, &format!("<< /Type /Pages /MediaBox [0 0 595 842] {rest} >>"))]);
    passes("as it was", &root("/Kids [3 0 R 4 0 R] /Count 2"));
    let page = |rest: &str| {
        let page = "/Contents 6 0 R /Resources << /Font << /F1 7 0 R >> >>";
        with_objects(&[(pdf::SECOND_PAGE, &format!("<< {page} {rest} >>"))])
    };
    for (name, doc) in [
        ("fewer pages", root("/Kids [3 0 R 4 0 R] /Count 1")),
        ("more pages", root("/Kids [3 0 R 4 0 R] /Count 3")),
        ("no count", root("/Kids [3 0 R 4 0 R]")),
        ("a root below another", root("/Kids [3 0 R 4 0 R] /Count 2 /Parent 1 0 R")),
        ("a page above whom another stands", page("/Type /Page /Parent 3 0 R")),
        ("a page above whom nobody stands", page("/Type /Page")),
        ("a page that is a node", page("/Type /Pages /Parent 2 0 R")),
    ] {
        let report = report(&doc);
        assert_eq!(report.file.state, State::Failed, "{name}\n{}", told(&report));
    }
    // Counted without end if every node were followed as often as it stands there.
    let node = |at: u32| {
        let next = if at < 159 { at + 1 } else { 3 };
        format!("<< /Type /Pages /Parent {} 0 R /Kids [{next} 0 R {next} 0 R] >>", at - 1)
    };
    let nodes: Vec<(u32, String)> = (100..160).map(|at| (at, node(at))).collect();
    let doubled: Vec<(u32, &str)> = nodes.iter().map(|(at, node)| (*at, node.as_str())).collect();
    let doubled = [&[(pdf::PAGES, "<< /Type /Pages /Kids [100 0 R 100 0 R] >>")][..], &doubled].concat();
    for (name, doc) in [
        ("a page twice", root("/Kids [3 0 R 4 0 R 3 0 R] /Count 3")),
        ("nodes twice, level by level", with_objects(&doubled)),
    ] {
        let what = verify(&doc.bytes, &settings()).map(drop).map_err(|broken| broken.what);
        assert_eq!(what, Err(What::PageTree), "{name}");
    }
}

#[test]
fn the_record_of_places_stays_as_it_was() {
    let record =
        |place: &str| format!("/PieceInfo << /Baocao << /Private << /Places [{place}] >> >> /Khac << /A 1 >> >>");
    let leader = |left: u32| format!("<< /Mark /leader /Signer 1 /Page 1 /Rect [{left} 150 540 260] >>");
    let mut doc = Doc::new();
    let plain = doc.catalog.clone();
    let write = |doc: &mut Doc, rest: &str| {
        doc.catalog = format!("{plain} {rest}");
        let catalog = doc.catalog();
        doc.add(&[(pdf::CATALOG, catalog)], &[]);
    };
    write(&mut doc, &record(&leader(340)));
    doc.sign(&Sign::leader());
    let mut other = doc.clone();
    write(&mut other, &record(&leader(340)).replace("/A 1", "/A 2"));
    passes("the record of another program", &other);
    for (name, rest) in [("moved", record(&leader(300))), ("taken out", String::new())] {
        let mut moved = doc.clone();
        write(&mut moved, &rest);
        fails(name, &moved, &[CHANGED]);
    }
}
