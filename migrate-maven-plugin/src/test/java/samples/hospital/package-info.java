/** A hospital: every way to map an inheritance, and deep hierarchies of mapped superclasses. */
package samples.hospital;
