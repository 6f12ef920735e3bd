//! The search as the service wires it: clients, people and rules together, each within reach.
use serde_json::Value;
use tests::{Caller, company, on_both};

async fn found(caller: &Caller, q: &str) -> Vec<(String, String)> {
    let answer = caller.get(&format!("/search?q={q}")).await.expect(200);
    let word = |hit: &Value, name: &str| hit[name].as_str().unwrap().to_owned();
    let items = answer["items"].as_array().unwrap();
    items.iter().map(|hit| (word(hit, "type"), word(hit, "title"))).collect()
}

fn pair(kind: &str, title: &str) -> (String, String) {
    (kind.to_owned(), title.to_owned())
}

/// 出纳: reads nobody but herself.
const CASHIER: &str = "maoyuting";

on_both! {
    async fn people_are_found_by_name_login_pinyin_and_number(app: TestApp) {
        let caller = app.signed_in(company::SALESPERSON).await;
        for q in ["周敏", "周", "zhoumin", "zm", "ZHOUMIN", "周 敏"] {
            assert!(found(&caller, q).await.contains(&pair("person", "周敏")), "{q}");
        }
        let answer = caller.get("/search?q=zhoumin").await.expect(200);
        let hit = answer["items"].as_array().unwrap().iter().find(|h| h["type"] == "person").unwrap();
        assert!(hit["subtitle"].as_str().unwrap().contains("客户服务部"), "{hit}");
        let _ = caller.get(&format!("/people/{}", hit["id"].as_str().unwrap())).await.expect(200);
    }

    async fn nobody_finds_a_person_whom_they_may_not_read(app: TestApp) {
        let cashier = app.signed_in(CASHIER).await;
        for q in ["周敏", "zhoumin", "程涛", "chengtao"] {
            let people: Vec<_> = found(&cashier, q).await.into_iter().filter(|(kind, _)| kind == "person").collect();
            assert!(people.is_empty(), "{q}: {people:?}");
        }
        assert!(found(&cashier, "毛雨婷").await.contains(&pair("person", "毛雨婷")));
        let nobody = app.newcomer("qianxinlai").await;
        assert!(found(&nobody, "钱新来").await.is_empty(), "without person.read nobody is found");
    }

    async fn rules_are_found_by_number_and_words_and_do_not_crowd_out_clients(app: TestApp) {
        let _ = company::a_secret_client_of_sales_one(&app).await;
        let keeper = app.signed_in(company::INFORMATION_SUPERVISOR).await;
        let first = keeper.get("/search?q=a-cli-16").await.expect(200);
        assert_eq!((&first["items"][0]["type"], &first["items"][0]["id"]), (&"rule".into(), &"A-CLI-16".into()));
        let hits = found(&keeper, "客户档案").await;
        assert!(hits.iter().any(|(kind, _)| kind == "rule"), "{hits:?}");
        let client = pair("client", "成都锦程精密机械有限公司");
        assert!(found(&keeper, "锦程精密").await.contains(&client));
        let outsider = app.signed_in(company::OTHER_SALESPERSON).await;
        assert!(!found(&outsider, "锦程精密").await.contains(&client));
        let english = keeper.reading("en").get("/search?q=A-CLI-16").await.expect(200);
        assert!(english["items"][0]["title"].as_str().unwrap().is_ascii());
    }
}
