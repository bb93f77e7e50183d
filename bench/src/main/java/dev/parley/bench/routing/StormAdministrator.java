package dev.parley.bench.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.bench.client.DeskRest.Answer;
import dev.parley.bench.client.Json;
import dev.parley.bench.routing.StormCompany.Staff;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Somebody who changes the desk while it works: capacities, priorities, hours, skills, memberships, and sends agents away. */
final class StormAdministrator {
    private final Storm storm;
    private final StormCompany company;
    private final Random chance;
    private final Map<String, Integer> hoursVersions = new HashMap<>();

    StormAdministrator(Storm storm, StormCompany company, Random chance) {
        this.storm = storm;
        this.company = company;
        this.chance = chance;
    }

    /** Begins, and goes on until the storm is over. */
    void begin() {
        storm.after(chance, 300, 900, () -> {
            if (!storm.over()) {
                act();
                begin();
            }
        });
    }

    private void act() {
        Staff agent = company.agents().get(chance.nextInt(company.agents().size()));
        int what = chance.nextInt(100);
        if (what < 45) {
            int capacity = chance.nextInt(8) == 0 ? 0 : 1 + chance.nextInt(5);
            write("capacity changes", "agents/" + agent.id(), Json.object("capacity", capacity));
        } else if (what < 70) {
            storm.somebodyWaiting(chance).ifPresent(this::prioritise);
        } else if (what < 78) {
            hours();
        } else if (what < 86) {
            ObjectNode able = Json.object();
            able.set("skills", StormCompany.skills(StormCompany.someSkills(chance)));
            write("skills change", "agents/" + agent.id() + "/skills", able);
        } else if (what < 92) {
            String first = agent.departments().get(0);
            write(
                    "memberships change",
                    "agents/" + agent.id(),
                    Json.object("departments", company.someDepartments(first, chance)));
        } else {
            write("agent is sent away", "agents/" + agent.id() + "/presence", Json.object("status", "away"));
        }
    }

    private void prioritise(String conversation) {
        String priority = List.of("low", "normal", "high", "urgent").get(chance.nextInt(4));
        write("priority changes", "conversations/" + conversation + "/priority", Json.object("priority", priority));
    }

    /** Shuts a department, or lets it be open like the company again. */
    private void hours() {
        String department = storm.anyDepartment(chance);
        int version = hoursVersions.getOrDefault(department, 0);
        ObjectNode hours = Json.object("version", version, "ownHolidaysOnly", false, "holidays", List.of());
        if (chance.nextBoolean()) {
            hours.set("week", Json.read("[]"));
        }
        write("hours change", "hours?department=" + department, hours, answer -> {
            if (answer.status() == 200) {
                JsonNode written = answer.json();
                hoursVersions.put(department, written.path("version").asInt());
            }
        });
    }

    private void write(String kind, String path, ObjectNode body) {
        write(kind, path, body, answer -> {});
    }

    private void write(String kind, String path, ObjectNode body, Consumer<Answer> then) {
        storm.nodes()
                .any(chance)
                .rest()
                .written(path, company.administrator(), body.toString())
                .whenComplete((answer, failure) -> storm.loop().run(() -> {
                    if (failure != null) {
                        storm.tally().failed(kind, failure);
                    } else {
                        storm.tally().answered(kind, answer.status(), answer.body());
                        then.accept(answer);
                    }
                }));
    }
}
