//! Running text: how evenly words stand in their lines, and how paragraphs end.

use baocao::{Composed, Folder, Office, ReportFile};

use super::measure::{Layout, MM, Run, measure};

/// The natural width of a space, in units of the size.
const SPACE: f64 = 0.25;

/// A line of running text: what stands on one baseline between the margins.
struct Row {
    page: usize,
    left: f64,
    right: f64,
    y: f64,
    text: String,
    /// The widest space between two words, in natural ones.
    gap: f64,
}

/// All shipped examples, laid out.
pub fn examples() -> Vec<(String, Composed, Layout)> {
    let (office, folder) = (Office::default(), Folder::new(baocao_testing::project("examples")));
    let names = std::fs::read_dir(baocao_testing::project("examples")).expect("the examples");
    let mut names: Vec<String> = names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| name.ends_with(".json"));
    names.sort();
    let lay_out = |name: String| {
        let report = ReportFile::open(&folder, &name, office.limits()).unwrap();
        let composed = office.compose(report).value.unwrap_or_else(|| panic!("{name}"));
        let pages = office.pages(&composed, None).value.unwrap_or_else(|| panic!("{name}"));
        (name, composed, measure(&pages))
    };
    names.into_iter().map(lay_out).collect()
}

/// The lines of the text block of a page: those as wide as it, and those that end a paragraph of them.
fn rows(layout: &Layout, page: usize) -> Vec<Row> {
    let mut runs: Vec<&Run> = layout.runs.iter().filter(|run| run.page == page && run.size > 10.5).collect();
    runs.sort_by(|a, b| (a.y, a.x).partial_cmp(&(b.y, b.x)).unwrap());
    let mut rows: Vec<Row> = Vec::new();
    for run in runs {
        let text = run.text.trim_end();
        let mut gap: f64 = 0.0;
        for (index, (letter, left)) in run.letters.iter().enumerate() {
            let next = run.letters.get(index + 1).map(|(_, next)| *next);
            // A space that ends a line has no width.
            if *letter == ' ' || *letter == '\u{a0}' {
                gap = gap.max((next.unwrap_or(run.x + run.width) - left) / run.size / SPACE);
            }
        }
        let right = run.x + run.width;
        match rows.last_mut().filter(|row| (row.y - run.y).abs() < 0.3) {
            Some(row) => {
                row.text.push_str(&run.text);
                row.right = row.right.max(right);
                row.gap = row.gap.max(gap);
            }
            None => rows.push(Row { page, left: run.x, right, y: run.y, text: run.text.clone(), gap }),
        }
        let _ = text;
    }
    rows
}

#[test]
fn words_stand_evenly_and_paragraphs_do_not_end_in_a_scrap() {
    let (mut lines, mut gaping, mut worst, mut scraps) = (0, 0, 0.0_f64, 0);
    let mut short = [0; 40];
    for (name, composed, layout) in examples() {
        for (index, (width, _)) in layout.sizes.iter().enumerate() {
            if *width > 600.0 {
                continue;
            }
            let style = &composed.document.style;
            let (left, right) = (style.margin_left_mm * MM, width - style.margin_right_mm * MM);
            let rows = rows(&layout, index + 1);
            let full = |row: &Row| (row.right - right).abs() < 0.5 && row.left < left + 14.0 * MM;
            for (at, row) in rows.iter().enumerate() {
                if full(row) {
                    lines += 1;
                    worst = worst.max(row.gap);
                    if row.gap > 2.0 {
                        gaping += 1;
                        println!("{name} {} {:.2} {}", row.page, row.gap, row.text);
                    }
                }
                let before = at.checked_sub(1).and_then(|before| rows.get(before));
                let follows = before.is_some_and(|before| full(before) && row.y - before.y < 26.0);
                if follows && !full(row) && (row.left - left).abs() < 1.0 {
                    let part = (row.right - row.left) / (right - left);
                    short[(part * 40.0) as usize] += 1;
                    if part < 0.1 {
                        scraps += 1;
                        println!("RUNT {name} {} {:.3} {}", row.page, part, row.text);
                    }
                }
            }
        }
    }
    println!("{lines} lines, {gaping} gaping, worst {worst:.2}, {scraps} scraps {short:?}");
}
