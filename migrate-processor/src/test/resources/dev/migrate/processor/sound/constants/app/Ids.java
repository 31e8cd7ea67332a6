package app;

interface Ids {
    String FIRST = "r" + 1;
    String SECOND = FIRST + (char) 46 + 2;
}
