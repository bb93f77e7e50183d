package dev.parley.sip.app;

import dev.parley.call.Binding;
import dev.parley.call.BindingRule;
import dev.parley.call.DeskPhones;
import dev.parley.call.PhoneSecret;
import dev.parley.company.AccessSuspended;
import dev.parley.shared.Caller;
import dev.parley.sip.container.digest.DigestAlgorithm;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The door of desk phones, with two phones and no database behind it. */
class MemoryPhones extends DeskPhones {
    static final String PASSWORD = "parley-demo";
    private static final Map<String, Long> PHONES = Map.of("1001", 1L, "1002", 2L);

    private final Clock clock;
    private final Map<Long, List<Binding>> bindings = new ConcurrentHashMap<>();
    volatile boolean ready = true;
    volatile boolean suspended;

    MemoryPhones(Clock clock) {
        super(null, clock);
        this.clock = clock;
    }

    @Override
    public Optional<PhoneSecret> secret(Caller caller, String extension) {
        return Optional.ofNullable(PHONES.get(extension))
                .map(id -> new PhoneSecret(
                        id, ha1(extension, DigestAlgorithm.SHA_256), ha1(extension, DigestAlgorithm.MD5)));
    }

    private static String ha1(String extension, DigestAlgorithm algorithm) {
        return algorithm.hash(extension + ":" + REALM + ":" + PASSWORD);
    }

    @Override
    public synchronized <D extends BindingRule.Decision> D register(Caller caller, long phone, BindingRule<D> rule) {
        if (suspended) throw new AccessSuspended("Your company's access is suspended: unpaid", "unpaid");
        D decision = rule.decide(bindings.getOrDefault(phone, List.of()), clock.instant());
        decision.change().ifPresent(change -> bindings.put(phone, change));
        return decision;
    }

    List<Binding> bindings(String extension) {
        return bindings.getOrDefault(PHONES.get(extension), List.of());
    }

    @Override
    public boolean ready(Caller caller) {
        if (!ready) {
            throw new IllegalStateException("no database");
        }
        return true;
    }
}
