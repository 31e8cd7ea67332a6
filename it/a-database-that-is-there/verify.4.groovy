def scenario = new Scenario(basedir)

assert scenario.h2('target/shop').tables() == ['customers', 'orders', 'phones']
assert scenario.h2('target/shop').heads().size() == 1
scenario.mustSay('no difference between the model and h2')
