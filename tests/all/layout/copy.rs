//! Copies: the block of a copy on paper as form 3.1 of the decree has it, the line of an electronic one, extracts.

use baocao::{Folder, Office, Pages, ReportFile, ShelfPath, Standards};
use baocao_core::document::{CopyForm, CopyOrder, Issued};
use baocao_core::report::CopyFile;
use baocao_pdf::Mark;
use serde_json::{Value, json};

use super::measure::{Layout, Line, MM, example, lay_out, measure, near};
use super::signing::named;

fn by() -> Value {
    json!({
        "organ": { "organ_name": "SỞ NỘI VỤ", "short_name": "Sở Nội vụ tỉnh An Lạc" },
        "code_number": 5,
        "abbreviation": "SNV",
        "promulgation": { "place": "An Lạc", "date": "2023-09-12" },
        "signers": [{ "competence": ["TL. GIÁM ĐỐC"], "position": "CHÁNH VĂN PHÒNG", "full_name": "Trần Thị Bình" }],
        "recipients": ["Các phòng chuyên môn", "Lưu: VT"],
    })
}

/// What is told of each extract of a document with appendices.
const NO_APPENDICES: &str = "ban-sao/khong-co-phu-luc";

/// A report that was issued.
fn issued(name: &str) -> Value {
    let mut report = example(name);
    report["document"]["code_number"] = json!(12);
    report["document"]["promulgation"]["date"] = json!("2023-09-08");
    report
}

/// What comes of a copy, the ids of what was told, and the program.
fn made(report: &Value, by: &Value, order: CopyOrder) -> (Option<Pages>, Vec<String>) {
    let office = Office::default();
    let folder = Folder::new(baocao_testing::project("tests/all/layout"));
    let report = ReportFile::new("report.json", serde_json::to_vec(report).unwrap());
    let by = CopyFile { name: "sao.json".to_owned(), bytes: serde_json::to_vec(by).unwrap(), order };
    let composed = office.copy(report.beside(&folder, ShelfPath::root()), by);
    let made = composed.and_then(|composed| office.pages(&composed, Some(&Standards::default())));
    let told = made.review.findings.iter().map(|finding| finding.id.to_string()).collect();
    (made.value, told)
}

fn order(form: CopyForm, electronic: bool, sections: &[&str]) -> CopyOrder {
    CopyOrder {
        form,
        electronic,
        sections: sections.iter().map(|name| (*name).to_owned()).collect(),
        issued: Issued::default(),
    }
}

#[test]
fn below_a_lying_appendix_the_rule_is_as_wide_as_the_text() {
    let mut report = issued("xa-q3-2023.json");
    report["appendices"] = json!([{ "title": "Thống kê số liệu", "forms": ["chi-dao"], "orientation": "landscape" }]);
    let layout = on_paper(&report, &by(), CopyForm::SaoY);
    let form = last(&layout, "SAO Y");
    assert!(near(layout.sizes[form.page - 1].0, 297.0 * MM), "{:?}", layout.sizes);
    let rule = layout.rules(form.page).into_iter().rfind(|rule| rule.y < form.y - 5.0).unwrap();
    assert!(near(rule.width, (297.0 - 55.0) * MM), "{rule:?}");
    assert_eq!(last(&layout, "Trần Thị Bình").page, form.page);
}

/// A copy on paper of which nothing is told.
fn on_paper(report: &Value, by: &Value, form: CopyForm) -> Layout {
    let (pages, told) = made(report, by, order(form, false, &[]));
    assert_eq!(told, Vec::<String>::new());
    measure(&pages.unwrap())
}

/// The last line that holds a text.
fn last(layout: &Layout, text: &str) -> Line {
    layout.all_lines().into_iter().rfind(|line| line.text.contains(text)).unwrap_or_else(|| panic!("{text}"))
}

