-- migrate: upgrade from base to b2: 2 revisions, 9 statements
--
-- for     SQLite 3.45.0 and later
-- by      migrate 1.0, which asked no database
-- run it  sqlite3 <database file> < base_b2.sql
--
-- It stops before it changes anything, unless the database stands at base or at a step of this script.
-- Run a second time it changes nothing. It keeps the books that a run keeps, so that migrate:current,
-- migrate:upgrade and migrate:downgrade go on from where it ends.

.bail on
CREATE TABLE temp.migrate_check_1 (answer CONSTRAINT "migrate: the script is for SQLite 3.45.0 and later, this shell is older (sqlite3 -version): write it with -Dmigrate.dialect=sqlite:<version>" CHECK (answer));
INSERT INTO temp.migrate_check_1 VALUES (coalesce(3000000 + CAST(substr(sqlite_version(), 3) AS INTEGER) * 1000 + CAST(substr(substr(sqlite_version(), 3), instr(substr(sqlite_version(), 3), '.') + 1) AS INTEGER) >= 3045000, 0));
PRAGMA foreign_keys = OFF;
PRAGMA legacy_alter_table = OFF;
PRAGMA ignore_check_constraints = OFF;
PRAGMA writable_schema = OFF;
-- Nobody else writes until all of it is done, or none.
BEGIN EXCLUSIVE;
CREATE TEMP TABLE migrate_script (run TEXT, step TEXT);
INSERT INTO temp.migrate_script VALUES (replace(strftime('%Y%m%dT%H%M%f', 'now'), '.', '') || '-' || lower(hex(randomblob(4))), NULL);
CREATE TEMP TABLE migrate_broken AS SELECT "table", "parent", "rowid", count(*) FROM pragma_foreign_key_check GROUP BY 1, 2, 3;

-- -----------------------------------------------------------------------------
-- migrate's own tables
-- -----------------------------------------------------------------------------
CREATE TABLE IF NOT EXISTS main.migrate_version (
  version_num VARCHAR(64) NOT NULL PRIMARY KEY
);
CREATE TABLE IF NOT EXISTS main.migrate_lock (
  name VARCHAR(64) NOT NULL PRIMARY KEY,
  token VARCHAR(64),
  beat BIGINT DEFAULT 0 NOT NULL
);
CREATE TABLE IF NOT EXISTS main.migrate_info (
  name VARCHAR(64) NOT NULL PRIMARY KEY,
  content VARCHAR(255) NOT NULL
);
CREATE TABLE IF NOT EXISTS main.migrate_history (
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
  started TIMESTAMP(3) NOT NULL,
  ended TIMESTAMP(3),
  millis BIGINT,
  statements INTEGER,
  error TEXT
);
CREATE TABLE IF NOT EXISTS main.migrate_journal (
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
  started TIMESTAMP(3) NOT NULL,
  ended TIMESTAMP(3),
  PRIMARY KEY (step, attempt, ordinal, sub)
);
INSERT OR IGNORE INTO main.migrate_info (name, content) VALUES ('layout', '1');
CREATE TABLE temp.migrate_check_2 (answer CONSTRAINT "migrate: its tables are of another version of migrate: write the script with the one that wrote them, or a later one" CHECK (answer));
INSERT INTO temp.migrate_check_2 VALUES (coalesce((SELECT content FROM main.migrate_info WHERE name = 'layout') = '1', 0));
SELECT 'migrate: the database is marked "' || COALESCE((SELECT content FROM main.migrate_info WHERE name = 'environment'), '') || '"' || CASE COALESCE((SELECT content FROM main.migrate_info WHERE name = 'production'), 'false') WHEN 'true' THEN ', production' ELSE '' END WHERE (COALESCE((SELECT content FROM main.migrate_info WHERE name = 'environment'), '') <> '' OR COALESCE((SELECT content FROM main.migrate_info WHERE name = 'production'), 'false') = 'true') AND (COALESCE((SELECT content FROM main.migrate_info WHERE name = 'environment'), '') <> '' OR COALESCE((SELECT content FROM main.migrate_info WHERE name = 'production'), 'false') <> 'false');
CREATE TABLE temp.migrate_check_3 (answer CONSTRAINT "migrate: the database is marked as another than the script is for, no environment; nothing was changed" CHECK (answer));
INSERT INTO temp.migrate_check_3 VALUES (coalesce(NOT ((COALESCE((SELECT content FROM main.migrate_info WHERE name = 'environment'), '') <> '' OR COALESCE((SELECT content FROM main.migrate_info WHERE name = 'production'), 'false') = 'true') AND (COALESCE((SELECT content FROM main.migrate_info WHERE name = 'environment'), '') <> '' OR COALESCE((SELECT content FROM main.migrate_info WHERE name = 'production'), 'false') <> 'false')), 0));
CREATE TABLE temp.migrate_check_4 (answer CONSTRAINT "migrate: a revision is half applied: finish it with mvn migrate:upgrade" CHECK (answer));
INSERT INTO temp.migrate_check_4 VALUES (coalesce(NOT EXISTS (SELECT 1 FROM main.migrate_history WHERE direction = 'up' AND step IN (SELECT step FROM main.migrate_journal)), 0));
CREATE TABLE temp.migrate_check_5 (answer CONSTRAINT "migrate: a revision is half undone: finish it with mvn migrate:downgrade" CHECK (answer));
INSERT INTO temp.migrate_check_5 VALUES (coalesce(NOT EXISTS (SELECT 1 FROM main.migrate_history WHERE direction = 'down' AND step IN (SELECT step FROM main.migrate_journal)), 0));
SELECT 'migrate: the database stands at ' || coalesce(nullif((SELECT coalesce(group_concat(version_num, ' '), '') FROM (SELECT version_num FROM main.migrate_version ORDER BY version_num)), ''), 'base');
UPDATE main.migrate_history SET status = 'failed', ended = strftime('%Y-%m-%d %H:%M:%f', 'now'), error = 'the run ended before any of it took effect' WHERE version_table = 'migrate_version' AND status = 'started' AND step NOT IN (SELECT step FROM main.migrate_journal);

