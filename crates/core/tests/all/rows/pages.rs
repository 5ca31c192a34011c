//! Tables of HTML and of SpreadsheetML.

use baocao_core::diagnostic::Lang;
use baocao_core::rows::{Given, Merged};
use rust_decimal::Decimal;

use super::{book, read, shown};

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
    assert_eq!(sheets.iter().map(shown).collect::<Vec<_>>(), [["ngoài\ntrong|sau"], ["trong"]]);
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
        ("<b>Xã A</b><sup>1</sup>", "Xã A¹"),
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

/// Rows and cells that nobody sees are no part of a page, however it says so; nor is what is struck out.
#[test]
fn what_a_page_does_not_show_is_left_out_and_told() {
    let page = |style: &str, body: &str| {
        let (book, findings) =
            read(format!("<html><style>{style}</style><table><tr><td>Xã<td>Số{body}</table></html>"));
        let told: Vec<String> = findings
            .iter()
            .filter(|finding| finding.id == "du-lieu/phan-an")
            .flat_map(|finding| {
                finding.found.iter().cloned().chain(finding.others.iter().filter_map(|of| of.found.clone()))
            })
            .collect();
        // Of a row whose cells are all hidden a blank one is left.
        let rows = shown(&book.expect("a book").sheets[0]).into_iter().skip(1).filter(|row| !row.is_empty());
        (rows.collect::<Vec<_>>().join(" / "), told.join(" / "))
    };
    let wanted = |shown: &str, told: &str| (shown.to_owned(), told.to_owned());
    for (style, hidden) in [
        ("", "<tr style=\"display:none\"><td>Xã B<td>9"),
        ("", "<tr hidden><td>Xã B<td>9"),
        ("", "<tr style='visibility: collapse'><td>Xã B<td>9"),
        (".an, .x { color: red; display : none !important }", "<tr class=\"a an\"><td>Xã B<td>9"),
        ("tr#cu{display:none}", "<tr id=cu><td>Xã B<td>9"),
        ("<!-- .nhap td { display:none } -->", "<tr class=nhap><td>Xã B<td>9"),
    ] {
        assert_eq!(
            page(style, &format!("<tr><td>Xã A<td>5{hidden}<tr><td>Xã C<td>7")),
            wanted("Xã A|5 / Xã C|7", "Xã B / 9"),
            "{hidden}"
        );
    }
    let group = "<tbody style=display:none><tr><td>Xã B<td>9</tbody><tbody><tr><td>Xã C<td>7</tbody>";
    assert_eq!(page("", group), wanted("Xã C|7", "Xã B / 9"));
    // A cell that is not there takes no column.
    assert_eq!(page("", "<tr><td>Xã A<td style='display:none'>99<td>12"), wanted("Xã A|12", "99"));
    assert_eq!(page("td.nhap{display:none}", "<tr><td>Xã A<td class=nhap x:num=99>99<td>12"), wanted("Xã A|12", "99"));
    // One that is not seen takes its place.
    assert_eq!(page("", "<tr><td style='visibility:hidden'>Xã A<td>12"), wanted("|12", "Xã A"));
    for (style, cell, said, told) in [
        (".h{display:none}", "<span class=h>99</span>12", "12", "99"),
        (".gach { text-decoration: line-through }", "<span class='gach'>7</span>8", "8", "7"),
        ("", "<font style='TEXT-DECORATION: underline line-through'>7</font>8", "8", "7"),
        ("", "<span style='opacity:0'>7</span>8", "8", "7"),
        ("", "<span style='font-size:0pt'>7</span>8", "8", "7"),
        (".font5{vertical-align:super}", "12<font class=font5>9</font>", "12⁹", ""),
        ("", "12<span style=\"vertical-align:super\">9</span>", "12⁹", ""),
        // What a style on paper or one inside of another says is no matter here.
        ("@media print { .h { display:none } }", "<span class=h>99</span>", "99", ""),
        (".ngoai .h{display:none}", "<span class=h>99</span>", "99", ""),
        (".h{display:none}", "<span class=h style='display:inline'>99</span>", "99", ""),
        (".h{display:none} .h{display:inline}", "<span class=h>99</span>", "99", ""),
        (".xl65{vertical-align:super;text-decoration:none}", "<b class=a>5</b>", "5", ""),
    ] {
        assert_eq!(
            page(style, &format!("<tr><td>Xã A<td>{cell}")),
            wanted(&format!("Xã A|{said}"), told),
            "{style} {cell}"
        );
    }
    // All of a cell, with the number that a spreadsheet keeps beside it.
    let struck = "<tr><td>Xã A<td class=xl7 x:num>7<tr><td>Xã B<td class=xl7 x:num=\"9\">9";
    assert_eq!(page(".xl7{text-decoration:line-through}", struck), wanted("Xã A| / Xã B|", "7 / 9"));
    // A table that is hidden is none.
    let (book, findings) =
        read("<div style='display:none'><table><tr><td>Xã B<td>9</table></div><table><tr><td>Xã A<td>5</table>");
    assert_eq!(book.expect("a book").sheets.iter().map(shown).collect::<Vec<_>>(), [["Xã A|5"]]);
    assert_eq!(findings.iter().map(|finding| finding.id.as_str()).collect::<Vec<_>>(), ["du-lieu/phan-an"]);
}
