use super::{begun, institution, supervisor_and_owner, with};
use serde_json::json;
use tests::company::{INFORMATION_ADMINISTRATOR, OTHER_SALESPERSON};
use tests::on_both;

const FIND: &str = "/clients/actions/find-duplicates";
/// A valid code.
fn code() -> String {
    kernel::text::credit_code::with_check_digit("91510100MA61X4K2").unwrap()
}

on_both! {
    /// A-CLI-14.
    async fn another_spelling_of_the_same_client_is_noticed(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let more = json!({"telephone": "028-85123456", "credit_code": code()});
        let path = begun(&keeper, with(institution("成都锦川机电设备有限公司", &owner), &more)).await;
        let id = path.rsplit('/').next().unwrap();
        for (typed, matched) in [
            (json!({"name": "錦川機電設備(成都)有限責任公司"}), json!(["NAME"])),
            (json!({"telephone": "(028) 8512 3456"}), json!(["TELEPHONE"])),
            (json!({"credit_code": code().to_lowercase()}), json!(["CREDIT_CODE"])),
            (json!({"name": "锦川机电设备", "telephone": "02885123456"}), json!(["TELEPHONE", "NAME"])),
        ] {
            let found = keeper.post(FIND, typed.clone()).await.expect(200);
            assert_eq!(found["items"][0]["matched_on"], matched, "{typed}");
            assert_eq!(found["items"][0]["client"]["id"], id);
        }
        for typed in [json!({}), json!({"name": "远大物流"}), json!({"name": "锦川机电设备", "exclude_id": id})] {
            assert_eq!(keeper.post(FIND, typed).await.expect(200)["items"], json!([]));
        }
    }

    async fn a_second_file_needs_a_reason_and_a_second_credit_code_is_refused(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let first = with(institution("成都锦川机电设备有限公司", &owner), &json!({"credit_code": code()}));
        begun(&keeper, first).await;
        let branch = institution("成都锦川机电设备有限责任公司", &owner);
        let suspected = keeper.post("/clients", branch.clone()).await;
        let problem = suspected.refuses_by(409, "CLIENT_DUPLICATE_SUSPECTED", "A-CLI-14");
        assert_eq!(problem["params"]["count"], "1");
        let half = with(branch.clone(), &json!({"confirm_duplicates": true, "duplicate_reason": " "}));
        keeper.post("/clients", half).await.refuses(409, "CLIENT_DUPLICATE_SUSPECTED");
        let settled = json!({"confirm_duplicates": true, "duplicate_reason": "独立核算的分公司"});
        let _ = keeper.post("/clients", with(branch.clone(), &settled)).await.expect(201);
        let coded = with(with(branch, &settled), &json!({"credit_code": code()}));
        keeper.post("/clients", coded).await.refuses_by(409, "CLIENT_DUPLICATE", "A-CLI-14");
        let next = keeper.post("/clients", institution("四川远大物流有限公司", &owner)).await.expect(201);
        assert_eq!(next["number"], "KH-20261123-0003", "refused files used up no number");
        let path = format!("/clients/{}", next["id"].as_str().unwrap());
        let taken = keeper.patch_now(&path, json!({"credit_code": code()})).await;
        taken.refuses_by(409, "CLIENT_DUPLICATE", "A-CLI-14");
    }

    async fn a_file_out_of_reach_has_no_name_and_one_above_clearance_is_not_there(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let path = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
        let typed = json!({"name": "成都锦川机电设备有限公司"});
        let other = app.signed_in(OTHER_SALESPERSON).await;
        let hidden = other.post(FIND, typed.clone()).await.expect(200);
        assert_eq!(hidden["items"], json!([{"client": null, "matched_on": ["NAME"], "visible": false}]));
        let manager = app.signed_in(tests::company::SERVICE_MANAGER).await;
        tests::company::classify_for(&keeper, &path, &manager, "TOP_SECRET").await;
        let administrator = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        for caller in [&other, &administrator] {
            assert_eq!(caller.post(FIND, typed.clone()).await.expect(200)["items"], json!([]));
        }
        let _ = administrator.post("/clients", institution("成都锦川机电设备有限公司", &owner)).await.expect(201);
    }

    /// A-CLI-14: a file that is changed into the likeness of another one is looked at as well.
    async fn a_change_to_another_clients_name_or_number_needs_a_reason(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let first = institution("成都锦川机电设备有限公司", &owner);
        let telephone = first["telephone"].clone();
        let known = begun(&keeper, first).await;
        let path = begun(&keeper, institution("四川远大物流有限公司", &owner)).await;
        for change in [json!({"name": "锦川机电设备（成都）公司"}), json!({"telephone": telephone})] {
            let refused = keeper.patch_now(&path, change.clone()).await;
            refused.refuses_by(409, "CLIENT_DUPLICATE_SUSPECTED", "A-CLI-14");
            let alone = format!("{path}?confirm_duplicates=true");
            keeper.patch(&alone, "\"1\"", change).await.refuses(409, "CLIENT_DUPLICATE_SUSPECTED");
        }
        let settled = format!("{path}?confirm_duplicates=true&duplicate_reason=同一集团的物流公司");
        let changed = keeper.patch(&settled, "\"1\"", json!({"telephone": telephone})).await.expect(200);
        assert_eq!(changed["telephone"], telephone);
        let told = keeper.get(&format!("{path}/timeline")).await.text;
        assert!(told.contains("同一集团的物流公司"), "{told}");
        // What it shares already is not asked about again, and one's own file is not another one.
        let _ = keeper.patch_now(&path, json!({"industry": "物流"})).await.expect(200);
        let _ = keeper.patch_now(&known, json!({"name": "成都锦川机电设备公司"})).await.expect(200);
    }
}
