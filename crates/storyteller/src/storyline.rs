//! Strands: chapters in outline, each beat with the passage that tells it.

/// A beat and the pattern that tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct StorylineBeat {
    /// What happens, with slots.
    pub beat: String,
    /// The longest stretch of the beat that is the same whoever it is about.
    pub anchor: String,
    /// When it has to happen: "night"; empty for any time.
    pub time: String,
    /// Whether it has to happen at home.
    pub home: bool,
    /// Whether it has to happen on the way, and not at home.
    pub away: bool,
    /// How it is told, its paragraphs one a line.
    pub telling: String,
}

/// A chapter's worth of beats that follow from each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Storyline {
    /// For which part of the story, 1 to 5; 0 for any.
    pub stage: u32,
    /// For which mood; empty for any.
    pub mood: String,
    /// What it can't do without: "dead", "gone", "speaks".
    pub needs: Vec<String>,
    /// Titles that suit it.
    pub titles: Vec<String>,
    /// The beats, in order.
    pub turns: Vec<StorylineBeat>,
    /// What is true after it.
    pub facts: Vec<String>,
    /// What it leaves open.
    pub threads: Vec<String>,
}

/// Reads strands: `== mood stage needs…` opens one, then `titles: a | b`, `> [night home] beat` with its
/// telling below, `! fact`, `? open thread`.
pub(crate) fn read(source: &str) -> Vec<Storyline> {
    let mut strands: Vec<Storyline> = Vec::new();
    for line in source.lines() {
        let line = line.trim();
        if line.is_empty() || line.starts_with("//") {
            continue;
        }
        if let Some(head) = line.strip_prefix("== ") {
            let mut parts = head.split_whitespace();
            let mood = parts.next().unwrap_or_default();
            strands.push(Storyline {
                mood: if mood == "any" {
                    String::new()
                } else {
                    mood.to_owned()
                },
                stage: parts.next().and_then(|word| word.parse().ok()).unwrap_or(0),
                needs: parts.map(str::to_owned).collect(),
                ..Storyline::default()
            });
            continue;
        }
        let Some(strand) = strands.last_mut() else {
            continue;
        };
        if let Some(titles) = line.strip_prefix("titles:") {
            strand.titles = titles
                .split('|')
                .map(|title| title.trim().to_owned())
                .collect();
        } else if let Some(beat) = line.strip_prefix("> ") {
            let (tags, beat) = beat
                .strip_prefix('[')
                .and_then(|rest| rest.split_once("] "))
                .unwrap_or(("", beat));
            let time = tags
                .split(' ')
                .find(|tag| !matches!(*tag, "home" | "away"))
                .unwrap_or_default();
            strand.turns.push(StorylineBeat {
                beat: beat.to_owned(),
                anchor: anchor(beat),
                time: time.to_owned(),
                home: tags.split(' ').any(|tag| tag == "home"),
                away: tags.split(' ').any(|tag| tag == "away"),
                telling: String::new(),
            });
        } else if let Some(fact) = line.strip_prefix("! ") {
            strand.facts.push(fact.to_owned());
        } else if let Some(thread) = line.strip_prefix("? ") {
            strand.threads.push(thread.to_owned());
        } else if let Some(turn) = strand.turns.last_mut() {
            if !turn.telling.is_empty() {
                turn.telling.push('\n');
            }
            turn.telling.push_str(line);
        }
    }
    strands
}

/// The longest stretch of a pattern without a slot.
fn anchor(beat: &str) -> String {
    let mut stretches = Vec::new();
    let mut rest = beat;
    while let Some(at) = rest.find(['$', '~', '^']) {
        stretches.push(&rest[..at]);
        let slot = &rest[at + 1..];
        let end = slot.find(|letter: char| !letter.is_ascii_alphanumeric());
        rest = &slot[end.unwrap_or(slot.len())..];
    }
    stretches.push(rest);
    let longest = stretches.into_iter().max_by_key(|stretch| stretch.len());
    longest.unwrap_or_default().to_owned()
}
