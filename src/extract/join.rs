//! Names that are one though the tagger cut them, or took too much: `Ekelund & Soner`, `Lund Systems, Inc.`, `Federation of Wend`, and
//! `Lund-based | Wend Steel`.

use super::candidate::Candidate;
use super::document::Document;
use super::lexicon::Lexicon;
use super::tokens::{Gap, Shape};
use super::trim::with_full_stop;
use super::vocabulary::mark;
use crate::model::Kind;

/// Behind a company's name.
const LEGAL_FORMS: &[&str] = &[
    "Inc",
    "Corp",
    "Co",
    "Ltd",
    "LLC",
    "LLP",
    "LP",
    "PLC",
    "Plc",
    "plc",
    "AB",
    "AG",
    "SA",
    "SpA",
    "NV",
    "BV",
    "GmbH",
    "KG",
    "Oy",
    "Oyj",
    "ASA",
    "AS",
    "Bhd",
    "Pty",
    "KK",
    "Sarl",
    "Srl",
    "SRL",
    "SE",
    "SAS",
    "SARL",
    "S.A.",
    "S.p.A.",
    "N.V.",
    "S.A.C.",
    "Bros",
    "Cos",
    "Limited",
    "Incorporated",
    "Corporation",
];
/// Behind a hyphen they make what stands before a name no part of it.
const MODIFYING: &[&str] =
    &["based", "led", "backed", "owned", "run", "born", "listed", "controlled", "registered", "headquartered", "linked", "allied"];
/// Words that a group's name goes on behind.
const JOINING: &[&str] = &["of", "for", "on", "in", "to", "against"];

/// `names` in text order, none overlapping; so are those returned.
pub(super) fn join(doc: &Document, lexicon: &Lexicon, names: Vec<Candidate>) -> Vec<Candidate> {
    let mut out: Vec<Candidate> = Vec::with_capacity(names.len());
    for name in names.into_iter().filter_map(|name| without_modifier(doc, name)) {
        let taken = out.last().map_or(0, |last| last.range.end);
        let name = with_head(doc, lexicon, with_legal_form(doc, with_partner(doc, name)), taken);
        match out.last_mut() {
            Some(last) if last.range.end > name.range.start => absorb(last, name),
            Some(last) if is_continued(doc, lexicon, last, &name) => last.range.end = name.range.end,
            _ => out.push(name),
        }
    }
    out
}

/// Of two that overlap the one that begins first takes the other in.
fn absorb(last: &mut Candidate, name: Candidate) {
    last.range.end = last.range.end.max(name.range.end);
    last.kind = if name.kind == Kind::Group { Kind::Group } else { last.kind };
}

/// `Lund-based Wend Steel` without what its seat says.
fn without_modifier(doc: &Document, mut name: Candidate) -> Option<Candidate> {
    let modifies = |at: &usize| doc.gap(*at) == Gap::Hyphen && MODIFYING.contains(&doc.word(*at));
    if let Some(at) = name.range.clone().rev().find(modifies).filter(|at| doc.is_capital(at + 1)) {
        name.range.start = at + 1;
    }
    (!name.range.is_empty()).then_some(name)
}

/// `Ekelund & Soner`: what stands on both sides of the sign is one company.
fn with_partner(doc: &Document, mut name: Candidate) -> Candidate {
    let joins = |at: usize| doc.word(at) == "&" && doc.gap(at) == Gap::Space && doc.gap(at + 1) == Gap::Space;
    if name.kind != Kind::Place && joins(name.range.end) && doc.is_capital(name.range.end + 1) {
        name.range.end += 2;
        name.kind = Kind::Group;
    }
    let before = name.range.start.checked_sub(2).filter(|&at| joins(at + 1) && doc.is_capital(at));
    if let Some(before) = before {
        name.range.start = before;
        name.kind = Kind::Group;
    }
    name
}

/// `Wend Steel | AB`, `Lund Systems | , Inc.`
fn with_legal_form(doc: &Document, mut name: Candidate) -> Candidate {
    let is_form = |at: usize| LEGAL_FORMS.contains(&doc.word(at)) && doc.gap(at) == Gap::Space;
    let end = name.range.end;
    let comma = usize::from(doc.word(end) == ",");
    let own = is_form(end - 1) && name.range.len() > 1;
    let forms = (end + comma..).take_while(|&at| is_form(at)).count();
    if forms == 0 && !own {
        return name;
    }
    name.range.end = if forms > 0 { end + comma + forms } else { end };
    name.kind = Kind::Group;
    with_full_stop(doc, name)
}

