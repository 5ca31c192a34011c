//! Workbooks that offices have bent, and that hold the same report all the same.

use baocao_core::rows::{Given, Merged};
use baocao_vietnamese::number::format;
use serde_json::json;

use super::bend::{Bend, number, text};
use super::{Example, read, shown};

/// The columns of a form as exported.
const CODE: usize = 0;
const LABEL: usize = 1;
const VALUE: usize = 3;
const ID: usize = 5;

/// Bends the workbooks of two examples in one way; what is read is the same report, without a finding.
fn same(bend: impl Fn(&mut Bend)) {
    for path in ["examples/xa-q3-2026.json", "examples/so-6-thang-2024.json", "examples/huyen-2020.json"] {
        let example = Example::read(path);
        let mut bent = Bend::of(&example.exported());
        bend(&mut bent);
        let (report, findings) = read(&bent.bytes(), &example.set);
        assert!(findings.is_empty(), "{path}\n{}", shown(&findings));
        example.assert_same(&report.unwrap());
    }
}

#[test]
fn values_without_formulas_and_formats() {
    same(|_| {});
}

#[test]
fn sheets_are_renamed_and_put_in_another_order() {
    same(|bend| {
        bend.sheets.reverse();
        for (index, sheet) in bend.sheets.iter_mut().enumerate() {
            sheet.name = format!("Sheet{}", index + 1);
        }
    });
}

#[test]
fn title_lines_and_columns_are_added() {
    same(|bend| {
        for sheet in bend.forms() {
            sheet.insert_row(0, vec![text("UBND TỈNH"), Given::Blank, text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]);
            sheet.insert_row(1, vec![]);
            sheet.insert_column(0);
            sheet.insert_column(3);
        }
        for name in ["Văn bản", "Lời văn"] {
            bend.sheet(name).insert_row(0, vec![text("Mẫu của huyện")]);
            bend.sheet(name).insert_column(0);
        }
    });
}

#[test]
fn rows_are_moved_with_their_ids() {
    same(|bend| {
        for sheet in bend.forms() {
            let last = sheet.rows.len() - 1;
            sheet.merged.retain(|merged| merged.rows.0 < 5);
            sheet.move_row(last, 6);
            sheet.move_row(9, last);
        }
    });
}

#[test]
fn the_hidden_ids_are_deleted() {
    same(|bend| {
        for sheet in bend.forms() {
            sheet.remove_column(ID);
        }
        bend.sheet("Văn bản").remove_column(3);
        bend.sheet("Lời văn").remove_column(3);
    });
}

#[test]
fn labels_are_edited_a_little_and_the_ids_are_gone() {
    same(|bend| {
        for sheet in bend.forms() {
            sheet.remove_column(ID);
            sheet.change(LABEL, |given| match given.words() {
                Some(words) if words.split(' ').count() > 4 => text(&format!("{}:", words.to_uppercase())),
                _ => given.clone(),
            });
        }
        let sheet = bend.forms().next().unwrap();
        let row = sheet.rows.iter().position(|row| row.get(CODE).and_then(Given::words) == Some("2.")).unwrap_or(6);
        let label = sheet.rows[row][LABEL].words().unwrap().replace("HOÀN THÀNH", "hoàn thành xong");
        sheet.set(row, LABEL, text(&label));
    });
}

#[test]
fn numbers_are_text() {
    same(|bend| {
        for sheet in bend.forms() {
            sheet.change(VALUE, |given| match given {
                Given::Number(value) => text(&format(*value)),
                other => other.clone(),
            });
        }
    });
}

#[test]
fn percentages_have_a_sign_and_codes_are_numbers() {
    same(|bend| {
        for sheet in bend.forms() {
            for row in 5..sheet.rows.len() {
                let percent = sheet.rows[row].get(2).and_then(Given::words) == Some("%");
                match sheet.rows[row].get(VALUE).cloned() {
                    Some(Given::Number(value)) if percent => {
                        sheet.set(row, VALUE, text(&format!("{} %", format(value))));
                    }
                    Some(Given::Text(words)) if words.contains(" = ") => {
                        let code = words.split(' ').next().unwrap().parse().unwrap();
                        sheet.set(row, VALUE, number(code));
                    }
                    _ => {}
                }
            }
        }
    });
}

