-- The people who can log in.
DROP VIEW IF EXISTS active_users;

CREATE VIEW active_users AS
  SELECT id, email FROM users WHERE status = 'active; not gone';
