package dev.parley.running.production;

import dev.parley.running.HttpsFront;
import dev.parley.running.OwnPostgres;
import dev.parley.running.ParleyRest;
import dev.parley.running.RunningParley;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Parley as an operator installs it: in production, on a PostgreSQL of its own with nothing in it, behind a proxy that speaks https. */
public final class Production implements AutoCloseable {
    private static final Pattern CODE = Pattern.compile("set-up code ([0-9a-f]{4}(?:-[0-9a-f]{4}){5}) until");

    private final HttpsFront front = new HttpsFront();
    private final OwnPostgres postgres = OwnPostgres.start();
    private RunningParley parley;

    private Production() {}

    /** Ready when this returns; the caller closes it. @param more settings beside those that it needs */
    public static Production start(Map<String, String> more) {
        Production production = new Production();
        try {
            production.open(more);
        } catch (RuntimeException | Error e) {
            production.close();
            throw e;
        }
        return production;
    }

    private void open(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(postgres.settings());
        settings.put("PARLEY_MODE", "production");
        settings.put("PARLEY_SECRET", UUID.randomUUID().toString());
        settings.put("PARLEY_PUBLIC_URL", front.url().toString());
        settings.put("PARLEY_BIND", "127.0.0.1");
        settings.put("PARLEY_SIP_BIND", "127.0.0.1");
        settings.putAll(more);
        parley = RunningParley.start(settings);
        front.open(parley.url(), parley.data());
    }

    /** Where people find it, over https. */
    public String url(String path) {
        return front.url().resolve(path).toString();
    }

    /** The server behind the proxy: the proxy carries no sockets. */
    public URI behind() {
        return parley.url();
    }

    /** Its REST interface. */
    public ParleyRest rest() {
        return parley.rest();
    }

    /** The set-up codes, as the operator reads them in the log. */
    public List<String> codes() {
        try {
            Matcher found = CODE.matcher(Files.readString(parley.log(), StandardCharsets.UTF_8));
            List<String> codes = new ArrayList<>();
            while (found.find()) codes.add(found.group(1));
            return codes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        front.close();
        if (parley != null) parley.close();
        postgres.close();
    }
}
