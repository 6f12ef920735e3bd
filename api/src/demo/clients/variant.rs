//! A client entered a second time: the archive's own mistakes, for the duplicate warning.

use super::super::dice::Dice;
use super::*;

/// The file that was opened for the same client: the same telephone, the name a
/// little different, no credit code, hardly anything else.
pub(super) fn twin(clients: &DemoClients, original: &DemoClient, index: u64) -> DemoClient {
    let mut dice = Dice::new(clients.seed, index);
    let (number, created_on) = clients.registration(index);
    DemoClient {
        name: varied(&mut dice, &original.name),
        kind: original.kind,
        group_buy: original.group_buy,
        level_until: original.level_until,
        industry: original.industry,
        region: original.region.clone(),
        address: original.address.clone(),
        telephone: original.telephone.clone(),
        owner: original.owner,
        department: original.department,
        site: original.site,
        employees: original.employees,
        contacts: original.contacts.iter().take(1).cloned().collect(),
        twin_of: Some(original.index),
        ..DemoClient::blank(index, number, created_on)
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
