//! Turns a pattern into a sentence: alternatives, names, and pronouns that stay clear.
//!
//! `(a|b)` is one of them; `$P`, `$Q`, `$A` are the eyes of the scene, the other person and the one
//! who is gone; `$he`, `~he`, `^he` are their pronouns, in every form. Where two people share their
//! pronouns, a pronoun that could mean either becomes a name.

use super::pronouns::Pronouns;
use super::seeded_rng::SeededRng;
use super::words;

/// Someone a pattern can speak of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Referent {
    /// As the text calls them.
    pub name: String,
    /// Their pronouns.
    pub pronouns: Pronouns,
}

/// What the slots of a pattern stand for; a pattern whose slot is empty can't be used.
#[derive(Clone, Debug, Default)]
pub(crate) struct PatternSlots {
    /// Whose eyes.
    pub eyes: Option<Referent>,
    /// Who else is there.
    pub other: Option<Referent>,
    /// Who is gone.
    pub gone: Option<Referent>,
    /// All other words, by name: `place`, `thing`, `role`, `rel`, …
    pub words: Vec<(&'static str, String)>,
}

impl PatternSlots {
    /// Sets a word; an empty one counts as missing.
    pub(crate) fn set(&mut self, slot: &'static str, word: &str) {
        self.words.retain(|(name, _)| *name != slot);
        if !word.is_empty() {
            self.words.push((slot, word.to_owned()));
        }
    }

    /// The person behind a mark.
    fn voice(&self, mark: char) -> Option<&Referent> {
        match mark {
            '$' => self.eyes.as_ref(),
            '~' => self.other.as_ref(),
            _ => self.gone.as_ref(),
        }
    }

    /// Whether the two persons could be mistaken for each other.
    fn alike(&self, one: char, two: char) -> bool {
        match (self.voice(one), self.voice(two)) {
            (Some(one), Some(two)) => one.pronouns.subject == two.pronouns.subject,
            _ => false,
        }
    }
}

/// The text of a pattern, its paragraphs one a line; `None` where a slot can't be filled.
pub(crate) fn render(pattern: &str, slots: &PatternSlots, dice: &mut SeededRng) -> Option<String> {
    let chosen = choose(pattern, dice);
    // People the block speaks of at all: only they can be mixed up.
    let spoken: Vec<char> = [('$', "$P"), ('~', "$Q"), ('^', "$A")]
        .into_iter()
        .filter(|(mark, name)| chosen.contains(name) || (*mark != '$' && chosen.contains(*mark)))
        .map(|(mark, _)| mark)
        .chain(['$'])
        .collect();
    let mut paragraphs = Vec::new();
    for line in chosen.lines() {
        paragraphs.push(words::capital(&line_text(line.trim(), slots, &spoken)?));
    }
    Some(paragraphs.join("\n\n"))
}

/// Rolls the alternatives, innermost first.
pub(crate) fn choose(pattern: &str, dice: &mut SeededRng) -> String {
    let mut text = pattern.to_owned();
    while let Some(close) = text.find(')') {
        let Some(open) = text[..close].rfind('(') else {
            break;
        };
        let options: Vec<&str> = text[open + 1..close].split('|').collect();
        let option = dice.word(&options).to_owned();
        text.replace_range(open..=close, &option);
    }
    text
}

/// Fills one paragraph.
fn line_text(line: &str, slots: &PatternSlots, spoken: &[char]) -> Option<String> {
    let mut out = String::with_capacity(line.len() + 32);
    // Who was spoken of last, and whether as a plural "they".
    let mut last: Option<char> = None;
    let mut plural = false;
    let mut rest = line;
    while let Some(at) = rest.find(['$', '~', '^']) {
        out.push_str(&rest[..at]);
        let mark = rest[at..].chars().next()?;
        let tail = &rest[at + 1..];
        let end = tail
            .find(|letter: char| !(letter.is_ascii_alphabetic() || letter.is_ascii_digit()))
            .unwrap_or(tail.len());
        let (slot, after) = tail.split_at(end);
        rest = after;
        let named = match slot {
            "P" => Some('$'),
            "Q" => Some('~'),
            "A" => Some('^'),
            _ => None,
        };
        if let Some(who) = named {
            out.push_str(&slots.voice(who)?.name);
            last = Some(who);
            plural = false;
            continue;
        }
        if let Some(form) = form(slot) {
            let voice = slots.voice(mark)?;
            let capital = slot.starts_with(char::is_uppercase);
            if let Form::Verb(one, many) = form {
                out.push_str(if plural && last == Some(mark) {
                    many
                } else {
                    one
                });
                continue;
            }
            let unclear = last != Some(mark)
                && spoken
                    .iter()
                    .any(|other| *other != mark && slots.alike(mark, *other));
            if unclear && form != Form::Reflexive {
                out.push_str(&voice.name);
                if matches!(form, Form::Possessive | Form::Own) {
                    out.push_str("’s");
                }
                plural = false;
            } else {
                let word = pronoun(&voice.pronouns, &form);
                if capital {
                    out.push_str(&words::capital(word));
                } else {
                    out.push_str(word);
                }
                plural = voice.pronouns.plural && form == Form::Subject;
            }
            last = Some(mark);
            continue;
        }
        let lower = slot.to_lowercase();
        let (_, word) = slots.words.iter().find(|(name, _)| *name == lower)?;
        if out.ends_with(" a ") || out.ends_with("A ") && out.len() == 2 {
            out.truncate(out.len() - 1);
            if words::article(word) == "an" {
                out.push('n');
            }
            out.push(' ');
        }
        if slot.starts_with(char::is_uppercase) {
            out.push_str(&words::capital(word));
        } else {
            out.push_str(word);
        }
    }
    out.push_str(rest);
    Some(out)
}

/// The forms a pronoun slot can ask for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Subject,
    Object,
    Possessive,
    Own,
    Reflexive,
    Verb(&'static str, &'static str),
}

/// Reads a slot's name as a form.
fn form(slot: &str) -> Option<Form> {
    Some(match slot {
        "he" | "He" => Form::Subject,
        "him" | "Him" => Form::Object,
        "his" | "His" => Form::Possessive,
        "hers" => Form::Own,
        "himself" => Form::Reflexive,
        "was" => Form::Verb("was", "were"),
        "wasnt" => Form::Verb("wasn’t", "weren’t"),
        "is" => Form::Verb("is", "are"),
        "has" => Form::Verb("has", "have"),
        "does" => Form::Verb("does", "do"),
        _ => return None,
    })
}

/// The word for a form.
fn pronoun<'a>(of: &'a Pronouns, form: &Form) -> &'a str {
    match form {
        Form::Subject => &of.subject,
        Form::Object => &of.object,
        Form::Possessive => &of.possessive,
        Form::Own => &of.own,
        Form::Reflexive => &of.reflexive,
        Form::Verb(one, _) => one,
    }
}
