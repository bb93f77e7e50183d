/** Routes of the contract whose features do not exist yet. They ask for the permission like the real ones will, then say 501. */
package dev.parley.web.rest.notbuilt;
