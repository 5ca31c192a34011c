//! The values of columns, as they are meant.

use baocao_core::diagnostic::{Finding, Lang};
use baocao_core::report::{ColumnKind, DecimalSign, FigureValue};
use baocao_core::rows::{AskedBy, Hints, Table, day};
use chrono::NaiveDate;
use serde_json::json;

use super::book;
use crate::common::ids;

/// The values of the last column, and what is told of them.
fn figures(file: &str, kind: ColumnKind, hints: &Hints) -> (Vec<FigureValue>, Vec<String>) {
    let (book, mut findings) = (book(file), Vec::new());
    let mut table = Table::read(&book.sheets[0], hints, &mut findings).expect("a table");
    let column = table.columns.last().map_or(0, |column| column.index);
    let values = table.values(column, kind, hints, &mut findings);
    (values, ids(&findings).into_iter().map(str::to_owned).collect())
}

/// The same as text: words in quotes, what may be read in two ways behind a ?.
fn values(file: &str, kind: ColumnKind, hints: &Hints) -> (Vec<String>, Vec<String>) {
    let (values, told) = figures(file, kind, hints);
    let shown = values.into_iter().map(|value| match value {
        FigureValue::Absent => String::new(),
        FigureValue::Number(value) | FigureValue::Written { value, .. } => value.to_string(),
        FigureValue::Ambiguous(text) => format!("?{text}"),
        FigureValue::Word(text) => format!("\"{text}\""),
    });
    (shown.collect(), told)
}

/// The same of a column of these texts.
fn of_texts(texts: &[&str], kind: ColumnKind, hints: &Hints) -> (Vec<String>, Vec<String>) {
    let rows: Vec<_> = texts.iter().map(|text| json!({ "so": text })).collect();
    values(&json!(rows).to_string(), kind, hints)
}

#[test]
fn the_sign_before_decimals_is_that_of_the_column() {
    let number = |text: &str| values(text, ColumnKind::Number, &Hints::default());
    assert_eq!(
        number("a,b\nx,84.0\ny,\nz,1240.0\n"),
        (vec!["84.0".into(), String::new(), "1240.0".into()], vec!["du-lieu/cham-thap-phan".into()])
    );
    assert_eq!(number("a;b\nx;84,5\ny;1.240\n").0, ["84.5", "1240"]);
    let (read, told) = number("a,b\nx,14.125\ny,9.870\n");
    assert_eq!((read, told), (vec!["14125".into(), "9870".into()], vec!["du-lieu/dau-thap-phan".to_owned()]));
    let (_, told) = number("a;b\nx;31,250\ny;640\n");
    assert_eq!(told, ["du-lieu/dau-thap-phan"]);
    let declared = Hints { decimal: Some(DecimalSign::Dot), ..Hints::default() };
    let (read, told) = values("a,b\nx,14.125\ny,9.870\n", ColumnKind::Number, &declared);
    assert_eq!((read, told), (vec!["14.125".into(), "9.870".into()], Vec::new()));
    assert_eq!(number("a;b\nx;0.512\n").0, ["?0.512"]);
    let (read, told) = values("a;b\nx;4.125\n", ColumnKind::Percent, &Hints::default());
    assert_eq!((read, told), (vec!["4.125".into()], vec!["du-lieu/cham-thap-phan".to_owned()]));
    assert!(values("a;b\nx;1.655\ny;2.412\n", ColumnKind::Count, &Hints::default()).1.is_empty());
}

