def scenario = new Scenario(basedir)

scenario.mustSay(
        '[no-index] The class com.acme.R1_Users with @Revision is there, but no index of them',
        '<annotationProcessorPaths>',
        '<artifactId>migrate-processor</artifactId>')
scenario.mustNotSay('[no-migrations]')
assert !scenario.file('target/shop.mv.db').exists()
