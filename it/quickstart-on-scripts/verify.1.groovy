def scenario = new Scenario(basedir)
def database = new File(basedir, 'shop/target/shop')
assert !new File(database.path + '.mv.db').exists()

new org.h2.tools.RunScript().runTool('-url', "jdbc:h2:file:${database}".toString(), '-user', 'sa',
        '-script', scenario.file('shop/target/h2.sql').path)

assert scenario.h2('shop/target/shop').heads() == ['8f3c2a91d07e']
