//! The best sequence of tags for a stretch (Viterbi).

use super::weights::{TAGS, Tag, Transitions};

/// Scores far below any that weights can add up to.
const NEVER: i32 = i32::MIN / 64;

/// The tags with the highest sum of `scores` and `transitions`; of equal ones the first by tag number.
pub(crate) fn best_path(scores: &[[i32; TAGS]], transitions: &Transitions) -> Vec<Tag> {
    let Some(first) = scores.first() else { return Vec::new() };
    let mut best: [i32; TAGS] = std::array::from_fn(|tag| first[tag] + step(transitions, TAGS, tag));
    let mut came_from: Vec<[u8; TAGS]> = Vec::with_capacity(scores.len());
    for here in &scores[1..] {
        let from: [u8; TAGS] = std::array::from_fn(|tag| arg_max(|before| best[before] + step(transitions, before, tag)) as u8);
        best = std::array::from_fn(|tag| best[from[tag] as usize] + step(transitions, from[tag] as usize, tag) + here[tag]);
        came_from.push(from);
    }
    let mut tag = arg_max(|tag| best[tag]);
    let mut path = vec![Tag(tag as u8)];
    for from in came_from.iter().rev() {
        tag = from[tag] as usize;
        path.push(Tag(tag as u8));
    }
    path.reverse();
    path
}

fn step(transitions: &Transitions, before: usize, tag: usize) -> i32 {
    let previous = if before == TAGS { Tag::OUTSIDE } else { Tag(before as u8) };
    if Tag(tag as u8).may_follow(previous) { transitions[before][tag] } else { NEVER }
}

fn arg_max(score: impl Fn(usize) -> i32) -> usize {
    let mut best = 0;
    for tag in 1..TAGS {
        if score(tag) > score(best) {
            best = tag;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inside_never_stands_alone() {
        let wants_inside = [[0, 0, 9, 0, 0, 0, 0]; 3];
        let tags: Vec<u8> = best_path(&wants_inside, &[[0; TAGS]; TAGS + 1]).into_iter().map(|tag| tag.0).collect();
        assert_eq!(tags, [1, 2, 2]);
    }

    /// Every sequence tried, for all short stretches of some scores.
    #[test]
    fn the_best_of_all_paths_is_found() {
        let transitions: Transitions = std::array::from_fn(|before| std::array::from_fn(|tag| ((before * 5 + tag * 3) % 7) as i32 - 3));
        let scores: Vec<[i32; TAGS]> = (0..4).map(|at| std::array::from_fn(|tag| ((at * 11 + tag * tag * 5) % 13) as i32 - 6)).collect();
        let worth = |path: &[Tag]| {
            let steps = path.iter().enumerate().map(|(at, tag)| {
                let before = if at == 0 { TAGS } else { path[at - 1].0 as usize };
                step(&transitions, before, tag.0 as usize) + scores[at][tag.0 as usize]
            });
            steps.sum::<i32>()
        };
        let all = (0..TAGS.pow(4)).map(|number| (0..4).map(|at| Tag((number / TAGS.pow(at) % TAGS) as u8)).collect::<Vec<_>>());
        let best = all.map(|path| worth(&path)).max().expect("there are paths");
        assert_eq!(worth(&best_path(&scores, &transitions)), best);
    }
}
