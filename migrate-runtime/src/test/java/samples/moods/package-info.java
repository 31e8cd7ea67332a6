/** Enum types of PostgreSQL's own. */
package samples.moods;
