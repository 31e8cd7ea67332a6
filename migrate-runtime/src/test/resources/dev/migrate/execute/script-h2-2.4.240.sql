-- migrate: upgrade from base to b2: 2 revisions, 5 statements
--
-- for     H2 2.4.240 and later
-- by      migrate 1.0, which asked no database
-- run it  java -cp h2.jar org.h2.tools.RunScript -url jdbc:h2:… -user … -password … -script base_b2.sql
-- Never with -continueOnError: no script of H2 can know that a statement failed, and what failed would count as done.
--
-- It stops before it changes anything, unless the database stands at base or at a step of this script.
-- Run a second time it changes nothing. It keeps the books that a run keeps, so that migrate:current,
-- migrate:upgrade and migrate:downgrade go on from where it ends.

SET AUTOCOMMIT ON;
SET @migrate_ok = TRUE;
SET @migrate_words = CASE WHEN @migrate_ok AND (SELECT CAST(SETTING_VALUE AS INTEGER) FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'info.VERSION_MAJOR') * 1000000 + (SELECT CAST(SETTING_VALUE AS INTEGER) FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'info.VERSION_MINOR') * 1000 + (SELECT CAST(SETTING_VALUE AS INTEGER) FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'info.BUILD_ID') < 2004240 THEN 'migrate: the script is for H2 2.4.240 and later, this is H2 ' || H2VERSION() || ': write it with -Dmigrate.dialect=h2:<version>' ELSE NULL END;
SET @migrate_ok = @migrate_ok AND @migrate_words IS NULL;
CALL CAST(@migrate_words AS INTEGER);
SET @migrate_schema = SCHEMA();
SET @migrate_run = FORMATDATETIME(CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(3)), 'yyyyMMdd''T''HHmmssSSS') || '-' || LOWER(LEFT(CAST(RANDOM_UUID() AS VARCHAR), 8));

-- -----------------------------------------------------------------------------
-- migrate's own tables
-- -----------------------------------------------------------------------------
EXECUTE IMMEDIATE CASE WHEN @migrate_ok THEN 'CREATE TABLE IF NOT EXISTS migrate_version (
  version_num VARCHAR(64) NOT NULL CONSTRAINT pk_migrate_version PRIMARY KEY
)' ELSE 'SET @migrate_nothing = 0' END;
EXECUTE IMMEDIATE CASE WHEN @migrate_ok THEN 'CREATE TABLE IF NOT EXISTS migrate_lock (
  name VARCHAR(64) NOT NULL CONSTRAINT pk_migrate_lock PRIMARY KEY,
  token VARCHAR(64),
  beat BIGINT DEFAULT 0 NOT NULL
)' ELSE 'SET @migrate_nothing = 0' END;
EXECUTE IMMEDIATE CASE WHEN @migrate_ok THEN 'CREATE TABLE IF NOT EXISTS migrate_info (
  name VARCHAR(64) NOT NULL CONSTRAINT pk_migrate_info PRIMARY KEY,
  content VARCHAR(255) NOT NULL
)' ELSE 'SET @migrate_nothing = 0' END;
EXECUTE IMMEDIATE CASE WHEN @migrate_ok THEN 'CREATE TABLE IF NOT EXISTS migrate_history (
  step VARCHAR(64) NOT NULL CONSTRAINT pk_migrate_history PRIMARY KEY,
  version_table VARCHAR(255) NOT NULL,
  revision VARCHAR(64) NOT NULL,
  direction VARCHAR(64) NOT NULL,
  down CHARACTER LARGE OBJECT NOT NULL,
  depends_on CHARACTER LARGE OBJECT NOT NULL,
  labels CHARACTER LARGE OBJECT NOT NULL,
  operations CHARACTER LARGE OBJECT NOT NULL,
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
  error CHARACTER LARGE OBJECT
)' ELSE 'SET @migrate_nothing = 0' END;
EXECUTE IMMEDIATE CASE WHEN @migrate_ok THEN 'CREATE TABLE IF NOT EXISTS migrate_journal (
  step VARCHAR(64) NOT NULL,
  attempt INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  sub INTEGER NOT NULL,
  state VARCHAR(64) NOT NULL,
  sql_text CHARACTER LARGE OBJECT NOT NULL,
  sql_hash VARCHAR(255) NOT NULL,
  decisions CHARACTER LARGE OBJECT NOT NULL,
  before_digest VARCHAR(255),
  after_digest VARCHAR(255),
  session_id VARCHAR(255) NOT NULL,
  server_id VARCHAR(255) NOT NULL,
  cursor_key CHARACTER LARGE OBJECT,
  upper_bound CHARACTER LARGE OBJECT,
  started TIMESTAMP(6) NOT NULL,
  ended TIMESTAMP(6),
  CONSTRAINT pk_migrate_journal PRIMARY KEY (step, attempt, ordinal, sub)
)' ELSE 'SET @migrate_nothing = 0' END;
INSERT INTO migrate_info (name, content) SELECT 'layout', '1' FROM DUAL WHERE @migrate_ok AND NOT EXISTS (SELECT 1 FROM migrate_info WHERE name = 'layout');

