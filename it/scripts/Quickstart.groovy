import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption

/** Brings the quickstart, as it is, into a scenario. */
class Quickstart {

    private Quickstart() {}

    static void copyTo(File directory) {
        Path original = new File(directory, '../../../../quickstart').canonicalFile.toPath()
        ['pom.xml', 'src'].each { name ->
            Files.walk(original.resolve(name)).withCloseable { files ->
                files.findAll { Files.isRegularFile(it) }.each { Path file ->
                    Path copy = directory.toPath().resolve(original.relativize(file))
                    Files.createDirectories(copy.parent)
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING)
                }
            }
        }
    }
}
