/**
 * How a new installation gets its first company and its owner: {@link dev.parley.setup.SetUp}. Whoever can read the log is the operator, so
 * the log has a code that the set-up demands. A demo has its companies already and no set-up.
 * What every company begins with, also one that the operator makes later, is {@link dev.parley.setup.Furnishing}.
 */
package dev.parley.setup;
