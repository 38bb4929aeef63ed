//! Notices page by page, and how many there are of them.

use chrono::NaiveDate;
use rusqlite::OptionalExtension as _;
use rusqlite::types::Value;

use super::NoticeRecord;
use super::query::{Conditions, NoticeFilter, NoticeOrder};
use crate::rows::bind;
use crate::{NoticeId, Reader, StoreError};

/// With no more answers than this they are gathered from the index that has all that is asked, and sorted; with more an
/// order is walked and what does not fit is passed over.
const FEW: u32 = 2_000;

/// One page of notices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeSlice {
    /// How many answer the filter in all.
    pub total: u32,
    /// Those of this page.
    pub notices: Vec<NoticeRecord>,
    /// Where the next page begins after; none on the last.
    pub next: Option<NoticeId>,
}

/// Numbers of notices that repeat no other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NoticeTotals {
    /// All of them.
    pub all: u32,
    /// Those that wait for a person.
    pub unconfirmed: u32,
    /// Those of which a newer version is known.
    pub overtaken: u32,
}

/// What is known of an answer before its rows are read.
struct Asked {
    total: u32,
    /// With no more than [`FEW`] answers.
    few: Option<Few>,
}

/// What all the answers fulfil, and the index to read through.
struct Few {
    conditions: Conditions,
    index: &'static str,
}

/// A part of a list.
struct Stretch {
    within: &'static str,
    /// What it is ordered by, before the number.
    by: Option<&'static str>,
}

