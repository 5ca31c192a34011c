//! Everything fits or is told: no letter leaves the text block of its page, stands over a rule or over another letter, and no
//! word of a report is lost.

use std::fs;

use baocao::{Finding, Folder, Lang, Limits, Office, ReportFile, ShelfPath, Templates, render};
use baocao::{Fonts, Pages};
use baocao_core::diagnostic::has_errors;
use baocao_testing::project;
use serde_json::{Value, json};

use super::measure::{Layout, MM, Run, Shape, measure};

/// Lays out a report of a folder; what was told where that is refused.
fn laid(office: &Office, folder: &str, report: &Value) -> Result<Layout, Vec<Finding>> {
    let folder = Folder::new(project(folder));
    let report = ReportFile::new("report.json", serde_json::to_vec(report).unwrap());
    let composed = office.compose(report.beside(&folder, ShelfPath::root()));
    let pages: Result<Pages, _> = composed.and_then(|composed| office.pages(&composed, None)).into_result();
    match pages {
        Ok(pages) => Ok(measure(&pages)),
        Err(review) => {
            assert!(has_errors(&review.findings), "no pages, and nothing is told");
            Err(review.findings)
        }
    }
}

/// The margins of a report in points: top, bottom, left, right.
fn margins(report: &Value) -> [f64; 4] {
    let own = |side: &str| report["style"]["margins_mm"][side].as_f64();
    [("top", 25.0), ("bottom", 20.0), ("left", 35.0), ("right", 20.0)]
        .map(|(side, usual)| own(side).unwrap_or(usual) * MM)
}

/// Where the letters of a run begin and end, blanks at its ends left aside.
fn ends(run: &Run) -> Option<(f64, f64)> {
    let is_seen = |c: char| !c.is_whitespace() && !matches!(c, '\u{200b}' | '\u{2060}');
    let first = run.letters.iter().find(|(c, _)| is_seen(*c))?;
    let last = run.letters.iter().rposition(|(c, _)| is_seen(*c))?;
    let right = run.letters.get(last + 1).map_or(run.x + run.width, |(_, left)| *left);
    Some((first.1, right))
}

/// What may stand in the margins, by its kind: the number of a page, the mark over a table that goes on, the stamps of box 11
/// and the line of box 14, the head of the first page, which reaches to 15 mm at the right and to 30 mm at the left.
fn may_leave(run: &Run, [top, _, left, right]: [f64; 4], width: f64) -> bool {
    let text = run.text.trim();
    if run.y < top {
        let is_number = text.chars().all(|c| c.is_ascii_digit());
        let is_stamp = ["XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ", "TÀI LIỆU THU HỒI"].contains(&text);
        return is_number || text == "(tiếp theo)" || is_stamp || (run.size - 10.0).abs() < 0.1;
    }
    let (begins, ends) = ends(run).unwrap_or((run.x, run.x));
    let head = run.page == 1 && run.y < top + 120.0;
    head && begins > left.min(30.0 * MM) - 0.5 && ends < width - right.min(15.0 * MM) + 0.5
}

/// What stands where nothing may stand: out of the text block, over a rule, over other letters.
fn misplaced(layout: &Layout, margins: [f64; 4]) -> Vec<String> {
    let mut wrong = Vec::new();
    let [top, bottom, left, right] = margins;
    for page in 1..=layout.sizes.len() {
        let (width, height) = layout.sizes[page - 1];
        let runs: Vec<&Run> = layout.runs.iter().filter(|run| run.page == page).collect();
        let mut tell = |what: &str, run: &Run| {
            wrong.push(format!("{what}: page {page} at ({:.0}, {:.0}): {:.60}", run.x, run.y, run.text));
        };
        let mut seen: Vec<(&Run, f64, f64)> = Vec::new();
        for run in runs {
            let Some((begins, ends)) = ends(run) else { continue };
            seen.push((run, begins, ends));
            let is_inside = begins > left - 0.5
                && ends < width - right + 0.5
                && run.y - 0.7 * run.size > top - 0.5
                && run.y + 0.2 * run.size < height - bottom + 0.5;
            if !is_inside && !may_leave(run, margins, width) {
                tell("outside", run);
            }
        }
        // The sides of cells.
        let sides: Vec<(f64, f64, f64)> =
            layout.shapes.iter().filter(|shape| shape.page == page).filter_map(side).collect();
        for (run, begins, ends) in &seen {
            let middle = run.y - 0.2 * run.size;
            let crossed = |(x, from, to): &(f64, f64, f64)| {
                *begins + 0.7 < *x && *x < *ends - 0.7 && *from < middle && middle < *to
            };
            if sides.iter().any(crossed) {
                tell("over a rule", run);
            }
        }
        seen.sort_by(|a, b| a.0.y.total_cmp(&b.0.y));
        for (at, (run, begins, ends)) in seen.iter().enumerate() {
            let close =
                seen[at + 1..].iter().take_while(|(other, ..)| other.y - run.y < 0.5 * run.size.min(other.size));
            let over = |(_, from, to): &&(&Run, f64, f64)| from.max(*begins) + 1.0 < to.min(*ends);
            if let Some((other, ..)) = close.clone().find(over) {
                tell(&format!("over {:.30}", other.text), run);
            }
        }
    }
    wrong
}

