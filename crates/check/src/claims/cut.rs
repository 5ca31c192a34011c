//! What was cut off instead of rounded, in running text and its tables. Forms have a rule of their own, told while they are
//! computed.

use baocao_core::diagnostic::{Id, Severity};

use super::{Voice, voice};
use crate::{Rule, Say};

/// One of the rules of percentages.
pub(crate) const CUT: Rule = Rule {
    id: Id::new("loi-van/ti-le-cat-bot"),
    severity: Severity::Warning,
    title: Say {
        vi: "Tỷ lệ trong lời văn được làm tròn, không cắt bớt",
        en: "A percentage in running text is rounded, not cut off",
    },
    why: Say {
        vi: "5/9 là 55,555…%: làm tròn hai chữ số thập phân là 55,56; ghi 55,55 là cắt bớt. Mức tăng, giảm đứng cạnh hai số \
             được so sánh và cột tỷ lệ của bảng nhỏ trong lời văn cũng vậy.",
        en: "5/9 is 55.555…%: rounded to two decimals that is 55.56; 55.55 is cut off. So are rates of growth beside the two \
             numbers compared, and columns of rates of small tables in the narrative.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"sections": {"danh-gia.uu-diem": "Trình độ trung cấp 5/9 đồng chí = 55,56%."}}"#,
    fails: r#"{"sections": {"danh-gia.uu-diem": "Trình độ trung cấp 5/9 đồng chí = 55,55%."}}"#,
};

/// What it says.
pub(crate) const CUT_OFF: Voice =
    voice(&CUT, "tỷ lệ bị cắt bớt, không làm tròn", "the percentage was cut off, not rounded");
