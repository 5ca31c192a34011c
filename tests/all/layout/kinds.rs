//! Kinds of documents: letters, decisions, minutes, telegrams, papers (NĐ 30/2020/NĐ-CP, Annex III, forms 1.1 to 1.10), and what is issued with
//! them.

use serde_json::json;

use super::measure::{MM, example, lay_out, near};

#[test]
fn the_subject_of_a_letter_stands_under_its_number() {
    let mut report = example("cong-van.json");
    report["document"]["subject"] = json!("rà soát, tu sửa trường lớp học và công trình vệ sinh trong dịp hè năm 2026");
    let layout = lay_out(&report);
    let number = layout.line("Số: 312/UBND-VX");
    let subject = layout.line("V/v rà soát");
    assert!(!subject.bold && !subject.italic && near(subject.size, 12.0), "{subject:?}");
    assert!(near(subject.center(), number.center()), "{subject:?} {number:?}");
    let gap = subject.y - number.y;
    assert!(gap > 15.0 && gap < 26.0, "6 pt below the number: {gap}");
    let date = layout.line("Phú Thịnh Đông, ngày 06 tháng 5 năm 2026");
    assert!(subject.right < date.x && near(number.y, date.y), "{subject:?} {date:?}");
    let to = layout.line("Kính gửi:");
    let last = layout.lines(1).into_iter().filter(|line| near(line.size, 12.0)).map(|line| line.y).fold(0.0, f64::max);
    assert!(to.y > subject.y && last < 280.0 * MM, "{to:?}");
    assert!(!layout.all_lines().iter().any(|line| line.text.contains("CÔNG VĂN")), "a letter names no type");
}

#[test]
fn stamps_of_a_letter_push_nothing_down() {
    let mut report = example("cong-van.json");
    let before = lay_out(&report).line("Để chuẩn bị").y;
    report["document"]["stamps"] = json!({ "urgency": "urgent" });
    let layout = lay_out(&report);
    assert!(near(layout.line("Để chuẩn bị").y, before), "{before}");
    let (stamp, to) = (layout.line("KHẨN"), layout.line("Kính gửi:"));
    assert!(stamp.right < to.x, "at the left of the addressees: {stamp:?} {to:?}");
}

/// However long the subject is and whoever is addressed, no stamp lies on words.
#[test]
fn stamps_of_a_letter_lie_on_no_words() {
    let long =
        "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã và các tổ chức chính trị - xã hội xã Phú Thịnh Đông";
    let several = ["Các phòng, ban", long, "Trưởng các thôn"];
    for to in [json!(["UBND tỉnh Trung Hà"]), json!([long]), json!(several)] {
        for subject in ["báo cáo", "rà soát, tu sửa trường lớp học và công trình vệ sinh trong dịp hè năm 2026"]
        {
            for stamps in [
                json!({ "urgency": "immediate" }),
                json!({ "urgency": "very_urgent", "secrecy": "top_secret" }),
                json!({ "urgency": "urgent", "secrecy": "secret" }),
            ] {
                let mut report = example("cong-van.json");
                let document = &mut report["document"];
                (document["to"], document["subject"], document["stamps"]) = (to.clone(), json!(subject), stamps);
                let layout = lay_out(&report);
                let is_stamp = |text: &str| text.chars().all(|c| c.is_uppercase() || c == ' ');
                let marks: Vec<_> = layout.runs.iter().filter(|run| !run.black).collect();
                assert!(!marks.is_empty() && marks.iter().all(|run| is_stamp(&run.text)));
                for mark in marks {
                    let on = layout.runs.iter().filter(|run| run.black && run.page == 1).find(|run| {
                        (run.y - mark.y).abs() < 4.0 * MM + 4.0
                            && run.x < mark.x + mark.width + 2.0 * MM
                            && run.x + run.width > mark.x
                    });
                    assert!(on.is_none(), "{to} {subject}: {mark:?} {on:?}");
                }
            }
        }
    }
}

