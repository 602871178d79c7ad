--liquibase formatted sql

--changeset baosong:seal-1
CREATE TABLE sealed_version (
    subject_id    uuid        NOT NULL,
    number        int         NOT NULL CHECK (number > 0),
    enterprise_id uuid        NOT NULL REFERENCES enterprise,
    sequence      bigint      NOT NULL CHECK (sequence > 0),
    content       bytea       NOT NULL,
    content_hash  text        NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
    previous_hash text        NOT NULL CHECK (previous_hash ~ '^[0-9a-f]{64}$'),
    hash          text        NOT NULL UNIQUE CHECK (hash ~ '^[0-9a-f]{64}$'),
    sealed_at     timestamptz NOT NULL,
    sealed_by     uuid,
    PRIMARY KEY (subject_id, number),
    UNIQUE (enterprise_id, sequence),
    UNIQUE (enterprise_id, previous_hash)
);
COMMENT ON TABLE sealed_version IS 'What was filed (报送版本), sealed: one chain of hashes for each enterprise; rows are only added';
COMMENT ON COLUMN sealed_version.content IS 'Canonical JSON in UTF-8, decimals as texts';
COMMENT ON COLUMN sealed_version.sealed_by IS 'Account that was signed in; null where the platform did it by itself';
CREATE INDEX sealed_version_by_content ON sealed_version (content_hash);
CREATE INDEX sealed_version_by_time ON sealed_version (sealed_at);

CREATE TABLE seal_head (
    enterprise_id uuid PRIMARY KEY REFERENCES enterprise,
    sequence      bigint NOT NULL,
    hash          text   NOT NULL,
    sealed_at     timestamptz
);
COMMENT ON TABLE seal_head IS 'The newest link of each chain; who seals locks the row';

CREATE TABLE daily_root (
    day         date PRIMARY KEY,
    root        text        NOT NULL CHECK (root ~ '^[0-9a-f]{64}$'),
    heads       bigint      NOT NULL,
    computed_at timestamptz NOT NULL
);
COMMENT ON TABLE daily_root IS 'SHA-256 over the newest links of all chains as of the end of a day (Asia/Shanghai); rows are only added';

--changeset baosong:seal-only-added splitStatements:false
--comment: Privileges keep the application's role out; this keeps out everybody who does not disable a trigger first.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are only added', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON sealed_version
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON daily_root
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

--changeset baosong:seal-append-only runAlways:true
REVOKE UPDATE, DELETE, TRUNCATE ON sealed_version, daily_root FROM "${app-role}";
REVOKE DELETE, TRUNCATE ON seal_head FROM "${app-role}";
