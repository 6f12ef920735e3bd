//! Webhooks, with an integrator's receiver on the other side and the clock in the test's hand.
mod addresses;
mod managing;
mod receiver;
mod retries;
mod secrets;
mod several;
mod told;

use super::desk::{ENGINES, commit};
use kernel::access::OnBehalf;
use kernel::access::Place;
use kernel::audit::{Record, Resource};
use kernel::ids::PersonId;
use receiver::Receiver;
use records::webhooks::{self, Post, Sent};
use serde_json::{Value, json};
use std::sync::Arc;
use tests::company::{ADMINISTRATOR, SALESPERSON, SERVICE_MANAGER};
use tests::{Caller, Engine, TestApp};
use uuid::Uuid;

/// The service without its worker, and a receiver.
struct House {
    app: TestApp,
    receiver: Receiver,
    owners: Arc<dyn OnBehalf>,
    post: Post,
}

impl House {
    async fn open(engine: Engine) -> Self {
        let app = TestApp::start_with(engine, |config| {
            config.webhooks.allow_private_addresses = true;
            config.webhooks.timeout_seconds = 1;
        })
        .await;
        app.rest().await;
        let owners = app.service.areas.on_behalf();
        let post = Post::new(&app.app.config.webhooks).unwrap();
        Self { app, receiver: Receiver::open(), owners, post }
    }

    /// A webhook of somebody's that leads to the receiver; its address and its secret.
    async fn hook(&self, owner: &Caller, path: &str, types: &[&str]) -> (String, String) {
        self.hook_at(owner, &self.receiver.url(path), types).await
    }

    /// One that leads anywhere.
    async fn hook_at(&self, owner: &Caller, url: &str, types: &[&str]) -> (String, String) {
        let body = json!({"name": "ERP 对接", "url": url, "types": types});
        let made = owner.post("/webhooks", body).await.expect(201);
        let secret = made["secret"].as_str().unwrap().to_owned();
        (format!("/webhooks/{}", made["id"].as_str().unwrap()), secret)
    }

    async fn fan_out(&self) -> u64 {
        self.app.seal().await;
        webhooks::fan_out(&self.app.app, &*self.owners, "one").await.unwrap()
    }

    async fn send(&self) -> Sent {
        webhooks::send_due(&self.app.app, &*self.owners, &self.post).await.unwrap()
    }

    /// As the worker does it.
    async fn round(&self) -> Sent {
        let _ = self.fan_out().await;
        self.send().await
    }

    /// Something happens to a record, told to whoever reads clients there.
    async fn happens(&self, label: &str, resource: Uuid, place: Place) {
        let record = Record::new("test.told", Resource::new("client", resource, label));
        commit(&self.app.app, [record.at(place).tell("client.read").data("label", label)]).await;
    }

    /// Something that everybody who reads clients may see.
    async fn anything(&self, label: &str) {
        self.happens(label, Uuid::new_v4(), Place::default()).await;
    }

    async fn manager(&self) -> Caller {
        self.app.signed_in(SERVICE_MANAGER).await
    }

    async fn delete(&self, who: &Caller, hook: &str) {
        let etag = who.get(hook).await.etag();
        let _ = who.delete(hook, &etag).await.expect(204);
    }

    /// Deliveries of a webhook as its owner sees them, the oldest first.
    async fn deliveries(&self, owner: &Caller, hook: &str) -> Vec<Value> {
        let page = owner.get(&format!("{hook}/deliveries?limit=200")).await.expect(200);
        let mut items = page["items"].as_array().unwrap().clone();
        items.reverse();
        items
    }

    /// A salesperson who may have webhooks of their own.
    async fn seller(&self) -> Caller {
        let seller = self.app.signed_in(SALESPERSON).await;
        let admin = self.app.signed_in(ADMINISTRATOR).await;
        let body = json!({"code": "INTEGRATOR", "name": "接口负责人", "permissions": [
            {"permission": "webhook.manage", "scope": "OWN"}]});
        let role = admin.post("/roles", body).await.expect(201);
        let grant = json!({"person_id": seller.id, "role_id": role["id"], "reason": "系统对接"});
        let _ = admin.post("/role-grants", grant).await.expect(201);
        seller
    }
}

fn of(who: &Caller, level: i16) -> Place {
    Place { owner_id: Some(PersonId(who.id)), level, ..Place::default() }
}

/// Where a delivery is asked for once more.
fn redelivery(hook: &str, delivery: &Value) -> String {
    format!("{hook}/deliveries/{}/actions/redeliver", delivery["id"].as_str().unwrap())
}

fn each(items: &[Value], field: &str) -> Vec<Value> {
    items.iter().map(|item| item[field].clone()).collect()
}
