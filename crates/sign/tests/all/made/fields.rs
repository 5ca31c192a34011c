//! Fields: tagged, with a picture, in the form of the document.

use baocao_pdf::{Mark, Place};
use baocao_sign::add_fields;
use lopdf::{Dictionary, Document, Object};

use super::sample::{both, entry, field, field_places, file, objects, places, read, refused, signed_by_leader};

#[test]
fn each_field_is_where_it_shall_be() {
    for base in both() {
        let with_fields = add_fields(&base, &places()).expect("fields");
        assert!(with_fields.starts_with(&base));
        assert_eq!(field_places(&with_fields), Ok(places().to_vec()));
        let document = read(&with_fields);
        let form = entry(&document, document.catalog().expect("a catalogue"), "AcroForm").as_dict().expect("a form");
        assert_eq!(entry(&document, form, "SigFlags"), &Object::Integer(3));
        for place in places() {
            check(&document, field(&document, &place.field()));
        }
    }
}

/// What PDF/A and PDF/UA ask of a field.
fn check(document: &Document, field: &Dictionary) {
    assert_eq!(entry(document, field, "F"), &Object::Integer(132));
    assert!(entry(document, field, "TU").as_str().is_ok_and(|text| text.len() > 10));
    let pictures = entry(document, field, "AP").as_dict().expect("pictures");
    assert!(entry(document, pictures, "N").as_stream().is_ok());
    let page = entry(document, field, "P").as_dict().expect("a page");
    assert_eq!(entry(document, page, "Tabs").as_name().expect("a name"), b"S");
    // The tree of parents leads from the field to its element, and the element back to the field.
    let key = entry(document, field, "StructParent").as_i64().expect("a key");
    let root = entry(document, document.catalog().expect("a catalogue"), "StructTreeRoot").as_dict().expect("a root");
    assert!(entry(document, root, "ParentTreeNextKey").as_i64().expect("a key") > key);
    let parents = entry(document, root, "ParentTree").as_dict().expect("a tree");
    let numbers = entry(document, parents, "Nums").as_array().expect("leaves");
    let pair = numbers.chunks(2).find(|pair| pair[0] == Object::Integer(key)).expect("the key");
    let element = document.dereference(&pair[1]).expect("an element").1.as_dict().expect("an element");
    assert_eq!(entry(document, element, "S").as_name().expect("a name"), b"Form");
    let kid = entry(document, element, "K").as_dict().expect("a kid");
    assert_eq!(entry(document, kid, "Obj").as_dict().expect("a field"), field);
    let parent = entry(document, element, "P").as_dict().expect("a parent");
    assert_eq!(entry(document, parent, "S").as_name().expect("a name"), b"Document");
    assert!(entry(document, parent, "K").as_array().expect("kids").contains(&pair[1]));
}

#[test]
fn fields_that_are_there_stay() {
    for base in both() {
        let once = add_fields(&base, &places()).expect("fields");
        assert_eq!(add_fields(&once, &places()), Ok(once.clone()));
        let signed = signed_by_leader(&base);
        assert_eq!(add_fields(&signed, &places()), Ok(signed.clone()), "a certification adds those of the others");
    }
}

#[test]
fn places_are_counted_from_the_corner_that_is_shown() {
    let mut all = objects("<</Type/Catalog/Pages 2 0 R>>");
    all[1] = "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/CropBox[10 20 560 800]>>";
    let with_fields = add_fields(&file(&all, ""), &places()).expect("fields");
    assert_eq!(field_places(&with_fields), Ok(places().to_vec()));
    let document = read(&with_fields);
    let rect = entry(&document, field(&document, "leader-1"), "Rect").as_array().expect("a rectangle");
    assert_eq!(
        rect.iter().map(|side| side.as_float().expect("a number")).collect::<Vec<_>>(),
        [310.0, 80.0, 510.0, 190.0]
    );
}

