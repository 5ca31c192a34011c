//! Everything fits or is told: no letter leaves the text block of its page, stands over a rule or over another letter, and no
//! word of a report is lost.

use std::fs;

use baocao::{Finding, Folder, Lang, Limits, Office, ReportFile, ShelfPath, Templates, render};
use baocao::{Fonts, Pages};
use baocao_core::diagnostic::has_errors;
use baocao_core::markdown::pictures;
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
/// and the line of box 14, the head of a page, which reaches to 15 mm at the right and to 30 mm at the left.
fn may_leave(run: &Run, [top, _, left, right]: [f64; 4], width: f64, head: f64) -> bool {
    let text = run.text.trim();
    if run.y < top {
        let is_number = text.chars().all(|c| c.is_ascii_digit());
        let is_stamp = ["XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ", "TÀI LIỆU THU HỒI"].contains(&text);
        return is_number || text == "(tiếp theo)" || is_stamp || (run.size - 10.0).abs() < 0.1;
    }
    let (begins, ends) = ends(run).unwrap_or((run.x, run.x));
    let is_head = run.y < head + 0.5;
    is_head && begins > left.min(30.0 * MM) - 0.5 && ends < width - right.min(15.0 * MM) + 0.5
}

/// Where the head of a page ends: at the line of the date, if the page is the first; of a page on which something begins that is
/// issued with the document, below the name of the country. The other pages have none.
fn foot_of_head(layout: &Layout, page: usize, top: f64) -> f64 {
    let mut runs = layout.runs.iter().filter(|run| run.page == page);
    if page > 1 {
        return runs.find(|run| run.text.starts_with("CỘNG HÒA")).map_or(0.0, |name| name.y + 40.0);
    }
    runs.find(|run| run.italic && run.text.contains("tháng")).map_or(top + 90.0, |date| date.y)
}

