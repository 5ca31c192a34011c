//! Who signs, by what right.

use serde_json::{Value as Json, json};

use crate::sample::{patched, said};

/// What a rule says of the signature of a commune, or of a department: what should stand there.
fn signed(id: &str, set: &str, competence: &[&str], position: &str) -> Vec<String> {
    let signer = json!({ "competence": competence, "position": position, "full_name": "Tạ Văn Sơn" });
    let report = patched(set, json!({ "document": { "signers": [signer] } }));
    said(id, &report).into_iter().map(|(_, expected)| expected).collect()
}

const COMMUNE: &str = "cchc/xa-2025";
const DEPARTMENT: &str = "cchc/so-2022";

/// A right that is written otherwise than the decree says, and one without the space behind it.
const MISSPELT: &str = "the-thuc/quyen-han-sai-viet-tat";
const GLUED: &str = "the-thuc/quyen-han-dinh-lien";

#[test]
fn rights_are_read_however_they_are_written() {
    let spelt = |line: &str| [MISSPELT, GLUED].map(|id| signed(id, COMMUNE, &[line], "CHỦ TỊCH").concat());
    for (line, misspelt, glued) in [
        ("TM. ỦY BAN NHÂN DÂN", "", ""),
        ("T/M UỶ BAN NHÂN DÂN", "TM. UỶ BAN NHÂN DÂN", ""),
        ("KT.GIÁM ĐỐC", "", "KT. GIÁM ĐỐC"),
        ("K.T CHỦ TỊCH", "KT. CHỦ TỊCH", ""),
        ("TUQ. CHỦ TỊCH", "", ""),
        ("Thừa lệnh Chủ tịch", "TL. Chủ tịch", ""),
        ("Q. GIÁM ĐỐC", "", ""),
    ] {
        assert_eq!(spelt(line), [misspelt, glued], "{line}");
    }
    for post in ["TRƯỞNG PHÒNG", "QUẢN ĐỐC", "TỔNG GIÁM ĐỐC", "CHỦ TỊCH", "TMC", "TLĐ"] {
        assert_eq!(spelt(post), ["", ""], "{post}");
    }
}

#[test]
fn rights_and_posts_are_understood() {
    // Of a body nobody signs without a right, and in its own name only.
    let no_tm = |line| signed("the-thuc/thieu-tm", COMMUNE, &[line], "CHỦ TỊCH");
    for line in ["TM. ỦY BAN NHÂN DÂN", "T/M UỶ BAN NHÂN DÂN", "TUQ. CHỦ TỊCH", "Thừa lệnh Chủ tịch"]
    {
        assert_eq!(no_tm(line), [""; 0], "{line}");
    }
    for line in ["KT.GIÁM ĐỐC", "TRƯỞNG PHÒNG", "QUẢN ĐỐC", "TỔNG GIÁM ĐỐC", "CHỦ TỊCH", "TMC"] {
        assert_eq!(no_tm(line), ["TM. ỦY BAN NHÂN DÂN"], "{line}");
    }
    let other_body = |line| signed("the-thuc/thua-tm", COMMUNE, &[line], "CHỦ TỊCH");
    for line in ["TM. ỦY BAN NHÂN DÂN", "T/M UỶ BAN NHÂN DÂN"] {
        assert_eq!(other_body(line), [""; 0], "{line}");
    }
    assert_eq!(other_body("TM. HỘI ĐỒNG NHÂN DÂN"), ["TM. ỦY BAN NHÂN DÂN"]);
    // A deputy signs in place of the head of the same post.
    let in_place = |line, deputy| signed("the-thuc/kt-sai-nguoi", DEPARTMENT, &[line], deputy);
    for line in ["KT.GIÁM ĐỐC", "K.T GIÁM ĐỐC"] {
        assert_eq!(in_place(line, "PHÓ GIÁM ĐỐC"), [""; 0], "{line}");
        assert_eq!(in_place(line, "PHÓ CHỦ TỊCH"), ["KT. CHỦ TỊCH"], "{line}");
    }
    // An acting head has no other post.
    let acting = |post| signed("the-thuc/quyen-cap-truong", DEPARTMENT, &["Q. GIÁM ĐỐC"], post);
    assert_eq!(acting("GIÁM ĐỐC"), [""; 0]);
    assert_eq!(acting("PHÓ GIÁM ĐỐC"), ["Q. GIÁM ĐỐC"]);
}

