//! Signing PDF files: what is signed, keys and certificates, time stamps, signatures made outside.

use super::kinds;

kinds! {
    /// What shall be signed is no PDF.
    NO_PDF = Error "ky-so/khong-phai-pdf" {
        title: "Tệp để ký là PDF", "What is signed is a PDF",
        why: "Tệp phải bắt đầu bằng %PDF-. Dựng báo cáo thành PDF bằng `baocao render` rồi ký tệp ấy.",
            "A PDF begins with %PDF-. Make one of the report with `baocao render` and sign that.",
    }
    /// A file is larger than what is read.
    TOO_LARGE = Error "ky-so/qua-lon" {
        title: "Tệp để ký không quá lớn", "What is signed is not too large",
        why: "Cả tệp được đọc vào bộ nhớ để tính giá trị băm, nên có giới hạn.",
            "A file is read into memory as a whole to be hashed, so there is a limit.",
    }
    /// The file is encrypted.
    ENCRYPTED = Error "ky-so/ma-hoa" {
        title: "Tệp để ký không mã hóa", "What is signed is not encrypted",
        why: "Văn bản lưu trữ (PDF/A) không được mã hóa, và chữ ký trên tệp mã hóa không ai kiểm tra được nếu thiếu mật khẩu.",
            "Documents of an archive (PDF/A) are not encrypted, and nobody without the password can verify a signature on \
             one that is.",
    }
    /// The file is broken.
    DAMAGED = Error "ky-so/tep-hong" {
        title: "Tệp để ký còn nguyên vẹn", "What is signed is whole",
        why: "Chữ ký được ghi tiếp vào sau tệp, nên bảng vị trí của tệp phải đúng. Tệp bị cắt ngắn hoặc hỏng thì phải dựng \
              lại hoặc tải lại.",
            "A signature is written behind the file, so its table of places must be right. A file that was cut short or \
             damaged has to be made or fetched again.",
    }
    /// An update cannot be written.
    NOT_WRITTEN = Error "ky-so/khong-ghi-duoc" {
        title: "Phần ghi thêm viết được", "The update can be written",
        why: "Phần ghi thêm vào tệp không dựng được từ những gì tệp đang có.",
            "What is to be written behind the file cannot be made of what the file has.",
    }
    /// Where the mark stands is not known.
    NO_PLACE = Error "ky-so/khong-ro-cho" {
        title: "Biết chỗ ký, chỗ đóng dấu", "The place of a mark is known",
        why: "Văn bản do `baocao render` dựng ghi sẵn các chỗ ký; tệp khác thì phải nêu trang và khung bằng --page và --rect. \
              Khung phải nằm trong trang.",
            "A document made by `baocao render` says where it is signed; of another file the page and the rectangle are \
             given by --page and --rect. The rectangle must lie on the page.",
    }
    /// The mark is there already.
    SIGNED_ALREADY = Error "ky-so/da-ky" {
        title: "Mỗi chỗ chỉ ký một lần", "A mark is signed once",
        why: "Chỗ này đã có chữ ký. Ký lại thì không rõ chữ ký nào có hiệu lực; nếu ký nhầm, bắt đầu lại từ tệp chưa ký.",
            "This mark has its signature. With a second one nobody would know which counts; after a mistake begin again \
             with the file as it was before.",
    }
    /// The seal before the leader.
    LEADER_FIRST = Error "ky-so/chua-ky-ma-dong-dau" {
        title: "Người có thẩm quyền ký trước, đóng dấu sau", "The leader signs before the seal is put",
        why: "Dấu của cơ quan chỉ đóng lên văn bản đã có chữ ký của người có thẩm quyền.",
            "The seal of an organ is put on a document only after its leader signed it.",
        law: "NĐ 30/2020/NĐ-CP Điều 32",
    }
    /// A signature that is there does not hold.
    EARLIER_BROKEN = Error "ky-so/chu-ky-truoc-khong-dat" {
        title: "Chữ ký đã có trên tệp còn nguyên vẹn", "The signatures that the file has hold",
        why: "Ký, đóng dấu lên tệp có chữ ký đã hỏng là đứng ra bảo đảm cho nội dung bị sửa. Số, ngày và dấu chỉ đóng khi chữ ký \
              của người có thẩm quyền còn giá trị.",
            "Whoever signs or seals a file with a broken signature stands for what was tampered with. Number, day and seal are \
             put only while the signature of the leader holds.",
    }
    /// The file forbids any change.
    CHANGES_FORBIDDEN = Error "ky-so/khong-cho-thay-doi" {
        title: "Chữ ký chứng thực cho phép ký tiếp", "The certification lets others sign",
        why: "Chữ ký chứng thực trên tệp không cho phép thay đổi nào (DocMDP P=1): ký thêm sẽ làm chữ ký ấy mất giá trị.",
            "The file was certified so that nothing may change (DocMDP P=1): one more signature would break that one.",
    }
    /// The form of the file cannot take a signature.
    FORM_UNFIT = Error "ky-so/bieu-mau-khong-nhan" {
        title: "Biểu mẫu của tệp nhận được chữ ký", "The form of the file can take a signature",
        why: "Tệp có biểu mẫu XFA, hoặc có sẵn trường trùng tên mà không phải trường chữ ký.",
            "The file has an XFA form, or a field of the same name that is none for a signature.",
    }
    /// The container of the key cannot be opened.
    KEY_UNREADABLE = Error "ky-so/khong-mo-duoc-khoa" {
        title: "Mở được tệp khóa", "The file of the key opens",
        why: "Tệp khóa PKCS#12 (.p12, .pfx) phải còn nguyên, có khóa bí mật và chứng thư của khóa, và mật khẩu phải đúng.",
            "A PKCS#12 file (.p12, .pfx) must be whole, hold the private key and its certificate, and the passphrase must \
             be right.",
    }
    /// The kind of the key is not for signing documents.
    KEY_UNFIT = Error "ky-so/khoa-khong-dung-duoc" {
        title: "Khóa đủ mạnh và thuộc loại dùng được", "The key is strong enough and of a kind that is used",
        why: "Dùng được: RSA từ 2048 bit, ECDSA P-256 và P-384; hàm băm từ SHA-256 trở lên.",
            "What is used: RSA of 2048 bits and more, ECDSA P-256 and P-384; SHA-256 and up.",
    }
    /// Key and certificate are not of one another.
    KEY_MISMATCH = Error "ky-so/khoa-khong-khop-chung-thu" {
        title: "Khóa khớp với chứng thư", "Key and certificate belong together",
        why: "Khóa công khai trong chứng thư phải là của khóa bí mật dùng để ký, nếu không thì không ai kiểm tra được chữ ký.",
            "The public key of the certificate must be that of the private key, or nobody can verify the signature.",
    }
    /// A certificate cannot be read.
    CERTIFICATE_UNREADABLE = Error "ky-so/chung-thu-khong-doc-duoc" {
        title: "Chứng thư đọc được", "Certificates can be read",
        why: "Chứng thư phải là X.509, ghi dạng PEM hoặc DER.", "A certificate is X.509, as PEM or DER.",
    }
    /// The certificate does not hold at the time.
    CERTIFICATE_TIME = Error "ky-so/chung-thu-khong-con-han" {
        title: "Chứng thư còn hạn lúc ký", "The certificate holds at the time of signing",
        why: "Chữ ký số phải được tạo trong thời gian chứng thư có hiệu lực.",
            "A signature must be made while its certificate holds.",
    }
    /// The certificate is not for signatures.
    CERTIFICATE_USAGE = Error "ky-so/chung-thu-khong-de-ky" {
        title: "Chứng thư được cấp để ký", "The certificate is for signatures",
        why: "Chứng thư ghi mục đích sử dụng khóa thì phải có ký số (digitalSignature) hoặc chống chối bỏ (nonRepudiation), \
              không chỉ dành cho máy chủ, phần mềm hay dấu thời gian, không phải là chứng thư của tổ chức chứng thực, và không \
              đặt điều kiện bắt buộc (critical) nào mà chương trình không biết.",
            "A certificate that says what its key is for must name digitalSignature or nonRepudiation, must not be for \
             servers, programs or timestamps only, not that of an authority, and make no condition (critical) that is not known.",
    }
    /// The certificate does not lead to the anchors.
    CERTIFICATE_CHAIN = Error "ky-so/chung-thu-khong-den-goc" {
        title: "Chứng thư dẫn đến gốc tin cậy", "The certificate leads to an anchor",
        why: "Đường dẫn từ chứng thư qua các chứng thư trung gian phải đến một chứng thư gốc đã nêu (--anchors), mỗi bước \
              còn hạn và ký đúng.",
            "From the certificate through those between there must be a way to one of the given roots (--anchors), each \
             step in its time and signed rightly.",
    }
    /// The picture of the mark cannot be used.
    STAMP_UNFIT = Error "ky-so/hinh-khong-dung-duoc" {
        title: "Hình của chữ ký dùng được", "The picture of a signature can be used",
        why: "Hình là tệp PNG hoặc JPEG vừa giới hạn; nó thành một trang PDF rồi được đặt vào khung.",
            "A picture is a PNG or JPEG within the limits; it becomes a page of PDF that is put into the rectangle.",
    }
    /// The authority of time gives no answer that can be used.
    TIMESTAMP_NONE = Error "ky-so/khong-co-dau-thoi-gian" {
        title: "Máy chủ dấu thời gian trả lời", "The time stamping authority answers",
        why: "Không có dấu thời gian thì không ghi tệp, vì đã yêu cầu có (--timestamp). Thử lại sau, hoặc ký không kèm dấu \
              thời gian.",
            "Without the time stamp that was asked for (--timestamp) no file is written. Try again later, or sign without \
             one.",
    }
    /// The answer is about something else.
    TIMESTAMP_OTHER = Error "ky-so/dau-thoi-gian-cua-chu-ky-khac" {
        title: "Dấu thời gian là của chính chữ ký này", "The time stamp is of this signature",
        why: "Giá trị băm và số ngẫu nhiên trong câu trả lời phải đúng như đã hỏi (RFC 3161, 2.4.2).",
            "Digest and nonce of the answer must be those of the question (RFC 3161, 2.4.2).",
    }
    /// What is to be put in needs more room.
    NO_ROOM = Error "ky-so/khong-du-cho" {
        title: "Chữ ký vừa chỗ đã dành", "The signature fits into its room",
        why: "Chỗ dành cho chữ ký được ghi trước khi ký và không nới thêm được. Bớt chứng thư trung gian, hoặc chuẩn bị lại \
              với chỗ rộng hơn.",
            "The room of a signature is written before it is made and cannot grow. Leave out certificates between, or \
             prepare again with more room.",
    }
    /// The file waits for no signature.
    NOT_PREPARED = Error "ky-so/chua-chuan-bi" {
        title: "Tệp đang chờ chữ ký", "The file waits for a signature",
        why: "`baocao finish` chỉ đặt chữ ký vào tệp do `baocao prepare` viết ra và từ đó không bị sửa.",
            "`baocao finish` puts a signature into a file that `baocao prepare` wrote and nobody changed since.",
    }
    /// A signature made outside is not of this file.
    CMS_OTHER = Error "ky-so/chu-ky-cua-tep-khac" {
        title: "Chữ ký CMS là của chính tệp này", "The CMS is of this file",
        why: "CMS phải ở dạng DER, có đúng một người ký, và giá trị băm trong đó phải là của các byte được ký trong tệp đã \
              chuẩn bị.",
            "A CMS must be DER and have one signer, and the digest in it must be that of the signed bytes of the prepared \
             file.",
    }
    /// Trouble with a token.
    TOKEN = Error "ky-so/thiet-bi" {
        title: "Thiết bị ký dùng được", "The token can be used",
        why: "Mô-đun PKCS#11 phải mở được, có đúng một khóa bí mật và chứng thư mang nhãn đã nêu, và mã PIN phải đúng. PIN chỉ \
              được thử một lần để thiết bị không bị khóa.",
            "The PKCS#11 module must open, with one private key and a certificate of the given label, and the PIN must be \
             right. It is tried only once, so that the token is not locked.",
    }
    /// Number or day are not those of the report.
    OTHER_THAN_REPORT = Error "ky-so/so-ngay-khac-bao-cao" {
        title: "Số, ngày ký đúng như dữ liệu của văn bản", "Number and day are those of the document's data",
        why: "Số và ngày đã ký thì không sửa được nữa. Báo cáo bên trong tệp đã ghi số thì phải ký đúng số ấy; ngày phải có trong \
              tháng mà văn bản in sẵn.",
            "A number or a day that is signed cannot be mended. It must be the number that the report inside already says, and \
             a day of the month that is printed.",
    }
    /// A certificate was taken back.
    CERTIFICATE_REVOKED = Error "ky-so/chung-thu-bi-thu-hoi" {
        title: "Chứng thư không bị thu hồi", "The certificate was not revoked",
        why: "Dữ liệu thu hồi đã nêu (CRL, OCSP) nói cơ quan cấp đã thu hồi chứng thư: chữ ký bằng chứng thư ấy không có giá trị.",
            "The revocation data that were given (CRL, OCSP) say that the issuer took the certificate back: a signature by it \
             is worth nothing.",
    }
    /// Revocation data do not reach.
    REVOCATION_MISSING = Error "ky-so/thieu-du-lieu-thu-hoi" {
        title: "Dữ liệu thu hồi đủ cho mọi chứng thư", "There are revocation data for every certificate",
        why: "Chữ ký để kiểm tra lâu dài (PAdES B-LT) cần dấu thời gian và, cho từng chứng thư trên đường đến gốc, danh sách thu hồi \
              hoặc câu trả lời OCSP của nơi cấp nó còn hiệu lực lúc ký. Thiếu một cái thì về sau không ai đánh giá được.",
            "A signature for later years (PAdES B-LT) needs a time stamp and, for every certificate on the way to the root, a \
             list or an OCSP response of its issuer that holds at the time. Without one of them nobody can judge it later.",
    }
    /// Revocation data cannot be read.
    REVOCATION_UNREADABLE = Error "ky-so/du-lieu-thu-hoi-khong-doc-duoc" {
        title: "Dữ liệu thu hồi đọc được", "Revocation data can be read",
        why: "Tệp phải là danh sách thu hồi (CRL) hoặc câu trả lời OCSP, dạng DER hoặc PEM.",
            "A file must be a revocation list (CRL) or an OCSP response, as DER or PEM.",
    }
}
