//! Appendices and their tables.

use serde_json::json;

use super::measure::{Layout, Line, MM, example, lay_out, near};

#[test]
fn a_single_appendix_has_no_number_and_several_have_roman_ones() {
    let one = lay_out(&example("xa-q3-2023.json"));
    assert_eq!(one.line("Phụ lục").text.trim(), "Phụ lục");
    let seven = lay_out(&example("so-6-thang-2024.json"));
    let headings: Vec<String> = seven
        .all_lines()
        .into_iter()
        .map(|line| line.text.trim().to_owned())
        .filter(|text| text.starts_with("Phụ lục "))
        .collect();
    assert_eq!(
        headings,
        ["Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV", "Phụ lục V", "Phụ lục VI", "Phụ lục VII"]
    );
}

#[test]
fn heading_title_and_guide_line() {
    let mut report = example("xa-q3-2023.json");
    report["document"]["code_number"] = json!(112);
    report["document"]["promulgation"]["date"] = json!("2023-09-08");
    report["document"]["organ"]["short_name"] = json!("UBND xã Lạc Đông");
    report["appendices"] = json!([{ "title": "Thống kê số liệu", "forms": ["chi-dao"] }]);
    let layout = lay_out(&report);
    let (heading, title) = (layout.line("Phụ lục"), layout.line("THỐNG KÊ SỐ LIỆU"));
    assert!(heading.bold && near(heading.size, 14.0) && title.bold && near(title.size, 14.0));
    assert!(near(heading.center(), (35.0 + 77.5) * MM) && near(title.center(), heading.center()));
    let guide: Vec<Line> = layout
        .lines(heading.page)
        .into_iter()
        .filter(|line| line.y > title.y && line.italic && line.size > 13.0)
        .collect();
    let text: String = guide.iter().map(|line| line.text.trim().to_owned() + " ").collect();
    assert_eq!(text.trim(), "(Kèm theo Báo cáo số 112/BC-UBND ngày 08 tháng 9 năm 2023 của UBND xã Lạc Đông)");
    let rule = layout.rule_under(guide.last().unwrap());
    assert!(rule.width < 80.0 * MM && rule.width > 20.0 * MM, "a short rule: {rule:?}");
    let first = layout.lines(heading.page).into_iter().map(|line| line.y).fold(f64::MAX, f64::min);
    assert!(near(first, heading.y), "an appendix begins a page");
}

#[test]
fn table_header_is_repeated_and_groups_stay_with_their_first_row() {
    for name in ["huyen-q3-2023.json", "xa-q3-2023.json", "so-6-thang-2024.json", "xa-q3-2026.json"] {
        let layout = lay_out(&example(name));
        let first = layout.line("Phụ lục").page;
        for page in first..=layout.sizes.len() {
            let lines = layout.lines(page);
            let headers = lines.iter().filter(|line| line.text.contains("Chỉ tiêu thống kê")).count();
            assert!(headers >= 1, "{name}: page {page} has no table header");
            // A group row is a bold label without unit or value: the last row of a page must not be one.
            let of_footnotes = |width: f64| near(width, 50.0 * MM);
            let rules = layout.rules(page);
            let rules: Vec<f64> = rules.iter().filter(|rule| !of_footnotes(rule.width)).map(|rule| rule.y).collect();
            let bottom = rules.iter().copied().fold(0.0, f64::max);
            let top = rules.iter().copied().filter(|y| *y < bottom - 5.0).fold(0.0, f64::max);
            let last_row: Vec<&Line> = lines.iter().filter(|line| line.y > top && line.y < bottom).collect();
            assert!(!last_row.is_empty(), "{name}: page {page}");
            let has_unit = last_row.iter().any(|line| line.x > 105.0 * MM);
            assert!(has_unit, "{name}: page {page} ends with a group row: {last_row:?}");
        }
    }
}

/// Sizes of letters in forms of a few columns.
fn is_in_form(size: f64) -> bool {
    near(size, 12.0) || near(size, 11.0)
}

#[test]
fn no_page_of_an_appendix_holds_one_row() {
    for name in ["huyen-q3-2023.json", "xa-q3-2023.json", "so-6-thang-2024.json", "xa-q3-2026.json"] {
        let layout = lay_out(&example(name));
        for page in layout.line("Phụ lục").page..=layout.sizes.len() {
            let rows =
                layout.lines(page).into_iter().filter(|line| line.x < 50.0 * MM && is_in_form(line.size)).count();
            assert!(rows >= 3, "{name}: page {page} holds {rows} rows");
        }
    }
}

