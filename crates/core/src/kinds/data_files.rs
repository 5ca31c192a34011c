//! Files of rows beside a report: CSV, NDJSON, JSON.

use super::kinds;

kinds! {
    /// The kind of a file of rows is not known.
    UNKNOWN_KIND = Error "du-lieu/loai-tep-la" {
        title: "Tệp dữ liệu là CSV, NDJSON hoặc JSON", "Files of rows are CSV, NDJSON or JSON",
        why: "Chương trình nhận loại tệp qua đuôi tên: .csv, .ndjson, .json. Tệp Excel thì mở bằng phần mềm bảng tính \
              rồi lưu thành CSV UTF-8; tệp khác thì đổi tên cho đúng loại.",
            "What a file is, is known by the end of its name: .csv, .ndjson, .json. Open an Excel file in a \
             spreadsheet program and save it as CSV UTF-8; give others the right ending.",
    }
    /// A file of rows lacks a column.
    MISSING_COLUMN = Error "du-lieu/thieu-cot" {
        title: "Tệp dữ liệu có đủ các cột của bảng", "A file of rows has the columns of its table",
        why: "Bảng cần một cột mà tệp không có cột nào mang tên, mã hoặc tiêu đề ấy. Sửa tên cột trong tệp, hoặc ghi \
              tên của nó vào \"from\" của cột trong bảng.",
            "The table needs a column, and nothing in the file has its name, its id or its title. Mend the name in \
             the file, or give it as \"from\" of the column of the table.",
    }
    /// The table does not use a column of the file.
    SPARE_COLUMN = Warning "du-lieu/cot-thua" {
        title: "Mọi cột của tệp dữ liệu đều được dùng", "Every column of a data file is used",
        why: "Tệp đặt cạnh báo cáo có cột mà bảng không dùng: có thể tên cột viết sai, có thể là cột thừa.",
            "A file beside the report has a column that the table does not use: misspelt, or not needed.",
    }
    /// A file of rows has a column twice.
    COLUMN_TWICE = Error "du-lieu/cot-lap" {
        title: "Mỗi cột của bảng lấy từ một cột của tệp", "A column of the table comes from one of the file",
        why: "Hai cột của tệp CSV, hoặc hai trường của một dòng JSON, cùng ứng với một cột của bảng: không biết lấy \
              cột nào. Bỏ hoặc đổi tên một cột trong tệp.",
            "Two columns of the CSV, or two fields of a row of JSON, mean one column of the table, and nobody knows \
             which counts. Take one of them out of the file, or give it another name.",
    }
    /// A quote in a CSV is not closed.
    OPEN_QUOTE = Error "du-lieu/ngoac-kep" {
        title: "Ngoặc kép trong tệp CSV được đóng", "Quotes in a CSV are closed",
        why: "Một ngoặc kép mở mà không đóng làm các dòng sau dính vào một ô. Đóng ngoặc kép ở cuối giá trị; ngoặc \
              kép nằm trong giá trị thì viết hai lần: \"\".",
            "A quote that is opened and never closed makes one cell of the lines after it. Close it at the end of the \
             value; write a quote inside a value twice: \"\".",
    }
    /// A JSON file of rows is no list.
    NOT_A_LIST = Error "du-lieu/khong-phai-danh-sach" {
        title: "Tệp JSON của bảng là một danh sách", "A JSON file of rows is a list",
        why: "Tệp .json làm dữ liệu cho bảng phải là danh sách các dòng: [{\"cột\": giá trị}, ...]. Lấy đúng danh \
              sách ra khỏi nhóm trường bao quanh, hoặc dùng .ndjson nếu mỗi dòng là một đối tượng.",
            "A .json file of rows is a list of them: [{\"column\": value}, ...]. Take the list out of what stands \
             around it, or name the file .ndjson if it has an object on each line.",
    }
    /// A row of a JSON file is no object.
    NOT_AN_OBJECT = Error "du-lieu/dong-khong-phai-doi-tuong" {
        title: "Dòng dữ liệu JSON là một đối tượng", "Rows of JSON are objects",
        why: "Mỗi dòng của tệp .json, .ndjson phải là {\"cột\": giá trị}, để biết giá trị thuộc cột nào; dòng này là \
              danh sách, số hoặc chuỗi. Xuất lại dữ liệu kèm tên cột.",
            "Every row of a .json or .ndjson file is {\"column\": value}, so that values know their columns; this one \
             is a list, a number or a text. Export the data with the names of columns.",
    }
    /// A file of rows has too many.
    TOO_MANY_ROWS = Error "du-lieu/qua-nhieu-dong" {
        title: "Tệp dữ liệu không có quá nhiều dòng", "A file of rows has not too many",
        why: "Tệp có nhiều dòng hơn \"limit\" đã đặt hoặc hơn mức in được, và không dòng nào bị lẳng lặng bỏ đi. Lọc \
              tệp, nâng \"limit\" nếu còn được, hoặc tách thành nhiều bảng.",
            "The file has more rows than the \"limit\" that was set or than can be printed, and none is left out \
             silently. Filter it, raise \"limit\" where that may be, or split it into several tables.",
    }
}
