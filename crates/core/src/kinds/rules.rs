//! Rules of wording that an office brings.

use super::kinds;

kinds! {
    /// The id of a rule is none of the office's.
    ID = Error "quy-tac/ma-sai" {
        title: "Mã quy tắc của cơ quan bắt đầu bằng co-quan/", "Ids of an office's rules begin with co-quan/",
        why: "Mã gồm \"co-quan/\" rồi các chữ thường không dấu, chữ số, nối bằng gạch nối, để không trùng với quy tắc của \
              chương trình: co-quan/viet-nguoi-dan.",
            "An id is \"co-quan/\" and small letters without marks and digits, joined by hyphens, so that it is none of the \
             program's: co-quan/viet-nguoi-dan.",
    }
    /// Two rules have one id.
    TWICE = Error "quy-tac/trung-ma" {
        title: "Mỗi quy tắc của cơ quan một mã", "Each of an office's rules has an id of its own",
        why: "Hai quy tắc cùng mã, trong một tệp hay trong hai tệp, thì không đổi mức độ, không miễn riêng được.",
            "Two rules with one id, in one file or in two, could not be weighed or exempted apart.",
    }
    /// A field is missing, or of another kind of rule.
    FIELD = Error "quy-tac/truong-sai" {
        title: "Quy tắc có đúng các trường của loại ấy", "A rule has the fields of its kind",
        why: "substitution cần write (bỏ words là xét chữ hoa của chính write); consistency cần words từ hai kiểu trở lên; \
              occurrence cần words, must; condition cần words, needs. Trường của loại khác không có tác dụng nên không được ghi. \
              Quy tắc nào cũng cần ít nhất một ví dụ đúng (right) và một ví dụ sai (wrong).",
            "A substitution needs write (without words other capitals of it are looked for); consistency two or more words; \
             occurrence words and must; condition words and needs. A field of another kind would do nothing and is refused. \
             Every rule has one example or more that is right and one that is wrong.",
    }
    /// Words that cannot be looked for.
    WORDS = Error "quy-tac/tu-sai" {
        title: "Từ ngữ cần tìm tìm được", "Words can be looked for",
        why: "Từ ngữ không được trống, không quá 200 ký tự; trong ngoặc nhọn chỉ có {1} (số), {I} (số La Mã), {A} (từ viết \
              hoa), {a} (từ viết thường), {x} (một chữ cái thường), {|} (đầu dòng, cuối dòng).",
            "Words are not empty and have 200 characters at most; in braces stand only {1} (a number), {I} (a Roman one), {A} \
             (a word with a capital), {a} (a small word), {x} (one small letter), {|} (the edge of a line).",
    }
    /// Words that are found nearly everywhere.
    TOO_WIDE = Error "quy-tac/qua-rong" {
        title: "Từ ngữ cần tìm không trúng mọi chỗ", "Words are not found everywhere",
        why: "Chỉ có dấu câu và ngoặc nhọn thì câu nào cũng trúng. Ghi thêm ít nhất một từ.",
            "Punctuation and braces alone are found in every sentence. Add a word.",
    }
    /// A rule says two things that cannot both be.
    CONTRADICTS = Error "quy-tac/mau-thuan" {
        title: "Quy tắc không tự mâu thuẫn", "A rule does not contradict itself",
        why: "Từ ngữ sai lại chính là từ ngữ đúng, một kiểu viết ghi hai lần, hoặc một ví dụ vừa đúng vừa sai.",
            "What is wrong is what is right, a way of writing stands twice, or an example is both right and wrong.",
    }
    /// An example is not as the rule says.
    EXAMPLE = Error "quy-tac/vi-du-sai" {
        title: "Ví dụ của quy tắc đúng như quy tắc", "The examples of a rule are as it says",
        why: "Với mỗi ví dụ đúng (right) quy tắc phải im lặng, với mỗi ví dụ sai (wrong) phải lên tiếng. Sửa ví dụ, hoặc sửa \
              quy tắc: ví dụ cho biết quy tắc chưa bắt được, hay bắt nhầm.",
            "A rule is silent on each example that is right and speaks on each that is wrong. Mend the example, or the rule: \
             the example shows what it misses or takes wrongly.",
    }
    /// More than can be looked for.
    TOO_MANY = Error "quy-tac/qua-nhieu" {
        title: "Số quy tắc của cơ quan có hạn", "An office's rules are so many at most",
        why: "Mỗi cơ quan nhiều nhất 500 quy tắc, mỗi trường của một quy tắc nhiều nhất 100 từ ngữ hay ví dụ.",
            "An office has 500 rules at most, a field of a rule 100 words or examples.",
    }
}