#[test]
fn columns_stand_as_practice_has_them() {
    let layout = lay_out(&example("huyen-q3-2023.json"));
    let page = layout.line("Biểu mẫu 1").page;
    let lines = layout.lines(page);
    let find =
        |text: &str| lines.iter().find(|line| line.text.trim() == text).unwrap_or_else(|| panic!("{text}: {lines:#?}"));
    let (code, unit, value) = (find("2.1."), find("29"), find("22"));
    assert!(near(unit.center(), value.center()), "numbers on one axis");
    assert!(code.right < 50.0 * MM);
    assert!(find("STT").bold && near(find("STT").center(), code.center()), "{:?} {code:?}", find("STT"));
    let label = lines.iter().find(|line| line.text.contains("Số nhiệm vụ đã hoàn thành")).unwrap();
    assert!(!label.bold && !label.italic);
    assert!(lines.iter().any(|line| line.bold && line.text.contains("Kiểm tra CCHC")), "group rows are bold");
    assert!(lines.iter().any(|line| line.italic && line.text.contains("Số vấn đề phát hiện")), "sub-rows are italic");
}

#[test]
fn the_sign_stands_under_the_last_table_and_never_on_a_page_of_its_own() {
    let layout = lay_out(&example("so-6-thang-2024.json"));
    let signs: Vec<Line> = layout.all_lines().into_iter().filter(|line| line.text.trim() == "./.").collect();
    assert_eq!(signs.len(), 7, "every appendix ends with its sign");
    for sign in signs {
        assert!(layout.lines(sign.page).len() > 5, "{sign:?}");
    }
    // A table that ends at the foot of a page, whatever the number of its rows.
    for count in 40..50 {
        let rows: Vec<_> = (1..=count).map(|row| json!([format!("Dòng {row}"), row])).collect();
        let columns = json!([{ "id": "ten", "title": "Tên" }, { "id": "so", "title": "Số", "kind": "count" }]);
        let report = super::free_table::one(json!({ "columns": columns, "rows": rows }));
        ends_well(&lay_out(&report), &format!("Dòng {count}"), &format!("{count} rows"));
    }
}

/// The sign stands under the last row, above the bottom margin, on the page of that row.
fn ends_well(layout: &Layout, last: &str, what: &str) {
    let mut signs = layout.all_lines().into_iter().filter(|line| line.text.trim() == "./.");
    let sign = signs.next_back().expect("a sign");
    let last = layout.line(last);
    assert!(sign.y < (297.0 - 20.0) * MM, "{what}: {sign:?}");
    assert!(sign.page == last.page && (10.0..42.0).contains(&(sign.y - last.y)), "{what}: {sign:?} {last:?}");
}

/// A table of so many rows, of which one cell covers the last `covered` in the second column, and perhaps another fewer of
/// them in the third.
fn covered_rows(count: usize, (covered, reason): (usize, &str), within: usize) -> serde_json::Value {
    let columns = json!([
        { "id": "ten", "title": "Tên" },
        { "id": "ly-do", "title": "Lý do" },
        { "id": "so", "title": "Số", "kind": "count" }
    ]);
    let over = |row: usize, rows: usize, cell: serde_json::Value, own: serde_json::Value| match row + rows {
        below if below > count => json!(null),
        below if below == count && rows > 0 => cell,
        _ => own,
    };
    let rows = (0..count).map(|row| {
        let reason = over(row, covered, json!({ "text": reason, "rows": covered }), json!("Có"));
        json!([format!("Dòng {row}."), reason, over(row, within, json!({ "value": 5, "rows": within }), json!(row))])
    });
    json!({ "columns": columns, "rows": rows.collect::<Vec<_>>() })
}

#[test]
fn the_sign_stays_with_last_rows_that_one_cell_covers() {
    let long = "Còn chờ cấp có thẩm quyền phê duyệt phương án. ".repeat(8);
    for (covered, reason, within) in
        [(2, "Chờ vốn", 0), (4, "Chờ vốn", 2), (9, "Chờ vốn", 0), (9, "Chờ vốn", 3), (12, &long, 0)]
    {
        for count in 29..37 {
            let mut table = covered_rows(count, (covered, reason), within);
            if count % 5 == 0 {
                table["rows"][1][1] = json!({ "text": "Có", "note": "1" });
                table["notes"] = json!([{ "mark": "1", "text": "Theo quyết định của cấp trên." }]);
            }
            let what = format!("{count} rows, one cell over {covered}, one over {within}");
            ends_well(&lay_out(&super::free_table::one(table)), &format!("Dòng {}.", count - 1), &what);
        }
    }
}

#[test]
fn the_sign_ends_the_text_of_a_last_row_that_no_page_could_keep_it_with() {
    let mut table = covered_rows(6, (0, ""), 0);
    table["rows"][5][1] = json!("Còn chờ cấp có thẩm quyền phê duyệt phương án. ".repeat(112));
    let layout = lay_out(&super::free_table::one(table));
    let mut ends = layout.all_lines().into_iter().filter(|line| line.text.trim_end().ends_with("./."));
    let sign = ends.next_back().expect("a sign");
    assert!(sign.text.contains("phương án./.") && sign.y < (297.0 - 20.0) * MM, "{sign:?}");
}