-- -----------------------------------------------------------------------------
-- step 1 of 2: <base> -> a1, does a1
-- -----------------------------------------------------------------------------
CREATE TABLE temp.migrate_check_6 (answer CONSTRAINT "migrate: the script begins at base, and the database does not stand there" CHECK (answer));
INSERT INTO temp.migrate_check_6 VALUES (coalesce((SELECT coalesce(group_concat(version_num, ' '), '') FROM (SELECT version_num FROM main.migrate_version ORDER BY version_num)) = '', 0));
UPDATE temp.migrate_script SET step = (SELECT run || '-100001' FROM temp.migrate_script);
INSERT INTO main.migrate_history (step, version_table, revision, direction, down, depends_on, labels, operations, source_checksum, ops_hash, status, who, host, tool, environment, started) VALUES ((SELECT step FROM temp.migrate_script), 'migrate_version', 'a1', 'up', '', '', '', 'CreateTable{definition=Table{name=TableName{name="users";};columns=[Column{name="id";type=IntegerType{bits=64;};},Column{name="email";type=VarChar{length=320;};comment="it''s unique; by hand";},];primaryKey=PrimaryKey{name="pk_users";columns=["id",];};};}
', NULL, '1:af9d2dd61f12a53b9c5fc23c8f38017d1c12fc372fe7a6f6eb3c14e284a6fff0 for sqlite/2147483647', 'started', '', '', 'migrate 1.0, script', '', strftime('%Y-%m-%d %H:%M:%f', 'now'));

-- 1 of 1: create table users
CREATE TABLE users (
  id BIGINT NOT NULL,
  email VARCHAR(320) NOT NULL,
  CONSTRAINT pk_users PRIMARY KEY (id)
);

-- the version table, the history
DELETE FROM main.migrate_journal WHERE step = (SELECT step FROM temp.migrate_script);
INSERT INTO main.migrate_version (version_num) VALUES ('a1');
UPDATE main.migrate_history SET status = 'done', ended = strftime('%Y-%m-%d %H:%M:%f', 'now'), millis = CAST((julianday('now') - julianday(started)) * 86400000 AS INTEGER), statements = 1, error = NULL WHERE step = (SELECT step FROM temp.migrate_script);
CREATE TABLE temp.migrate_check_7 (answer CONSTRAINT "migrate: the version table is not what this step makes of it" CHECK (answer));
INSERT INTO temp.migrate_check_7 VALUES (coalesce((SELECT coalesce(group_concat(version_num, ' '), '') FROM (SELECT version_num FROM main.migrate_version ORDER BY version_num)) = 'a1', 0));

-- -----------------------------------------------------------------------------
-- step 2 of 2: a1 -> b2, does b2
-- -----------------------------------------------------------------------------
CREATE TABLE temp.migrate_check_8 (answer CONSTRAINT "migrate: the script begins at a1, and the database does not stand there" CHECK (answer));
INSERT INTO temp.migrate_check_8 VALUES (coalesce((SELECT coalesce(group_concat(version_num, ' '), '') FROM (SELECT version_num FROM main.migrate_version ORDER BY version_num)) = 'a1', 0));
UPDATE temp.migrate_script SET step = (SELECT run || '-100002' FROM temp.migrate_script);
INSERT INTO main.migrate_history (step, version_table, revision, direction, down, depends_on, labels, operations, source_checksum, ops_hash, status, who, host, tool, environment, started) VALUES ((SELECT step FROM temp.migrate_script), 'migrate_version', 'b2', 'up', 'a1', '', '', CAST(X'416c746572436f6c756d6e7b7461626c653d5461626c654e616d657b6e616d653d227573657273223b7d3b636f6c756d6e3d22656d61696c223b747970653d566172436861727b6c656e6774683d3430303b7d3b7d0a496e73657274526f77737b7461626c653d5461626c654e616d657b6e616d653d227573657273223b7d3b636f6c756d6e733d5b226964222c22656d61696c222c5d3b726f77733d5b5b312c22615c5c62222c5d2c5d3b7d0a566572696679416e737765727b776861743d227468657265206973206f6e65223b71756572793d2253454c45435420636f756e74282a292046524f4d207573657273223b65787065637465643d313b7d0a' AS TEXT), NULL, '1:3c14fa84230b8212cc46fd842966e749a12517c17836fe69d4ada5ef6babc0c6 for sqlite/2147483647', 'started', '', '', 'migrate 1.0, script', '', strftime('%Y-%m-%d %H:%M:%f', 'now'));

-- 1 of 8: alter column users.email
CREATE TABLE migrate_rebuild_users (
  id BIGINT NOT NULL,
  email VARCHAR(400) NOT NULL,
  CONSTRAINT pk_users PRIMARY KEY (id)
);

-- 2 of 8: alter column users.email
INSERT INTO migrate_rebuild_users (rowid, id, email) SELECT rowid, id, email FROM users;

-- 3 of 8: alter column users.email
DROP TABLE users;

-- 4 of 8: alter column users.email
PRAGMA legacy_alter_table = ON;

-- 5 of 8: alter column users.email
ALTER TABLE migrate_rebuild_users RENAME TO users;

-- 6 of 8: alter column users.email
PRAGMA legacy_alter_table = OFF;

-- 7 of 8: insert 1 row into users
INSERT INTO users (id, email) VALUES (1, CAST(X'615c62' AS TEXT));

-- 8 of 8: verify that there is one
CREATE TABLE temp.migrate_check_9 (answer CONSTRAINT "migrate: not true: there is one" CHECK (answer));
INSERT INTO temp.migrate_check_9 VALUES (coalesce((SELECT count(*) FROM users) = 1, 0));

-- the version table, the history
DELETE FROM main.migrate_journal WHERE step = (SELECT step FROM temp.migrate_script);
UPDATE main.migrate_version SET version_num = 'b2' WHERE version_num = 'a1';
UPDATE main.migrate_history SET status = 'done', ended = strftime('%Y-%m-%d %H:%M:%f', 'now'), millis = CAST((julianday('now') - julianday(started)) * 86400000 AS INTEGER), statements = 8, error = NULL WHERE step = (SELECT step FROM temp.migrate_script);
CREATE TABLE temp.migrate_check_10 (answer CONSTRAINT "migrate: the version table is not what this step makes of it" CHECK (answer));
INSERT INTO temp.migrate_check_10 VALUES (coalesce((SELECT coalesce(group_concat(version_num, ' '), '') FROM (SELECT version_num FROM main.migrate_version ORDER BY version_num)) = 'b2', 0));

-- -----------------------------------------------------------------------------
-- the end
-- -----------------------------------------------------------------------------
CREATE TABLE temp.migrate_check_11 (answer CONSTRAINT "migrate: rows would be left that refer to nothing; PRAGMA foreign_key_check shows which" CHECK (answer));
INSERT INTO temp.migrate_check_11 VALUES (coalesce(NOT EXISTS (SELECT "table", "parent", "rowid", count(*) FROM pragma_foreign_key_check GROUP BY 1, 2, 3 EXCEPT SELECT * FROM temp.migrate_broken), 0));
COMMIT;
SELECT 'migrate: complete; the database stands at ' || coalesce(nullif((SELECT coalesce(group_concat(version_num, ' '), '') FROM (SELECT version_num FROM main.migrate_version ORDER BY version_num)), ''), 'base');
CREATE TABLE temp.migrate_check_12 (answer CONSTRAINT "migrate: the script ends here: go on with mvn migrate:upgrade -Dto=c3, then with a script from c3; c3 needs migrate itself (run 'hash the keys' version 1)" CHECK (answer));
INSERT INTO temp.migrate_check_12 VALUES (coalesce(0, 0));


-- migrate: downgrade from b2 to a1: 1 revision, 1 statement
--
-- for     SQLite 3.45.0 and later
-- by      migrate 1.0, which asked no database
-- run it  sqlite3 <database file> < b2_a1.sql
--
-- It stops before it changes anything, unless the database stands at b2 or at a step of this script.
-- Run a second time it changes nothing. It keeps the books that a run keeps, so that migrate:current,
-- migrate:upgrade and migrate:downgrade go on from where it ends.

.bail on
CREATE TABLE temp.migrate_check_1 (answer CONSTRAINT "migrate: the script is for SQLite 3.45.0 and later, this shell is older (sqlite3 -version): write it with -Dmigrate.dialect=sqlite:<version>" CHECK (answer));
INSERT INTO temp.migrate_check_1 VALUES (coalesce(3000000 + CAST(substr(sqlite_version(), 3) AS INTEGER) * 1000 + CAST(substr(substr(sqlite_version(), 3), instr(substr(sqlite_version(), 3), '.') + 1) AS INTEGER) >= 3045000, 0));
PRAGMA foreign_keys = OFF;
PRAGMA legacy_alter_table = OFF;
PRAGMA ignore_check_constraints = OFF;
PRAGMA writable_schema = OFF;
-- Nobody else writes until all of it is done, or none.
BEGIN EXCLUSIVE;
CREATE TEMP TABLE migrate_script (run TEXT, step TEXT);
INSERT INTO temp.migrate_script VALUES (replace(strftime('%Y%m%dT%H%M%f', 'now'), '.', '') || '-' || lower(hex(randomblob(4))), NULL);
CREATE TEMP TABLE migrate_broken AS SELECT "table", "parent", "rowid", count(*) FROM pragma_foreign_key_check GROUP BY 1, 2, 3;

-- -----------------------------------------------------------------------------
-- migrate's own tables
-- -----------------------------------------------------------------------------
CREATE TABLE IF NOT EXISTS main.migrate_version (
  version_num VARCHAR(64) NOT NULL PRIMARY KEY
);
CREATE TABLE IF NOT EXISTS main.migrate_lock (
  name VARCHAR(64) NOT NULL PRIMARY KEY,
  token VARCHAR(64),
  beat BIGINT DEFAULT 0 NOT NULL
);
CREATE TABLE IF NOT EXISTS main.migrate_info (
  name VARCHAR(64) NOT NULL PRIMARY KEY,
  content VARCHAR(255) NOT NULL
);
CREATE TABLE IF NOT EXISTS main.migrate_history (
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
  started TIMESTAMP(3) NOT NULL,
  ended TIMESTAMP(3),
  millis BIGINT,
  statements INTEGER,
  error TEXT
);
CREATE TABLE IF NOT EXISTS main.migrate_journal (
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
  started TIMESTAMP(3) NOT NULL,
  ended TIMESTAMP(3),
  PRIMARY KEY (step, attempt, ordinal, sub)
);
INSERT OR IGNORE INTO main.migrate_info (name, content) VALUES ('layout', '1');
CREATE TABLE temp.migrate_check_2 (answer CONSTRAINT "migrate: its tables are of another version of migrate: write the script with the one that wrote them, or a later one" CHECK (answer));
INSERT INTO temp.migrate_check_2 VALUES (coalesce((SELECT content FROM main.migrate_info WHERE name = 'layout') = '1', 0));
SELECT 'migrate: the database is marked "' || COALESCE((SELECT content FROM main.migrate_info WHERE name = 'environment'), '') || '"' || CASE COALESCE((SELECT content FROM main.migrate_info WHERE name = 'production'), 'false') WHEN 'true' THEN ', production' ELSE '' END WHERE (COALESCE((SELECT content FROM main.migrate_info WHERE name = 'environment'), '') <> '' OR COALESCE((SELECT content FROM main.migrate_info WHERE name = 'production'), 'false') = 'true') AND (COALESCE((SELECT content FROM main.migrate_info WHERE name = 'environment'), '') <> '' OR COALESCE((SELECT content FROM main.migrate_info WHERE name = 'production'), 'false') <> 'false');
CREATE TABLE temp.migrate_check_3 (answer CONSTRAINT "migrate: the database is marked as another than the script is for, no environment; nothing was changed" CHECK (answer));
INSERT INTO temp.migrate_check_3 VALUES (coalesce(NOT ((COALESCE((SELECT content FROM main.migrate_info WHERE name = 'environment'), '') <> '' OR COALESCE((SELECT content FROM main.migrate_info WHERE name = 'production'), 'false') = 'true') AND (COALESCE((SELECT content FROM main.migrate_info WHERE name = 'environment'), '') <> '' OR COALESCE((SELECT content FROM main.migrate_info WHERE name = 'production'), 'false') <> 'false')), 0));
CREATE TABLE temp.migrate_check_4 (answer CONSTRAINT "migrate: a revision is half applied: finish it with mvn migrate:upgrade" CHECK (answer));
INSERT INTO temp.migrate_check_4 VALUES (coalesce(NOT EXISTS (SELECT 1 FROM main.migrate_history WHERE direction = 'up' AND step IN (SELECT step FROM main.migrate_journal)), 0));
CREATE TABLE temp.migrate_check_5 (answer CONSTRAINT "migrate: a revision is half undone: finish it with mvn migrate:downgrade" CHECK (answer));
INSERT INTO temp.migrate_check_5 VALUES (coalesce(NOT EXISTS (SELECT 1 FROM main.migrate_history WHERE direction = 'down' AND step IN (SELECT step FROM main.migrate_journal)), 0));
SELECT 'migrate: the database stands at ' || coalesce(nullif((SELECT coalesce(group_concat(version_num, ' '), '') FROM (SELECT version_num FROM main.migrate_version ORDER BY version_num)), ''), 'base');
UPDATE main.migrate_history SET status = 'failed', ended = strftime('%Y-%m-%d %H:%M:%f', 'now'), error = 'the run ended before any of it took effect' WHERE version_table = 'migrate_version' AND status = 'started' AND step NOT IN (SELECT step FROM main.migrate_journal);

-- -----------------------------------------------------------------------------
-- step 1 of 1: b2 -> a1, does b2
-- -----------------------------------------------------------------------------
CREATE TABLE temp.migrate_check_6 (answer CONSTRAINT "migrate: the script begins at b2, and the database does not stand there" CHECK (answer));
INSERT INTO temp.migrate_check_6 VALUES (coalesce((SELECT coalesce(group_concat(version_num, ' '), '') FROM (SELECT version_num FROM main.migrate_version ORDER BY version_num)) = 'b2', 0));
UPDATE temp.migrate_script SET step = (SELECT run || '-100001' FROM temp.migrate_script);
INSERT INTO main.migrate_history (step, version_table, revision, direction, down, depends_on, labels, operations, source_checksum, ops_hash, status, who, host, tool, environment, started) VALUES ((SELECT step FROM temp.migrate_script), 'migrate_version', 'b2', 'down', 'a1', '', '', 'DeleteRows{table=TableName{name="users";};where=Condition{sql="id = ?";arguments=[1,];};}
', NULL, '1:8bf05062f0eb86ca10c6f23f8ea3549bf3264c7b59c4f08e074dec789e9e37f7 for sqlite/2147483647', 'started', '', '', 'migrate 1.0, script', '', strftime('%Y-%m-%d %H:%M:%f', 'now'));

-- 1 of 1: delete rows of users
DELETE FROM users WHERE id = 1;

-- the version table, the history
DELETE FROM main.migrate_journal WHERE step = (SELECT step FROM temp.migrate_script);
UPDATE main.migrate_version SET version_num = 'a1' WHERE version_num = 'b2';
UPDATE main.migrate_history SET status = 'done', ended = strftime('%Y-%m-%d %H:%M:%f', 'now'), millis = CAST((julianday('now') - julianday(started)) * 86400000 AS INTEGER), statements = 1, error = NULL WHERE step = (SELECT step FROM temp.migrate_script);
CREATE TABLE temp.migrate_check_7 (answer CONSTRAINT "migrate: the version table is not what this step makes of it" CHECK (answer));
INSERT INTO temp.migrate_check_7 VALUES (coalesce((SELECT coalesce(group_concat(version_num, ' '), '') FROM (SELECT version_num FROM main.migrate_version ORDER BY version_num)) = 'a1', 0));

-- -----------------------------------------------------------------------------
-- the end
-- -----------------------------------------------------------------------------
CREATE TABLE temp.migrate_check_8 (answer CONSTRAINT "migrate: rows would be left that refer to nothing; PRAGMA foreign_key_check shows which" CHECK (answer));
INSERT INTO temp.migrate_check_8 VALUES (coalesce(NOT EXISTS (SELECT "table", "parent", "rowid", count(*) FROM pragma_foreign_key_check GROUP BY 1, 2, 3 EXCEPT SELECT * FROM temp.migrate_broken), 0));
COMMIT;
SELECT 'migrate: complete; the database stands at ' || coalesce(nullif((SELECT coalesce(group_concat(version_num, ' '), '') FROM (SELECT version_num FROM main.migrate_version ORDER BY version_num)), ''), 'base');


-- migrate: stamp from a1 to b2; no migration runs
--
-- for     SQLite 3.45.0 and later
-- by      migrate 1.0, which asked no database
-- run it  sqlite3 <database file> < stamp_a1_b2.sql
--
-- It stops before it changes anything, unless the database stands at a1 or at a step of this script.
-- Run a second time it changes nothing. It keeps the books that a run keeps, so that migrate:current,
-- migrate:upgrade and migrate:downgrade go on from where it ends.

.bail on
CREATE TABLE temp.migrate_check_1 (answer CONSTRAINT "migrate: the script is for SQLite 3.45.0 and later, this shell is older (sqlite3 -version): write it with -Dmigrate.dialect=sqlite:<version>" CHECK (answer));
INSERT INTO temp.migrate_check_1 VALUES (coalesce(3000000 + CAST(substr(sqlite_version(), 3) AS INTEGER) * 1000 + CAST(substr(substr(sqlite_version(), 3), instr(substr(sqlite_version(), 3), '.') + 1) AS INTEGER) >= 3045000, 0));
PRAGMA foreign_keys = OFF;
PRAGMA legacy_alter_table = OFF;
PRAGMA ignore_check_constraints = OFF;
PRAGMA writable_schema = OFF;
-- Nobody else writes until all of it is done, or none.
BEGIN EXCLUSIVE;
CREATE TEMP TABLE migrate_script (run TEXT, step TEXT);
INSERT INTO temp.migrate_script VALUES (replace(strftime('%Y%m%dT%H%M%f', 'now'), '.', '') || '-' || lower(hex(randomblob(4))), NULL);
CREATE TEMP TABLE migrate_broken AS SELECT "table", "parent", "rowid", count(*) FROM pragma_foreign_key_check GROUP BY 1, 2, 3;

-- -----------------------------------------------------------------------------
-- migrate's own tables
-- -----------------------------------------------------------------------------
CREATE TABLE IF NOT EXISTS main.migrate_version (
  version_num VARCHAR(64) NOT NULL PRIMARY KEY
);
CREATE TABLE IF NOT EXISTS main.migrate_lock (
  name VARCHAR(64) NOT NULL PRIMARY KEY,
  token VARCHAR(64),
  beat BIGINT DEFAULT 0 NOT NULL
);
CREATE TABLE IF NOT EXISTS main.migrate_info (
  name VARCHAR(64) NOT NULL PRIMARY KEY,
  content VARCHAR(255) NOT NULL
);
CREATE TABLE IF NOT EXISTS main.migrate_history (
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
  started TIMESTAMP(3) NOT NULL,
  ended TIMESTAMP(3),
  millis BIGINT,
  statements INTEGER,
  error TEXT
);
CREATE TABLE IF NOT EXISTS main.migrate_journal (
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
  started TIMESTAMP(3) NOT NULL,
  ended TIMESTAMP(3),
  PRIMARY KEY (step, attempt, ordinal, sub)
);
INSERT OR IGNORE INTO main.migrate_info (name, content) VALUES ('layout', '1');
CREATE TABLE temp.migrate_check_2 (answer CONSTRAINT "migrate: its tables are of another version of migrate: write the script with the one that wrote them, or a later one" CHECK (answer));
INSERT INTO temp.migrate_check_2 VALUES (coalesce((SELECT content FROM main.migrate_info WHERE name = 'layout') = '1', 0));
SELECT 'migrate: the database is marked "' || COALESCE((SELECT content FROM main.migrate_info WHERE name = 'environment'), '') || '"' || CASE COALESCE((SELECT content FROM main.migrate_info WHERE name = 'production'), 'false') WHEN 'true' THEN ', production' ELSE '' END WHERE (COALESCE((SELECT content FROM main.migrate_info WHERE name = 'environment'), '') <> '' OR COALESCE((SELECT content FROM main.migrate_info WHERE name = 'production'), 'false') = 'true') AND (COALESCE((SELECT content FROM main.migrate_info WHERE name = 'environment'), '') <> '' OR COALESCE((SELECT content FROM main.migrate_info WHERE name = 'production'), 'false') <> 'false');
CREATE TABLE temp.migrate_check_3 (answer CONSTRAINT "migrate: the database is marked as another than the script is for, no environment; nothing was changed" CHECK (answer));
INSERT INTO temp.migrate_check_3 VALUES (coalesce(NOT ((COALESCE((SELECT content FROM main.migrate_info WHERE name = 'environment'), '') <> '' OR COALESCE((SELECT content FROM main.migrate_info WHERE name = 'production'), 'false') = 'true') AND (COALESCE((SELECT content FROM main.migrate_info WHERE name = 'environment'), '') <> '' OR COALESCE((SELECT content FROM main.migrate_info WHERE name = 'production'), 'false') <> 'false')), 0));
CREATE TABLE temp.migrate_check_4 (answer CONSTRAINT "migrate: a revision is half applied: finish it with mvn migrate:upgrade" CHECK (answer));
INSERT INTO temp.migrate_check_4 VALUES (coalesce(NOT EXISTS (SELECT 1 FROM main.migrate_history WHERE direction = 'up' AND step IN (SELECT step FROM main.migrate_journal)), 0));
CREATE TABLE temp.migrate_check_5 (answer CONSTRAINT "migrate: a revision is half undone: finish it with mvn migrate:downgrade" CHECK (answer));
INSERT INTO temp.migrate_check_5 VALUES (coalesce(NOT EXISTS (SELECT 1 FROM main.migrate_history WHERE direction = 'down' AND step IN (SELECT step FROM main.migrate_journal)), 0));
SELECT 'migrate: the database stands at ' || coalesce(nullif((SELECT coalesce(group_concat(version_num, ' '), '') FROM (SELECT version_num FROM main.migrate_version ORDER BY version_num)), ''), 'base');
UPDATE main.migrate_history SET status = 'failed', ended = strftime('%Y-%m-%d %H:%M:%f', 'now'), error = 'the run ended before any of it took effect' WHERE version_table = 'migrate_version' AND status = 'started' AND step NOT IN (SELECT step FROM main.migrate_journal);

-- -----------------------------------------------------------------------------
-- step 1 of 1: stamp b2
-- -----------------------------------------------------------------------------
CREATE TABLE temp.migrate_check_6 (answer CONSTRAINT "migrate: the script begins at a1, and the database does not stand there" CHECK (answer));
INSERT INTO temp.migrate_check_6 VALUES (coalesce((SELECT coalesce(group_concat(version_num, ' '), '') FROM (SELECT version_num FROM main.migrate_version ORDER BY version_num)) = 'a1', 0));
UPDATE temp.migrate_script SET step = (SELECT run || '-100001' FROM temp.migrate_script);

-- the version table, the history
UPDATE main.migrate_history SET status = 'abandoned', ended = strftime('%Y-%m-%d %H:%M:%f', 'now') WHERE version_table = 'migrate_version' AND step IN (SELECT step FROM main.migrate_journal);
DELETE FROM main.migrate_journal WHERE step IN (SELECT step FROM main.migrate_history WHERE version_table = 'migrate_version' AND status = 'abandoned');
DELETE FROM main.migrate_version WHERE version_num = 'a1';
INSERT INTO main.migrate_history (step, version_table, revision, direction, down, depends_on, labels, operations, source_checksum, ops_hash, status, who, host, tool, environment, started) VALUES ((SELECT run || '-100001' FROM temp.migrate_script), 'migrate_version', 'a1', 'unstamp', '', '', '', '', NULL, '1:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'done', '', '', 'migrate 1.0, script', '', strftime('%Y-%m-%d %H:%M:%f', 'now'));
INSERT INTO main.migrate_version (version_num) VALUES ('b2');
INSERT INTO main.migrate_history (step, version_table, revision, direction, down, depends_on, labels, operations, source_checksum, ops_hash, status, who, host, tool, environment, started) VALUES ((SELECT run || '-100002' FROM temp.migrate_script), 'migrate_version', 'b2', 'stamp', 'a1', '', '', '', NULL, '1:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'done', '', '', 'migrate 1.0, script', '', strftime('%Y-%m-%d %H:%M:%f', 'now'));
CREATE TABLE temp.migrate_check_7 (answer CONSTRAINT "migrate: the version table is not what this step makes of it" CHECK (answer));
INSERT INTO temp.migrate_check_7 VALUES (coalesce((SELECT coalesce(group_concat(version_num, ' '), '') FROM (SELECT version_num FROM main.migrate_version ORDER BY version_num)) = 'b2', 0));

-- -----------------------------------------------------------------------------
-- the end
-- -----------------------------------------------------------------------------
CREATE TABLE temp.migrate_check_8 (answer CONSTRAINT "migrate: rows would be left that refer to nothing; PRAGMA foreign_key_check shows which" CHECK (answer));
INSERT INTO temp.migrate_check_8 VALUES (coalesce(NOT EXISTS (SELECT "table", "parent", "rowid", count(*) FROM pragma_foreign_key_check GROUP BY 1, 2, 3 EXCEPT SELECT * FROM temp.migrate_broken), 0));
COMMIT;
SELECT 'migrate: complete; the database stands at ' || coalesce(nullif((SELECT coalesce(group_concat(version_num, ' '), '') FROM (SELECT version_num FROM main.migrate_version ORDER BY version_num)), ''), 'base');
