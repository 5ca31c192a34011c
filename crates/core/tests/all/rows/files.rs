//! What a file is, and its letters.

use baocao_core::limits::Limits;
use baocao_core::rows::{Book, Given};
use serde_json::json;
use unicode_normalization::UnicodeNormalization;

use super::{book, read, shown};
use crate::common::ids;

#[test]
fn what_a_file_is_is_seen_by_its_content() {
    let kinds = [
        ("a;b\n1;2", 1),
        ("[{\"a\": 1}]", 1),
        ("{\"a\": 1}\n{\"a\": 2}", 1),
        ("<html><body><table><tr><td>a</table></body>", 1),
        ("", 1),
    ];
    for (text, sheets) in kinds {
        assert_eq!(read(text).0.map(|book| book.sheets.len()), Some(sheets), "{text}");
    }
    for (bytes, id) in [
        (b"%PDF-1.7".as_slice(), "du-lieu/loai-tep-la"),
        (b"PK\x03\x04 cut off", "du-lieu/bang-tinh-hong"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "du-lieu/bang-tinh-hong"),
        (b"a;b\n\xFF\x81;\x8D", "dau-vao/khong-phai-utf8"),
    ] {
        let (book, findings) = read(bytes);
        assert!(book.is_none());
        assert_eq!(ids(&findings), [id]);
        assert!(findings[0].place.is_some());
    }
}

#[test]
fn too_much_is_refused() {
    let mut limits = Limits::default();
    limits.cells = 10;
    let mut findings = Vec::new();
    for text in ["a;b;c\n1;2;3\n1;2;3\n1;2;3\n", "[{\"a\":1,\"b\":2,\"c\":3,\"d\":4},{\"e\":1},{\"f\":1}]"] {
        assert!(Book::read("tep", text.as_bytes(), &limits, &mut findings).is_none());
    }
    assert_eq!(ids(&findings), ["du-lieu/qua-nhieu-o", "du-lieu/qua-nhieu-o"]);
}

#[test]
fn endless_rows_and_columns_are_refused() {
    let mut limits = Limits::default();
    limits.report_bytes = 64 << 20;
    limits.cells = 400_000_000;
    let keys: String = (0..20_000).map(|key| format!("{{\"k{key}\":1}}\n")).collect();
    let cell = |bytes: usize| "x".repeat(bytes);
    for (text, message, expected) in [
        ("a;".repeat(20_000), "tệp có quá nhiều dữ liệu", "không quá 16384 cột"),
        (keys, "tệp có quá nhiều dữ liệu", "không quá 16384 cột"),
        (format!("a;b\n1;{}\n", cell(17 << 20)), "dòng 2 quá dài", "không quá 16 MB một dòng"),
        (format!("a;b\n1;{}\n", cell(40 << 20)), "dòng 2 quá dài", "không quá 16 MB một dòng"),
        (format!("{{\"a\":1}}\n{{\"a\":\"{}\"}}\n", cell(17 << 20)), "dòng 2 quá dài", "không quá 16 MB một dòng"),
    ] {
        let mut findings = Vec::new();
        assert!(Book::read("tep", text.as_bytes(), &limits, &mut findings).is_none());
        let told =
            findings.iter().map(|one| (one.message.vi.as_str(), one.expected.as_ref().map(|one| one.vi.as_str())));
        assert_eq!(told.collect::<Vec<_>>(), [(message, Some(expected))]);
    }
}

/// What is called a workbook and is no archive any more is told as a workbook, not as a text.
#[test]
fn a_damaged_workbook_is_no_text() {
    let mut findings = Vec::new();
    assert!(Book::read("quy-3.XLSX", b"QK\x03\x04\xff\x81\x8d", &Limits::default(), &mut findings).is_none());
    assert_eq!(ids(&findings), ["du-lieu/bang-tinh-hong"]);
}

#[test]
fn encodings_are_told_apart_by_their_bytes() {
    const WORDS: &str = "Đơn vị;Tiếp nhận\nXã Cẩm Sơn;Đã giải quyết\n";
    const CELLS: &str = "Đơn vị|Tiếp nhận\nXã Cẩm Sơn|Đã giải quyết";
    let text = |bytes: &[u8]| read(bytes).0.map(|book| shown(&book.sheets[0]).join("\n"));
    let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    let wide: Vec<u8> = WORDS.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = WORDS.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let decomposed: String = WORDS.nfd().collect();
    for bytes in [
        WORDS.as_bytes(),
        &marked(b"\xEF\xBB\xBF", WORDS.as_bytes()),
        &wide,
        &big,
        &marked(b"\xFE\xFF", &big),
        decomposed.as_bytes(),
    ] {
        assert_eq!(text(bytes).as_deref(), Some(CELLS));
    }
    // Windows-1258: marks follow their letters.
    assert_eq!(text(b"\xD0\xF4ng; Ti\xEA\xECp nh\xE2\xF2n; S\xF5n").as_deref(), Some("Đông|Tiếp nhận|Sơn"));
    assert_eq!(text(b"\xFFabc \x81\x8D"), None);
}

