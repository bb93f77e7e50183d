/** What stands in the archives and in the documents about them. */
package dev.parley.archive;
