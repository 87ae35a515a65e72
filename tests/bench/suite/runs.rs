//! A measurement is the median of several, taken in turns with what stands beside it.

use std::time::{Duration, Instant};

const RUNS: usize = 5;
/// What takes longer than this is measured less often.
const PATIENCE: Duration = Duration::from_secs(100);

/// Several contestants, five times in turns (fewer when that takes minutes): the median of each.
pub fn medians<T: Copy>(contestants: &mut [&mut dyn FnMut() -> T], key: impl Fn(&T) -> Duration) -> Vec<T> {
    let begun = Instant::now();
    let mut taken: Vec<Vec<T>> = contestants.iter().map(|_| Vec::new()).collect();
    for run in 0..RUNS {
        if run > 0 && begun.elapsed() > PATIENCE {
            break;
        }
        contestants.iter_mut().zip(&mut taken).for_each(|(contestant, taken)| taken.push(contestant()));
    }
    taken.into_iter().map(|taken| median(taken, &key)).collect()
}

fn median<T: Copy>(mut taken: Vec<T>, key: impl Fn(&T) -> Duration) -> T {
    taken.sort_by_key(key);
    taken[taken.len() / 2]
}

/// The time that such a share of the sorted times does not exceed.
pub fn share(sorted: &[Duration], share: f64) -> Duration {
    sorted[((sorted.len() - 1) as f64 * share).round() as usize]
}
