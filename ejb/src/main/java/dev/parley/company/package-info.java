/**
 * The company that runs the desk, its sites, departments and labels: {@link dev.parley.company.Companies}, {@link dev.parley.company.Sites},
 * {@link dev.parley.company.Departments}, {@link dev.parley.company.Labels}. Whether somebody can be reached is told by whoever implements
 * {@link dev.parley.company.Availability}. Knows of people only their keys, and no other feature.
 */
package dev.parley.company;
