package dev.parley.hours;

/**
 * Of what hours are asked, in the names that leave the building.
 *
 * @param site a site's key, or null
 * @param department a department's public id, or null
 * @param channel null for whichever
 */
public record HoursPath(String site, String department, Channel channel) {
    public static final HoursPath COMPANY = new HoursPath(null, null, null);
}