/// What a rule says should stand in place of the signer's name.
fn named(id: &str, name: &str) -> Vec<String> {
    let signer = json!({ "competence": ["TM. ỦY BAN NHÂN DÂN"], "position": "CHỦ TỊCH", "full_name": name });
    let report: Json = patched(COMMUNE, json!({ "document": { "signers": [signer] } }));
    said(id, &report).into_iter().map(|(_, expected)| expected).collect()
}

#[test]
fn titles_are_told_from_names() {
    let bare = |name| named("the-thuc/hoc-ham-hoc-vi", name);
    assert_eq!(bare("ThS. Tạ Văn Sơn"), ["Tạ Văn Sơn"]);
    assert_eq!(bare("PGS.TS. Lê Thị Mận"), ["Lê Thị Mận"]);
    assert_eq!(bare("PGS, TS Lê Thị Mận"), ["Lê Thị Mận"]);
    assert_eq!(bare("Thượng tá Đỗ Hùng"), ["Đỗ Hùng"]);
    assert_eq!(bare("Đ/c Đỗ Hùng"), ["Đỗ Hùng"]);
    for name in ["Tạ Văn Sơn", "Ông Thị Ba", "Kỳ Sư", "Thạch Sĩ", "Đồng Chí Thành", "Bá Sĩ An"] {
        assert_eq!(bare(name), [""; 0], "{name}");
    }
}

#[test]
fn names_are_set_in_title_case() {
    let set = |name| named("the-thuc/ho-ten-chu-thuong", name);
    assert_eq!(set("TẠ VĂN SƠN"), ["Tạ Văn Sơn"]);
    assert_eq!(set("Tạ văn Sơn"), ["Tạ Văn Sơn"]);
    for name in ["Tạ Văn Sơn", "H'Hen Niê", "Y THƯƠNG-NIÊ", "Y Moan", "A Y"] {
        assert_eq!(set(name), [""; 0], "{name}");
    }
    // Armed units write the rank before the name.
    let organ = json!({ "organ_name": "BAN CHỈ HUY QUÂN SỰ XÃ", "short_name": "Ban CHQS xã" });
    let of_unit = |name: &str| {
        let document = json!({ "organ": organ, "signers": [{ "position": "CHỈ HUY TRƯỞNG", "full_name": name }] });
        said("the-thuc/ho-ten-chu-thuong", &patched(COMMUNE, json!({ "document": document }))).len()
    };
    assert_eq!((of_unit("Thiếu tá Cao Xuân Phúc"), of_unit("Thiếu tá Cao xuân Phúc")), (0, 1));
}

#[test]
fn heads_of_other_agencies_sign_by_their_own_right() {
    let behalf =
        |signers: Json| said("the-thuc/thieu-tm", &patched(COMMUNE, json!({ "document": { "signers": signers } })));
    let signer = |competence: &[&str], position: &str, name: &str| json!({ "competence": competence, "position": position, "full_name": name });
    let chair = signer(&["TM. ỦY BAN NHÂN DÂN"], "CHỦ TỊCH", "Tạ Văn Sơn");
    for other in
        [signer(&["KT. GIÁM ĐỐC SỞ Y TẾ"], "PHÓ GIÁM ĐỐC", "Lê Thị Hạnh"), signer(&[], "TRƯỞNG CÔNG AN", "Lê Thị Hạnh")]
    {
        assert!(behalf(json!([chair, other])).is_empty(), "{other}");
        assert!(!behalf(json!([other])).is_empty(), "{other}");
    }
    assert!(!behalf(json!([chair, signer(&["KT. CHỦ TỊCH"], "PHÓ CHỦ TỊCH", "Lê Thị Hạnh")])).is_empty());
}

#[test]
fn deputies_may_have_another_post_beside() {
    for (line, position, wanted) in [
        ("KT. CHỈ HUY TRƯỞNG BỘ CHỈ HUY QUÂN SỰ", "PHÓ CHỈ HUY TRƯỞNG - THAM MƯU TRƯỞNG", &[][..]),
        ("KT. GIÁM ĐỐC SỞ Y TẾ", "PHÓ GIÁM ĐỐC PHỤ TRÁCH", &[]),
        ("KT. VIỆN TRƯỞNG", "PHÓ VIỆN TRƯỞNG KIÊM CHÁNH VĂN PHÒNG", &[]),
        ("KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN, CHÁNH VĂN PHÒNG", &[]),
        ("KT. CHÁNH VĂN PHÒNG", "PHÓ GIÁM ĐỐC - BÍ THƯ", &["KT. GIÁM ĐỐC"]),
    ] {
        assert_eq!(signed("the-thuc/kt-sai-nguoi", DEPARTMENT, &[line], position), wanted, "{line} / {position}");
    }
}
