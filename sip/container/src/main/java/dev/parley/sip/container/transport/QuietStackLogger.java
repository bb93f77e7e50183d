package dev.parley.sip.container.transport;

import gov.nist.core.StackLogger;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * JAIN-SIP's log, in java.util.logging: its own default needs log4j 1. Found by name, so it must lie in the same class
 * loader as JAIN-SIP. What strangers send may fill no log, hence nothing above FINE for what a message can cause.
 */
public final class QuietStackLogger implements StackLogger {
    private static final Logger LOG = Logger.getLogger("dev.parley.sip.stack");

    @Override
    public void logException(Throwable e) {
        LOG.log(Level.FINE, "In the SIP stack", e);
    }

    @Override
    public void logFatalError(String message) {
        LOG.severe(message);
    }

    @Override
    public void logError(String message) {
        LOG.fine(message);
    }

    @Override
    public void logError(String message, Exception e) {
        LOG.log(Level.FINE, message, e);
    }

    @Override
    public void logWarning(String message) {
        LOG.fine(message);
    }

    @Override
    public void logInfo(String message) {
        LOG.finer(message);
    }

    @Override
    public void logDebug(String message) {
        // far too much to be of use
    }

    @Override
    public void logDebug(String message, Exception e) {
        // far too much to be of use
    }

    @Override
    public void logTrace(String message) {
        // far too much to be of use
    }

    @Override
    public void logStackTrace() {
        // far too much to be of use
    }

    @Override
    public void logStackTrace(int level) {
        // far too much to be of use
    }

    @Override
    public boolean isLoggingEnabled() {
        return false;
    }

    @Override
    public boolean isLoggingEnabled(int level) {
        return level == TRACE_ERROR && LOG.isLoggable(Level.FINE);
    }

    @Override
    public int getLineCount() {
        return 0;
    }

    @Override
    public void disableLogging() {
        // levels are set in java.util.logging
    }

    @Override
    public void enableLogging() {
        // levels are set in java.util.logging
    }

    @Override
    public void setBuildTimeStamp(String stamp) {
        // of no interest
    }

    @Override
    public void setStackProperties(Properties properties) {
        // levels are set in java.util.logging
    }

    @Override
    public String getLoggerName() {
        return LOG.getName();
    }
}
