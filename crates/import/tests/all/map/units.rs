//! Units that rows name, and the own list of an office.

use baocao_core::limits::Limits;
use baocao_core::report::ReportFile;
use baocao_core::shelf::{ShelfPath, Uploads};
use baocao_core::template::Templates;
use baocao_import::Draft;
use baocao_import::map::{Mapping, Opened};
use serde_json::json;

use super::proposals::proposed;
use super::{import, import_of, values};

/// A unit of the country that the office's own list lacks is told, with the nearest of the list.
#[test]
fn units_that_are_not_on_the_list_are_told() {
    let map = "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Xã\"\nregister = \"don-vi.csv\"\nmissing = \"ignore\"\n\
               [figures]\n\"BM1.1\" = \"Văn bản\"\n";
    let told = |unit: &str| {
        let mut beside = Uploads::default();
        beside.insert("don-vi.csv", "Mã;Tên\nH1;Phường Ba Định\nH2;Xã Cẩm Sơn\n".as_bytes()).expect("a list");
        let file = ReportFile::new("map.toml", map).beside(&beside, ShelfPath::root());
        import_of(file, "a.csv", format!("Xã;Văn bản\n{unit};3\n").as_bytes()).1
    };
    for unit in ["Phường Ba Đình", "00004", "Phường Ngọc Hà, Hà Nội"] {
        assert_eq!(told(unit), ["don-vi/ngoai-danh-sach"], "{unit}");
    }
    for unit in ["Phường Ba Định", "H2", "UBND xã Cẩm Sơn"] {
        assert_eq!(told(unit), [""; 0], "{unit}");
    }
}

/// The name of a unit inside of a sentence, and in capitals.
#[test]
fn names_of_units_are_written_as_they_are_inside_of_sentences() {
    let map = "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Đơn vị\"\n[fields]\n\
               \"document.organ.short_name\" = { text = \"UBND {{running unit}}\" }\n\
               \"document.organ.organ_name\" = { text = \"ỦY BAN NHÂN DÂN\\n{{upper unit}}\" }\n\
               [figures]\n\"BM1.1\" = \"Văn bản\"\n";
    for (unit, short, whole) in [
        ("Phường Ngọc Hà", "UBND phường Ngọc Hà", "PHƯỜNG NGỌC HÀ"),
        ("Xã Cẩm Sơn Hạ", "UBND xã Cẩm Sơn Hạ", "XÃ CẨM SƠN HẠ"),
        ("Đặc khu Phú Quý", "UBND đặc khu Phú Quý", "ĐẶC KHU PHÚ QUÝ"),
        ("Phường 1 Bảo Lộc", "UBND Phường 1 Bảo Lộc", "PHƯỜNG 1 BẢO LỘC"),
        ("Phường Điện Biên Phủ", "UBND Phường Điện Biên Phủ", "PHƯỜNG ĐIỆN BIÊN PHỦ"),
        ("Thành phố Hồ Chí Minh", "UBND Thành phố Hồ Chí Minh", "THÀNH PHỐ HỒ CHÍ MINH"),
    ] {
        let (drafts, _) = import(map, "a.csv", format!("Đơn vị;Văn bản\n{unit};3\n").as_bytes());
        let organ = values(&drafts[0], "/document/organ");
        assert_eq!(organ, json!({ "short_name": short, "organ_name": format!("ỦY BAN NHÂN DÂN\n{whole}") }));
    }
}

