--liquibase formatted sql

--changeset baosong:messaging-1
CREATE TABLE outbox_message (
    id uuid PRIMARY KEY,
    channel text NOT NULL CHECK (channel IN ('SMS', 'EMAIL')),
    recipient text NOT NULL,
    template text NOT NULL,
    locale text NOT NULL,
    body text,
    urgent boolean NOT NULL,
    status text NOT NULL DEFAULT 'QUEUED' CHECK (status IN ('QUEUED', 'SENT', 'FAILED')),
    created_at timestamptz NOT NULL,
    sent_at timestamptz,
    attempts integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    last_error text
);
COMMENT ON TABLE outbox_message IS 'Messages to leave the platform, written in the transaction of the business they tell about';
COMMENT ON COLUMN outbox_message.body IS 'The text as it is sent; emptied once it is sent, or, if urgent, given up';
COMMENT ON COLUMN outbox_message.next_attempt_at IS 'When it is due; while a worker sends it, the end of the worker''s lease';
CREATE INDEX outbox_message_due ON outbox_message (urgent DESC, next_attempt_at) WHERE status = 'QUEUED';
CREATE INDEX outbox_message_failed ON outbox_message (created_at) WHERE status = 'FAILED';

--changeset baosong:messaging-2
CREATE TABLE demo_inbox (
    id uuid PRIMARY KEY,
    phone text NOT NULL,
    body text NOT NULL,
    received_at timestamptz NOT NULL
);
COMMENT ON TABLE demo_inbox IS 'What the demo profile has sent, in place of telephones; empty elsewhere';
CREATE INDEX demo_inbox_newest ON demo_inbox (received_at DESC);
