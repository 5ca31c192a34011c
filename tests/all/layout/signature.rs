//! Boxes 7, 8, 9b and 12.

use serde_json::json;

use super::measure::{Line, MM, example, lay_out, near};

fn report() -> serde_json::Value {
    let mut report = example("xa-q3-2023.json");
    report["appendices"] = json!([]);
    report["document"]["signers"] = json!([{ "competence": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], "position": "PHÓ CHỦ TỊCH", "full_name": "Nguyễn Văn An" }]);
    report
}

#[test]
fn authority_and_name_stand_on_one_axis_at_the_right() {
    let layout = lay_out(&report());
    let lines: Vec<Line> = ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn An"]
        .iter()
        .map(|text| layout.line(text))
        .collect();
    for line in &lines {
        assert!(line.bold && !line.italic && near(line.size, 14.0), "{line:?}");
        assert!(near(line.center(), lines[0].center()), "{line:?}");
        assert_eq!(line.page, lines[0].page);
    }
    assert!(lines[0].center() > 112.5 * MM, "in the right half");
    let room = (lines[3].y - lines[2].y - 16.0) / MM;
    assert!((35.0..=38.0).contains(&room), "room for the hand and the seal: {room} mm");
}

#[test]
fn recipients_stand_at_the_left_level_with_the_authority() {
    let layout = lay_out(&report());
    let (title, authority) = (layout.line("Nơi nhận:"), layout.line("TM. ỦY BAN NHÂN DÂN"));
    assert!(title.bold && title.italic && near(title.size, 12.0) && near(title.x, 35.0 * MM), "{title:?}");
    assert!((title.y - authority.y).abs() < 2.5, "{title:?} {authority:?}");
    let first = layout.line("- Như trên;");
    assert!(near(first.size, 11.0) && near(first.x, 35.0 * MM) && !first.bold && !first.italic);
    let last = layout.line("- Lưu: VT");
    assert!(last.text.trim().ends_with('.'), "{last:?}");
}

#[test]
fn drafters_mark_stands_at_the_lower_right_of_the_recipients() {
    let mut report = report();
    report["document"]["drafter"] = json!({ "mark": "pl", "copies": 300 });
    let layout = lay_out(&report);
    let (mark, last) = (layout.line("PL.(300)"), layout.line("- Lưu: VT"));
    assert!(near(mark.y, last.y) && near(mark.size, 11.0) && mark.right < 105.0 * MM, "{mark:?} {last:?}");
}

#[test]
fn the_block_never_stands_alone_and_never_splits() {
    // The closing is pushed over the foot of the page, line by line.
    for lines in 1..40 {
        let mut report = report();
        report["outline"] = json!([{ "title": "Phần", "text": vec!["Một dòng ngắn."; lines].join("\n\n") }]);
        report["sections"] = json!({ "ket-thuc": "Trên đây là báo cáo" });
        let layout = lay_out(&report);
        let (title, name) = (layout.line("Nơi nhận:"), layout.line("Nguyễn Văn An"));
        assert_eq!(title.page, name.page, "{lines} lines: the block splits");
        let text: Vec<Line> = layout
            .lines(title.page)
            .into_iter()
            .filter(|line| line.y < title.y - 5.0 && line.y > 25.0 * MM && line.size == 14.0)
            .collect();
        assert!(text.len() >= 2, "{lines} lines: {} lines of text on the page that is signed", text.len());
    }
}

#[test]
fn a_long_list_of_recipients_runs_below_the_name_without_touching_it() {
    let mut report = report();
    let names: Vec<String> = (1..=90).map(|n| format!("Đơn vị số {n}")).collect();
    report["document"]["recipients"] = json!([names, vec!["Lưu: VT".to_owned()]].concat());
    let layout = lay_out(&report);
    let name = layout.line("Nguyễn Văn An");
    let text = layout.text();
    for n in 1..=90 {
        assert!(text.contains(&format!("- Đơn vị số {n};")), "{n}");
    }
    for line in layout.lines(name.page).into_iter().filter(|line| line.text.contains("Đơn vị số")) {
        assert!(line.right < name.x || (line.y - name.y).abs() > 12.0, "{line:?} {name:?}");
    }
    assert!(layout.line("Đơn vị số 90").page > layout.line("Nơi nhận:").page, "the list goes on over pages");
}