SET @migrate_lock = 'migrate:' || LEFT(LOWER(RAWTOHEX(HASH('SHA256', STRINGTOUTF8(LOWER(SCHEMA() || CHAR(10) || 'migrate_version'))))), 40);
INSERT INTO migrate_lock (name) SELECT @migrate_lock FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM migrate_lock WHERE name = @migrate_lock);
-- A run that is under way holds the row; then nobody else works on the database until the end.
SET LOCK_TIMEOUT 60000;
SET AUTOCOMMIT OFF;
UPDATE migrate_lock SET beat = beat WHERE name = @migrate_lock;
SET EXCLUSIVE 1;
COMMIT;
SET AUTOCOMMIT ON;
SET @migrate_words = CASE WHEN @migrate_ok AND EXISTS (SELECT 1 FROM migrate_info WHERE name = 'layout' AND content <> '1') THEN 'migrate: its tables are of another version of migrate: write the script with the one that wrote them, or a later one' ELSE NULL END;
SET @migrate_ok = @migrate_ok AND @migrate_words IS NULL;
CALL CAST(@migrate_words AS INTEGER);
SET @migrate_words = CASE WHEN @migrate_ok AND ((COALESCE((SELECT content FROM migrate_info WHERE name = 'environment'), '') <> '' OR COALESCE((SELECT content FROM migrate_info WHERE name = 'production'), 'false') = 'true') AND (COALESCE((SELECT content FROM migrate_info WHERE name = 'environment'), '') <> '' OR COALESCE((SELECT content FROM migrate_info WHERE name = 'production'), 'false') <> 'false')) THEN 'migrate: the database is marked "' || COALESCE((SELECT content FROM migrate_info WHERE name = 'environment'), '') || CASE WHEN COALESCE((SELECT content FROM migrate_info WHERE name = 'production'), 'false') = 'true' THEN '", production' ELSE '"' END || '; the script is for no environment; nothing was changed' ELSE NULL END;
SET @migrate_ok = @migrate_ok AND @migrate_words IS NULL;
CALL CAST(@migrate_words AS INTEGER);
SET @migrate_rows = (SELECT COALESCE(LISTAGG(version_num, ' ') WITHIN GROUP (ORDER BY version_num), '') FROM migrate_version);
SET @migrate_words = CASE WHEN @migrate_ok AND @migrate_rows NOT IN ('', 'a1', 'b2') THEN 'migrate: the database stands at ' || CASE WHEN @migrate_rows = '' THEN 'base' ELSE @migrate_rows END || ', the script leads from base to b2' ELSE NULL END;
SET @migrate_ok = @migrate_ok AND @migrate_words IS NULL;
CALL CAST(@migrate_words AS INTEGER);
UPDATE migrate_history SET status = 'failed', ended = CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(6)), error = 'the run ended before any of it took effect' WHERE version_table = 'migrate_version' AND status = 'started' AND step NOT IN (SELECT step FROM migrate_journal) AND @migrate_ok;

-- -----------------------------------------------------------------------------
-- step 1 of 2: <base> -> a1, does a1
-- -----------------------------------------------------------------------------
EXECUTE IMMEDIATE CASE WHEN TRUE THEN 'SET SCHEMA "' || @migrate_schema || '"' ELSE 'SET @migrate_nothing = 0' END;
SET @migrate_due = @migrate_ok AND @migrate_rows = '';
SET @migrate_half = (SELECT MIN(step) FROM migrate_history WHERE version_table = 'migrate_version' AND step IN (SELECT step FROM migrate_journal));
SET @migrate_step = COALESCE(@migrate_half, @migrate_run || '-100001');
SET @migrate_done = COALESCE((SELECT MAX(ordinal * 1000000 + sub) FROM migrate_journal WHERE step = @migrate_half AND state = 'done'), 0);
SET @migrate_words = CASE WHEN @migrate_ok AND @migrate_due AND @migrate_half IS NOT NULL AND NOT EXISTS (SELECT 1 FROM migrate_history WHERE step = @migrate_half AND revision = 'a1' AND direction = 'up' AND ops_hash = '1:af9d2dd61f12a53b9c5fc23c8f38017d1c12fc372fe7a6f6eb3c14e284a6fff0 for h2/256') THEN 'migrate: ' || (SELECT MIN(revision) FROM migrate_history WHERE step = @migrate_half) || CASE WHEN (SELECT MIN(direction) FROM migrate_history WHERE step = @migrate_half) = 'down' THEN ' is half undone' ELSE ' is half applied' END || ', and not by what the script does at a1: finish it with mvn migrate:' || CASE WHEN (SELECT MIN(direction) FROM migrate_history WHERE step = @migrate_half) = 'down' THEN 'downgrade' ELSE 'upgrade' END ELSE NULL END;
SET @migrate_ok = @migrate_ok AND @migrate_words IS NULL;
CALL CAST(@migrate_words AS INTEGER);
SET @migrate_words = CASE WHEN @migrate_ok AND @migrate_due AND EXISTS (SELECT 1 FROM migrate_journal WHERE step = @migrate_half AND state <> 'done') THEN 'migrate: a statement of a1 is in doubt: mvn migrate:upgrade asks about it' ELSE NULL END;
SET @migrate_ok = @migrate_ok AND @migrate_words IS NULL;
CALL CAST(@migrate_words AS INTEGER);
INSERT INTO migrate_history (step, version_table, revision, direction, down, depends_on, labels, operations, source_checksum, ops_hash, status, who, host, tool, environment, started) SELECT @migrate_step, 'migrate_version', 'a1', 'up', '', '', '', 'CreateTable{definition=Table{name=TableName{name="users";};columns=[Column{name="id";type=IntegerType{bits=64;};},Column{name="email";type=VarChar{length=320;};comment="it''s unique; by hand";},];primaryKey=PrimaryKey{name="pk_users";columns=["id",];};};}
', NULL, '1:af9d2dd61f12a53b9c5fc23c8f38017d1c12fc372fe7a6f6eb3c14e284a6fff0 for h2/256', 'started', LEFT(CURRENT_USER, 255), '', 'migrate 1.0, script', '', CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(6)) FROM DUAL WHERE @migrate_due AND @migrate_half IS NULL;
UPDATE migrate_history SET status = 'started', ended = NULL, error = NULL, operations = 'CreateTable{definition=Table{name=TableName{name="users";};columns=[Column{name="id";type=IntegerType{bits=64;};},Column{name="email";type=VarChar{length=320;};comment="it''s unique; by hand";},];primaryKey=PrimaryKey{name="pk_users";columns=["id",];};};}
', source_checksum = NULL, ops_hash = '1:af9d2dd61f12a53b9c5fc23c8f38017d1c12fc372fe7a6f6eb3c14e284a6fff0 for h2/256', who = LEFT(CURRENT_USER, 255), host = '', tool = 'migrate 1.0, script', environment = '' WHERE step = @migrate_step AND @migrate_due AND @migrate_half IS NOT NULL;

