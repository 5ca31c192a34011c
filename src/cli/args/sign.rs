//! The commands of signatures: sign, issue, prepare, finish.

use std::path::PathBuf;

use baocao_pdf::Mark;
use baocao_sign::{Hash, SubFilter, Time};
use clap::ValueEnum;

use super::super::sign::{AtPlace, Rect};

/// `baocao sign`
#[derive(Debug, clap::Args)]
pub(crate) struct SignArgs {
    /// Tệp PDF để ký
    #[arg(value_name = "FILE.pdf")]
    pub(crate) pdf: PathBuf,

    /// Ký chỗ nào: leader (người có thẩm quyền), number (số), day (ngày), seal (dấu)
    #[arg(long = "as", value_enum, value_name = "MARK")]
    pub(crate) mark: MarkArg,

    #[command(flatten)]
    pub(crate) place: PlaceArgs,

    #[command(flatten)]
    pub(crate) key: KeyArgs,

    #[command(flatten)]
    pub(crate) picture: PictureArgs,

    #[command(flatten)]
    pub(crate) manner: MannerArgs,

    #[command(flatten)]
    pub(crate) proof: ProofArgs,

    #[command(flatten)]
    pub(crate) target: TargetArgs,
}

/// `baocao issue`
#[derive(Debug, clap::Args)]
pub(crate) struct IssueArgs {
    /// Tệp PDF để ký
    #[arg(value_name = "FILE.pdf")]
    pub(crate) pdf: PathBuf,

    /// Số của văn bản
    #[arg(long, value_name = "N")]
    pub(crate) number: String,

    /// Ngày ban hành (hai chữ số)
    #[arg(long, value_name = "DD")]
    pub(crate) day: String,

    /// Ảnh con dấu (PNG, JPEG), in đúng cỡ thật: rộng 36 mm
    #[arg(long, value_name = "SEAL.png")]
    pub(crate) seal_image: PathBuf,

    /// Người ký thứ mấy trong văn bản (mặc định: 1)
    #[arg(long, value_name = "N", default_value = "1", value_parser = clap::value_parser!(u8).range(1..=99))]
    pub(crate) signer: u8,

    /// Chỗ ký của tệp không do chương trình dựng, như number=1:120,700,160,720; ghi được nhiều lần
    #[arg(long = "place", value_name = "MARK=PAGE:L,B,R,T")]
    pub(crate) places: Vec<AtPlace>,

    #[command(flatten)]
    pub(crate) key: KeyArgs,

    #[command(flatten)]
    pub(crate) manner: MannerArgs,

    #[command(flatten)]
    pub(crate) proof: ProofArgs,

    /// Thư mục phông chữ riêng (.ttf, .otf)
    #[arg(long, value_name = "DIR")]
    pub(crate) font_dir: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) target: TargetArgs,
}

/// `baocao prepare`
#[derive(Debug, clap::Args)]
pub(crate) struct PrepareArgs {
    /// Tệp PDF để ký
    #[arg(value_name = "FILE.pdf")]
    pub(crate) pdf: PathBuf,

    /// Ký chỗ nào: leader (người có thẩm quyền), number (số), day (ngày), seal (dấu)
    #[arg(long = "as", value_enum, value_name = "MARK")]
    pub(crate) mark: MarkArg,

    /// Chứng thư của người ký, PEM hoặc DER
    #[arg(long, value_name = "CERT.pem")]
    pub(crate) certificate: PathBuf,

    #[command(flatten)]
    pub(crate) place: PlaceArgs,

    #[command(flatten)]
    pub(crate) picture: PictureArgs,

    #[command(flatten)]
    pub(crate) manner: MannerArgs,

    /// Viết thêm các byte cần ký ra tệp này, cho công cụ nhận cả nội dung như openssl cms
    #[arg(long, value_name = "FILE")]
    pub(crate) signed_bytes: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) target: TargetArgs,
}

/// `baocao finish`
#[derive(Debug, clap::Args)]
pub(crate) struct FinishArgs {
    /// Tệp do baocao prepare viết ra
    #[arg(value_name = "PREPARED.pdf")]
    pub(crate) prepared: PathBuf,

    /// Chữ ký CMS (DER)
    #[arg(long, value_name = "CMS.der")]
    pub(crate) cms: PathBuf,

    #[command(flatten)]
    pub(crate) target: TargetArgs,
}

/// What is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum MarkArg {
    Leader,
    Number,
    Day,
    Seal,
}

/// Where.
#[derive(Debug, clap::Args)]
pub(crate) struct PlaceArgs {
    /// Người ký thứ mấy trong văn bản (mặc định: 1)
    #[arg(long, value_name = "N", default_value = "1", value_parser = clap::value_parser!(u8).range(1..=99))]
    pub(crate) signer: u8,

    /// Trang, tính từ 1, khi tệp không ghi sẵn chỗ ký
    #[arg(long, value_name = "N", requires = "rect")]
    pub(crate) page: Option<usize>,

    /// Khung trên trang, từ góc dưới bên trái: trái,dưới,phải,trên, tính bằng point, hoặc mm: 100mm,20mm,170mm,60mm
    #[arg(long, value_name = "L,B,R,T", requires = "page")]
    pub(crate) rect: Option<Rect>,

    /// Chữ ký không hiện trên trang
    #[arg(long, conflicts_with = "rect")]
    pub(crate) invisible: bool,

    /// Chỗ ký của tệp không do chương trình dựng, như number=1:120,700,160,720; ghi được nhiều lần
    #[arg(long = "place", value_name = "MARK=PAGE:L,B,R,T")]
    pub(crate) places: Vec<AtPlace>,
}

