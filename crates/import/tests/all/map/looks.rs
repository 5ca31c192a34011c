//! What the reader of a sheet sees and what its cells hold: formats of numbers, colours, sizes.

use rust_xlsxwriter::{Color, Format, Workbook};
use serde_json::{Value, json};

use super::{import, values};

const AS_WRITTEN: &str = "nhap/don-vi-ngoai-danh-muc";
const UNIT: &str = "nhap/don-vi-tinh-dau-bang";

/// An export of a column of amounts under a header, each with its look.
fn sheet(header: &str, cells: &[(f64, Format)]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, "Đơn vị").and_then(|sheet| sheet.write(0, 1, header)).expect("a header");
    for (row, (value, look)) in (1..).zip(cells) {
        sheet.write(row, 0, format!("Xã {}", ["A", "B", "C"][row as usize - 1])).expect("a name");
        sheet.write_number_with_format(row, 1, *value, look).expect("a number");
    }
    workbook.save_to_buffer().expect("a workbook")
}

fn shown(format: &str) -> Format {
    Format::new().set_num_format(format)
}

/// The amounts of the reports, and the ids of what is told.
fn amounts(header: &str, unit: &str, bytes: &[u8]) -> (Vec<Value>, String) {
    let map = format!(
        "set = \"cchc/xa-2025\"\n[unit]\ncolumn = \"Đơn vị\"\n[figures]\n\"giai-ngan.ke-hoach\" = {{ column = \"{header}\"{unit} }}\n"
    );
    let (drafts, mut findings) = import(&map, "a.xlsx", bytes);
    findings.retain(|id| id != AS_WRITTEN && id != "nhap/khong-so-lieu");
    (drafts.iter().map(|draft| values(draft, "/figures/giai-ngan.ke-hoach")).collect(), findings.join(" "))
}

/// The words of a format are read like those of a header; the amounts of the set are in millions.
#[test]
fn a_unit_of_measure_in_the_format_of_numbers_counts() {
    let told = |header: &str, format: &str, unit: &str| {
        let bytes = sheet(header, &[(1500.0, shown(format)), (40.0, shown(format))]);
        amounts(header, unit, &bytes)
    };
    let as_it_is = || vec![json!(1500), json!(40)];
    for format in [
        "#,##0\" triệu đồng\"",
        "#,##0\\ \"hồ sơ\"",
        "0.00E+00",
        "# ?/?",
        "_-* #,##0_-;-* #,##0_-;_-* \"-\"_-;_-@_-",
        "#,##0;[Red]-#,##0",
    ] {
        assert_eq!(told("Vốn", format, ""), (as_it_is(), String::new()), "{format}");
    }
    for format in [
        "#,##0\" đồng\"",
        "#,##0\\ \"đ\"",
        "#,##0\\ [$₫-42A]",
        "[$VND] #,##0",
        "#,##0\" tỷ đồng\";-#,##0",
        "\"nghìn đồng: \"0",
    ] {
        assert_eq!(told("Vốn", format, "").1, UNIT, "{format}");
    }
    // The mapping says it, or the header and the format do not agree.
    let (values, findings) = told("Vốn", "#,##0\" đồng\"", ", unit = \"đồng\"");
    assert_eq!((values, findings.as_str()), (vec![json!(0.0015), json!(0.00004)], ""));
    assert_eq!(told("Vốn (triệu đồng)", "#,##0\" đồng\"", "").1, UNIT);
    assert_eq!(told("Vốn (triệu đồng)", "#,##0\" triệu đồng\"", "").1, "");
    assert_eq!(told("Vốn (triệu đồng)", "#,##0\" triệu\"", "").1, "");
    // Thousands of what is not said.
    assert_eq!(told("Vốn", "#,##0\" nghìn\"", "").1, UNIT);
    let bytes = sheet("Vốn", &[(1500.0, shown("#,##0\" tỷ đồng\"")), (40.0, shown("#,##0\" triệu đồng\""))]);
    assert_eq!(amounts("Vốn", "", &bytes).1, UNIT);
}

