-- migrate: upgrade from base to b2: 2 revisions, 6 statements
--
-- for     PostgreSQL 18.0 and later
-- by      migrate 1.0, which asked no database
-- run it  psql --no-psqlrc --host=… --username=… --dbname=… --file=base_b2.sql
--
-- It stops before it changes anything, unless the database stands at base or at a step of this script.
-- Run a second time it changes nothing. It keeps the books that a run keeps, so that migrate:current,
-- migrate:upgrade and migrate:downgrade go on from where it ends.

\set ON_ERROR_STOP on
\set ON_ERROR_ROLLBACK off
\set AUTOCOMMIT on
\set QUIET on
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN pg_catalog.version() NOT LIKE 'PostgreSQL %' THEN 'migrate: the script is for PostgreSQL, the server is ' || pg_catalog.version() ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN pg_catalog.current_setting('server_version_num')::int < 180000 THEN 'migrate: the script is for PostgreSQL 18 and later, the server is ' || pg_catalog.current_setting('server_version') || ': write it with -Dmigrate.dialect=postgresql:<version>' ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
RESET ALL; RESET ROLE;
SET client_encoding = 'UTF8'; SET standard_conforming_strings = on; SET client_min_messages = warning;
SELECT coalesce(pg_catalog.current_schema(), '') AS migrate_schema, pg_catalog.to_char(pg_catalog.clock_timestamp() AT TIME ZONE 'UTC', 'YYYYMMDD"T"HH24MISSMS') || '-' || pg_catalog.substr(pg_catalog.gen_random_uuid()::text, 1, 8) AS migrate_run \gset
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN :'migrate_schema' = '' THEN 'migrate: the connection is in no schema that exists; set search_path, or write the script with migrate.schema' ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
SELECT 'migrate:' || pg_catalog.left(pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(pg_catalog.lower(:'migrate_schema' || E'\n' || 'migrate_version'), 'UTF8')), 'hex'), 40) AS migrate_lock_name \gset
SELECT ('x' || pg_catalog.left(pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(:'migrate_lock_name', 'UTF8')), 'hex'), 16))::bit(64)::bigint AS migrate_lock \gset
SELECT pg_catalog.set_config('migrate.lock', :'migrate_lock', false) AS migrate_ignored \gset
DO $migrate$ BEGIN
  FOR i IN 0..60 LOOP
    IF pg_try_advisory_lock(current_setting('migrate.lock')::bigint) THEN RETURN; END IF;
    PERFORM pg_sleep(1);
  END LOOP;
  RAISE EXCEPTION 'migrate: another run or script holds the lock';
END $migrate$;

-- -----------------------------------------------------------------------------
-- migrate's own tables
-- -----------------------------------------------------------------------------
CREATE TABLE IF NOT EXISTS :"migrate_schema".migrate_version (
  version_num VARCHAR(64) NOT NULL PRIMARY KEY
);
CREATE TABLE IF NOT EXISTS :"migrate_schema".migrate_lock (
  name VARCHAR(64) NOT NULL PRIMARY KEY,
  token VARCHAR(64),
  beat BIGINT DEFAULT 0 NOT NULL
);
CREATE TABLE IF NOT EXISTS :"migrate_schema".migrate_info (
  name VARCHAR(64) NOT NULL PRIMARY KEY,
  content VARCHAR(255) NOT NULL
);
CREATE TABLE IF NOT EXISTS :"migrate_schema".migrate_history (
  step VARCHAR(64) NOT NULL PRIMARY KEY,
  version_table VARCHAR(255) NOT NULL,
  revision VARCHAR(64) NOT NULL,
  direction VARCHAR(64) NOT NULL,
  down TEXT NOT NULL,
  depends_on TEXT NOT NULL,
  labels TEXT NOT NULL,
  operations TEXT NOT NULL,
  source_checksum VARCHAR(255),
  ops_hash VARCHAR(255),
  status VARCHAR(64) NOT NULL,
  who VARCHAR(255) NOT NULL,
  host VARCHAR(255) NOT NULL,
  tool VARCHAR(255) NOT NULL,
  environment VARCHAR(255) NOT NULL,
  started TIMESTAMP(6) NOT NULL,
  ended TIMESTAMP(6),
  millis BIGINT,
  statements INTEGER,
  error TEXT
);
CREATE TABLE IF NOT EXISTS :"migrate_schema".migrate_journal (
  step VARCHAR(64) NOT NULL,
  attempt INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  sub INTEGER NOT NULL,
  state VARCHAR(64) NOT NULL,
  sql_text TEXT NOT NULL,
  sql_hash VARCHAR(255) NOT NULL,
  decisions TEXT NOT NULL,
  before_digest VARCHAR(255),
  after_digest VARCHAR(255),
  session_id VARCHAR(255) NOT NULL,
  server_id VARCHAR(255) NOT NULL,
  cursor_key TEXT,
  upper_bound TEXT,
  started TIMESTAMP(6) NOT NULL,
  ended TIMESTAMP(6),
  PRIMARY KEY (step, attempt, ordinal, sub)
);
INSERT INTO :"migrate_schema".migrate_info (name, content) VALUES ('layout', '1') ON CONFLICT DO NOTHING;
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN EXISTS (SELECT 1 FROM :"migrate_schema".migrate_info WHERE name = 'layout' AND content <> '1') THEN 'migrate: its tables are of another version of migrate: write the script with the one that wrote them, or a later one' ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN (COALESCE((SELECT content FROM :"migrate_schema".migrate_info WHERE name = 'environment'), '') <> '' OR COALESCE((SELECT content FROM :"migrate_schema".migrate_info WHERE name = 'production'), 'false') = 'true') AND (COALESCE((SELECT content FROM :"migrate_schema".migrate_info WHERE name = 'environment'), '') <> '' OR COALESCE((SELECT content FROM :"migrate_schema".migrate_info WHERE name = 'production'), 'false') <> 'false') THEN 'migrate: the database is marked "' || COALESCE((SELECT content FROM :"migrate_schema".migrate_info WHERE name = 'environment'), '') || CASE WHEN COALESCE((SELECT content FROM :"migrate_schema".migrate_info WHERE name = 'production'), 'false') = 'true' THEN '", production' ELSE '"' END || '; the script is for no environment; nothing was changed' ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
SELECT (SELECT coalesce(pg_catalog.string_agg(version_num, ' ' ORDER BY version_num COLLATE "C"), '') FROM :"migrate_schema".migrate_version) AS migrate_rows \gset
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN :'migrate_rows' NOT IN ('', 'a1', 'b2') THEN 'migrate: the database stands at ' || coalesce(nullif(:'migrate_rows', ''), 'base') || ', the script leads from base to b2' ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
UPDATE :"migrate_schema".migrate_history SET status = 'failed', ended = (pg_catalog.clock_timestamp() AT TIME ZONE 'UTC'), error = 'the run ended before any of it took effect' WHERE version_table = 'migrate_version' AND status = 'started' AND step NOT IN (SELECT step FROM :"migrate_schema".migrate_journal);

