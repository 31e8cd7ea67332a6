def scenario = new Scenario(basedir)

assert scenario.h2('shop/target/shop').tables() == ['users']
assert !scenario.file('names/target/shop.mv.db').exists()
assert scenario.file('names/target').list({ dir, name -> name.endsWith('.jar') } as FilenameFilter).length == 0
