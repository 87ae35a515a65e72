//! Correcting names by hand: merge, rename, another kind, no name, an alias apart. At once everywhere, and kept in the names file.

use super::msg::Keep;
use super::picker::{Choice, Offer};
use super::prompt::Ask;
use super::state::App;
use super::undo::{Step, correction_words};
use crate::model::{Change, Correction};
use crate::store::EntityId;

impl App {
    /// Offers something for the name that is meant, or says that none is.
    pub(super) fn offer_for_name(&mut self, offer: fn(EntityId) -> Offer) {
        match self.entity_meant() {
            Some(entity) => self.offer(offer(entity)),
            None => self.notify("no name is meant here"),
        }
    }

    pub(super) fn ask_name(&mut self) {
        match self.entity_meant() {
            Some(entity) => {
                let name = self.store.entity(entity).name.to_string();
                self.ask(Ask::Rename(entity), name);
            }
            None => self.notify("no name is meant here"),
        }
    }

    pub(super) fn reject_name(&mut self) {
        match self.entity_meant() {
            Some(entity) => self.change_name(entity, Change::NotAName),
            None => self.notify("no name is meant here"),
        }
    }

    /// What was picked for a name.
    pub(super) fn choose_for_name(&mut self, choice: Choice) {
        match choice {
            Choice::Merge(entity, other) => {
                let other = self.store.entity(other);
                let change = Change::SameAs(other.kind, other.name.clone());
                self.change_name(entity, change);
            }
            Choice::IsA(entity, kind) => self.change_name(entity, Change::IsA(kind)),
            Choice::Apart(entity, alias) => self.change_name(entity, Change::Apart(alias)),
            Choice::Withdraw(number) => self.take_back(number),
            _ => {}
        }
    }

    pub(super) fn change_name(&mut self, entity: EntityId, change: Change) {
        let entity = self.store.entity(entity);
        let correction = Correction { kind: entity.kind, name: entity.name.clone(), change };
        let key = self.key_for(super::action::Action::Undo);
        self.notify(format!("{} · {key} undoes it", correction_words(&correction)));
        self.changes.push(Step::Name(correction.clone()));
        self.correct(correction);
    }

    /// Adds a correction to those that hold.
    pub(super) fn correct(&mut self, correction: Correction) {
        let corrections = self.store.corrections().iter().cloned().chain([correction.clone()]).collect();
        self.kept.push(Keep::Correction(correction));
        self.corrected(corrections);
    }

    /// Takes the last correction that says this back.
    pub(super) fn withdraw(&mut self, correction: &Correction) {
        let mut corrections = self.store.corrections().to_vec();
        if let Some(at) = corrections.iter().rposition(|other| other == correction) {
            corrections.remove(at);
        }
        self.kept.push(Keep::NoCorrection(correction.clone()));
        self.corrected(corrections);
    }

    /// Takes back a correction, whenever it was made; that can be undone like any change.
    fn take_back(&mut self, number: usize) {
        let Some(correction) = self.store.corrections().get(number).cloned() else { return };
        self.withdraw(&correction);
        self.notify(format!("no longer: {}", correction_words(&correction)));
        self.changes.push(Step::NoName(correction));
    }

    /// These corrections hold from now on, whoever made them.
    pub(super) fn corrected(&mut self, corrections: Vec<Correction>) {
        self.store.correct(corrections);
        self.names.counted_for = None;
        self.reader.forget_marks();
        self.search_anew();
    }
}
