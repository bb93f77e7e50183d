package dev.parley.access.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.List;

/**
 * Checks what authenticators answer, by the rules of WebAuthn level 3: our origin, our challenge, the person verified and present. Which
 * model of authenticator it is nobody asks (attestation "none").
 */
@ApplicationScoped
public class PasskeyCheck {
    /** COSE numbers of the signatures that we ask for, best first: ES256 and RS256. */
    public static final List<Integer> ALGORITHMS = List.of(-7, -257);

    private static final boolean VERIFIED = true;
    private static final boolean PRESENT = true;
    private static final List<PublicKeyCredentialParameters> KINDS =
            List.of(kind(COSEAlgorithmIdentifier.ES256), kind(COSEAlgorithmIdentifier.RS256));

    /** Made when the first passkey comes, and once: both are for all threads. */
    private static final class Library {
        private static final ObjectConverter CONVERTER = new ObjectConverter();
        private static final WebAuthnManager MANAGER = WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);
        private static final AttestedCredentialDataConverter CREDENTIALS =
                new AttestedCredentialDataConverter(CONVERTER);
    }

    /**
     * A new passkey.
     *
     * @param challenge the one that was sent for it
     * @return what to keep of it
     * @throws NotProven if it is not one that was made for us, now, by a verified person
     */
    public KeptKey made(RelyingParty us, byte[] challenge, byte[] clientData, byte[] attestation) throws NotProven {
        try {
            var request = new RegistrationRequest(attestation, clientData);
            var wanted = new RegistrationParameters(server(us, challenge), KINDS, VERIFIED, PRESENT);
            var made = Library.MANAGER
                    .verify(request, wanted)
                    .getAttestationObject()
                    .getAuthenticatorData();
            byte[] kept = Library.CREDENTIALS.convert(made.getAttestedCredentialData());
            return new KeptKey(text(kept), made.getSignCount(), made.isFlagBE(), made.isFlagBS());
        } catch (WebAuthnException | IllegalArgumentException e) {
            throw new NotProven(e);
        }
    }

    /** The id of the credential in what is kept, base64url, as browsers name it. */
    public String id(KeptKey kept) {
        return text(Library.CREDENTIALS.extractCredentialId(bytes(kept.credential())));
    }

    /**
     * A use of a passkey.
     *
     * @param challenge the one that was sent for it
     * @return what to keep of it from now on
     * @throws Copied if an older state of the key was used
     * @throws NotProven if it was not used for us, now, by a verified person
     */
    public KeptKey used(RelyingParty us, byte[] challenge, KeptKey kept, Assertion answer) throws NotProven {
        try {
            var request = new AuthenticationRequest(
                    answer.credentialId(),
                    answer.userHandle(),
                    answer.authenticatorData(),
                    answer.clientData(),
                    answer.signature());
            var wanted = new AuthenticationParameters(
                    server(us, challenge), record(kept), List.of(answer.credentialId()), VERIFIED, PRESENT);
            var now = Library.MANAGER.verify(request, wanted).getAuthenticatorData();
            return new KeptKey(kept.credential(), now.getSignCount(), kept.backupEligible(), now.isFlagBS());
        } catch (MaliciousCounterValueException e) {
            throw new Copied(e);
        } catch (WebAuthnException | IllegalArgumentException e) {
            throw new NotProven(e);
        }
    }

    private CredentialRecordImpl record(KeptKey kept) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                VERIFIED,
                kept.backupEligible(),
                kept.backedUp(),
                kept.signCount(),
                Library.CREDENTIALS.convert(bytes(kept.credential())),
                null,
                null,
                null,
                null);
    }

    private static ServerProperty server(RelyingParty us, byte[] challenge) {
        return ServerProperty.builder()
                .origin(new Origin(us.origin()))
                .rpId(us.id())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private static PublicKeyCredentialParameters kind(COSEAlgorithmIdentifier algorithm) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
