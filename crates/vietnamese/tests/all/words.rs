//! Syllables, slips of spelling, wrong marks.

use baocao_vietnamese::spelling::{Fault, fault};
use baocao_vietnamese::syllable::{Tone, bearers, letters, parts, spelt};
use baocao_vietnamese::words::misspelt;

#[test]
fn ordinary_words_are_syllables() {
    let text = "Ủy ban nhân dân xã tiếp tục quán triệt, triển khai nghiêm túc các nghị quyết về cải cách hành chính gắn \
                với chuyển đổi số khuya khoắt khuỷu tay ngoằn ngoèo huỳnh huỵch quýt quyên quốc gì giêng giết gìn giữ già \
                thuở nguyên khuyết xoong boong soóc tuýp rượu hươu yêu yến uống ước ưu việt quở quờ quạng loắt choắt \
                nghiêng ngả ghế gỗ kẻ kỹ thuật bưu chính công ích khoảnh khắc quệt quặng thoăn thoắt ngoảnh tuần tra \
                luật xuất khuếch trương huênh hoang tuềnh toàng nguệch ngoạc quẫy quầy truyền tuyển chọn lượm";
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        let (letters, tones) = letters(word);
        let found = parts(&letters);
        assert!(found.is_some(), "{word}");
        let (onset, rhyme) = found.unwrap();
        for (at, _) in tones {
            assert!(bearers(onset, rhyme).contains(&at), "{word}: {:?}", bearers(onset, rhyme));
        }
    }
}

#[test]
fn other_letters_are_none() {
    for word in ["đơc", "trơng", "cam-ra", "ngiêm", "nghành", "strong", "kông", "ăk", "chưong"] {
        assert_eq!(parts(word), None, "{word}");
    }
}

#[test]
fn both_customs_of_tone_marks() {
    assert_eq!(spelt("hoa", Some(Tone::Huyen), false), "hòa");
    assert_eq!(spelt("hoa", Some(Tone::Huyen), true), "hoà");
    assert_eq!(spelt("quy", Some(Tone::Sac), true), "quý");
    assert_eq!(spelt("toan", Some(Tone::Sac), false), "toán");
    assert_eq!(spelt("giêng", Some(Tone::Sac), false), "giếng");
}

fn meant(word: &str) -> Option<Fault> {
    Some(Fault::Spelt(word.to_owned()))
}

#[test]
fn slips_are_named() {
    assert_eq!(fault("truờng"), meant("trường"));
    assert_eq!(fault("ngừoi"), meant("người"));
    assert_eq!(fault("HƯÓNG"), meant("HƯỚNG"));
    assert_eq!(fault("nghành"), meant("ngành"));
    assert_eq!(fault("ngiêm"), meant("nghiêm"));
    assert_eq!(fault("cuả"), meant("của"));
    assert_eq!(fault("qúy"), meant("quý"));
    assert_eq!(fault("Nghiã"), meant("Nghĩa"));
}

#[test]
fn lost_letters_and_wrong_tones() {
    assert_eq!(fault("trờng"), Some(Fault::NoSyllable));
    assert_eq!(fault("cáchh"), Some(Fault::NoSyllable));
    assert_eq!(fault("viêt"), Some(Fault::Tone));
    assert_eq!(fault("thựcc"), Some(Fault::NoSyllable));
    assert_eq!(fault("hoá\u{300}"), Some(Fault::TwoTones));
    assert_eq!(fault("hóà"), Some(Fault::TwoTones));
}

#[test]
fn foreign_words_and_names_are_left_alone() {
    let text = "Internet Zalo video pano apphích xêmina prôtêin crôm lôgic Đắk Lắk Krông Păk Đăk Glong Plông Mnông xtiêng hrê \
                ĐVSNCL HĐQT TTĐT QLĐĐ ôtô ôxy bêtông côngtenơ pôlime boong xoong soóc tuýp Müller café São naïve résumé \
                Ioffice MicroStationSE Misa kơnia đc đồng đ ô ơ ý ủy uỷ hòa hoà thủy thuỷ khỏe khoẻ quý giá kỳ diệu họp";
    for word in text.split_whitespace() {
        assert_eq!(fault(word), None, "{word}");
    }
}

#[test]
fn wrong_marks_are_seen() {
    let told = |text| misspelt(text).map(|(_, right)| right);
    for (text, right) in [
        ("Tỷ lệ phân trăm", "phần trăm"),
        ("hỗ trơ người dân", "hỗ trợ"),
        ("giao dục quốc phòng", "giáo dục"),
        ("đạt kết quà cao", "kết quả"),
        ("công tác quàn lý", "quản lý"),
        ("cán bô, công chức", "cán bộ"),
        ("thực hiện nhiệm vu", "nhiệm vụ"),
    ] {
        assert_eq!(told(text).as_deref(), Some(right), "{text}");
    }
}

#[test]
fn words_that_meet_are_left_alone() {
    for text in [
        "phổ biến pháp luật, phù hợp với tình hình thực tế, tổ chức đánh giá, nhận thức đầy đủ, điều kiện thực hiện",
        "người dân quan tâm; hồ sơ cập nhật chậm; cơ chế đặc thù; có quan hệ; cấp thẻ chế độ; hệ thống báo cáo",
        "bộ phận công chức còn lúng túng; số phận công trình",
        "công tắc điện, cộng tác viên, dân cử, thủ túc, thứ trưởng, hội thao, đồ thị, dữ kiện, chi tiêu, chu kỳ",
        "văn hoá, hoà giải, uỷ ban, toạ đàm; kêt quả; quy mở rộng; ký hiệu quá lớn; thu hồi đồng bộ; tháng 3 chỉ so",
    ] {
        assert_eq!(misspelt(text), None, "{text}");
    }
}