#[test]
fn who_decides_is_not_cut_inside_words() {
    let mut report = example("quyet-dinh.json");
    report["document"]["authority"] = json!(
        "CHỦ TỊCH HỘI ĐỒNG QUẢN LÝ QUỸ HỖ TRỢ NÔNG DÂN, TRƯỞNG BAN CHỈ ĐẠO CÁC CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA XÃ"
    );
    let layout = lay_out(&report);
    let lines: Vec<String> = layout.all_lines().into_iter().map(|line| line.text.trim().to_owned()).collect();
    assert!(lines.iter().any(|line| line.starts_with("CHỦ TỊCH HỘI ĐỒNG")), "{lines:?}");
    for half in ["NÔNG", "CHƯƠNG", "QUẢN", "MỤC", "QUỐC", "HỖ", "CHỈ", "HỘI"] {
        assert!(!lines.iter().any(|line| line.ends_with(&format!(" {half}"))), "{half}: {lines:?}");
    }
}

#[test]
fn a_decision_says_who_decides_and_counts_its_articles() {
    let mut report = example("quyet-dinh.json");
    report["outline"][1]["title"] = json!("Nhiệm vụ");
    report["outline"][2]["number"] = json!(5);
    let layout = lay_out(&report);
    let authority = layout.line("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ PHÚ THỊNH ĐÔNG");
    let decides = layout.line("QUYẾT ĐỊNH:");
    let middle = layout.line("Về việc thành lập").center();
    for line in [&authority, &decides] {
        assert!(line.bold && near(line.size, 14.0) && near(line.center(), middle), "{line:?}");
    }
    let ground = layout.line("Căn cứ Luật Tổ chức");
    let proposed = layout.line("Theo đề nghị của");
    assert!(ground.italic && authority.y < ground.y && ground.y < proposed.y && proposed.y < decides.y);
    let article = layout.line("Điều 1.");
    assert!(article.text.contains("Điều 1. Thành lập Tổ"), "on one line with its text: {article:?}");
    let number = layout.runs.iter().find(|run| run.text.starts_with("Điều 1.")).unwrap();
    assert!(number.bold, "{number:?}");
    assert_eq!(layout.line("Điều 2.").text.trim(), "Điều 2. Nhiệm vụ");
    assert!(layout.line("Điều 5.").text.contains("Chánh Văn phòng"));
}

#[test]
fn minutes_have_no_date_in_the_head_and_two_who_sign() {
    let layout = lay_out(&example("bien-ban.json"));
    let (number, organ) = (layout.line("Số: 12/BB-UBND"), layout.line("XÃ PHÚ THỊNH ĐÔNG"));
    assert!(near(number.center(), organ.center()), "{number:?} {organ:?}");
    let head: Vec<_> = layout.all_lines().into_iter().filter(|line| near(line.y, number.y)).collect();
    assert_eq!(head.len(), 1, "{head:?}");
    let (writer, chair) = (layout.line("THƯ KÝ"), layout.line("CHỦ TỌA"));
    assert!(near(writer.y, chair.y) && writer.right < chair.x, "{writer:?} {chair:?}");
    let (list, name) = (layout.line("Nơi nhận:"), layout.line("Ngô Thị Hải Yến"));
    assert!(list.y > name.y, "{list:?} {name:?}");
}

/// The middle of the text.
const MIDDLE: f64 = (35.0 + 155.0 / 2.0) * MM;

#[test]
fn a_resolution_says_who_decides_and_that_it_does() {
    let layout = lay_out(&example("nghi-quyet.json"));
    let (number, kind) = (layout.line("Số: 07/NQ-HĐND"), layout.line("NGHỊ QUYẾT"));
    let (authority, decides) = (layout.line("XÃ PHÚ THỊNH ĐÔNG KHÓA II").y, layout.line("QUYẾT NGHỊ:"));
    assert!(near(number.center(), layout.line("XÃ PHÚ THỊNH ĐÔNG").center()), "{number:?}");
    for line in [&kind, &decides] {
        assert!(line.bold && near(line.size, 14.0) && near(line.center(), MIDDLE), "{line:?}");
    }
    let (ground, article) = (layout.line("Căn cứ Luật Tổ chức"), layout.line("Điều 1."));
    assert!(ground.italic && authority < ground.y && ground.y < decides.y && decides.y < article.y);
}

