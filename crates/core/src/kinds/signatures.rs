//! Signatures of PDF files that are verified.

use super::kinds;

kinds! {
    /// The file cannot be read by the letter.
    FILE = Error "chu-ky/tep-hong" {
        title: "Cấu trúc tệp PDF nguyên vẹn", "A PDF file can be read by the letter",
        why: "Mọi đối tượng mà tệp dẫn tới phải nằm đúng chỗ bảng tham chiếu ghi, và tệp kết thúc bằng %%EOF. Nhiều \
              chương trình tự sửa tệp hỏng khi mở, mỗi chương trình một cách, nên hai người có thể thấy hai nội dung \
              khác nhau. Xin lại tệp gốc.",
            "All that the file leads to must stand where its tables say, and it must end with %%EOF. Many programs \
             mend a broken file when they open it, each in its own way, so that two people may see two documents. \
             Ask for the original file.",
    }
    /// More than is looked at.
    TOO_MANY = Error "chu-ky/qua-nhieu" {
        title: "Số chữ ký và số lần ghi thêm trong mức được xem xét", "As many signatures as are looked at",
        why: "Tệp có nhiều chữ ký hoặc nhiều lần ghi thêm hơn mức chương trình xem xét; phần còn lại chưa được kiểm \
            tra.",
            "The file has more signatures or revisions than the program looks at; the rest was not verified.",
    }
    /// The signature does not cover what it must.
    RANGE = Error "chu-ky/vung-ky-sai" {
        title: "Chữ ký bao trùm đúng phần phải ký", "A signature covers exactly what it must",
        why: "Vùng được ký (ByteRange) phải bắt đầu từ byte đầu tiên, chỉ chừa đúng giá trị chữ ký của chính nó và \
              kết thúc ở cuối một lần ghi. Vùng khác đi thì trong tệp có phần không ai ký mà phần mềm đọc vẫn hiện, \
              kể cả khi tổng độ dài đúng.",
            "What is signed (ByteRange) must begin at the first byte, leave out exactly the value of this signature \
             and end with a revision. Otherwise there is something in the file that nobody signed and readers may \
             show, even where the lengths add up.",
    }
    /// The signed bytes were changed.
    DIGEST = Error "chu-ky/noi-dung-khac" {
        title: "Nội dung đúng là nội dung đã ký", "The content is what was signed",
        why: "Mã băm tính lại từ tệp khác mã băm nằm trong chữ ký: phần đã ký bị sửa sau khi ký, hoặc chữ ký lấy từ \
              văn bản khác.",
            "The digest of the file is not that in the signature: what was signed was changed afterwards, or the \
             signature is that of another document.",
    }
    /// The signature was not made with the key of the certificate.
    FORGED = Error "chu-ky/gia-mao" {
        title: "Chữ ký được tạo bằng khóa của chứng thư", "A signature was made with the key of its certificate",
        why: "Giá trị chữ ký không khớp với khóa công khai của chứng thư và phần được ký: chữ ký giả, bị sửa hoặc gắn \
              chứng thư khác.",
            "The value of the signature does not fit the key of the certificate and what is signed: it is forged, was \
             changed, or another certificate was put in.",
    }
    /// The message of the signature is not in order.
    MESSAGE = Error "chu-ky/cms-sai" {
        title: "Thông điệp chữ ký (CMS) đúng cấu trúc", "The message of a signature (CMS) is in order",
        why: "Chữ ký số trong PDF là một thông điệp CMS có đúng một người ký, nêu loại nội dung và mã băm, không chứa \
              nội dung và không có gì phía sau ngoài các byte 0. Khác đi thì không biết ai ký cái gì.",
            "A signature in a PDF is a CMS message of exactly one signer that names the kind and the digest of its \
             content, does not hold that content, and has nothing behind it but zeros. Otherwise nobody can say who \
             signed what.",
    }
    /// The certificate is not the signer's, or not one for signing.
    CERTIFICATE = Error "chu-ky/chung-thu-sai" {
        title: "Chứng thư là của người ký và dùng để ký", "The certificate is the signer's, and one for signing",
        why: "Chữ ký phải kèm chứng thư mà nó nêu; nếu phần được ký ghi mã băm của chứng thư thì phải đúng chứng thư \
              ấy; và chứng thư phải cho phép ký số. Khác đi thì tên người ký hiện ra có thể là của người khác.",
            "A signature must come with the certificate that it names; where what is signed holds the digest of the \
             certificate, it must be that one; and it must be one for signing. Otherwise the name that is shown may \
             be somebody else's.",
    }
    /// The certificate was not valid.
    VALIDITY = Error "chu-ky/het-han" {
        title: "Chứng thư còn hiệu lực khi ký", "The certificate was valid when it was used",
        why: "Thời điểm ký nằm ngoài thời hạn của chứng thư. Thời điểm lấy từ dấu thời gian; không có thì theo lời \
              người ký, rồi theo phần mềm ký.",
            "The time of the signature is not within the validity of the certificate. The time is that of the \
             timestamp, or else what the signer says, or else the program that signed.",
    }
    /// The certificate does not lead to one that is trusted.
    CHAIN = Error "chu-ky/khong-den-goc" {
        title: "Chứng thư dẫn tới gốc tin cậy", "The certificate leads to one that is trusted",
        why: "Từ chứng thư của người ký, qua các chứng thư của cơ quan cấp, phải tới được một chứng thư nêu trong \
              --anchors: mỗi chứng thư do khóa của chứng thư trên ký, còn hiệu lực khi ký và được phép cấp chứng thư. \
              Chứng thư tự tạo không tới được.",
            "From the certificate of the signer, over those of the authorities, a certificate of --anchors must be \
             reached: each signed with the key of the one above it, valid at the time of the signature and allowed to \
             issue others. A certificate that somebody made himself gets nowhere.",
    }
    /// The issuer took the certificate back.
    REVOKED = Error "chu-ky/bi-thu-hoi" {
        title: "Chứng thư chưa bị thu hồi khi ký", "The certificate was not revoked when it was used",
        why: "Cơ quan cấp đã thu hồi chứng thư trước thời điểm ký, theo danh sách thu hồi (CRL) hoặc câu trả lời OCSP của cơ \
              quan ấy nằm trong tệp hoặc nêu bằng --revocation. Chứng thư bị thu hồi khi khóa bị lộ, người ký thôi giữ chức vụ \
              hoặc thông tin sai.",
            "Its issuer took the certificate back before the time of the signature, by its revocation list (CRL) or OCSP \
             response in the file or given by --revocation. That is done when a key is lost, somebody leaves office, or \
             what the certificate says is wrong.",
    }
    /// A file of trusted certificates cannot be read.
    ANCHOR = Error "chu-ky/goc-khong-doc-duoc" {
        title: "Tệp của --anchors là chứng thư", "Files of --anchors are certificates",
        why: "Tệp phải chứa một hay nhiều chứng thư PEM (BEGIN CERTIFICATE) hoặc một chứng thư DER.",
            "The file must hold certificates in PEM (BEGIN CERTIFICATE), or one in DER.",
    }
    /// The timestamp is wrong.
    TIMESTAMP = Error "chu-ky/dau-thoi-gian-sai" {
        title: "Dấu thời gian là của chữ ký này", "A timestamp is of this signature",
        why: "Dấu thời gian (RFC 3161) phải đóng lên giá trị của chính chữ ký này, do chứng thư chuyên dùng của cơ \
              quan cấp dấu thời gian còn hiệu lực lúc ấy ký. Dấu lấy từ chữ ký khác không nói được khi nào ký.",
            "A timestamp (RFC 3161) must be made over the value of this signature, by a certificate for timestamps \
             that was valid at that moment. One of another signature says nothing about the time of this one.",
    }
    /// The content was changed.
    CHANGED = Error "chu-ky/noi-dung-bi-doi" {
        title: "Sau khi ký, nội dung không bị đổi", "The content was not changed after it was signed",
        why: "Phần ghi thêm sau chữ ký đổi điều mà người đọc thấy hoặc nhận được: nội dung trang, phông chữ, hình, \
              chú thích, tệp đính kèm, thứ tự hoặc số trang, liên kết, mã lệnh; hoặc xóa vật che chữ. Thêm chữ ký, \
              điền biểu mẫu được phép, ghi lại đối tượng mà không đổi nội dung thì không phải là đổi.",
            "What was added after the signature changes what readers see or get: content of pages, fonts, images, \
             annotations, attachments, the order or number of pages, links, scripts; or it takes away what covered a \
             text. Further signatures, forms filled in where that is allowed, and objects that were only written anew \
             are no changes.",
    }
    /// A signature was taken out.
    REMOVED = Error "chu-ky/bi-go" {
        title: "Chữ ký đã ký không bị gỡ", "A signature is not taken out",
        why: "Một lần ghi trước của tệp có chữ ký này, nhưng bản cuối không còn hiện nó. Xin lại tệp đủ chữ ký.",
            "An earlier revision of the file shows this signature, and the last one does not. Ask for the file with \
             all its signatures.",
    }
    /// Genuine, and not well formed.
    MALFORMED = Warning "chu-ky/khong-dung-chuan" {
        title: "Chữ ký viết đúng chuẩn", "A signature is well formed",
        why: "Chữ ký đúng là do khóa của chứng thư tạo ra trên nội dung này, nhưng phần mềm ký ghi sai chuẩn: thiếu \
              NULL trong DigestInfo, hoặc giá trị chữ ký lại là một thông điệp CMS. Phần mềm khác có thể báo chữ ký \
              sai. Đây không phải giả mạo.",
            "The signature was made with the key of the certificate over this content, but its program wrote it \
             wrongly: no NULL in the DigestInfo, or a CMS message for a value. Other programs may call it invalid. It \
             is not forged.",
    }
    /// A weak algorithm.
    WEAK = Warning "chu-ky/thuat-toan-yeu" {
        title: "Thuật toán đủ mạnh", "The algorithms are strong enough",
        why: "Chữ ký dùng SHA-1 hoặc khóa RSA ngắn hơn 2048 bit. Chữ ký ấy ngày nay có thể bị làm giả bởi người có \
              đủ máy tính; văn bản cũ thường như vậy.",
            "The signature uses SHA-1, or an RSA key of less than 2048 bits. Today somebody with enough computers \
             could forge it; old documents often have such signatures.",
    }
}
