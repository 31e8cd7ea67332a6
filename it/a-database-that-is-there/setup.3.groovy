def schema = new File(basedir, 'src/main/db/schema.sql')
schema.text = schema.text.replace('total DECIMAL(12, 2)', 'total DECIMAL(14, 2) NOT NULL') + 'CREATE TABLE phones (number VARCHAR(20) PRIMARY KEY);\n'
true // what a script returns decides whether the build runs
