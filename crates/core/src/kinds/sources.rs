//! Where the values of an imported report came from.

use super::kinds;

kinds! {
    /// What is said of a source is not written rightly.
    MALFORMED = Error "nguon/sai-dang" {
        title: "Ô gốc viết đúng dạng", "Cells that values came from are written rightly",
        why: "`sources` ghi mỗi giá trị được lấy từ ô nào: \"Biểu 3!D17\" của bảng tính, \"12:3\" (hàng và cột) của \
              tệp CSV, \"17#/value\" (dòng và con trỏ JSON) của tệp JSON; mã băm SHA-256 có 64 chữ số thập lục phân. \
              Viết khác thì không chỉ ra được ô phải sửa. Phần này do lệnh nhập số liệu ghi; nhập lại là nhanh nhất.",
            "`sources` says which cell each value came from: \"Biểu 3!D17\" of a workbook, \"12:3\" (row and column) \
             of a CSV, \"17#/value\" (line and JSON pointer) of a file of JSON; a SHA-256 has 64 hexadecimal digits. \
             Written otherwise, nobody can be told which cell to mend. The import writes this part; import again.",
    }
    /// A source names a value that the report does not have.
    NO_VALUE = Warning "nguon/khong-co-gia-tri" {
        title: "Ô gốc là của một giá trị trong báo cáo", "Cells are those of values of the report",
        why: "`sources` ghi ô gốc của một giá trị mà báo cáo không có, thường vì giá trị đã bị xóa hoặc đổi mã sau khi \
              nhập. Xóa dòng ấy, hoặc sửa con trỏ theo mã mới.",
            "`sources` names the cell of a value that the report does not have: mostly the value was deleted or given \
             another id after the import. Delete that line, or put the new id into the pointer.",
    }
    /// A value has two sources.
    TWICE = Warning "nguon/trung" {
        title: "Mỗi giá trị có một ô gốc", "Every value came from one cell",
        why: "Hai tệp trong `sources` cùng ghi ô gốc của một giá trị, nên không rõ phải sửa ở tệp nào; chương trình \
              chỉ ra ô của tệp đứng trước. Xóa ô không đúng.",
            "Two files of `sources` both name the cell of one value, and nobody knows which to mend; the cell of the \
             first file is told. Delete the wrong one.",
    }
    /// A figure has no parts of units.
    NO_UNITS = Error "nguon/khong-co-don-vi" {
        title: "Số liệu được hỏi phần của từng đơn vị là số tổng hợp", "Figures whose units are asked for were rolled up",
        why: "`baocao explain --parts` in phần của từng đơn vị trong một số liệu mà `baocao aggregate` đã tổng hợp; số liệu này do \
              báo cáo tự ghi, hoặc được tính theo công thức từ các số liệu khác.",
            "`baocao explain --parts` prints what each unit has of a figure that `baocao aggregate` rolled up; this one is the \
             report's own, or is computed from other figures.",
    }
}