-- 1 of 2: create table users
SET @migrate_sql = 'CREATE TABLE users (
  id BIGINT NOT NULL,
  email VARCHAR(320) NOT NULL,
  CONSTRAINT pk_users PRIMARY KEY (id)
)';
SET @migrate_do = @migrate_due AND @migrate_ok AND @migrate_done < 1000001;
INSERT INTO migrate_journal (step, attempt, ordinal, sub, state, sql_text, sql_hash, decisions, session_id, server_id, started) SELECT @migrate_step, 1, 1, 1, 'started', @migrate_sql, '1:a0056d5afb3ca439ee87b6d3d86c7c7449b52373bb815a8f93ea6bd63c7e7e37', '1 2 1 
56:DDL:COMMENT ON COLUMN users.email IS ''it''''s unique; by hand''', SESSION_ID(), DATABASE(), CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(6)) FROM DUAL WHERE @migrate_do;
EXECUTE IMMEDIATE CASE WHEN @migrate_do THEN @migrate_sql ELSE 'SET @migrate_nothing = 0' END;
UPDATE migrate_journal SET state = 'done', ordinal = 1, sub = 1, decisions = '1 2 1 
56:DDL:COMMENT ON COLUMN users.email IS ''it''''s unique; by hand''', ended = CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(6)) WHERE step = @migrate_step AND attempt = 1 AND ordinal = 1 AND sub = 1 AND @migrate_do AND @migrate_ok;

-- 2 of 2: create table users
SET @migrate_sql = 'COMMENT ON COLUMN users.email IS ''it''''s unique; by hand''';
SET @migrate_do = @migrate_due AND @migrate_ok AND @migrate_done < 1000002;
INSERT INTO migrate_journal (step, attempt, ordinal, sub, state, sql_text, sql_hash, decisions, session_id, server_id, started) SELECT @migrate_step, 1, 1, 2, 'started', @migrate_sql, '1:6f16ead2328bdcfc0f222885196c5b03de7d9f65fc237c525fdbbc0097e5622e', '2 2 1 
', SESSION_ID(), DATABASE(), CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(6)) FROM DUAL WHERE @migrate_do;
EXECUTE IMMEDIATE CASE WHEN @migrate_do THEN @migrate_sql ELSE 'SET @migrate_nothing = 0' END;
UPDATE migrate_journal SET state = 'done', ordinal = 1, sub = 2, decisions = '2 2 1 
', ended = CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(6)) WHERE step = @migrate_step AND attempt = 1 AND ordinal = 1 AND sub = 2 AND @migrate_do AND @migrate_ok;

-- the version table, the history
SET AUTOCOMMIT OFF;
DELETE FROM migrate_journal WHERE step = @migrate_step AND @migrate_due AND @migrate_ok;
INSERT INTO migrate_version (version_num) SELECT 'a1' FROM DUAL WHERE @migrate_due AND @migrate_ok;
UPDATE migrate_history SET status = 'done', ended = CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(6)), millis = DATEDIFF(MILLISECOND, started, CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(6))), statements = 2, error = NULL WHERE step = @migrate_step AND @migrate_due AND @migrate_ok;
SET @migrate_rows = (SELECT COALESCE(LISTAGG(version_num, ' ') WITHIN GROUP (ORDER BY version_num), '') FROM migrate_version);
SET @migrate_words = CASE WHEN @migrate_ok AND @migrate_due AND @migrate_rows <> 'a1' THEN 'migrate: something else wrote into the version table while the script ran' ELSE NULL END;
SET @migrate_ok = @migrate_ok AND @migrate_words IS NULL;
CALL CAST(@migrate_words AS INTEGER);
COMMIT;
SET AUTOCOMMIT ON;

-- -----------------------------------------------------------------------------
-- step 2 of 2: a1 -> b2, does b2
-- -----------------------------------------------------------------------------
EXECUTE IMMEDIATE CASE WHEN TRUE THEN 'SET SCHEMA "' || @migrate_schema || '"' ELSE 'SET @migrate_nothing = 0' END;
SET @migrate_due = @migrate_ok AND @migrate_rows = 'a1';
SET @migrate_half = (SELECT MIN(step) FROM migrate_history WHERE version_table = 'migrate_version' AND step IN (SELECT step FROM migrate_journal));
SET @migrate_step = COALESCE(@migrate_half, @migrate_run || '-100002');
SET @migrate_done = COALESCE((SELECT MAX(ordinal * 1000000 + sub) FROM migrate_journal WHERE step = @migrate_half AND state = 'done'), 0);
SET @migrate_words = CASE WHEN @migrate_ok AND @migrate_due AND @migrate_half IS NOT NULL AND NOT EXISTS (SELECT 1 FROM migrate_history WHERE step = @migrate_half AND revision = 'b2' AND direction = 'up' AND ops_hash = '1:3c14fa84230b8212cc46fd842966e749a12517c17836fe69d4ada5ef6babc0c6 for h2/256') THEN 'migrate: ' || (SELECT MIN(revision) FROM migrate_history WHERE step = @migrate_half) || CASE WHEN (SELECT MIN(direction) FROM migrate_history WHERE step = @migrate_half) = 'down' THEN ' is half undone' ELSE ' is half applied' END || ', and not by what the script does at b2: finish it with mvn migrate:' || CASE WHEN (SELECT MIN(direction) FROM migrate_history WHERE step = @migrate_half) = 'down' THEN 'downgrade' ELSE 'upgrade' END ELSE NULL END;
SET @migrate_ok = @migrate_ok AND @migrate_words IS NULL;
CALL CAST(@migrate_words AS INTEGER);
SET @migrate_words = CASE WHEN @migrate_ok AND @migrate_due AND EXISTS (SELECT 1 FROM migrate_journal WHERE step = @migrate_half AND state <> 'done') THEN 'migrate: a statement of b2 is in doubt: mvn migrate:upgrade asks about it' ELSE NULL END;
SET @migrate_ok = @migrate_ok AND @migrate_words IS NULL;
CALL CAST(@migrate_words AS INTEGER);
INSERT INTO migrate_history (step, version_table, revision, direction, down, depends_on, labels, operations, source_checksum, ops_hash, status, who, host, tool, environment, started) SELECT @migrate_step, 'migrate_version', 'b2', 'up', 'a1', '', '', U&'AlterColumn{table=TableName{name="users";};column="email";type=VarChar{length=400;};}\000aInsertRows{table=TableName{name="users";};columns=["id","email",];rows=[[1,"a\005c\005cb",],];}\000aVerifyAnswer{what="there is one";query="SELECT count(*) FROM users";expected=1;}\000a', NULL, '1:3c14fa84230b8212cc46fd842966e749a12517c17836fe69d4ada5ef6babc0c6 for h2/256', 'started', LEFT(CURRENT_USER, 255), '', 'migrate 1.0, script', '', CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(6)) FROM DUAL WHERE @migrate_due AND @migrate_half IS NULL;
UPDATE migrate_history SET status = 'started', ended = NULL, error = NULL, operations = U&'AlterColumn{table=TableName{name="users";};column="email";type=VarChar{length=400;};}\000aInsertRows{table=TableName{name="users";};columns=["id","email",];rows=[[1,"a\005c\005cb",],];}\000aVerifyAnswer{what="there is one";query="SELECT count(*) FROM users";expected=1;}\000a', source_checksum = NULL, ops_hash = '1:3c14fa84230b8212cc46fd842966e749a12517c17836fe69d4ada5ef6babc0c6 for h2/256', who = LEFT(CURRENT_USER, 255), host = '', tool = 'migrate 1.0, script', environment = '' WHERE step = @migrate_step AND @migrate_due AND @migrate_half IS NOT NULL;

