//! Forms as workbooks: written, filled in a spreadsheet program, read back.

use super::kinds;

kinds! {
    /// A workbook cannot be written.
    NOT_WRITTEN = Error "bang-tinh/khong-viet-duoc" {
        title: "Bảng tính viết được", "The workbook can be written",
        why: "Một ô của bảng tính chứa nhiều nhất 32.767 ký tự; lời văn dài hơn thì không ghi được vào một ô. Rút ngắn \
              đoạn ấy trong báo cáo, hoặc xuất biểu mẫu trống (bỏ --report).",
            "A cell holds 32,767 letters at most, and a text that is longer fits into none. Shorten it in the report, \
             or write the form without values (without --report).",
    }
    /// A set has no forms, which are what a workbook is for.
    NO_FORMS = Error "bang-tinh/bo-mau-khong-bieu" {
        title: "Bảng tính là của bộ mẫu có biểu", "A workbook is one of a set with forms",
        why: "Bảng tính để điền số liệu vào biểu mẫu. Bộ mẫu của công văn, quyết định, báo cáo bất kỳ ... không có biểu nào, nên không \
              có gì để xuất hay nhập. Bắt đầu một báo cáo như vậy bằng `baocao new`.",
            "A workbook is there to fill in forms. The sets of letters, decisions, any report ... have none, so that there is nothing to \
             write or to read. Begin such a document with `baocao new`.",
    }
    /// A report says something that a workbook has no place for.
    NO_PLACE = Warning "bang-tinh/khong-co-cho" {
        title: "Bảng tính chứa mọi phần của báo cáo", "The workbook holds all of the report",
        why: "Bảng tính chỉ có biểu mẫu, thể thức, lời văn theo đề cương và bảng của bộ mẫu. Đề cương, phụ lục, biểu đồ, \
              bảng riêng và cài đặt của báo cáo không có ô nào để ghi, nên sẽ không có khi nhập lại.",
            "A workbook has the forms, the document's fields, the texts of the outline and the tables of the set. An \
             outline, appendices, charts, tables and settings of the report's own have no cell, and are not there when \
             the workbook is read back.",
    }
    /// A workbook does not say its set.
    SET_UNKNOWN = Error "bang-tinh/khong-ro-bo-mau" {
        title: "Bảng tính ghi rõ bộ mẫu", "A workbook says its template set",
        why: "Bảng tính do `baocao form export` viết ra ghi tên bộ mẫu ở trang ẩn \"baocao\". Trang ấy đã bị xóa, hoặc tệp \
              không do chương trình viết ra. Ghi bộ mẫu bằng --set.",
            "A workbook of `baocao form export` says its set in the hidden sheet \"baocao\". That was deleted, or the \
             file is not one of those. Name the set with --set.",
    }
    /// Nothing of a set is found in a workbook.
    NOTHING_FOUND = Error "bang-tinh/khong-thay-bieu" {
        title: "Bảng tính có biểu của bộ mẫu", "A workbook has the forms of its set",
        why: "Không trang nào của tệp có mã hoặc nhãn chỉ tiêu của bộ mẫu. Có thể chọn nhầm tệp hoặc nhầm bộ mẫu (--set).",
            "No sheet of the file has ids or labels of the set's indicators. It may be the wrong file, or the wrong set \
             (--set).",
    }
    /// A form of the set is not in a workbook.
    FORM_MISSING = Warning "bang-tinh/thieu-bieu" {
        title: "Bảng tính có đủ các biểu", "A workbook has all forms of its set",
        why: "Không trang nào có các chỉ tiêu của biểu này: trang đã bị xóa, hoặc nhãn và mã đã đổi hết. Số liệu của biểu \
              sẽ thiếu trong báo cáo.",
            "No sheet has the indicators of this form: it was deleted, or all its labels and codes were changed. The \
             report lacks its figures.",
    }
    /// The column of values is not found, or not beyond doubt.
    COLUMN_UNCLEAR = Error "bang-tinh/cot-khong-ro" {
        title: "Biết được cột nào là số liệu", "It is known which column holds the values",
        why: "Cột số liệu được nhận ra theo tiêu đề như biểu in; tiêu đề đã mất thì cột ấy phải là cột duy nhất có số. Ở \
              trang này có nhiều cột có thể là nó, hoặc không cột nào. Ghi lại tiêu đề của đúng một cột.",
            "The column of values is known by its heading, as the form prints it; where that is gone, by being the only \
             one with numbers. On this sheet several columns could be it, or none. Write the heading over one column.",
    }
    /// An indicator has two rows with something in them.
    ROW_TWICE = Error "bang-tinh/chi-tieu-lap" {
        title: "Mỗi chỉ tiêu chỉ có một dòng có số", "An indicator has one row with a value",
        why: "Hai dòng của bảng tính là cùng một chỉ tiêu, hoặc cùng một trường, và đều có giá trị: không biết lấy dòng \
              nào. Xóa giá trị ở một trong hai chỗ.",
            "Two rows of the workbook are the same indicator, or the same field, and both hold a value: nobody knows \
             which counts. Clear one of the two.",
    }
    /// A value is merged over the rows of several indicators.
    MERGED = Error "bang-tinh/gop-nhieu-chi-tieu" {
        title: "Ô số liệu không gộp qua nhiều chỉ tiêu", "A value belongs to one indicator",
        why: "Ô giá trị đã bị gộp qua dòng của nhiều chỉ tiêu, nên không biết số ấy của chỉ tiêu nào. Bỏ gộp ô và ghi số \
              của từng dòng.",
            "The cell of a value was merged over the rows of several indicators, and nobody knows whose it is. Split the \
             cell and write a value in each row.",
    }
    /// The hidden ids do not fit what stands beside them.
    IDS_CHANGED = Warning "bang-tinh/ma-an-sai" {
        title: "Mã ẩn khớp với mã và nhãn của dòng", "Hidden ids fit the code and the label of their row",
        why: "Cột mã ẩn đã bị sửa hoặc bị lệch so với các cột nhìn thấy, thường do chèn ô. Dòng được nhận ra theo số thứ tự \
              và nhãn; xem lại các dòng được nêu.",
            "The hidden column of ids was changed or moved against the columns that are seen, mostly because cells were \
             inserted. The rows are known by code and label instead; look at those named.",
    }
    /// Percentages of a form are fractions.
    FRACTIONS = Error "bang-tinh/ty-le-phan-so" {
        title: "Tỷ lệ ghi theo phần trăm", "Percentages are written per cent",
        why: "Ô tỷ lệ của biểu nhận 98,5 cho 98,5 %. Ô ghi phân số như 0,985 mà không có dấu % hay định dạng %: có thể ý là 98,5 %. \
              Ghi 98,5; nếu đúng là chưa đến 1 % thì ghi kèm dấu: 0,985%. Khi chỉ một vài ô là phân số, đây là cảnh báo.",
            "A percentage of a form is written 98.5 for 98.5 %. A fraction such as 0.985 without a sign or format % may mean \
             98.5 %. Write 98.5; where it is less than 1 % indeed, write the sign too: 0.985%. Where only some cells are \
             fractions, this is a warning.",
    }
    /// The unit of measure of a row was changed.
    OTHER_UNIT = Error "bang-tinh/don-vi-tinh" {
        title: "Đơn vị tính của dòng là của biểu", "The unit of a row is that of the form",
        why: "Ô đơn vị tính của dòng đã bị sửa: số liệu có thể theo đơn vị mới (đồng thay cho triệu đồng), mà biểu in theo đơn vị \
              của mình. Ghi lại đơn vị của biểu và đổi số liệu theo đơn vị ấy. Từ khác cho thứ được đếm là cảnh báo.",
            "The cell of the unit was changed: the value may be in the new unit (đồng in place of triệu đồng), and the form is \
             printed in its own. Write the unit of the form again, and the value in it. Another word for things that are \
             counted is a warning.",
    }
    /// A cell holds an error.
    ERROR_VALUE = Error "bang-tinh/o-loi" {
        title: "Ô số liệu không có lỗi công thức", "No value is the error of a formula",
        why: "Ô hiện lỗi (#REF!, #VALUE!, #DIV/0! ...) thay vì giá trị, thường vì công thức trỏ đến ô đã xóa. Sửa công thức \
              hoặc ghi số.",
            "A cell shows an error (#REF!, #VALUE!, #DIV/0! ...) in place of a value, mostly because a formula names a \
             cell that was deleted. Mend the formula or write the number.",
    }
    /// Cells of values are blank.
    BLANK = Note "bang-tinh/o-trong" {
        title: "Ô số liệu của biểu được ghi đủ", "The cells of values are filled in",
        why: "Ô để trống nghĩa là chưa có số liệu, và chỉ tiêu sẽ bị báo thiếu khi kiểm tra báo cáo. Ghi số liệu, hoặc ghi dấu \
              - nếu biết chắc là không có.",
            "A blank cell is a value that is not there yet, and its figure is told as missing when the report is checked. \
             Write the value, or - where it is known that there is none.",
    }
    /// Something in a workbook is not used.
    UNUSED = Warning "bang-tinh/khong-dung" {
        title: "Mọi phần đã ghi trong bảng tính đều được dùng", "All that is written in a workbook is used",
        why: "Có dòng, cột hoặc trang mang giá trị mà không thuộc chỉ tiêu, trường hay mục nào của bộ mẫu: dòng tự thêm, \
              nhãn đã đổi hẳn, cột ghi riêng. Phần ấy không vào báo cáo.",
            "Rows, columns or sheets hold values that belong to no indicator, field or section of the set: rows that were \
             added, labels that were changed altogether, columns of one's own. They are not in the report.",
    }
}
