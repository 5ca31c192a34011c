//! `baocao verify`

use std::path::PathBuf;

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
