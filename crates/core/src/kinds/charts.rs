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
    /// A chart would draw a number below zero.
    NEGATIVE = Error "bieu-do/so-am" {
        title: "Thanh của biểu đồ không nhỏ hơn 0", "Bars of a chart are not below zero",
        why: "Thanh có chiều dài theo giá trị, nên không vẽ được số âm. Sửa số nếu gõ nhầm; số giảm thật thì trình \
              bày bằng bảng hoặc lời văn.",
            "A bar is as long as its value, and none is shorter than nothing. Mend the number if it was mistyped; \
             show a decrease in a table or in words.",
    }
}
