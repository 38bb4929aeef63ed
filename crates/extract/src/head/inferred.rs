//! A title for a document that prints none, put together from its own words.

use domain::tree::{Cell, Piece};

use super::compact::{first_chars, is_longer};
use super::title::ends_like_title;
use crate::lexicon::tables::{KINDS, OPENINGS};

/// The title that the first paragraphs of a document give it; its first words when they give none.
pub(crate) fn title(paragraphs: &[&str]) -> String {
    let first = paragraphs.iter().find(|text| is_longer(text, 20)).copied().unwrap_or_default();
    glued_in_front(first)
        .or_else(|| from_issuing(first))
        .or_else(|| from_announcing(first))
        .or_else(|| from_first_article(first))
        .or_else(|| from_interpretation(paragraphs))
        .unwrap_or_else(|| first_words(paragraphs))
}

/// The title that the first row of a table holds alone, where nothing stands above the table.
pub(super) fn first_row(lines: &[Piece<'_>]) -> Option<String> {
    let row = lines.iter().find(|piece| piece.is_content())?.row()?;
    let mut filled = row.cells.iter().map(Cell::text).filter(|cell| !cell.trim().is_empty());
    let title: String = filled.next()?.split_whitespace().collect();
    let is_title = filled.next().is_none() && is_longer(&title, 7) && ends_like_title(&title);
    (is_title && super::title::may_be_title_line(&title)).then_some(title)
}

/// A title that a line gives in full but cut at its beginning, with the region's name mended: 州市建设… → 杭州市建设….
pub(crate) fn mended(title: &str, region: &str) -> Option<String> {
    let cut = region.char_indices().skip(1).map(|(at, _)| region.get(at..).unwrap_or_default());
    let tail = cut.into_iter().find(|tail| tail.chars().count() >= 2 && title.starts_with(tail))?;
    Some(format!("{region}{}", title.get(tail.len()..)?))
}

/// 街道环境整治工作方案根据区委部署，…，制定本方案: the title has lost its line and stands in front of the first sentence.
fn glued_in_front(text: &str) -> Option<String> {
    const LONGEST: usize = 60;
    if !OPENINGS.holds("enacting", text) {
        return None;
    }
    let clause = text.split(['，', '。', '：']).next()?;
    let ends = OPENINGS.words("reason").iter().flat_map(|word| clause.match_indices(word)).map(|(at, _)| at);
    let title = ends
        .filter_map(|at| clause.get(..at))
        .filter(|front| ends_like_title(front))
        .min_by_key(|front| front.len())?;
    (is_longer(title, 7) && !is_longer(title, LONGEST)).then(|| title.to_owned())
}

/// …，某市财政局制定了《A》和《B》，现印发给你们 → 某市财政局关于印发《A》和《B》的通知.
fn from_issuing(text: &str) -> Option<String> {
    let before = text.get(..text.find("印发")?)?;
    let (maker, open) = match before.find("了《") {
        Some(at) => (before.get(..at)?, at + '了'.len_utf8()),
        None => ("", before.find("现将《")? + "现将".len()),
    };
    let close = before.rfind('》')? + '》'.len_utf8();
    let named = without_brackets(before.get(open..close)?);
    let body = OPENINGS.before_suffix("made", maker).and_then(|rest| rest.rsplit(['，', '。', ',']).next());
    let issuer = body
        .filter(|name| super::signature::is_body_name(name) && super::place::begins_with_place(name))
        .unwrap_or_default();
    (named.chars().count() <= 100).then(|| format!("{issuer}关于印发{named}的通知"))
}

/// 现就进一步深化改革提出如下意见 → 关于进一步深化改革的意见.
fn from_announcing(text: &str) -> Option<String> {
    let announced = OPENINGS.words("announced").iter();
    let (at, words) =
        announced.filter_map(|words| text.rfind(words).map(|at| (at, *words))).max_by_key(|(at, _)| *at)?;
    let kind = match words {
        "通知如下" | "公布如下" => "通知",
        "公告如下" => "公告",
        _ => text.get(at + words.len()..)?.trim_end_matches(['：', ':', '。']),
    };
    if kind.is_empty() || is_longer(kind, 8) {
        return None;
    }
    let before = text.get(..at)?;
    let marks = OPENINGS.words("before-topic").iter();
    let topic = marks
        .filter_map(|mark| before.rfind(mark).map(|at| at + mark.len()))
        .max()
        .and_then(|start| before.get(start..))
        .or_else(|| reason(before))?;
    let topic = topic.trim_matches(['，', ',', '：']).trim_end_matches("特");
    let joined: String = topic.split(['，', ',']).collect();
    if joined.chars().count() < 6 || is_longer(&joined, 80) {
        return None;
    }
    if words == "公布如下" {
        let made = before.rfind("制定了").and_then(|at| before.get(at + "制定了".len()..));
        let joined = made.map_or(joined, |named| named.trim_matches(['，', ',']).to_owned());
        return Some(format!("关于公布{joined}的{kind}"));
    }
    Some(format!("关于{joined}的{kind}"))
}

/// 为推动行业健康发展，更好服务经济，根据… → 推动行业健康发展.
fn reason(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("为了").or_else(|| text.strip_prefix('为')).or_else(|| {
        let at = text.rfind("，为")?;
        text.get(at + "，为".len()..)
    })?;
    rest.split(['，', ',']).next()
}

/// 第一条 为了优化营商环境，…，制定本条例 → 优化营商环境条例.
fn from_first_article(text: &str) -> Option<String> {
    let rest = text.strip_prefix("第一条")?.trim_start();
    let topic = reason(rest)?;
    let at = text.rfind("制定本")? + "制定本".len();
    let kind = text.get(at..)?.trim_end_matches('。');
    (!kind.is_empty() && !is_longer(kind, 8) && !is_longer(topic, 40)).then(|| format!("{topic}{kind}"))
}

/// An essay on a document: its first sections speak of background and meaning, and one title is cited.
fn from_interpretation(paragraphs: &[&str]) -> Option<String> {
    let explains = paragraphs.iter().take(3).any(|text| !is_longer(text, 30) && KINDS.holds("explaining", text));
    if !explains {
        return None;
    }
    let cited = paragraphs.iter().take(6).find_map(|text| {
        let open = text.find('《')? + '《'.len_utf8();
        text.get(open..)?.split('》').next().filter(|title| ends_like_title(title))
    })?;
    Some(format!("《{cited}》解读"))
}

fn first_words(paragraphs: &[&str]) -> String {
    let is_words = |text: &&&str| !text.is_empty() && !super::site::furniture::is_menu_word(text);
    let text = paragraphs.iter().find(is_words).copied().unwrap_or_default();
    let sentence = text.split(['。', '：', '；']).next().unwrap_or(text);
    first_chars(sentence, 40).to_owned()
}

/// A text without its round brackets: 《清单》（以下简称《清单》） → 《清单》.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    text.chars()
        .filter(|c| match c {
            '（' | '(' => {
                depth += 1;
                false
            }
            '）' | ')' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_put_together_from_the_text() {
        let check = |paragraphs: &[&str], expected: &str| assert_eq!(title(paragraphs), expected, "{paragraphs:?}");
        check(
            &["为优化营商环境，经市政府同意，现就深化商事制度改革激发市场活力提出如下意见。"],
            "关于深化商事制度改革激发市场活力的意见",
        );
        check(
            &["为推动全市融资担保行业持续健康发展，更好服务实体经济，根据有关要求，经市政府同意，提出如下实施意见。"],
            "关于推动全市融资担保行业持续健康发展的实施意见",
        );
        check(
            &[
                "为规范采购活动，根据有关规定，杭州市财政局制定了《正面清单》和《负面清单》（以下简称《清单》），现印发给你们，请执行。",
            ],
            "杭州市财政局关于印发《正面清单》和《负面清单》的通知",
        );
        check(&["第一条为了持续优化营商环境，根据有关法律，制定本条例。"], "持续优化营商环境条例");
        check(
            &["一、出台的背景与意义", "随着战略实施，市里制定了《风险补偿基金管理办法》，旨在优化环境。"],
            "《风险补偿基金管理办法》解读",
        );
        check(&["今年以来全市经济总体平稳向好。下一步要继续努力。"], "今年以来全市经济总体平稳向好");
        check(&[], "");
    }

    #[test]
    fn a_title_cut_inside_the_name_of_its_place_is_mended() {
        assert_eq!(mended("州市促进发展若干政策", "杭州市").as_deref(), Some("杭州市促进发展若干政策"));
        assert_eq!(mended("市促进发展若干政策", "杭州市"), None);
        assert_eq!(mended("促进发展若干政策", "杭州市"), None);
    }
}
