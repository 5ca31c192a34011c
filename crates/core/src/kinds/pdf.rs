//! PDF files that are read: what is inside of them, and whether it is what they were made from.

use super::kinds;

kinds! {
    /// A file is no PDF, or cannot be read as one.
    UNREADABLE = Error "pdf/khong-doc-duoc" {
        title: "Đọc được tệp PDF", "A PDF can be read",
        why: "Tệp không phải PDF, bị cắt cụt, hỏng cấu trúc, đặt mật khẩu, hoặc tệp bên trong quá nhiều, quá lớn, nén \
              theo cách không đọc được. Lấy lại bản gốc từ nơi phát hành.",
            "The file is no PDF, is cut short, has a damaged structure or a password, or the files inside are too many, \
             too large or packed in a way that cannot be read. Get the original from the office that issued it.",
    }
    /// Nothing that a PDF was made from is inside of it.
    NO_SOURCES = Error "pdf/khong-co-nguon" {
        title: "PDF mang theo dữ liệu đã làm ra nó", "A PDF carries what it was made from",
        why: "Văn bản do chương trình này dựng theo PDF/A-3 mang bên trong báo cáo, các tệp kèm theo và bản ghi nguồn \
              gốc. Tệp này không có: nó do chương trình khác làm, được dựng theo chuẩn không cho đính kèm, hoặc tệp bên \
              trong đã bị gỡ.",
            "A document that this program makes as PDF/A-3 holds the report, the files that go with it and a record of \
             where it comes from. This file does not: another program made it, it was made to a standard that allows no \
             attachments, or the files inside were taken out.",
    }
    /// What is inside of a PDF is not what its record says.
    OTHER_SOURCES = Error "pdf/nguon-khac-ban-ghi" {
        title: "Tệp bên trong đúng như bản ghi nguồn gốc", "Files inside are those of the record",
        why: "Bản ghi nguồn gốc trong PDF ghi mã băm của từng tệp đã dùng. Một tệp thiếu, hoặc nội dung khác với mã ấy: \
              có người đã thay nó sau khi văn bản được dựng.",
            "The record in the PDF holds the hash of each file that was used. One is missing, or differs from its hash: \
             somebody changed it after the document was made.",
    }
    /// A PDF does not say where it is signed.
    NO_PLACES = Error "pdf/khong-co-cho-ky" {
        title: "PDF ghi chỗ ký, chỗ đóng dấu", "A PDF says where it is signed and stamped",
        why: "Văn bản do chương trình này dựng ghi trong tệp chỗ của chữ ký, con dấu, số và ngày còn để trống. Tệp này \
              không ghi: nó do chương trình khác làm, dựng theo PDF 1.4, theo mẫu trang cũ, hoặc mọi chỗ đã in sẵn.",
            "A document that this program makes says in the file where signature, seal, number and day go that are still \
             open. This file does not: another program made it, it is PDF 1.4, its layout is an older one, or all of it is \
             printed already.",
    }
    /// The name of a file inside leads out of the folder that it shall be put into.
    LEADS_OUT = Error "pdf/ten-dan-ra-ngoai" {
        title: "Tên tệp bên trong không dẫn ra ngoài", "Names of files inside lead nowhere else",
        why: "Tên một tệp bên trong PDF có .., là đường dẫn tuyệt đối, có ký tự điều khiển hoặc là tên mà Windows giữ \
              riêng. Không tệp nào được lấy ra: tên như vậy có thể ghi đè tệp khác của máy.",
            "The name of a file inside the PDF has .., begins at the root, has control characters or is one that Windows \
             keeps for itself. Nothing is taken out: such a name could replace another file of this machine.",
    }
}