/// What is told names the column, a number of it, both readings, and how to say which is meant.
#[test]
fn numbers_of_two_readings_are_told_with_both() {
    let told = |file: &str, asked_by: AskedBy| {
        let (book, mut findings) = (book(file), Vec::new());
        let hints = Hints { asked_by, ..Hints::default() };
        let mut table = Table::read(&book.sheets[0], &hints, &mut findings).expect("a table");
        table.judge(&[(1, ColumnKind::Money), (2, ColumnKind::Money)], &hints, &mut findings);
        let told = |finding: &Finding| {
            let at = finding.place.as_ref().map(|place| place.shown(Lang::Vi)).unwrap_or_default();
            let hint = finding.hint.as_ref().map_or("", |hint| &hint.vi);
            format!("{at} | {} | {hint}", finding.message.vi)
        };
        findings.iter().map(told).collect::<Vec<_>>()
    };
    let beside = told("xã;Vốn;Chi\nA;17.8;1.250\nB;58.733;640\n", AskedBy::Mapping);
    assert_eq!(
        beside,
        [
            "tep:3:3 | cột \"Vốn\": 58.733 được đọc là 58,733 vì cột có 17.8; cũng có thể là 58733 | khai [rows] \
             decimal = \".\" nếu là 58,733, [rows] decimal = \",\" nếu là 58733",
            "tep:2:8 | cột \"Chi\": 1.250 được đọc là 1,250 vì cột \"Vốn\" có 17.8; cũng có thể là 1250 | khai \
             [rows] decimal = \".\" nếu là 1,250, [rows] decimal = \",\" nếu là 1250",
            "tep:2:3 | tệp viết phần thập phân sau dấu chấm: 17.8 là 17,8 | khai [rows] decimal = \".\" để không phải \
             đoán, [rows] decimal = \",\" nếu dấu chấm ngăn hàng nghìn",
        ]
    );
    let open = told("xã;Vốn;Chi\nA;2.163;26,835\nB;58.733;815\n", AskedBy::Report);
    assert_eq!(
        open,
        [
            "tep:2:3 | cột \"Vốn\" không có số nào rõ hơn: 2.163 được đọc là 2163, cũng có thể là 2,163 | khai \
             \"decimal\": \".\" nếu là 2,163, \"decimal\": \",\" nếu là 2163",
            "tep:2:9 | cột \"Chi\" không có số nào rõ hơn: 26,835 được đọc là 26,835, cũng có thể là 26835 | khai \
             \"decimal\": \",\" nếu là 26,835, \"decimal\": \".\" nếu là 26835",
        ]
    );
}

/// Spaces of one kind between groups of three digits stand between thousands; what stands behind them, before decimals.
#[test]
fn spaces_stand_between_thousands() {
    let count = |texts: &[&str]| of_texts(texts, ColumnKind::Count, &Hints::default());
    let texts = ["7 368", "1\u{a0}234\u{a0}567", "-12\u{202f}345", "640"];
    assert_eq!(count(&texts), (["7368", "1234567", "-12345", "640"].map(str::to_owned).to_vec(), Vec::new()));
    let texts = ["12 34", "1 234\u{a0}567", "0 368", "1234 567", "7  368", "1 234.567 890"];
    assert_eq!(count(&texts).0, texts.map(|text| format!("?{text}")));
    let money = |texts: &[&str], decimal| of_texts(texts, ColumnKind::Money, &Hints { decimal, ..Hints::default() });
    let read = |texts: &[&str]| money(texts, None);
    assert_eq!(read(&["7 368,5", "26,835"]), (vec!["7368.5".into(), "26.835".into()], Vec::new()));
    let (values, told) = read(&["7 368.5", "26.835"]);
    assert_eq!((values, told), (vec!["7368.5".into(), "26.835".into()], vec!["du-lieu/cham-thap-phan".to_owned()]));
    // A dot between thousands would be a second sign for them.
    assert_eq!(read(&["7 368", "26.835", "4"]).1, ["du-lieu/dau-thap-phan"]);
    assert_eq!(money(&["7 368.5"], Some(DecimalSign::Comma)).0, ["?7 368.5"]);
    assert_eq!(money(&["7 368.5"], Some(DecimalSign::Dot)).0, ["7368.5"]);
}

