//! Charts: bars as long as their values, periods beside each other, lines over periods.

use serde_json::{Value, json};

use super::free_table::report;
use super::measure::{Layout, Line, MM, Shape, lay_out, near};

/// The text block of an upright page, from the left to the right.
const TEXT: [f64; 2] = [35.0 * MM, 190.0 * MM];

fn with_chart(chart: Value) -> Layout {
    let mut report = report(json!([{ "chart": "c" }]), json!({}));
    report["charts"] = json!({ "c": chart });
    lay_out(&report)
}

/// The line that says just this.
fn line(layout: &Layout, text: &str) -> Line {
    let all = layout.all_lines();
    all.into_iter().find(|line| line.text.trim() == text).unwrap_or_else(|| panic!("{text}:\n{}", layout.text()))
}

/// The bars and frames beside a line.
fn beside(layout: &Layout, line: &Line) -> Vec<Shape> {
    let is_here = |shape: &&Shape| {
        shape.page == line.page
            && shape.height > 5.0
            && shape.width > 0.01
            && shape.y < line.y
            && line.y < shape.y + shape.height + 3.0
    };
    layout.shapes.iter().filter(is_here).cloned().collect()
}

fn value_beside(layout: &Layout, line: &Line) -> Option<Line> {
    layout.lines(line.page).into_iter().find(|it| near(it.y, line.y) && it.x > line.right + 5.0)
}

/// Nothing of a chart leaves the text block.
fn stays_inside(layout: &Layout, page: usize) {
    for line in layout.lines(page) {
        assert!(line.x > TEXT[0] - 0.5 && line.right < TEXT[1] + 0.5, "{line:?}");
    }
    for shape in layout.shapes.iter().filter(|shape| shape.page == page) {
        let right = shape.x + shape.width;
        assert!(shape.x.min(right) > TEXT[0] - 1.0 && shape.x.max(right) < TEXT[1] + 1.0, "{shape:?}");
    }
}

#[test]
fn bars_are_as_long_as_their_values() {
    let layout = with_chart(json!({ "title": "Tỷ lệ đúng hạn", "unit": "%", "bars": [
        { "label": "Một", "value": 100 }, { "label": "Hai", "value": "62,5" }, { "label": "Ba", "value": 0 },
        { "label": "Bốn", "value": null }, { "label": "Năm", "value": 12.5 }
    ] }));
    for (label, value, text) in [("Một", 100.0, "100"), ("Hai", 62.5, "62,5"), ("Ba", 0.0, "0"), ("Năm", 12.5, "12,5")]
    {
        let line = line(&layout, label);
        let here = beside(&layout, &line);
        let frame = here.iter().map(|shape| shape.width).fold(0.0, f64::max);
        let bar = here.iter().filter(|shape| shape.color.is_none()).map(|shape| shape.width).fold(0.0, f64::max);
        assert!(frame > 50.0 * MM, "{label}: {here:?}");
        assert!((bar / frame - value / 100.0).abs() < 0.001, "{label}: {bar} of {frame}");
        assert_eq!(value_beside(&layout, &line).map(|line| line.text.trim().to_owned()).as_deref(), Some(text));
    }
    // What is missing is no 0: it has neither a bar nor a frame, and says so.
    let missing = line(&layout, "Bốn");
    assert!(beside(&layout, &missing).is_empty());
    assert_eq!(value_beside(&layout, &missing).map(|line| line.text), Some("không có số liệu".to_owned()));
    let title = layout.line("Tỷ lệ đúng hạn");
    assert!(title.italic && near(title.center(), (35.0 + 77.5) * MM));
    let units = layout.lines(missing.page).into_iter().filter(|line| line.text.contains('%')).count();
    assert_eq!(units, 1, "the unit stands once");
}

#[test]
fn long_labels_and_values_stay_inside_the_text_and_values_on_one_axis() {
    let names =
        ["Ủy ban nhân dân xã Thanh Khê Thượng (sau sắp xếp)", "Trung tâm Phục vụ hành chính công tỉnh", "Sở Y tế"];
    let values = [json!("123.456.789,25"), json!(4500.5), json!(12)];
    let bars: Vec<Value> =
        names.iter().zip(values).map(|(label, value)| json!({ "label": label, "value": value })).collect();
    let title =
        "Biểu đồ 1. Số hồ sơ thủ tục hành chính tiếp nhận tại các cơ quan, đơn vị, địa phương trong quý III năm 2026";
    let layout = with_chart(json!({ "title": title, "unit": "triệu đồng", "bars": bars }));
    let page = layout.line("Sở Y tế").page;
    stays_inside(&layout, page);
    let axis = |text: &str| {
        let run = layout.runs.iter().find(|run| run.page == page && run.text == text).unwrap();
        run.letters.iter().find(|(letter, _)| *letter == ',').map_or(run.x + run.width, |(_, x)| *x)
    };
    let axes = ["123.456.789,25", "4.500,5", "12"].map(axis);
    assert!(axes.iter().all(|x| (x - axes[0]).abs() < 0.1), "{axes:?}");
    // The caption is broken into lines of nearly one length.
    let caption: Vec<Line> =
        layout.lines(page).into_iter().filter(|line| line.italic && line.y > line_y(&layout)).collect();
    let widths: Vec<f64> = caption.iter().take(2).map(|line| line.right - line.x).collect();
    assert!(widths.len() == 2 && widths[1] > widths[0] * 0.75, "{caption:?}");
}

