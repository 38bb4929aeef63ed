//! A division of tasks: 任务分解：A、B做好信息发布；C加强督导. Each stretch names units and what they do.

use super::super::sentence::{acting, units};
use super::roles::{self, Roles};
use crate::units::label::behind_division;

/// The units of a division of tasks, without what they do; `None` when the words are none.
pub(super) fn read(words: &str) -> Option<Roles> {
    let rest = behind_division(words)?.trim_start();
    let rest = rest.strip_prefix(['：', ':'])?;
    let mut divided = Roles::default();
    // Names may stand before a comma, with their verb behind it: A、B，C做好….
    let mut waiting: Vec<String> = Vec::new();
    for stretch in roles::stretches(rest) {
        let stretch = stretch.trim();
        if let Some((named, leads)) = acting(stretch) {
            divided.has_verb = true;
            let list = if leads { &mut divided.leads } else { &mut divided.answering };
            list.append(&mut waiting);
            list.extend(named);
        } else if let Some(named) = units(stretch) {
            waiting.extend(named);
        }
    }
    divided.answering.append(&mut waiting);
    (!divided.all().is_empty()).then_some(divided)
}
