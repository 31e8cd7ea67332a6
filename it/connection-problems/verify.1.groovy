// The server's password in settings.xml is encrypted; what is shown here is what H2 was given when it made the file.
def scenario = new Scenario(basedir)

assert scenario.h2('target/shop', 'shop', 's3cret-of-shop').heads() == ['a1']
scenario.mustSay('user from settings server shop')
scenario.mustNotSay('s3cret')