impl Reader<'_> {
    /// All the notices wanted.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn notices(&self, filter: &NoticeFilter) -> Result<Vec<NoticeRecord>, StoreError> {
        Ok(self.page_of_notices(&NoticeFilter { after: None, limit: 0, ..filter.clone() })?.notices)
    }

    /// The notices that answer the filter, one page of them, with the number of all.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn page_of_notices(&self, filter: &NoticeFilter) -> Result<NoticeSlice, StoreError> {
        let Asked { total, few } = self.asked(filter)?;
        if total == 0 {
            return Ok(NoticeSlice { total, notices: Vec::new(), next: None });
        }
        let stretches = stretches(filter.order);
        let (first, mut key) = match &filter.after {
            Some(last) => {
                self.place_of_notice(&stretches, last)?.map_or((0, None), |(stretch, key)| (stretch, Some(key)))
            }
            None => (0, None),
        };
        // One more than asked tells whether there is a next page.
        let wanted = if filter.limit == 0 { usize::MAX } else { filter.limit as usize + 1 };
        let mut notices = Vec::new();
        for stretch in stretches.iter().skip(first) {
            let missing =
                if filter.limit == 0 { -1 } else { i64::try_from(wanted - notices.len()).unwrap_or(i64::MAX) };
            self.rows(stretch, filter, few.as_ref(), key.take(), missing, &mut notices)?;
            if notices.len() >= wanted {
                break;
            }
        }
        let more = notices.len() == wanted;
        if more {
            notices.pop();
        }
        let next = if more { notices.last().map(|notice: &NoticeRecord| notice.id.clone()) } else { None };
        Ok(NoticeSlice { total, notices, next })
    }

    /// How many notices answer the filter, and how to find them again where they are few. Words are looked for once: every title
    /// has to be read for them.
    fn asked(&self, filter: &NoticeFilter) -> Result<Asked, StoreError> {
        let conditions = filter.conditions();
        let Some(_) = filter.wanted_words() else {
            let total = self.count_notices(filter)?;
            let few = (total <= FEW).then(|| Few { conditions, index: filter.index() });
            return Ok(Asked { total, few });
        };
        let sql = format!("SELECT n.id FROM notices AS n {}\nWHERE {}", filter.index(), conditions.all());
        let mut statement = self.connection.prepare_cached(&sql)?;
        bind(&mut statement, &conditions.values)?;
        let numbers = statement.raw_query().mapped(|row| row.get(0)).collect::<Result<Vec<i64>, _>>()?;
        let total = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        let mut conditions = Conditions::default();
        conditions.with(
            "n.id IN (SELECT value FROM json_each(:numbers))",
            ":numbers",
            serde_json::to_string(&numbers)?,
        );
        Ok(Asked { total, few: (total <= FEW).then_some(Few { conditions, index: "" }) })
    }

    /// How many notices answer the filter.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn count_notices(&self, filter: &NoticeFilter) -> Result<u32, StoreError> {
        self.number_of_notices(filter, "SELECT count(*)\nFROM notices AS n {index}\nWHERE {wanted}")
    }

    /// How many measures the notices that answer the filter have, and how many doubts of theirs nobody has judged.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn measures_and_doubts(&self, filter: &NoticeFilter) -> Result<(u32, u32), StoreError> {
        let measures = self.number_of_notices(filter, include_str!("measures_of_all.sql"))?;
        let doubts = self.number_of_notices(filter, include_str!("doubts_of_all.sql"))?;
        Ok((measures, doubts.saturating_sub(self.number_of_notices(filter, include_str!("judged_doubts.sql"))?)))
    }

    /// The number that a statement about the notices wanted gives.
    fn number_of_notices(&self, filter: &NoticeFilter, sql: &str) -> Result<u32, StoreError> {
        let conditions = filter.conditions();
        let sql = sql.replace("{wanted}", &conditions.all()).replace("{index}", filter.index());
        let mut statement = self.connection.prepare_cached(&sql)?;
        bind(&mut statement, &conditions.values)?;
        Ok(statement.raw_query().next()?.map_or(Ok(0), |row| row.get(0))?)
    }

    /// How many notices there are, wait and are overtaken, of those that count as having been there on the day.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn notice_totals(&self, as_of: Option<NaiveDate>) -> Result<NoticeTotals, StoreError> {
        let filter = NoticeFilter { as_of, ..NoticeFilter::default() };
        let conditions = filter.conditions();
        let sql = include_str!("counts_as_of.sql");
        let sql = sql.replace("{wanted}", &conditions.all()).replace("{index}", filter.index());
        let mut statement = self.connection.prepare_cached(&sql)?;
        bind(&mut statement, &conditions.values)?;
        let mut rows = statement.raw_query();
        let Some(row) = rows.next()? else { return Ok(NoticeTotals::default()) };
        Ok(NoticeTotals {
            all: row.get("notices")?,
            unconfirmed: row.get("unconfirmed")?,
            overtaken: row.get("overtaken")?,
        })
    }

    /// The regions that notices belong to, in no order that a person would look for.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn notice_regions(&self) -> Result<Vec<String>, StoreError> {
        let mut statement = self.connection.prepare_cached(include_str!("regions.sql"))?;
        let regions = statement.query_map([], |row| row.get("region"))?;
        Ok(regions.collect::<Result<_, _>>()?)
    }

    /// The rows of a stretch that answer the filter, behind a key, so many at most.
    fn rows(
        &self,
        stretch: &Stretch,
        filter: &NoticeFilter,
        few: Option<&Few>,
        after: Option<Vec<Value>>,
        limit: i64,
        notices: &mut Vec<NoticeRecord>,
    ) -> Result<(), StoreError> {
        let (mut conditions, index, aside) = match few {
            Some(few) => (few.conditions.clone(), few.index, "+"),
            None => (filter.conditions(), "", ""),
        };
        conditions.add(stretch.within.replace("{aside}", aside));
        let columns: Vec<String> = stretch.columns().map(|column| format!("{aside}{column}")).collect();
        if let Some(key) = after {
            let beyond = if filter.descending { "<" } else { ">" };
            let names = [":first", ":second"].into_iter().take(key.len());
            let bound = names.clone().collect::<Vec<_>>().join(", ");
            conditions.add(format!("({}) {beyond} ({bound})", columns.join(", ")));
            conditions.values.extend(names.zip(key));
        }
        conditions.values.push((":limit", limit.into()));
        let direction = if filter.descending { "DESC" } else { "ASC" };
        let order = columns.iter().map(|column| format!("{column} {direction}")).collect::<Vec<_>>().join(", ");
        let page = format!("SELECT n.id FROM notices AS n {index}\nWHERE {}", conditions.all());
        // What is shown of a notice is looked up for the rows of the page only.
        let sql = format!(
            "{}WHERE n.id IN ({page}\nORDER BY {order}\nLIMIT :limit)\nORDER BY {order}",
            include_str!("rows.sql")
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        bind(&mut statement, &conditions.values)?;
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next()? {
            notices.push(self.notice_of(row)?);
        }
        Ok(())
    }

    /// In which stretch a notice stands, and its key there; none for one that is gone.
    fn place_of_notice(
        &self,
        stretches: &[Stretch],
        notice: &NoticeId,
    ) -> Result<Option<(usize, Vec<Value>)>, StoreError> {
        for (place, stretch) in stretches.iter().enumerate() {
            let columns: Vec<&str> = stretch.columns().collect();
            let within = stretch.within.replace("{aside}", "");
            let sql = format!("SELECT {} FROM notices AS n WHERE n.uid = ?1 AND {within}", columns.join(", "));
            let mut statement = self.connection.prepare_cached(&sql)?;
            let key = |row: &rusqlite::Row<'_>| (0..columns.len()).map(|column| row.get(column)).collect();
            if let Some(key) = statement.query_row([notice], key).optional()? {
                return Ok(Some((place, key)));
            }
        }
        Ok(None)
    }
}

