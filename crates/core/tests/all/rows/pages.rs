//! Tables of HTML and of SpreadsheetML.

use baocao_core::diagnostic::Lang;
use baocao_core::rows::{Given, Merged};
use rust_decimal::Decimal;

use super::{book, shown};

#[test]
fn spans_push_cells_aside() {
    let page = "<html><table><thead><tr><th rowspan=2>STT<th rowspan=2>&#272;ơn vị<th colspan=\"2\">Hồ sơ</tr>\
                <tr><th>Nhận<th>Trả</thead><tr><td>1<td>Xã&nbsp;A<br>(mới)<td x:num=\"1655.5\">1.655,5<td>\n 4 </table>";
    let sheet = &book(page).sheets[0];
    assert_eq!(shown(sheet), ["STT|Đơn vị|Hồ sơ|", "||Nhận|Trả", "1|Xã A\n(mới)|#1655.5|4"]);
    let merged = [((0, 0), (2, 3)), ((0, 1), (0, 0)), ((0, 1), (1, 1))];
    assert_eq!(sheet.merged, merged.map(|(rows, columns)| Merged { rows, columns }));
    assert_eq!(sheet.name, "");
}

#[test]
fn tables_inside_of_tables_are_sheets_of_their_own() {
    let sheets = book("<table><tr><td>ngoài<table><tr><td>trong</table><td>sau</table><style>td{}</style>").sheets;
    assert_eq!(sheets.iter().map(shown).collect::<Vec<_>>(), [["ngoài|sau"], ["trong"]]);
    assert_eq!((sheets[0].name.as_str(), sheets[1].name.as_str()), ("1", "2"));
    assert_eq!(sheets[0].place(0, 1).inside(Lang::Vi).as_deref(), Some("1, B1"));
}

#[test]
fn cells_of_spreadsheetml_stand_where_their_indexes_say() {
    const NAMESPACE: &str = "urn:schemas-microsoft-com:office:spreadsheet";
    let text = format!(
        "<?xml version=\"1.0\"?><Workbook xmlns=\"{NAMESPACE}\" xmlns:ss=\"{NAMESPACE}\"><Worksheet ss:Name=\"Biểu 1\">\
         <Table><Row><Cell ss:MergeAcross=\"1\"><Data ss:Type=\"String\">Đơn vị &amp; hồ sơ</Data></Cell>\
         <Cell><Data ss:Type=\"Number\">1.5</Data></Cell></Row><Row ss:Index=\"3\"><Cell ss:Index=\"2\">\
         <Data ss:Type=\"DateTime\">2026-07-08T00:00:00.000</Data></Cell></Row></Table></Worksheet></Workbook>"
    );
    let sheet = &book(text).sheets[0];
    assert_eq!(sheet.name, "Biểu 1");
    assert_eq!(*sheet.cell(0, 0), Given::Text("Đơn vị & hồ sơ".into()));
    assert_eq!(*sheet.cell(0, 2), Given::Number(Decimal::new(15, 1)));
    assert!(matches!(*sheet.cell(2, 1), Given::Date(_)));
    assert_eq!(sheet.merged, [Merged { rows: (0, 0), columns: (0, 1) }]);
}

/// What a reader does not see or reads as a mark is never glued to a number.
#[test]
fn parts_of_cells_that_are_no_digits_of_a_number_stay_apart() {
    let cells = [
        ("<span style='display:none'>1</span>5 165", "5 165"),
        ("<span hidden>1</span><b>5 165</b>", "5 165"),
        ("<i style=\"color:red; Visibility : hidden\">9<u>9</u></i>12", "12"),
        ("<del>7</del>5 165", "5 165"),
        ("<s>4</s><strike>3</strike>21", "21"),
        ("516<sup>1</sup>", "516¹"),
        ("<sup>2</sup>516", "²516"),
        ("516<sub>1</sub>", "516₁"),
        ("516<sup>(a)</sup>", "516(a)"),
        ("km<sup>2</sup>", "km2"),
        ("<b>Xã A</b><sup>1</sup>", "Xã A1"),
    ];
    for (cell, wanted) in cells {
        let page = book(format!("<table><tr><td>a<td>b<tr><td>x<td>{cell}</table>"));
        assert_eq!(page.sheets[0].words(1, 1).as_deref(), Some(wanted), "{cell}");
        // The same markup in the cell of another file.
        let rows = book(serde_json::json!([{ "a": "x", "b": cell }]).to_string());
        assert_eq!(rows.sheets[0].words(1, 1).as_deref(), Some(wanted), "{cell}");
    }
    for (cell, wanted) in [
        ("<input value='5165'>", "5165"),
        ("5<input value=165>", "5\n165"),
        ("<input type=hidden value=7>12", "12"),
        ("<input type=checkbox value=7>12", "12"),
        ("<select><option value=1>5<option selected>6</option></select>", "6"),
    ] {
        let page = book(format!("<table><tr><td>a<td>b<tr><td>x<td>{cell}</table>"));
        assert_eq!(page.sheets[0].words(1, 1).as_deref(), Some(wanted), "{cell}");
    }
}
