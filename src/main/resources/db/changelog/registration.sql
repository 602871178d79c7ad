--liquibase formatted sql

--changeset baosong:registration-1
CREATE TABLE registration (
    id               uuid PRIMARY KEY,
    account_id       uuid REFERENCES account,
    login_name       text,
    phone            text        NOT NULL,
    status           text        NOT NULL
        CHECK (status IN ('EDITING', 'UNDER_REVIEW', 'RETURNED', 'APPROVED', 'CANCELLED')),
    revision_id      uuid        NOT NULL,
    process_instance text        NOT NULL,
    name             text,
    name_key         text,
    code             text,
    region           text,
    content          jsonb,
    return_reason    text,
    enterprise_id    uuid REFERENCES enterprise,
    created_at       timestamptz NOT NULL,
    submitted_at     timestamptz,
    decided_at       timestamptz
);
COMMENT ON TABLE registration IS 'An enterprise registration (企业注册). The status changes in steps of the engine only.';
COMMENT ON COLUMN registration.content IS 'Values of the form as submitted; what is being typed lies in form_draft';

-- One phone, one enterprise (REG-05); one account, one registration; name and code once (REG-31).
CREATE UNIQUE INDEX registration_phone ON registration (phone) WHERE status <> 'CANCELLED';
CREATE UNIQUE INDEX registration_account ON registration (account_id) WHERE status <> 'CANCELLED';
CREATE UNIQUE INDEX registration_login_name ON registration (lower(login_name)) WHERE status <> 'CANCELLED';
CREATE UNIQUE INDEX registration_name ON registration (name_key) WHERE status IN ('UNDER_REVIEW', 'APPROVED');
CREATE UNIQUE INDEX registration_code ON registration (code) WHERE status IN ('UNDER_REVIEW', 'APPROVED');

CREATE TABLE registration_step (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    registration_id  uuid        NOT NULL REFERENCES registration,
    status           text        NOT NULL,
    process_instance text        NOT NULL,
    activity         text        NOT NULL,
    taken_at         timestamptz NOT NULL
);
COMMENT ON TABLE registration_step IS 'Every change of status and the step of the model that made it; rows are only added';
CREATE INDEX registration_step_by_registration ON registration_step (registration_id, id);

--changeset baosong:registration-append-only runAlways:true
REVOKE UPDATE, DELETE, TRUNCATE ON registration_step FROM "${app-role}";

--changeset baosong:registration-released
--comment: An enterprise that was removed may register again: its registration holds neither account nor phone, name or code.
ALTER TABLE registration ADD COLUMN released boolean NOT NULL DEFAULT false;
DROP INDEX registration_phone;
DROP INDEX registration_account;
DROP INDEX registration_name;
DROP INDEX registration_code;
CREATE UNIQUE INDEX registration_phone ON registration (phone) WHERE status <> 'CANCELLED' AND NOT released;
CREATE UNIQUE INDEX registration_account ON registration (account_id) WHERE status <> 'CANCELLED' AND NOT released;
CREATE UNIQUE INDEX registration_name ON registration (name_key)
    WHERE status IN ('UNDER_REVIEW', 'APPROVED') AND NOT released;
CREATE UNIQUE INDEX registration_code ON registration (code)
    WHERE status IN ('UNDER_REVIEW', 'APPROVED') AND NOT released;
COMMENT ON COLUMN registration.released IS 'The enterprise it made was removed (ADM-05)';
CREATE INDEX registration_by_enterprise ON registration (enterprise_id);