-- 1 of 3: alter column users.email
SET @migrate_sql = 'ALTER TABLE users ALTER COLUMN email SET DATA TYPE VARCHAR(400)';
SET @migrate_do = @migrate_due AND @migrate_ok AND @migrate_done < 1000001;
INSERT INTO migrate_journal (step, attempt, ordinal, sub, state, sql_text, sql_hash, decisions, session_id, server_id, started) SELECT @migrate_step, 1, 1, 1, 'started', @migrate_sql, '1:f06f1abccf00f01d85d72acb52f5a9257e87245067d110cc908ee969aa8f6431', '1 1 1 
', SESSION_ID(), DATABASE(), CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(6)) FROM DUAL WHERE @migrate_do;
EXECUTE IMMEDIATE CASE WHEN @migrate_do THEN @migrate_sql ELSE 'SET @migrate_nothing = 0' END;
UPDATE migrate_journal SET state = 'done', ordinal = 1, sub = 1, decisions = '1 1 1 
', ended = CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(6)) WHERE step = @migrate_step AND attempt = 1 AND ordinal = 1 AND sub = 1 AND @migrate_do AND @migrate_ok;

-- 2 of 3: insert 1 row into users
SET @migrate_sql = 'INSERT INTO users (id, email) VALUES (1, U&''a\005cb'')';
SET @migrate_do = @migrate_due AND @migrate_ok AND @migrate_done < 2000001;
SET AUTOCOMMIT OFF;
INSERT INTO migrate_journal (step, attempt, ordinal, sub, state, sql_text, sql_hash, decisions, session_id, server_id, started) SELECT @migrate_step, 1, 2, 1, 'started', @migrate_sql, '1:41cbfce4df8d2e4b2ae994a986ba7ffa589ae8db893c0b0ea784d0e4071042d1', '2 1 1 
', SESSION_ID(), DATABASE(), CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(6)) FROM DUAL WHERE @migrate_do;
EXECUTE IMMEDIATE CASE WHEN @migrate_do THEN @migrate_sql ELSE 'SET @migrate_nothing = 0' END;
UPDATE migrate_journal SET state = 'done', ordinal = 2, sub = 1, decisions = '2 1 1 
', ended = CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(6)) WHERE step = @migrate_step AND attempt = 1 AND ordinal = 2 AND sub = 1 AND @migrate_do AND @migrate_ok;
COMMIT;
SET AUTOCOMMIT ON;

-- 3 of 3: verify that there is one
SET @migrate_do = @migrate_due AND @migrate_ok AND @migrate_done < 3000001;
EXECUTE IMMEDIATE CASE WHEN @migrate_do THEN 'SET @migrate_answer = (SELECT count(*) FROM users)' ELSE 'SET @migrate_nothing = 0' END;
SET @migrate_words = CASE WHEN @migrate_ok AND @migrate_do AND COALESCE(@migrate_answer <> 1, TRUE) THEN 'migrate: not true: there is one' ELSE NULL END;
SET @migrate_ok = @migrate_ok AND @migrate_words IS NULL;
CALL CAST(@migrate_words AS INTEGER);

-- the version table, the history
SET AUTOCOMMIT OFF;
DELETE FROM migrate_journal WHERE step = @migrate_step AND @migrate_due AND @migrate_ok;
UPDATE migrate_version SET version_num = 'b2' WHERE version_num = 'a1' AND @migrate_due AND @migrate_ok;
UPDATE migrate_history SET status = 'done', ended = CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(6)), millis = DATEDIFF(MILLISECOND, started, CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(6))), statements = 3, error = NULL WHERE step = @migrate_step AND @migrate_due AND @migrate_ok;
SET @migrate_rows = (SELECT COALESCE(LISTAGG(version_num, ' ') WITHIN GROUP (ORDER BY version_num), '') FROM migrate_version);
SET @migrate_words = CASE WHEN @migrate_ok AND @migrate_due AND @migrate_rows <> 'b2' THEN 'migrate: something else wrote into the version table while the script ran' ELSE NULL END;
SET @migrate_ok = @migrate_ok AND @migrate_words IS NULL;
CALL CAST(@migrate_words AS INTEGER);
COMMIT;
SET AUTOCOMMIT ON;

-- -----------------------------------------------------------------------------
-- the end
-- -----------------------------------------------------------------------------
SET @migrate_words = CASE WHEN @migrate_ok AND @migrate_ok THEN 'migrate: the script ends here: go on with mvn migrate:upgrade -Dto=c3, then with a script from c3; c3 needs migrate itself (run "hash the keys" version 1)' ELSE NULL END;
SET @migrate_ok = @migrate_ok AND @migrate_words IS NULL;
CALL CAST(@migrate_words AS INTEGER);
SET EXCLUSIVE 0;


