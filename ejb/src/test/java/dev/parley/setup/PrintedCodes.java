package dev.parley.setup;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The set-up codes in the log, as an operator reads them. */
final class PrintedCodes extends Handler {
    private static final Pattern CODE = Pattern.compile("set-up code ([0-9a-f]{4}(?:-[0-9a-f]{4}){5}) until");

    // kept: the log manager holds loggers weakly
    private final Logger log = Logger.getLogger(SetUp.class.getName());
    private final List<String> codes = new CopyOnWriteArrayList<>();

    PrintedCodes() {
        log.addHandler(this);
    }

    List<String> all() {
        return codes;
    }

    String last() {
        return codes.get(codes.size() - 1);
    }

    @Override
    public void publish(LogRecord line) {
        Matcher found = CODE.matcher(new SimpleFormatter().formatMessage(line));
        if (found.find()) codes.add(found.group(1));
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        log.removeHandler(this);
    }
}
