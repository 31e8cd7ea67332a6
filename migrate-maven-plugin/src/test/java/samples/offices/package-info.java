/** Tables in several schemas that refer to each other. */
package samples.offices;
