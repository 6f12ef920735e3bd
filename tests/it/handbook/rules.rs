use super::{CASHIER, each};
use tests::on_both;

on_both! {
    async fn the_handbook_is_read_page_by_page_in_its_own_order(app: TestApp) {
        let cashier = app.signed_in(CASHIER).await;
        let first = cashier.get("/rules?system=A-CLI&limit=20&include_total=true").await;
        let body = first.expect(200);
        assert_eq!((each(&body, "id")[0], body["page"]["total"].as_u64()), ("A-CLI-01", Some(30)));
        assert!(first.header("link").contains("rel=\"next\""), "{:?}", first.headers);
        let cursor = body["page"]["next_cursor"].as_str().unwrap();
        let second = cashier.get(&format!("/rules?system=A-CLI&limit=20&cursor={cursor}")).await;
        let second = second.expect(200);
        assert_eq!((each(&second, "id")[0], each(&second, "id").len()), ("A-CLI-21", 10));
        assert_eq!(second["page"]["has_more"], false);
        let other = cashier.get(&format!("/rules?system=A-SEC&limit=20&cursor={cursor}")).await;
        other.refuses(400, "CURSOR_MISMATCH");
    }

    async fn rules_are_found_by_words_in_either_script_pinyin_and_id(app: TestApp) {
        let cashier = app.signed_in(CASHIER).await;
        for typed in ["统一保管", "統一保管", "khdatybg", "A-CLI-01", "acli01"] {
            let found = cashier.get(&format!("/rules?q={typed}&module=clients")).await.expect(200);
            assert!(each(&found, "id").contains(&"A-CLI-01"), "{typed}: {found}");
        }
        let none = cashier.get("/rules?q=%E3%80%82").await.expect(200);
        assert!(each(&none, "id").is_empty(), "punctuation finds nothing");
    }

    async fn filters_narrow_the_list(app: TestApp) {
        let cashier = app.signed_in(CASHIER).await;
        let found = cashier
            .get("/rules?kind=REMIND&kind=MEASURE&document=001&module=credit&limit=200")
            .await
            .expect(200);
        let items = found["items"].as_array().unwrap();
        assert!(!items.is_empty());
        for rule in items {
            let kinds = rule["kinds"].as_array().unwrap();
            assert!(kinds.iter().any(|kind| kind == "REMIND" || kind == "MEASURE"), "{rule}");
            assert_eq!((&rule["document"], &rule["module"]), (&"001".into(), &"credit".into()));
        }
        cashier.get("/rules?kind=FORBID").await.refuses(400, "INVALID_PARAMETER");
        cashier.get("/rules?stage=1").await.refuses(400, "UNKNOWN_PARAMETER");
    }

    async fn live_and_planned_rules_together_are_all_of_them(app: TestApp) {
        let cashier = app.signed_in(CASHIER).await;
        let outline = cashier.get("/handbook").await.expect(200);
        assert_eq!(outline["count"]["rules"], 1064);
        for (state, expected) in [
            ("LIVE", outline["count"]["live"].as_u64().unwrap()),
            ("PLANNED", 1064 - outline["count"]["live"].as_u64().unwrap()),
        ] {
            let page =
                cashier.get(&format!("/rules?state={state}&limit=1&include_total=true")).await;
            assert_eq!(page.expect(200)["page"]["total"].as_u64(), Some(expected), "{state}");
        }
    }

    async fn one_rule_is_read_in_the_callers_language_with_its_parameters(app: TestApp) {
        let cashier = app.signed_in(CASHIER).await;
        let rule = cashier.get("/rules/A-CLI-10").await.expect(200);
        let parameters = rule["parameters"].as_array().unwrap();
        assert!(parameters.iter().any(|it| it == "clients.verification_months"), "{parameters:?}");
        let titles = [
            ("zh-CN", "客户档案统一保管"),
            ("zh-TW", "客戶檔案統一保管"),
            ("en", "Unified custody of client archives"),
        ];
        for (language, title) in titles {
            let rule = cashier.reading(language).get("/rules/A-CLI-01").await.expect(200);
            assert_eq!(rule["title"], title);
        }
        cashier.get("/rules/NO-SUCH-RULE").await.refuses(404, "NOT_FOUND");
    }

    async fn nobody_reads_the_handbook_without_signing_in(app: TestApp) {
        for path in
            ["/handbook", "/rules", "/rules/A-CLI-01", "/parameters", "/calendar/week-pattern"]
        {
            app.anonymous().get(path).await.refuses(401, "NOT_AUTHENTICATED");
        }
    }

    async fn the_list_of_rules_costs_no_statement(app: TestApp) {
        let cashier = app.signed_in(CASHIER).await;
        let _ = cashier.get("/rules").await.expect(200);
        let _ = app.statements.take();
        let _ = cashier.get("/rules?limit=200").await.expect(200);
        let seen = app.statements.texts();
        assert!(!seen.iter().any(|sql| sql.contains("parameter_value")), "{seen:?}");
    }
}
