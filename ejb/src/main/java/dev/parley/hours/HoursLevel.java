package dev.parley.hours;

import java.util.Comparator;

/**
 * Of what hours are said: of the whole company, or of what is named of site, department and channel together. Where levels differ the more
 * special one is right: a channel is more special than a department, that more than a site, that more than the company.
 *
 * @param siteId key of a site, or null for all
 * @param departmentId key of a department, or null for all
 * @param channel null for all
 */
public record HoursLevel(Long siteId, Long departmentId, Channel channel) implements Comparable<HoursLevel> {
    public static final HoursLevel COMPANY = new HoursLevel(null, null, null);

    /** The most special thing that a level names. */
    public enum Name {
        COMPANY,
        SITE,
        DEPARTMENT,
        CHANNEL
    }

    public Name name() {
        if (channel != null) return Name.CHANNEL;
        if (departmentId != null) return Name.DEPARTMENT;
        return siteId != null ? Name.SITE : Name.COMPANY;
    }

    /** Whether what is said of this level holds for {@code asked} too. */
    public boolean holdsFor(HoursLevel asked) {
        return (siteId == null || siteId.equals(asked.siteId))
                && (departmentId == null || departmentId.equals(asked.departmentId))
                && (channel == null || channel == asked.channel);
    }

    /** Unique in its company, as it stands in the database: {@code s51 d52 cchat}. */
    public String key() {
        return "s" + (siteId == null ? "*" : siteId)
                + " d" + (departmentId == null ? "*" : departmentId)
                + " c" + (channel == null ? "*" : channel.wire());
    }

    /** The more general first. */
    @Override
    public int compareTo(HoursLevel other) {
        return Comparator.comparingInt(HoursLevel::rank)
                .thenComparing(HoursLevel::key)
                .compare(this, other);
    }

    private int rank() {
        return (channel == null ? 0 : 4) + (departmentId == null ? 0 : 2) + (siteId == null ? 0 : 1);
    }
}