#[test]
fn cells_are_merged() {
    same(|bend| {
        for sheet in bend.forms() {
            // A column was inserted under the heading of the values, and some cells were merged over both.
            sheet.insert_column(VALUE + 1);
            for row in (5..sheet.rows.len()).step_by(3) {
                let free =
                    |merged: &Merged| !(merged.rows.0..=merged.rows.1).contains(&row) || merged.columns.1 < VALUE;
                if sheet.merged.iter().all(free) {
                    sheet.merge((row, row), (VALUE, VALUE + 1));
                }
            }
        }
    });
}

#[test]
fn the_header_is_moved_and_repeated() {
    same(|bend| {
        for sheet in bend.forms() {
            let header: Vec<Vec<Given>> = sheet.rows[3..5].to_vec();
            sheet.merged.retain(|merged| merged.rows.0 < 3);
            // As at the top of a second page.
            sheet.insert_row(9, header[1].clone());
            sheet.insert_row(9, header[0].clone());
        }
    });
}

/// Nothing says which column holds the notes then: they are told of, the values are the only numbers.
#[test]
fn the_headings_are_gone() {
    let mut example = Example::read("examples/xa-q3-2026.json");
    let mut bent = Bend::of(&example.exported());
    for sheet in bent.forms() {
        sheet.rows[3].clear();
        sheet.rows[4].clear();
        sheet.merged.retain(|merged| merged.rows.0 < 3 || merged.rows.0 > 4);
    }
    let (report, findings) = read(&bent.bytes(), &example.set);
    let ids: Vec<&str> = findings.iter().map(|finding| finding.id.as_str()).collect();
    assert_eq!(ids, ["bang-tinh/khong-dung"], "{}", shown(&findings));
    example.change_figures(|figure| {
        figure.remove("note");
        figure.remove("note_rows");
    });
    example.assert_same(&report.unwrap());
}

#[test]
fn cells_mean_what_people_write_in_them() {
    let example = Example::read("examples/xa-q3-2026.json");
    let mut bent = Bend::of(&example.exported());
    let sheet = bent.sheet("Biểu 1");
    let row = |sheet: &super::bend::Page, id: &str| sheet.row_of(ID, id);
    // Over a formula: the value that it gives, in more digits, and another one.
    let at = row(sheet, "ke-hoach.ty-le-hoan-thanh");
    sheet.set(at, VALUE, Given::Number("78.125".parse().unwrap()));
    let at = row(sheet, "kiem-tra.ty-le-xu-ly");
    sheet.set(at, VALUE, number(80));
    // Known to be absent; blank with a reason; blank.
    let at = row(sheet, "kiem-tra.so-to-chuc");
    sheet.set(at, VALUE, text("–"));
    let at = row(sheet, "kiem-tra.so-ca-nhan");
    sheet.set(at, VALUE, Given::Blank);
    sheet.set(at, VALUE + 1, text("Chưa kiểm tra"));
    let at = row(sheet, "nhiem-vu-tinh.duoc-giao");
    sheet.set(at, VALUE, Given::Blank);
    // A code by its label, words where a number belongs.
    let at = row(sheet, "khao-sat.co-thuc-hien");
    sheet.set(at, VALUE, text("có"));
    let at = row(sheet, "khao-sat.so-phieu");
    sheet.set(at, VALUE, text("180 phiếu"));
    let (report, findings) = read(&bent.bytes(), &example.set);
    let figures = report.unwrap()["figures"].clone();
    assert_eq!(figures.get("ke-hoach.ty-le-hoan-thanh"), None);
    assert_eq!(figures["kiem-tra.ty-le-xu-ly"], json!(80));
    assert_eq!(figures.get("kiem-tra.so-to-chuc"), Some(&json!(null)));
    // A note does not say that there is no value: the cell is told as blank, the note as not used.
    assert_eq!(figures.get("kiem-tra.so-ca-nhan"), None);
    assert_eq!(figures.get("nhiem-vu-tinh.duoc-giao"), None);
    assert_eq!(figures["khao-sat.co-thuc-hien"], json!(1));
    assert_eq!(figures["khao-sat.so-phieu"], json!("180 phiếu"));
    let ids: Vec<_> = findings.iter().map(|finding| finding.id.as_str()).collect();
    assert_eq!(ids, ["nhap/khong-phai-so", "bang-tinh/o-trong", "bang-tinh/khong-dung"]);
}
