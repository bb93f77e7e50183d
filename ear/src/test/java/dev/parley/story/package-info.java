/** What people do with Parley, told in the words of the glossary and played in a real browser against a running server. */
package dev.parley.story;