#[test]
fn the_block_stands_below_a_rule_after_the_last_part() {
    for (form, words, symbol) in
        [(CopyForm::SaoY, "SAO Y", "Số: 05/SY-SNV"), (CopyForm::SaoLuc, "SAO LỤC", "Số: 05/SL-SNV")]
    {
        let mut report = issued("xa-q3-2023.json");
        report["appendices"] = json!([]);
        let layout = on_paper(&report, &by(), form);
        let [organ, form] = ["SỞ NỘI VỤ", words].map(|text| last(&layout, text));
        assert!(organ.bold && (12.0..=13.0).contains(&organ.size) && form.bold && (13.0..=14.0).contains(&form.size));
        assert!(organ.right < form.x, "{organ:?} {form:?}");
        let rule = layout.rules(form.page).into_iter().rfind(|rule| rule.y < form.y - 5.0).unwrap();
        assert!(near(rule.x, 35.0 * MM) && near(rule.width, 155.0 * MM), "{rule:?}");
        let short = layout.rule_under(&organ);
        let share = short.width / (organ.right - organ.x);
        assert!((1.0 / 3.0..=0.5).contains(&share), "{share}");
        let (number, date) = (last(&layout, symbol), last(&layout, "An Lạc, ngày 12 tháng 9 năm 2023"));
        assert!(near(number.y, date.y) && number.y > form.y && near(number.size, 13.0) && date.italic);
        let (title, line) = (last(&layout, "Nơi nhận:"), last(&layout, "- Các phòng chuyên môn;"));
        assert!(title.bold && title.italic && near(title.size, 12.0) && near(line.size, 11.0) && title.y > date.y);
        let (authority, name) = (last(&layout, "TL. GIÁM ĐỐC"), last(&layout, "Trần Thị Bình"));
        assert!(authority.bold && authority.x > 105.0 * MM && name.y - authority.y > 36.0 * MM);
        let lines = [&organ, &form, &number, &date, &title, &line, &authority, &name];
        assert!(lines.iter().all(|line| line.page == form.page), "one block: {lines:?}");
    }
}

/// A long name beside a long place is cut inside no word: the date leans over to the number instead.
#[test]
fn the_name_of_the_organ_is_cut_in_no_copy() {
    let mut report = issued("xa-q3-2023.json");
    report["appendices"] = json!([]);
    for name in [
        "VĂN PHÒNG HỘI ĐỒNG NHÂN DÂN VÀ ỦY BAN NHÂN DÂN XÃ THẠNH HÓA",
        "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP VÀ KHU KINH TẾ TỈNH AN LẠC",
    ] {
        let mut by = by();
        by["organ"]["organ_name"] = json!(name);
        by["promulgation"]["place"] = json!("Thạnh Hóa Phước Vĩnh Đông");
        let layout = on_paper(&report, &by, CopyForm::SaoY);
        let form = last(&layout, "SAO Y");
        let number = last(&layout, "Số: 05/SY");
        let lines = layout.lines(form.page).into_iter();
        let lines: Vec<Line> =
            lines.filter(|line| line.y > form.y - 3.0 && line.y < number.y - 5.0 && line.x < form.x).collect();
        for half in ["NHÂN", "HỘI", "ỦY", "VĂN", "QUẢN", "CÔNG", "KINH", "AN"] {
            assert!(lines.iter().all(|line| !line.text.trim().ends_with(&format!(" {half}"))), "{half}: {lines:?}");
        }
        assert!(lines.iter().all(|line| line.right < form.x), "{lines:?} {form:?}");
        let date = last(&layout, "ngày 12 tháng 9");
        assert!(
            near(number.y, date.y) && number.right < date.x && date.right < 190.0 * MM + 0.5,
            "{number:?} {date:?}"
        );
    }
}

#[test]
fn with_appendices_the_last_part_is_the_last_appendix() {
    for name in ["xa-q3-2023.json", "so-6-thang-2024.json", "huyen-q3-2023.json", "xa-q3-2026.json"] {
        let report = issued(name);
        let (whole, copy) = (lay_out(&report), on_paper(&report, &by(), CopyForm::SaoY));
        let form = last(&copy, "SAO Y");
        assert_eq!(form.page, copy.sizes.len(), "{name}");
        assert!(copy.sizes.len() - whole.sizes.len() <= 1, "{name}");
        // On the same sheet where there is room: otherwise it says what it belongs to.
        let guide = copy.lines(form.page).into_iter().find(|line| line.text.starts_with("(Bản sao y Báo cáo số 12/"));
        assert_eq!(guide.is_some(), copy.sizes.len() > whole.sizes.len(), "{name}");
        // The document itself is laid out as it was.
        for page in 1..=whole.sizes.len() {
            let texts = |layout: &Layout| layout.lines(page).into_iter().map(|line| line.text).collect::<Vec<_>>();
            assert!(texts(&copy).starts_with(&texts(&whole)), "{name}: page {page}");
        }
    }
}

