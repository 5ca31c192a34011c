//! The command line, and what is set for the checker: severities and exemptions.

use super::kinds;

kinds! {
    /// The command line cannot be understood or carried out.
    WRONG_CALL = Error "dong-lenh/sai" {
        title: "Lệnh được gọi đúng cách", "Commands are called rightly",
        why: "Dòng lệnh thiếu tham số, có lệnh, tùy chọn hay giá trị không dùng được, hoặc muốn đầu ra chuẩn nhận cả \
              báo cáo được sửa lẫn kết quả kiểm tra. Thông báo nêu chỗ sai và những gì dùng được; `baocao --help` cho \
              biết cách gọi.",
            "The command line lacks an argument, has a command, an option or a value that cannot be used, or wants \
             both the mended report and what was found on standard output. The message says what is wrong and what \
             can be used; `baocao --help` shows how to call.",
    }
    /// No rule has this id.
    UNKNOWN_RULE = Error "kiem-tra/quy-tac-la" {
        title: "Quy tắc được nêu tên là quy tắc có thật", "Rules that are named exist",
        why: "Mức độ, mục miễn (trong báo cáo, baocao.toml hoặc trên dòng lệnh) hay lệnh `baocao rule` nêu một mã \
              không phải của quy tắc nào; để vậy thì điều muốn đặt không có tác dụng. Sửa mã: `baocao rule` liệt kê \
              mọi quy tắc.",
            "A severity or an exemption (in the report, in baocao.toml or on the command line) or `baocao rule` names \
             an id that no rule has; what is meant would have no effect. Mend the id: `baocao rule` lists all rules.",
    }
    /// An exemption gives no reason.
    NO_REASON = Error "kiem-tra/thieu-ly-do" {
        title: "Mục miễn nêu lý do", "An exemption gives its reason",
        why: "Miễn mà không ghi vì sao thì người duyệt về sau không biết còn đúng hay không. Ghi vào \"reason\"; trên \
              dòng lệnh là phần sau dấu =.",
            "Without a reason nobody can tell later whether the exemption still holds. Give it in \"reason\"; on the \
             command line it stands after the =.",
    }
    /// The place of an exemption is no JSON pointer.
    WRONG_POINTER = Error "kiem-tra/con-tro-sai" {
        title: "Chỗ được miễn là một con trỏ JSON", "The place of an exemption is a JSON pointer",
        why: "\"at\" của mục miễn (trên dòng lệnh: phần sau @) phải bắt đầu bằng dấu /, như /figures/tthc.tong-so: \
              mục ấy miễn ở đúng chỗ này và các chỗ bên trong nó. Muốn miễn ở mọi chỗ thì bỏ \"at\".",
            "\"at\" of an exemption (on the command line what follows the @) begins with a /, such as \
             /figures/tthc.tong-so: it exempts there and below. Leave \"at\" out to exempt everywhere.",
    }
    /// An exemption of the report exempts nothing.
    UNUSED_EXEMPTION = Warning "kiem-tra/mien-thua" {
        title: "Mục miễn trong báo cáo còn có tác dụng", "Exemptions of a report still exempt something",
        why: "Chỗ được miễn đã sửa xong mà mục miễn còn đó thì nó sẽ che lỗi lần sau. Xóa mục này. Mục miễn ở \
              baocao.toml dùng chung cho nhiều báo cáo nên không bị nhắc; mục miễn trên dòng lệnh được nhắc, ở mức lưu ý, khi \
              kiểm một báo cáo.",
            "What was exempt is mended, and the exemption would hide the next mistake. Delete it. Those in \
             baocao.toml are for many reports and are not told of; those of the command line are, as notes, where one report is \
             checked.",
    }
}
