//! Writers side by side: each begins files and changes them.
use crate::ledger::{Ask, Heard, Ledger};
use futures_util::future::join_all;
use reqwest::Method;
use serde_json::json;
use std::sync::atomic::{AtomicBool, Ordering};
use tests::{Answer, Caller};

/// How the names of all files of these tests begin.
pub const NAMES: &str = "试炼";

/// One round of writing; its number makes names and keys that no other round has.
#[derive(Clone, Copy, Debug)]
pub struct Round {
    pub seed: u64,
    pub number: usize,
    pub writers: usize,
}

impl Round {
    /// The file that a writer begins as its n-th.
    pub fn begin(&self, writer: usize, n: usize) -> Ask {
        let serial = format!("{}{writer:02}{n:04}", self.number + 2);
        let name = format!("{NAMES}{serial}贸易有限公司");
        let body = json!({
            "name": name, "kind": "INSTITUTION", "industry": "机械设备",
            "region": "四川省成都市", "address": "武侯区银杏路168号",
            "telephone": format!("028-{serial:0<8}"),
        });
        let key = format!("{}-{serial}", self.seed);
        Ask { key, name, method: Method::POST, path: "/clients".to_owned(), etag: None, body }
    }

    fn change(ledger: &Ledger, begun: &Ask, employees: usize) -> Option<Ask> {
        let known = ledger.known(&begun.name)?;
        Some(Ask {
            key: format!("{}-{employees}", begun.key),
            name: begun.name.clone(),
            method: Method::PATCH,
            path: known.path,
            etag: Some(known.etag),
            body: json!({"employees": employees}),
        })
    }

    /// All of them, each until something goes wrong; what it was.
    pub async fn until_fault(&self, caller: &Caller, ledger: &Ledger) -> Vec<Heard> {
        self.until(caller, ledger, &AtomicBool::new(false)).await
    }

    /// The same, or until they are sent elsewhere; then the last that each of them heard.
    pub async fn until(
        &self,
        caller: &Caller,
        ledger: &Ledger,
        elsewhere: &AtomicBool,
    ) -> Vec<Heard> {
        join_all((0..self.writers).map(|writer| self.one(caller, ledger, writer, elsewhere))).await
    }

    /// One writer: a file, two changes to it, the next file.
    async fn one(
        &self,
        caller: &Caller,
        ledger: &Ledger,
        writer: usize,
        elsewhere: &AtomicBool,
    ) -> Heard {
        let mut n = 0;
        loop {
            let begun = self.begin(writer, n);
            let mut heard = ledger.ask(caller, begun.clone()).await;
            for employees in 1..=2 {
                if !matches!(heard, Heard::Done) {
                    return heard;
                }
                let change = Self::change(ledger, &begun, employees).expect("a known file");
                heard = ledger.ask(caller, change).await;
            }
            if !matches!(heard, Heard::Done) || elsewhere.load(Ordering::Relaxed) {
                return heard;
            }
            n += 1;
        }
    }
}

/// The answers among what was heard.
pub fn answers(heard: &[Heard]) -> Vec<&Answer> {
    heard
        .iter()
        .filter_map(|heard| match heard {
            Heard::Refused(answer) => Some(answer),
            Heard::Done | Heard::Nothing | Heard::Unreachable => None,
        })
        .collect()
}