#[test]
fn values_are_read_as_they_are_meant() {
    let plain = Hints::default();
    assert_eq!(values("a;b\nx;98,5%\ny;7 %\n", ColumnKind::Percent, &plain).0, ["98.5", "7"]);
    assert_eq!(
        values("a;b\nx;2026-03-09T00:00:00Z\ny;1/2/2026\n", ColumnKind::Date, &plain).0,
        ["\"2026-03-09\"", "\"2026-02-01\""]
    );
    assert_eq!(values("[{\"b\": 2026}, {\"b\": 2.000635}]", ColumnKind::Text, &plain).0, ["\"2026\"", "\"2.000635\""]);
    let (read, told) = values("a;b\nx;#REF!\ny;NULL\nz;-\nt;5\n", ColumnKind::Count, &plain);
    assert_eq!(read, ["\"#REF!\"", "", "\"-\"", "5"]);
    assert_eq!(told, ["du-lieu/o-loi", "du-lieu/tu-rong"]);
    assert_eq!(values("a;b\nx;chữ\ny;3,82E+10\n", ColumnKind::Text, &plain).1, ["du-lieu/o-loi"]);
}

#[test]
fn columns_prove_what_their_dots_and_commas_mean() {
    let read = |texts: &[&str]| of_texts(texts, ColumnKind::Number, &Hints::default()).0;
    assert_eq!(read(&["84.0", "2.0"]), ["84.0", "2.0"]);
    assert_eq!(read(&["7.311", "58.2"]), ["7.311", "58.2"]);
    assert_eq!(read(&["1.655", "75,8"]), ["1655", "75.8"]);
    assert_eq!(read(&["1.2", "75,8"]), ["?1.2", "75.8"]);
    assert_eq!(read(&["1.655", "412"]), ["1655", "412"]);
    assert_eq!(read(&["0.512"]), ["?0.512"]);
    assert_eq!(of_texts(&["4.125"], ColumnKind::Percent, &Hints::default()).0, ["4.125"]);
}

#[test]
fn what_a_column_proves_holds_for_those_that_prove_nothing() {
    let told = |first: [&str; 2]| {
        let book = book(json!([{ "a": first[0], "b": "14.125" }, { "a": first[1], "b": "9.870" }]).to_string());
        let (hints, mut findings) = (Hints::default(), Vec::new());
        let mut table = Table::read(&book.sheets[0], &hints, &mut findings).expect("a table");
        table.judge(&[(0, ColumnKind::Number), (1, ColumnKind::Number)], &hints, &mut findings);
        let second = table.values(1, ColumnKind::Number, &hints, &mut findings);
        let numbers: Vec<String> = second.iter().filter_map(FigureValue::number).map(|n| n.to_string()).collect();
        (numbers.join(" "), ids(&findings).join(" "))
    };
    let wanted = |numbers: &str, told: &str| (numbers.to_owned(), told.to_owned());
    let both = "du-lieu/dau-thap-phan du-lieu/cham-thap-phan";
    assert_eq!(told(["84.0", "2.0"]), wanted("14.125 9.870", both));
    assert_eq!(told(["1.655", "75,8"]), wanted("14125 9870", ""));
    for nothing in [["1.655", "412"], ["0.512", ""], ["12", "7"]] {
        assert_eq!(told(nothing), wanted("14125 9870", "du-lieu/dau-thap-phan"), "{nothing:?}");
    }
}

#[test]
fn what_is_open_is_neither_thousands_nor_decimals() {
    let open =
        |texts: &[&str], kind| of_texts(texts, kind, &Hints::default()).1.contains(&"du-lieu/dau-thap-phan".to_owned());
    assert!(open(&["14.125", "9.870"], ColumnKind::Number));
    assert!(open(&["31,250", "640"], ColumnKind::Money));
    assert!(!open(&["1.655", "412"], ColumnKind::Number));
    assert!(!open(&["1.655", "2.412"], ColumnKind::Count));
    assert!(open(&["14.125", "9.8"], ColumnKind::Number));
    assert!(!open(&["14125.5", "9.8"], ColumnKind::Number));
    assert!(!open(&["12", "7"], ColumnKind::Number));
}

