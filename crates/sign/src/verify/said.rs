//! What is found, in words.

use super::range::{Coverage, RangeTrouble};
use super::report::{Fact, Item, Subject};
use crate::cms::{Cert, Chain, StampTrouble, Trouble};
use baocao_core::diagnostic::Message;
use baocao_core::kinds::signatures as kinds;
use baocao_core::msg;

pub(super) fn coverage(coverage: Coverage) -> Message {
    match coverage {
        Coverage::File => msg!("ký toàn bộ tệp", "all of the file is signed"),
        Coverage::Revision => {
            msg!(
                "ký trọn một lần ghi của tệp, sau đó có phần ghi thêm",
                "a whole revision is signed; more was added later"
            )
        }
    }
}

pub(super) fn range(trouble: RangeTrouble) -> Message {
    match trouble {
        RangeTrouble::NotTwo => msg!("vùng được ký không phải là hai đoạn", "what is signed is not two ranges"),
        RangeTrouble::Outside => msg!(
            "vùng được ký nằm ngoài tệp hoặc sai thứ tự",
            "what is signed lies outside of the file, or is not in order"
        ),
        RangeTrouble::NotFromStart => {
            msg!("vùng được ký không bắt đầu từ đầu tệp", "what is signed does not begin with the file")
        }
        RangeTrouble::Gap => msg!(
            "vùng được ký không chừa đúng giá trị của chính chữ ký này",
            "what is signed does not leave out exactly the value of this signature"
        ),
        RangeTrouble::NotAtEnd => {
            msg!("vùng được ký không kết thúc ở cuối một lần ghi", "what is signed does not end with a revision")
        }
        RangeTrouble::Nowhere => msg!(
            "chữ ký nằm ở nơi không thể chừa ra, hoặc từ điển của nó nói hai điều khác nhau",
            "the signature stands where it cannot be left out, or its dictionary says two things"
        ),
    }
}

/// What is wrong with the range of a signature in a file that another program wrote anew.
pub(super) fn rewritten(Message { vi, en }: &Message) -> Message {
    msg!(
        "{vi}; có lẽ một chương trình khác đã ghi lại cả tệp (nén, tách trang, in ra PDF), nên chữ ký không còn giá trị: xin lại tệp gốc",
        "{en}; another program seems to have written the whole file anew (compressed, split, printed), which no signature survives: ask for the original"
    )
}

pub(super) fn trouble(trouble: Trouble) -> Message {
    match trouble {
        Trouble::Unreadable => msg!("thông điệp chữ ký (CMS) không đọc được", "the message (CMS) cannot be read"),
        Trouble::Signers(count) => {
            msg!(
                "thông điệp có {count} người ký, phải có đúng một",
                "the message has {count} signers, and must have one"
            )
        }
        Trouble::Content => msg!(
            "thông điệp tự chứa nội dung, hoặc thiếu nội dung phải có",
            "the message holds a content of its own, or lacks the one that it must have"
        ),
        Trouble::ContentType => msg!(
            "thông điệp không nêu, hoặc nêu mâu thuẫn, loại nội dung",
            "the message does not say of what kind its content is, or contradicts itself"
        ),
        Trouble::NoDigest => msg!(
            "thông điệp không nêu mã băm của nội dung đúng một lần",
            "the message does not name the digest of its content once"
        ),
    }
}

pub(super) fn more() -> Message {
    msg!("sau thông điệp chữ ký còn dữ liệu khác", "there is something behind the message of the signature")
}

pub(super) fn stamp(trouble: &StampTrouble) -> Message {
    match trouble {
        StampTrouble::Message(other) => self::trouble(*other),
        StampTrouble::Unreadable => msg!("dấu thời gian không đọc được", "the timestamp cannot be read"),
        StampTrouble::OtherContent => {
            msg!("dấu thời gian đóng lên nội dung khác", "the timestamp was made over something else")
        }
        StampTrouble::Forged => msg!("dấu thời gian giả hoặc đã bị sửa", "the timestamp is forged or was changed"),
        StampTrouble::NoCertificate => msg!(
            "dấu thời gian không kèm đúng chứng thư của nó",
            "the timestamp does not come with the certificate that it names"
        ),
        StampTrouble::NotAuthority => msg!(
            "chứng thư của dấu thời gian không phải loại chuyên dùng",
            "the certificate of the timestamp is not one for timestamps"
        ),
        StampTrouble::NotValid => msg!(
            "chứng thư của dấu thời gian không có hiệu lực lúc ấy",
            "the certificate of the timestamp was not valid at that moment"
        ),
        StampTrouble::Unknown(name) => msg!("thuật toán {name}", "algorithm {name}"),
    }
}