fn line_y(layout: &Layout) -> f64 {
    layout.line("Sở Y tế").y + 5.0
}

#[test]
fn bars_stand_in_the_order_of_their_values_on_request() {
    let bars = json!([
        { "label": "Một", "value": 5 }, { "label": "Hai", "value": null }, { "label": "Ba", "value": 9 },
        { "label": "Bốn", "value": -2 }
    ]);
    for (order, expected) in [
        (Value::Null, ["Một", "Hai", "Ba", "Bốn"]),
        (json!("descending"), ["Ba", "Một", "Bốn", "Hai"]),
        (json!("ascending"), ["Bốn", "Một", "Ba", "Hai"]),
    ] {
        let mut chart = json!({ "title": "Kết quả", "bars": bars });
        if !order.is_null() {
            chart["order"] = order;
        }
        let layout = with_chart(chart);
        let heights = expected.map(|label| line(&layout, label).y);
        assert!(heights.windows(2).all(|pair| pair[0] < pair[1]), "{expected:?}: {heights:?}");
        // A bar below zero ends where the others begin.
        let [below, above] = ["Bốn", "Ba"].map(|label| beside(&layout, &line(&layout, label))[0].clone());
        assert!((below.x + below.width - above.x).abs() < 0.1, "{below:?} {above:?}");
    }
}

#[test]
fn two_periods_stand_beside_each_other() {
    let layout = with_chart(json!({
        "title": "Số hồ sơ", "unit": "hồ sơ", "series": ["Quý II", "Quý III"],
        "bars": [{ "label": "Đất đai", "values": [50, 100] }, { "label": "Hộ tịch", "values": [25, null] }]
    }));
    let page = layout.line("Đất đai").page;
    stays_inside(&layout, page);
    let bar = |text: &str| {
        let value = line(&layout, text);
        let shapes = beside(&layout, &value);
        shapes.into_iter().find(|shape| shape.width > 20.0 * MM).unwrap()
    };
    let (whole, half, quarter) = (bar("100"), bar("50"), bar("25"));
    assert!((half.width / whole.width - 0.5).abs() < 0.001 && (quarter.width / whole.width - 0.25).abs() < 0.001);
    assert!(half.y < whole.y && near(half.x, whole.x), "the earlier stands above the later");
    assert_eq!(line(&layout, "không có số liệu").page, page);
    assert!(layout.line("Quý II").y < half.y, "what the bars are stands above them");
}

#[test]
fn a_line_goes_over_periods_and_is_broken_where_a_value_is_missing() {
    let values = [json!(96.5), json!(97), Value::Null, json!(98), json!(100)];
    let bars: Vec<Value> = values
        .iter()
        .enumerate()
        .map(|(at, value)| json!({ "label": format!("Kỳ {}", at + 1), "value": value }))
        .collect();
    let layout = with_chart(json!({ "title": "Tỷ lệ qua các kỳ", "unit": "%", "look": "line", "bars": bars }));
    let page = layout.line("Kỳ 1").page;
    stays_inside(&layout, page);
    let (first, second) = (line(&layout, "96,5"), line(&layout, "97"));
    let labels = ["Kỳ 1", "Kỳ 2", "Kỳ 3", "Kỳ 4", "Kỳ 5"].map(|label| line(&layout, label).center());
    let steps: Vec<f64> = labels.windows(2).map(|pair| pair[1] - pair[0]).collect();
    assert!(steps.iter().all(|step| (step - steps[0]).abs() < 0.5), "periods are equally far: {steps:?}");
    assert!((first.center() - labels[0]).abs() < 0.5, "a value stands over its period");
    assert!(second.y < first.y, "a higher value stands higher");
    let slanted =
        layout.shapes.iter().filter(|shape| shape.page == page && shape.width.abs() > 1.0 && shape.height.abs() > 0.5);
    let slanted: Vec<&Shape> = slanted.filter(|shape| (shape.width - steps[0]).abs() < 0.5).collect();
    assert_eq!(slanted.len(), 2, "from the first to the second, from the fourth to the fifth: {slanted:?}");
    // Half a point up and two points up: the field tells the truth.
    let [low, high] = [slanted[0].height, slanted[1].height];
    assert!((high / low - 4.0).abs() < 0.01, "{low} {high}");
    assert!(layout.text().contains("không có số liệu"));
}

