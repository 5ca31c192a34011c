//! Running text: how evenly words stand in their lines, how paragraphs end, lists, footnotes.

use baocao::{Composed, Folder, Office, ReportFile};
use serde_json::json;

use super::measure::{Layout, MM, Run, lay_out, measure, with_opening};

/// The natural width of a space, in units of the size.
const SPACE: f64 = 0.25;

/// A line of running text: what stands on one baseline between the margins.
struct Row {
    left: f64,
    right: f64,
    y: f64,
    text: String,
    /// The widest space between two words, in natural ones.
    gap: f64,
}

/// All shipped examples, laid out.
fn examples() -> Vec<(String, Composed, Layout)> {
    let (office, folder) = (Office::default(), Folder::new(baocao_testing::project("examples")));
    let lay_out = |name: String| {
        let report = ReportFile::open(&folder, &name, office.limits()).unwrap();
        let composed = office.compose(report).value.unwrap_or_else(|| panic!("{name}"));
        let pages = office.pages(&composed, None).value.unwrap_or_else(|| panic!("{name}"));
        (name, composed, measure(&pages))
    };
    names().into_iter().map(lay_out).collect()
}

/// The names of all shipped examples.
pub fn names() -> Vec<String> {
    let files = std::fs::read_dir(baocao_testing::project("examples")).expect("the examples");
    let mut names: Vec<String> = files.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| name.ends_with(".json"));
    names.sort();
    names
}

/// The lines of a page in letters that text is set in, from top to bottom.
fn rows(layout: &Layout, page: usize) -> Vec<Row> {
    let mut runs: Vec<&Run> = layout.runs.iter().filter(|run| run.page == page && run.size > 10.5).collect();
    runs.sort_by(|a, b| (a.y, a.x).partial_cmp(&(b.y, b.x)).unwrap());
    let mut rows: Vec<Row> = Vec::new();
    for run in runs {
        let right = run.x + run.width;
        let next = run.letters.iter().skip(1).map(|(_, left)| *left).chain([right]);
        let spaces = run.letters.iter().zip(next).filter(|((letter, _), _)| *letter == ' ');
        let gap = spaces.map(|((_, left), next)| (next - left) / run.size / SPACE).fold(0.0, f64::max);
        match rows.last_mut().filter(|row| (row.y - run.y).abs() < 0.3) {
            Some(row) => {
                row.text.push_str(&run.text);
                row.right = row.right.max(right);
                row.gap = row.gap.max(gap);
            }
            None => rows.push(Row { left: run.x, right, y: run.y, text: run.text.clone(), gap }),
        }
    }
    rows
}

/// Of 1,410 lines that are set to full width 8 have a gap over twice the natural space; the widest is 2.7 spaces. Nothing but
/// symbols of documents, which no line may break, makes them.
#[test]
fn words_stand_evenly_and_paragraphs_do_not_end_in_a_scrap() {
    let (mut lines, mut gaping, mut scraps) = (0, Vec::new(), Vec::new());
    for (name, composed, layout) in examples() {
        let style = &composed.document.style;
        for (index, (width, height)) in layout.sizes.iter().enumerate().filter(|(_, (width, height))| width < height) {
            let (left, right) = (style.margin_left_mm * MM, width - style.margin_right_mm * MM);
            let indent = style.first_line_indent_cm * 10.0 * MM;
            let rows = rows(&layout, index + 1);
            let full = |row: &Row| (row.right - right).abs() < 0.5 && row.left < left + indent + 1.0;
            lines += rows.iter().filter(|row| full(row)).count();
            let gap = rows.iter().filter(|row| full(row) && row.gap > 2.0);
            gaping.extend(gap.map(|row| (row.gap, format!("{name} {}: {}", index + 1, row.text))));
            for pair in rows.windows(2) {
                let [before, row] = pair else { continue };
                let ends = full(before) && !full(row) && row.y - before.y < 26.0 && (row.left - left).abs() < 1.0;
                if ends && row.right - row.left < (right - left) / 10.0 && row.y < height - 40.0 * MM {
                    scraps.push(format!("{name} {}: {}", index + 1, row.text));
                }
            }
        }
    }
    assert!(lines > 1200, "{lines} lines");
    assert!(gaping.len() * 100 < lines, "{} of {lines} lines: {gaping:#?}", gaping.len());
    assert!(gaping.iter().all(|(gap, _)| *gap < 2.75), "{gaping:#?}");
    assert!(scraps.len() <= 1, "{scraps:#?}");
}

