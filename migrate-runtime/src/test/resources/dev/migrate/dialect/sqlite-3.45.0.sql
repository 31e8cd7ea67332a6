-- createTable
CREATE TABLE orders (
  id INTEGER CONSTRAINT pk_orders PRIMARY KEY AUTOINCREMENT NOT NULL,
  user_id BIGINT NOT NULL,
  team_id BIGINT,
  total DECIMAL(12, 2) DEFAULT 0.5 NOT NULL,
  placed_on DATE,
  CONSTRAINT uq_orders_user_id_placed_on UNIQUE (user_id, placed_on),
  CONSTRAINT fk_orders_team_id_teams FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT fk_orders_user_id_users FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
  CONSTRAINT ck_orders_total CHECK (total >= 0)
);
CREATE INDEX ix_orders_placed_on ON orders (placed_on DESC, total);

-- createTable with every type
CREATE TABLE every_type (
  a_tinyint TINYINT,
  a_smallint SMALLINT,
  an_integer INTEGER,
  a_bigint BIGINT,
  a_bool BOOLEAN,
  a_decimal DECIMAL(20, 4),
  a_real REAL,
  a_double DOUBLE PRECISION,
  a_varchar VARCHAR(20),
  a_character CHAR(3),
  a_text TEXT,
  a_binary BINARY(16),
  a_varbinary VARBINARY(20),
  a_blob BLOB,
  a_date DATE,
  a_time TIME(0),
  a_precise_time TIME(3),
  a_timestamp TIMESTAMP(0),
  a_precise_timestamp TIMESTAMP(6),
  a_moment TIMESTAMPTZ(0),
  a_precise_moment TIMESTAMPTZ(6),
  a_uuid UUID TEXT,
  a_json JSON TEXT,
  an_enum VARCHAR(10) CONSTRAINT ck_every_type_an_enum_enum CHECK (an_enum IN ('sad', 'o''k', 'very happy'))
);

-- createTable referring to itself
CREATE TABLE categories (
  shop INTEGER NOT NULL,
  code CHAR(8) NOT NULL,
  parent CHAR(8),
  CONSTRAINT pk_categories PRIMARY KEY (shop, code),
  CONSTRAINT fk_categories_shop_parent_categories FOREIGN KEY (shop, parent) REFERENCES categories (shop, code)
);

-- dropTable
DROP TABLE users;

-- renameTable
ALTER TABLE users RENAME TO people;

-- tableComment


-- tableComment of one that has none


-- dropTableComment


-- tableOptions
-- ! [unsupported] SQLite 3.45.0 has no options of tables but strict and without_rowid, but table teams has row_format = compressed
-- !   next:  leave it out, or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- addColumn
ALTER TABLE users ADD COLUMN avatar VARCHAR(255);

-- addColumn with a default
ALTER TABLE users ADD COLUMN level INTEGER DEFAULT 1 NOT NULL;

-- addColumn with a truth value
ALTER TABLE users ADD COLUMN admin BOOLEAN DEFAULT FALSE NOT NULL;

-- addColumn not null of a moment
CREATE TABLE migrate_rebuild_users (
  id INTEGER CONSTRAINT pk_users PRIMARY KEY AUTOINCREMENT NOT NULL,
  email VARCHAR(320) NOT NULL,
  status VARCHAR(16) DEFAULT 'active' NOT NULL,
  created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP NOT NULL,
  team_id BIGINT,
  age INTEGER,
  fax VARCHAR(32),
  seen_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT uq_users_email UNIQUE (email),
  CONSTRAINT fk_users_team_id_teams FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL,
  CONSTRAINT ck_users_adult CHECK (age >= 18)
);
INSERT INTO migrate_rebuild_users (id, email, status, created_at, team_id, age, fax) SELECT id, email, status, created_at, team_id, age, fax FROM users;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_users';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_users', seq FROM sqlite_sequence WHERE name = 'users' COLLATE NOCASE;
DROP TABLE users;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_users RENAME TO users;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_users_created_at ON users (created_at);
CREATE INDEX ix_users_fax ON users (fax);

-- addColumn of a moment
ALTER TABLE users ADD COLUMN seen_at TIMESTAMPTZ(6);

-- addColumn that is computed
CREATE TABLE migrate_rebuild_users (
  id INTEGER CONSTRAINT pk_users PRIMARY KEY AUTOINCREMENT NOT NULL,
  email VARCHAR(320) NOT NULL,
  status VARCHAR(16) DEFAULT 'active' NOT NULL,
  created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP NOT NULL,
  team_id BIGINT,
  age INTEGER,
  fax VARCHAR(32),
  next_age INTEGER GENERATED ALWAYS AS (age + 1) STORED,
  CONSTRAINT uq_users_email UNIQUE (email),
  CONSTRAINT fk_users_team_id_teams FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL,
  CONSTRAINT ck_users_adult CHECK (age >= 18)
);
INSERT INTO migrate_rebuild_users (id, email, status, created_at, team_id, age, fax) SELECT id, email, status, created_at, team_id, age, fax FROM users;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_users';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_users', seq FROM sqlite_sequence WHERE name = 'users' COLLATE NOCASE;
DROP TABLE users;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_users RENAME TO users;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_users_created_at ON users (created_at);
CREATE INDEX ix_users_fax ON users (fax);