/// The stretches of an order: those without what is ordered by come last, whichever way it is walked.
fn stretches(order: NoticeOrder) -> Vec<Stretch> {
    match order {
        NoticeOrder::Added => vec![Stretch { within: "1", by: None }],
        NoticeOrder::Issued => vec![
            Stretch { within: "{aside}n.issued IS NOT NULL", by: Some("n.issued") },
            Stretch { within: "{aside}n.issued IS NULL", by: None },
        ],
        NoticeOrder::Measures => vec![Stretch { within: "1", by: Some("n.measure_count") }],
    }
}

impl Stretch {
    fn columns(&self) -> impl Iterator<Item = &'static str> {
        self.by.into_iter().chain(["n.id"])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Store;
    use crate::testing::{Given, day, measure, operate};

    fn office() -> Store {
        let mut store = Store::in_memory().unwrap();
        let notices = [
            ("营商环境方案", "2022-03-01", 2),
            ("数字政府方案", "", 0),
            ("2023年工作要点", "", 1),
            ("招商方案", "2021-05-01", 1),
            ("营商环境细则", "2022-03-01", 3),
        ];
        for (title, issued, measures) in notices {
            let given = Given::notice(title);
            let given = if issued.is_empty() { given } else { given.issued(issued) };
            let given = (0..measures).fold(given, |given, number| {
                given.with(measure(&format!("{title}{number}"), "市发改委", "", "2023-06-30"))
            });
            operate(&mut store, "导入文件", |writer| given.keep(writer));
        }
        store
    }

    fn titles(notices: &[NoticeRecord]) -> Vec<&str> {
        notices.iter().map(|notice| notice.title.as_str()).collect()
    }

    #[test]
    fn pages_that_follow_each_other_are_the_list_in_every_order() {
        let store = office();
        let check = |order, descending, expected: &[&str]| {
            let mut filter = NoticeFilter { order, descending, ..NoticeFilter::default() };
            assert_eq!(titles(&store.read().notices(&filter).unwrap()), expected, "{order:?} {descending}");
            for limit in 1..=6 {
                filter.limit = limit;
                filter.after = None;
                let mut walked = Vec::new();
                loop {
                    let slice = store.read().page_of_notices(&filter).unwrap();
                    assert_eq!(slice.total, 5);
                    walked.extend(slice.notices);
                    filter.after = slice.next;
                    if filter.after.is_none() {
                        break;
                    }
                }
                assert_eq!(titles(&walked), expected, "{order:?} {descending}, {limit} a page");
            }
        };
        let added = ["营商环境方案", "数字政府方案", "2023年工作要点", "招商方案", "营商环境细则"];
        check(NoticeOrder::Added, false, &added);
        check(NoticeOrder::Added, true, &added.iter().copied().rev().collect::<Vec<_>>());
        let issued = ["招商方案", "营商环境方案", "营商环境细则", "数字政府方案", "2023年工作要点"];
        check(NoticeOrder::Issued, false, &issued);
        let latest = ["营商环境细则", "营商环境方案", "招商方案", "2023年工作要点", "数字政府方案"];
        check(NoticeOrder::Issued, true, &latest);
        let fewest = ["数字政府方案", "2023年工作要点", "招商方案", "营商环境方案", "营商环境细则"];
        check(NoticeOrder::Measures, false, &fewest);
    }