#[test]
fn pages_say_their_encoding_in_many_ways() {
    const ROW: &[u8] = b"<table><tr><td>z\xB1b</table>";
    for said in [
        "<meta charset='iso-8859-2'>",
        "<meta charset=\"latin2\"/>",
        "<META http-equiv=\"Content-Type\" content=\"text/html; charset=ISO-8859-2\">",
    ] {
        assert_eq!(shown(&book([said.as_bytes(), ROW].concat()).sheets[0]), ["ząb"], "{said}");
    }
    assert_eq!(ids(&read(ROW).1), ["dau-vao/khong-phai-utf8"]);
}

#[test]
fn bytes_of_old_fonts_are_the_letters_that_they_are_pasted_as() {
    // "ñy ban nh©n d©n x·" in bytes.
    let (book, findings) = read(b"\xF1y ban nh\xA9n d\xA9n x\xB7");
    let book = book.unwrap();
    assert_eq!(*book.sheets[0].cell(0, 0), Given::Text("ủy ban nhân dân xã".into()));
    assert_eq!(ids(&findings), ["du-lieu/bang-ma-cu"]);
}

#[test]
fn columns_of_an_old_encoding_are_converted_and_told_once() {
    for (name, rows) in [
        ("TCVN3", "Đơn vị;Số\nñy ban nh©n d©n x·;5\nPhßng kinh tÕ;7\n"),
        ("VNI", "Đơn vị;Số\nUûy ban nhaân daân xaõ;5\nPhoøng kinh teá;7\n"),
    ] {
        let (book, findings) = read(rows);
        let sheet = &book.unwrap().sheets[0];
        let [first, second] = [1, 2].map(|row| sheet.cell(row, 0).words().unwrap().to_lowercase());
        assert_eq!((first.as_str(), second.as_str()), ("ủy ban nhân dân xã", "phòng kinh tế"));
        assert_eq!(*sheet.cell(0, 0), Given::Text("Đơn vị".into()));
        assert_eq!(ids(&findings), ["du-lieu/bang-ma-cu"]);
        assert!(findings[0].message.en.contains(name), "{}", findings[0].message.en);
    }
    let (book, findings) = read("Tên;Số\nMüller;1\nSão Paulo;2\ncafé;3\n");
    assert_eq!(shown(&book.unwrap().sheets[0])[1..], ["Müller|1", "São Paulo|2", "café|3"]);
    assert!(findings.is_empty());
}

#[test]
fn markup_in_cells_is_read_as_what_it_means() {
    let cell = |text: &str| {
        let (book, findings) = read(json!([{ "a": text }]).to_string());
        assert!(findings.iter().all(|finding| finding.id.as_str() == "du-lieu/the-html"), "{findings:?}");
        let tag = findings.first().and_then(|finding| finding.found.clone()).unwrap_or_default();
        (book.unwrap().sheets[0].cell(1, 0).words().unwrap().to_owned(), tag)
    };
    let wanted = |text: &str, tag: &str| (text.to_owned(), tag.to_owned());
    assert_eq!(cell("Sửa mái che<br />ở bộ phận"), wanted("Sửa mái che\nở bộ phận", ""));
    assert_eq!(cell("<p>Đã xử l&yacute; &amp; báo lại</p>"), wanted("Đã xử lý & báo lại", "<p>"));
    assert_eq!(cell("t&ecirc;n&nbsp;gọi &#272;"), wanted("tên gọi Đ", ""));
    assert_eq!(cell("<B class='x'>đậm</B>"), wanted("đậm", "<B class='x'>"));
    for text in ["a < b & c", "dưới <18 tuổi>", "AT&T; R&D", "<Tên đơn vị>", "x & y; z"] {
        assert_eq!(cell(text), wanted(text, ""));
    }
}

/// What is certain of one column goes for the headers of the others.
#[test]
fn headers_are_in_the_encoding_of_their_file() {
    let text = "X\u{b7};V\u{a8}n b\u{b6}n;Qu\u{fd};Caf\u{e9}\nX\u{b7} T\u{a9}n B\u{d7}nh, Ph\u{ad}\u{ea}ng \u{a7}\u{ab}ng H\u{df}a;3;4;1\n";
    let bytes: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).expect("a byte")).collect();
    for file in [bytes, text.as_bytes().to_vec()] {
        assert_eq!(shown(&book(file).sheets[0])[0], "Xã|Văn bản|Quý|Café");
    }
}