-- addColumn with difficult text
ALTER TABLE users ADD COLUMN odd VARCHAR(40) DEFAULT 'it''s a \ "back\slash" ü 中';

-- dropColumn
ALTER TABLE users DROP COLUMN status;

-- dropColumn with its index
DROP INDEX ix_users_fax;
ALTER TABLE users DROP COLUMN fax;

-- dropColumn with its foreign key
CREATE TABLE migrate_rebuild_users (
  id INTEGER CONSTRAINT pk_users PRIMARY KEY AUTOINCREMENT NOT NULL,
  email VARCHAR(320) NOT NULL,
  status VARCHAR(16) DEFAULT 'active' NOT NULL,
  created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP NOT NULL,
  age INTEGER,
  fax VARCHAR(32),
  CONSTRAINT uq_users_email UNIQUE (email),
  CONSTRAINT ck_users_adult CHECK (age >= 18)
);
INSERT INTO migrate_rebuild_users (id, email, status, created_at, age, fax) SELECT id, email, status, created_at, age, fax FROM users;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_users';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_users', seq FROM sqlite_sequence WHERE name = 'users' COLLATE NOCASE;
DROP TABLE users;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_users RENAME TO users;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_users_created_at ON users (created_at);
CREATE INDEX ix_users_fax ON users (fax);
ALTER TABLE users RENAME COLUMN id TO id;

-- renameColumn
ALTER TABLE users RENAME COLUMN status TO state;

-- renameColumn of a key
ALTER TABLE teams RENAME COLUMN id TO team_id;

-- alterColumn type
CREATE TABLE migrate_rebuild_users (
  id INTEGER CONSTRAINT pk_users PRIMARY KEY AUTOINCREMENT NOT NULL,
  email VARCHAR(512) NOT NULL,
  status VARCHAR(16) DEFAULT 'active' NOT NULL,
  created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP NOT NULL,
  team_id BIGINT,
  age INTEGER,
  fax VARCHAR(32),
  CONSTRAINT uq_users_email UNIQUE (email),
  CONSTRAINT fk_users_team_id_teams FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL,
  CONSTRAINT ck_users_adult CHECK (age >= 18)
);
INSERT INTO migrate_rebuild_users (id, email, status, created_at, team_id, age, fax) SELECT id, email, status, created_at, team_id, age, fax FROM users;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_users';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_users', seq FROM sqlite_sequence WHERE name = 'users' COLLATE NOCASE;
DROP TABLE users;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_users RENAME TO users;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_users_created_at ON users (created_at);
CREATE INDEX ix_users_fax ON users (fax);

-- alterColumn type of a commented one
CREATE TABLE migrate_rebuild_users (
  id INTEGER CONSTRAINT pk_users PRIMARY KEY AUTOINCREMENT NOT NULL,
  email VARCHAR(320) NOT NULL,
  status VARCHAR(16) DEFAULT 'active' NOT NULL,
  created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP NOT NULL,
  team_id BIGINT,
  age BIGINT,
  fax VARCHAR(32),
  CONSTRAINT uq_users_email UNIQUE (email),
  CONSTRAINT fk_users_team_id_teams FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL,
  CONSTRAINT ck_users_adult CHECK (age >= 18)
);
INSERT INTO migrate_rebuild_users (id, email, status, created_at, team_id, age, fax) SELECT id, email, status, created_at, team_id, age, fax FROM users;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_users';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_users', seq FROM sqlite_sequence WHERE name = 'users' COLLATE NOCASE;
DROP TABLE users;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_users RENAME TO users;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_users_created_at ON users (created_at);
CREATE INDEX ix_users_fax ON users (fax);

-- alterColumn type and default
CREATE TABLE migrate_rebuild_users (
  id INTEGER CONSTRAINT pk_users PRIMARY KEY AUTOINCREMENT NOT NULL,
  email VARCHAR(320) NOT NULL,
  status VARCHAR(40) DEFAULT 'invited' NOT NULL,
  created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP NOT NULL,
  team_id BIGINT,
  age INTEGER,
  fax VARCHAR(32),
  CONSTRAINT uq_users_email UNIQUE (email),
  CONSTRAINT fk_users_team_id_teams FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL,
  CONSTRAINT ck_users_adult CHECK (age >= 18)
);
INSERT INTO migrate_rebuild_users (id, email, status, created_at, team_id, age, fax) SELECT id, email, status, created_at, team_id, age, fax FROM users;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_users';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_users', seq FROM sqlite_sequence WHERE name = 'users' COLLATE NOCASE;
DROP TABLE users;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_users RENAME TO users;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_users_created_at ON users (created_at);
CREATE INDEX ix_users_fax ON users (fax);

