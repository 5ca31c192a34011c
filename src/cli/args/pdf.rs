//! Commands about PDF files that were made.

use std::path::PathBuf;

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
