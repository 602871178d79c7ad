--liquibase formatted sql

--changeset baosong:engine-1
--comment: Every poll for due jobs looks at due dates; without an index many future timers make it slow.
CREATE INDEX baosong_job_due_date ON act_ru_job (duedate_);

--changeset baosong:engine-2
CREATE TABLE scheme_revision (
    id uuid PRIMARY KEY,
    scheme text NOT NULL,
    number integer NOT NULL,
    process_definition_id text NOT NULL,
    called jsonb NOT NULL,
    decisions jsonb NOT NULL,
    forms jsonb NOT NULL,
    settings jsonb NOT NULL,
    holds_from date,
    deployment_id text NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (scheme, number)
);
COMMENT ON TABLE scheme_revision IS 'What belongs together of a scheme after each accepted deployment; rows are only ever added. holds_from is the first day of the first period for which the revision holds, null for always.';
CREATE TABLE packed_model (
    name text PRIMARY KEY,
    sha256 text NOT NULL,
    deployment_id text,
    deployed_at timestamptz NOT NULL
);
COMMENT ON TABLE packed_model IS 'The model files the start-up deployer deployed itself, and the hash of what it deployed: what differs by now was changed by a process owner and stays.';

--changeset baosong:engine-4
--comment: The variables a process starts with, no longer derived from what it calls: evaluated decisions are pinned too.
ALTER TABLE scheme_revision ADD COLUMN pins jsonb NOT NULL DEFAULT '{}';
UPDATE scheme_revision SET pins = (
    SELECT coalesce(jsonb_object_agg(lower(left(name, 1)) || substr(name, 2) || 'Version', version), '{}')
    FROM (SELECT replace(initcap(key), '-', '') AS name, (value ->> 'version')::int AS version
          FROM jsonb_each(called)) AS pinned);
ALTER TABLE scheme_revision ALTER COLUMN pins DROP DEFAULT;

--changeset baosong:engine-3 runAlways:true
--comment: The application may add revisions and change none. Each start grants all tables anew, so each start takes this back.
REVOKE UPDATE, DELETE ON scheme_revision FROM "${app-role}";

--changeset baosong:engine-5
--comment: Who deployed what a revision is made of; null for the start-up, and for revisions older than this column.
ALTER TABLE scheme_revision ADD COLUMN deployed_by uuid;

--changeset baosong:engine-6
--comment: Every task that is completed is asked for tasks below it; without an index the more wait, the slower each is.
CREATE INDEX baosong_task_parent ON act_ru_task (parent_task_id_) WHERE parent_task_id_ IS NOT NULL;
