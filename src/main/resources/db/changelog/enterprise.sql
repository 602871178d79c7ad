--liquibase formatted sql

--changeset baosong:enterprise-1
CREATE TABLE enterprise (
    id             uuid PRIMARY KEY,
    account_id     uuid        NOT NULL UNIQUE REFERENCES account,
    name           text        NOT NULL,
    name_key       text        NOT NULL UNIQUE,
    code           text        NOT NULL UNIQUE,
    code_kind      text        NOT NULL,
    region         text        NOT NULL,
    industry       text        NOT NULL,
    scale          text        NOT NULL,
    phone          text        NOT NULL UNIQUE,
    direct_desk_id uuid        NOT NULL REFERENCES desk,
    state          text        NOT NULL DEFAULT 'ACTIVE' CHECK (state IN ('ACTIVE', 'DISABLED')),
    profile_version int        NOT NULL,
    created_at     timestamptz NOT NULL
);
COMMENT ON TABLE enterprise IS 'A registered enterprise (监测企业); one account, one phone, one enterprise';
CREATE INDEX enterprise_by_desk ON enterprise (direct_desk_id);
CREATE INDEX enterprise_by_region ON enterprise (region);

CREATE TABLE enterprise_profile (
    enterprise_id uuid        NOT NULL REFERENCES enterprise,
    version       int         NOT NULL,
    profile       jsonb       NOT NULL,
    valid_from    timestamptz NOT NULL,
    process_instance text     NOT NULL,
    PRIMARY KEY (enterprise_id, version)
);
COMMENT ON TABLE enterprise_profile IS 'Versions of the basic information (企业基本信息), values of the registration form; rows are only added';

--changeset baosong:enterprise-profile-append-only runAlways:true
REVOKE UPDATE, DELETE, TRUNCATE ON enterprise_profile FROM "${app-role}";

--changeset baosong:enterprise-2
--comment: An enterprise of the old platform may have no phone yet; it gets one with that of its account.
ALTER TABLE enterprise ALTER COLUMN phone DROP NOT NULL;

--changeset baosong:enterprise-administration
--comment: Enterprises come and go (ADM-01 to 08). A removed one keeps its row and gives free its name, its code and its phone.
ALTER TABLE enterprise
    ADD COLUMN set_desk_id uuid REFERENCES desk,
    DROP CONSTRAINT enterprise_name_key_key,
    DROP CONSTRAINT enterprise_code_key,
    DROP CONSTRAINT enterprise_state_check,
    ADD CONSTRAINT enterprise_state_check CHECK (state IN ('ACTIVE', 'DISABLED', 'REMOVED'));
CREATE UNIQUE INDEX enterprise_name ON enterprise (name_key) WHERE state <> 'REMOVED';
CREATE UNIQUE INDEX enterprise_code ON enterprise (code) WHERE state <> 'REMOVED';
CREATE INDEX enterprise_by_name ON enterprise (name, id);
CREATE INDEX enterprise_by_set_desk ON enterprise (set_desk_id);
COMMENT ON COLUMN enterprise.set_desk_id IS 'The desk an administrator has set as the first reviewer (变更审核员); null: the nearest desk by region';
COMMENT ON COLUMN enterprise.direct_desk_id IS 'The first desk when it was admitted, or the one set since';

CREATE TABLE enterprise_event (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    enterprise_id uuid        NOT NULL REFERENCES enterprise,
    event         text        NOT NULL CHECK (event IN ('DISABLED', 'ENABLED', 'REMOVED', 'REVIEWER_CHANGED')),
    account_id    uuid        NOT NULL REFERENCES account,
    actor         text        NOT NULL,
    detail        text,
    reason        text,
    happened_at   timestamptz NOT NULL
);
COMMENT ON TABLE enterprise_event IS 'What administrators did with an enterprise: who, when, what and why; rows are only added';
CREATE INDEX enterprise_event_by_enterprise ON enterprise_event (enterprise_id, id DESC);

--changeset baosong:enterprise-event-append-only runAlways:true
REVOKE UPDATE, DELETE, TRUNCATE ON enterprise_event FROM "${app-role}";
