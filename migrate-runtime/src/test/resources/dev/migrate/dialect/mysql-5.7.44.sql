-- createTable
-- ! [unsupported] MySQL 5.7.44 has no checks (it reads and forgets them), but check ck_orders_total of orders says total >= 0
-- !   next:  leave it out, or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- createTable with every type
CREATE TABLE every_type (
  a_tinyint TINYINT NULL,
  a_smallint SMALLINT NULL,
  an_integer INT NULL,
  a_bigint BIGINT NULL,
  a_bool TINYINT(1) NULL,
  a_decimal DECIMAL(20, 4) NULL,
  a_real FLOAT NULL,
  a_double DOUBLE NULL,
  a_varchar VARCHAR(20) NULL,
  a_character CHAR(3) NULL,
  a_text LONGTEXT NULL,
  a_binary BINARY(16) NULL,
  a_varbinary VARBINARY(20) NULL,
  a_blob LONGBLOB NULL,
  a_date DATE NULL,
  a_time TIME NULL,
  a_precise_time TIME(3) NULL,
  a_timestamp DATETIME NULL,
  a_precise_timestamp DATETIME(6) NULL,
  a_moment TIMESTAMP NULL,
  a_precise_moment TIMESTAMP(6) NULL,
  a_uuid BINARY(16) NULL,
  a_json JSON NULL,
  an_enum ENUM('sad', 'o''k', 'very happy') NULL
);

-- createTable referring to itself
CREATE TABLE categories (
  shop INT NOT NULL,
  code CHAR(8) NOT NULL,
  parent CHAR(8) NULL,
  PRIMARY KEY (shop, code),
  CONSTRAINT fk_categories_shop_parent_categories FOREIGN KEY (shop, parent) REFERENCES categories (shop, code)
);

-- dropTable
DROP TABLE users;

-- renameTable
ALTER TABLE users RENAME TO people;

-- tableComment
ALTER TABLE users COMMENT = 'it''s "them" \\ 中';

-- tableComment of one that has none
ALTER TABLE teams COMMENT = 'Who plays';

-- dropTableComment
ALTER TABLE users COMMENT = '';

-- tableOptions
ALTER TABLE teams ROW_FORMAT = compressed;

-- addColumn
ALTER TABLE users ADD COLUMN avatar VARCHAR(255) NULL COMMENT 'URL of the picture';

-- addColumn with a default
ALTER TABLE users ADD COLUMN level INT NOT NULL DEFAULT 1;

-- addColumn with a truth value
ALTER TABLE users ADD COLUMN admin TINYINT(1) NOT NULL DEFAULT 0;

-- addColumn not null of a moment
ALTER TABLE users ADD COLUMN seen_at TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3);
ALTER TABLE users ALTER COLUMN seen_at DROP DEFAULT;

-- addColumn of a moment
ALTER TABLE users ADD COLUMN seen_at TIMESTAMP(6) NULL;

-- addColumn that is computed
ALTER TABLE users ADD COLUMN next_age INT GENERATED ALWAYS AS (age + 1) STORED NULL;

-- addColumn with difficult text
ALTER TABLE users ADD COLUMN odd VARCHAR(40) NULL DEFAULT 'it''s a \\ "back\\slash" ü 中' COMMENT '100 % ''quoted'' \\ and "double" and ü 中';

-- dropColumn
ALTER TABLE users DROP COLUMN status;

-- dropColumn with its index
ALTER TABLE users DROP COLUMN fax;

-- dropColumn with its foreign key
ALTER TABLE users DROP FOREIGN KEY fk_users_team_id_teams, DROP COLUMN team_id;

-- renameColumn
ALTER TABLE users CHANGE COLUMN status state VARCHAR(16) NOT NULL DEFAULT 'active';

-- renameColumn of a key
ALTER TABLE teams CHANGE COLUMN id team_id BIGINT NOT NULL AUTO_INCREMENT;

-- alterColumn type
ALTER TABLE users MODIFY COLUMN email VARCHAR(512) NOT NULL;

-- alterColumn type of a commented one
ALTER TABLE users MODIFY COLUMN age BIGINT NULL COMMENT 'in years, ''about''';

-- alterColumn type and default
ALTER TABLE users MODIFY COLUMN status VARCHAR(40) NOT NULL DEFAULT 'invited';

