//! The layout of pages, and the files made of them.

use super::kinds;

kinds! {
    /// The pages cannot be laid out.
    FAILED = Error "sap-chu/loi" {
        title: "Dàn được trang", "The pages can be laid out",
        why: "Bộ sắp chữ dừng lại, thường vì tệp trong layout/ của thư mục mẫu có lỗi, đọc tệp ngoài, dùng gói, hoặc \
              chép từ phiên bản cũ. Sửa tệp tại chỗ được nêu, hoặc bỏ nó để dùng cách trình bày có sẵn. Đi kèm \
              sap-chu/khong-dat-chuan thì lỗi này cho biết vì sao PDF không đạt chuẩn.",
            "The typesetter stopped: mostly a file in layout/ of the folder of templates is wrong, reads other files, \
             uses packages, or was copied from an older version. Mend it where it is told, or take it out and the \
             built-in layout is used. Beside sap-chu/khong-dat-chuan it says why the PDF does not meet the standard.",
    }
    /// The layout warns of something.
    WARNED = Warning "sap-chu/canh-bao" {
        title: "Dàn trang không có cảnh báo", "The layout warns of nothing",
        why: "Bộ sắp chữ dàn được trang nhưng có điều cần lưu ý, thường do tệp trong layout/ của thư mục mẫu. Xem lại \
              trang in; sửa tệp ấy tại chỗ được nêu.",
            "The pages were laid out, and the typesetter has something to say of them, mostly of a file in layout/ of \
             the folder of templates. Look at the pages, and mend that file where it is told.",
    }
    /// The layout, copied from an older version, does not know what is asked for.
    OLD_LAYOUT = Error "sap-chu/mau-trang-cu" {
        title: "Mẫu trang riêng biết việc được yêu cầu", "An own layout knows what is asked for",
        why: "Thư mục mẫu có layout/main.typ chép từ phiên bản cũ, chưa biết dựng riêng từng phụ lục hoặc bản sao: kết \
              quả sẽ thiếu hoặc thừa phần. Chép lại tệp ấy từ mẫu có sẵn rồi đưa phần sửa riêng vào.",
            "The folder of templates has a layout/main.typ of an older version, which knows no single appendices or no \
             copies: what is made would lack something, or have too much. Copy that file anew from the built-in one and \
             put your own changes into it.",
    }
    /// The layout takes too much memory or time.
    TOO_MUCH = Error "sap-chu/vuot-gioi-han" {
        title: "Mẫu trang riêng dùng bộ nhớ, thời gian có hạn", "An own layout takes no endless memory and time",
        why: "Tệp trong layout/ của thư mục mẫu là chương trình; chương trình này dùng quá nhiều bộ nhớ hoặc không dừng, \
              nên tiến trình chạy nó đã bị ngắt. Tìm vòng lặp, chuỗi hoặc danh sách quá dài ở đó.",
            "Files in layout/ of the folder of templates are programs; this one takes too much memory or does not end, and the \
             process that ran it was ended. Look there for a loop, a text or a list without end.",
    }
    /// The document has too many pages.
    TOO_MANY_PAGES = Error "sap-chu/qua-nhieu-trang" {
        title: "Văn bản không có quá nhiều trang", "A document has not too many pages",
        why: "Văn bản dài hơn mức chương trình ghi ra, thường vì tệp dữ liệu của bảng chọn nhầm. Bớt bảng, lọc dòng, \
              hoặc tách thành nhiều văn bản.",
            "The document is longer than is written out: mostly a table takes its rows from the wrong file. Take \
             tables out, filter rows, or make several documents of it.",
    }
    /// The PDF does not meet the chosen standard.
    NOT_OF_STANDARD = Error "sap-chu/khong-dat-chuan" {
        title: "PDF đạt chuẩn đã chọn", "The PDF meets the chosen standard",
        why: "Văn bản có thứ mà chuẩn chọn bằng --pdf-standard không cho phép, như phông chữ hoặc ảnh không hợp; \
              thông báo kèm theo nêu rõ. Sửa chỗ ấy, hoặc chọn chuẩn khác.",
            "The document has something that the standards of --pdf-standard do not permit, such as a font or an \
             image; the findings beside this one say what. Mend that, or choose another standard.",
    }
    /// A page cannot be written as PNG.
    NO_IMAGE = Error "sap-chu/anh" {
        title: "Ghi được trang thành ảnh PNG", "Pages can be written as PNG",
        why: "Một trang không chuyển được thành ảnh, lý do ghi trong thông báo. Giảm --ppi, hoặc ghi ra PDF.",
            "A page cannot be encoded as an image; the reason is told. Lower --ppi, or make a PDF.",
    }
}
