//! Texts: their letters, and the Markdown in them.

use super::kinds;

kinds! {
    /// A text is in an old or a wrong encoding.
    OLD_ENCODING = Error "van-ban/bang-ma-cu" {
        title: "Chữ đã chuyển sang Unicode", "Texts are in Unicode",
        why: "Chữ còn ở TCVN3 (.VnTime), VNI hoặc UTF-8 bị đọc nhầm thì in ra không đọc được. Báo cáo bị từ chối khi \
              đọc.",
            "Texts in TCVN3 (.VnTime) or VNI, or UTF-8 that was read as another encoding, print as debris. The report \
             is refused when it is read.",
        law: "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.4",
    }
    /// A text holds a hidden or control character.
    HIDDEN = Error "van-ban/ky-tu-an" {
        title: "Không có ký tự ẩn", "No hidden characters",
        why: "Ký tự điều khiển, ký tự rộng 0, ký tự đảo chiều làm chữ in ra khác chữ đã lưu.",
            "Controls, characters without width and marks of direction make texts print otherwise than they are \
             stored.",
    }
    /// Marks stand on no letter, or make none.
    LOOSE_MARKS = Error "van-ban/dau-roi" {
        title: "Dấu đi với chữ của nó", "Marks stand on their letters",
        why: "Dấu rời đứng một mình, chồng nhiều lớp trên một chữ, hoặc dấu thanh gõ trước dấu mũ thì in ra không thành chữ. \
              Gõ lại chữ ấy.",
            "A mark that stands alone, a pile of marks on one letter, a tone that was typed before its circumflex make no \
             letter in print. Type the letter anew.",
    }
    /// The fonts lack a character.
    NO_GLYPH = Error "van-ban/phong-chu-thieu" {
        title: "Phông chữ có mọi ký tự", "The fonts have every character",
        why: "Ký tự mà phông chữ không có sẽ in thành ô trống.",
            "A character that no font has would print as nothing.",
    }
    /// A word is too long.
    ENDLESS_WORD = Error "van-ban/tu-qua-dai" {
        title: "Không có từ dài vô tận", "No endless words",
        why: "Hơn một nghìn ký tự liền nhau là tệp dán nhầm, không phải một từ.",
            "More than a thousand characters without a space are a file pasted by mistake and no word.",
    }
    /// Bold and italic are nested too deeply.
    TOO_DEEP = Error "van-ban/long-qua-sau" {
        title: "Chữ đậm, nghiêng không lồng nhau quá sâu", "Bold and italic are not nested too deeply",
        why: "Dấu * và liên kết lồng vào nhau nhiều lớp hơn bất cứ lời văn nào cần đến, thường vì chép nhầm. Bỏ bớt \
              dấu *.",
            "Marks * and links stand inside one another deeper than any text needs: mostly it was pasted by mistake. \
             Take marks out.",
    }
    /// A * opens bold or italic and nothing closes it.
    OPEN_MARK = Error "van-ban/dau-khong-dong" {
        title: "Dấu * mở chữ đậm, nghiêng thì có dấu đóng", "A * that opens bold or italic is closed",
        why: "Một dấu * mở mà không đóng, hoặc đứng giữa hai chữ số nên bị hiểu là chữ nghiêng và mất khi in. Đóng \
              bằng cùng số dấu *; muốn in dấu sao thì viết \\*, phép nhân thì viết \\* hoặc x.",
            "A * is opened and never closed, or stands between digits, where it is taken for italics and lost in \
             print. Close it with as many *; write \\* for an asterisk, and \\* or x for a product.",
    }
    /// Letters that should be raised or lowered are not.
    OPEN_SHIFT = Warning "van-ban/chi-so-viet-sai" {
        title: "Chỉ số trên, chỉ số dưới viết đúng cách", "Raised and lowered letters are written right",
        why: "Sau ^{ hoặc _{ liền sau một chữ là chỉ số trên, chỉ số dưới: tối đa 20 ký tự, không có dấu cách, đóng bằng }. Không \
              đúng như vậy thì in nguyên cả dấu. Sửa lại, hoặc viết \\^{, \\_{ nếu không phải chỉ số.",
            "Behind ^{ or _{ right after a letter stand raised or lowered letters: at most 20, no spaces, closed by }. Otherwise the signs \
             are printed too. Mend it, or write \\^{, \\_{ if it is none.",
    }
    /// A heading leaves out a depth.
    DEPTH_LEFT_OUT = Error "van-ban/dau-muc-nhay-cap" {
        title: "Đầu mục không nhảy cấp", "Headings leave out no depth",
        why: "Dưới một đầu mục chỉ có thể là đầu mục sâu hơn một cấp: # rồi ## rồi ###; nhảy cấp thì số của đầu mục \
              sai. Bớt dấu # như thông báo nêu.",
            "Below a heading the next can be one deeper: #, then ##, then ###; otherwise its number comes out wrong. \
             Take # away as the message says.",
    }
    /// A row of a typed table has other cells than its header.
    RAGGED_ROW = Error "van-ban/bang-lech-o" {
        title: "Dòng của bảng trong lời văn có đủ ô", "Rows of a typed table have as many cells as its header",
        why: "Bảng gõ trong lời văn có dòng thừa hoặc thiếu ô so với dòng tiêu đề; ô thừa sẽ không được in. Thêm hoặc \
              bớt ô; dấu | là chữ thì viết \\|.",
            "A table typed into a text has a row with more or fewer cells than its header; those too many would not \
             be printed. Add or take cells; write \\| for a stroke that is text.",
    }
    /// Rows of a table make no table.
    BROKEN_TABLE = Error "van-ban/bang-sai" {
        title: "Các dòng của bảng trong lời văn thành bảng", "The rows of a typed table make a table",
        why: "Các dòng bắt đầu bằng | không được nhận là bảng và sẽ in thành chữ: thiếu dòng |---|---| dưới tiêu đề, \
              dòng ấy không đủ cột, hoặc giữa bảng có dòng trống. Thêm dòng ấy, bỏ dòng trống.",
            "Lines that begin with | are not taken for a table and would be printed as text: the line |---|---| under \
             the header is missing or has too few columns, or a line is blank. Add that line, take the blank one out.",
    }
    /// A line with the mark of an item runs on.
    RUN_ON = Warning "van-ban/dong-in-lien" {
        title: "Dòng có dấu đầu dòng là một ý, hoặc nối dòng trước", "A line with a mark is an item, or goes on",
        why: "Một dòng đứng riêng bắt đầu bằng a), 2., – mà dòng trước không có dấu kết thúc: có thể là một ý, có thể là \
              câu bị ngắt dòng. Chương trình in liền một dòng. Thêm dấu câu, để một dòng trống, hoặc viết liền.",
            "A single line begins with a), 2. or a dash, and the line before it ends without punctuation: it may be an \
             item, or a sentence that was broken. It is printed in one line. Add punctuation, leave a blank line, or \
             join the lines.",
    }
    /// A footnote has no text.
    NOTE_MISSING = Error "van-ban/thieu-chu-thich" {
        title: "Chú thích cuối trang có nội dung", "Footnotes have a text",
        why: "Lời văn dẫn đến chú thích [^1] mà cùng mục không có dòng [^1]: kèm nội dung, hoặc dòng ấy trống. Thêm \
              nội dung vào cuối mục, hoặc bỏ dấu dẫn.",
            "A text refers to a footnote [^1], and there is no line [^1]: with its text in the same section, or that \
             line is empty. Add the text at the end of the section, or take the reference out.",
    }
    /// A footnote has two texts.
    NOTE_TWICE = Error "van-ban/chu-thich-lap" {
        title: "Mỗi chú thích có một nội dung", "A footnote has one text",
        why: "Một mục có hai dòng nội dung cho cùng một chú thích, như hai dòng [^1]:. Đặt cho mỗi chú thích một số \
              riêng và sửa dấu dẫn theo.",
            "A section has two lines for the same footnote, such as [^1]: twice. Give each footnote a name of its \
             own, and mend the references.",
    }
    /// Nothing refers to a footnote.
    NOTE_UNUSED = Error "van-ban/chu-thich-thua" {
        title: "Chú thích được dẫn đến trong lời văn", "Footnotes are referred to",
        why: "Nội dung chú thích có đó mà lời văn cùng mục không dẫn đến, nên sẽ không được in. Đặt [^1] vào chỗ cần \
              chú thích, hoặc xóa chú thích.",
            "A footnote has a text, and nothing in the same section refers to it: it would not be printed. Put [^1] \
             where it belongs, or delete the footnote.",
    }
    /// A footnote fills more than half of a page.
    NOTE_TOO_LONG = Warning "van-ban/chu-thich-dai" {
        title: "Chú thích cuối trang không dài quá nửa trang", "Footnotes fill no more than half of a page",
        why: "Chú thích dài hơn nửa trang đẩy lời văn đi hoặc chảy sang trang sau, tách khỏi chỗ nó chú thích. Rút \
              gọn, hoặc đưa nội dung vào lời văn, vào phụ lục.",
            "A footnote of more than half a page pushes the text away or runs on to the next page, away from what it \
             explains. Shorten it, or move it into the text or an appendix.",
    }
    /// A chart or a table is no paragraph of its own.
    NOT_ALONE = Error "van-ban/dat-khong-rieng" {
        title: "Biểu đồ, bảng đứng riêng một đoạn", "Charts and tables are paragraphs of their own",
        why: "![](bieu-do:mã) hoặc ![](bang:mã) nằm trong một dòng chữ, gạch đầu dòng, ô của bảng hay chú thích, là \
              nơi không in được bảng, biểu đồ. Để một dòng trống trước và sau nó.",
            "![](bieu-do:ID) or ![](bang:ID) stands inside a line, an item, a cell or a footnote, where there is no \
             room for it. Put a blank line before and after it.",
    }
    /// The place of a chart or a table is not written rightly.
    PLACED_WRONGLY = Error "van-ban/dat-sai" {
        title: "Chỗ đặt biểu đồ, bảng viết đúng cách", "Places of charts and tables are written rightly",
        why: "Lời văn có chỗ trông như đặt biểu đồ hoặc bảng nhưng viết chưa đúng, nên sẽ in thành chữ. Viết \
              ![](bieu-do:mã) hoặc ![](bang:mã); mã có dấu cách thì viết ![](<bang:mã>).",
            "A text has what looks like the place of a chart or a table and is not written rightly, and would be \
             printed as text. Write ![](bieu-do:ID) or ![](bang:ID); an id with spaces as ![](<bang:ID>).",
    }
    /// Markdown outside of the subset.
    UNSUPPORTED = Warning "van-ban/ngoai-tap-con" {
        title: "Lời văn chỉ dùng phần Markdown được hỗ trợ", "Texts keep to the Markdown that has a meaning here",
        why: "Trích dẫn, khối mã, đường kẻ ngang, đầu mục gạch dưới bằng === không có trong văn bản hành chính; \
              chỗ này được in như chữ thường. Viết lại bằng đoạn văn, gạch đầu dòng, **đậm**, *nghiêng*, chú thích, \
              bảng nhỏ, đầu mục #.",
            "Quotations, blocks of code, horizontal lines and headings underlined with === do not belong to \
             official documents; they are printed as text. Use paragraphs, items, **bold**, *italic*, footnotes, \
             small tables and # headings.",
    }
}
