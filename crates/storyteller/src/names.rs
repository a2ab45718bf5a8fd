//! Names for people and places, by setting.

use super::premise::Setting;
use super::pronouns::Pronouns;
use super::seeded_rng::SeededRng;

/// Women's, men's and anyone's names.
struct Pool {
    she: &'static str,
    he: &'static str,
    they: &'static str,
    /// First halves of place names.
    places: &'static str,
}

const COAST: Pool = Pool {
    she: "Marit Ingrid Morwenna Sunniva Elspeth Nuala Katell Ragna Maren Tamsin Solveig Bronagh \
          Aileen Yrsa Rozenn Demelza Hedda Catrin Oonagh Sigrun",
    he: "Odran Tobias Anders Fergus Malo Ruben Eskil Petroc Lorcan Magnus Henrik Cormac Joss Aksel \
         Gwilym Torvald Brannoc Mathias Ivar Donal",
    they: "Wren Ash Robin Linnet Skye Rowan Sorrel Marlow",
    places: "Skarholm Gannet Kelder Harrow Sallow Brannock Tarn Veldra Corrow Hask Ferrin Oystermouth",
};

const CITY: Pool = Pool {
    she: "Ines Amara Noor Lucia Halina Priya Danuta Yasmin Odile Mei Beatriz Zofia Leila Hanne Ruth \
          Soledad Ivana Farida Constance Agnes",
    he: "Tomasz Yusuf Emil Dario Kenji Anton Samuel Idris Marek Rafael Viktor Leon Osman Benedikt \
         Hugo Casimir Nikhil Jonas Felipe Walter",
    they: "Sasha Kit Noa Remy Jules Ariel Quinn Lou",
    places: "Marrow Ludgrove Carrow Pellam Saint-Osyth Tallis Verney Brunswick Halden Orchard Lantern \
             Copperfield",
};

const COUNTRY: Pool = Pool {
    she: "Hester Marianne Ottilie Briar Johanna Edith Lidia Rosalind Magda Thea Annika Winifred \
          Clemence Ursula Philippa Greta Mabel Ilse Dorothea Nell",
    he: "Silas Gregor Edmund Matteo Jakob Barnaby Otto Pavel Alder Lambert Konrad Florian Ambrose \
         Wendel Gideon Bastian Clement Hollis Elias Rufus",
    they: "Hazel Perrin Lark Merle Bay Fen Sage Tully",
    places: "Ashcombe Withy Orrin Hallow Thornby Larkmoor Velden Brackwater Somersby Nettle Elderhay \
             Greenock",
};

const REALM: Pool = Pool {
    she: "Ysolda Maerin Tessaly Orsolya Caelith Bryndis Velka Ilvane Sabrath Nerys Audrel Thessa \
          Morvane Isaude Ravenna Elowen Halisse Dorrin Signy Ketha",
    he: "Aldric Corvane Teodrin Hathgar Osric Belannor Farran Ulvid Merek Joreth Sandor Wystan Cadoc \
         Emeric Thorold Vashen Rhodric Isambard Galt Perigrin",
    they: "Ember Vael Sorren Ilex Thistle Aven Lirren Moth",
    places: "Carrowmere Ithrend Vallach Ostermark Thornhold Selvane Kharrow Emberfall Dunmarrow \
             Wyrmstead Alderane Greyfen",
};

const SPACE: Pool = Pool {
    she: "Anneke Chidera Yelena Masako Imani Tove Sunita Paloma Keahi Nadia Zanele Aiko Marisol \
          Ruxandra Siobhan Thandi Liv Oksana Parveen Jun-seo",
    he: "Teodor Kwame Rashid Mikko Anselm Bohdan Javier Takumi Olu Stellan Arjun Cyrus Matvei Kofi \
         Luca Zubin Emre Sione Gustav Imre",
    they: "Rin Sable Onyx Cass Juno Tal Indigo Pax",
    places: "Halcyon Meridian Perihelion Calloway Ostrava Tycho Vesper Ananke Kestrel Lacaille \
             Solace Aurelian",
};

/// The names of a setting.
const fn pool(setting: Setting) -> &'static Pool {
    match setting {
        Setting::Coast => &COAST,
        Setting::City => &CITY,
        Setting::Country => &COUNTRY,
        Setting::Realm => &REALM,
        Setting::Space => &SPACE,
    }
}

/// Deals names, never one that is part of another.
pub(crate) struct NamePicker {
    setting: Setting,
    used: Vec<String>,
}

impl NamePicker {
    /// None dealt yet.
    pub(crate) const fn new(setting: Setting) -> Self {
        Self {
            setting,
            used: Vec::new(),
        }
    }

    /// A name for a person of these pronouns.
    pub(crate) fn person(&mut self, pronouns: &Pronouns, dice: &mut SeededRng) -> String {
        let pool = pool(self.setting);
        let names = match pronouns.subject.as_str() {
            "she" => pool.she,
            "he" => pool.he,
            _ => pool.they,
        };
        self.deal(names, dice)
    }

    /// The first half of a place's name.
    pub(crate) fn place(&mut self, dice: &mut SeededRng) -> String {
        self.deal(pool(self.setting).places, dice)
    }

    /// Whether one name is part of the other.
    fn clashes(&self, name: &str) -> bool {
        let name = name.to_lowercase();
        self.used
            .iter()
            .any(|used| used.contains(&name) || name.contains(used.as_str()))
    }

    /// One that is free; the pools are larger than any cast.
    fn deal(&mut self, from: &str, dice: &mut SeededRng) -> String {
        let mut names: Vec<&str> = from.split_whitespace().collect();
        dice.shuffle(&mut names);
        // A different first letter keeps people apart in a reader's mind.
        let fresh = |name: &&&str| {
            !self
                .used
                .iter()
                .any(|used| used.chars().next() == name.to_lowercase().chars().next())
        };
        let free = |name: &&&str| !self.clashes(name);
        let name = names
            .iter()
            .find(|name| free(name) && fresh(name))
            .or_else(|| names.iter().find(|name| free(name)))
            .copied()
            .unwrap_or("Aubrey");
        self.used.push(name.to_lowercase());
        name.to_owned()
    }
}
