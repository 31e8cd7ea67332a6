package app;

interface Other {
    String B2 = "b2";
}
