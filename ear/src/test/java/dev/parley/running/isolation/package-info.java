/**
 * Nobody reads or changes what is not his: every route, every frame and every page, asked by every role and with the ids of another
 * company. What there is to ask is found at run time (OpenAPI, the sealed frame types, the files under {@code webapp}); the tables here
 * say who may, and something that no table knows fails.
 */
package dev.parley.running.isolation;
