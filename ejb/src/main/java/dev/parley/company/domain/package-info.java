/** Companies, sites, departments and who belongs to them. */
package dev.parley.company.domain;
