//! Many documents in one go, and workers.

use super::kinds;

kinds! {
    /// A document cannot be given a name.
    NO_NAME = Error "hang-loat/khong-co-ten" {
        title: "Mỗi văn bản có tên tệp", "Every document has a name",
        why: "Mẫu tên lấy một trường mà báo cáo không có, để trống, hoặc chỉ gồm ký hiệu không dùng được trong tên tệp (biểu \
              tượng cảm xúc, dấu gạch). Điền trường ấy, hoặc chọn mẫu tên khác bằng --name.",
            "The pattern of names asks for a field that the report does not have, that is empty, or that has nothing a file \
             may be called after (emoji, dashes). Fill it in, or choose other names with --name.",
    }
    /// Several documents would have one name.
    NAMES_COLLIDE = Error "hang-loat/trung-ten" {
        title: "Các văn bản mang tên khác nhau", "Documents have different names",
        why: "Hai văn bản cùng tên thì văn bản sau thay văn bản trước; trên Windows và macOS, chữ hoa và chữ thường là một. Vì vậy \
              không dựng văn bản nào. Thêm vào mẫu tên một trường phân biệt được chúng.",
            "Of two documents with one name the second would replace the first; on Windows and macOS capitals and small \
             letters are the same. So none is made. Add a field to the pattern that tells them apart.",
    }
    /// Another run writes to the folder.
    AT_WORK = Error "hang-loat/dang-chay" {
        title: "Mỗi thư mục kết quả chỉ một lần chạy", "One run at a time writes to a folder",
        why: "Hai lần chạy cùng ghi vào một thư mục thì nhật ký và tổng hợp lẫn vào nhau. Lần sau bị từ chối; nhiều máy cùng làm \
              thì mỗi máy một phần, bằng --shard.",
            "Two runs that write to one folder would mix up journal and summary. The second is refused; where several machines \
             share the work each takes a part, with --shard.",
    }
    /// An earlier run wrote to the folder.
    RAN_BEFORE = Error "hang-loat/da-chay" {
        title: "Thư mục kết quả là thư mục mới", "The folder of results is new",
        why: "Thư mục đã có nhật ký của một lần chạy trước. --resume để nguyên những văn bản không đổi và làm tiếp phần còn lại; \
              --force làm lại tất cả và thay tệp đã có.",
            "The folder has the journal of an earlier run. --resume keeps what has not changed and goes on; --force makes \
             everything again and replaces what is there.",
    }
    /// There is no run to go on with.
    NEVER_RAN = Error "hang-loat/chua-chay" {
        title: "Có lần chạy trước để làm tiếp", "There is a run to go on with",
        why: "--resume làm tiếp lần chạy đã ghi vào thư mục ấy, mà thư mục không có nhật ký nào: thường do gõ sai tên thư mục.",
            "--resume goes on with the run that wrote to this folder, and there is no journal in it: mostly its name is mistyped.",
    }
    /// The place of a document is taken.
    TAKEN = Error "hang-loat/da-co" {
        title: "Không ghi đè tệp mà lần chạy không dựng ra", "What a run did not make it does not replace",
        why: "Ở chỗ của văn bản đã có một tệp khác: bản cũ, bản đã ký, hoặc bản bị sửa sau khi dựng (SHA-256 không còn khớp với \
              nhật ký). Giữ lại hoặc dời đi rồi chạy lại; --force thì thay.",
            "In the place of a document lies another file: an older one, a signed copy, or one that was changed after it was made \
             (its SHA-256 does not fit the journal). Keep it or move it away, and run again; --force replaces it.",
    }
    /// Documents of an earlier run are left.
    LEFT_OVER = Warning "hang-loat/con-ban-cu" {
        title: "Thư mục kết quả chỉ có văn bản của lần chạy này", "The folder of results has the documents of this run only",
        why: "Đầu vào bớt báo cáo, hoặc mẫu tên đổi, thì văn bản mà lần chạy trước đã dựng vẫn nằm đó: ai gửi cả thư mục là gửi \
              cả văn bản đã bỏ. Chương trình không tự xóa văn bản.",
            "Where a report is no longer given, or names are other ones, what an earlier run made is still there: whoever sends \
             the folder sends what was withdrawn. The program deletes no documents by itself.",
    }
    /// A run was broken off.
    BROKEN_OFF = Error "hang-loat/dung-giua-chung" {
        title: "Lần chạy đi đến cùng", "Runs come to their end",
        why: "Thư mục kết quả hoặc nhật ký không ghi được nữa, thường vì ổ đĩa đầy. Văn bản đã dựng còn nguyên vẹn và đã ghi trong \
              nhật ký; khắc phục rồi chạy lại với --resume.",
            "The folder of results or the journal can no longer be written, mostly because the disk is full. What was made is \
             whole and in the journal; mend that, and run it again with --resume.",
    }
    /// An input changed during the run.
    CHANGED = Error "hang-loat/du-lieu-thay-doi" {
        title: "Dữ liệu không đổi trong lúc làm", "Inputs do not change meanwhile",
        why: "Báo cáo hoặc tệp đi kèm bị sửa giữa lúc đọc và lúc ghi văn bản, nên không biết văn bản ứng với bản nào. Văn bản này \
              không được ghi; chạy lại với --resume.",
            "A report or a file beside it was changed between reading it and writing the document, so that nobody knows which \
             state the document is of. It is not written; run it again with --resume.",
    }
    /// A fault of the program.
    BROKEN = Error "hang-loat/su-co" {
        title: "Chương trình không gặp lỗi của chính nó", "The program meets no fault of its own",
        why: "Một báo cáo làm chương trình dừng đột ngột. Đó là lỗi của chương trình, không phải của báo cáo; các văn bản khác \
              vẫn được dựng. Gửi báo cáo ấy cho người viết chương trình.",
            "A report made the program stop at once. That is a fault of the program and not of the report; the other documents \
             are made all the same. Send that report to those who write the program.",
    }
    /// A document took too long.
    OUT_OF_TIME = Error "hang-loat/qua-gio" {
        title: "Mỗi văn bản dựng xong trong thời gian cho phép", "Documents are made within their time",
        why: "Văn bản chưa dựng xong khi hết --time-limit, nên tiến trình của nó bị dừng. Thường do vòng lặp trong mẫu riêng; báo \
              cáo rất lớn thì cho thêm thời gian.",
            "The document was not done when --time-limit was over, and its process was ended. Mostly that is a loop in one's own \
             templates; give very large reports more time.",
    }
    /// The process of a document ended.
    ENDED_EARLY = Error "hang-loat/tien-trinh-dung" {
        title: "Tiến trình dựng văn bản đi đến cùng", "The process of a document comes to its end",
        why: "Tiến trình dừng giữa chừng: quá --memory-limit, bị hệ thống dừng vì thiếu bộ nhớ, hoặc lỗi của chương trình. Các \
              văn bản khác có tiến trình mới.",
            "The process ended early: over --memory-limit, ended by the system for want of memory, or by a fault of the program. \
             The other documents have a new process.",
    }
    /// A line is no request.
    NO_REQUEST = Error "hang-loat/khong-phai-yeu-cau" {
        title: "Mỗi dòng gửi đến là một yêu cầu", "Every line sent to a worker is a request",
        why: "`baocao worker` đọc mỗi dòng một đối tượng JSON có \"id\" và \"report\" hoặc \"path\"; dòng này không phải. Câu trả lời \
              của nó không có id; các dòng sau vẫn được làm.",
            "`baocao worker` reads an object of JSON a line, with \"id\" and \"report\" or \"path\"; this line is none. Its answer has \
             no id; the lines after it are answered all the same.",
    }
    /// A line of a request is too long.
    LINE_TOO_LONG = Error "hang-loat/dong-qua-dai" {
        title: "Dòng yêu cầu không quá dài", "Lines of requests are not too long",
        why: "Báo cáo nhiều nhất 16 MB; dòng dài hơn nữa được đọc bỏ, không giữ trong bộ nhớ. Các dòng sau vẫn được làm.",
            "Reports have at most 16 MB; a line that is longer still is read and not kept. The lines after it are answered.",
    }
}
