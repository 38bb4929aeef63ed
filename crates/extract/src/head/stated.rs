//! What the page of a document says of it: head table (索引号, 发文机关 …), `<title>`, properties.

use chrono::NaiveDate;
use domain::tree::PieceList;

use super::compact::{compact, is_longer};
use super::day::day_at;
use super::number::{document_number, number_on_line};
use super::signature::{self, is_body_name};
use super::site::labels::{Label, label};
use super::site::{HeadField, Site, furniture};
use super::title;
use crate::split::Extent;

/// What the page of a document says of it in its head table and its own properties.
#[derive(Debug, Default)]
pub(super) struct HeadTable {
    /// 发文字号.
    pub(super) number: Option<String>,
    /// 发文机关.
    pub(super) issuers: Vec<String>,
    /// 成文日期.
    pub(super) signed: Option<NaiveDate>,
    /// 发布日期.
    pub(super) published: Option<NaiveDate>,
    /// Titles that the page states, by which the printed one is found: 标题, `<title>` without the site.
    pub(super) titles: Vec<String>,
    /// The best of them, for a text that prints none.
    pub(super) page_title: Option<String>,
    /// Of whom the site says it has the text.
    pub(super) sources: Vec<String>,
    /// Names of the site and of whom it has the text from.
    pub(super) sites: Vec<String>,
}

/// Names of page properties that hold the title of the text, the best first.
const TITLE_PROPERTIES: [&str; 3] = ["ArticleTitle", "title", "og:title"];
/// Names of page properties that hold the day of publication.
const DAY_PROPERTIES: [&str; 3] = ["PubDate", "publishdate", "date"];

/// Reads what the head table of a document's page says.
pub(super) fn head_table(site: &Site<'_>, extent: &Extent, source: &PieceList<'_>) -> HeadTable {
    let mut table = HeadTable::default();
    for (_, field, value) in site.told.facts.iter().filter(|(index, ..)| extent.page.contains(index)) {
        table.take(*field, value);
    }
    if extent.is_whole_file {
        // A file of a collection states the same above the text: 文号: …, 发布单位: ….
        for (key, value) in source.front_matter {
            if let Some(Label { field, .. }) = label(key) {
                table.take(field, value);
            }
        }
    }
    table.page_title = table.titles.first().cloned();
    if extent.is_whole_file {
        let property = |name: &str| {
            let found = source.front_matter.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
            found.map(|(_, value)| value.as_str())
        };
        for name in TITLE_PROPERTIES {
            let Some(stated) = property(name) else { continue };
            let (stated, site_name) = furniture::without_site(stated);
            table.sites.extend(site_name.map(|name| compact(name).into_owned()));
            let stated = compact(stated).into_owned();
            // A page may be called by its channel or its site alone.
            if is_longer(&stated, 5) && !is_body_name(&stated) {
                if table.page_title.is_none() && title::ends_like_title(&stated) {
                    table.page_title = Some(stated.clone());
                }
                table.titles.push(stated);
            }
        }
        let day = |name: &&str| property(name).and_then(day_of);
        table.published = table.published.or_else(|| DAY_PROPERTIES.iter().find_map(day));
    }
    table
}

impl HeadTable {
    /// Takes what one field states; of several that state the same the first counts.
    fn take(&mut self, field: HeadField, value: &str) {
        let words = compact(value);
        match field {
            HeadField::Number => {
                let plain = || (words.ends_with('号') && !is_longer(&words, 30)).then(|| words.clone().into_owned());
                let stated = || document_number(&words).or_else(|| number_on_line(value)).or_else(plain);
                self.number = self.number.take().or_else(stated);
            }
            HeadField::Issuer if self.issuers.is_empty() => self.issuers = bodies_of(value),
            HeadField::Signed => self.signed = self.signed.or_else(|| day_of(value)),
            HeadField::Published => self.published = self.published.or_else(|| day_of(value)),
            // 文章来源：某县民政局 浏览量：
            HeadField::Source => {
                let first = value.split_whitespace().next().filter(|first| is_longer(first, 3));
                let source = first.map_or(words.into_owned(), str::to_owned);
                self.sources.push(source.clone());
                self.sites.push(source);
            }
            HeadField::Title if !words.is_empty() => self.titles.push(words.into_owned()),
            _ => {}
        }
    }
}

/// The day that a value begins with; a time of the day may stand behind it.
fn day_of(value: &str) -> Option<NaiveDate> {
    let first = value.split_whitespace().next().and_then(|word| day_at(word).map(|(day, _)| day));
    first.or_else(|| day_at(&compact(value)).map(|(day, _)| day))
}

/// The bodies that a value names, in order.
fn bodies_of(value: &str) -> Vec<String> {
    let parts = value.split(|c: char| c.is_whitespace() || matches!(c, '、' | '，' | ',' | ';' | '；' | '|'));
    let names: Vec<String> = parts.map(|part| compact(part).into_owned()).filter(|part| !part.is_empty()).collect();
    let lines: Vec<&str> = names.iter().map(String::as_str).collect();
    signature::bodies(&lines).into_iter().filter(|name| is_body_name(name)).collect()
}
