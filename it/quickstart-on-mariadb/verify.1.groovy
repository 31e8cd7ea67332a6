context.put('shop', new ThereAndBack(
        new Database(new org.mariadb.jdbc.Driver(), context.mariadb, 'shop', 's3cret-of-shop')))
context.shop.after(1)
