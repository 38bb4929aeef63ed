//! From where on a light changes: what each office sets for itself.

/// The limits that lights are told by. They are settings of the office, so a change of them changes what every day shows, past
/// days too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    /// A task is due soon when no more than this many days are left, the due day included.
    pub due_soon_days: u16,
    /// A task is behind when the share reported is more than this many percentage points below what the time that has passed
    /// asks for.
    pub behind_points: u8,
}

impl Thresholds {
    /// More days than this are no notice of anything.
    pub const MOST_DAYS: u16 = 366;
    /// With more points than this nothing would ever be behind.
    pub const MOST_POINTS: u8 = 99;
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { due_soon_days: 30, behind_points: 20 }
    }
}