#[test]
fn numbers_are_read_with_the_sign_of_their_column() {
    let hints = |sign| Hints { decimal: Some(sign), ..Hints::default() };
    let read = |texts: &[&str], sign| of_texts(texts, ColumnKind::Number, &hints(sign)).0;
    assert_eq!(
        read(&["84.0", "-1,655.5", "1,226,835", "98.3%", "12,34", "1.226.835"], DecimalSign::Dot),
        ["84.0", "-1655.5", "1226835", "98.3", "?12,34", "?1.226.835"]
    );
    assert_eq!(read(&["75,8"], DecimalSign::Comma), ["75.8"]);
    // Without a separator it is printed as it was given.
    let (kept, _) = figures("[{\"so\": \"04\"}]", ColumnKind::Number, &hints(DecimalSign::Dot));
    assert_eq!(kept, [FigureValue::of_text("04")]);
}

#[test]
fn debris_is_told_from_words_and_codes() {
    let told = |text: &str| of_texts(&[text], ColumnKind::Text, &Hints::default()).1;
    for text in ["#REF!", "#DIV/0!", "3,82E+10", "1.5e-7", "#########", "Err:502", "[object Object]"] {
        assert_eq!(told(text), ["du-lieu/o-loi"], "{text}");
    }
    for text in ["NULL", "null", "NaN", "None", "N/A", "#N/A", " n/a "] {
        assert_eq!(told(text), ["du-lieu/tu-rong"], "{text}");
    }
    for text in ["12E5", "Null Island", "2.000635", "E+10", "#1", "None cả", "Na"] {
        assert!(told(text).is_empty(), "{text}");
    }
}

/// Before a power there are no thousands: the separator is the one before decimals, and proves it.
#[test]
fn numbers_cut_short_are_read_where_they_are_clear() {
    let read = |texts: &[&str]| of_texts(texts, ColumnKind::Money, &Hints::default()).0;
    assert_eq!(read(&["3,8E+10", "1e3", "-2,5E-3"]), ["38000000000", "1000", "-0.0025"]);
    assert_eq!(read(&["3.8205E+10", "12.345"]), ["38205000000", "12.345"]);
    assert_eq!(read(&["3.8E+10", "75,8"]), ["?3.8E+10", "75.8"]);
    assert_eq!(read(&["1.204.367", "3.8E+10"]), ["1204367", "?3.8E+10"]);
    assert_eq!(read(&["3,8E+99", "1,2,3E+2", "E+10"]), ["?3,8E+99", "\"1,2,3E+2\"", "\"E+10\""]);
}

/// What is told of many columns is told once a file.
#[test]
fn null_words_are_told_once_a_file() {
    let book = book("[{\"a\": \"NULL\", \"b\": \"N/A\"}, {\"a\": \"1\", \"b\": \"None\"}]");
    let (hints, mut findings) = (Hints::default(), Vec::new());
    let mut table = Table::read(&book.sheets[0], &hints, &mut findings).expect("a table");
    for column in [0, 1] {
        table.values(column, ColumnKind::Count, &hints, &mut findings);
    }
    assert_eq!(ids(&findings), ["du-lieu/tu-rong"]);
    assert_eq!(findings[0].others.len(), 2);
}

#[test]
fn midnight_is_no_time() {
    let wanted = NaiveDate::from_ymd_opt(2026, 9, 3);
    for text in [
        "2026-09-03",
        "3/9/2026",
        "03/09/2026 00:00",
        "2026-09-03T00:00:00",
        "2026-09-03 00:00:00.000",
        "2026-09-03T00:00:00.000Z",
        "2026-09-03T00:00:00+07:00",
        "3/9/2026 12:00:00 AM",
    ] {
        assert_eq!(day(text), wanted, "{text}");
    }
    for text in ["2026-09-03T17:00:00Z", "3/9/2026 08:30", "3/9/26", "46268", "9/2026", "2026-09-03 x"] {
        assert_eq!(day(text), None, "{text}");
    }
}

