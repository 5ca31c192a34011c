//! Small tables inside the narrative.

use baocao_core::diagnostic::Place;

use crate::sample::{expected, findings, said, with_text};

/// A cell that is not the sum of its column or its row, and one that is not computed as the rest of its column.
const TOTAL: &str = "loi-van/tong-cot-sai";
const RATE: &str = "loi-van/cot-ti-le-sai";

/// A table with its rule under the header.
fn table(header: &str, rows: &[&str]) -> String {
    let rule = "|---".repeat(header.matches('|').count() - 1);
    format!("Kết quả:\n\n{header}\n{rule}|\n{}\n\nHết.", rows.join("\n"))
}

/// What should stand in the cells that are told of, without how it is computed.
fn right(id: &str, header: &str, rows: &[&str]) -> Vec<String> {
    let number = |said: String| said.split(" = ").next().unwrap_or_default().to_owned();
    expected(id, &table(header, rows)).into_iter().map(number).collect()
}

#[test]
fn cells_know_their_places() {
    let text = table("| Thôn | Hồ sơ |", &["| Đông | 1.012 |", "| Đoài | 9 |", "| Tổng | 1.022 |"]);
    let report = with_text(TOTAL, &text);
    assert_eq!(said(TOTAL, &report), [("1.022".to_owned(), "1.021 = 1.012 + 9".to_owned())]);
    let finding = findings(&report).into_iter().find(|finding| finding.id == TOTAL).expect("a finding");
    let place = finding.place.expect("a place");
    assert_eq!(&place.source.text[Place::span(&place).expect("bytes")], "1.022");
}

/// A rate is the share of the total row where all others are, and the share of the one whole where no row holds it.
#[test]
fn rates_are_shares_of_what_all_others_are() {
    let shares = |rate: &str| {
        let row = format!("| Trực tiếp | 144 | {rate} |");
        let rows = ["| Trực tuyến | 2.716 | 95 |", &row, "| Cộng | 2.860 | 100 |"];
        right(RATE, "| Hình thức | Số hồ sơ | Tỷ lệ (%) |", &rows)
    };
    assert_eq!((shares("5"), shares("15")), (vec![], vec!["5".to_owned()]));
    let sums = |rate: &str| {
        let row = format!("| 19/8 | 212.355 | {rate} |");
        let rows = ["| 16/8 | 85.800 | 40,0 |", "| 17/8 | 150.150 | 70,0 |", "| 18/8 | 193.050 | 90,0 |", &row];
        right(RATE, "| Ngày | Lũy kế | Tỷ lệ lũy kế (%) |", &rows)
    };
    assert_eq!((sums("99,0"), sums("98,0")), (vec![], vec!["99".to_owned()]));
}

/// A verdict is held against target and result where less is not better.
#[test]
fn verdicts_are_those_of_their_rows() {
    let told = |row: &str| {
        let rows = ["| Hồ sơ trực tuyến | 80 | 82,4 | Đạt |", "| Thanh toán | 70 | 64 | Chưa đạt |", row];
        expected("loi-van/danh-gia-sai", &table("| Chỉ tiêu | Kế hoạch (%) | Thực hiện (%) | Đánh giá |", &rows))
    };
    assert_eq!(told("| Số hóa | 75 | 71,2 | Vượt |"), ["Chưa đạt"]);
    assert_eq!(told("| Số hóa | 75 | 77,2 | Không đạt |"), ["Đạt"]);
    for right in [
        "| Tỷ lệ hộ nghèo | 3,0 | 2,1 | Đạt |",
        "| Suy dinh dưỡng | dưới 8,5 | 8,1 | Đạt |",
        "| Số hóa | 75 | 75 | Đạt |",
    ] {
        assert_eq!(told(right), [""; 0], "{right}");
    }
}

#[test]
fn rows_of_two_levels_are_added_up_by_level() {
    let rows = |total: &str| {
        let rows =
            ["| I | Xã A | 3 |", "| 1 | Thôn B | 1 |", "| 2 | Thôn C | 2 |", "| II | Xã D | 4 |", "| 1 | Thôn E | 4 |"];
        let total = format!("| | Tổng | {total} |");
        right(TOTAL, "| TT | Đơn vị | Hồ sơ |", &[&rows[..], &[&total]].concat())
    };
    assert_eq!(rows("7"), [""; 0]);
    assert_eq!(rows("14"), [""; 0]);
    assert_eq!(rows("8"), ["7"]);
    // With one row of the upper level it is not known what was added up.
    let one = ["| I | Xã A | 3 |", "| 1 | Thôn B | 1 |", "| 2 | Thôn C | 2 |", "| | Tổng | 5 |"];
    assert_eq!(right(TOTAL, "| TT | Đơn vị | Hồ sơ |", &one), [""; 0]);
    let flat = ["| 1 | Xã A | 3 |", "| 2 | Xã B | 1 |", "| | Tổng | 5 |"];
    assert_eq!(right(TOTAL, "| TT | Đơn vị | Hồ sơ |", &flat), ["4"]);
}

#[test]
fn columns_with_other_cells_than_numbers_are_not_added_up() {
    for (cell, sum) in [("3", &["4"][..]), ("95%", &[]), ("22/29", &[])] {
        let first = format!("| Đông | {cell} |");
        assert_eq!(right(TOTAL, "| Thôn | Hồ sơ |", &[&first, "| Đoài | 1 |", "| Tổng | 9 |"]), sum, "{cell}");
    }
}