/// Commas behind the digits of a format divide what is shown: the value of the cell is taken and told, and the unit of the header
/// is that of what is shown.
#[test]
fn a_format_that_divides_numbers_is_told() {
    let told = |header: &str, format: &str, unit: &str| {
        let bytes = sheet(header, &[(1_500_000.0, shown(format))]);
        amounts(header, unit, &bytes)
    };
    for format in ["#,##0,", "0.0,", "0,,", "#,##0.0,,\" \"", "#,##0,;-#,##0,"] {
        assert_eq!(told("Vốn", format, ""), (vec![json!(1_500_000)], "du-lieu/so-chia-nghin".to_owned()), "{format}");
    }
    let both = format!("{UNIT} du-lieu/so-chia-nghin");
    assert_eq!(told("Vốn (triệu đồng)", "0.0,,", "").1, both);
    assert_eq!(told("Vốn", "0.0,,\" triệu đồng\"", "").1, both);
    let (values, findings) = told("Vốn (triệu đồng)", "0.0,,", ", unit = \"đồng\"");
    assert_eq!((values, findings.as_str()), (vec![json!(1.5)], "du-lieu/so-chia-nghin"));
    assert_eq!(told("Vốn", "#,##0", "").1, "");
    // A sign among the digits makes another number of them.
    assert_eq!(told("Vốn", "0\".\"00", "").1, "du-lieu/so-chia-nghin");
}

/// The format of a row with one figure says its unit, where the row does not; where both do they agree.
#[test]
fn a_row_with_one_figure_has_the_unit_of_its_format() {
    let map = "set = \"cchc/xa-2025\"\n[unit]\nname = \"Xã A\"\n[indicators]\ncolumn = \"Mã\"\nvalue = \"Giá trị\"\n";
    let told = |format: &str, unit: &str| {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        for (column, header) in (0..).zip(["Mã", "Giá trị", "ĐVT"]) {
            sheet.write(0, column, header).expect("a header");
        }
        sheet.write(1, 0, "giai-ngan.ke-hoach").and_then(|sheet| sheet.write(1, 2, unit)).expect("words");
        sheet.write_number_with_format(1, 1, 7_000_000, &shown(format)).expect("a number");
        sheet.write(2, 0, "chi-dao.so-van-ban").and_then(|sheet| sheet.write(2, 1, 12)).expect("a row");
        let map =
            if unit.is_empty() { format!("ignore = [\"ĐVT\"]\n{map}") } else { format!("{map}unit = \"ĐVT\"\n") };
        let (drafts, mut findings) = import(&map, "a.xlsx", &workbook.save_to_buffer().expect("a workbook"));
        findings.retain(|id| id != AS_WRITTEN);
        (values(&drafts[0], "/figures/giai-ngan.ke-hoach"), findings.join(" "))
    };
    assert_eq!(told("#,##0\" đồng\"", ""), (json!(7), String::new()));
    assert_eq!(told("#,##0\" đồng\"", "đồng"), (json!(7), String::new()));
    assert_eq!(told("#,##0\" đồng\"", "triệu đồng"), (Value::Null, UNIT.to_owned()));
    assert_eq!(told("0.0,,", "triệu đồng"), (Value::Null, format!("du-lieu/so-chia-nghin {UNIT}")));
}

/// A number that nobody sees is left out and told once: in the colour of its ground, in letters of no size, with a format that
/// shows nothing. A zero that is not shown is one all the same.
#[test]
fn numbers_that_nobody_sees_are_left_out() {
    let told = |hidden: Format, value: f64| amounts("Vốn", "", &sheet("Vốn", &[(7.0, Format::new()), (value, hidden)]));
    let white = || Format::new().set_font_color(Color::White);
    let grey = Format::new().set_font_color(Color::RGB(0xDDDDDD)).set_background_color(Color::RGB(0xDDDDDD));
    for hidden in [
        white(),
        grey,
        Format::new().set_font_size(1),
        shown(";;;"),
        shown("0;-0;;@").set_font_color(Color::White),
        shown("\"\""),
    ] {
        assert_eq!(told(hidden, 5.0), (vec![json!(7), Value::Null], "du-lieu/phan-an".to_owned()));
    }
    for seen in [
        white().set_background_color(Color::Navy),
        Format::new().set_font_color(Color::Black),
        shown("#,##0;;"),
        Format::new().set_font_size(8),
    ] {
        assert_eq!(told(seen, 5.0), (vec![json!(7), json!(5)], String::new()));
    }
    assert_eq!(told(shown("#,##0;-#,##0;;@"), 0.0), (vec![json!(7), json!(0)], String::new()));
    // Words in place of the number are what is seen.
    assert_eq!(told(shown("\"Đạt\""), 5.0), (vec![json!(7), Value::Null], "nhap/khong-phai-so".to_owned()));
}

