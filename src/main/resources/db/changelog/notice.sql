--liquibase formatted sql

--changeset baosong:notice-1
CREATE TABLE notice (
    id          uuid PRIMARY KEY,
    desk_id     uuid        NOT NULL REFERENCES desk,
    account_id  uuid        NOT NULL REFERENCES account,
    kind        text        NOT NULL CHECK (kind IN ('ANNOUNCEMENT', 'NEWS')),
    title       text        NOT NULL CHECK (length(title) BETWEEN 1 AND 100),
    body        text        NOT NULL CHECK (length(body) BETWEEN 1 AND 20000),
    audience    text[]      NOT NULL CHECK (cardinality(audience) > 0
                    AND audience <@ ARRAY['ENTERPRISE', 'COUNTY', 'CITY', 'PROVINCE', 'NATION']),
    region_path text[]      NOT NULL,
    pinned      boolean     NOT NULL,
    expires_on  date,
    published_at timestamptz NOT NULL,
    withdrawn_at timestamptz,
    version     int         NOT NULL DEFAULT 1
);
COMMENT ON TABLE notice IS 'Notices (通知公告) and news of the platform (平台动态), as they stand';
COMMENT ON COLUMN notice.account_id IS 'Who published it';
COMMENT ON COLUMN notice.audience IS 'Who may read it: enterprises, and the levels of administrators';
COMMENT ON COLUMN notice.region_path IS 'Codes of the region it is for with all above it, top first; empty for the whole nation';
COMMENT ON COLUMN notice.expires_on IS 'The last day on which it is shown; null: until it is withdrawn';
CREATE INDEX notice_newest ON notice (kind, pinned DESC, published_at DESC, id) WHERE withdrawn_at IS NULL;
CREATE INDEX notice_by_desk ON notice (desk_id, published_at DESC, id);

CREATE TABLE notice_change (
    notice_id   uuid        NOT NULL REFERENCES notice,
    version     int         NOT NULL,
    change      text        NOT NULL CHECK (change IN ('PUBLISHED', 'EDITED', 'WITHDRAWN')),
    account_id  uuid        NOT NULL REFERENCES account,
    changed_at  timestamptz NOT NULL,
    reason      text CHECK ((change = 'WITHDRAWN') = (reason IS NOT NULL)),
    kind        text        NOT NULL,
    title       text        NOT NULL,
    body        text        NOT NULL,
    audience    text[]      NOT NULL,
    region_path text[]      NOT NULL,
    pinned      boolean     NOT NULL,
    expires_on  date,
    PRIMARY KEY (notice_id, version)
);
COMMENT ON TABLE notice_change IS 'Every version of a notice, by whom and when; rows are only added';

CREATE TABLE notice_read (
    account_id uuid        NOT NULL REFERENCES account,
    notice_id  uuid        NOT NULL REFERENCES notice,
    read_at    timestamptz NOT NULL,
    PRIMARY KEY (account_id, notice_id)
);
COMMENT ON TABLE notice_read IS 'Who opened which notice, and when first; what is missing is unread';

--changeset baosong:notice-change-append-only runAlways:true
REVOKE UPDATE, DELETE, TRUNCATE ON notice_change FROM "${app-role}";