#[test]
fn the_odd_row_is_found() {
    let odd = |rest: &[&str]| {
        let rows = [&["| A | 787 | 871 | 1.658 |", "| B | 34 | 44 | 78 |"][..], rest].concat();
        right(TOTAL, "| Việc | Quý I | Quý II | 6 tháng |", &rows)
    };
    assert_eq!(odd(&["| C | 187 | 335 | 512 |"]), ["522"]);
    assert_eq!(odd(&["| C | 187 | 325 | 512 |"]), [""; 0]);
    assert_eq!(odd(&["| C | 98,5% | 99,5% | 99% |"]), [""; 0]);
    // Households are not added up.
    assert_eq!(odd(&["| C | 120 | 121 | 121 |", "| D | 50 | 52 | 52 |"]), [""; 0]);
}

#[test]
fn the_odd_cell_is_found() {
    let growth = |last: &str| {
        let rows = ["| A | 50 | 60 | +20,0 |", "| B | 80 | 60 | -25,0 |", last];
        right(RATE, "| Việc | Quý I | Quý II | Tăng, giảm (%) |", &rows)
    };
    assert_eq!(growth("| C | 40 | 44 | +1,0 |"), ["10"]);
    assert_eq!(growth("| C | 40 | 44 | +10,0 |"), [""; 0]);
    let rows = ["| A | 50 | 61 | 11 |", "| B | 80 | 67 | -13 |", "| C | 40 | 44 | 4 |", "| D | 12 | 41 | 19 |"];
    assert_eq!(right(RATE, "| Việc | Quý I | Quý II | Tăng/giảm |", &rows), ["29"]);
}

#[test]
fn percentages_that_were_cut_off_are_told_as_such() {
    let cut = |last: &str| {
        let rows = ["| A | 40 | 31 | 77,5 |", "| B | 52 | 39 | 75,0 |", "| C | 64 | 62 | 96,9 |", last];
        right("loi-van/ti-le-cat-bot", "| Thôn | Đơn đến | Đã xong | Tỷ lệ (%) |", &rows)
    };
    assert_eq!(cut("| D | 29 | 22 | 75,8 |"), ["75,9"]);
    assert_eq!(cut("| D | 29 | 22 | 75,9 |"), [""; 0]);
    // Whole percentages may be of other numbers by chance.
    assert_eq!(cut("| D | 29 | 22 | 75 |"), [""; 0]);
}

#[test]
fn another_denominator_of_the_row_is_named() {
    let rows = [
        "| A | 50 | 40 | 31 | 77,5 |",
        "| B | 60 | 52 | 39 | 75 |",
        "| C | 70 | 64 | 62 | 96,9 |",
        "| D | 80 | 77 | 61 | 76,3 |",
    ];
    let text = table("| Thôn | Được giao | Đơn đến | Đã xong | Tỷ lệ (%) |", &rows);
    let finding = findings(&with_text(RATE, &text)).into_iter().find(|finding| finding.id == RATE).expect("a finding");
    assert_eq!(finding.expected.expect("a number").vi, "79,2");
    assert_eq!(finding.hint.expect("a hint").vi, "76,3 là 61/80, không phải 61/77");
}

#[test]
fn averages_are_divided_again() {
    let average = |last: &str| {
        let rows = ["| A | 24 | 1.608 | 67 |", "| B | 10 | 305 | 30,5 |", "| C | 15 | 90 | 6 |", last];
        right(RATE, "| Thôn | Cuộc | Lượt người | Bình quân mỗi cuộc |", &rows)
    };
    assert_eq!(average("| D | 4 | 84 | 12 |"), ["21"]);
    assert_eq!(average("| D | 4 | 84 | 21 |"), [""; 0]);
}

#[test]
fn totals_are_the_sums_of_what_was_rounded() {
    let total = |total: &str| {
        let total = format!("| Tổng | {total} |");
        right(TOTAL, "| Xã | Chi (tỷ đồng) |", &["| A | 1,2 |", "| B | 2,4 |", &total])
    };
    assert_eq!(total("3,6"), [""; 0]);
    assert_eq!(total("3,7"), [""; 0]);
    assert_eq!(total("3,8"), ["3,6"]);
}

#[test]
fn columns_of_other_things_are_left_alone() {
    for (header, rows) in [
        (
            "| Xã | Hộ | Người | Tỷ lệ nghèo (%) |",
            ["| A | 50 | 60 | 3,1 |", "| B | 80 | 60 | 4,2 |", "| C | 75 | 81 | 5,0 |"].as_slice(),
        ),
        (
            "| Xã | Thu (tỷ) | Chi (tỷ) | Tỷ lệ (%) |",
            &["| A | 1,2 | 0,6 | 51,2 |", "| B | 2,4 | 1,2 | 49,8 |", "| C | 3,1 | 1,5 | 48,0 |"],
        ),
        ("| Xã | Giao | Đạt | Tỷ lệ (%) |", &["| A | 12 | 6 | 50 |", "| B | 12 | 7 | 40 |"]),
    ] {
        assert_eq!(right(RATE, header, rows), [""; 0], "{header}");
    }
}
