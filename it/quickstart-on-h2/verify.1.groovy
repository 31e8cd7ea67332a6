context.put('shop', new ThereAndBack(new Scenario(basedir).h2('shop/target/shop')))
context.shop.after(1)
