//! Mappings that are proposed for an export.

use baocao_core::limits::Limits;
use baocao_core::report::ReportFile;
use baocao_core::rows::Book;
use baocao_core::template::Templates;
use baocao_import::map::{Opened, propose};
use serde_json::json;

/// The mapping that is proposed for an export.
pub(super) fn proposed(file: &str) -> String {
    let mut findings = Vec::new();
    let set = Templates::built_in().load("cchc/xa-2025", None, &mut findings).expect("a set");
    let book = Book::read("xuat.csv", file.as_bytes(), &Limits::default(), &mut findings).expect("a book");
    propose(&book, None, &set, &mut findings).unwrap_or_else(|| panic!("{findings:?}"))
}

/// However alike they are called, a rate is proposed for no column of amounts and the other way round, unless with a ?.
#[test]
fn rates_are_not_proposed_for_amounts() {
    let rate = "Tỷ lệ phần trăm biên chế đã tinh giản so với năm 2015";
    let lines =
        |title: &str, value: &str| proposed(&format!("Đơn vị;{title}\nXã Đông Hòa;{value}\nXã Tân Bình;{value}\n"));
    let is_sure = |map: &str, id: &str| map.lines().any(|line| line.starts_with(&format!("\"{id}\"")));
    let id = "bien-che.ty-le-tinh-gian";
    assert!(is_sure(&lines(rate, "12,5"), id));
    assert!(!is_sure(&lines(&format!("{rate} (triệu đồng)"), "12,5"), id));
    assert!(!is_sure(&lines("Phần trăm biên chế đã tinh giản so với năm 2015", "58733"), id));
    let id = "tthc.ho-so-xa-da-giai-quyet";
    assert!(is_sure(&lines("Tổng số hồ sơ TTHC đã giải quyết xong", "98"), id));
    assert!(!is_sure(&lines("Tổng số hồ sơ TTHC đã giải quyết xong", "98%"), id));
    assert!(!is_sure(&lines("Tổng số hồ sơ TTHC đã giải quyết xong (%)", "98"), id));
}

/// Codes that only the other system knows: each is written down, to be given its indicator.
#[test]
fn rows_with_codes_of_another_system_are_rows_of_indicators() {
    let row = |unit: &str, code: &str, value: &str, measure: &str| {
        json!({ "unitCode": unit, "period": "20263", "indicator": code, "value": value, "uom": measure }).to_string()
    };
    let rows =
        [row("K77.01", "CT001", "12", "Văn bản"), row("K77.01", "CT016", "17,8", ""), row("K77.02", "CT001", "7", "")];
    let map = proposed(&rows.join("\n"));
    for line in [
        "[unit]\ncolumn = \"unitCode\"",
        "[indicators]\ncolumn = \"indicator\"\nvalue = \"value\"\nunit = \"uom\"\n",
        "# ? unit = { column = \"uom\", blank = \"%\" }",
        "\"CT001\" = \"?\"",
        "\"CT016\" = \"?\"",
    ] {
        assert!(map.contains(line), "{map}");
    }
    assert!(!map.contains("[figures]"), "{map}");
}

/// The lines of a proposal that are no comments.
fn active(map: &str) -> Vec<&str> {
    map.lines().filter(|line| !line.starts_with('#') && line.contains(" = ")).collect()
}

/// Titles that differ in a word that counts are no proposal, however alike they are; each figure is proposed once.
#[test]
fn a_proposal_that_is_taken_over_unseen_is_never_wrong() {
    let of = |titles: &[&str]| {
        let row = |name: &str, value: u32| {
            let cells: Vec<String> =
                (0..titles.len()).map(|at| (value + 7 * u32::try_from(at).unwrap()).to_string()).collect();
            format!("{name};{}\n", cells.join(";"))
        };
        proposed(&format!("Đơn vị;{}\n{}{}", titles.join(";"), row("Xã Đông Hòa", 41), row("Xã Tân Bình", 17)))
    };
    let sure = |titles: &[&str]| {
        let map = of(titles);
        let lines =
            active(&map).into_iter().filter(|line| line.contains("# BM")).map(str::to_owned).collect::<Vec<_>>();
        (lines, map)
    };
    for title in [
        "Số hồ sơ TTHC đã tiếp nhận trực tiếp",
        "Số hồ sơ TTHC giải quyết quá hạn",
        "Hồ sơ TTHC tiếp nhận trực tuyến một phần",
        "Số TTHC chưa cung cấp trực tuyến toàn trình",
        "Số nhiệm vụ chưa hoàn thành",
        "Số cá nhân đã kiểm tra kỳ trước",
        "Đã thực hiện",
        "Kế hoạch được giao",
    ] {
        let (lines, map) = sure(&[title]);
        assert!(lines.is_empty(), "{title}: {lines:?}");
        assert!(map.contains(&format!("# ? \"...\" = \"{title}\"")), "{map}");
    }
    for (title, id) in [
        ("Số hồ sơ TTHC đã tiếp nhận trực tuyến", "ho-so.tiep-nhan-truc-tuyen"),
        ("Hồ sơ TTHC tiếp nhận trực tuyến", "ho-so.tiep-nhan-truc-tuyen"),
        ("Tổng số hồ sơ TTHC tiếp nhận", "ho-so.tong-tiep-nhan"),
        ("Số TTHC công bố mới trong kỳ", "tthc.cong-bo-moi"),
        ("6.1.1 Kế hoạch được giao", "giai-ngan.ke-hoach"),
        ("7.6.4.2 Số hồ sơ TTHC đã tiếp nhận trực tu", "ho-so.tiep-nhan-truc-tuyen"),
    ] {
        let (lines, map) = sure(&[title]);
        assert!(lines.len() == 1 && lines[0].starts_with(&format!("\"{id}\" = ")), "{title}: {map}");
    }
    // Two columns of one figure: the one that fits better, or none.
    let whole = "Số hồ sơ TTHC đã tiếp nhận trực tuyến";
    let (lines, map) = sure(&[whole, "Hồ sơ TTHC tiếp nhận trực tuyến"]);
    assert!(lines.len() == 1 && lines[0].contains(whole), "{map}");
    let (lines, map) = sure(&["Hồ sơ TTHC tiếp nhận trực tuyến", "Số hồ sơ TTHC được tiếp nhận trực tuyến"]);
    assert!(lines.is_empty(), "{map}");
    // What is taken over with its comments off is refused.
    let map = of(&["Số nhiệm vụ chưa hoàn thành", "Đã thực hiện"]).replace("# ? ", "");
    let mut findings = Vec::new();
    let opened = Opened::read(ReportFile::new("map.toml", map.as_str()), &Limits::default(), &mut findings);
    assert!(opened.is_none(), "{map}");
}

