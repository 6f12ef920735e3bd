//! All cases on one engine at one scale.
use crate::database::{self, Engine};
use crate::load::{Load, Outcome, Requests, request};
use crate::report::{Bar, Figure};
use crate::service::{Service, Setting};
use crate::statements;
use crate::workload;
use anyhow::{Context, Result};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Sees the clients of one department (B-CRM-07), up to 机密.
const SELLER: &str = "dengjunfeng";
/// Sees all of the archive.
const SUPERVISOR: &str = "shenhuimin";
/// Keeps the archive (A-CLI-16).
const KEEPER: &str = "duxinyi";

const READERS: usize = 8;
const WRITERS: usize = 64;
/// Few enough that an answer's time is not spent in a queue.
const SEARCHERS: usize = 2;
const FILTERED: &str = "/api/v1/clients?state=EXISTING&tier=GENERAL&sort=-updated_at&limit=50";

pub struct Suite {
    pub engine: Engine,
    pub clients: u64,
    pub rounds: usize,
    pub time: Duration,
    pub setting: Setting,
    /// A database of the same schema that no service watches.
    pub beside: String,
    pub scratch: PathBuf,
    pub password: String,
}

/// The running service and who asks it.
struct Running {
    service: Service,
    seller: String,
    supervisor: String,
    keeper: String,
}

impl Suite {
    pub fn run(&self, plain: &Service) -> Result<Vec<Figure>> {
        let mut figures = vec![self.cold_start()?];
        let (service, _) = self.setting.serve()?;
        std::thread::sleep(Duration::from_secs(5));
        let resident = service.resident_kib()?;
        figures.push(self.figure(
            "idle memory",
            "KiB",
            Bar::AtMost(65_536),
            vec![(resident, None)],
        ));
        let token = |login: &str| service.sign_in(login, &self.password);
        let (seller, supervisor, keeper) = (token(SELLER)?, token(SUPERVISOR)?, token(KEEPER)?);
        let running = Running { service, seller, supervisor, keeper };
        figures.extend(self.reads(&running, plain).context("reading by id")?);
        figures.push(self.filtered(&running, plain).context("the filtered list")?);
        figures.extend(self.pages(&running).context("pages")?);
        figures.extend(self.searches(&running).context("search")?);
        figures.push(self.writes(&running).context("new files")?);
        let loaded = running.service.resident_kib()?;
        figures.push(self.figure("memory after load", "KiB", Bar::None, vec![(loaded, None)]));
        Ok(figures)
    }

    fn figure(
        &self,
        case: impl Into<String>,
        unit: &'static str,
        bar: Bar,
        rounds: Vec<(u64, Option<u64>)>,
    ) -> Figure {
        Figure::of((self.engine.name(), self.clients), case, unit, bar, rounds)
    }

    fn load(&self, address: SocketAddr, callers: usize, requests: Requests) -> Result<Outcome> {
        Load { address, callers, time: self.time, requests }.run()
    }

    /// Without its figures: caches filled, plans made.
    fn warm(&self, address: SocketAddr, callers: usize, requests: &Requests) -> Result<()> {
        let time = Duration::from_millis(500);
        Load { address, callers, time, requests: requests.clone() }.run().map(|_| ())
    }

    fn cold_start(&self) -> Result<Figure> {
        let mut rounds = vec![];
        for _ in 0..self.rounds.max(3) {
            let (service, micros) = self.setting.serve()?;
            drop(service);
            rounds.push((micros / 1000, None));
        }
        Ok(self.figure("cold start to the first answer", "ms", Bar::AtMost(300), rounds))
    }

    fn reads(&self, running: &Running, plain: &Service) -> Result<Vec<Figure>> {
        let (database, engine) = (&self.setting.database, self.engine);
        let ids = database::visible(database, engine, SELLER, self.clients)?;
        let requests = workload::by_id(&ids, &running.seller);
        let json = fixed("/json", None);
        self.warm(running.service.address, READERS, &requests)?;
        self.warm(plain.address, READERS, &json)?;
        let (mut to_json, mut to_select) = (vec![], vec![]);
        for _ in 0..self.rounds {
            let reference = self.load(plain.address, READERS, json.clone())?.rate();
            let measured = self.load(running.service.address, READERS, requests.clone())?.rate();
            to_json.push((measured, Some(reference)));
            if engine == Engine::Postgres {
                let select = self.pgbench(database, &statements::read(self.clients), READERS)?;
                to_select.push((measured, Some(select)));
            }
        }
        // Each engine has its own reference; the other one is shown without a bar.
        let sqlite = engine == Engine::Sqlite;
        let bar = if sqlite { Bar::AtLeastPermille(300) } else { Bar::None };
        let mut figures = vec![self.figure("read by id : plain JSON", "/s", bar, to_json)];
        if !sqlite {
            let bar = Bar::AtLeastPermille(450);
            figures.push(self.figure("read by id : pgbench select", "/s", bar, to_select));
        }
        Ok(figures)
    }

