package dev.parley.bench.measure;

/** The frames of the bare relay: the very text Parley gets, behind the number of the conversation. */
final class BareWire implements Wire {
    private final ParleyWire product = new ParleyWire();

    @Override
    public String message(int number, String conversation, long due) {
        return number + "|" + product.message(number, conversation, due);
    }

    @Override
    public Heard heard(String frame) {
        int mark = frame.indexOf("\"text\":\"@");
        return Wire.mark(frame, mark + 9, false);
    }
}