/// The upright rules of a table: where each stands, from where to where. Lines of charts slant.
fn side(shape: &Shape) -> Option<(f64, f64, f64)> {
    let (top, bottom) = (shape.y.min(shape.y + shape.height), shape.y.max(shape.y + shape.height));
    (shape.width.abs() < 0.01 && bottom - top > 2.0).then_some((shape.x, top, bottom))
}

/// Letters and digits alone, in small letters: neither spaces, nor marks, nor what lets a word break.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The words of the pages: the letters of each in the order in which they were laid, and its lines.
struct Printed {
    pages: Vec<String>,
    lines: Vec<Vec<String>>,
}

impl Printed {
    fn of(layout: &Layout) -> Self {
        let pages = 1..=layout.sizes.len();
        let letters =
            |page: usize| layout.runs.iter().filter(|run| run.page == page).map(|run| bare(&run.text)).collect();
        let lines = |page: usize| layout.lines(page).iter().map(|line| bare(&line.text)).collect();
        Self { pages: pages.clone().map(letters).collect(), lines: pages.map(lines).collect() }
    }

    /// Whether some letters stand on a page, or at the end of a line of one and the begin of one of the next.
    fn has(&self, words: &str) -> bool {
        let parted = |at: usize| {
            let (first, second) = words.split_at(at);
            self.lines.windows(2).any(|both| {
                both[0].iter().any(|line| line.ends_with(first)) && both[1].iter().any(|line| line.starts_with(second))
            })
        };
        self.pages.iter().any(|page| page.contains(words)) || words.char_indices().skip(1).any(|(at, _)| parted(at))
    }
}

/// A word in pieces of so many letters, which a page holds whole.
const PIECE: usize = 12;

/// The words of texts that no page has; of longer ones the pieces.
fn lost(layout: &Layout, texts: &[String]) -> Vec<String> {
    let printed = Printed::of(layout);
    let mut missing = Vec::new();
    for word in texts.iter().flat_map(|text| text.split_whitespace()) {
        // Places of charts and tables, addresses of links and what templates fill in print something else.
        if word.contains("](") || word.contains("{{") || word.contains("}}") {
            continue;
        }
        for word in word.split('|') {
            let letters: Vec<char> = bare(&printed_date(word)).chars().collect();
            let pieces = letters.chunks(PIECE).map(|piece| piece.iter().collect::<String>());
            missing.extend(pieces.filter(|piece| !printed.has(piece)));
        }
    }
    missing.sort();
    missing.dedup();
    missing
}

/// A day of a cell, `2024-04-26`, as it is printed; any other word as it is.
fn printed_date(word: &str) -> String {
    match word.split('-').collect::<Vec<_>>()[..] {
        [year, month, day] if [year, month, day].iter().all(|part| part.parse::<u32>().is_ok()) => {
            let month = if month < "03" { month } else { month.trim_start_matches('0') };
            format!("{day}/{month}/{year}")
        }
        _ => word.to_owned(),
    }
}