#[test]
fn numbers_of_a_workbook_count_days() {
    let page = "<table><tr><td>Tên<td>Ngày<tr><td>a<td x:num=\"46268\">3/9<tr><td>b<td x:num=\"12\">12\
                <tr><td>c<td x:num=\"46268.5\">3/9 12:00</table>";
    assert_eq!(values(page, ColumnKind::Date, &Hints::default()).0, ["\"2026-09-03\"", "12", "46268.5"]);
}

/// What is said of one column holds for that column alone.
#[test]
fn a_sign_that_is_declared_of_one_column_decides_no_other() {
    let book = book("a;b\n12.345;1.234\n5.000;2.500\n");
    let (hints, mut findings) = (Hints::default(), Vec::new());
    let mut table = Table::read(&book.sheets[0], &hints, &mut findings).expect("a table");
    table.judge_as(0, baocao_core::rows::DecimalSign::Dot);
    table.judge(&[(1, ColumnKind::Money)], &hints, &mut findings);
    let mut numbers = |column| {
        let values = table.values(column, ColumnKind::Money, &hints, &mut findings);
        values.iter().filter_map(FigureValue::number).map(|number| number.normalize().to_string()).collect::<Vec<_>>()
    };
    assert_eq!((numbers(0), numbers(1)), (vec!["12.345".into(), "5".into()], vec!["1234".into(), "2500".into()]));
    assert_eq!(ids(&findings), ["du-lieu/dau-thap-phan"]);
}

/// A count with a dot is doubtful where another column is said to write decimals so.
#[test]
fn counts_beside_declared_decimals_are_not_guessed_at() {
    let book = book("a;b\n12.345;1.234\n5.000;2.500\n");
    let (hints, mut findings) = (Hints::default(), Vec::new());
    let mut table = Table::read(&book.sheets[0], &hints, &mut findings).expect("a table");
    let mut counts = |sign| {
        table.judge_as(0, sign);
        table.judge(&[(1, ColumnKind::Count)], &hints, &mut findings);
        let values = table.values(1, ColumnKind::Count, &hints, &mut findings);
        values.iter().filter_map(FigureValue::number).map(|number| number.to_string()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(counts(baocao_core::rows::DecimalSign::Comma), "1234 2500");
    assert_eq!(counts(baocao_core::rows::DecimalSign::Dot), "");
}

/// A value that is merged over rows or columns is nobody's.
#[test]
fn values_that_several_cells_share_are_told() {
    let told = |rows: &str| {
        let book = book(format!("<table><tr><td>Xã<td>Nhận<td>Trả{rows}</table>"));
        let (hints, mut findings) = (Hints::default(), Vec::new());
        let mut table = Table::read(&book.sheets[0], &hints, &mut findings).expect("a table");
        for column in [1, 2] {
            table.values(column, ColumnKind::Count, &hints, &mut findings);
        }
        ids(&findings).join(" ")
    };
    let shared = "du-lieu/o-gop-chung";
    assert_eq!(told("<tr><td>A<td rowspan=2>12<td>3<tr><td>B<td>4"), shared);
    assert_eq!(told("<tr><td>A<td rowspan=2 x:num=12>12<td>3<tr><td>B<td>4"), shared);
    assert_eq!(told("<tr><td>A<td colspan=2>12<tr><td>B<td>4<td>5"), shared);
    assert_eq!(told("<tr><td>A<td rowspan=2>-<td>3<tr><td>B<td>4"), shared);
    // Words, blanks, and a name over rows are no values.
    assert_eq!(told("<tr><td rowspan=2>A<td>12<td>3<tr><td>5<td>4"), "");
    assert_eq!(told("<tr><td>A<td rowspan=2><td>3<tr><td>B<td>4"), "");
}
