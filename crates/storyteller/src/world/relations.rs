//! What holds a new world together: the ties between its people, and its rules.

use super::Maker;
use crate::customs;
use crate::nouns::NounClass;
use writing::assignment::RelationSketch;

impl Maker {
    /// Ties between them.
    pub(super) fn relations(
        &mut self,
        hero: &str,
        gone: Option<&String>,
        near: &[(String, String)],
        others: &[String],
        places: &[String],
        things: &[String],
    ) {
        let mut relations: Vec<(String, String, String)> = Vec::new();
        let mut relate = |from: &str, label: &str, to: &str| {
            if from != to
                && !relations
                    .iter()
                    .any(|relate| relate.0 == from && relate.2 == to)
            {
                relations.push((from.to_owned(), label.to_owned(), to.to_owned()));
            }
        };
        if let Some(place) = places.first() {
            relate(hero, "lives and works at", place);
        }
        if let Some(gone) = gone {
            let noun = self.reading.kin.iter().find(|kin| !kin.gone.is_empty());
            let label = noun.map_or_else(
                || "once close to".to_owned(),
                |kin| format!("{} of", kin.noun),
            );
            relate(gone, &label, hero);
        }
        for (name, noun) in near {
            relate(name, &format!("{noun} of"), hero);
        }
        for (at, name) in others.iter().enumerate() {
            let label = [
                "trusts",
                "keeps something from",
                "owes a favour to",
                "is wary of",
            ][at % 4];
            relate(name, label, hero);
            if let Some(gone) = gone.filter(|_| at == 1) {
                relate(name, "was the last to see", gone);
            }
        }
        if let [one, two, ..] = others {
            relate(one, "has not spoken in a year to", two);
        }
        if let Some(thing) = things.first() {
            relate(hero, "can’t part with", thing);
        }
        if let (Some(thing), Some(place)) = (things.get(1), places.get(1)) {
            relate(thing, "was found at", place);
        }
        relations.truncate(9);
        self.world.relations = relations
            .into_iter()
            .map(|(from, label, to)| RelationSketch { from, to, label })
            .collect();
    }

    /// What always holds.
    pub(super) fn rules(&mut self, thing: Option<&str>) {
        let mut rules: Vec<String> = customs::rules(self.reading.mood)
            .iter()
            .map(|rule| (*rule).to_owned())
            .collect();
        self.dice.shuffle(&mut rules);
        rules.truncate(3);
        if let Some(thing) = thing {
            let speaks =
                self.reading.things.first().map(|motif| motif.class) == Some(NounClass::Speaks);
            rules.push(if speaks {
                format!(
                    "{thing} is heard only after dark, and never by someone who is not listening."
                )
            } else {
                format!("{thing} may change hands, but it may not be thrown away.")
            });
        }
        let avoid = &self.avoid;
        rules.retain(|rule| !avoid.hits(rule));
        self.world.rules = rules;
    }
}
