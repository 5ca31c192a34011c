//! Images of signatures and seals.

use super::kinds;

kinds! {
    /// An image file cannot be read.
    UNREADABLE = Error "hinh-anh/khong-doc-duoc" {
        title: "Đọc được tệp ảnh chữ ký, con dấu", "Images of signatures and seals can be read",
        why: "Tệp ảnh mà \"signature\" hoặc \"seal\" của người ký nêu không có, không có quyền đọc hoặc là thư mục. \
              Đường dẫn tính từ thư mục chứa báo cáo; sửa đường dẫn, hoặc bỏ trường ấy để ký trên giấy.",
            "The file that \"signature\" or \"seal\" of a signer names is not there, may not be read, or is a folder. \
             The path begins in the folder of the report; mend it, or leave the field out and sign on paper.",
    }
    /// An image file is too large.
    FILE_TOO_LARGE = Error "hinh-anh/qua-lon" {
        title: "Tệp ảnh không quá lớn", "Image files are not too large",
        why: "Ảnh chữ ký, con dấu được nhúng vào PDF, tệp quá lớn làm văn bản nặng vô ích. Quét lại ở độ phân giải \
              thấp hơn, hoặc cắt sát phần có nét.",
            "Signatures and seals go into the PDF, and a large file makes it heavy for nothing. Scan it at a lower \
             resolution, or cut it close to the ink.",
    }
    /// A file is no PNG or JPEG.
    NOT_AN_IMAGE = Error "hinh-anh/khong-phai-anh" {
        title: "Ảnh là PNG hoặc JPEG", "Images are PNG or JPEG",
        why: "Nội dung tệp không phải PNG hay JPEG, dù đuôi tên là gì. Quét lại và lưu thành PNG nền trong suốt.",
            "The file holds no PNG and no JPEG, whatever its name ends in. Scan it again and save it as a PNG with \
             transparency.",
    }
    /// An image has too many pixels.
    TOO_MANY_PIXELS = Error "hinh-anh/qua-rong" {
        title: "Ảnh không có quá nhiều điểm ảnh", "Images have not too many pixels",
        why: "Chữ ký, con dấu chỉ in rộng vài xentimét; ảnh nhiều điểm ảnh hơn mức này không nét hơn mà tốn bộ nhớ. \
              Thu nhỏ ảnh, hoặc quét lại ở độ phân giải thấp hơn.",
            "Signatures and seals are printed a few centimetres wide; more pixels than this make them no clearer and \
             cost memory. Scale the image down, or scan it at a lower resolution.",
    }
    /// An image file is damaged or incomplete.
    DAMAGED = Error "hinh-anh/hong" {
        title: "Tệp ảnh nguyên vẹn", "Image files are whole",
        why: "Tệp bắt đầu như một ảnh PNG hoặc JPEG nhưng hỏng hoặc bị cắt giữa chừng, thường vì chép dở. Chép hoặc \
              quét lại ảnh.",
            "The file begins as a PNG or JPEG and is damaged or ends too early: mostly it was copied in part. Copy or \
             scan the image again.",
    }
    /// Colours of a printing press.
    CMYK = Error "hinh-anh/he-mau-in" {
        title: "Ảnh dùng màu RGB hoặc thang xám", "An image is in RGB or grey",
        why: "Ảnh JPEG hệ màu CMYK (của máy in) không được phép trong PDF/A khi văn bản không kèm hồ sơ màu ấy. Mở ảnh và lưu lại \
              ở RGB, hoặc thành PNG.",
            "JPEG images in CMYK, the colours of a printing press, are not allowed in PDF/A without a profile of these colours. \
             Open the image and save it in RGB, or as PNG.",
    }
}
