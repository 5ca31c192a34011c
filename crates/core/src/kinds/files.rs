//! Files and folders that commands name, read and write.

use super::kinds;

kinds! {
    /// A file or folder cannot be read.
    UNREADABLE = Error "tep/khong-doc-duoc" {
        title: "Đọc được tệp và thư mục được nêu tên", "Files and folders that are named can be read",
        why: "Báo cáo, tệp đặt cạnh báo cáo, thư mục mẫu, thư mục phông chữ hoặc baocao.toml không đọc được: không \
              có, không có quyền, quá lớn, không phải UTF-8, không phải tệp thường mà là thư mục, ống dẫn, thiết bị, \
              socket, liên kết hỏng hoặc dẫn về chính nó. Lý do ghi ngay trong thông báo; sửa đường dẫn, cấp quyền hoặc \
              lưu lại tệp. Muốn đưa dữ liệu qua ống dẫn thì ghi - để đọc từ đầu vào chuẩn. Đường dẫn ghi trong báo cáo \
              tính từ thư mục chứa báo cáo.",
            "The report, a file beside it, a folder of templates or fonts, or baocao.toml cannot be read: it is not \
             there, permission is denied, it is too large, not UTF-8, or no ordinary file: a folder, a pipe, a device, \
             a socket, a link to nothing or to itself. The message says which; mend the path, the permission or the file. \
             What comes through a pipe is read from standard input, with -. Paths in a report begin in its folder.",
    }
    /// A file lies outside of the root folder.
    OUTSIDE = Error "tep/ngoai-goc" {
        title: "Tệp đi kèm nằm trong thư mục gốc", "Files that go with a report lie in the root folder",
        why: "Báo cáo chỉ được dùng tệp trong thư mục gốc: thư mục chứa baocao.toml gần nhất phía trên báo cáo, không \
              có thì chính thư mục chứa báo cáo; --root chọn thư mục khác. Đường dẫn có .., đường dẫn tuyệt đối hay \
              liên kết dẫn ra ngoài đều bị từ chối, dù ngoài ấy có tệp hay không, để một báo cáo do người khác gửi \
              không lấy được tệp của máy. Thư mục mẫu và thư mục phông chữ cũng vậy: liên kết trong đó không được dẫn \
              ra ngoài.",
            "A report may use files in the root folder only: that of the nearest baocao.toml above it, or else its \
             own folder; --root chooses another. A path with .., an absolute one or a link that leads out is refused, \
             whether anything is there or not, so that a report from somebody else gets no file of this machine. The \
             same goes for folders of templates and fonts: no link in them may lead out.",
    }
    /// Two files that were sent have one name.
    NAME_TWICE = Error "tep/trung-ten" {
        title: "Các tệp gửi kèm không trùng tên", "Files that are sent have different names",
        why: "Hai tệp gửi kèm, hoặc hai tệp trong gói nén, có cùng một tên (kể cả khi dấu được mã hóa khác nhau): \
              không biết lấy tệp nào. Bỏ hoặc đổi tên một tệp.",
            "Two files that were sent, or two in an archive, have one name, perhaps with letters encoded in two ways, \
             and nobody knows which is meant. Leave one out, or give it another name.",
    }
    /// An archive cannot be used.
    BAD_ARCHIVE = Error "tep/goi-nen-hong" {
        title: "Gói nén dùng được", "Archives can be used",
        why: "Gói zip hỏng, có quá nhiều tệp hoặc chứa liên kết, thứ có thể trỏ ra ngoài gói. Nén lại từ các tệp \
              thường.",
            "The zip is damaged, has too many files or holds a link, which could lead out of it. Pack it again from \
             ordinary files.",
    }
    /// A file, a folder or standard output cannot be written.
    UNWRITABLE = Error "tep/khong-ghi-duoc" {
        title: "Ghi được kết quả", "Results can be written",
        why: "Tệp kết quả, thư mục chứa nó, đầu ra chuẩn hoặc báo cáo được --fix sửa không ghi được: thư mục không \
              có, không có quyền, ổ đĩa đầy, tên ấy là một thư mục hay liên kết hỏng, tệp ở đó chỉ cho phép đọc hoặc của \
              người khác mà chủ tệp không giữ được, đầu ra chuẩn đã đóng. Mỗi tệp được ghi trọn vẹn hoặc không ghi gì, nên \
              không có tệp dở dang. Chọn nơi khác, cấp quyền hoặc giải phóng dung lượng ổ đĩa rồi chạy lại.",
            "The file of the result, its folder, standard output or a report that --fix mends cannot be written: the \
             folder is not there, permission is denied, the disk is full, the name is that of a folder or of a link to \
             nothing, the file there is read-only or somebody else's who would not stay its owner, standard output is \
             closed. Files are written whole or not at all: no half of one is left behind. Choose another place, give permission or \
             make room, and run it again.",
    }
    /// A file is there already.
    EXISTS = Error "tep/da-co" {
        title: "Không ghi đè tệp đã có khi chưa được phép", "A file that exists is not replaced unasked",
        why: "Tệp cùng tên đã có, có thể là bản đã phát hành. Muốn thay thì thêm --force; muốn giữ thì chọn tên hoặc \
              thư mục khác.",
            "A file of that name is there already; it may be one that was issued. Add --force to replace it, or \
             choose another name or folder to keep it.",
    }
    /// The output is a device or a pipe.
    NOT_A_FILE = Error "tep/khong-phai-tep" {
        title: "Kết quả được ghi ra tệp thường", "Results are written to ordinary files",
        why: "Tên đầu ra là thiết bị, ống dẫn hoặc socket; ghi như với tệp thường thì một tệp sẽ chiếm chỗ của nó. Chọn \
              tên khác, hoặc ghi ra đầu ra chuẩn bằng -o - rồi chuyển hướng.",
            "The output is a device, a pipe or a socket, which a file would take the place of. Choose another name, or \
             write to standard output with -o - and redirect it.",
    }
    /// The result would replace the report.
    ONTO_REPORT = Error "tep/trung-bao-cao" {
        title: "Kết quả không ghi đè lên báo cáo", "The result does not replace the report",
        why: "Nơi ghi kết quả chính là tệp báo cáo đang đọc; ghi vào đó thì mất dữ liệu gốc, nên có --force cũng \
              không ghi. Chọn tên khác bằng -o.",
            "The result would go into the report that is being read, and its data would be lost: not even --force \
             allows that. Choose another name with -o.",
    }
    /// Several images for standard output.
    SEVERAL_PAGES = Error "tep/nhieu-trang" {
        title: "Đầu ra chuẩn chỉ nhận một ảnh", "Standard output takes one image",
        why: "Mỗi trang thành một ảnh PNG, mà văn bản có nhiều trang. Ghi ra tệp: -o trang.png cho các tệp \
              trang-1.png, trang-2.png; hoặc dùng PDF.",
            "Every page becomes a PNG of its own, and the document has several. Write to files: -o page.png gives \
             page-1.png, page-2.png; or make a PDF.",
    }
    /// A folder holds no report.
    NO_REPORTS = Error "tep/khong-co-bao-cao" {
        title: "Thư mục đem kiểm tra có báo cáo", "A folder that is checked holds reports",
        why: "Chỉ tệp .json nằm ngay trong thư mục được xét; tệp trong thư mục con, lược đồ và tệp chứa các dòng của \
              bảng thì không. Nêu đúng thư mục, hoặc nêu thẳng tên tệp báo cáo.",
            "Only .json files right in the folder are looked at, and neither folders below it nor schemas nor files \
             of rows. Name the right folder, or the reports themselves.",
    }
    /// A file is no font.
    NO_FONT = Error "tep/khong-phai-phong" {
        title: "Tệp trong thư mục phông chữ dùng được", "Files of the font folder are fonts",
        why: "Một tệp .ttf, .otf, .ttc hoặc .otc trong thư mục của --font-dir không chứa phông chữ nào, thường vì \
              chép dở hoặc bị đổi đuôi. Bỏ tệp ấy ra khỏi thư mục, hoặc chép lại phông.",
            "A .ttf, .otf, .ttc or .otc in the folder of --font-dir holds no font: mostly it was copied in part or \
             given another ending. Take it out of the folder, or copy the font again.",
    }
    /// A font may not be embedded.
    FONT_NOT_EMBEDDED = Error "tep/phong-cam-nhung" {
        title: "Phông chữ cho phép nhúng", "Fonts may be embedded",
        why: "Văn bản PDF/A chứa phông chữ của nó; nhà làm phông ghi trong tệp rằng phông này không được nhúng. Dùng bản \
              có phép nhúng, hoặc bỏ tệp khỏi thư mục để dùng Liberation Serif.",
            "A PDF/A file contains its fonts, and the maker of this one says in the file that it may not be embedded. Use a \
             copy that may, or take the file out of the folder, and Liberation Serif is used.",
    }
    /// A family of fonts lacks a style or a letter.
    FONT_INCOMPLETE = Error "tep/phong-thieu" {
        title: "Phông chữ đủ kiểu, đủ chữ", "Fonts have all styles and letters",
        why: "Văn bản dùng chữ đứng, đậm, nghiêng, đậm nghiêng và mọi chữ cái tiếng Việt. Thiếu một kiểu hay một chữ thì \
              chữ của hai phông lẫn vào nhau. Chép đủ các tệp của phông, hoặc bỏ cả họ phông để dùng Liberation Serif.",
            "Documents use regular, bold, italic and bold italic letters, and all of Vietnamese. Where a style or a letter is \
             missing, letters of two fonts are mixed. Copy all files of the font, or take them all out, and Liberation Serif is used.",
    }
    /// The fonts are too large or too many.
    FONTS_TOO_LARGE = Error "tep/phong-qua-lon" {
        title: "Thư mục phông chữ không quá lớn", "The font folder is not too large",
        why: "Phông chữ được giữ trong bộ nhớ khi dựng văn bản. Chỉ để trong thư mục các phông mà văn bản dùng.",
            "Fonts are held in memory while documents are made. Keep only those in the folder that documents use.",
    }
}
