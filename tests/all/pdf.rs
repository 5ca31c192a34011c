//! What is inside the PDF: the report, the metadata, the text; what standards it can meet, and in which fonts.

use baocao::{Finding, Folder, Fonts, Limits, Office, ReportFile, Standards, Uploads};
use baocao_core::document::Letters;
use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as Text};
use proptest::prelude::*;
use proptest::sample::Index;

const EXAMPLES: [&str; 4] = ["huyen-q3-2023.json", "so-6-thang-2024.json", "xa-q3-2023.json", "xa-q3-2026.json"];

fn examples() -> Folder {
    Folder::new(concat!(env!("CARGO_MANIFEST_DIR"), "/examples"))
}

fn example(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/examples/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn pdf(name: &str, standards: &Standards) -> (Vec<u8>, Vec<Finding>) {
    let (office, examples) = (Office::default(), examples());
    let outcome = office.pdf(ReportFile::open(&examples, name, office.limits()).unwrap(), standards);
    let findings = outcome.review.findings;
    (outcome.value.unwrap_or_else(|| panic!("{name}: {findings:?}")), findings)
}

fn read(bytes: Vec<u8>) -> Pdf {
    Pdf::new(bytes).unwrap()
}

fn catalog(pdf: &Pdf) -> Dict<'_> {
    pdf.xref().get(pdf.xref().root_id()).unwrap()
}

/// The file specifications of `/AF`.
fn attachments(pdf: &Pdf) -> Vec<Dict<'_>> {
    catalog(pdf).get::<Array<'_>>("AF").map_or(Vec::new(), |list| list.iter().collect())
}

/// The dictionaries of a document, those of the structure among them.
fn dictionaries(pdf: &Pdf) -> impl Iterator<Item = Dict<'_>> {
    pdf.objects().into_iter().filter_map(Object::into_dict)
}

/// A text string: UTF-16 with its mark, or letters of ASCII.
fn text(text: &Text<'_>) -> String {
    match text.as_bytes() {
        [0xfe, 0xff, units @ ..] => {
            let units: Vec<u16> = units.chunks_exact(2).map(|unit| u16::from_be_bytes([unit[0], unit[1]])).collect();
            String::from_utf16(&units).unwrap()
        }
        ascii => String::from_utf8(ascii.to_vec()).unwrap(),
    }
}

/// What stands in no stream took more than half of the file.
#[test]
fn small_objects_stand_in_compressed_streams() {
    let (longest, _) = pdf("huyen-q3-2023.json", &Standards::default());
    assert!(longest.len() <= 220_000, "{} bytes", longest.len());
    assert!(!longest.windows(11).any(|window| window == b"/StructElem"));
    // PDF 1.4 does not know such streams.
    let (old, _) = pdf("xa-q3-2026.json", &Standards::new(&["a-1b"]).unwrap());
    assert!(old.starts_with(b"%PDF-1.4") && old.windows(5).any(|window| window == b"\nxref"));
}

#[test]
fn every_name_is_a_standard() {
    for name in Standards::NAMES {
        assert!(Standards::new(&[name]).is_ok(), "{name}");
    }
    assert!(Standards::new(&["a-9"]).is_err());
    assert!(Standards::new(&["a-2b", "a-3b"]).is_err());
    assert!(Standards::default().allow_attachment());
    assert!(!"a-2b".parse::<Standards>().unwrap().allow_attachment());
}

#[test]
fn every_vietnamese_letter_is_in_the_fonts() {
    let fonts = Fonts::built_in();
    assert_eq!(fonts.families(), ["Liberation Serif"]);
    let letters = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";
    for letter in letters.chars().chain(letters.to_uppercase().chars()) {
        assert!(fonts.has(letter), "{letter}");
    }
    assert!(!fonts.has('漢'));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A damaged font is read or told.
    #[test]
    fn damaged_fonts_are_read_or_told(
        at_start in prop::collection::vec((0..2_000_usize, any::<u8>()), 0..12),
        anywhere in prop::collection::vec((any::<Index>(), any::<u8>()), 0..12),
        end in prop::option::of(any::<Index>()),
    ) {
        let mut bytes = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/LiberationSerif-Regular.ttf")).unwrap();
        at_start.iter().for_each(|(at, byte)| bytes[*at] = *byte);
        let length = bytes.len();
        anywhere.iter().for_each(|(at, byte)| bytes[at.index(length)] = *byte);
        bytes.truncate(end.map_or(length, |end| end.index(length)));
        for name in ["a.ttf", "a.ttc"] {
            let mut folder = Uploads::default();
            folder.insert(name, bytes.clone()).unwrap();
            match Fonts::built_in().with_shelf(&folder, &Limits::default()) {
                Ok(fonts) => prop_assert!(!fonts.has('漢') && !fonts.families().is_empty()),
                Err(finding) => prop_assert!(finding.id.to_string().starts_with("tep/"), "{}", finding.id),
            }
        }
    }
}

