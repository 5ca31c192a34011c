//! Template sets: their names and files, their outlines, and the templates of their texts.

use super::kinds;

kinds! {
    /// There is no such template set, level or indicator.
    UNKNOWN_SET = Error "mau/khong-biet" {
        title: "Bộ mẫu được nêu tên là bộ mẫu có thật", "Template sets that are named exist",
        why: "Trường \"template\" của báo cáo hoặc dòng lệnh nêu một bộ mẫu, một cấp, hay (với `baocao form show`) \
              một chỉ tiêu không có: viết sai, thiếu --templates, hoặc cấp ấy có ở nhiều họ nên phải nêu cả họ. \
              `baocao form list` liệt kê các bộ mẫu.",
            "The \"template\" of a report or the command line names a set, a level or, for `baocao form show`, an \
             indicator that is not there: misspelt, --templates is missing, or several families have that level and \
             the family must be named. `baocao form list` lists the sets.",
    }
    /// A folder holds no template set.
    NO_SET = Error "mau/khong-co-bo-mau" {
        title: "Thư mục mẫu có bộ mẫu", "A folder of templates holds a set",
        why: "`baocao form lint` không thấy bộ mẫu nào trong thư mục này. Bộ mẫu nằm ở <họ>/<cấp>-<phiên bản>/ với \
              form.json, outline.json và sections/*.md.hbs; nêu đúng thư mục, hoặc tạo mới bằng `baocao form new`.",
            "`baocao form lint` finds no set in this folder. A set stands in <family>/<level>-<version>/ with \
             form.json, outline.json and sections/*.md.hbs; name the right folder, or write a set with `baocao form \
             new`.",
    }
    /// This cannot be the name of a template set.
    WRONG_NAME = Error "mau/ten-sai" {
        title: "Tên bộ mẫu theo dạng họ/cấp-phiên bản", "Sets are named family/level-version",
        why: "Tên bộ mẫu cũng là đường dẫn của nó và là giá trị \"template\" của báo cáo: chữ thường không dấu, chữ \
              số, dấu gạch nối, như kntc/xa-2026; họ không được tên là layout. Chọn tên khác cho `baocao form new`.",
            "The name of a set is its path and the \"template\" of reports: lower-case letters without marks, digits \
             and hyphens, such as kntc/xa-2026; no family is called layout. Give `baocao form new` another name.",
    }
    /// There is a template set of this name already.
    TAKEN = Error "mau/da-co" {
        title: "Bộ mẫu mới có tên chưa dùng", "A new set has a name of its own",
        why: "Đã có bộ mẫu tên này; khung mới sẽ phủ lên nó. Chọn tên khác, hoặc chép bộ ấy ra để sửa bằng --like.",
            "There is a set of this name, which the new skeleton would hide. Choose another name, or copy that set \
             with --like to change it.",
    }
    /// A file of a template set is missing.
    FILE_MISSING = Error "mau/thieu-tep" {
        title: "Bộ mẫu có đủ tệp", "A set has all its files",
        why: "Bộ mẫu thiếu outline.json nên không dùng được; cũng có thể thư mục đặt tên sai. Thêm tệp \
              ấy; `baocao form new` viết ra một bộ mẫu đủ tệp.",
            "The set lacks outline.json and cannot be used; or its folder is misnamed. Add the file; \
             `baocao form new` writes a whole set.",
    }
    /// No template set uses this file.
    FILE_UNUSED = Warning "mau/tep-thua" {
        title: "Mọi tệp mẫu đều được dùng", "Every template file is used",
        why: "Tệp .hbs hoặc .typ này nằm sai chỗ hoặc sai tên, nên không bộ mẫu nào dùng. Đặt lời văn vào \
              <họ>/<cấp>-<phiên bản>/sections/, tên <mã mục>.md.hbs; tệp trình bày vào layout/.",
            "This .hbs or .typ file is misplaced or misnamed, and no set uses it. Texts stand in \
             <family>/<level>-<version>/sections/ as <section id>.md.hbs, layout files in layout/.",
    }
    /// A template file passes its schema and cannot be read.
    UNREADABLE = Error "mau/khong-doc-duoc" {
        title: "Đọc được tệp mẫu", "Template files can be read",
        why: "Tệp JSON của bộ mẫu hợp lược đồ mà chương trình vẫn không đọc được tại chỗ này. Thông báo nêu nguyên \
              văn lý do; sửa giá trị ấy.",
            "A JSON file of the set fits its schema, and yet it cannot be read here. The message gives the reason as \
             it came; mend that value.",
    }
    /// Two sections of the outline have one id.
    SECTION_TWICE = Error "mau/muc-lap" {
        title: "Mỗi mục của đề cương có một mã riêng", "Every section of an outline has an id of its own",
        why: "Hai mục của outline.json cùng mã (kể cả mở đầu và kết thúc) thì một lời văn in ở hai chỗ. Đặt cho một \
              trong hai mục mã khác.",
            "Two sections of outline.json, opening and closing included, have the same id, and one text would be \
             printed in both places. Give one of them another id.",
    }
    /// The outline has no section for a text of the set.
    SECTION_UNUSED = Warning "mau/muc-thua" {
        title: "Mỗi tệp lời văn ứng với một mục", "Every section template has its section",
        why: "Tệp trong sections/ mang mã mà đề cương và phụ lục của bộ mẫu không có, nên không bao giờ được in; \
              thường vì tên tệp viết sai. Đổi tên tệp, thêm mục, hoặc xóa tệp.",
            "A file in sections/ has an id that neither the outline nor an appendix of the set names, and is never \
             printed: mostly its name is misspelt. Rename it, add the section, or delete it.",
    }
    /// A template is not valid Handlebars.
    WRONG_SYNTAX = Error "mau/sai-cu-phap" {
        title: "Mẫu lời văn đúng cú pháp Handlebars", "Templates have the syntax of Handlebars",
        why: "Lời văn, đầu mục hoặc tiêu đề của bộ mẫu sai cú pháp: {{#if ...}} không có {{/if}}, thiếu }}, thiếu \
              ngoặc, mã chỉ tiêu không đặt trong ngoặc kép. Sửa tại chỗ được nêu.",
            "A text, a heading or a title of the set is no Handlebars: a {{#if ...}} without its {{/if}}, a }} or a \
             bracket too few, an id that is not in quotes. Mend it where it is told.",
    }
    /// A template is nested too deeply.
    TOO_DEEP = Error "mau/qua-sau" {
        title: "Mẫu lời văn không lồng nhau quá sâu", "Templates are not nested too deeply",
        why: "Các khối {{#if}} hoặc các ngoặc ( ) lồng vào nhau quá nhiều tầng; không lời văn nào cần đến thế. Tách \
              thành nhiều khối nối tiếp nhau.",
            "Blocks such as {{#if}} or brackets ( ) stand inside one another deeper than any text needs. Write \
             several blocks one after another.",
    }
    /// A template calls another one.
    NOT_ALLOWED = Error "mau/khong-duoc-dung" {
        title: "Mẫu lời văn không gọi mẫu khác", "Templates call no templates",
        why: "Cách viết {{> ...}} và {{* ...}} không dùng được: mẫu gọi mẫu có thể gọi lẫn nhau không dứt. Viết thẳng \
              nội dung vào mẫu này.",
            "{{> ...}} and {{* ...}} are not allowed: templates could call one another for ever. Write the text into \
             this template.",
    }
    /// A template uses a variable or a helper that does not exist.
    UNFILLABLE = Error "mau/khong-chay-duoc" {
        title: "Mẫu lời văn chỉ dùng biến và hàm có sẵn", "Templates use variables and helpers that exist",
        why: "Mẫu nêu một biến hoặc hàm không có, hoặc không điền được vì lý do khác ghi trong thông báo. Sửa tên \
              theo gợi ý; chỉ tiêu không phải biến, phải gọi qua hàm, như {{count \"tthc.tong-so\"}}.",
            "A template names a variable or helper that does not exist, or cannot be filled for a reason that is \
             told. Mend the name as is suggested; an indicator is no variable and is named to a helper, such as \
             {{count \"tthc.tong-so\"}}.",
    }
    /// A helper was given wrong arguments.
    WRONG_ARGUMENTS = Error "mau/sai-tham-so" {
        title: "Hàm của mẫu nhận đúng tham số", "Helpers are given what they take",
        why: "Một hàm trong lời văn của bộ mẫu thiếu tham số hoặc nhận sai loại tham số. Viết lại như thông báo chỉ, \
              chẳng hạn {{ratio \"mã\" \"mã\"}}, {{phrase \"mã\" \"hồ sơ\"}}.",
            "A helper of a template lacks an argument or has one of the wrong kind. Write it as the message shows, \
             such as {{ratio \"id\" \"id\"}}, {{phrase \"id\" \"hồ sơ\"}}.",
    }
    /// A template set uses an indicator that it does not have.
    UNKNOWN_INDICATOR = Error "mau/ma-khong-biet" {
        title: "Bộ mẫu chỉ dùng chỉ tiêu của mình", "A set uses its own indicators",
        why: "Lời văn, tiêu đề, bảng hoặc biểu đồ của bộ mẫu nêu mã chỉ tiêu mà form.json của nó không có, kể cả \
              trong nhánh chưa in đến. Sửa mã, hoặc thêm chỉ tiêu vào biểu.",
            "A text, a title, a table or a chart of the set names an indicator that its form.json does not have; \
             branches that are not taken count too. Mend the id, or add the indicator to a form.",
    }
    /// A template needs a figure that the report does not have.
    FIGURE_MISSING = Error "mau/thieu-so-lieu" {
        title: "Có đủ số liệu mà lời văn cần", "The figures that texts need are there",
        why: "Câu văn của mẫu in hoặc tính với một chỉ tiêu mà báo cáo bỏ sót, để null, hoặc không tính được vì thiếu \
              thành phần. Thêm số liệu vào \"figures\", hoặc tự viết mục ấy trong \"sections\". Người viết mẫu có thể \
              đặt câu trong {{#if (known \"mã\")}}.",
            "A sentence of the template prints or computes with an indicator that the report leaves out, gives as \
             null, or lacks the parts of. Add the figure to \"figures\", or write the section yourself in \
             \"sections\". A template author puts the sentence into {{#if (known \"id\")}}.",
    }
    /// A template computes with a value that is no number.
    NOT_A_NUMBER = Error "mau/khong-phai-so" {
        title: "Lời văn tính với số", "Texts compute with numbers",
        why: "Mẫu cộng, trừ, chia hoặc so sánh một chỉ tiêu mà báo cáo ghi bằng chữ, hoặc in nghĩa của một mã không \
              có trong bảng mã. Ghi chỉ tiêu ấy trong \"figures\" bằng số hoặc mã đúng, hoặc tự viết mục ấy trong \
              \"sections\".",
            "The template computes with or compares an indicator that the report gives in words, or prints the \
             meaning of a code that is none. Give it in \"figures\" as a number or as one of its codes, or write the \
             section yourself in \"sections\".",
    }
    /// A template computes a ratio over zero.
    ZERO_DENOMINATOR = Error "mau/mau-so-khong" {
        title: "Lời văn không tính tỷ lệ có mẫu số 0", "Texts compute no ratio over zero",
        why: "Mẫu tính tỷ lệ mà mẫu số trong báo cáo bằng 0, nên không có tỷ lệ nào. Tự viết mục ấy trong \
              \"sections\"; người viết mẫu đặt câu trong {{#if (positive \"mã\")}}.",
            "The template computes a ratio whose denominator is 0 in this report, and there is none. Write the \
             section yourself in \"sections\"; a template author puts the sentence into {{#if (positive \"id\")}}.",
    }
    /// A template compares with an earlier period that has no such figure.
    NOTHING_EARLIER = Error "mau/khong-co-ky-truoc" {
        title: "Lời văn so sánh thì có số kỳ trước", "Texts that compare have the earlier figure",
        why: "Mẫu so sánh một chỉ tiêu với kỳ trước, mà báo cáo không nêu kỳ trước hoặc kỳ trước không có số này. \
              Thêm \"previous\" vào báo cáo; người viết mẫu đặt câu trong {{#if (compared \"mã\")}}.",
            "The template compares an indicator with an earlier period, and the report names none or that one has no \
             such number. Add \"previous\" to the report; a template author puts the sentence into {{#if (compared \
             \"id\")}}.",
    }
}
