package dev.parley.sip.container.transport;

import gov.nist.core.ServerLogger;
import gov.nist.javax.sip.message.SIPMessage;
import java.util.Properties;
import javax.sip.SipStack;

/**
 * Keeps messages out of the log: they carry names, numbers and credentials. Found by name, so it must lie in the same
 * class loader as JAIN-SIP.
 */
public final class QuietServerLogger implements ServerLogger {
    @Override
    public void logMessage(SIPMessage message, String from, String to, boolean sender, long time) {
        // messages are never logged
    }

    @Override
    public void logMessage(SIPMessage message, String from, String to, String status, boolean sender, long time) {
        // messages are never logged
    }

    @Override
    public void logMessage(SIPMessage message, String from, String to, String status, boolean sender) {
        // messages are never logged
    }

    @Override
    public void logException(Exception e) {
        // the stack's logger has it too
    }

    @Override
    public void closeLogFile() {
        // there is none
    }

    @Override
    public void setStackProperties(Properties properties) {
        // nothing to set
    }

    @Override
    public void setSipStack(SipStack stack) {
        // not needed
    }
}
