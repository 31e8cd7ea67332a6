-- one team; and a semicolon that ends nothing
INSERT INTO teams (id, name)
VALUES (1, 'blue; or red');
UPDATE teams SET name = 'red' WHERE name = 'blue; or red';
