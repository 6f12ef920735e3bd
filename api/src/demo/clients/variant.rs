//! A client entered a second time: the archive's own mistakes, for the duplicate warning.

use super::super::dice::Dice;
use super::*;

/// The file that another salesperson opened for the same client: the same telephone, the name a
/// little different, no credit code, hardly anything else.
pub(super) fn twin(clients: &DemoClients, original: &DemoClient, index: u64) -> DemoClient {
    let mut dice = Dice::new(clients.seed, index);
    let (number, created_on) = clients.registration(index);
    DemoClient {
        index,
        number,
        name: varied(&mut dice, &original.name),
        short_name: None,
        english_name: None,
        credit_code: None,
        postcode: None,
        website: None,
        assets: None,
        registered_capital: None,
        annual_sales: None,
        tags: Vec::new(),
        sections: Sections::default(),
        contacts: original.contacts.iter().take(1).cloned().collect(),
        qualifications: Vec::new(),
        interactions: Vec::new(),
        purchases: Vec::new(),
        comments: Vec::new(),
        state: State::Potential,
        tier: Tier::Potential,
        level: Level::Secret,
        inferior: Inferior::None,
        inferior_reason: None,
        trading_since: None,
        created_on,
        last_verified_on: None,
        twin_of: Some(original.index),
        ..original.clone()
    }
}

/// Brackets of the other width, another wording of the form, a space that crept in.
fn varied(dice: &mut Dice, name: &str) -> String {
    if name.contains('（') {
        return name.replace('（', "(").replace('）', ")");
    }
    if let Some(stem) = name.strip_suffix("有限责任公司") {
        return format!("{stem}有限公司");
    }
    if let Some(stem) = name.strip_suffix("有限公司") {
        return match dice.below(3) {
            0 => format!("{stem}有限责任公司"),
            1 => format!("{stem} 有限公司"),
            _ => stem.to_owned(),
        };
    }
    format!("{name}（新）")
}
