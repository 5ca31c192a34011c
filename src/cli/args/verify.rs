//! `baocao verify`

use std::path::PathBuf;

use super::report::TextFormat;

/// `baocao verify`
#[derive(Debug, clap::Args)]
pub(crate) struct VerifyArgs {
    /// Tệp PDF; "-" là đầu vào chuẩn
    #[arg(value_name = "FILE.pdf")]
    pub(crate) signed_pdf: PathBuf,

    /// Chứng thư gốc tin cậy (PEM hoặc DER), nêu được nhiều lần; không nêu thì không đánh giá chuỗi chứng thư
    #[arg(long, value_name = "CA.pem", num_args = 1..)]
    pub(crate) anchors: Vec<PathBuf>,

    /// Dạng kết quả: text, json (mặc định: text)
    #[arg(long = "format", value_enum, default_value = "text")]
    pub(crate) text_format: TextFormat,
}
