//! `baocao aggregate`

use std::path::PathBuf;

/// `baocao aggregate`
#[derive(Debug, clap::Args)]
pub(crate) struct AggregateArgs {
    /// Báo cáo của các đơn vị cùng cấp; nêu thư mục là mọi báo cáo .json nằm ngay trong đó; "-" là đầu vào chuẩn
    #[arg(value_name = "CHILD.json", required = true)]
    pub(crate) children: Vec<PathBuf>,

    /// Báo cáo cấp trên để điền số liệu vào; chưa có thì được tạo
    #[arg(long = "into", value_name = "PARENT.json")]
    pub(crate) parent: PathBuf,

    /// Bộ mẫu của báo cáo cấp trên, nếu chưa có báo cáo ấy (mặc định: cấp ngay trên, cùng phiên bản với đơn vị)
    #[arg(long = "set", value_name = "SET")]
    pub(crate) parent_set: Option<String>,

    /// Danh sách đơn vị phải báo cáo (như "register" của baocao import); mặc định: các xã của tỉnh
    #[arg(long = "units", value_name = "FILE")]
    pub(crate) unit_list: Option<PathBuf>,

    /// Số liệu của chính cơ quan cấp trên, một báo cáo cùng bộ mẫu, được gộp như một đơn vị
    #[arg(long = "own", value_name = "FILE")]
    pub(crate) own_part: Option<PathBuf>,

    /// Không thêm phụ lục mỗi đơn vị một dòng
    #[arg(long)]
    pub(crate) no_appendix: bool,

    /// Tệp kết quả; "-" là đầu ra chuẩn (mặc định: chính báo cáo cấp trên)
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,

    /// Thay số liệu và tệp đã có
    #[arg(long = "force")]
    pub(crate) replace: bool,

    /// Thư mục mẫu riêng
    #[arg(long, value_name = "DIR")]
    pub(crate) templates: Option<PathBuf>,

    /// Thư mục gốc: báo cáo chỉ dùng được tệp trong đó (mặc định: thư mục chứa baocao.toml gần nhất, không có thì thư mục của báo cáo)
    #[arg(long, value_name = "DIR")]
    pub(crate) root: Option<PathBuf>,
}
