//! What cells show beside their values, in ODS; pages in web archives; rows of CSV that end early.

use baocao_core::rows::{Given, Hints, SaidBy, Table};

use super::workbooks::styled;
use super::{book, read, shown};
use crate::common::ids;

fn cell(style: &str, value: &str, text: &str) -> String {
    format!(
        "<table:table-cell table:style-name=\"{style}\" office:value-type=\"float\" office:value=\"{value}\"><text:p>{text}</text:p></table:table-cell>"
    )
}

fn words(text: &str) -> String {
    format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
}

fn row(cells: &[String]) -> String {
    format!("<table:table-row>{}</table:table-row>", cells.concat())
}

/// The unit that the format of the second column shows, and what is told of its values.
fn of_ods(styles: &str, cells: &[(&str, &str, &str)]) -> (Option<String>, Vec<String>, Vec<String>) {
    let header = row(&[words("Xã"), words("Vốn")]);
    let rows = cells.iter().map(|(style, value, text)| row(&[words("Xã A"), cell(style, value, text)]));
    let columns = "<table:table-column/><table:table-column table:default-cell-style-name=\"nen\"/>";
    let (book, mut findings) = read(styled(styles, &(columns.to_owned() + &header + &rows.collect::<String>())));
    let book = book.expect("a book");
    let table = Table::read(&book.sheets[0], &Hints::default(), &mut findings).expect("a table");
    table.clone().tell(1, baocao_core::report::ColumnKind::Money, &Hints::default(), &mut findings);
    let said = table.units_of(1, "").into_iter().find(|said| said.by == SaidBy::Format).map(|said| said.unit);
    (said, shown(&book.sheets[0])[1..].to_vec(), ids(&findings).into_iter().map(|id| id.to_string()).collect())
}

#[test]
fn cells_of_an_ods_show_units_of_measure_and_hide_numbers() {
    let style = |name: &str, data: &str, inside: &str| {
        format!(
            "<style:style style:name=\"{name}\" style:family=\"table-cell\" style:data-style-name=\"{data}\">{inside}</style:style>"
        )
    };
    let text = |look: &str| format!("<style:text-properties {look}/>");
    let styles = "<number:number-style style:name=\"N1\"><number:number number:display-factor=\"1000000\"/>\
                  <style:text-properties fo:color=\"#ffffff\"/></number:number-style>"
        .to_owned()
        + &style("chia", "N1", "")
        + &style("trang", "", &text("fo:color=\"#FFFFFF\""))
        + &style("nho", "", &text("fo:font-size=\"1pt\""))
        + &style(
            "tim",
            "",
            &format!("<style:table-cell-properties fo:background-color=\"#800080\"/>{}", text("fo:color=\"#ffffff\"")),
        )
        + &style(
            "chim",
            "",
            &format!("<style:table-cell-properties fo:background-color=\"#800080\"/>{}", text("fo:color=\"#800080\"")),
        );
    let of = |cells: &[(&str, &str, &str)]| of_ods(&styles, cells);
    let none: Vec<String> = Vec::new();
    assert_eq!(of(&[("", "1500", "1.500 đồng")]), (Some("đồng".into()), vec!["Xã A|#1500".into()], none.clone()));
    assert_eq!(
        of(&[("", "1500", "1.500"), ("tim", "7", "7")]),
        (None, vec!["Xã A|#1500".into(), "Xã A|#7".into()], none)
    );
    let divided = vec!["du-lieu/so-chia-nghin".to_owned()];
    assert_eq!(
        of(&[("chia", "1500000", "1,5 triệu đồng")]),
        (Some("đồng".into()), vec!["Xã A|#1500000".into()], divided)
    );
    for hidden in [("trang", "5", "5"), ("nho", "5", "5"), ("chim", "5", "5"), ("", "5", "")] {
        let (_, rows, told) = of(&[("", "7", "7"), hidden]);
        assert_eq!((rows[1].as_str(), told), ("Xã A", vec!["du-lieu/phan-an".to_owned()]), "{hidden:?}");
    }
    // The style of the column is that of cells which name none.
    let nen = style("nen", "", &text("fo:color=\"#ffffff\""));
    let plain =
        "<table:table-cell office:value-type=\"float\" office:value=\"5\"><text:p>5</text:p></table:table-cell>";
    let columns = "<table:table-column/><table:table-column table:default-cell-style-name=\"nen\"/>";
    let rows = row(&[words("Xã"), words("Vốn")]) + &row(&[words("Xã A"), plain.to_owned()]);
    assert_eq!(shown(&book(styled(&nen, &format!("{columns}{rows}"))).sheets[0]), ["Xã|Vốn", "Xã A"]);
}