#[test]
fn a_telegram_says_in_the_middle_who_sends_it() {
    let mut report = example("cong-dien.json");
    let layout = lay_out(&report);
    let (kind, subject) = (layout.line("CÔNG ĐIỆN"), layout.line("Về việc chủ động"));
    let sends = layout.line("Chủ tịch UBND xã Phú Thịnh Đông điện:");
    assert!(!sends.bold && !sends.italic && near(sends.size, 14.0) && near(sends.center(), MIDDLE), "{sends:?}");
    assert!(kind.y < subject.y && layout.rule_under(&subject).y < sends.y, "{sends:?}");
    assert!(!layout.text().contains("Kính gửi"), "{}", layout.text());
    let to: Vec<_> =
        ["- Trưởng các phòng, ban;", "- Chỉ huy trưởng", "- Trưởng các thôn."].map(|to| layout.line(to)).into();
    assert!(
        to[0].y > sends.y && to.iter().all(|line| near(line.x, to[0].x) && line.right < 190.0 * MM + 0.1),
        "{to:?}"
    );
    let stamp = layout.line("HỎA TỐC");
    assert!(to.iter().chain([&sends]).all(|line| line.x > stamp.right + 2.0 * MM), "{stamp:?} {to:?}");
    // One addressee follows on the line, or stands below it where there is no room.
    report["document"]["to"] = json!(["Trưởng các thôn"]);
    let layout = lay_out(&report);
    let (sends, stamp) = (layout.line("điện:"), layout.line("HỎA TỐC"));
    assert!(sends.text.contains("điện: Trưởng các thôn") && sends.x > stamp.right + 2.0 * MM, "{sends:?}");
    let mut plain = report.clone();
    plain["document"].as_object_mut().unwrap().remove("stamps");
    let sends = lay_out(&plain).line("điện:");
    assert!(sends.text.contains("điện: Trưởng các thôn") && near(sends.center(), MIDDLE), "{sends:?}");
    let long = "Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam xã, Bí thư Đoàn Thanh niên Cộng sản Hồ Chí Minh xã và Trưởng các thôn";
    report["document"]["to"] = json!([long]);
    let layout = lay_out(&report);
    let (sends, to) = (layout.line("điện:"), layout.line("- Chủ tịch Ủy ban Mặt trận"));
    assert!(sends.text.trim().ends_with("điện:") && to.y > sends.y, "{to:?}");
    // Where nobody is named the agency speaks.
    report["document"].as_object_mut().unwrap().remove("authority");
    layout_has(&lay_out(&report), "UBND xã Phú Thịnh Đông điện:");
}

fn layout_has(layout: &super::measure::Layout, text: &str) {
    assert!(layout.text().contains(text), "{text}:\n{}", layout.text());
}

/// Nothing of a long telegram stands on anything else.
#[test]
fn stamps_of_a_telegram_lie_on_no_words() {
    let long = "CHỦ TỊCH ỦY BAN NHÂN DÂN, TRƯỞNG BAN CHỈ HUY PHÒNG THỦ DÂN SỰ VÀ TÌM KIẾM CỨU NẠN XÃ PHÚ THỊNH ĐÔNG";
    for authority in ["Chủ tịch UBND xã Phú Thịnh Đông", long] {
        for to in [json!(["Trưởng các thôn"]), json!([long, "Các phòng, ban", long])] {
            for stamps in [json!({ "urgency": "urgent" }), json!({ "urgency": "very_urgent", "secrecy": "top_secret" })]
            {
                let mut report = example("cong-dien.json");
                let document = &mut report["document"];
                (document["to"], document["authority"], document["stamps"]) = (to.clone(), json!(authority), stamps);
                let layout = lay_out(&report);
                for mark in layout.runs.iter().filter(|run| !run.black) {
                    let on = layout.runs.iter().filter(|run| run.black && run.page == 1).find(|run| {
                        (run.y - mark.y).abs() < 4.0 * MM + 4.0
                            && run.x < mark.x + mark.width + 2.0 * MM
                            && run.x + run.width > mark.x
                    });
                    assert!(on.is_none(), "{authority} {to}: {mark:?} {on:?}");
                }
            }
        }
    }
}

#[test]
fn papers_without_an_abstract_have_a_rule_under_their_name() {
    for (file, kind) in [("giay-gioi-thieu.json", "GIẤY GIỚI THIỆU"), ("giay-nghi-phep.json", "GIẤY NGHỈ PHÉP")]
    {
        let layout = lay_out(&example(file));
        let kind = layout.line(kind);
        let rule = layout.rule_under(&kind);
        assert!(kind.bold && near(kind.size, 14.0) && near(kind.center(), MIDDLE), "{kind:?}");
        let share = rule.width / (kind.right - kind.x);
        assert!(share > 1.0 / 3.0 && share < 0.5 && near(rule.x + rule.width / 2.0, MIDDLE), "{share} {rule:?}");
    }
    let layout = lay_out(&example("giay-gioi-thieu.json"));
    let says = layout.line("UBND xã Phú Thịnh Đông trân trọng giới thiệu:");
    assert!(near(says.center(), MIDDLE) && !says.bold && says.y < layout.line("Bà: Phạm Thu Trang").y, "{says:?}");
}

