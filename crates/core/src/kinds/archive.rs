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
        why: "Thông tin lấy từ báo cáo nằm trong PDF, số và ngày lấy cả từ chỗ đã đóng khi phát hành; không có ở đó thì nêu bằng \
              --number, --date hoặc --metadata. Loại văn bản không có trích yếu vào sổ bằng tên loại.",
            "They come from the report inside of the PDF, number and day also from the stamps of issue; where neither has them, they \
             are given by --number, --date or --metadata. A document whose type has no abstract is entered by the name of that.",
        law: "Nghị định 30/2020/NĐ-CP, Phụ lục VI, Phần II, mục I",
    }
    /// What was given contradicts the report.
    FIELD_DIFFERS = Error "luu-tru/thong-tin-khac" {
        title: "Thông tin vào sổ đúng như văn bản ghi", "What is entered is what the document says",
        why: "Số và ngày lấy từ chỗ đã đóng trên văn bản, phần còn lại từ báo cáo trong PDF. Giá trị nêu thêm, hoặc chính số và ngày đã \
              đóng, trái với chúng: bỏ giá trị nêu thêm, hoặc kiểm tra lại xem có nhầm tệp không.",
            "Number and day come from the stamps on the document, the rest from the report inside of the PDF. What was given, or the \
             stamps themselves, say something else: leave out what was given, or see whether this is the right file.",
    }
    /// What is no number of a document.
    NO_NUMBER = Error "luu-tru/khong-phai-so" {
        title: "Số văn bản là chữ số", "The number of a document is digits",
        why: "Số của văn bản đi là chữ số Ả Rập, lấy liên tiếp trong năm; chỗ phải chèn thì thêm một chữ cái (12a). Ký hiệu đứng sau số, \
              ở trường code_notation.",
            "The number of a document is written in digits, one after another in a year; where one has to be put in between, with a \
             letter behind it (12a). The symbol behind the number is a field of its own, code_notation.",
        law: "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3",
    }
    /// One document twice.
    DOCUMENT_TWICE = Error "luu-tru/trung-van-ban" {
        title: "Mỗi văn bản vào kho một lần", "A document is entered once",
        why: "Kho đã có đúng tệp này, từng byte một, dưới một dòng khác của sổ. Một văn bản chỉ có một số: xem dòng kia, hoặc kiểm tra \
              lại xem có nhầm tệp không.",
            "The archive has these very bytes in another line of the register. A document has one number: see that line, or whether \
             this is the right file.",
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
        title: "Kho và gói không có tệp lạ", "Archives and packages have no files but their own",
        why: "Tệp nằm trong gói mà danh mục không kê, hoặc nằm trong thư mục của kho mà không phải của kho: được bỏ vào sau. Sổ không \
              biết tệp ấy; chuyển ra chỗ khác.",
            "The file is in a package and not in its manifest, or in the folder of the archive and none of its own: it was put there \
             later. The register does not know it; move it elsewhere.",
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
        title: "Dòng nào của sổ cũng đọc được và đúng với gói của nó", "Every line of the register can be read and says what its package says",
        why: "Mỗi dòng của register.ndjson là một đối tượng JSON do chương trình viết, với số, ký hiệu, ngày, trích yếu như metadata.json \
              của gói. Dòng này không phải: sổ bị sửa hoặc hỏng.",
            "Each line of register.ndjson is an object of JSON that the program wrote, with number, symbol, date and abstract as they \
             stand in metadata.json of its package. This one is not: it was changed or damaged.",
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
    NOT_PASSED = Error "luu-tru/kiem-tra-khong-dat" {
        title: "Văn bản vào kho đạt kiểm tra", "Documents that are entered pass verification",
        why: "`baocao verify` thấy chữ ký sai, nội dung bị đổi sau khi ký hoặc nguồn không khớp. Tìm lại bản đã phát hành; nếu \
              chính tệp này phải được giữ thì thêm --keep-failed: văn bản vào kho cùng kết quả ấy, và `archive show` luôn nói rõ.",
            "`baocao verify` found a wrong signature, content that was changed after signing, or sources that do not fit. Get what \
             was issued; where this very file has to be kept, add --keep-failed: it is entered with that result, and `archive show` \
             always says so.",
    }
    /// A document that nobody signed.
    UNSIGNED = Warning "luu-tru/chua-ky" {
        title: "Văn bản vào kho có chữ ký số", "Documents that are entered are signed",
        why: "Kho giữ văn bản đã phát hành; văn bản điện tử được phát hành khi có chữ ký số của người có thẩm quyền và của cơ quan. \
              Tệp này không có chữ ký nào: đó là bản dự thảo, hoặc bản quét của văn bản giấy.",
            "An archive keeps documents that were issued; an electronic document is issued when it has the signatures of the leader \
             and of the organ. This file has none: it is a draft, or a scan of a document on paper.",
        law: "Nghị định 30/2020/NĐ-CP, Điều 5",
    }
    /// No such package.
    NO_PACKAGE = Error "luu-tru/khong-co-goi" {
        title: "Gói được nêu có trong sổ", "The package that is named is in the register",
        why: "Sổ không có gói với mã ấy. `baocao archive list` liệt kê mã của mọi gói.",
            "The register has no package of that id. `baocao archive list` shows the ids of all.",
    }
    /// Evidence that is none.
    BAD_EVIDENCE = Error "luu-tru/ket-qua-kiem-tra-hong" {
        title: "Bằng chứng là kết quả của baocao verify", "Evidence is what baocao verify prints",
        why: "Tệp sau --evidence là kết quả của `baocao verify --format json`, nguyên như lúc in ra: có SHA-256 của tệp đã kiểm tra, thời \
              gian kiểm tra, kết quả và từng mục kiểm tra.",
            "The file after --evidence is what `baocao verify --format json` prints, as it was printed: with the SHA-256 of the file, the \
             time, the result and every check.",
    }
    /// Evidence about another file.
    OTHER_EVIDENCE = Error "luu-tru/ket-qua-cua-tep-khac" {
        title: "Bằng chứng là của chính văn bản vào kho", "Evidence is about the document that is entered",
        why: "Kết quả kiểm tra ghi SHA-256 của tệp đã kiểm tra; tệp vào kho có SHA-256 khác.",
            "The result names the SHA-256 of the file that was verified; the file that is entered has another.",
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
