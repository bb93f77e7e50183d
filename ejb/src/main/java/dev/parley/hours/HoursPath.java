package dev.parley.hours;

import java.util.StringJoiner;

/**
 * Of what hours are asked, in the names that leave the building.
 *
 * @param site a site's key, or null
 * @param department a department's public id, or null
 * @param channel null for whichever
 */
public record HoursPath(String site, String department, Channel channel) {
    public static final HoursPath COMPANY = new HoursPath(null, null, null);

    /** As it stands in an address, {@code site=acme&channel=chat}; {@code company} where it names nothing. */
    public String text() {
        StringJoiner text = new StringJoiner("&");
        if (site != null) text.add("site=" + site);
        if (department != null) text.add("department=" + department);
        if (channel != null) text.add("channel=" + channel.wire());
        return text.length() == 0 ? "company" : text.toString();
    }
}