-- alterColumn not null
CREATE TABLE migrate_rebuild_users (
  id INTEGER CONSTRAINT pk_users PRIMARY KEY AUTOINCREMENT NOT NULL,
  email VARCHAR(320) NOT NULL,
  status VARCHAR(16) DEFAULT 'active' NOT NULL,
  created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP NOT NULL,
  team_id BIGINT,
  age INTEGER NOT NULL,
  fax VARCHAR(32),
  CONSTRAINT uq_users_email UNIQUE (email),
  CONSTRAINT fk_users_team_id_teams FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL,
  CONSTRAINT ck_users_adult CHECK (age >= 18)
);
INSERT INTO migrate_rebuild_users (id, email, status, created_at, team_id, age, fax) SELECT id, email, status, created_at, team_id, age, fax FROM users;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_users';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_users', seq FROM sqlite_sequence WHERE name = 'users' COLLATE NOCASE;
DROP TABLE users;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_users RENAME TO users;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_users_created_at ON users (created_at);
CREATE INDEX ix_users_fax ON users (fax);

-- alterColumn nullable
CREATE TABLE migrate_rebuild_users (
  id INTEGER CONSTRAINT pk_users PRIMARY KEY AUTOINCREMENT NOT NULL,
  email VARCHAR(320) NOT NULL,
  status VARCHAR(16) DEFAULT 'active',
  created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP NOT NULL,
  team_id BIGINT,
  age INTEGER,
  fax VARCHAR(32),
  CONSTRAINT uq_users_email UNIQUE (email),
  CONSTRAINT fk_users_team_id_teams FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL,
  CONSTRAINT ck_users_adult CHECK (age >= 18)
);
INSERT INTO migrate_rebuild_users (id, email, status, created_at, team_id, age, fax) SELECT id, email, status, created_at, team_id, age, fax FROM users;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_users';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_users', seq FROM sqlite_sequence WHERE name = 'users' COLLATE NOCASE;
DROP TABLE users;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_users RENAME TO users;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_users_created_at ON users (created_at);
CREATE INDEX ix_users_fax ON users (fax);

-- alterColumn default
CREATE TABLE migrate_rebuild_users (
  id INTEGER CONSTRAINT pk_users PRIMARY KEY AUTOINCREMENT NOT NULL,
  email VARCHAR(320) NOT NULL,
  status VARCHAR(16) DEFAULT 'invited' NOT NULL,
  created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP NOT NULL,
  team_id BIGINT,
  age INTEGER,
  fax VARCHAR(32),
  CONSTRAINT uq_users_email UNIQUE (email),
  CONSTRAINT fk_users_team_id_teams FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL,
  CONSTRAINT ck_users_adult CHECK (age >= 18)
);
INSERT INTO migrate_rebuild_users (id, email, status, created_at, team_id, age, fax) SELECT id, email, status, created_at, team_id, age, fax FROM users;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_users';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_users', seq FROM sqlite_sequence WHERE name = 'users' COLLATE NOCASE;
DROP TABLE users;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_users RENAME TO users;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_users_created_at ON users (created_at);
CREATE INDEX ix_users_fax ON users (fax);

-- alterColumn default of a nullable one
CREATE TABLE migrate_rebuild_users (
  id INTEGER CONSTRAINT pk_users PRIMARY KEY AUTOINCREMENT NOT NULL,
  email VARCHAR(320) NOT NULL,
  status VARCHAR(16) DEFAULT 'active' NOT NULL,
  created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP NOT NULL,
  team_id BIGINT,
  age INTEGER DEFAULT 10,
  fax VARCHAR(32),
  CONSTRAINT uq_users_email UNIQUE (email),
  CONSTRAINT fk_users_team_id_teams FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL,
  CONSTRAINT ck_users_adult CHECK (age >= 18)
);
INSERT INTO migrate_rebuild_users (id, email, status, created_at, team_id, age, fax) SELECT id, email, status, created_at, team_id, age, fax FROM users;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_users';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_users', seq FROM sqlite_sequence WHERE name = 'users' COLLATE NOCASE;
DROP TABLE users;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_users RENAME TO users;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_users_created_at ON users (created_at);
CREATE INDEX ix_users_fax ON users (fax);

-- alterColumn without default
CREATE TABLE migrate_rebuild_users (
  id INTEGER CONSTRAINT pk_users PRIMARY KEY AUTOINCREMENT NOT NULL,
  email VARCHAR(320) NOT NULL,
  status VARCHAR(16) NOT NULL,
  created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP NOT NULL,
  team_id BIGINT,
  age INTEGER,
  fax VARCHAR(32),
  CONSTRAINT uq_users_email UNIQUE (email),
  CONSTRAINT fk_users_team_id_teams FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL,
  CONSTRAINT ck_users_adult CHECK (age >= 18)
);
INSERT INTO migrate_rebuild_users (id, email, status, created_at, team_id, age, fax) SELECT id, email, status, created_at, team_id, age, fax FROM users;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_users';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_users', seq FROM sqlite_sequence WHERE name = 'users' COLLATE NOCASE;
DROP TABLE users;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_users RENAME TO users;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_users_created_at ON users (created_at);
CREATE INDEX ix_users_fax ON users (fax);

