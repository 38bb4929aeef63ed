//! How long backups stay.

use std::collections::HashSet;

use chrono::{DateTime, Datelike as _, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::{Backup, Reason};
use crate::{Reader, StoreError, Writer};

/// Under which name the register keeps the rule.
const SETTING: &str = "backup_rule";

/// All of the last days, then the newest of each week, then the newest of each month. Backups that a person asked for
/// and the newest of all stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeepRule {
    /// So many days all of them.
    pub days: u16,
    /// Then for so many weeks one a week.
    pub weeks: u16,
    /// Until so many months one a month.
    pub months: u16,
}

impl Default for KeepRule {
    fn default() -> Self {
        Self { days: 7, weeks: 8, months: 12 }
    }
}

impl KeepRule {
    /// Which of the backups, the newest first, may go.
    pub(crate) fn superfluous(self, backups: &[Backup], now: DateTime<Utc>) -> Vec<&Backup> {
        let of_days = now - TimeDelta::days(self.days.into());
        let of_weeks = of_days - TimeDelta::weeks(self.weeks.into());
        let of_months = now - TimeDelta::days(31 * i64::from(self.months));
        let (mut weeks, mut months) = (HashSet::new(), HashSet::new());
        let mut superfluous = Vec::new();
        for (place, backup) in backups.iter().enumerate() {
            let at = backup.made_at;
            let stays = backup.reason == Reason::Person
                || place == 0
                || at >= of_days
                || (at >= of_weeks && weeks.insert(at.iso_week()))
                || (at < of_weeks && at >= of_months && months.insert((at.year(), at.month())));
            if !stays {
                superfluous.push(backup);
            }
        }
        superfluous
    }
}

impl Reader<'_> {
    /// How long backups of this register stay.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn backup_rule(&self) -> Result<KeepRule, StoreError> {
        let kept = self.setting(SETTING)?;
        Ok(kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
    }
}

impl Writer<'_> {
    /// Keeps how long backups stay.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn keep_backup_rule(&self, rule: KeepRule) -> Result<(), StoreError> {
        self.keep_setting(SETTING, &serde_json::to_string(&rule)?)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn backup(at: DateTime<Utc>, reason: Reason) -> Backup {
        Backup::of(Path::new(&Backup::name(at, reason, "0123456789abcdef")), 1).unwrap()
    }

    #[test]
    fn a_year_of_days_leaves_days_weeks_and_months() {
        let now: DateTime<Utc> = "2026-11-21T08:00:00Z".parse().unwrap();
        let check = |rule: KeepRule, stay: usize| {
            let all: Vec<Backup> = (0..500).map(|day| backup(now - TimeDelta::days(day), Reason::Daily)).collect();
            let gone = rule.superfluous(&all, now);
            assert_eq!(all.len() - gone.len(), stay, "{rule:?}");
            assert!(!gone.contains(&&all[0]), "the newest stays");
        };
        // Eight days (today and seven before), nine weeks begun, and the months of the rest of the year.
        check(KeepRule::default(), 8 + 9 + 11);
        check(KeepRule { days: 30, weeks: 0, months: 0 }, 31);
        check(KeepRule { days: 0, weeks: 0, months: 0 }, 1);
    }

    #[test]
    fn thinned_every_day_it_leaves_as_much_as_thinned_once() {
        let start: DateTime<Utc> = "2025-01-01T08:00:00Z".parse().unwrap();
        let mut kept: Vec<Backup> = Vec::new();
        for day in 0..500 {
            let now = start + TimeDelta::days(day);
            kept.insert(0, backup(now, Reason::Daily));
            let gone: Vec<Backup> = KeepRule::default().superfluous(&kept, now).into_iter().cloned().collect();
            kept.retain(|backup| !gone.contains(backup));
        }
        assert!((26..=29).contains(&kept.len()), "{}", kept.len());
        let oldest = kept.last().map(|backup| (start + TimeDelta::days(499) - backup.made_at).num_days());
        assert!(oldest.is_some_and(|days| days > 330), "{oldest:?} days");
    }

    #[test]
    fn what_a_person_asked_for_stays() {
        let now: DateTime<Utc> = "2026-11-21T08:00:00Z".parse().unwrap();
        let years_ago = now - TimeDelta::days(2000);
        let all = [backup(now, Reason::Daily), backup(years_ago, Reason::Person), backup(years_ago, Reason::Import)];
        assert_eq!(KeepRule::default().superfluous(&all, now), [&all[2]]);
    }
}