/// The texts of a report that are printed whatever else it says: sections, headings, items of the head and the foot, titles and
/// cells of tables and charts that it places.
fn texts(report: &Value) -> Vec<String> {
    fn all(value: &Value, fields: &[&str], out: &mut Vec<String>) {
        match value {
            Value::String(text) => out.push(text.clone()),
            Value::Array(values) => values.iter().for_each(|value| all(value, fields, out)),
            Value::Object(map) => {
                let named = map.iter().filter(|(name, _)| fields.is_empty() || fields.contains(&name.as_str()));
                named.for_each(|(_, value)| all(value, fields, out));
            }
            _ => {}
        }
    }
    let mut out = Vec::new();
    let document = &report["document"];
    for field in ["subject", "to", "recipients", "address_line"] {
        all(&document[field], &[], &mut out);
    }
    all(&document["organ"], &["organ_name", "parent_name"], &mut out);
    all(&document["signers"], &["competence", "position", "full_name"], &mut out);
    all(&document["promulgation"], &["place"], &mut out);
    all(&report["sections"], &[], &mut out);
    all(&report["outline"], &["title", "text", "sections"], &mut out);
    // Grounds without their last mark.
    all(&document["grounds"], &[], &mut out);
    let placed = |kind: &str, id: &str| {
        let inside = serde_json::to_string(&[&report["sections"], &report["outline"]]).unwrap();
        let parts = report["appendices"].to_string();
        inside.contains(&format!("({kind}:{id})")) || parts.contains(&format!("\"{id}\""))
    };
    for (kind, name, fields) in [
        ("bang", "tables", &["title", "unit", "columns", "rows", "cells", "text", "label"][..]),
        ("bieu-do", "charts", &["title", "unit", "series", "bars", "label"]),
    ] {
        let named = report[name].as_object().into_iter().flatten();
        named.filter(|(id, _)| placed(kind, id)).for_each(|(_, one)| all(one, fields, &mut out));
    }
    all(&report["appendices"], &["title", "parts", "text"], &mut out);
    out
}

#[test]
fn nothing_leaves_its_block_and_no_word_of_an_example_is_lost() {
    let office = Office::default();
    let mut count = 0;
    let mut wrong = Vec::new();
    for entry in fs::read_dir(project("examples")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let report: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        let layout = laid(&office, "examples", &report)
            .unwrap_or_else(|told| panic!("{}: {}", path.display(), render(&told, Lang::En, false)));
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        wrong.extend(misplaced(&layout, margins(&report)).into_iter().map(|it| format!("{name}: {it}")));
        wrong.extend(lost(&layout, &texts(&report)).into_iter().map(|it| format!("{name}: lost: {it}")));
        count += 1;
    }
    assert!(count >= 15, "{count}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A report with a text at each place that a report has for one; `@name` is the place.
const EVERYWHERE: &str = r##"{
  "template": "thu/xa-2024",
  "period": { "kind": "quarter", "year": 2023, "quarter": 3, "from": "2023-06-15", "to": "2023-09-14" },
  "document": {
    "organ": { "organ_name": "UBND @organ", "parent_name": "HUYỆN @parent", "short_name": "UBND xã Bình Minh" },
    "code_number": 12,
    "code_notation": "BC-UBND",
    "promulgation": { "place": "@place", "date": "2023-09-15" },
    "subject": "Kết quả @subject",
    "to": ["Sở @addressee", "Phòng Nội vụ"],
    "grounds": ["Căn cứ @ground"],
    "signers": [{ "competence": ["TM. @competence"], "position": "@post", "full_name": "@signer" }],
    "recipients": ["Như trên", "Ban @recipient", "Lưu: VT"],
    "address_line": "Số 1 đường @address; thư: @mail"
  },
  "figures": {
    "ho-so.tiep-nhan": { "value": 40, "note": "@figure-note" },
    "ho-so.dung-han": 38,
    "khao-sat.hinh-thuc": 1
  },
  "outline": [
    { "title": "Kết quả @heading", "id": "ket-qua", "sections": [{ "title": "Về @subheading", "id": "nho" }] },
    { "title": "Kiến nghị", "id": "kien-nghi" }
  ],
  "sections": {
    "mo-dau": "Mở đầu.",
    "nho": "Đoạn văn có @paragraph ở giữa, **đậm @bold** và *nghiêng @italic*.\n\n- Mục @item\n  - Mục con @nested\n\nĐoạn có chú thích[^1].\n\n| Cột @head | Số |\n|---|---|\n| Ô @cell | 2 |\n\n![](bieu-do:c)\n\n![](bieu-do:d)\n\n[^1]: Chú thích @note cuối trang.",
    "kien-nghi": "Không.",
    "ket-thuc": "Kết thúc."
  },
  "charts": {
    "c": { "title": "Biểu đồ @chart-title", "unit": "đơn vị @chart-unit", "series": ["Nay @series", "Trước"],
      "bars": [{ "label": "Nhãn @bar-label", "values": [4, 3] }, { "label": "Hai", "values": [5, 2] }] },
    "d": { "look": "line", "title": "Đường", "bars": [{ "label": "Điểm @point-label", "value": 4 }, { "label": "Hai", "value": 5 }] }
  },
  "tables": { "t": {
    "title": "Bảng @table-title",
    "unit": "Đơn vị @table-unit",
    "columns": [
      { "title": "STT", "kind": "ordinal" },
      { "id": "a", "title": "Tên @column", "kind": "text" },
      { "title": "Số hồ sơ @over", "columns": [{ "id": "b", "title": "Nhận", "kind": "count" }, { "id": "c", "title": "Trả @column-of-numbers", "kind": "count" }] }
    ],
    "rows": [["Hàng @row-cell", 1, { "value": 2, "note": "1" }], ["Hai", 3, 4]],
    "notes": [{ "mark": "1", "text": "Chú thích @table-note" }]
  } },
  "appendices": [{ "title": "Phụ lục @appendix", "parts": [{ "form": "ho-so" }, { "table": "t" }, { "text": "Lời @appendix-text" }] }, "template"]
}"##;

/// The forms and names of places of the base, with a word at each place that the form of a template has.
fn office(word: &str, at: &str) -> (tempfile::TempDir, Office) {
    let folder = tempfile::tempdir().unwrap();
    let below = folder.path().join("thu/xa-2024");
    fs::create_dir_all(&below).unwrap();
    let mut form: Value =
        serde_json::from_slice(&fs::read(project("tests/refused/_base/templates/thu/xa-2024/form.json")).unwrap())
            .unwrap();
    form["appendices"][0]["form_heading"] = json!("Biểu mẫu");
    let place = match at {
        "form-label" => &mut form["forms"][0]["rows"][0]["label"],
        "form-title" => &mut form["forms"][0]["title"],
        "form-unit" => &mut form["forms"][0]["rows"][1]["unit"],
        "form-code" => &mut form["forms"][0]["rows"][3]["codes"][1]["label"],
        _ => &mut Value::Null,
    };
    *place = json!(format!("{} {word}", place.as_str().unwrap_or_default()));
    fs::write(below.join("form.json"), form.to_string()).unwrap();
    let base = Folder::new(project("tests/refused/_base/templates"));
    let templates = Templates::built_in().overlay(&base).unwrap().overlay(&Folder::new(folder.path())).unwrap();
    (folder, Office::new(templates, Fonts::default(), Limits::default()))
}

/// Places of the forms of templates.
const OF_FORMS: [&str; 4] = ["form-label", "form-title", "form-unit", "form-code"];

fn places() -> Vec<&'static str> {
    let parts = EVERYWHERE.split('@').skip(1);
    let names = parts.map(|part| part.split(|c: char| !c.is_ascii_alphabetic() && c != '-').next().unwrap_or_default());
    names.chain(OF_FORMS).collect()
}

