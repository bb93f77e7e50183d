package dev.parley.operator;

import dev.parley.db.Settings;
import dev.parley.shared.Caller;
import dev.parley.shared.Digests;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Knows the operator by {@code PARLEY_OPERATOR_TOKEN}. Where that is not set, nobody is the operator. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class OperatorToken {
    /** The setting; the start refuses one that is shorter than 32 characters. */
    public static final String SETTING = "PARLEY_OPERATOR_TOKEN";

    /** The operator, asking from that address, if that is the token. Takes the same time whatever differs. */
    public Optional<Caller> recognise(String shown, String address) {
        return Settings.find(SETTING).filter(token -> same(token, shown)).map(token -> new Caller.Operator(address));
    }

    private static boolean same(String token, String shown) {
        return MessageDigest.isEqual(bytes(token), bytes(shown == null ? "" : shown));
    }

    /** As long for every text: how long the token is, is not told either. */
    private static byte[] bytes(String text) {
        return Digests.sha256(text).getBytes(StandardCharsets.US_ASCII);
    }
}
