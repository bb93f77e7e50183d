import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The program of the script {@code companies}: asks {@code /api/v1/operator/companies} and prints what is answered, JSON, one line each. */
final class Companies {
    private static final String USAGE = """
            companies [--url URL] list
            companies [--url URL] create NAME SITE_KEY OWNER_EMAIL [--owner-name NAME] [--language de] [--time-zone Europe/Berlin]
                                  [--site-name NAME] [--department NAME] [--invite mail|link]
            companies [--url URL] invite ID [--invite mail|link]      the owner who has not come yet, once more
            companies [--url URL] suspend ID REASON                   the company's people are told the reason
            companies [--url URL] resume ID
            companies [--url URL] export ID FILE.zip

            URL is http://127.0.0.1: and PARLEY_PORT (8080) unless said. PARLEY_OPERATOR_TOKEN must be set, here as for the server.
            """;

    private static final Pattern NEXT = Pattern.compile("\"next\":\"([A-Za-z0-9_-]{1,64})\"}\\s*$");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Map<String, String> options = new LinkedHashMap<>();
    private final List<String> words = new ArrayList<>();
    private final String token;

    private Companies(String token, String[] arguments) {
        this.token = token;
        for (int i = 0; i < arguments.length; i++) {
            if (!arguments[i].startsWith("--")) words.add(arguments[i]);
            else if (i + 1 < arguments.length) options.put(arguments[i].substring(2), arguments[++i]);
            else throw new Wrong("What is " + arguments[i] + "?\n" + USAGE);
        }
    }

    /** Why it does not go on; said to whoever called, with another exit code where the call itself was wrong. */
    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;

        Wrong(String message) {
            super(message);
        }
    }

    /** What the server refused, in its words. */
    private static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(int status, String answer) {
            super(status + " " + answer);
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        try {
            String token = System.getenv("PARLEY_OPERATOR_TOKEN");
            new Companies(token, arguments).run();
        } catch (Wrong e) {
            end(2, e.getMessage());
        } catch (ConnectException e) {
            end(1, "Parley does not answer there.");
        } catch (FileAlreadyExistsException e) {
            end(1, e.getMessage() + " is there already.");
        } catch (IOException e) {
            end(1, e.getMessage());
        }
    }

    private static void end(int code, String why) {
        System.err.println("companies: " + why);
        System.exit(code);
    }

    private void run() throws IOException, InterruptedException {
        if (words.isEmpty()) throw new Wrong("what?\n" + USAGE);
        if (token == null || token.isBlank()) throw new Wrong("PARLEY_OPERATOR_TOKEN is not set.");
        String command = words.get(0);
        switch (command) {
            case "list" -> only(0).list();
            case "create" -> only(3, "owner-name", "language", "time-zone", "site-name", "department", "invite")
                    .create(word(1), word(2), word(3));
            case "invite" -> only(1, "invite")
                    .post("/" + id() + "/invitation", object("invite", options.get("invite")));
            case "suspend" -> only(2).post("/" + id() + "/suspend", object("reason", word(2)));
            case "resume" -> only(1).post("/" + id() + "/resume", null);
            case "export" -> only(2).export(id(), Path.of(word(2)));
            default -> throw new Wrong("There is no '" + command + "'.\n" + USAGE);
        }
    }

    /** Nothing that is said may be dropped: half a reason would be told, or a misspelt option be left at what is usual. */
    private Companies only(int most, String... known) {
        if (words.size() > most + 1)
            throw new Wrong("'" + words.get(most + 1) + "' is too much; several words that are one go in quotes.\n" + USAGE);
        for (String option : options.keySet()) {
            if (!option.equals("url") && !List.of(known).contains(option))
                throw new Wrong("'" + words.get(0) + "' knows no --" + option + ".\n" + USAGE);
        }
        return this;
    }

    private String word(int place) {
        if (words.size() <= place) throw new Wrong("Something is missing.\n" + USAGE);
        return words.get(place);
    }

    private String id() {
        String id = word(1);
        if (!ID.matcher(id).matches()) throw new Wrong("'" + id + "' is not an id; 'list' names them.");
        return id;
    }

    private void list() throws IOException, InterruptedException {
        for (String cursor = ""; cursor != null; ) {
            String page = text(request("?limit=200" + cursor).GET());
            System.out.println(page.strip());
            Matcher next = NEXT.matcher(page);
            cursor = next.find() ? "&cursor=" + next.group(1) : null;
        }
    }

    private void create(String name, String siteKey, String email) throws IOException, InterruptedException {
        post("", object(
                "name", name,
                "siteKey", siteKey,
                "siteName", options.get("site-name"),
                "department", options.get("department"),
                "language", options.get("language"),
                "timeZone", options.get("time-zone"),
                "invite", options.get("invite"),
                "owner", new Raw(object("email", email, "name", options.get("owner-name")))));
    }

    private void post(String path, String body) throws IOException, InterruptedException {
        var content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        HttpRequest.Builder request = request(path).POST(content);
        if (body != null) request.header("Content-Type", "application/json");
        System.out.println(text(request).strip());
    }

    /** Beside its place first: what bears the name is whole. */
    private void export(String id, Path file) throws IOException, InterruptedException {
        if (Files.exists(file)) throw new FileAlreadyExistsException(file.toString());
        Path folder = file.toAbsolutePath().getParent();
        Path part = Files.createTempFile(folder, file.getFileName() + ".", ".part", ownerOnly());
        try {
            HttpResponse<InputStream> answer =
                    http.send(request("/" + id + "/export").GET().build(), BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200)
                    throw new Refused(answer.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
                try (OutputStream out = Files.newOutputStream(part)) {
                    body.transferTo(out);
                }
            }
            long entries = check(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            System.out.println(file + ": " + entries + " entries, " + Files.size(file) + " bytes");
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Reads all of it, each entry against its checksum. @throws IOException if it is not whole */
    private static long check(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            if (zip.getEntry("manifest.json") == null) throw new IOException("The archive is not whole. Try again.");
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream content = zip.getInputStream(entry)) {
                    content.transferTo(OutputStream.nullOutputStream());
                }
            }
            return zip.size();
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private HttpRequest.Builder request(String path) {
        String port = System.getenv().getOrDefault("PARLEY_PORT", "8080");
        String url = options.getOrDefault("url", "http://127.0.0.1:" + port).replaceAll("/+$", "");
        return HttpRequest.newBuilder(URI.create(url + "/api/v1/operator/companies" + path))
                .header("Authorization", "Bearer " + token);
    }

    private String text(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.timeout(Duration.ofMinutes(2)).build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) throw new Refused(answer.statusCode(), answer.body());
        return answer.body();
    }

    /** JSON already. */
    private record Raw(String json) {}

    /** A JSON object of names and values, those that are null left out. */
    private static String object(Object... namesAndValues) {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value == null) continue;
            members.add(quoted((String) namesAndValues[i]) + ":"
                    + (value instanceof Raw raw ? raw.json() : quoted((String) value)));
        }
        return members.stream().collect(Collectors.joining(",", "{", "}"));
    }

    /** A JDK has no JSON. Each character but letters and digits of ASCII goes by its number, so that there is none to forget. */
    private static String quoted(String text) {
        return text.chars()
                .mapToObj(c -> c < 128 && Character.isLetterOrDigit(c)
                        ? String.valueOf((char) c)
                        : String.format("\\u%04x", c))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
