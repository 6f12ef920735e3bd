//! What an auditor is shown of approvals: every act, with the hash of what it was about.
use super::{act_entity as act, entity, store};
use crate::subject::Approvals;
use crate::{ActId, ReadApprovals};
use identity::names::{Names, Wanted};
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::evidence::{About, Asked, Exhibit, Line, async_trait, moment, text};
use kernel::lang::Text;
use kernel::sheet::Value;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationDef,
};
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

const ABOUT: About = About { name: "approvals", needs: ReadApprovals::NAME, columns: COLUMNS };
const COLUMNS: &[Text] = &[
    Text { zh: "审批编号", tw: "審批編號", en: "approval" },
    Text { zh: "送审对象", tw: "送審對象", en: "about" },
    Text { zh: "流程", tw: "流程", en: "flow" },
    Text { zh: "流程版本", tw: "流程版本", en: "flow version" },
    Text {
        zh: "内容摘要（SHA-256）", tw: "內容摘要（SHA-256）", en: "content (SHA-256)"
    },
    Text { zh: "动作", tw: "動作", en: "act" },
    Text { zh: "步骤", tw: "步驟", en: "step" },
    Text { zh: "办理人", tw: "辦理人", en: "by" },
    Text { zh: "代谁办理", tw: "代誰辦理", en: "on behalf of" },
    Text { zh: "涉及人", tw: "涉及人", en: "concerning" },
    Text { zh: "意见", tw: "意見", en: "comment" },
    Text { zh: "凭据", tw: "憑據", en: "evidence" },
    Text { zh: "时间", tw: "時間", en: "at" },
];

pub struct Decisions(pub Arc<Approvals>);

fn to_run() -> RelationDef {
    act::Entity::belongs_to(entity::Entity).from(act::Column::RunId).to(entity::Column::Id).into()
}

#[async_trait]
impl Exhibit for Decisions {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    async fn lines(
        &self,
        app: &App,
        actor: &Actor,
        asked: &Asked,
        (after, most): (Option<Uuid>, u64),
    ) -> ApiResult<Vec<Line>> {
        let db = app.db.reader();
        let department = asked.department_id.map(|id| entity::Column::DepartmentId.eq(id));
        let acts = act::Entity::find()
            .join(JoinType::InnerJoin, to_run())
            .filter(act::Column::At.gte(asked.days.begin))
            .filter(act::Column::At.lt(asked.days.end))
            .filter(store::visible_to(&self.0, actor, app.clock.now()))
            .filter(entity::Column::Level.lte(actor.clearance))
            .filter(
                Condition::all()
                    .add_option(department)
                    .add_option(after.map(|id| act::Column::Id.gt(ActId(id)))),
            )
            .order_by_asc(act::Column::Id)
            .limit(most)
            .all(db)
            .await?;
        let ids: Vec<_> = acts.iter().map(|act| act.run_id).collect();
        let runs = entity::Entity::find().filter(entity::Column::Id.is_in(ids)).all(db).await?;
        let runs: HashMap<_, _> = runs.into_iter().map(|run| (run.id, run)).collect();
        let mut wanted = Wanted::default();
        for act in &acts {
            wanted.person(act.by_id);
            wanted.person(act.on_behalf_of);
            wanted.person(act.person_id);
        }
        let names = wanted.find(db).await?;
        let line = |act: &act::Model| Some(line(act, runs.get(&act.run_id)?, &names));
        Ok(acts.iter().filter_map(line).collect())
    }
}

fn line(act: &act::Model, run: &entity::Model, names: &Names) -> Line {
    let named = |id| text(Some(names.person(id).name));
    let cells = vec![
        Value::Text(run.id.0.to_string()),
        Value::Text(run.label.clone()),
        Value::Text(run.flow_name.clone()),
        Value::Integer(run.flow_version),
        Value::Text(run.content_hash.clone()),
        Value::Text(sea_orm::ActiveEnum::to_value(&act.kind)),
        text(act.step.clone()),
        named(act.by_id),
        act.on_behalf_of.map_or(Value::Empty, named),
        act.person_id.map_or(Value::Empty, named),
        text(act.comment.clone()),
        text(act.evidence.clone()),
        moment(act.at),
    ];
    Line { place: act.id.0, cells }
}