#[test]
fn the_block_is_never_split_and_never_nameless() {
    let mut report = issued("xa-q3-2023.json");
    report["appendices"] = json!([]);
    let (mut alone, mut together) = (0, 0);
    for lines in (0..48).step_by(4) {
        report["document"]["recipients"] = (0..=lines).map(|line| json!(format!("Nơi nhận {line}"))).collect();
        let layout = on_paper(&report, &by(), CopyForm::SaoY);
        let (form, name) = (last(&layout, "SAO Y"), last(&layout, "Trần Thị Bình"));
        assert_eq!(form.page, name.page, "{lines}");
        let above = layout.lines(form.page).into_iter().filter(|line| line.y < form.y && line.y > 25.0 * MM);
        let above: Vec<String> = above.map(|line| line.text).collect();
        let guide = above.iter().any(|text| text.starts_with("(Bản sao y Báo cáo số 12/BC-UBND"));
        let others = above.iter().any(|text| text.contains("Nơi nhận"));
        assert!(guide != others, "{lines}: {above:?}");
        if guide { alone += 1 } else { together += 1 }
    }
    assert!(alone > 0 && together > 0, "{alone} {together}");
}

#[test]
fn long_recipients_run_on_below_the_signature() {
    let mut own = by();
    own["recipients"] = (0..60).map(|line| json!(format!("Đơn vị nhận bản sao {line}"))).collect();
    let mut report = issued("xa-q3-2023.json");
    report["appendices"] = json!([]);
    let layout = on_paper(&report, &own, CopyForm::SaoY);
    let (form, name) = (last(&layout, "SAO Y"), last(&layout, "Trần Thị Bình"));
    assert_eq!(form.page, name.page);
    assert!((0..60).all(|line| layout.text().contains(&format!("nhận bản sao {line}"))));
}

#[test]
fn only_the_copy_is_signed_numbered_and_dated() {
    let mut report = issued("xa-q3-2023.json");
    report["document"]["code_number"].take();
    let mut own = by();
    own["code_number"].take();
    own["promulgation"]["date"] = json!("2023-09");
    let (pages, told) = made(&report, &own, order(CopyForm::SaoY, false, &[]));
    assert_eq!(told, ["ban-sao/chua-ban-hanh"]);
    let file = Office::default().print(&pages.unwrap(), &Standards::default()).value.unwrap();
    let places = named(&file);
    let marks: Vec<(Mark, usize)> = places.iter().map(|place| (place.mark, place.signer)).collect();
    // The document has one signer, whose number is 1.
    assert_eq!(marks, Mark::ALL.map(|mark| (mark, 2)));
}

#[test]
fn an_electronic_extract_has_its_line_in_the_corner_and_no_block() {
    let mut own = by();
    own["signing_time"] = json!("2023-09-12T09:15:30+07:00");
    let (pages, told) = made(&issued("xa-q3-2023.json"), &own, order(CopyForm::TrichSao, true, &["II"]));
    assert_eq!(told, [NO_APPENDICES]);
    let layout = measure(&pages.unwrap());
    let line = layout.line("TRÍCH SAO; Sở Nội vụ tỉnh An Lạc; 12/9/2023; 09:15:30 +07:00");
    assert!(line.page == 1 && near(line.size, 10.0) && !line.bold && !line.italic && line.y < 25.0 * MM, "{line:?}");
    assert!(near(line.right, 190.0 * MM), "{line:?}");
    assert!(!layout.text().contains("Trần Thị Bình"));
    own["signing_time"].take();
    let (_, told) = made(&issued("xa-q3-2023.json"), &own, order(CopyForm::TrichSao, true, &["II"]));
    assert_eq!(told, ["ban-sao/chua-co-gio-ky", NO_APPENDICES]);
}

