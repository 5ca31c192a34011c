//! A tagged PDF of two pages, in both kinds of files, keys, and what the tests look at of a signed file.

use baocao_core::diagnostic::Finding;
use baocao_pdf::{Mark, Place};
use baocao_sign::verify::Settings;
use baocao_sign::{Authority, Certificate, Key, Order, SubFilter, Waiting, open, opened, read_time};
use lopdf::{Dictionary, Document, Object};

/// A PDF of objects, with a table of places as the typesetter writes it.
pub fn file(objects: &[&str], trailer: &str) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n%\x80\x80\x80\x80\n".to_vec();
    let mut places = Vec::new();
    for (number, body) in (1..).zip(objects) {
        places.push(out.len());
        out.extend_from_slice(format!("{number} 0 obj\n{body}\nendobj\n").as_bytes());
    }
    let start = out.len();
    out.extend_from_slice(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).as_bytes());
    places.iter().for_each(|place| out.extend_from_slice(format!("{place:010} 00000 n \n").as_bytes()));
    let size = objects.len() + 1;
    out.extend_from_slice(
        format!("trailer\n<</Root 1 0 R/Size {size} {trailer}>>\nstartxref\n{start}\n%%EOF").as_bytes(),
    );
    out
}

const CATALOG: &str = "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 5 0 R/MarkInfo<</Marked true>>>>";

/// The objects of the tagged PDF.
pub fn objects(catalog: &str) -> Vec<&str> {
    vec![
        catalog,
        "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 8 0 R/StructParents 0>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 8 0 R/StructParents 1/Annots 9 0 R>>",
        "<</Type/StructTreeRoot/K[6 0 R]/ParentTree<</Nums[0 [7 0 R] 1 [7 0 R]]>>/ParentTreeNextKey 2>>",
        "<</Type/StructElem/S/Document/P 5 0 R/K[7 0 R]>>",
        "<</Type/StructElem/S/P/P 6 0 R/Pg 3 0 R/K 0>>",
        "<</Length 29>>\nstream\n/P <</MCID 0>> BDC\n0 0 m\nEMC\n\nendstream",
        "[]",
    ]
}

const ID: &str = "/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]";

/// The tagged PDF, its objects one by one.
pub fn plain() -> Vec<u8> {
    file(&objects(CATALOG), ID)
}

/// The same with its objects in compressed streams.
pub fn packed() -> Vec<u8> {
    baocao_pdf::packed(&plain(), "").expect("a file of the typesetter's shape")
}

/// Both.
pub fn both() -> [Vec<u8>; 2] {
    [plain(), packed()]
}

/// Four places on the first page.
pub fn places() -> [Place; 4] {
    let place = |mark, rect| Place { mark, signer: 1, page: 1, rect };
    [
        place(Mark::Leader, [300.0, 60.0, 500.0, 170.0]),
        place(Mark::Number, [120.0, 700.0, 160.0, 720.0]),
        place(Mark::Day, [400.0, 700.0, 426.0, 720.0]),
        place(Mark::Seal, [250.0, 60.0, 352.0, 162.0]),
    ]
}

/// A file of the tests' keys.
pub fn key_file(name: &str) -> Vec<u8> {
    baocao_testing::bytes(&format!("crates/sign/tests/keys/{name}"))
}

/// A key of the tests.
pub fn key(name: &str) -> Box<dyn Key> {
    open(&key_file(name), "baocao").expect("a key")
}

/// A PAdES signature at a place, certifying where it is the first of the leader.
pub fn order(place: Place, later: &[Place]) -> Order<'_> {
    Order {
        place,
        later,
        picture: None,
        time: read_time("2026-11-29T11:30:00+07:00").expect("a time"),
        certifies: place.mark == Mark::Leader,
        subfilter: SubFilter::Cades,
        hash: None,
        pss: false,
    }
}

