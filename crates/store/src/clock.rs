//! The present moment.

use domain::Timestamp;
use std::time::{SystemTime, UNIX_EPOCH};

/// Now, by the machine's clock. Only shown and compared for leases: order comes from event numbers.
pub fn now() -> Timestamp {
    let millis = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| {
            i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
        });
    Timestamp(millis)
}