/// The report with a word at one place, an ordinary one at all others.
fn with(word: &str, at: &str) -> Value {
    let text = places().into_iter().filter(|place| *place != at).fold(EVERYWHERE.to_owned(), |text, place| {
        ['"', ' ', ',', ';', '*', '\\']
            .iter()
            .fold(text, |text, end| text.replace(&format!("@{place}{end}"), &format!("chữ{end}")))
    });
    serde_json::from_str(&text.replace(&format!("@{at}"), word)).unwrap()
}

/// Words of so many letters: a row of letters, a file name, an address of mail.
fn words(count: usize) -> [String; 3] {
    let row: String =
        (0..).flat_map(|number| format!("ngươm{number:03}").chars().collect::<Vec<_>>()).take(count).collect();
    let marked = |mark: &str, end: &str| {
        let parts: Vec<String> = (0..count / 8 + 1).map(|number| format!("phan{number:03}")).collect();
        parts.join(mark).chars().take(count - end.len()).collect::<String>() + end
    };
    [row, marked("_", ".xlsx"), marked(".", "@binhminh.example")]
}

#[test]
fn a_word_without_end_is_broken_at_last_or_told() {
    let mut wrong = Vec::new();
    let mut table = Vec::new();
    let all = places();
    assert!(all.len() >= 36, "{all:?}");
    for place in all {
        let mut line = format!("{place}:");
        for count in [72, 200, 1_000] {
            for word in words(count) {
                let report = with(&word, place);
                let (_folder, office) = office(&word, place);
                let layout = match laid(&office, "tests/all/layout", &report) {
                    Ok(layout) => layout,
                    Err(told) => {
                        let ids: Vec<String> = told.iter().map(|finding| finding.id.to_string()).collect();
                        line += &format!(" told({})", ids.join(","));
                        continue;
                    }
                };
                let mut bad = misplaced(&layout, margins(&report));
                bad.extend(lost(&layout, &[word.clone()]).first().map(|piece| format!("lost: {piece}")));
                line += if bad.is_empty() { " broken" } else { " BAD" };
                wrong.extend(bad.into_iter().take(2).map(|it| format!("{place} {count} {:.8}: {it}", word)));
            }
        }
        table.push(line);
    }
    assert!(wrong.is_empty(), "{}\n{}", table.join("\n"), wrong.join("\n"));
}
