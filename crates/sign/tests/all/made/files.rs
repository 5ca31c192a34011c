//! Files that are signed: the bytes stay, and what cannot be written on is refused.

use baocao_pdf::Place;
use baocao_pdf::file::What;
use baocao_sign::add_fields;
use baocao_sign::verify::{Settings, verify};

use super::sample::{both, file, key, objects, order, packed, places, plain, read, refused, sign, signed_by_leader};

#[test]
fn a_signature_is_written_behind_the_file_in_the_form_that_it_has() {
    for base in both() {
        let signed = signed_by_leader(&base);
        assert!(signed.starts_with(&base));
        let update = String::from_utf8_lossy(&signed[base.len()..]).into_owned();
        let has_table = String::from_utf8_lossy(&base).contains("\nxref\n");
        assert_eq!(update.contains("\nxref\n"), has_table);
        assert_eq!(update.contains("/Type /XRef"), !has_table);
        let document = read(&signed);
        assert_eq!(document.get_pages().len(), 2);
        let id = document.trailer.get(b"ID").and_then(|id| id.as_array()).expect("an ID");
        assert_eq!(id[0].as_str().expect("a string")[..3], [0x00, 0x11, 0x22], "the document keeps its name");
        assert_ne!(id[0], id[1], "the revision has another");
    }
}

#[test]
fn the_same_call_gives_the_same_bytes() {
    for base in both() {
        assert_eq!(signed_by_leader(&base), signed_by_leader(&base));
        assert_eq!(add_fields(&base, &places()), add_fields(&base, &places()));
    }
}

#[test]
fn what_cannot_be_written_on_is_refused() {
    let sign = |pdf: &[u8]| {
        let key = key("leader.p12");
        refused(sign(pdf, &order(places()[0], &[]), &*key, &[], None))
    };
    let base = plain();
    assert_eq!(sign(b""), "ky-so/khong-phai-pdf");
    assert_eq!(sign(b"{\"template\": \"xa\"}"), "ky-so/khong-phai-pdf");
    for length in [20, base.len() / 2, base.len() - 20] {
        assert_eq!(sign(&base[..length]), "ky-so/tep-hong", "{length} bytes");
    }
    let packed = packed();
    assert_eq!(sign(&packed[..packed.len() - 30]), "ky-so/tep-hong");
    let encrypted =
        file(&objects("<</Type/Catalog/Pages 2 0 R>>"), "/Encrypt <</Filter/Standard/V 1/R 2/O()/U()/P 0>>");
    assert_eq!(sign(&encrypted), "ky-so/ma-hoa");
    let xfa = file(&objects("<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]/XFA 9 0 R>>>>"), "");
    assert_eq!(sign(&xfa), "ky-so/bieu-mau-khong-nhan");
    let loops = String::from_utf8_lossy(&base).replace("%%EOF", "").replace("/ID[", "/Prev 10 /ID[");
    assert_ne!(sign(loops.as_bytes()), "nothing", "a table before that is none");
}

/// Lists that lead back to themselves, many times over, are walked once.
#[test]
fn loops_end() {
    let many = " 10 0 R".repeat(200);
    let kids = format!("<</Kids[{many}]/Nums[0 [7 0 R]]>>");
    let catalogs = [
        "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[10 0 R]>>>>",
        "<</Type/Catalog/Pages 10 0 R>>",
        "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 5 0 R/AcroForm 10 0 R>>",
    ];
    for catalog in catalogs {
        let mut all = objects(catalog);
        all[4] = "<</Type/StructTreeRoot/K 6 0 R/ParentTree 10 0 R>>";
        all.push(&kids);
        let _ = add_fields(&file(&all, ""), &places());
    }
}

/// Numbers as other programs write them: a page whose size has other digits has another size.
#[test]
fn what_is_not_changed_stays_as_it_is_written() {
    let boxes = "/MediaBox[-0.0 +.50 595.303937007874 841.889763779528]/UserUnit 1.00000000001/Khac(a\\(b)/Ten/A#20b";
    let page = format!("<</Type/Page/Parent 2 0 R{boxes}/Contents 8 0 R/StructParents 0/Rotate 0000>>");
    let mut all = objects("<</Type/Catalog/Pages 2 0 R/StructTreeRoot 5 0 R/AA 9 0 R/Khac 123456789012345678>>");
    all[2] = &page;
    let base = file(&all, "");
    let [leader, number, ..] = places();
    let signed = signed_by_leader(&base);
    let update = String::from_utf8_lossy(&signed[base.len()..]).into_owned();
    for written in [
        "[-0.0 +.50 595.303937007874 841.889763779528]",
        "1.00000000001",
        "(a\\(b)",
        "/A#20b",
        "0000",
        "123456789012345678",
    ] {
        assert!(update.contains(written), "{written} in {update}");
    }
    // So the leader's signature holds when the organ signs the same page.
    let key = key("organ.p12");
    let issued = sign(&signed, &order(number, &[]), &*key, key.issuers(), None).expect("a number");
    let report = verify(&issued, &Settings::default()).expect("a file");
    assert!(!report.failed(), "{leader:?} {report:?}");
}

/// Only what pages draw is bounded by its brackets: tables of glyphs, profiles and fonts hold any bytes.
#[test]
fn pages_are_read_whatever_bytes_lie_beside_them() {
    let brackets = "(".repeat(500);
    let table = format!("<</Length 500>>\nstream\n{brackets}\nendstream");
    let font = "<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(A)/Ordering(B)/Supplement 0>>\
        /CIDToGIDMap 10 0 R>>";
    let mut all = objects("<</Type/Catalog/Pages 2 0 R>>");
    all.extend([&table, font]);
    assert_eq!(baocao_pdf::texts(&file(&all, "")).map(|texts| texts.len()), Ok(2));
    // The same as what a page draws is refused.
    let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents[8 0 R 10 0 R]/StructParents 0>>";
    all[2] = page;
    assert_eq!(baocao_pdf::texts(&file(&all, "")).map_err(|broken| broken.what), Err(What::TooMuch));
}

/// A list of annotations that two pages have in common: what is added to one page would stand on the other, too.
#[test]
fn nothing_is_written_that_breaks_a_signature() {
    let mut all = objects("<</Type/Catalog/Pages 2 0 R>>");
    all[2] = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 8 0 R/Annots 9 0 R>>";
    let base = file(&all, "");
    let key = key("organ.p12");
    let other = Place { page: 2, ..places()[1] };
    let first = sign(&base, &order(Place { rect: [0.0; 4], ..other }, &[]), &*key, key.issuers(), None);
    let first = first.expect("the first signature breaks none");
    let day = order(places()[2], &[]);
    assert_eq!(refused(sign(&first, &day, &*key, key.issuers(), None)), "ky-so/khong-ghi-duoc");
    assert_eq!(refused(add_fields(&first, &places()[2..3])), "ky-so/khong-ghi-duoc");
}

/// One byte after another is changed: whatever becomes of the file, nothing breaks.
#[test]
fn changed_bytes_break_nothing() {
    let base = packed();
    for at in (0..base.len()).step_by(7) {
        let mut changed = base.clone();
        changed[at] ^= 0x15;
        let _ = add_fields(&changed, &places());
    }
}
