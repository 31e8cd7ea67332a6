assert new Scenario(basedir).h2('shop/target/shop').heads() == ['a1']