/// A workbook that Excel saved as a web archive: a part for each sheet, in one coding or another.
#[test]
fn pages_of_a_web_archive_are_sheets() {
    let main = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><xml><x:ExcelWorksheets><x:ExcelWorksheet>\
                <x:Name>Biểu 1</x:Name><x:WorksheetSource HRef=\"so_files/sheet001.htm\"/></x:ExcelWorksheet></xml></html>";
    let quoted = |text: &str| {
        text.bytes()
            .map(
                |byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("={byte:02X}") },
            )
            .collect::<String>()
    };
    // The lines of a part are cut anywhere.
    let cut = |text: &str| {
        text.as_bytes().chunks(60).map(|line| String::from_utf8_lossy(line).into_owned()).collect::<Vec<_>>()
    };
    let base64 = |text: &str| {
        const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let of = |three: &[u8]| {
            let all =
                three.iter().enumerate().fold(0_usize, |all, (at, byte)| all | usize::from(*byte) << (16 - 8 * at));
            (0..4)
                .map(|at| if at <= three.len() { char::from(DIGITS[all >> (18 - 6 * at) & 63]) } else { '=' })
                .collect::<String>()
        };
        text.as_bytes().chunks(3).map(of).collect::<String>()
    };
    let page = "<table><tr><td>Xã<td>Số<tr><td>Xã Tân An<td class=an>99</td><td>1.204</table>";
    let part = |kind: &str, place: &str, coding: &str, body: &str| {
        format!(
            "------=_Part\r\nContent-Location: file:///C:/{place}\r\nContent-Transfer-Encoding: {coding}\r\n\
             Content-Type: {kind}; charset=\"utf-8\"\r\n\r\n{body}\r\n\r\n"
        )
    };
    let archive = |coding: &str, body: &str, end: &str| {
        "MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related;\r\n\tboundary=\"----=_Part\"\r\n\r\nThis is a web archive.\r\n\r\n"
            .to_owned()
            + &part("text/html", "so.htm", "8bit", main)
            + &part("text/css", "so_files/stylesheet.css", "8bit", ".an{display:none}")
            + &part("text/html", "so_files/sheet001.htm", coding, body)
            + &part("image/png", "so_files/a.png", "base64", "iVBORw0KGgo=")
            + end
    };
    let soft = cut(&base64(page)).join("\r\n");
    // A sign is never cut apart.
    let lines = quoted(page).replace("=3C", "=\r\n=3C");
    for (coding, body) in [("8bit", page), ("base64", soft.as_str()), ("quoted-printable", lines.as_str())] {
        for end in ["------=_Part--\r\n", ""] {
            let book = book(archive(coding, body, end));
            let sheets: Vec<_> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
            assert_eq!(sheets, ["Biểu 1"], "{coding}");
            assert_eq!(shown(&book.sheets[0]), ["Xã|Số", "Xã Tân An|1.204"], "{coding}");
        }
    }
    // As browsers save them; and without any table.
    let saved =
        archive("8bit", page, "").replace("MIME-Version: 1.0\r\n", "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n");
    assert_eq!(book(saved).sheets.len(), 1);
    let (none, findings) = read(archive("8bit", "<p>x</p>", ""));
    assert!(none.is_none());
    assert_eq!(ids(&findings), ["du-lieu/loai-tep-la"]);
}

/// Rows without the separators of blank cells at their end are read and told once; those that a line feed broke are refused.
#[test]
fn rows_of_csv_may_end_early() {
    let of = |rows: &str| {
        let (book, mut findings) = read(format!("Xã;Hồ sơ;Văn bản;Ghi chú\n{rows}"));
        let book = book.expect("a book");
        let table = Table::read(&book.sheets[0], &Hints::default(), &mut findings).expect("a table");
        let places: Vec<String> =
            findings.iter().map(|finding| format!("{} +{}", finding.id, finding.others.len())).collect();
        (table.lines.len(), places.join(" "))
    };
    assert_eq!(of("Xã A;1;2;\nXã B;3;4\nXã C;5\nXã D;7;8;x\n"), (4, "du-lieu/dong-thieu-o +1".to_owned()));
    assert_eq!(of("Xã A;1;2;;;\nXã B;3;4;x\n"), (2, String::new()));
    assert_eq!(of("Xã A;1;2;x;9\nXã B;3;4;x\n").1, "bang/dong-lech +0");
    // `Xã B;3;4;dòng một⏎dòng hai` is one row in a spreadsheet.
    assert_eq!(
        of("Xã A;1;2;x\nXã B;3\n4;5;x\nXã C;5;6;x\n"),
        (3, "bang/dong-lech +0 du-lieu/dong-thieu-o +0".to_owned())
    );
    assert_eq!(
        of("Xã A;1;2;x\nXã B;ghi chú\n3;4;x\nXã C;5;6;x\n"),
        (2, "bang/dong-lech +0 bang/dong-lech +0".to_owned())
    );
    assert_eq!(*book("a;b\n1\n").sheets[0].cell(1, 1), Given::Blank);
}
