package dev.parley.sip.app;

import dev.parley.sip.container.SipContainer;
import dev.parley.sip.container.SipSettings;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Parley's servlets in a container of their own, on a random port, without a server. */
final class Registrar implements AutoCloseable {
    final MemoryPhones phones = new MemoryPhones(Clock.systemUTC());
    final int port;
    private final SipContainer container;

    Registrar(int port) throws Exception {
        this.port = port;
        PhoneGuard guard = new PhoneGuard();
        guard.phones = phones;
        guard.clock = Clock.systemUTC();
        guard.open();
        OptionsServlet options = new OptionsServlet();
        options.phones = phones;
        RegistrarServlet registrar = new RegistrarServlet();
        registrar.phones = phones;
        registrar.guard = guard;
        registrar.clock = Clock.systemUTC();
        container = SipContainer.start(
                SipSettings.of(InetAddress.getLoopbackAddress(), port, Set.of(OptionsServlet.ALLOW.split(", "))),
                List.of(options, registrar, new SwitchboardServlet()));
    }

    @Override
    public void close() {
        container.close();
    }
}
