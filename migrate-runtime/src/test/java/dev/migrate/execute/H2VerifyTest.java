package dev.migrate.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.diff.DiffPolicy;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class H2VerifyTest extends VerifyContract {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Override
    DataSource fresh() {
        return H2MigratorTest.h2("mem:verify" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1;MODE=MySQL");
    }

    @Override
    ScratchPlace place() {
        return new ScratchPlace("jdbc:h2:mem:anything", DriverManager::getConnection);
    }

    @Test
    void aScratchThatCannotBeRemovedIsNamed() {
        AtomicBoolean broken = new AtomicBoolean();
        List<String> told = new ArrayList<>();
        RunListener listener = event -> {
            broken.set(event instanceof RunEvent.Progress);
            if (event instanceof RunEvent.Warning warning) {
                told.add(warning.problem().text());
            }
        };
        ScratchPlace place = new ScratchPlace("jdbc:h2:mem:anything", url -> {
            if (broken.get()) {
                throw new SQLException("the network is gone");
            }
            return DriverManager.getConnection(url);
        });
        TestHistory history =
                TestHistory.history().revision("a1", "", MigratorContract.NOTHING, MigratorContract.NOTHING);

        MigratorContract.migrator(history, real(), MigratorContract.config().listener(listener))
                .verify(place, Optional.empty(), DiffPolicy.USUAL);

        assertThat(told).containsExactly("""
                        [statement-failed] the scratch cannot be removed: the network is gone
                          where: a database in memory
                          next:  remove it by hand; nothing but this verification has used it""");
    }

    @Override
    List<String> traces() throws SQLException {
        return Asked.rows(
                real(), "SELECT table_name FROM information_schema.tables WHERE table_schema = SCHEMA() ORDER BY 1");
    }
}
