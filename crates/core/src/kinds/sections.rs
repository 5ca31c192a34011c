//! Sections, appendices, and what the decree says of sizes and numbers.

use super::kinds;

kinds! {
    /// The appendices of the template stand in the list twice.
    TEMPLATE_TWICE = Error "phu-luc/mau-hai-lan" {
        title: "Phụ lục của mẫu chỉ nêu một lần", "The appendices of the template are named once",
        why: "\"template\" trong \"appendices\" là chỗ của mọi phụ lục của mẫu; nêu hai lần thì in hai lần. Bỏ bớt một.",
            "\"template\" in \"appendices\" stands for all appendices of the template; twice, they would be printed \
             twice. Take one out.",
    }
    /// Who decides is said of a document that decides nothing.
    NOT_DECIDING = Error "the-thuc/khong-quyet-dinh" {
        title: "Thẩm quyền ban hành chỉ có ở văn bản quyết định", "Only what decides says who decides",
        why: "\"authority\" là dòng thẩm quyền ban hành trên các căn cứ của quyết định, nghị quyết (Mẫu 1.1, 1.2). Văn bản \
              loại khác không in dòng ấy nên nội dung sẽ bị mất.",
            "\"authority\" is the line over the grounds of decisions and resolutions (forms 1.1, 1.2). Documents of other \
             kinds do not print it, and it would be lost.",
    }
    /// A section that should follow `./.` stands before others, or below one.
    NOT_AFTER_END = Error "noi-dung/sau-dau-ket-thuc" {
        title: "Sau dấu ./. chỉ có các mục cuối", "What follows ./. are the last sections",
        why: "\"after_end\" đặt một mục sau dấu ./., trước phần chữ ký: danh sách kèm ngay dưới lời văn. Lời văn kết thúc một lần, nên \
              chỉ các mục cuối ở cấp ngoài cùng của đề cương báo cáo đứng sau được, và trước chúng phải có lời văn.",
            "\"after_end\" puts a section after ./., before those who sign: a list right below the text. That ends once, so only the \
             last sections of the outermost level can follow, and only where some text stands before them.",
    }
    /// A section is to be numbered as none of its depth or below is.
    NOT_NUMBERED_SO = Error "noi-dung/cach-danh-so" {
        title: "Cách đánh số của đầu mục có trong \"numbering\"", "How a heading is numbered is one of \"numbering\"",
        why: "\"numbering\" của một mục đưa nó xuống cấp đánh số như vậy trong danh sách \"numbering\" của đề cương, như điều nằm thẳng \
              dưới chương khi các chương khác có mục. Cách không có trong danh sách, hoặc chỉ có ở cấp cao hơn, thì không biết in thế nào.",
            "\"numbering\" of a section takes it down to the depth that is numbered so in \"numbering\" of the outline: an article \
             right below a chapter, where others have sections. What is not in the list, or higher up only, says nothing.",
    }
    /// An abstract is given of a document that has none.
    NO_ABSTRACT = Error "the-thuc/khong-co-trich-yeu" {
        title: "Trích yếu chỉ có ở văn bản có trích yếu", "Only documents with an abstract give one",
        why: "Mẫu của một số loại giấy (giấy giới thiệu, giấy nghỉ phép: Mẫu 1.8, 1.10) không có trích yếu dưới tên loại, nên \
              \"subject\" sẽ không được in. Ghi nội dung ấy vào lời văn.",
            "The forms of some papers (letters of introduction, leave: forms 1.8, 1.10) have no abstract below the name of the type, \
             and \"subject\" would not be printed. Say it in the text.",
    }
    /// There is no text at all.
    NOTHING_SAID = Error "noi-dung/khong-co" {
        title: "Văn bản có nội dung", "A document has a text",
        why: "Bộ mẫu để báo cáo tự viết mọi lời văn (công văn, thông báo ...) mà báo cáo không có đoạn nào, cũng không có phụ lục: \
              trang in chỉ còn phần đầu và chữ ký. Viết nội dung vào \"outline\".",
            "The set leaves all words to the report (letters, notices ...), and this has neither a text nor an appendix: the page \
             would hold a head and a signature. Write the text into \"outline\".",
    }
    /// The sentences of a family stand around an own outline.
    FAMILY_SPEAKS = Note "noi-dung/loi-cua-ho" {
        title: "Đề cương riêng có mở đầu, kết thúc riêng", "An own outline has an opening and a closing of its own",
        why: "Báo cáo dùng đề cương riêng nhưng câu mở đầu hoặc kết thúc vẫn lấy của họ báo cáo, có thể nói về việc khác. \
              Viết các câu ấy vào \"sections\" của báo cáo; muốn giữ lời của mẫu thì chép lại, hoặc miễn phát hiện này.",
            "The report has an outline of its own, and its opening or closing is still that of the family, which may speak of \
             something else. Write both into \"sections\" of the report; copy the words of the template to keep them, or \
             exempt this finding.",
    }
    /// A part that stays whole is higher than a page.
    TOO_TALL = Error "the-thuc/cao-qua-trang" {
        title: "Phần không tách trang vừa một trang", "What is not parted stands on a page",
        why: "Tên cơ quan, địa danh, trích yếu, một nơi nhận, khối ký, dòng địa chỉ không tách sang trang sau. Phần này cao hơn \
              nửa trang, thường vì chép nhầm cả một đoạn vào đó. Rút ngắn, hoặc chuyển vào lời văn, phụ lục.",
            "The name of an agency, the place, the abstract, one recipient, a block of those who sign, the line of addresses \
             do not go over to the next page. This one is higher than half a page: mostly a whole text was put there. Shorten \
             it, or move it into the text or an appendix.",
    }
    /// Points are lettered beyond y).
    BEYOND_LETTERS = Note "noi-dung/qua-diem-y" {
        title: "Các điểm dừng ở y)", "Points end with y)",
        why: "Điểm đánh bằng chữ cái chỉ có 23 chữ, từ a) đến y); nhiều hơn thì in aa), ab), là cách đánh không ai quen. Chia \
              thành nhiều khoản, hoặc đánh số.",
            "Points have the 23 letters a) to y); what comes after is printed as aa), ab), which nobody is used to. Make \
             several clauses of them, or number them.",
    }
    /// Sections beside each other have one heading.
    TITLE_TWICE = Warning "noi-dung/dau-muc-lap" {
        title: "Các mục cạnh nhau có đầu mục khác nhau", "Sections beside each other have different headings",
        why: "Hai mục cùng cấp, trong cùng một mục trên, có đầu mục như nhau: thường vì chép một mục rồi quên đổi. Sửa đầu \
              mục, hoặc nhập hai mục làm một.",
            "Two sections of one level under the same heading are called the same: mostly one was copied and its heading \
             forgotten. Mend it, or make one section of both.",
    }
    /// There is no section of this id.
    UNKNOWN_SECTION = Error "noi-dung/muc-khong-biet" {
        title: "Mọi mục được nêu mã đều có thật", "Sections that are named exist",
        why: "Báo cáo viết lời văn cho một mục mà đề cương không có, hoặc đề cương, phụ lục riêng của báo cáo gọi đến \
              mục không có lời văn; nội dung ấy sẽ bị mất hoặc để trống. Sửa mã mục theo gợi ý, hoặc thêm mục.",
            "The report brings a text for a section that the outline does not have, or its own outline or appendix \
             names a section without a text; it would be lost, or leave a gap. Mend the id as is suggested, or add \
             the section.",
    }
    /// A section says nothing.
    SECTION_EMPTY = Error "noi-dung/muc-trong" {
        title: "Mục có nội dung", "Sections say something",
        why: "Lời văn của mục, do báo cáo viết hoặc do mẫu điền, không có chữ nào, mà mục này không được bỏ. Viết nội \
              dung vào \"sections\"; không phát sinh thì ghi là không phát sinh.",
            "The text of the section, from the report or from the template, has not a word, and the section may not \
             be left out. Write it into \"sections\"; where there is nothing to tell, say so.",
    }
    /// The report must bring the text of a section.
    SECTION_MISSING = Error "noi-dung/thieu-muc" {
        title: "Báo cáo tự viết các mục không có mẫu", "The report brings the sections that have no template",
        why: "Đề cương có mục mà bộ mẫu không viết thay được, như phương hướng kỳ tới: lời văn không suy ra từ số \
              liệu. Viết nội dung mục ấy vào \"sections\".",
            "The outline has a section that no template can write, such as the plans for the next period, which do \
             not follow from figures. Write its text into \"sections\".",
    }
    /// A section has two texts.
    TEXT_TWICE = Error "noi-dung/hai-loi-van" {
        title: "Mỗi mục có một lời văn", "Every section has one text",
        why: "Một mục vừa có trong \"sections\" vừa có trong tệp lời văn, hoặc có hai lần trong tệp: không biết lấy lời \
              nào. Giữ lại một.",
            "A section has a text both in \"sections\" and in a file of texts, or two in the file, and nobody knows which \
             counts. Keep one of them.",
    }
    /// A text belongs to no section.
    TEXT_OUTSIDE = Error "noi-dung/loi-van-ngoai-muc" {
        title: "Lời văn trong tệp thuộc một mục", "Texts of a file belong to a section",
        why: "Tệp lời văn chia theo dòng \"# mã mục\" hoặc \"# Đầu mục\"; đoạn đứng trước dòng đầu tiên như vậy không \
              thuộc mục nào và sẽ bị mất. Thêm dòng ấy phía trên đoạn, hoặc xóa đoạn.",
            "A file of texts is divided by lines \"# id\" or \"# Title\" of a section; what stands before the first of \
             them belongs to none and would be lost. Put such a line above it, or delete it.",
    }
    /// A heading and the text behind it are not parted.
    RUN_IN_OPEN = Warning "noi-dung/dau-muc-in-lien" {
        title: "Đầu mục có lời văn in liền thì có dấu kết thúc",
            "A heading that its text runs in behind ends with punctuation",
        why: "Mục có \"run_in\" in lời văn ngay sau đầu mục, trên cùng một dòng; đầu mục không kết thúc bằng dấu câu thì \
              hai phần đọc thành một câu. Viết \"Về cải cách thể chế:\".",
            "The text of a section with \"run_in\" begins on the line of its heading; without punctuation at the end of \
             the heading the two read as one sentence. Write \"Về cải cách thể chế:\".",
    }
    /// A part of an appendix does not say what to print.
    PART_EMPTY = Error "phu-luc/phan-trong" {
        title: "Mỗi phần của phụ lục nêu rõ thứ cần in", "Every part of an appendix says what to print",
        why: "Một phần trong \"parts\" của phụ lục, ở báo cáo hoặc ở form.json, không nêu thứ gì để in; ở form.json \
              thì nêu nhiều thứ cũng báo như vậy. Mỗi phần ghi đúng một trong: form, table, chart, section, text.",
            "A part of an appendix, in the report or in form.json, names nothing to print; one of form.json that \
             names several things is told of likewise. Every part has exactly one of: form, table, chart, section, \
             text.",
    }
    /// A part of an appendix names several things.
    PART_OF_SEVERAL = Error "phu-luc/phan-nhieu" {
        title: "Mỗi phần của phụ lục chỉ in một thứ", "A part of an appendix prints one thing",
        why: "Một phần trong \"parts\" của phụ lục nêu cả biểu lẫn bảng, lời văn hoặc biểu đồ: thứ nào in trước không \
              rõ. Tách thành nhiều phần theo thứ tự cần in.",
            "A part of an appendix names several of form, table, chart, section and text, and their order is open. \
             Make it several parts, in the order in which they shall be printed.",
    }
    /// Appendices are not numbered as the decree says.
    APPENDIX_NUMBERS = Warning "the-thuc/so-phu-luc" {
        title: "Phụ lục đánh số La Mã từ I", "Appendices have Roman numerals from I",
        why: "Nghị định quy định số thứ tự của phụ lục là chữ số La Mã. \"appendix_numbering\" của báo cáo hoặc của \
              bộ mẫu đặt chữ số Ả Rập hoặc bắt đầu từ số khác; bỏ trường ấy, hoặc để nguyên nếu cơ quan cấp trên yêu \
              cầu như vậy.",
            "The decree wants the numbers of appendices in Roman numerals. \"appendix_numbering\" of the report or of \
             the set takes Arabic ones, or begins elsewhere; take it out, or leave it where a superior agency wants \
             it so.",
        law: "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục III.1",
    }
    /// A size, a margin or an indent is not one of the decree.
    STYLE_OUT_OF_RANGE = Error "the-thuc/ngoai-pham-vi" {
        title: "Cỡ chữ, lề, lùi dòng theo quy định", "Sizes, margins and indents are those of the decree",
        why: "\"style\" của báo cáo đặt cỡ chữ, lề trang, khoảng cách hoặc lùi đầu dòng ngoài mức Nghị định cho phép; \
              lùi đầu dòng chỉ là 1 cm hoặc 1,27 cm. Ghi lại trong phạm vi mà thông báo nêu, hoặc bỏ trường ấy để \
              dùng mặc định.",
            "The \"style\" of the report sets a size, a margin, a spacing or an indent outside of what the decree \
             permits; the indent is 1 cm or 1.27 cm and nothing between. Keep to the range that the message gives, or \
             leave the field out.",
        law: "NĐ 30/2020/NĐ-CP, Phụ lục I",
    }
}
