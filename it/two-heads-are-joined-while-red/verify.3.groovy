import groovy.json.JsonSlurper

def scenario = new Scenario(basedir)
def run = new JsonSlurper().parse(scenario.file('target/upgrade.json'))

assert run.steps*.revision == ['a1', 'b2', 'c3', 'm4']
assert run.after == ['m4']
assert scenario.h2('target/shop').heads() == ['m4']