/// Signed by the leader, with the fields of all places.
pub fn signed_by_leader(pdf: &[u8]) -> Vec<u8> {
    let (key, places) = (key("leader.p12"), places());
    sign(pdf, &order(places[0], &places), &*key, key.issuers(), None).expect("a signature")
}

/// A file as another program reads it.
pub fn read(pdf: &[u8]) -> Document {
    Document::load_mem(pdf).expect("a PDF")
}

/// An entry of a dictionary, behind its reference.
pub fn entry<'a>(document: &'a Document, dictionary: &'a Dictionary, key: &str) -> &'a Object {
    let found = dictionary.get(key.as_bytes()).unwrap_or_else(|_| panic!("no {key} in {dictionary:?}"));
    document.dereference(found).expect("an object").1
}

/// The field of a name.
pub fn field<'a>(document: &'a Document, name: &str) -> &'a Dictionary {
    let form = entry(document, document.catalog().expect("a catalogue"), "AcroForm").as_dict().expect("a form");
    let fields = entry(document, form, "Fields").as_array().expect("fields");
    let all = fields.iter().map(|one| document.dereference(one).expect("a field").1.as_dict().expect("a field"));
    let mut named = all.filter(|field| entry(document, field, "T").as_str().expect("a name") == name.as_bytes());
    let found = named.next().unwrap_or_else(|| panic!("no field {name}"));
    assert!(named.next().is_none(), "two fields {name}");
    found
}

/// The parts of a signature: the bytes that it signs, and its CMS.
pub fn signature(pdf: &[u8], name: &str) -> (Vec<u8>, Vec<u8>) {
    let document = read(pdf);
    let value = entry(&document, field(&document, name), "V").as_dict().expect("a signature");
    let ranges = entry(&document, value, "ByteRange").as_array().expect("ranges");
    let range: Vec<usize> = ranges.iter().map(|one| one.as_i64().expect("a number") as usize).collect();
    assert_eq!(range[0], 0);
    assert_eq!((pdf[range[1]], pdf[range[2] - 1]), (b'<', b'>'), "all but the room is signed");
    let signed = [&pdf[..range[1]], &pdf[range[2]..range[2] + range[3]]].concat();
    let contents = entry(&document, value, "Contents").as_str().expect("contents");
    // What stands behind the CMS is room that was left.
    let length = match contents[1] {
        0x82 => 4 + usize::from(contents[2]) * 256 + usize::from(contents[3]),
        other => panic!("{other}"),
    };
    assert!(contents[length..].iter().all(|byte| *byte == 0));
    (signed, contents[..length].to_vec())
}

/// The id of what is refused.
pub fn refused<T>(result: Result<T, baocao_core::diagnostic::Finding>) -> &'static str {
    match result {
        Ok(_) => "nothing",
        Err(finding) => finding.id.as_str(),
    }
}

/// Each call with the bytes of a file of its own.
pub fn sign(
    pdf: &[u8],
    order: &Order<'_>,
    key: &dyn Key,
    issuers: &[Certificate],
    authority: Option<Authority<'_>>,
) -> Result<Vec<u8>, Finding> {
    baocao_sign::sign(&opened(pdf)?, order, key, issuers, authority)
}

pub fn prepare(pdf: &[u8], order: &Order<'_>, certificate: &Certificate) -> Result<Waiting, Finding> {
    baocao_sign::prepare(&opened(pdf)?, order, certificate)
}

pub fn check_mark(pdf: &[u8], place: &Place, all: &[Place]) -> Result<(), Finding> {
    baocao_sign::check_mark(&opened(pdf)?, place, all)
}

pub fn check_earlier(pdf: &[u8], settings: &Settings) -> Result<(), Finding> {
    baocao_sign::check_earlier(&opened(pdf)?, settings)
}

pub fn field_places(pdf: &[u8]) -> Result<Vec<Place>, Finding> {
    baocao_sign::field_places(&opened(pdf)?)
}
