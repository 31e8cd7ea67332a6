-- migrate: upgrade from base to b2: 2 revisions, 4 statements
--
-- for     MariaDB 11.4.0 and later
-- by      migrate 1.0, which asked no database
-- run it  mariadb --default-character-set=utf8mb4 --user=… --password <database> < base_b2.sql
--
-- It stops before it changes anything, unless the database stands at base or at a step of this script.
-- Run a second time it changes nothing. It keeps the books that a run keeps, so that migrate:current,
-- migrate:upgrade and migrate:downgrade go on from where it ends.

SET NAMES utf8mb4;
SET SESSION autocommit = 1, SESSION group_concat_max_len = 1000000;
-- How strings and names are written here, whatever the server's default is.
SET SESSION sql_mode = REPLACE(REPLACE(@@SESSION.sql_mode, 'ANSI_QUOTES', ''), 'NO_BACKSLASH_ESCAPES', '');
SET @migrate_sql_mode = @@SESSION.sql_mode, @migrate_checks = @@SESSION.foreign_key_checks, @migrate_unique = @@SESSION.unique_checks, @migrate_zone = @@SESSION.time_zone;
SET @migrate_ok = TRUE;
SET @migrate_run = CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y%m%dT%H%i%s%f'), 18), '-', LEFT(SHA2(UUID(), 256), 8));
SET @migrate_words = IF(@migrate_ok AND VERSION() NOT LIKE '%MariaDB%', 'migrate: the script is for MariaDB, the server is not', NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_words = IF(@migrate_ok AND CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(VERSION(), '-', 1), '.', 1), '.', -1) AS UNSIGNED) * 1000000 + CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(VERSION(), '-', 1), '.', 2), '.', -1) AS UNSIGNED) * 1000 + CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(VERSION(), '-', 1), '.', 3), '.', -1) AS UNSIGNED) < 11004000, CONCAT('migrate: the script is for MariaDB 11.4.0 and later, the server is ', VERSION(), ': write it with -Dmigrate.dialect=mariadb:<version>'), NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_words = IF(@migrate_ok AND DATABASE() IS NULL, 'migrate: no database is chosen; name it on the command line', NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_words = IF(@migrate_ok AND @migrate_sql_mode REGEXP 'ANSI_QUOTES|NO_BACKSLASH_ESCAPES|ORACLE|MAXDB|EMPTY_STRING_IS_NULL', CONCAT('migrate: statements mean something else in sql_mode ', @migrate_sql_mode, '; take these words from it'), NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_keeps_rows = EXISTS (SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE' AND ENGINE NOT IN (SELECT ENGINE FROM information_schema.ENGINES WHERE TRANSACTIONS = 'YES'));

-- -----------------------------------------------------------------------------
-- migrate's own tables
-- -----------------------------------------------------------------------------
SET @migrate_text = IF(@migrate_ok, 'CREATE TABLE IF NOT EXISTS migrate_version (
  version_num VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4', 'DO 0');
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_text = IF(@migrate_ok, 'CREATE TABLE IF NOT EXISTS migrate_lock (
  name VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  token VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
  beat BIGINT DEFAULT 0 NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4', 'DO 0');
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_text = IF(@migrate_ok, 'CREATE TABLE IF NOT EXISTS migrate_info (
  name VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  content VARCHAR(255) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4', 'DO 0');
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_text = IF(@migrate_ok, 'CREATE TABLE IF NOT EXISTS migrate_history (
  step VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  version_table VARCHAR(255) NOT NULL,
  revision VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  direction VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  down LONGTEXT NOT NULL,
  depends_on LONGTEXT NOT NULL,
  labels LONGTEXT NOT NULL,
  operations LONGTEXT NOT NULL,
  source_checksum VARCHAR(255),
  ops_hash VARCHAR(255),
  status VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  who VARCHAR(255) NOT NULL,
  host VARCHAR(255) NOT NULL,
  tool VARCHAR(255) NOT NULL,
  environment VARCHAR(255) NOT NULL,
  started DATETIME(6) NOT NULL,
  ended DATETIME(6),
  millis BIGINT,
  statements INTEGER,
  error LONGTEXT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4', 'DO 0');
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_text = IF(@migrate_ok, 'CREATE TABLE IF NOT EXISTS migrate_journal (
  step VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempt INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  sub INTEGER NOT NULL,
  state VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sql_text LONGTEXT NOT NULL,
  sql_hash VARCHAR(255) NOT NULL,
  decisions LONGTEXT NOT NULL,
  before_digest VARCHAR(255),
  after_digest VARCHAR(255),
  session_id VARCHAR(255) NOT NULL,
  server_id VARCHAR(255) NOT NULL,
  cursor_key LONGTEXT,
  upper_bound LONGTEXT,
  started DATETIME(6) NOT NULL,
  ended DATETIME(6),
  PRIMARY KEY (step, attempt, ordinal, sub)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4', 'DO 0');
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
INSERT INTO migrate_info (name, content) SELECT 'layout', '1' FROM DUAL WHERE @migrate_ok AND NOT EXISTS (SELECT 1 FROM migrate_info WHERE name = 'layout');

SET @migrate_lock = CONCAT('migrate:', LEFT(SHA2(LOWER(CONCAT(DATABASE(), '\n', 'migrate_version')), 256), 40));
SET @migrate_locked = GET_LOCK(@migrate_lock, 60);
SET @migrate_words = IF(@migrate_ok AND COALESCE(@migrate_locked, 0) <> 1, CONCAT('migrate: connection ', COALESCE(IS_USED_LOCK(@migrate_lock), '?'), ' holds the lock'), NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_words = IF(@migrate_ok AND EXISTS (SELECT 1 FROM migrate_info WHERE name = 'layout' AND content <> '1'), 'migrate: its tables are of another version of migrate: write the script with the one that wrote them, or a later one', NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_words = IF(@migrate_ok AND ((COALESCE((SELECT content FROM migrate_info WHERE name = 'environment'), '') <> '' OR COALESCE((SELECT content FROM migrate_info WHERE name = 'production'), 'false') = 'true') AND (CAST(COALESCE((SELECT content FROM migrate_info WHERE name = 'environment'), '') AS BINARY) <> CAST('' AS BINARY) OR COALESCE((SELECT content FROM migrate_info WHERE name = 'production'), 'false') <> 'false')), CONCAT('migrate: the database is marked "', COALESCE((SELECT content FROM migrate_info WHERE name = 'environment'), ''), IF(COALESCE((SELECT content FROM migrate_info WHERE name = 'production'), 'false') = 'true', '", production', '"'), '; the script is for no environment; nothing was changed'), NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_rows = (SELECT COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ' '), '') FROM migrate_version);
SET @migrate_words = IF(@migrate_ok AND @migrate_rows NOT IN ('', 'a1', 'b2'), CONCAT('migrate: the database stands at ', IF(@migrate_rows = '', 'base', @migrate_rows), ', the script leads from base to b2'), NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
UPDATE migrate_history SET status = 'failed', ended = UTC_TIMESTAMP(6), error = 'the run ended before any of it took effect' WHERE version_table = 'migrate_version' AND status = 'started' AND step NOT IN (SELECT step FROM migrate_journal) AND @migrate_ok;

-- -----------------------------------------------------------------------------
-- step 1 of 2: <base> -> a1, does a1
-- -----------------------------------------------------------------------------
SET SESSION sql_mode = @migrate_sql_mode, SESSION foreign_key_checks = @migrate_checks, SESSION unique_checks = @migrate_unique, SESSION time_zone = @migrate_zone;
SET @migrate_due = @migrate_ok AND @migrate_rows = '';
SET @migrate_half = (SELECT MIN(step) FROM migrate_history WHERE version_table = 'migrate_version' AND step IN (SELECT step FROM migrate_journal));
SET @migrate_step = COALESCE(@migrate_half, CONCAT(@migrate_run, '-100001'));
SET @migrate_done = COALESCE((SELECT MAX(ordinal * 1000000 + sub) FROM migrate_journal WHERE step = @migrate_half AND state = 'done'), 0);
SET @migrate_words = IF(@migrate_ok AND @migrate_due AND @migrate_half IS NOT NULL AND NOT EXISTS (SELECT 1 FROM migrate_history WHERE step = @migrate_half AND revision = 'a1' AND direction = 'up' AND ops_hash = '1:af9d2dd61f12a53b9c5fc23c8f38017d1c12fc372fe7a6f6eb3c14e284a6fff0 for mariadb/64'), CONCAT('migrate: ', (SELECT MIN(revision) FROM migrate_history WHERE step = @migrate_half), IF((SELECT MIN(direction) FROM migrate_history WHERE step = @migrate_half) = 'down', ' is half undone', ' is half applied'), ', and not by what the script does at a1: finish it with mvn migrate:', IF((SELECT MIN(direction) FROM migrate_history WHERE step = @migrate_half) = 'down', 'downgrade', 'upgrade')), NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_words = IF(@migrate_ok AND @migrate_due AND EXISTS (SELECT 1 FROM migrate_journal WHERE step = @migrate_half AND state <> 'done'), 'migrate: a statement of a1 is in doubt: mvn migrate:upgrade asks about it', NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
INSERT INTO migrate_history (step, version_table, revision, direction, down, depends_on, labels, operations, source_checksum, ops_hash, status, who, host, tool, environment, started) SELECT @migrate_step, 'migrate_version', 'a1', 'up', '', '', '', 'CreateTable{definition=Table{name=TableName{name="users";};columns=[Column{name="id";type=IntegerType{bits=64;};},Column{name="email";type=VarChar{length=320;};comment="it''s unique; by hand";},];primaryKey=PrimaryKey{name="pk_users";columns=["id",];};};}
', NULL, '1:af9d2dd61f12a53b9c5fc23c8f38017d1c12fc372fe7a6f6eb3c14e284a6fff0 for mariadb/64', 'started', LEFT(CURRENT_USER(), 255), LEFT(SUBSTRING_INDEX(USER(), '@', -1), 255), 'migrate 1.0, script', '', UTC_TIMESTAMP(6) FROM DUAL WHERE @migrate_due AND @migrate_half IS NULL;
UPDATE migrate_history SET status = 'started', ended = NULL, error = NULL, operations = 'CreateTable{definition=Table{name=TableName{name="users";};columns=[Column{name="id";type=IntegerType{bits=64;};},Column{name="email";type=VarChar{length=320;};comment="it''s unique; by hand";},];primaryKey=PrimaryKey{name="pk_users";columns=["id",];};};}
', source_checksum = NULL, ops_hash = '1:af9d2dd61f12a53b9c5fc23c8f38017d1c12fc372fe7a6f6eb3c14e284a6fff0 for mariadb/64', who = LEFT(CURRENT_USER(), 255), host = LEFT(SUBSTRING_INDEX(USER(), '@', -1), 255), tool = 'migrate 1.0, script', environment = '' WHERE step = @migrate_step AND @migrate_due AND @migrate_half IS NOT NULL;

-- 1 of 1: create table users
SET @migrate_sql = 'CREATE TABLE users (
  id BIGINT NOT NULL,
  email VARCHAR(320) NOT NULL COMMENT ''it''''s unique; by hand'',
  PRIMARY KEY (id)
)';
SET @migrate_do = @migrate_due AND @migrate_ok AND @migrate_done < 1000001;
INSERT INTO migrate_journal (step, attempt, ordinal, sub, state, sql_text, sql_hash, decisions, session_id, server_id, started) SELECT @migrate_step, 1, 1, 1, 'started', @migrate_sql, '1:4638eebb52d25b1a35a6176d3766873f99ecbc0c395552763d10cd8cd5fd727b', '1 1 1 
', CONNECTION_ID(), CONCAT(@@hostname, ':', @@port, ', server ', @@server_id), UTC_TIMESTAMP(6) FROM DUAL WHERE @migrate_do;
SET @migrate_text = IF(@migrate_do, @migrate_sql, 'DO 0');
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
UPDATE migrate_journal SET state = 'done', ordinal = 1, sub = 1, decisions = '1 1 1 
', ended = UTC_TIMESTAMP(6) WHERE step = @migrate_step AND attempt = 1 AND ordinal = 1 AND sub = 1 AND @migrate_do AND @migrate_ok;
DELETE FROM migrate_journal WHERE step = @migrate_step AND attempt = 1 AND ordinal = 1 AND sub = 1 AND @migrate_do AND NOT @migrate_ok;

-- the version table, the history
START TRANSACTION;
DELETE FROM migrate_journal WHERE step = @migrate_step AND @migrate_due AND @migrate_ok;
INSERT INTO migrate_version (version_num) SELECT 'a1' FROM DUAL WHERE @migrate_due AND @migrate_ok;
UPDATE migrate_history SET status = 'done', ended = UTC_TIMESTAMP(6), millis = TIMESTAMPDIFF(MICROSECOND, started, UTC_TIMESTAMP(6)) DIV 1000, statements = 1, error = NULL WHERE step = @migrate_step AND @migrate_due AND @migrate_ok;
SET @migrate_rows = (SELECT COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ' '), '') FROM migrate_version);
SET @migrate_words = IF(@migrate_ok AND @migrate_due AND @migrate_rows <> 'a1', 'migrate: something else wrote into the version table while the script ran', NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_text = IF(@migrate_due AND NOT @migrate_ok, 'ROLLBACK', 'DO 0');
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
UPDATE migrate_history SET status = 'failed', ended = UTC_TIMESTAMP(6), millis = TIMESTAMPDIFF(MICROSECOND, started, UTC_TIMESTAMP(6)) DIV 1000, statements = 1, error = 'a statement of a script failed; the client said why' WHERE step = @migrate_step AND @migrate_due AND NOT @migrate_ok;
COMMIT;

-- -----------------------------------------------------------------------------
-- step 2 of 2: a1 -> b2, does b2
-- -----------------------------------------------------------------------------
SET SESSION sql_mode = @migrate_sql_mode, SESSION foreign_key_checks = @migrate_checks, SESSION unique_checks = @migrate_unique, SESSION time_zone = @migrate_zone;
SET @migrate_due = @migrate_ok AND @migrate_rows = 'a1';
SET @migrate_half = (SELECT MIN(step) FROM migrate_history WHERE version_table = 'migrate_version' AND step IN (SELECT step FROM migrate_journal));
SET @migrate_step = COALESCE(@migrate_half, CONCAT(@migrate_run, '-100002'));
SET @migrate_done = COALESCE((SELECT MAX(ordinal * 1000000 + sub) FROM migrate_journal WHERE step = @migrate_half AND state = 'done'), 0);
SET @migrate_words = IF(@migrate_ok AND @migrate_due AND @migrate_half IS NOT NULL AND NOT EXISTS (SELECT 1 FROM migrate_history WHERE step = @migrate_half AND revision = 'b2' AND direction = 'up' AND ops_hash = '1:3c14fa84230b8212cc46fd842966e749a12517c17836fe69d4ada5ef6babc0c6 for mariadb/64'), CONCAT('migrate: ', (SELECT MIN(revision) FROM migrate_history WHERE step = @migrate_half), IF((SELECT MIN(direction) FROM migrate_history WHERE step = @migrate_half) = 'down', ' is half undone', ' is half applied'), ', and not by what the script does at b2: finish it with mvn migrate:', IF((SELECT MIN(direction) FROM migrate_history WHERE step = @migrate_half) = 'down', 'downgrade', 'upgrade')), NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_words = IF(@migrate_ok AND @migrate_due AND EXISTS (SELECT 1 FROM migrate_journal WHERE step = @migrate_half AND state <> 'done'), 'migrate: a statement of b2 is in doubt: mvn migrate:upgrade asks about it', NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
INSERT INTO migrate_history (step, version_table, revision, direction, down, depends_on, labels, operations, source_checksum, ops_hash, status, who, host, tool, environment, started) SELECT @migrate_step, 'migrate_version', 'b2', 'up', 'a1', '', '', _utf8mb4 X'416c746572436f6c756d6e7b7461626c653d5461626c654e616d657b6e616d653d227573657273223b7d3b636f6c756d6e3d22656d61696c223b747970653d566172436861727b6c656e6774683d3430303b7d3b7d0a496e73657274526f77737b7461626c653d5461626c654e616d657b6e616d653d227573657273223b7d3b636f6c756d6e733d5b226964222c22656d61696c222c5d3b726f77733d5b5b312c22615c5c62222c5d2c5d3b7d0a566572696679416e737765727b776861743d227468657265206973206f6e65223b71756572793d2253454c45435420636f756e74282a292046524f4d207573657273223b65787065637465643d313b7d0a', NULL, '1:3c14fa84230b8212cc46fd842966e749a12517c17836fe69d4ada5ef6babc0c6 for mariadb/64', 'started', LEFT(CURRENT_USER(), 255), LEFT(SUBSTRING_INDEX(USER(), '@', -1), 255), 'migrate 1.0, script', '', UTC_TIMESTAMP(6) FROM DUAL WHERE @migrate_due AND @migrate_half IS NULL;
UPDATE migrate_history SET status = 'started', ended = NULL, error = NULL, operations = _utf8mb4 X'416c746572436f6c756d6e7b7461626c653d5461626c654e616d657b6e616d653d227573657273223b7d3b636f6c756d6e3d22656d61696c223b747970653d566172436861727b6c656e6774683d3430303b7d3b7d0a496e73657274526f77737b7461626c653d5461626c654e616d657b6e616d653d227573657273223b7d3b636f6c756d6e733d5b226964222c22656d61696c222c5d3b726f77733d5b5b312c22615c5c62222c5d2c5d3b7d0a566572696679416e737765727b776861743d227468657265206973206f6e65223b71756572793d2253454c45435420636f756e74282a292046524f4d207573657273223b65787065637465643d313b7d0a', source_checksum = NULL, ops_hash = '1:3c14fa84230b8212cc46fd842966e749a12517c17836fe69d4ada5ef6babc0c6 for mariadb/64', who = LEFT(CURRENT_USER(), 255), host = LEFT(SUBSTRING_INDEX(USER(), '@', -1), 255), tool = 'migrate 1.0, script', environment = '' WHERE step = @migrate_step AND @migrate_due AND @migrate_half IS NOT NULL;

-- 1 of 3: alter column users.email
SET @migrate_sql = 'ALTER TABLE users MODIFY COLUMN email VARCHAR(400) NOT NULL COMMENT ''it''''s unique; by hand''';
SET @migrate_do = @migrate_due AND @migrate_ok AND @migrate_done < 1000001;
INSERT INTO migrate_journal (step, attempt, ordinal, sub, state, sql_text, sql_hash, decisions, session_id, server_id, started) SELECT @migrate_step, 1, 1, 1, 'started', @migrate_sql, '1:3cbecb48be706c98a5edba85c2ce6b6b0395c9d74ed98333c56fb87cc3d23b0d', '1 1 1 
', CONNECTION_ID(), CONCAT(@@hostname, ':', @@port, ', server ', @@server_id), UTC_TIMESTAMP(6) FROM DUAL WHERE @migrate_do;
SET @migrate_text = IF(@migrate_do, @migrate_sql, 'DO 0');
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
UPDATE migrate_journal SET state = 'done', ordinal = 1, sub = 1, decisions = '1 1 1 
', ended = UTC_TIMESTAMP(6) WHERE step = @migrate_step AND attempt = 1 AND ordinal = 1 AND sub = 1 AND @migrate_do AND @migrate_ok;
DELETE FROM migrate_journal WHERE step = @migrate_step AND attempt = 1 AND ordinal = 1 AND sub = 1 AND @migrate_do AND NOT @migrate_ok;

-- 2 of 3: insert 1 row into users
SET @migrate_sql = 'INSERT INTO users (id, email) VALUES (1, _utf8mb4 X''615c62'')';
SET @migrate_do = @migrate_due AND @migrate_ok AND @migrate_done < 2000001;
START TRANSACTION;
INSERT INTO migrate_journal (step, attempt, ordinal, sub, state, sql_text, sql_hash, decisions, session_id, server_id, started) SELECT @migrate_step, 1, 2, 1, 'started', @migrate_sql, '1:9ba12564589fd75480ec38174ea5f0c843192b2b45ee23901f3efcfeffc086f7', '2 1 1 
', CONNECTION_ID(), CONCAT(@@hostname, ':', @@port, ', server ', @@server_id), UTC_TIMESTAMP(6) FROM DUAL WHERE @migrate_do;
SET @migrate_text = IF(@migrate_keeps_rows, 'COMMIT', 'DO 0');
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_text = IF(@migrate_do, @migrate_sql, 'DO 0');
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
UPDATE migrate_journal SET state = 'done', ordinal = 2, sub = 1, decisions = '2 1 1 
', ended = UTC_TIMESTAMP(6) WHERE step = @migrate_step AND attempt = 1 AND ordinal = 2 AND sub = 1 AND @migrate_do AND @migrate_ok;
DELETE FROM migrate_journal WHERE step = @migrate_step AND attempt = 1 AND ordinal = 2 AND sub = 1 AND @migrate_do AND NOT @migrate_ok;
COMMIT;

-- 3 of 3: verify that there is one
SET @migrate_do = @migrate_due AND @migrate_ok AND @migrate_done < 3000001;
SET @migrate_text = IF(@migrate_do, 'SET @migrate_answer = (SELECT count(*) FROM users)', 'DO 0');
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_words = IF(@migrate_ok AND @migrate_do AND COALESCE(@migrate_answer <> 1, TRUE), 'migrate: not true: there is one', NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;

-- the version table, the history
START TRANSACTION;
DELETE FROM migrate_journal WHERE step = @migrate_step AND @migrate_due AND @migrate_ok;
UPDATE migrate_version SET version_num = 'b2' WHERE version_num = 'a1' AND @migrate_due AND @migrate_ok;
UPDATE migrate_history SET status = 'done', ended = UTC_TIMESTAMP(6), millis = TIMESTAMPDIFF(MICROSECOND, started, UTC_TIMESTAMP(6)) DIV 1000, statements = 3, error = NULL WHERE step = @migrate_step AND @migrate_due AND @migrate_ok;
SET @migrate_rows = (SELECT COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ' '), '') FROM migrate_version);
SET @migrate_words = IF(@migrate_ok AND @migrate_due AND @migrate_rows <> 'b2', 'migrate: something else wrote into the version table while the script ran', NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_text = IF(@migrate_due AND NOT @migrate_ok, 'ROLLBACK', 'DO 0');
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
UPDATE migrate_history SET status = 'failed', ended = UTC_TIMESTAMP(6), millis = TIMESTAMPDIFF(MICROSECOND, started, UTC_TIMESTAMP(6)) DIV 1000, statements = 3, error = 'a statement of a script failed; the client said why' WHERE step = @migrate_step AND @migrate_due AND NOT @migrate_ok;
COMMIT;

-- -----------------------------------------------------------------------------
-- the end
-- -----------------------------------------------------------------------------
SET @migrate_words = IF(@migrate_ok AND @migrate_ok, 'migrate: the script ends here: go on with mvn migrate:upgrade -Dto=c3, then with a script from c3; c3 needs migrate itself (run "hash the keys" version 1)', NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SELECT IF(@migrate_ok, CONCAT('complete; the database stands at ', IF(@migrate_rows = '', 'base', @migrate_rows)), 'stopped; see the error above') AS migrate;
DO RELEASE_LOCK(@migrate_lock);


-- migrate: downgrade from b2 to a1: 1 revision, 1 statement
--
-- for     MariaDB 11.4.0 and later
-- by      migrate 1.0, which asked no database
-- run it  mariadb --default-character-set=utf8mb4 --user=… --password <database> < b2_a1.sql
--
-- It stops before it changes anything, unless the database stands at b2 or at a step of this script.
-- Run a second time it changes nothing. It keeps the books that a run keeps, so that migrate:current,
-- migrate:upgrade and migrate:downgrade go on from where it ends.

SET NAMES utf8mb4;
SET SESSION autocommit = 1, SESSION group_concat_max_len = 1000000;
-- How strings and names are written here, whatever the server's default is.
SET SESSION sql_mode = REPLACE(REPLACE(@@SESSION.sql_mode, 'ANSI_QUOTES', ''), 'NO_BACKSLASH_ESCAPES', '');
SET @migrate_sql_mode = @@SESSION.sql_mode, @migrate_checks = @@SESSION.foreign_key_checks, @migrate_unique = @@SESSION.unique_checks, @migrate_zone = @@SESSION.time_zone;
SET @migrate_ok = TRUE;
SET @migrate_run = CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y%m%dT%H%i%s%f'), 18), '-', LEFT(SHA2(UUID(), 256), 8));
SET @migrate_words = IF(@migrate_ok AND VERSION() NOT LIKE '%MariaDB%', 'migrate: the script is for MariaDB, the server is not', NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_words = IF(@migrate_ok AND CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(VERSION(), '-', 1), '.', 1), '.', -1) AS UNSIGNED) * 1000000 + CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(VERSION(), '-', 1), '.', 2), '.', -1) AS UNSIGNED) * 1000 + CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(VERSION(), '-', 1), '.', 3), '.', -1) AS UNSIGNED) < 11004000, CONCAT('migrate: the script is for MariaDB 11.4.0 and later, the server is ', VERSION(), ': write it with -Dmigrate.dialect=mariadb:<version>'), NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_words = IF(@migrate_ok AND DATABASE() IS NULL, 'migrate: no database is chosen; name it on the command line', NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_words = IF(@migrate_ok AND @migrate_sql_mode REGEXP 'ANSI_QUOTES|NO_BACKSLASH_ESCAPES|ORACLE|MAXDB|EMPTY_STRING_IS_NULL', CONCAT('migrate: statements mean something else in sql_mode ', @migrate_sql_mode, '; take these words from it'), NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_keeps_rows = EXISTS (SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE' AND ENGINE NOT IN (SELECT ENGINE FROM information_schema.ENGINES WHERE TRANSACTIONS = 'YES'));

-- -----------------------------------------------------------------------------
-- migrate's own tables
-- -----------------------------------------------------------------------------
SET @migrate_text = IF(@migrate_ok, 'CREATE TABLE IF NOT EXISTS migrate_version (
  version_num VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4', 'DO 0');
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_text = IF(@migrate_ok, 'CREATE TABLE IF NOT EXISTS migrate_lock (
  name VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  token VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
  beat BIGINT DEFAULT 0 NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4', 'DO 0');
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_text = IF(@migrate_ok, 'CREATE TABLE IF NOT EXISTS migrate_info (
  name VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  content VARCHAR(255) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4', 'DO 0');
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_text = IF(@migrate_ok, 'CREATE TABLE IF NOT EXISTS migrate_history (
  step VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  version_table VARCHAR(255) NOT NULL,
  revision VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  direction VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  down LONGTEXT NOT NULL,
  depends_on LONGTEXT NOT NULL,
  labels LONGTEXT NOT NULL,
  operations LONGTEXT NOT NULL,
  source_checksum VARCHAR(255),
  ops_hash VARCHAR(255),
  status VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  who VARCHAR(255) NOT NULL,
  host VARCHAR(255) NOT NULL,
  tool VARCHAR(255) NOT NULL,
  environment VARCHAR(255) NOT NULL,
  started DATETIME(6) NOT NULL,
  ended DATETIME(6),
  millis BIGINT,
  statements INTEGER,
  error LONGTEXT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4', 'DO 0');
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_text = IF(@migrate_ok, 'CREATE TABLE IF NOT EXISTS migrate_journal (
  step VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempt INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  sub INTEGER NOT NULL,
  state VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sql_text LONGTEXT NOT NULL,
  sql_hash VARCHAR(255) NOT NULL,
  decisions LONGTEXT NOT NULL,
  before_digest VARCHAR(255),
  after_digest VARCHAR(255),
  session_id VARCHAR(255) NOT NULL,
  server_id VARCHAR(255) NOT NULL,
  cursor_key LONGTEXT,
  upper_bound LONGTEXT,
  started DATETIME(6) NOT NULL,
  ended DATETIME(6),
  PRIMARY KEY (step, attempt, ordinal, sub)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4', 'DO 0');
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
INSERT INTO migrate_info (name, content) SELECT 'layout', '1' FROM DUAL WHERE @migrate_ok AND NOT EXISTS (SELECT 1 FROM migrate_info WHERE name = 'layout');

SET @migrate_lock = CONCAT('migrate:', LEFT(SHA2(LOWER(CONCAT(DATABASE(), '\n', 'migrate_version')), 256), 40));
SET @migrate_locked = GET_LOCK(@migrate_lock, 60);
SET @migrate_words = IF(@migrate_ok AND COALESCE(@migrate_locked, 0) <> 1, CONCAT('migrate: connection ', COALESCE(IS_USED_LOCK(@migrate_lock), '?'), ' holds the lock'), NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_words = IF(@migrate_ok AND EXISTS (SELECT 1 FROM migrate_info WHERE name = 'layout' AND content <> '1'), 'migrate: its tables are of another version of migrate: write the script with the one that wrote them, or a later one', NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_words = IF(@migrate_ok AND ((COALESCE((SELECT content FROM migrate_info WHERE name = 'environment'), '') <> '' OR COALESCE((SELECT content FROM migrate_info WHERE name = 'production'), 'false') = 'true') AND (CAST(COALESCE((SELECT content FROM migrate_info WHERE name = 'environment'), '') AS BINARY) <> CAST('' AS BINARY) OR COALESCE((SELECT content FROM migrate_info WHERE name = 'production'), 'false') <> 'false')), CONCAT('migrate: the database is marked "', COALESCE((SELECT content FROM migrate_info WHERE name = 'environment'), ''), IF(COALESCE((SELECT content FROM migrate_info WHERE name = 'production'), 'false') = 'true', '", production', '"'), '; the script is for no environment; nothing was changed'), NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_rows = (SELECT COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ' '), '') FROM migrate_version);
SET @migrate_words = IF(@migrate_ok AND @migrate_rows NOT IN ('b2', 'a1'), CONCAT('migrate: the database stands at ', IF(@migrate_rows = '', 'base', @migrate_rows), ', the script leads from b2 to a1'), NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
UPDATE migrate_history SET status = 'failed', ended = UTC_TIMESTAMP(6), error = 'the run ended before any of it took effect' WHERE version_table = 'migrate_version' AND status = 'started' AND step NOT IN (SELECT step FROM migrate_journal) AND @migrate_ok;

-- -----------------------------------------------------------------------------
-- step 1 of 1: b2 -> a1, does b2
-- -----------------------------------------------------------------------------
SET SESSION sql_mode = @migrate_sql_mode, SESSION foreign_key_checks = @migrate_checks, SESSION unique_checks = @migrate_unique, SESSION time_zone = @migrate_zone;
SET @migrate_due = @migrate_ok AND @migrate_rows = 'b2';
SET @migrate_half = (SELECT MIN(step) FROM migrate_history WHERE version_table = 'migrate_version' AND step IN (SELECT step FROM migrate_journal));
SET @migrate_step = COALESCE(@migrate_half, CONCAT(@migrate_run, '-100001'));
SET @migrate_done = COALESCE((SELECT MAX(ordinal * 1000000 + sub) FROM migrate_journal WHERE step = @migrate_half AND state = 'done'), 0);
SET @migrate_words = IF(@migrate_ok AND @migrate_due AND @migrate_half IS NOT NULL AND NOT EXISTS (SELECT 1 FROM migrate_history WHERE step = @migrate_half AND revision = 'b2' AND direction = 'down' AND ops_hash = '1:8bf05062f0eb86ca10c6f23f8ea3549bf3264c7b59c4f08e074dec789e9e37f7 for mariadb/64'), CONCAT('migrate: ', (SELECT MIN(revision) FROM migrate_history WHERE step = @migrate_half), IF((SELECT MIN(direction) FROM migrate_history WHERE step = @migrate_half) = 'down', ' is half undone', ' is half applied'), ', and not by what the script does at b2: finish it with mvn migrate:', IF((SELECT MIN(direction) FROM migrate_history WHERE step = @migrate_half) = 'down', 'downgrade', 'upgrade')), NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_words = IF(@migrate_ok AND @migrate_due AND EXISTS (SELECT 1 FROM migrate_journal WHERE step = @migrate_half AND state <> 'done'), 'migrate: a statement of b2 is in doubt: mvn migrate:downgrade asks about it', NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
INSERT INTO migrate_history (step, version_table, revision, direction, down, depends_on, labels, operations, source_checksum, ops_hash, status, who, host, tool, environment, started) SELECT @migrate_step, 'migrate_version', 'b2', 'down', 'a1', '', '', 'DeleteRows{table=TableName{name="users";};where=Condition{sql="id = ?";arguments=[1,];};}
', NULL, '1:8bf05062f0eb86ca10c6f23f8ea3549bf3264c7b59c4f08e074dec789e9e37f7 for mariadb/64', 'started', LEFT(CURRENT_USER(), 255), LEFT(SUBSTRING_INDEX(USER(), '@', -1), 255), 'migrate 1.0, script', '', UTC_TIMESTAMP(6) FROM DUAL WHERE @migrate_due AND @migrate_half IS NULL;
UPDATE migrate_history SET status = 'started', ended = NULL, error = NULL, operations = 'DeleteRows{table=TableName{name="users";};where=Condition{sql="id = ?";arguments=[1,];};}
', source_checksum = NULL, ops_hash = '1:8bf05062f0eb86ca10c6f23f8ea3549bf3264c7b59c4f08e074dec789e9e37f7 for mariadb/64', who = LEFT(CURRENT_USER(), 255), host = LEFT(SUBSTRING_INDEX(USER(), '@', -1), 255), tool = 'migrate 1.0, script', environment = '' WHERE step = @migrate_step AND @migrate_due AND @migrate_half IS NOT NULL;

-- 1 of 1: delete rows of users
SET @migrate_sql = 'DELETE FROM users WHERE id = 1';
SET @migrate_do = @migrate_due AND @migrate_ok AND @migrate_done < 1000001;
START TRANSACTION;
INSERT INTO migrate_journal (step, attempt, ordinal, sub, state, sql_text, sql_hash, decisions, session_id, server_id, started) SELECT @migrate_step, 1, 1, 1, 'started', @migrate_sql, '1:b691c20bb91fff6ed5db6fa6a836d5c2e84d61d99353449b52271e3d1023da34', '1 1 1 
', CONNECTION_ID(), CONCAT(@@hostname, ':', @@port, ', server ', @@server_id), UTC_TIMESTAMP(6) FROM DUAL WHERE @migrate_do;
SET @migrate_text = IF(@migrate_keeps_rows, 'COMMIT', 'DO 0');
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_text = IF(@migrate_do, @migrate_sql, 'DO 0');
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
UPDATE migrate_journal SET state = 'done', ordinal = 1, sub = 1, decisions = '1 1 1 
', ended = UTC_TIMESTAMP(6) WHERE step = @migrate_step AND attempt = 1 AND ordinal = 1 AND sub = 1 AND @migrate_do AND @migrate_ok;
DELETE FROM migrate_journal WHERE step = @migrate_step AND attempt = 1 AND ordinal = 1 AND sub = 1 AND @migrate_do AND NOT @migrate_ok;
COMMIT;

-- the version table, the history
START TRANSACTION;
DELETE FROM migrate_journal WHERE step = @migrate_step AND @migrate_due AND @migrate_ok;
UPDATE migrate_version SET version_num = 'a1' WHERE version_num = 'b2' AND @migrate_due AND @migrate_ok;
UPDATE migrate_history SET status = 'done', ended = UTC_TIMESTAMP(6), millis = TIMESTAMPDIFF(MICROSECOND, started, UTC_TIMESTAMP(6)) DIV 1000, statements = 1, error = NULL WHERE step = @migrate_step AND @migrate_due AND @migrate_ok;
SET @migrate_rows = (SELECT COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ' '), '') FROM migrate_version);
SET @migrate_words = IF(@migrate_ok AND @migrate_due AND @migrate_rows <> 'a1', 'migrate: something else wrote into the version table while the script ran', NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_text = IF(@migrate_due AND NOT @migrate_ok, 'ROLLBACK', 'DO 0');
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
UPDATE migrate_history SET status = 'failed', ended = UTC_TIMESTAMP(6), millis = TIMESTAMPDIFF(MICROSECOND, started, UTC_TIMESTAMP(6)) DIV 1000, statements = 1, error = 'a statement of a script failed; the client said why' WHERE step = @migrate_step AND @migrate_due AND NOT @migrate_ok;
COMMIT;

-- -----------------------------------------------------------------------------
-- the end
-- -----------------------------------------------------------------------------
SELECT IF(@migrate_ok, CONCAT('complete; the database stands at ', IF(@migrate_rows = '', 'base', @migrate_rows)), 'stopped; see the error above') AS migrate;
DO RELEASE_LOCK(@migrate_lock);


-- migrate: stamp from a1 to b2; no migration runs
--
-- for     MariaDB 11.4.0 and later
-- by      migrate 1.0, which asked no database
-- run it  mariadb --default-character-set=utf8mb4 --user=… --password <database> < stamp_a1_b2.sql
--
-- It stops before it changes anything, unless the database stands at a1 or at a step of this script.
-- Run a second time it changes nothing. It keeps the books that a run keeps, so that migrate:current,
-- migrate:upgrade and migrate:downgrade go on from where it ends.

SET NAMES utf8mb4;
SET SESSION autocommit = 1, SESSION group_concat_max_len = 1000000;
-- How strings and names are written here, whatever the server's default is.
SET SESSION sql_mode = REPLACE(REPLACE(@@SESSION.sql_mode, 'ANSI_QUOTES', ''), 'NO_BACKSLASH_ESCAPES', '');
SET @migrate_sql_mode = @@SESSION.sql_mode, @migrate_checks = @@SESSION.foreign_key_checks, @migrate_unique = @@SESSION.unique_checks, @migrate_zone = @@SESSION.time_zone;
SET @migrate_ok = TRUE;
SET @migrate_run = CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y%m%dT%H%i%s%f'), 18), '-', LEFT(SHA2(UUID(), 256), 8));
SET @migrate_words = IF(@migrate_ok AND VERSION() NOT LIKE '%MariaDB%', 'migrate: the script is for MariaDB, the server is not', NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_words = IF(@migrate_ok AND CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(VERSION(), '-', 1), '.', 1), '.', -1) AS UNSIGNED) * 1000000 + CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(VERSION(), '-', 1), '.', 2), '.', -1) AS UNSIGNED) * 1000 + CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(VERSION(), '-', 1), '.', 3), '.', -1) AS UNSIGNED) < 11004000, CONCAT('migrate: the script is for MariaDB 11.4.0 and later, the server is ', VERSION(), ': write it with -Dmigrate.dialect=mariadb:<version>'), NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_words = IF(@migrate_ok AND DATABASE() IS NULL, 'migrate: no database is chosen; name it on the command line', NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_words = IF(@migrate_ok AND @migrate_sql_mode REGEXP 'ANSI_QUOTES|NO_BACKSLASH_ESCAPES|ORACLE|MAXDB|EMPTY_STRING_IS_NULL', CONCAT('migrate: statements mean something else in sql_mode ', @migrate_sql_mode, '; take these words from it'), NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_keeps_rows = EXISTS (SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE' AND ENGINE NOT IN (SELECT ENGINE FROM information_schema.ENGINES WHERE TRANSACTIONS = 'YES'));

-- -----------------------------------------------------------------------------
-- migrate's own tables
-- -----------------------------------------------------------------------------
SET @migrate_text = IF(@migrate_ok, 'CREATE TABLE IF NOT EXISTS migrate_version (
  version_num VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4', 'DO 0');
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_text = IF(@migrate_ok, 'CREATE TABLE IF NOT EXISTS migrate_lock (
  name VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  token VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
  beat BIGINT DEFAULT 0 NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4', 'DO 0');
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_text = IF(@migrate_ok, 'CREATE TABLE IF NOT EXISTS migrate_info (
  name VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  content VARCHAR(255) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4', 'DO 0');
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_text = IF(@migrate_ok, 'CREATE TABLE IF NOT EXISTS migrate_history (
  step VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  version_table VARCHAR(255) NOT NULL,
  revision VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  direction VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  down LONGTEXT NOT NULL,
  depends_on LONGTEXT NOT NULL,
  labels LONGTEXT NOT NULL,
  operations LONGTEXT NOT NULL,
  source_checksum VARCHAR(255),
  ops_hash VARCHAR(255),
  status VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  who VARCHAR(255) NOT NULL,
  host VARCHAR(255) NOT NULL,
  tool VARCHAR(255) NOT NULL,
  environment VARCHAR(255) NOT NULL,
  started DATETIME(6) NOT NULL,
  ended DATETIME(6),
  millis BIGINT,
  statements INTEGER,
  error LONGTEXT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4', 'DO 0');
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_text = IF(@migrate_ok, 'CREATE TABLE IF NOT EXISTS migrate_journal (
  step VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempt INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  sub INTEGER NOT NULL,
  state VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sql_text LONGTEXT NOT NULL,
  sql_hash VARCHAR(255) NOT NULL,
  decisions LONGTEXT NOT NULL,
  before_digest VARCHAR(255),
  after_digest VARCHAR(255),
  session_id VARCHAR(255) NOT NULL,
  server_id VARCHAR(255) NOT NULL,
  cursor_key LONGTEXT,
  upper_bound LONGTEXT,
  started DATETIME(6) NOT NULL,
  ended DATETIME(6),
  PRIMARY KEY (step, attempt, ordinal, sub)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4', 'DO 0');
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
INSERT INTO migrate_info (name, content) SELECT 'layout', '1' FROM DUAL WHERE @migrate_ok AND NOT EXISTS (SELECT 1 FROM migrate_info WHERE name = 'layout');

SET @migrate_lock = CONCAT('migrate:', LEFT(SHA2(LOWER(CONCAT(DATABASE(), '\n', 'migrate_version')), 256), 40));
SET @migrate_locked = GET_LOCK(@migrate_lock, 60);
SET @migrate_words = IF(@migrate_ok AND COALESCE(@migrate_locked, 0) <> 1, CONCAT('migrate: connection ', COALESCE(IS_USED_LOCK(@migrate_lock), '?'), ' holds the lock'), NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_words = IF(@migrate_ok AND EXISTS (SELECT 1 FROM migrate_info WHERE name = 'layout' AND content <> '1'), 'migrate: its tables are of another version of migrate: write the script with the one that wrote them, or a later one', NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_words = IF(@migrate_ok AND ((COALESCE((SELECT content FROM migrate_info WHERE name = 'environment'), '') <> '' OR COALESCE((SELECT content FROM migrate_info WHERE name = 'production'), 'false') = 'true') AND (CAST(COALESCE((SELECT content FROM migrate_info WHERE name = 'environment'), '') AS BINARY) <> CAST('' AS BINARY) OR COALESCE((SELECT content FROM migrate_info WHERE name = 'production'), 'false') <> 'false')), CONCAT('migrate: the database is marked "', COALESCE((SELECT content FROM migrate_info WHERE name = 'environment'), ''), IF(COALESCE((SELECT content FROM migrate_info WHERE name = 'production'), 'false') = 'true', '", production', '"'), '; the script is for no environment; nothing was changed'), NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_rows = (SELECT COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ' '), '') FROM migrate_version);
SET @migrate_words = IF(@migrate_ok AND @migrate_rows NOT IN ('a1', 'b2'), CONCAT('migrate: the database stands at ', IF(@migrate_rows = '', 'base', @migrate_rows), ', the script leads from a1 to b2'), NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
UPDATE migrate_history SET status = 'failed', ended = UTC_TIMESTAMP(6), error = 'the run ended before any of it took effect' WHERE version_table = 'migrate_version' AND status = 'started' AND step NOT IN (SELECT step FROM migrate_journal) AND @migrate_ok;

-- -----------------------------------------------------------------------------
-- step 1 of 1: stamp b2
-- -----------------------------------------------------------------------------
SET SESSION sql_mode = @migrate_sql_mode, SESSION foreign_key_checks = @migrate_checks, SESSION unique_checks = @migrate_unique, SESSION time_zone = @migrate_zone;
SET @migrate_due = @migrate_ok AND @migrate_rows = 'a1';

-- the version table, the history
START TRANSACTION;
UPDATE migrate_history SET status = 'abandoned', ended = UTC_TIMESTAMP(6) WHERE version_table = 'migrate_version' AND step IN (SELECT step FROM migrate_journal) AND @migrate_due AND @migrate_ok;
DELETE FROM migrate_journal WHERE step IN (SELECT step FROM migrate_history WHERE version_table = 'migrate_version' AND status = 'abandoned') AND @migrate_due AND @migrate_ok;
DELETE FROM migrate_version WHERE version_num = 'a1' AND @migrate_due AND @migrate_ok;
INSERT INTO migrate_history (step, version_table, revision, direction, down, depends_on, labels, operations, source_checksum, ops_hash, status, who, host, tool, environment, started) SELECT CONCAT(@migrate_run, '-100001'), 'migrate_version', 'a1', 'unstamp', '', '', '', '', NULL, '1:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'done', LEFT(CURRENT_USER(), 255), LEFT(SUBSTRING_INDEX(USER(), '@', -1), 255), 'migrate 1.0, script', '', UTC_TIMESTAMP(6) FROM DUAL WHERE @migrate_due AND @migrate_ok;
INSERT INTO migrate_version (version_num) SELECT 'b2' FROM DUAL WHERE @migrate_due AND @migrate_ok;
INSERT INTO migrate_history (step, version_table, revision, direction, down, depends_on, labels, operations, source_checksum, ops_hash, status, who, host, tool, environment, started) SELECT CONCAT(@migrate_run, '-100002'), 'migrate_version', 'b2', 'stamp', 'a1', '', '', '', NULL, '1:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'done', LEFT(CURRENT_USER(), 255), LEFT(SUBSTRING_INDEX(USER(), '@', -1), 255), 'migrate 1.0, script', '', UTC_TIMESTAMP(6) FROM DUAL WHERE @migrate_due AND @migrate_ok;
SET @migrate_rows = (SELECT COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ' '), '') FROM migrate_version);
SET @migrate_words = IF(@migrate_ok AND @migrate_due AND @migrate_rows <> 'b2', 'migrate: something else wrote into the version table while the script ran', NULL);
SET @migrate_text = IF(@migrate_words IS NULL, 'DO 0', CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`'));
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
SET @migrate_text = IF(@migrate_due AND NOT @migrate_ok, 'ROLLBACK', 'DO 0');
PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement; SET @migrate_ok = @migrate_ok AND @@error_count = 0;
COMMIT;

-- -----------------------------------------------------------------------------
-- the end
-- -----------------------------------------------------------------------------
SELECT IF(@migrate_ok, CONCAT('complete; the database stands at ', IF(@migrate_rows = '', 'base', @migrate_rows)), 'stopped; see the error above') AS migrate;
DO RELEASE_LOCK(@migrate_lock);