/// The office's own list needs no codes: communes have those of the country, other organs go by their names.
#[test]
fn a_list_of_units_may_have_no_codes() {
    let map = "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Đơn vị\"\nregister = \"don-vi.csv\"\nwithin = \"Hà Nội\"\n\
               [fields]\n\"document.promulgation.place\" = { register = \"Nơi\" }\n[figures]\n\"BM1.1\" = \"Văn bản\"\n";
    let of = |list: &str, rows: &str| {
        let mut beside = Uploads::default();
        beside.insert("don-vi.csv", list.as_bytes()).expect("a list");
        let file = ReportFile::new("map.toml", map).beside(&beside, ShelfPath::root());
        let (drafts, findings) = import_of(file, "a.csv", rows.as_bytes());
        let place =
            |draft: &Draft| values(draft, "/document/promulgation/place").as_str().unwrap_or_default().to_owned();
        (drafts.iter().map(place).collect::<Vec<_>>(), findings)
    };
    let list = "Tên;Nơi\nPhường Ba Đình;Ba Đình\nSở Nội vụ;Hoàn Kiếm\n";
    let wanted = vec!["Ba Đình".to_owned(), "Hoàn Kiếm".to_owned()];
    for rows in ["Đơn vị;Văn bản\n00004;3\nSở Nội vụ;4\n", "Đơn vị;Văn bản\nUBND phường Ba Đình;3\nsở nội vụ;4\n"]
    {
        assert_eq!(of(list, rows), (wanted.clone(), vec![]), "{rows}");
        let some = list.replace("Tên;Nơi", "Mã;Tên;Nơi").replace("\nPhường", "\n00004;Phường").replace("\nSở", "\n;Sở");
        assert_eq!(of(&some, rows), (wanted.clone(), vec![]), "{rows}");
    }
    assert_eq!(of(list, "Đơn vị;Văn bản\n00004;3\n").1, ["don-vi/thieu"]);
    let twice = format!("{list}Sở Nội vụ;Ba Vì\n");
    let mut beside = Uploads::default();
    beside.insert("don-vi.csv", twice.as_bytes()).expect("a list");
    let opened = Opened::read(
        ReportFile::new("map.toml", map).beside(&beside, ShelfPath::root()),
        &Limits::default(),
        &mut Vec::new(),
    )
    .expect("a mapping");
    let mut findings = Vec::new();
    let set = Templates::built_in().load("cchc/xa-2025", None, &mut findings).expect("a set");
    assert!(Mapping::new(&opened, &set, &mut findings).is_none());
    assert_eq!(findings[0].id, "don-vi/trung-ma");
}

/// Codes of communes say which unit it is where names may be of several; else the province does.
#[test]
fn units_of_one_name_are_told_apart_by_what_the_export_has() {
    let rows =
        "Mã;Xã;Số TTHC công bố mới\n02680;Xã Hợp Thành;3\n02683;Xã Bát Xát;4\n02701;Xã Y Tý;5\n02686;Xã A Mú Sung;6\n";
    let map = proposed(rows);
    assert!(map.contains("[unit]\ncolumn = \"Mã\"\n") && map.contains("ignore = [\"Xã\"]"), "{map}");
    let without = rows.lines().map(|line| format!("{}\n", line.split_once(';').expect("a code").1)).collect::<String>();
    let map = proposed(&without);
    assert!(map.contains("[unit]\ncolumn = \"Xã\"\n") && map.contains("\nwithin = \"Tỉnh Lào Cai\" #"), "{map}");
}

/// The mark of a note behind a name is no part of it: told once.
#[test]
fn marks_of_notes_behind_names_are_passed_over() {
    let map = "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Đơn vị\"\nwithin = \"Cà Mau\"\nmissing = \"ignore\"\n[figures]\n\"BM1.1\" = \"Số\"\n";
    let of = |name: &str| {
        let (drafts, findings) = import(map, "a.csv", format!("Đơn vị;Số\n{name};12\nXã Ninh Quới;7\n").as_bytes());
        (drafts.first().map(|draft| draft.name.clone()).unwrap_or_default(), findings.join(" "))
    };
    let known = |told: &str| ("xa-hong-dan".to_owned(), told.to_owned());
    for name in [
        "Xã Hồng Dân (1)",
        "Xã Hồng Dân¹",
        "Xã Hồng Dân *",
        "Xã Hồng Dân(*)",
        "Xã Hồng Dân [2]",
        "Xã Hồng Dân1",
        "Hồng Dân (a)*",
    ] {
        assert_eq!(of(name), known("don-vi/co-dau-chu-thich"), "{name}");
    }
    assert_eq!(of("Xã Hồng Dân<sup>(2)</sup>"), known("du-lieu/the-html don-vi/co-dau-chu-thich"));
    assert_eq!(of("Xã Hồng Dân (tỉnh Cà Mau)"), known(""));
    assert_eq!(of("Xã Hồng Đân (1)").1, "don-vi/khong-biet");
    // Of what no register has only what can be nothing else is a mark.
    let free = "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Đơn vị\"\n[figures]\n\"BM1.1\" = \"Số\"\n";
    let name = |name: &str| import(free, "a.csv", format!("Đơn vị;Số\n{name};12\n").as_bytes()).0[0].name.clone();
    assert_eq!(
        [name("Sở Y tế*"), name("Sở Y tế²"), name("Tổ 7"), name("Tổ (7)")],
        ["so-y-te", "so-y-te", "to-7", "to-7"]
    );
}
