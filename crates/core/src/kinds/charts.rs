//! Charts.

use super::kinds;

kinds! {
    /// There is no chart of this id.
    UNKNOWN = Error "bieu-do/khong-biet" {
        title: "Mọi biểu đồ được gọi đến đều có thật", "Charts that are named exist",
        why: "Phụ lục hoặc lời văn gọi đến một biểu đồ mà báo cáo và bộ mẫu đều không có. Sửa mã theo gợi ý, hoặc \
              thêm biểu đồ vào \"charts\". `baocao form lint` cảnh báo khi lời văn của bộ mẫu gọi đến biểu đồ ngoài \
              bộ mẫu: khi ấy báo cáo nào cũng phải tự có biểu đồ đó.",
            "An appendix or a text names a chart that neither the report nor the template set has. Mend the id as is \
             suggested, or add the chart to \"charts\". `baocao form lint` warns where a text of the set names a \
             chart that the set lacks: then every report must bring it.",
    }
    /// Nothing prints a chart of the report.
    NOT_PRINTED = Warning "bieu-do/khong-in" {
        title: "Biểu đồ có trong báo cáo thì được in", "A chart of the report is printed",
        why: "Không phụ lục nào, lời văn nào gọi đến biểu đồ này.",
            "Neither an appendix nor a text names the chart.",
    }
    /// A chart has no bars or too many.
    BARS = Error "bieu-do/so-thanh" {
        title: "Biểu đồ có thanh, không quá nhiều", "A chart has bars, and not too many",
        why: "Biểu đồ không có thanh nào để vẽ, hoặc nhiều hơn mức in vừa một trang. Thêm \"bars\" hoặc lấy từ bảng \
              bằng \"from\"; quá nhiều thì chỉ giữ những thanh cần xem, phần còn lại để trong bảng.",
            "The chart has nothing to draw, or more bars than stand on a page. Add \"bars\", or take them from a \
             table by \"from\"; of too many keep those that matter, and leave the rest to a table.",
    }
    /// Two bars have one label.
    LABEL_TWICE = Warning "bieu-do/nhan-lap" {
        title: "Các thanh của biểu đồ có nhãn khác nhau", "Bars of a chart have different labels",
        why: "Hai thanh cùng nhãn thì người đọc không biết thanh nào là của đơn vị nào, kỳ nào. Sửa nhãn, hoặc gộp hai thanh.",
            "Of two bars with one label nobody can tell which belongs to which unit or period. Mend a label, or make one \
             bar of both.",
    }
    /// A bar has not as many values as the chart has series.
    SERIES = Error "bieu-do/so-gia-tri" {
        title: "Mỗi thanh của biểu đồ đủ giá trị", "Every bar of a chart has all of its values",
        why: "Biểu đồ so nhiều kỳ kể tên các kỳ ở \"series\"; mỗi thanh có chừng ấy giá trị trong \"values\", đúng \
              thứ tự (không có số liệu thì ghi null). Biểu đồ một giá trị dùng \"value\", không có \"series\".",
            "A chart that compares periods names them in \"series\", and each bar has as many \"values\", in the same \
             order (null where there is none). A chart of single values has \"value\" and no \"series\".",
    }
    /// A chart cannot be drawn as a line.
    LINE = Error "bieu-do/duong" {
        title: "Đường qua các kỳ có thứ tự và ít đường", "A line over periods has points in order, and few lines",
        why: "Đường nối các điểm theo thứ tự thời gian: cần ít nhất hai điểm, không xếp lại theo giá trị, và không quá \
              hai đường trong một hình để in đen trắng vẫn phân biệt được.",
            "A line joins points in the order of time: it needs two at least, is not sorted by value, and a chart has \
             no more than two lines, which can be told apart in black and white.",
    }
}
