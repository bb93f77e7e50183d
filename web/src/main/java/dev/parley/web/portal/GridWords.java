package dev.parley.web.portal;

import dev.parley.shared.Json;
import dev.parley.web.language.Words;
import jakarta.json.JsonArrayBuilder;
import java.time.DayOfWeek;
import java.util.Map;

/** What the week's grid says, as JSON for its script. */
final class GridWords {
    /** By the names that the script knows. Its texts put the place of a value as a hash. */
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("opens", "hours.grid.opens"),
            Map.entry("closes", "hours.grid.closes"),
            Map.entry("closed", "hours.grid.closed"),
            Map.entry("nextDay", "hours.grid.nextDay"),
            Map.entry("add", "hours.grid.add"),
            Map.entry("remove", "hours.grid.remove"),
            Map.entry("copy", "hours.grid.copy"),
            Map.entry("copyGo", "hours.grid.copyGo"),
            Map.entry("copied", "hours.grid.copied"),
            Map.entry("workdays", "hours.grid.workdays"),
            Map.entry("everyDay", "hours.grid.everyDay"),
            Map.entry("wholeDay", "hours.grid.wholeDay"),
            Map.entry("notATime", "hours.grid.notATime"),
            Map.entry("same", "hours.grid.same"),
            Map.entry("sum", "hours.grid.sum"),
            Map.entry("total", "hours.grid.total"));

    private GridWords() {}

    static String of(Words words) {
        var json = Json.createObjectBuilder();
        KEYS.forEach((name, key) -> json.add(name, words.say(key)));
        JsonArrayBuilder days = Json.createArrayBuilder();
        HoursWords hours = new HoursWords(words);
        for (DayOfWeek day : DayOfWeek.values()) days.add(hours.day(day));
        return json.add("days", days).build().toString();
    }
}