#[test]
fn every_row_of_every_form_is_printed() {
    for (name, set) in [
        ("huyen-q3-2023.json", "huyen-2022"),
        ("xa-q3-2023.json", "xa-2022"),
        ("so-6-thang-2024.json", "so-2022"),
        ("xa-q3-2026.json", "xa-2025"),
        ("tinh-6-thang-2023.json", "tinh-2022"),
        ("tinh-q3-2026.json", "tinh-2025"),
    ] {
        let path = format!("{}/templates/cchc/{set}/form.json", env!("CARGO_MANIFEST_DIR"));
        let form: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        let layout = lay_out(&example(name));
        let codes: Vec<&str> = form["forms"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|form| form["rows"].as_array().unwrap())
            .filter_map(|row| row["code"].as_str())
            .collect();
        let mut runs: Vec<_> = layout.runs.iter().filter(|run| run.x < 50.0 * MM && is_in_form(run.size)).collect();
        runs.sort_by(|a, b| (a.page, a.y).partial_cmp(&(b.page, b.y)).unwrap());
        let printed: Vec<&str> = runs.iter().map(|run| run.text.trim()).filter(|text| codes.contains(text)).collect();
        assert_eq!(printed, codes, "{name}");
    }
}

/// The edges of the columns on a page.
fn edges(layout: &Layout, page: usize) -> Vec<f64> {
    let upright = layout.shapes.iter().filter(|shape| shape.page == page && shape.width < 0.01 && shape.height > 5.0);
    let mut edges: Vec<f64> = upright.map(|shape| shape.x).collect();
    edges.sort_by(f64::total_cmp);
    edges.dedup_by(|a, b| (*a - *b).abs() < 0.5);
    edges
}

#[test]
fn columns_are_as_wide_as_their_words_and_the_label_has_the_rest() {
    let mut report = example("xa-q3-2023.json");
    for figure in report["figures"].as_object_mut().unwrap().values_mut() {
        if let Some(value) = figure.get("value") {
            *figure = value.clone();
        }
    }
    let layout = lay_out(&report);
    let first = layout.line("Phụ lục").page;
    let columns = edges(&layout, first);
    let [code, label, unit, value, note, end] = columns[..] else { panic!("{columns:?}") };
    assert!(unit - label > 0.44 * (end - code), "the label is the widest: {columns:?}");
    assert!(note - value > 15.0 * MM, "numbers have air: {columns:?}");
    assert!(end - note < 19.0 * MM, "no notes, no more room than the title needs: {columns:?}");
    let headings: Vec<Line> = layout.lines(first).into_iter().filter(|line| line.x > note).collect();
    assert_eq!(headings.iter().map(|line| line.text.trim()).collect::<Vec<_>>(), ["Ghi chú"]);
    for page in first..=layout.sizes.len() {
        assert!(edges(&layout, page).iter().zip(&columns).all(|(a, b)| near(*a, *b)), "page {page}");
        for line in layout.lines(page).iter().filter(|line| line.x > unit && line.right < value) {
            let text = line.text.trim();
            let broken =
                ["Cơ", "Cơ quan", "Cán", "Cán bộ", "công", "chức", "quan", "Văn", "Nhiệm", "Đơn", "Triệu", "Hoàn"];
            assert!(!broken.contains(&text), "{text} on page {page}");
        }
    }
    let note = json!({ "value": 1, "note": "Xã tổ chức khảo sát tại Bộ phận Một cửa và qua Cổng dịch vụ công" });
    report["figures"]["khao-sat.so-phieu"] = note;
    let noted = edges(&lay_out(&report), first);
    assert!(noted[5] - noted[4] > 20.0 * MM, "{noted:?}");
}

#[test]
fn explanations_of_bold_labels_are_italic_and_not_bold() {
    let layout = lay_out(&example("xa-q3-2023.json"));
    let run = |text: &str| layout.runs.iter().find(|run| near(run.size, 12.0) && run.text.contains(text)).unwrap();
    let (label, explanation) = (run("Số văn bản chỉ đạo"), run("(Kết luận"));
    assert!(label.bold && !label.italic, "{label:?}");
    assert!(explanation.italic && !explanation.bold, "{explanation:?}");
}

