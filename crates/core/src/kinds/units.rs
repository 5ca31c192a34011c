//! Administrative units and organs that imports name.

use super::kinds;

kinds! {
    /// A unit is not known.
    UNKNOWN = Error "don-vi/khong-biet" {
        title: "Đơn vị có trong danh mục", "Units are in the register",
        why: "Tên hoặc mã không phải của đơn vị hành chính nào, cũng không có trong danh mục riêng. Tên được so không kể \
              chữ hoa, cách bỏ dấu (hoà, hòa), i hay y, có hay không có xã, phường; sai chính tả thì chỉ gợi ý chứ \
              không tự sửa, vì tên gần giống có thể là của đơn vị khác.",
            "The name or the code is that of no administrative unit and of none in the register of the office. Capitals, \
             the place of tone marks, i or y, and the word for its kind do not matter; of a misspelt name others are \
             proposed and none is taken, for a name that is nearly the same may be that of another unit.",
    }
    /// Several units have a name.
    SEVERAL = Error "don-vi/nhieu-don-vi" {
        title: "Tên chỉ một đơn vị", "A name is that of one unit",
        why: "Nhiều xã, phường ở các tỉnh khác nhau trùng tên, nên không biết số liệu là của đơn vị nào. Ghi thêm tỉnh \
              (\"xã Tân An, tỉnh Tây Ninh\"), ghi mã, hoặc cho biết trước số liệu là của tỉnh nào.",
            "Communes of several provinces have the same name, and nobody knows whose figures these are. Add the \
             province (\"xã Tân An, tỉnh Tây Ninh\"), give the code, or say beforehand of which province the data is.",
    }
    /// A unit is one of those that are no more.
    FORMER = Error "don-vi/ten-cu" {
        title: "Đơn vị là đơn vị từ 01/7/2025", "Units are those since 01/7/2025",
        why: "Tên hoặc mã là của tỉnh, huyện, xã trước ngày 01/7/2025. Thông báo nêu đơn vị đã nhận nó; một xã cũ có thể \
              chia cho nhiều xã mới, nên chương trình không tự chuyển số liệu.",
            "The name or the code is that of a province, a district or a commune until 30/6/2025. The message says what \
             it became; the land of one commune may have gone to several, so figures are not moved unasked.",
    }
    /// Codes have lost their zeros.
    ZEROS_LOST = Warning "don-vi/mat-so-khong" {
        title: "Mã đơn vị giữ số 0 ở đầu", "Codes of units keep their first zeros",
        why: "Bảng tính coi mã là số nên bỏ các số 0 ở đầu: 00004 thành 4. Chương trình thêm lại cho đủ năm chữ số và \
              báo. Định dạng cột mã là văn bản (Text) để giữ nguyên.",
            "A workbook took codes for numbers and left out their first zeros: 00004 became 4. They are put back, up to \
             five digits, and told. Format the column as text to keep them.",
    }
    /// Names are written without marks.
    WITHOUT_MARKS = Warning "don-vi/khong-dau" {
        title: "Tên đơn vị viết có dấu", "Names of units have their marks",
        why: "Tên viết không dấu và chỉ một đơn vị có tên như vậy, nên chương trình hiểu là đơn vị ấy và báo. Ghi đủ dấu, \
              hoặc ghi mã, để không phải đoán.",
            "A name is written without marks and only one unit has such a name, so that one is taken and told. Write the \
             marks, or give the code, so that nothing is guessed.",
    }
    /// The mark of a note stands behind a name.
    MARKED = Warning "don-vi/co-dau-chu-thich" {
        title: "Tên đơn vị không kèm dấu chú thích", "Names of units have no marks of notes",
        why: "Sau tên đơn vị có dấu chú thích như (1), ¹, *: tên được hiểu khi bỏ dấu ấy. Chú thích ở dưới bảng không được lấy vào; \
              đọc lại nó, vì nó có thể nói số liệu của đơn vị khác đi thế nào.",
            "Behind the name of a unit stands the mark of a note, such as (1), ¹, *: the name is known without it. The note below \
             the table is not taken in: read it, for it may say in what the figures of that unit differ.",
    }
    /// A unit is none of the office's own list.
    NOT_LISTED = Warning "don-vi/ngoai-danh-sach" {
        title: "Đơn vị có trong danh sách của cơ quan", "Units are on the office's own list",
        why: "Cơ quan đã nêu danh sách riêng mà dòng này ghi một đơn vị chỉ có trong danh mục cả nước: có thể danh sách \
              thiếu, hoặc dòng là của tỉnh khác, hoặc tên viết khác với danh sách. Báo cáo vẫn được lập với tên và mã theo \
              danh mục cả nước, và không trường nào lấy được từ danh sách.",
            "The office has brought a list of its own and this row names a unit that only the country's register has: the list \
             may lack it, the row may be of another province, or the list may write the name otherwise. Its report is made with \
             the name and the code of the country's register, and no field can come from the list.",
    }
    /// Units are missing.
    MISSING = Warning "don-vi/thieu" {
        title: "Có đủ các đơn vị", "All units are there",
        why: "Tệp không có số liệu của một số đơn vị trong tỉnh hoặc trong danh mục. Đơn vị không có gì để báo cáo thì vẫn \
              ghi một dòng; đơn vị chưa gửi thì đôn đốc.",
            "The file lacks some of the units of the province or of the register. A unit that has nothing to report has a \
             row of its own all the same; one that has not sent anything should be asked.",
    }
    /// A register lacks a column.
    NO_COLUMN = Error "don-vi/thieu-cot" {
        title: "Danh mục đơn vị có cột tên", "A register of units has names",
        why: "Danh mục riêng cần một hàng tên cột, trong đó có tên (ten, ten don vi, name); có thể có thêm mã (ma, ma don vi, \
              code), cơ quan cấp trên (ma cha) và tỉnh. Đặt lại tên cột; baocao units in sẵn danh mục của một tỉnh.",
            "A register of one's own needs a row of names of columns, with a name (ten, ten don vi, name); there may be a code \
             (ma, ma don vi, code), the organ above (ma cha) and the province. Rename the columns; baocao units prints the list \
             of a province.",
    }
    /// A code is there twice.
    CODE_TWICE = Error "don-vi/trung-ma" {
        title: "Mỗi đơn vị có một dòng trong danh mục", "A unit has one row in a register",
        why: "Hai dòng của danh mục có cùng một mã, hoặc cùng một tên mà không có mã, nên không biết là đơn vị nào. Sửa hoặc xóa một dòng.",
            "Two rows of a register have one code, or one name and no code, and nobody knows which unit is meant. Mend or delete \
             one of them.",
    }
    /// A row of a register lacks something.
    INCOMPLETE = Warning "don-vi/dong-thieu" {
        title: "Dòng của danh mục có tên", "Rows of a register have a name",
        why: "Dòng chỉ có mã thì không dùng được để gọi tên đơn vị, nên bị bỏ qua. Điền tên, hoặc xóa dòng.",
            "A row with a code alone says of no unit what it is called, so it is left out. Write the name, or delete the row.",
    }
}
