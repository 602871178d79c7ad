--liquibase formatted sql

--changeset baosong:deployment-1
CREATE TABLE access_token (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account (id),
    name text NOT NULL,
    hash bytea NOT NULL UNIQUE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    revoked_at timestamptz
);
CREATE INDEX access_token_account ON access_token (account_id, created_at DESC);
COMMENT ON TABLE access_token IS 'What a process owner gives to Camunda Modeler instead of a password: 256 random bits, of which the SHA-256 is kept. Rows stay when a token is revoked.';