-- alterColumn not null
ALTER TABLE users MODIFY COLUMN age INT NOT NULL COMMENT 'in years, ''about''';

-- alterColumn nullable
ALTER TABLE users MODIFY COLUMN status VARCHAR(16) NULL DEFAULT 'active';

-- alterColumn default
ALTER TABLE users ALTER COLUMN status SET DEFAULT 'invited';

-- alterColumn default of a nullable one
ALTER TABLE users ALTER COLUMN age SET DEFAULT 10;

-- alterColumn without default
ALTER TABLE users ALTER COLUMN status DROP DEFAULT;

-- alterColumn without default now
ALTER TABLE users MODIFY COLUMN created_at DATETIME(6) NOT NULL;

-- alterColumn comment
ALTER TABLE users MODIFY COLUMN email VARCHAR(320) NOT NULL COMMENT 'see "RFC 5322"';

-- alterColumn without comment
ALTER TABLE users MODIFY COLUMN age INT NULL;

-- alterColumn of several things
ALTER TABLE users MODIFY COLUMN age BIGINT NOT NULL DEFAULT 1 COMMENT 'in full years';

-- createIndex
ALTER TABLE users ADD INDEX ix_users_status (status);

-- createIndex descending
ALTER TABLE users ADD INDEX ix_users_status_created_at (status, created_at DESC);

-- createIndex unique
ALTER TABLE users ADD UNIQUE INDEX ix_users_status_fax (status, fax);

-- createIndex behind a foreign key
ALTER TABLE users ADD INDEX ix_users_team_id (team_id), DROP INDEX fk_users_team_id_teams;

-- dropIndex
ALTER TABLE users DROP INDEX ix_users_created_at;

-- addConstraint unique
ALTER TABLE users ADD CONSTRAINT uq_users_status_fax UNIQUE (status, fax);

-- addConstraint foreign key
ALTER TABLE teams ADD CONSTRAINT fk_teams_id_users FOREIGN KEY (id) REFERENCES users (id) ON DELETE CASCADE;

-- addConstraint check
-- ! [unsupported] MySQL 5.7.44 has no checks (it reads and forgets them), but check ck_users_email of users says email LIKE '%@%'
-- !   next:  leave it out, or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- dropConstraint unique
ALTER TABLE users DROP INDEX uq_users_email;

-- dropConstraint foreign key
ALTER TABLE users DROP FOREIGN KEY fk_users_team_id_teams, DROP INDEX fk_users_team_id_teams;

-- dropConstraint check
ALTER TABLE users DROP CHECK ck_users_adult;

-- renameIndex
ALTER TABLE users RENAME INDEX ix_users_fax TO ix_users_telefax;

-- renameIndex of a unique constraint
ALTER TABLE teams RENAME INDEX uq_teams_name TO uq_teams_title;

-- renameConstraint unique
ALTER TABLE users RENAME INDEX uq_users_email TO uq_users_mail;

-- renameConstraint foreign key
ALTER TABLE users DROP FOREIGN KEY fk_users_team_id_teams, DROP INDEX fk_users_team_id_teams, ADD CONSTRAINT fk_users_team FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL;

-- renameConstraint check
-- ! [unsupported] MySQL 5.7.44 has no checks (it reads and forgets them), but check ck_users_of_age of users says age >= 18
-- !   next:  leave it out, or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- renameConstraint check of a kind
-- ! [unsupported] MySQL 5.7.44 has no checks (it reads and forgets them), but check ck_users_of_age of users says age >= 18
-- !   next:  leave it out, or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- dropConstraint of a kind
ALTER TABLE users DROP INDEX uq_users_email;

-- validateConstraint


-- alterTable that renames what it uses
ALTER TABLE users RENAME INDEX ix_users_fax TO ix_users_telefax, CHANGE COLUMN fax telefax VARCHAR(32) NULL, DROP FOREIGN KEY fk_users_team_id_teams, DROP INDEX fk_users_team_id_teams, ADD CONSTRAINT fk_users_team FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL;
ALTER TABLE users DROP FOREIGN KEY fk_users_team, DROP INDEX fk_users_team;

-- alterTable
ALTER TABLE users ADD COLUMN phone VARCHAR(32) NULL, ADD CONSTRAINT uq_users_phone UNIQUE (phone), DROP COLUMN fax, MODIFY COLUMN email VARCHAR(512) NOT NULL, CHANGE COLUMN status state VARCHAR(16) NOT NULL DEFAULT 'active';