#[test]
fn places_on_a_turned_page_are_counted_as_it_is_seen() {
    let pages = [
        ("<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/Rotate 90>>", [842.0 - 170.0, 300.0, 842.0 - 60.0, 500.0]),
        ("<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/Rotate 180>>", [342.0, 842.0 - 170.0, 542.0, 842.0 - 60.0]),
        ("<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/Rotate -90>>", [60.0, 842.0 - 500.0, 170.0, 842.0 - 300.0]),
    ];
    for (pages, expected) in pages {
        let mut all = objects("<</Type/Catalog/Pages 2 0 R>>");
        all[1] = pages;
        all[2] = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 842]/Contents 8 0 R>>";
        let with_fields = add_fields(&file(&all, ""), &places()).expect("fields");
        assert_eq!(field_places(&with_fields), Ok(places().to_vec()));
        let document = read(&with_fields);
        let field = field(&document, "leader-1");
        let rect = entry(&document, field, "Rect").as_array().expect("a rectangle");
        let rect: Vec<f32> = rect.iter().map(|side| side.as_float().expect("a number")).collect();
        assert_eq!(rect, expected);
        let pictures = entry(&document, field, "AP").as_dict().expect("pictures");
        assert!(entry(&document, pictures, "N").as_stream().expect("a picture").dict.has(b"Matrix"));
    }
}

#[test]
fn a_list_of_annotations_of_its_own_is_added_to() {
    let second = Place { page: 2, ..places()[0] };
    for base in both() {
        let document = read(&add_fields(&base, &[second]).expect("a field"));
        let list = document.get_object((9, 0)).and_then(Object::as_array).expect("the list");
        assert_eq!(list.len(), 1);
        check(&document, field(&document, "leader-1"));
    }
}

#[test]
fn a_tree_of_parents_with_leaves_gets_one_more() {
    let mut all = objects("<</Type/Catalog/Pages 2 0 R/StructTreeRoot 5 0 R/AcroForm<</Fields 9 0 R>>>>");
    all[4] = "<</Type/StructTreeRoot/K 6 0 R/ParentTree 10 0 R>>";
    all.push("<</Kids[<</Limits[0 7]/Nums[0 [7 0 R] 7 [7 0 R]]>>]>>");
    let document = read(&add_fields(&file(&all, ""), &places()[..1]).expect("a field"));
    let leaves =
        document.get_dictionary((10, 0)).expect("a tree").get(b"Kids").and_then(Object::as_array).expect("leaves");
    let last = document.dereference(&leaves[1]).expect("a leaf").1.as_dict().expect("a leaf");
    assert_eq!(entry(&document, last, "Limits").as_array().expect("limits")[..], [8.into(), 8.into()]);
    assert_eq!(entry(&document, field(&document, "leader-1"), "StructParent"), &Object::Integer(8));
}

#[test]
fn a_document_without_tags_gets_none() {
    let base = file(&objects("<</Type/Catalog/Pages 2 0 R>>"), "");
    let document = read(&add_fields(&base, &places()).expect("fields"));
    assert!(!field(&document, "seal-1").has(b"StructParent"));
}

#[test]
fn places_that_are_none_are_refused() {
    let base = super::sample::plain();
    let add = |page, rect| refused(add_fields(&base, &[Place { mark: Mark::Day, signer: 1, page, rect }]));
    assert_eq!(add(0, [0.0, 0.0, 1.0, 1.0]), "ky-so/khong-ro-cho");
    assert_eq!(add(3, [0.0, 0.0, 1.0, 1.0]), "ky-so/khong-ro-cho");
    assert_eq!(add(1, [10.0, 0.0, 1.0, 1.0]), "ky-so/khong-ro-cho");
    assert_eq!(add(1, [0.0, 0.0, f64::NAN, 1.0]), "ky-so/khong-ro-cho");
    assert_eq!(add(1, [1000.0, 1000.0, 1100.0, 1100.0]), "ky-so/khong-ro-cho", "off the page");
    assert_eq!(add(1, [-50.0, 10.0, 40.0, 40.0]), "ky-so/khong-ro-cho", "partly off the page");
    assert_eq!(add(2, [0.0, 0.0, 1.0, 1.0]), "nothing");
}
