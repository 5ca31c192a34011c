//! Paper, margins, fonts, page numbers.

use serde_json::json;

use super::measure::{MM, example, lay_out, near};

#[test]
fn paper_is_a4() {
    let layout = lay_out(&example("huyen-q3-2023.json"));
    for (width, height) in &layout.sizes {
        assert!(near(*width, 210.0 * MM) && near(*height, 297.0 * MM), "{width} x {height}");
    }
}

#[test]
fn text_keeps_the_margins_of_the_decrees_samples() {
    for name in ["huyen-q3-2023.json", "so-6-thang-2024.json"] {
        let layout = lay_out(&example(name));
        let (top, bottom, left, right) = (25.0 * MM, (297.0 - 20.0) * MM, 35.0 * MM, (210.0 - 20.0) * MM);
        for run in &layout.runs {
            let is_page_number = run.y < top && run.text.chars().all(|c| c.is_ascii_digit());
            if is_page_number {
                continue;
            }
            // The national name reaches into a wide right margin, as in the decree's own sample, but never past 15 mm.
            let right = if run.page == 1 && run.y < top + 80.0 { (210.0 - 15.0) * MM } else { right };
            assert!(run.x > left - 0.5, "{name}: left: {run:?}");
            assert!(run.x + run.width < right + 0.5, "{name}: right: {run:?}");
            assert!(run.y - 0.7 * run.size > top - 0.5, "{name}: top: {run:?}");
            assert!(run.y < bottom + 0.5, "{name}: bottom: {run:?}");
        }
    }
}

#[test]
fn margins_move_with_the_style_block() {
    let mut report = example("xa-q3-2023.json");
    report["style"] = json!({ "margins_mm": { "left": 30, "right": 15, "top": 20, "bottom": 25 } });
    let layout = lay_out(&report);
    let line = layout.lines(2).into_iter().find(|line| line.text.len() > 60).unwrap();
    let leftmost =
        layout.runs.iter().filter(|run| run.page == 2 && run.y > 80.0).map(|run| run.x).fold(f64::MAX, f64::min);
    let lowest = layout.runs.iter().filter(|run| run.page == 2).map(|run| run.y).fold(0.0, f64::max);
    assert!(near(leftmost, 30.0 * MM), "{leftmost}");
    assert!(lowest < (297.0 - 25.0) * MM);
    assert!(line.right < (210.0 - 15.0) * MM + 4.0);
}

#[test]
fn letters_are_times_and_black() {
    let mut report = example("huyen-q3-2023.json");
    report["document"]["stamps"] = json!({ "urgency": "urgent" });
    let layout = lay_out(&report);
    for run in &layout.runs {
        assert_eq!(run.family, "Liberation Serif");
        assert!(run.black || run.text == "KHẨN", "{run:?}");
    }
}

#[test]
fn page_numbers_stand_in_the_middle_of_the_top_margin_from_page_two() {
    let layout = lay_out(&example("xa-q3-2023.json"));
    let margin = 25.0 * MM;
    let text_center = (35.0 + 155.0 / 2.0) * MM;
    let number_of = |page: usize| {
        layout.lines(page).into_iter().find(|line| line.y < margin && line.text.trim().parse::<u32>().is_ok())
    };
    assert!(number_of(1).is_none(), "the first page carries no number");
    let first_of_appendix = (1..=layout.sizes.len())
        .find(|page| layout.lines(*page).iter().any(|line| line.text.trim() == "Phụ lục"))
        .expect("the example has an appendix");
    for page in 2..=layout.sizes.len() {
        let number = number_of(page);
        // Every appendix counts from one on its own, and its first page carries no number either.
        let expected = if page < first_of_appendix { page } else { page - first_of_appendix + 1 };
        if expected == 1 {
            assert!(number.is_none(), "page {page}: {number:?}");
            continue;
        }
        let number = number.unwrap_or_else(|| panic!("page {page} has no number"));
        assert_eq!(number.text.trim(), expected.to_string(), "page {page}");
        assert!((13.0..=14.0).contains(&number.size) && !number.bold && !number.italic);
        assert!(near(number.center(), text_center), "{number:?}");
        assert!((number.y - number.size * 0.33 - margin / 2.0).abs() < 3.0, "{number:?}");
    }
}

#[test]
fn landscape_pages_carry_their_number_at_the_top_of_the_turned_page() {
    let mut report = example("xa-q3-2023.json");
    report["appendices"] = json!([
        { "title": "Một", "forms": ["chi-dao"] },
        { "title": "Hai", "forms": ["thu-tuc-hanh-chinh", "chi-dao"], "orientation": "landscape" },
        { "title": "Ba", "forms": ["the-che"] }
    ]);
    let layout = lay_out(&report);
    let first = layout.line("Phụ lục II").page;
    assert!(near(layout.sizes[first - 1].0, 297.0 * MM) && near(layout.sizes[first - 1].1, 210.0 * MM));
    let number = layout.lines(first + 1).into_iter().find(|line| line.y < 25.0 * MM).unwrap();
    assert_eq!(number.text.trim(), "2");
    assert!(near(number.center(), (35.0 + (297.0 - 55.0) / 2.0) * MM));
    let third = layout.line("Phụ lục III").page;
    assert!(near(layout.sizes[third - 1].0, 210.0 * MM));
}
