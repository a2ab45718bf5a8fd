//! The contract of the store as tests. A store passes it when [`exercise`] returns; where it breaks a promise, the test
//! of that promise panics.

#![allow(clippy::unwrap_used, reason = "a broken promise is a panic")]

pub mod authors;
pub mod claims;
pub mod drafts;
pub mod events;
pub mod fence;
pub mod lists;
pub mod names;
pub mod proposals;
pub mod replace;
pub mod requests;
pub mod search;
mod setting;

use std::future::Future;
use store::Store;

/// Runs every test of the contract, each on an empty store of its own.
pub async fn exercise<S, F, Made>(make_store: F)
where
    S: Store,
    F: Fn() -> Made,
    Made: Future<Output = S>,
{
    events::are_dense_and_in_commit_order(&make_store().await).await;
    events::of_a_refused_change_do_not_exist(&make_store().await).await;
    claims::follow_priority_then_the_order_of_asking(&make_store().await).await;
    claims::give_no_run_to_two_workers(&make_store().await).await;
    claims::keep_neighbouring_chapters_apart(&make_store().await).await;
    claims::stop_while_the_queue_is_held(&make_store().await).await;
    fence::a_lost_lease_writes_nothing(&make_store().await).await;
    fence::a_claim_ends_the_leases_before_it(&make_store().await).await;
    fence::abandoned_runs_are_claimed_again(&make_store().await).await;
    fence::a_wish_outlives_its_worker(&make_store().await).await;
    drafts::grow_and_are_cut(&make_store().await).await;
    drafts::become_a_revision_in_one_transaction(&make_store().await).await;
    drafts::stay_beside_what_a_person_wrote(&make_store().await).await;
    drafts::of_a_cancelled_run_are_kept(&make_store().await).await;
    drafts::are_part_of_a_chapters_details(&make_store().await).await;
    requests::with_one_key_start_one_run(&make_store().await).await;
    requests::stop_at_their_budget_once(&make_store().await).await;
    authors::a_stale_version_is_refused(&make_store().await).await;
    authors::trash_gives_everything_back(&make_store().await).await;
    authors::dismissals_decide_the_state(&make_store().await).await;
    authors::unsaved_texts_are_kept_per_device(&make_store().await).await;
    lists::are_paged_without_gaps(&make_store().await).await;
    names::are_those_of_all_stories_and_of_one(&make_store().await).await;
    proposals::are_committed_once(&make_store().await).await;
    proposals::need_the_lease(&make_store().await).await;
    proposals::are_accepted_and_taken_back(&make_store().await).await;
    proposals::leave_what_a_person_changed(&make_store().await).await;
    proposals::fill_in_an_entry_on_request(&make_store().await).await;
    proposals::follow_their_story(&make_store().await).await;
    replace::change_all_or_nothing(&make_store().await).await;
    replace::are_taken_back_once(&make_store().await).await;
    replace::stand_before_what_a_run_writes(&make_store().await).await;
    replace::are_taken_back_after_the_trash(&make_store().await).await;
    search::finds_what_was_just_written(&make_store().await).await;
    search::finds_what_a_run_sums_up(&make_store().await).await;
    search::passes_over_what_was_deleted(&make_store().await).await;
    search::is_ordered_and_paged(&make_store().await).await;
}
