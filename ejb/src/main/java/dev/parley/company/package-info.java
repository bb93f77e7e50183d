/**
 * The company that runs the desk, its sites, departments and labels: {@link dev.parley.company.Companies}, {@link dev.parley.company.Sites},
 * {@link dev.parley.company.Departments}, {@link dev.parley.company.Labels}; {@link dev.parley.company.Contacts} and
 * {@link dev.parley.company.DepartmentSettings} are for administrators. Whether somebody can be reached is told by whoever implements
 * {@link dev.parley.company.Availability}. Knows of people only their keys and names, and of other features only the audit log.
 */
package dev.parley.company;
