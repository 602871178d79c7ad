--liquibase formatted sql

--changeset baosong:unreported-reminder
CREATE TABLE unreported_reminder (
    enterprise_id uuid        NOT NULL REFERENCES enterprise,
    day           date        NOT NULL,
    month         date        NOT NULL,
    account_id    uuid        NOT NULL REFERENCES account,
    desk_name     text        NOT NULL,
    sent_at       timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, day)
);
COMMENT ON TABLE unreported_reminder IS 'Reminders administrators sent to enterprises that had not filed a month (催报): who, when, of which month; an enterprise at most once a day. Rows are only added';

--changeset baosong:unreported-reminder-append-only runAlways:true
REVOKE UPDATE, DELETE, TRUNCATE ON unreported_reminder FROM "${app-role}";
