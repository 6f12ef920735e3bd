//! The schema in the database against the one this build was made for. A newer one is worked on: a
//! release adds first and removes later (`migrations/README.md`), so the binary of before it goes on
//! while processes are replaced one by one, and can be put back afterwards.
use anyhow::{Result, bail};
use kernel::app::App;
use migrations::{Migrator, MigratorTrait};
use sea_orm::DatabaseConnection;

/// In the name of a migration that removes something: behind it the first migration that a build
/// has to know to do without it.
const NEEDS: &str = "_needs_";

/// Names of migrations, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schema {
    pub applied: Vec<String>,
    /// Of this build, and not in the database.
    pub missing: Vec<String>,
    /// In the database, and unknown to this build.
    pub newer: Vec<String>,
}

impl Schema {
    pub async fn of(db: &DatabaseConnection) -> Result<Self> {
        let applied = Migrator::get_migration_models(db).await?;
        let applied = applied.into_iter().map(|row| row.version).collect();
        Ok(Self::compared(applied, &known()))
    }

    fn compared(applied: Vec<String>, known: &[String]) -> Self {
        let missing = known.iter().filter(|name| !applied.contains(name)).cloned().collect();
        let newer = applied.iter().filter(|name| !known.contains(name)).cloned().collect();
        Self { applied, missing, newer }
    }

    /// Refuse where this build cannot work; the message says what to do.
    pub fn check(&self) -> Result<()> {
        self.check_newer(&known())?;
        if !self.missing.is_empty() {
            let count = self.missing.len();
            bail!("the database lacks {count} migrations: run `zhidu migrate up`");
        }
        if !self.newer.is_empty() {
            let newer = self.newer.join(", ");
            tracing::warn!(newer, "the schema is of a newer release, on which this one can work");
        }
        Ok(())
    }

    fn check_newer(&self, known: &[String]) -> Result<()> {
        let Some(first) = self.newer.first() else { return Ok(()) };
        if !self.missing.is_empty() {
            bail!(
                "the database was migrated by another line of releases ({first}): use its binary"
            );
        }
        let knows = |needed: &str| known.iter().any(|name| name.starts_with(needed));
        for name in &self.newer {
            if name.split_once(NEEDS).is_some_and(|(_, needed)| !knows(needed)) {
                bail!(
                    "the database was migrated by a release that this one is too old for ({name})"
                );
            }
        }
        Ok(())
    }
}

/// Bring it to where this build can work, or say what to do. One process on SQLite brings its own
/// schema up; several on PostgreSQL are upgraded by `zhidu migrate up`, once.
pub async fn ready(app: &App) -> Result<()> {
    let db = app.db.exclusive();
    if app.config.database.is_sqlite() {
        let _ = bring_up(db).await?;
    }
    Schema::of(db).await?.check()
}

/// Apply what is missing; answers how many.
pub async fn bring_up(db: &DatabaseConnection) -> Result<usize> {
    let schema = Schema::of(db).await?;
    schema.check_newer(&known())?;
    if !schema.missing.is_empty() {
        Migrator::up(db, None).await?;
    }
    Ok(schema.missing.len())
}

/// Take the last steps back, by the build that made them.
pub async fn take_down(db: &DatabaseConnection, steps: u32) -> Result<()> {
    if let Some(last) = Schema::of(db).await?.newer.last() {
        bail!("{last} is of a newer release: take it back with that release's binary");
    }
    Ok(Migrator::down(db, Some(steps)).await?)
}

fn known() -> Vec<String> {
    Migrator::migrations().iter().map(|migration| migration.name().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(applied: &[&str], known: &[&str]) -> Result<()> {
        let known: Vec<_> = known.iter().map(|name| (*name).to_owned()).collect();
        let applied = applied.iter().map(|name| (*name).to_owned()).collect();
        Schema::compared(applied, &known).check_newer(&known)
    }

    #[test]
    fn a_release_works_on_what_a_newer_one_added() {
        of(&["m1_a", "m2_b", "m3_more"], &["m1_a", "m2_b"]).unwrap();
    }

    #[test]
    fn what_was_removed_is_missed_only_by_those_that_still_used_it() {
        let applied = ["m1_a", "m2_b", "m3_drop_needs_m2_b"];
        of(&applied, &["m1_a", "m2_b"]).unwrap();
        assert!(of(&applied, &["m1_a"]).is_err());
    }

    #[test]
    fn two_lines_of_releases_do_not_share_a_database() {
        assert!(of(&["m1_a", "m3_other"], &["m1_a", "m2_b"]).is_err());
        of(&["m1_a"], &["m1_a", "m2_b"]).unwrap();
    }
}
