--liquibase formatted sql

--changeset baosong:filing-1
CREATE TABLE period (
    scheme    text        NOT NULL,
    month     date        NOT NULL CHECK (extract(day FROM month) = 1),
    due_on    date        NOT NULL,
    closes_on date,
    opened_at timestamptz NOT NULL,
    PRIMARY KEY (scheme, month)
);
COMMENT ON TABLE period IS 'Report months of a scheme (报表月份), opened by the process open-period';
COMMENT ON COLUMN period.due_on IS 'Day by which the report is asked for; a reminder, no lock (MON-02)';
COMMENT ON COLUMN period.closes_on IS 'First day on which nothing more may be filed; null: stays open (GAP-09)';

CREATE TABLE filing (
    id               uuid PRIMARY KEY,
    scheme           text        NOT NULL,
    month            date        NOT NULL,
    enterprise_id    uuid        NOT NULL REFERENCES enterprise,
    revision_id      uuid        NOT NULL,
    process_instance text        NOT NULL,
    status           text        NOT NULL
        CHECK (status IN ('EDITING', 'UNDER_REVIEW', 'RETURNED', 'ACCEPTED', 'FROZEN', 'UNFROZEN')),
    method           text        NOT NULL CHECK (method IN ('ONLINE', 'IMPORT')),
    late             boolean     NOT NULL,
    "values"         jsonb,
    findings         jsonb,
    screening        text CHECK (screening IN ('PASSED', 'NOT_PASSED', 'NOT_COMPARABLE')),
    versions         int         NOT NULL DEFAULT 0,
    return_reason    text,
    opened_at        timestamptz NOT NULL,
    submitted_at     timestamptz,
    decided_at       timestamptz,
    FOREIGN KEY (scheme, month) REFERENCES period,
    UNIQUE (scheme, month, enterprise_id)
);
COMMENT ON TABLE filing IS 'The report of one enterprise for one month. No row: 未填报. The status changes in steps of the engine only.';
COMMENT ON COLUMN filing."values" IS 'Values of every form as submitted last, by form; what is being typed lies in form_draft';
COMMENT ON COLUMN filing.findings IS 'What the check table said at the last submission, with the explanations';
COMMENT ON COLUMN filing.late IS 'Begun after its month was the current one (补报)';
CREATE INDEX filing_by_enterprise ON filing (enterprise_id, scheme, month DESC);

CREATE TABLE filing_step (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    filing_id        uuid        NOT NULL REFERENCES filing,
    status           text        NOT NULL,
    process_instance text        NOT NULL,
    activity         text        NOT NULL,
    taken_at         timestamptz NOT NULL
);
COMMENT ON TABLE filing_step IS 'Every change of status and the step of the model that made it; rows are only added';
CREATE INDEX filing_step_by_filing ON filing_step (filing_id, id);

CREATE TABLE filing_explanation (
    filing_id   uuid        NOT NULL REFERENCES filing,
    rule        text        NOT NULL,
    explanation text        NOT NULL,
    given_at    timestamptz NOT NULL,
    accepted_by uuid REFERENCES account,
    accepted_at timestamptz,
    PRIMARY KEY (filing_id, rule)
);
COMMENT ON TABLE filing_explanation IS 'Why a figure is right although a rule warns (情况说明), and whether a reviewer took it as good';

CREATE TABLE key_field_change (
    id            uuid PRIMARY KEY,
    filing_id     uuid        NOT NULL REFERENCES filing,
    enterprise_id uuid        NOT NULL REFERENCES enterprise,
    month         date        NOT NULL,
    status        text        NOT NULL CHECK (status IN ('WAITING', 'APPROVED', 'RETURNED')),
    before        jsonb       NOT NULL,
    proposed      jsonb       NOT NULL,
    reason        text,
    requested_at  timestamptz NOT NULL,
    due_at        timestamptz,
    decided_at    timestamptz,
    decided_by    text,
    CHECK ((status = 'WAITING') = (decided_at IS NULL)),
    CHECK (status <> 'RETURNED' OR reason IS NOT NULL)
);
COMMENT ON TABLE key_field_change IS 'A change of name, code or industry that waits for a senior administrator (企业信息变更)';
COMMENT ON COLUMN key_field_change.decided_by IS 'Login name; null where nobody acted within the time of the model';
CREATE UNIQUE INDEX key_field_change_open ON key_field_change (enterprise_id) WHERE status = 'WAITING';
CREATE INDEX key_field_change_by_filing ON key_field_change (filing_id, requested_at DESC);

