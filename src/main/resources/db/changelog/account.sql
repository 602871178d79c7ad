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

--changeset baosong:account-5
--comment: A bound e-mail opens logins as the phone does; one that is only known opens nothing and need not be unique. Login names of the old platform keep their shape.
ALTER TABLE account ADD COLUMN email_bound_at timestamptz;
ALTER TABLE account ADD COLUMN verification text NOT NULL DEFAULT 'NONE'
    CHECK (verification IN ('NONE', 'NATURAL_PERSON', 'LEGAL_PERSON'));
ALTER TABLE account ADD COLUMN credit_code text;
ALTER TABLE account ADD COLUMN profile jsonb NOT NULL DEFAULT '{}';
ALTER TABLE account ADD CHECK (email_bound_at IS NULL OR email IS NOT NULL);
ALTER TABLE account ADD CHECK ((verification = 'LEGAL_PERSON') = (credit_code IS NOT NULL));
ALTER TABLE account DROP CONSTRAINT account_login_name_check;
ALTER TABLE account ADD CHECK (login_name ~ '^[A-Za-z0-9@_-]{1,32}$');
CREATE UNIQUE INDEX account_bound_email ON account (lower(email)) WHERE email_bound_at IS NOT NULL;
CREATE UNIQUE INDEX account_credit_code ON account (credit_code);
COMMENT ON COLUMN account.email_bound_at IS 'When the owner proved to read what is sent there; null: known, not proved';
COMMENT ON COLUMN account.verification IS 'Real-name verification (实名认证): nobody yet, a natural person, a legal person';
COMMENT ON COLUMN account.credit_code IS 'Unified social credit code of the verified legal person; a login name too';
COMMENT ON COLUMN account.profile IS 'Values of the form user-profile';

--changeset baosong:account-6
CREATE TABLE activation_code (
    account_id uuid PRIMARY KEY REFERENCES account,
    code_hash text NOT NULL,
    issued_by uuid NOT NULL REFERENCES account,
    issued_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
COMMENT ON TABLE activation_code IS 'One-time codes (激活码) with which an account of the old platform that has no phone binds one; deleted when used';
COMMENT ON COLUMN activation_code.code_hash IS 'Argon2id with its parameters and salt';

--changeset baosong:account-7
CREATE TABLE account_event (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account,
    actor_id uuid REFERENCES account,
    event text NOT NULL,
    detail text,
    address text,
    happened_at timestamptz NOT NULL
);
COMMENT ON TABLE account_event IS 'What was done to an account, by whom and from where; rows are only added';
COMMENT ON COLUMN account_event.actor_id IS 'Null: somebody who was not logged in and proved to be the owner';
COMMENT ON COLUMN account_event.detail IS 'Masked: never a whole phone, address or code';
CREATE INDEX account_event_by_account ON account_event (account_id, id DESC);

--changeset baosong:account-event-append-only runAlways:true
REVOKE UPDATE, DELETE, TRUNCATE ON account_event FROM "${app-role}";

--changeset baosong:account-8
CREATE TABLE account_session (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account,
    address text NOT NULL,
    browser text NOT NULL,
    opened_at timestamptz NOT NULL,
    seen_at timestamptz NOT NULL,
    ended_at timestamptz
);
COMMENT ON TABLE account_session IS 'Logins that are open, on whatever node; ending one here ends it there';
CREATE INDEX account_session_open ON account_session (account_id) WHERE ended_at IS NULL;
CREATE INDEX account_session_seen ON account_session (seen_at);
