package dev.parley.sip.container.transport;

/** Takes what the listeners receive. Called on their threads, so it must not wait. */
public interface Intake {
    /** One complete message, headers and body. */
    void received(Flow flow, byte[] message);

    /**
     * The peer sent something that can never become a message.
     *
     * @param start what came until then
     * @param status the answer it deserves, if it began like a request
     */
    void broken(Flow flow, byte[] start, int status, String reason);
}
