//! Notices and their measures, as read from a file.

mod add;
pub(crate) mod fingerprint;
mod list;
mod measures;
mod packed;
mod pages;
mod query;
pub(crate) mod reading;
pub(crate) mod values;

pub use add::NewNotice;
pub use list::NoticeRecord;
pub use measures::MeasureRecord;
pub use packed::{BesideTask, PackedMeasures};
pub use pages::{NoticeSlice, NoticeTotals};
pub(crate) use query::install;
pub use query::{NoticeFilter, NoticeOrder};
pub(crate) use reading::packed_reading;
