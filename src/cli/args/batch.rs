//! The commands of many reports: batch, worker.

use std::num::{NonZeroU64, NonZeroUsize};
use std::path::PathBuf;

use baocao_batch::{Pattern, Shard};
use baocao_typeset::Standards;

use super::shared::{OfficeArgs, SettingsArgs};

/// `baocao batch`
#[derive(Debug, clap::Args)]
pub(crate) struct BatchArgs {
    /// Báo cáo, thư mục báo cáo, tệp NDJSON (mỗi dòng một báo cáo); với --map: tệp xuất của hệ thống khác; "-" là đầu vào
    /// chuẩn
    #[arg(value_name = "INPUT", required = true)]
    pub(crate) batch_inputs: Vec<PathBuf>,

    /// Thư mục kết quả, chưa có thì được tạo
    #[arg(short = 'd', long = "output-dir", value_name = "DIR")]
    pub(crate) results: PathBuf,

    /// Tên các văn bản, với trường của báo cáo trong ngoặc nhọn: stem, n, period, organ_id, code_number ... (mặc định:
    /// {stem}.pdf)
    #[arg(long, value_name = "PATTERN", default_value = "{stem}.pdf")]
    pub(crate) name: Pattern,

    /// Nhập tệp xuất của hệ thống khác theo cách chuyển này trước khi dựng
    #[arg(long, value_name = "MAP.toml")]
    pub(crate) map: Option<PathBuf>,

    /// Làm tiếp lần chạy trước: văn bản nào đã dựng từ đúng dữ liệu, mẫu, phông chữ và phiên bản ấy thì để nguyên
    #[arg(long, conflicts_with = "force")]
    pub(crate) resume: bool,

    /// Làm lại từ đầu, thay tệp đã có
    #[arg(long)]
    pub(crate) force: bool,

    /// Chỉ làm một phần, ví dụ 3/16: cùng một báo cáo thì ở máy nào cũng thuộc cùng một phần
    #[arg(long, value_name = "K/N")]
    pub(crate) shard: Option<Shard>,

    /// Số văn bản làm cùng một lúc (mặc định: số lõi của máy)
    #[arg(short, long, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,

    #[command(flatten)]
    pub(crate) making: MakingArgs,
}

impl BatchArgs {
    /// A batch without what only its own command asks for.
    pub(crate) fn new(
        batch_inputs: Vec<PathBuf>,
        results: PathBuf,
        pdf_standard: Standards,
        strict: bool,
        settings: SettingsArgs,
        office: OfficeArgs,
    ) -> Self {
        let (isolate, time_limit, memory_limit) = (false, None, None);
        let making = MakingArgs { pdf_standard, strict, isolate, time_limit, memory_limit, settings, office };
        let (map, resume, force, shard, jobs) = (None, false, false, None, None);
        Self { batch_inputs, results, name: Pattern::default(), map, resume, force, shard, jobs, making }
    }
}

/// `baocao worker`
#[derive(Debug, clap::Args)]
pub(crate) struct WorkerArgs {
    /// Dừng ngay khi tiến trình mẹ mất
    #[arg(long, hide = true)]
    pub(crate) bound_to_parent: bool,

    #[command(flatten)]
    pub(crate) making: MakingArgs,
}

/// How documents are made.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct MakingArgs {
    /// Chuẩn PDF, cách nhau bằng dấu phẩy (mặc định: a-3a,ua-1)
    #[arg(long, value_name = "LIST", default_value = "a-3a,ua-1")]
    pub(crate) pdf_standard: Standards,

    /// Không ghi tệp cả khi chỉ có cảnh báo
    #[arg(long)]
    pub(crate) strict: bool,

    /// Dựng trong tiến trình riêng: văn bản này hỏng không làm hại văn bản khác
    #[arg(long)]
    pub(crate) isolate: bool,

    /// Thời gian tối đa của một văn bản, giây (mặc định với --isolate: 120)
    #[arg(long, value_name = "SECONDS")]
    pub(crate) time_limit: Option<NonZeroU64>,

    /// Bộ nhớ tối đa của một tiến trình, MB (mặc định với --isolate: 2048; chỉ trên Linux và Unix)
    #[arg(long, value_name = "MB")]
    pub(crate) memory_limit: Option<NonZeroU64>,

    #[command(flatten)]
    pub(crate) settings: SettingsArgs,

    #[command(flatten)]
    pub(crate) office: OfficeArgs,
}
