package dev.parley.web.socket.transport;

import java.util.List;

/** Keeps what is sent to it, and a close as {@code closed CODE}; everything is written at no time at all, and nobody is told so. */
public final class RecordingConnection implements Connection {
    private final List<String> sent;

    public RecordingConnection(List<String> sent) {
        this.sent = sent;
    }

    @Override
    public String id() {
        return "s1";
    }

    @Override
    public void send(String frame) {
        sent.add(frame);
    }

    @Override
    public void send(String frame, Runnable written) {
        sent.add(frame);
    }

    @Override
    public void sendPage(List<String> frames, Runnable written) {
        sent.addAll(frames);
    }

    @Override
    public void close(CloseCode code, String reason) {
        sent.add("closed " + code);
    }

    @Override
    public boolean isOpen() {
        return true;
    }
}
