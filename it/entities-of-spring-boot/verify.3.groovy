new Scenario(basedir).mustSay(
        '1 difference between the model and what the migrations make on H2',
        'op.addColumn("blog_post", c -> c.varchar("written_by", 80));',
        'ALTER TABLE blog_post ADD COLUMN written_by',
        '[model-differs]')
