--liquibase formatted sql

--changeset baosong:organization-1
CREATE TABLE desk (
    id          uuid PRIMARY KEY,
    level       text        NOT NULL CHECK (level IN ('NATION', 'PROVINCE', 'CITY', 'COUNTY')),
    region      text,
    name        text        NOT NULL,
    superior_id uuid REFERENCES desk,
    grants      text[]      NOT NULL DEFAULT '{}',
    created_at  timestamptz NOT NULL DEFAULT now(),
    CHECK ((level = 'NATION') = (region IS NULL)),
    CHECK ((level = 'NATION') = (superior_id IS NULL)),
    UNIQUE NULLS NOT DISTINCT (region)
);
COMMENT ON TABLE desk IS 'A post of the administration (岗位): reviews wait here, not at a person. The tree follows superior_id, not the statistical regions.';
COMMENT ON COLUMN desk.region IS 'Code of the manageable region (可管理地区); null for the whole nation';
CREATE INDEX desk_by_superior ON desk (superior_id);

CREATE TABLE desk_holder (
    id         uuid PRIMARY KEY,
    desk_id    uuid        NOT NULL REFERENCES desk,
    account_id uuid        NOT NULL REFERENCES account,
    substitute boolean     NOT NULL DEFAULT false,
    valid_from date        NOT NULL,
    valid_to   date,
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK (valid_to IS NULL OR valid_to >= valid_from - 1)
);
COMMENT ON TABLE desk_holder IS 'Who holds a desk, from a day to a day, both included; ended on the day before it began: never held';
CREATE INDEX desk_holder_by_account ON desk_holder (account_id);
CREATE INDEX desk_holder_by_desk ON desk_holder (desk_id);

--changeset baosong:organization-closed
ALTER TABLE desk ADD COLUMN closed_at timestamptz, DROP CONSTRAINT desk_region_key;
CREATE UNIQUE INDEX desk_region ON desk (region) NULLS NOT DISTINCT WHERE closed_at IS NULL;
COMMENT ON COLUMN desk.closed_at IS 'When the desk was given up (撤销岗位): from then on nothing comes to it; its row stays for what it decided';

--changeset baosong:organization-closed-why
ALTER TABLE desk ADD COLUMN closed_by uuid REFERENCES account, ADD COLUMN closed_reason text;
COMMENT ON COLUMN desk.closed_reason IS 'Why the desk was given up, as told those who got what was at it';