-- alterColumn without default now
CREATE TABLE migrate_rebuild_users (
  id INTEGER CONSTRAINT pk_users PRIMARY KEY AUTOINCREMENT NOT NULL,
  email VARCHAR(320) NOT NULL,
  status VARCHAR(16) DEFAULT 'active' NOT NULL,
  created_at TIMESTAMP(6) NOT NULL,
  team_id BIGINT,
  age INTEGER,
  fax VARCHAR(32),
  CONSTRAINT uq_users_email UNIQUE (email),
  CONSTRAINT fk_users_team_id_teams FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL,
  CONSTRAINT ck_users_adult CHECK (age >= 18)
);
INSERT INTO migrate_rebuild_users (id, email, status, created_at, team_id, age, fax) SELECT id, email, status, created_at, team_id, age, fax FROM users;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_users';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_users', seq FROM sqlite_sequence WHERE name = 'users' COLLATE NOCASE;
DROP TABLE users;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_users RENAME TO users;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_users_created_at ON users (created_at);
CREATE INDEX ix_users_fax ON users (fax);

-- alterColumn comment


-- alterColumn without comment


-- alterColumn of several things
CREATE TABLE migrate_rebuild_users (
  id INTEGER CONSTRAINT pk_users PRIMARY KEY AUTOINCREMENT NOT NULL,
  email VARCHAR(320) NOT NULL,
  status VARCHAR(16) DEFAULT 'active' NOT NULL,
  created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP NOT NULL,
  team_id BIGINT,
  age BIGINT DEFAULT 1 NOT NULL,
  fax VARCHAR(32),
  CONSTRAINT uq_users_email UNIQUE (email),
  CONSTRAINT fk_users_team_id_teams FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL,
  CONSTRAINT ck_users_adult CHECK (age >= 18)
);
INSERT INTO migrate_rebuild_users (id, email, status, created_at, team_id, age, fax) SELECT id, email, status, created_at, team_id, age, fax FROM users;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_users';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_users', seq FROM sqlite_sequence WHERE name = 'users' COLLATE NOCASE;
DROP TABLE users;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_users RENAME TO users;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_users_created_at ON users (created_at);
CREATE INDEX ix_users_fax ON users (fax);

-- createIndex
CREATE INDEX ix_users_status ON users (status);

-- createIndex descending
CREATE INDEX ix_users_status_created_at ON users (status, created_at DESC);

-- createIndex unique
CREATE UNIQUE INDEX ix_users_status_fax ON users (status, fax);

-- createIndex behind a foreign key
CREATE INDEX ix_users_team_id ON users (team_id);

-- dropIndex
DROP INDEX ix_users_created_at;

-- addConstraint unique
CREATE TABLE migrate_rebuild_users (
  id INTEGER CONSTRAINT pk_users PRIMARY KEY AUTOINCREMENT NOT NULL,
  email VARCHAR(320) NOT NULL,
  status VARCHAR(16) DEFAULT 'active' NOT NULL,
  created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP NOT NULL,
  team_id BIGINT,
  age INTEGER,
  fax VARCHAR(32),
  CONSTRAINT uq_users_email UNIQUE (email),
  CONSTRAINT uq_users_status_fax UNIQUE (status, fax),
  CONSTRAINT fk_users_team_id_teams FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL,
  CONSTRAINT ck_users_adult CHECK (age >= 18)
);
INSERT INTO migrate_rebuild_users (id, email, status, created_at, team_id, age, fax) SELECT id, email, status, created_at, team_id, age, fax FROM users;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_users';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_users', seq FROM sqlite_sequence WHERE name = 'users' COLLATE NOCASE;
DROP TABLE users;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_users RENAME TO users;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_users_created_at ON users (created_at);
CREATE INDEX ix_users_fax ON users (fax);

-- addConstraint foreign key
CREATE TABLE migrate_rebuild_teams (
  id INTEGER CONSTRAINT pk_teams PRIMARY KEY AUTOINCREMENT NOT NULL,
  name VARCHAR(120) NOT NULL,
  CONSTRAINT uq_teams_name UNIQUE (name),
  CONSTRAINT fk_teams_id_users FOREIGN KEY (id) REFERENCES users (id) ON DELETE CASCADE
);
INSERT INTO migrate_rebuild_teams (id, name) SELECT id, name FROM teams;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_teams';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_teams', seq FROM sqlite_sequence WHERE name = 'teams' COLLATE NOCASE;
DROP TABLE teams;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_teams RENAME TO teams;
PRAGMA legacy_alter_table = OFF;

-- addConstraint check
CREATE TABLE migrate_rebuild_users (
  id INTEGER CONSTRAINT pk_users PRIMARY KEY AUTOINCREMENT NOT NULL,
  email VARCHAR(320) NOT NULL,
  status VARCHAR(16) DEFAULT 'active' NOT NULL,
  created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP NOT NULL,
  team_id BIGINT,
  age INTEGER,
  fax VARCHAR(32),
  CONSTRAINT uq_users_email UNIQUE (email),
  CONSTRAINT fk_users_team_id_teams FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL,
  CONSTRAINT ck_users_adult CHECK (age >= 18),
  CONSTRAINT ck_users_email CHECK (email LIKE '%@%')
);
INSERT INTO migrate_rebuild_users (id, email, status, created_at, team_id, age, fax) SELECT id, email, status, created_at, team_id, age, fax FROM users;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_users';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_users', seq FROM sqlite_sequence WHERE name = 'users' COLLATE NOCASE;
DROP TABLE users;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_users RENAME TO users;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_users_created_at ON users (created_at);
CREATE INDEX ix_users_fax ON users (fax);

