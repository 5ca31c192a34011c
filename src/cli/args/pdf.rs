//! Commands about PDF files that were made.

use std::path::PathBuf;

use super::TextFormat;

/// `baocao places`
#[derive(Debug, clap::Args)]
pub(crate) struct PlacesArgs {
    /// Tệp PDF; "-" là đầu vào chuẩn
    #[arg(value_name = "FILE.pdf")]
    pub(crate) pdf: PathBuf,

    /// Dạng kết quả: text, json (mặc định: text)
    #[arg(id = "text_format", long = "format", value_enum, default_value = "text", value_name = "FORMAT")]
    pub(crate) format: TextFormat,
}

/// `baocao extract`
#[derive(Debug, clap::Args)]
pub(crate) struct ExtractArgs {
    /// Tệp PDF; "-" là đầu vào chuẩn
    #[arg(value_name = "FILE.pdf")]
    pub(crate) pdf: PathBuf,

    /// Thư mục mới để đặt các tệp (mặc định: cạnh tệp PDF, tên thêm -nguon)
    #[arg(short = 'd', long = "folder", value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
}
