//! Encodings: those before Unicode, and the forms of Unicode.

use baocao_vietnamese::conversion::{TCVN3, VNI, converted, credible_words};
use baocao_vietnamese::encoding::{Legacy, legacy, nfc};

#[test]
fn old_encodings_are_recognised() {
    assert_eq!(legacy("B¸o c¸o c¶i c¸ch hµnh chÝnh"), Some(Legacy::Tcvn3));
    assert_eq!(legacy("Baùo caùo caûi caùch haønh chính"), Some(Legacy::Vni));
    assert_eq!(legacy("BÃ¡o cÃ¡o cáº£i cÃ¡ch hÃ nh chÃ\u{ad}nh"), Some(Legacy::Utf8AsLatin1));
}

#[test]
fn good_text_is_left_alone() {
    for text in [
        "Ðông Hà, ÐÀO, Â°C, «CÀ PHÊ», «BÌNH XÃ»",
        "Báo cáo kết quả thực hiện công tác cải cách hành chính quý III năm 2023",
        "huyện Thuận Thành, xã Quảng Uyên, loại hoà giải, khoán, thuế, tuỳ, quý, khuỷu, ngoằn ngoèo",
        "Bụi TSP tại đầu thôn Đông 690 µg/m³, hạt 10 µm",
        "Nhiệt độ 25 °C, ± 2, © 2023, Müller, São Paulo, café",
        "ĐỀ NGHỊ UBND TỈNH THOẢ THUẬN, HOÀN THÀNH, TOÀN QUỐC, QUÂN, XUÂN, HUÊ",
    ] {
        assert_eq!(legacy(text), None, "{text}");
    }
}

#[test]
fn decomposed_letters_are_composed() {
    assert_eq!(nfc("Tie\u{302}\u{301}ng Vie\u{323}\u{302}t"), "Tiếng Việt");
}

const TEXT: &str = "ủy ban nhân dân xã đặt kế hoạch về kỹ thuật, giữ trường lớp, chỉ rõ những lĩnh vực ở huyện ấy; \
                    đẩy mạnh tự kiểm tra, xử lý hồ sơ quá hạn, phản ánh, kiến nghị, cưỡng chế, bẵng, ỵ";

/// A text as an old encoding writes it.
fn written(text: &str, table: &str) -> String {
    let entry = |c: char| table.split_whitespace().find_map(|entry| entry.strip_prefix(c));
    text.chars().map(|c| entry(c).map_or_else(|| c.to_string(), str::to_owned)).collect()
}

#[test]
fn what_was_written_in_an_old_encoding_is_read_again() {
    for (encoding, table) in [(Legacy::Tcvn3, TCVN3), (Legacy::Vni, VNI)] {
        assert_eq!(converted(&written(TEXT, table), encoding), TEXT);
    }
    assert_eq!(converted("Ñôn vò: ÑAØ NAÜNG, Ñoàng Thaùp", Legacy::Vni), "Đơn vị: ĐÀ NẴNG, Đồng Tháp");
    assert_eq!(converted("§iÖn B\u{ad}íc", Legacy::Tcvn3), "Điện Bước");
    let double: String = "Ủy ban".bytes().map(char::from).collect();
    assert_eq!(converted(&double, Legacy::Utf8AsLatin1), "Ủy ban");
}

#[test]
fn every_letter_has_one_meaning() {
    for table in [TCVN3, VNI] {
        let mut signs: Vec<String> = table.split_whitespace().map(|entry| entry.chars().skip(1).collect()).collect();
        let count = signs.len();
        signs.sort();
        signs.dedup();
        assert_eq!(signs.len(), count);
        assert!(table.split_whitespace().all(|entry| (2..=3).contains(&entry.chars().count())));
    }
}

#[test]
fn words_are_credible_where_vietnamese_has_them() {
    assert_eq!(credible_words("Ủy ban nhân dân"), (3, 3));
    assert_eq!(credible_words("ñy ban nh©n d©n x·"), (1, 0));
    assert_eq!(credible_words("abc 12"), (0, 0));
}
