//! Dates, the period of a report, and the earlier period that it is compared with.

use super::kinds;

kinds! {
    /// The calendar has no such date.
    NO_SUCH_DATE = Error "ngay-thang/khong-co" {
        title: "Ngày có trong lịch", "Dates are in the calendar",
        why: "Ngày của kỳ báo cáo, ngày ban hành hoặc thời điểm ký viết đúng dạng nhưng không có thật, như 31/02 hay \
              tháng 13. Sửa lại ngày.",
            "A date of the period, the date of issue or the time of signing has the right form and does not exist, \
             such as 31/02 or month 13. Mend the date.",
    }
    /// The year of a date is far from all documents.
    STRANGE_YEAR = Warning "ngay-thang/nam-la" {
        title: "Năm của ngày là năm của văn bản", "The year of a date is one that documents have",
        why: "Năm nằm ngoài khoảng 1945 đến 2200 (trong bảng: 1850 đến 2200) hầu như luôn là gõ nhầm, như 0202 thay cho \
              2020. Sửa lại ngày.",
            "A year before 1945 or after 2200 (in a table before 1850) is nearly always a slip, such as 0202 for 2020. Mend \
             the date.",
    }
    /// The period ends before it begins.
    BACKWARDS = Error "ky-bao-cao/nguoc" {
        title: "Kỳ báo cáo bắt đầu trước khi kết thúc", "A period begins before it ends",
        why: "Ngày \"to\" của kỳ báo cáo sớm hơn ngày \"from\": hai ngày bị đổi chỗ, hoặc sai năm. Sửa một trong hai.",
            "The date \"to\" of the period is earlier than \"from\": the two are in each other's place, or the year \
             is wrong. Mend one of them.",
    }
    /// Neither a period nor a year of issue.
    NO_YEAR = Error "ngay-thang/thieu-nam" {
        title: "Biết ít nhất năm của văn bản", "At least the year of a document is known",
        why: "Văn bản không có kỳ báo cáo mà cũng để trống ngày ban hành thì tệp PDF không ghi được thời gian, và không \
              biết áp dụng quy định của thời nào. Ghi năm, hoặc năm và tháng, hoặc cả ngày vào \"date\".",
            "Without a period and without a date of issue the PDF has no date, and it is not known which rules hold for \
             the document. Write the year, year and month, or the day into \"date\".",
    }
    /// The period lacks its number.
    NUMBER_MISSING = Error "ky-bao-cao/thieu-so" {
        title: "Kỳ báo cáo nêu tháng, quý hoặc nửa năm", "A period says which month, quarter or half it is",
        why: "Loại kỳ là tháng, quý hoặc 6 tháng mà không ghi là tháng, quý, nửa năm thứ mấy, nên không gọi tên được \
              kỳ. Thêm \"month\", \"quarter\" hoặc \"half\" vào \"period\".",
            "The period is a month, a quarter or a half-year and does not say which, so that it has no name. Add \
             \"month\", \"quarter\" or \"half\" to \"period\".",
    }
    /// The period has a number that its kind does not have.
    NUMBER_TOO_MANY = Warning "ky-bao-cao/thua-so" {
        title: "Kỳ báo cáo chỉ nêu số của loại mình", "A period has no number of another kind",
        why: "Kỳ ghi cả \"month\", \"quarter\" hoặc \"half\" không thuộc loại của nó; số ấy không được dùng và có thể \
              cho thấy \"kind\" ghi sai. Bỏ số thừa, hoặc sửa \"kind\".",
            "The period gives a \"month\", \"quarter\" or \"half\" that its kind does not have; the number is not \
             used, and \"kind\" may be wrong. Take the number out, or mend \"kind\".",
    }
    /// The dates lie outside of what the period is called.
    ELSEWHERE = Error "ky-bao-cao/khong-khop" {
        title: "Ngày của kỳ khớp với tên kỳ", "The dates of a period agree with its name",
        why: "Khoảng \"from\" đến \"to\" nằm hẳn ngoài tháng, quý, năm mà kỳ được gọi tên. Lệch vài tuần theo ngày \
              chốt số liệu thì được; nằm ngoài hẳn thì năm, số của kỳ hoặc hai ngày bị sai, sửa cho khớp.",
            "The time from \"from\" to \"to\" lies wholly outside of the month, quarter or year that the period is \
             called by. Cut-off days may differ by weeks; here the year, the number of the period or the dates are \
             wrong: make them agree.",
    }
    /// A date is far from the beginning or the end of what the period is called.
    STRAYS = Warning "ky-bao-cao/lech-xa" {
        title: "Ngày của kỳ không lệch xa tên kỳ", "The dates of a period are near to those of its name",
        why: "Số liệu quý thường tính từ ngày 15 tháng cuối quý trước đến ngày 14 tháng cuối quý; các kỳ khác tương tự. \
              Ngày \"from\" hoặc \"to\" cách đầu hoặc cuối kỳ được gọi tên hơn một tháng, hay kỳ dài hoặc ngắn hẳn so với \
              tên gọi, thì năm, số của kỳ hoặc ngày ấy bị sai; sửa cho khớp. Ngày 01/7/2025, khi các đơn vị hành chính mới hoạt động, thì được.",
            "Figures of a quarter usually count from the 15th of the last month of the quarter before to the 14th of its \
             own last month, and those of other periods alike. Where \"from\" or \"to\" is more than a month away from \
             the beginning or the end of what the period is called, or the period is much longer or shorter, the year, the \
             number of the period or the date is \
             wrong: make them agree. 01/7/2025, when the administrative units of today were formed, may begin a period.",
    }
    /// The earlier report has errors.
    EARLIER_UNREADABLE = Error "ky-truoc/khong-doc-duoc" {
        title: "Báo cáo kỳ trước dùng được", "The earlier report can be used",
        why: "Báo cáo nêu ở \"previous\" có lỗi nên không lấy được số để so sánh. Chạy `baocao check` với báo cáo ấy, \
              sửa hết lỗi, hoặc nêu tệp khác.",
            "The report that \"previous\" names has errors, so that its figures cannot be compared with. Run `baocao \
             check` on it and mend the errors, or name another file.",
    }
    /// The earlier report has figures that do not hold.
    EARLIER_DOUBTFUL = Warning "ky-truoc/co-cho-sai" {
        title: "Số liệu của báo cáo kỳ trước không có chỗ sai", "Figures of the earlier report hold",
        why: "Báo cáo nêu ở \"previous\" có số liệu không khớp với nhau; so sánh với số ấy thì câu so sánh cũng sai. Chạy \
              `baocao check` với báo cáo ấy rồi sửa.",
            "Figures of the report that \"previous\" names contradict each other; what is compared with them is wrong too. \
             Run `baocao check` on it and mend them.",
    }
    /// The earlier report is of another family.
    OTHER_FAMILY = Error "ky-truoc/khac-ho" {
        title: "Báo cáo đem so sánh cùng họ báo cáo", "The report compared with is of the same family",
        why: "Báo cáo nêu ở \"previous\" dùng mẫu của họ báo cáo khác: mã chỉ tiêu không cùng nghĩa, không so sánh \
              được. Nêu báo cáo cùng họ; khác cấp, khác phiên bản mẫu thì được.",
            "The report that \"previous\" names has a template of another family: the ids of its indicators do not \
             mean the same. Name one of the same family; its level and the version of its template may differ.",
    }
    /// The period compared with is not an earlier one.
    NOT_EARLIER = Warning "ky-truoc/khong-truoc" {
        title: "Báo cáo đem so sánh là của kỳ trước", "The report compared with is of an earlier period",
        why: "Kỳ của báo cáo nêu ở \"previous\" phải kết thúc trước khi kỳ này kết thúc.",
            "The period of the report named by \"previous\" ends before this one does.",
    }
    /// A cell asks for the earlier period and the report names none.
    NO_EARLIER = Error "ky-truoc/khong-neu" {
        title: "Có lấy số kỳ trước thì nêu báo cáo kỳ trước",
            "An earlier report is named where its figures are asked for",
        why: "Ô của bảng hoặc thanh của biểu đồ trong báo cáo có \"earlier\": true, mà báo cáo không nêu báo cáo kỳ \
              trước. Thêm \"previous\": { \"file\": \"...\" }, hoặc bỏ \"earlier\".",
            "A cell of a table or a bar of a chart of the report says \"earlier\": true, and the report names no \
             earlier one. Add \"previous\": { \"file\": \"...\" }, or take \"earlier\" out.",
    }
}