/// What stands where nothing may stand: out of the text block, over a rule, over other letters.
fn misplaced(layout: &Layout, margins: [f64; 4]) -> Vec<String> {
    let mut wrong = Vec::new();
    let [top, bottom, left, right] = margins;
    for page in 1..=layout.sizes.len() {
        let head = foot_of_head(layout, page, top);
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
            if !is_inside && !may_leave(run, margins, width, head) {
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
    out.into_iter().map(|text| without_pictures(&text)).collect()
}

/// A text without its pictures, whose captions alone are printed.
fn without_pictures(text: &str) -> String {
    let (mut out, mut from) = (String::new(), 0);
    for picture in pictures(text) {
        out.push_str(&text[from..picture.image.start]);
        out.push_str(picture.caption.map_or("", |caption| &text[caption]));
        from = picture.whole.end;
    }
    out + &text[from..]
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

/// What tells of words that no place holds: a bounded field, a part that is too high, more than a thousand letters.
const TOLD: [&str; 3] = ["dau-vao/qua-dai", "the-thuc/cao-qua-trang", "van-ban/tu-qua-dai"];

#[test]
fn a_word_without_end_is_broken_at_last_or_told() {
    let mut wrong = Vec::new();
    let mut table = Vec::new();
    let all = places();
    assert!(all.len() >= 36, "{all:?}");
    for (at, place) in all.into_iter().enumerate() {
        let mut line = format!("{place}:");
        // Each place meets each length and each kind of word.
        for (turn, count) in [72, 200, 1_000].into_iter().enumerate() {
            let word = &words(count)[(at + turn) % 3];
            let report = with(word, place);
            let (_folder, office) = office(word, place);
            let layout = match laid(&office, "tests/all/layout", &report) {
                Ok(layout) => layout,
                Err(told) => {
                    let ids: Vec<String> = told.iter().map(|finding| finding.id.to_string()).collect();
                    assert!(ids.iter().all(|id| TOLD.contains(&id.as_str())), "{place} {count}: {ids:?}");
                    line += &format!(" {}", ids.join(","));
                    continue;
                }
            };
            let mut bad = misplaced(&layout, margins(&report));
            bad.extend(lost(&layout, std::slice::from_ref(word)).first().map(|piece| format!("lost: {piece}")));
            line += if bad.is_empty() { " broken" } else { " wrong" };
            wrong.extend(bad.into_iter().take(2).map(|it| format!("{place} {count} {word:.8}: {it}")));
        }
        table.push(line);
    }
    assert!(wrong.is_empty(), "{}\n{}", table.join("\n"), wrong.join("\n"));
}

/// Numbers that are the same each time.
struct Numbers(u64);

/// Words that are not long.
const SHORT: [&str; 7] = ["hồ sơ", "thủ tục", "xã Phú Thịnh", "12/BC-UBND", "15.250", "kết quả", "năm 2023"];

impl Numbers {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }

    /// Some words, of which a few are long.
    fn text(&mut self) -> String {
        let count = 1 + self.below(6);
        let words = (0..count).map(|_| match self.below(12) {
            0 => words(24 + self.below(60))[self.below(3)].clone(),
            1 => words(90 + self.below(120))[self.below(3)].clone(),
            _ => SHORT[self.below(SHORT.len())].to_owned(),
        });
        words.collect::<Vec<_>>().join(" ")
    }
}

/// A report with generated words everywhere, and these words.
fn generated(numbers: &mut Numbers) -> (Value, Vec<String>) {
    let mut printed = Vec::new();
    let mut text = EVERYWHERE.to_owned();
    for place in places().into_iter().filter(|place| !OF_FORMS.contains(place)) {
        let words = match place {
            // Names and posts are bounded.
            "signer" | "post" | "organ" => "Lê An".to_owned(),
            _ => numbers.text(),
        };
        text = ['"', ' ', ',', ';', '*', '\\']
            .iter()
            .fold(text, |text, end| text.replace(&format!("@{place}{end}"), &format!("{words}{end}")));
        printed.push(words);
    }
    let mut report: Value = serde_json::from_str(&text).unwrap();
    for at in 0..numbers.below(50) {
        let words = numbers.text();
        report["tables"]["t"]["rows"].as_array_mut().unwrap().push(json!([words, at, at * 997]));
        printed.push(words);
    }
    let columns = 2 + numbers.below(3);
    let mut more = String::from("Bảng sau.\n\n");
    for row in 0..2 + numbers.below(30) {
        let cells: Vec<String> = (0..columns).map(|_| numbers.text()).collect();
        more += &format!("| {} |\n", cells.join(" | "));
        if row == 0 {
            more += &format!("|{}\n", "---|".repeat(columns));
        }
        printed.extend(cells);
    }
    for _ in 0..numbers.below(12) {
        let words = (0..8).map(|_| numbers.text()).collect::<Vec<_>>().join(", ");
        more += &format!("\n{words}.\n");
        printed.push(words);
    }
    report["sections"]["kien-nghi"] = json!(more);
    report["style"] = json!({
        "body_pt": 13 + numbers.below(2),
        "margins_mm": { "top": 20 + numbers.below(6), "bottom": 20 + numbers.below(6), "left": 30 + numbers.below(6), "right": 15 + numbers.below(6) }
    });
    (report, printed)
}

#[test]
fn nothing_of_generated_reports_leaves_its_block_or_is_lost() {
    let (_folder, office) = office("", "");
    let mut numbers = Numbers(7);
    let mut wrong = Vec::new();
    let mut refused = Vec::new();
    for number in 0..40 {
        let (report, printed) = generated(&mut numbers);
        match laid(&office, "tests/all/layout", &report) {
            Ok(layout) => {
                let bad = misplaced(&layout, margins(&report)).into_iter();
                let bad = bad.chain(lost(&layout, &printed).into_iter().map(|it| format!("lost: {it}")));
                wrong.extend(bad.take(4).map(|it| format!("{number}: {it}")));
            }
            Err(told) => refused.push(told.iter().map(|finding| finding.id.to_string()).collect::<Vec<_>>()),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(refused.len() < 10, "{refused:?}");
    let known = |id: &String| ["the-thuc/cao-qua-trang", "bang/dau-bang-qua-cao"].contains(&id.as_str());
    assert!(refused.iter().flatten().all(known), "{refused:?}");
}

/// What no page holds is told before anything is laid out: by a check too.
#[test]
fn what_is_higher_than_a_page_is_told() {
    let row = words(300)[0].clone();
    let spaced = "Nhãn rất dài của một đơn vị ".repeat(11);
    let bars = |label: &str| {
        json!((0..30).map(|at| json!({ "label": format!("{at} {label}"), "value": at })).collect::<Vec<_>>())
    };
    let title = "Đầu cột nói rất dài. ".repeat(150);
    let lines: Vec<String> = (0..200).map(|at| format!("TM. HỘI ĐỒNG {at}")).collect();
    type Change<'a> = (&'a str, &'a str, Value, &'a str);
    let cases: [Change<'_>; 12] = [
        ("bars", "/charts/c/bars", bars(&row), "bieu-do/so-thanh"),
        ("spaced bars", "/charts/c/bars", bars(&spaced), "bieu-do/so-thanh"),
        ("points", "/charts/d/bars", bars(&row), "bieu-do/so-thanh"),
        ("spaced points", "/charts/d/bars", bars(&spaced), "bieu-do/so-thanh"),
        ("title of a chart", "/charts/d/title", json!(title.repeat(4)), "bieu-do/so-thanh"),
        ("unit of a chart", "/charts/d/unit", json!(title.repeat(4)), "bieu-do/so-thanh"),
        ("title of a column", "/tables/t/columns/1/title", json!(title), "bang/dau-bang-qua-cao"),
        ("title over columns", "/tables/t/columns/2/title", json!(title), "bang/dau-bang-qua-cao"),
        ("competence", "/document/signers/0/competence", json!(lines), "the-thuc/cao-qua-trang"),
        ("recipient", "/document/recipients/1", json!(title), "the-thuc/cao-qua-trang"),
        ("place", "/document/promulgation/place", json!(title), "the-thuc/cao-qua-trang"),
        ("addresses", "/document/address_line", json!(title), "the-thuc/cao-qua-trang"),
    ];
    let (_folder, office) = office("", "");
    let mut wrong = Vec::new();
    for (name, pointer, value, id) in cases {
        let mut report = with("chữ", "");
        match report.pointer_mut(pointer) {
            Some(place) => *place = value,
            None => report["charts"]["d"]["unit"] = value,
        }
        if name.ends_with("bars") {
            report["charts"]["c"].as_object_mut().unwrap().remove("series");
        }
        let folder = Folder::new(project("tests/all/layout"));
        let report = ReportFile::new("report.json", serde_json::to_vec(&report).unwrap());
        let composed = office.compose(report.beside(&folder, ShelfPath::root()));
        let told: Vec<String> = composed.review.findings.iter().map(|finding| finding.id.to_string()).collect();
        if !has_errors(&composed.review.findings) || !told.iter().any(|told| told == id) {
            wrong.push(format!("{name}: {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A word is one whatever letters it is set in, and words that spaces hold together are one too.
#[test]
fn words_of_several_runs_break_at_last() {
    let half = &words(45)[0];
    let held = vec!["giữ"; 60].join("\u{a0}");
    let (_folder, office) = office("", "");
    for text in [format!("{half}**{half}**{half}"), format!("**{half}**{half}"), format!("*{half}*{half}"), held] {
        for place in ["paragraph", "item", "note", "cell", "head", "appendix-text"] {
            let report = with(&text, place);
            let layout = laid(&office, "tests/all/layout", &report).unwrap_or_else(|told| panic!("{told:?}"));
            let wrong = misplaced(&layout, margins(&report));
            assert!(wrong.is_empty(), "{place} {text}: {}", wrong.join("\n"));
            assert_eq!(lost(&layout, &[text.replace('*', "")]), Vec::<String>::new(), "{place}");
        }
    }
}
