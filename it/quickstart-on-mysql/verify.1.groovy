context.put('shop', new ThereAndBack(new Database(new com.mysql.cj.jdbc.Driver(), context.connectorJ, 'root', '')))
context.shop.after(1)
