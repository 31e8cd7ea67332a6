package app;

class Service {

    Missing field; // [compiler]

    int count() {
        return "not a number"; // eclipse [compiler] cannot convert
    }
}