-- dropConstraint unique
CREATE TABLE migrate_rebuild_users (
  id INTEGER CONSTRAINT pk_users PRIMARY KEY AUTOINCREMENT NOT NULL,
  email VARCHAR(320) NOT NULL,
  status VARCHAR(16) DEFAULT 'active' NOT NULL,
  created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP NOT NULL,
  team_id BIGINT,
  age INTEGER,
  fax VARCHAR(32),
  CONSTRAINT fk_users_team_id_teams FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL,
  CONSTRAINT ck_users_adult CHECK (age >= 18)
);
INSERT INTO migrate_rebuild_users (id, email, status, created_at, team_id, age, fax) SELECT id, email, status, created_at, team_id, age, fax FROM users;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_users';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_users', seq FROM sqlite_sequence WHERE name = 'users' COLLATE NOCASE;
DROP TABLE users;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_users RENAME TO users;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_users_created_at ON users (created_at);
CREATE INDEX ix_users_fax ON users (fax);

-- dropConstraint foreign key
CREATE TABLE migrate_rebuild_users (
  id INTEGER CONSTRAINT pk_users PRIMARY KEY AUTOINCREMENT NOT NULL,
  email VARCHAR(320) NOT NULL,
  status VARCHAR(16) DEFAULT 'active' NOT NULL,
  created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP NOT NULL,
  team_id BIGINT,
  age INTEGER,
  fax VARCHAR(32),
  CONSTRAINT uq_users_email UNIQUE (email),
  CONSTRAINT ck_users_adult CHECK (age >= 18)
);
INSERT INTO migrate_rebuild_users (id, email, status, created_at, team_id, age, fax) SELECT id, email, status, created_at, team_id, age, fax FROM users;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_users';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_users', seq FROM sqlite_sequence WHERE name = 'users' COLLATE NOCASE;
DROP TABLE users;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_users RENAME TO users;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_users_created_at ON users (created_at);
CREATE INDEX ix_users_fax ON users (fax);

-- dropConstraint check
CREATE TABLE migrate_rebuild_users (
  id INTEGER CONSTRAINT pk_users PRIMARY KEY AUTOINCREMENT NOT NULL,
  email VARCHAR(320) NOT NULL,
  status VARCHAR(16) DEFAULT 'active' NOT NULL,
  created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP NOT NULL,
  team_id BIGINT,
  age INTEGER,
  fax VARCHAR(32),
  CONSTRAINT uq_users_email UNIQUE (email),
  CONSTRAINT fk_users_team_id_teams FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL
);
INSERT INTO migrate_rebuild_users (id, email, status, created_at, team_id, age, fax) SELECT id, email, status, created_at, team_id, age, fax FROM users;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_users';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_users', seq FROM sqlite_sequence WHERE name = 'users' COLLATE NOCASE;
DROP TABLE users;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_users RENAME TO users;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_users_created_at ON users (created_at);
CREATE INDEX ix_users_fax ON users (fax);

-- renameIndex
DROP INDEX ix_users_fax;
CREATE INDEX ix_users_telefax ON users (fax);

-- renameIndex of a unique constraint
CREATE TABLE migrate_rebuild_teams (
  id INTEGER CONSTRAINT pk_teams PRIMARY KEY AUTOINCREMENT NOT NULL,
  name VARCHAR(120) NOT NULL,
  CONSTRAINT uq_teams_title UNIQUE (name)
);
INSERT INTO migrate_rebuild_teams (id, name) SELECT id, name FROM teams;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_teams';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_teams', seq FROM sqlite_sequence WHERE name = 'teams' COLLATE NOCASE;
DROP TABLE teams;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_teams RENAME TO teams;
PRAGMA legacy_alter_table = OFF;

-- renameConstraint unique
CREATE TABLE migrate_rebuild_users (
  id INTEGER CONSTRAINT pk_users PRIMARY KEY AUTOINCREMENT NOT NULL,
  email VARCHAR(320) NOT NULL,
  status VARCHAR(16) DEFAULT 'active' NOT NULL,
  created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP NOT NULL,
  team_id BIGINT,
  age INTEGER,
  fax VARCHAR(32),
  CONSTRAINT uq_users_mail UNIQUE (email),
  CONSTRAINT fk_users_team_id_teams FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL,
  CONSTRAINT ck_users_adult CHECK (age >= 18)
);
INSERT INTO migrate_rebuild_users (id, email, status, created_at, team_id, age, fax) SELECT id, email, status, created_at, team_id, age, fax FROM users;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_users';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_users', seq FROM sqlite_sequence WHERE name = 'users' COLLATE NOCASE;
DROP TABLE users;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_users RENAME TO users;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_users_created_at ON users (created_at);
CREATE INDEX ix_users_fax ON users (fax);

