def scenario = new Scenario(basedir)

assert scenario.h2('target/shop').tables() == ['customers', 'customers_customers', 'orders', 'vouchers']
assert scenario.file('src/main/java/com/acme/shop/migrations').list().toList() == [context.first]
scenario.mustSay('no difference between the model and h2', 'nothing to do: no class is written')