-- alterTable with its comment
ALTER TABLE users COMMENT = 'Who can log in', ADD COLUMN phone VARCHAR(32) NULL;
ALTER TABLE users COMMENT = '';

-- alterTable in a way of its own
ALTER TABLE users ADD INDEX ix_users_status (status), DROP INDEX ix_users_created_at, ALGORITHM = INPLACE, LOCK = NONE;

-- alterTable on what it has just made
ALTER TABLE users CHANGE COLUMN status state VARCHAR(16) NOT NULL DEFAULT 'active';
ALTER TABLE users MODIFY COLUMN state VARCHAR(20) NOT NULL DEFAULT 'active', ADD INDEX ix_users_state (state), DROP INDEX ix_users_created_at, ADD INDEX ix_users_created_at (created_at, id);

-- createSequence
-- ! [unsupported] MySQL 5.7.44 has no sequences, but the migration asks to create sequence tickets
-- !   next:  let the table number its rows: c.bigint("id").identity(); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- createSequence with everything
-- ! [unsupported] MySQL 5.7.44 has no sequences, but the migration asks to create sequence tickets
-- !   next:  let the table number its rows: c.bigint("id").identity(); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- createSequence with a comment
-- ! [unsupported] MySQL 5.7.44 has no sequences, but the migration asks to create sequence tickets
-- !   next:  let the table number its rows: c.bigint("id").identity(); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- createSequence of a type
-- ! [unsupported] MySQL 5.7.44 has no sequences, but the migration asks to create sequence tickets
-- !   next:  let the table number its rows: c.bigint("id").identity(); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- createSequence owned by a column
-- ! [unsupported] MySQL 5.7.44 has no sequences, but the migration asks to create sequence tickets
-- !   next:  let the table number its rows: c.bigint("id").identity(); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- alterSequence
-- ! [unsupported] MySQL 5.7.44 has no sequences, but the migration asks to alter sequence numbers
-- !   next:  let the table number its rows: c.bigint("id").identity(); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- alterSequence of its type and owner
-- ! [unsupported] MySQL 5.7.44 has no sequences, but the migration asks to alter sequence numbers
-- !   next:  let the table number its rows: c.bigint("id").identity(); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- renameSequence
-- ! [unsupported] MySQL 5.7.44 has no sequences, but the migration asks to rename sequence numbers to digits
-- !   next:  let the table number its rows: c.bigint("id").identity(); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- dropSequence
-- ! [unsupported] MySQL 5.7.44 has no sequences, but the migration asks to drop sequence numbers
-- !   next:  let the table number its rows: c.bigint("id").identity(); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- comment on a sequence
-- ! [unsupported] MySQL 5.7.44 has no sequences, but the migration asks to comment on sequence numbers
-- !   next:  let the table number its rows: c.bigint("id").identity(); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- createEnum
-- ! [unsupported] MySQL 5.7.44 has no enum types with a name of their own, but the migration asks to create type size
-- !   next:  give each column its words: c.enumOf(…); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- addEnumValue
-- ! [unsupported] MySQL 5.7.44 has no enum types with a name of their own, but the migration asks to add value 'great' to type mood
-- !   next:  give each column its words: c.enumOf(…); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- addEnumValue before another
-- ! [unsupported] MySQL 5.7.44 has no enum types with a name of their own, but the migration asks to add value 'so 'so'' to type mood
-- !   next:  give each column its words: c.enumOf(…); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- addEnumValue after another
-- ! [unsupported] MySQL 5.7.44 has no enum types with a name of their own, but the migration asks to add value 'fine' to type mood
-- !   next:  give each column its words: c.enumOf(…); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- renameEnumValue
-- ! [unsupported] MySQL 5.7.44 has no enum types with a name of their own, but the migration asks to rename value 'o'k' of type mood to 'so so'
-- !   next:  give each column its words: c.enumOf(…); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- setEnumValues
-- ! [unsupported] MySQL 5.7.44 has no enum types with a name of their own, but the migration asks to set the values of type mood
-- !   next:  give each column its words: c.enumOf(…); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- renameEnum
-- ! [unsupported] MySQL 5.7.44 has no enum types with a name of their own, but the migration asks to rename type mood to feeling
-- !   next:  give each column its words: c.enumOf(…); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- dropEnum
-- ! [unsupported] MySQL 5.7.44 has no enum types with a name of their own, but the migration asks to drop type unused
-- !   next:  give each column its words: c.enumOf(…); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- comment on a type
-- ! [unsupported] MySQL 5.7.44 has no enum types with a name of their own, but the migration asks to comment on type mood
-- !   next:  give each column its words: c.enumOf(…); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- createView
CREATE VIEW active_users AS
SELECT id, email FROM users WHERE status = 'it''s on';

