//! Files too large or too odd to be kept: made when their case runs.

use crate::common::project;

/// A file of a case: where it goes and what is in it.
type Made = (&'static str, Vec<u8>);

/// What makes it.
type Maker = fn() -> Made;

/// By the name of the case.
pub const FILES: [(&str, Maker); 18] = [
    ("image-cut-off", || ("chu-ky.png", png_header(40, 20))),
    ("image-too-wide", || ("chu-ky.png", png_header(20_000, 20))),
    ("picture-too-wide", || ("chu-ky.png", png_header(20_000, 20))),
    ("layout-too-old", || {
        let layout = std::fs::read_to_string(project("templates/layout/body.typ")).expect("the layout");
        assert_eq!(layout.matches("if it.kind == \"paragraph\" {").count(), 1);
        let older = layout.replace("if it.kind == \"paragraph\" {", "if it.kind == \"text\" {");
        ("templates/layout/body.typ", older.into_bytes())
    }),
    ("made-100000-rows", || ("so-lieu.csv", rows_of_csv(100_000))),
    ("made-100000-rows-in-report", || with_table(&COLUMNS.replace("@", &["[\"Thôn\", 1, 1]"; 100_000].join(",")))),
    ("made-16mb-rows", || ("so-lieu.csv", ["don-vi;tiep-nhan;dung-han\n", &"a;\n".repeat(5_000_000)].concat().into())),
    ("made-deep-formulas", || {
        let row = |at: usize| format!("{{\"id\":\"d{at}\",\"sum\":[\"d{}\"]}}", (at + 1) % 10_000);
        let rows: Vec<String> = (0..10_000).map(row).collect();
        with_table(&COLUMNS.replace("@", &rows.join(",\n")))
    }),
    ("made-deep-arrays", || ("report.json", nested("[", "]", 200_000, "").into_bytes())),
    ("made-deep-template", || {
        let text = nested("{{#if (known \"ho-so.tiep-nhan\")}}", "{{/if}}", 5_000, "sâu");
        ("templates/thu/xa-2024/sections/ket-qua.md.hbs", text.into_bytes())
    }),
    ("made-deep-valid", || {
        report("\"ho-so.tiep-nhan\": 40", &format!("\"ho-so.tiep-nhan\": {}", nested("[", "]", 100, "")))
    }),
    ("made-large-file", || ("report.json", vec![b' '; (16 << 20) + 1])),
    ("made-high-header", || {
        let header = "Tiêu đề dài. ".repeat(200);
        report("Đề nghị tập huấn về số hóa hồ sơ.", &format!("| Xã | {header} |\\n|---|---|\\n| Minh | 2 |"))
    }),
    ("made-long-text", || report("Đề nghị tập huấn", &"Đề nghị ".repeat((10 << 20) / "Đề nghị ".len()))),
    ("made-long-word", || report("Đề nghị tập huấn", &"a".repeat(100_000))),
    ("made-nested-bold", || report("Đề nghị tập huấn", &nested("**a ", "b** ", 20_000, ""))),
    ("made-many-pictures", || report("Đề nghị tập huấn", &"![Sơ đồ ba bước](so-do.png)\\n\\n".repeat(101))),
    ("made-open-marks", || report("Đề nghị tập huấn", &"*a ".repeat(10_000))),
];

/// The report of the base with one change.
fn report(from: &str, to: &str) -> Made {
    let text = std::fs::read_to_string(project("tests/refused/_base/report.json")).expect("the base");
    assert_eq!(text.matches(from).count(), 1, "{from}");
    ("report.json", text.replace(from, to).into_bytes())
}

/// The columns of a table, and `@` for its rows.
const COLUMNS: &str = "\"columns\": [{\"id\": \"a\", \"title\": \"A\"}, {\"id\": \"b\", \"title\": \"B\", \
    \"kind\": \"count\"}, {\"id\": \"c\", \"title\": \"C\", \"kind\": \"count\"}],\n\"rows\": [@]";

/// The report of the base with a table.
fn with_table(table: &str) -> Made {
    let placed = "\"appendices\": [{\"title\": \"A\", \"parts\": [{\"table\": \"t\"}]}]";
    report("\"sections\": {", &format!("{placed},\n\"tables\": {{\"t\": {{\n{table}\n}}}},\n\"sections\": {{"))
}

fn rows_of_csv(count: usize) -> Vec<u8> {
    let rows: String = (1..=count).map(|at| format!("{at},Thôn {at},{},{at}\n", at % 7)).collect();
    ["STT,don-vi,tiep-nhan,dung-han\n", &rows].concat().into_bytes()
}

fn nested(open: &str, close: &str, depth: usize, inside: &str) -> String {
    [&open.repeat(depth), inside, &close.repeat(depth)].concat()
}

/// A PNG that says how large it is and has no pixels: enough to be asked for its size.
fn png_header(width: u32, height: u32) -> Vec<u8> {
    let mut header = [width.to_be_bytes(), height.to_be_bytes()].concat();
    // Eight bits a channel, red green blue alpha, the only compression and filter, not interlaced.
    header.extend([8, 6, 0, 0, 0]);
    [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &header), chunk(b"IDAT", &[]), chunk(b"IEND", &[])].concat()
}

fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).expect("a small chunk");
    let named = [name, data].concat();
    [&length.to_be_bytes()[..], &named, &crc(&named).to_be_bytes()].concat()
}

/// The checksum that PNG puts after each chunk.
fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
    !bytes.iter().fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}
