//! Pictures: how large they are, where they stand, their captions.

use serde_json::Value;

use super::measure::{Layout, MM, example, lay_out, near};

/// The middle and the width of the text of an upright page, and the lowest line of it.
const MIDDLE: f64 = (35.0 + 77.5) * MM;
const WIDTH: f64 = 155.0 * MM;
const FOOT: f64 = (297.0 - 20.0) * MM;

fn report(text: &str) -> Value {
    let mut report = example("xa-q3-2023.json");
    report["sections"]["chi-dao.ke-hoach"] = text.into();
    report["appendices"] = Value::Array(Vec::new());
    report
}

/// A picture of 620 x 400 pixels, 200 an inch; what introduces it and what follows.
fn pictured(lines: usize) -> Layout {
    let filler = "Một đoạn văn để đẩy ảnh xuống dần tới cuối trang. ";
    let filler = format!("{filler}\n\n").repeat(lines);
    lay_out(&report(&format!(
        "{filler}Như sau:\n\n![Hình bầu dục trong khung](picture.png)\n*Hình 1. Bầu dục*\n\nSau ảnh."
    )))
}

#[test]
fn a_picture_is_as_large_as_its_file_says_and_stands_in_the_middle_above_its_caption() {
    let layout = pictured(0);
    let [picture] = &layout.images[..] else { panic!("{:?}", layout.images) };
    let points = |pixels: f64| pixels / 200.0 * 72.0;
    assert!((picture.width - points(620.0)).abs() < 0.2 && (picture.height - points(400.0)).abs() < 0.2, "{picture:?}");
    assert!(near(picture.x + picture.width / 2.0, MIDDLE), "{picture:?}");
    let [before, caption, after] = ["Như sau:", "Hình 1. Bầu dục", "Sau ảnh."].map(|text| layout.line(text));
    assert!(caption.italic && near(caption.center(), MIDDLE) && near(caption.size, 12.0), "{caption:?}");
    assert!(before.y < picture.y && picture.y + picture.height < caption.y - caption.size && caption.y < after.y);
    assert!(caption.y - (picture.y + picture.height) < 30.0, "right below it: {caption:?}");
}

#[test]
fn a_picture_is_no_wider_than_the_text_and_no_higher_than_half_of_it() {
    // 200 x 2,000 pixels and 1,200 x 300; neither says how many an inch has.
    let layout = lay_out(&report("![Một dải xám đứng](tall.png)\n\nSau ảnh."));
    let [tall] = &layout.images[..] else { panic!("{:?}", layout.images) };
    let most = (297.0 - 25.0 - 20.0) / 2.0 * MM;
    assert!((tall.height - most).abs() < 0.2 && (tall.width - most / 10.0).abs() < 0.2, "{tall:?}");
    let layout = lay_out(&report("![Một dải xám nằm](wide.png)\n\nSau ảnh."));
    let [wide] = &layout.images[..] else { panic!("{:?}", layout.images) };
    assert!((wide.width - WIDTH).abs() < 0.2 && (wide.height - WIDTH / 4.0).abs() < 0.2, "{wide:?}");
    assert!(near(wide.x, 35.0 * MM), "{wide:?}");
}

/// What introduces a picture, the picture and its caption stand on one page; it is made smaller rather than leave a hole in which
/// most of it finds room, and never for nothing.
#[test]
fn a_picture_goes_over_with_its_caption_and_leaves_no_hole_that_would_hold_it() {
    let full = 400.0 / 200.0 * 72.0;
    let mut lowered = 0;
    for lines in 0..26 {
        let layout = pictured(lines);
        let [picture] = &layout.images[..] else { panic!("{:?}", layout.images) };
        let [before, caption] = ["Như sau:", "Hình 1. Bầu dục"].map(|text| layout.line(text));
        assert_eq!((picture.page, caption.page), (before.page, picture.page), "{lines}");
        assert!(
            caption.y < FOOT && picture.height < full + 0.1 && picture.height > 0.69 * full,
            "{lines}: {picture:?}"
        );
        if picture.height < full - 0.1 {
            lowered += 1;
            // It stands at the foot of its page.
            assert!(FOOT - caption.y < 40.0, "{lines}: {caption:?}");
        }
        let above = layout.lines(picture.page).into_iter().any(|line| line.text.contains("Một đoạn văn"));
        if !above && picture.page > 1 {
            let foot = layout.lines(picture.page - 1).iter().map(|line| line.y).fold(0.0, f64::max);
            // With its caption, what introduces it, and the air between.
            assert!(FOOT - foot < 0.7 * full + 100.0, "{lines}: {foot}");
        }
    }
    assert!(lowered > 0, "none was lowered");
}
