//! Data as it comes in: encoding, syntax, and what the schema asks for.

use super::kinds;

kinds! {
    /// A file is too large.
    FILE_TOO_LARGE = Error "dau-vao/qua-lon" {
        title: "Tệp dữ liệu không quá lớn", "Data files are not too large",
        why: "Báo cáo hoặc tệp đặt cạnh báo cáo lớn hơn mức cho phép, thường vì chọn nhầm tệp. Kiểm tra lại tên tệp; \
              dữ liệu nhiều thật thì lọc bớt hoặc tách ra.",
            "The report or a file beside it is larger than is allowed: mostly it is the wrong file. Look at its name \
             again; if there is that much data, filter it or split it.",
    }
    /// A file is not UTF-8.
    NOT_UTF8 = Error "dau-vao/khong-phai-utf8" {
        title: "Tệp dữ liệu lưu bằng UTF-8", "Data files are in UTF-8",
        why: "Báo cáo hoặc tệp đặt cạnh báo cáo lưu bằng bảng mã khác: UTF-16 (\"Unicode\" của Notepad), \
              Windows-1258, TCVN3, VNI. Lưu lại tệp và chọn UTF-8; dữ liệu TCVN3, VNI phải chuyển mã trước.",
            "The report or a file beside it is in another encoding: UTF-16 (\"Unicode\" in Notepad), Windows-1258, \
             TCVN3, VNI. Save it again and choose UTF-8; convert TCVN3 and VNI data first.",
    }
    /// A file is not valid JSON.
    NOT_JSON = Error "dau-vao/khong-phai-json" {
        title: "Tệp JSON đúng cú pháp", "JSON files have the syntax of JSON",
        why: "Báo cáo, tệp mẫu hoặc dòng dữ liệu sai cú pháp tại vị trí được nêu: thiếu hay thừa dấu phẩy, dấu ngoặc; \
              dùng ngoặc kép cong; chuỗi bị xuống dòng; tệp trống. Số viết kiểu Việt Nam phải đặt trong ngoặc kép: \
              \"40,5\", \"04\". `baocao new` viết ra một báo cáo đúng cú pháp để đối chiếu.",
            "The report, a template file or a row of data is no JSON where it is told: a comma or a bracket too few \
             or too many, curly quotes, a text over several lines, an empty file. Numbers in Vietnamese form stand in \
             quotes: \"40,5\", \"04\". `baocao new` writes a report whose syntax is right.",
    }
    /// `baocao.toml` is not valid TOML.
    NOT_TOML = Error "dau-vao/khong-phai-toml" {
        title: "baocao.toml đúng cú pháp TOML", "baocao.toml has the syntax of TOML",
        why: "Tệp cấu hình sai cú pháp tại vị trí được nêu: thiếu ngoặc, thiếu dấu =, một khóa ghi hai lần, mã quy \
              tắc không đặt trong ngoặc kép. Sửa tệp rồi chạy lại; chưa sửa thì báo cáo trong thư mục ấy không được \
              kiểm tra, cũng không được dựng.",
            "The configuration is no TOML where it is told: a bracket or a = is missing, a key is given twice, the id \
             of a rule is not in quotes. Mend the file; until then the reports of its folder are neither checked nor \
             rendered.",
    }
    /// Data is nested too deeply.
    TOO_DEEP = Error "dau-vao/qua-sau" {
        title: "Dữ liệu không lồng nhau quá sâu", "Data is not nested too deeply",
        why: "Danh sách và nhóm trường lồng vào nhau nhiều tầng hơn mức cho phép; không báo cáo nào cần đến thế, \
              thường là chương trình xuất dữ liệu bị lỗi. Bỏ bớt các tầng ngoặc.",
            "Lists and objects stand inside one another deeper than is allowed and than any report needs: mostly the \
             program that exported the data went wrong. Take levels of brackets out.",
    }
    /// A key is given twice.
    KEY_TWICE = Error "dau-vao/khoa-lap" {
        title: "Mỗi khóa chỉ ghi một lần", "Every key is given once",
        why: "Một nhóm trường có hai lần cùng một khóa, chẳng hạn hai giá trị cho một chỉ tiêu: không thể biết lấy \
              giá trị nào. Giữ lại một.",
            "An object has the same key twice, such as two values of an indicator, and nobody knows which of them \
             counts. Keep one.",
    }
    /// A name is stored in two ways.
    NAME_IN_TWO_WAYS = Error "dau-vao/ma-hai-dang" {
        title: "Một mã lưu ở một dạng Unicode", "A name is stored in one form of Unicode",
        why: "Hai mã trông như nhau mà một mã ở dạng dựng sẵn, một mã ở dạng tổ hợp (chữ và dấu rời), nên chương trình coi \
              là hai mã khác nhau. Gõ lại cả hai bằng chữ dựng sẵn.",
            "Two names look the same, and one is composed and the other decomposed (letters with marks of their own): they \
             are different names. Type both anew in composed letters.",
    }
    /// A text is too long.
    TEXT_TOO_LONG = Error "dau-vao/chuoi-qua-dai" {
        title: "Một chuỗi không quá dài", "A text is not too long",
        why: "Chuỗi này dài hơn mức cho phép, thường là cả một tệp dán nhầm vào một ô. Thay bằng nội dung thật; lời \
              văn dài thì chia thành nhiều mục.",
            "The text is longer than is allowed: mostly a whole file was pasted into one value. Put in what was \
             meant; divide a long text into sections.",
    }
    /// A number is too large or too long.
    NUMBER_TOO_LARGE = Error "dau-vao/so-qua-lon" {
        title: "Số không quá lớn, không quá dài", "Numbers are neither too large nor too long",
        why: "Số liệu, ô của bảng hoặc giá trị trong tệp dữ liệu có nhiều chữ số hơn mức chương trình giữ và tính \
              được chính xác, kể cả phần thập phân. Làm tròn, đổi đơn vị tính, hoặc bỏ chữ số gõ thừa.",
            "A figure, a cell or a value of a file has more digits, decimals included, than can be kept and computed \
             with exactly. Round it, take another unit, or take out digits typed by mistake.",
    }
    /// Data passes the schema and cannot be read.
    UNREADABLE = Error "dau-vao/khong-doc-duoc" {
        title: "Đọc được dữ liệu", "The data can be read",
        why: "Báo cáo hoặc baocao.toml đúng cú pháp, hợp lược đồ mà chương trình vẫn không đọc được giá trị tại chỗ \
              này, chẳng hạn một con số không biểu diễn được. Thông báo nêu nguyên văn lý do; sửa giá trị ấy.",
            "The report or baocao.toml has the right syntax and fits its schema, and yet a value cannot be read, such \
             as a number that nothing can hold. The message gives the reason as it came; mend that value.",
    }
    /// There is no field of this name.
    UNKNOWN_FIELD = Error "dau-vao/truong-khong-biet" {
        title: "Chỉ dùng những trường có trong lược đồ", "Fields are those of the schema",
        why: "Báo cáo, baocao.toml hoặc tệp mẫu có một trường mà chương trình không biết, thường vì viết sai tên; để \
              vậy thì nội dung của nó bị bỏ qua. Sửa theo tên được gợi ý, hoặc xóa trường ấy.",
            "The report, baocao.toml or a template file has a field that is not known, mostly a misspelt one; what it \
             says would be ignored. Mend the name as is suggested, or delete the field.",
    }
    /// A field is missing.
    MISSING_FIELD = Error "dau-vao/thieu-truong" {
        title: "Có đủ các trường bắt buộc", "Fields that are required are there",
        why: "Báo cáo, baocao.toml hoặc tệp mẫu thiếu một trường bắt buộc. Thêm trường ấy vào chỗ được nêu; `baocao \
              new` viết ra một báo cáo có đủ các trường.",
            "The report, baocao.toml or a template file lacks a field that must be there. Add it where it is told; \
             `baocao new` writes a report that has them all.",
    }
    /// The report is unfinished: some of it was not looked at.
    UNFINISHED = Note "dau-vao/chua-xong" {
        title: "Báo cáo đã xong để kiểm hết", "A report is finished, so that all of it can be reviewed",
        why: "Báo cáo còn lỗi về dữ liệu, nên chưa dựng được văn bản. Những gì đọc được vẫn được kiểm; những quy tắc cần đến \
              các chỗ nêu ở đây, hoặc cần đến các trang in, chưa kiểm được. Sửa các lỗi ấy rồi kiểm lại.",
            "Errors in its data leave the report without a document. What can be read is reviewed all the same; rules that \
             need the places named here, or the pages, were not evaluated. Mend the errors and check again.",
    }
    /// A value is of the wrong type.
    WRONG_TYPE = Error "dau-vao/sai-kieu" {
        title: "Giá trị đúng kiểu", "Values are of the right type",
        why: "Chỗ này cần một kiểu khác: số chứ không phải chuỗi, danh sách chứ không phải một giá trị, số nguyên chứ \
              không phải số thập phân; ô của tệp dữ liệu cũng vậy. Viết lại theo kiểu mà thông báo nêu.",
            "Something else belongs here: a number and no text, a list and no single value, a whole number and no \
             fraction; the same goes for cells of a file. Write it as the message says.",
    }
    /// A value is not one of those that have a meaning.
    UNKNOWN_VALUE = Error "dau-vao/gia-tri-la" {
        title: "Giá trị thuộc danh sách cho phép", "Values are those that have a meaning",
        why: "Trường này chỉ nhận một số giá trị định sẵn, như \"quarter\" hay \"year\" của loại kỳ báo cáo; giá trị \
              đã ghi không nằm trong số đó. Chọn một giá trị mà thông báo liệt kê.",
            "The field takes certain values only, such as \"quarter\" or \"year\" as the kind of a period, and this \
             is none of them. Choose one of those that the message lists.",
    }
    /// A number is out of its range.
    OUT_OF_RANGE = Error "dau-vao/ngoai-pham-vi" {
        title: "Giá trị nằm trong phạm vi cho phép", "Numbers are within their range",
        why: "Số này nhỏ hơn hoặc lớn hơn mức có nghĩa, chẳng hạn quý 5, năm 203 hay số văn bản 0. Ghi lại trong phạm \
              vi mà thông báo nêu.",
            "The number is smaller or larger than makes sense, such as quarter 5, the year 203 or a document number \
             0. Keep to the range that the message gives.",
    }
    /// A date or a time is not written rightly.
    WRONG_FORM = Error "dau-vao/sai-dang" {
        title: "Ngày, giờ viết đúng dạng", "Dates and times are written rightly",
        why: "Trong dữ liệu, ngày viết năm-tháng-ngày như 2023-09-08; ngày ban hành chưa có ngày thì viết 2023-09; \
              thời điểm ký viết 2023-09-08T09:15:30+07:00. Khi in, chương trình tự đổi sang cách viết của văn bản.",
            "In the data a date is year-month-day such as 2023-09-08; a date of issue whose day is open is 2023-09; \
             the time of signing is 2023-09-08T09:15:30+07:00. In print the program writes dates as documents do.",
    }
    /// A value is empty.
    EMPTY = Error "dau-vao/rong" {
        title: "Giá trị cần có thì không để trống", "Values that are needed are not empty",
        why: "Chuỗi này trống hoặc chỉ có dấu cách, hay danh sách này không đủ phần tử, ở chỗ văn bản phải in hoặc \
              chương trình phải dùng đến. Điền nội dung; trường không bắt buộc thì bỏ hẳn.",
            "A text is empty or nothing but spaces, or a list has too few elements, where something must be printed \
             or is needed. Fill it in; a field that may be left out is taken out.",
    }
    /// A value or a list is too long.
    TOO_LONG = Error "dau-vao/qua-dai" {
        title: "Giá trị và danh sách không quá dài", "Values and lists are not too long",
        why: "Chuỗi có nhiều ký tự, hoặc danh sách có nhiều phần tử hơn chỗ dành cho nó trong văn bản, như trích yếu, \
              ký hiệu, người ký, dấu chú thích của bảng. Rút ngắn theo mức mà thông báo nêu.",
            "A text has more characters, or a list more elements, than the document has room for, such as the \
             subject, the code notation, the signers, the mark of a note. Shorten it to what the message allows.",
    }
    /// A value does not fit the schema in some other way.
    NOT_IN_SCHEMA = Error "dau-vao/sai-luoc-do" {
        title: "Dữ liệu hợp với lược đồ", "Data fits its schema",
        why: "Giá trị này trái với lược đồ theo một cách không có thông báo riêng; thông báo nêu từ khóa của lược đồ. \
              Xem lược đồ bằng `baocao schema` rồi sửa giá trị.",
            "The value departs from the schema in a way that has no message of its own; the keyword of the schema is \
             told. Look it up in `baocao schema` and mend the value.",
    }
}
