/** A clinic: camel case names as Spring has them, another schema, an entity that is a view, numbers by identity. */
package samples.clinic;
