/** What Arquillian needs to know of our servers. Stays outside: none of it is packed with the tests. */
package dev.parley.container.arquillian;
