// Made by `cargo xtask generate` from crates/commands. Do not edit.

/** What each figure is called and what it counts. */
export const FIGURES = {
  all: { name: '事项总数', means: '已确认的全部督办事项，不论状态；由几个单位共同牵头的只算一条。' },
  led: { name: '牵头', means: '由该单位牵头的事项，不论状态；共同牵头的各单位都算，所以各单位相加会多于事项总数。' },
  assisted: { name: '配合', means: '该单位配合、不由它牵头的事项，不论状态；不计入办结、逾期等各项。' },
  overdue: { name: '逾期', means: '到期日已过，还没有办结、也没有停办的事项；各单位的只算它牵头的。' },
  due_soon: { name: '临期', means: '还没有办结，到期日在所看日子起的临期天数之内的事项，当天到期的也算。' },
  on_track: { name: '未到期', means: '还没有办结，离到期日还远于临期天数的事项。' },
  no_deadline: { name: '无期限', means: '还没有办结，又没有到期日的事项；不等于办得正常，长期坚持的也在这里。' },
  done: { name: '已办结', means: '已办结和已销号的事项。比例的分母不含已停办的。' },
  ended: { name: '停办', means: '已中止、撤并、被替代或不涉及的事项；不算办结，也不算未办结。' },
  unassigned: { name: '未明确牵头单位', means: '文件没有写明由谁牵头的事项，不论状态；可能写有配合单位。' },
  units: { name: '单位', means: '至少牵头或配合一条事项的单位；“各单位”之类的统称也各算一个。' },
  overdue_units: { name: '涉及的牵头单位', means: '至少牵头一条逾期事项的单位；一条逾期事项由几个单位牵头的，各单位都算。' },
  due_in_month: { name: '当月到期', means: '到期日在这个月的事项，不论状态；没有到期日的不在其中。' },
  due_in_week: { name: '当周到期', means: '到期日在这一周（周一至周日）、还没有办结也没有停办的事项，按牵头单位分列。' },
  notices: { name: '文件', means: '已导入的文件，内容重复的只算一份。' },
  unconfirmed: { name: '待确认', means: '举措还没有经人确认的文件；确认之前不计入任何督办数字。' },
  listed: { name: '共几项', means: '符合当前筛选条件的事项，不论是否已经载入窗口。' },
  grouped: { name: '各类数目', means: '符合当前筛选条件、归在这一类的事项；按牵头单位归类时，共同牵头的在各单位之下都算一次。' },
  undated: { name: '按一直存在计', means: '回看过去时，所依文件没有载明发文日期、不知道从哪天起有的事项，按当时已有计算。' },
} as const
