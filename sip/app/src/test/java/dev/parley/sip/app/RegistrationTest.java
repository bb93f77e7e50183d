package dev.parley.sip.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.call.Binding;
import dev.parley.sip.app.Registration.Contact;
import dev.parley.sip.app.Registration.Origin;
import dev.parley.sip.app.Registration.Verdict;
import dev.parley.sip.container.address.AnyUri;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.servlet.sip.ServletParseException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of RFC 3261 section 10.3, steps 6 to 8. */
@Tag("VOX-3")
class RegistrationTest {
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    @Test
    void a_new_contact_is_added_to_those_there_are() {
        Verdict verdict =
                of("call-2", 1, contact("sip:1001@b", 600)).decide(List.of(bound("sip:1001@a", "call-1", 7)), NOW);

        assertThat(verdict.bindings()).extracting(Binding::contact).containsExactly("sip:1001@a", "sip:1001@b");
        assertThat(verdict.bindings().get(1).expiresAt()).isEqualTo(NOW.plusSeconds(600));
        assertThat(verdict.change()).contains(verdict.bindings());
    }

    @Test
    void a_request_without_contacts_only_asks() {
        List<Binding> there = List.of(bound("sip:1001@a", "call-1", 7));

        Verdict verdict = of("call-1", 8).decide(there, NOW);

        assertThat(verdict.bindings()).isEqualTo(there);
        assertThat(verdict.change()).isEmpty();
        assertThat(verdict.refusal()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        // same Call-ID: only a higher CSeq counts; another Call-ID: the phone has restarted and starts again
        "call-1, 8, true",
        "call-1, 7, false",
        "call-1, 6, false",
        "call-2, 1, true",
    })
    void a_late_or_repeated_request_changes_nothing(String callId, long cseq, boolean taken) {
        List<Binding> there = List.of(bound("sip:1001@a;line=1", "call-1", 7));

        Verdict verdict = of(callId, cseq, contact("sip:1001@a;line=1", 600), contact("sip:1001@c", 600))
                .decide(there, NOW);

        if (taken) {
            assertThat(verdict.bindings()).extracting(Binding::cseq).containsExactly(cseq, cseq);
        } else {
            assertThat(verdict.refusal().status()).isEqualTo(500);
            assertThat(verdict.change()).isEmpty();
            assertThat(verdict.bindings()).isEqualTo(there);
        }
    }

    @Test
    void expiry_zero_removes_that_contact_only_by_whichever_spelling() {
        List<Binding> there = List.of(bound("sip:1001@Host", "call-1", 7), bound("sip:1001@b", "call-1", 7));

        Verdict verdict = of("call-1", 8, contact("sip:%31001@hOST;x=y", 0)).decide(there, NOW);

        assertThat(verdict.bindings()).extracting(Binding::contact).containsExactly("sip:1001@b");
    }

    @Test
    void removing_what_is_not_there_is_no_mistake() {
        Verdict verdict = of("call-1", 8, contact("sip:1001@z", 0)).decide(List.of(), NOW);

        assertThat(verdict.bindings()).isEmpty();
        assertThat(verdict.refusal()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"call-1, 8, true", "call-1, 7, false", "call-2, 1, true"})
    void the_wildcard_removes_all_or_nothing(String callId, long cseq, boolean taken) {
        List<Binding> there = List.of(bound("sip:1001@a", "call-0", 99), bound("sip:1001@b", "call-1", 7));

        Verdict verdict = new Registration(List.of(), true, origin(callId, cseq)).decide(there, NOW);

        if (taken) {
            assertThat(verdict.change()).contains(List.of());
        } else {
            assertThat(verdict.refusal().status()).isEqualTo(500);
            assertThat(verdict.change()).isEmpty();
        }
    }

    @Test
    void the_same_contact_twice_in_one_request_is_one_binding() {
        Verdict verdict = of("call-1", 1, contact("sip:1001@a", 600), contact("sip:1001@a", 900))
                .decide(List.of(), NOW);

        assertThat(verdict.bindings()).hasSize(1);
        assertThat(verdict.bindings().get(0).expiresAt()).isEqualTo(NOW.plusSeconds(900));
    }

    @Test
    void a_phone_is_at_ten_places_at_most() {
        List<Binding> there = IntStream.range(0, Registration.MOST_BINDINGS)
                .mapToObj(i -> bound("sip:1001@h" + i, "call-1", 7))
                .toList();

        assertThat(of("call-1", 8, contact("sip:1001@more", 600))
                        .decide(there, NOW)
                        .refusal()
                        .status())
                .isEqualTo(403);
        assertThat(of("call-1", 8, contact("sip:1001@more", 600), contact("sip:1001@h3", 0))
                        .decide(there, NOW)
                        .bindings())
                .hasSize(Registration.MOST_BINDINGS);
    }

    @Test
    void the_answer_tells_the_time_that_is_left() {
        Binding binding = new Binding("sip:1001@a", "call-1", 1, 700, "udp", "127.0.0.1", 5062, NOW.plusSeconds(90));

        assertThat(Registration.contact(binding, NOW.plusSeconds(30))).isEqualTo("<sip:1001@a>;q=0.7;expires=60");
    }

    private static Registration of(String callId, long cseq, Contact... contacts) {
        return new Registration(new ArrayList<>(List.of(contacts)), false, origin(callId, cseq));
    }

    private static Origin origin(String callId, long cseq) {
        return new Origin(callId, cseq, "udp", "127.0.0.1", 5062);
    }

    private static Contact contact(String uri, int seconds) {
        try {
            return new Contact(AnyUri.parse(uri), seconds, null);
        } catch (ServletParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Binding bound(String contact, String callId, long cseq) {
        return new Binding(contact, callId, cseq, null, "udp", "127.0.0.1", 5062, NOW.plusSeconds(60));
    }
}