#[test]
fn a_font_on_which_its_reader_breaks_is_told() {
    // A collection whose only font begins behind the largest offset there is.
    let mut bytes = b"ttcf\0\x01\0\0\0\0\0\x01\xff\xff\xff\xff".to_vec();
    bytes.resize(64, 0);
    let mut folder = Uploads::default();
    folder.insert("a.ttc", bytes).unwrap();
    let Err(told) = Fonts::built_in().with_shelf(&folder, &Limits::default()) else { panic!("it is no font") };
    assert_eq!(
        (told.id.to_string().as_str(), told.message.vi.as_str()),
        ("tep/khong-phai-phong", "a.ttc không phải tệp phông chữ")
    );
}

#[test]
fn the_report_is_inside_byte_for_byte_as_the_source() {
    for name in EXAMPLES {
        let (bytes, findings) = pdf(name, &Standards::default());
        assert!(findings.is_empty(), "{name}: {findings:?}");
        let pdf = read(bytes);
        let mut files = attachments(&pdf);
        files.retain(|file| text(&file.get("F").unwrap()) != "nguon-goc.json");
        let [file] = &files[..] else { panic!("{name}: the report and the record") };
        assert_eq!(file.get::<Name<'_>>("AFRelationship").unwrap().as_str(), "Source");
        assert_eq!(text(&file.get("F").unwrap()), name);
        let stream: Stream<'_> = file.get::<Dict<'_>>("EF").unwrap().get("F").unwrap();
        assert_eq!(stream.dict().get::<Name<'_>>("Subtype").unwrap().as_str(), "application/json");
        assert_eq!(*stream.decoded().unwrap(), example(name), "{name}");
    }
}

#[test]
fn standards_without_attachments_get_none() {
    let (bytes, _) = pdf("xa-q3-2026.json", &"a-2a,ua-1".parse().unwrap());
    assert!(attachments(&read(bytes)).is_empty());
}

#[test]
fn metadata_speak_of_the_document() {
    let (bytes, _) = pdf("so-6-thang-2024.json", &Standards::default());
    let pdf = read(bytes);
    assert_eq!(text(&catalog(&pdf).get("Lang").unwrap()), "vi-VN");
    let metadata: Stream<'_> = catalog(&pdf).get("Metadata").unwrap();
    let xmp = String::from_utf8(metadata.decoded().unwrap().into_owned()).unwrap();
    let report: serde_json::Value = serde_json::from_slice(&example("so-6-thang-2024.json")).unwrap();
    let subject = report["document"]["subject"].as_str().unwrap();
    for part in [
        format!("Báo cáo: {subject}"),
        "SỞ KẾ HOẠCH VÀ ĐẦU TƯ".to_owned(),
        "<xmp:CreateDate>2024-06-11".to_owned(),
        "1986/BC-SKHĐT".to_owned(),
        "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>"
            .to_owned(),
    ] {
        assert!(xmp.contains(&part), "{part}\n{xmp}");
    }
}

#[test]
fn the_date_of_a_draft_is_the_end_of_its_period() {
    let (bytes, _) = pdf("huyen-q3-2023.json", &Standards::default());
    let text = String::from_utf8_lossy(&bytes).into_owned();
    assert!(text.contains("<xmp:CreateDate>2023-09-14"), "the example's period ends on 14/9/2023");
}

#[test]
fn the_structure_has_headings_tables_and_notes() {
    let (bytes, _) = pdf("huyen-q3-2023.json", &Standards::default());
    let pdf = read(bytes);
    let mut kinds = std::collections::BTreeMap::<String, usize>::new();
    for dictionary in dictionaries(&pdf).filter(|dictionary| dictionary.contains_key("P")) {
        if let Some(kind) = dictionary.get::<Name<'_>>("S") {
            *kinds.entry(kind.as_str().to_owned()).or_default() += 1;
        }
    }
    for (kind, least) in [("H1", 6), ("H2", 10), ("H3", 20), ("Table", 10), ("TH", 40), ("TD", 500), ("Note", 7)] {
        assert!(kinds.get(kind).copied().unwrap_or(0) >= least, "{kind}: {kinds:?}");
    }
}

/// The text that a figure of the structure says to those who cannot see it.
#[test]
fn a_chart_in_the_narrative_says_its_figures() {
    let (office, examples) = (Office::default(), examples());
    let report = ReportFile::open(&examples, "huyen-bang-tu-do.json", office.limits()).unwrap();
    let composed = office.compose(report).value.unwrap();
    let in_body = |block: &baocao_core::document::Block| matches!(block, baocao_core::document::Block::Chart(_));
    assert_eq!(composed.document.body.iter().filter(|block| in_body(block)).count(), 1);
    let bytes = office
        .pages(&composed, Some(&Standards::default()))
        .and_then(|pages| office.print(&pages, &Standards::default()));
    let pdf = read(bytes.value.unwrap());
    let said: Vec<String> = dictionaries(&pdf).filter_map(|dictionary| Some(text(&dictionary.get("Alt")?))).collect();
    let wanted = "Kế hoạch: 34 nhiệm vụ; Đã hoàn thành: 19 nhiệm vụ.";
    assert!(said.iter().any(|alt| alt.ends_with(wanted)), "{said:?}");
}

/// A picture is a figure with its words and goes into the PDF as a file too; raised and lowered letters are copied in their words,
/// and what the PDF says of itself has none of their marks.
#[test]
fn a_picture_says_its_words_and_is_attached() {
    let (bytes, _) = pdf("bao-cao-moi-truong.json", &Standards::default());
    let (again, _) = pdf("bao-cao-moi-truong.json", &Standards::default());
    assert!(bytes == again, "not the same bytes");
    let sources = baocao::sources::Sources::read("a.pdf", &bytes).unwrap();
    let picture = std::fs::read(format!("{}/examples/anh/so-do-lay-mau.png", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let file = sources.files.iter().find(|file| file.name == "so-do-lay-mau.png").unwrap();
    assert!(file.bytes == picture);
    assert!(sources.rebuild(&Office::default(), &bytes).into_result().unwrap().same);
    let pages = baocao_pdf::texts(&bytes).unwrap();
    let words: String = pages.concat().split_whitespace().collect();
    for said in ["amoni (NH4+) trong", "46 km2,", "1,2 m3/s.", "(H2SO4) ở pH", "10-2 mg/l.", "Hình 1. Các vị trí"]
    {
        assert!(words.contains(&said.replace(' ', "")), "{said}: {words}");
    }
    assert!(!words.contains(['{', '}', '^']), "{words}");
    let raw = String::from_utf8_lossy(&bytes).into_owned();
    assert!(raw.contains("NH4⁺") && !raw.contains("<dc:title>NH_{4}"), "what it says of itself");
    let read = read(bytes);
    let of_figures: Vec<String> = dictionaries(&read)
        .filter(|dictionary| dictionary.get::<Name<'_>>("S").is_some_and(|kind| kind.as_str() == "Figure"))
        .filter_map(|dictionary| Some(text(&dictionary.get("Alt")?)))
        .collect();
    let [words] = &of_figures[..] else { panic!("{of_figures:?}") };
    assert!(words.starts_with("Sơ đồ suối Nậm Lả chảy từ trái sang phải"), "{words}");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let (first, _) = pdf("huyen-q3-2023.json", &Standards::default());
    // The office of the first is gone, and what its typesetter remembered with it.
    let (second, _) = pdf("huyen-q3-2023.json", &Standards::default());
    assert!(first == second);
}
