package dev.migrate.maven;

import dev.migrate.config.Setting;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The plugin's {@code <configuration>}, as the fields of a goal hold it. */
final class Configuration {

    private final Map<String, String> values = new TreeMap<>();

    Configuration with(Setting<?> setting, @Nullable Object value) {
        if (value != null) {
            values.put(setting.name(), value.toString());
        }
        return this;
    }

    /** The free values {@code <x><key>value</key></x>}. */
    Configuration withX(@Nullable Map<String, String> x) {
        if (x != null) {
            x.forEach((key, value) -> values.put("x." + key, value == null ? "" : value));
        }
        return this;
    }

    Map<String, String> values() {
        return values;
    }
}