-- -----------------------------------------------------------------------------
-- step 1 of 2: <base> -> a1, does a1
-- -----------------------------------------------------------------------------
SELECT :'migrate_rows' = '' AS migrate_due \gset
\if :migrate_due
RESET ALL; RESET ROLE;
SET client_encoding = 'UTF8'; SET standard_conforming_strings = on; SET client_min_messages = warning;
SELECT (SELECT coalesce(min(step), '') FROM :"migrate_schema".migrate_history WHERE version_table = 'migrate_version' AND step IN (SELECT step FROM :"migrate_schema".migrate_journal)) AS migrate_half \gset
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN :'migrate_half' <> '' THEN 'migrate: ' || (SELECT min(revision) FROM :"migrate_schema".migrate_history WHERE step = :'migrate_half') || CASE WHEN (SELECT min(direction) FROM :"migrate_schema".migrate_history WHERE step = :'migrate_half') = 'down' THEN ' is half undone' ELSE ' is half applied' END || ', and not by what the script does at a1: finish it with mvn migrate:' || CASE WHEN (SELECT min(direction) FROM :"migrate_schema".migrate_history WHERE step = :'migrate_half') = 'down' THEN 'downgrade' ELSE 'upgrade' END ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN EXISTS (SELECT 1 FROM :"migrate_schema".migrate_journal WHERE step = :'migrate_half' AND state <> 'done') THEN 'migrate: a statement of a1 is in doubt: mvn migrate:upgrade asks about it' ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
SELECT :'migrate_half' <> '' AS migrate_resumed, coalesce(nullif(:'migrate_half', ''), :'migrate_run' || '-100001') AS migrate_step, coalesce((SELECT max(ordinal * 1000000 + sub) FROM :"migrate_schema".migrate_journal WHERE step = :'migrate_half'), 0) AS migrate_done \gset
BEGIN;
INSERT INTO :"migrate_schema".migrate_history (step, version_table, revision, direction, down, depends_on, labels, operations, source_checksum, ops_hash, status, who, host, tool, environment, started) VALUES (:'migrate_step', 'migrate_version', 'a1', 'up', '', '', '', 'CreateTable{definition=Table{name=TableName{name="users";};columns=[Column{name="id";type=IntegerType{bits=64;};},Column{name="email";type=VarChar{length=320;};comment="it''s unique; by hand";},];primaryKey=PrimaryKey{name="pk_users";columns=["id",];};};}
', NULL, '1:af9d2dd61f12a53b9c5fc23c8f38017d1c12fc372fe7a6f6eb3c14e284a6fff0 for postgresql/63', 'started', session_user, coalesce(pg_catalog.host(pg_catalog.inet_client_addr()), 'localhost'), 'migrate 1.0, script', '', (pg_catalog.clock_timestamp() AT TIME ZONE 'UTC'));

-- 1 of 2: create table users
CREATE TABLE users (
  id BIGINT NOT NULL,
  email VARCHAR(320) NOT NULL,
  CONSTRAINT pk_users PRIMARY KEY (id)
);

-- 2 of 2: create table users
COMMENT ON COLUMN users.email IS 'it''s unique; by hand';

-- the version table, the history
DELETE FROM :"migrate_schema".migrate_journal WHERE step = :'migrate_step';
INSERT INTO :"migrate_schema".migrate_version (version_num) VALUES ('a1');
UPDATE :"migrate_schema".migrate_history SET status = 'done', ended = (pg_catalog.clock_timestamp() AT TIME ZONE 'UTC'), millis = (EXTRACT(EPOCH FROM pg_catalog.clock_timestamp() AT TIME ZONE 'UTC' - started) * 1000)::bigint, statements = 2, error = NULL WHERE step = :'migrate_step';
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN (SELECT coalesce(pg_catalog.string_agg(version_num, ' ' ORDER BY version_num COLLATE "C"), '') FROM :"migrate_schema".migrate_version) <> 'a1' THEN 'migrate: something else wrote into the version table while the script ran' ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
COMMIT;
SELECT (SELECT coalesce(pg_catalog.string_agg(version_num, ' ' ORDER BY version_num COLLATE "C"), '') FROM :"migrate_schema".migrate_version) AS migrate_rows \gset
\echo migrate: step 1 of 2 is done
\endif

-- -----------------------------------------------------------------------------
-- step 2 of 2: a1 -> b2, does b2
-- -----------------------------------------------------------------------------
SELECT :'migrate_rows' = 'a1' AS migrate_due \gset
\if :migrate_due
RESET ALL; RESET ROLE;
SET client_encoding = 'UTF8'; SET standard_conforming_strings = on; SET client_min_messages = warning;
SELECT (SELECT coalesce(min(step), '') FROM :"migrate_schema".migrate_history WHERE version_table = 'migrate_version' AND step IN (SELECT step FROM :"migrate_schema".migrate_journal)) AS migrate_half \gset
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN :'migrate_half' <> '' AND NOT EXISTS (SELECT 1 FROM :"migrate_schema".migrate_history WHERE step = :'migrate_half' AND revision = 'b2' AND direction = 'up' AND ops_hash = '1:80d3e664067642395c17975aea53a2dce921b3b5d34a7e64119f65977ead39df for postgresql/63') THEN 'migrate: ' || (SELECT min(revision) FROM :"migrate_schema".migrate_history WHERE step = :'migrate_half') || CASE WHEN (SELECT min(direction) FROM :"migrate_schema".migrate_history WHERE step = :'migrate_half') = 'down' THEN ' is half undone' ELSE ' is half applied' END || ', and not by what the script does at b2: finish it with mvn migrate:' || CASE WHEN (SELECT min(direction) FROM :"migrate_schema".migrate_history WHERE step = :'migrate_half') = 'down' THEN 'downgrade' ELSE 'upgrade' END ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN EXISTS (SELECT 1 FROM :"migrate_schema".migrate_journal WHERE step = :'migrate_half' AND state <> 'done') THEN 'migrate: a statement of b2 is in doubt: mvn migrate:upgrade asks about it' ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
SELECT :'migrate_half' <> '' AS migrate_resumed, coalesce(nullif(:'migrate_half', ''), :'migrate_run' || '-100002') AS migrate_step, coalesce((SELECT max(ordinal * 1000000 + sub) FROM :"migrate_schema".migrate_journal WHERE step = :'migrate_half'), 0) AS migrate_done \gset
BEGIN;
\if :migrate_resumed
UPDATE :"migrate_schema".migrate_history SET status = 'started', ended = NULL, error = NULL, operations = E'AlterColumn{table=TableName{name="users";};column="email";type=VarChar{length=400;};}\x0aInsertRows{table=TableName{name="users";};columns=["id","email",];rows=[[1,"a\\\\b",],];}\x0aVerifyAnswer{what="there is one";query="SELECT count(*) FROM users";expected=1;}\x0aCreateIndex{table=TableName{name="users";};index=Index{name="ix_users_email";parts=[Part{term="email";},];};concurrently=true;}\x0a', source_checksum = NULL, ops_hash = '1:80d3e664067642395c17975aea53a2dce921b3b5d34a7e64119f65977ead39df for postgresql/63', who = session_user, host = coalesce(pg_catalog.host(pg_catalog.inet_client_addr()), 'localhost'), tool = 'migrate 1.0, script', environment = '' WHERE step = :'migrate_step';
\else
INSERT INTO :"migrate_schema".migrate_history (step, version_table, revision, direction, down, depends_on, labels, operations, source_checksum, ops_hash, status, who, host, tool, environment, started) VALUES (:'migrate_step', 'migrate_version', 'b2', 'up', 'a1', '', '', E'AlterColumn{table=TableName{name="users";};column="email";type=VarChar{length=400;};}\x0aInsertRows{table=TableName{name="users";};columns=["id","email",];rows=[[1,"a\\\\b",],];}\x0aVerifyAnswer{what="there is one";query="SELECT count(*) FROM users";expected=1;}\x0aCreateIndex{table=TableName{name="users";};index=Index{name="ix_users_email";parts=[Part{term="email";},];};concurrently=true;}\x0a', NULL, '1:80d3e664067642395c17975aea53a2dce921b3b5d34a7e64119f65977ead39df for postgresql/63', 'started', session_user, coalesce(pg_catalog.host(pg_catalog.inet_client_addr()), 'localhost'), 'migrate 1.0, script', '', (pg_catalog.clock_timestamp() AT TIME ZONE 'UTC'));
\endif
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN :migrate_done BETWEEN 1000001 AND 3000000 THEN 'migrate: a run has ended within these statements: go on with mvn migrate:upgrade' ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
SELECT :migrate_done < 3000001 AS migrate_do \gset
\if :migrate_do

-- 1 of 4: alter column users.email
ALTER TABLE users ALTER COLUMN email SET DATA TYPE VARCHAR(400);

-- 2 of 4: insert 1 row into users
INSERT INTO users (id, email) VALUES (1, E'a\\b');

-- 3 of 4: verify that there is one
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN (SELECT count(*) FROM users) IS DISTINCT FROM 1 THEN 'migrate: not true: there is one' ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
INSERT INTO :"migrate_schema".migrate_journal (step, attempt, ordinal, sub, state, sql_text, sql_hash, decisions, session_id, server_id, started) VALUES (:'migrate_step', 1, 2, 1, 'started', E'INSERT INTO users (id, email) VALUES (1, E''a\\\\b'')', '1:f4211cbd53ac476d58a76bd8cbf960e6e628b4db55855832ca6bd3a8024692ac', '2 1 1 
', pg_catalog.pg_backend_pid(), coalesce(pg_catalog.host(pg_catalog.inet_server_addr()), 'localhost') || ':' || pg_catalog.current_setting('port'), (pg_catalog.clock_timestamp() AT TIME ZONE 'UTC'));
UPDATE :"migrate_schema".migrate_journal SET state = 'done', ordinal = 2, sub = 1, decisions = '2 1 1 
', ended = (pg_catalog.clock_timestamp() AT TIME ZONE 'UTC') WHERE step = :'migrate_step' AND attempt = 1 AND ordinal = 2 AND sub = 1;
\endif
SELECT :migrate_done < 4000001 AS migrate_do \gset
\if :migrate_do
INSERT INTO :"migrate_schema".migrate_journal (step, attempt, ordinal, sub, state, sql_text, sql_hash, decisions, session_id, server_id, started) VALUES (:'migrate_step', 1, 4, 1, 'started', 'CREATE INDEX CONCURRENTLY ix_users_email ON users (email)', '1:2b53d71cd30f084899d17d21d645d82d8753f543f35f2bcae3ebfcd9d9efa477', '4 1 1 
', pg_catalog.pg_backend_pid(), coalesce(pg_catalog.host(pg_catalog.inet_server_addr()), 'localhost') || ':' || pg_catalog.current_setting('port'), (pg_catalog.clock_timestamp() AT TIME ZONE 'UTC'));
COMMIT;

-- 4 of 4: create index ix_users_email on users
CREATE INDEX CONCURRENTLY ix_users_email ON users (email);
UPDATE :"migrate_schema".migrate_journal SET state = 'done', ordinal = 4, sub = 1, decisions = '4 1 1 
', ended = (pg_catalog.clock_timestamp() AT TIME ZONE 'UTC') WHERE step = :'migrate_step' AND attempt = 1 AND ordinal = 4 AND sub = 1;
BEGIN;
\endif

-- the version table, the history
DELETE FROM :"migrate_schema".migrate_journal WHERE step = :'migrate_step';
UPDATE :"migrate_schema".migrate_version SET version_num = 'b2' WHERE version_num = 'a1';
UPDATE :"migrate_schema".migrate_history SET status = 'done', ended = (pg_catalog.clock_timestamp() AT TIME ZONE 'UTC'), millis = (EXTRACT(EPOCH FROM pg_catalog.clock_timestamp() AT TIME ZONE 'UTC' - started) * 1000)::bigint, statements = 4, error = NULL WHERE step = :'migrate_step';
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN (SELECT coalesce(pg_catalog.string_agg(version_num, ' ' ORDER BY version_num COLLATE "C"), '') FROM :"migrate_schema".migrate_version) <> 'b2' THEN 'migrate: something else wrote into the version table while the script ran' ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
COMMIT;
SELECT (SELECT coalesce(pg_catalog.string_agg(version_num, ' ' ORDER BY version_num COLLATE "C"), '') FROM :"migrate_schema".migrate_version) AS migrate_rows \gset
\echo migrate: step 2 of 2 is done
\endif

-- -----------------------------------------------------------------------------
-- the end
-- -----------------------------------------------------------------------------
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN true THEN 'migrate: the script ends here: go on with mvn migrate:upgrade -Dto=c3, then with a script from c3; c3 needs migrate itself (run "hash the keys" version 1)' ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
SELECT coalesce(nullif(:'migrate_rows', ''), 'base') AS migrate_rows \gset
\echo migrate: complete; the database stands at :migrate_rows
SELECT pg_catalog.pg_advisory_unlock(:migrate_lock) AS migrate_unlocked \gset


-- migrate: downgrade from b2 to a1: 1 revision, 2 statements
--
-- for     PostgreSQL 18.0 and later
-- by      migrate 1.0, which asked no database
-- run it  psql --no-psqlrc --host=… --username=… --dbname=… --file=b2_a1.sql
--
-- It stops before it changes anything, unless the database stands at b2 or at a step of this script.
-- Run a second time it changes nothing. It keeps the books that a run keeps, so that migrate:current,
-- migrate:upgrade and migrate:downgrade go on from where it ends.

\set ON_ERROR_STOP on
\set ON_ERROR_ROLLBACK off
\set AUTOCOMMIT on
\set QUIET on
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN pg_catalog.version() NOT LIKE 'PostgreSQL %' THEN 'migrate: the script is for PostgreSQL, the server is ' || pg_catalog.version() ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN pg_catalog.current_setting('server_version_num')::int < 180000 THEN 'migrate: the script is for PostgreSQL 18 and later, the server is ' || pg_catalog.current_setting('server_version') || ': write it with -Dmigrate.dialect=postgresql:<version>' ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
RESET ALL; RESET ROLE;
SET client_encoding = 'UTF8'; SET standard_conforming_strings = on; SET client_min_messages = warning;
SELECT coalesce(pg_catalog.current_schema(), '') AS migrate_schema, pg_catalog.to_char(pg_catalog.clock_timestamp() AT TIME ZONE 'UTC', 'YYYYMMDD"T"HH24MISSMS') || '-' || pg_catalog.substr(pg_catalog.gen_random_uuid()::text, 1, 8) AS migrate_run \gset
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN :'migrate_schema' = '' THEN 'migrate: the connection is in no schema that exists; set search_path, or write the script with migrate.schema' ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
SELECT 'migrate:' || pg_catalog.left(pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(pg_catalog.lower(:'migrate_schema' || E'\n' || 'migrate_version'), 'UTF8')), 'hex'), 40) AS migrate_lock_name \gset
SELECT ('x' || pg_catalog.left(pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(:'migrate_lock_name', 'UTF8')), 'hex'), 16))::bit(64)::bigint AS migrate_lock \gset
SELECT pg_catalog.set_config('migrate.lock', :'migrate_lock', false) AS migrate_ignored \gset
DO $migrate$ BEGIN
  FOR i IN 0..60 LOOP
    IF pg_try_advisory_lock(current_setting('migrate.lock')::bigint) THEN RETURN; END IF;
    PERFORM pg_sleep(1);
  END LOOP;
  RAISE EXCEPTION 'migrate: another run or script holds the lock';
