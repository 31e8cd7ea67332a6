/** A school, mapped by XML alone. */
package samples.school;