/// The same in pages.
#[test]
fn pages_show_numbers_as_workbooks_do() {
    let told = |css: &str, cell: &str| {
        let page =
            format!("<style>{css}</style><table><tr><th>Đơn vị<th>Vốn<tr><td>Xã A<td>7<tr><td>Xã B{cell}</table>");
        amounts("Vốn", "", page.as_bytes())
    };
    let hidden = || (vec![json!(7), Value::Null], "du-lieu/phan-an".to_owned());
    for cell in [
        "<td style='color:#fff'>5",
        "<td style='color: White; background: rgb(255, 255, 255)'>5",
        "<td style='background-color:#ddd;color:#DDDDDD'>5",
        "<td bgcolor=#eeeeee><font color='#eeeeee'>5</font>",
        "<td style='font-size:1px'>5",
        "<td style='font-size:1.0pt'>5",
        "<td style='color:white' x:num=5>5",
    ] {
        assert_eq!(told("", cell), hidden(), "{cell}");
    }
    assert_eq!(told(".an{color:white}", "<td class=an>5"), hidden());
    let seen = || (vec![json!(7), json!(5)], String::new());
    for cell in [
        "<td style='color:white;background:#036'>5",
        "<td style='color:white;background:url(a.png)'>5",
        "<td style='font-size:1em'>5",
    ] {
        assert_eq!(told("", cell), seen(), "{cell}");
    }
    // Headings on a ground that comes from elsewhere.
    assert_eq!(told("th{color:white}", "<td>5"), seen());
    // A number beside the text that shows it.
    assert_eq!(told("", "<td x:num=5000000>5.000.000 đồng").1, UNIT);
    assert_eq!(told("", "<td x:num=5400000>5,4").1, "du-lieu/so-chia-nghin");
    assert_eq!(told("", "<td x:num=5.4>5"), (vec![json!(7), json!(5.4)], String::new()));
    assert_eq!(told("", "<td x:num=0.054>5,4%").1, "nhap/o-phan-tram");
    // A small table in a cell is what it says.
    assert_eq!(told("", "<td><table><tr><td>5<td>12</table>").1, "nhap/khong-phai-so");
}

/// The sign of the currency stands beside any amount, in whatever unit that is: it is told and refuses nothing.
#[test]
fn the_sign_of_the_currency_alone_is_told() {
    for format in ["#,##0\\ \"₫\"", "#,##0.00 [$₫-42A]"] {
        assert_eq!(
            amounts("Vốn", "", &sheet("Vốn", &[(1250.5, shown(format))])),
            (vec![json!(1250.5)], UNIT.to_owned()),
            "{format}"
        );
    }
}

/// Names as programs write them say their unit of measure too; what may be another word is told.
#[test]
fn names_of_programs_say_their_unit() {
    let told = |header: &str| amounts(header, "", format!("Đơn vị;{header}\nXã A;7\n").as_bytes());
    for header in [
        "KE_HOACH_NGHIN_DONG",
        "KE_HOACH_VND",
        "keHoachNghinDong",
        "Kế hoạch_NGHIN_DONG",
        "Kế hoạch (x1000đ)",
        "Kế hoạch (x 1.000đ)",
        "Kế hoạch nghìn đồng/xã",
    ] {
        assert_eq!(told(header).1, UNIT, "{header}");
    }
    assert_eq!(told("ke_hoach_dong").1, "nhap/don-vi-tinh-la");
    for header in ["KE_HOACH_TRIEU_DONG", "keHoachVon", "Kế hoạch"] {
        assert_eq!(told(header), (vec![json!(7)], String::new()), "{header}");
    }
}

/// What a page pushes aside, cuts off or writes small is no digit of the number beside it.
#[test]
fn what_a_page_hides_by_its_place_is_no_digit() {
    let told = |css: &str, cell: &str| {
        let page = format!("<style>{css}</style><table><tr><th>Đơn vị<th>Vốn<tr><td>Xã A<td>{cell}</table>");
        amounts("Vốn", "", page.as_bytes())
    };
    let hidden = || (vec![json!(612)], "du-lieu/phan-an".to_owned());
    let reader = ".x{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip:rect(0,0,0,0)}";
    let newer = ".x{position:absolute!important;clip-path:inset(50%);white-space:nowrap}";
    for css in [reader, newer, ".x{left:-9999px}", ".x{height:0;overflow:hidden}", ".x{text-indent:-1000px}"] {
        assert_eq!(told(css, "612<span class=x>5</span>"), hidden(), "{css}");
    }
    assert_eq!(told("", "<noscript>1</noscript>612"), hidden());
    assert_eq!(told("", "612<small>1</small>").1, "nhap/khong-phai-so");
    for cell in ["<small>612</small>", "<span style='width:0'>612</span>"] {
        assert_eq!(told("", cell), (vec![json!(612)], String::new()), "{cell}");
    }
    // A value below no name: perhaps all of the row stands one column too far to the right.
    assert_eq!(told("", "612<td>9"), (vec![json!(612)], "du-lieu/o-ngoai-cot".to_owned()));
}
