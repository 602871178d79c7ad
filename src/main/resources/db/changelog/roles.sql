--liquibase formatted sql

--changeset baosong:grant-to-application-role runAlways:true
--comment: Migrations run as the owner. The application's own role reads and writes rows, and changes no table.
GRANT USAGE ON SCHEMA public TO "${app-role}";
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "${app-role}";
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO "${app-role}";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "${app-role}";
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO "${app-role}";