/// The check of a way to an anchor.
pub(super) fn chain(way: Option<&Chain>) -> Item {
    let failed = |text| Item::failed(Subject::Chain, &kinds::CHAIN, text);
    match way {
        None => Item::open(
            Subject::Chain,
            msg!(
                "chưa đánh giá chuỗi chứng thư: chưa nêu chứng thư gốc tin cậy (--anchors)",
                "the chain was not evaluated: no trusted certificates were given (--anchors)"
            ),
        ),
        Some(Chain::Leads(path)) => {
            let anchor = path.last().map(Cert::subject).unwrap_or_default();
            Item::passed(Subject::Chain, msg!("chứng thư dẫn tới gốc {anchor}", "the certificate leads to {anchor}"))
        }
        Some(Chain::Ends(subject)) => {
            failed(msg!("từ {subject} không dẫn tới gốc tin cậy nào", "{subject} leads to no trusted certificate"))
        }
        Some(Chain::Missing(issuer)) => failed(msg!(
            "chứng thư không dẫn tới gốc tin cậy nào: thiếu chứng thư của {issuer}",
            "the certificate leads to no trusted one: that of {issuer} is not there"
        )),
        Some(Chain::NotPermitted(subject)) => failed(msg!(
            "nơi cấp không được phép cấp chứng thư cho tên {subject} (name constraints)",
            "the issuer may not issue certificates to {subject} (name constraints)"
        )),
        Some(Chain::Weak(subject)) => {
            let text = msg!(
                "chưa coi là đạt: chứng thư của {subject} được ký trên mã băm yếu (SHA-1)",
                "not passed: the certificate of {subject} was signed over a weak digest (SHA-1)"
            );
            Item::open(Subject::Chain, text).of(&kinds::WEAK)
        }
        Some(Chain::Broken(subject)) => failed(msg!(
            "chứng thư của {subject} không do nơi cấp nêu tên ký",
            "the certificate of {subject} was not signed by the issuer that it names"
        )),
        Some(Chain::NotValid(subject)) => failed(msg!(
            "chứng thư của {subject} không có hiệu lực lúc ký",
            "the certificate of {subject} was not valid at that time"
        )),
        Some(Chain::NotAuthority(subject)) => failed(msg!(
            "chứng thư của {subject} không được phép cấp chứng thư",
            "the certificate of {subject} may not issue others"
        )),
        Some(Chain::Unknown(subject)) => Item::open(
            Subject::Chain,
            msg!(
                "chưa đánh giá được chứng thư của {subject}: thuật toán hoặc yêu cầu không biết",
                "the certificate of {subject} was not evaluated: its algorithm or what it demands is not known"
            ),
        ),
    }
}

impl Fact {
    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoTimestamp => "no-timestamp",
            Self::NoSigningCertificate => "no-signing-certificate",
            Self::NoTime => "no-time",
            Self::NoRevocationData => "no-revocation-data",
            Self::Weak => "weak",
            Self::SelfMade => "self-made",
            Self::Malformed => "malformed",
        }
    }

    /// What it means.
    pub fn text(self) -> Message {
        match self {
            Self::NoTimestamp => msg!("không có dấu thời gian", "no timestamp"),
            Self::NoSigningCertificate => msg!(
                "phần được ký không nêu chứng thư (không theo PAdES)",
                "what is signed does not name the certificate (not PAdES)"
            ),
            Self::NoTime => msg!("không nói ký lúc nào", "it does not say when it was made"),
            Self::NoRevocationData => msg!("không kèm dữ liệu thu hồi chứng thư", "no revocation data"),
            Self::Weak => {
                msg!("thuật toán yếu: SHA-1 hoặc RSA dưới 2048 bit", "weak: SHA-1, or RSA of less than 2048 bits")
            }
            Self::SelfMade => msg!(
                "chứng thư tự tạo, không do cơ quan nào cấp",
                "the certificate is self-made, issued by no authority"
            ),
            Self::Malformed => msg!("chữ ký thật, viết không đúng chuẩn", "genuine, not well formed"),
        }
    }
}
