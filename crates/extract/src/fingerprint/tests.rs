use domain::tree::DocumentTree;

use super::*;

fn of(text: &str) -> Fingerprint {
    Fingerprint::of(&DocumentTree::of_lines(text.lines()).pieces().pieces)
}

/// A text of so many clauses, all different; `seed` makes another text of the same shape.
fn plan(seed: u32, clauses: u32) -> String {
    let words: Vec<char> =
        "推进改革优化服务提升效率完善制度健全机制加强协同支持企业创新发展数据共享流程再造".chars().collect();
    let mut state = seed.wrapping_mul(2_654_435_761) | 1;
    let mut text = String::new();
    for clause in 1..=clauses {
        text.push_str(&format!("{clause}.第{}项。", clause * 7 + seed));
        for _ in 0..60 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            text.push(words[(state >> 16) as usize % words.len()]);
        }
        text.push_str("。\n");
    }
    text
}

/// The text broken after every few characters, with a blank line between, full-width digits and page numbers.
fn reprinted(text: &str) -> String {
    let wide = |c: char| if c.is_ascii_digit() { char::from_u32(c as u32 + 0xFEE0).unwrap() } else { c };
    let mut out = String::new();
    for (at, c) in text.chars().filter(|c| *c != '\n').enumerate() {
        out.push(if c == '。' { '.' } else { wide(c) });
        if at % 23 == 22 {
            out.push_str("\n\n");
        }
        if at % 400 == 399 {
            out.push_str(&format!("\n— {} —\n", at / 400));
        }
    }
    out
}

#[test]
fn a_document_is_known_in_whatever_wrapping() {
    let text = plan(1, 40);
    assert!(of(&text).repeats(&of(&reprinted(&text))), "other wraps, widths and punctuation");
    let wrapped =
        format!("某市人民政府关于印发方案的通知\n各区人民政府：现印发给你们，请认真执行。\n{text}\n责任编辑：某人");
    assert!(of(&text).repeats(&of(&wrapped)), "in another wrapper");
    assert!(of(&wrapped).repeats(&of(&text)), "whichever comes first");
}

#[test]
fn a_document_cut_at_an_end_is_known() {
    let text = plan(1, 60);
    let part = |from: usize, to: usize| text.lines().skip(from).take(to - from).collect::<Vec<_>>().join("\n");
    assert!(of(&text).repeats(&of(&part(0, 30))), "the end is missing");
    assert!(of(&text).repeats(&of(&part(25, 60))), "the beginning is missing");
    assert!(of(&part(0, 50)).repeats(&of(&part(10, 60))), "each lacks another end");
    assert!(!of(&text).repeats(&of(&part(0, 2))), "a quotation is no document");
}

#[test]
fn other_documents_are_not_taken_for_the_same() {
    let text = plan(1, 60);
    assert!(!of(&text).repeats(&of(&plan(2, 60))), "another plan");
    // A draft: a word changed in every third clause.
    let draft: String = (text.lines().enumerate())
        .map(|(at, line)| if at % 3 == 0 { line.replacen("。", "。原则上", 1) } else { line.to_owned() } + "\n")
        .collect();
    assert!(!of(&text).repeats(&of(&draft)), "a draft and its final text");
    // A shorter edition: every fourth clause dropped.
    let shorter: String =
        text.lines().enumerate().filter(|(at, _)| at % 4 != 0).map(|(_, line)| format!("{line}\n")).collect();
    assert!(!of(&text).repeats(&of(&shorter)), "an edition with clauses dropped");
    // Plans with the same long preamble.
    let (one, other) = (plan(7, 15) + &plan(3, 30), plan(7, 15) + &plan(4, 30));
    assert!(!of(&one).repeats(&of(&other)), "shared boilerplate");
}

#[test]
fn short_and_empty_texts_repeat_only_themselves() {
    let notice = "各区人民政府：请于本月底前将工作总结报送市政府办公厅，逾期未报的予以通报。联系人见附件。特此通知。某市人民政府办公厅，二〇二三年六月十三日印发至各有关单位";
    assert!(!of("").repeats(&of("")));
    assert!(!of(notice).repeats(&of(&plan(1, 40))));
    let longer = plan(5, 6);
    assert!(of(&longer).repeats(&of(&longer)));
}

#[test]
fn a_kept_fingerprint_is_the_same() {
    let text = plan(1, 40);
    let kept = Fingerprint::from_hashes(of(&text).hashes().to_vec());
    assert!(kept.repeats(&of(&reprinted(&text))));
    assert_eq!(kept.overlap(&of(&text)), kept.hashes().len());
    assert!(kept.overlap(&of(&plan(2, 40))) < kept.least_overlap(of(&plan(2, 40)).hashes().len()));
}

#[test]
fn the_index_finds_what_is_repeated() {
    let texts = [plan(1, 40), plan(2, 40), plan(3, 40)];
    let mut index = Index::default();
    for text in &texts {
        index.add(&of(text));
    }
    assert_eq!(index.candidates(&of(&reprinted(&texts[1]))), [1]);
    assert!(index.candidates(&of(&plan(9, 40))).is_empty());
}

#[test]
fn phrases_that_recur_tell_no_place() {
    // Every clause ends in the same words, as unit brackets do.
    let text: String = plan(1, 40)
        .lines()
        .map(|line| format!("{line}（责任单位：市发展和改革委员会、市住房和城乡建设局、各区人民政府）\n"))
        .collect();
    assert!(of(&text).repeats(&of(&text)));
    assert!(of(&text).repeats(&of(&reprinted(&text))));
}