-- migrate: downgrade from b2 to a1: 1 revision, 1 statement
--
-- for     H2 2.4.240 and later
-- by      migrate 1.0, which asked no database
-- run it  java -cp h2.jar org.h2.tools.RunScript -url jdbc:h2:… -user … -password … -script b2_a1.sql
-- Never with -continueOnError: no script of H2 can know that a statement failed, and what failed would count as done.
--
-- It stops before it changes anything, unless the database stands at b2 or at a step of this script.
-- Run a second time it changes nothing. It keeps the books that a run keeps, so that migrate:current,
-- migrate:upgrade and migrate:downgrade go on from where it ends.

SET AUTOCOMMIT ON;
SET @migrate_ok = TRUE;
SET @migrate_words = CASE WHEN @migrate_ok AND (SELECT CAST(SETTING_VALUE AS INTEGER) FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'info.VERSION_MAJOR') * 1000000 + (SELECT CAST(SETTING_VALUE AS INTEGER) FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'info.VERSION_MINOR') * 1000 + (SELECT CAST(SETTING_VALUE AS INTEGER) FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'info.BUILD_ID') < 2004240 THEN 'migrate: the script is for H2 2.4.240 and later, this is H2 ' || H2VERSION() || ': write it with -Dmigrate.dialect=h2:<version>' ELSE NULL END;
SET @migrate_ok = @migrate_ok AND @migrate_words IS NULL;
CALL CAST(@migrate_words AS INTEGER);
SET @migrate_schema = SCHEMA();
SET @migrate_run = FORMATDATETIME(CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(3)), 'yyyyMMdd''T''HHmmssSSS') || '-' || LOWER(LEFT(CAST(RANDOM_UUID() AS VARCHAR), 8));

-- -----------------------------------------------------------------------------
-- migrate's own tables
-- -----------------------------------------------------------------------------
EXECUTE IMMEDIATE CASE WHEN @migrate_ok THEN 'CREATE TABLE IF NOT EXISTS migrate_version (
  version_num VARCHAR(64) NOT NULL CONSTRAINT pk_migrate_version PRIMARY KEY
)' ELSE 'SET @migrate_nothing = 0' END;
EXECUTE IMMEDIATE CASE WHEN @migrate_ok THEN 'CREATE TABLE IF NOT EXISTS migrate_lock (
  name VARCHAR(64) NOT NULL CONSTRAINT pk_migrate_lock PRIMARY KEY,
  token VARCHAR(64),
  beat BIGINT DEFAULT 0 NOT NULL
)' ELSE 'SET @migrate_nothing = 0' END;
EXECUTE IMMEDIATE CASE WHEN @migrate_ok THEN 'CREATE TABLE IF NOT EXISTS migrate_info (
  name VARCHAR(64) NOT NULL CONSTRAINT pk_migrate_info PRIMARY KEY,
  content VARCHAR(255) NOT NULL
)' ELSE 'SET @migrate_nothing = 0' END;
EXECUTE IMMEDIATE CASE WHEN @migrate_ok THEN 'CREATE TABLE IF NOT EXISTS migrate_history (
  step VARCHAR(64) NOT NULL CONSTRAINT pk_migrate_history PRIMARY KEY,
  version_table VARCHAR(255) NOT NULL,
  revision VARCHAR(64) NOT NULL,
  direction VARCHAR(64) NOT NULL,
  down CHARACTER LARGE OBJECT NOT NULL,
  depends_on CHARACTER LARGE OBJECT NOT NULL,
  labels CHARACTER LARGE OBJECT NOT NULL,
  operations CHARACTER LARGE OBJECT NOT NULL,
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
  error CHARACTER LARGE OBJECT
)' ELSE 'SET @migrate_nothing = 0' END;
EXECUTE IMMEDIATE CASE WHEN @migrate_ok THEN 'CREATE TABLE IF NOT EXISTS migrate_journal (
  step VARCHAR(64) NOT NULL,
  attempt INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  sub INTEGER NOT NULL,
  state VARCHAR(64) NOT NULL,
  sql_text CHARACTER LARGE OBJECT NOT NULL,
  sql_hash VARCHAR(255) NOT NULL,
  decisions CHARACTER LARGE OBJECT NOT NULL,
  before_digest VARCHAR(255),
  after_digest VARCHAR(255),
  session_id VARCHAR(255) NOT NULL,
  server_id VARCHAR(255) NOT NULL,
  cursor_key CHARACTER LARGE OBJECT,
  upper_bound CHARACTER LARGE OBJECT,
  started TIMESTAMP(6) NOT NULL,
  ended TIMESTAMP(6),
  CONSTRAINT pk_migrate_journal PRIMARY KEY (step, attempt, ordinal, sub)
)' ELSE 'SET @migrate_nothing = 0' END;
INSERT INTO migrate_info (name, content) SELECT 'layout', '1' FROM DUAL WHERE @migrate_ok AND NOT EXISTS (SELECT 1 FROM migrate_info WHERE name = 'layout');

