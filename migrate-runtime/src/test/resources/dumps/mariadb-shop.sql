-- A schema with one of each thing that a dump of MariaDB writes in its own way. The dumps beside it are made of it:
-- see MariaDbDumpTest.
CREATE TABLE customers (
  id BIGINT NOT NULL AUTO_INCREMENT,
  name VARCHAR(80) NOT NULL DEFAULT 'it''s; \\ "quoted"' COMMENT 'back\\slash; and ''quote''',
  email VARCHAR(120) GENERATED ALWAYS AS (CONCAT(LOWER(name), '@example.org')) VIRTUAL,
  born DATE NULL,
  profile JSON DEFAULT NULL,
  status ENUM('new;', 'it''s', 'back\\slash') NOT NULL DEFAULT 'new;',
  created TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
  PRIMARY KEY (id),
  UNIQUE KEY uq_customers_name (name),
  CONSTRAINT ck_customers_name CHECK (name <> '; --')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='people; who /* buy */ # things';

CREATE TABLE orders (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  customer_id BIGINT NOT NULL,
  total DECIMAL(12,2) NOT NULL,
  KEY ix_orders_customer (customer_id),
  CONSTRAINT fk_orders_customer FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE files (
  id INT NOT NULL PRIMARY KEY,
  content LONGBLOB,
  hash BINARY(4),
  note TEXT,
  flags BIT(9)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE audit (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  entry VARCHAR(200) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE SEQUENCE numbers START WITH 100 INCREMENT BY 5 CACHE 10;

INSERT INTO customers (id, name, born, profile, status, created) VALUES
  (1, 'ann', '1990-02-28', '{"a": "x;\\"y\\""}', 'new;', '2026-04-01 10:00:00.125'),
  (2, 'O''Hara; -- no comment', NULL, NULL, 'it''s', '2026-04-02 10:00:00'),
  (3, 'grüße \\ 🎉 /* none */', '1970-01-01', '[]', 'back\\slash', '2026-04-03 10:00:00'),
  (4, 'line\nbreak\r\ntab\t; `tick` "double" #', NULL, NULL, 'new;', '2026-04-04 10:00:00');
INSERT INTO orders VALUES (1, 1, 10.50), (2, 1, -3.00), (3, 3, 99999.99);
INSERT INTO files VALUES
  (1, X'00FF27275C223B0A0D1AC328', X'DEADBEEF', 'text; with ''quotes'' \\ and "more"', b'101010101'),
  (2, REPEAT(X'FE27', 40), X'00000000', NULL, b'0'),
  (3, NULL, NULL, '', NULL);

DELIMITER $$
CREATE DEFINER=`app`@`%` TRIGGER orders_audit AFTER INSERT ON orders FOR EACH ROW
BEGIN
  -- a comment; in a trigger
  IF NEW.total < 0 THEN
    INSERT INTO audit (entry) VALUES (CONCAT('refund; ', NEW.id));
  ELSE
    INSERT INTO audit (entry) VALUES ('it''s an order; \\ /* not a comment */');
  END IF;
END$$
CREATE DEFINER=`app`@`%` TRIGGER orders_check BEFORE INSERT ON orders FOR EACH ROW
  SET NEW.total = ROUND(NEW.total, 2)$$
CREATE DEFINER=`app`@`%` PROCEDURE add_order(IN customer BIGINT, IN amount DECIMAL(12,2))
  COMMENT 'adds; an order'
BEGIN
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END;
  START TRANSACTION;
  INSERT INTO orders (customer_id, total) VALUES (customer, amount); # done;
  COMMIT;
END$$
CREATE DEFINER=`app`@`%` FUNCTION initials(name VARCHAR(80)) RETURNS VARCHAR(10) CHARSET utf8mb4 DETERMINISTIC
BEGIN
  DECLARE result VARCHAR(10) DEFAULT '';
  SET result = UPPER(LEFT(name, 1));
  RETURN CONCAT(result, ';');
END$$
CREATE DEFINER=`app`@`%` EVENT clean_audit ON SCHEDULE EVERY 1 DAY STARTS '2026-01-01 00:00:00' DISABLE
  COMMENT 'cleans; up' DO
BEGIN
  DELETE FROM audit WHERE entry = ';';
  DELETE FROM audit WHERE entry = '\\';
END$$
DELIMITER ;

CREATE DEFINER=`app`@`%` SQL SECURITY INVOKER VIEW totals AS
  SELECT c.name AS `the;name`, SUM(o.total) AS total FROM customers c JOIN orders o ON o.customer_id = c.id
  GROUP BY c.name;
CREATE DEFINER=`app`@`%` VIEW big_totals AS SELECT * FROM totals WHERE total > 5 AND `the;name` <> ';';
CREATE DEFINER=`app`@`%` VIEW refunds AS SELECT * FROM orders WHERE total < 0 WITH CASCADED CHECK OPTION;
