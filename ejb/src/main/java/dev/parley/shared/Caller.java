package dev.parley.shared;

/**
 * Who asks. Every door takes it as its first parameter: a socket's thread has no identity of the container, so identity is said, not
 * inherited, and the same check holds for REST, sockets, pages and SIP. Made only by {@code access} (from a token or a session), by
 * {@code visitor} and by {@code operator}.
 */
public sealed interface Caller {
    /** Nobody is signed in. */
    record Nobody() implements Caller {}

    /** The system itself: timers, start-up. Never made from a request. */
    record Desk() implements Caller {}

    /**
     * A colleague of one company. {@code publicId} is what others see. {@code signIn} is the sign-in's key, for revoking. {@code address} is
     * where this request comes from, for the audit log; null where nobody knows. {@code via} is the name of the API token with which a
     * program asks in the colleague's name, without a sign-in then; null where a person asks.
     */
    record Staff(
            long companyId,
            long accountId,
            String publicId,
            String name,
            HeldRole role,
            long signIn,
            String address,
            String via)
            implements Caller {
        private static final int LONGEST_NAME = 120;

        public Staff(long companyId, long accountId, String publicId, String name, Role role, long signIn) {
            this(companyId, accountId, publicId, name, HeldRole.of(role), signIn, null, null);
        }

        /** The same colleague, allowed something else. */
        public Staff with(HeldRole now) {
            return new Staff(companyId, accountId, publicId, name, now, signIn, address, via);
        }

        /** The same colleague, asking from there. */
        public Staff from(String where) {
            return new Staff(companyId, accountId, publicId, name, role, signIn, where, via);
        }

        /** Who did it, as the audit log keeps it: at most 120 characters, the token beside the name. */
        public String signature() {
            if (via == null) return name;
            String both = name + " · " + via;
            if (both.length() <= LONGEST_NAME) return both;
            // half a surrogate pair is no text
            int end = Character.isHighSurrogate(both.charAt(LONGEST_NAME - 1)) ? LONGEST_NAME - 1 : LONGEST_NAME;
            return both.substring(0, end);
        }
    }

    /** Whoever runs this installation, for all companies. {@code address} is where the request comes from. */
    record Operator(String address) implements Caller {
        /** As a company's own doors and its audit log know the operator: nobody's account, and nothing is shut. */
        public Staff in(long companyId) {
            return new Staff(companyId, 0, "operator", "Operator", HeldRole.of(Role.OWNER), 0, address, null);
        }
    }

    /** A visitor of one site. */
    record Visitor(long companyId, long siteId, long visitorId, String publicId, String name) implements Caller {}

    Caller NOBODY = new Nobody();
    Caller DESK = new Desk();

    /**
     * The colleague who asks, if the role may.
     *
     * @throws Unauthorized if nobody is signed in
     * @throws Forbidden if a visitor asks, or the role lacks the permission
     */
    default Staff require(Permission permission) {
        Staff staff = requireStaff();
        if (!staff.role().may(permission)) throw new Forbidden("Your role may not do this.");
        return staff;
    }

    /**
     * The colleague who asks, if the role may one of these: what several need to look at belongs to none of them alone.
     *
     * @throws Unauthorized if nobody is signed in
     * @throws Forbidden if a visitor asks, or the role lacks all of them
     */
    default Staff requireAny(Permission... permissions) {
        Staff staff = requireStaff();
        for (Permission permission : permissions) if (staff.role().may(permission)) return staff;
        throw new Forbidden("Your role may not do this.");
    }

    /** Any colleague. @throws Unauthorized if nobody is signed in @throws Forbidden if a visitor asks */
    default Staff requireStaff() {
        if (this instanceof Staff staff) return staff;
        if (this instanceof Nobody) throw new Unauthorized("Sign in first.");
        throw new Forbidden("This is for the company's own people.");
    }

    /** Whoever runs the installation. @throws Unauthorized if nobody is known @throws Forbidden if anybody else asks */
    default Operator requireOperator() {
        if (this instanceof Operator operator) return operator;
        if (this instanceof Nobody) throw new Unauthorized("Show the operator's token.");
        throw new Forbidden("This is for the operator of this installation.");
    }

    /** The visitor who asks. @throws Unauthorized if nobody is known @throws Forbidden if a colleague asks */
    default Visitor requireVisitor() {
        if (this instanceof Visitor visitor) return visitor;
        if (this instanceof Nobody) throw new Unauthorized("Open a visitor's session first.");
        throw new Forbidden("This is for visitors.");
    }
}
