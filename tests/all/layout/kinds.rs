//! Kinds of documents: letters, decisions, minutes (NĐ 30/2020/NĐ-CP, Annex III, forms 1.2, 1.5, 1.9).

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
