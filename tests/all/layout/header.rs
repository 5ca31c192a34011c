//! Boxes 1 to 5, 9a, 10, 11, 13 and 14.

use serde_json::json;

use super::measure::{Line, MM, example, lay_out, near};

#[test]
fn national_name_and_motto() {
    let layout = lay_out(&example("xa-q3-2023.json"));
    let name = layout.line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    let motto = layout.line("Độc lập - Tự do - Hạnh phúc");
    assert!(name.bold && near(name.size, 13.0), "{name:?}");
    assert!(motto.bold && near(motto.size, 14.0), "{motto:?}");
    assert!(name.x > 98.0 * MM && name.y < 40.0 * MM, "top right: {name:?}");
    assert!(near(name.center(), motto.center()));
    let rule = layout.rule_under(&motto);
    assert!(near(rule.width, motto.right - motto.x), "the rule is as long as the motto: {rule:?} {motto:?}");
    assert!(near(rule.x, motto.x));
    assert!(rule.y > motto.y + 0.21 * motto.size, "the rule clears the descenders");
}

#[test]
fn agencies_and_their_rule() {
    let mut report = example("xa-q3-2023.json");
    report["document"]["organ"]["parent_name"] = json!("UBND HUYỆN THANH BÌNH");
    report["document"]["organ"]["organ_name"] = json!("ỦY BAN NHÂN DÂN\nXÃ LẠC ĐÔNG");
    let layout = lay_out(&report);
    let parent = layout.line("UBND HUYỆN THANH BÌNH");
    let (first, last) = (layout.line("ỦY BAN NHÂN DÂN"), layout.line("XÃ LẠC ĐÔNG"));
    assert!(!parent.bold && near(parent.size, 13.0), "{parent:?}");
    assert!(first.bold && last.bold && near(last.size, 13.0));
    assert!(
        near(parent.center(), last.center()) && near(first.center(), last.center()),
        "{parent:?} {first:?} {last:?}"
    );
    let rule = layout.rule_under(&last);
    let widest = (first.right - first.x).max(last.right - last.x);
    assert!(rule.width >= widest / 3.0 - 0.2 && rule.width <= widest / 2.0 + 0.2, "{rule:?} {widest}");
    assert!(near(rule.x + rule.width / 2.0, last.center()));
}

#[test]
fn long_agency_names_wrap_in_balance_and_stay_left_of_the_national_name() {
    let mut report = example("xa-q3-2023.json");
    report["document"]["organ"]["organ_name"] = json!("BAN QUẢN LÝ KHU KINH TẾ VÀ CÁC KHU CÔNG NGHIỆP");
    let layout = lay_out(&report);
    let national = layout.line("CỘNG HÒA");
    let lines: Vec<Line> =
        layout.lines(1).into_iter().filter(|line| line.bold && line.right < national.x && line.y < 50.0 * MM).collect();
    assert!(lines.len() >= 2, "{lines:?}");
    let widths: Vec<f64> = lines.iter().map(|line| line.right - line.x).collect();
    let (least, most) = widths.iter().fold((f64::MAX, 0.0_f64), |(a, b), w| (a.min(*w), b.max(*w)));
    assert!(least > most * 0.5, "no single word on a line: {lines:?}");
    assert_eq!(
        layout
            .all_lines()
            .iter()
            .filter(|line| line.text.contains("VIỆT NAM") && line.text.contains("CỘNG HÒA"))
            .count(),
        1
    );
}

#[test]
fn number_and_date_stand_on_one_baseline() {
    let mut report = example("xa-q3-2023.json");
    report["document"]["code_number"] = json!(5);
    report["document"]["promulgation"] = json!({ "place": "Lạc Đông", "date": "2024-02-05" });
    let layout = lay_out(&report);
    let number = layout.line("Số: 05/BC-UBND");
    let date = layout.line("Lạc Đông, ngày 05 tháng 02 năm 2024");
    assert!(near(number.y, date.y), "{number:?} {date:?}");
    assert!(!number.bold && !number.italic && near(number.size, 13.0));
    assert!(date.italic && !date.bold && near(date.size, 14.0));
    assert!(near(date.center(), layout.line("Độc lập").center()));
}

