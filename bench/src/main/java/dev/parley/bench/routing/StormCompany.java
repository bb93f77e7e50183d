package dev.parley.bench.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.bench.Await;
import dev.parley.bench.client.DeskRest;
import dev.parley.bench.client.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Acme gets departments that differ in how they route, and agents who differ in what they can; all by REST, as an administrator does it. */
final class StormCompany {
    static final List<String> LANGUAGES = List.of("en", "de", "ar");
    static final List<String> SKILLS = List.of("billing", "returns", "technical");

    private static final Pattern LINK = Pattern.compile("join\\?token=([^\\s&]+)");
    private static final String PASSWORD = "eine stille Wiese im Regen";

    private final DeskRest rest;
    private final Watch watch;
    private final Random chance;
    private final String administrator;
    private final List<Place> departments = new ArrayList<>();
    private final List<Staff> agents = new ArrayList<>();

    /** A department. */
    record Place(String id, boolean manual) {}

    /** Somebody who answers, with the bearer of a sign-in. */
    record Staff(String id, String token, List<String> departments) {}

    StormCompany(DeskRest rest, Watch watch, Random chance) throws IOException, InterruptedException {
        this.rest = rest;
        this.watch = watch;
        this.chance = chance;
        this.administrator = rest.signIn("admin@acme.example");
    }

    /** Makes departments and so many agents. */
    StormCompany found(int people) throws Exception {
        department("Storm idle", Json.object("strategy", "longest-idle", "offerSeconds", 5, "lastAgentSeconds", 0));
        ObjectNode least = Json.object(
                "strategy", "least-loaded", "offerSeconds", 5, "relaxSkillsSeconds", 6, "lastAgentSeconds", 0);
        least.set("skills", skills(Map.of("billing", 2)));
        department("Storm least", least);
        department(
                "Storm round",
                Json.object(
                        "strategy",
                        "round-robin",
                        "offerSeconds",
                        6,
                        "relaxSkillsSeconds",
                        4,
                        "relaxLanguageSeconds",
                        8,
                        "lastAgentSeconds",
                        3,
                        "missedOffers",
                        2));
        ObjectNode ring = Json.object("strategy", "ring-all", "offerSeconds", 5, "lastAgentSeconds", 0);
        ring.set("skills", skills(Map.of("technical", 1)));
        department("Storm ring", ring);
        department("Storm manual", Json.object("strategy", "manual"));
        overflow(departments.get(1).id(), departments.get(0).id());
        for (int i = 0; i < people; i++) {
            agents.add(agent(i));
        }
        return this;
    }

    private void department(String name, ObjectNode routing) throws IOException, InterruptedException {
        String id = rest.post(
                        "departments", administrator, Json.object("name", name).toString())
                .expect(201)
                .json()
                .get("id")
                .asText();
        rest.put("departments/" + id + "/routing", administrator, routing.toString())
                .expect(200);
        departments.add(new Place(id, routing.get("strategy").asText().equals("manual")));
    }

    private void overflow(String from, String to) throws IOException, InterruptedException {
        ObjectNode rule = Json.object("department", to, "waitedSeconds", 12, "unattended", false);
        rest.put("departments/" + from + "/overflow", administrator, rule.toString())
                .expect(200);
    }

    private Staff agent(int number) throws Exception {
        String email = "storm" + number + "@acme.example";
        ObjectNode wanted = Json.object("email", email, "role", "agent", "name", "Storm " + number);
        rest.post("invitations", administrator, wanted.toString()).expect(201);
        Await.until(
                "the invitation of " + email + " is in the mailbox",
                Duration.ofSeconds(30),
                () -> watch.mailTo(email) != null);
        Matcher link = LINK.matcher(watch.mailTo(email));
        if (!link.find()) {
            throw new IOException("no link in the mail to " + email);
        }
        ObjectNode acceptance = Json.object("token", link.group(1), "name", "Storm " + number, "password", PASSWORD);
        JsonNode session = rest.post("invitations/acceptance", null, acceptance.toString())
                .expect(201)
                .json();
        String id = session.get("account").get("id").asText();
        List<String> places = memberships(number);
        ObjectNode person =
                Json.object("departments", places, "languages", languages(), "capacity", 1 + chance.nextInt(5));
        rest.put("agents/" + id, administrator, person.toString()).expect(200);
        ObjectNode able = Json.object();
        able.set("skills", skills(someSkills(chance)));
        rest.put("agents/" + id + "/skills", administrator, able.toString()).expect(200);
        return new Staff(id, session.get("token").asText(), places);
    }

    /** One department by turns, so that none is empty, and some more by chance. */
    private List<String> memberships(int number) {
        return someDepartments(departments.get(number % departments.size()).id(), chance);
    }

    /** The department and others by chance. */
    List<String> someDepartments(String first, Random chance) {
        List<String> places = new ArrayList<>(List.of(first));
        for (Place place : departments) {
            if (!place.id().equals(first) && chance.nextInt(4) == 0) {
                places.add(place.id());
            }
        }
        return places;
    }

    private List<String> languages() {
        List<String> spoken = new ArrayList<>();
        for (String language : LANGUAGES) {
            if (chance.nextInt(2) == 0) {
                spoken.add(language);
            }
        }
        return spoken;
    }

    static Map<String, Integer> someSkills(Random chance) {
        Map<String, Integer> some = new TreeMap<>();
        for (String skill : SKILLS) {
            if (chance.nextInt(3) > 0) {
                some.put(skill, 1 + chance.nextInt(4));
            }
        }
        return some;
    }

    /** As REST has them. */
    static JsonNode skills(Map<String, Integer> levels) {
        return Json.read(levels.entrySet().stream()
                .map(one -> Json.object("name", one.getKey(), "level", one.getValue())
                        .toString())
                .toList()
                .toString());
    }

    String administrator() {
        return administrator;
    }

    List<Place> departments() {
        return List.copyOf(departments);
    }

    List<Staff> agents() {
        return List.copyOf(agents);
    }
}
