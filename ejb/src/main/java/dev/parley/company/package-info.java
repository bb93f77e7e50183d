/**
 * The company that runs the desk, its sites and its departments: {@link dev.parley.company.Companies}, {@link dev.parley.company.Sites},
 * {@link dev.parley.company.Departments}. Whether somebody can be reached is told by whoever implements
 * {@link dev.parley.company.Availability}. Knows of people only their keys, and no other feature.
 */
package dev.parley.company;
