/** Tests that run inside the server, beside the desk: Arquillian packs them into the real WAR on Payara Micro. Once on H2, once on PostgreSQL. */
package dev.parley.container;
