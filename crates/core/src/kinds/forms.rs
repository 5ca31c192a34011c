//! Forms that a template set defines: `form.json`, and `relations.json` and `rollup.json` of its family.

use super::kinds;

kinds! {
    /// Two forms have one id.
    FORM_TWICE = Error "mau/bieu-lap" {
        title: "Mỗi biểu có một mã riêng", "Every form has an id of its own",
        why: "Hai biểu của form.json cùng mã thì phụ lục không biết in biểu nào. Đặt cho một trong hai biểu mã khác.",
            "Two forms of form.json have the same id, and an appendix would not know which to print. Give one of them \
             another id.",
    }
    /// There is no form of this id.
    UNKNOWN_FORM = Error "mau/bieu-khong-biet" {
        title: "Biểu được nêu tên phải có trong bộ mẫu", "Forms that are named are in the template set",
        why: "Phụ lục của bộ mẫu hoặc của báo cáo gọi đến một biểu mà form.json không có. Sửa mã theo danh sách trong \
              thông báo.",
            "An appendix of the set or of a report names a form that form.json does not have. Mend the id; the \
             message lists those there are.",
    }
    /// A form is in no appendix.
    FORM_UNUSED = Warning "mau/bieu-khong-dung" {
        title: "Mọi biểu đều nằm trong một phụ lục", "Every form is in an appendix",
        why: "Biểu không nằm trong phụ lục nào của bộ mẫu thì không được in, số liệu của nó không ai thấy thiếu. Thêm \
              mã biểu vào \"forms\" hoặc \"parts\" của một phụ lục, hoặc bỏ biểu.",
            "A form that no appendix of the set holds is not printed, and nobody misses its figures. Add its id to \
             \"forms\" or \"parts\" of an appendix, or take the form out.",
    }
    /// Two rows have one id.
    INDICATOR_TWICE = Error "mau/ma-lap" {
        title: "Mỗi mã chỉ tiêu chỉ đứng ở một dòng", "The id of an indicator stands in one row",
        why: "Hai dòng của form.json cùng mã thì không biết số liệu thuộc dòng nào. Đặt mã khác cho một dòng; nếu là \
              cùng một số in ở hai nơi thì dòng thứ hai có mã riêng và thêm \"same_as\".",
            "Two rows of form.json have the same id, and a figure would not know where it belongs. Give one of them \
             another id; where one figure is printed twice, the second row has its own id and \"same_as\".",
    }
    /// The id of an indicator has not the usual form.
    ID_MALFORMED = Warning "mau/ma-sai-dang" {
        title: "Mã chỉ tiêu theo dạng chủ-đề.nội-dung", "Ids of indicators have the form topic.what-it-is",
        why: "Mã dùng lâu dài trong báo cáo, công thức và lời văn, nên chỉ gồm chữ thường không dấu, chữ số, dấu gạch \
              nối và ít nhất một dấu chấm, như tthc.tong-so. Đổi mã trước khi có báo cáo dùng đến.",
            "Reports, formulas and texts use an id for years: lower-case letters without marks, digits, hyphens, and \
             at least one dot, such as tthc.tong-so. Change it before reports use it.",
    }
    /// `same_as` names an unknown row or itself.
    SAME_AS = Error "mau/cung-gia-tri-sai" {
        title: "\"same_as\" chỉ đến một dòng khác", "\"same_as\" names another row",
        why: "\"same_as\" nói dòng này in cùng một số với dòng kia, nhưng mã ghi ở đó không có hoặc là chính dòng \
              này. Ghi mã của dòng kia.",
            "\"same_as\" says that this row prints the figure of another one; the id it gives is unknown, or that of \
             the row itself. Name the id of the other row.",
    }
    /// An indicator is defined otherwise in another set.
    OTHER_DEFINITION = Warning "mau/khac-dinh-nghia" {
        title: "Một mã có một nghĩa trong mọi bộ mẫu", "An id means one thing in all sets",
        why: "Chỉ tiêu này đã có trong một bộ mẫu có sẵn với loại, bảng mã, đơn vị tiền hoặc công thức khác; so sánh \
              giữa các cấp, các kỳ sẽ sai. Sửa định nghĩa cho giống, hoặc đặt mã mới nếu là chỉ tiêu khác.",
            "A built-in set has this indicator with another kind, other codes, another unit of money or another \
             formula; comparisons between levels and periods would be wrong. Make the definitions agree, or choose \
             another id for another indicator.",
    }
    /// A row has no label.
    NO_LABEL = Warning "mau/thieu-nhan" {
        title: "Mọi dòng của biểu có nhãn", "Every row of a form has a label",
        why: "Dòng không có nhãn thì người đọc không biết số ấy là gì. Ghi tên chỉ tiêu đúng như biểu in.",
            "Without a label nobody knows what the number is. Write it as the printed form has it.",
    }
    /// A label is misspelt.
    LABEL_MISSPELT = Warning "mau/nhan-sai-chinh-ta" {
        title: "Nhãn viết đúng chính tả", "Labels are spelt rightly",
        why: "Nhãn của dòng có từ có lẽ viết sai, mà nhãn được in trong mọi báo cáo. Sửa theo gợi ý; nếu biểu ban \
              hành viết đúng như vậy thì để nguyên.",
            "A label holds a word that is probably misspelt, and every report prints it. Mend it as is suggested; if \
             the form was issued like that, leave it.",
    }
    /// A row of numbers has no unit.
    NO_UNIT = Warning "mau/thieu-don-vi" {
        title: "Dòng số có đơn vị tính", "Rows of numbers have a unit",
        why: "Số không có đơn vị tính thì có thể hiểu nhiều cách. Thêm \"unit\"; dòng chỉ làm đầu đề thì đặt \
              \"kind\": \"group\" hoặc \"optional\": true.",
            "A number without a unit can be taken for many things. Add \"unit\"; a row that is only a heading is of \
             \"kind\": \"group\" or has \"optional\": true.",
    }
    /// A row that is no heading has no id.
    NO_ID = Warning "mau/dong-khong-ma" {
        title: "Dòng có số liệu thì có mã chỉ tiêu", "Rows with figures have an id",
        why: "Dòng không có \"id\" thì báo cáo không thể ghi số liệu cho nó, ô luôn để trống. Thêm \"id\", hoặc đặt \
              \"kind\": \"group\" nếu chỉ là tên nhóm.",
            "A report cannot give a figure to a row without an \"id\": its cell is always blank. Add an \"id\", or \
             \"kind\": \"group\" where it heads a group.",
    }
    /// A row for another level is asked of every report.
    LEVEL_REQUIRED = Warning "mau/cap-khac-bat-buoc" {
        title: "Dòng của cấp khác không bắt buộc", "Rows for another level are optional",
        why: "Dòng có \"level\" là dành cho một cấp riêng, nhưng chưa có \"optional\": true nên báo cáo nào cũng bị \
              nhắc thiếu số liệu. Thêm \"optional\": true.",
            "A row with a \"level\" is for that level, and without \"optional\": true every report is told that its \
             figure is missing. Add \"optional\": true.",
    }
    /// Two rows of a form print one number.
    PRINTED_CODE_TWICE = Warning "mau/so-thu-tu-lap" {
        title: "Số thứ tự trong biểu không lặp", "The numbers of the rows of a form differ",
        why: "Hai dòng của một biểu có cùng \"code\" hoặc \"aliases\", thường vì chép dòng mà quên sửa. Đối chiếu với \
              biểu in và sửa số thứ tự; đúng là biểu in lặp thì để nguyên.",
            "Two rows of a form have the same \"code\" or one of its \"aliases\": mostly a row was copied and not \
             changed. Hold it against the printed form and mend it; where that has a number twice, leave it.",
    }
    /// A code covers rows that it cannot cover.
    CODE_ROWS = Error "mau/gop-ma-sai" {
        title: "Ô số thứ tự gộp không lấn dòng khác", "A number covers only rows without one",
        why: "\"code_rows\" gộp ô số thứ tự qua nhiều dòng, nhưng đi quá cuối biểu hoặc phủ lên dòng có số riêng. \
              Giảm \"code_rows\", hoặc bỏ \"code\" của dòng bị phủ.",
            "\"code_rows\" lets a number cover several rows, and here it goes past the end of the form or over a row \
             that has one of its own. Lower it, or take the \"code\" from that row.",
    }
    /// A cell of a unit covers rows of another unit, or more than there are.
    UNIT_ROWS = Error "mau/gop-don-vi-sai" {
        title: "Ô đơn vị gộp các dòng cùng đơn vị", "A unit covers rows of that unit",
        why: "\"unit_rows\" gộp ô đơn vị tính qua nhiều dòng; dòng bị phủ phải cùng \"unit\", nếu không người đọc hiểu sai \
              đơn vị. Giảm \"unit_rows\", hoặc sửa \"unit\" của dòng ấy.",
            "\"unit_rows\" lets one cell give the unit of several rows; those must have the same \"unit\", or readers take \
             their values for something else. Lower it, or mend the \"unit\" of that row.",
    }
    /// A coded indicator has no codes.
    NO_CODES = Error "mau/thieu-ma" {
        title: "Chỉ tiêu loại mã có bảng mã", "A coded indicator has codes",
        why: "Dòng có \"kind\": \"code\" mà không khai \"codes\" thì không biết nhận mã nào. Thêm các mã kèm nghĩa: { \
              \"code\": 0, \"label\": \"Chưa\" }; hoặc đổi loại.",
            "A row of \"kind\": \"code\" without \"codes\" can take no value. List the codes and what they mean: { \
             \"code\": 0, \"label\": \"Chưa\" }; or change its kind.",
    }
    /// A row that is not coded has codes.
    CODES_UNUSED = Warning "mau/ma-thua" {
        title: "Chỉ dòng loại mã mới có bảng mã", "Only coded rows have codes",
        why: "Dòng khai \"codes\" nhưng loại không phải \"code\", nên bảng mã không có tác dụng. Đặt \"kind\": \
              \"code\", hoặc bỏ \"codes\".",
            "A row has \"codes\" and is not of the kind \"code\", so that they mean nothing. Set \"kind\": \"code\", \
             or take \"codes\" out.",
    }
    /// A list of codes has a code twice.
    CODE_TWICE = Warning "mau/ma-trung" {
        title: "Các mã trong bảng mã khác nhau", "The codes of an indicator differ",
        why: "Hai trường hợp của một chỉ tiêu mang cùng một số thì không phân biệt được. Cho mỗi trường hợp một số \
              riêng.",
            "Two cases of an indicator have the same number and cannot be told apart. Give each a number of its own.",
    }
    /// The unit names other codes than the list of codes.
    UNIT_OTHER_CODES = Warning "mau/don-vi-khac-ma" {
        title: "Cột đơn vị tính ghi đúng các mã", "The unit names the codes that there are",
        why: "\"unit\" của dòng mã ghi các mã (Chưa = 0; Có = 1) khác với \"codes\": người điền theo biểu in sẽ ghi \
              mã bị từ chối. Sửa \"unit\", hoặc bỏ đi để chương trình tự ghi.",
            "The \"unit\" of a coded row names codes (Chưa = 0; Có = 1) that differ from \"codes\": who fills the \
             printed form would give wrong ones. Mend \"unit\", or leave it out and it is written from the codes.",
    }
    /// A formula names an unknown indicator.
    UNKNOWN_PART = Error "mau/cong-thuc-sai" {
        title: "Công thức dùng chỉ tiêu có trong bộ mẫu", "Formulas name indicators of the set",
        why: "\"ratio\", \"sum\" hoặc \"difference\" của một dòng nêu mã mà form.json không có, nên không tính được. \
              Sửa mã, hoặc thêm dòng cho chỉ tiêu ấy.",
            "A \"ratio\", \"sum\" or \"difference\" names an id that form.json does not have, and cannot be computed. \
             Mend the id, or add a row for it.",
    }
    /// Formulas lead round in a circle.
    CIRCLE = Error "mau/cong-thuc-vong" {
        title: "Công thức không quay vòng", "Formulas do not lead round in a circle",
        why: "Chỉ tiêu được tính từ chính nó, trực tiếp hoặc qua các chỉ tiêu khác. Bỏ công thức của một trong các \
              chỉ tiêu được nêu để báo cáo tự ghi số của nó.",
            "An indicator is computed from itself, at once or by way of others. Take the formula from one of those \
             named, so that reports give its figure.",
    }
    /// An indicator has more than one formula.
    TWO_FORMULAS = Error "mau/nhieu-cong-thuc" {
        title: "Mỗi chỉ tiêu có nhiều nhất một công thức", "An indicator has one formula at most",
        why: "Dòng có cùng lúc \"ratio\", \"sum\" hoặc \"difference\": không biết tính theo công thức nào. Giữ lại \
              một.",
            "A row has more than one of \"ratio\", \"sum\" and \"difference\", and nobody knows which of them counts. \
             Keep one.",
    }
    /// A ratio is not of the kind percent.
    RATIO_NOT_PERCENT = Warning "mau/ty-le-khong-phan-tram" {
        title: "Chỉ tiêu tính bằng tỷ lệ thuộc loại phần trăm", "A ratio is of the kind percent",
        why: "\"ratio\" cho một tỷ lệ phần trăm, mà loại của dòng là loại khác, nên số được kiểm tra và in không đúng \
              cách. Đặt \"kind\": \"percent\", hoặc bỏ \"ratio\".",
            "A \"ratio\" gives a percentage and the row is of another kind, so that it is checked and printed as what \
             it is not. Set \"kind\": \"percent\", or take \"ratio\" out.",
    }
    /// An indicator that is no number has a formula.
    FORMULA_NOT_NUMBER = Warning "mau/cong-thuc-khong-phai-so" {
        title: "Chỉ tiêu có công thức là chỉ tiêu số", "An indicator with a formula is a number",
        why: "Công thức cho ra một số, mà dòng thuộc loại chữ, mã hoặc tên nhóm. Đặt \"kind\": \"count\", \"money\" \
              hoặc \"percent\", hoặc bỏ công thức.",
            "A formula gives a number, and the row is of words, codes or the heading of a group. Set \"kind\": \
             \"count\", \"money\" or \"percent\", or take the formula out.",
    }
    /// A formula computes with an indicator that is no number.
    PART_NOT_NUMBER = Warning "mau/phan-khong-phai-so" {
        title: "Công thức tính với chỉ tiêu số", "Formulas compute with numbers",
        why: "Một thành phần của công thức thuộc loại chữ, mã hoặc tên nhóm, nên kết quả vô nghĩa hoặc luôn trống. \
              Nêu chỉ tiêu số, hoặc sửa loại của chỉ tiêu ấy.",
            "A part of the formula is of words, codes or the heading of a group: what comes out means nothing or is \
             always blank. Name an indicator that is a number, or mend its kind.",
    }
    /// A sum has no parts.
    EMPTY_SUM = Warning "mau/tong-rong" {
        title: "Tổng có ít nhất một số hạng", "A sum has parts",
        why: "\"sum\" là danh sách rỗng thì tổng luôn bằng 0. Ghi các mã được cộng, hoặc bỏ \"sum\".",
            "A \"sum\" of nothing is always 0. Name the ids that are added, or take \"sum\" out.",
    }
    /// An appendix of a set is a document that is issued with another one.
    ISSUED_DOCUMENT = Error "mau/van-ban-kem-theo" {
        title: "Văn bản kèm theo do báo cáo mang đến", "A report brings what is issued with it",
        why: "\"document\" của một phụ lục là văn bản được ban hành kèm theo, mỗi lần một khác, nên chỉ phụ lục của báo cáo có. Ghi ở \
              form.json thì không được in.",
            "\"document\" of an appendix is what is issued with a document, another one each time: only appendices of a report have it. \
             In form.json it would not be printed.",
    }
    /// A title of the set is empty.
    EMPTY_TITLE = Warning "mau/tieu-de-trong" {
        title: "Tiêu đề không để trống", "Titles are not empty",
        why: "Tiêu đề của phụ lục, của biểu, của mục đề cương hoặc từ đứng trước số của biểu (\"form_heading\") để \
              trống, sẽ in thành chỗ trống. Ghi tiêu đề; \"form_heading\" không cần thì bỏ hẳn.",
            "The title of an appendix, a form or a section, or the word before the numbers of forms \
             (\"form_heading\"), is empty and would leave a gap. Write it; a \"form_heading\" that is not wanted is \
             left out.",
    }
    /// A relation names an unknown indicator.
    RELATION_UNKNOWN = Warning "mau/quan-he-ma-la" {
        title: "Quan hệ nêu chỉ tiêu có trong họ báo cáo", "Relations name indicators of the family",
        why: "relations.json nêu một mã mà không bộ mẫu nào của họ có; quan hệ hoặc cụm từ ấy không bao giờ được xét \
              mà không ai hay. Sửa mã, hoặc bỏ mục đó.",
            "relations.json names an id that no set of the family has; the relation or phrase never counts, and \
             nobody would see it. Mend the id, or take it out.",
    }
    /// An identity names a role that its account does not declare.
    UNKNOWN_ROLE = Warning "mau/vai-la" {
        title: "Đẳng thức dùng vai đã khai trong bảng cân đối", "Identities name roles of their account",
        why: "Một đẳng thức trong \"accounts\" của relations.json nêu vai mà \"roles\" của bảng cân đối ấy không \
              khai, nên không bao giờ được xét. Sửa tên vai, hoặc khai thêm.",
            "An identity in \"accounts\" of relations.json names a role that \"roles\" of that account does not have, \
             and never counts. Mend the name, or declare the role.",
    }
    /// A rule of rolling up names what the family does not have.
    ROLLUP_UNKNOWN = Warning "mau/tong-hop-ma-la" {
        title: "Cách tổng hợp nêu chỉ tiêu, cấp có trong họ báo cáo", "Rules of rolling up name what the family has",
        why: "rollup.json nêu một chỉ tiêu hoặc một cấp mà không bộ mẫu nào của họ có; quy tắc ấy không bao giờ được dùng \
              mà không ai hay. Sửa mã, hoặc bỏ mục đó.",
            "rollup.json names an indicator or a level that no set of the family has; the rule never counts, and nobody \
             would see it. Mend the name, or take it out.",
    }
    /// A rule of rolling up cannot give a value.
    ROLLUP_WRONG = Warning "mau/tong-hop-sai" {
        title: "Cách tổng hợp hợp với loại chỉ tiêu", "Rules of rolling up fit the kind of their indicators",
        why: "Tỷ lệ không cộng được và không lấy lớn nhất, nhỏ nhất; \"count\" và \"share\" cần \"values\" để biết đếm \
              giá trị nào; cột của phụ lục phải cộng được hoặc là tỷ lệ của hai cột. Sửa \"how\", hoặc bỏ chỉ tiêu khỏi \
              quy tắc.",
            "Percentages are neither added up nor is the greatest of them that of all; \"count\" and \"share\" need \
             \"values\" to know what is counted; a column of the appendix can be added up or is the ratio of two. Mend \
             \"how\", or take the indicator out of the rule.",
    }
}
