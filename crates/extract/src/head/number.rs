//! Document numbers (发文字号). Everything here reads [compact](super::compact) text.

/// The document number that is all a line holds, its year in 〔〕: 杭政函〔2022〕6号.
///
/// Must not catch numbers cited inside a sentence, nor bare counts such as 第7号.
pub(crate) fn document_number(line: &str) -> Option<String> {
    let line = line.strip_prefix("文号：").or_else(|| line.strip_prefix("发文字号：")).unwrap_or(line);
    if line.len() > 120 {
        return None;
    }
    let inner = line.strip_suffix('号')?;
    let year_end = inner.rfind(['〕', ']', '】', '）', ')', '］'])?;
    let closing = inner.get(year_end..)?.chars().next()?;
    let serial = inner.get(year_end + closing.len_utf8()..)?;
    let serial = serial.strip_prefix('第').unwrap_or(serial);
    if serial.is_empty() || serial.len() > 6 || !serial.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let before = inner.get(..year_end)?;
    let year_start = before.len().checked_sub(4)?;
    let year = before.get(year_start..)?;
    if !year.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let prefix = before.get(..year_start)?.strip_suffix(['〔', '[', '【', '（', '(', '［'])?;
    let letters = prefix.chars().filter(|c| c.is_alphabetic()).count();
    let plain = prefix.chars().all(|c| c.is_alphanumeric() || matches!(c, '（' | '）' | '(' | ')'));
    (letters >= 2 && plain && prefix.chars().count() <= 16).then(|| format!("{prefix}〔{year}〕{serial}号"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_a_number_is_one() {
        let check =
            |line: &str, expected: Option<&str>| assert_eq!(document_number(line).as_deref(), expected, "{line}");
        check("杭政函〔2022〕6号", Some("杭政函〔2022〕6号"));
        check("沪商自贸〔2023〕132号", Some("沪商自贸〔2023〕132号"));
        check("浙建建发[2023]29号", Some("浙建建发〔2023〕29号"));
        check("沪公奉通字（2023）31号", Some("沪公奉通字〔2023〕31号"));
        check("国发〔2021〕第24号", Some("国发〔2021〕24号"));
        check("第7号", None);
        check("公告（第18号）", None);
        check("（国发〔2021〕24号）", None);
        check("根据《意见》（国发〔2021〕24号", None);
        check("2023年6月", None);
        check("", None);
    }
}
