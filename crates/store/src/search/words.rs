//! What the dictionary knows: where words begin and end. Loaded at first use, or before it in the background; a search that
//! needs no dictionary never waits.

use std::sync::LazyLock;

use jieba_rs::Jieba;

static DICTIONARY: LazyLock<Jieba> = LazyLock::new(Jieba::new);

/// Loads the dictionary beside whatever else is done, so that the first search need not wait for it.
pub fn load_dictionary() {
    // Where no thread can be had, the first search loads it.
    let _ = std::thread::Builder::new().name("dictionary".to_owned()).spawn(|| LazyLock::force(&DICTIONARY));
}

/// Whether a question has a word that could be cut into others.
pub(crate) fn can_be_cut(question: &str) -> bool {
    question.split_whitespace().any(|word| word.chars().nth(2).is_some())
}

/// The words of two characters or more in a run of text, in order, without repetition.
pub(crate) fn cut(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in DICTIONARY.cut(text, true) {
        let word = word.word.trim();
        if word.chars().count() > 1 && !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    }
    words
}

/// How many of the words stand in `text` as words of their own, or as several: 办公 in 办公用品, not in 主办公司.
pub(crate) fn standing_alone(text: &str, words: &[String]) -> usize {
    let mut ends = vec![0];
    let mut length = 0;
    for piece in DICTIONARY.cut(text, true) {
        length += piece.word.len();
        ends.push(length);
    }
    let is_end = |at: usize| ends.binary_search(&at).is_ok();
    let alone =
        |word: &&String| text.match_indices(word.as_str()).any(|(at, found)| is_end(at) && is_end(at + found.len()));
    words.iter().filter(alone).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_across_two_words_does_not_stand_alone() {
        let check = |text, word: &str, expected| {
            assert_eq!(standing_alone(text, &[word.to_owned()]) == 1, expected, "{word} in {text}");
        };
        check("统一政府采购标准", "采购", true);
        check("由主办公司负责", "办公", false);
        check("统一政府采购标准", "政府采购", true);
    }

    #[test]
    fn what_cannot_be_cut_gives_no_other_words() {
        for question in ["采购", "财政 清单", "市", "ab 12", "采购\u{3000}标准", "统一 政府"] {
            assert!(!can_be_cut(question));
            let typed: Vec<&str> = question.split_whitespace().collect();
            assert!(cut(question).iter().all(|word| typed.contains(&word.as_str())), "{question}");
        }
        assert!(can_be_cut("采购 营商环境"));
    }

    #[test]
    fn a_question_is_cut_into_words() {
        assert_eq!(cut("优化营商环境"), ["优化", "营商", "环境"]);
    }
}
