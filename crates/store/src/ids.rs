//! New ids: each larger than every one before it, also where the clock was set back.
//!
//! Lists are sorted and paged by id, so an id that went back in time would put a new revision under older ones.

use std::{
    sync::Mutex,
    time::{SystemTime, UNIX_EPOCH},
};
use uuid::{ContextV7, Timestamp, Uuid};

/// Remembers the latest time it has seen and counts on from it while the clock says less.
static LATEST: Mutex<ContextV7> = Mutex::new(ContextV7::new());

/// A UUIDv7 that comes after all others of this process.
pub fn new_id() -> Uuid {
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    Uuid::new_v7(Timestamp::from_unix(
        &LATEST,
        now.as_secs(),
        now.subsec_nanos(),
    ))
}

/// Makes those to come larger than `id`, which an earlier process made, maybe by another clock.
pub fn continue_after(id: Uuid) {
    const MILLISECOND: u32 = 1_000_000;
    if let Some(made) = id.get_timestamp() {
        let (seconds, nanos) = made.to_unix();
        // The next millisecond: ids of the same one differ in what is not time. Taking it is remembering it.
        let _: Timestamp = Timestamp::from_unix(&LATEST, seconds, nanos + MILLISECOND);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_grow_whatever_the_clock_says() {
        let before = new_id();
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        let tomorrow = now.map_or(0, |now| now.as_secs()) + 86_400;
        let late = Uuid::new_v7(Timestamp::from_unix_time(tomorrow, 0, u128::MAX, 74));
        assert!(before < late);
        continue_after(late);
        let mut last = late;
        for _ in 0..10_000 {
            let next = new_id();
            assert!(next > last, "{next} after {last}");
            last = next;
        }
        // One that is older than what was seen changes nothing.
        continue_after(before);
        assert!(new_id() > last);
    }
}
