package samples.moods;

enum Mood {
    SAD,
    FINE
}
