use super::desk::{Desk, ENGINES};
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use records::Wiring;
use records::search::Hit;
use records::wiring::{SearchSource, async_trait};
use serde_json::{Value, json};
use std::sync::Arc;
use tests::company::{AUDITOR, SALESPERSON};

/// An area that finds whatever it is asked for, so many times.
struct Area {
    kind: &'static str,
    permission: Option<&'static str>,
    many: usize,
}

#[async_trait]
impl SearchSource for Area {
    fn kind(&self) -> &'static str {
        self.kind
    }
    fn permission(&self) -> Option<&'static str> {
        self.permission
    }
    async fn search(&self, _: &App, actor: &Actor, q: &str, limit: u64) -> ApiResult<Vec<Hit>> {
        let most = usize::try_from(limit).unwrap().min(self.many);
        let hit = |n: usize| Hit {
            r#type: self.kind,
            id: format!("{}-{n}", self.kind),
            number: None,
            title: format!("{q}{n}"),
            subtitle: Some(actor.name.clone()),
        };
        Ok((0..most).map(hit).collect())
    }
}

fn areas() -> Wiring {
    let area = |kind, permission, many| -> Arc<dyn SearchSource> {
        Arc::new(Area { kind, permission, many })
    };
    Wiring {
        search: vec![
            area("client", Some("client.read"), 60),
            area("role", Some("role.read"), 2),
            area("rule", None, 1),
        ],
        ..Wiring::default()
    }
}

fn ids(answer: &Value) -> Vec<&str> {
    answer["items"].as_array().unwrap().iter().map(|hit| hit["id"].as_str().unwrap()).collect()
}

#[actix_web::test]
async fn every_area_is_asked_that_the_caller_may_read_and_none_crowds_out_the_others() {
    for engine in ENGINES {
        let desk = Desk::open(engine, areas()).await;
        let auditor = desk.seat(AUDITOR).await;
        let found = auditor.get("/search?q=恒达&limit=5").await.expect(200);
        assert_eq!(ids(&found), ["client-0", "role-0", "rule-0", "client-1", "role-1"]);
        assert_eq!(found["items"][0]["type"], "client");
        let seller = desk.seat(SALESPERSON).await;
        let found = seller.get("/search?q=恒达&limit=5").await.expect(200);
        assert_eq!(ids(&found), ["client-0", "rule-0", "client-1", "client-2", "client-3"]);
    }
}

#[actix_web::test]
async fn nothing_is_found_by_nothing_and_bounds_hold() {
    for engine in ENGINES {
        let desk = Desk::open(engine, areas()).await;
        let me = desk.seat(AUDITOR).await;
        assert_eq!(me.get("/search?q=%20").await.expect(200)["items"], json!([]));
        assert_eq!(ids(&me.get("/search?q=a&limit=50").await.expect(200)).len(), 50);
        assert_eq!(ids(&me.get("/search?q=a").await.expect(200)).len(), 20);
        for query in ["q=a&limit=51", "q=a&limit=0", "q=%00", "limit=5"] {
            me.get(&format!("/search?{query}")).await.refuses(400, "INVALID_PARAMETER");
        }
    }
}
