//! The scenarios of every front: steps in the order in which a person goes through them.

/// Makes a test of each scenario, with what opens the front: `scenarios!(in_browser)`.
#[macro_export]
macro_rules! scenarios {
    ($open:ident) => {
        mod scenarios {
            use $crate::e2e::{Register, steps, $open};
            use $crate::programs::seed;

            #[tokio::test]
            #[ignore = "needs drivers and a built interface: cargo xtask test"]
            async fn the_first_start_offers_the_sample() {
                let session = $open(Register::Empty).await;
                steps::the_first_start_offers_the_sample(&session.person).await;
                session.close().await;
            }

            #[tokio::test]
            #[ignore = "needs drivers and a built interface: cargo xtask test"]
            async fn from_a_figure_to_the_list_to_the_source() {
                let session = $open(Register::Sample).await;
                steps::a_figure_opens_the_list_behind_it(&session.person).await;
                steps::a_task_shows_its_source(&session.person).await;
                steps::the_source_opens_the_whole_notice(&session.person).await;
                session.nothing_was_complained_of().await;
                session.close().await;
            }

            #[tokio::test]
            #[ignore = "needs drivers and a built interface: cargo xtask test"]
            async fn departments_search_and_dark_mode() {
                let session = $open(Register::Sample).await;
                steps::a_department_has_its_own_page(&session.person).await;
                steps::a_search_finds_and_opens(&session.person, "采购").await;
                steps::dark_mode_is_dark(&session.person).await;
                session.nothing_was_complained_of().await;
                steps::the_content_policy_holds(&session.person).await;
                session.close().await;
            }

            #[tokio::test]
            #[ignore = "needs drivers and a built interface: cargo xtask test"]
            async fn the_text_of_a_notice_is_never_markup() {
                let folder = steps::folder();
                let hostile = steps::hostile_document(folder.path());
                let session = $open(Register::Documents(&[&hostile])).await;
                steps::text_is_never_markup(&session.person).await;
                session.close().await;
            }

            #[tokio::test]
            #[ignore = "needs drivers and a built interface: cargo xtask test"]
            async fn a_past_day_is_shown_as_it_stood() {
                let folder = steps::folder();
                let plan = folder.path().join("方案.txt");
                std::fs::write(&plan, $crate::desk::PLAN).expect("the document can be written");
                let session = $open(Register::Documents(&[&plan])).await;
                steps::a_past_day_is_shown_as_it_stood(&session.person, &session.store).await;
                session.close().await;
            }

            #[tokio::test]
            #[ignore = "needs drivers and a built interface: cargo xtask test"]
            async fn a_misreading_is_corrected_read_again_taken_back_and_judged() {
                let folder = steps::folder();
                let plan = folder.path().join("方案.txt");
                std::fs::write(&plan, $crate::desk::DOUBTFUL).expect("the document can be written");
                let session = $open(Register::Documents(&[&plan])).await;
                steps::a_misreading_is_corrected(&session.person, &session.store).await;
                steps::a_file_is_read_again(&session.person).await;
                steps::the_reading_is_taken_back(&session.person).await;
                steps::a_file_is_read_again(&session.person).await;
                steps::a_doubt_is_judged(&session.person).await;
                session.nothing_was_complained_of().await;
                session.close().await;
            }

            #[tokio::test]
            #[ignore = "needs drivers and a built interface: cargo xtask test"]
            async fn a_lost_register_is_told_restored_and_worked_with() {
                let session = $open(Register::Lost).await;
                steps::a_lost_register_is_restored(&session.person, &session.store).await;
                steps::a_register_moved_away_is_told_until_it_is_back(&session.person, &session.store).await;
                session.close().await;
            }

            #[tokio::test]
            #[ignore = "needs drivers and a built interface: cargo xtask test"]
            async fn a_write_of_the_command_line_appears() {
                let folder = steps::folder();
                let first = steps::hostile_document(folder.path());
                let session = $open(Register::Documents(&[&first])).await;
                steps::a_write_of_others_appears(&session.person, &session.store, &seed("001")).await;
                session.close().await;
            }
        }
    };
}
