//! Rules whose findings are told by earlier stages: where figures are read and tables are computed. They are listed
//! here so that they can be explained, weighed and exempted like all others.

use super::{Family, Rule, Say, Subject, Told};
use baocao_core::diagnostic::Severity;

const VALUES: Family = Family {
    name: Say { vi: "Giá trị của chỉ tiêu", en: "Values of indicators" },
    rules: &[&MISSING, &NO_NUMBER, &CODE, &UNIT_AGAIN, &NOT_PERCENT, &NEGATIVE, &NOTE_ROWS],
    check: told_already,
};

pub(super) const FAMILIES: &[Family] = &[VALUES, EARLIER];

/// Earlier stages have told it.
pub(super) fn told_already(_: &Subject<'_>, _: &mut Told) {}

const MISSING: Rule = Rule {
    id: "so-lieu/thieu",
    severity: Severity::Warning,
    title: Say {
        vi: "Mọi chỉ tiêu của biểu mẫu đều có số liệu", en: "Every indicator of the forms has a figure"
    },
    why: Say {
        vi: "Chỉ tiêu biết chắc là không có số liệu thì ghi null: ô ấy để trống. Bỏ sót thì không ai biết là trống hay quên.",
        en: "An indicator that is known to have no figure is given as null and prints blank. One that is left out may \
             have been forgotten.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"figures": {"kiem-tra.so-to-chuc": 0}}"#,
    fails: r#"{"remove": ["/figures/kiem-tra.so-to-chuc"]}"#,
};

const NO_NUMBER: Rule = Rule {
    id: "so-lieu/khong-phai-so",
    severity: Severity::Warning,
    title: Say {
        vi: "Dòng số đếm, tiền, tỷ lệ ghi một số", en: "Counts, money and percentages are numbers"
    },
    why: Say {
        vi: "Ghi \"8/8\" hay \"đang triển khai\" vào một dòng số thì không cộng, không so sánh được.",
        en: "\"8/8\" or \"under way\" in a row of numbers can be neither added nor compared.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"figures": {"chi-dao.so-van-ban": 8}}"#,
    fails: r#"{"figures": {"chi-dao.so-van-ban": "8/8"}}"#,
};

const CODE: Rule = Rule {
    id: "so-lieu/ma-la",
    severity: Severity::Warning,
    title: Say { vi: "Dòng mã ghi một mã đã khai", en: "Coded rows hold declared codes" },
    why: Say {
        vi: "Chỉ tiêu có bảng mã (Chưa = 0, Có = 1) chỉ nhận các mã trong bảng.",
        en: "An indicator with a list of codes takes the codes of that list only.",
    },
    law: None,
    set: "cchc/so-2022",
    passes: r#"{"figures": {"doi-thoai.co-to-chuc": 1}}"#,
    fails: r#"{"figures": {"doi-thoai.co-to-chuc": "9 cuộc"}}"#,
};

const UNIT_AGAIN: Rule = Rule {
    id: "so-lieu/lap-don-vi",
    severity: Severity::Warning,
    title: Say {
        vi: "Không lặp lại đơn vị tính trong ô số liệu", en: "The unit is not repeated in the value"
    },
    why: Say {
        vi: "Cột đơn vị tính đã ghi %, ô số liệu chỉ ghi số.",
        en: "The column of units says %, the value is the number alone.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"figures": {"bao-cao.ty-le-qua-he-thong": 100}}"#,
    fails: r#"{"figures": {"bao-cao.ty-le-qua-he-thong": "100%"}}"#,
};

const NOT_PERCENT: Rule = Rule {
    id: "so-lieu/sai-don-vi",
    severity: Severity::Warning,
    title: Say { vi: "Dòng số đếm không ghi phần trăm", en: "Rows of counts hold no percentages" },
    why: Say {
        vi: "Một tỷ lệ phần trăm nằm ở dòng đếm hồ sơ, cơ quan, người.",
        en: "A percentage stands in a row that counts files, agencies, people.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"figures": {"chi-dao.so-van-ban": 8}}"#,
    fails: r#"{"figures": {"chi-dao.so-van-ban": "80%"}}"#,
};

const NEGATIVE: Rule = Rule {
    id: "so-lieu/so-am",
    severity: Severity::Warning,
    title: Say { vi: "Số đếm và số tiền không âm", en: "Counts and money are not negative" },
    why: Say {
        vi: "Không có biểu mẫu nào đếm được số nhỏ hơn 0.", en: "No form counts less than nothing."
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"figures": {"bien-che.tinh-gian": 1}}"#,
    fails: r#"{"figures": {"bien-che.tinh-gian": -1}}"#,
};

const NOTE_ROWS: Rule = Rule {
    id: "so-lieu/ghi-chu-qua-bieu",
    severity: Severity::Warning,
    title: Say {
        vi: "Ghi chú không chiếm quá số dòng của biểu", en: "A note covers no more rows than its form has"
    },
    why: Say {
        vi: "\"note_rows\" nói ghi chú chiếm mấy dòng; biểu không còn đủ dòng thì con số ấy sai.",
        en: "\"note_rows\" says how many rows a note covers; the form has not so many left.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"figures": {"thanh-toan.co-nghia-vu": {"value": 0, "note": "Chưa phát sinh", "note_rows": 2}}}"#,
    fails: r#"{"figures": {"thanh-toan.co-nghia-vu": {"value": 0, "note": "Chưa phát sinh", "note_rows": 9}}}"#,
};

const EARLIER: Family = Family {
    name: Say { vi: "So sánh với kỳ trước", en: "Comparison with an earlier period" },
    rules: &[&NOT_EARLIER],
    check: told_already,
};

const NOT_EARLIER: Rule = Rule {
    id: "ky-truoc/khong-truoc",
    severity: Severity::Warning,
    title: Say {
        vi: "Báo cáo đem so sánh là của kỳ trước", en: "The report compared with is of an earlier period"
    },
    why: Say {
        vi: "Kỳ của báo cáo nêu ở \"previous\" phải kết thúc trước khi kỳ này kết thúc.",
        en: "The period of the report named by \"previous\" ends before this one does.",
    },
    law: None,
    set: "cchc/xa-2022",
    passes: r#"{"previous": {"file": "examples/xa-q3-2023.json", "columns": false}}"#,
    fails: r#"{"previous": {"file": "examples/xa-q3-2026.json", "columns": false}}"#,
};
