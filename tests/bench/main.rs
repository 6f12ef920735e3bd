//! `make bench`: the release binary measured against references of the same run on the same
//! machine. Every figure is a median of rounds in which reference and service take turns.
mod database;
mod load;
mod options;
mod reference;
mod report;
mod service;
mod sizes;
mod statements;
mod suite;
mod workload;

use anyhow::{Result, ensure};
use database::Engine;
use options::Options;
use report::{Bar, Figure};
use service::Setting;
use std::process::ExitCode;
use suite::Suite;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.as_slice() {
        [first, address, ..] if first == reference::ARGUMENT => reference::serve(address),
        _ => Options::parse(&arguments).and_then(|options| bench(&options)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn bench(options: &Options) -> Result<()> {
    let plain = reference::start()?;
    let mut all = sizes::figures(&options.binary, &options.dist)?;
    report::write(&options.json, "sizes", &all)?;
    if let Some(cluster) = &options.postgres {
        ensure!(database::is_durable(cluster)?, "the cluster does not sync its commits");
    }
    for clients in &options.scales {
        for engine in options.engines() {
            eprintln!("{} with {clients} clients …", engine.name());
            let suite = prepare(options, engine, *clients)?;
            let figures = suite.run(&plain)?;
            eprintln!("{}", report::table(&figures));
            let name = format!("{}-{clients}", engine.name());
            report::write(&options.json, &name, &figures)?;
            all.extend(figures);
        }
    }
    all.extend(growth(&all));
    println!("{}", report::table(&all));
    report::write(&options.json, "bench", &all)
}

/// Databases for one suite: one filled, one beside it with the schema alone.
fn prepare(options: &Options, engine: Engine, clients: u64) -> Result<Suite> {
    let scratch = options.scratch.join(format!("{}-{clients}", engine.name()));
    if scratch.exists() {
        std::fs::remove_dir_all(&scratch)?;
    }
    let place = |name: &str| -> Result<(Setting, String)> {
        let directory = scratch.join(name);
        std::fs::create_dir_all(&directory)?;
        let database = match (engine, &options.postgres) {
            (Engine::Postgres, Some(cluster)) => {
                database::create(cluster, &format!("bench_{name}_{clients}"))?
            }
            _ => format!("sqlite://{}", directory.join("zhidu.sqlite").display()),
        };
        let binary = options.binary.clone();
        Ok((Setting { binary, directory, database: database.clone() }, database))
    };
    let (setting, database) = place("filled")?;
    let began = std::time::Instant::now();
    let password = setting.fill(clients)?;
    eprintln!("filled in {:?}", began.elapsed());
    database::analyze(&database, engine)?;
    let (beside, beside_url) = place("beside")?;
    beside.prepare()?;
    let (rounds, time) = (options.rounds, options.time);
    Ok(Suite { engine, clients, rounds, time, setting, beside: beside_url, scratch, password })
}

/// How much slower the first page becomes from the smallest to the largest number of clients.
fn growth(figures: &[Figure]) -> Vec<Figure> {
    let mut found = vec![];
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let pages = figures.iter().filter(|figure| {
            figure.engine == engine.name() && figure.case.starts_with("first page")
        });
        let pages: Vec<_> = pages.collect();
        if let [small, .., large] = pages.as_slice() {
            let rounds = vec![(large.measured, Some(small.measured))];
            let case = format!("first page, p99, {} : {} clients", large.clients, small.clients);
            let place = (engine.name(), large.clients);
            found.push(Figure::of(place, case, "µs", Bar::AtMostPermille(1500), rounds));
        }
    }
    found
}
