//! The archive: packages of issued documents, their register, bags.

use super::kinds;

kinds! {
    /// A folder is no archive.
    NOT_AN_ARCHIVE = Error "luu-tru/khong-phai-kho" {
        title: "Thư mục được nêu là kho lưu trữ", "The folder that is named is an archive",
        why: "Kho lưu trữ là thư mục có sổ register.ndjson, do `baocao archive add` tạo. Thư mục này không có sổ: tên gõ sai, hoặc \
              sổ đã bị xóa.",
            "An archive is a folder with the register register.ndjson, which `baocao archive add` makes. This one has none: its name \
             is mistyped, or the register was deleted.",
    }
    /// Another process holds the archive.
    AT_WORK = Error "luu-tru/dang-ghi" {
        title: "Kho lưu trữ rảnh trong thời gian chờ", "An archive becomes free in time",
        why: "Mỗi lúc chỉ một tiến trình ghi vào kho; các tiến trình khác chờ tối đa một phút. Kho vẫn bận sau thời gian ấy.",
            "One process at a time writes to an archive; others wait for a minute at most. It was still busy after that.",
    }
    /// Two documents with one number.
    NUMBER_TWICE = Error "luu-tru/trung-so" {
        title: "Mỗi số chỉ một văn bản trong năm và loạt số", "One document has a number in a year and a series",
        why: "Kho đã có văn bản của cùng cơ quan, cùng năm, cùng loạt số và cùng số. Văn bản thứ hai không được ghi vào sổ: số đã cấp \
              không cấp lại. Sửa số, hoặc nêu đúng loạt số bằng --series.",
            "The archive has a document of the same organ, year, series and number. A second one is not entered: a number is given \
             once. Mend the number, or name the series that is meant with --series.",
        law: "Nghị định 30/2020/NĐ-CP, Phụ lục VI, Phần I, mục III.1.h",
    }
    /// What a document cannot be entered without.
    FIELD_MISSING = Error "luu-tru/thieu-thong-tin" {
        title: "Văn bản vào sổ có đủ số, ký hiệu, ngày, cơ quan, trích yếu", "What is entered has number, symbol, date, organ, subject",
        why: "Thông tin lấy từ báo cáo nằm trong PDF; báo cáo không có, hoặc để trống chờ văn thư điền, thì nêu bằng --number, --date \
              hoặc --metadata.",
            "They come from the report inside of the PDF; where that has none, or leaves them open for the registry, they are given \
             by --number, --date or --metadata.",
        law: "Nghị định 30/2020/NĐ-CP, Phụ lục VI, Phần II, mục I",
    }
    /// What was given contradicts the report.
    FIELD_DIFFERS = Error "luu-tru/thong-tin-khac" {
        title: "Thông tin nêu thêm không trái với báo cáo", "What is given does not contradict the report",
        why: "Báo cáo trong PDF đã ghi một giá trị khác. Báo cáo là nguồn của văn bản đã ký: bỏ giá trị nêu thêm, hoặc kiểm tra lại xem \
              có nhầm tệp không.",
            "The report inside of the PDF says something else. It is the source of the document that was signed: leave out what was \
             given, or see whether this is the right file.",
    }
    /// What was given cannot be read.
    BAD_METADATA = Error "luu-tru/thong-tin-hong" {
        title: "Tệp thông tin của văn bản đọc được", "Files of metadata can be read",
        why: "Tệp sau --metadata, hoặc metadata.json của gói, là một đối tượng JSON với các trường của Phụ lục VI viết thường, có gạch \
              dưới; tên lạ, kiểu sai, ngày không có trong lịch đều bị từ chối.",
            "The file after --metadata, or metadata.json of a package, is an object of JSON with the fields of Annex VI in snake case; \
             unknown names, wrong types and days that are not in the calendar are refused.",
    }
    /// A field is longer than the decree lets it be.
    FIELD_TOO_LONG = Warning "luu-tru/thong-tin-qua-dai" {
        title: "Thông tin của văn bản không dài quá quy định", "Metadata are no longer than the decree says",
        why: "Hệ thống quản lý tài liệu theo Phụ lục VI có thể cắt phần dư khi nhận. Gói lưu trữ vẫn giữ nguyên.",
            "Systems that follow Annex VI may cut off the rest when they take it. The package keeps all of it.",
        law: "Nghị định 30/2020/NĐ-CP, Phụ lục VI, Phần II, mục I",
    }
    /// A name that cannot stand in a package.
    BAD_NAME = Error "luu-tru/ten-khong-dung-duoc" {
        title: "Tên tệp trong gói dùng được trên mọi máy", "Names in packages can be used on every system",
        why: "Tên có .., bắt đầu bằng dấu gạch chéo, có dấu gạch ngược, ký tự điều khiển hay ký tự mà Windows không nhận, là tên thiết bị \
              của Windows, hoặc quá dài. Một gói không ghi và không đọc tệp nào ngoài thư mục của nó.",
            "The name has .., begins with a slash, has a backslash, control characters or others that Windows does not take, is that of a \
             device of Windows, or too long. A package writes and reads nothing outside of its own folder.",
    }
    /// A link, a device, a pipe.
    NO_FILE = Error "luu-tru/khong-phai-tep" {
        title: "Trong gói chỉ có tệp thường", "Packages hold ordinary files only",
        why: "Liên kết, thiết bị, ống dẫn không được mở: liên kết có thể trỏ ra ngoài gói, và nội dung có thể đổi mà gói không đổi.",
            "Links, devices and pipes are not opened: a link may lead out of the package, and what it shows may change while the package \
             does not.",
    }
    /// A file is gone.
    FILE_MISSING = Error "luu-tru/mat-tep" {
        title: "Gói còn đủ tệp", "All files of a package are there",
        why: "Danh mục của gói kê tệp này, thư mục không còn. Lấy lại từ bản sao lưu.",
            "The manifest of the package lists the file and it is not there. Take it from a backup.",
    }
    /// A file is not what it was.
    FILE_CHANGED = Error "luu-tru/tep-bi-doi" {
        title: "Tệp trong gói không đổi từ khi vào kho", "Files of a package are what they were when they were entered",
        why: "SHA-256 hoặc kích thước của tệp khác với danh mục của gói: tệp bị sửa, bị thay hoặc hỏng trên ổ đĩa. Lấy lại từ bản sao \
              lưu.",
            "The SHA-256 or the size of the file is not what the manifest says: it was changed, replaced or damaged on the disk. Take it \
             from a backup.",
    }
    /// A file was put there.
    FILE_ADDED = Error "luu-tru/tep-la" {
        title: "Gói không có tệp ngoài danh mục", "A package has no files but those of its manifest",
        why: "Tệp nằm trong thư mục mà danh mục không kê: được bỏ vào sau khi gói vào kho.",
            "The file is in the folder and not in the manifest: it was put there after the package was entered.",
    }
    /// The manifest cannot be read.
    BAD_MANIFEST = Error "luu-tru/danh-muc-hong" {
        title: "Danh mục của gói đọc được", "Manifests of packages can be read",
        why: "manifest.json không phải danh mục mà chương trình viết ra, nên không biết gói phải có tệp gì.",
            "manifest.json is not a manifest as the program writes them, so nobody knows what the package should hold.",
    }
    /// A package is gone.
    PACKAGE_MISSING = Error "luu-tru/mat-goi" {
        title: "Gói nào trong sổ cũng còn", "Every package of the register is there",
        why: "Sổ có dòng của gói, thư mục gói không còn. Lấy lại từ bản sao lưu.",
            "The register has a line of the package and its folder is not there. Take it from a backup.",
    }
    /// A package is not in the register.
    PACKAGE_ADDED = Error "luu-tru/goi-la" {
        title: "Kho không có gói ngoài sổ", "An archive has no packages but those of its register",
        why: "Thư mục nằm cạnh các gói mà sổ không có dòng nào: được bỏ vào không qua `baocao archive add`, hoặc dòng của nó bị xóa.",
            "The folder lies beside the packages and the register has no line of it: it was put there without `baocao archive add`, or \
             its line was taken away.",
    }
    /// A line of the register cannot be read.
    BAD_LINE = Error "luu-tru/dong-so-hong" {
        title: "Dòng nào của sổ cũng đọc được", "Every line of the register can be read",
        why: "Mỗi dòng của register.ndjson là một đối tượng JSON do chương trình viết. Dòng này không phải: sổ bị sửa hoặc hỏng.",
            "Each line of register.ndjson is an object of JSON that the program wrote. This one is not: it was changed or damaged.",
    }
    /// The chain is broken.
    CHAIN_BROKEN = Error "luu-tru/chuoi-bi-dut" {
        title: "Mỗi dòng sổ nối với dòng trước", "Each line of the register follows the one before",
        why: "Mỗi dòng mang SHA-256 của dòng trước và số thứ tự. Không khớp thì dòng trước đã bị sửa, hoặc có dòng bị bỏ, bị chèn, bị \
              đổi chỗ.",
            "Each line has the SHA-256 of the one before, and its own place. Where they do not fit the line before was changed, or lines \
             were taken out, put in or moved.",
    }
    /// The register is shorter than its head says.
    REGISTER_CUT = Error "luu-tru/so-bi-cat" {
        title: "Sổ không ngắn hơn đầu sổ nói", "The register is no shorter than its head says",
        why: "head.json ghi số dòng và SHA-256 của dòng cuối. Sổ có ít dòng hơn: phần cuối đã bị cắt. Lấy lại từ bản sao lưu.",
            "head.json has the number of lines and the SHA-256 of the last one. The register has fewer: its end was cut off. Take it \
             from a backup.",
    }
    /// The head does not fit.
    HEAD_DIFFERS = Error "luu-tru/dau-so-khong-khop" {
        title: "Đầu sổ khớp với sổ", "The head fits the register",
        why: "head.json hoặc bản giữ riêng của nó không đọc được, bị mất, hoặc không khớp với dòng mà nó nêu: sổ hoặc đầu sổ đã bị sửa.",
            "head.json, or a copy of it that was kept elsewhere, cannot be read, is gone, or does not fit the line that it names: the \
             register or its head was changed.",
    }
    /// An entry that was cut short.
    RECOVERED = Note "luu-tru/da-khoi-phuc" {
        title: "Lần ghi bị ngắt được làm cho trọn", "An entry that was cut short is made whole",
        why: "Lần `archive add` trước bị ngắt giữa chừng (mất điện, bị dừng). Kho tự trở lại trạng thái trước hoặc sau lần ghi ấy; không \
              cần làm gì.",
            "An earlier `archive add` was cut short (no power, killed). The archive is as before that entry or as after it; nothing is to \
             be done.",
    }
    /// A token of a timestamp authority.
    TIMESTAMP = Error "luu-tru/dau-thoi-gian" {
        title: "Dấu thời gian là của một đầu sổ của kho", "A timestamp is of a head of the archive",
        why: "Dấu thời gian (RFC 3161) mang SHA-256 của head.json lúc được cấp. Không dòng nào của sổ cho ra đầu sổ ấy: sổ đã bị viết lại, \
              hoặc dấu là của kho khác.",
            "A timestamp (RFC 3161) has the SHA-256 of head.json as it was then. No line of the register gives that head: the register \
             was written anew, or the timestamp is of another archive.",
    }
    /// What was not looked at.
    NOT_EVALUATED = Note "luu-tru/chua-danh-gia" {
        title: "Điều không kiểm tra được nói rõ", "What is not looked at is told",
        why: "`baocao verify` không đọc được chữ ký của văn bản, hoặc chữ ký của dấu thời gian không được kiểm tra: đó là \
              chưa đánh giá, không phải đạt.",
            "`baocao verify` cannot read the signatures of the document, or the signature of a timestamp is not verified: \
             that is not evaluated, and not passed.",
    }
    /// A document that does not pass.
    NOT_PASSED = Warning "luu-tru/kiem-tra-khong-dat" {
        title: "Văn bản vào kho đạt kiểm tra", "Documents that are entered pass verification",
        why: "`baocao verify` thấy chữ ký sai, nội dung bị đổi sau khi ký hoặc nguồn không khớp. Văn bản vẫn vào kho cùng kết \
              quả kiểm tra; nếu đó không phải bản đã phát hành thì tìm lại bản gốc.",
            "`baocao verify` found a wrong signature, content that was changed after signing, or sources that do not fit. The \
             document is entered with that evidence; where it is not what was issued, get the original.",
    }
    /// No such package.
    NO_PACKAGE = Error "luu-tru/khong-co-goi" {
        title: "Gói được nêu có trong sổ", "The package that is named is in the register",
        why: "Sổ không có gói với mã ấy. `baocao archive list` liệt kê mã của mọi gói.",
            "The register has no package of that id. `baocao archive list` shows the ids of all.",
    }
    /// Evidence that cannot be used.
    BAD_EVIDENCE = Error "luu-tru/ket-qua-kiem-tra-hong" {
        title: "Kết quả kiểm tra là JSON", "Evidence of verification is JSON",
        why: "Tệp sau --evidence là kết quả của `baocao verify --format json`; tệp này không phải JSON.",
            "The file after --evidence is what `baocao verify --format json` prints; this one is not JSON.",
    }
    /// A bag is not valid.
    BAD_BAG = Error "luu-tru/tui-hong" {
        title: "Gói BagIt đúng RFC 8493", "Bags are as RFC 8493 says",
        why: "Gói thiếu bagit.txt, có dòng không đọc được, kê một tệp hai lần, hoặc không kê đủ tệp.",
            "The bag lacks bagit.txt, has a line that cannot be read, lists a file twice, or does not list all.",
    }
    /// A bag is valid and odd.
    ODD_BAG = Warning "luu-tru/tui-la" {
        title: "Gói BagIt viết theo cách thông dụng", "Bags are written as is usual",
        why: "Gói dùng được nhưng viết khác thông lệ, chẳng hạn ./ trước tên tệp hoặc thuật toán MD5, SHA-1 đã cũ.",
            "The bag can be used and is not written as is usual, with ./ before names or with MD5 or SHA-1, which are outdated.",
    }
}
