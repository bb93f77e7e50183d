package dev.parley.web.portal;

import dev.parley.hours.Hours;
import dev.parley.hours.HoursPath;
import dev.parley.hours.Opening;
import dev.parley.shared.Invalid;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** How things stand now, and the tester: open at that moment? why? when does it change? It answers from what is saved. */
@Named
@RequestScoped
public class HoursTester {
    @Inject
    private Administration administration;

    @Inject
    private HoursNames names;

    @Inject
    private HoursPage page;

    @Inject
    private Hours hours;

    private Opening now;
    private String date;
    private String time;
    private Opening answer;
    private Instant asked;
    private String misfit;

    private Opening now() {
        if (now == null) now = hours.test(administration.caller(), page.path(), names.now());
        return now;
    }

    /** "Open now, until 17:00." */
    public String getState() {
        return words().state(now(), names.now());
    }

    public boolean isOpenNow() {
        return now().open();
    }

    /** Day of the week and minute of the day on the clock of the hours, for the grid: {@code 5 646}. */
    public String getMinute() {
        var here = names.now().atZone(now().zone());
        return here.getDayOfWeek().getValue() + " " + here.toLocalTime().toSecondOfDay() / 60;
    }

    /** Answers what was asked; what is no moment gets an answer in words. */
    public void ask() {
        if (date == null || time == null) {
            misfit = administration.words().say("hours.testerUnfit");
            return;
        }
        try {
            asked = LocalDateTime.of(LocalDate.parse(date), LocalTime.parse(time))
                    .atZone(now().zone())
                    .toInstant();
            answer = hours.test(administration.caller(), page.path(), asked);
        } catch (DateTimeException | Invalid e) {
            misfit = administration.words().say("hours.testerUnfit");
        }
    }

    public boolean isAnswered() {
        return answer != null;
    }

    public boolean isOpen() {
        return answer.open();
    }

    /** "Saturday 28 November 2026, 01:30". */
    public String getMoment() {
        return words().moment(asked, answer.zone());
    }

    /** Why, and what comes next. */
    public List<String> getReasons() {
        List<String> reasons = new ArrayList<>();
        var say = administration.words();
        reasons.add(words().why(answer, names.of(answer.level())));
        if (answer.nextChange() == null) {
            reasons.add(say.say("hours.staysSo"));
            return reasons;
        }
        String first = words().change(answer, asked);
        HoursPath path = page.path();
        Opening then = hours.test(administration.caller(), path, answer.nextChange());
        String second = then.nextChange() == null ? null : words().change(then, asked);
        String key = answer.open() ? "hours.closesAt" : "hours.opensAt";
        reasons.add(
                second == null
                        ? say.say(key, first)
                        : say.say(answer.open() ? "hours.closesThenOpens" : "hours.opensThenCloses", first, second));
        return reasons;
    }

    /** What is wrong with the question, or null. */
    public String getMisfit() {
        return misfit;
    }

    private HoursWords words() {
        return new HoursWords(administration.words());
    }

    public String getDate() {
        if (date == null) date = names.now().atZone(now().zone()).toLocalDate().toString();
        return date;
    }

    public void setDate(String date) {
        this.date = date;
    }

    public String getTime() {
        if (time == null)
            time = DateTimeFormatter.ofPattern("HH:mm").format(names.now().atZone(now().zone()));
        return time;
    }

    public void setTime(String time) {
        this.time = time;
    }
}
