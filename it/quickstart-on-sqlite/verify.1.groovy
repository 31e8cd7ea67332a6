context.put('shop', new ThereAndBack(
        new Database(new org.sqlite.JDBC(), "jdbc:sqlite:${basedir}/shop/target/shop.db", '', '', Database.SQLITE)))
context.shop.after(1)
