def billing = new Scenario(basedir).h2('target/billing')

assert billing.tables() == ['invoices']
// as migrate.billing.versionTable wants it
assert billing.heads() == ['a1']
