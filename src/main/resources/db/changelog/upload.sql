--liquibase formatted sql

--changeset baosong:upload-1
CREATE TABLE upload_run (
    id               uuid PRIMARY KEY,
    process          text        NOT NULL,
    uploaded_by      uuid        NOT NULL REFERENCES account,
    file_name        text        NOT NULL,
    context          jsonb       NOT NULL DEFAULT '{}',
    process_instance text,
    uploaded_at      timestamptz NOT NULL,
    finished_at      timestamptz
);
COMMENT ON TABLE upload_run IS 'A workbook of many rows that a process works off: enterprises of the old platform, reports filed for others';
COMMENT ON COLUMN upload_run.process IS 'Key of that process';
COMMENT ON COLUMN upload_run.context IS 'What all its rows have in common: the month, the revision, where the columns stand';
CREATE INDEX upload_run_newest ON upload_run (process, uploaded_at DESC, id);
CREATE INDEX upload_run_of_uploader ON upload_run (uploaded_by, process, uploaded_at DESC, id);

CREATE TABLE upload_row (
    run_id     uuid  NOT NULL REFERENCES upload_run,
    number     int   NOT NULL,
    login_name text  NOT NULL,
    name       text  NOT NULL,
    cells      jsonb NOT NULL,
    status     text  NOT NULL CHECK (status IN ('PENDING', 'DONE', 'ALREADY', 'REFUSED')),
    problems   jsonb NOT NULL,
    subject_id uuid,
    activity   text,
    decided_at timestamptz,
    PRIMARY KEY (run_id, number),
    CHECK ((status = 'PENDING') = (decided_at IS NULL)),
    CHECK ((status = 'DONE') = (subject_id IS NOT NULL))
);
COMMENT ON TABLE upload_row IS 'The line of one enterprise in such a workbook and what has become of it; decided in steps of the engine only';
COMMENT ON COLUMN upload_row.cells IS 'What was typed, by column; emptied when the row is decided';
COMMENT ON COLUMN upload_row.subject_id IS 'What was made of it: an enterprise or a report, as the process of the run says';
CREATE INDEX upload_row_by_status ON upload_row (run_id, status, number);
