import groovy.json.JsonSlurper

def scenario = new Scenario(basedir)
def heads = new JsonSlurper().parse(scenario.file('result.json')).revisions

assert heads*.id == ['c4', 'd5']
assert heads*.downRevisions == [['b2'], ['c3']]
assert !scenario.file('target/classes').exists()
scenario.mustSay(
        '[unreadable-annotation] a file holds merge conflicts, and its sides declare different revisions:' +
                ' "d5" after "c3", or "d5" after "c4"',
        'R5_Totals.java',
        'c3 -> d5 (head), totals',
        'b2 -> c4 (head), stock',
        'b2 -> c3, orders and lines',
        'a1 -> b2 (branchpoint), add phone',
        '<base> -> a1, users')