/// `Elementary Teachers’ | Federation of Wend`: the capitals before a head word, as far as no other name has `taken` them.
fn with_head(doc: &Document, lexicon: &Lexicon, mut name: Candidate, taken: usize) -> Candidate {
    if name.kind != Kind::Group || lexicon.groups.beginning.at(doc, name.range.start) != 2 {
        return name;
    }
    let belongs = |at: usize| {
        let word = doc.is_capital(at) && !doc.has(at, mark::DEMONYM | mark::OPENER) && lexicon.titles.at(doc, at) == 0;
        let plural = doc.key(at) == "'" && doc.gap(at) == Gap::Nothing && at > 0 && doc.key(at - 1).ends_with('s');
        (word || plural || doc.shape(at) == Shape::Possessive) && doc.gap(at + 1) != Gap::Break
    };
    let before = (taken..name.range.start).rev().take_while(|&at| belongs(at)).count();
    let start = name.range.start - before;
    // `The` or a word that begins its sentence may be no part of the name.
    let begins = before > 0 && doc.is_capital(start) && !(before == 1 && doc.begins_sentence(start));
    name.range.start = if begins { start } else { name.range.start };
    name
}

/// `Federation | of Wend`, `Institute for Forest, …`: a group whose last word wants another behind it.
fn is_continued(doc: &Document, lexicon: &Lexicon, group: &Candidate, next: &Candidate) -> bool {
    let joint = group.range.end..next.range.start;
    let joins = JOINING.contains(&doc.key(joint.start)) && (joint.len() == 1 || joint.len() == 2 && doc.key(joint.start + 1) == "the");
    let wants = || lexicon.groups.beginning.at(doc, joint.start - 1) == 2;
    group.kind == Kind::Group && next.kind != Kind::Person && joins && wants() && !doc.has(next.range.start, mark::DEMONYM)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Rule;
    use Kind::{Group, Person, Place};

    /// The words of the names that `found` becomes, in a text that holds each once.
    fn joined(text: &str, found: &[(&str, Kind)]) -> Vec<(String, Kind)> {
        let lexicon = Lexicon::for_tests("place/city\tWend\t-\t-\t5");
        let doc = Document::new(text, 0, &lexicon);
        let candidate = |&(words, kind): &(&str, Kind)| {
            let start = text.find(words).expect("the words stand in the text");
            let tokens = doc.tokens.at_byte(start as u32)..doc.tokens.at_byte((start + words.len() - 1) as u32) + 1;
            Candidate::new(tokens, kind, Rule::Learnt)
        };
        let names = join(&doc, &lexicon, found.iter().map(candidate).collect());
        names.into_iter().map(|name| (doc.of(name.range).to_string(), name.kind)).collect()
    }

    fn one(words: &str, kind: Kind) -> Vec<(String, Kind)> {
        vec![(words.to_string(), kind)]
    }

    #[test]
    fn what_a_company_is_called_in_full() {
        assert_eq!(joined("Shares in Ekelund & Soner fell.", &[("Ekelund", Person), ("Soner", Group)]), one("Ekelund & Soner", Group));
        assert_eq!(joined("Shares in Lund Systems, Inc. fell.", &[("Lund Systems", Place)]), one("Lund Systems, Inc.", Group));
        assert_eq!(joined("Shares in Norrbro AB fell.", &[("Norrbro", Place)]), one("Norrbro AB", Group));
    }

    #[test]
    fn a_seat_is_no_part_of_a_name() {
        assert_eq!(joined("Shares in Wend-based Lund Steel fell.", &[("Wend-based Lund Steel", Group)]), one("Lund Steel", Group));
        assert_eq!(joined("The Wend-led coalition left.", &[("Wend-led coalition", Group)]), one("Wend-led coalition", Group));
    }

    #[test]
    fn a_head_word_takes_what_stands_around_it() {
        let found = [("Federation", Group), ("Wend", Place)];
        assert_eq!(
            joined("The Elementary Teachers’ Federation of Wend met.", &found),
            one("Elementary Teachers’ Federation of Wend", Group)
        );
        assert_eq!(
            joined("Anna Lund, Federation of Wend chair, left.", &[("Anna Lund", Person), ("Federation", Group), ("Wend", Place)]).len(),
            2
        );
        assert_eq!(joined("The Council of Anna Lund met.", &[("Council", Group), ("Anna Lund", Person)]).len(), 2);
    }
}
