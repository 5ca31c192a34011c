//! Files of rows: CSV, NDJSON, JSON, workbooks, HTML.

use super::kinds;

kinds! {
    /// The kind of a file of rows is not known.
    UNKNOWN_KIND = Error "du-lieu/loai-tep-la" {
        title: "Tệp dữ liệu là CSV, JSON, bảng tính hoặc HTML có bảng",
            "Files of rows are CSV, JSON, workbooks or HTML with a table",
        why: "Chương trình nhận loại tệp qua nội dung, không qua đuôi tên: CSV, NDJSON, JSON, XLSX, XLSM, XLSB, XLS, \
              ODS, và trang HTML có bảng mà các cổng thông tin lưu thành .xls. Tệp này không phải loại nào trong số \
              đó. Mở tệp bằng phần mềm bảng tính rồi lưu thành .xlsx hoặc CSV UTF-8.",
            "What a file is, is known by its content and not by its name: CSV, NDJSON, JSON, XLSX, XLSM, XLSB, XLS, ODS, \
             and pages of HTML with a table, which portals hand out as .xls. This is none of them. Open it in a \
             spreadsheet program and save it as .xlsx or CSV UTF-8.",
    }
    /// A workbook cannot be read.
    UNREADABLE = Error "du-lieu/bang-tinh-hong" {
        title: "Bảng tính đọc được", "Workbooks can be read",
        why: "Tệp bảng tính bị hỏng, bị cắt ngắn, hoặc do một chương trình lạ viết ra. Mở bằng phần mềm bảng tính rồi \
              lưu lại thành .xlsx; nếu không mở được thì xuất lại từ nguồn.",
            "The workbook is damaged, cut short, or written by an odd program. Open it in a spreadsheet program and save \
             it as .xlsx; where that fails, export it again.",
    }
    /// A workbook is protected by a password.
    PROTECTED = Error "du-lieu/co-mat-khau" {
        title: "Bảng tính không đặt mật khẩu", "Workbooks have no password",
        why: "Tệp được mã hóa bằng mật khẩu, nên không đọc được gì trong đó. Mở tệp, bỏ mật khẩu rồi lưu lại.",
            "The file is encrypted by a password, and nothing in it can be read. Open it, take the password out, and save \
             it again.",
    }
    /// A file of rows holds more than may be read.
    TOO_MUCH = Error "du-lieu/qua-nhieu-o" {
        title: "Tệp dữ liệu không quá lớn sau khi đọc", "A file of rows does not hold too much",
        why: "Tệp có quá nhiều hàng, ô, trang tính, hoặc phình ra quá lớn khi giải nén. Thường là nhầm tệp, hoặc một \
              ô ở tận cuối trang tính; lọc tệp, xóa các hàng, cột thừa, hoặc tách thành nhiều tệp.",
            "The file has too many rows, cells or sheets, or grows too large when it is unpacked. Mostly it is the wrong \
             file, or a cell at the far end of a sheet: filter it, delete spare rows and columns, or split it.",
    }
    /// A file has no sheet of this name.
    UNKNOWN_SHEET = Error "du-lieu/khong-co-trang" {
        title: "Trang tính được nêu tên phải có trong tệp", "Sheets that are named are in the file",
        why: "\"sheet\" nêu một trang tính mà tệp không có. Sửa tên theo các trang mà thông báo liệt kê.",
            "\"sheet\" names one that the file does not have. Mend it to one of those that the message lists.",
    }
    /// Several sheets of a file could be meant.
    WHICH_SHEET = Error "du-lieu/trang-nao" {
        title: "Tệp có nhiều trang tính phù hợp thì nêu trang nào", "Of several sheets that fit, the one that is meant is said",
        why: "Nhiều trang tính của tệp có cùng các cột mà bảng cần: không biết lấy trang nào. Ghi \"sheet\": \"tên \
              trang\" vào \"data\", hoặc sheet = \"tên trang\" vào [rows] của cách chuyển.",
            "Several sheets have the columns that the table needs, and nobody knows which is meant. Say \"sheet\": \
             \"name\" in \"data\", or sheet = \"name\" in [rows] of a mapping.",
    }
    /// Lines of NDJSON are broken.
    BROKEN_LINES = Warning "du-lieu/dong-hong" {
        title: "Mọi dòng NDJSON đều là JSON hợp lệ", "Every line of NDJSON is valid JSON",
        why: "Một số dòng giữa tệp không phải JSON hợp lệ và bị bỏ qua: số liệu của chúng không có trong bảng. Xuất lại \
              tệp, hoặc sửa các dòng được nêu.",
            "Some lines in the middle of the file are no valid JSON and are passed over: their figures are missing. \
             Export the file again, or mend the lines that are told.",
    }
    /// A file has fewer rows than it says that there are.
    PART_OF_LIST = Warning "du-lieu/danh-sach-thieu" {
        title: "Tệp có đủ số bản ghi mà tệp nêu", "A file has all records that it speaks of",
        why: "Cổng thông tin trả dữ liệu theo trang: bên cạnh danh sách, trên hoặc dưới bảng có tổng số bản ghi, và tệp chỉ là \
              một phần. Lấy mọi trang rồi đưa cả vào một lần chuyển.",
            "Portals answer page by page: beside the list, above or below the table stands how many records there are, and \
             the file is only a part of them. Fetch all pages and import them together.",
    }
    /// A file names another unit of measure than the table.
    OTHER_UNIT = Error "du-lieu/don-vi-tinh" {
        title: "Đơn vị tính của tệp là đơn vị tính in trong bảng", "The unit of measure of a file is the one that is printed",
        why: "Đầu bảng của tệp, hoặc một dòng trên bảng (\"ĐVT: đồng\"), ghi một đơn vị tính khác với tiêu đề cột hay dòng đơn vị \
              tính của bảng: số được in như tệp ghi nên sẽ sai gấp nghìn, gấp triệu lần. Sửa một trong hai. Khi bảng không ghi \
              đơn vị tính nào, đây là cảnh báo.",
            "The header of the file, or a line above its table (\"ĐVT: đồng\"), names another unit of measure than the title of \
             the column or the line of units of the table: values are printed as the file has them and would be wrong by \
             thousands or millions. Mend one of them. Where the table names no unit at all, this is a warning.",
    }
    /// A workbook has macros.
    MACROS = Note "du-lieu/macro" {
        title: "Macro trong bảng tính được bỏ qua", "Macros of a workbook are passed over",
        why: "Chương trình chỉ đọc giá trị trong ô, không chạy macro. Nếu macro tính ra số liệu thì chạy nó trong phần \
              mềm bảng tính rồi lưu tệp trước.",
            "Only the values of cells are read, and no macro is run. Where one computes figures, run it in the spreadsheet \
             program and save the file first.",
    }
    /// A workbook takes values from other files.
    EXTERNAL_LINKS = Warning "du-lieu/lien-ket-ngoai" {
        title: "Bảng tính không lấy số từ tệp khác", "A workbook takes no figures from other files",
        why: "Công thức trong tệp lấy số từ tệp khác. Chương trình không mở tệp khác mà dùng giá trị đã lưu, có thể đã \
              cũ. Cập nhật liên kết rồi lưu lại, hoặc thay công thức bằng giá trị.",
            "Formulas take figures from other files. Those are not opened; the values that were saved are used, which may \
             be old. Update the links and save, or put values in place of the formulas.",
    }
    /// Formulas have no values in the file.
    NO_CACHED_VALUE = Warning "du-lieu/cong-thuc-chua-tinh" {
        title: "Công thức trong bảng tính đã có giá trị", "Formulas of a workbook have their values",
        why: "Ô có công thức nhưng tệp không chứa kết quả, vì chương trình viết ra tệp không tính. Ô được coi là trống. \
              Mở bằng phần mềm bảng tính, để nó tính, rồi lưu lại.",
            "A cell has a formula and the file no result, because the program that wrote it does not compute. The cell \
             counts as blank. Open the file in a spreadsheet program, let it compute, and save it.",
    }
    /// A column was in an old encoding.
    OLD_ENCODING = Warning "du-lieu/bang-ma-cu" {
        title: "Dữ liệu ở bảng mã Unicode", "Data is in Unicode",
        why: "Cả một cột ở bảng mã cũ (TCVN3 của phông .VnTime, hoặc VNI) và đã được chuyển sang Unicode. Bảng mã TCVN3 \
              không phân biệt chữ hoa có dấu thanh: đọc lại các chữ ấy. Lần sau xuất dữ liệu bằng Unicode.",
            "A whole column was in an old encoding (TCVN3 of the fonts .VnTime, or VNI) and was converted to Unicode. TCVN3 \
             has no capitals with tones: look at those. Export the data as Unicode next time.",
    }
    /// Tags of HTML were taken out of cells.
    TAGS = Warning "du-lieu/the-html" {
        title: "Ô dữ liệu không có thẻ HTML", "Cells have no tags of HTML",
        why: "Hệ thống web xuất ô kèm thẻ như <p>, <span>. Thẻ đã được bỏ, <br> thành xuống dòng, &amp; và các ký hiệu \
              tương tự thành ký tự của chúng. Đọc lại các ô được nêu.",
            "A web system exports its cells with tags such as <p>, <span>. They were taken out; <br> ends a line, and &amp; \
             and its like are the characters that they mean. Look at the cells that are told.",
    }
    /// Parts of cells are hidden or struck out.
    GONE_PARTS = Warning "du-lieu/phan-an" {
        title: "Ô dữ liệu không có phần bị ẩn, bị gạch bỏ", "Cells have no parts that are hidden or struck out",
        why: "Một ô có phần mà người xem không thấy (display:none, hidden) hoặc đã bị gạch bỏ (<del>, chữ gạch ngang), hoặc cả ô, cả \
              hàng của trang HTML như thế; hoặc một số có màu chữ trùng màu nền, cỡ chữ không quá 1, định dạng ;;;. Phần đó không \
              được lấy: không ai thấy nó, và dính vào số thì thành số khác. Đọc lại các ô được nêu.",
            "A cell has a part that its reader does not see (display:none, hidden) or that is struck out, or a whole cell or row of a \
             page is so; or a number has the colour of its ground, letters of size 1 or less, a format ;;;. It is left out, for \
             nobody has seen it, and glued to a number it would make another one. Look at the cells that are told.",
    }
    /// Values stand beside the table.
    BESIDE = Warning "du-lieu/o-ngoai-cot" {
        title: "Mọi ô của dòng nằm dưới một tên cột", "All cells of a row stand below the name of a column",
        why: "Dòng có giá trị ở bên phải cột cuối cùng có tên. Giá trị ấy không được lấy; nếu dòng bị chèn thêm một ô thì các số sau \
              ô đó đều lệch một cột mà vẫn đọc được. Xem lại dòng, xóa ghi chú ở ngoài bảng hoặc đặt tên cho cột.",
            "A row has a value to the right of the last column that has a name. It is not taken; where a cell was put into the row, \
             all values behind it stand in the wrong column and can be read all the same. Look at the row; delete what is noted \
             beside the table, or give the column a name.",
    }
    /// Rows of a CSV end before the header does.
    SHORT_ROWS = Warning "du-lieu/dong-thieu-o" {
        title: "Dòng CSV có đủ các ô của đầu bảng", "Rows of CSV have all cells of the header",
        why: "Một số chương trình bỏ dấu ngăn cột của các ô trống ở cuối dòng: các ô ấy được coi là trống. Nếu ô bị thiếu nằm ở \
              giữa dòng thì số đã lệch cột: xem lại các dòng được nêu.",
            "Some programs leave out the separators of blank cells at the end of a row: these are taken as blank. Where the cell \
             that is missing stood in the middle, values are in wrong columns: look at the rows that are told.",
    }
    /// The format of numbers divides them.
    DIVIDED = Warning "du-lieu/so-chia-nghin" {
        title: "Số hiện trên trang tính là số trong ô", "Sheets show the numbers that their cells hold",
        why: "Định dạng số có dấu phẩy ở cuối (0, hoặc 0,,) chia giá trị cho nghìn, cho triệu khi hiện: người xem thấy 1,5 mà ô giữ \
              1500000. Số trong ô được lấy, và đơn vị tính ở đầu bảng nói về số được hiện. Bỏ dấu phẩy khỏi định dạng rồi xem lại.",
            "A format with commas at its end (0, or 0,,) divides values by a thousand or a million to show them: the reader sees \
             1,5 and the cell holds 1500000. That is taken, and the unit of measure in the header speaks of what is shown. Take \
             the commas out of the format and look again.",
    }
    /// A value is merged over several rows or columns.
    SHARED_CELL = Error "du-lieu/o-gop-chung" {
        title: "Mỗi ô số thuộc một dòng và một cột", "A value belongs to one row and one column",
        why: "Một số đứng trong ô gộp qua nhiều dòng hay nhiều cột: có thể là của dòng đầu, là tổng của cả nhóm, hay đúng cho từng \
              dòng. Chia nhầm thì số vẫn in ra mà sai. Bỏ gộp ô và ghi giá trị của từng dòng, từng cột.",
            "A number stands in a cell that is merged over several rows or columns: it may be that of the first, the sum of all, or \
             true of each. Taken for the wrong one it would be printed all the same. Split the cell and write the value of each \
             row and column.",
    }
    /// Rows, columns or sheets of a workbook are hidden.
    UNSEEN = Warning "du-lieu/bi-an" {
        title: "Bảng tính không có hàng, cột, trang bị ẩn", "Workbooks have no hidden rows, columns or sheets",
        why: "Hàng, cột bị ẩn hoặc bị lọc vẫn là dữ liệu và được đọc như mọi hàng, cột khác: có khi đó là dòng cũ, dòng nháp mà \
              người gửi không nhìn thấy. Trang bị ẩn chỉ được đọc khi nêu tên. Bỏ ẩn, bỏ lọc để xem lại; xóa những gì không \
              thuộc báo cáo.",
            "Rows and columns that are hidden or filtered out are data and read like all others: perhaps they are old or drafts, \
             and whoever sent the file does not see them. Hidden sheets are read only where they are named. Show them again and \
             look; delete what is no part of the report.",
    }
    /// Lines stand above or below the table.
    OUTSIDE = Note "du-lieu/ngoai-bang" {
        title: "Dòng ngoài bảng không được lấy vào", "Lines outside the table are left out",
        why: "Tệp có dòng tiêu đề, đơn vị tính ở trên bảng, hoặc nguồn, người lập ở dưới. Chúng không phải số liệu nên \
              không có trong bảng.",
            "The file has titles or units above the table, or sources and names below it. They are no data and are left \
             out.",
    }
    /// Rows of a file are the sums of others.
    TOTAL_ROW = Warning "du-lieu/dong-tong" {
        title: "Dòng tổng của tệp không bị cộng lần nữa", "Totals of a file are not added up again",
        why: "Một dòng của tệp là tổng của các dòng khác, qua tên gọi hoặc vì các số khớp từng cột. Nó không được coi là \
              dữ liệu: chương trình tự tính tổng. Nếu đó là một dòng thật, đổi tên của nó hoặc ghi các dòng vào \"rows\".",
            "A row of the file is the sum of others, by what it is called or because its numbers agree column by column. It \
             is no data: totals are computed. Where it is a row of its own, call it something else or write the rows into \
             \"rows\".",
    }
    /// A total of a file is not the sum of its rows.
    TOTAL_WRONG = Warning "du-lieu/tong-sai" {
        title: "Dòng tổng của tệp bằng tổng các dòng", "A total of a file is the sum of its rows",
        why: "Dòng tổng trong tệp không bằng tổng các dòng của nó: thiếu dòng, thừa dòng, hoặc có số sai. Bảng in ra tổng \
              do chương trình tính.",
            "The total in the file is not the sum of its rows: one is missing, one too many, or a figure wrong. The table \
             prints what is computed.",
    }
    /// A column does not say what its separators mean.
    OPEN_DECIMALS = Warning "du-lieu/dau-thap-phan" {
        title: "Rõ dấu nào ngăn phần thập phân", "It is clear what stands before decimals",
        why: "Mọi số có dấu của cột đều có đúng ba chữ số sau dấu duy nhất: 12.345 có thể là mười hai nghìn, cũng có thể \
              là mười hai phẩy ba. Khai \"decimal\" cho tệp hoặc cho cột để nói rõ.",
            "Every number of the column that has a separator has exactly three digits behind its only one: 12.345 may be \
             twelve thousand or a little more than twelve. Say \"decimal\" for the file or the column.",
    }
    /// A file writes decimals behind a dot.
    DOTS = Warning "du-lieu/cham-thap-phan" {
        title: "Phần thập phân viết sau dấu phẩy", "Decimals stand behind a comma",
        why: "Các số của tệp chỉ có nghĩa khi dấu chấm đứng trước phần thập phân (97.0, 58.05, hay một tỷ lệ sẽ quá 100), \
              nên cả tệp được đọc như vậy. Khai \"decimal\": \".\" nếu đúng; nếu sai thì \"decimal\": \",\".",
            "The numbers of the file make sense only where dots stand before decimals (97.0, 58.05, or a percentage that \
             would be more than 100), and all of it is read so. Say \"decimal\": \".\" if that is right, and \"decimal\": \
             \",\" if it is not.",
    }
    /// Cells hold what is left of failed formulas and programs.
    DEBRIS = Warning "du-lieu/o-loi" {
        title: "Ô không chứa lỗi của bảng tính, số viết tắt", "Cells hold no errors of spreadsheets and no numbers cut short",
        why: "#REF!, #DIV/0! là dấu vết của công thức hỏng và được in đúng như vậy; 3,82E+10 là số bị bảng tính viết tắt: ô số \
              được đọc là 38200000000, chữ số đã mất thì không lấy lại được. Sửa ở nơi xuất dữ liệu, hoặc để trống.",
            "#REF!, #DIV/0! are left by formulas that failed, and printed as they are; 3,82E+10 is a number that a spreadsheet cut \
             short: in columns of numbers it is read as 38200000000, and digits that were lost are not there. Mend them where \
             the data comes from, or leave them blank.",
    }
    /// Cells hold words of programs for no value.
    NULL_WORDS = Warning "du-lieu/tu-rong" {
        title: "Ô không có giá trị thì để trống", "Cells without a value are blank",
        why: "NULL, None, NaN, N/A, #N/A là cách chương trình ghi rằng không có giá trị. Ô được coi là trống. Nếu có giá trị thì \
              ghi vào; nếu biết là không có thì ghi dấu gạch -.",
            "NULL, None, NaN, N/A, #N/A are what programs write where they have no value. The cells are taken as blank. Write the \
             value where there is one, and a dash - where it is known that there is none.",
    }
    /// A row has no group.
    NO_GROUP = Error "du-lieu/nhom-trong" {
        title: "Cột dùng để nhóm có giá trị", "The column that groups are made by has values",
        why: "Dòng đầu của tệp để trống cột dùng để chia nhóm (\"group_by\"), nên nhóm không có tên. Ô trống ở sau một ô \
              có chữ thì thuộc nhóm của ô ấy, như khi gộp ô.",
            "The first row leaves the column blank that groups are made by (\"group_by\"), and the group has no name. A \
             blank below words belongs to their group, as merged cells do.",
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
    /// A file has no rows, and nobody said what that means.
    NOTHING = Warning "du-lieu/khong-co-dong" {
        title: "Tệp dữ liệu có dòng, hoặc nói rõ là không phát sinh", "A file of rows has some, or is meant to be empty",
        why: "Tệp không có dòng nào: kỳ này không phát sinh, hoặc tệp xuất hỏng. Bảng in \"Không phát sinh\". Nếu đúng vậy, \
              thêm \"when_empty\": \"say\" để không nhắc nữa; \"leave_out\" thì bỏ cả bảng.",
            "The file has no rows: nothing happened in this period, or the export failed. The table says \"Không phát \
             sinh\". If that is right, add \"when_empty\": \"say\"; with \"leave_out\" the table is left out.",
    }
    /// A table was left out, because its file has no rows.
    LEFT_OUT = Note "du-lieu/bo-bang-trong" {
        title: "Bảng không có dòng được bỏ, có báo", "A table without rows is left out, and that is told",
        why: "Tệp không có dòng nào và bảng khai \"when_empty\": \"leave_out\", nên bảng cùng tiêu đề, biểu đồ vẽ từ \
              nó và phụ lục chỉ có nó không được in.",
            "The file has no rows, and the table says \"when_empty\": \"leave_out\": it is not printed, nor is its heading, nor \
             a chart of it, nor an appendix that holds nothing else.",
    }
    /// Words announce a table or a chart that is not printed.
    LEADS_NOWHERE = Warning "du-lieu/loi-dan-thua" {
        title: "Bỏ bảng trống thì không còn lời dẫn đến nó", "Where an empty table is left out, no words announce it",
        why: "Câu kết thúc bằng dấu hai chấm hoặc đầu mục đứng trước bảng, biểu đồ không được in vì không có dòng nào: trên \
              giấy nó không dẫn đến gì.",
            "A sentence that ends with a colon, or a heading, stands before a table or a chart that is not printed, for it \
             has no rows: on paper it leads nowhere.",
    }
}
