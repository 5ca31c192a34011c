//! Figures: the values of indicators, in forms, tables and charts.

use super::kinds;

kinds! {
    /// A figure is given, and nothing prints it.
    NOT_PRINTED = Warning "so-lieu/khong-in" {
        title: "Số liệu đã nhập thì được in", "Figures that are given are printed",
        why: "Báo cáo nhập số liệu này mà không biểu, bảng, biểu đồ hay câu văn nào của văn bản in ra, cũng không số nào \
              được in tính từ nó: thường vì \"appendices\" của báo cáo thay hết phụ lục của mẫu. Thêm \"template\" vào \
              \"appendices\" để giữ các biểu của mẫu, đưa biểu vào một phụ lục, hoặc bỏ số liệu.",
            "The report gives this figure, and no form, table, chart or sentence of the document prints it, nor anything \
             that is computed from it: mostly because \"appendices\" of the report takes the place of the template's. Add \
             \"template\" to \"appendices\" to keep the forms of the template, put the form into an appendix, or take the \
             figure out.",
    }
    /// A figure is left out.
    MISSING = Warning "so-lieu/thieu" {
        title: "Mọi chỉ tiêu của biểu mẫu đều có số liệu", "Every indicator of the forms has a figure",
        why: "Chỉ tiêu biết chắc là không có số liệu thì ghi null: ô ấy để trống. Bỏ sót thì không ai biết là trống \
              hay quên.",
            "An indicator that is known to have no figure is given as null and prints blank. One that is left out may \
             have been forgotten.",
    }
    /// There is no indicator of this id.
    UNKNOWN_INDICATOR = Error "so-lieu/ma-khong-biet" {
        title: "Chỉ tiêu được nêu tên phải có trong bộ mẫu", "Indicators that are named are in the template set",
        why: "Khóa trong \"figures\", ô \"figure\" của bảng hoặc biểu đồ, hay lệnh `baocao explain` nêu một mã mà \
              biểu mẫu không có: viết sai, hoặc của cấp khác, phiên bản mẫu khác. Sửa mã; `baocao form show` kèm tên \
              bộ mẫu liệt kê mọi chỉ tiêu.",
            "A key of \"figures\", a \"figure\" of a table or chart, or `baocao explain` names an id that the forms \
             do not have: misspelt, or of another level or version. Mend it; `baocao form show` with the name of the \
             set lists its indicators.",
    }
    /// A value is not a number.
    NO_NUMBER = Warning "so-lieu/khong-phai-so" {
        title: "Dòng số đếm, tiền, tỷ lệ ghi một số", "Counts, money and percentages are numbers",
        why: "Ghi \"8/8\" hay \"đang triển khai\" vào một dòng số thì không cộng, không so sánh được.",
            "\"8/8\" or \"under way\" in a row of numbers can be neither added nor compared.",
    }
    /// A number can be read in more than one way.
    AMBIGUOUS = Error "so-lieu/khong-ro" {
        title: "Số chỉ đọc được theo một cách", "Numbers can be read in one way only",
        why: "Chuỗi như \"1.5\" hay \"1,234.5\" có thể là số này hoặc số khác, chương trình không đoán. Viết dấu chấm \
              ngăn hàng nghìn, dấu phẩy trước phần thập phân (\"7.725\", \"75,8\"), hoặc viết thành số JSON không có \
              ngoặc kép.",
            "A text such as \"1.5\" or \"1,234.5\" may be one number or another, and nothing is guessed. Write a dot \
             between thousands and a comma before decimals (\"7.725\", \"75,8\"), or a JSON number without quotes.",
    }
    /// A count is not a whole number.
    FRACTION = Error "so-lieu/so-dem-le" {
        title: "Số đếm là số nguyên", "Counts are whole numbers",
        why: "Dòng hoặc cột số đếm có phần thập phân. Số JSON 7.725 có ba chữ số thập phân: nếu dấu chấm để ngăn hàng \
              nghìn thì viết 7725. Cột của bảng cần ghi số thập phân thì đặt \"kind\": \"number\".",
            "A row or a column of counts has decimals. The JSON number 7.725 has three of them: if its dot was meant \
             between thousands, write 7725. A column of a table that needs decimals is of \"kind\": \"number\".",
    }
    /// A count or an amount is below zero.
    NEGATIVE = Warning "so-lieu/so-am" {
        title: "Số đếm và số tiền không âm", "Counts and money are not negative",
        why: "Không có biểu mẫu nào đếm được số nhỏ hơn 0.",
            "No form counts less than nothing.",
    }
    /// A code is not one of the indicator.
    UNKNOWN_CODE = Warning "so-lieu/ma-la" {
        title: "Dòng mã ghi một mã đã khai", "Coded rows hold declared codes",
        why: "Chỉ tiêu có bảng mã (Chưa = 0, Có = 1) chỉ nhận các mã trong bảng.",
            "An indicator with a list of codes takes the codes of that list only.",
    }
    /// A value repeats its unit.
    UNIT_AGAIN = Warning "so-lieu/lap-don-vi" {
        title: "Không lặp lại đơn vị tính trong ô số liệu", "The unit is not repeated in the value",
        why: "Cột đơn vị tính đã ghi %, ô số liệu chỉ ghi số.",
            "The column of units says %, the value is the number alone.",
    }
    /// A percentage stands in a row that is not in percent.
    NOT_PERCENT = Warning "so-lieu/sai-don-vi" {
        title: "Dòng số đếm không ghi phần trăm", "Rows of counts hold no percentages",
        why: "Một tỷ lệ phần trăm nằm ở dòng đếm hồ sơ, cơ quan, người.",
            "A percentage stands in a row that counts files, agencies, people.",
    }
    /// A note covers more rows than the form has.
    NOTE_ROWS = Warning "so-lieu/ghi-chu-qua-bieu" {
        title: "Ghi chú không chiếm quá số dòng của biểu", "A note covers no more rows than its form has",
        why: "\"note_rows\" nói ghi chú chiếm mấy dòng; biểu không còn đủ dòng thì con số ấy sai.",
            "\"note_rows\" says how many rows a note covers; the form has not so many left.",
    }
    /// A note is covered by that of a row above.
    NOTE_COVERED = Error "so-lieu/ghi-chu-che" {
        title: "Ghi chú không che ghi chú khác", "A note covers no other note",
        why: "Ô ghi chú của một dòng phía trên chiếm nhiều dòng (\"note_rows\") và che mất ghi chú này. Giảm \
              \"note_rows\" của dòng trên, hoặc gộp hai ghi chú làm một.",
            "The note of a row above covers several rows (\"note_rows\") and this note with them, which would be \
             lost. Lower the \"note_rows\" of that row, or make the two notes one.",
    }
    /// A percentage does not agree with its parts.
    RATIO_WRONG = Warning "so-lieu/ti-le-sai" {
        title: "Tỷ lệ bằng tử số chia mẫu số nhân 100", "A percentage is its numerator by its denominator times 100",
        why: "Tỷ lệ ghi trong báo cáo được tính lại từ hai số liệu mà biểu mẫu nêu, làm tròn nửa lên ở đúng số chữ số \
              thập phân đã ghi. Nếu tỷ lệ đã ghi khớp với một mẫu số khác có trong báo cáo thì mẫu số ấy được nêu \
              tên.",
            "The given percentage is computed again from the two figures that the form names, rounded half up at the \
             decimals that were given. Where it agrees with another denominator of the report, that one is named.",
    }
    /// A percentage was cut off and not rounded.
    RATIO_CUT = Warning "so-lieu/ti-le-cat-bot" {
        title: "Tỷ lệ được làm tròn, không cắt bớt", "A percentage is rounded, not cut off",
        why: "22/29 là 75,862…%: làm tròn một chữ số thập phân là 75,9; ghi 75,8 là cắt bớt.",
            "22/29 is 75.862…%: rounded to one decimal that is 75.9; 75.8 is cut off.",
    }
    /// A percentage of nothing is given.
    ZERO_DENOMINATOR = Warning "so-lieu/mau-so-khong" {
        title: "Mẫu số bằng 0 thì không có tỷ lệ", "There is no percentage of nothing",
        why: "Khi mẫu số bằng 0, ô tỷ lệ để trống (hoặc ghi theo \"zero_denominator\" của biểu mẫu), không ghi 100. \
              Ghi 0 thì so-lieu/mau-so-khong-ghi-0 nhắc.",
            "Where the denominator is 0 the percentage stays blank (or is what \"zero_denominator\" of the form \
             says), never 100. Of a 0 so-lieu/mau-so-khong-ghi-0 speaks.",
    }
    /// A total does not agree with its parts.
    SUM_WRONG = Warning "so-lieu/tong-sai" {
        title: "Tổng bằng các thành phần cộng lại", "A total is the sum of its parts",
        why: "Tổng và hiệu mà biểu mẫu hay bảng định nghĩa được tính lại từ các thành phần; số đã ghi phải bằng số \
              tính được.",
            "Sums and differences that a form or a table defines are computed again from their parts; what is given \
             must be what comes out.",
    }
}
