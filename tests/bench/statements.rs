//! The same work in plain SQL: what a reference does without any service around it.

/// Columns of a line of the list (`clients::archive::brief`).
const LINE: &str = "id, number, name, sort_key, short_name, kind, group_buy, state, tier, level, \
    status, credit_code, industry, region, telephone, owner_id, department_id, site_id, tags, \
    completeness, compliant, inferior, last_verified_at, verification_due_on, created_at, \
    updated_at, version";

/// A file by its key, any of `clients`; as pgbench writes it.
pub fn read(clients: u64) -> String {
    format!("\\set key random(1, {clients})\nSELECT * FROM client WHERE search_key = :key;\n")
}

/// Fifty lines in one department by two filters, newest first, and one more to know of a next page.
pub fn list(department: &str) -> String {
    format!(
        "SELECT {LINE} FROM client WHERE department_id = '{department}' AND level <= 2 \
         AND status = 'ACTIVE' AND state = 'EXISTING' AND tier = 'GENERAL' \
         ORDER BY updated_at DESC, id DESC LIMIT 51;\n"
    )
}

/// How an engine spells what a row needs fresh.
pub struct Spelling {
    id: &'static str,
    key: &'static str,
    word: &'static str,
    now: &'static str,
    today: &'static str,
}

pub const SQLITE: Spelling = Spelling {
    id: "randomblob(16)",
    key: "(abs(random()) / 2)",
    word: "hex(randomblob(8))",
    now: "strftime('%Y-%m-%d %H:%M:%f+00:00', 'now')",
    today: "date('now')",
};

pub const POSTGRES: Spelling = Spelling {
    id: "gen_random_uuid()",
    key: "(random() * 4000000000000000000)::bigint",
    word: "replace(gen_random_uuid()::text, '-', '')",
    now: "now()",
    today: "current_date",
};

const CLIENT: &str = "INSERT INTO client (id, search_key, number, name, sort_key, name_folded, \
    kind, group_buy, state, tier, level, status, industry, region, address, telephone, \
    telephone_normalised, owner_id, department_id, site_id, tags, basic, traits, business, \
    trading, demand, contacts, key_persons, qualifications, completeness, compliant, inferior, \
    verification_due_on, created_at, created_by, updated_at, version) VALUES ({id}, {key}, \
    {word}, {word}, {word}, {word}, 'INSTITUTION', false, 'POTENTIAL', 'POTENTIAL', 1, 'ACTIVE', \
    '机械设备', '四川省成都市', '四川省成都市武侯区银杏路168号', {word}, {word}, {id}, {id}, {id}, \
    '[]', '{}', '{}', '{}', '{}', '{}', 0, 0, 0, 12, false, 'NONE', {today}, {now}, {id}, {now}, 1)";

const ENTRY: &str = "INSERT INTO audit_entry (id, occurred_at, actor_id, actor_name, via, action, \
    outcome, resource_type, resource_id, resource_label, changes, personal_changes, digest, \
    request_id, owner_id, department_id, site_id, level) VALUES ({id}, {now}, {id}, '杜欣怡', \
    'SESSION', 'client.created', 'DONE', 'client', {id}, {word}, \
    '{\"name\":[null,\"基准贸易有限公司\"],\"region\":[null,\"四川省成都市\"],\
    \"address\":[null,\"四川省成都市武侯区银杏路168号\"],\"telephone\":[null,\"028-50010000\"]}', \
    '{}', {word}, {word}, {id}, {id}, {id}, 1)";

const EVENT: &str = "INSERT INTO event (id, name, occurred_at, actor_id, resource_type, \
    resource_id, data, permission, owner_id, department_id, site_id, level) VALUES ({id}, \
    'client.created', {now}, {id}, 'client', {id}, '{\"changed\":[\"name\",\"region\"]}', \
    'client.read', {id}, {id}, {id}, 1)";

impl Spelling {
    /// Row, audit entry, event.
    pub fn inserts(&self) -> [String; 3] {
        [CLIENT, ENTRY, EVENT].map(|statement| self.spelled(statement))
    }

    fn spelled(&self, statement: &str) -> String {
        let all = [
            ("{id}", self.id),
            ("{key}", self.key),
            ("{word}", self.word),
            ("{now}", self.now),
            ("{today}", self.today),
        ];
        all.iter().fold(statement.to_owned(), |text, (name, with)| text.replace(name, with))
    }
}
