package dev.migrate.config;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The Maven profiles that a project knows, for the check that an environment's name means something.
 *
 * @param declared the ids of all profiles
 * @param active the ids of those that are active
 */
public record Profiles(SortedSet<String> declared, SortedSet<String> active) {

    /** No profiles: the settings are not read by Maven. */
    public static final Profiles NONE = new Profiles(new TreeSet<>(), new TreeSet<>());

    public Profiles {
        declared = Collections.unmodifiableSortedSet(new TreeSet<>(declared));
        active = Collections.unmodifiableSortedSet(new TreeSet<>(active));
    }
}
