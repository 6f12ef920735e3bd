//! Reading the layers and refusing what no layer knows.
use super::{BTreeMap, Config, Path, Table, Value};

#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error("cannot read {path}: {source}")]
    Unreadable { path: String, source: std::io::Error },
    #[error("{path} is not valid TOML: {message}")]
    Syntax { path: String, message: String },
    #[error("unknown setting `{key}`{suggestion} (from {origin})")]
    Unknown { key: String, suggestion: String, origin: String },
    #[error("setting `{key}`: {message} (from {origin})")]
    Wrong { key: String, message: String, origin: String },
}

/// Lay file, environment and flags over the defaults. `environment` holds all variables of the
/// process; `flags` are `section.key = value` pairs.
pub fn load(
    file: Option<&Path>,
    environment: &BTreeMap<String, String>,
    flags: &[(String, String)],
) -> Result<Config, ConfigError> {
    let mut table = Table::try_from(Config::default())
        .map_err(|e| ConfigError::Syntax { path: "defaults".to_owned(), message: e.to_string() })?;
    if let Some(path) = file {
        overlay(&mut table, &from_file(path)?, &path.display().to_string())?;
    }
    for (name, text) in environment {
        let Some(key) = name.strip_prefix("ZHIDU__") else { continue };
        let (key, text) = match key
            .strip_suffix("_FILE")
            .filter(|k| !is_known(&table, &dotted(key)) && is_known(&table, &dotted(k)))
        {
            Some(key) => (key, secret(text)?),
            None => (key, text.clone()),
        };
        set(&mut table, &dotted(key), &text, name)?;
    }
    for (key, text) in flags {
        set(&mut table, key, text, "a flag")?;
    }
    table.try_into().map_err(|e: toml::de::Error| ConfigError::Syntax {
        path: "settings".to_owned(),
        message: e.message().to_owned(),
    })
}

fn dotted(name: &str) -> String {
    name.to_ascii_lowercase().replace("__", ".")
}

fn secret(path: &str) -> Result<String, ConfigError> {
    std::fs::read_to_string(path)
        .map(|text| text.trim().to_owned())
        .map_err(|source| ConfigError::Unreadable { path: path.to_owned(), source })
}

fn from_file(path: &Path) -> Result<Table, ConfigError> {
    let shown = path.display().to_string();
    let text = std::fs::read_to_string(path)
        .map_err(|source| ConfigError::Unreadable { path: shown.clone(), source })?;
    text.parse()
        .map_err(|e: toml::de::Error| ConfigError::Syntax { path: shown, message: e.to_string() })
}

fn overlay(table: &mut Table, over: &Table, origin: &str) -> Result<(), ConfigError> {
    for (section, values) in over {
        let Some(values) = values.as_table() else {
            return Err(unknown(table, section, origin));
        };
        for (name, value) in values {
            let key = format!("{section}.{name}");
            let Some(place) = find(table, &key) else { return Err(unknown(table, &key, origin)) };
            if !place.same_type(value) {
                let message =
                    format!("expected a {}, found a {}", place.type_str(), value.type_str());
                return Err(ConfigError::Wrong { key, message, origin: origin.to_owned() });
            }
            *place = value.clone();
        }
    }
    Ok(())
}

fn set(table: &mut Table, key: &str, text: &str, origin: &str) -> Result<(), ConfigError> {
    let Some(place) = find(table, key) else { return Err(unknown(table, key, origin)) };
    let wrong = |message: &str| ConfigError::Wrong {
        key: key.to_owned(),
        message: message.to_owned(),
        origin: origin.to_owned(),
    };
    *place = match place {
        Value::Integer(_) => Value::Integer(text.parse().map_err(|_| wrong("expected a number"))?),
        Value::Boolean(_) => {
            Value::Boolean(text.parse().map_err(|_| wrong("expected true or false"))?)
        }
        Value::Array(_) => Value::Array(
            text.split(',')
                .map(str::trim)
                .filter(|t| !t.is_empty())
                .map(|t| Value::String(t.to_owned()))
                .collect(),
        ),
        _ => Value::String(text.to_owned()),
    };
    Ok(())
}

fn find<'a>(table: &'a mut Table, key: &str) -> Option<&'a mut Value> {
    let (section, name) = key.split_once('.')?;
    table.get_mut(section)?.as_table_mut()?.get_mut(name)
}

fn is_known(table: &Table, key: &str) -> bool {
    key.split_once('.')
        .and_then(|(section, name)| table.get(section)?.as_table()?.get(name))
        .is_some()
}

fn unknown(table: &Table, key: &str, origin: &str) -> ConfigError {
    let known = table.iter().flat_map(|(section, values)| {
        values.as_table().into_iter().flatten().map(move |(name, _)| format!("{section}.{name}"))
    });
    let nearest = known.min_by_key(|candidate| strsim::damerau_levenshtein(candidate, key));
    ConfigError::Unknown {
        key: key.to_owned(),
        suggestion: nearest.map(|n| format!(", did you mean `{n}`?")).unwrap_or_default(),
        origin: origin.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn env(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect()
    }

    #[test]
    fn flags_win_over_environment_over_file_over_defaults() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("zhidu.toml");
        std::fs::write(&file, "[server]\naddress='1.1.1.1:1'\nworkers=3\n[log]\nformat='text'")
            .unwrap();
        let flags = [("server.workers".to_owned(), "5".to_owned())];
        let environment =
            env(&[("ZHIDU__SERVER__WORKERS", "4"), ("ZHIDU__SERVER__ADDRESS", "2.2.2.2:2")]);
        let config = load(Some(&file), &environment, &flags).unwrap();
        assert_eq!(config.server.workers, 5);
        assert_eq!(config.server.address, "2.2.2.2:2");
        assert_eq!(config.log.format, "text");
        assert_eq!(config.database.read_connections, 8);
    }

    #[test]
    fn an_unknown_key_is_refused_with_the_nearest() {
        let error = load(None, &env(&[("ZHIDU__SERVER__ADRESS", "x")]), &[]).unwrap_err();
        assert!(error.to_string().contains("did you mean `server.address`?"), "{error}");
    }

    #[test]
    fn a_secret_is_read_from_its_file_and_never_dumped() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("secret");
        std::fs::write(&file, "hush-hush\n").unwrap();
        let variables = env(&[
            ("ZHIDU__STORAGE__S3_SECRET_ACCESS_KEY_FILE", file.to_str().unwrap()),
            ("ZHIDU__DATABASE__URL", "postgres://zhidu:geheim@db/zhidu"),
        ]);
        let config = load(None, &variables, &[]).unwrap();
        assert_eq!(config.storage.s3_secret_access_key, "hush-hush");
        let dump = config.dump();
        assert!(!dump.contains("hush") && !dump.contains("geheim"), "{dump}");
    }

    #[test]
    fn a_wrong_type_names_the_key_and_where_it_came_from() {
        let error = load(None, &env(&[("ZHIDU__SERVER__WORKERS", "many")]), &[]).unwrap_err();
        assert!(error.to_string().contains("server.workers"), "{error}");
        assert!(error.to_string().contains("ZHIDU__SERVER__WORKERS"), "{error}");
    }
}
