//! `baocao units`

use std::path::PathBuf;

/// `baocao units`
#[derive(Debug, clap::Args)]
pub(crate) struct UnitsArgs {
    /// Tỉnh, thành phố: liệt kê các xã, phường, đặc khu của nó thay cho các tỉnh
    #[arg(long, value_name = "NAME")]
    pub(crate) within: Option<String>,

    /// Tệp kết quả, CSV; - là đầu ra chuẩn
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    pub(crate) output: PathBuf,

    /// Thay tệp đã có
    #[arg(long)]
    pub(crate) force: bool,
}