/// Whose key.
#[derive(Debug, clap::Args)]
pub(crate) struct KeyArgs {
    /// Tệp khóa PKCS#12 (.p12, .pfx); mật khẩu được hỏi, hoặc lấy từ BAOCAO_PASSPHRASE hay --passphrase-fd
    #[arg(long, value_name = "KEY.p12", required_unless_present = "pkcs11", conflicts_with = "pkcs11")]
    pub(crate) key: Option<PathBuf>,

    /// Đọc mật khẩu hoặc mã PIN từ bộ mô tả tệp này
    #[arg(long, value_name = "N")]
    pub(crate) passphrase_fd: Option<u32>,

    /// Mô-đun PKCS#11 của thiết bị ký; mã PIN chỉ được thử một lần
    #[arg(long, value_name = "MODULE", requires = "label")]
    pub(crate) pkcs11: Option<PathBuf>,

    /// Nhãn của khóa và chứng thư trên thiết bị
    #[arg(long, value_name = "LABEL")]
    pub(crate) label: Option<String>,

    /// Chứng thư gốc tin cậy: chứng thư ký phải dẫn đến một gốc trong đó; ghi được nhiều lần
    #[arg(long, value_name = "CA.pem")]
    pub(crate) anchors: Vec<PathBuf>,

    /// Chứng thư trung gian, thêm vào những gì có trong tệp khóa; ghi được nhiều lần
    #[arg(long, value_name = "CERTS.pem")]
    pub(crate) certificate_chain: Vec<PathBuf>,
}

/// What is seen.
#[derive(Debug, clap::Args)]
pub(crate) struct PictureArgs {
    /// Ảnh chữ ký hoặc con dấu (PNG, JPEG)
    #[arg(long, value_name = "IMAGE.png")]
    pub(crate) image: Option<PathBuf>,

    /// Số của văn bản, in ở chỗ number
    #[arg(long, value_name = "N", conflicts_with = "image")]
    pub(crate) number: Option<String>,

    /// Ngày ban hành, in ở chỗ day
    #[arg(long, value_name = "DD", conflicts_with_all = ["image", "number"])]
    pub(crate) day: Option<String>,

    /// Thư mục phông chữ riêng (.ttf, .otf)
    #[arg(long, value_name = "DIR")]
    pub(crate) font_dir: Option<PathBuf>,
}

impl PictureArgs {
    /// The number or the day that is asked for, where that is what is signed.
    pub(crate) fn text(&self, signed: Mark, mark: Mark) -> Option<&str> {
        let text = if mark == Mark::Number { &self.number } else { &self.day };
        text.as_deref().filter(|_| signed == mark)
    }
}

/// How a signature is made.
#[derive(Debug, clap::Args)]
pub(crate) struct MannerArgs {
    /// Dạng chữ ký: ETSI.CAdES.detached (PAdES), adbe.pkcs7.detached (mặc định: ETSI.CAdES.detached)
    #[arg(long, value_enum, value_name = "NAME", default_value = "ETSI.CAdES.detached")]
    pub(crate) subfilter: SubFilterArg,

    /// Hàm băm: sha256, sha384, sha512 (mặc định: sha256; với khóa ECDSA do đường cong quyết định)
    #[arg(long, value_enum, value_name = "NAME")]
    pub(crate) digest: Option<HashArg>,

    /// Với khóa RSA: dùng PSS thay PKCS#1 v1.5
    #[arg(long)]
    pub(crate) pss: bool,

    /// Chữ ký đầu tiên không chứng thực văn bản
    #[arg(long)]
    pub(crate) no_certify: bool,

    /// Thời gian ký, như 2026-11-29T11:30:00+07:00 (mặc định: đồng hồ của máy)
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(crate) time: Option<Time>,
}

/// What proves a signature later.
#[derive(Debug, clap::Args)]
pub(crate) struct ProofArgs {
    /// Địa chỉ máy chủ dấu thời gian (RFC 3161 qua HTTP)
    #[arg(long, value_name = "URL")]
    pub(crate) timestamp: Option<String>,

    /// Dữ liệu thu hồi (CRL, OCSP) để trong tệp cho việc kiểm tra về sau; ghi được nhiều lần
    #[arg(long, value_name = "FILE")]
    pub(crate) revocation: Vec<PathBuf>,
}

/// Where the result goes.
#[derive(Debug, clap::Args)]
pub(crate) struct TargetArgs {
    /// Tệp kết quả; "-" là đầu ra chuẩn
    #[arg(short, long, value_name = "OUT.pdf")]
    pub(crate) output: PathBuf,

    /// Thay tệp đã có
    #[arg(long)]
    pub(crate) force: bool,
}

/// The shape of a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SubFilterArg {
    #[value(name = "ETSI.CAdES.detached")]
    Cades,
    #[value(name = "adbe.pkcs7.detached")]
    Pkcs7,
}

impl From<SubFilterArg> for SubFilter {
    fn from(name: SubFilterArg) -> Self {
        match name {
            SubFilterArg::Cades => Self::Cades,
            SubFilterArg::Pkcs7 => Self::Pkcs7,
        }
    }
}

/// A hash function.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum HashArg {
    Sha256,
    Sha384,
    Sha512,
}

impl From<HashArg> for Hash {
    fn from(name: HashArg) -> Self {
        match name {
            HashArg::Sha256 => Self::Sha256,
            HashArg::Sha384 => Self::Sha384,
            HashArg::Sha512 => Self::Sha512,
        }
    }
}

pub(super) fn time(text: &str) -> Result<Time, &'static str> {
    baocao_sign::read_time(text).ok_or("2026-11-29T11:30:00+07:00")
}