-- renameConstraint foreign key
CREATE TABLE migrate_rebuild_users (
  id INTEGER CONSTRAINT pk_users PRIMARY KEY AUTOINCREMENT NOT NULL,
  email VARCHAR(320) NOT NULL,
  status VARCHAR(16) DEFAULT 'active' NOT NULL,
  created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP NOT NULL,
  team_id BIGINT,
  age INTEGER,
  fax VARCHAR(32),
  CONSTRAINT uq_users_email UNIQUE (email),
  CONSTRAINT fk_users_team FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL,
  CONSTRAINT ck_users_adult CHECK (age >= 18)
);
INSERT INTO migrate_rebuild_users (id, email, status, created_at, team_id, age, fax) SELECT id, email, status, created_at, team_id, age, fax FROM users;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_users';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_users', seq FROM sqlite_sequence WHERE name = 'users' COLLATE NOCASE;
DROP TABLE users;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_users RENAME TO users;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_users_created_at ON users (created_at);
CREATE INDEX ix_users_fax ON users (fax);

-- renameConstraint check
CREATE TABLE migrate_rebuild_users (
  id INTEGER CONSTRAINT pk_users PRIMARY KEY AUTOINCREMENT NOT NULL,
  email VARCHAR(320) NOT NULL,
  status VARCHAR(16) DEFAULT 'active' NOT NULL,
  created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP NOT NULL,
  team_id BIGINT,
  age INTEGER,
  fax VARCHAR(32),
  CONSTRAINT uq_users_email UNIQUE (email),
  CONSTRAINT fk_users_team_id_teams FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL,
  CONSTRAINT ck_users_of_age CHECK (age >= 18)
);
INSERT INTO migrate_rebuild_users (id, email, status, created_at, team_id, age, fax) SELECT id, email, status, created_at, team_id, age, fax FROM users;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_users';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_users', seq FROM sqlite_sequence WHERE name = 'users' COLLATE NOCASE;
DROP TABLE users;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_users RENAME TO users;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_users_created_at ON users (created_at);
CREATE INDEX ix_users_fax ON users (fax);

-- renameConstraint check of a kind
CREATE TABLE migrate_rebuild_users (
  id INTEGER CONSTRAINT pk_users PRIMARY KEY AUTOINCREMENT NOT NULL,
  email VARCHAR(320) NOT NULL,
  status VARCHAR(16) DEFAULT 'active' NOT NULL,
  created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP NOT NULL,
  team_id BIGINT,
  age INTEGER,
  fax VARCHAR(32),
  CONSTRAINT uq_users_email UNIQUE (email),
  CONSTRAINT fk_users_team_id_teams FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL,
  CONSTRAINT ck_users_of_age CHECK (age >= 18)
);
INSERT INTO migrate_rebuild_users (id, email, status, created_at, team_id, age, fax) SELECT id, email, status, created_at, team_id, age, fax FROM users;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_users';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_users', seq FROM sqlite_sequence WHERE name = 'users' COLLATE NOCASE;
DROP TABLE users;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_users RENAME TO users;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_users_created_at ON users (created_at);
CREATE INDEX ix_users_fax ON users (fax);

-- dropConstraint of a kind
CREATE TABLE migrate_rebuild_users (
  id INTEGER CONSTRAINT pk_users PRIMARY KEY AUTOINCREMENT NOT NULL,
  email VARCHAR(320) NOT NULL,
  status VARCHAR(16) DEFAULT 'active' NOT NULL,
  created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP NOT NULL,
  team_id BIGINT,
  age INTEGER,
  fax VARCHAR(32),
  CONSTRAINT fk_users_team_id_teams FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL,
  CONSTRAINT ck_users_adult CHECK (age >= 18)
);
INSERT INTO migrate_rebuild_users (id, email, status, created_at, team_id, age, fax) SELECT id, email, status, created_at, team_id, age, fax FROM users;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_users';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_users', seq FROM sqlite_sequence WHERE name = 'users' COLLATE NOCASE;
DROP TABLE users;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_users RENAME TO users;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_users_created_at ON users (created_at);
CREATE INDEX ix_users_fax ON users (fax);

-- validateConstraint


-- alterTable that renames what it uses
DROP INDEX ix_users_fax;
CREATE INDEX ix_users_telefax ON users (fax);
ALTER TABLE users RENAME COLUMN fax TO telefax;
CREATE TABLE migrate_rebuild_users (
  id INTEGER CONSTRAINT pk_users PRIMARY KEY AUTOINCREMENT NOT NULL,
  email VARCHAR(320) NOT NULL,
  status VARCHAR(16) DEFAULT 'active' NOT NULL,
  created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP NOT NULL,
  team_id BIGINT,
  age INTEGER,
  telefax VARCHAR(32),
  CONSTRAINT uq_users_email UNIQUE (email),
  CONSTRAINT ck_users_adult CHECK (age >= 18)
);
INSERT INTO migrate_rebuild_users (id, email, status, created_at, team_id, age, telefax) SELECT id, email, status, created_at, team_id, age, telefax FROM users;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_users';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_users', seq FROM sqlite_sequence WHERE name = 'users' COLLATE NOCASE;
DROP TABLE users;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_users RENAME TO users;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_users_created_at ON users (created_at);
CREATE INDEX ix_users_telefax ON users (telefax);

