//! Rises, falls and differences against the two numbers that are compared.

use super::right;
use crate::sample::expected;

/// Changes of which both numbers stand beside them, and others.
const WRONG: &str = "loi-van/tang-giam-sai";
const DOUBT: &str = "loi-van/tang-giam-nghi-van";

#[test]
fn changes_are_computed_in_percent() {
    for (text, right) in [
        ("Giảm 14 vụ so với cùng kỳ (52 vụ), tương đương giảm 29,6%.", "26,9% (38 so với 52)"),
        ("So với năm 2022 (344 lượt), tăng 42 lượt (12,51%).", "12,21% (386 so với 344)"),
        ("Biên chế giảm từ 362 xuống 312 (giảm 50 biên chế, 18,3%).", "13,8% (312 so với 362)"),
        ("Có 1.250 đơn, tăng 150 đơn (15,6%).", "13,6% (1.250 so với 1.100)"),
    ] {
        assert_eq!(expected(WRONG, text), [right], "{text}");
    }
    right(&[
        "Giảm 14 vụ so với cùng kỳ (52 vụ), tương đương giảm 26,9%.",
        "Quý I 2.014 hồ sơ, quý II 2.112 hồ sơ, cộng 4.126 hồ sơ; quý II tăng 98 hồ sơ (4,9%) so với quý I.",
        "So với cùng kỳ (3.689 hồ sơ), tăng 437 hồ sơ, trong đó trực tuyến tăng 1.078 hồ sơ (38,6%).",
    ]);
}

#[test]
fn rates_that_were_cut_off_are_told_as_such() {
    let cut = |text| expected("loi-van/ti-le-cat-bot", text);
    assert_eq!(cut("Đã đăng 72 tin, tăng 28,5% so với quý I/2024 (56 tin)."), ["28,6% (72 so với 56)"]);
    assert_eq!(cut("Số phòng giảm từ 30 phòng xuống 19 phòng (giảm 36,6%)."), ["36,7% (19 so với 30)"]);
    right(&["Đã đăng 72 tin, tăng 28,6% so với quý I/2024 (56 tin)."]);
}

#[test]
fn sums_of_money_are_compared_as_far_as_they_were_rounded() {
    let paid =
        |by: &str| expected(DOUBT, &format!("Chi 4,7 tỷ đồng, tăng {by} tỷ đồng so với cùng kỳ (3,45 tỷ đồng)."));
    assert_eq!(paid("1,2"), [""; 0]);
    assert_eq!(paid("1,3"), [""; 0]);
    assert_eq!(paid("1,9"), ["1,25 (4,7 so với 3,45)"]);
}

#[test]
fn what_rises_where_it_should_fall_is_told_with_its_word() {
    let said = |text| expected(WRONG, text);
    assert_eq!(said("Số đơn giảm 21% (120 so với 100 đơn)."), ["tăng 20% (120 so với 100)"]);
    assert_eq!(said("Số đơn tăng 12% (88 so với 100 đơn)."), ["giảm 12% (88 so với 100)"]);
}

#[test]
fn differences_are_computed_again() {
    for (id, text, right) in [
        (WRONG, "Tỷ lệ đạt 93,8%, tăng 16,1 điểm phần trăm so với cùng kỳ (75,7%).", "18,1 (93,8 so với 75,7)"),
        (WRONG, "Tỷ lệ trực tuyến tăng 18,41 điểm phần trăm (từ 72% lên 88,41%).", "16,41 (72 so với 88,41)"),
        (WRONG, "Xếp thứ 4/15 xã, phường, tăng 02 bậc so với năm 2022 (thứ 7/15).", "3 (4 so với 7)"),
        (DOUBT, "Chỉ số đạt 88,75/100 điểm (năm 2022: 84,2 điểm); điểm số tăng 4,45 điểm.", "4,55 (88,75 so với 84,2)"),
    ] {
        assert_eq!(expected(id, text), [right], "{text}");
    }
    right(&[
        "Tỷ lệ đạt 93,8%, tăng 18,1 điểm phần trăm so với cùng kỳ (75,7%).",
        "Tỷ lệ đạt 93,8%, tăng 18,0 điểm phần trăm so với cùng kỳ (75,7%).",
        "Giải ngân 55,2%, cao hơn bình quân (51%, năm trước 48%) 7 điểm phần trăm.",
        "Đạt 55%, cao hơn bình quân chung 4,2 điểm phần trăm; thu đạt 80%.",
        "Xếp thứ 4/15, tăng 02 bậc so với năm 2022.",
        "Đạt 88,75 điểm, tăng 4,45 điểm so với năm trước.",
    ]);
}

#[test]
fn differences_of_percentages_are_no_percent() {
    let called = |text| expected(DOUBT, text);
    assert_eq!(called("Chỉ số đạt 82,6%, tăng 2,4% so với năm 2021 (80,2%)."), ["2,4 điểm phần trăm"]);
    assert_eq!(called("Chỉ số đạt 82,6%, tăng 2,4 điểm phần trăm so với năm 2021 (80,2%)."), [""; 0]);
    assert_eq!(called("Chỉ số đạt 82,6%, tăng 3% so với năm 2021 (80,2%)."), [""; 0]);
}
