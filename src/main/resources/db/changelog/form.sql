--liquibase formatted sql

--changeset baosong:form-1
CREATE TABLE form_draft (
    subject  uuid         NOT NULL,
    form     varchar(200) NOT NULL,
    "values" jsonb        NOT NULL,
    version  bigint       NOT NULL,
    saved_at timestamptz  NOT NULL,
    PRIMARY KEY (subject, form),
    CHECK (jsonb_typeof("values") = 'object')
);
COMMENT ON TABLE form_draft IS 'What has been filled in and not yet submitted, as typed: one row per subject and form, values by path.';
COMMENT ON COLUMN form_draft.version IS 'Counts the saves.';
