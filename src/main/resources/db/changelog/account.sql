--liquibase formatted sql

--changeset baosong:account-1
CREATE TABLE account (
    id uuid PRIMARY KEY,
    login_name text NOT NULL CHECK (login_name ~ '^[A-Za-z0-9@]{6,16}$'),
    phone text CHECK (phone ~ '^1[0-9]{10}$'),
    email text,
    password_hash text NOT NULL,
    roles text[] NOT NULL,
    display_name text NOT NULL,
    must_change_password boolean NOT NULL,
    locale text NOT NULL,
    enabled boolean NOT NULL,
    created_at timestamptz NOT NULL
);
COMMENT ON TABLE account IS 'Who can log in';
COMMENT ON COLUMN account.password_hash IS 'Argon2id with its parameters and salt';
CREATE UNIQUE INDEX account_login_name ON account (lower(login_name));
CREATE UNIQUE INDEX account_phone ON account (phone);

--changeset baosong:account-2
CREATE TABLE one_time_code (
    id uuid PRIMARY KEY,
    purpose text NOT NULL,
    subject text NOT NULL,
    code_hash bytea NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    tries_left integer NOT NULL CHECK (tries_left >= 0),
    used_at timestamptz
);
COMMENT ON TABLE one_time_code IS 'Codes sent by SMS: each opens one thing, once';
COMMENT ON COLUMN one_time_code.subject IS 'The phone it was sent to, or the id of the account that logs in with it';
COMMENT ON COLUMN one_time_code.code_hash IS 'PBKDF2 of the code, salted with the id';
CREATE INDEX one_time_code_subject ON one_time_code (purpose, subject, created_at DESC);
CREATE INDEX one_time_code_expiry ON one_time_code (expires_at);

--changeset baosong:account-3
CREATE TABLE rate_limit (
    id text PRIMARY KEY,
    state bytea,
    expires_at bigint
);
COMMENT ON TABLE rate_limit IS 'Buckets of the limits on SMS and logins; kept by Bucket4j';
CREATE INDEX rate_limit_expiry ON rate_limit (expires_at);

--changeset baosong:account-4
CREATE TABLE bootstrap_use (
    token_hash bytea PRIMARY KEY,
    role text NOT NULL,
    account_id uuid NOT NULL REFERENCES account (id),
    used_at timestamptz NOT NULL
);
COMMENT ON TABLE bootstrap_use IS 'One-time links of the first administrator and the first process owner that have been used';
