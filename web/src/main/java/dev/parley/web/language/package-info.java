/**
 * In which language the pages speak to whom, and their words: a bundle {@code messages_<language>.properties} a language, all with the same
 * keys. The widget's words are in its own jar.
 */
package dev.parley.web.language;
