/** A bank: names are left to the naming strategies of Spring Boot. */
package samples.bank;
