--liquibase formatted sql

--changeset baosong:review-1
CREATE TABLE review_item (
    id           uuid PRIMARY KEY,
    task_id      text        NOT NULL UNIQUE,
    task_key     text        NOT NULL,
    subject_kind text        NOT NULL,
    subject_id   uuid        NOT NULL UNIQUE,
    title        text        NOT NULL,
    region       text        NOT NULL,
    desk_id      uuid        NOT NULL REFERENCES desk,
    level        text        NOT NULL,
    since        timestamptz NOT NULL
);
COMMENT ON TABLE review_item IS 'The inbox: one row for each review that waits, written in the transaction of the engine. No foreign key leads into the tables of the engine.';
CREATE INDEX review_item_by_desk ON review_item (desk_id, subject_kind, since, id);

CREATE TABLE review_action (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject_kind text        NOT NULL,
    subject_id   uuid        NOT NULL,
    title        text        NOT NULL,
    desk_id      uuid        NOT NULL REFERENCES desk,
    desk_name    text        NOT NULL,
    account_id   uuid        NOT NULL REFERENCES account,
    actor        text        NOT NULL,
    decision     text        NOT NULL CHECK (decision IN ('ACCEPTED', 'RETURNED')),
    reason       text,
    acted_at     timestamptz NOT NULL,
    CHECK (decision <> 'RETURNED' OR reason IS NOT NULL)
);
COMMENT ON TABLE review_action IS 'Who decided what, when and why; rows are only added';
CREATE INDEX review_action_by_subject ON review_action (subject_id, id);
CREATE INDEX review_action_by_desk ON review_action (desk_id, subject_kind, id DESC);

--changeset baosong:review-append-only runAlways:true
REVOKE UPDATE, DELETE, TRUNCATE ON review_action FROM "${app-role}";

--changeset baosong:review-detail
ALTER TABLE review_item ADD COLUMN detail text NOT NULL DEFAULT '';
ALTER TABLE review_action ADD COLUMN detail text NOT NULL DEFAULT '';
COMMENT ON COLUMN review_item.detail IS 'Second line of the subject, such as the month of a report; empty for none';

--changeset baosong:review-return-request
CREATE TABLE return_request (
    subject_id uuid PRIMARY KEY,
    reason     text        NOT NULL,
    asked_by   uuid        NOT NULL REFERENCES account,
    asked_at   timestamptz NOT NULL
);
COMMENT ON TABLE return_request IS 'An enterprise asks to have returned what waits for review (请求退回). A subject waits at most once, so it names its row of review_item, whichever desk that stands at; deleted in the transaction in which the subject stops waiting.';

--changeset baosong:review-facets
ALTER TABLE review_item
    ADD COLUMN due_at        timestamptz,
    ADD COLUMN direct_desk   uuid REFERENCES desk,
    ADD COLUMN enterprise_id uuid,
    ADD COLUMN user_id       text,
    ADD COLUMN period        date,
    ADD COLUMN screening     text CHECK (screening IN ('PASSED', 'NOT_PASSED', 'NOT_COMPARABLE')),
    ADD COLUMN warnings      int  NOT NULL DEFAULT 0,
    ADD COLUMN region_path   text NOT NULL DEFAULT '',
    ADD COLUMN industry_path text NOT NULL DEFAULT '',
    ADD COLUMN figure        numeric,
    ADD COLUMN growth        numeric;
COMMENT ON COLUMN review_item.due_at IS 'When the review is overdue at this desk (setting dueAfter of the task); null for never';
COMMENT ON COLUMN review_item.direct_desk IS 'The desk it came to first (直接授权审核员)';
COMMENT ON COLUMN review_item.region_path IS 'Codes of the region and those around it, the widest first, with / between';
COMMENT ON COLUMN review_item.industry_path IS 'Codes of the industry and those around it, the widest first, with / between';
COMMENT ON COLUMN review_item.figure IS 'Headline figure of the scheme when the review came to this desk, growth of it in %';

--changeset baosong:review-by-enterprise
CREATE INDEX review_item_by_enterprise ON review_item (enterprise_id, subject_id);
--changeset baosong:review-escalation
ALTER TABLE review_item ADD COLUMN escalated_from uuid REFERENCES desk;
COMMENT ON COLUMN review_item.escalated_from IS 'The desk that was passed by when the review was handed on without a decision; null where it waits where the model sent it';
CREATE INDEX review_item_by_due ON review_item (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE review_escalation (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    item_id      uuid        NOT NULL,
    subject_kind text        NOT NULL,
    subject_id   uuid        NOT NULL,
    from_desk    uuid        NOT NULL REFERENCES desk,
    to_desk      uuid        NOT NULL REFERENCES desk,
    cause        text        NOT NULL CHECK (cause IN ('OVERDUE', 'SUBSTITUTE', 'VACANT', 'REASSIGNED')),
    account_id   uuid REFERENCES account,
    was_due_at   timestamptz,
    handed_at    timestamptz NOT NULL
);
COMMENT ON TABLE review_escalation IS 'Reviews that came to another desk, or to a substitute at the same, without a decision: who had it, who has it now, when and why. Rows are only added.';
COMMENT ON COLUMN review_escalation.account_id IS 'Who moved it; null for the daily sweep';
CREATE INDEX review_escalation_by_subject ON review_escalation (subject_id, id);
CREATE INDEX review_escalation_by_from ON review_escalation (from_desk, handed_at);
CREATE INDEX review_escalation_by_to ON review_escalation (to_desk, handed_at);

CREATE TABLE review_digest (
    desk_id uuid        NOT NULL REFERENCES desk,
    day     date        NOT NULL,
    sent_at timestamptz NOT NULL,
    PRIMARY KEY (desk_id, day)
);
COMMENT ON TABLE review_digest IS 'The days on which the holders of a desk were told what is overdue there: once a day';

--changeset baosong:review-escalation-append-only runAlways:true
REVOKE UPDATE, DELETE, TRUNCATE ON review_escalation FROM "${app-role}";
