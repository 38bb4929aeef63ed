//! Notices and their measures, as read from a file.

mod add;
pub(crate) mod fingerprint;
mod list;
mod measures;
mod packed;
pub(crate) mod reading;
pub(crate) mod values;

pub use add::NewNotice;
pub use list::{NoticeFilter, NoticeRecord};
pub use measures::MeasureRecord;
pub use packed::{BesideTask, PackedMeasures};
pub(crate) use reading::packed_reading;