#[test]
fn open_number_and_day_leave_room() {
    let mut report = example("xa-q3-2023.json");
    report["document"]["code_number"] = json!(null);
    report["document"]["promulgation"] = json!({ "place": "Lạc Đông", "date": "2023-09" });
    let layout = lay_out(&report);
    let (label, symbol) = (layout.line("Số:"), layout.line("/BC-UBND"));
    let (place, month) = (layout.line("Lạc Đông, ngày"), layout.line("tháng 9 năm 2023"));
    assert!(symbol.x - label.right > 10.0 * MM, "room for a number: {label:?} {symbol:?}");
    assert!(month.x - place.right > 6.0 * MM, "room for a day: {place:?} {month:?}");
    assert!(near(label.y, month.y));
}

#[test]
fn type_and_abstract() {
    let mut report = example("xa-q3-2023.json");
    report["document"]["subject"] = json!(
        "Kết quả thực hiện công tác cải cách hành chính nhà nước và chuyển đổi số trên địa bàn xã quý III năm 2023"
    );
    let layout = lay_out(&report);
    let kind = layout.line("BÁO CÁO");
    let lines: Vec<Line> =
        layout.lines(1).into_iter().filter(|line| line.bold && line.y > kind.y && line.y < kind.y + 45.0).collect();
    assert!(kind.bold && near(kind.size, 14.0) && near(kind.center(), (35.0 + 77.5) * MM), "{kind:?}");
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines.iter().all(|line| near(line.size, 14.0) && near(line.center(), kind.center())), "{lines:?}");
    let (first, second) = (lines[0].right - lines[0].x, lines[1].right - lines[1].x);
    assert!(second > first * 0.6, "balanced: {first} {second}");
    let rule = layout.rule_under(&lines[1]);
    let text = first.max(second);
    assert!(rule.width >= text / 3.0 - 0.2 && rule.width <= text / 2.0 + 0.2, "{rule:?} {text}");
}

#[test]
fn titles_are_not_cut_inside_words() {
    let mut report = example("xa-q3-2023.json");
    report["document"]["subject"] =
        json!("Kết quả thực hiện công tác cải cách hành chính trên địa bàn xã 6 tháng đầu năm 2024");
    report["document"]["organ"]["organ_name"] = json!("BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG HUYỆN THANH BÌNH GIANG");
    report["appendices"] = json!([{ "title": "Biểu mẫu thống kê số liệu báo cáo cải cách hành chính định kỳ xã Lạc Đông", "forms": ["chi-dao"] }]);
    let layout = lay_out(&report);
    let bold = |page: usize| layout.lines(page).into_iter().filter(|line| line.bold && line.size > 12.5);
    let appendix = layout.line("Phụ lục").page;
    for line in bold(1).chain(bold(appendix)) {
        let text = line.text.trim().to_uppercase();
        let halves =
            ["QUẢN", "DỰ", "ĐẦU", "XÂY", "THỰC", "CẢI", "HÀNH", "ĐỊA", "THÁNG", "NĂM", "SỐ", "BÁO", "BIỂU", "ĐỊNH"];
        assert!(!halves.iter().any(|half| text.ends_with(&format!(" {half}"))), "{text}");
        assert!(line.x > 30.0 * MM - 1.0 && line.right < 195.0 * MM + 1.0, "{line:?}");
    }
    assert_eq!(layout.line("BIỂU MẪU").text.trim(), "BIỂU MẪU THỐNG KÊ SỐ LIỆU BÁO CÁO");
    assert_eq!(layout.line("ĐỊNH KỲ").text.trim(), "CẢI CÁCH HÀNH CHÍNH ĐỊNH KỲ XÃ LẠC ĐÔNG");
}

#[test]
fn lines_of_the_abstract_break_where_the_author_wants() {
    let mut report = example("xa-q3-2023.json");
    report["document"]["subject"] = json!("Kết quả cải cách hành chính\nquý III năm 2023");
    let layout = lay_out(&report);
    let lines: Vec<Line> = layout.lines(1).into_iter().filter(|line| line.bold && line.size > 13.5).collect();
    let texts: Vec<&str> = lines.iter().map(|line| line.text.trim()).collect();
    assert!(texts.contains(&"Kết quả cải cách hành chính") && texts.contains(&"quý III năm 2023"), "{texts:?}");
}

