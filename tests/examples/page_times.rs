//! How long a person waits for the text of the longest notice, in headless Chromium against `duban serve`: prints
//! milliseconds as JSON, for `cargo xtask bench`. A time runs from the click until the browser has drawn what was asked for.

// When something is not as it should be, stopping is the answer.
#![allow(clippy::expect_used, clippy::panic, clippy::print_stdout)]

use std::path::Path;
use std::time::Duration;

use acceptance::e2e::{Person, Register, in_browser};
use acceptance::programs::{run_duban, seed};
use serde_json::{Value, json};

/// How often each thing is done.
const TIMES: usize = 7;
/// By then the code of all pages has been fetched, as in the program of somebody who is at work.
const CODE_IS_FETCHED: Duration = Duration::from_secs(3);

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let longest = seed("003");
    let session = in_browser(Register::Documents(&[&longest])).await;
    let (notice, last_line) = longest_notice(&session.store);
    let person = &session.person;
    person.sees("page-overview").await;
    let (mut opening, mut at_line, mut jumping) = (Vec::new(), Vec::new(), Vec::new());
    for time in 0..TIMES {
        opening.push(afresh(person, &format!("#/notices/{notice}"), 1).await);
        // Far from where the text is, and from the last jump.
        let line = last_line / 2 + u64::try_from(time).unwrap_or_default() * 400;
        jumping.push(until_drawn(person, &format!("#/notices/{notice}?line={line}"), line).await);
        at_line.push(afresh(person, &format!("#/notices/{notice}?line={line}"), line).await);
    }
    session.close().await;
    println!("{}", json!({ "open_notice": opening, "open_at_line": at_line, "jump_to_line": jumping }));
}

/// The notice with the most lines, and the last of them.
fn longest_notice(store: &Path) -> (String, u64) {
    let output = run_duban(store, &["notices", "--json"]);
    let answer: Value = serde_json::from_slice(&output.stdout).expect("the notices as JSON");
    let notices = answer["rows"].as_array().expect("a list of notices");
    let lines =
        |notice: &&Value| notice["last_line"].as_u64().unwrap_or(0) - notice["first_line"].as_u64().unwrap_or(0);
    let longest = notices.iter().max_by_key(lines).expect("a notice");
    (longest["id"].as_str().expect("its id").to_owned(), longest["last_line"].as_u64().expect("its last line"))
}

/// The time on a page that was loaded anew and has asked for nothing yet.
async fn afresh(person: &Person, place: &str, line: u64) -> f64 {
    person.finds_out("location.hash = '#/'; location.reload(); return null").await;
    tokio::time::sleep(CODE_IS_FETCHED).await;
    person.sees("page-overview").await;
    until_drawn(person, place, line).await
}

/// Goes to a place of the program and waits until this line is in sight and drawn; milliseconds.
async fn until_drawn(person: &Person, place: &str, line: u64) -> f64 {
    let drawn = person
        .asks_page(&format!(
            "new Promise((drawn) => {{
                const started = performance.now()
                location.hash = '{place}'
                const look = () => {{
                    const row = document.querySelector('[data-line=\"{line}\"]')
                    const box = row?.getBoundingClientRect()
                    if (box && box.bottom > 0 && box.top < innerHeight) {{
                        requestAnimationFrame(() => setTimeout(() => drawn(performance.now() - started)))
                    }} else {{
                        requestAnimationFrame(look)
                    }}
                }}
                look()
            }})"
        ))
        .await;
    drawn.as_f64().unwrap_or_else(|| panic!("{place}: {drawn}"))
}
