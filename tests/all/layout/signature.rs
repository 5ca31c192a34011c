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
    assert!(near(title.y, authority.y), "on one baseline: {title:?} {authority:?}");
    let first = layout.line("- Như trên;");
    assert!(near(first.size, 11.0) && near(first.x, 35.0 * MM) && !first.bold && !first.italic);
    let last = layout.line("- Lưu: VT");
    assert!(last.text.trim().ends_with('.'), "{last:?}");
}

#[test]
fn drafters_mark_ends_the_last_line_of_the_recipients() {
    let mut report = report();
    report["document"]["drafter"] = json!({ "mark": "pl", "copies": 300 });
    let layout = lay_out(&report);
    let last = layout.line("- Lưu: VT");
    assert!(last.text.trim().ends_with("VT. PL.(300)."), "{last:?}");
    assert!(near(last.size, 11.0) && near(last.x, 35.0 * MM) && !last.bold && !last.italic, "{last:?}");
    report["document"]["drafter"] = json!({ "mark": "PL" });
    assert!(lay_out(&report).line("- Lưu: VT").text.trim().ends_with("VT. PL."));
}

/// However long the line is, the mark is whole and stands at the left of who signs.
#[test]
fn drafters_mark_is_whole_in_lines_of_any_length() {
    for last in [
        "Lưu: VT, Phòng Văn hóa",
        "Lưu: VT, Phòng Văn hóa, Kinh tế",
        "Lưu: VT, Phòng Văn hóa, Phòng Kinh tế",
        "Lưu: VT, Phòng Văn hóa - Xã hội, Kinh tế",
        "Lưu: VT, Phòng Văn hóa - Xã hội, Phòng Kinh tế, Văn phòng",
    ] {
        for position in ["CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC KIÊM CHÁNH VĂN PHÒNG"] {
            let mut report = report();
            report["document"]["drafter"] = json!({ "mark": "NVHTT", "copies": 60 });
            report["document"]["recipients"] = json!(["Như trên", last]);
            report["document"]["signers"][0]["position"] = json!(position);
            let layout = lay_out(&report);
            let mark = layout.line("NVHTT.(60).");
            assert!(mark.right < layout.line("TM. ỦY BAN NHÂN DÂN").x, "{last}: {mark:?}");
        }
    }
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
fn four_stand_in_two_rows_and_their_posts_break_between_words() {
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
    let heights = ["Trần Quang Hiển", "Lê Thị Hồng Vân", "Ngô Bá Khá", "Phạm Văn Đông"].map(|name| layout.line(name).y);
    assert!(near(heights[0], heights[1]) && near(heights[2], heights[3]) && heights[1] < heights[2], "{heights:?}");
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

/// A long list runs on below who signs before it takes the block to another page and leaves a large hole.
#[test]
fn a_long_list_leaves_no_large_hole() {
    let mut signed = [0; 2];
    for lines in (0..34).step_by(2) {
        let mut report = report();
        let recipients: Vec<String> = (1..=18).map(|at| format!("Phòng chuyên môn số {at}")).collect();
        report["document"]["recipients"] = json!([recipients, vec!["Lưu: VT".to_owned()]].concat());
        report["outline"] = json!([{ "title": "Phần", "text": vec!["Một dòng ngắn."; lines].join("\n\n") }]);
        report["sections"] = json!({ "ket-thuc": "Trên đây là báo cáo" });
        let layout = lay_out(&report);
        let title = layout.line("Nơi nhận:");
        signed[title.page.min(2) - 1] += 1;
        assert_eq!(layout.line("Nguyễn Văn An").page, title.page);
        assert_eq!(layout.all_lines().iter().filter(|line| line.text.contains("Phòng chuyên môn số")).count(), 18);
        if title.page > 1 {
            let foot = layout.lines(title.page - 1).iter().map(|line| line.y).fold(0.0, f64::max);
            assert!(277.0 * MM - foot < 95.0 * MM, "{lines}: {} mm", 277.0 - foot / MM);
        }
    }
    assert!(signed.iter().all(|count| *count > 1), "{signed:?}");
}

/// Where a page does not hold several who sign and the list below them, the list begins on the next page before those who sign
/// leave a huge hole; text stands above them all the same, and a short list stays where it may.
#[test]
fn several_who_sign_leave_no_huge_hole_for_their_list() {
    let signer = |name: &str| json!({ "competence": ["SỞ NỘI VỤ"], "position": "GIÁM ĐỐC", "full_name": name });
    let mut apart = 0;
    for (signers, recipients) in [(3, 5), (4, 5), (4, 14)] {
        for lines in (0..26).step_by(3) {
            let mut report = report();
            report["document"]["signers"] = ["Lê Thị Một", "Lê Thị Hai", "Lê Thị Ba", "Lê Thị Bốn"][..signers]
                .iter()
                .map(|name| signer(name))
                .collect();
            let names: Vec<String> = (1..recipients).map(|at| format!("Phòng chuyên môn số {at}")).collect();
            report["document"]["recipients"] = json!([names, vec!["Lưu: VT".to_owned()]].concat());
            report["outline"] = json!([{ "title": "Phần", "text": vec!["Một dòng ngắn."; lines].join("\n\n") }]);
            report["sections"] = json!({ "ket-thuc": "Trên đây là báo cáo" });
            let layout = lay_out(&report);
            let what = format!("{signers} {recipients} {lines}\n{}", layout.text());
            let first = layout.line("Lê Thị Một");
            let last = layout.line(["Lê Thị Hai", "Lê Thị Ba", "Lê Thị Bốn"][signers - 2]);
            assert_eq!(first.page, last.page, "{what}");
            let post = layout.lines(first.page).into_iter().find(|line| line.text.contains("SỞ NỘI VỤ")).unwrap();
            let above = layout.lines(first.page).into_iter();
            let above = above.filter(|line| line.y < post.y - 5.0 && line.y > 25.0 * MM && line.size == 14.0).count();
            assert!(above >= 2, "{what}");
            let list = layout.line("Nơi nhận:");
            assert_eq!(list.page, layout.line("số 2;").page, "{what}");
            apart += usize::from(list.page > first.page);
            if first.page > 1 {
                let foot = layout.lines(first.page - 1).iter().map(|line| line.y).fold(0.0, f64::max);
                // Their own height and the text that goes with them.
                assert!(277.0 * MM - foot < 145.0 * MM, "{} mm: {what}", 277.0 - foot / MM);
            }
        }
    }
    assert!(apart > 0, "a list that begins on the next page");
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

/// The images of those who sign, each a signature and a seal.
fn signed_with_images(names: &[&str]) -> (super::measure::Layout, Vec<(super::measure::Shape, super::measure::Shape)>) {
    let mut report = report();
    report["document"]["signers"] = names
        .iter()
        .map(|name| json!({ "competence": ["KT. GIÁM ĐỐC"], "position": "PHÓ GIÁM ĐỐC", "full_name": name, "signature": "signature.png", "seal": "seal.png" }))
        .collect();
    let layout = lay_out(&report);
    let pairs = layout.images.chunks(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect();
    (layout, pairs)
}

#[test]
fn seals_cover_a_third_of_their_own_signature_and_nothing_of_others() {
    let all = ["Nguyễn Thị Hồng Phương Thảo", "Lê Thị Bình", "Trần Ngọc Phương Thảo My", "Ngô Bá Khá"];
    for count in 1..=4 {
        let (layout, pairs) = signed_with_images(&all[..count]);
        assert_eq!(pairs.len(), count);
        for (index, (signature, seal)) in pairs.iter().enumerate() {
            assert!(near(seal.width, 36.0 * MM), "real size: {seal:?}");
            assert!(near(seal.x + seal.width, signature.x + signature.width / 3.0), "{count}: {seal:?} {signature:?}");
            assert!(
                signature.x + signature.width < 190.0 * MM + 0.5 && seal.x > 35.0 * MM - 4.5,
                "{seal:?} {signature:?}"
            );
            for (other, (its, _)) in pairs.iter().enumerate().filter(|(other, _)| *other != index) {
                let apart = seal.x >= its.x + its.width
                    || its.x >= seal.x + seal.width
                    || seal.y >= its.y + its.height
                    || its.y >= seal.y + seal.height;
                assert!(apart, "{count}: the seal of {index} covers the signature of {other}: {seal:?} {its:?}");
            }
            layout.line(all[index]);
        }
    }
}

#[test]
fn columns_of_two_are_as_wide_as_their_words_need() {
    let mut report = report();
    report["document"]["signers"] = json!([
        { "position": "TRƯỞNG BAN QUẢN LÝ DỰ ÁN", "full_name": "Lê Thị Bình" },
        { "position": "GIÁM ĐỐC", "full_name": "Nguyễn Văn An" }
    ]);
    layout_has_line(&report, "TRƯỞNG BAN QUẢN LÝ DỰ ÁN");
    report["document"]["signers"][0]["position"] = json!("TRƯỞNG PHÒNG NÔNG NGHIỆP VÀ MÔI TRƯỜNG");
    let layout = lay_out(&report);
    assert_eq!(layout.line("VÀ MÔI TRƯỜNG").text.trim(), "VÀ MÔI TRƯỜNG");
}

fn layout_has_line(report: &serde_json::Value, text: &str) {
    assert_eq!(lay_out(report).line(text).text.trim(), text);
}

#[test]
fn recipients_have_half_of_the_width_beside_the_signer_and_all_of_it_below() {
    let mut report = report();
    let half = "Thường trực Đảng ủy, HĐND, UBND xã;";
    report["document"]["recipients"] = json!(["Như trên", half, "Lưu: VT"]);
    layout_has_line(&report, &format!("- {half}"));
    let wide = "Phòng Văn hóa - Xã hội, Phòng Kinh tế, Ủy ban Mặt trận Tổ quốc Việt Nam";
    report["document"]["recipients"] = json!([vec![wide; 40], vec!["Lưu: VT"]].concat());
    let layout = lay_out(&report);
    let name = layout.line("Nguyễn Văn An");
    let below: Vec<Line> = layout
        .all_lines()
        .into_iter()
        .filter(|line| (line.page, line.y) > (name.page, name.y) && near(line.size, 11.0))
        .collect();
    let whole = below.iter().filter(|line| line.text.contains("Tổ quốc Việt Nam;")).count();
    assert!(whole > 20 && whole + 1 == below.len(), "each on one line: {below:?}");
    assert!(below.iter().all(|line| line.right < 190.0 * MM + 0.5));
}

#[test]
fn no_single_word_of_a_recipient_stands_alone() {
    let mut report = report();
    report["document"]["recipients"] = json!([
        "Như trên",
        "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội tỉnh",
        "Lưu: VT"
    ]);
    let layout = lay_out(&report);
    let lines: Vec<String> = layout.all_lines().into_iter().map(|line| line.text.trim().to_owned()).collect();
    assert!(lines.iter().any(|line| line.ends_with("xã hội tỉnh;")), "{lines:?}");
}

#[test]
fn second_lines_of_recipients_stand_under_their_words() {
    let mut report = report();
    report["document"]["recipients"] = json!([
        "Như trên",
        "Thường trực Hội đồng nhân dân, Ủy ban nhân dân, Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
        "Tổ số 1",
        "Lưu: VT"
    ]);
    let layout = lay_out(&report);
    let title = layout.line("Nơi nhận:");
    let lines: Vec<Line> = layout
        .lines(title.page)
        .into_iter()
        .filter(|line| line.y > title.y && near(line.size, 11.0) && line.x < 60.0 * MM)
        .collect();
    let second = lines.iter().find(|line| !line.text.starts_with('-')).expect("a second line");
    assert!(near(second.x, 35.0 * MM + 11.0 * (0.333 + 0.25)), "{second:?}");
    for (line, next) in lines.iter().zip(&lines[1..]) {
        let (end, start) = (line.text.trim(), next.text.trim());
        for (half, other) in
            [("Ủy", "ban"), ("Mặt", "trận"), ("Tổ", "quốc"), ("nhân", "dân"), ("Hội", "đồng"), ("số", "1;")]
        {
            assert!(!(end.ends_with(half) && start.starts_with(other)), "{end} / {start}");
        }
    }
}
