//! How long to wait before the event stream is opened again.

use std::time::Duration;

/// 1, 2, 4 … 30 seconds. The studio may be restarting: soon at first, then patiently.
pub fn delay(failures: u32) -> Duration {
    Duration::from_secs((1 << failures.min(5)).min(30))
}

#[cfg(test)]
mod tests {
    use super::delay;

    #[test]
    fn waits_longer_each_time_and_never_longer_than_half_a_minute() {
        let seconds: Vec<u64> = (0..8).map(|failures| delay(failures).as_secs()).collect();
        assert_eq!(seconds, [1, 2, 4, 8, 16, 30, 30, 30]);
    }
}