#[test]
fn what_another_organ_confirms_stands_below_the_recipients() {
    let long = "Xác nhận của Ủy ban nhân dân xã Vĩnh Lộc Sơn, tỉnh Trung Hà, nơi ông Tô Minh Đức nghỉ phép trong thời gian ghi trên";
    for (words, name, signers) in
        [("Xác nhận của cơ quan", None, 1), (long, Some("Nguyễn Thị Thanh Huyền"), 1), (long, Some("Lê Mai"), 2)]
    {
        let mut report = example("giay-nghi-phep.json");
        report["document"]["confirmation"] = json!({ "words": words });
        if let Some(name) = name {
            report["document"]["confirmation"]["full_name"] = json!(name);
        }
        if signers == 2 {
            let first = report["document"]["signers"][0].clone();
            report["document"]["signers"] = json!([{ "position": "TRƯỞNG PHÒNG", "full_name": "Đỗ Văn Bắc" }, first]);
        }
        let layout = lay_out(&report);
        assert_eq!(layout.sizes.len(), 1, "{words}");
        let (begins, last) = (layout.line("Xác nhận của"), layout.line("- Lưu: VT"));
        let signer = layout.line("Lương Thị Bích Hà");
        assert!(begins.italic && near(begins.size, 13.0) && begins.y > last.y + 20.0, "{begins:?} {last:?}");
        assert!(begins.right < signer.x, "at the left of who signs: {begins:?} {signer:?}");
        if let Some(name) = name {
            let name = layout.line(name);
            assert!(name.bold && name.y > begins.y + 36.0 * MM && near(name.center(), begins.center()), "{name:?}");
        }
    }
}