END $migrate$;

-- -----------------------------------------------------------------------------
-- migrate's own tables
-- -----------------------------------------------------------------------------
CREATE TABLE IF NOT EXISTS :"migrate_schema".migrate_version (
  version_num VARCHAR(64) NOT NULL PRIMARY KEY
);
CREATE TABLE IF NOT EXISTS :"migrate_schema".migrate_lock (
  name VARCHAR(64) NOT NULL PRIMARY KEY,
  token VARCHAR(64),
  beat BIGINT DEFAULT 0 NOT NULL
);
CREATE TABLE IF NOT EXISTS :"migrate_schema".migrate_info (
  name VARCHAR(64) NOT NULL PRIMARY KEY,
  content VARCHAR(255) NOT NULL
);
CREATE TABLE IF NOT EXISTS :"migrate_schema".migrate_history (
  step VARCHAR(64) NOT NULL PRIMARY KEY,
  version_table VARCHAR(255) NOT NULL,
  revision VARCHAR(64) NOT NULL,
  direction VARCHAR(64) NOT NULL,
  down TEXT NOT NULL,
  depends_on TEXT NOT NULL,
  labels TEXT NOT NULL,
  operations TEXT NOT NULL,
  source_checksum VARCHAR(255),
  ops_hash VARCHAR(255),
  status VARCHAR(64) NOT NULL,
  who VARCHAR(255) NOT NULL,
  host VARCHAR(255) NOT NULL,
  tool VARCHAR(255) NOT NULL,
  environment VARCHAR(255) NOT NULL,
  started TIMESTAMP(6) NOT NULL,
  ended TIMESTAMP(6),
  millis BIGINT,
  statements INTEGER,
  error TEXT
);
CREATE TABLE IF NOT EXISTS :"migrate_schema".migrate_journal (
  step VARCHAR(64) NOT NULL,
  attempt INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  sub INTEGER NOT NULL,
  state VARCHAR(64) NOT NULL,
  sql_text TEXT NOT NULL,
  sql_hash VARCHAR(255) NOT NULL,
  decisions TEXT NOT NULL,
  before_digest VARCHAR(255),
  after_digest VARCHAR(255),
  session_id VARCHAR(255) NOT NULL,
  server_id VARCHAR(255) NOT NULL,
  cursor_key TEXT,
  upper_bound TEXT,
  started TIMESTAMP(6) NOT NULL,
  ended TIMESTAMP(6),
  PRIMARY KEY (step, attempt, ordinal, sub)
);
INSERT INTO :"migrate_schema".migrate_info (name, content) VALUES ('layout', '1') ON CONFLICT DO NOTHING;
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN EXISTS (SELECT 1 FROM :"migrate_schema".migrate_info WHERE name = 'layout' AND content <> '1') THEN 'migrate: its tables are of another version of migrate: write the script with the one that wrote them, or a later one' ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN (COALESCE((SELECT content FROM :"migrate_schema".migrate_info WHERE name = 'environment'), '') <> '' OR COALESCE((SELECT content FROM :"migrate_schema".migrate_info WHERE name = 'production'), 'false') = 'true') AND (COALESCE((SELECT content FROM :"migrate_schema".migrate_info WHERE name = 'environment'), '') <> '' OR COALESCE((SELECT content FROM :"migrate_schema".migrate_info WHERE name = 'production'), 'false') <> 'false') THEN 'migrate: the database is marked "' || COALESCE((SELECT content FROM :"migrate_schema".migrate_info WHERE name = 'environment'), '') || CASE WHEN COALESCE((SELECT content FROM :"migrate_schema".migrate_info WHERE name = 'production'), 'false') = 'true' THEN '", production' ELSE '"' END || '; the script is for no environment; nothing was changed' ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
SELECT (SELECT coalesce(pg_catalog.string_agg(version_num, ' ' ORDER BY version_num COLLATE "C"), '') FROM :"migrate_schema".migrate_version) AS migrate_rows \gset
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN :'migrate_rows' NOT IN ('b2', 'a1') THEN 'migrate: the database stands at ' || coalesce(nullif(:'migrate_rows', ''), 'base') || ', the script leads from b2 to a1' ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
UPDATE :"migrate_schema".migrate_history SET status = 'failed', ended = (pg_catalog.clock_timestamp() AT TIME ZONE 'UTC'), error = 'the run ended before any of it took effect' WHERE version_table = 'migrate_version' AND status = 'started' AND step NOT IN (SELECT step FROM :"migrate_schema".migrate_journal);

