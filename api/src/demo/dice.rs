//! Chance that repeats: every record has its own stream of one seeded generator, so record n is
//! the same whether it is made first, last or alone.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// A source of chance for one record.
pub(super) struct Dice(ChaCha8Rng);

impl Dice {
    pub(super) fn new(seed: u64, stream: u64) -> Self {
        let mut generator = ChaCha8Rng::seed_from_u64(seed);
        generator.set_stream(stream);
        Self(generator)
    }

    /// 0 to `limit` − 1; 0 when `limit` is 0. Scaled by multiplication: the bias is below one in
    /// four billion times `limit`, which demo data do not show.
    pub(super) fn below(&mut self, limit: u32) -> u32 {
        let product = u64::from(self.0.next_u32()) * u64::from(limit);
        u32::try_from(product >> 32).unwrap_or_default()
    }

    /// From `low` to `high`, both included.
    pub(super) fn between(&mut self, low: u32, high: u32) -> u32 {
        low + self.below(high.saturating_sub(low).saturating_add(1))
    }

    /// True in `percent` of a hundred cases.
    pub(super) fn percent(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// True in `parts` of a thousand cases.
    pub(super) fn per_mille(&mut self, parts: u32) -> bool {
        self.below(1000) < parts
    }

    /// One of `options`; the default value of an empty list.
    pub(super) fn pick<T: Copy + Default>(&mut self, options: &[T]) -> T {
        self.pick_ref(options).copied().unwrap_or_default()
    }

    /// One of `options`, `None` only of an empty list.
    pub(super) fn pick_ref<'a, T>(&mut self, options: &'a [T]) -> Option<&'a T> {
        let limit = u32::try_from(options.len()).unwrap_or(u32::MAX);
        options.get(usize::try_from(self.below(limit)).unwrap_or_default())
    }

    /// The option whose share of the sum of weights was hit; the last one if none was.
    pub(super) fn weighted<T: Copy>(&mut self, options: &[(u32, T)], otherwise: T) -> T {
        let mut left = self.below(options.iter().map(|(weight, _)| weight).sum());
        for (weight, option) in options {
            if left < *weight {
                return *option;
            }
            left -= weight;
        }
        otherwise
    }
}
