def scenario = new Scenario(basedir)

scenario.mustSay('R2_AddPhone.java:[5,37] [several-heads]')
assert !scenario.file('target/shop.mv.db').exists()
