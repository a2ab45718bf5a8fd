//! The dice: a stable hash and a seeded source of choices, the same on every platform.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// FNV-1a over the parts, with a separator so that ("ab", "c") differs from ("a", "bc").
pub(crate) fn hash(seed: u64, parts: &[&str]) -> u64 {
    let mut state = 0xcbf2_9ce4_8422_2325_u64;
    let mut eat = |byte: u8| {
        state ^= u64::from(byte);
        state = state.wrapping_mul(0x0000_0100_0000_01b3);
    };
    seed.to_le_bytes().into_iter().for_each(&mut eat);
    for part in parts {
        part.bytes().for_each(&mut eat);
        eat(0xff);
    }
    state
}

/// A seeded source of choices.
pub(crate) struct SeededRng {
    rng: ChaCha8Rng,
}

impl SeededRng {
    /// Dice for these words of this seed.
    pub(crate) fn new(seed: u64, parts: &[&str]) -> Self {
        // Filled by hand: how `seed_from_u64` stretches a number is the crate's own affair and may
        // change; four hashes are ours.
        let mut bytes = [0_u8; 32];
        let mut state = hash(seed, parts);
        for chunk in bytes.chunks_mut(8) {
            state = hash(state, &["stretch"]);
            chunk.copy_from_slice(&state.to_le_bytes());
        }
        Self {
            rng: ChaCha8Rng::from_seed(bytes),
        }
    }

    /// A number below `sides`; 0 where there are no sides.
    pub(crate) fn below(&mut self, sides: usize) -> usize {
        let roll = u64::from(self.rng.next_u32());
        // By 32-bit multiplication, so that a 32-bit platform rolls the same.
        let sides = u64::try_from(sides).unwrap_or(0);
        usize::try_from((roll * sides) >> 32).unwrap_or(0)
    }

    /// Whether a chance of `percent` in a hundred came true.
    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of them.
    pub(crate) fn pick<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.below(of.len()))
    }

    /// One of several words; empty where there are none.
    pub(crate) fn word<'a>(&mut self, of: &[&'a str]) -> &'a str {
        self.pick(of).copied().unwrap_or_default()
    }

    /// Shuffles in place.
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last + 1);
            items.swap(last, other);
        }
    }
}