#[test]
fn one_addressee_stands_after_the_colon_and_several_under_each_other() {
    let mut report = example("xa-q3-2023.json");
    report["document"]["to"] = json!(["Sở Nội vụ tỉnh Trung Hà"]);
    let layout = lay_out(&report);
    let line = layout.line("Kính gửi:");
    assert!(near(line.y, layout.line("Sở Nội vụ tỉnh Trung Hà").y) && near(line.size, 14.0) && !line.bold);
    assert!(line.x > 80.0 * MM, "right of the middle: {line:?}");

    report["document"]["to"] = json!(["Sở Nội vụ tỉnh Trung Hà", "UBND huyện Thanh Bình"]);
    let layout = lay_out(&report);
    let (first, second) = (layout.line("- Sở Nội vụ tỉnh Trung Hà;"), layout.line("- UBND huyện Thanh Bình."));
    let label = layout.line("Kính gửi:");
    assert!(label.y < first.y && first.y < second.y, "each on a line of its own");
    assert!(near(first.x, second.x), "the dashes stand under each other");
    assert!(first.x > label.right - 6.0 && first.x < label.right, "under the colon: {label:?} {first:?}");
}

#[test]
fn stamps_are_red_boxes_of_the_decrees_size_under_the_number() {
    let mut report = example("xa-q3-2023.json");
    for (urgency, words, width) in
        [("immediate", "HỎA TỐC", 30.0), ("very_urgent", "THƯỢNG KHẨN", 40.0), ("urgent", "KHẨN", 20.0)]
    {
        report["document"]["stamps"] = json!({ "urgency": urgency });
        let layout = lay_out(&report);
        let line = layout.line(words);
        let frame = layout
            .shapes
            .iter()
            .find(|shape| shape.page == 1 && near(shape.width, width * MM) && near(shape.height, 8.0 * MM))
            .unwrap_or_else(|| panic!("{words}: {:?}", layout.shapes));
        assert_eq!(frame.color.as_deref(), Some("#ff0000"));
        assert!(line.bold && (13.0..=14.0).contains(&line.size));
        assert!(frame.x < 40.0 * MM && frame.y > layout.line("Số:").y);
        assert!(line.x > frame.x && line.right < frame.x + frame.width && line.y < frame.y + frame.height);
    }
}

#[test]
fn circulation_stands_in_the_top_margin() {
    let mut report = example("xa-q3-2023.json");
    report["document"]["stamps"] = json!({ "circulation": "internal", "recall": "to_be_recalled" });
    let layout = lay_out(&report);
    for words in ["LƯU HÀNH NỘI BỘ", "TÀI LIỆU THU HỒI"] {
        let stamp = layout.line(words);
        assert!(stamp.bold && stamp.y < 25.0 * MM, "{stamp:?}");
        assert!((13.0..=14.0).contains(&stamp.size));
    }
}

#[test]
fn address_stands_at_the_foot_of_the_first_page_under_a_rule() {
    let mut report = example("xa-q3-2023.json");
    report["document"]["address_line"] = json!("Thôn 3; ĐT: 0123.456.789; E-mail: xa@example.gov.vn");
    // Without the footnote of the first page the address is the last line.
    let layout = lay_out(&report);
    let line = layout.line("Thôn 3; ĐT: 0123.456.789");
    assert!(line.page == 1 && (11.0..=12.0).contains(&line.size) && !line.bold && !line.italic);
    let rule = layout.rules(1).into_iter().rfind(|rule| rule.y < line.y).unwrap();
    assert!(near(rule.width, 155.0 * MM), "{rule:?}");
    let others = layout.all_lines().into_iter().filter(|other| other.text.contains("0123.456.789")).count();
    assert_eq!(others, 1);
    let body_below = layout.lines(1).into_iter().filter(|other| other.y > line.y && other.size > 12.0).count();
    assert_eq!(body_below, 0, "no body text below the address");
}

#[test]
fn values_of_the_address_stay_with_their_labels() {
    let mut report = example("xa-q3-2023.json");
    report["document"]["address_line"] = json!(
        "Địa chỉ: Số 1, đường Nguyễn Văn Linh, xã Phú Thịnh Đông, tỉnh Trung Hà; Thư điện tử: \
         vanthu.phuthinhdong@trungha.example; Điện thoại: 0200 386 2345; Trang thông tin điện tử: phuthinhdong.example"
    );
    let layout = lay_out(&report);
    let lines: Vec<String> = layout.lines(1).into_iter().map(|line| line.text.trim().to_owned()).collect();
    for whole in [
        "Thư điện tử: vanthu.phuthinhdong@trungha.example;",
        "Điện thoại: 0200 386 2345;",
        "Trang thông tin điện tử: phuthinhdong.example",
    ] {
        assert!(lines.iter().any(|line| line.replace('\u{a0}', " ").contains(whole)), "{whole}: {lines:?}");
    }
}

