//! The texts that people wrote into a report, as rules see them.

use baocao_core::report::Slot;
use baocao_reading::{Mark, Passage, Shape, TextKind};

fn prose(raw: &str) -> Passage<'_> {
    Passage::new(Slot::section("danh-gia.uu-diem"), TextKind::Prose, raw)
}

#[test]
fn marks_are_taken_out_and_places_lead_back() {
    let passage = prose("(*trong đó: 10\u{a0}cán bộ*)[^1] số\\_1");
    assert_eq!(passage.text, "(trong đó: 10 cán bộ) số_1");
    for word in ["trong", "10 cán", "bộ", "số_1", "(trong"] {
        let at = passage.text.find(word).unwrap();
        let written = &passage.raw[passage.written(&(at..at + word.len()))];
        let words: String = written.replace('\u{a0}', " ").chars().filter(|c| !matches!(c, '*' | '\\')).collect();
        assert_eq!(words, word, "{written}");
    }
    assert_eq!(passage.marks(), [Mark { at: passage.text.find(" số").unwrap(), name: "1", opens: false }]);
    assert_eq!(prose("Như sau:\n\n![Tỷ lệ](bieu-do:a)\n\nHết!").text, "Như sau:\n\n\n\nHết!");
}

/// Raised digits are those that Unicode has; all places lead back to the bytes that were written, marks included.
#[test]
fn raised_and_lowered_letters_are_read_without_their_marks() {
    let raw = "Khu 25 m^{2}, thải CO_{2} 10^{6} tấn, SO_{4}^{2-} và *x*^{n}; m^2, y\\^{2}.";
    let passage = prose(raw);
    assert_eq!(passage.text, "Khu 25 m², thải CO2 10⁶ tấn, SO4²⁻ và xn; m^2, y^{2}.");
    for (word, written) in [
        ("m²", "m^{2}"),
        ("CO2", "CO_{2"),
        ("10⁶", "10^{6}"),
        ("10⁶ tấn", "10^{6} tấn"),
        ("SO4²⁻", "SO_{4}^{2-}"),
        ("²⁻ và", "2-} và"),
        (", thải", ", thải"),
        ("xn;", "x*^{n};"),
    ] {
        let at = passage.text.find(word).unwrap();
        assert_eq!(&raw[passage.written(&(at..at + word.len()))], written, "{word}");
    }
    let cell = Passage::new(Slot::parse("/tables/a/title").unwrap(), TextKind::Heading, "Diện tích (m^{2})");
    assert_eq!(cell.text, "Diện tích (m²)");
}

#[test]
fn what_a_picture_says_is_read_apart() {
    let raw =
        "Như sau:\n\n![Ba *điểm*, 5 m^{2}](anh/a.png)\n*Hình 1. Vị trí*\n\nHết.\n\n![Sơ đồ](b.png \"Hình 2. Bậc\")";
    let passage = prose(raw);
    assert_eq!(passage.text, "Như sau:\n\n\n\nHết.\n\n");
    let words = passage.words_of_pictures();
    let said: Vec<&str> = words.iter().map(|words| words.text.as_str()).collect();
    assert_eq!(said, ["Ba điểm, 5 m²", "Hình 1. Vị trí", "Sơ đồ", "Hình 2. Bậc"]);
    assert!(words.iter().all(|words| words.kind == TextKind::Cell && words.cell.is_none()));
    let at = words[1].text.find("Vị trí").unwrap();
    assert_eq!(&raw[words[1].written(&(at..at + "Vị trí".len()))], "Vị trí");
}

#[test]
fn a_mark_without_its_end_is_text() {
    assert_eq!(prose("ghi chú [^1 \n\nrồi ] hết").text, "ghi chú [^1 \n\nrồi ] hết");
}

