//! What a request names must be there: a notice or region that is not would read as one without tasks.

use store::{NoticeId, Reader, StoreError};

use crate::error::CommandError;

/// Passes when the notice is kept and the region is met; what is not asked for passes.
pub(crate) fn check(read: Reader<'_>, notice: Option<&NoticeId>, region: Option<&str>) -> Result<(), CommandError> {
    if let Some(notice) = notice {
        read.notice(notice)?;
    }
    match region {
        Some(region) if !read.is_region(region)? => {
            Err(StoreError::NotFound { what: "地区", id: region.to_owned() }.into())
        }
        _ => Ok(()),
    }
}
