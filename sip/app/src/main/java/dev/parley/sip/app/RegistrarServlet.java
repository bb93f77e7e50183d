package dev.parley.sip.app;

import dev.parley.call.Binding;
import dev.parley.call.DeskPhones;
import dev.parley.call.PhoneSecret;
import dev.parley.company.AccessSuspended;
import dev.parley.shared.Caller;
import dev.parley.sip.container.digest.DigestCheck.Banned;
import dev.parley.sip.container.digest.DigestCheck.Outcome;
import dev.parley.sip.container.digest.DigestCheck.Proven;
import dev.parley.sip.container.digest.DigestCheck.Unproven;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.annotation.SipServlet;

/** Registers desk phones (RFC 3261 section 10.3): who proves a phone's secret says where that phone can be reached. */
@Dependent
@SipServlet(name = RegistrarServlet.NAME)
public class RegistrarServlet extends javax.servlet.sip.SipServlet {
    static final String NAME = "registrar";

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    @Inject
    transient DeskPhones phones;

    @Inject
    transient PhoneGuard guard;

    @Inject
    transient Clock clock;

    @Override
    protected void doRegister(SipServletRequest request) throws IOException {
        Outcome<PhoneSecret> outcome = guard.judge(request);
        if (outcome instanceof Proven<PhoneSecret> proven) {
            register(request, proven);
        } else if (outcome instanceof Banned<PhoneSecret> banned) {
            SipServletResponse refusal = request.createResponse(SipServletResponse.SC_FORBIDDEN, "Too Many Failures");
            refusal.setHeader("Retry-After", String.valueOf(banned.forAnother().toSeconds() + 1));
            refusal.send();
        } else if (outcome instanceof Unproven<PhoneSecret> unproven) {
            SipServletResponse challenge = request.createResponse(SipServletResponse.SC_UNAUTHORIZED);
            for (String value : guard.challenges(request, unproven.stale())) {
                challenge.addHeader("WWW-Authenticate", value);
            }
            challenge.send();
        }
    }

    private void register(SipServletRequest request, Proven<PhoneSecret> phone) throws IOException {
        try {
            Registration registration = Registration.read(request, phone.username());
            Registration.Verdict verdict =
                    phones.register(Caller.DESK, phone.secret().phone(), registration);
            if (verdict.refusal() != null) {
                throw verdict.refusal();
            }
            accept(request, verdict);
        } catch (AccessSuspended suspended) {
            request.createResponse(SipServletResponse.SC_FORBIDDEN, "Access Suspended")
                    .send();
        } catch (RegistrationRefused refused) {
            SipServletResponse refusal = request.createResponse(refused.status(), refused.getMessage());
            refused.headers().forEach(refusal::setHeader);
            refusal.send();
        }
    }

    private void accept(SipServletRequest request, Registration.Verdict verdict) throws IOException {
        SipServletResponse answer = request.createResponse(SipServletResponse.SC_OK);
        for (Binding binding : verdict.bindings()) {
            answer.addHeader("Contact", Registration.contact(binding, verdict.at()));
        }
        answer.setHeader("Date", DATE.format(clock.instant()));
        answer.send();
    }
}