-- -----------------------------------------------------------------------------
-- step 1 of 1: b2 -> a1, does b2
-- -----------------------------------------------------------------------------
SELECT :'migrate_rows' = 'b2' AS migrate_due \gset
\if :migrate_due
RESET ALL; RESET ROLE;
SET client_encoding = 'UTF8'; SET standard_conforming_strings = on; SET client_min_messages = warning;
SELECT (SELECT coalesce(min(step), '') FROM :"migrate_schema".migrate_history WHERE version_table = 'migrate_version' AND step IN (SELECT step FROM :"migrate_schema".migrate_journal)) AS migrate_half \gset
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN :'migrate_half' <> '' AND NOT EXISTS (SELECT 1 FROM :"migrate_schema".migrate_history WHERE step = :'migrate_half' AND revision = 'b2' AND direction = 'down' AND ops_hash = '1:e7c0ff373b81b1ea1a2a11466db59c8359afb31a7d124b799861c0c2ef18a3cc for postgresql/63') THEN 'migrate: ' || (SELECT min(revision) FROM :"migrate_schema".migrate_history WHERE step = :'migrate_half') || CASE WHEN (SELECT min(direction) FROM :"migrate_schema".migrate_history WHERE step = :'migrate_half') = 'down' THEN ' is half undone' ELSE ' is half applied' END || ', and not by what the script does at b2: finish it with mvn migrate:' || CASE WHEN (SELECT min(direction) FROM :"migrate_schema".migrate_history WHERE step = :'migrate_half') = 'down' THEN 'downgrade' ELSE 'upgrade' END ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN EXISTS (SELECT 1 FROM :"migrate_schema".migrate_journal WHERE step = :'migrate_half' AND state <> 'done') THEN 'migrate: a statement of b2 is in doubt: mvn migrate:downgrade asks about it' ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
SELECT :'migrate_half' <> '' AS migrate_resumed, coalesce(nullif(:'migrate_half', ''), :'migrate_run' || '-100001') AS migrate_step, coalesce((SELECT max(ordinal * 1000000 + sub) FROM :"migrate_schema".migrate_journal WHERE step = :'migrate_half'), 0) AS migrate_done \gset
BEGIN;
\if :migrate_resumed
UPDATE :"migrate_schema".migrate_history SET status = 'started', ended = NULL, error = NULL, operations = 'ExecuteSql{sql="DROP INDEX CONCURRENTLY ix_users_email";assurance=Assurance{};}
DeleteRows{table=TableName{name="users";};where=Condition{sql="id = ?";arguments=[1,];};}
', source_checksum = NULL, ops_hash = '1:e7c0ff373b81b1ea1a2a11466db59c8359afb31a7d124b799861c0c2ef18a3cc for postgresql/63', who = session_user, host = coalesce(pg_catalog.host(pg_catalog.inet_client_addr()), 'localhost'), tool = 'migrate 1.0, script', environment = '' WHERE step = :'migrate_step';
\else
INSERT INTO :"migrate_schema".migrate_history (step, version_table, revision, direction, down, depends_on, labels, operations, source_checksum, ops_hash, status, who, host, tool, environment, started) VALUES (:'migrate_step', 'migrate_version', 'b2', 'down', 'a1', '', '', 'ExecuteSql{sql="DROP INDEX CONCURRENTLY ix_users_email";assurance=Assurance{};}
DeleteRows{table=TableName{name="users";};where=Condition{sql="id = ?";arguments=[1,];};}
', NULL, '1:e7c0ff373b81b1ea1a2a11466db59c8359afb31a7d124b799861c0c2ef18a3cc for postgresql/63', 'started', session_user, coalesce(pg_catalog.host(pg_catalog.inet_client_addr()), 'localhost'), 'migrate 1.0, script', '', (pg_catalog.clock_timestamp() AT TIME ZONE 'UTC'));
\endif
SELECT :migrate_done < 1000001 AS migrate_do \gset
\if :migrate_do
INSERT INTO :"migrate_schema".migrate_journal (step, attempt, ordinal, sub, state, sql_text, sql_hash, decisions, session_id, server_id, started) VALUES (:'migrate_step', 1, 1, 1, 'started', 'DROP INDEX CONCURRENTLY ix_users_email', '1:6c6a9ec64746d74556cf73c07662f0d30bb66d4df1cdd5f1b51809294de5c099', '1 1 1 
', pg_catalog.pg_backend_pid(), coalesce(pg_catalog.host(pg_catalog.inet_server_addr()), 'localhost') || ':' || pg_catalog.current_setting('port'), (pg_catalog.clock_timestamp() AT TIME ZONE 'UTC'));
COMMIT;

-- 1 of 2: execute DROP INDEX CONCURRENTLY ix_users_email
DROP INDEX CONCURRENTLY ix_users_email;
UPDATE :"migrate_schema".migrate_journal SET state = 'done', ordinal = 1, sub = 1, decisions = '1 1 1 
', ended = (pg_catalog.clock_timestamp() AT TIME ZONE 'UTC') WHERE step = :'migrate_step' AND attempt = 1 AND ordinal = 1 AND sub = 1;
BEGIN;
\endif
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN :migrate_done BETWEEN 2000001 AND 2000000 THEN 'migrate: a run has ended within these statements: go on with mvn migrate:downgrade' ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
SELECT :migrate_done < 2000001 AS migrate_do \gset
\if :migrate_do

-- 2 of 2: delete rows of users
DELETE FROM users WHERE id = 1;
INSERT INTO :"migrate_schema".migrate_journal (step, attempt, ordinal, sub, state, sql_text, sql_hash, decisions, session_id, server_id, started) VALUES (:'migrate_step', 1, 2, 1, 'started', 'DELETE FROM users WHERE id = 1', '1:b691c20bb91fff6ed5db6fa6a836d5c2e84d61d99353449b52271e3d1023da34', '2 1 1 
', pg_catalog.pg_backend_pid(), coalesce(pg_catalog.host(pg_catalog.inet_server_addr()), 'localhost') || ':' || pg_catalog.current_setting('port'), (pg_catalog.clock_timestamp() AT TIME ZONE 'UTC'));
UPDATE :"migrate_schema".migrate_journal SET state = 'done', ordinal = 2, sub = 1, decisions = '2 1 1 
', ended = (pg_catalog.clock_timestamp() AT TIME ZONE 'UTC') WHERE step = :'migrate_step' AND attempt = 1 AND ordinal = 2 AND sub = 1;
\endif

-- the version table, the history
DELETE FROM :"migrate_schema".migrate_journal WHERE step = :'migrate_step';
UPDATE :"migrate_schema".migrate_version SET version_num = 'a1' WHERE version_num = 'b2';
UPDATE :"migrate_schema".migrate_history SET status = 'done', ended = (pg_catalog.clock_timestamp() AT TIME ZONE 'UTC'), millis = (EXTRACT(EPOCH FROM pg_catalog.clock_timestamp() AT TIME ZONE 'UTC' - started) * 1000)::bigint, statements = 2, error = NULL WHERE step = :'migrate_step';
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN (SELECT coalesce(pg_catalog.string_agg(version_num, ' ' ORDER BY version_num COLLATE "C"), '') FROM :"migrate_schema".migrate_version) <> 'a1' THEN 'migrate: something else wrote into the version table while the script ran' ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
COMMIT;
SELECT (SELECT coalesce(pg_catalog.string_agg(version_num, ' ' ORDER BY version_num COLLATE "C"), '') FROM :"migrate_schema".migrate_version) AS migrate_rows \gset
\echo migrate: step 1 of 1 is done
\endif

-- -----------------------------------------------------------------------------
-- the end
-- -----------------------------------------------------------------------------
SELECT coalesce(nullif(:'migrate_rows', ''), 'base') AS migrate_rows \gset
\echo migrate: complete; the database stands at :migrate_rows
SELECT pg_catalog.pg_advisory_unlock(:migrate_lock) AS migrate_unlocked \gset


-- migrate: stamp from a1 to b2; no migration runs
--
-- for     PostgreSQL 18.0 and later
-- by      migrate 1.0, which asked no database
-- run it  psql --no-psqlrc --host=… --username=… --dbname=… --file=stamp_a1_b2.sql
--
-- It stops before it changes anything, unless the database stands at a1 or at a step of this script.
-- Run a second time it changes nothing. It keeps the books that a run keeps, so that migrate:current,
-- migrate:upgrade and migrate:downgrade go on from where it ends.

\set ON_ERROR_STOP on
\set ON_ERROR_ROLLBACK off
\set AUTOCOMMIT on
\set QUIET on
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN pg_catalog.version() NOT LIKE 'PostgreSQL %' THEN 'migrate: the script is for PostgreSQL, the server is ' || pg_catalog.version() ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN pg_catalog.current_setting('server_version_num')::int < 180000 THEN 'migrate: the script is for PostgreSQL 18 and later, the server is ' || pg_catalog.current_setting('server_version') || ': write it with -Dmigrate.dialect=postgresql:<version>' ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
RESET ALL; RESET ROLE;
SET client_encoding = 'UTF8'; SET standard_conforming_strings = on; SET client_min_messages = warning;
SELECT coalesce(pg_catalog.current_schema(), '') AS migrate_schema, pg_catalog.to_char(pg_catalog.clock_timestamp() AT TIME ZONE 'UTC', 'YYYYMMDD"T"HH24MISSMS') || '-' || pg_catalog.substr(pg_catalog.gen_random_uuid()::text, 1, 8) AS migrate_run \gset
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN :'migrate_schema' = '' THEN 'migrate: the connection is in no schema that exists; set search_path, or write the script with migrate.schema' ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
SELECT 'migrate:' || pg_catalog.left(pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(pg_catalog.lower(:'migrate_schema' || E'\n' || 'migrate_version'), 'UTF8')), 'hex'), 40) AS migrate_lock_name \gset
SELECT ('x' || pg_catalog.left(pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(:'migrate_lock_name', 'UTF8')), 'hex'), 16))::bit(64)::bigint AS migrate_lock \gset
SELECT pg_catalog.set_config('migrate.lock', :'migrate_lock', false) AS migrate_ignored \gset
DO $migrate$ BEGIN
  FOR i IN 0..60 LOOP
    IF pg_try_advisory_lock(current_setting('migrate.lock')::bigint) THEN RETURN; END IF;
    PERFORM pg_sleep(1);
  END LOOP;
  RAISE EXCEPTION 'migrate: another run or script holds the lock';
