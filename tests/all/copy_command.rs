//! `baocao copy` as its users call it.

use std::fs;
use std::path::Path;

use baocao::Office;
use baocao::sources::Sources;
use baocao_core::document::{CopyForm, CopyOrder, Issued};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::common::{project, run, text};

fn by() -> Value {
    json!({
        "organ": { "organ_name": "SỞ NỘI VỤ", "short_name": "Sở Nội vụ tỉnh An Lạc" },
        "code_number": 5,
        "abbreviation": "SNV",
        "promulgation": { "place": "An Lạc", "date": "2023-09-12" },
        "signers": [{ "position": "GIÁM ĐỐC", "full_name": "Trần Thị Bình" }],
        "recipients": ["Lưu: VT"],
    })
}

/// A folder with a report that draws on a file, and what an organ gives.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["huyen-bang-tu-do.json", "thu-tuc-bang-tu-do.csv"] {
        fs::copy(project("examples").join(name), folder.path().join(name)).unwrap();
    }
    put(folder.path(), &by());
    folder
}

fn put(folder: &Path, by: &Value) {
    fs::write(folder.join("sao.json"), serde_json::to_string_pretty(by).unwrap()).unwrap();
}

/// What is told of a copy that is refused.
fn refused(folder: &Path, more: &[&str]) -> String {
    let output = run(folder, &[&["copy", "huyen-bang-tu-do.json", "--by", "sao.json"], more].concat());
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    assert!(!folder.join("huyen-bang-tu-do-sao-y.pdf").exists());
    text(&output.stderr).to_owned()
}

#[test]
fn a_copy_is_made_again_from_what_is_inside_of_it() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    assert!(run(folder.path(), &["render", "huyen-bang-tu-do.json"]).status.success());
    for (source, output) in [("huyen-bang-tu-do.json", "a.pdf"), ("huyen-bang-tu-do.pdf", "b.pdf")] {
        for more in [&["--form", "sao-y"][..], &["--form", "trich-sao", "--sections", "I", "--electronic"]] {
            let call = [&["copy", source, "--by", "sao.json", "-o", output, "--force"], more].concat();
            let made = run(folder.path(), &call);
            assert!(made.status.success(), "{}", text(&made.stderr));
            let file = fs::read(at(output)).unwrap();
            let sources = Sources::read(output, &file).unwrap();
            assert_eq!(sources.altered(), []);
            let record = sources.record.as_ref().unwrap();
            assert_eq!(record.files.last().unwrap().name, "sao.json");
            let rebuilt = sources.rebuild(&Office::default(), &file).into_result().unwrap();
            assert!(rebuilt.same && rebuilt.bytes == file, "{source} {more:?}: {:?}", rebuilt.changed);
        }
    }
    assert!(fs::read(at("a.pdf")).unwrap() == fs::read(at("b.pdf")).unwrap(), "a report and its PDF give one copy");
    let record = Sources::read("a.pdf", &fs::read(at("a.pdf")).unwrap()).unwrap().record.unwrap();
    let order = CopyOrder {
        form: CopyForm::TrichSao,
        electronic: true,
        sections: vec!["I".to_owned()],
        issued: Issued::default(),
    };
    assert_eq!(record.copy, Some(order));
    let again = run(folder.path(), &["copy", "a.pdf", "--by", "sao.json", "--form", "sao-luc"]);
    assert_eq!(
        text(&again.stderr),
        "lỗi[ban-sao/tu-ban-sao]: a.pdf là một bản sao\n |\n = cách sửa: dùng tệp của văn bản gốc\n\n1 lỗi, 0 cảnh báo\n"
    );
}

