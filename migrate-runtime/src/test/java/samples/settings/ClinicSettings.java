package samples.settings;

import dev.migrate.model.ModelSettings;
import java.util.Map;

public class ClinicSettings implements ModelSettings {
    @Override
    public Map<String, Object> settings() {
        return Map.of("hibernate.globally_quoted_identifiers", true);
    }
}
