new Scenario(basedir).mustSay('  add table phones', '  change column orders.total: type decimal(12, 2), should be decimal(14, 2)')
