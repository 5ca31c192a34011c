//! What several commands take.

use std::path::PathBuf;

/// Templates and fonts of an office's own, and where the files of its reports lie.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct OfficeArgs {
    /// Thư mục mẫu riêng, phủ lên mẫu có sẵn theo từng tệp
    #[arg(long, value_name = "DIR")]
    pub(crate) templates: Option<PathBuf>,

    /// Thư mục phông chữ riêng (.ttf, .otf)
    #[arg(long, value_name = "DIR")]
    pub(crate) font_dir: Option<PathBuf>,

    /// Thư mục gốc: báo cáo chỉ dùng được tệp trong đó (mặc định: thư mục chứa baocao.toml gần nhất, không có thì thư mục của báo cáo)
    #[arg(long, value_name = "DIR")]
    pub(crate) root: Option<PathBuf>,
}

/// What the checker is told beside what reports say of themselves.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct SettingsArgs {
    /// Đổi mức độ của một quy tắc: note, warning, error; dùng được nhiều lần
    #[arg(long, value_name = "ID=LEVEL")]
    pub(crate) severity: Vec<String>,

    /// Miễn một quy tắc, ở mọi chỗ hoặc từ một con trỏ JSON trở xuống; phải nêu lý do; dùng được nhiều lần
    #[arg(long, value_name = "ID[@POINTER]=REASON")]
    pub(crate) exempt: Vec<String>,

    /// Tệp cấu hình (mặc định: baocao.toml ở thư mục của báo cáo hoặc thư mục trên gần nhất)
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
}