/// Labels of many periods are broken between their words, and thinned out where that is not enough.
#[test]
fn labels_of_many_points_do_not_run_into_each_other() {
    for (count, name) in [(6, "Tháng"), (12, "Tháng"), (24, "Tháng"), (30, "Tháng")] {
        let bars: Vec<_> = (1..=count).map(|at| json!({ "label": format!("{name} {at}"), "value": 60 + at })).collect();
        let layout = with_chart(json!({ "title": "Qua các kỳ", "look": "line", "bars": bars }));
        let words = layout.runs.iter().filter(|run| run.text.starts_with(name) || run.text.trim() == name);
        let mut words: Vec<_> = words.filter(|run| run.page == layout.line("Qua các kỳ").page).collect();
        words.sort_by(|a, b| a.x.total_cmp(&b.x));
        assert!(words.len() >= count.min(12) / 2, "{count}: {words:?}");
        for pair in words.windows(2) {
            assert!(pair[0].x + pair[0].width < pair[1].x, "{count}: {pair:?}");
        }
        assert!(words.iter().all(|run| run.x + run.width < 190.5 * MM), "{count}: {words:?}");
    }
}

/// Values of many periods do not lie over each other: where not all find room some are told, where labels stand.
#[test]
fn values_of_many_points_do_not_lie_over_each_other() {
    for (count, first) in [(8, 90.0), (12, 12_345.5), (24, 90.7), (30, 1_250_000.0)] {
        let bars: Vec<Value> = (0..count)
            .map(|at| json!({ "label": format!("{}/{}", at % 12 + 1, 2024 + at / 12), "value": first + f64::from(at) * 0.7 }))
            .collect();
        let layout = with_chart(json!({ "title": "Tiến độ", "look": "line", "bars": bars }));
        let page = line(&layout, "Tiến độ").page;
        stays_inside(&layout, page);
        let mut runs: Vec<_> = layout.runs.iter().filter(|run| run.page == page && run.x > 60.0 * MM).collect();
        runs.sort_by(|a, b| a.x.total_cmp(&b.x));
        for (at, run) in runs.iter().enumerate() {
            let over =
                runs.iter().skip(at + 1).find(|next| (next.y - run.y).abs() < 6.0 && next.x < run.x + run.width - 0.2);
            assert!(over.is_none(), "{count}: {:?} over {:?}", over.map(|next| &next.text), run.text);
        }
    }
}

/// Of many points the highest and the lowest are told, and none over another; labels hold together what belongs together.
#[test]
fn long_lines_tell_their_ends_and_labels_hold_together() {
    for (highest, lowest) in [(0, 29), (13, 14), (7, 21), (29, 3)] {
        let bars: Vec<Value> = (0..30)
            .map(|at: usize| {
                let value = if at == highest {
                    19_876
                } else if at == lowest {
                    123
                } else {
                    5_000 + at * 37 % 11 * 700
                };
                json!({ "label": format!("{:02}/2026", at + 1), "value": value })
            })
            .collect();
        let layout = with_chart(json!({ "title": "Hồ sơ", "look": "line", "bars": bars }));
        let [high, low] = ["19.876", "123"].map(|text| line(&layout, text));
        stays_inside(&layout, high.page);
        let told: Vec<Line> = layout
            .lines(high.page)
            .into_iter()
            .filter(|line| line.y > high.y - 40.0 && line.y < low.y + 40.0 && line.x > TEXT[0] + 40.0)
            .filter(|line| line.text.trim().chars().all(|c| c.is_ascii_digit() || c == '.'))
            .collect();
        for (at, one) in told.iter().enumerate() {
            for other in &told[at + 1..] {
                let apart = one.right < other.x || other.right < one.x || (one.y - other.y).abs() > one.size * 0.8;
                assert!(apart, "{one:?} {other:?}");
            }
        }
    }
    let quarters =
        (2024..2027).flat_map(|year| ["I", "II", "III", "IV"].map(|quarter| format!("Quý {quarter} năm {year}")));
    let bars: Vec<Value> = quarters.take(9).map(|label| json!({ "label": label, "value": 97 })).collect();
    let layout = with_chart(json!({ "title": "Tỷ lệ", "unit": "%", "look": "line", "bars": bars }));
    assert!(layout.all_lines().iter().any(|line| line.text.contains("Quý III")), "{}", layout.text());
}

/// The quarters under a line are whole: fewer of its points have a label.
#[test]
fn quarters_under_a_line_are_whole() {
    let quarters =
        (2024..=2026).flat_map(|year| ["I", "II", "III", "IV"].map(|quarter| format!("Quý {quarter} năm {year}")));
    let bars: Vec<Value> =
        quarters.enumerate().map(|(at, label)| json!({ "label": label, "value": 90 + at % 5 })).collect();
    let layout = with_chart(json!({ "title": "Tỷ lệ đúng hạn", "look": "line", "bars": bars }));
    let lines = layout.all_lines();
    assert!(lines.iter().all(|line| !line.text.split("  ").any(|part| part.trim() == "Quý")), "{}", layout.text());
    for quarter in ["Quý I ", "Quý III"] {
        assert!(layout.text().contains(quarter), "{quarter}\n{}", layout.text());
    }
}