    fn pgbench(&self, url: &str, script: &str, callers: usize) -> Result<u64> {
        database::pgbench(url, &self.scratch, script, callers, self.time)
    }

    fn filtered(&self, running: &Running, plain: &Service) -> Result<Figure> {
        let requests = fixed(FILTERED, Some(&running.seller));
        self.warm(running.service.address, READERS, &requests)?;
        let script = match self.engine {
            Engine::Postgres => {
                Some(statements::list(&database::department(&self.setting.database, SELLER)?))
            }
            Engine::Sqlite => None,
        };
        let mut rounds = vec![];
        for _ in 0..self.rounds {
            let reference = match &script {
                Some(script) => self.pgbench(&self.setting.database, script, READERS)?,
                None => self.load(plain.address, READERS, fixed("/json", None))?.rate(),
            };
            let measured = self.load(running.service.address, READERS, requests.clone())?.rate();
            rounds.push((measured, Some(reference)));
        }
        let (case, bar) = match self.engine {
            Engine::Postgres => ("list of 50, two filters : pgbench", Bar::AtLeastPermille(400)),
            Engine::Sqlite => ("list of 50, two filters : plain JSON", Bar::None),
        };
        Ok(self.figure(case, "/s", bar, rounds))
    }

    /// The first page, and one deep in the list against it.
    fn pages(&self, running: &Running) -> Result<Vec<Figure>> {
        let address = running.service.address;
        let cursor = workload::deep_cursor(&running.service, &running.supervisor, self.clients)?;
        let first = fixed(workload::UNFILTERED, Some(&running.supervisor));
        let deep = format!("{}&cursor={cursor}", workload::UNFILTERED);
        let deep = fixed(&deep, Some(&running.supervisor));
        self.warm(address, SEARCHERS, &deep)?;
        let (mut first_rounds, mut deep_rounds) = (vec![], vec![]);
        for _ in 0..self.rounds {
            let reference = self.load(address, SEARCHERS, first.clone())?.percentile(99);
            let measured = self.load(address, SEARCHERS, deep.clone())?.percentile(99);
            first_rounds.push((reference, None));
            deep_rounds.push((measured, Some(reference)));
        }
        Ok(vec![
            self.figure("first page of 50, p99", "µs", Bar::None, first_rounds),
            self.figure(
                "deep page : first page, p99",
                "µs",
                Bar::AtMostPermille(1500),
                deep_rounds,
            ),
        ])
    }

    fn searches(&self, running: &Running) -> Result<Vec<Figure>> {
        let names = database::names(&self.setting.database, self.engine, self.clients)?;
        let bar = if self.engine == Engine::Sqlite { 20_000 } else { 40_000 };
        let mut figures = vec![];
        for characters in [1, 2, 4] {
            let requests = workload::search(&names, characters, &running.supervisor);
            let requests = requests.context("no names to search for")?;
            self.warm(running.service.address, SEARCHERS, &requests)?;
            let mut rounds = vec![];
            for _ in 0..self.rounds {
                let outcome = self.load(running.service.address, SEARCHERS, requests.clone())?;
                rounds.push((outcome.percentile(99), None));
            }
            let case = format!("search, {characters} characters, p99");
            figures.push(self.figure(case, "µs", Bar::AtMost(bar), rounds));
        }
        Ok(figures)
    }

    fn writes(&self, running: &Running) -> Result<Figure> {
        let mut rounds = vec![];
        for round in 0..=self.rounds {
            let reference = match self.engine {
                Engine::Sqlite => database::sqlite_loop(&self.beside, self.time)?,
                Engine::Postgres => {
                    self.pgbench(&self.beside, &database::transaction(), WRITERS)?
                }
            };
            let requests = workload::create(round, &running.keeper);
            let measured = self.load(running.service.address, WRITERS, requests)?.rate();
            // The first round only warms both up.
            if round > 0 {
                rounds.push((measured, Some(reference)));
            }
        }
        let (case, bar) = match self.engine {
            Engine::Sqlite => ("create a file, 64 callers : plain loop", 700),
            Engine::Postgres => ("create a file, 64 callers : pgbench", 900),
        };
        Ok(self.figure(case, "/s", Bar::AtLeastPermille(bar), rounds))
    }
}

/// The same request over and over.
fn fixed(target: &str, token: Option<&str>) -> Requests {
    let bytes = request("GET", target, token, None);
    Arc::new(move |_, _| bytes.clone())
}
