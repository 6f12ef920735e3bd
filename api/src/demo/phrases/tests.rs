use super::*;

const SLOTS: &[&str] = &[
    "n",
    "few",
    "pct",
    "wan",
    "month",
    "year",
    "goods",
    "customers",
    "scope",
    "buyer",
    "unit",
    "season",
    "risk",
    "industry",
    "rival",
    "days",
    "city",
    "owner",
];

fn sentences() -> impl Iterator<Item = &'static str> {
    let banks = BANKS.iter().flat_map(|bank| bank.lead.iter().chain(bank.more));
    let lists = [
        TALKS_WON,
        TALKS_PROSPECT,
        TALKS_INDIVIDUAL,
        NEEDS,
        TASTES,
        NEXT_STEPS,
        COMMENTS,
        CONTACT_TASTES,
    ];
    banks.chain(lists.into_iter().flatten()).copied()
}

#[test]
fn every_word_in_braces_is_known_and_closed() {
    for sentence in sentences() {
        let mut rest = sentence;
        while let Some((before, tail)) = rest.split_once('{') {
            assert!(!before.contains('}'), "{sentence}");
            let (slot, after) = tail.split_once('}').expect(sentence);
            assert!(SLOTS.contains(&slot), "{slot} in {sentence}");
            rest = after;
        }
        assert!(!rest.contains('}'), "{sentence}");
    }
}

#[test]
fn sentences_end_and_none_stands_twice() {
    let mut seen = std::collections::BTreeSet::new();
    for sentence in sentences() {
        assert!(seen.insert(sentence), "twice: {sentence}");
    }
    for sentence in BANKS.iter().flat_map(|bank| bank.lead.iter().chain(bank.more)) {
        assert!(sentence.ends_with('。'), "{sentence}");
    }
}

#[test]
fn each_field_can_be_written_in_dozens_of_ways() {
    for (at, bank) in BANKS.iter().enumerate() {
        assert!(bank.lead.len() * (bank.more.len() + 1) >= 24, "bank {at}");
    }
}