-- alterTable
ALTER TABLE users ADD COLUMN phone VARCHAR(32);
ALTER TABLE users RENAME COLUMN status TO state;
CREATE TABLE migrate_rebuild_users (
  id INTEGER CONSTRAINT pk_users PRIMARY KEY AUTOINCREMENT NOT NULL,
  email VARCHAR(512) NOT NULL,
  state VARCHAR(16) DEFAULT 'active' NOT NULL,
  created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP NOT NULL,
  team_id BIGINT,
  age INTEGER,
  phone VARCHAR(32),
  CONSTRAINT uq_users_email UNIQUE (email),
  CONSTRAINT uq_users_phone UNIQUE (phone),
  CONSTRAINT fk_users_team_id_teams FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL,
  CONSTRAINT ck_users_adult CHECK (age >= 18)
);
INSERT INTO migrate_rebuild_users (id, email, state, created_at, team_id, age, phone) SELECT id, email, state, created_at, team_id, age, phone FROM users;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_users';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_users', seq FROM sqlite_sequence WHERE name = 'users' COLLATE NOCASE;
DROP TABLE users;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_users RENAME TO users;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_users_created_at ON users (created_at);
ALTER TABLE users RENAME COLUMN id TO id;

-- alterTable with its comment
ALTER TABLE users ADD COLUMN phone VARCHAR(32);

-- alterTable in a way of its own
CREATE INDEX ix_users_status ON users (status);
DROP INDEX ix_users_created_at;

-- alterTable on what it has just made
ALTER TABLE users RENAME COLUMN status TO state;
CREATE TABLE migrate_rebuild_users (
  id INTEGER CONSTRAINT pk_users PRIMARY KEY AUTOINCREMENT NOT NULL,
  email VARCHAR(320) NOT NULL,
  state VARCHAR(20) DEFAULT 'active' NOT NULL,
  created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP NOT NULL,
  team_id BIGINT,
  age INTEGER,
  fax VARCHAR(32),
  CONSTRAINT uq_users_email UNIQUE (email),
  CONSTRAINT fk_users_team_id_teams FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL,
  CONSTRAINT ck_users_adult CHECK (age >= 18)
);
INSERT INTO migrate_rebuild_users (id, email, state, created_at, team_id, age, fax) SELECT id, email, state, created_at, team_id, age, fax FROM users;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_users';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_users', seq FROM sqlite_sequence WHERE name = 'users' COLLATE NOCASE;
DROP TABLE users;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_users RENAME TO users;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_users_created_at ON users (created_at, id);
CREATE INDEX ix_users_fax ON users (fax);
CREATE INDEX ix_users_state ON users (state);

-- createSequence
-- ! [unsupported] SQLite 3.45.0 has no sequences, but the migration asks to create sequence tickets
-- !   next:  let the table number its rows: c.bigint("id").identity(); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- createSequence with everything
-- ! [unsupported] SQLite 3.45.0 has no sequences, but the migration asks to create sequence tickets
-- !   next:  let the table number its rows: c.bigint("id").identity(); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- createSequence with a comment
-- ! [unsupported] SQLite 3.45.0 has no sequences, but the migration asks to create sequence tickets
-- !   next:  let the table number its rows: c.bigint("id").identity(); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- createSequence of a type
-- ! [unsupported] SQLite 3.45.0 has no sequences, but the migration asks to create sequence tickets
-- !   next:  let the table number its rows: c.bigint("id").identity(); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- createSequence owned by a column
-- ! [unsupported] SQLite 3.45.0 has no sequences, but the migration asks to create sequence tickets
-- !   next:  let the table number its rows: c.bigint("id").identity(); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- alterSequence
-- ! [unsupported] SQLite 3.45.0 has no sequences, but the migration asks to alter sequence numbers
-- !   next:  let the table number its rows: c.bigint("id").identity(); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- alterSequence of its type and owner
-- ! [unsupported] SQLite 3.45.0 has no sequences, but the migration asks to alter sequence numbers
-- !   next:  let the table number its rows: c.bigint("id").identity(); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- renameSequence
-- ! [unsupported] SQLite 3.45.0 has no sequences, but the migration asks to rename sequence numbers to digits
-- !   next:  let the table number its rows: c.bigint("id").identity(); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- dropSequence
-- ! [unsupported] SQLite 3.45.0 has no sequences, but the migration asks to drop sequence numbers
-- !   next:  let the table number its rows: c.bigint("id").identity(); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- comment on a sequence
-- ! [unsupported] SQLite 3.45.0 has no sequences, but the migration asks to comment on sequence numbers
-- !   next:  let the table number its rows: c.bigint("id").identity(); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- createEnum
-- ! [unsupported] SQLite 3.45.0 has no enum types with a name of their own, but the migration asks to create type size
-- !   next:  give each column its words: c.enumOf(…); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- addEnumValue
-- ! [unsupported] SQLite 3.45.0 has no enum types with a name of their own, but the migration asks to add value 'great' to type mood
-- !   next:  give each column its words: c.enumOf(…); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- addEnumValue before another
-- ! [unsupported] SQLite 3.45.0 has no enum types with a name of their own, but the migration asks to add value 'so 'so'' to type mood
-- !   next:  give each column its words: c.enumOf(…); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- addEnumValue after another
-- ! [unsupported] SQLite 3.45.0 has no enum types with a name of their own, but the migration asks to add value 'fine' to type mood
-- !   next:  give each column its words: c.enumOf(…); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- renameEnumValue
-- ! [unsupported] SQLite 3.45.0 has no enum types with a name of their own, but the migration asks to rename value 'o'k' of type mood to 'so so'
-- !   next:  give each column its words: c.enumOf(…); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- setEnumValues
-- ! [unsupported] SQLite 3.45.0 has no enum types with a name of their own, but the migration asks to set the values of type mood
-- !   next:  give each column its words: c.enumOf(…); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- renameEnum
-- ! [unsupported] SQLite 3.45.0 has no enum types with a name of their own, but the migration asks to rename type mood to feeling
-- !   next:  give each column its words: c.enumOf(…); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- dropEnum
-- ! [unsupported] SQLite 3.45.0 has no enum types with a name of their own, but the migration asks to drop type unused
-- !   next:  give each column its words: c.enumOf(…); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- comment on a type
-- ! [unsupported] SQLite 3.45.0 has no enum types with a name of their own, but the migration asks to comment on type mood
-- !   next:  give each column its words: c.enumOf(…); or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- createView
CREATE VIEW active_users AS
SELECT id, email FROM users WHERE status = 'it''s on';

