//! Tables with columns of their own.

use super::kinds;

kinds! {
    /// There is no table of this id.
    UNKNOWN = Error "bang/khong-biet" {
        title: "Mọi bảng được gọi đến đều có thật", "Tables that are named exist",
        why: "Phụ lục, lời văn hoặc biểu đồ gọi đến một bảng mà báo cáo và bộ mẫu đều không có. Sửa mã theo gợi ý, \
              hoặc thêm bảng vào \"tables\". `baocao form lint` cảnh báo khi lời văn của bộ mẫu gọi đến bảng ngoài bộ \
              mẫu: khi ấy báo cáo nào cũng phải tự có bảng đó.",
            "An appendix, a text or a chart names a table that neither the report nor the template set has. Mend the \
             id as is suggested, or add the table to \"tables\". `baocao form lint` warns where a text of the set \
             names a table that the set lacks: then every report must bring it.",
    }
    /// Nothing prints a table of the report.
    NOT_PRINTED = Warning "bang/khong-in" {
        title: "Bảng có trong báo cáo thì được in", "A table of the report is printed",
        why: "Không phụ lục nào, lời văn nào gọi đến bảng này: số liệu của nó không đến được người đọc.",
            "Neither an appendix nor a text names the table: its figures reach nobody.",
    }
    /// A table has no columns.
    NO_COLUMNS = Error "bang/khong-co-cot" {
        title: "Bảng có cột", "A table has columns",
        why: "Bảng không khai \"columns\", mà bộ mẫu cũng không có bảng cùng mã để lấy cột. Thêm \"columns\", hoặc \
              sửa mã bảng cho đúng bảng của bộ mẫu.",
            "The table has no \"columns\", and the template set has no table of this id to take them from. Add \
             \"columns\", or mend the id to that of a table of the set.",
    }
    /// A table has too many columns.
    TOO_MANY_COLUMNS = Error "bang/qua-nhieu-cot" {
        title: "Bảng không có quá nhiều cột", "A table has not too many columns",
        why: "Nhiều cột hơn mức này thì không trang giấy nào in cho đọc được. Bớt cột, hoặc tách thành hai bảng.",
            "No page can hold so many columns legibly. Take columns out, or make it two tables.",
    }
    /// Two columns have one id.
    COLUMN_TWICE = Error "bang/cot-lap" {
        title: "Mỗi cột có một mã riêng", "Every column has an id of its own",
        why: "Hai cột cùng mã thì không biết ô và công thức thuộc cột nào. Đặt cho một trong hai cột mã khác.",
            "Two columns have the same id, and nobody knows to which a cell or a formula belongs. Give one of them \
             another id.",
    }
    /// A column has no id.
    COLUMN_WITHOUT_ID = Error "bang/cot-khong-ma" {
        title: "Cột có ô thì có mã", "Columns with cells have an id",
        why: "Dòng, công thức và tệp dữ liệu gọi cột bằng mã; chỉ cột số thứ tự (\"kind\": \"ordinal\") không cần. \
              Thêm \"id\", hoặc thêm \"columns\" nếu đây là đầu đề chung của nhiều cột.",
            "Rows, formulas and files know a column by its id; only row numbers (\"kind\": \"ordinal\") do without. \
             Add \"id\", or \"columns\" if it is a heading over columns.",
    }
    /// A heading over columns has an id, a kind or a formula.
    HEADING_WITH_VALUE = Error "bang/dau-de-co-gia-tri" {
        title: "Đầu đề chung không có mã, loại, công thức", "A heading over columns has no id, kind or formula",
        why: "Đầu đề chung của nhiều cột không có ô của riêng nó, nên \"id\", \"kind\", công thức đặt ở đó không có \
              tác dụng. Chuyển xuống các cột con.",
            "A heading over columns has no cells of its own, and its \"id\", \"kind\" or formula would mean nothing. \
             Leave them to the columns under it.",
    }
    /// The header of a table has too many levels.
    HEADER_TOO_DEEP = Error "bang/dau-bang-qua-sau" {
        title: "Đầu bảng không có quá nhiều tầng", "The header of a table has not too many levels",
        why: "Đầu bảng chồng nhiều tầng thì khó đọc và lấn chỗ của các dòng. Bỏ bớt một tầng \"columns\".",
            "A header of many levels is hard to read and takes the room of the rows. Take a level of \"columns\" out.",
    }
    /// The header of a table is higher than half a page.
    HEADER_TOO_HIGH = Error "bang/dau-bang-qua-cao" {
        title: "Đầu bảng không cao quá nửa trang", "The header of a table is no higher than half a page",
        why: "Đầu bảng được in lại ở mỗi trang; cao hơn nửa trang thì các dòng không còn chỗ. Bảng khai trong \
              \"tables\" và bảng gõ trong lời văn đều như vậy. Rút ngắn đầu cột; điều cần giải thích thì đưa xuống \
              dưới bảng.",
            "The header stands on every page of the table; where it is higher than half a page, rows have no room. \
             That goes for tables of \"tables\" and for typed ones. Shorten the headers, and put what needs \
             explaining under the table.",
    }
    /// A table is wider than the page.
    TOO_WIDE = Error "bang/qua-rong" {
        title: "Bảng vừa chiều rộng trang giấy", "A table fits the width of the page",
        why: "Dù dùng cỡ chữ nhỏ nhất và xoay ngang trang (nếu \"orientation\" không buộc chiều khác), bảng vẫn rộng \
              hơn trang giấy. Bớt cột, rút ngắn đầu cột và nội dung, giảm \"width_mm\", hoặc tách thành hai bảng.",
            "Even in the smallest size and on a page that lies (unless \"orientation\" says otherwise) the table is \
             wider than the page. Take columns out, shorten headers and contents, lower \"width_mm\", or make it two \
             tables.",
    }
    /// A table in a text needs a page that lies.
    TOO_WIDE_FOR_TEXT = Error "bang/qua-rong-loi-van" {
        title: "Bảng đặt trong lời văn vừa trang đứng", "A table in a text fits its upright page",
        why: "Lời văn in trên trang đứng, mà bảng đặt trong đó cần trang nằm ngang: chữ nhỏ hơn cũng không vừa trang đứng, hoặc bảng \
              ghi \"orientation\": \"landscape\". Đưa bảng thành một phần của phụ lục hoặc bớt cột.",
            "The text is on upright pages and the table that it places needs one that lies: no upright page holds it even in smaller \
             letters, or it says \"orientation\": \"landscape\". Make it a part of an appendix, or take columns out.",
    }
    /// A table has no column of this id.
    UNKNOWN_COLUMN = Error "bang/cot-khong-biet" {
        title: "Cột được nêu tên phải có trong bảng", "Columns that are named are in the table",
        why: "Ô của dòng hoặc của dòng tổng, \"sort\", \"group_by\" của tệp dữ liệu, hay \"label\", \"value\" của \
              biểu đồ nêu một cột mà bảng không có. Sửa mã cột theo gợi ý.",
            "A cell of a row or of the totals, \"sort\" or \"group_by\" of a file, or \"label\" or \"value\" of a \
             chart names a column that the table does not have. Mend the id as is suggested.",
    }
    /// A formula of a table names what it cannot compute with.
    WRONG_FORMULA = Error "bang/cong-thuc-sai" {
        title: "Công thức của bảng dùng cột, dòng có thật", "Formulas of a table name columns and rows that fit",
        why: "\"sum\", \"difference\" hoặc \"ratio\" của một cột nêu cột không có hoặc không phải cột số, hay của một \
              dòng nêu dòng không có. Sửa mã; cột có số thì thêm \"kind\": \"count\", \"money\", \"percent\" hoặc \
              \"number\".",
            "A \"sum\", \"difference\" or \"ratio\" of a column names one that is not there or holds no numbers, or \
             that of a row names an unknown row. Mend the id; a column of numbers needs \"kind\": \"count\", \
             \"money\", \"percent\" or \"number\".",
    }
    /// The formulas of a table lead round in a circle.
    CIRCLE = Error "bang/cong-thuc-vong" {
        title: "Công thức của bảng không quay vòng", "Formulas of a table do not lead round in a circle",
        why: "Một cột hoặc một dòng được tính từ chính nó, trực tiếp hoặc qua cột, dòng khác. Bỏ công thức của một \
              trong những cột, dòng được nêu.",
            "A column or a row is computed from itself, at once or by way of others. Take the formula from one of \
             those named.",
    }
    /// A column or a row has more than one formula.
    TWO_FORMULAS = Error "bang/hai-cong-thuc" {
        title: "Mỗi cột, mỗi dòng có nhiều nhất một công thức", "A column or a row has one formula at most",
        why: "Cột hoặc dòng có cùng lúc \"sum\", \"difference\" hoặc \"ratio\": không biết tính theo công thức nào. \
              Giữ lại một.",
            "A column or a row has more than one of \"sum\", \"difference\" and \"ratio\", and nobody knows which of \
             them counts. Keep one.",
    }
    /// A column with a formula does not hold numbers.
    COMPUTED_NOT_NUMBER = Error "bang/cot-tinh-khong-phai-so" {
        title: "Cột có công thức là cột số", "A column with a formula holds numbers",
        why: "Công thức cho ra số, mà cột thuộc loại chữ, ngày hoặc số thứ tự. Đặt \"kind\": \"count\", \"money\", \
              \"percent\" hoặc \"number\", hoặc bỏ công thức.",
            "A formula gives numbers, and the column is of words, dates or row numbers. Set \"kind\": \"count\", \
             \"money\", \"percent\" or \"number\", or take the formula out.",
    }
    /// A table has no rows.
    NO_ROWS = Error "bang/khong-co-dong" {
        title: "Bảng có ít nhất một dòng", "A table has rows",
        why: "Bảng không có \"rows\", tệp dữ liệu của nó chỉ có dòng tên cột, hoặc lời văn của báo cáo gọi đến bảng \
              của bộ mẫu mà báo cáo chưa ghi dòng nào. Thêm dòng, sửa tệp, hoặc bỏ bảng khỏi phụ lục, lời văn.",
            "The table has no \"rows\", its file has a line of names at most, or a text of the report names a table \
             of the set that the report brings no rows for. Add rows, mend the file, or take the table out of the \
             appendix or text.",
    }
    /// A table has too many rows.
    TOO_MANY_ROWS = Error "bang/qua-nhieu-dong" {
        title: "Bảng không có quá nhiều dòng", "A table has not too many rows",
        why: "Bảng dài hơn mức in được trong một văn bản. Lọc bớt dòng, hoặc tách thành nhiều bảng.",
            "The table is longer than a document can print. Filter its rows, or split it into several tables.",
    }
    /// Two rows have one id.
    ROW_TWICE = Error "bang/dong-lap" {
        title: "Mỗi dòng có một mã riêng", "Every row has an id of its own",
        why: "Hai dòng cùng \"id\" thì công thức không biết lấy dòng nào. Đặt cho một trong hai dòng mã khác.",
            "Two rows have the same \"id\", and a formula would not know which is meant. Give one of them another id.",
    }
    /// Two columns have one title.
    TITLE_TWICE = Note "bang/tieu-de-lap" {
        title: "Các cột có tiêu đề khác nhau", "Columns have different titles",
        why: "Hai cột cùng tiêu đề, dưới cùng một tiêu đề chung: người đọc không phân biệt được. Sửa tiêu đề, hoặc đặt mỗi cột \
              dưới tiêu đề chung của nó.",
            "Two columns under one common heading have the same title, and readers cannot tell them apart. Mend a title, or \
             put each column under a heading of its own.",
    }
    /// A row has too many or too few cells.
    RAGGED_ROW = Error "bang/dong-lech" {
        title: "Dòng có đủ ô, không thừa", "Rows have as many cells as are needed",
        why: "Dòng ghi thành danh sách phải có một ô cho mỗi cột, trừ cột số thứ tự và cột được tính; dòng của tệp \
              CSV phải có số ô như dòng đầu. Ô trống, ô bị che ghi null; trong CSV, giá trị có dấu ngăn cột phải đặt \
              trong ngoặc kép.",
            "A row that is a list has a cell for each column but row numbers and computed ones; a row of a CSV has as \
             many as its first line. Blank and covered cells are null; in a CSV put values that hold the separator \
             into quotes.",
    }
    /// A cell spans over another that is not blank.
    SPAN_OVERLAPS = Error "bang/o-gop-chong" {
        title: "Ô gộp không che ô có nội dung", "A cell spans over blank cells only",
        why: "Ô chiếm nhiều dòng, nhiều cột che lên ô có nội dung, hoặc chính nó bị ô gộp khác che; nội dung bị che \
              sẽ mất. Ô bị che ghi null, hoặc giảm \"rows\", \"columns\" của ô gộp.",
            "A cell over several rows or columns covers one that says something, or is itself covered by another; \
             what is covered would be lost. Covered cells are null; or lower the \"rows\" or \"columns\" of the cell.",
    }
    /// A cell spans past the table.
    SPAN_TOO_FAR = Error "bang/o-gop-vuot" {
        title: "Ô gộp nằm trong bảng", "A cell spans no farther than its table",
        why: "\"rows\" hoặc \"columns\" của ô gộp lớn hơn số dòng, số cột còn lại của bảng. Giảm theo mức mà thông \
              báo nêu.",
            "The \"rows\" or \"columns\" of a cell are more than the table has left. Lower them to what the message \
             allows.",
    }
    /// A cell spans over the heading of a group.
    SPAN_OVER_GROUP = Error "bang/o-gop-qua-nhom" {
        title: "Ô gộp không đi qua tên nhóm", "A cell spans over no heading of a group",
        why: "Tên nhóm nằm ngang bảng, nên ô gộp qua nhiều dòng không thể đi qua nó. Dừng ô gộp trước dòng tên nhóm \
              và ghi lại nội dung sau dòng ấy.",
            "The heading of a group lies across the table, and a cell over several rows cannot pass it. End the cell \
             before it, and say it again after it.",
    }
    /// Totals and rows of a file have no cells that cover others.
    SPAN_REFUSED = Error "bang/o-gop-khong-duoc" {
        title: "Dòng tổng, dòng từ tệp không có ô gộp", "Totals and rows of a file have no spanning cells",
        why: "Dòng tổng đứng riêng; dòng lấy từ tệp còn được sắp xếp, chia nhóm, nên ô gộp không biết che ô nào. Bỏ \
              \"rows\", \"columns\" của ô, hoặc ghi các dòng ấy thẳng vào \"rows\" của bảng.",
            "Totals stand alone, and rows of a file are sorted and grouped: what a cell would cover is not known. \
             Take \"rows\" and \"columns\" from the cell, or write the rows into the \"rows\" of the table.",
    }
    /// A cell has something that would not be printed.
    CELL_NOT_PRINTED = Error "bang/o-khong-in" {
        title: "Ô không được in thì để trống", "Cells that are not printed are blank",
        why: "Ô nằm dưới tên nhóm, hoặc ở cột dùng để chia nhóm (\"group_by\"), không được in, nên nội dung ghi ở đó \
              sẽ mất. Ghi null, hoặc chuyển nội dung sang ô khác.",
            "A cell under the name of a group, or in the column that groups are made by (\"group_by\"), is not \
             printed: what it says would be lost. Make it null, or say it in another cell.",
    }
    /// A mark has no note under the table.
    MARK_WITHOUT_NOTE = Error "bang/dau-khong-chu-thich" {
        title: "Dấu chú thích có chú thích dưới bảng", "Marks have their note under the table",
        why: "Một cột hoặc một ô mang dấu (\"note\") mà \"notes\" của bảng không có chú thích nào cho dấu ấy. Thêm \
              chú thích, hoặc bỏ dấu.",
            "A column or a cell bears a mark (\"note\") that \"notes\" of the table has no note for. Add the note, or \
             take the mark out.",
    }
    /// No cell bears the mark of a note.
    NOTE_WITHOUT_MARK = Warning "bang/chu-thich-khong-dau" {
        title: "Chú thích của bảng có dấu trong bảng", "Notes of a table have their marks in it",
        why: "Chú thích mà không ô nào mang dấu thì người đọc không biết là của số nào.",
            "A note whose mark no cell bears belongs to nothing.",
    }
    /// A cell of a column of dates is no date.
    NOT_A_DATE = Warning "bang/khong-phai-ngay" {
        title: "Cột ngày ghi một ngày có thật", "Columns of dates hold dates",
        why: "31/02/2023 không có trong lịch; \"quý III\" không phải một ngày.",
            "31/02/2023 is in no calendar; \"quý III\" is no date.",
    }
    /// A total does not agree with the rows of its column.
    COLUMN_SUM = Warning "bang/tong-cot-sai" {
        title: "Dòng tổng bằng tổng các dòng của cột", "A total row is the sum of its columns",
        why: "Số ghi ở dòng tổng của một bảng được cộng lại từ các dòng trên nó.",
            "What a total row gives is added up again from the rows of the table.",
    }
    /// A cell has words beside a value or an indicator.
    TWO_VALUES = Error "bang/o-hai-gia-tri" {
        title: "Một ô chỉ in một thứ", "A cell prints one thing",
        why: "\"text\" là chữ cố ý in trong cột số; ghi cùng \"value\" hoặc \"figure\" thì một trong hai sẽ mất. Giữ lại \
              thứ cần in.",
            "\"text\" is words that are meant in a column of numbers; beside \"value\" or \"figure\" one of them would be \
             lost. Keep what shall be printed.",
    }
    /// A value beside an indicator is not that of the indicator.
    NOT_THE_FIGURE = Warning "bang/khac-chi-tieu" {
        title: "Số trong bảng khớp với biểu mẫu", "Values of a table are those of the forms",
        why: "Ô ghi cả giá trị và mã chỉ tiêu: giá trị được in, rồi so với số liệu của chỉ tiêu trong biểu mẫu. Hai số \
              khác nhau thì người đọc không biết số nào đúng. Sửa một trong hai nơi.",
            "The cell has a value and an indicator: the value is printed and held against that of the forms. Where the \
             two differ nobody knows which is right. Mend one of them.",
    }
    /// A value has more decimals than its column.
    TOO_FINE = Warning "bang/qua-nhieu-so-le" {
        title: "Số lẻ đúng như cột đã định", "Values have the decimals of their column",
        why: "Cột khai \"decimals\" để mọi số có cùng số chữ số thập phân; số này có nhiều hơn nên được in nguyên, không \
              làm tròn thay người lập. Làm tròn số, hoặc tăng \"decimals\".",
            "The column says how many \"decimals\" its numbers have, and this one has more: it is printed as it is, for \
             the program rounds nothing that was given. Round it, or raise \"decimals\".",
    }
}