SET @migrate_lock = 'migrate:' || LEFT(LOWER(RAWTOHEX(HASH('SHA256', STRINGTOUTF8(LOWER(SCHEMA() || CHAR(10) || 'migrate_version'))))), 40);
INSERT INTO migrate_lock (name) SELECT @migrate_lock FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM migrate_lock WHERE name = @migrate_lock);
-- A run that is under way holds the row; then nobody else works on the database until the end.
SET LOCK_TIMEOUT 60000;
SET AUTOCOMMIT OFF;
UPDATE migrate_lock SET beat = beat WHERE name = @migrate_lock;
SET EXCLUSIVE 1;
COMMIT;
SET AUTOCOMMIT ON;
SET @migrate_words = CASE WHEN @migrate_ok AND EXISTS (SELECT 1 FROM migrate_info WHERE name = 'layout' AND content <> '1') THEN 'migrate: its tables are of another version of migrate: write the script with the one that wrote them, or a later one' ELSE NULL END;
SET @migrate_ok = @migrate_ok AND @migrate_words IS NULL;
CALL CAST(@migrate_words AS INTEGER);
SET @migrate_words = CASE WHEN @migrate_ok AND ((COALESCE((SELECT content FROM migrate_info WHERE name = 'environment'), '') <> '' OR COALESCE((SELECT content FROM migrate_info WHERE name = 'production'), 'false') = 'true') AND (COALESCE((SELECT content FROM migrate_info WHERE name = 'environment'), '') <> '' OR COALESCE((SELECT content FROM migrate_info WHERE name = 'production'), 'false') <> 'false')) THEN 'migrate: the database is marked "' || COALESCE((SELECT content FROM migrate_info WHERE name = 'environment'), '') || CASE WHEN COALESCE((SELECT content FROM migrate_info WHERE name = 'production'), 'false') = 'true' THEN '", production' ELSE '"' END || '; the script is for no environment; nothing was changed' ELSE NULL END;
SET @migrate_ok = @migrate_ok AND @migrate_words IS NULL;
CALL CAST(@migrate_words AS INTEGER);
SET @migrate_rows = (SELECT COALESCE(LISTAGG(version_num, ' ') WITHIN GROUP (ORDER BY version_num), '') FROM migrate_version);
SET @migrate_words = CASE WHEN @migrate_ok AND @migrate_rows NOT IN ('b2', 'a1') THEN 'migrate: the database stands at ' || CASE WHEN @migrate_rows = '' THEN 'base' ELSE @migrate_rows END || ', the script leads from b2 to a1' ELSE NULL END;
SET @migrate_ok = @migrate_ok AND @migrate_words IS NULL;
CALL CAST(@migrate_words AS INTEGER);
UPDATE migrate_history SET status = 'failed', ended = CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(6)), error = 'the run ended before any of it took effect' WHERE version_table = 'migrate_version' AND status = 'started' AND step NOT IN (SELECT step FROM migrate_journal) AND @migrate_ok;

-- -----------------------------------------------------------------------------
-- step 1 of 1: b2 -> a1, does b2
-- -----------------------------------------------------------------------------
EXECUTE IMMEDIATE CASE WHEN TRUE THEN 'SET SCHEMA "' || @migrate_schema || '"' ELSE 'SET @migrate_nothing = 0' END;
SET @migrate_due = @migrate_ok AND @migrate_rows = 'b2';
SET @migrate_half = (SELECT MIN(step) FROM migrate_history WHERE version_table = 'migrate_version' AND step IN (SELECT step FROM migrate_journal));
SET @migrate_step = COALESCE(@migrate_half, @migrate_run || '-100001');
SET @migrate_done = COALESCE((SELECT MAX(ordinal * 1000000 + sub) FROM migrate_journal WHERE step = @migrate_half AND state = 'done'), 0);
SET @migrate_words = CASE WHEN @migrate_ok AND @migrate_due AND @migrate_half IS NOT NULL AND NOT EXISTS (SELECT 1 FROM migrate_history WHERE step = @migrate_half AND revision = 'b2' AND direction = 'down' AND ops_hash = '1:8bf05062f0eb86ca10c6f23f8ea3549bf3264c7b59c4f08e074dec789e9e37f7 for h2/256') THEN 'migrate: ' || (SELECT MIN(revision) FROM migrate_history WHERE step = @migrate_half) || CASE WHEN (SELECT MIN(direction) FROM migrate_history WHERE step = @migrate_half) = 'down' THEN ' is half undone' ELSE ' is half applied' END || ', and not by what the script does at b2: finish it with mvn migrate:' || CASE WHEN (SELECT MIN(direction) FROM migrate_history WHERE step = @migrate_half) = 'down' THEN 'downgrade' ELSE 'upgrade' END ELSE NULL END;
SET @migrate_ok = @migrate_ok AND @migrate_words IS NULL;
CALL CAST(@migrate_words AS INTEGER);
SET @migrate_words = CASE WHEN @migrate_ok AND @migrate_due AND EXISTS (SELECT 1 FROM migrate_journal WHERE step = @migrate_half AND state <> 'done') THEN 'migrate: a statement of b2 is in doubt: mvn migrate:downgrade asks about it' ELSE NULL END;
SET @migrate_ok = @migrate_ok AND @migrate_words IS NULL;
CALL CAST(@migrate_words AS INTEGER);
INSERT INTO migrate_history (step, version_table, revision, direction, down, depends_on, labels, operations, source_checksum, ops_hash, status, who, host, tool, environment, started) SELECT @migrate_step, 'migrate_version', 'b2', 'down', 'a1', '', '', 'DeleteRows{table=TableName{name="users";};where=Condition{sql="id = ?";arguments=[1,];};}
', NULL, '1:8bf05062f0eb86ca10c6f23f8ea3549bf3264c7b59c4f08e074dec789e9e37f7 for h2/256', 'started', LEFT(CURRENT_USER, 255), '', 'migrate 1.0, script', '', CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(6)) FROM DUAL WHERE @migrate_due AND @migrate_half IS NULL;
UPDATE migrate_history SET status = 'started', ended = NULL, error = NULL, operations = 'DeleteRows{table=TableName{name="users";};where=Condition{sql="id = ?";arguments=[1,];};}
', source_checksum = NULL, ops_hash = '1:8bf05062f0eb86ca10c6f23f8ea3549bf3264c7b59c4f08e074dec789e9e37f7 for h2/256', who = LEFT(CURRENT_USER, 255), host = '', tool = 'migrate 1.0, script', environment = '' WHERE step = @migrate_step AND @migrate_due AND @migrate_half IS NOT NULL;

-- 1 of 1: delete rows of users
SET @migrate_sql = 'DELETE FROM users WHERE id = 1';
SET @migrate_do = @migrate_due AND @migrate_ok AND @migrate_done < 1000001;
SET AUTOCOMMIT OFF;
INSERT INTO migrate_journal (step, attempt, ordinal, sub, state, sql_text, sql_hash, decisions, session_id, server_id, started) SELECT @migrate_step, 1, 1, 1, 'started', @migrate_sql, '1:b691c20bb91fff6ed5db6fa6a836d5c2e84d61d99353449b52271e3d1023da34', '1 1 1 
', SESSION_ID(), DATABASE(), CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(6)) FROM DUAL WHERE @migrate_do;
EXECUTE IMMEDIATE CASE WHEN @migrate_do THEN @migrate_sql ELSE 'SET @migrate_nothing = 0' END;
UPDATE migrate_journal SET state = 'done', ordinal = 1, sub = 1, decisions = '1 1 1 
', ended = CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(6)) WHERE step = @migrate_step AND attempt = 1 AND ordinal = 1 AND sub = 1 AND @migrate_do AND @migrate_ok;
COMMIT;
SET AUTOCOMMIT ON;

