//! A-CLI-04: owners are told what to do about files, and say when it is done.
use super::oversight::of;
use super::{begun, institution, supervisor_and_owner, with};
use serde_json::{Value, json};
use tests::company::{AUDITOR, OTHER_SALESPERSON, SERVICE_MANAGER};
use tests::on_both;

on_both! {
    async fn an_instruction_is_a_task_that_its_addressee_confirms(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution("成都锦程精密机械有限公司", &owner)).await;
        let id = file.rsplit('/').next().unwrap();
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let body = json!({"given_to": owner.id, "client_id": id, "due_on": "2026-11-30",
            "instruction": "本周内补齐关键人物与资质信息"});
        let given = manager.post("/client-instructions", body).await.expect(201);
        let path = format!("/client-instructions/{}", given["id"].as_str().unwrap());
        assert_eq!(given["client"]["name"], "成都锦程精密机械有限公司");
        let told = owner.get("/notifications?unread=true").await.expect(200);
        assert_eq!(told["items"][0]["kind"], "client-instruction.given", "{told}");
        let oversight = manager.get("/client-oversight").await.expect(200);
        assert_eq!(of(&oversight, &owner)["instructions_open"], 1);
        assert_eq!(of(&oversight, &owner)["instructions_late"], 0);

        let done = json!({"note": "关键人物已补齐,资质复印件已归档"});
        let refused = manager.act_now(&path, "confirm", done.clone()).await;
        refused.refuses_by(409, "INSTRUCTION_OF_ANOTHER", "A-CLI-04");
        let confirmed = owner.act_now(&path, "confirm", done.clone()).await.expect(200);
        assert_eq!(confirmed["state"], "CONFIRMED");
        owner.act_now(&path, "confirm", done).await.refuses(409, "INSTRUCTION_SETTLED");
        let told = manager.get("/notifications?unread=true").await.expect(200);
        assert_eq!(told["items"][0]["kind"], "client-instruction.confirmed", "{told}");
        let late = manager.get("/client-instructions?state=OPEN").await.expect(200);
        assert_eq!(late["items"], json!([]));
    }

    async fn a_file_that_becomes_secret_takes_its_instructions_with_it(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution("成都锦程精密机械有限公司", &owner)).await;
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let body = json!({"given_to": owner.id, "client_id": file.rsplit('/').next().unwrap(),
            "instruction": "请补齐资质"});
        let given = manager.post("/client-instructions", body).await.expect(201);
        let path = format!("/client-instructions/{}", given["id"].as_str().unwrap());
        let _ = owner.get(&path).await.expect(200);
        tests::company::classify_for(&keeper, &file, &manager, "TOP_SECRET").await;
        owner.get(&path).await.refuses(404, "NOT_FOUND");
        assert_eq!(owner.get("/client-instructions").await.expect(200)["items"], json!([]));
        let confirm = format!("{path}/actions/confirm");
        owner.act(&confirm, "\"1\"", json!({"note": "已补齐"})).await.refuses(404, "NOT_FOUND");
        let _ = manager.get(&path).await.expect(200);
    }

    async fn what_is_past_its_day_is_counted_as_late(app: TestApp) {
        let (_, owner) = supervisor_and_owner(&app).await;
        let manager = app.signed_in(SERVICE_MANAGER).await;
        for day in [json!("2026-11-24"), json!("2026-12-31"), Value::Null] {
            let body = json!({"given_to": owner.id, "filter": "compliant=false",
                "instruction": "请补齐", "due_on": day});
            let _ = manager.post("/client-instructions", body).await.expect(201);
        }
        app.clock.advance(chrono::Duration::days(2));
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let oversight = manager.get("/client-oversight").await.expect(200);
        for custody in [of(&oversight, &owner), &oversight["total"]] {
            assert_eq!((&custody["instructions_open"], &custody["instructions_late"]), (&json!(3), &json!(1)));
        }
    }

    async fn the_trail_says_of_a_settled_instruction_what_changed(app: TestApp) {
        let (_, owner) = supervisor_and_owner(&app).await;
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let body = json!({"given_to": owner.id, "filter": "compliant=false", "instruction": "请补齐"});
        let given = manager.post("/client-instructions", body).await.expect(201);
        let path = format!("/client-instructions/{}", given["id"].as_str().unwrap());
        let _ = owner.act_now(&path, "confirm", json!({"note": "已补齐"})).await.expect(200);
        app.seal().await;
        let auditor = app.signed_in(AUDITOR).await;
        let path = "/audit-entries?action=client-instruction.confirmed";
        let trail = auditor.get(path).await.expect(200);
        let changed = trail["items"][0]["changes"].as_object().unwrap();
        assert_eq!(changed.keys().collect::<Vec<_>>(), ["settlement"], "{trail}");
    }

    async fn an_instruction_about_a_group_opens_its_list_and_can_be_taken_back(app: TestApp) {
        let (_, owner) = supervisor_and_owner(&app).await;
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let instruct = |filter: &str| json!({"given_to": owner.id, "filter": filter,
            "instruction": "请补齐所负责的不合规档案"});
        let path = "/client-instructions";
        manager.post(path, instruct("teir=KEY")).await.points_at("/filter", "FORMAT");
        manager.post(path, instruct("")).await.points_at("/filter", "REQUIRED");
        let past = with(instruct("compliant=false"), &json!({"due_on": "2026-11-22"}));
        manager.post(path, past).await.points_at("/due_on", "RANGE");
        let given = manager.post(path, instruct("compliant=false")).await.expect(201);
        assert_eq!(given["filter"], "compliant=false");
        let path = format!("{path}/{}", given["id"].as_str().unwrap());
        let reason = json!({"note": "改由信息管理员统一补录"});
        owner.act_now(&path, "withdraw", reason.clone()).await.refuses(403, "PERMISSION_MISSING");
        let back = manager.act_now(&path, "withdraw", reason).await.expect(200);
        assert_eq!(back["state"], "WITHDRAWN");
    }

    async fn nobody_is_told_to_see_to_what_they_may_not_see(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution("成都锦程精密机械有限公司", &owner)).await;
        let id = file.rsplit('/').next().unwrap();
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let other = app.signed_in(OTHER_SALESPERSON).await;
        let body = json!({"given_to": other.id, "client_id": id, "instruction": "请补齐"});
        let refused = manager.post("/client-instructions", body).await;
        refused.points_at("/given_to", "INSTRUCTION_ADDRESSEE");
        let body = json!({"given_to": owner.id, "client_id": id, "instruction": "请补齐"});
        let given = manager.post("/client-instructions", body.clone()).await.expect(201);
        owner.post("/client-instructions", body).await.refuses(403, "PERMISSION_MISSING");
        let path = format!("/client-instructions/{}", given["id"].as_str().unwrap());
        other.get(&path).await.refuses(404, "NOT_FOUND");
    }
}
