def sources = new File(basedir, 'src/main/java/com/acme')
new File(sources, 'Broken.java').with { it.text = it.text.replace('int answer( { return 42', 'int answer() { return 42; }') }
new File(sources, 'Customer.java').with { it.text = it.text.replace('import lombok.Data;\n', '').replace('@Data\n', '') }
true // what a script returns decides whether the build runs
