//! Exports of other systems, and the mappings that make reports of them.

use super::kinds;

kinds! {
    /// A mapping names a column that the export does not have.
    UNKNOWN_COLUMN = Error "nhap/cot-khong-co" {
        title: "Cột mà cách chuyển nêu có trong tệp xuất", "Columns that a mapping names are in the export",
        why: "Cách chuyển lấy giá trị từ một cột mà tệp không có: tên viết khác, hoặc hệ thống đã đổi đầu bảng. Sửa tên \
              theo gợi ý; cột nằm dưới đầu đề chung thì ghi cả đầu đề: \"Tiếp nhận / Tổng số\".",
            "The mapping takes values from a column that is not there: its name is written otherwise, or the system has \
             changed its header. Mend the name as is suggested; name the heading above a column too: \"Tiếp nhận / Tổng số\".",
    }
    /// Several columns of the export have the name that a mapping gives.
    SEVERAL_COLUMNS = Error "nhap/nhieu-cot" {
        title: "Tên cột trong cách chuyển chỉ đúng một cột", "A name in a mapping means one column",
        why: "Nhiều cột của tệp cùng tên, ví dụ \"Tổng số\" dưới các đầu đề khác nhau: lấy nhầm cột thì số vẫn in ra mà \
              sai. Ghi thêm đầu đề ở trên, hoặc dùng chữ cái của cột.",
            "Several columns have this name, such as \"Tổng số\" below different headings: with the wrong one a figure would \
             be printed all the same. Name the heading above it too, or use the letter of the column.",
    }
    /// Columns of the export that a mapping does not use.
    SPARE_COLUMN = Warning "nhap/cot-khong-dung" {
        title: "Mọi cột của tệp xuất được dùng hoặc được nêu là không cần", "Every column of an export is used or set aside",
        why: "Cột không dùng đến có thể là cột thừa, cũng có thể là số liệu bị bỏ sót. Cột không cần thì ghi vào \
              \"ignore\" của cách chuyển.",
            "A column that nothing asks for may be spare, or a figure that was overlooked. Name those that are not needed in \
             \"ignore\" of the mapping.",
    }
    /// A mapping names a sheet that the workbook does not have.
    UNKNOWN_SHEET = Error "nhap/trang-khong-co" {
        title: "Trang tính mà cách chuyển nêu có trong tệp", "A sheet that a mapping names is there",
        why: "Tệp không có trang tính tên này. Sửa tên, hoặc dùng \"*\" để đọc mọi trang.",
            "The file has no sheet of this name. Mend it, or say \"*\" to read all of them.",
    }
    /// A mapping, or a row, names an indicator that the set does not have.
    UNKNOWN_INDICATOR = Error "nhap/chi-tieu-la" {
        title: "Chỉ tiêu được điền có trong bộ mẫu", "Indicators that are filled are in the template set",
        why: "Ký hiệu, mã hoặc tên này không ứng với chỉ tiêu nào của bộ mẫu. Sửa theo gợi ý; với tệp dọc, ghi nghĩa của \
              mã trong hệ thống kia vào [indicators.names], ghi \"ignore\" nếu bỏ qua.",
            "No indicator of the set has this code, id or label. Mend it as is suggested; for rows that name their indicator \
             say in [indicators.names] what the words of that system mean, \"ignore\" to leave them out.",
    }
    /// A mapping has places that nobody has decided on.
    UNDECIDED = Error "nhap/chua-quyet-dinh" {
        title: "Mọi chỗ của cách chuyển đã được quyết định", "All of a mapping is decided on",
        why: "Bản đề xuất ghi \"?\" ở chỗ chương trình không chắc. Chừng nào còn \"?\" thì không chuyển gì cả: một mã bị bỏ quên \
              sẽ thành báo cáo thiếu số liệu. Thay bằng giá trị đúng; mã của hệ thống kia không cần thì ghi \"ignore\".",
            "A proposal has \"?\" where the program is not sure. As long as one is there nothing is imported: a code that was \
             forgotten would make reports that lack figures. Put what is right in its place, and \"ignore\" for a code of the \
             other system that is not needed.",
    }
    /// The texts that a report names are not beside it.
    NO_TEXTS = Warning "nhap/chua-co-loi-van" {
        title: "Lời văn mà báo cáo nêu nằm cạnh báo cáo", "Texts that a report names stand beside it",
        why: "Cách chuyển điền \"texts\", mà tệp hay thư mục ấy chưa có. Đường dẫn tính từ thư mục chứa báo cáo, không phải từ thư \
              mục của cách chuyển; ra ngoài thư mục ấy thì không đọc được. Đặt lời văn vào đó trước khi kiểm tra và in.",
            "The mapping fills \"texts\", and that file or folder is not there. The path begins in the folder of the report, not in \
             that of the mapping, and leads to nothing outside of it. Put the texts there before reports are checked and printed.",
    }
    /// A report has no figures.
    NO_FIGURES = Warning "nhap/khong-so-lieu" {
        title: "Báo cáo được chuyển có số liệu", "Reports that are made have figures",
        why: "Báo cáo của một đơn vị không có số liệu và không có dòng bảng nào: mọi ô của đơn vị để trống, mọi mã bị bỏ qua, hoặc \
              cách chuyển chưa nối cột nào. Nếu đơn vị đúng là không có gì để báo cáo thì bỏ qua.",
            "The report of a unit has no figure and no row of a table: all its cells are blank, all codes are left out, or the \
             mapping fills nothing. Where the unit has indeed nothing to report, pass over this.",
    }
    /// A cell of an indicator with codes has none of them.
    WRONG_CODE = Error "nhap/ma-sai" {
        title: "Ô của chỉ tiêu có mã ghi một mã của chỉ tiêu", "Cells of coded indicators have one of their codes",
        why: "Chỉ tiêu nhận một trong các mã liệt kê (1 = Có; 0 = Chưa), bằng số hoặc bằng chữ. Ô này ghi thứ khác: sửa trong tệp \
              xuất, hoặc nối cột khác.",
            "The indicator takes one of the codes that are listed (1 = Có; 0 = Chưa), as its number or in words. This cell has \
             something else: mend it in the export, or map another column.",
    }
    /// Several indicators have the name that a mapping gives.
    SEVERAL_INDICATORS = Error "nhap/nhieu-chi-tieu" {
        title: "Tên chỉ tiêu chỉ đúng một chỉ tiêu", "A name means one indicator",
        why: "Nhiều chỉ tiêu của bộ mẫu cùng tên ở các biểu hay nhóm khác nhau. Ghi ký hiệu (BM3.3.2.1) hoặc mã.",
            "Several indicators of the set have this label, in other forms or groups. Give the code (BM3.3.2.1) or the id.",
    }
    /// A mapping fills one indicator twice.
    TARGET_TWICE = Error "nhap/dien-hai-lan" {
        title: "Mỗi chỉ tiêu được điền một lần", "An indicator is filled once",
        why: "Hai dòng của cách chuyển cùng điền một chỉ tiêu, dưới hai tên (ví dụ ký hiệu và mã): không biết lấy số nào. \
              Giữ lại một dòng.",
            "Two lines of the mapping fill one indicator under two names, such as its code and its id, and nobody knows which \
             counts. Keep one of them.",
    }
    /// What fills a value is said in no way or in several.
    ONE_SOURCE = Error "nhap/nguon-khong-ro" {
        title: "Mỗi giá trị lấy từ một nơi", "A value comes from one place",
        why: "Một trường, một chỉ tiêu hoặc tên đơn vị phải lấy từ đúng một nơi: một cột, một cột của danh sách đơn vị, \
              một đoạn chữ, hoặc một giá trị chung.",
            "A field, an indicator or the name of the unit comes from exactly one place: a column, a column of the list of \
             units, a text, or one value for all.",
    }
    /// The base of a mapping is no object.
    NO_BASE = Error "nhap/phan-chung-sai" {
        title: "Tệp phần chung là một đối tượng JSON", "The base of a mapping is a JSON object",
        why: "Tệp nêu ở \"base\" ghi những trường mà mọi báo cáo đều có, như một báo cáo còn thiếu: {\"document\": ...}.",
            "The file of \"base\" has the fields that all reports share, as a report that is not whole: {\"document\": ...}.",
    }
    /// The list of units of a mapping is empty.
    EMPTY_REGISTER = Error "nhap/danh-sach-trong" {
        title: "Danh sách đơn vị có dòng", "A list of units has rows",
        why: "Tệp nêu ở \"register\" không có đơn vị nào. Nêu đúng tệp; cần một cột mã và một cột tên.",
            "The file of \"register\" has no units. Name the right file; it needs a column of codes and one of names.",
    }
    /// A mapping names a column that the list of units does not have.
    UNKNOWN_REGISTER_COLUMN = Error "nhap/cot-danh-sach" {
        title: "Cột lấy từ danh sách đơn vị có trong danh sách", "Columns taken from the list of units are in it",
        why: "Cách chuyển lấy giá trị từ một cột mà danh sách đơn vị không có. Sửa tên cột, hoặc thêm cột vào danh sách.",
            "The mapping takes a value from a column that the list of units does not have. Mend the name, or add the column.",
    }
    /// A text of a mapping cannot be spoken.
    WRONG_TEXT = Error "nhap/doan-chu-sai" {
        title: "Đoạn chữ trong cách chuyển dùng đúng tên biến", "Texts of a mapping name what there is",
        why: "Đoạn chữ ở \"text\" chỉ dùng được {{unit}}, {{code}}, {{province}}, {{file}}, {{running unit}} và \
              {{upper unit}}.",
            "A \"text\" can use {{unit}}, {{code}}, {{province}}, {{file}}, {{running unit}} and {{upper unit}}.",
    }
    /// A period cannot be read.
    WRONG_PERIOD = Error "nhap/ky-sai" {
        title: "Kỳ báo cáo của dòng đọc được", "The period of a row can be read",
        why: "Mã kỳ là 202603 (tháng), 20261 (quý), 2026 (năm), hoặc chữ như \"quý I/2026\". Kỳ khác thì không đoán. 3/2026 được đọc là \
              tháng 3 và có cảnh báo: hệ thống khác có thể ghi quý III như vậy.",
            "Codes of periods are 202603 (month), 20261 (quarter), 2026 (year), or words such as \"quý I/2026\". Others are \
             not guessed at. 3/2026 is read as month 3, with a warning: another system may write quarter III so.",
    }
    /// The period of the export is not that of the base.
    OTHER_PERIOD = Error "nhap/khac-ky" {
        title: "Kỳ của tệp xuất là kỳ của báo cáo", "The period of an export is that of its reports",
        why: "Tệp phần chung ghi một kỳ, dòng của tệp xuất thuộc kỳ khác: báo cáo sẽ mang số của kỳ khác. Sửa phần chung, \
              hoặc chọn kỳ bằng \"value\" của [period]. Dòng tiêu đề trên bảng, trường bên cạnh danh sách nêu kỳ khác thì có cảnh báo.",
            "The base has one period and rows of the export are of another: a report would bear the figures of another period. \
             Mend the base, or choose the period by \"value\" of [period]. Titles above a table and fields beside a list that name \
             another period are told as a warning.",
    }
    /// A unit has two rows.
    UNIT_TWICE = Error "nhap/don-vi-hai-dong" {
        title: "Mỗi đơn vị có một dòng", "A unit has one row",
        why: "Hai dòng cùng điền một giá trị của một đơn vị: không biết dòng nào đúng. Bỏ một dòng khỏi tệp xuất, hoặc sửa \
              tên đơn vị bị viết nhầm.",
            "Two rows fill the same value of one unit, and nobody knows which is right. Take one out of the export, or mend a \
             name that was written by mistake.",
    }
    /// A unit that no register has.
    UNIT_AS_WRITTEN = Warning "nhap/don-vi-ngoai-danh-muc" {
        title: "Đơn vị có trong danh mục", "Units are in a register",
        why: "Tên đơn vị không có trong danh mục hành chính và cơ quan chưa nêu danh sách riêng, nên không biết tên có viết \
              đúng, có thiếu đơn vị nào không. Nêu danh sách ở \"register\" của [unit].",
            "The name is in no register of units and the office has brought no list of its own: whether it is spelt rightly and \
             whether units are missing is not known. Name a list in \"register\" of [unit].",
    }
    /// A unit of measure does not fit the indicator.
    WRONG_UNIT = Error "nhap/don-vi-tinh" {
        title: "Đơn vị tính của cột đổi được sang đơn vị tính của chỉ tiêu", "The unit of a column fits the indicator",
        why: "Đơn vị tính của cột và của chỉ tiêu không cùng một đại lượng, nên không đổi được. Cột có thể bị nối nhầm chỉ \
              tiêu; nếu đơn vị tính ghi sai thì sửa trong cách chuyển.",
            "The units of the column and of the indicator are of different quantities and cannot be converted. Perhaps the \
             column is mapped to the wrong indicator; where the unit is written by mistake, mend the mapping.",
    }
    /// The header of a column names another unit of measure than the figure is taken in.
    HEADING_UNIT = Error "nhap/don-vi-tinh-dau-bang" {
        title: "Đơn vị tính ở đầu bảng đã được tính đến", "The unit of measure in a header is minded",
        why: "Đầu bảng ghi một đơn vị tính, ví dụ \"Kế hoạch (đồng)\", mà cách chuyển lấy số như đã ở đơn vị tính của chỉ tiêu: \
              số sẽ in ra mà sai gấp nghìn, gấp triệu lần. Ghi đơn vị tính của cột vào cách chuyển để số được đổi. Khi cách \
              chuyển đã nêu đơn vị tính khác đầu bảng, hoặc đầu đề chung có thể nói về cột khác, đây là cảnh báo.",
            "The header names a unit of measure, such as \"Kế hoạch (đồng)\", and the mapping takes the values as if they were in \
             that of the indicator: figures would be printed that are wrong by thousands or millions. Say in the mapping which \
             unit the column has, and values are converted. Where the mapping says another unit than the header, or a heading \
             over several columns may speak of others, this is a warning.",
    }
    /// A line around the table looks like a unit of measure.
    STRANGE_UNIT = Warning "nhap/don-vi-tinh-la" {
        title: "Dòng đơn vị tính của tệp hiểu được", "The line of the unit of measure is understood",
        why: "Trên hoặc dưới bảng có dòng \"Đơn vị tính\" mà phần ghi sau không phải đơn vị tính nào đã biết, nên các cột số tiền \
              được lấy như tệp ghi: có thể sai gấp nghìn lần. Ghi đơn vị tính của các cột ấy vào cách chuyển.",
            "Above or below the table a line says \"Đơn vị tính\", and what follows is no unit that is known, so that amounts are \
             taken as they stand: they may be wrong by thousands. Say in the mapping which unit these columns have.",
    }
    /// A row has no unit of measure where the mapping says that rows have one.
    BLANK_UNIT = Error "nhap/don-vi-tinh-trong" {
        title: "Dòng có số đo thì ghi đơn vị tính", "Rows with a measured figure name their unit",
        why: "Cách chuyển nêu cột đơn vị tính mà dòng này để trống: số tiền, tỷ lệ, diện tích của dòng không biết là theo \
              đồng hay triệu đồng, nên không được đoán. Ghi đơn vị tính vào tệp xuất, hoặc vào đầu đề của cột giá trị.",
            "The mapping names a column of units and this row leaves it blank: whether its amount is in đồng or million đồng is \
             not known and is not guessed at. Write the unit in the export, or in the header of the column of values.",
    }
    /// A factor does not fit the units.
    WRONG_FACTOR = Error "nhap/he-so-sai" {
        title: "Hệ số khớp với đơn vị tính", "A factor fits the units of measure",
        why: "Cách chuyển vừa nêu đơn vị tính vừa nêu hệ số, mà hệ số không phải hệ số đổi giữa hai đơn vị tính ấy. Bỏ một \
              trong hai, hoặc sửa cho khớp.",
            "The mapping gives a unit of measure and a factor that does not lead from it to that of the indicator. Leave one of \
             them out, or mend it.",
    }
    /// The cell of a figure holds something else than a number.
    NOT_A_NUMBER = Error "nhap/khong-phai-so" {
        title: "Ô số liệu của tệp xuất là một số", "Cells of figures are numbers",
        why: "Ô chứa chữ, ngày, TRUE, lỗi của bảng tính (#REF!, #DIV/0!) hay một đối tượng JSON ở chỗ của một số: nếu chuyển đi, \
              báo cáo sẽ in đúng những chữ ấy. Sửa ô trong tệp xuất; chưa có số thì để trống, biết là không có thì ghi dấu gạch -.",
            "A cell holds words, a date, TRUE, an error of a spreadsheet (#REF!, #DIV/0!) or an object of JSON in place of a \
             number, and the report would print just that. Mend it in the export; leave the cell blank where there is no number \
             yet, and write a dash - where it is known that there is none.",
    }
    /// A percentage stands where an indicator takes none.
    PERCENTAGE = Error "nhap/o-phan-tram" {
        title: "Chỉ tiêu không phải tỷ lệ không nhận ô có dấu %", "Indicators that are no percentages take no cells with a sign %",
        why: "Ô là \"97%\" hoặc được định dạng %, mà chỉ tiêu là số đếm hay số tiền: 5165 định dạng % hiện là 516500%, và không \
              biết con số nào là thật. Ghi số thật và bỏ dấu %; nếu cả cột là tỷ lệ thì sửa cách chuyển.",
            "The cell is \"97%\", or is formatted as a percentage, and the indicator is a count or an amount: 5165 with the format \
             % is shown as 516500%, and nobody knows which is meant. Write the number itself without a sign %; where the whole \
             column is a percentage, mend the mapping.",
    }
    /// All percentages of a column are fractions of 1.
    FRACTIONS = Error "nhap/ty-le-phan-so" {
        title: "Tỷ lệ của tệp xuất tính theo phần trăm", "Percentages of an export are percentages",
        why: "Mọi giá trị của một cột tỷ lệ đều không quá 1 và có số lẻ: có thể hệ thống kia ghi 0,97 cho 97 %. Không \
              ai biết được qua các số ấy, nên cách chuyển phải nói: factor = 100 nếu 0,97 là 97 %, factor = 1 nếu đúng là 0,97 %. \
              Phân số lẫn với tỷ lệ lớn cũng vậy; \
              khi chỉ một vài ô như thế, đây là cảnh báo.",
            "No value of a column of percentages is above 1, and some are not whole: perhaps that system writes 0.97 for 97 %. \
             Nobody can know it by the values, so the mapping has to say it: factor = 100 where 0.97 is 97 %, factor = 1 where it \
             is 0.97 % indeed. Where only some cells are fractions among large percentages, this is a warning.",
    }
    /// Percentages far beyond 100.
    BEYOND = Warning "nhap/ty-le-qua-lon" {
        title: "Tỷ lệ của tệp xuất không quá xa 100 %", "Percentages of an export are not far beyond 100",
        why: "Một giá trị của chỉ tiêu tỷ lệ lớn hơn 1000 %, hoặc lớn hơn 100 % sau khi nhân với factor: cột số tiền hay số đếm bị \
              nối nhầm vào tỷ lệ, hoặc factor = 100 nhân vào số đã là phần trăm; hay một tỷ lệ của tổng (không phải tốc độ tăng) \
              lớn hơn 100 % hoặc nhỏ hơn 0. Sửa cách chuyển hoặc ô.",
            "A value of a percentage is above 1000 %, or above 100 % once it is multiplied by a factor: a column of amounts or \
             counts is mapped to it by mistake, or factor = 100 multiplies what is in per cent already; or a share of a whole (no \
             rate of growth) is above 100 % or below zero. Mend the mapping or the cell.",
    }
    /// A total is not the sum of its parts.
    IDENTITY = Warning "nhap/dang-thuc-sai" {
        title: "Các đẳng thức giữa các cột của tệp xuất đúng", "Totals of an export are the sums of their columns",
        why: "Cột tổng của dòng không bằng tổng các cột thành phần mà cách chuyển đã nêu. Số vẫn được chuyển như tệp ghi; \
              hỏi lại nơi cung cấp số liệu trước khi trình ký.",
            "The total of a row is not the sum of the columns that the mapping names. The figures are taken as they stand; ask \
             whoever gave them before the report is signed.",
    }
    /// No unit came of the export.
    NO_UNITS = Error "nhap/khong-co-don-vi" {
        title: "Tệp xuất có ít nhất một đơn vị", "An export has units",
        why: "Không dòng nào của tệp thành báo cáo: tệp trống, mọi dòng thuộc kỳ khác, hoặc cách chuyển đọc sai trang tính.",
            "No row of the file became a report: it is empty, all rows are of other periods, or the mapping reads the wrong \
             sheet.",
    }
    /// An export changed while it was read.
    CHANGED = Error "nhap/tep-thay-doi" {
        title: "Tệp xuất không thay đổi trong lúc đọc", "An export does not change while it is read",
        why: "Tệp đã bị ghi lại trong lúc chương trình chạy, nên số liệu có thể lẫn hai bản. Đợi hệ thống xuất xong rồi chạy \
              lại.",
            "The file was written to while the program ran, so that figures may be of two versions. Wait until the system has \
             finished, and run it again.",
    }
    /// Reports of an earlier import stay in the folder.
    LEFT_OVER = Warning "nhap/bao-cao-cu" {
        title: "Thư mục chỉ có báo cáo của lần chuyển này", "A folder has the reports of one import only",
        why: "Với --force, báo cáo cùng tên được thay; báo cáo khác trong thư mục vẫn còn, chẳng hạn của một đơn vị không còn \
              trong tệp xuất, và các lệnh chạy trên cả thư mục sẽ in cả nó. Xóa báo cáo cũ, hoặc chuyển vào một thư mục \
              trống.",
            "With --force reports of the same names are replaced; others stay in the folder, such as that of a unit that is no \
             more in the export, and commands that take the folder print it too. Remove what is old, or import into an empty \
             folder.",
    }
    /// Several reports are asked for in one file.
    ONE_FILE = Error "nhap/mot-tep" {
        title: "Một tệp kết quả nhận một báo cáo", "One file takes one report",
        why: "-o nêu một tệp .json mà lần chuyển cho ra nhiều báo cáo. Nêu một thư mục: mỗi đơn vị một tệp trong đó.",
            "-o names a .json file and several reports came of the import. Name a folder: each unit has a file in it.",
    }
    /// Two workbooks would become one report.
    SAME_NAME = Error "nhap/trung-ten" {
        title: "Mỗi bảng tính thành một báo cáo có tên riêng", "Each workbook becomes a report with a name of its own",
        why: "Báo cáo mang tên của bảng tính mà nó được đọc ra. Hai bảng tính cùng tên trong một lần chuyển sẽ ghi đè lên \
              nhau, nên không tệp nào được viết. Đổi tên một tệp, hoặc chuyển từng tệp vào một thư mục riêng.",
            "A report is called as the workbook that it was read from. Two of one name in one run would write over each \
             other, so nothing is written. Rename one of them, or import each into a folder of its own.",
    }
    /// No set is said.
    NO_SET = Error "nhap/khong-ro-bo-mau" {
        title: "Biết tệp thuộc bộ mẫu nào", "The template set of a file is known",
        why: "Tệp này không phải biểu mẫu do baocao form export viết ra và chưa nêu cách chuyển. Thêm --map MAP.toml; bản đề \
              xuất: baocao map new TỆP --set BỘ_MẪU.",
            "This is no form that baocao form export wrote, and no mapping is named. Add --map MAP.toml; for a proposal: baocao \
             map new FILE --set SET.",
    }
}