-- the version table, the history
SET AUTOCOMMIT OFF;
DELETE FROM migrate_journal WHERE step = @migrate_step AND @migrate_due AND @migrate_ok;
UPDATE migrate_version SET version_num = 'a1' WHERE version_num = 'b2' AND @migrate_due AND @migrate_ok;
UPDATE migrate_history SET status = 'done', ended = CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(6)), millis = DATEDIFF(MILLISECOND, started, CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(6))), statements = 1, error = NULL WHERE step = @migrate_step AND @migrate_due AND @migrate_ok;
SET @migrate_rows = (SELECT COALESCE(LISTAGG(version_num, ' ') WITHIN GROUP (ORDER BY version_num), '') FROM migrate_version);
SET @migrate_words = CASE WHEN @migrate_ok AND @migrate_due AND @migrate_rows <> 'a1' THEN 'migrate: something else wrote into the version table while the script ran' ELSE NULL END;
SET @migrate_ok = @migrate_ok AND @migrate_words IS NULL;
CALL CAST(@migrate_words AS INTEGER);
COMMIT;
SET AUTOCOMMIT ON;

-- -----------------------------------------------------------------------------
-- the end
-- -----------------------------------------------------------------------------
SET EXCLUSIVE 0;


-- migrate: stamp from a1 to b2; no migration runs
--
-- for     H2 2.4.240 and later
-- by      migrate 1.0, which asked no database
-- run it  java -cp h2.jar org.h2.tools.RunScript -url jdbc:h2:… -user … -password … -script stamp_a1_b2.sql
-- Never with -continueOnError: no script of H2 can know that a statement failed, and what failed would count as done.
--
-- It stops before it changes anything, unless the database stands at a1 or at a step of this script.
-- Run a second time it changes nothing. It keeps the books that a run keeps, so that migrate:current,
-- migrate:upgrade and migrate:downgrade go on from where it ends.

SET AUTOCOMMIT ON;
SET @migrate_ok = TRUE;
SET @migrate_words = CASE WHEN @migrate_ok AND (SELECT CAST(SETTING_VALUE AS INTEGER) FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'info.VERSION_MAJOR') * 1000000 + (SELECT CAST(SETTING_VALUE AS INTEGER) FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'info.VERSION_MINOR') * 1000 + (SELECT CAST(SETTING_VALUE AS INTEGER) FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'info.BUILD_ID') < 2004240 THEN 'migrate: the script is for H2 2.4.240 and later, this is H2 ' || H2VERSION() || ': write it with -Dmigrate.dialect=h2:<version>' ELSE NULL END;
SET @migrate_ok = @migrate_ok AND @migrate_words IS NULL;
CALL CAST(@migrate_words AS INTEGER);
SET @migrate_schema = SCHEMA();
SET @migrate_run = FORMATDATETIME(CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(3)), 'yyyyMMdd''T''HHmmssSSS') || '-' || LOWER(LEFT(CAST(RANDOM_UUID() AS VARCHAR), 8));

-- -----------------------------------------------------------------------------
-- migrate's own tables
-- -----------------------------------------------------------------------------
EXECUTE IMMEDIATE CASE WHEN @migrate_ok THEN 'CREATE TABLE IF NOT EXISTS migrate_version (
  version_num VARCHAR(64) NOT NULL CONSTRAINT pk_migrate_version PRIMARY KEY
)' ELSE 'SET @migrate_nothing = 0' END;
EXECUTE IMMEDIATE CASE WHEN @migrate_ok THEN 'CREATE TABLE IF NOT EXISTS migrate_lock (
  name VARCHAR(64) NOT NULL CONSTRAINT pk_migrate_lock PRIMARY KEY,
  token VARCHAR(64),
  beat BIGINT DEFAULT 0 NOT NULL
)' ELSE 'SET @migrate_nothing = 0' END;
EXECUTE IMMEDIATE CASE WHEN @migrate_ok THEN 'CREATE TABLE IF NOT EXISTS migrate_info (
  name VARCHAR(64) NOT NULL CONSTRAINT pk_migrate_info PRIMARY KEY,
  content VARCHAR(255) NOT NULL
)' ELSE 'SET @migrate_nothing = 0' END;
EXECUTE IMMEDIATE CASE WHEN @migrate_ok THEN 'CREATE TABLE IF NOT EXISTS migrate_history (
  step VARCHAR(64) NOT NULL CONSTRAINT pk_migrate_history PRIMARY KEY,
  version_table VARCHAR(255) NOT NULL,
  revision VARCHAR(64) NOT NULL,
  direction VARCHAR(64) NOT NULL,
  down CHARACTER LARGE OBJECT NOT NULL,
  depends_on CHARACTER LARGE OBJECT NOT NULL,
  labels CHARACTER LARGE OBJECT NOT NULL,
  operations CHARACTER LARGE OBJECT NOT NULL,
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
  error CHARACTER LARGE OBJECT
)' ELSE 'SET @migrate_nothing = 0' END;
EXECUTE IMMEDIATE CASE WHEN @migrate_ok THEN 'CREATE TABLE IF NOT EXISTS migrate_journal (
  step VARCHAR(64) NOT NULL,
  attempt INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  sub INTEGER NOT NULL,
  state VARCHAR(64) NOT NULL,
  sql_text CHARACTER LARGE OBJECT NOT NULL,
  sql_hash VARCHAR(255) NOT NULL,
  decisions CHARACTER LARGE OBJECT NOT NULL,
  before_digest VARCHAR(255),
  after_digest VARCHAR(255),
  session_id VARCHAR(255) NOT NULL,
  server_id VARCHAR(255) NOT NULL,
  cursor_key CHARACTER LARGE OBJECT,
  upper_bound CHARACTER LARGE OBJECT,
  started TIMESTAMP(6) NOT NULL,
  ended TIMESTAMP(6),
  CONSTRAINT pk_migrate_journal PRIMARY KEY (step, attempt, ordinal, sub)
)' ELSE 'SET @migrate_nothing = 0' END;
INSERT INTO migrate_info (name, content) SELECT 'layout', '1' FROM DUAL WHERE @migrate_ok AND NOT EXISTS (SELECT 1 FROM migrate_info WHERE name = 'layout');

