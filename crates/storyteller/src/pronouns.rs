//! Pronouns: read from what an author typed, and the forms a sentence needs.

/// The forms of one person's pronouns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pronouns {
    /// she
    pub subject: String,
    /// her
    pub object: String,
    /// her (book)
    pub possessive: String,
    /// hers
    pub own: String,
    /// herself
    pub reflexive: String,
    /// Whether the verb is plural: "they were".
    pub plural: bool,
}

impl Pronouns {
    /// From their forms.
    fn of(forms: [&str; 5], plural: bool) -> Self {
        let [subject, object, possessive, own, reflexive] = forms.map(str::to_owned);
        Self {
            subject,
            object,
            possessive,
            own,
            reflexive,
            plural,
        }
    }

    /// she/her
    pub(crate) fn she() -> Self {
        Self::of(["she", "her", "her", "hers", "herself"], false)
    }

    /// he/him
    pub(crate) fn he() -> Self {
        Self::of(["he", "him", "his", "his", "himself"], false)
    }

    /// they/them
    pub(crate) fn they() -> Self {
        Self::of(["they", "them", "their", "theirs", "themself"], true)
    }

    /// it/its
    pub(crate) fn it() -> Self {
        Self::of(["it", "it", "its", "its", "itself"], false)
    }

    /// Reads "she/her", "He / Him", "xe/xem/xyr"; `None` where nothing can be made of it.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let parts: Vec<String> = text
            .split(['/', ',', ' ', '|'])
            .map(|part| part.trim().to_lowercase())
            .filter(|part| !part.is_empty())
            .collect();
        let first = parts.first()?;
        match first.as_str() {
            "she" | "her" | "f" | "female" | "woman" => return Some(Self::she()),
            "he" | "him" | "his" | "m" | "male" | "man" => return Some(Self::he()),
            "they" | "them" | "their" => return Some(Self::they()),
            "it" | "its" => return Some(Self::it()),
            _ => {}
        }
        // Pronouns of the author's own: at least a subject and an object, short and of letters.
        let fits = |part: &String| {
            (2..=6).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic)
        };
        if parts.len() < 2 || !parts.iter().all(fits) {
            return None;
        }
        let object = &parts[1];
        let possessive = parts.get(2).unwrap_or(object);
        Some(Self {
            subject: first.clone(),
            object: object.clone(),
            possessive: possessive.clone(),
            own: parts.get(3).unwrap_or(possessive).clone(),
            reflexive: format!("{object}self"),
            plural: false,
        })
    }

    /// From words like "sister" or "her" in what is said about a person.
    pub(crate) fn guess(about: &str) -> Option<Self> {
        const SHE: &[&str] = &[
            "she",
            "her",
            "hers",
            "woman",
            "girl",
            "sister",
            "mother",
            "daughter",
            "aunt",
            "widow",
            "wife",
            "queen",
            "grandmother",
            "niece",
            "lady",
            "priestess",
            "heroine",
        ];
        const HE: &[&str] = &[
            "he",
            "him",
            "his",
            "man",
            "boy",
            "brother",
            "father",
            "son",
            "uncle",
            "widower",
            "husband",
            "king",
            "grandfather",
            "nephew",
            "lord",
            "ferryman",
            "boatman",
            "hero",
        ];
        text::prose::lower_words(about).iter().find_map(|word| {
            if SHE.contains(&word.as_str()) {
                Some(Self::she())
            } else if HE.contains(&word.as_str()) {
                Some(Self::he())
            } else {
                None
            }
        })
    }

    /// As an entity stores them.
    pub(crate) fn label(&self) -> String {
        format!("{}/{}", self.subject, self.object)
    }
}
