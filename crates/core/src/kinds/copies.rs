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
}