/// The file of the organ is called as one that the report draws on, or as the report.
#[test]
fn names_that_are_taken_make_no_difference() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    let report = fs::read_to_string(at("huyen-bang-tu-do.json")).unwrap();
    fs::create_dir_all(at("du-lieu")).unwrap();
    fs::create_dir_all(at("khac")).unwrap();
    fs::rename(at("thu-tuc-bang-tu-do.csv"), at("du-lieu/sao.json")).unwrap();
    fs::write(at("huyen-bang-tu-do.json"), report.replace("thu-tuc-bang-tu-do.csv", "du-lieu/sao.json")).unwrap();
    fs::copy(at("sao.json"), at("khac/huyen-bang-tu-do.json")).unwrap();
    for by in ["sao.json", "khac/huyen-bang-tu-do.json"] {
        let call = ["copy", "huyen-bang-tu-do.json", "--by", by, "--form", "sao-y", "-o", "a.pdf", "--force"];
        let made = run(folder.path(), &call);
        assert!(made.status.success(), "{}", text(&made.stderr));
        let file = fs::read(at("a.pdf")).unwrap();
        let sources = Sources::read("a.pdf", &file).unwrap();
        assert_eq!((sources.altered(), sources.places().unwrap().len()), (Vec::new(), 3));
        let rebuilt = sources.rebuild(&Office::default(), &file).into_result().unwrap();
        assert!(rebuilt.same && rebuilt.bytes == file, "{by}: {:?}", rebuilt.changed);
    }
}

#[test]
fn the_copy_goes_beside_its_source() {
    let folder = folder();
    let call = ["copy", "huyen-bang-tu-do.json", "--by", "sao.json", "--form", "sao-y"];
    let output = run(folder.path(), &call);
    let told = text(&output.stderr);
    assert!(output.status.success() && told.contains("đã viết huyen-bang-tu-do-sao-y.pdf ("), "{told}");
    assert!(text(&run(folder.path(), &call).stderr).contains("tệp huyen-bang-tu-do-sao-y.pdf đã có"));
}

#[test]
fn an_electronic_copy_that_the_decree_does_not_know_is_refused() {
    let told = refused(folder().path(), &["--form", "sao-y", "--electronic"]);
    let first: Vec<&str> =
        told.lines().filter(|line| line.contains("dạng điện tử") || line.contains("cách sửa")).collect();
    assert_eq!(first[0], "lỗi[ban-sao/khong-co-dang-dien-tu]: văn bản điện tử không có SAO Y dạng điện tử");
    assert_eq!(
        first[1],
        " = cách sửa: bỏ --electronic để in bản giấy; bản điện tử thì gửi chính văn bản gốc, hoặc --form trich-sao"
    );
}

#[test]
fn a_section_that_is_not_there_is_told_with_the_nearest() {
    let told = refused(folder().path(), &["--form", "trich-sao", "--sections", "II.33"]);
    assert!(told.contains("lỗi[ban-sao/muc-khong-co]: văn bản không có mục \"II.33\""), "{told}");
    assert!(told.contains("có phải \"II.3\"?"), "{told}");
}

#[test]
fn what_the_organ_gives_is_read_strictly() {
    let folder = folder();
    let told = |change: &dyn Fn(&mut Value)| {
        let mut own = by();
        change(&mut own);
        put(folder.path(), &own);
        refused(folder.path(), &["--form", "sao-y"])
    };
    let unknown = told(&|own| own["sign_time"] = json!("x"));
    assert!(unknown.contains("[dau-vao/truong-khong-biet]: không có trường \"sign_time\" ở đây"), "{unknown}");
    assert!(unknown.contains("sao.json:") && unknown.contains("có phải \"signing_time\"?"), "{unknown}");
    let missing = told(&|own| drop(own.as_object_mut().unwrap().remove("abbreviation")));
    assert!(missing.contains("thiếu trường \"abbreviation\""), "{missing}");
    let no_date = told(&|own| own["promulgation"]["date"] = json!("2023-09-31"));
    assert!(
        no_date.contains("ngày này không có trong lịch") && no_date.contains("vị trí: /promulgation/date"),
        "{no_date}"
    );
    let wrong = told(&|own| own["signing_time"] = json!("09:15 12/9/2023"));
    assert!(wrong.contains("ngày và giờ Việt Nam như 2023-09-08T09:15:30+07:00"), "{wrong}");
    let blank = told(&|own| own["recipients"] = json!(["  "]));
    assert!(blank.contains("giá trị này không được để trống") && blank.contains("/recipients/0"), "{blank}");
    fs::write(folder.path().join("sao.json"), "{").unwrap();
    assert!(refused(folder.path(), &["--form", "sao-y"]).contains("[dau-vao/khong-phai-json]"));
}
