//! Chance that can be repeated.

/// A small generator (splitmix64): the same seed gives the same numbers.
#[derive(Clone, Debug)]
pub struct SplitMix64(u64);

impl SplitMix64 {
    /// From `FABLEWRIGHT_SEED`, else a fixed seed.
    pub fn from_env() -> Self {
        let seed = std::env::var("FABLEWRIGHT_SEED").ok();
        Self::new(seed.and_then(|seed| seed.parse().ok()).unwrap_or(20_261))
    }

    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The number it goes on from.
    pub const fn seed(&self) -> u64 {
        self.0
    }

    /// A number below `bound`.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % bound
    }

    /// One of several.
    pub fn pick<'t, T>(&mut self, of: &'t [T]) -> &'t T {
        let at = self.below(of.len() as u64);
        &of[usize::try_from(at).unwrap()]
    }
}
