/** The same where a schema is called a catalog. */
package samples.branches;
