package dev.migrate.config;

import java.util.List;

/**
 * The settings that the command line may name without the prefix. Few, and read from the command line only: Maven has
 * properties of its own ({@code revision} is its word for a project's version), and so have POMs.
 */
final class ShortForms {

    static final List<String> NAMES = List.of(
            Catalogue.TO.name(),
            Catalogue.MESSAGE.name(),
            Catalogue.AUTOGENERATE.name(),
            Catalogue.VERBOSE.name(),
            Catalogue.SQL.name());

    private ShortForms() {}
}
