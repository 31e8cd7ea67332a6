package dev.migrate.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which history a package belongs to: that of the nearest package around it, of the same module, which names one. */
final class Histories {

    private static final String UNNAMED = "";

    private final Map<String, String> known = new HashMap<>();

    /** {@code declared} are all named histories of the module. */
    Histories(List<DeclaredHistory> declared) {
        known.put("", UNNAMED);
        declared.forEach(history -> known.put(history.packageName(), history.name()));
    }

    String of(String packageName) {
        String history = known.get(packageName);
        if (history == null) {
            history = of(Packages.around(packageName));
            known.put(packageName, history);
        }
        return history;
    }
}
