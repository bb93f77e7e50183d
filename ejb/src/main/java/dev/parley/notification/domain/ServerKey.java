package dev.parley.notification.domain;

import dev.parley.notification.push.P256;
import dev.parley.notification.push.Vapid;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;

/** The pair of keys by which push services know this Parley. Made once: with another one every subscription would be worth nothing. */
@Entity
@Table(name = "push_key")
public class ServerKey {
    /** There is one. */
    public static final int ONLY = 1;

    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    @Id
    private int id;

    @Column(name = "public_key")
    private String publicKey;

    @Column(name = "private_key")
    private String privateKey;

    protected ServerKey() {}

    /** A new pair. */
    public static ServerKey make() {
        KeyPair pair = P256.make();
        ServerKey key = new ServerKey();
        key.id = ONLY;
        key.publicKey = TEXT.encodeToString(P256.point((ECPublicKey) pair.getPublic()));
        key.privateKey = TEXT.encodeToString(P256.number((ECPrivateKey) pair.getPrivate()));
        return key;
    }

    /** The keys in use, for an operator who can be reached at {@code contact}. */
    public Vapid vapid(String contact) {
        return new Vapid(publicKey, P256.privateKey(Base64.getUrlDecoder().decode(privateKey)), contact);
    }
}
