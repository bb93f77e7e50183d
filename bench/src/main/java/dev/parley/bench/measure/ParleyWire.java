package dev.parley.bench.measure;

/** Frames of {@code parley.v1}, read by looking for what matters, as a full parse would make the generator the limit. */
final class ParleyWire implements Wire {
    private static final String MARK = "\"text\":\"@";
    private static final String REF = "\"ref\":\"";

    @Override
    public String message(int number, String conversation, long due) {
        return "{\"type\":\"send\",\"ref\":\"" + number + ":" + due + "\",\"clientId\":\"" + number + "-" + due
                + "\",\"conversation\":\"" + conversation + "\",\"text\":\"" + Wire.text(number, due) + "\"}";
    }

    @Override
    public Heard heard(String frame) {
        if (frame.contains("\"type\":\"sent\"")) {
            return Wire.mark(frame, frame.indexOf(REF) + REF.length(), true);
        }
        if (frame.contains("\"type\":\"message\"") && frame.contains(MARK)) {
            return Wire.mark(frame, frame.indexOf(MARK) + MARK.length(), false);
        }
        if (frame.contains("\"type\":\"error\"")) {
            throw new IllegalStateException(frame);
        }
        return null;
    }
}
