//! Copies of documents, and appendices in files of their own.

use super::kinds;

kinds! {
    /// The signing line on files of appendices is not complete.
    UNFINISHED = Warning "phu-luc/chua-du-dong-ky" {
        title: "Tệp phụ lục riêng có đủ dòng thông tin ký số", "Appendices in files of their own have the whole signing line",
        why: "Phụ lục không cùng tệp với văn bản điện tử mang ở góc trên bên phải trang đầu số, ký hiệu văn bản và thời \
              gian ký. Báo cáo chưa có số hoặc thời gian ký thì phần ấy để trống, không tự đặt ra. Bổ sung \
              \"code_number\", \"signing_time\" khi đã có, rồi dựng lại.",
            "An appendix that is not in the file of its electronic document has the number and symbol of the document and \
             the time of signing in the upper right corner of its first page. What the report does not know is left out \
             and not made up. Add \"code_number\" and \"signing_time\" when they are known, and render again.",
        law: "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục III.1.d",
    }
    /// The time of signing is not printed where all stands in one file.
    NOT_PRINTED = Note "van-ban/khong-in-gio-ky" {
        title: "Thời gian ký chỉ in trên tệp phụ lục riêng",
            "The time of signing is printed on appendices in files of their own",
        why: "Dòng thông tin ký số ở góc trên bên phải (ô 14) dành cho phụ lục ở tệp riêng và bản sao điện tử. Phụ lục \
              cùng tệp với văn bản thì không ký riêng, nên \"signing_time\" không in ra.",
            "The signing line in the upper right corner (box 14) belongs to appendices in files of their own and to \
             electronic copies. An appendix in the file of its document is not signed by itself, so \"signing_time\" is \
             not printed.",
        law: "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục III.1.d",
    }
    /// There is no such copy as an electronic document.
    NO_ELECTRONIC = Error "ban-sao/khong-co-dang-dien-tu" {
        title: "Dạng bản sao có trong nghị định", "The kind of copy is one of the decree",
        why: "Nguồn là văn bản điện tử. Điều 25 chỉ có trích sao từ văn bản điện tử sang văn bản điện tử; sao y, sao lục \
              của văn bản điện tử là bản in ra giấy. Cần gửi bản điện tử thì gửi chính văn bản gốc đã ký số.",
            "The source is an electronic document. The decree knows electronic extracts of it only; SAO Y and SAO LỤC of an \
             electronic document are printed on paper. Where an electronic one is wanted, send the signed original.",
        law: "NĐ 30/2020/NĐ-CP, Điều 25",
    }
    /// The sections of an extract are missing, or the whole is copied.
    SECTIONS = Error "ban-sao/muc-can-trich" {
        title: "Trích sao nêu mục, sao y và sao lục chép toàn bộ", "An extract names sections, other copies are whole",
        why: "Trích sao chỉ giữ những mục được chọn bằng --sections; sao y và sao lục chép toàn bộ văn bản, không chọn \
              mục.",
            "An extract keeps the sections that --sections names; SAO Y and SAO LỤC copy the whole document and choose \
             none.",
        law: "NĐ 30/2020/NĐ-CP, Điều 25",
    }
    /// The document has no such section.
    UNKNOWN_PART = Error "ban-sao/muc-khong-co" {
        title: "Mục cần trích có trong văn bản", "Sections to be extracted are in the document",
        why: "Mục nêu ở --sections không có trong văn bản. Ghi mã mục của đề cương, hoặc số in trong văn bản từ mục lớn \
              đến mục nhỏ: II.3.",
            "A section of --sections is not in the document. Give the id that the outline has, or the numbers as they are \
             printed, from the larger to the smaller: II.3.",
    }
    /// The document was not issued yet.
    NOT_ISSUED = Warning "ban-sao/chua-ban-hanh" {
        title: "Văn bản được sao đã ban hành", "The document that is copied was issued",
        why: "Bản sao có giá trị như bản chính, nên chỉ sao văn bản đã có số và ngày ban hành. Báo cáo còn để trống số \
              hoặc ngày; bổ sung đúng như bản đã phát hành, rồi sao lại.",
            "A copy counts as the original does, so that only a document with number and date is copied. The report leaves \
             one of them open; add them as they were issued, and copy again.",
        law: "NĐ 30/2020/NĐ-CP, Điều 25, 26",
    }
    /// The copy is older than the document.
    BEFORE_DOCUMENT = Warning "ban-sao/truoc-van-ban" {
        title: "Bản sao không có ngày trước ngày của văn bản", "A copy is not older than its document",
        why: "Chỉ sao được văn bản đã ban hành, nên ngày sao không thể trước ngày ban hành. Một trong hai ngày ghi nhầm.",
            "Only what was issued can be copied, so that the day of the copy cannot come before that of the document. One of them is \
             mistaken.",
        law: "NĐ 30/2020/NĐ-CP, Điều 25",
    }
    /// The document that is copied does not pass verification.
    SOURCE_FAILED = Warning "ban-sao/ban-goc-khong-dat" {
        title: "Văn bản được sao đạt kiểm tra chữ ký số", "The document that is copied passes verification",
        why: "Bản sao y là bản sao đầy đủ, chính xác của bản gốc. Chữ ký số của tệp này sai, hoặc nội dung bị đổi sau khi ký: xem \
              `baocao verify`, và lấy lại bản đã phát hành trước khi sao.",
            "A copy is full and exact. A signature of this file is wrong, or it was changed after it was signed: see `baocao verify`, and \
             get what was issued before it is copied.",
        law: "NĐ 30/2020/NĐ-CP, Điều 3, khoản 10",
    }
    /// Pictures of signatures are not copied.
    NO_PICTURES = Note "ban-sao/khong-co-hinh-chu-ky" {
        title: "Bản sao có hình chữ ký, dấu của văn bản", "A copy shows signature and seal of its document",
        why: "Bản sao được dựng lại từ dữ liệu bên trong, với số và ngày đã đóng; hình chữ ký và con dấu chỉ có khi báo cáo nêu tệp hình. \
              Sao y đúng nghị định là in chính văn bản đã ký ra giấy; bản dựng lại dùng làm phần bản sao kèm theo.",
            "The copy is made again from the data inside, with the number and the day that were stamped; pictures of signatures and of the \
             seal are there only where the report names their files. By the decree a SAO Y is a print of the signed document itself.",
        law: "NĐ 30/2020/NĐ-CP, Điều 25, khoản 1, điểm b",
    }
    /// Appendices are left out of an extract.
    NO_APPENDICES = Note "ban-sao/khong-co-phu-luc" {
        title: "Trích sao không có phụ lục", "An extract has no appendices",
        why: "Trích sao giữ các mục được chọn của phần văn bản; phụ lục không được chép. Cần phụ lục thì sao y toàn bộ văn bản.",
            "An extract keeps the chosen sections of the text; appendices are not copied. Where they are wanted, copy the whole document.",
    }
    /// An electronic copy has no time of signing.
    NO_TIME = Warning "ban-sao/chua-co-gio-ky" {
        title: "Bản sao điện tử có thời gian ký", "An electronic copy has a time of signing",
        why: "Góc trên bên phải trang đầu của bản sao điện tử ghi hình thức sao, tên cơ quan sao và thời gian ký. Chưa có \
              \"signing_time\" thì phần ấy để trống, không tự đặt ra.",
            "The upper right corner of an electronic copy has its form, the organ that copies and the time of signing. \
             Without \"signing_time\" that is left out and not made up.",
        law: "NĐ 30/2020/NĐ-CP, Phụ lục I, phần II, mục I.3",
    }
    /// A copy cannot be made of the file of a copy.
    OF_COPY = Error "ban-sao/tu-ban-sao" {
        title: "Bản sao được làm từ tệp văn bản gốc", "Copies are made of the file of the document",
        why: "Tệp PDF này là một bản sao. Làm bản sao mới từ nó sẽ mất phần của cơ quan đã sao. Dùng tệp của văn bản gốc; \
              sao lục từ một bản sao y giấy thì chụp bản giấy.",
            "This PDF is a copy. A new one made of it would lose what the organ that copied it added. Use the file of the \
             document itself; a copy of a copy on paper is made from the paper.",
    }
}
