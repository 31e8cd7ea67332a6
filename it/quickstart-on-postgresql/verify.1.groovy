context.put('shop', new ThereAndBack(
        new Database(new org.postgresql.Driver(), context.url, 'shop', 's3cret-of-shop', Database.POSTGRESQL)))
context.shop.after(1)
