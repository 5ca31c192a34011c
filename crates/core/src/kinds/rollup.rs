//! Reports of many units that become that of the level above.

use super::kinds;

kinds! {
    /// There is nothing to roll up.
    NO_REPORTS = Error "tong-hop/khong-co-bao-cao" {
        title: "Có báo cáo của đơn vị để tổng hợp", "There are reports to roll up",
        why: "Không có báo cáo nào của đơn vị. Nêu các tệp, hoặc thư mục chứa chúng.",
            "No report of a unit is named. Name the files, or the folder that holds them.",
    }
    /// Reports of units have errors.
    UNIT_ERRORS = Error "tong-hop/bao-cao-co-loi" {
        title: "Báo cáo của đơn vị đọc được", "Reports of units can be read",
        why: "Báo cáo của một đơn vị có lỗi nên không biết số liệu của đơn vị ấy; tổng hợp mà thiếu thì tổng sai. \
              Sửa báo cáo ấy, hoặc không đưa vào: khi đó đơn vị được coi là chưa gửi báo cáo.",
            "The report of a unit has errors, so its figures are not known, and totals without them would be \
             wrong. Mend that report, or leave it out: its unit is then one that did not report.",
    }
    /// A report is of another period.
    OTHER_PERIOD = Error "tong-hop/khac-ky" {
        title: "Mọi báo cáo cùng một kỳ", "All reports are of one period",
        why: "Cộng số liệu của hai kỳ thì tổng không phải của kỳ nào. Kỳ của báo cáo cấp trên được dùng; chưa có \
              báo cáo ấy thì kỳ mà phần lớn đơn vị báo cáo.",
            "Figures of two periods added up are those of neither. The period is that of the report above; where \
             it is not there yet, that of most units.",
    }
    /// A report has another cut-off date.
    OTHER_DATES = Warning "tong-hop/ngay-chot-khac" {
        title: "Các đơn vị chốt số liệu cùng ngày", "All units count to the same day",
        why: "Cùng một kỳ nhưng đơn vị lấy số liệu từ ngày khác hoặc đến ngày khác, nên tổng gộp những khoảng thời \
              gian khác nhau. Số vẫn được cộng; hỏi lại đơn vị.",
            "The period is the same, and the unit counts from another day or to another, so that totals are of \
             different spans. The figures are taken all the same; ask the unit.",
    }
    /// A report is of another level or family.
    OTHER_LEVEL = Error "tong-hop/khac-cap" {
        title: "Mọi báo cáo thuộc một cấp, dưới cấp của báo cáo tổng hợp",
            "All reports are of one level, below that of the report",
        why: "Báo cáo tổng hợp gộp báo cáo của các đơn vị cùng cấp; \"levels\" của rollup.json nói cấp nào hợp \
              thành cấp nào. Trộn hai cấp thì số của xã được đếm hai lần: một lần trong báo cáo của xã, một lần \
              trong báo cáo của huyện.",
            "The reports of units of one level are rolled up; \"levels\" of rollup.json says which make up which. \
             With two levels the figures of a commune would count twice: in its own report and in that of its \
             district.",
    }
    /// Two reports are of one unit.
    UNIT_TWICE = Error "tong-hop/don-vi-hai-bao-cao" {
        title: "Mỗi đơn vị có một báo cáo", "A unit has one report",
        why: "Hai tệp là báo cáo của một đơn vị, dù tên tệp khác nhau: cộng cả hai thì số của đơn vị bị tính hai \
              lần. Giữ bản đúng.",
            "Two files are reports of one unit, whatever they are called: its figures would count twice. Keep the \
             right one.",
    }
    /// The report above is among those of the units.
    REPORT_ITSELF = Error "tong-hop/chinh-no" {
        title: "Báo cáo tổng hợp không nằm trong các báo cáo đơn vị", "The report above is none of those of the units",
        why: "Tệp của báo cáo tổng hợp cũng được nêu như báo cáo của một đơn vị. Để nó ở thư mục khác, hoặc nêu \
              từng tệp.",
            "The file of the report above is named as the report of a unit too. Keep it in another folder, or name \
             the files.",
    }
    /// Nobody knows of which set the report above is.
    NO_SET = Error "tong-hop/khong-ro-bo-mau" {
        title: "Biết báo cáo tổng hợp thuộc bộ mẫu nào", "The template set of the report above is known",
        why: "Báo cáo tổng hợp chưa có, và không bộ mẫu nào của cấp trên cùng phiên bản với báo cáo của đơn vị. \
              Nêu bộ mẫu bằng --set.",
            "The report above is not there yet, and no set of a level above has the version of those of the units. \
             Name one with --set.",
    }
    /// The report above has other figures.
    DIFFERS = Error "tong-hop/so-da-co" {
        title: "Số đã có trong báo cáo tổng hợp không bị thay mà không hỏi",
            "Figures of the report above are not replaced unasked",
        why: "Báo cáo tổng hợp đã ghi một số khác với số tổng hợp được, và số ấy không do lần tổng hợp trước ghi. \
              Có thể người lập đã cộng thêm phần của cơ quan mình: khi đó đưa phần ấy vào bằng --own. Thêm --force \
              để thay.",
            "The report above gives another value than comes of the units, and no earlier roll-up wrote it. \
             Perhaps somebody has added the part of his own agency: bring that in with --own. Add --force to \
             replace the figures.",
    }
    /// A sum is too large.
    TOO_LARGE = Error "tong-hop/so-qua-lon" {
        title: "Tổng không quá lớn", "Totals are not too large",
        why: "Tổng có nhiều chữ số hơn mức chương trình tính chính xác được. Thường do một đơn vị ghi sai đơn vị tính.",
            "The total has more digits than can be computed with exactly. Mostly a unit has used another unit of \
             measure.",
    }
    /// A file changed.
    CHANGED = Error "tong-hop/tep-thay-doi" {
        title: "Báo cáo không thay đổi trong lúc tổng hợp", "Reports do not change while they are rolled up",
        why: "Một tệp đã bị ghi lại trong lúc chương trình chạy, nên tổng có thể không khớp với tệp. Chạy lại.",
            "A file was written to while the program ran, so that totals may not be those of the files. Run it again.",
    }
    /// A unit left figures out.
    LEFT_OUT = Warning "tong-hop/thieu-so-lieu" {
        title: "Báo cáo của đơn vị có đủ số liệu", "Reports of units have all figures",
        why: "Đơn vị không ghi một số liệu, cũng không ghi null, hoặc ghi chữ ở chỗ của số: không biết là bao \
              nhiêu. Tổng gồm các đơn vị còn lại, và cột Ghi chú của biểu nói chưa gồm đơn vị nào. Bổ sung báo cáo \
              của đơn vị rồi tổng hợp lại.",
            "The unit gives neither a value nor null, or words in place of a number: nobody knows how much. The \
             total is that of the others, and the column Ghi chú of the form says whose part is not in it. \
             Complete the report and roll up again.",
    }
    /// A version of the form does not have indicators.
    VERSION_LACKS = Warning "tong-hop/phien-ban-khong-co" {
        title: "Mẫu của đơn vị có mọi chỉ tiêu của báo cáo tổng hợp",
            "Forms of units have what the report above asks for",
        why: "Đơn vị dùng phiên bản mẫu khác, không có chỉ tiêu mà các đơn vị còn lại có. Chỉ tiêu được nối theo \
              mã; tổng không gồm các đơn vị này, và cột Ghi chú của biểu nói vậy.",
            "Units use another version of the form, which lacks indicators that others have. They are brought \
             together by id; the totals are without these units, and the column Ghi chú of the form says so.",
    }
    /// A ratio has no parts.
    NO_PARTS = Warning "tong-hop/ti-le-thieu-thanh-phan" {
        title: "Tỷ lệ tổng hợp từ tử số và mẫu số", "Ratios are rolled up from their parts",
        why: "Đơn vị ghi tỷ lệ mà không có tử số và mẫu số, hoặc chỉ có một trong hai. Trung bình của các tỷ lệ \
              không phải là tỷ lệ chung, nên ô của báo cáo tổng hợp để trống; ghi tay khi có số liệu.",
            "Units give a ratio without its numerator and denominator, or with one of them only. The mean of \
             ratios is not the ratio of all, so the cell of the report above stays blank; fill it in where the \
             figures are known.",
    }
    /// Values cannot be brought together.
    OTHER_KIND = Warning "tong-hop/khac-cach-ghi" {
        title: "Chỉ tiêu cùng mã cùng đơn vị tính và bảng mã",
            "Indicators of one id have one unit and one list of codes",
        why: "Hai bộ mẫu cùng mã chỉ tiêu nhưng đơn vị tính không đổi được cho nhau, hoặc mã có nghĩa khác. Số của \
              các đơn vị này không được tổng hợp. Đặt mã chỉ tiêu khác trong một bộ mẫu.",
            "Two sets share the id of an indicator, and its units cannot be converted or its codes mean different \
             things. The values of these units are left out. Give the indicator another id in one of the sets.",
    }
    /// The units of the report are not known.
    NO_REGISTER = Note "tong-hop/khong-co-danh-sach" {
        title: "Biết đơn vị nào phải báo cáo", "It is known which units must report",
        why: "Không có danh sách đơn vị, và báo cáo tổng hợp không phải của một tỉnh mà chương trình biết các xã: \
              đơn vị nào chưa báo cáo thì không biết được. Nêu danh sách bằng --units.",
            "There is no list of units, and the report above is not that of a province whose communes are known: \
             which units have not reported cannot be told. Name a list with --units.",
    }
    /// Units know that they have no value.
    NULLS = Note "tong-hop/ghi-null" {
        title: "Số liệu ghi null được biết là không có", "A null is known to be nothing",
        why: "Đơn vị ghi null: biết chắc là không có. Không cộng gì vào tổng, và tổng vẫn đủ. Khác với bỏ trống, \
              là không biết.",
            "The unit gives null: it is known to have no value. Nothing is added, and the total is whole. That is \
             not the same as leaving it out, which means that nobody knows.",
    }
    /// Indicators are left to the report above.
    OWN = Note "tong-hop/cap-tren-tu-ghi" {
        title: "Chỉ tiêu không tổng hợp được thì báo cáo cấp trên tự ghi",
            "What is not rolled up is given by the report above",
        why: "Chỉ tiêu chỉ có ở mẫu của cấp trên, hoặc là mã, chữ mà rollup.json không nêu quy tắc gộp. Ghi tay \
              vào báo cáo.",
            "Indicators that only the form above has, and codes and words for which rollup.json states no rule. \
             Give them in the report.",
    }
    /// Indicators of units are not used.
    NOT_USED = Note "tong-hop/cap-tren-khong-co" {
        title: "Chỉ tiêu của đơn vị có trong báo cáo cấp trên", "Indicators of units are in the report above",
        why: "Mẫu của cấp trên không có những chỉ tiêu này của đơn vị, nên số liệu của chúng không đi vào đâu.",
            "The form above does not have these indicators of the units, so that their figures go nowhere.",
    }
    /// A value is far from those of the others.
    OUTLIER = Note "tong-hop/khac-thuong" {
        title: "Số liệu của đơn vị không khác xa các đơn vị khác",
            "Figures of a unit are not far from those of the others",
        why: "Số của đơn vị cách nửa giữa của các đơn vị (từ tứ phân vị thứ nhất đến thứ ba) hơn ba lần bề rộng \
              của nửa ấy. Có thể đúng; cũng có thể nhầm đơn vị tính hay thừa số 0. Chỉ xét khi có từ 8 đơn vị.",
            "The value is farther from the middle half of the units (first to third quartile) than three times its \
             width. It may be right; it may also be another unit of measure or a zero too many. Looked at where \
             there are 8 units or more.",
    }
    /// A value is far from that of the earlier period.
    JUMP = Note "tong-hop/khac-ky-truoc" {
        title: "Số liệu của đơn vị không khác xa kỳ trước",
            "Figures of a unit are not far from those of the earlier period",
        why: "So với báo cáo kỳ trước mà báo cáo của đơn vị nêu, số đếm hoặc số tiền tăng hay giảm từ mười lần, tỷ \
              lệ chênh từ 50 điểm phần trăm. Có thể đúng; nên hỏi lại.",
            "Compared with the earlier report that the unit's own names, a count or an amount is ten times as much \
             or a tenth, a percentage 50 points away. It may be right; ask.",
    }
}
