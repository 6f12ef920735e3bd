//! What the rules of kind *record* say that an archive holds is held: written, read back, found again.
use super::{allowed, begun, each, institution, supervisor_and_owner, with};
use serde_json::{Value, json};
use tests::company::*;
use tests::on_both;

/// Everything that is asked of a client in writing, each in words of its own.
fn sections() -> Value {
    json!({
        "trading": {
            "activity": "每月下单两次", "problems": "旺季交期紧", "advantages": "账期短",
            "countermeasures": "提前锁价", "reputation": "行业口碑良好",
            "credit_status": "银行授信 800 万元,无逾期", "terms": "月结 30 天,承兑汇票不超过三成",
            "past_credit_problems": "2024 年 3 月迟付 45 天,已结清",
        },
        "demand": {
            "investment_scale": "二期厂房 6000 万元", "plan_medium": "2027 年新增两条产线",
            "plan_long": "2030 年前建成西南备件中心", "preferences": "偏好国产数控刀具",
        },
    })
}

on_both! {
    /// A-CLI-07, A-CLI-22, A-CLI-24, A-CLI-26: credit, trading terms, plans and demands.
    async fn credit_plans_and_demands_are_written_and_kept_up(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let body = institution("成都锦川机电设备有限公司", &owner);
        let path = begun(&keeper, with(body, &sections())).await;
        let file = keeper.get(&path).await.expect(200);
        for section in ["trading", "demand"] {
            assert_eq!(file[section], sections()[section], "{file}");
        }
        let grown = json!({"demand": {"plan_medium": "2027 年新增三条产线"}});
        let file = keeper.patch_now(&path, grown).await.expect(200);
        assert_eq!(file["demand"]["plan_medium"], "2027 年新增三条产线");
        assert_eq!(file["demand"]["plan_long"], "2030 年前建成西南备件中心", "the rest stays");
        // What it said before is in its history.
        let told = keeper.get(&format!("{path}/timeline")).await.expect(200);
        assert!(told.to_string().contains("demand.plan_medium"), "{told}");
    }

    /// A-CLI-06: who decides on a purchase, and what is known of them.
    async fn the_key_persons_of_a_purchase_stand_on_the_file(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let path = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
        for (name, key, influence) in [("何静怡", true, "DECIDER"), ("罗志强", false, "USER")] {
            let person = json!({
                "name": name, "position": "采购部经理", "is_key_person": key, "influence": influence,
                "native_place": "四川绵阳", "hobbies": "羽毛球",
            });
            let _ = keeper.post(&format!("{path}/contacts"), person).await.expect(201);
        }
        let key = keeper.get(&format!("{path}/contacts?key_person=true")).await.expect(200);
        assert_eq!(each(&key, "name"), ["何静怡"]);
        assert_eq!((&key["items"][0]["influence"], &key["items"][0]["hobbies"]), (&json!("DECIDER"), &json!("羽毛球")));
    }

    /// A-CLI-09: what Sales hands in is keyed in by the information administrator, and can be found
    /// by those concerned from then on.
    async fn what_was_handed_in_is_found_once_it_is_keyed_in(app: TestApp) {
        let owner = app.signed_in(SALESPERSON).await;
        let administrator = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let proposed = institution("四川巴蜀精工机械有限公司", &owner);
        let body = json!({"payload": proposed});
        let made = owner.post("/client-submissions", body).await.expect(201);
        let found = |page: Value| each(&page, "name").len();
        assert_eq!(found(owner.get("/clients?q=巴蜀精工").await.expect(200)), 0, "not yet in the archive");
        let at = format!("/client-submissions/{}", made["id"].as_str().unwrap());
        let _ = administrator.act_now(&at, "accept", json!({})).await.expect(200);
        for caller in [&owner, &administrator] {
            for typed in ["巴蜀精工", "bsjg", "bashu"] {
                assert_eq!(found(caller.get(&format!("/clients?q={typed}")).await.expect(200)), 1, "{typed}");
            }
        }
    }

    /// A-CLI-19: stored by class, and shared by it.
    async fn the_archive_is_read_by_class(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        for (name, industry, region, tag) in [
            ("成都锦川机电设备有限公司", "机械制造", "四川省成都市", "月结"),
            ("绵阳川北食品有限公司", "食品", "四川省绵阳市", "月结"),
            ("德阳重工装备有限公司", "机械制造", "四川省德阳市", "现款"),
        ] {
            let class = json!({"industry": industry, "region": region, "tags": [tag]});
            let _ = begun(&keeper, with(institution(name, &owner), &class)).await;
        }
        for (filter, found) in [
            ("industry=机械制造", vec!["德阳重工装备有限公司", "成都锦川机电设备有限公司"]),
            ("q=月结", vec!["成都锦川机电设备有限公司", "绵阳川北食品有限公司"]),
            ("industry=机械制造&q=现款", vec!["德阳重工装备有限公司"]),
        ] {
            // Whoever may see a file finds it by its class, not only who keeps it.
            for caller in [&keeper, &owner] {
                let page = caller.get(&format!("/clients?{filter}&sort=name")).await.expect(200);
                let mut names = each(&page, "name");
                names.sort_unstable();
                let mut wanted = found.clone();
                wanted.sort_unstable();
                assert_eq!(names, wanted, "{filter}");
            }
        }
    }

    /// A-SEC-02: exactly three levels, each above the one before.
    async fn there_are_three_levels_in_rising_order(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let path = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
        let to = |level: &str| json!({"level": level, "reason": "依业务关系定级"});
        assert_eq!(keeper.get(&path).await.expect(200)["level"], "SECRET");
        for unknown in ["INTERNAL", "PUBLIC", "NONE"] {
            keeper.act_now(&path, "classify", to(unknown)).await.points_at("/level", "NOT_IN_CHOICE");
            let filtered = keeper.get(&format!("/clients?level={unknown}")).await;
            filtered.refuses(400, "INVALID_PARAMETER");
        }
        // The administrator is cleared for 机密, the second of them; the supervisor for all.
        let administrator = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        classify_for(&keeper, &path, &app.signed_in(SERVICE_MANAGER).await, "CONFIDENTIAL").await;
        let _ = administrator.get(&path).await.expect(200);
        let _ = keeper.act_now(&path, "classify", to("TOP_SECRET")).await.expect(200);
        administrator.get(&path).await.refuses(404, "NOT_FOUND");
        assert_eq!(each(&keeper.get("/clients?level=TOP_SECRET").await.expect(200), "level"), ["TOP_SECRET"]);
    }

    /// B-CRM-03: a file that was not kept up to date is verified before a tier is built on it.
    async fn a_tier_waits_for_an_overdue_verification(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let path = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
        let tier = json!({"tier": "GENERAL", "purchase_scale": "年采购约 120 万元", "cooperation_frequency": "每月两次", "potential_value": "二期投产后翻番", "reason": "业务增长"});
        // Due by the end of March; the last moment of that day in Shanghai, and the next.
        let last = "2027-03-31T15:59:59Z".parse().unwrap();
        app.clock.set(last);
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        assert_eq!(allowed(&keeper.get(&path).await.expect(200), "change-tier"), (true, ""));
        app.clock.advance(chrono::Duration::seconds(1));
        let file = keeper.get(&path).await.expect(200);
        assert_eq!(allowed(&file, "change-tier"), (false, "CLIENT_VERIFICATION_OVERDUE"));
        let refused = keeper.act_now(&path, "change-tier", tier.clone()).await;
        let problem = refused.refuses_by(409, "CLIENT_VERIFICATION_OVERDUE", "B-CRM-03");
        assert_eq!((&problem["params"]["due_on"], &problem["escalation"]), (&json!("2027-03-31"), &json!("client.verify")));
        let doubtful = json!({"result": "DISCREPANCY", "note": "电话已停机"});
        let _ = keeper.act_now(&path, "verify", doubtful).await.expect(200);
        keeper.act_now(&path, "change-tier", tier.clone()).await.refuses(409, "CLIENT_VERIFICATION_OVERDUE");
        let settled = json!({"result": "ADJUSTED", "note": "换了电话"});
        let _ = keeper.act_now(&path, "verify", settled).await.expect(200);
        let file = keeper.act_now(&path, "change-tier", tier).await.expect(200);
        assert_eq!(file["tier"], "GENERAL");
    }

    /// B-CRM-10: what is learnt at each contact: the purchase and the preference, sorted and filed.
    async fn each_contact_leaves_its_purchase_and_preference_on_the_file(app: TestApp) {
        let specialist = app.signed_in(GROUP_BUY_SPECIALIST).await;
        let body = institution("成都味聚餐饮管理有限公司", &specialist);
        let path = begun(&specialist, with(body, &json!({"group_buy": true}))).await;
        let talk = json!({"occurred_at": "2026-11-20T02:30:00Z", "channel": "VISIT", "summary": "到店选购", "needs": "偏好低糖礼盒"});
        let _ = specialist.post(&format!("{path}/interactions"), talk).await.expect(201);
        let bought = json!({"product": "中秋月饼礼盒", "occurred_on": "2026-11-20", "amount": {"amount": "12800.50", "currency": "CNY"}});
        let _ = specialist.post(&format!("{path}/purchases"), bought).await.expect(201);
        let liked = json!({"demand": {"preferences": "低糖、素馅"}});
        assert_eq!(specialist.patch_now(&path, liked).await.expect(200)["demand"]["preferences"], "低糖、素馅");
        let talks = specialist.get(&format!("{path}/interactions")).await.expect(200);
        assert_eq!(each(&talks, "needs"), ["偏好低糖礼盒"]);
        let purchases = specialist.get(&format!("{path}/purchases")).await.expect(200);
        assert_eq!(each(&purchases, "product"), ["中秋月饼礼盒"]);
    }
}
