//! Which of the steps that an office may do without it takes.

use crate::TaskStatus;

/// The optional steps that are taken. None of them by default: 办理中 → 已办结 → 已销号.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Steps {
    taken: [bool; TaskStatus::ALL.len()],
}

impl Steps {
    /// Every optional step there is.
    pub const EVERY: Self = {
        let mut taken = [false; TaskStatus::ALL.len()];
        let mut at = 0;
        while at < taken.len() {
            taken[at] = TaskStatus::TABLE[at].is_optional;
            at += 1;
        }
        Self { taken }
    };

    /// The same steps and this one.
    #[must_use]
    pub fn with(mut self, step: TaskStatus) -> Self {
        if let Some(taken) = self.taken.get_mut(step as usize) {
            *taken = step.entry().is_optional;
        }
        self
    }

    /// Whether the office takes this step. Those that no office does without count as taken.
    pub fn take(self, step: TaskStatus) -> bool {
        !step.entry().is_optional || self.taken.get(step as usize).copied().unwrap_or_default()
    }

    /// The optional steps that are taken, in order.
    pub fn optional(self) -> impl Iterator<Item = TaskStatus> {
        TaskStatus::ALL.into_iter().filter(move |step| step.entry().is_optional && self.take(*step))
    }

    /// Where a task begins that a person has confirmed.
    pub fn first(self) -> TaskStatus {
        self.from(TaskStatus::Proposed)
    }

    /// The step itself, or the next one that is taken.
    pub(crate) fn from(self, step: TaskStatus) -> TaskStatus {
        let later = TaskStatus::ALL.into_iter().skip(step as usize);
        later.into_iter().find(|step| self.take(*step)).unwrap_or_default()
    }
}

impl FromIterator<TaskStatus> for Steps {
    fn from_iter<T: IntoIterator<Item = TaskStatus>>(steps: T) -> Self {
        steps.into_iter().fold(Self::default(), Self::with)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_begins_in_the_first_step_that_is_taken() {
        let check = |steps: &[TaskStatus], first| {
            assert_eq!(steps.iter().copied().collect::<Steps>().first(), first, "{steps:?}");
        };
        check(&[], TaskStatus::InProgress);
        check(&[TaskStatus::Submitted], TaskStatus::InProgress);
        check(&[TaskStatus::Issued], TaskStatus::Issued);
        check(&[TaskStatus::Prepared, TaskStatus::Issued], TaskStatus::Prepared);
        assert_eq!(Steps::EVERY.first(), TaskStatus::Proposed);
    }

    #[test]
    fn steps_are_the_same_whichever_way_they_were_put_together() {
        assert_eq!(TaskStatus::ALL.into_iter().collect::<Steps>(), Steps::EVERY);
        assert_eq!(Steps::EVERY.optional().collect::<Steps>(), Steps::EVERY);
        assert_eq!(Steps::default().with(TaskStatus::Closed), Steps::default(), "it is taken anyway");
    }

    #[test]
    fn what_no_office_does_without_is_always_taken() {
        let none = Steps::default();
        assert_eq!(none.optional().count(), 0);
        assert!(none.take(TaskStatus::InProgress) && none.take(TaskStatus::Closed) && !none.take(TaskStatus::Issued));
    }
}