-- replaceView
DROP VIEW IF EXISTS adults;
CREATE VIEW adults AS
SELECT id, email, age, fax FROM users WHERE age >= 18;

-- replaceView of other columns
DROP VIEW IF EXISTS adults;
CREATE VIEW adults AS
SELECT id AS number, age FROM users;

-- replaceView of none
DROP VIEW IF EXISTS everybody;
CREATE VIEW everybody AS
SELECT id, email FROM users;

-- dropView
DROP VIEW adults;

-- comment on a view


-- createSchema
-- ! [unsupported] SQLite 3.45.0 has no schemas but the files that a connection has attached, but the migration asks to create schema billing
-- !   next:  attach the file in the url; or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- createSchema with a comment
-- ! [unsupported] SQLite 3.45.0 has no schemas but the files that a connection has attached, but the migration asks to create schema billing
-- !   next:  attach the file in the url; or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- dropSchema
-- ! [unsupported] SQLite 3.45.0 has no schemas but the files that a connection has attached, but the migration asks to drop schema archive
-- !   next:  attach the file in the url; or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

-- comment on a schema
-- ! [unsupported] SQLite 3.45.0 has no schemas but the files that a connection has attached, but the migration asks to comment on schema archive
-- !   next:  attach the file in the url; or keep it for the databases that have it, with op.onlyOn(Database.…, o -> …)

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
  shop INTEGER NOT NULL,
  code CHAR(8) NOT NULL,
  parent CHAR(8),
  CONSTRAINT pk_categories PRIMARY KEY (shop, code),
  CONSTRAINT fk_categories_shop_parent_categories FOREIGN KEY (shop, parent) REFERENCES categories (shop, code)
);

-- dropTable if it exists
DROP TABLE IF EXISTS users;

-- addColumn if it does not exist
ALTER TABLE users ADD COLUMN avatar INTEGER;

-- dropColumn if it exists
ALTER TABLE users DROP COLUMN status;

-- createIndex if it does not exist
CREATE INDEX IF NOT EXISTS ix_users_age ON users (age);

-- dropIndex if it exists
DROP INDEX IF EXISTS ix_users_fax;

-- dropConstraint if it exists
CREATE TABLE migrate_rebuild_users (
  id INTEGER CONSTRAINT pk_users PRIMARY KEY AUTOINCREMENT NOT NULL,
  email VARCHAR(320) NOT NULL,
  status VARCHAR(16) DEFAULT 'active' NOT NULL,
  created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP NOT NULL,
  team_id BIGINT,
  age INTEGER,
  fax VARCHAR(32),
  CONSTRAINT fk_users_team_id_teams FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL,
  CONSTRAINT ck_users_adult CHECK (age >= 18)
);
INSERT INTO migrate_rebuild_users (id, email, status, created_at, team_id, age, fax) SELECT id, email, status, created_at, team_id, age, fax FROM users;
DELETE FROM sqlite_sequence WHERE name = 'migrate_rebuild_users';
INSERT INTO sqlite_sequence (name, seq) SELECT 'migrate_rebuild_users', seq FROM sqlite_sequence WHERE name = 'users' COLLATE NOCASE;
DROP TABLE users;
PRAGMA legacy_alter_table = ON;
ALTER TABLE migrate_rebuild_users RENAME TO users;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_users_created_at ON users (created_at);
CREATE INDEX ix_users_fax ON users (fax);

-- renameColumn if it exists
ALTER TABLE users RENAME COLUMN status TO state;

-- alterTable if the table exists
DROP INDEX ix_users_fax;
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
