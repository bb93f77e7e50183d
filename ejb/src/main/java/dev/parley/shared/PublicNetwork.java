package dev.parley.shared;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Which addresses the server may ask for somebody else: it must not become a way into its own network. */
public final class PublicNetwork {
    private PublicNetwork() {}

    /** Whether the address is of the public network: no loopback, no private network, nothing reserved. */
    public static boolean has(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) return false;
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) return isPublic4(bytes);
        return address instanceof Inet6Address && isPublic6(bytes);
    }

    /** Not this network, carriers' own, protocol assignments, measuring, reserved. */
    private static boolean isPublic4(byte[] b) {
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        boolean special = first == 0
                || first >= 240
                || first == 100 && (second & 0xc0) == 64
                || first == 192 && second == 0 && (b[2] == 0 || b[2] == 2)
                || first == 198 && (second & 0xfe) == 18;
        return !special;
    }

    /** Only what is given out to the world (2000::/3), and of that nothing in which an older address hides (6to4, Teredo). */
    private static boolean isPublic6(byte[] b) {
        boolean global = (b[0] & 0xe0) == 0x20;
        boolean sixToFour = b[0] == 0x20 && b[1] == 0x02;
        boolean teredo = b[0] == 0x20 && b[1] == 0x01 && b[2] == 0 && b[3] == 0;
        return global && !sixToFour && !teredo;
    }
}