#[test]
fn a_document_that_is_issued_with_a_decision_has_a_head_of_its_own() {
    let report = example("tiep-cong-dan-quy-che.json");
    let layout = lay_out(&report);
    let on = |page: usize, text: &str| {
        let mut lines = layout.lines(page).into_iter();
        lines.find(|line| line.text.contains(text)).unwrap_or_else(|| panic!("{text}:\n{}", layout.text()))
    };
    let (state, organ) = (on(2, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"), on(2, "ỦY BAN NHÂN DÂN"));
    assert!(near(state.y, organ.y) && organ.right < state.x && organ.bold && state.bold, "{organ:?} {state:?}");
    let first = on(1, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA");
    assert!(near(first.x, state.x) && near(first.y, state.y), "as on the decision: {first:?} {state:?}");
    assert!(!layout.lines(2).iter().any(|line| line.text.contains("Số:")), "it has no number of its own");
    let (kind, subject, guide) =
        (on(2, "QUY CHẾ"), on(2, "Tiếp công dân tại"), on(2, "(Kèm theo Quyết định số 305/QĐ-UBND"));
    assert!(
        kind.bold && near(kind.size, 14.0) && subject.bold && near(subject.size, 14.0) && guide.italic,
        "{guide:?}"
    );
    for line in [&kind, &subject, &guide, &on(2, "Chương I"), &on(2, "QUY ĐỊNH CHUNG"), &on(2, "Mục 1")] {
        assert!(near(line.center(), MIDDLE), "{line:?}");
    }
    assert!(kind.y < subject.y && subject.y < guide.y && guide.y < on(2, "Chương I").y);
    let chapter = on(2, "Chương II");
    assert!(chapter.bold && on(2, "TỔ CHỨC TIẾP CÔNG DÂN").bold && near(chapter.center(), MIDDLE), "{chapter:?}");
    let text = layout.text();
    let articles: Vec<&str> =
        text.lines().skip_while(|line| !line.starts_with("QUY CHẾ")).filter(|line| line.starts_with("Điều ")).collect();
    let numbers: Vec<&str> = articles.iter().filter_map(|line| line.split(['.', ' ']).nth(1)).collect();
    assert_eq!(numbers, ["1", "2", "3", "4", "5", "6", "7"], "they count through chapters and sections: {articles:?}");
    assert!(on(2, "Điều 1. Phạm vi điều chỉnh").bold);
    assert!(text.trim_end().ends_with("xét, quyết định./."), "{text}");
    // Its pages count from 1, and the first shows no number.
    let number =
        |page: usize| layout.lines(page).into_iter().find(|line| line.y < 25.0 * MM && line.text.trim().len() == 1);
    assert!(number(2).is_none() && number(3).is_some_and(|number| number.text.trim() == "2"));
}

#[test]
fn the_head_of_an_issued_document_holds_long_names() {
    let mut report = example("tiep-cong-dan-quy-che.json");
    report["document"]["organ"] = json!({
        "parent_name": "UBND TỈNH TRUNG HÀ",
        "organ_name": "BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG CÁC CÔNG TRÌNH NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN TỈNH TRUNG HÀ",
        "short_name": "Ban Quản lý dự án Nông nghiệp và Phát triển nông thôn tỉnh Trung Hà",
    });
    report["appendices"][0]["title"] = json!(
        "Quản lý, sử dụng nhà văn hóa, sân thể thao, khu vui chơi của các thôn và trách nhiệm của các tổ chức, cá nhân có liên quan trên địa bàn xã Phú Thịnh Đông"
    );
    let layout = lay_out(&report);
    for page in [1, 2] {
        let lines = layout.lines(page);
        let state = lines.iter().find(|line| line.text.contains("CỘNG HÒA XÃ HỘI")).expect("the national name");
        let organ = lines.iter().filter(|line| line.x < state.x && line.y < state.y + 80.0 && line.bold);
        assert!(organ.clone().count() >= 3 && organ.clone().all(|line| line.right < state.x), "{page}: {lines:?}");
    }
    let kind = layout.line("QUY CHẾ");
    let organ =
        layout.lines(2).into_iter().filter(|line| line.bold && line.y < kind.y).map(|line| line.y).fold(0.0, f64::max);
    assert!(kind.y > organ + 15.0, "{kind:?}");
}

#[test]
fn a_list_stands_after_the_sign_and_before_who_signs() {
    let mut report = example("giay-moi.json");
    let sections = report["outline"].as_array_mut().unwrap();
    sections.push(json!({ "title": "Danh sách đại biểu:", "text": "1. Trưởng các phòng;\n\n2. Trưởng các thôn.", "after_end": true }));
    let layout = lay_out(&report);
    let (end, list, last) =
        (layout.line("./."), layout.line("Danh sách đại biểu:"), layout.line("2. Trưởng các thôn."));
    assert!(end.text.contains("đúng thành phần và thời gian./."), "{end:?}");
    assert!(end.y < list.y && list.y < last.y && last.y < layout.line("Nơi nhận:").y, "{list:?} {last:?}");
    assert!(list.bold && list.text.trim() == "Danh sách đại biểu:", "it has no number: {list:?}");
    assert_eq!(layout.text().matches("./.").count(), 1);
    // The closing that the set speaks stands before it too.
    let mut report = example("to-trinh.json");
    let sections = report["outline"].as_array_mut().unwrap();
    sections.push(json!({ "text": "Tài liệu gửi kèm: dự thảo Quyết định; thuyết minh.", "after_end": true }));
    let layout = lay_out(&report);
    let (end, list) = (layout.line("./."), layout.line("Tài liệu gửi kèm"));
    assert!(end.y < list.y || end.page < list.page, "{end:?} {list:?}");
}

#[test]
fn a_list_that_the_text_speaks_of_has_its_title_alone() {
    let layout = lay_out(&example("quyet-dinh.json"));
    let title = layout.line("DANH SÁCH THÀNH VIÊN");
    assert!(title.page == 2 && title.bold && near(title.size, 14.0) && near(title.center(), MIDDLE), "{title:?}");
    assert!(!layout.text().contains("Phụ lục"), "{}", layout.text());
    let mut report = example("quyet-dinh.json");
    let appendices = report["appendices"].as_array_mut().unwrap();
    appendices.push(json!({ "title": "Nhiệm vụ từng tháng", "text": "Theo kế hoạch của xã." }));
    let layout = lay_out(&report);
    assert!(
        layout.all_lines().iter().any(|line| line.text.trim() == "Phụ lục"),
        "the other is alone: {}",
        layout.text()
    );
}
