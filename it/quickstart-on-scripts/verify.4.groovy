new Scenario(basedir).mustSay('8f3c2a91d07e')
