//! Administrative units that are no more, and names that no unit has.

use serde_json::{Value as Json, json};

use crate::sample::{merge, said, sample_of};

/// A report of a time and a province with a text; what a rule finds in it.
fn found(id: &str, set: &str, province: &str, text: &str) -> Vec<String> {
    let mut report: Json = sample_of(set);
    let organ = match province {
        "" => json!({}),
        _ => json!({"parent_name": format!("UBND TỈNH {}", province.to_uppercase()),
            "parent_short_name": format!("UBND tỉnh {province}")}),
    };
    merge(&mut report, json!({"document": {"organ": organ}, "sections": {"chi-dao.tuyen-truyen": text}}));
    said(id, &report).into_iter().map(|(found, _)| found).collect()
}

fn former(province: &str, text: &str) -> Vec<String> {
    found("dia-danh/don-vi-cu", "cchc/xa-2025", province, text)
}

fn no_such(set: &str, text: &str) -> Vec<String> {
    found("dia-danh/khong-co-don-vi", set, "Phú Thọ", text)
}

#[test]
fn units_that_are_no_more_are_told_where_they_are_named_as_if_they_stood() {
    assert_eq!(former("", "Hội nghị tổ chức tại huyện Thanh Oai."), ["huyện Thanh Oai"]);
    assert_eq!(former("", "Trên địa bàn tỉnh Hà Giang có 5 mô hình."), ["tỉnh Hà Giang"]);
    assert_eq!(former("", "Học tập tại thành phố Thủ Đức."), ["thành phố Thủ Đức"]);
    // A commune that the province of the organ had, and no other one has.
    assert_eq!(former("Phú Thọ", "Hội nghị tổ chức tại xã Phượng Lâu."), ["xã Phượng Lâu"]);
    assert_eq!(former("Tây Ninh", "Hội nghị tổ chức tại xã Phượng Lâu."), [""; 0]);
    assert_eq!(former("", "Hội nghị tổ chức tại xã Phượng Lâu."), [""; 0]);
}

#[test]
fn what_stands_what_is_remembered_and_parts_of_other_names_are_left_alone() {
    for text in [
        "Học tập tại phường Ba Đình, tỉnh Phú Thọ, xã Thanh Oai, thành phố Huế.",
        "Hội nghị tổ chức tại huyện Thanh Oai cũ.",
        "Sau khi sáp nhập, cơ sở tại huyện Thanh Oai được bàn giao.",
        "Thực hiện Kế hoạch số 5/KH-UBND ngày 05/3/2025 của UBND huyện Thanh Oai.",
        "Bệnh viện Đa khoa huyện Thanh Oai tiếp nhận.",
        "Hội nghị tổ chức tại huyện Lạc Sơn Hạ.",
    ] {
        assert_eq!(former("Phú Thọ", text), [""; 0], "{text}");
    }
    // The report of 2023 names the units of its time.
    assert_eq!(found("dia-danh/don-vi-cu", "cchc/xa-2022", "", "Hội nghị tại huyện Thanh Oai."), [""; 0]);
    // What was told as a word of the former level is not told again.
    assert_eq!(former("", "UBND huyện Thanh Oai đã họp."), [""; 0]);
}

#[test]
fn names_that_no_unit_has_are_told_where_one_of_the_province_is_meant() {
    assert_eq!(no_such("cchc/xa-2022", "Xã Hùng Viêt đến thăm."), ["Hùng Viêt"].map(|name| format!("Xã {name}")));
    assert_eq!(no_such("cchc/xa-2025", "Xã Hùng Viêt đến thăm."), ["Xã Hùng Viêt"]);
    for text in [
        // However the name is spelt, whichever province it is in, and what is like none of the province.
        "Xã Hùng Việt, xã Hoà Mĩ, xã Tân An, xã Lạc Hà Thượng đến thăm.",
        // Hamlets are in no register.
        "Thôn Hùng Viêt có 50 hộ.",
    ] {
        assert_eq!(no_such("cchc/xa-2022", text), [""; 0], "{text}");
    }
}
