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

--changeset baosong:messaging-3
--comment: Another way for a message that must not wait for a dead gateway, and how each way is doing.
ALTER TABLE outbox_message ADD COLUMN subject text;
ALTER TABLE outbox_message ADD COLUMN fallback_recipient text;
COMMENT ON COLUMN outbox_message.fallback_recipient IS 'E-mail address an urgent SMS goes to when no SMS can be sent';
CREATE TABLE channel_state (
    channel text PRIMARY KEY,
    failures integer NOT NULL,
    failing_since timestamptz NOT NULL,
    last_failure_at timestamptz NOT NULL,
    last_error text NOT NULL
);
COMMENT ON TABLE channel_state IS 'Ways that fail at the moment: a row appears with the first failure and goes with the next success';

--changeset baosong:messaging-4
ALTER TABLE demo_inbox RENAME COLUMN phone TO recipient;
ALTER TABLE demo_inbox ADD COLUMN channel text NOT NULL DEFAULT 'SMS';
ALTER TABLE demo_inbox ADD COLUMN subject text;

--changeset baosong:messaging-5
CREATE TABLE personal_message (
    id uuid PRIMARY KEY,
    recipient uuid NOT NULL,
    template text NOT NULL,
    arguments jsonb NOT NULL,
    link text,
    created_at timestamptz NOT NULL,
    read_at timestamptz
);
COMMENT ON TABLE personal_message IS 'Messages in the application (我的消息); the text is made from the template when it is read, in the reader''s language';
COMMENT ON COLUMN personal_message.recipient IS 'Id of an account; messaging knows no more of accounts';
CREATE INDEX personal_message_newest ON personal_message (recipient, created_at DESC, id);
CREATE INDEX personal_message_unread ON personal_message (recipient) WHERE read_at IS NULL;

--changeset baosong:messaging-6
--comment: Fresh attempts without a fence that goes back, one try at a time for a way that fails, and pages of an operator.
ALTER TABLE outbox_message ADD COLUMN attempts_before integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN outbox_message.attempts IS 'Only grows, so that a worker that was too slow is known by it';
COMMENT ON COLUMN outbox_message.attempts_before IS 'Attempts that no longer count: before it was sent again, or went over to e-mail';
COMMENT ON COLUMN outbox_message.last_error IS 'Emptied while a worker has the message, so that a waiting one is told from one in hand';
ALTER TABLE channel_state ADD COLUMN probed_at timestamptz;
COMMENT ON COLUMN channel_state.probed_at IS 'When a message was last tried to see whether this way works again';
DROP INDEX outbox_message_due;
CREATE INDEX outbox_message_waiting ON outbox_message (channel, urgent, next_attempt_at) WHERE status = 'QUEUED';
CREATE INDEX outbox_message_newest ON outbox_message (created_at DESC, id);
CREATE INDEX outbox_message_recipient ON outbox_message (recipient text_pattern_ops, created_at DESC);
CREATE TABLE outbox_resend (
    message uuid NOT NULL,
    resent_by text NOT NULL,
    resent_at timestamptz NOT NULL
);
COMMENT ON TABLE outbox_resend IS 'Which operator sent which message again, and when; only added to';
CREATE INDEX outbox_resend_message ON outbox_resend (message, resent_at DESC);

--changeset baosong:outbox-resend-append-only runAlways:true
REVOKE UPDATE, DELETE, TRUNCATE ON outbox_resend FROM "${app-role}";
