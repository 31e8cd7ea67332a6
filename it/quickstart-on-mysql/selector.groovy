if (!System.getProperty('it.mysql.url')) {
    println 'NOT TESTED: the quickstart on MySQL. Name a server with -Dit.mysql.url=jdbc:mysql://127.0.0.1:3306/?user=root'
    return false
}
true