END $migrate$;

-- -----------------------------------------------------------------------------
-- migrate's own tables
-- -----------------------------------------------------------------------------
CREATE TABLE IF NOT EXISTS :"migrate_schema".migrate_version (
  version_num VARCHAR(64) NOT NULL PRIMARY KEY
);
CREATE TABLE IF NOT EXISTS :"migrate_schema".migrate_lock (
  name VARCHAR(64) NOT NULL PRIMARY KEY,
  token VARCHAR(64),
  beat BIGINT DEFAULT 0 NOT NULL
);
CREATE TABLE IF NOT EXISTS :"migrate_schema".migrate_info (
  name VARCHAR(64) NOT NULL PRIMARY KEY,
  content VARCHAR(255) NOT NULL
);
CREATE TABLE IF NOT EXISTS :"migrate_schema".migrate_history (
  step VARCHAR(64) NOT NULL PRIMARY KEY,
  version_table VARCHAR(255) NOT NULL,
  revision VARCHAR(64) NOT NULL,
  direction VARCHAR(64) NOT NULL,
  down TEXT NOT NULL,
  depends_on TEXT NOT NULL,
  labels TEXT NOT NULL,
  operations TEXT NOT NULL,
  source_checksum VARCHAR(255),
  ops_hash VARCHAR(255),
  status VARCHAR(64) NOT NULL,
  who VARCHAR(255) NOT NULL,
  host VARCHAR(255) NOT NULL,
  tool VARCHAR(255) NOT NULL,
  environment VARCHAR(255) NOT NULL,
  started TIMESTAMP(6) NOT NULL,
  ended TIMESTAMP(6),
  millis BIGINT,
  statements INTEGER,
  error TEXT
);
CREATE TABLE IF NOT EXISTS :"migrate_schema".migrate_journal (
  step VARCHAR(64) NOT NULL,
  attempt INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  sub INTEGER NOT NULL,
  state VARCHAR(64) NOT NULL,
  sql_text TEXT NOT NULL,
  sql_hash VARCHAR(255) NOT NULL,
  decisions TEXT NOT NULL,
  before_digest VARCHAR(255),
  after_digest VARCHAR(255),
  session_id VARCHAR(255) NOT NULL,
  server_id VARCHAR(255) NOT NULL,
  cursor_key TEXT,
  upper_bound TEXT,
  started TIMESTAMP(6) NOT NULL,
  ended TIMESTAMP(6),
  PRIMARY KEY (step, attempt, ordinal, sub)
);
INSERT INTO :"migrate_schema".migrate_info (name, content) VALUES ('layout', '1') ON CONFLICT DO NOTHING;
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN EXISTS (SELECT 1 FROM :"migrate_schema".migrate_info WHERE name = 'layout' AND content <> '1') THEN 'migrate: its tables are of another version of migrate: write the script with the one that wrote them, or a later one' ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN (COALESCE((SELECT content FROM :"migrate_schema".migrate_info WHERE name = 'environment'), '') <> '' OR COALESCE((SELECT content FROM :"migrate_schema".migrate_info WHERE name = 'production'), 'false') = 'true') AND (COALESCE((SELECT content FROM :"migrate_schema".migrate_info WHERE name = 'environment'), '') <> '' OR COALESCE((SELECT content FROM :"migrate_schema".migrate_info WHERE name = 'production'), 'false') <> 'false') THEN 'migrate: the database is marked "' || COALESCE((SELECT content FROM :"migrate_schema".migrate_info WHERE name = 'environment'), '') || CASE WHEN COALESCE((SELECT content FROM :"migrate_schema".migrate_info WHERE name = 'production'), 'false') = 'true' THEN '", production' ELSE '"' END || '; the script is for no environment; nothing was changed' ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
SELECT (SELECT coalesce(pg_catalog.string_agg(version_num, ' ' ORDER BY version_num COLLATE "C"), '') FROM :"migrate_schema".migrate_version) AS migrate_rows \gset
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN :'migrate_rows' NOT IN ('a1', 'b2') THEN 'migrate: the database stands at ' || coalesce(nullif(:'migrate_rows', ''), 'base') || ', the script leads from a1 to b2' ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
UPDATE :"migrate_schema".migrate_history SET status = 'failed', ended = (pg_catalog.clock_timestamp() AT TIME ZONE 'UTC'), error = 'the run ended before any of it took effect' WHERE version_table = 'migrate_version' AND status = 'started' AND step NOT IN (SELECT step FROM :"migrate_schema".migrate_journal);

