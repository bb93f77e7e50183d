package dev.parley.hours.icalendar;

import dev.parley.shared.Invalid;
import dev.parley.shared.TooLarge;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an iCalendar file, looked at before the parser sees it: the parser takes nearly everything for a calendar, and a rule that
 * repeats each second would keep it busy for ever. Time zones the file describes itself are left out, since their rules are computed too;
 * a zone counts by its name.
 */
final class CalendarText {
    static final int LARGEST = 256 * 1024;
    private static final int MOST_EVENTS = 1000;
    private static final Pattern LINE_END = Pattern.compile("\r\n|\n|\r");
    private static final Pattern FOLD = Pattern.compile("(?:\r\n|\n|\r)[ \t]");
    private static final Pattern EDGE = Pattern.compile("(BEGIN|END):([A-Z-]{1,40})\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern TOO_OFTEN =
            Pattern.compile("FREQ=(SECONDLY|MINUTELY|HOURLY)", Pattern.CASE_INSENSITIVE);

    private CalendarText() {}

    /** @throws TooLarge beyond 256 KiB @throws Invalid if it is no whole calendar; the message says where */
    static String of(byte[] file) {
        if (file.length > LARGEST) throw new TooLarge("A calendar file has at most 256 KiB.");
        String text = FOLD.matcher(decoded(file)).replaceAll("");
        if (TOO_OFTEN.matcher(text).find())
            throw new Invalid("The calendar repeats something each hour or more often; holidays come by the day.");
        return checked(List.of(LINE_END.split(text)));
    }

    private static String decoded(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Invalid("The calendar is not UTF-8.", e);
        }
    }

    private static String checked(List<String> lines) {
        var open = new java.util.ArrayDeque<String>();
        var kept = new StringBuilder();
        int events = 0;
        boolean calendar = false;
        for (int i = 0; i < lines.size(); i++) {
            Matcher edge = EDGE.matcher(lines.get(i));
            boolean isEdge = edge.matches();
            String part = isEdge ? edge.group(2).toUpperCase(Locale.ROOT) : "";
            boolean begins = isEdge && "BEGIN".equalsIgnoreCase(edge.group(1));
            if (begins) {
                if (open.isEmpty() != "VCALENDAR".equals(part) || open.size() > 4)
                    throw new Invalid("Line " + (i + 1) + " of the calendar: " + part + " cannot begin here.");
                open.push(part);
                calendar = true;
                if ("VEVENT".equals(part) && ++events > MOST_EVENTS)
                    throw new Invalid("A calendar has at most " + MOST_EVENTS + " events.");
            }
            if (!begins && open.isEmpty() && !lines.get(i).isBlank())
                throw new Invalid("Line " + (i + 1) + " of the calendar: BEGIN:VCALENDAR was expected.");
            if (!open.contains("VTIMEZONE")) kept.append(lines.get(i)).append("\r\n");
            if (isEdge && !begins && !part.equals(open.poll()))
                throw new Invalid("Line " + (i + 1) + " of the calendar: " + part + " ends and has not begun.");
        }
        if (!calendar) throw new Invalid("That is no iCalendar file: BEGIN:VCALENDAR is missing.");
        if (!open.isEmpty()) throw new Invalid("The calendar breaks off: END:" + open.peek() + " is missing.");
        return kept.toString();
    }
}
