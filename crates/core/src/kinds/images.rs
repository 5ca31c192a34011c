//! Images of signatures and seals, pictures in texts.

use super::kinds;

kinds! {
    /// An image file cannot be read.
    UNREADABLE = Error "hinh-anh/khong-doc-duoc" {
        title: "Đọc được tệp ảnh", "Images can be read",
        why: "Tệp ảnh mà lời văn đặt, hoặc \"signature\", \"seal\" của người ký nêu không có, không có quyền đọc hoặc là thư mục. \
              Đường dẫn tính từ thư mục chứa báo cáo; sửa đường dẫn, hoặc bỏ ảnh.",
            "The file that a text places, or \"signature\" or \"seal\" of a signer names, is not there, may not be read, or is a \
             folder. The path begins in the folder of the report; mend it, or leave the image out.",
    }
    /// An image file is too large.
    FILE_TOO_LARGE = Error "hinh-anh/qua-lon" {
        title: "Tệp ảnh không quá lớn", "Image files are not too large",
        why: "Ảnh được nhúng vào PDF, tệp quá lớn làm văn bản nặng vô ích. Lưu hoặc quét lại ở độ phân giải thấp hơn; chữ ký, \
              con dấu thì cắt sát phần có nét.",
            "Images go into the PDF, and a large file makes it heavy for nothing. Save or scan it at a lower resolution; cut \
             signatures and seals close to the ink.",
    }
    /// A file is no PNG or JPEG.
    NOT_AN_IMAGE = Error "hinh-anh/khong-phai-anh" {
        title: "Ảnh là PNG hoặc JPEG", "Images are PNG or JPEG",
        why: "Nội dung tệp không phải PNG hay JPEG, dù đuôi tên là gì. Mở ảnh và lưu thành PNG hoặc JPEG; chữ ký, con dấu là PNG \
              nền trong suốt.",
            "The file holds no PNG and no JPEG, whatever its name ends in. Open it and save it as PNG or JPEG; signatures and \
             seals as PNG with transparency.",
    }
    /// An image has too many pixels.
    TOO_MANY_PIXELS = Error "hinh-anh/qua-rong" {
        title: "Ảnh không có quá nhiều điểm ảnh", "Images have not too many pixels",
        why: "Trang giấy chỉ rộng 21 cm; ảnh nhiều điểm ảnh hơn mức này không nét hơn mà tốn bộ nhớ. Thu nhỏ ảnh, hoặc quét lại ở \
              độ phân giải thấp hơn.",
            "A page is 21 cm wide; more pixels than this make an image no clearer and cost memory. Scale it down, or scan it at a \
             lower resolution.",
    }
    /// An image file is damaged or incomplete.
    DAMAGED = Error "hinh-anh/hong" {
        title: "Tệp ảnh nguyên vẹn", "Image files are whole",
        why: "Tệp bắt đầu như một ảnh PNG hoặc JPEG nhưng hỏng hoặc bị cắt giữa chừng, thường vì chép dở. Chép hoặc \
              quét lại ảnh.",
            "The file begins as a PNG or JPEG and is damaged or ends too early: mostly it was copied in part. Copy or \
             scan the image again.",
    }
    /// A picture stands where none can.
    NOT_ALONE = Error "hinh-anh/khong-dung-rieng" {
        title: "Ảnh đứng riêng một đoạn", "A picture is a paragraph of its own",
        why: "Ảnh in giữa trang, rộng bằng lời văn trở xuống, nên không đặt được giữa dòng, trong gạch đầu dòng, ô bảng, đầu mục hay chú \
              thích. Đặt ![mô tả](tệp.png) riêng một đoạn, có dòng trống trước và sau; dòng ngay dưới có thể là tên ảnh: *Hình 1. ...*.",
            "A picture stands in the middle of the page, as wide as the text at most, and so in no line, item, cell, heading or footnote. \
             Write ![words](FILE.png) as a paragraph of its own with a blank line before and after it; the line below may be its caption.",
    }
    /// A picture has no words for those who cannot see it.
    NO_WORDS = Error "hinh-anh/thieu-mo-ta" {
        title: "Ảnh có lời mô tả", "Pictures have words for those who cannot see them",
        why: "Văn bản là PDF/UA, máy đọc màn hình đọc lời mô tả thay cho ảnh; để trống hoặc ghi tên tệp thì người nghe không biết ảnh \
              cho thấy gì. Viết một câu vào giữa ![ và ].",
            "The document is PDF/UA: a screen reader says the words of a picture. Where there are none, or the name of the file, nobody who \
             listens knows what it shows. Write a sentence between ![ and ].",
    }
    /// A template set places a picture.
    OF_TEMPLATE = Error "hinh-anh/trong-mau" {
        title: "Ảnh là của báo cáo, không của bộ mẫu", "Pictures are of a report, not of a template set",
        why: "Đường dẫn của ảnh tính từ thư mục chứa báo cáo, nên lời của bộ mẫu không đặt được ảnh. Đặt ảnh trong lời văn của báo cáo.",
            "The path of a picture begins in the folder of the report, so that the words of a set can place none. Place it in a text of the \
             report.",
    }
    /// A report has too many pictures.
    TOO_MANY = Error "hinh-anh/qua-nhieu" {
        title: "Báo cáo không có quá nhiều ảnh", "A report has not too many pictures",
        why: "Ảnh nằm trong PDF; quá nhiều ảnh, hoặc quá nhiều điểm ảnh cộng lại, làm văn bản nặng và dàn trang lâu. Bớt ảnh, thu nhỏ ảnh.",
            "Pictures are inside of the PDF: too many of them, or too many pixels in all, make it heavy and slow to lay out. Take some out, \
             scale them down.",
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
