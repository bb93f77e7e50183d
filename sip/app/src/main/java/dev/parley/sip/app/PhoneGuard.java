package dev.parley.sip.app;

import dev.parley.call.DeskPhones;
import dev.parley.call.PhoneSecret;
import dev.parley.shared.Caller;
import dev.parley.sip.container.digest.DigestAlgorithm;
import dev.parley.sip.container.digest.DigestCheck;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipURI;

/** Knows which phone speaks: one for all servlets, so that failures at one count at all. */
@ApplicationScoped
public class PhoneGuard {
    @Inject
    DeskPhones phones;

    @Inject
    Clock clock;

    private DigestCheck check;

    @PostConstruct
    void open() {
        check = new DigestCheck(DeskPhones.REALM, clock);
    }

    /** Who sent the request, as far as it proves it. */
    public DigestCheck.Outcome<PhoneSecret> judge(SipServletRequest request) {
        String uri = request.getRequestURI().toString();
        return check.judge(
                authorization(request), request.getMethod(), uri, request.getRemoteAddr(), new Known(phones));
    }

    /** What to answer to those who proved nothing. */
    public List<String> challenges(SipServletRequest request, boolean stale) {
        String name = request.getFrom().getURI() instanceof SipURI uri ? uri.getUser() : null;
        return check.challenges(authorization(request), name, request.getRemoteAddr(), stale);
    }

    private static List<String> authorization(SipServletRequest request) {
        List<String> given = new ArrayList<>();
        request.getHeaders("Authorization").forEachRemaining(given::add);
        return given;
    }

    private record Known(DeskPhones phones) implements DigestCheck.Secrets<PhoneSecret> {
        @Override
        public Optional<PhoneSecret> find(String username) {
            return phones.secret(Caller.DESK, username);
        }

        @Override
        public String ha1(PhoneSecret secret, DigestAlgorithm algorithm) {
            return switch (algorithm) {
                case SHA_256 -> secret.ha1Sha256();
                case MD5 -> secret.ha1Md5();
            };
        }
    }
}
