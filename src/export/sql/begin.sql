\set ON_ERROR_STOP on
BEGIN;
SET LOCAL client_encoding = 'UTF8';
SET LOCAL client_min_messages = warning;
SET LOCAL maintenance_work_mem = '256MB';
DO $$ BEGIN
    IF current_setting('server_encoding') <> 'UTF8' THEN
        RAISE EXCEPTION 'the encoding of the database is %, not UTF8', current_setting('server_encoding');
    END IF;
END $$;
DROP SCHEMA IF EXISTS lawat CASCADE;
CREATE SCHEMA lawat;
SET LOCAL search_path = lawat;

