//! The narrative: outline, section templates, Markdown.
//!
//! Handlebars fills Markdown; a Markdown library reads the result into a closed set of blocks. Data never becomes
//! code: values that a template prints are escaped, HTML is shown as text.

mod check;
mod figure_helpers;
mod ids;
mod marks;
mod numbering;
mod outline;
mod pictures;
mod plain_helpers;
pub mod prepare;
mod script;
pub mod shorten;
mod speaker;
mod texts;
mod unfilled;

pub use outline::{Narrative, Placing, annexed_blocks, leads_nowhere, narrate, section_blocks, text_blocks};
pub use pictures::pictures;
pub use script::Script;
pub use speaker::{Earlier, Speaker};
pub use texts::{text_files, texts};
