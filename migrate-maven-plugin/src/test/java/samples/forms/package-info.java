/** Forms: enums of all kinds, converters, defaults, checks, generated columns and comments. */
package samples.forms;
