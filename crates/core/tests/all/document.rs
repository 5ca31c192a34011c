//! The composed document: commas on one axis, rows that stay together, cells that cover rows.

use baocao_core::document::{Align, Cell, Column, Inline, Parting, Row, Style, Table, axis, plain_text, width};
use baocao_core::report::Orientation;

#[test]
fn commas_stand_on_one_axis() {
    let mut cells = ["1.250", "75,86", "5", "chữ", ""].map(|text| Cell::new(Inline::text(text)));
    let mut column = Column { share: 1.0, align: Align::Center, air: 0.0 };
    axis(&mut column, 5.5, cells.iter_mut());
    assert_eq!((column.align, column.air), (Align::Right, 1.0));
    assert_eq!(cells.each_ref().map(|cell| cell.pad), [Some(1.25), None, Some(1.25), None, None]);
    assert_eq!(cells[3].align, Some(Align::Center));
    assert_eq!(cells[4].align, None);
}

fn text(cell: &Cell) -> String {
    plain_text(&cell.text)
}

fn table(rows: Vec<Vec<Cell>>, columns: usize) -> Table {
    let columns = vec![Column { share: 1.0, align: Align::Center, air: 0.0 }; columns];
    Table::new(String::new(), columns, Vec::new(), rows.into_iter().map(Row::new).collect())
}

/// Settled on an upright page.
fn settled(mut table: Table) -> Table {
    table.settle(&Style::default().room(Orientation::Portrait), false);
    table
}

fn cell(text: &str) -> Cell {
    Cell::new(Inline::text(text))
}

#[test]
fn spans_are_cut_where_the_page_ends_and_say_the_same_again() {
    let mut rows = vec![vec![cell("1"), cell("Trong đó").span(1, 4), cell("a")]];
    rows.extend(["b", "c", "d"].map(|value| vec![cell("x"), cell(value)]));
    let mut table = table(rows, 3);
    part(&mut table, |row| Some(usize::from(row >= 2)));
    let shown: Vec<Vec<(String, usize)>> =
        table.body.iter().map(|row| row.cells.iter().map(|cell| (text(cell), cell.rowspan)).collect()).collect();
    assert_eq!(shown[0][1], ("Trong đó".to_owned(), 2));
    assert_eq!(shown[2][1], ("Trong đó".to_owned(), 2));
    assert_eq!(shown[2].len(), 3);
    assert_eq!(shown[3].len(), 2);
}

/// Parts a table that was laid out on these pages.
fn part(table: &mut Table, page: impl Fn(usize) -> Option<usize>) {
    let room = Style::default().room(Orientation::Portrait);
    let parting = table.parting(&Parting::default(), &room, page);
    table.part(&parting, &room);
}

/// Rows at the foot of a page that are too low for what their cell says go to the next page with the rows after them; a page
/// that would not hold all of them holds as many as it can.
#[test]
fn a_part_of_a_cell_is_not_lower_than_what_it_says() {
    let reason = "Vướng mắc giải phóng mặt bằng; nhà thầu thi công chậm; chờ hướng dẫn của cấp trên. ".repeat(3);
    for (count, parts) in [(9, vec![9]), (80, vec![33, 47])] {
        let mut rows = vec![vec![cell(&reason).span(1, count), cell("a")]];
        rows.extend((1..count).map(|_| vec![cell("b")]));
        let mut table = settled(table(rows, 2));
        part(&mut table, |row| Some(usize::from(row >= 1)));
        let spans: Vec<usize> =
            table.body.iter().filter(|row| row.cells.len() == 2).map(|row| row.cells[0].rowspan).collect();
        assert_eq!(spans, parts);
        assert!(table.body[0].cells[0].whole);
    }
}

#[test]
fn rows_under_a_short_span_need_no_other_hold() {
    let mut rows = vec![vec![cell("n").span(1, 3), cell("a")]];
    rows.extend(["b", "c"].map(|value| vec![cell(value)]));
    let table = settled(table(rows, 2));
    assert!(table.body.iter().all(|row| !row.keep_with_next && !row.watch));
}

/// Whether each row is kept with the next, and whether it may be broken.
fn held(table: &Table) -> (Vec<bool>, Vec<bool>) {
    table.body.iter().map(|row| (row.keep_with_next, row.tall)).unzip()
}

#[test]
fn a_row_that_would_fill_half_a_page_may_be_broken() {
    let text = |count: usize| "chữ ".repeat(count);
    // Two columns of 77 mm: a line of 12 pt holds about ten words of three letters and a space.
    let rows = [400, 40, 500, 40].map(|count| vec![cell("1"), cell(&text(count))]);
    let (kept, tall) = held(&settled(table(rows.to_vec(), 2)));
    assert_eq!(tall, [true, false, true, false]);
    assert_eq!(kept, [false; 4], "a high table is no small one, which is kept whole");
}

