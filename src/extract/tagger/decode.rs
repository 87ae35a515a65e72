//! The best sequence of tags for a stretch (Viterbi).

use super::weights::{TAGS, Tag, Transitions};

/// The tags with the highest sum of `scores` and `transitions`; of equal ones the first by tag number.
pub(crate) fn best_path(scores: &[[i32; TAGS]], transitions: &Transitions) -> Vec<Tag> {
    Decoder::new(transitions).best_path(scores).to_vec()
}

/// Something of each tag, and one lane more: eight are compared at once.
type Lanes = [i32; TAGS + 1];

/// A score in a lane leaves room for the tag it came from: of the highest scores it is the first tag's that is larger.
const ROOM: i32 = TAGS as i32 + 1;

/// The same for one stretch after the other.
pub(super) struct Decoder {
    /// By the tag before, with its mark.
    transitions: [Lanes; TAGS],
    /// From the beginning of a stretch.
    first: Lanes,
    came_from: Vec<Lanes>,
    path: Vec<Tag>,
}

impl Decoder {
    pub fn new(transitions: &Transitions) -> Self {
        let mut decoder = Self { transitions: [[0; TAGS + 1]; TAGS], first: [0; TAGS + 1], came_from: Vec::new(), path: Vec::new() };
        for (before, steps) in decoder.transitions.iter_mut().enumerate() {
            *steps = [ROOM - 1 - before as i32; TAGS + 1];
            add(steps, &transitions[before]);
        }
        add(&mut decoder.first, &transitions[TAGS]);
        decoder
    }

    pub fn best_path(&mut self, scores: &[[i32; TAGS]]) -> &[Tag] {
        self.path.clear();
        self.came_from.clear();
        let Some(first) = scores.first() else { return &self.path };
        let mut best = self.first;
        add(&mut best, first);
        for here in &scores[1..] {
            let steps = best_steps(&best, &self.transitions);
            for tag in 0..TAGS {
                best[tag] = steps[tag] & -ROOM;
            }
            add(&mut best, here);
            self.came_from.push(steps);
        }
        let mut tag = largest(&best[..TAGS]);
        self.path.resize(scores.len(), Tag(tag));
        for (at, from) in self.came_from.iter().enumerate().rev() {
            tag = (ROOM - 1 - (from[usize::from(tag)] & (ROOM - 1))) as u8;
            self.path[at] = Tag(tag);
        }
        &self.path
    }
}

/// Adds scores of tags. In 32 bits a path may take a step that may not be, as the first of a stretch does, with all that weights add
/// up to.
fn add(lanes: &mut Lanes, scores: &[i32; TAGS]) {
    for tag in 0..TAGS {
        lanes[tag] += scores[tag] * ROOM;
    }
}

/// For each tag what the best tag before it and the step add up to, with the mark of that tag: all tags side by side.
fn best_steps(best: &Lanes, transitions: &[Lanes; TAGS]) -> Lanes {
    let mut steps = [i32::MIN; TAGS + 1];
    for before in 0..TAGS {
        let (from, to) = (best[before], &transitions[before]);
        for tag in 0..TAGS + 1 {
            steps[tag] = steps[tag].max(from + to[tag]);
        }
    }
    steps
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
