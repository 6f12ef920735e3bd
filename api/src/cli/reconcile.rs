//! `zhidu reconcile`: the invariants that must hold at any time.
use crate::start;
use anyhow::{Result, bail};
use kernel::{audit, config::Config, db::Db, files::Files};
use sea_orm::{ConnectionTrait, DbBackend, Statement};

/// An invariant as a query that finds its violations.
struct Invariant {
    name: &'static str,
    sql: &'static str,
}

const INVARIANTS: &[Invariant] = &[
    Invariant {
        name: "client numbers are unique",
        sql: "SELECT count(*) FROM (SELECT number FROM client GROUP BY number HAVING count(*) > 1) d",
    },
    Invariant {
        name: "credit codes of active clients are unique",
        sql: "SELECT count(*) FROM (SELECT credit_code FROM client WHERE credit_code IS NOT NULL \
              AND status = 'ACTIVE' GROUP BY credit_code HAVING count(*) > 1) d",
    },
    Invariant {
        name: "a merged client names the one it was merged into",
        sql: "SELECT count(*) FROM client WHERE status = 'MERGED' AND merged_into_id IS NULL",
    },
    Invariant {
        name: "every client has its creation in the audit trail",
        sql: "SELECT count(*) FROM client c WHERE NOT EXISTS (SELECT 1 FROM audit_entry a \
              WHERE a.resource_id = c.id AND a.action = 'client.created')",
    },
    Invariant {
        name: "the last contact with every client is that of its talks",
        sql: "SELECT count(*) FROM client c WHERE c.status = 'ACTIVE' AND c.last_contact_at \
              IS DISTINCT FROM (SELECT max(i.occurred_at) FROM client_interaction i \
              WHERE i.client_id = c.id AND i.removed_at IS NULL)",
    },
    Invariant {
        name: "every client counts its contacts and qualifications right",
        sql: "SELECT count(*) FROM client c WHERE c.status = 'ACTIVE' AND (c.contacts <> \
              (SELECT count(*) FROM client_contact p WHERE p.client_id = c.id \
               AND p.removed_at IS NULL) \
              OR c.qualifications <> (SELECT count(*) FROM client_qualification q \
              WHERE q.client_id = c.id AND q.removed_at IS NULL))",
    },
    Invariant {
        name: "a client's tier is the last that was decided",
        sql: "SELECT count(*) FROM client c JOIN client_tier_decision d ON d.client_id = c.id \
              WHERE c.tier <> d.to_tier AND NOT EXISTS (SELECT 1 FROM client_tier_decision l \
              WHERE l.client_id = d.client_id AND (l.decided_at > d.decided_at \
              OR l.decided_at = d.decided_at AND l.id > d.id))",
    },
    Invariant {
        name: "a request for archives is under approval where an approval of it is under way",
        sql: "SELECT count(*) FROM client_loan l WHERE (l.state = 'REQUESTED') <> \
              EXISTS (SELECT 1 FROM approval_run r WHERE r.subject_kind = 'client-loan' \
              AND r.subject_id = l.id AND r.state = 'RUNNING')",
    },
    Invariant {
        name: "what was handed out was approved",
        sql: "SELECT count(*) FROM client_loan l \
              WHERE l.state IN ('APPROVED', 'PROVIDED', 'HANDED_OUT', 'GIVEN_BACK', 'LOST') \
              AND NOT EXISTS (SELECT 1 FROM approval_run r WHERE r.subject_kind = 'client-loan' \
              AND r.subject_id = l.id AND r.state = 'APPROVED')",
    },
    Invariant {
        name: "a destruction is under approval where an approval of it is under way",
        sql: "SELECT count(*) FROM client_destruction d WHERE (d.state = 'REQUESTED') <> \
              EXISTS (SELECT 1 FROM approval_run r WHERE r.subject_kind = 'client-destruction' \
              AND r.subject_id = d.id AND r.state = 'RUNNING')",
    },
    Invariant {
        name: "what was destroyed was approved by three, and carried out by another than proposed it",
        sql: "SELECT count(*) FROM client_destruction d WHERE d.state = 'CARRIED_OUT' \
              AND (d.settled_by IS NULL OR d.settled_by = d.requested_by OR 3 > \
              (SELECT count(DISTINCT t.person_id) FROM approval_run r \
              JOIN approval_task t ON t.run_id = r.id AND t.counts AND t.state = 'APPROVED' \
              WHERE r.subject_kind = 'client-destruction' AND r.subject_id = d.id \
              AND r.state = 'APPROVED'))",
    },
    Invariant {
        name: "of what was destroyed nothing is there",
        sql: "SELECT count(*) FROM client_destruction d WHERE d.state = 'CARRIED_OUT' \
              AND EXISTS (SELECT 1 FROM client c WHERE c.id = d.client_id \
              OR c.merged_into_id = d.client_id)",
    },
    Invariant {
        name: "a disclosure is under approval where an approval of it is under way",
        sql: "SELECT count(*) FROM client_disclosure d WHERE (d.state = 'REQUESTED') <> \
              EXISTS (SELECT 1 FROM approval_run r WHERE r.subject_kind = 'client-disclosure' \
              AND r.subject_id = d.id AND r.state = 'RUNNING')",
    },
    Invariant {
        name: "what was provided was approved, and provided by another than requested it",
        sql: "SELECT count(*) FROM client_disclosure d WHERE d.state = 'PROVIDED' \
              AND (d.provided_by IS NULL OR d.provided_by = d.requested_by OR NOT EXISTS \
              (SELECT 1 FROM approval_run r WHERE r.subject_kind = 'client-disclosure' \
              AND r.subject_id = d.id AND r.state = 'APPROVED'))",
    },
    Invariant {
        name: "every file that a disclosure names is there, or was destroyed",
        sql: "SELECT count(*) FROM client_disclosure d WHERE d.file_count <> d.destroyed_files + \
              (SELECT count(*) FROM client_disclosure_file f JOIN client c ON c.id = f.client_id \
              WHERE f.disclosure_id = d.id)",
    },
    Invariant {
        name: "a file is obsolete while its destruction is open",
        sql: "SELECT count(*) FROM client c WHERE c.status = 'OBSOLETE' AND NOT EXISTS \
              (SELECT 1 FROM client_destruction d WHERE d.client_id = c.id \
              AND d.state IN ('REQUESTED', 'SENT_BACK', 'APPROVED'))",
    },
    Invariant {
        name: "of what was concluded it is said what followed for each party and each superior",
        sql: "SELECT count(*) FROM client_incident i WHERE (i.state = 'CONCLUDED' \
              AND (i.concluded_at IS NULL OR EXISTS (SELECT 1 FROM client_incident_party p \
              WHERE p.incident_id = i.id AND (p.measure IS NULL OR p.leadership IS NULL)))) \
              OR NOT EXISTS (SELECT 1 FROM client_incident_party p WHERE p.incident_id = i.id)",
    },
    Invariant {
        name: "nobody is their own superior in an incident",
        sql: "SELECT count(*) FROM client_incident_party WHERE person_id = superior_id",
    },
    Invariant {
        name: "a monthly report is late where it came after the first week",
        sql: "SELECT count(*) FROM client_information_report \
              WHERE late <> (submitted_at > due_at)",
    },
    Invariant {
        name: "every entry of a monthly report names a client that there is",
        sql: "SELECT count(*) FROM client_information_report_entry e \
              WHERE NOT EXISTS (SELECT 1 FROM client c WHERE c.id = e.client_id) \
              OR NOT EXISTS (SELECT 1 FROM client_information_report r WHERE r.id = e.report_id)",
    },
    Invariant {
        name: "an approval that has ended has nothing to decide",
        sql: "SELECT count(*) FROM approval_task t JOIN approval_run r ON r.id = t.run_id \
              WHERE t.state IN ('OPEN', 'WAITING') AND r.state <> 'RUNNING'",
    },
    Invariant {
        name: "nobody approved what they requested",
        sql: "SELECT count(*) FROM approval_task t JOIN approval_run r ON r.id = t.run_id \
              WHERE t.state = 'APPROVED' \
              AND r.requested_by IN (t.person_id, coalesce(t.decided_by, t.person_id))",
    },
    Invariant {
        name: "what is due about a file stands where the file does, and with its owner",
        sql: "SELECT count(*) FROM obligation o JOIN client c ON c.id = o.subject_id \
              WHERE o.subject_kind = 'client' AND o.state IN ('OPEN', 'EXCUSED') \
              AND (c.status <> 'ACTIVE' OR o.level <> c.level OR (o.person_id IS NOT NULL \
              AND o.person_id <> c.owner_id) OR o.department_id IS DISTINCT FROM c.department_id)",
    },
    Invariant {
        name: "what is excused has an exception that somebody else approved",
        sql: "SELECT count(*) FROM obligation o WHERE o.state = 'EXCUSED' AND NOT EXISTS \
              (SELECT 1 FROM exception e WHERE e.id = o.exception_id AND e.state = 'APPROVED' \
              AND e.decided_by <> e.requested_by)",
    },
    Invariant {
        name: "what is fulfilled was so by somebody, and late where it came after its moment",
        sql: "SELECT count(*) FROM obligation WHERE state = 'FULFILLED' AND (settled_at IS NULL \
              OR settled_by IS NULL OR (late AND settled_at <= due_at \
              AND exception_id IS NULL))",
    },
    Invariant {
        name: "event sequences have no gap",
        sql: "SELECT coalesce(max(sequence), 0) - count(sequence) FROM event",
    },
    Invariant {
        name: "every idempotency key holds its answer",
        sql: "SELECT count(*) FROM idempotency_record WHERE status IS NULL",
    },
];