#[test]
fn rows_that_would_fill_a_page_are_not_kept_together() {
    let row = vec![cell("1"), cell(&"chữ ".repeat(160))];
    let (kept, tall) = held(&settled(table(vec![row; 6], 2)));
    assert_eq!(tall, [false; 6]);
    assert_eq!(kept, [true, false, false, true, false, false]);
    let (kept, _) = held(&settled(table(vec![vec![cell("1"), cell("chữ")]; 6], 2)));
    assert_eq!(kept, [true, true, true, true, true, false]);
}

#[test]
fn a_long_text_over_rows_is_not_said_again() {
    let long = "chữ ".repeat(600);
    let mut rows = vec![vec![cell(&long).span(1, 3), cell("a")]];
    rows.extend(["b", "c"].map(|value| vec![cell(value)]));
    let mut table = settled(table(rows, 2));
    assert!(table.body.iter().all(|row| row.watch), "the cell may be broken");
    assert_eq!(held(&table).1, [false, false, true]);
    part(&mut table, Some);
    assert!(table.body[1..].iter().all(|row| row.cells.len() == 1));
}

/// A typed table has the widths and the axes of other tables, in smaller letters where it must be.
#[test]
fn typed_tables_share_the_page_as_others_do() {
    let room = Style::default().room(Orientation::Portrait);
    let typed = |text: &str| {
        let pieces = baocao_core::markdown::parse(text, None, &mut Vec::new());
        let table = pieces.into_iter().find_map(|piece| match piece {
            baocao_core::markdown::Piece::Table(table) => Some(table),
            _ => None,
        });
        let mut table = table.expect("a table");
        let fits = table.share_columns(&room);
        (table, fits)
    };
    let columns = 10;
    let head = format!("|STT|Đơn vị|{}\n|---|---|{}\n", "Chỉ tiêu|".repeat(columns), "---|".repeat(columns));
    let row = |value: &str| format!("|1|Văn phòng Ủy ban nhân dân|{}\n", format!("{value}|").repeat(columns));
    let (table, fits) = typed(&format!("{head}{}{}", row("1.250"), row("7,5")));
    assert!(fits.is_ok() && table.size_pt.is_some_and(|size| size < 12.0), "{fits:?} {:?}", table.size_pt);
    let size = table.size_pt.expect("a size");
    let air = 2.0 * table.inset_pt;
    assert!(table.columns[0].share - air >= width::Face::Bold.of("STT") * size, "STT stands inside its column");
    for column in &table.columns[2..] {
        assert!(column.share - air >= width::of("1.250,5") * size && column.align == Align::Right);
    }
    let pads: Vec<Option<f64>> = table.body.iter().map(|row| row.cells[2].pad).collect();
    assert_eq!(pads, [Some(width::POINT + width::DIGIT), None], "commas stand on one axis");
    let (_, fits) = typed(&format!("{head}{}", row("1.234.567.890")));
    assert!(fits.is_err_and(|missing| missing > 100.0));
    let (table, _) = typed(
        "|Việc|Hạn|Nơi|\n|---|---|---|\n|Rà soát|15/9/2026|http://mot-dia-chi.rat-dai.example/khong-co-dau-cach|\n",
    );
    assert_eq!([0, 1].map(|at| table.columns[at].align), [Align::Left, Align::Center]);
    let text = plain_text(&table.body[0].cells[2].text);
    let wide = (table.columns[2].share - air) / table.size_pt.expect("a size");
    assert!(text.split('\u{200b}').all(|part| width::of(part) <= wide), "{text:?} in {wide}");
}

/// Small tables are kept whole where they are low; a higher one may begin at the foot of a page.
#[test]
fn only_low_tables_are_kept_whole() {
    let long = "Ủy ban nhân dân xã đã chỉ đạo các bộ phận tăng cường kiểm tra, đôn đốc việc thực hiện. ".repeat(6);
    for (text, count, kept) in [("ngắn", 5, 4), (long.as_str(), 5, 3), (long.as_str(), 2, 1), ("ngắn", 20, 3)] {
        let table = settled(table((0..count).map(|_| vec![cell(text), cell("1")]).collect(), 2));
        assert_eq!(table.body.iter().filter(|row| row.keep_with_next).count(), kept, "{count} rows");
    }
}

/// A table has a short tail where its last page holds a few rows of it.
#[test]
fn short_tails_are_seen() {
    let table = settled(table((0..20).map(|_| vec![cell("x")]).collect(), 1));
    for (tail, short) in [(0, false), (1, true), (4, true), (5, false)] {
        assert_eq!(table.has_short_tail(|row| Some(usize::from(row >= 20 - tail))), short, "{tail}");
    }
}
