use super::importing::{ended, rows};
use super::{begun, institution, supervisor_and_owner};
use serde_json::{Value, json};
use tests::company::{INFORMATION_ADMINISTRATOR, OTHER_SALESPERSON, SALESPERSON};
use tests::{Caller, TestApp, on_both};

/// Three files of one owner.
pub async fn three(app: &TestApp) -> (Caller, Caller, Vec<String>) {
    let (keeper, owner) = supervisor_and_owner(app).await;
    let mut ids = vec![];
    for name in ["宜宾翠屏酒业有限公司", "泸州江阳包装有限公司", "南充顺庆丝绸有限公司"]
    {
        let path = begun(&keeper, institution(name, &owner)).await;
        ids.push(path.trim_start_matches("/clients/").to_owned());
    }
    (keeper, owner, ids)
}

pub async fn acted(caller: &Caller, request: Value) -> (Value, Vec<Value>) {
    let started = caller.post("/clients/actions/bulk", request).await.expect(202);
    let job = ended(caller, &started).await;
    assert_eq!(job["state"], "DONE", "{job}");
    let rows = rows(caller, &job).await;
    (job, rows)
}

on_both! {
    async fn each_file_is_judged_on_its_own(app: TestApp) {
        let (keeper, _, ids) = three(&app).await;
        let other = app.signed_in(OTHER_SALESPERSON).await;
        let input = json!({"owner_id": other.id, "reason": "片区调整"});
        let first = format!("/clients/{}", ids[1]);
        let _ = keeper.act_now(&first, "hand-over", input.clone()).await.expect(200);
        let nobody = uuid::Uuid::from_u128(1).to_string();
        let chosen = [ids.clone(), vec![nobody]].concat();
        let request = json!({"action": "HAND_OVER", "ids": chosen, "input": input});
        let (job, rows) = acted(&keeper, request).await;
        let result = json!({"dry_run": false, "rows": 4, "good": 2, "refused": 2, "skipped": 0});
        assert_eq!(job["result"], result);
        let mut codes: Vec<_> =
            rows.iter().filter_map(|row| row["errors"][0]["code"].as_str()).collect();
        codes.sort_unstable();
        assert_eq!(codes, ["CLIENT_UNCHANGED", "NOT_FOUND"]);
        for id in ids {
            let file = keeper.get(&format!("/clients/{id}")).await.expect(200);
            assert_eq!(file["owner"]["id"], other.id.to_string());
        }
    }

    async fn all_that_a_filter_chooses_are_meant(app: TestApp) {
        let (keeper, _, ids) = three(&app).await;
        let step = json!({"state": "IN_THE_MAKING", "reason": "已报价"});
        let _ = keeper.act_now(&format!("/clients/{}", ids[0]), "change-state", step.clone()).await.expect(200);
        let request = json!({"action": "CHANGE_STATE", "filter": "state=POTENTIAL&sort=name", "input": step});
        let (job, rows) = acted(&keeper, request.clone()).await;
        assert_eq!((&job["result"]["good"], rows.len()), (&json!(2), 2));
        let page = keeper.get("/clients?state=IN_THE_MAKING").await.expect(200);
        assert_eq!(page["items"].as_array().unwrap().len(), 3);
        keeper.post("/clients/actions/bulk", request).await.refuses(422, "BULK_NOTHING_SELECTED");
    }

    async fn a_dry_run_changes_nothing(app: TestApp) {
        let (keeper, _, ids) = three(&app).await;
        let manager = app.signed_in(tests::company::SALES_MANAGER).await;
        for id in &ids {
            let to = json!({"owner_id": manager.id, "reason": "提升密级前移交"});
            let _ = keeper.act_now(&format!("/clients/{id}"), "hand-over", to).await.expect(200);
        }
        let input = json!({"level": "CONFIDENTIAL", "reason": "重要往来"});
        let request = json!({"action": "CLASSIFY", "ids": ids, "input": input, "dry_run": true});
        let (job, rows) = acted(&keeper, request).await;
        assert_eq!(job["result"]["good"], 3);
        assert_eq!(rows.len(), 3);
        for id in ids {
            let file = keeper.get(&format!("/clients/{id}")).await.expect(200);
            assert_eq!((&file["level"], &file["version"]), (&json!("SECRET"), &json!(2)));
        }
    }

    /// A bulk action lends nobody a right.
    async fn whoever_may_not_do_it_to_one_may_not_do_it_to_many(app: TestApp) {
        let (_, owner, ids) = three(&app).await;
        let keeper = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let input = json!({"owner_id": keeper.id, "reason": "片区调整"});
        let request = json!({"action": "HAND_OVER", "ids": ids, "input": input});
        let (job, rows) = acted(&keeper, request.clone()).await;
        assert_eq!(job["result"]["refused"], 3);
        assert_eq!(rows[0]["errors"][0]["code"], "PERMISSION_MISSING");
        assert_eq!(rows[0]["errors"][0]["params"]["permission"], "client.hand-over");
        owner.post("/clients/actions/bulk", request).await.refuses(403, "PERMISSION_MISSING");
    }

    async fn the_request_is_checked_before_anything_begins(app: TestApp) {
        let (keeper, owner, ids) = three(&app).await;
        let refused = |request: Value| {
            let keeper = keeper.clone();
            async move { keeper.post("/clients/actions/bulk", request).await }
        };
        let input = json!({"result": "CONFIRMED"});
        refused(json!({"action": "VERIFY", "filter": "teir=KEY", "input": input})).await
            .refuses(400, "UNKNOWN_PARAMETER");
        refused(json!({"action": "VERIFY", "input": input})).await.points_at("/ids", "REQUIRED");
        refused(json!({"action": "VERIFY", "ids": ids, "input": {"result": "FINE"}})).await
            .points_at("/input/result", "NOT_IN_CHOICE");
        refused(json!({"action": "DELETE", "ids": ids, "input": {}})).await
            .points_at("/action", "NOT_IN_CHOICE");
        let jobs = app.signed_in(SALESPERSON).await.get("/jobs").await.expect(200);
        assert_eq!(jobs["items"], json!([]), "{}", owner.id);
    }
}