#[test]
fn blocks_are_paragraphs_items_headings() {
    let passage = prose(
        "## Đầu\n\nMột dòng\nhai dòng.\n\n- mục một;\n- mục hai\n  nối tiếp.\n\na) điểm\n\n1. số\n\n**Đậm**\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\nHết[^x].\n\n[^x]: ghi chú\nnối.",
    );
    let blocks: Vec<(Shape, &str, bool)> =
        passage.blocks().iter().map(|b| (b.shape, &passage.text[b.range.clone()], b.emphasised)).collect();
    assert_eq!(
        blocks,
        [
            (Shape::Heading, "Đầu", false),
            (Shape::Paragraph, "Một dòng\nhai dòng.", false),
            (Shape::Item('-'), "mục một;", false),
            (Shape::Item('-'), "mục hai\n  nối tiếp.", false),
            (Shape::Item('a'), "điểm", false),
            (Shape::Item('1'), "số", false),
            (Shape::Paragraph, "Đậm", true),
            (Shape::Paragraph, "Hết.", false),
        ]
    );
}

#[test]
fn kinds_follow_the_slot() {
    let kind = |pointer| Slot::parse(pointer).and_then(|slot| TextKind::of(&slot));
    for pointer in ["/document/promulgation/place", "/document/signers/0/competence/1", "/document/recipients/0"] {
        assert_eq!(kind(pointer), Some(TextKind::Field), "{pointer}");
    }
    for pointer in [
        "/outline/0/sections/1/title",
        "/appendices/0/parts/1/heading",
        "/tables/a/title",
        "/tables/a/columns/0/title",
        "/charts/a/title",
    ] {
        assert_eq!(kind(pointer), Some(TextKind::Heading), "{pointer}");
    }
    for pointer in ["/sections/chi-dao.ke-hoach/add", "/outline/0/text", "/appendices/0/text"] {
        assert_eq!(kind(pointer), Some(TextKind::Prose), "{pointer}");
    }
    for pointer in [
        "/figures/a.b/note",
        "/tables/a/rows/0/cells/x",
        "/tables/a/total/label",
        "/charts/a/bars/0/label",
        "/charts/a/series/1",
    ] {
        assert_eq!(kind(pointer), Some(TextKind::Cell), "{pointer}");
    }
    for pointer in [
        "/document/promulgation/date",
        "/template",
        "/figures/a.b",
        "/figures/a.b/value",
        "/tables/a/unit",
        "/tables/a/data/file",
        "/tables/a/columns/0/id",
        "/checks/exemptions/0/at",
    ] {
        assert_eq!(kind(pointer), None, "{pointer}");
    }
}

#[test]
fn cells_of_tables_are_passages_with_their_places() {
    let raw = "Đầu | không:\r\n\r\n| A\u{a0}B | *C*[^1] |\r\n| --- | :-: |\r\n|  | x \\| y\\\\| thừa\n |1|\n\nGiữa\n\n|D|\n|-|\n\n[^1]: hết";
    let passage = prose(raw);
    assert_eq!(passage.text, "Đầu | không:\r\n\r\n|  |  |\r\n| --- | :-: |\r\n|  | | \n ||\n\nGiữa\n\n||\n|-|\n\nhết");
    let cells: Vec<_> = passage.cells();
    let seen: Vec<(usize, usize, usize, &str, &str)> = cells
        .iter()
        .map(|cell| {
            let at = cell.cell.unwrap();
            let written = &cell.raw[cell.written(&(0..cell.text.len()))];
            (at.table, at.row, at.column, cell.text.as_str(), written)
        })
        .collect();
    assert_eq!(
        seen,
        [
            (0, 0, 0, "A B", "A\u{a0}B"),
            (0, 0, 1, "C", "C"),
            (0, 1, 0, "", ""),
            (0, 1, 1, "x | y\\", "x \\| y\\\\"),
            (0, 1, 2, "thừa", "thừa"),
            (0, 2, 0, "1", "1"),
            (1, 0, 0, "D", "D"),
        ]
    );
    assert_eq!(cells[1].marks(), [Mark { at: 1, name: "1", opens: false }]);
    let end = passage.text.find("hết").unwrap();
    assert_eq!(&raw[passage.written(&(end..end + "hết".len()))], "hết");
    assert_eq!(
        cells.iter().map(|cell| (cell.kind, cell.slot.clone())).collect::<Vec<_>>(),
        vec![(TextKind::Cell, passage.slot.clone()); 7]
    );
}
