package dev.migrate.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:mysql://app:secret@host:3306/db | jdbc:mysql://app:***@host:3306/db",
                "jdbc:mysql://app:s@cret@host/db | jdbc:mysql://app:***@host/db",
                "jdbc:mysql://host:3306/db?user=a&password=secret&x=1 | jdbc:mysql://host:3306/db?user=a&password=***&x=1",
                "jdbc:mysql://address=(host=h)(password=secret)/db | jdbc:mysql://address=(host=h)(password=***)/db",
                "jdbc:h2:mem:a;USER=sa;PASSWORD=secret;X=1 | jdbc:h2:mem:a;USER=sa;PASSWORD=***;X=1",
                "jdbc:sqlserver://h;user=a;pwd=secret | jdbc:sqlserver://h;user=a;pwd=***",
                "jdbc:postgresql://h/db?sslpassword=secret | jdbc:postgresql://h/db?sslpassword=***",
                "jdbc:mysql://h/db?trustCertificateKeyStorePassword=secret | jdbc:mysql://h/db?trustCertificateKeyStorePassword=***",
                "jdbc:oracle:thin:scott/tiger@h:1521/db | jdbc:oracle:thin:scott/***@h:1521/db",
                "jdbc:mysql://host:3306/db?mail=a@b | jdbc:mysql://host:3306/db?mail=a@b",
                "jdbc:h2:./target/shop | jdbc:h2:./target/shop"
            })
    void passwordsInUrlsAreMasked(String url, String shown) {
        assertThat(Redactor.url(url)).isEqualTo(shown);
    }

    @Test
    void knownPasswordsAreRemovedFromAnyText() {
        Redactor redactor =
                Redactor.of("jdbc:mysql://app:p%40ss-word@host/db", List.of(Secret.of("geheim+1"), Secret.of("")));

        assertThat(redactor.redact("tried p@ss-word, p%40ss-word, geheim+1 and geheim%2B1"))
                .isEqualTo("tried ***, ***, *** and ***");
    }

    @Test
    void aShortPasswordDoesNotTurnAMessageIntoAsterisks() {
        Redactor redactor = Redactor.of("jdbc:h2:mem:a", List.of(Secret.of("sa")));

        assertThat(redactor.redact("the same user sa said")).isEqualTo("the same user *** said");
    }
}