pub async fn run(config: Config) -> Result<()> {
    let app = start::open(config).await?;
    let mut violations = 0;
    for invariant in INVARIANTS {
        let found = count(&app.db, invariant.sql).await?;
        println!("{found:>8}  {}", invariant.name);
        violations += found;
    }
    let lost = count(&app.db, not_to_be_found(app.db.backend())).await?;
    println!("{lost:>8}  every client in force is in the search index");
    violations += lost;
    audit::seal::seal(&app.db).await?;
    let verdict = audit::verify::verify(app.db.reader()).await?;
    println!(
        "{:>8}  the audit chain holds ({} entries)",
        i64::from(!verdict.valid),
        verdict.checked
    );
    let missing = missing_files(&app.db, &app.files).await?;
    println!("{:>8}  every attachment's bytes are there", missing.len());
    // No violation: an upload that failed leaves such bytes, and within two days they are swept.
    let forgotten = crate::sweep::forgotten(&app).await?;
    println!("       -  {forgotten} files that no record names, to be swept");
    if violations > 0 || !verdict.valid || !missing.is_empty() {
        bail!("violations were found");
    }
    Ok(())
}

fn not_to_be_found(backend: DbBackend) -> &'static str {
    if backend == DbBackend::Sqlite {
        "SELECT count(*) FROM client c WHERE c.status = 'ACTIVE' AND NOT EXISTS \
         (SELECT 1 FROM client_search_docsize d WHERE d.id = c.search_key)"
    } else {
        "SELECT count(*) FROM client c WHERE c.status = 'ACTIVE' AND NOT EXISTS \
         (SELECT 1 FROM client_search d WHERE d.key = c.search_key)"
    }
}

async fn count(db: &Db, sql: &str) -> Result<i64> {
    let statement = Statement::from_string(db.backend(), sql.to_owned());
    let row = db.reader().query_one_raw(statement).await?;
    Ok(row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default())
}

/// Hashes that records name and the file store does not have.
pub async fn missing_files(db: &Db, files: &Files) -> Result<Vec<String>> {
    let sql = "SELECT sha256 FROM client_attachment WHERE removed_at IS NULL \
               UNION SELECT sha256 FROM client_market_extract WHERE destroyed_by IS NULL";
    let statement = Statement::from_string(db.backend(), sql.to_owned());
    let mut missing = vec![];
    for row in db.reader().query_all_raw(statement).await? {
        let hash: String = row.try_get_by_index(0)?;
        if files.get(&hash).await.is_err() {
            missing.push(hash);
        }
    }
    Ok(missing)
}
