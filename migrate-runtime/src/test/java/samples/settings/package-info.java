/** What a project sets in code. */
package samples.settings;