-- replaceView
CREATE OR REPLACE VIEW adults AS
SELECT id, email, age, fax FROM users WHERE age >= 18;

-- replaceView of other columns
CREATE OR REPLACE VIEW adults AS
SELECT id AS number, age FROM users;

-- replaceView of none
CREATE OR REPLACE VIEW everybody AS
SELECT id, email FROM users;

-- dropView
DROP VIEW adults;

-- comment on a view
-- ! [unsupported] MySQL 5.7.44 has no comments of a view, but view adults gets one
-- !   next:  leave the comment out; or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- createSchema
CREATE SCHEMA billing;

-- createSchema with a comment
-- ! [unsupported] MySQL 5.7.44 has no comments of a schema, but schema billing gets one
-- !   next:  leave the comment out; or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- dropSchema
SELECT IF(COUNT(*) = 0, 0, (SELECT 1 UNION SELECT 2)) AS schema_must_be_empty FROM (SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = 'archive' UNION ALL SELECT 1 FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = 'archive' UNION ALL SELECT 1 FROM information_schema.EVENTS WHERE EVENT_SCHEMA = 'archive') AS held;
DROP SCHEMA archive;

-- comment on a schema
-- ! [unsupported] MySQL 5.7.44 has no comments of a schema, but schema archive gets one
-- !   next:  leave the comment out; or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- insertRows
INSERT INTO teams (id, name) VALUES (?, ?), (?, ?); -- [1, red, 2, blue]

-- updateRows
UPDATE users SET status = ?, age = age + 1, fax = ? WHERE team_id = ? AND age > ?; -- [gone, null, 1, 17]

-- updateRows of all
UPDATE teams SET name = upper(name);

-- deleteRows
DELETE FROM teams WHERE id = ?; -- [2]

-- deleteRows of all
DELETE FROM users;

-- executeSql
UPDATE teams SET name = ? WHERE id = 7; -- [seven]

-- runScript
UPDATE teams SET name = 'a;b';
DELETE FROM users;

-- runCode


-- verifyAnswer
SELECT count(*) FROM users;

-- verifyAnswer with a value
SELECT count(*) FROM users WHERE status = 'it''s lost';

-- createTable if it does not exist
CREATE TABLE IF NOT EXISTS categories (
  shop INT NOT NULL,
  code CHAR(8) NOT NULL,
  parent CHAR(8) NULL,
  PRIMARY KEY (shop, code),
  CONSTRAINT fk_categories_shop_parent_categories FOREIGN KEY (shop, parent) REFERENCES categories (shop, code)
);

-- dropTable if it exists
DROP TABLE IF EXISTS users;

-- addColumn if it does not exist
ALTER TABLE users ADD COLUMN avatar INT NULL;

-- dropColumn if it exists
ALTER TABLE users DROP COLUMN status;

-- createIndex if it does not exist
ALTER TABLE users ADD INDEX ix_users_age (age);

-- dropIndex if it exists
ALTER TABLE users DROP INDEX ix_users_fax;

-- dropConstraint if it exists
ALTER TABLE users DROP INDEX uq_users_email;

-- renameColumn if it exists
ALTER TABLE users CHANGE COLUMN status state VARCHAR(16) NOT NULL DEFAULT 'active';

-- alterTable if the table exists
ALTER TABLE users DROP COLUMN fax;

-- decide


-- atomically
INSERT INTO teams (name) VALUES (?); -- [red]
UPDATE users SET fax = NULL;

-- outsideTransaction
ANALYZE users;

-- backfill
UPDATE users SET age = age + 1 WHERE age IS NOT NULL;

-- backfill with values
UPDATE users SET status = ? WHERE age > ?; -- [it's old, 99]
