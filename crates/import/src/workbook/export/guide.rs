//! The first sheet: how the workbook is filled in.

use baocao_core::document::Weight;
use baocao_core::template::TemplateSet;
use rust_xlsxwriter::Worksheet;

use super::super::{GUIDE_TITLE, fields, narrative};
use super::{Failed, look};

/// The sheet.
const SHEET: &str = "Hướng dẫn";

/// The width of its column, in digits.
const WIDTH: f64 = 78.0;

pub(super) fn write(sheet: &mut Worksheet, set: &TemplateSet) -> Result<(), Failed> {
    sheet.set_name(SHEET)?.set_column_width(0, WIDTH)?;
    let name = &set.name;
    let (document, narrative) = (fields::SHEET, narrative::SHEET);
    let lines = [
        format!("Bộ mẫu: {name}"),
        "Mỗi biểu mẫu là một trang tính, đúng như biểu in ra. Chỉ ghi vào ô nền vàng nhạt; mã, nhãn, đơn vị tính đã khóa (không có mật khẩu).".to_owned(),
        "Ô nền xanh nhạt tự tính từ các ô khác (tỷ lệ, tổng, hiệu), để trống khi còn thiếu số. Chỉ ghi đè khi số liệu chính thức khác số tính được; chương trình sẽ nêu chỗ khác nhau.".to_owned(),
        "Số liệu: ghi số, không ghi kèm đơn vị và dấu %. Phần thập phân ghi theo cài đặt của máy (75,8).".to_owned(),
        "Mã (Có/Không, hình thức …): chọn trong danh sách của ô.".to_owned(),
        "Biết chắc không có số liệu thì ghi dấu - vào ô; ô để trống là chưa có số liệu và sẽ được nhắc.".to_owned(),
        format!("Trang \"{document}\": kỳ báo cáo, cơ quan, số, ngày, nơi nhận, người ký. Danh sách ghi mỗi dòng một mục (Alt + Enter để xuống dòng trong ô)."),
        format!("Trang \"{narrative}\": lời văn của từng mục. Mục mà bộ mẫu tự viết từ số liệu thì chỉ ghi phần muốn thêm, hoặc chọn thay lời của mẫu."),
        "Có thể thêm cột, thêm dòng, đổi tên trang, di chuyển dòng: khi nhập, dòng được nhận ra theo mã và nhãn; phần nào không dùng đến sẽ được liệt kê.".to_owned(),
        "Điền xong, lưu lại rồi chạy: baocao import TỆP.xlsx -o bao-cao.json".to_owned(),
    ];
    sheet.write_string_with_format(0, 0, GUIDE_TITLE, &look::heading())?;
    sheet.write_string_with_format(1, 0, &set.outline.title.vi, &look::heading())?;
    sheet.set_row_height(1, look::height(&set.outline.title.vi, WIDTH, Weight::Bold))?;
    for (row, line) in (3..).zip(&lines) {
        let format = if row == 3 { look::text().set_bold() } else { look::text() };
        sheet.write_string_with_format(row, 0, line, &format)?;
        let weight = if row == 3 { Weight::Bold } else { Weight::Normal };
        sheet.set_row_height(row, look::height(line, WIDTH, weight) + 4.0)?;
    }
    look::page(sheet, false);
    look::lock(sheet);
    Ok(())
}
