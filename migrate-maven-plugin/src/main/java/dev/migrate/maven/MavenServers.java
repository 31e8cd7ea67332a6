package dev.migrate.maven;

import dev.migrate.config.Secret;
import dev.migrate.config.Servers;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** The servers of settings.xml, their passwords decrypted by Maven itself. */
final class MavenServers implements Servers {

    private final Settings settings;
    private final SettingsDecrypter decrypter;

    MavenServers(Settings settings, SettingsDecrypter decrypter) {
        this.settings = settings;
        this.decrypter = decrypter;
    }

    @Override
    public Optional<Credentials> find(String id) {
        return Optional.ofNullable(settings.getServer(id)).map(this::decrypted);
    }

    private Credentials decrypted(Server server) {
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        for (SettingsProblem problem : result.getProblems()) {
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                throw new MigrateException(Problem.of(
                                ProblemCode.BAD_SERVER_SETTINGS,
                                "the password of the server \"" + server.getId() + "\" cannot be decrypted: "
                                        + problem.getMessage())
                        .at("settings.xml")
                        .next("encrypt it again with: mvn --encrypt-password"));
            }
        }
        Server decrypted = result.getServer();
        return new Credentials(
                Optional.ofNullable(decrypted.getUsername()),
                Optional.ofNullable(decrypted.getPassword()).map(Secret::of));
    }
}
