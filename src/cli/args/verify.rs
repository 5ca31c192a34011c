//! `baocao verify`

use std::path::PathBuf;

use baocao_sign::Time;

use super::report::TextFormat;

/// `baocao verify`
#[derive(Debug, clap::Args)]
pub(crate) struct VerifyArgs {
    /// Tệp PDF; "-" là đầu vào chuẩn
    #[arg(value_name = "FILE.pdf")]
    pub(crate) signed_pdf: PathBuf,

    #[command(flatten)]
    pub(crate) against: AgainstArgs,

    /// Dạng kết quả: text, json (mặc định: text)
    #[arg(long = "format", value_enum, default_value = "text")]
    pub(crate) text_format: TextFormat,
}

/// What a document is held against.
#[derive(Debug, clap::Args)]
pub(crate) struct AgainstArgs {
    /// Chứng thư gốc tin cậy (PEM hoặc DER), nêu được nhiều lần; không nêu thì không đánh giá chuỗi chứng thư
    #[arg(long, value_name = "CA.pem", num_args = 1..)]
    pub(crate) anchors: Vec<PathBuf>,

    /// Dữ liệu thu hồi (CRL, OCSP) ngoài những gì có trong tệp; nêu được nhiều lần
    #[arg(long = "revocation", value_name = "FILE")]
    pub(crate) revocation_data: Vec<PathBuf>,

    /// Kiểm tra như vào thời điểm này, như 2026-11-29T11:30:00+07:00 (mặc định: đồng hồ của máy)
    #[arg(long = "at", value_name = "TIME", value_parser = super::sign::time)]
    pub(crate) verified_at: Option<Time>,

    /// Không dựng lại văn bản từ dữ liệu bên trong để so
    #[arg(long)]
    pub(crate) no_rebuild: bool,

    /// Thư mục mẫu riêng, phủ lên mẫu có sẵn theo từng tệp
    #[arg(long, value_name = "DIR")]
    pub(crate) templates: Option<PathBuf>,

    /// Thư mục phông chữ riêng (.ttf, .otf)
    #[arg(long, value_name = "DIR")]
    pub(crate) font_dir: Option<PathBuf>,
}
