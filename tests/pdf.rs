//! What is inside the PDF: the report, the metadata, the text.

use baocao::typeset::Standards;
use baocao::{Office, diagnostic::Finding};
use lopdf::{Dictionary, Document, Object};

const EXAMPLES: [&str; 4] = ["huyen-q3-2023.json", "so-6-thang-2024.json", "xa-q3-2023.json", "xa-q3-2026.json"];

fn example(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/examples/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn pdf(name: &str, standards: &Standards) -> (Vec<u8>, Vec<Finding>) {
    let mut findings = Vec::new();
    let bytes = Office::default().pdf(name, example(name), standards, &mut findings);
    (bytes.unwrap_or_else(|| panic!("{name}: {findings:?}")), findings)
}

fn catalog(document: &Document) -> &Dictionary {
    document.catalog().unwrap()
}

/// The file specifications of `/AF`, resolved.
fn attachments(document: &Document) -> Vec<&Dictionary> {
    let Ok(list) = catalog(document).get(b"AF") else { return Vec::new() };
    let list = document.dereference(list).unwrap().1.as_array().unwrap();
    list.iter().map(|one| document.dereference(one).unwrap().1.as_dict().unwrap()).collect()
}

#[test]
fn the_report_is_inside_byte_for_byte_as_the_source() {
    for name in EXAMPLES {
        let (bytes, findings) = pdf(name, &Standards::default());
        assert!(findings.is_empty(), "{name}: {findings:?}");
        let document = Document::load_mem(&bytes).unwrap();
        let [file] = attachments(&document)[..] else { panic!("{name}: one attachment") };
        assert_eq!(file.get(b"AFRelationship").unwrap().as_name().unwrap(), b"Source");
        assert_eq!(file.get(b"F").unwrap().as_str().unwrap(), name.as_bytes());
        let stream = file.get(b"EF").unwrap().as_dict().unwrap().get(b"F").unwrap();
        let stream = document.dereference(stream).unwrap().1.as_stream().unwrap();
        assert_eq!(stream.dict.get(b"Subtype").unwrap().as_name().unwrap(), b"application/json");
        let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
        assert_eq!(content, example(name), "{name}");
    }
}

#[test]
fn standards_without_attachments_get_none() {
    let (bytes, _) = pdf("xa-q3-2026.json", &"a-2a,ua-1".parse().unwrap());
    let document = Document::load_mem(&bytes).unwrap();
    assert!(attachments(&document).is_empty());
}

#[test]
fn metadata_speak_of_the_document() {
    let (bytes, _) = pdf("so-6-thang-2024.json", &Standards::default());
    let document = Document::load_mem(&bytes).unwrap();
    assert_eq!(catalog(&document).get(b"Lang").unwrap().as_str().unwrap(), b"vi-VN");
    let metadata = document.dereference(catalog(&document).get(b"Metadata").unwrap()).unwrap().1;
    let xmp = String::from_utf8(metadata.as_stream().unwrap().content.clone()).unwrap();
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
    let document = Document::load_mem(&bytes).unwrap();
    let mut kinds = std::collections::BTreeMap::<String, usize>::new();
    for object in document.objects.values() {
        if let Object::Dictionary(dictionary) = object
            && let Ok(kind) = dictionary.get(b"S").and_then(Object::as_name)
            && dictionary.has(b"P")
        {
            *kinds.entry(String::from_utf8_lossy(kind).into_owned()).or_default() += 1;
        }
    }
    for (kind, least) in [("H1", 6), ("H2", 10), ("H3", 20), ("Table", 10), ("TH", 40), ("TD", 500), ("Note", 7)] {
        assert!(kinds.get(kind).copied().unwrap_or(0) >= least, "{kind}: {kinds:?}");
    }
}

/// The text that a figure of the structure says to those who cannot see it.
#[test]
fn a_chart_in_the_narrative_says_its_figures() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let name = "huyen-bang-tu-do.json";
    let office = Office::default();
    let composed = office.compose(name, example(name), &folder, &mut Vec::new()).unwrap();
    let in_body = |block: &baocao::document::Block| matches!(block, baocao::document::Block::Chart(_));
    assert_eq!(composed.document.body.iter().filter(|block| in_body(block)).count(), 1);
    let pages = office.pages(&composed, true, &mut Vec::new()).unwrap();
    let bytes = baocao::typeset::pdf(&pages, &Standards::default(), &mut Vec::new()).unwrap();
    let document = Document::load_mem(&bytes).unwrap();
    let said = document.objects.values().filter_map(|object| {
        let alt = object.as_dict().ok()?.get(b"Alt").ok()?;
        lopdf::decode_text_string(alt).ok()
    });
    let said: Vec<String> = said.collect();
    let wanted = "Kế hoạch: 34 nhiệm vụ; Đã hoàn thành: 19 nhiệm vụ.";
    assert!(said.iter().any(|alt| alt.ends_with(wanted)), "{said:?}");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let (first, _) = pdf("huyen-q3-2023.json", &Standards::default());
    baocao::typeset::forget();
    let (second, _) = pdf("huyen-q3-2023.json", &Standards::default());
    assert!(first == second);
}