#[test]
fn a_long_place_takes_smaller_letters_before_it_breaks() {
    let mut report = example("xa-q3-2023.json");
    report["document"]["promulgation"] = json!({ "place": "Thành phố Hồ Chí Minh", "date": "2023-10-16" });
    let line = lay_out(&report).line("Thành phố Hồ Chí Minh, ngày 16 tháng 10 năm 2023");
    assert!(line.italic && near(line.size, 13.0), "{line:?}");
    report["document"]["promulgation"] =
        json!({ "place": "Thành phố Phan Rang - Tháp Chàm, tỉnh Ninh Thuận", "date": "2023-10-16" });
    let layout = lay_out(&report);
    assert!(near(layout.line("ngày 16 tháng 10 năm 2023").size, 13.0));
}

/// A date that is wider than the national name stands on the line of the number all the same.
#[test]
fn a_date_wider_than_its_column_leans_over_to_the_number() {
    for place in ["Thạnh Hóa Phước Vĩnh Đông", "Tân Hưng Đông Hải, Đồng Nai"] {
        for number in [json!(null), json!(15)] {
            let mut report = example("xa-q3-2023.json");
            report["document"]["promulgation"] = json!({ "place": place, "date": "2023-10-16" });
            report["document"]["code_number"] = number.clone();
            let layout = lay_out(&report);
            let (date, label) = (layout.line("ngày 16 tháng 10 năm 2023"), layout.line("Số:"));
            assert!(date.text.contains(place) && near(date.size, 13.0), "{place}: {date:?}");
            let number = layout.lines(1).into_iter().filter(|line| near(line.y, date.y) && line.x < date.x);
            let right = number.map(|line| line.right).fold(0.0, f64::max);
            assert!(
                near(label.y, date.y) && right + 4.0 < date.x,
                "{place} {number:?}: {right} {date:?}",
                number = label
            );
            assert!(date.right < 195.0 * MM + 0.5, "{place}: {date:?}");
        }
    }
}

/// No stamp stands over the rule below the abstract, whatever else finds no room.
#[test]
fn no_stamp_stands_over_the_rule_of_the_abstract() {
    for subject in [
        "Công tác cải cách hành chính quý III năm 2026",
        "Kết quả công tác cải cách hành chính và chuyển đổi số quý III năm 2026 trên địa bàn xã Bình Minh",
        "Kết quả thực hiện công tác cải cách hành chính nhà nước quý III và phương hướng, nhiệm vụ trọng tâm quý IV",
    ] {
        for to in [json!([]), json!(["Sở Nội vụ"])] {
            for secrecy in ["secret", "highly_secret", "top_secret"] {
                for urgency in ["urgent", "very_urgent", "immediate"] {
                    let mut report = example("xa-q3-2023.json");
                    report["document"]["to"] = to.clone();
                    report["document"]["subject"] = json!(subject);
                    report["document"]["stamps"] = json!({ "secrecy": secrecy, "urgency": urgency });
                    let layout = lay_out(&report);
                    let frames = layout.shapes.iter().filter(|shape| shape.page == 1 && near(shape.height, 8.0 * MM));
                    for frame in frames {
                        let over = |rule: &&super::measure::Shape| {
                            rule.y > frame.y - 0.5
                                && rule.y < frame.y + frame.height + 0.5
                                && rule.x < frame.x + frame.width
                                && rule.x + rule.width > frame.x
                        };
                        let rules = layout.rules(1);
                        assert!(!rules.iter().any(|rule| over(&rule)), "{subject} {to} {secrecy} {urgency}: {frame:?}");
                    }
                }
            }
        }
    }
}

/// The lines of box 2.
fn agency(layout: &super::measure::Layout) -> Vec<Line> {
    let (national, number) = (layout.line("CỘNG HÒA"), layout.line("Số:"));
    layout.lines(1).into_iter().filter(|line| line.right < national.x && line.y < number.y - 1.0).collect()
}