CREATE TABLE fact (
    scheme        text NOT NULL,
    month         date NOT NULL,
    enterprise_id uuid NOT NULL,
    form          text NOT NULL,
    row_number    int  NOT NULL,
    field         text NOT NULL,
    c1            numeric,
    c2            numeric,
    c3            numeric,
    c4            numeric,
    c5            numeric,
    c6            numeric,
    c7            numeric,
    c8            numeric,
    PRIMARY KEY (scheme, month, enterprise_id, form, row_number, field)
) PARTITION BY RANGE (month);
COMMENT ON TABLE fact IS 'Figures of accepted reports, for statistics: one row for each indicator; the columns are those of its matrix, in the order of the form';
CREATE TABLE fact_2019 PARTITION OF fact FOR VALUES FROM ('2019-01-01') TO ('2020-01-01');
CREATE TABLE fact_2020 PARTITION OF fact FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE fact_2021 PARTITION OF fact FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE fact_2022 PARTITION OF fact FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
CREATE TABLE fact_2023 PARTITION OF fact FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE fact_2024 PARTITION OF fact FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE fact_2025 PARTITION OF fact FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE fact_2026 PARTITION OF fact FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE fact_2027 PARTITION OF fact FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
CREATE TABLE fact_2028 PARTITION OF fact FOR VALUES FROM ('2028-01-01') TO ('2029-01-01');
CREATE TABLE fact_2029 PARTITION OF fact FOR VALUES FROM ('2029-01-01') TO ('2030-01-01');
CREATE TABLE fact_2030 PARTITION OF fact FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');
CREATE TABLE fact_2031 PARTITION OF fact FOR VALUES FROM ('2031-01-01') TO ('2032-01-01');
CREATE TABLE fact_2032 PARTITION OF fact FOR VALUES FROM ('2032-01-01') TO ('2033-01-01');
CREATE TABLE fact_2033 PARTITION OF fact FOR VALUES FROM ('2033-01-01') TO ('2034-01-01');
CREATE TABLE fact_2034 PARTITION OF fact FOR VALUES FROM ('2034-01-01') TO ('2035-01-01');
CREATE TABLE fact_2035 PARTITION OF fact FOR VALUES FROM ('2035-01-01') TO ('2036-01-01');
CREATE TABLE fact_2036 PARTITION OF fact FOR VALUES FROM ('2036-01-01') TO ('2037-01-01');
CREATE TABLE fact_2037 PARTITION OF fact FOR VALUES FROM ('2037-01-01') TO ('2038-01-01');
CREATE TABLE fact_2038 PARTITION OF fact FOR VALUES FROM ('2038-01-01') TO ('2039-01-01');
CREATE TABLE fact_2039 PARTITION OF fact FOR VALUES FROM ('2039-01-01') TO ('2040-01-01');
CREATE TABLE fact_2040 PARTITION OF fact FOR VALUES FROM ('2040-01-01') TO ('2041-01-01');
CREATE TABLE fact_rest PARTITION OF fact DEFAULT;

--changeset baosong:filing-2
CREATE TABLE product_code (
    code text PRIMARY KEY,
    name text NOT NULL,
    unit text
);
COMMENT ON TABLE product_code IS 'Codes of products (产品代码), loaded by an operator from a list of the statistics; empty before';
CREATE INDEX product_code_by_code ON product_code (code text_pattern_ops);

--changeset baosong:filing-append-only runAlways:true
REVOKE UPDATE, DELETE, TRUNCATE ON filing_step FROM "${app-role}";

