//! Rows of what hangs on a seeded file.
use super::model::{
    SeedClient, SeedComment, SeedContact, SeedInteraction, SeedPurchase, SeedQualification,
};
use crate::comments::entity as comment;
use crate::contacts::entity as contact;
use crate::interactions::entity as interaction;
use crate::purchases::entity as purchase;
use crate::qualifications::entity as qualification;
use crate::{ClientId, ContactId};
use chrono::{DateTime, Utc};
use kernel::text;
use sea_orm::{ActiveEnum, ActiveValue::Set, DbErr};
use uuid::Uuid;

/// Fresh ids that carry a time.
pub type Ids<'a> = &'a (dyn Fn(DateTime<Utc>) -> Uuid + Sync);

/// Rows of several files, to be inserted together.
#[derive(Default)]
pub struct Hanging {
    pub contacts: Vec<contact::ActiveModel>,
    pub qualifications: Vec<qualification::ActiveModel>,
    pub interactions: Vec<interaction::ActiveModel>,
    pub purchases: Vec<purchase::ActiveModel>,
    pub comments: Vec<comment::ActiveModel>,
}

impl Hanging {
    pub fn add(&mut self, client: &SeedClient, file: ClientId, ids: Ids<'_>) -> Result<(), DbErr> {
        let people: Vec<ContactId> =
            client.contacts.iter().map(|_| ids(client.created_at).into()).collect();
        for (one, id) in client.contacts.iter().zip(&people) {
            self.contacts.push(person(client, one, *id, file)?);
        }
        for one in &client.qualifications {
            self.qualifications.push(paper(client, one, file, ids)?);
        }
        for one in &client.interactions {
            self.interactions.push(talk(one, &people, file, ids)?);
        }
        self.purchases.extend(client.purchases.iter().map(|one| bought(one, file, ids)));
        self.comments.extend(client.comments.iter().map(|one| said(one, file, ids)));
        Ok(())
    }
}

/// A choice from the code that the interface uses.
fn choice<T: ActiveEnum<Value = String>>(code: &str) -> Result<T, DbErr> {
    T::try_from_value(&code.to_owned())
}

fn person(
    client: &SeedClient,
    one: &SeedContact,
    id: ContactId,
    file: ClientId,
) -> Result<contact::ActiveModel, DbErr> {
    let one = one.clone();
    Ok(contact::ActiveModel {
        id: Set(id),
        client_id: Set(file),
        sort_key: Set(text::sort_key(&one.name)),
        name: Set(one.name),
        position: Set(one.position),
        department: Set(one.department),
        mobile_normalised: Set(one.mobile.as_deref().and_then(text::phone::normalise)),
        mobile: Set(one.mobile),
        telephone: Set(one.telephone),
        email: Set(one.email),
        wechat: Set(one.wechat),
        is_key_person: Set(one.is_key_person),
        influence: Set(one.influence.as_deref().map(choice).transpose()?),
        influence_note: Set(one.influence_note),
        birthday: Set(one.birthday),
        native_place: Set(one.native_place),
        education: Set(one.education),
        hobbies: Set(one.hobbies),
        family_note: Set(one.family_note),
        preferences: Set(one.preferences),
        created_at: Set(client.created_at),
        created_by: Set(client.created_by.id),
        updated_at: Set(client.created_at),
        version: Set(1),
        ..contact::ActiveModel::default()
    })
}

fn paper(
    client: &SeedClient,
    one: &SeedQualification,
    file: ClientId,
    ids: Ids<'_>,
) -> Result<qualification::ActiveModel, DbErr> {
    let kind = choice(&one.kind)?;
    let one = one.clone();
    Ok(qualification::ActiveModel {
        id: Set(ids(client.created_at).into()),
        client_id: Set(file),
        kind: Set(kind),
        name: Set(one.name),
        number: Set(one.number),
        issued_by: Set(one.issued_by),
        valid_from: Set(one.valid_from),
        valid_until: Set(one.valid_until),
        created_at: Set(client.created_at),
        created_by: Set(client.created_by.id),
        updated_at: Set(client.created_at),
        version: Set(1),
        ..qualification::ActiveModel::default()
    })
}

fn talk(
    one: &SeedInteraction,
    people: &[ContactId],
    file: ClientId,
    ids: Ids<'_>,
) -> Result<interaction::ActiveModel, DbErr> {
    let with = one.with_contact.and_then(|place| people.get(place)).copied();
    let one = one.clone();
    Ok(interaction::ActiveModel {
        id: Set(ids(one.occurred_at).into()),
        client_id: Set(file),
        occurred_at: Set(one.occurred_at),
        channel: Set(choice(&one.channel)?),
        with_contact_id: Set(with),
        summary: Set(one.summary),
        needs: Set(one.needs),
        preferences: Set(one.preferences),
        next_step: Set(one.next_step),
        next_on: Set(one.next_on),
        created_at: Set(one.occurred_at),
        created_by: Set(one.by),
        updated_at: Set(one.occurred_at),
        version: Set(1),
        ..interaction::ActiveModel::default()
    })
}

fn bought(one: &SeedPurchase, file: ClientId, ids: Ids<'_>) -> purchase::ActiveModel {
    purchase::ActiveModel {
        id: Set(ids(one.entered_at).into()),
        client_id: Set(file),
        product: Set(one.product.clone()),
        occurred_on: Set(one.occurred_on),
        amount: Set(one.amount),
        order_number: Set(one.order_number.clone()),
        created_at: Set(one.entered_at),
        created_by: Set(one.by),
        updated_at: Set(one.entered_at),
        version: Set(1),
        ..purchase::ActiveModel::default()
    }
}

fn said(one: &SeedComment, file: ClientId, ids: Ids<'_>) -> comment::ActiveModel {
    comment::ActiveModel {
        id: Set(ids(one.written_at).into()),
        client_id: Set(file),
        body: Set(one.body.clone()),
        mentions: Set("[]".to_owned()),
        created_at: Set(one.written_at),
        created_by: Set(one.by),
        updated_at: Set(one.written_at),
        version: Set(1),
        ..comment::ActiveModel::default()
    }
}
