//! The words for how the office works, and for who works here.

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use commands::wire::{StatusCode, Thresholds};
use domain::{TaskStatus, WorkplaceKind};

/// The steps an office may do without.
fn steps() -> impl TypedValueParser<Value = StatusCode> {
    let optional = TaskStatus::TABLE.iter().filter(|entry| entry.is_optional);
    let known: Vec<PossibleValue> = optional.map(|entry| PossibleValue::new(entry.code).help(entry.word)).collect();
    PossibleValuesParser::new(known).try_map(StatusCode::try_from)
}

/// The sorts of place, each with its word beside it in the help.
fn kinds() -> impl TypedValueParser<Value = WorkplaceKind> {
    let known = WorkplaceKind::ALL.map(|kind| PossibleValue::new(kind.code()).help(kind.word()));
    PossibleValuesParser::new(known).map(|word| WorkplaceKind::from_code(&word).unwrap_or(WorkplaceKind::Unit))
}

#[derive(Debug, Args)]
pub(crate) struct SettingsArguments {
    /// 谁在使用：督查室看全部事项，责任单位先看自己牵头和配合的
    #[arg(long, value_name = "KIND", value_parser = kinds())]
    pub(crate) office: Option<WorkplaceKind>,
    /// 所在地区，如 杭州市
    #[arg(long)]
    pub(crate) region: Option<String>,
    /// 自己的单位：名称、别名，台账里还没有的也可以
    #[arg(long)]
    pub(crate) unit: Option<String>,
    /// 不再写明谁在使用
    #[arg(long, conflicts_with_all = ["office", "region", "unit"])]
    pub(crate) no_office: bool,
    /// 几天内到期算临期；看过去的日子也按现在的天数
    #[arg(long, value_name = "DAYS")]
    pub(crate) due_soon: Option<u16>,
    /// 已报进度比按时间应到的少多少个百分点以上算滞后
    #[arg(long, value_name = "POINTS")]
    pub(crate) behind: Option<u8>,
    /// 只看改了天数或百分点后各灯的事项数，不改
    #[arg(long)]
    pub(crate) preview: bool,
    /// 选用的步骤；几个步骤就写几次。写了就以所写的为准
    #[arg(long, value_name = "STEP", value_parser = steps())]
    pub(crate) step: Vec<StatusCode>,
    /// 可选的步骤都不用：办理中 → 已办结 → 已销号
    #[arg(long, conflicts_with = "step")]
    pub(crate) no_steps: bool,
    /// 列出从每种状态可以怎样办理
    #[arg(long, conflicts_with_all = ["step", "no_steps"])]
    pub(crate) ways: bool,
    /// 输出 JSON，供脚本使用
    #[arg(long)]
    pub(crate) json: bool,
}

impl SettingsArguments {
    /// Whether anything is to be kept.
    pub(crate) fn changes(&self) -> bool {
        let limits = self.due_soon.is_some() || self.behind.is_some();
        let others = self.no_steps || !self.step.is_empty() || self.no_office || self.says_workplace();
        others || (limits && !self.preview)
    }

    /// Whether something is said of who works here.
    pub(crate) fn says_workplace(&self) -> bool {
        self.office.is_some() || self.region.is_some() || self.unit.is_some()
    }

    /// The limits that are asked for: those that are not written stay as they are kept.
    pub(crate) fn thresholds(&self, kept: Thresholds) -> Option<Thresholds> {
        let Thresholds { due_soon_days, behind_points } = kept;
        (self.due_soon.is_some() || self.behind.is_some()).then(|| Thresholds {
            due_soon_days: self.due_soon.unwrap_or(due_soon_days),
            behind_points: self.behind.unwrap_or(behind_points),
        })
    }
}
