/**
 * Tests that run inside the server, beside the desk: Arquillian packs them into the real archive. All of them in the WAR on Payara Micro,
 * once on H2, once on PostgreSQL; {@code DeskInContainerIT} also in the EAR on Payara Server and on WildFly.
 */
package dev.parley.container;