#[test]
fn names_of_agencies_break_by_sense_in_as_few_lines_as_there_can_be() {
    for (name, expected) in [
        ("ỦY BAN NHÂN DÂN HUYỆN THANH BÌNH GIANG", &["ỦY BAN NHÂN DÂN", "HUYỆN THANH BÌNH GIANG"][..]),
        ("ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH TRUNG HÀ", &["ỦY BAN MẶT TRẬN TỔ QUỐC", "VIỆT NAM TỈNH TRUNG HÀ"]),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", &["SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"]),
        ("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG AN PHÚ", &["TRUNG TÂM PHỤC VỤ", "HÀNH CHÍNH CÔNG", "PHƯỜNG AN PHÚ"]),
        ("BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG", &["BAN QUẢN LÝ", "DỰ ÁN ĐẦU TƯ XÂY DỰNG"]),
        ("VĂN PHÒNG ỦY BAN NHÂN DÂN TỈNH", &["VĂN PHÒNG", "ỦY BAN NHÂN DÂN TỈNH"]),
        ("PHÒNG VĂN HÓA - XÃ HỘI XÃ LẠC ĐÔNG", &["PHÒNG VĂN HÓA - XÃ HỘI", "XÃ LẠC ĐÔNG"]),
        ("HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM XÃ AN PHÚ", &["HỘI LIÊN HIỆP PHỤ NỮ", "VIỆT NAM XÃ AN PHÚ"]),
    ] {
        let mut report = example("xa-q3-2023.json");
        report["document"]["organ"]["parent_name"].take();
        report["document"]["organ"]["organ_name"] = json!(name);
        let layout = lay_out(&report);
        let lines = agency(&layout);
        let texts: Vec<&str> = lines.iter().map(|line| line.text.trim()).collect();
        assert_eq!(texts, expected);
        assert!(lines.iter().all(|line| line.bold && (12.0..=13.0).contains(&line.size)), "{lines:?}");
    }
}

#[test]
fn long_symbols_stay_on_the_line_of_the_date() {
    for symbol in ["BC-BCĐCCHCCĐS&ĐA06", "BCLT-SNV-STTTT-VPUB"] {
        for number in [json!(null), json!(5), json!(112)] {
            let mut report = example("xa-q3-2023.json");
            report["document"]["code_notation"] = json!(symbol);
            report["document"]["code_number"] = number.clone();
            let layout = lay_out(&report);
            let (label, end, date) = (layout.line("Số:"), layout.line(symbol), layout.line("ngày 08"));
            assert!(near(label.y, end.y) && near(end.y, date.y), "{symbol} {number}: {label:?} {end:?} {date:?}");
            assert!(
                label.x > 30.0 * MM - 0.1 && end.right < date.x - 4.0,
                "{symbol} {number}: {label:?} {end:?} {date:?}"
            );
            if number.is_null() {
                assert!(end.x - label.right > 8.0 * MM, "room for a pen: {label:?} {end:?}");
            }
        }
    }
    let mut report = example("xa-q3-2023.json");
    report["document"]["code_notation"] = json!("BCLT-SNNMT-SVHTTDL-SKHCN-VPUB");
    let layout = lay_out(&report);
    let (whole, date) = (layout.line("/BCLT-SNNMT-SVHTTDL-SKHCN-VPUB"), layout.line("ngày 08"));
    assert!(whole.text.starts_with("Số:") && whole.y < date.y - 10.0, "{whole:?} {date:?}");
}

#[test]
fn stamps_of_state_secrets_have_two_red_frames() {
    for (secrecy, words, width) in
        [("top_secret", "TUYỆT MẬT", 40.0), ("highly_secret", "TỐI MẬT", 30.0), ("secret", "MẬT", 20.0)]
    {
        let mut report = example("xa-q3-2023.json");
        report["document"]["stamps"] = json!({ "secrecy": secrecy, "recall": "to_be_recalled" });
        let layout = lay_out(&report);
        for words in [words, "TÀI LIỆU THU HỒI"] {
            let line = layout.line(words);
            let around: Vec<_> = layout
                .shapes
                .iter()
                .filter(|shape| {
                    shape.page == 1
                        && shape.height > 10.0
                        && shape.x < line.x
                        && shape.x + shape.width > line.right
                        && shape.y < line.y
                        && shape.y + shape.height > line.y
                })
                .collect();
            let [outer, inner] = &around[..] else { panic!("{words}: {around:?}") };
            assert!(near(outer.height, 8.0 * MM) && near(inner.height, 6.0 * MM), "{around:?}");
            assert!(near(inner.x - outer.x, MM) && near(inner.y - outer.y, MM), "1 mm apart: {around:?}");
            assert!(near(outer.width - inner.width, 2.0 * MM), "{around:?}");
            assert!(around.iter().all(|frame| frame.color.as_deref() == Some("#ff0000")));
            assert!(layout.runs.iter().any(|run| run.text == words && !run.black), "{words} is red");
        }
        assert!(
            layout.shapes.iter().any(|shape| near(shape.width, width * MM) && near(shape.height, 8.0 * MM)),
            "{words}"
        );
    }
}

