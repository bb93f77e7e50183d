package dev.parley.sip.container.address;

import java.util.Locale;
import java.util.regex.Pattern;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.TelURL;

/** A tel URI (RFC 3966). Visual separators are kept for show and ignored in comparison. */
public final class TelUri extends AnyUri implements TelURL {
    // possessive: a long number with one wrong character must fail in one pass
    private static final Pattern GLOBAL = Pattern.compile("\\+[().-]*+[0-9][0-9().-]*+");
    private static final Pattern LOCAL = Pattern.compile("[().-]*+[0-9A-Fa-f*#][0-9A-Fa-f*#().-]*+");
    private static final String CONTEXT = "phone-context";

    private String number;

    private TelUri(String number, Parameters parameters) {
        super("tel", "", parameters);
        this.number = number;
    }

    static TelUri ofNumber(String text) throws ServletParseException {
        int semicolon = text.indexOf(';');
        String number = semicolon < 0 ? text : text.substring(0, semicolon);
        Parameters parameters = semicolon < 0 ? new Parameters() : Parameters.ofUri(text.substring(semicolon + 1));
        boolean local = LOCAL.matcher(number).matches();
        if (!GLOBAL.matcher(number).matches() && !local) {
            throw new ServletParseException("Bad telephone number: " + number);
        }
        return new TelUri(number, parameters);
    }

    @Override
    public boolean isGlobal() {
        return number.startsWith("+");
    }

    /** The number without its leading plus. */
    @Override
    public String getPhoneNumber() {
        return isGlobal() ? number.substring(1) : number;
    }

    @Override
    public String getPhoneContext() {
        return getParameter(CONTEXT);
    }

    /** @throws IllegalArgumentException if the number is not global, since a local one needs a context */
    @Override
    public void setPhoneNumber(String global) {
        if (!GLOBAL.matcher(global).matches()) {
            throw new IllegalArgumentException("Not a global number: " + global);
        }
        number = global;
        removeParameter(CONTEXT);
    }

    /** @throws IllegalArgumentException if the number is not a local one */
    @Override
    public void setPhoneNumber(String local, String context) {
        if (!LOCAL.matcher(local).matches()) {
            throw new IllegalArgumentException("Not a local number: " + local);
        }
        number = local;
        setParameter(CONTEXT, context);
    }

    private String digits() {
        return number.replaceAll("[().-]", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public TelURL clone() {
        return new TelUri(number, new Parameters(parameters()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TelUri that
                && digits().equals(that.digits())
                && parameters().names().equals(that.parameters().names())
                && parameters().agreesWith(that.parameters());
    }

    @Override
    public int hashCode() {
        return digits().hashCode();
    }

    @Override
    public String toString() {
        return "tel:" + number + parameters().toUriString();
    }
}
