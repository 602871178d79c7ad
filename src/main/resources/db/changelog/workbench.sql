--liquibase formatted sql

--changeset baosong:workbench-1
CREATE TABLE process_intervention (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL,
    at timestamptz NOT NULL,
    kind text NOT NULL,
    process text NOT NULL,
    version integer NOT NULL,
    instance text,
    affected integer NOT NULL,
    reason text NOT NULL
);
CREATE INDEX process_intervention_process ON process_intervention (process, at DESC);
CREATE INDEX process_intervention_instance ON process_intervention (instance, at DESC) WHERE instance IS NOT NULL;
COMMENT ON TABLE process_intervention IS 'What process owners and operators did to running processes: suspended, activated, tried again. Rows are only ever added.';

--changeset baosong:workbench-2 runAlways:true
--comment: The application may add rows and change none.
REVOKE UPDATE, DELETE ON process_intervention FROM "${app-role}";