#[test]
fn no_line_begins_with_the_second_part_of_a_pair() {
    for shift in 0..14 {
        let text =
            format!("{}{}", "xã ".repeat(shift), "phát triển kinh tế - xã hội, tổ chức chính trị – xã hội ".repeat(9));
        for line in lay_out(&with_opening(&text)).all_lines() {
            assert!(!line.text.starts_with("- xã hội") && !line.text.starts_with("– xã hội"), "{}", line.text);
        }
    }
}

/// The numbers in small digits of a page, above the notes and before them.
fn small_numbers(layout: &Layout) -> Vec<(usize, usize)> {
    let small = layout.runs.iter().filter(|run| run.size < 9.5);
    small.filter_map(|run| Some((run.text.trim().parse().ok()?, run.page))).collect()
}

/// The pages of the small numbers of each note, from the first: of its mark and of itself.
pub fn note_pages(layout: &Layout) -> Vec<Vec<usize>> {
    let numbers = small_numbers(layout);
    let most = numbers.iter().map(|(number, _)| *number).max().unwrap_or_default();
    let pages = |note: usize| numbers.iter().filter(|(number, _)| *number == note).map(|(_, page)| *page).collect();
    (1..=most).map(pages).collect()
}

#[test]
fn notes_begin_on_the_page_of_their_marks() {
    let note =
        "Nội dung chú thích này nói rõ căn cứ của số liệu và cách tính, đủ dài để chiếm hai dòng ở chân trang in. ";
    for marks in [2, 4] {
        for lines in (0..24).step_by(2) {
            let before = "Ủy ban nhân dân xã thực hiện.\n\n".repeat(lines + 14);
            let cited: String = (1..=marks).map(|mark| format!(" hồ sơ[^{mark}],")).collect();
            let notes: String =
                (1..=marks).map(|mark| format!("\n\n[^{mark}]: {}", note.repeat(mark % 2 + 1))).collect();
            let layout = lay_out(&with_opening(&format!("{before}Có{cited} đã xong.{notes}")));
            for mark in 1..=marks {
                let pages = note_pages(&layout).swap_remove(mark - 1);
                let [of_mark, of_note] = pages[..] else { panic!("{mark}: {pages:?}") };
                assert_eq!(of_mark, of_note, "note {mark} of {marks} after {lines} lines\n{}", layout.text());
            }
            let bottom = 277.0 * MM + 0.1;
            let low: Vec<&Run> = layout.runs.iter().filter(|run| run.y > bottom).collect();
            assert!(low.is_empty(), "{marks} {lines} {low:?}");
        }
    }
}

#[test]
fn a_note_that_is_cited_again_keeps_its_number() {
    let text =
        "Một[^a], hai [^b], lại một  [^a] và hai[^b][^a].\n\n[^a]: Chú thích thứ nhất.\n\n[^b]: Chú thích thứ hai.";
    let layout = lay_out(&with_opening(text));
    let numbers: Vec<usize> = small_numbers(&layout).into_iter().map(|(number, _)| number).collect();
    // The last is a note of another section.
    assert_eq!(numbers, [1, 2, 1, 2, 1, 3, 1, 2, 3], "five marks, two notes: {}", layout.text());
    let line = layout.line("Chú thích thứ nhất");
    let number =
        layout.runs.iter().find(|run| run.size < 9.0 && run.page == line.page && (run.y - line.y).abs() < 8.0).unwrap();
    let word = layout.runs.iter().find(|run| run.text.contains("Chú thích thứ nhất")).unwrap();
    let letter = word.letters.iter().find(|(letter, _)| *letter == 'C').unwrap();
    assert!(letter.1 - (number.x + number.width) > 2.0, "a space behind the number of a note");
}