--changeset baosong:filing-reminder
CREATE TABLE filing_reminder (
    id            uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    scheme        text        NOT NULL,
    month         date        NOT NULL,
    enterprise_id uuid        NOT NULL REFERENCES enterprise,
    occasion      int,
    account_id    uuid        REFERENCES account,
    desk_name     text,
    day           date        NOT NULL,
    sent_at       timestamptz NOT NULL,
    UNIQUE (scheme, month, enterprise_id, occasion),
    CHECK ((occasion IS NULL) = (account_id IS NOT NULL)),
    CHECK ((account_id IS NULL) = (desk_name IS NULL))
);
COMMENT ON TABLE filing_reminder IS 'Reminders sent to enterprises that had not filed a month (催报): by the model remind, each occasion once, and by administrators, an enterprise at most once a day. Rows are only added';
COMMENT ON COLUMN filing_reminder.account_id IS 'The administrator who sent it; null: the model did';
COMMENT ON COLUMN filing_reminder.occasion IS 'Days from the one the report is asked for by: -5 is five days before, 1 the day after; null: sent by an administrator';
CREATE UNIQUE INDEX filing_reminder_by_hand ON filing_reminder (enterprise_id, day) WHERE occasion IS NULL;
--changeset baosong:filing-explanation-verdict
ALTER TABLE filing_explanation RENAME COLUMN accepted_by TO judged_by;
ALTER TABLE filing_explanation RENAME COLUMN accepted_at TO judged_at;
ALTER TABLE filing_explanation
    ADD COLUMN good        boolean,
    ADD COLUMN remark      text,
    ADD COLUMN judged_desk text;
UPDATE filing_explanation SET good = true, judged_desk = '' WHERE judged_at IS NOT NULL;
ALTER TABLE filing_explanation ADD CHECK ((good IS NULL) = (judged_at IS NULL) AND (good IS NULL) = (judged_desk IS NULL));
COMMENT ON COLUMN filing_explanation.good IS 'What the desk that held the report thinks of the explanation (认可, 不认可); null while nobody has judged it';
COMMENT ON COLUMN filing_explanation.remark IS 'What the reviewer says to it, read by the enterprise';
--changeset baosong:filing-batch-1
ALTER TABLE filing DROP CONSTRAINT filing_method_check;
ALTER TABLE filing ADD CONSTRAINT filing_method_check CHECK (method IN ('ONLINE', 'IMPORT', 'BATCH'));

--changeset baosong:filing-by-month
CREATE INDEX filing_by_month ON filing (scheme, month) INCLUDE (enterprise_id, status, submitted_at);

--changeset baosong:task-application
CREATE TABLE task_application (
    enterprise_id uuid        NOT NULL REFERENCES enterprise,
    application   text        NOT NULL,
    scheme        text        NOT NULL,
    month         date        NOT NULL CHECK (extract(day FROM month) = 1),
    applied_at    timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, application)
);
COMMENT ON TABLE task_application IS 'Which schemes an enterprise applied for (填报任务申请, SUR-20): one of those with the same setting taskApplication';
COMMENT ON COLUMN task_application.month IS 'First month of the first period the enterprise is asked for';
--changeset baosong:filing-reminder-append-only runAlways:true
REVOKE UPDATE, DELETE, TRUNCATE ON filing_reminder FROM "${app-role}";

--changeset baosong:filing-carried
CREATE TABLE filing_carried (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    filing_id        uuid        NOT NULL REFERENCES filing,
    from_revision    uuid        NOT NULL,
    to_revision      uuid        NOT NULL,
    process_instance text        NOT NULL,
    activity         text        NOT NULL,
    carried_at       timestamptz NOT NULL
);
COMMENT ON TABLE filing_carried IS 'Every time a report not yet submitted was carried over to a newer revision of its scheme; rows are only added';
COMMENT ON COLUMN filing_carried.process_instance IS 'The run that carried it over, and not the process of the report, which stays the one it was';
CREATE INDEX filing_carried_by_filing ON filing_carried (filing_id, id);

CREATE TABLE filing_set_aside (
    filing_id    uuid        NOT NULL REFERENCES filing,
    form         text        NOT NULL,
    path         text        NOT NULL,
    value        jsonb       NOT NULL,
    revision_id  uuid        NOT NULL,
    set_aside_at timestamptz NOT NULL,
    PRIMARY KEY (filing_id, form, path)
);
COMMENT ON TABLE filing_set_aside IS 'What was typed into a report and has no place in the forms it was carried over to; goes back where a later revision asks for it';
--changeset baosong:filing-carried-append-only runAlways:true
REVOKE UPDATE, DELETE, TRUNCATE ON filing_carried FROM "${app-role}";
