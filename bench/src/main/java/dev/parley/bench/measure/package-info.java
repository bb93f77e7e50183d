/** What Parley costs, each figure beside that of a bare peer measured in the same run. */
package dev.parley.bench.measure;
