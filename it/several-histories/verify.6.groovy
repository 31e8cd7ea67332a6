new Scenario(basedir).mustSay('[unknown-history] There is no history "biling". Did you mean "billing"?')
