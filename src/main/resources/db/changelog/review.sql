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
CREATE INDEX review_item_overdue ON review_item (due_at) WHERE due_at IS NOT NULL;

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
--changeset baosong:review-inbox
-- Each order of the inbox has its index, in the words of InboxKeys and InboxCondition, with the id behind it.
CREATE INDEX review_item_by_title ON review_item (desk_id, subject_kind, title, id);
CREATE INDEX review_item_by_region ON review_item (desk_id, subject_kind, region, id);
CREATE INDEX review_item_by_due ON review_item (desk_id, subject_kind, coalesce(due_at, 'infinity'::timestamptz), id);
CREATE INDEX review_item_by_screening ON review_item (desk_id, subject_kind, (CASE screening WHEN 'NOT_PASSED' THEN 0 WHEN 'NOT_COMPARABLE' THEN 1 WHEN 'PASSED' THEN 2 ELSE 3 END), since, id);
CREATE INDEX review_item_by_figure ON review_item (desk_id, subject_kind, coalesce(figure, '-infinity'::numeric), id);
CREATE INDEX review_item_by_growth ON review_item (desk_id, subject_kind, coalesce(growth, 'infinity'::numeric), id);
CREATE INDEX review_item_by_growth_down ON review_item (desk_id, subject_kind, coalesce(growth, '-infinity'::numeric), id);
CREATE INDEX review_item_direct ON review_item (desk_id, subject_kind, since, id) WHERE direct_desk IS NULL OR direct_desk = desk_id;
CREATE INDEX review_item_accepted ON review_item (desk_id, subject_kind, since, id) WHERE direct_desk <> desk_id;

ALTER TABLE review_action
    ADD COLUMN period  date,
    ADD COLUMN user_id text;
COMMENT ON COLUMN review_action.period IS 'Report month of the subject, null for kinds without and for what was decided before the column was';
COMMENT ON COLUMN review_action.user_id IS 'Login name of the enterprise, null where there is none';

--changeset baosong:review-saved-filter
CREATE TABLE saved_filter (
    id         uuid PRIMARY KEY,
    account_id uuid        NOT NULL REFERENCES account,
    kind       text        NOT NULL,
    name       text        NOT NULL,
    parameters jsonb       NOT NULL,
    saved_at   timestamptz NOT NULL,
    UNIQUE (account_id, kind, name)
);
COMMENT ON TABLE saved_filter IS 'Filters of the inbox that somebody keeps for himself: the parameters of its address';

--changeset baosong:review-bulk
ALTER TABLE review_action ADD COLUMN operation_id uuid;
COMMENT ON COLUMN review_action.operation_id IS 'The bulk operation it was part of; null for what was decided by itself';

CREATE TABLE bulk_operation (
    id               uuid PRIMARY KEY,
    action           text        NOT NULL CHECK (action IN ('ACCEPT', 'RETURN', 'ONE_CLICK', 'SKIP_LEVEL')),
    subject_kind     text        NOT NULL,
    account_id       uuid        NOT NULL REFERENCES account,
    actor            text        NOT NULL,
    desks            uuid[]      NOT NULL,
    list             text        NOT NULL,
    reason           text,
    state            text        NOT NULL CHECK (state IN ('PREVIEW', 'WINDOW', 'RUNNING', 'DONE', 'CANCELLED')),
    process_instance text,
    chunks_left      int,
    prepared_at      timestamptz NOT NULL,
    confirmed_at     timestamptz,
    window_ends_at   timestamptz,
    finished_at      timestamptz,
    cancelled_by     text
);
COMMENT ON TABLE bulk_operation IS 'One decision about many reviews: who, at which desks, what, why and when. A preview that is not confirmed is deleted after an hour.';
COMMENT ON COLUMN bulk_operation.desks IS 'The desks in whose name it decides: whoever holds one of them sees it and may cancel it';
COMMENT ON COLUMN bulk_operation.list IS 'The list it was prepared from, as the address of the inbox names it; empty for all of the kind';
CREATE INDEX bulk_operation_by_desk ON bulk_operation USING gin (desks);

CREATE TABLE bulk_left_out (
    operation_id uuid NOT NULL REFERENCES bulk_operation ON DELETE CASCADE,
    why          text NOT NULL,
    number       int  NOT NULL,
    PRIMARY KEY (operation_id, why)
);
COMMENT ON TABLE bulk_left_out IS 'How many the preview left out, and why';

CREATE TABLE bulk_chunk (
    id               uuid PRIMARY KEY,
    operation_id     uuid NOT NULL REFERENCES bulk_operation ON DELETE CASCADE,
    number           int  NOT NULL,
    process_instance text,
    done             boolean NOT NULL DEFAULT false,
    UNIQUE (operation_id, number)
);
COMMENT ON TABLE bulk_chunk IS 'The part of a bulk operation that one process instance decides';

CREATE TABLE bulk_item (
    operation_id   uuid NOT NULL REFERENCES bulk_operation ON DELETE CASCADE,
    position       int  NOT NULL,
    review_item_id uuid NOT NULL,
    subject_id     uuid NOT NULL,
    title          text NOT NULL,
    detail         text NOT NULL,
    user_id        text,
    region         text NOT NULL,
    desk_id        uuid NOT NULL REFERENCES desk,
    acting_desk    uuid NOT NULL REFERENCES desk,
    direct_desk    uuid REFERENCES desk,
    screening      text,
    chunk          int,
    result         text NOT NULL DEFAULT 'PENDING' CHECK (result IN (
        'PENDING', 'DONE', 'WITHDRAWN', 'DECIDED_BY_OTHER', 'MOVED', 'NOT_ALLOWED', 'FAILED')),
    said           text,
    said_at        timestamptz,
    decided_at     timestamptz,
    PRIMARY KEY (operation_id, position)
);
COMMENT ON TABLE bulk_item IS 'The exact set the preview showed, in the order of the subjects, and what became of each';
COMMENT ON COLUMN bulk_item.acting_desk IS 'The desk in whose name it is decided: where it waits, or the province that skips the levels between';
COMMENT ON COLUMN bulk_item.said IS 'Who decided it instead, where it waits instead, or the key of the text that says why it failed';
CREATE INDEX bulk_item_by_chunk ON bulk_item (operation_id, chunk, position);
CREATE INDEX bulk_item_by_result ON bulk_item (operation_id, result, position);
CREATE INDEX bulk_item_open ON bulk_item (review_item_id) WHERE result = 'PENDING';

--changeset baosong:review-inbox-counted
-- With the column itself beside the expression a count needs the index alone.
DROP INDEX review_item_by_due;
DROP INDEX review_item_by_screening;
CREATE INDEX review_item_by_due ON review_item (desk_id, subject_kind, coalesce(due_at, 'infinity'::timestamptz), id) INCLUDE (due_at);
CREATE INDEX review_item_by_screening ON review_item (desk_id, subject_kind, (CASE screening WHEN 'NOT_PASSED' THEN 0 WHEN 'NOT_COMPARABLE' THEN 1 WHEN 'PASSED' THEN 2 ELSE 3 END), since, id) INCLUDE (screening);
CREATE INDEX review_item_by_figure_up ON review_item (desk_id, subject_kind, coalesce(figure, 'infinity'::numeric), id);

--changeset baosong:review-closed-desk
ALTER TABLE review_escalation DROP CONSTRAINT review_escalation_cause_check;
ALTER TABLE review_escalation ADD CONSTRAINT review_escalation_cause_check
    CHECK (cause IN ('OVERDUE', 'SUBSTITUTE', 'VACANT', 'REASSIGNED', 'CLOSED'));
