//! What people are: occupations and kin.

use super::pronouns::Pronouns;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Occupations and stations a protagonist may have.
const ROLES: &str = "keeper detective baker pilot captain teacher nurse doctor widow widower sailor \
    fisherman farmer astronaut botanist librarian archivist clockmaker watchmaker cartographer \
    mapmaker translator journalist reporter lawyer thief burglar spy soldier knight princess prince \
    queen king wizard witch sorcerer mage apprentice student girl boy woman man orphan gardener \
    cook chef waiter waitress barista painter musician violinist pianist singer dancer actor actress \
    poet writer novelist photographer engineer mechanic scientist physicist astronomer robot android \
    courier messenger postman postwoman smuggler pirate merchant shepherd beekeeper carpenter \
    blacksmith tailor seamstress weaver potter miner diver geologist priest nun monk gravedigger \
    undertaker ferryman driver conductor surgeon vet veterinarian biologist programmer hacker clerk \
    banker judge inspector constable policeman policewoman sheriff gambler magician hunter ranger \
    caretaker janitor housekeeper butler maid governess tutor historian linguist bookseller barber \
    hairdresser stranger traveller traveler exile refugee mother father grandmother grandfather \
    daughter son sister brother aunt uncle niece nephew heir heiress bride groom ghost vampire \
    bartender florist perfumer restorer locksmith glassblower lamplighter bookbinder midwife healer \
    alchemist bard scribe mercenary navigator technician medic colonist explorer climber guide \
    botanist chemist forger auctioneer collector radio-operator operator telegraphist cellist";

/// Whether a noun is a known role.
pub(crate) fn known(word: &str) -> bool {
    static KNOWN: LazyLock<BTreeSet<&str>> = LazyLock::new(|| ROLES.split_whitespace().collect());
    KNOWN.contains(word)
}

/// Whether a noun before "who" can be taken for a role.
pub(crate) fn plausible(word: &str) -> bool {
    const ENDS: &[&str] = &[
        "er", "or", "ist", "ian", "man", "woman", "ess", "eur", "smith", "ant",
    ];
    known(word) || (word.len() > 4 && ENDS.iter().any(|end| word.ends_with(end)))
}

/// The pronouns a role carries in itself: "widow", "king".
pub(crate) fn pronouns(role: &str) -> Option<Pronouns> {
    const SHE: &str = "widow princess queen witch girl woman waitress actress postwoman nun \
        policewoman maid governess mother grandmother daughter sister aunt niece heiress bride \
        seamstress wife";
    const HE: &str = "widower prince king boy man fisherman postman monk policeman father \
        grandfather son brother uncle nephew groom ferryman butler husband wizard";
    let head = role.split_whitespace().last()?;
    if SHE.split_whitespace().any(|own| own == head) {
        Some(Pronouns::she())
    } else if HE.split_whitespace().any(|own| own == head) {
        Some(Pronouns::he())
    } else {
        None
    }
}

/// Kin and near ones: noun, and the pronouns it carries.
pub(crate) fn kin(word: &str) -> Option<Option<Pronouns>> {
    const SHE: &str = "sister mother daughter wife grandmother aunt niece girlfriend mum mom \
        stepmother granddaughter";
    const HE: &str = "brother father son husband grandfather uncle nephew boyfriend dad stepfather \
        grandson";
    const EITHER: &str = "twin friend lover cousin child partner teacher mentor fiancé fiancée \
        neighbour neighbor rival fiance fiancee spouse";
    if SHE.split_whitespace().any(|own| own == word) {
        Some(Some(Pronouns::she()))
    } else if HE.split_whitespace().any(|own| own == word) {
        Some(Some(Pronouns::he()))
    } else if EITHER.split_whitespace().any(|own| own == word) {
        Some(None)
    } else {
        None
    }
}