#[test]
fn lists_typed_with_any_mark_are_items() {
    let text = "Gồm:\n• Loa  truyền thanh;\n• Tờ rơi.\n\nCác việc:\n2. Báo;\n3. Đài.\n\nCụ thể:\n– Họp;\n— Tập huấn.\n\na) Một;\nb) Hai.\n\n\
                Phát triển kinh tế\n– xã hội và (điểm\na) khoản 1.";
    let layout = lay_out(&with_opening(text));
    let lines: Vec<String> = layout.lines(1).iter().map(|line| line.text.trim().to_owned()).collect();
    for item in [
        "Gồm:",
        "- Loa truyền thanh;",
        "- Tờ rơi.",
        "2. Báo;",
        "3. Đài.",
        "- Họp;",
        "- Tập huấn.",
        "a) Một;",
        "b) Hai.",
    ] {
        assert!(lines.iter().any(|line| line == item), "{item}: {lines:#?}");
    }
    assert!(lines.join(" ").contains(" Phát triển kinh tế – xã hội và (điểm a) khoản 1."), "{lines:#?}");
}

#[test]
fn hyphens_of_word_processors_are_read_as_what_they_mean() {
    let text = "Thực hiện Nghị định số 30/2020/NĐ\u{2011}CP, phòng chống COVID\u{2011}19, hành chí\u{ad}nh công.";
    let layout = lay_out(&with_opening(text));
    let text = layout.text().replace(" \n", " ").replace('\n', " ");
    assert!(text.contains("30/2020/NĐ-CP, phòng chống COVID-19, hành chính công."), "{text}");
}

#[test]
fn titles_break_by_their_sense() {
    for (subject, lines) in [
        (
            "Kết quả thực hiện công tác cải cách hành chính của các cơ quan chuyên môn quý III năm 2026",
            ["Kết quả thực hiện công tác cải cách hành chính", "của các cơ quan chuyên môn quý III năm 2026"],
        ),
        (
            "Công tác cải cách hành chính và chuyển đổi số trên địa bàn xã 6 tháng đầu năm 2026",
            ["Công tác cải cách hành chính và chuyển đổi số", "trên địa bàn xã 6 tháng đầu năm 2026"],
        ),
    ] {
        let mut report = with_opening("Ủy ban nhân dân xã báo cáo.");
        report["document"]["subject"] = json!(subject);
        let layout = lay_out(&report);
        for line in lines {
            assert_eq!(layout.line(line).text.trim(), line);
        }
    }
}

/// No line begins with the mark of a note, of several that stand beside each other either.
#[test]
fn no_line_begins_with_the_mark_of_a_note() {
    for shift in 0..40 {
        let before = format!("{}toàn trình", "xã ".repeat(shift + 15));
        for end in [".[^1][^2][^3]", "[^1][^2], [^3]", "?[^1][^2]. Xong[^3]"] {
            let text = format!("{before}{end}\n\n[^1]: Một.\n\n[^2]: Hai.\n\n[^3]: Ba.");
            let layout = lay_out(&with_opening(&text));
            for line in layout.lines(1) {
                let text = line.text.trim();
                assert!(
                    line.x > 40.0 * MM || text.len() > 8 || !text.starts_with(['1', '2', '3']) || line.y > 200.0 * MM,
                    "{shift} {end}: {line:?}"
                );
            }
        }
    }
}

