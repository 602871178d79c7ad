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