-- -----------------------------------------------------------------------------
-- step 1 of 1: stamp b2
-- -----------------------------------------------------------------------------
SELECT :'migrate_rows' = 'a1' AS migrate_due \gset
\if :migrate_due
RESET ALL; RESET ROLE;
SET client_encoding = 'UTF8'; SET standard_conforming_strings = on; SET client_min_messages = warning;
BEGIN;

-- the version table, the history
UPDATE :"migrate_schema".migrate_history SET status = 'abandoned', ended = (pg_catalog.clock_timestamp() AT TIME ZONE 'UTC') WHERE version_table = 'migrate_version' AND step IN (SELECT step FROM :"migrate_schema".migrate_journal);
DELETE FROM :"migrate_schema".migrate_journal WHERE step IN (SELECT step FROM :"migrate_schema".migrate_history WHERE version_table = 'migrate_version' AND status = 'abandoned');
DELETE FROM :"migrate_schema".migrate_version WHERE version_num = 'a1';
INSERT INTO :"migrate_schema".migrate_history (step, version_table, revision, direction, down, depends_on, labels, operations, source_checksum, ops_hash, status, who, host, tool, environment, started) VALUES (:'migrate_run' || '-100001', 'migrate_version', 'a1', 'unstamp', '', '', '', '', NULL, '1:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'done', session_user, coalesce(pg_catalog.host(pg_catalog.inet_client_addr()), 'localhost'), 'migrate 1.0, script', '', (pg_catalog.clock_timestamp() AT TIME ZONE 'UTC'));
INSERT INTO :"migrate_schema".migrate_version (version_num) VALUES ('b2');
INSERT INTO :"migrate_schema".migrate_history (step, version_table, revision, direction, down, depends_on, labels, operations, source_checksum, ops_hash, status, who, host, tool, environment, started) VALUES (:'migrate_run' || '-100002', 'migrate_version', 'b2', 'stamp', 'a1', '', '', '', NULL, '1:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'done', session_user, coalesce(pg_catalog.host(pg_catalog.inet_client_addr()), 'localhost'), 'migrate 1.0, script', '', (pg_catalog.clock_timestamp() AT TIME ZONE 'UTC'));
SELECT pg_catalog.set_config('migrate.problem', CASE WHEN (SELECT coalesce(pg_catalog.string_agg(version_num, ' ' ORDER BY version_num COLLATE "C"), '') FROM :"migrate_schema".migrate_version) <> 'b2' THEN 'migrate: something else wrote into the version table while the script ran' ELSE '' END, false) AS migrate_problem \gset
DO $migrate$ BEGIN IF current_setting('migrate.problem') <> '' THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;
COMMIT;
SELECT (SELECT coalesce(pg_catalog.string_agg(version_num, ' ' ORDER BY version_num COLLATE "C"), '') FROM :"migrate_schema".migrate_version) AS migrate_rows \gset
\echo migrate: step 1 of 1 is done
\endif

-- -----------------------------------------------------------------------------
-- the end
-- -----------------------------------------------------------------------------
SELECT coalesce(nullif(:'migrate_rows', ''), 'base') AS migrate_rows \gset
\echo migrate: complete; the database stands at :migrate_rows
SELECT pg_catalog.pg_advisory_unlock(:migrate_lock) AS migrate_unlocked \gset
