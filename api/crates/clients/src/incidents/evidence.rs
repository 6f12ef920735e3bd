//! What an auditor is shown of incidents: each party with their superior, what they did and what followed
//! for both (A-BOR-05).
use super::entity::{Column, Entity, Model};
use super::kinds::Measure;
use super::party_entity::{Column as PartyColumn, Entity as Party, Model as PartyRow};
use super::store;
use crate::{IncidentPartyId, ReadIncidents};
use identity::names::{Names, Wanted};
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::evidence::{About, Asked, Exhibit, Line, async_trait, moment, text};
use kernel::lang::Text;
use kernel::money::Amount;
use kernel::sheet::Value;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationDef,
};

const ABOUT: About = About { name: "incidents", needs: ReadIncidents::NAME, columns: COLUMNS };
const COLUMNS: &[Text] = &[
    Text { zh: "事件编号", tw: "事件編號", en: "incident" },
    Text { zh: "类别", tw: "類別", en: "kind" },
    Text { zh: "状态", tw: "狀態", en: "state" },
    Text { zh: "发生日期", tw: "發生日期", en: "occurred on" },
    Text { zh: "报告人", tw: "報告人", en: "reported by" },
    Text { zh: "报告时间", tw: "報告時間", en: "reported at" },
    Text { zh: "当事人", tw: "當事人", en: "party" },
    Text { zh: "行为", tw: "行為", en: "what they did" },
    Text { zh: "处理", tw: "處理", en: "measure" },
    Text { zh: "罚款", tw: "罰款", en: "fine" },
    Text { zh: "处理说明", tw: "處理說明", en: "note on the measure" },
    Text { zh: "直接上级", tw: "直接上級", en: "direct superior" },
    Text { zh: "领导责任处理", tw: "領導責任處理", en: "leadership measure" },
    Text { zh: "领导责任罚款", tw: "領導責任罰款", en: "leadership fine" },
    Text { zh: "领导责任说明", tw: "領導責任說明", en: "leadership responsibility" },
    Text { zh: "结案时间", tw: "結案時間", en: "concluded at" },
];

pub struct Incidents;

fn to_incident() -> RelationDef {
    Party::belongs_to(Entity).from(PartyColumn::IncidentId).to(Column::Id).into()
}

#[async_trait]
impl Exhibit for Incidents {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    async fn lines(
        &self,
        app: &App,
        actor: &Actor,
        asked: &Asked,
        (after, most): (Option<uuid::Uuid>, u64),
    ) -> ApiResult<Vec<Line>> {
        let db = app.db.reader();
        let department = asked.department_id.map(|id| Column::DepartmentId.eq(id));
        let found: Vec<(PartyRow, Option<Model>)> = Party::find()
            .join(JoinType::InnerJoin, to_incident())
            .select_also(Entity)
            .filter(Column::ReportedAt.gte(asked.days.begin))
            .filter(Column::ReportedAt.lt(asked.days.end))
            .filter(store::read_whole(actor))
            .filter(
                Condition::all()
                    .add_option(department)
                    .add_option(after.map(|id| PartyColumn::Id.gt(IncidentPartyId(id)))),
            )
            .order_by_asc(PartyColumn::Id)
            .limit(most)
            .all(db)
            .await?;
        let mut wanted = Wanted::default();
        for (party, incident) in &found {
            wanted.person(party.person_id);
            wanted.person(party.superior_id);
            wanted.person(incident.as_ref().map(|row| row.reported_by));
        }
        let names = wanted.find(db).await?;
        let line =
            |(party, row): &(PartyRow, Option<Model>)| Some(line(party, row.as_ref()?, &names));
        Ok(found.iter().filter_map(line).collect())
    }
}

fn line(party: &PartyRow, row: &Model, names: &Names) -> Line {
    let named = |id| text(Some(names.person(id).name));
    let measure = |measure: Option<Measure>| text(measure.map(Measure::code));
    let fine = |fine: Option<Amount>| text(fine.map(|fine| fine.to_string()));
    let cells = vec![
        Value::Text(row.number.clone()),
        Value::Text(row.kind.code()),
        Value::Text(row.state.code()),
        Value::Text(row.occurred_on.to_string()),
        named(row.reported_by),
        moment(row.reported_at),
        named(party.person_id),
        Value::Text(party.deed.clone()),
        measure(party.measure),
        fine(party.fine),
        text(party.measure_note.clone()),
        named(party.superior_id),
        measure(party.leadership),
        fine(party.leadership_fine),
        text(party.leadership_note.clone()),
        row.concluded_at.map_or(Value::Empty, moment),
    ];
    Line { place: party.id.0, cells }
}