#[test]
fn stamps_stand_level_with_the_addressees_and_push_nothing_down() {
    let narrow = example("xa-q3-2023.json")["document"]["subject"].clone();
    let wide = json!(
        "Kết quả thực hiện công tác cải cách hành chính nhà nước quý III và phương hướng, nhiệm vụ trọng tâm quý IV"
    );
    let place = |subject: &serde_json::Value, to: &serde_json::Value, stamps: &serde_json::Value| {
        let mut report = example("xa-q3-2023.json");
        report["document"]["to"] = to.clone();
        report["document"]["subject"] = subject.clone();
        report["document"]["stamps"] = stamps.clone();
        let layout = lay_out(&report);
        (layout.line("Thực hiện chế độ báo cáo").y, layout)
    };
    let (one, two) = (json!(["Sở Nội vụ"]), json!(["Sở Nội vụ", "UBND huyện"]));
    let long = json!(["Ủy ban nhân dân huyện Thanh Bình Giang (qua Phòng Nội vụ huyện)"]);
    let level = |layout: &super::measure::Layout, words: &str, other: &str| {
        (layout.line(words).y - layout.line(other).y).abs() < 8.0
    };
    for (subject, to, stamps, words) in [
        (&narrow, &one, json!({ "urgency": "very_urgent" }), "THƯỢNG KHẨN"),
        (&narrow, &one, json!({ "secrecy": "top_secret" }), "TUYỆT MẬT"),
        (&narrow, &two, json!({ "secrecy": "secret", "urgency": "immediate" }), "MẬT"),
        (&narrow, &json!([]), json!({ "urgency": "immediate" }), "HỎA TỐC"),
        (&wide, &one, json!({ "secrecy": "highly_secret", "urgency": "immediate" }), "HỎA TỐC"),
        (&wide, &one, json!({ "secrecy": "top_secret", "urgency": "very_urgent" }), "THƯỢNG KHẨN"),
        (&wide, &long, json!({ "secrecy": "highly_secret", "urgency": "immediate" }), "HỎA TỐC"),
        (&wide, &long, json!({ "secrecy": "secret" }), "MẬT"),
        (&wide, &two, json!({ "secrecy": "top_secret", "urgency": "very_urgent" }), "TUYỆT MẬT"),
        (&wide, &json!([]), json!({ "secrecy": "secret", "urgency": "very_urgent" }), "MẬT"),
    ] {
        let (without, _) = place(subject, to, &json!({}));
        let (with, layout) = place(subject, to, &stamps);
        assert!((with - without).abs() < 0.5, "{to} {stamps}: {without} {with}");
        let beside = if to.as_array().unwrap().is_empty() { "BÁO CÁO" } else { "Kính gửi:" };
        assert!(level(&layout, words, beside), "{to} {stamps}: {:?} {:?}", layout.line(words), layout.line(beside));
        // No text stands in a frame that is not its own.
        for frame in layout.shapes.iter().filter(|shape| shape.page == 1 && near(shape.height, 8.0 * MM)) {
            let inside = |run: &&super::measure::Run| {
                run.page == 1
                    && run.x < frame.x + frame.width
                    && run.x + run.width > frame.x
                    && run.y > frame.y
                    && run.y - 0.7 * run.size < frame.y + frame.height
            };
            let black: Vec<_> = layout.runs.iter().filter(inside).filter(|run| run.black).collect();
            assert!(black.is_empty(), "{stamps}: {black:?}");
        }
    }
}

#[test]
fn the_address_closes_the_first_page_below_its_footnotes() {
    let mut report = example("xa-q3-2023.json");
    report["document"]["address_line"] = json!("Thôn 3; ĐT: 0123.456.789; E-mail: xa@example.gov.vn");
    let layout = lay_out(&report);
    let address = layout.line("0123.456.789");
    let note = layout.line("Công văn số 305/UBND-NV");
    assert!(note.page == 1 && near(note.size, 11.0) && note.y < address.y, "{note:?} {address:?}");
    let last = layout.lines(1).into_iter().map(|line| line.y).fold(0.0, f64::max);
    assert!(near(last, address.y) && last < (297.0 - 20.0) * MM, "{last} {address:?}");
}
