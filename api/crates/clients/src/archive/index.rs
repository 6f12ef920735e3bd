//! A file in the search index. A private person's telephone and address stay out of it: a hit
//! would tell them to somebody who sees them masked (A-CLI-28). The same goes for all personal data
//! of contacts but their names.
use super::entity::Model;
use super::kinds::ClientKind;
use super::store::SEARCH;
use kernel::text;
use kernel::work::Work;

/// Put the document of a file in place of the one before.
pub fn put(work: &mut Work<'_>, row: &Model, contacts: &[String]) {
    work.index(SEARCH.put(row.search_key, document(row, contacts)));
}

/// Whether what is indexed differs.
#[must_use]
pub fn differs(before: &Model, after: &Model) -> bool {
    document(before, &[]) != document(after, &[])
}

fn document(row: &Model, contacts: &[String]) -> String {
    let names: Vec<&str> = [Some(&row.name), row.short_name.as_ref(), row.english_name.as_ref()]
        .into_iter()
        .flatten()
        .chain(contacts)
        .map(String::as_str)
        .collect();
    let open = row.kind == ClientKind::Institution;
    let fields: Vec<&str> = [
        Some(&row.number),
        row.credit_code.as_ref(),
        row.telephone.as_ref().filter(|_| open),
        row.telephone_normalised.as_ref().filter(|_| open),
        row.region.as_ref(),
        row.address.as_ref().filter(|_| open),
        row.industry.as_ref(),
        Some(&row.tags),
    ]
    .into_iter()
    .flatten()
    .map(String::as_str)
    .collect();
    text::document(&names, &fields)
}