    #[test]
    fn each_condition_narrows() {
        let store = office();
        let check = |filter: NoticeFilter, expected: &[&str]| {
            let slice = store.read().page_of_notices(&filter).unwrap();
            assert_eq!(titles(&slice.notices), expected);
            assert_eq!(slice.total as usize, expected.len());
        };
        let wanted = NoticeFilter::default;
        check(NoticeFilter { words: Some(" 营商 ".to_owned()), ..wanted() }, &["营商环境方案", "营商环境细则"]);
        check(
            NoticeFilter { words: Some(" ".to_owned()), limit: 0, ..wanted() },
            &["营商环境方案", "数字政府方案", "2023年工作要点", "招商方案", "营商环境细则"],
        );
        check(NoticeFilter { words: Some("没有".to_owned()), ..wanted() }, &[]);
        check(
            NoticeFilter { unconfirmed: true, words: Some("方案".to_owned()), ..wanted() },
            &["营商环境方案", "招商方案"],
        );
        // One without a day begins with the year it names, or was always there.
        check(
            NoticeFilter { as_of: Some(day("2022-12-31")), ..wanted() },
            &["营商环境方案", "数字政府方案", "招商方案", "营商环境细则"],
        );
        check(NoticeFilter { as_of: Some(day("2021-12-31")), ..wanted() }, &["数字政府方案", "招商方案"]);
        let one = store.read().notices(&wanted()).unwrap().remove(2).id;
        check(NoticeFilter { id: Some(one), ..wanted() }, &["2023年工作要点"]);
    }

    #[test]
    fn numbers_of_a_list_are_those_of_its_rows() {
        let store = office();
        let waiting = NoticeFilter { unconfirmed: true, ..NoticeFilter::default() };
        let listed = store.read().notices(&waiting).unwrap();
        let measures = listed.iter().map(|notice| notice.measures).sum();
        let doubts = listed.iter().map(|notice| notice.doubt_count).sum();
        assert_eq!(store.read().measures_and_doubts(&waiting).unwrap(), (measures, doubts));
        assert_eq!(measures, 7);
        let totals = |as_of| store.read().notice_totals(as_of).unwrap();
        assert_eq!(totals(None), NoticeTotals { all: 5, unconfirmed: 4, overtaken: 0 });
        assert_eq!(totals(Some(day("2021-12-31"))), NoticeTotals { all: 2, unconfirmed: 1, overtaken: 0 });
    }

    #[test]
    fn regions_are_named_once() {
        let mut store = office();
        for (title, region) in [("甲", "杭州市"), ("乙", "宁波市"), ("丙", "杭州市")] {
            operate(&mut store, "导入文件", |writer| {
                let id = Given::notice(title).with_lines(&[title]).keep(writer)?;
                let move_there = "UPDATE notices SET region = ?2 WHERE id = ?1";
                writer.connection().execute(move_there, (writer.notice_number(&id)?, region))?;
                Ok(())
            });
        }
        let mut regions = store.read().notice_regions().unwrap();
        regions.sort();
        regions.dedup();
        assert!(regions.contains(&"宁波市".to_owned()) && regions.contains(&"杭州市".to_owned()), "{regions:?}");
        assert_eq!(store.read().notice_regions().unwrap().len(), regions.len());
    }
}