/// Codes of another system are known by what their column does: each is said once of each unit. What they mean is taken from
/// the words beside them.
#[test]
fn codes_are_known_by_what_they_do_and_said_in_words() {
    let rows = |title: &str| {
        let row = |unit: &str, code: &str, label: &str, value: u32, measure: &str| {
            format!("{unit};{code};{label};{measure};{value}\n")
        };
        let of_unit = |unit: &str, value: u32| {
            row(unit, "A01", "Số TTHC công bố mới", value, "TTHC")
                + &row(unit, "A02", "Tổng số biên chế được giao trong năm", value + 40, "Người")
                + &row(unit, "B11", "Điểm tự chấm", value + 3, "Điểm")
        };
        format!("Đơn vị;{title};Nội dung;ĐVT;Số liệu\n{}{}", of_unit("Xã Đông Hòa", 12), of_unit("Xã Tân Bình", 9))
    };
    for title in ["Mã CT", "Mã số", "Mã chỉ tiêu", "Ký hiệu", "Mã", "Code", "X"] {
        let map = proposed(&rows(title));
        for line in [
            &format!("[indicators]\ncolumn = \"{title}\"\nvalue = \"Số liệu\"\nunit = \"ĐVT\"\n"),
            "\"A01\" = \"tthc.cong-bo-moi\" # Số TTHC công bố mới: BM3.1.2",
            "\"A02\" = \"bien-che.duoc-giao\" # Tổng số biên chế được giao trong năm: BM4.2.1",
            "\"B11\" = \"?\" # Điểm tự chấm\n",
            "ignore = [\"Nội dung\"]",
        ] {
            assert!(map.contains(line), "{title}: {line}: {map}");
        }
    }
    // Rows of a table are no indicators: each has several values.
    let map =
        proposed("Đơn vị;Lĩnh vực;Nhận;Trả\nXã A;Đất đai;12;9\nXã A;Hộ tịch;7;8\nXã B;Đất đai;4;6\nXã B;Hộ tịch;5;3\n");
    assert!(!map.contains("[indicators]"), "{map}");
}

/// The period stands in the lines above the table, with its days.
#[test]
fn the_period_of_the_title_is_proposed() {
    let of = |lines: &str| proposed(&format!("{lines}\nĐơn vị;Số TTHC công bố mới\nXã Đông Hòa;412\nXã Tân Bình;17\n"));
    for (lines, value) in [
        ("BÁO CÁO QUÝ III NĂM 2026;", "20263"),
        ("Biểu tổng hợp 6 tháng đầu năm 2026;", "2026-6t1"),
        ("Số liệu 9 tháng năm 2026;", "2026-9t"),
        ("Kỳ báo cáo: Tháng 8/2026;", "202608"),
        ("KẾT QUẢ KẾ HOẠCH NĂM 2026;\n(Quý II/2026);", "20262"),
    ] {
        let map = of(lines);
        assert!(map.contains(&format!("[period]\nvalue = \"{value}\" # ")), "{lines}: {map}");
    }
    for lines in
        ["Kế hoạch năm 2026;", "Quý I/2026 và quý II/2026;", "Thái Nguyên, ngày 15 tháng 9 năm 2026;", "Biểu 3;"]
    {
        let map = of(lines);
        assert!(map.contains("[period]\nvalue = \"?\" # "), "{lines}: {map}");
    }
    let map = of("Quý III năm 2026;\n(Từ ngày 15/6/2026 đến ngày 14/9/2026);");
    assert!(map.contains("\"from\": \"2026-06-15\", \"to\": \"2026-09-14\""), "{map}");
}

/// The code of a unit is the unit; one of another system is named as not needed, be it a number or not.
#[test]
fn codes_of_units_are_proposed_or_left_out() {
    let of = |ids: [&str; 3]| {
        let names = ["Xã Hồng Dân", "Xã Ninh Quới", "Xã Phước Long"];
        let lines: Vec<String> = ids
            .iter()
            .zip(names)
            .map(|(id, name)| {
                format!("{{\"Organ\": {{\"Id\": {id}, \"Name\": \"{name}\"}}, \"Số văn bản đã ban hành\": 12}}")
            })
            .collect();
        proposed(&lines.join("\n"))
    };
    let codes = of(["\"31843\"", "\"31849\"", "\"31867\""]);
    assert!(codes.contains("[unit]\ncolumn = \"/Organ/Id\"\n"), "{codes}");
    for ids in [["71", "72", "75"], ["\"H12.1\"", "\"H12.2\"", "\"H12.9\""]] {
        let map = of(ids);
        assert!(map.contains("[unit]\ncolumn = \"/Organ/Name\"\n"), "{map}");
        assert!(map.contains("ignore = [\"/Organ/Id\"]"), "{map}");
    }
}