SET @migrate_lock = 'migrate:' || LEFT(LOWER(RAWTOHEX(HASH('SHA256', STRINGTOUTF8(LOWER(SCHEMA() || CHAR(10) || 'migrate_version'))))), 40);
INSERT INTO migrate_lock (name) SELECT @migrate_lock FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM migrate_lock WHERE name = @migrate_lock);
-- A run that is under way holds the row; then nobody else works on the database until the end.
SET LOCK_TIMEOUT 60000;
SET AUTOCOMMIT OFF;
UPDATE migrate_lock SET beat = beat WHERE name = @migrate_lock;
SET EXCLUSIVE 1;
COMMIT;
SET AUTOCOMMIT ON;
SET @migrate_words = CASE WHEN @migrate_ok AND EXISTS (SELECT 1 FROM migrate_info WHERE name = 'layout' AND content <> '1') THEN 'migrate: its tables are of another version of migrate: write the script with the one that wrote them, or a later one' ELSE NULL END;
SET @migrate_ok = @migrate_ok AND @migrate_words IS NULL;
CALL CAST(@migrate_words AS INTEGER);
SET @migrate_words = CASE WHEN @migrate_ok AND ((COALESCE((SELECT content FROM migrate_info WHERE name = 'environment'), '') <> '' OR COALESCE((SELECT content FROM migrate_info WHERE name = 'production'), 'false') = 'true') AND (COALESCE((SELECT content FROM migrate_info WHERE name = 'environment'), '') <> '' OR COALESCE((SELECT content FROM migrate_info WHERE name = 'production'), 'false') <> 'false')) THEN 'migrate: the database is marked "' || COALESCE((SELECT content FROM migrate_info WHERE name = 'environment'), '') || CASE WHEN COALESCE((SELECT content FROM migrate_info WHERE name = 'production'), 'false') = 'true' THEN '", production' ELSE '"' END || '; the script is for no environment; nothing was changed' ELSE NULL END;
SET @migrate_ok = @migrate_ok AND @migrate_words IS NULL;
CALL CAST(@migrate_words AS INTEGER);
SET @migrate_rows = (SELECT COALESCE(LISTAGG(version_num, ' ') WITHIN GROUP (ORDER BY version_num), '') FROM migrate_version);
SET @migrate_words = CASE WHEN @migrate_ok AND @migrate_rows NOT IN ('a1', 'b2') THEN 'migrate: the database stands at ' || CASE WHEN @migrate_rows = '' THEN 'base' ELSE @migrate_rows END || ', the script leads from a1 to b2' ELSE NULL END;
SET @migrate_ok = @migrate_ok AND @migrate_words IS NULL;
CALL CAST(@migrate_words AS INTEGER);
UPDATE migrate_history SET status = 'failed', ended = CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(6)), error = 'the run ended before any of it took effect' WHERE version_table = 'migrate_version' AND status = 'started' AND step NOT IN (SELECT step FROM migrate_journal) AND @migrate_ok;

-- -----------------------------------------------------------------------------
-- step 1 of 1: stamp b2
-- -----------------------------------------------------------------------------
EXECUTE IMMEDIATE CASE WHEN TRUE THEN 'SET SCHEMA "' || @migrate_schema || '"' ELSE 'SET @migrate_nothing = 0' END;
SET @migrate_due = @migrate_ok AND @migrate_rows = 'a1';

-- the version table, the history
SET AUTOCOMMIT OFF;
UPDATE migrate_history SET status = 'abandoned', ended = CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(6)) WHERE version_table = 'migrate_version' AND step IN (SELECT step FROM migrate_journal) AND @migrate_due AND @migrate_ok;
DELETE FROM migrate_journal WHERE step IN (SELECT step FROM migrate_history WHERE version_table = 'migrate_version' AND status = 'abandoned') AND @migrate_due AND @migrate_ok;
DELETE FROM migrate_version WHERE version_num = 'a1' AND @migrate_due AND @migrate_ok;
INSERT INTO migrate_history (step, version_table, revision, direction, down, depends_on, labels, operations, source_checksum, ops_hash, status, who, host, tool, environment, started) SELECT @migrate_run || '-100001', 'migrate_version', 'a1', 'unstamp', '', '', '', '', NULL, '1:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'done', LEFT(CURRENT_USER, 255), '', 'migrate 1.0, script', '', CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(6)) FROM DUAL WHERE @migrate_due AND @migrate_ok;
INSERT INTO migrate_version (version_num) SELECT 'b2' FROM DUAL WHERE @migrate_due AND @migrate_ok;
INSERT INTO migrate_history (step, version_table, revision, direction, down, depends_on, labels, operations, source_checksum, ops_hash, status, who, host, tool, environment, started) SELECT @migrate_run || '-100002', 'migrate_version', 'b2', 'stamp', 'a1', '', '', '', NULL, '1:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'done', LEFT(CURRENT_USER, 255), '', 'migrate 1.0, script', '', CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(6)) FROM DUAL WHERE @migrate_due AND @migrate_ok;
SET @migrate_rows = (SELECT COALESCE(LISTAGG(version_num, ' ') WITHIN GROUP (ORDER BY version_num), '') FROM migrate_version);
SET @migrate_words = CASE WHEN @migrate_ok AND @migrate_due AND @migrate_rows <> 'b2' THEN 'migrate: something else wrote into the version table while the script ran' ELSE NULL END;
SET @migrate_ok = @migrate_ok AND @migrate_words IS NULL;
CALL CAST(@migrate_words AS INTEGER);
COMMIT;
SET AUTOCOMMIT ON;

-- -----------------------------------------------------------------------------
-- the end
-- -----------------------------------------------------------------------------
SET EXCLUSIVE 0;