#[test]
fn several_sign_side_by_side() {
    let mut report = report();
    report["document"]["signers"] = json!([
        { "competence": ["KT. GIÁM ĐỐC"], "position": "PHÓ GIÁM ĐỐC", "full_name": "Lê Thị Bình" },
        { "competence": ["TM. ỦY BAN NHÂN DÂN"], "position": "CHỦ TỊCH", "full_name": "Nguyễn Văn An" }
    ]);
    let layout = lay_out(&report);
    let (left, right) = (layout.line("Lê Thị Bình"), layout.line("Nguyễn Văn An"));
    assert!(near(left.y, right.y) && left.right < right.x);
    assert!(layout.line("Nơi nhận:").y > left.y);
}

fn signed_by_two(report: &mut serde_json::Value) {
    report["document"]["signers"] = json!([
        { "competence": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], "position": "PHÓ CHỦ TỊCH", "full_name": "Nguyễn Văn An" },
        { "position": "GIÁM ĐỐC", "full_name": "Lê Thị Bình" }
    ]);
}

#[test]
fn names_of_several_stand_on_one_line_whatever_stands_above_them() {
    let mut report = report();
    signed_by_two(&mut report);
    let layout = lay_out(&report);
    let (left, right) = (layout.line("Nguyễn Văn An"), layout.line("Lê Thị Bình"));
    assert!(near(left.y, right.y), "{left:?} {right:?}");
    assert!(near(layout.line("TM. ỦY BAN NHÂN DÂN").y, layout.line("GIÁM ĐỐC").y));
}

#[test]
fn posts_of_four_break_between_words_and_names_not_at_all() {
    let mut report = report();
    let signer =
        |right: &str, post: &str, name: &str| json!({ "competence": [right], "position": post, "full_name": name });
    report["document"]["signers"] = json!([
        signer("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Quang Hiển"),
        signer("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Thị Hồng Vân"),
        signer("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Ngô Bá Khá"),
        signer("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG NỘI VỤ", "Phạm Văn Đông")
    ]);
    let layout = lay_out(&report);
    for name in ["Trần Quang Hiển", "Lê Thị Hồng Vân", "Ngô Bá Khá", "Phạm Văn Đông"] {
        assert!(near(layout.line(name).size, 13.0), "{name}");
    }
    for whole in ["NHÂN DÂN", "CHỦ TỊCH", "PHÓ GIÁM ĐỐC", "VĂN PHÒNG", "NỘI VỤ"] {
        layout.line(whole);
    }
}

#[test]
fn a_short_list_stays_on_the_page_of_those_who_sign() {
    for lines in 20..40 {
        let mut report = report();
        signed_by_two(&mut report);
        report["outline"] = json!([{ "title": "Phần", "text": vec!["Một dòng ngắn."; lines].join("\n\n") }]);
        let layout = lay_out(&report);
        let page = layout.line("Lê Thị Bình").page;
        for text in ["Nơi nhận:", "- Lưu: VT"] {
            assert_eq!(layout.line(text).page, page, "{lines} lines: {text}");
        }
    }
}

#[test]
fn a_list_that_runs_on_has_even_lines_and_leaves_three_together() {
    for count in 24..48 {
        let mut report = report();
        let names: Vec<String> = (1..=count).map(|n| format!("Đơn vị số {n}")).collect();
        report["document"]["recipients"] = json!([names, vec!["Lưu: VT".to_owned()]].concat());
        let layout = lay_out(&report);
        let all: Vec<Line> = layout
            .all_lines()
            .into_iter()
            .filter(|line| line.text.starts_with("- ") && near(line.size, 11.0))
            .collect();
        for pair in all.windows(2).filter(|pair| pair[0].page == pair[1].page) {
            assert!((10.0..14.5).contains(&(pair[1].y - pair[0].y)), "{count}: {pair:?}");
        }
        let last = all.last().expect("recipients").page;
        assert!(all.iter().filter(|line| line.page == last).count() >= 3, "{count}");
    }
}

#[test]
fn images_lie_as_the_decree_draws_them() {
    let mut report = report();
    report["document"]["signers"][0]["signature"] = json!("signature.png");
    report["document"]["signers"][0]["seal"] = json!("seal.png");
    let layout = lay_out(&report);
    let (post, name) = (layout.line("PHÓ CHỦ TỊCH"), layout.line("Nguyễn Văn An"));
    let [signature, seal] = &layout.images[..] else { panic!("{:?}", layout.images) };
    assert!(near(seal.width, 36.0 * MM) && near(seal.height, 36.0 * MM), "real size: {seal:?}");
    let third = signature.x + signature.width / 3.0;
    assert!(near(seal.x + seal.width, third), "the seal covers a third of the signature: {seal:?} {signature:?}");
    for image in [signature, seal] {
        assert!(image.y >= post.y && image.y + image.height <= name.y - 0.6 * name.size, "hides no text: {image:?}");
    }
    assert!(near(signature.x + signature.width / 2.0, name.center()));
}