/// The headings of a text, and the lines that stand for what is left out.
fn outline(layout: &Layout) -> Vec<String> {
    let lines = layout.all_lines().into_iter().map(|line| line.text.trim().to_owned());
    lines.filter(|text| text == "…" || text.split_once(". ").is_some_and(|(number, _)| is_number(number))).collect()
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|letter| "IVX0123456789".contains(letter))
}

#[test]
fn an_extract_keeps_its_sections_their_headings_and_numbers() {
    let mut report = issued("xa-q3-2026.json");
    report["appendices"] = json!([]);
    report["numbering"] = json!(["roman", "decimal"]);
    report["outline"] = json!([
        { "title": "Chung", "text": "Phần chung." },
        { "title": "Kết quả", "text": "Phần dẫn.", "sections": [
            { "title": "Một", "text": "Nội dung một." },
            { "title": "Hai", "text": "Nội dung hai.", "sections": [] },
            { "title": "Ba", "text": "Nội dung ba." },
        ]},
        { "title": "Phương hướng", "text": "Nội dung phương hướng." },
    ]);
    report["sections"] = json!({ "mo-dau": "Lời mở đầu.", "ket-thuc": "Lời kết." });
    let extract = |sections: &[&str]| {
        let (pages, told) = made(&report, &by(), order(CopyForm::TrichSao, false, sections));
        assert_eq!(told, Vec::<String>::new(), "{sections:?}");
        measure(&pages.unwrap())
    };
    let layout = extract(&["II.2"]);
    assert_eq!(outline(&layout), ["…", "II. KẾT QUẢ", "…", "2. Hai", "…"]);
    let text = layout.text();
    assert!(text.contains("Nội dung hai.") && !text.contains("Nội dung ba.") && !text.contains("Phần dẫn."), "{text}");
    assert!(!text.contains("./."), "what is left out does not end the text");
    // Header and signatures stay.
    assert!(text.contains("Số: 12/") && text.contains("TRÍCH SAO") && text.contains("Số: 05/TrS-SNV"));
    assert_eq!(outline(&extract(&["II"])), ["…", "II. KẾT QUẢ", "1. Một", "2. Hai", "3. Ba", "…"]);
    assert_eq!(outline(&extract(&["II.2."])), outline(&layout), "as it is printed");
    assert_eq!(outline(&extract(&["I", "II.3"])), ["I. CHUNG", "II. KẾT QUẢ", "…", "3. Ba", "…"]);
}

#[test]
fn sections_are_found_by_their_ids_too() {
    let report = issued("xa-q3-2023.json");
    let (_, told) = made(&report, &by(), order(CopyForm::TrichSao, false, &["khong-co-that"]));
    assert_eq!(told, ["ban-sao/muc-khong-co", NO_APPENDICES]);
    let office = Office::default();
    let read = office.compose(ReportFile::new("a.json", serde_json::to_vec(&report).unwrap())).value.unwrap();
    let first = &read.script.set().outline.sections[0].id;
    let (pages, told) = made(&report, &by(), order(CopyForm::TrichSao, false, &[first]));
    assert_eq!(told, [NO_APPENDICES]);
    assert!(measure(&pages.unwrap()).sizes.len() < lay_out(&report).sizes.len());
}

#[test]
fn what_the_decree_does_not_know_is_refused() {
    let report = issued("xa-q3-2023.json");
    for (order, id) in [
        (order(CopyForm::SaoY, true, &[]), "ban-sao/khong-co-dang-dien-tu"),
        (order(CopyForm::SaoLuc, true, &[]), "ban-sao/khong-co-dang-dien-tu"),
        (order(CopyForm::TrichSao, false, &[]), "ban-sao/muc-can-trich"),
        (order(CopyForm::SaoY, false, &["II"]), "ban-sao/muc-can-trich"),
    ] {
        let (pages, told) = made(&report, &by(), order);
        assert!(pages.is_none() && told.contains(&id.to_owned()), "{told:?}");
    }
}
