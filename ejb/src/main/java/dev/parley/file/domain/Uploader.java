package dev.parley.file.domain;

import dev.parley.shared.Caller;
import dev.parley.shared.Permission;
import dev.parley.shared.Unauthorized;

/**
 * Who brings a file.
 *
 * @param kind {@code visitor} or {@code agent}
 */
public record Uploader(long companyId, String kind, String publicId) {
    /** @throws Unauthorized if nobody is known @throws Forbidden if the role does not answer visitors */
    public static Uploader of(Caller caller) {
        if (caller instanceof Caller.Visitor visitor) {
            return new Uploader(visitor.companyId(), "visitor", visitor.publicId());
        }
        Caller.Staff staff = caller.require(Permission.ANSWER_CONVERSATIONS);
        return new Uploader(staff.companyId(), "agent", staff.publicId());
    }

    /** Who asks for a file, whatever the role. @throws Unauthorized if nobody is known */
    public static Uploader asking(Caller caller) {
        if (caller instanceof Caller.Staff staff) return new Uploader(staff.companyId(), "agent", staff.publicId());
        Caller.Visitor visitor = caller.requireVisitor();
        return new Uploader(visitor.companyId(), "visitor", visitor.publicId());
    }

    public boolean visitor() {
        return kind.equals("visitor");
    }
}
