/** How passwords are kept and compared. Nothing outside the access feature sees a hash. */
package dev.parley.access.password;
