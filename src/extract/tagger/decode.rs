//! The best sequence of tags for a stretch (Viterbi).

use super::weights::{TAGS, Tag, Transitions};

/// The tags with the highest sum of `scores` and `transitions`; of equal ones the first by tag number.
pub(crate) fn best_path(scores: &[[i32; TAGS]], transitions: &Transitions) -> Vec<Tag> {
    Decoder::new(transitions).best_path(scores).to_vec()
}

/// Something of each tag, and one lane more: eight are compared at once.
type Lanes = [i32; TAGS + 1];

/// The same for one stretch after the other.
pub(super) struct Decoder {
    transitions: [Lanes; TAGS + 1],
    came_from: Vec<Lanes>,
    path: Vec<Tag>,
}

impl Decoder {
    pub fn new(transitions: &Transitions) -> Self {
        Self { transitions: std::array::from_fn(|before| lanes(&transitions[before])), came_from: Vec::new(), path: Vec::new() }
    }

    pub fn best_path(&mut self, scores: &[[i32; TAGS]]) -> &[Tag] {
        self.path.clear();
        self.came_from.clear();
        let Some(first) = scores.first() else { return &self.path };
        let mut best = sum(&lanes(first), &self.transitions[TAGS]);
        for here in &scores[1..] {
            let (from, to_here) = best_steps(&best, &self.transitions);
            best = sum(&to_here, &lanes(here));
            self.came_from.push(from);
        }
        let mut tag = largest(&best[..TAGS]);
        self.path.resize(scores.len(), Tag(tag));
        for (at, from) in self.came_from.iter().enumerate().rev() {
            tag = from[usize::from(tag)] as u8;
            self.path[at] = Tag(tag);
        }
        &self.path
    }
}

fn lanes(tags: &[i32; TAGS]) -> Lanes {
    let mut lanes = [0; TAGS + 1];
    lanes[..TAGS].copy_from_slice(tags);
    lanes
}

fn sum(one: &Lanes, other: &Lanes) -> Lanes {
    std::array::from_fn(|tag| one[tag] + other[tag])
}

/// For each tag the best tag before it and what that adds up to: all tags side by side, so that they are compared at once.
fn best_steps(best: &Lanes, transitions: &[Lanes; TAGS + 1]) -> (Lanes, Lanes) {
    let (mut from, mut steps) = ([0; TAGS + 1], sum(&transitions[0], &[best[0]; TAGS + 1]));
    for before in 1..TAGS {
        for tag in 0..TAGS + 1 {
            let step = best[before] + transitions[before][tag];
            let better = step > steps[tag];
            steps[tag] = if better { step } else { steps[tag] };
            from[tag] = if better { before as i32 } else { from[tag] };
        }
    }
    (from, steps)
}

/// The tag with the largest score, the first of equal ones.
fn largest(scores: &[i32]) -> u8 {
    let mut best = 0;
    for (tag, score) in scores.iter().enumerate() {
        best = if *score > scores[best] { tag } else { best };
    }
    best as u8
}

#[cfg(test)]
mod tests {
    use super::super::weights::transitions;
    use super::*;

    #[test]
    fn an_inside_never_stands_alone() {
        let wants_inside = [[0, 0, 9, 0, 0, 0, 0]; 3];
        let tags: Vec<u8> = best_path(&wants_inside, &transitions(|_, _| 0)).into_iter().map(|tag| tag.0).collect();
        assert_eq!(tags, [1, 2, 2]);
    }

    /// Every sequence tried, for all short stretches of some scores.
    #[test]
    fn the_best_of_all_paths_is_found() {
        let transitions = transitions(|before, tag| ((before * 5 + tag * 3) % 7) as i32 - 3);
        let scores: Vec<[i32; TAGS]> = (0..4).map(|at| std::array::from_fn(|tag| ((at * 11 + tag * tag * 5) % 13) as i32 - 6)).collect();
        let worth = |path: &[Tag]| {
            let steps = path.iter().enumerate().map(|(at, tag)| {
                let before = if at == 0 { TAGS } else { path[at - 1].0 as usize };
                transitions[before][tag.0 as usize] + scores[at][tag.0 as usize]
            });
            steps.sum::<i32>()
        };
        let all = (0..TAGS.pow(4)).map(|number| (0..4).map(|at| Tag((number / TAGS.pow(at) % TAGS) as u8)).collect::<Vec<_>>());
        let best = all.map(|path| worth(&path)).max().expect("there are paths");
        assert_eq!(worth(&best_path(&scores, &transitions)), best);
    }
}