#[test]
fn a_line_stands_between_title_and_guide_line() {
    let mut report = example("xa-q3-2023.json");
    report["appendices"] = json!([{
        "title": "Thống kê số liệu", "under_title": "Số liệu từ ngày 15/6/2023 đến ngày 14/9/2023",
        "guide": "issued_with",
        "parts": [{ "heading": ["A. CẤP XÃ", "I. Chỉ đạo"], "form": "chi-dao" }]
    }]);
    let layout = lay_out(&report);
    let lines = ["THỐNG KÊ SỐ LIỆU", "Số liệu từ ngày", "(Ban hành kèm theo Báo cáo", "A. CẤP XÃ", "I. Chỉ đạo", "STT"]
        .map(|text| layout.line(text));
    assert!(lines.windows(2).all(|pair| pair[0].page == pair[1].page && pair[0].y < pair[1].y), "{lines:?}");
    let under = &lines[1];
    assert!(!under.bold && !under.italic && near(under.center(), lines[0].center()), "{under:?}");
    assert!(lines[3].bold && lines[4].bold);
}

/// The direction of an appendix, or of a part, holds for its tables.
#[test]
fn an_appendix_that_lies_holds_tables_that_lie() {
    let table = json!({ "columns": [{ "id": "a", "title": "Thôn" }], "rows": [["Đông"], ["Tây"]] });
    for (appendix, part, lies) in
        [(None, None, false), (Some("landscape"), None, true), (Some("landscape"), Some("portrait"), false)]
    {
        let mut report = example("xa-q3-2023.json");
        report["tables"] = json!({ "t": table });
        report["appendices"] = json!([{ "title": "Danh sách", "parts": [{ "table": "t" }] }]);
        if let Some(way) = appendix {
            report["appendices"][0]["orientation"] = json!(way);
        }
        if let Some(way) = part {
            report["appendices"][0]["parts"][0]["orientation"] = json!(way);
        }
        let layout = lay_out(&report);
        let (width, height) = layout.sizes[layout.line("Thôn").page - 1];
        assert_eq!(width > height, lies, "{appendix:?} {part:?}");
    }
}

/// The distance of the last two upright rules of a table: the width of its last column.
fn last_column(layout: &Layout, page: usize) -> f64 {
    let upright = layout.shapes.iter().filter(|shape| shape.page == page && shape.width < 1.0 && shape.height > 5.0);
    let mut rules: Vec<f64> = upright.map(|shape| shape.x).collect();
    rules.sort_by(f64::total_cmp);
    rules.dedup_by(|a, b| (*a - *b).abs() < 1.0);
    let [.., before, last] = rules[..] else { panic!("{rules:?}") };
    last - before
}

#[test]
fn notes_of_forms_take_what_their_words_need() {
    let with_notes = |words: &str, every: usize| {
        let mut report = example("xa-q3-2026.json");
        for (at, figure) in report["figures"].as_object_mut().unwrap().values_mut().enumerate() {
            let value = figure.get("value").unwrap_or(figure).clone();
            *figure =
                if at % every == 0 { json!({ "value": value, "note": words }) } else { json!({ "value": value }) };
        }
        let layout = lay_out(&report);
        let page = layout.line("Biểu mẫu 3").page;
        (last_column(&layout, page), layout.sizes.len())
    };
    let long = "Số liệu do Phòng Văn hóa - Xã hội tổng hợp từ báo cáo của các thôn, có đối chiếu với Hệ thống thông tin giải \
                quyết thủ tục hành chính của tỉnh đến hết ngày chốt số liệu của kỳ báo cáo";
    let (none, few, ribbons, many) = (
        with_notes("", 1),
        with_notes("Văn bản của xã trước sắp xếp", 40),
        with_notes(long, 4),
        with_notes(
            "Số liệu lấy trên Hệ thống thông tin giải quyết thủ tục hành chính của tỉnh, có đối chiếu với sổ theo dõi",
            1,
        ),
    );
    assert!(none.0 < 75.0, "an empty column leaves its room to the labels: {none:?}");
    assert!(few.0 < 90.0 && few.1 <= none.1 + 1, "a few notes do not take it from them: {few:?} {none:?}");
    assert!(ribbons.0 > 95.0, "long ones stand in no ribbon: {ribbons:?}");
    assert!(many.0 > few.0 + 25.0, "notes in all rows have it: {many:?} {few:?}");
}

/// What a unit says on several lines stands on as many, and no heading of a form takes more than two.
#[test]
fn words_of_forms_keep_their_lines() {
    for (name, lines) in [
        ("xa-q3-2026.json", ["Trực tuyến = 0", "Phát phiếu = 1", "Kết hợp = 2"]),
        ("huyen-q3-2023.json", ["Trực tuyến = 0", "Phát phiếu = 1", "Kết hợp = 2"]),
    ] {
        let layout = lay_out(&example(name));
        for line in lines {
            assert!(layout.all_lines().iter().any(|one| one.text.contains(line)), "{name}: {line}");
        }
        let top = layout.line("Kết quả thống kê").y;
        let first = layout.line("Đơn vị tính");
        let bottom = layout.rule_heights(first.page).into_iter().find(|rule| *rule > first.y).unwrap();
        assert!(bottom - top < 60.0, "{name}: {top} {bottom}");
    }
}
