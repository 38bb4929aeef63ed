//! What a person does before the interface and what they see, by the marks (`data-testid`) it carries for this.

use std::path::Path;
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

/// How long a person waits for something to appear before giving up. Generous: test machines are slow.
const PATIENCE: Duration = Duration::from_secs(30);
const LOOK_AGAIN: Duration = Duration::from_millis(50);

/// Someone before the interface.
#[derive(Debug)]
pub struct Person {
    client: Client,
}

impl Person {
    pub(crate) fn new(client: Client) -> Self {
        Self { client }
    }

    /// Opens an address.
    pub async fn open(&self, address: &str) {
        self.client.goto(address).await.expect("the address opens");
    }

    /// The address shown.
    pub async fn address(&self) -> String {
        self.client.current_url().await.expect("there is an address").to_string()
    }

    /// Waits until the thing with this mark is there and shown.
    pub async fn sees(&self, mark: &str) -> Element {
        self.find(&css(mark)).await
    }

    /// Waits until a thing with one of these marks is there and shown.
    pub async fn sees_either(&self, marks: &[&str]) -> Element {
        let selectors: Vec<String> = marks.iter().map(|mark| css(mark)).collect();
        self.find(&selectors.join(", ")).await
    }

    /// Waits until the first thing with this mark whose text holds these words is there and shown.
    pub async fn sees_words(&self, mark: &str, words: &str) -> Element {
        let started = Instant::now();
        loop {
            let texts = self.texts(mark).await;
            if let Some(index) = texts.iter().position(|text| text.contains(words)) {
                let all = self.all(mark).await;
                if let Some(element) = all.into_iter().nth(index) {
                    return element;
                }
            }
            if started.elapsed() > PATIENCE {
                self.give_up(&format!("no {mark} with “{words}”, only {texts:?}")).await;
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }

    /// All that is written in the first thing with this mark that holds these words, cut off by its column or not.
    pub async fn reads_all_of(&self, mark: &str, words: &str) -> String {
        let started = Instant::now();
        loop {
            for element in self.all(mark).await {
                let written = element.prop("textContent").await.ok().flatten().unwrap_or_default();
                if written.contains(words) {
                    return written;
                }
            }
            if started.elapsed() > PATIENCE {
                self.give_up(&format!("no {mark} in which “{words}” is written")).await;
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }

    /// Waits until nothing with this mark is shown any more.
    pub async fn sees_no_more(&self, mark: &str) {
        let started = Instant::now();
        while self.shown(&css(mark)).await.is_some() {
            if started.elapsed() > PATIENCE {
                self.give_up(&format!("{mark} does not go away")).await;
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }

    /// Clicks the thing with this mark.
    pub async fn clicks(&self, mark: &str) {
        self.clicks_at(&css(mark)).await;
    }

    /// Clicks the first thing with this mark whose text holds these words.
    pub async fn clicks_words(&self, mark: &str, words: &str) {
        self.sees_words(mark, words).await.click().await.expect("it can be clicked");
    }

    /// Clicks what a CSS selector finds. It may move or be drawn anew while the page settles: tries again then.
    pub async fn clicks_at(&self, selector: &str) {
        let started = Instant::now();
        loop {
            let element = self.find(selector).await;
            match element.click().await {
                Ok(()) => return,
                Err(error) if started.elapsed() > PATIENCE => {
                    self.give_up(&format!("{selector} cannot be clicked: {error}")).await;
                }
                Err(_) => tokio::time::sleep(LOOK_AGAIN).await,
            }
        }
    }

    /// Clicks what an XPath finds: a thing told by the words beside it.
    pub async fn clicks_where(&self, path: &str) {
        let started = Instant::now();
        while let Err(error) = async { self.client.find(Locator::XPath(path)).await?.click().await }.await {
            if started.elapsed() > PATIENCE {
                self.give_up(&format!("{path} cannot be clicked: {error}")).await;
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }

    /// Types into the thing with this mark, or into the field inside it.
    pub async fn types(&self, mark: &str, text: &str) {
        let selector = format!("input{0}, {0} input", css(mark));
        self.find(&selector).await.send_keys(text).await.expect("it takes keys");
    }

    /// Types into what a CSS selector finds.
    pub async fn types_into(&self, selector: &str, text: &str) {
        self.find(selector).await.send_keys(text).await.expect("it takes keys");
    }

    /// Types in place of what stands in the field of the thing with this mark, and Enter.
    pub async fn types_over(&self, mark: &str, text: &str) {
        let selector = format!("input{0}, {0} input", css(mark));
        // To the end, and back over all of it: what follows control and A is not typed in every browser.
        let field = self.find(&selector).await;
        let written = field.prop("value").await.expect("it has a value").unwrap_or_default().chars().count();
        let keys = format!("\u{e010}{}{text}\u{e007}", "\u{e003}".repeat(written));
        field.send_keys(&keys).await.expect("it takes keys");
    }

    /// Keeps the browser's file dialog, which nobody could answer here, from opening and being cancelled at once.
    pub async fn keeps_dialogs_shut(&self) {
        self.finds_out("HTMLInputElement.prototype.click = function () {}").await;
    }

    /// Hands a file to the field that the browser's dialog would fill.
    pub async fn hands_over(&self, mark: &str, file: &Path) {
        let started = Instant::now();
        loop {
            if let Some(field) = self.all(mark).await.into_iter().next() {
                field.send_keys(&file.to_string_lossy()).await.expect("the field takes a file");
                return;
            }
            if started.elapsed() > PATIENCE {
                self.give_up(&format!("no {mark} to hand a file to")).await;
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }

    /// The text of the thing with this mark.
    pub async fn reads(&self, mark: &str) -> String {
        self.sees(mark).await.text().await.expect("it has text")
    }

    /// The number that the thing with this mark shows in bold, without the marks between thousands.
    pub async fn reads_number(&self, mark: &str) -> u32 {
        let selector = format!("strong{0}, {0} strong, dd{0}", css(mark));
        let text = self.find(&selector).await.text().await.expect("it has text");
        let digits: String =
            text.chars().skip_while(|c| !c.is_ascii_digit()).take_while(|c| c.is_ascii_digit() || *c == ',').collect();
        digits.replace(',', "").parse().unwrap_or_else(|_| panic!("no number in {mark}: {text:?}"))
    }

    /// How many things with this mark there are now.
    pub async fn counts(&self, mark: &str) -> usize {
        self.all(mark).await.len()
    }

    /// Runs a script in the page and gives its answer.
    pub async fn finds_out(&self, script: &str) -> Value {
        self.client.execute(script, vec![]).await.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Runs a script in the page and waits for the promise it returns; a rejection comes back as `{"rejected": …}`.
    pub async fn asks_page(&self, expression: &str) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             Promise.resolve({expression}).then(done, (why) => done({{ rejected: why?.message ?? String(why), why }}));"
        );
        self.client.execute_async(&script, vec![]).await.unwrap_or_else(|error| panic!("{expression}: {error}"))
    }

    /// What the browser has complained of. Chromium only; WebKit's driver keeps no such list.
    pub(crate) async fn complaints(&self) -> Vec<String> {
        let log = self.client.issue_cmd(ConsoleLog).await.expect("the driver keeps the console");
        let entries = log.as_array().cloned().unwrap_or_default();
        let serious = entries.iter().filter(|entry| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING")));
        serious.filter_map(|entry| entry["message"].as_str().map(str::to_owned)).collect()
    }

    /// Closes the interface.
    pub(crate) async fn leave(&self) {
        self.client.clone().close().await.expect("the session closes");
    }

    async fn find(&self, selector: &str) -> Element {
        let started = Instant::now();
        loop {
            if let Some(element) = self.shown(selector).await {
                return element;
            }
            if started.elapsed() > PATIENCE {
                self.give_up(&format!("nothing shown at {selector}")).await;
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }

    async fn shown(&self, selector: &str) -> Option<Element> {
        for element in self.client.find_all(Locator::Css(selector)).await.unwrap_or_default() {
            if element.is_displayed().await.unwrap_or(false) {
                return Some(element);
            }
        }
        None
    }

    async fn all(&self, mark: &str) -> Vec<Element> {
        self.client.find_all(Locator::Css(&css(mark))).await.unwrap_or_default()
    }

    async fn texts(&self, mark: &str) -> Vec<String> {
        let mut texts = Vec::new();
        for element in self.all(mark).await {
            // What went away while looking has no text.
            texts.push(element.text().await.unwrap_or_default());
        }
        texts
    }

    /// Fails with what the person last saw.
    async fn give_up(&self, why: &str) -> ! {
        let page = self.finds_out("return document.body.innerText").await;
        let address = self.address().await;
        let picture = std::env::temp_dir().join(format!("duban-e2e-{}-{}.png", std::process::id(), address.len()));
        let kept = match self.client.screenshot().await {
            Ok(png) => std::fs::write(&picture, png).is_ok(),
            Err(_) => false,
        };
        let picture = if kept { picture.display().to_string() } else { "none".to_owned() };
        let page: String = page.as_str().unwrap_or_default().chars().take(600).collect();
        panic!("{why}\nat {address}, picture: {picture}, page:\n{page}");
    }
}

fn css(mark: &str) -> String {
    format!("[data-testid=\"{mark}\"]")
}

/// Chromium's own command that hands out the console.
#[derive(Debug)]
struct ConsoleLog;

impl WebDriverCompatibleCommand for ConsoleLog {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({ "type": "browser" }).to_string()))
    }
}
