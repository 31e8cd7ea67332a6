// as a person resolves it: the own side stays
def file = new File(basedir, 'src/main/java/com/acme/migrations/R5_Totals.java')
file.text = file.text
        .replaceAll(/(?s)=======\n.*?>>>>>>> feature\n/, '')
        .replace('<<<<<<< HEAD\n', '')
assert !file.text.contains('<<<<')