/// What introduces what follows does not end a page.
#[test]
fn a_lead_in_stays_with_what_follows() {
    let mut moved = 0;
    for lines in 16..32 {
        for lead in ["Kết quả như sau:", "Các việc đã làm như sau"] {
            let before = "Xã đã hoàn thành nhiệm vụ.\n\n".repeat(lines);
            let layout = lay_out(&with_opening(&format!("{before}{lead}\n\n- Ý một;\n\n- Ý hai.")));
            let (lead, first) = (layout.line(lead), layout.line("- Ý một"));
            assert_eq!(lead.page, first.page, "after {lines} lines");
            moved += usize::from(lead.page == 2);
        }
    }
    assert!(moved > 0);
}

/// No last line of a paragraph stands alone at the top of a page because a note took its room.
#[test]
fn no_last_line_is_parted_from_its_paragraph_by_a_note() {
    let words =
        "các cơ quan chuyên môn đã chủ động triển khai nhiệm vụ được giao trong kỳ báo cáo và phối hợp chặt chẽ";
    let mut parted = 0;
    for first in 0..8 {
        // Notes in any line of paragraphs of three to six lines.
        let paragraph = |at: usize| {
            let part = |from: usize, to: usize| {
                (from..to).map(|n| words.split(' ').nth((n * 7 + at) % 21).unwrap()).collect::<Vec<_>>().join(" ")
            };
            let (count, mark) = (40 + (at * 17 + first * 5) % 40, 6 + (at * 23 + first * 3) % 66);
            let mark = mark.min(count - 2);
            if at.is_multiple_of(2) {
                format!("Mở{at} {} đây[^{at}] {} hết{at}.", part(0, mark), part(mark, count))
            } else {
                format!("Mở{at} {} hết{at}.", part(0, count))
            }
        };
        let text: Vec<String> = (0..24).map(paragraph).collect();
        let notes: Vec<String> =
            (0..24).step_by(2).map(|at| format!("[^{at}]: Kế hoạch số {} của xã.", at + 10)).collect();
        let layout = lay_out(&with_opening(&format!("{}\n\n{}", text.join("\n\n"), notes.join("\n\n"))));
        for page in 2..=layout.sizes.len() {
            let lines: Vec<_> =
                layout.lines(page).into_iter().filter(|line| line.y > 25.0 * MM && line.size > 13.0).collect();
            let Some(top) = lines.first() else { continue };
            let alone = top.text.contains("hết") && !top.text.contains("Mở");
            assert!(!alone, "{first}: page {page}: {}\n{}", top.text, layout.text());
            parted += usize::from(!top.text.contains("Mở") && !lines[1].text.contains("Mở"));
        }
    }
    assert!(parted > 2, "{parted}");
}

/// Several notes in the last line of a paragraph take the last two lines over, not one, and no more.
#[test]
fn the_last_two_lines_go_over_with_several_notes() {
    let mut over = 0;
    for lines in 8..22 {
        let before = "Xã đã hoàn thành nhiệm vụ.\n\n".repeat(lines);
        let words = "các cơ quan chuyên môn đã chủ động triển khai nhiệm vụ được giao trong kỳ báo cáo ".repeat(3);
        let notes: String = (1..9)
            .map(|at| format!("[^{at}]: {}\n\n", "Quyết định phê duyệt kết quả lựa chọn nhà thầu. ".repeat(3)))
            .collect();
        let marks: String = (1..9).map(|at| format!("[^{at}]")).collect();
        let layout = lay_out(&with_opening(&format!("{before}Mở {words} hết{marks}.\n\n{notes}")));
        let (first, last) = (layout.line("Mở các"), layout.line(" hết"));
        if first.page == last.page {
            continue;
        }
        let lines: Vec<_> =
            layout.lines(last.page).into_iter().filter(|line| line.y > 25.0 * MM && line.size > 13.0).collect();
        assert!(lines[1].text.contains("hết"), "{lines:?}");
        over += 1;
    }
    assert!(over > 0);
}
