--liquibase formatted sql

--changeset baosong:grant-to-application-role runAlways:true splitStatements:false
--comment: Migrations run as the owner. The application's own role reads and writes rows, and changes no table. What was granted once is left alone, so that an append-only table is never writable for a moment.
GRANT USAGE ON SCHEMA public TO "${app-role}";
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO "${app-role}";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "${app-role}";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO "${app-role}";
DO $$
DECLARE
    ungranted regclass;
BEGIN
    FOR ungranted IN
        SELECT c.oid::regclass
        FROM pg_class c
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
          AND NOT has_table_privilege('${app-role}', c.oid, 'SELECT')
    LOOP
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO %I', ungranted, '${app-role}');
    END LOOP;
END
$$;
