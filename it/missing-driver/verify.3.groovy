assert new Scenario(basedir).h2('target/shop').heads() == []
