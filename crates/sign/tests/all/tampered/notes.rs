//! Comments and fields that came onto pages later.

use super::{CHANGED, fails, noted, passes, signed, text};
use crate::maker::pdf::{self, Sign, stream};
use baocao_sign::verify::Class;

#[test]
fn comments_are_told_and_are_no_forgery() {
    for (annotation, look) in [
        ("/Subtype /Square /Rect [72 600 200 700] /C [1 0 0]", Some(&b"1 0 0 RG 0 0 100 100 re S"[..])),
        ("/Subtype /Square /Rect [72 600 200 700]", None),
        ("/Subtype /Popup /Rect [300 600 500 700]", None),
        ("/Subtype /Text /Rect [84 600 104 620] /Contents (xem lai)", Some(b"1 0.8 0 rg 0 0 100 100 re f")),
        ("/Subtype /Highlight /Rect [72 600 200 620] /QuadPoints []", None),
    ] {
        let report = passes(annotation, &noted(annotation, look));
        assert!(report.signatures[0].has(Class::Annotated), "{annotation}");
    }
    for (annotation, look) in [
        ("/Subtype /Square /Rect [72 600 200 700] /IC [1 1 1]", None),
        ("/Subtype /Square /Rect [72 600 200 700]", Some(&b"1 g 0 0 100 100 re f"[..])),
        ("/Subtype /Square /Rect [72 600 200 700]", Some(b"BT /F1 12 Tf (900 trieu) Tj ET")),
        ("/Subtype /FreeText /Rect [72 600 200 700] /DA (/F1 12 Tf) /Contents (900 trieu)", None),
        ("/Subtype /Stamp /Rect [72 600 200 700]", Some(b"1 g 0 0 100 100 re f")),
        ("/Subtype /Text /Rect [72 300 400 620]", Some(b"1 g 0 0 100 100 re f")),
        ("/Subtype /Highlight /Rect [72 600 200 620]", Some(b"1 g 0 0 100 100 re f")),
        ("/Subtype /Link /Rect [72 600 200 620] /A << /S /URI /URI (https://khac.example/) >>", None),
        ("/Subtype /FileAttachment /Rect [72 600 92 620] /FS 9 0 R", None),
        ("/Subtype /Popup /Rect [72 600 92 620] /AA << >>", None),
    ] {
        fails(annotation, &noted(annotation, look), &[CHANGED]);
    }
}

#[test]
fn new_fields_must_not_hide_anything() {
    let mut covered = signed();
    covered.sign(&Sign::organ("Signature2", [0, 0, 595, 800], ""));
    fails("a signature over the page", &covered, &[CHANGED]);
    let mut tiles = signed();
    for (index, name) in ["a", "b", "c", "d"].into_iter().enumerate() {
        let bottom = 100 + 150 * u32::try_from(index).expect("small");
        tiles.sign(&Sign::organ(name, [50, bottom, 350, bottom + 140], ""));
    }
    fails("many beside each other", &tiles, &[CHANGED]);
    let with = |widget: &str, look: &[u8]| {
        let mut doc = signed();
        let (number, form) = (doc.number(), doc.number());
        doc.notes.push(number);
        doc.fields.push(number);
        let widget = format!(
            "<< /Type /Annot /Subtype /Widget /FT /Sig /T (trong) /Rect [72 600 200 640] /AP << /N {form} 0 R >> \
                {widget} >>"
        );
        let (page, fields) = (doc.page(), doc.form());
        let look = stream("/Type /XObject /Subtype /Form /BBox [0 0 128 40]", look);
        doc.add(&[(number, text(&widget)), (form, look), (pdf::PAGE, page), (pdf::FORM, fields)], &[]);
        doc
    };
    let mut borrowed = signed();
    let (number, form, value) = (borrowed.number(), borrowed.number(), borrowed.next - 5);
    borrowed.notes.push(number);
    borrowed.fields.push(number);
    let widget = format!(
        "<< /Type /Annot /Subtype /Widget /FT /Sig /T (khac) /V {value} 0 R /Rect [72 600 200 640] /AP << /N {form} \
            0 R >> >>"
    );
    let (page, fields) = (borrowed.page(), borrowed.form());
    let look = stream("/Type /XObject /Subtype /Form /BBox [0 0 128 40]", b"1 g 0 0 128 40 re f");
    let objects = [(number, text(&widget)), (form, look), (pdf::PAGE, page), (pdf::FORM, fields)];
    borrowed.add(&objects, &[]);
    fails("a field that borrows a signature", &borrowed, &[CHANGED]);
    let mut twice = signed();
    let number = twice.number();
    twice.notes.push(number);
    twice.fields.push(number);
    let widget = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (y-kien) /Rect [72 600 400 700] /V (900 trieu) >>";
    let (page, fields) = (twice.page(), twice.form());
    twice.add(&[(number, text(widget)), (pdf::PAGE, page), (pdf::FORM, fields)], &[]);
    fails("a second field of one name", &twice, &[CHANGED]);
    passes("an empty field", &with("", b"q Q"));
    fails("an empty field that draws", &with("", b"1 g 0 0 128 40 re f"), &[CHANGED]);
    fails("an empty field that does something", &with("/AA << >>", b""), &[CHANGED]);
    for look in ["/BG [0.9 0.9 0.2]", "/BC [0] /R 90", "/CA (900)", "/I 8 0 R"] {
        fails(look, &with(&format!("/MK << {look} >>"), b"q Q"), &[CHANGED]);
    }
    fails("an empty field that shows two things", &with("/AP << /N 15 0 R >>", b""), &[CHANGED]);
}
