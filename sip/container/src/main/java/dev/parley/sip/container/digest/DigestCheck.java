package dev.parley.sip.container.digest;

import dev.parley.sip.container.address.AnyUri;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.servlet.sip.ServletParseException;

/**
 * Decides who somebody is. Unknown names get the same answers in the same time as wrong passwords; five wrong ones from
 * one address for one name, or fifty from one address, are followed by a ban.
 */
public final class DigestCheck {
    private static final int FAILURES_OF_A_NAME = 5;
    private static final int FAILURES_OF_AN_ADDRESS = 50;
    private static final int REMEMBERED = 10_000;

    private final String realm;
    private final Nonces nonces;
    private final AlgorithmChoice choice;
    private final Patience names;
    private final Patience addresses;
    private final String nobody = DigestAlgorithm.SHA_256.hash("nobody:" + System.identityHashCode(this));

    /** What is known of a name. @param <S> its secret's type */
    public interface Secrets<S> {
        /** The secret of that name, if there is one. */
        Optional<S> find(String username);

        /** H(name:realm:password) of it. */
        String ha1(S secret, DigestAlgorithm algorithm);
    }

    /** What was found out. */
    public sealed interface Outcome<S> {}

    /** It is who he says. */
    public record Proven<S>(String username, S secret) implements Outcome<S> {}

    /** Nothing is proven. @param stale whether only the nonce was too old, so the same password will do */
    public record Unproven<S>(boolean stale) implements Outcome<S> {}

    /** Too many failures. */
    public record Banned<S>(Duration forAnother) implements Outcome<S> {}

    public DigestCheck(String realm, Clock clock) {
        this.realm = realm;
        this.nonces = new Nonces(clock, REMEMBERED);
        this.choice = new AlgorithmChoice(clock, REMEMBERED);
        this.names = new Patience(clock, FAILURES_OF_A_NAME, REMEMBERED);
        this.addresses = new Patience(clock, FAILURES_OF_AN_ADDRESS, REMEMBERED);
    }

    /**
     * The challenges to answer with; each is the value of one header.
     *
     * @param headers the request's Authorization headers
     * @param name who the request says it is from
     * @param address where it came from
     */
    public List<String> challenges(List<String> headers, String name, String address, boolean stale) {
        String nonce = nonces.issue(address);
        return choice.offer(key(address, name), headers).stream()
                .map(algorithm -> "Digest realm=\"" + realm + "\", nonce=\"" + nonce + "\", algorithm="
                        + algorithm.token() + ", qop=\"auth\"" + (stale ? ", stale=true" : ""))
                .toList();
    }

    /**
     * Judges one request.
     *
     * @param headers its Authorization headers
     * @param uri its request URI, which the digest must cover
     * @param address where it came from
     */
    public <S> Outcome<S> judge(List<String> headers, String method, String uri, String address, Secrets<S> secrets) {
        Credentials given = headers.stream()
                .map(Credentials::parse)
                .flatMap(Optional::stream)
                .filter(c -> c.realm().equals(realm))
                .findFirst()
                .orElse(null);
        if (given == null) {
            return new Unproven<>(false);
        }
        Duration ban = longer(addresses.banned(address), names.banned(key(address, given.username())));
        if (!ban.isZero()) {
            return new Banned<>(ban);
        }
        if (!nonces.isFresh(given.nonce(), address)) {
            return new Unproven<>(true);
        }
        Optional<S> secret = secrets.find(given.username());
        String ha1 = secret.map(s -> secrets.ha1(s, given.algorithm())).orElse(nobody);
        boolean right = isRight(ha1, given, method) && secret.isPresent() && covers(given.uri(), uri);
        return right ? proven(given, secret.get(), address) : wrong(given, address);
    }

    private <S> Outcome<S> proven(Credentials given, S secret, String address) {
        if (!nonces.use(given.nonce(), given.count())) {
            return new Unproven<>(true);
        }
        choice.proven(key(address, given.username()), given.algorithm());
        names.succeeded(key(address, given.username()));
        return new Proven<>(given.username(), secret);
    }

    private <S> Outcome<S> wrong(Credentials given, String address) {
        names.failed(key(address, given.username()));
        addresses.failed(address);
        return new Unproven<>(false);
    }

    private static boolean isRight(String ha1, Credentials given, String method) {
        byte[] expected = given.algorithm().response(ha1, given, method).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, given.response().getBytes(StandardCharsets.US_ASCII));
    }

    /** The digest's URI is the request's, literally or by meaning: else it was made for another request. */
    private static boolean covers(String digestUri, String requestUri) {
        if (digestUri.equals(requestUri)) {
            return true;
        }
        try {
            return AnyUri.parse(digestUri).equals(AnyUri.parse(requestUri));
        } catch (ServletParseException e) {
            return false;
        }
    }

    private static String key(String address, String name) {
        return address + ' ' + name;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
