package dev.parley.bench;

/** One thing that can be tried against Parley: it does it, and writes what it saw into the report. */
@FunctionalInterface
public interface Program {

    /**
     * Runs to its end, bounded in time, and leaves no process behind.
     *
     * @param options what the command line asked for; unknown options are refused before anything starts
     * @param report takes tables, notes and checks; a failed check makes the whole run fail
     * @throws Exception if the program could not be carried out at all, which is a failure too
     */
    void run(Options options, Report report) throws Exception;
}
