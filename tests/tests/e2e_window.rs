//! The real window, driven through tauri-driver and WebKitWebDriver on a screen nobody sees.

use acceptance::e2e::{Register, in_window, scenes};

#[tokio::test]
async fn the_first_start_offers_the_sample() {
    let session = in_window(Register::Empty).await;
    scenes::the_first_start_offers_the_sample(&session.person).await;
    session.close().await;
}

#[tokio::test]
async fn from_a_figure_to_the_list_to_the_source() {
    let session = in_window(Register::Sample).await;
    scenes::a_figure_opens_the_list_behind_it(&session.person).await;
    scenes::a_task_shows_its_source(&session.person).await;
    session.close().await;
}
