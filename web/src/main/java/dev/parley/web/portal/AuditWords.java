package dev.parley.web.portal;

import dev.parley.audit.AuditKind;
import dev.parley.conversation.Priority;
import dev.parley.routing.Strategy;
import dev.parley.web.language.Words;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the audit log keeps as JSON, as a person reads it. */
final class AuditWords {
    /** What the log calls a member, and what the page does; others are shown as they are. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("name", "audit.field.name"),
            Map.entry("title", "audit.field.title"),
            Map.entry("photo", "person.photo"),
            Map.entry("logo", "site.logo"),
            Map.entry("header", "site.header"),
            Map.entry("role", "audit.field.role"),
            Map.entry("languages", "audit.field.languages"),
            Map.entry("capacity", "audit.field.capacity"),
            Map.entry("members", "audit.field.members"),
            Map.entry("tagsRequired", "audit.field.tagsRequired"),
            Map.entry("archived", "audit.field.archived"),
            Map.entry("locations", "audit.field.locations"),
            Map.entry("order", "audit.field.order"),
            Map.entry("strategy", "routing.strategy"),
            Map.entry("offerSeconds", "routing.offerSeconds"),
            Map.entry("missedOffers", "routing.missedOffers"),
            Map.entry("relaxSkillsSeconds", "routing.relaxSkillsSeconds"),
            Map.entry("relaxLanguageSeconds", "routing.relaxLanguageSeconds"),
            Map.entry("lastAgentSeconds", "routing.lastAgentSeconds"),
            Map.entry("overflowTo", "overflow.to"),
            Map.entry("overflowLength", "overflow.length"),
            Map.entry("overflowMinutes", "overflow.minutes"),
            Map.entry("overflowSeconds", "overflow.seconds"),
            Map.entry("overflowUnattended", "overflow.unattended"),
            Map.entry("skills", "skills.own"),
            Map.entry("language", "audit.field.language"),
            Map.entry("week", "audit.field.week"),
            Map.entry("timeZone", "audit.field.timeZone"),
            Map.entry("ownHolidaysOnly", "audit.field.ownHolidaysOnly"),
            Map.entry("holidays", "audit.field.holidays"),
            Map.entry("shortcut", "canned.shortcut"),
            Map.entry("text", "canned.text"),
            Map.entry("key", "site.key"),
            Map.entry("origins", "site.origins"),
            Map.entry("department", "site.department"),
            Map.entry("reopenHours", "site.reopenHours"),
            Map.entry("color", "site.color"),
            Map.entry("background", "site.background"),
            Map.entry("bubble", "site.bubble"),
            Map.entry("scheme", "site.scheme"),
            Map.entry("radius", "site.radius"),
            Map.entry("font", "site.font"),
            Map.entry("textSize", "site.textSize"),
            Map.entry("side", "site.side"),
            Map.entry("fromSide", "site.fromSide"),
            Map.entry("fromBottom", "site.fromBottom"),
            Map.entry("shape", "site.shape"),
            Map.entry("size", "site.size"),
            Map.entry("icon", "site.icon"),
            Map.entry("words", "site.words"),
            Map.entry("faces", "site.faces"),
            Map.entry("contact", "site.contact"),
            Map.entry("hours", "site.hours"),
            Map.entry("tokens", "site.tokens"),
            Map.entry("pages", "site.pages"),
            Map.entry("only", "site.pages.only"),
            Map.entry("paths", "site.paths"),
            Map.entry("phones", "site.phones"),
            Map.entry("desktops", "site.desktops"),
            Map.entry("closed", "site.closed"),
            Map.entry("showsIn", "site.showsIn"),
            Map.entry("routes", "site.routes"),
            Map.entry("askDepartment", "site.askDepartment"),
            Map.entry("typingPreview", "site.askPreview"),
            Map.entry("fields", "site.ask.title"),
            Map.entry("invites", "site.invite.title"),
            Map.entry("status", "audit.field.status"),
            Map.entry("reason", "audit.field.reason"),
            Map.entry("state", "audit.field.state"),
            Map.entry("email", "audit.field.email"),
            Map.entry("expiresAt", "audit.field.expiresAt"),
            Map.entry("replyTo", "audit.field.replyTo"),
            Map.entry("remindMinutes", "audit.field.remindMinutes"),
            Map.entry("closeMinutes", "audit.field.closeMinutes"),
            Map.entry("texts", "audit.field.texts"),
            Map.entry("prefix", "tokens.prefix"),
            Map.entry("scopes", "tokens.scopes"),
            Map.entry("permissions", "roles.permissions"),
            Map.entry("endsAt", "tokens.until"),
            Map.entry("issuer", "sso.issuer"),
            Map.entry("clientId", "sso.clientId"),
            Map.entry("domains", "sso.domains"),
            Map.entry("switchedOn", "sso.on"),
            Map.entry("passwords", "sso.passwords"),
            Map.entry("newcomers", "sso.newcomers"),
            Map.entry("newSecret", "sso.newSecret"),
            Map.entry("signedInBy", "sso.signedInBy"),
            Map.entry("firstTime", "sso.firstTime"),
            Map.entry("passkey", "passkeys.one"),
            Map.entry("codes", "account.factor.title"),
            Map.entry("passkeys", "passkeys.title"),
            Map.entry("passkeyCopied", "audit.field.passkeyCopied"),
            Map.entry("suspended", "audit.field.suspended"));

    private static final Map<String, String> MEASURES =
            Map.of("targetFirst", "target.first", "targetNext", "target.next", "targetResolution", "target.resolution");

    /** What a level without its own takes from the one above. */
    private static final Set<String> INHERITED = Set.of("week", "timeZone", "ownHolidaysOnly", "holidays");

    private static final Set<String> STATES = Set.of("active", "invited", "deactivated");

    private AuditWords() {}

    /** The key of what the pages call a member, or null for one that has no name of its own. */
    static String field(String member) {
        return FIELDS.get(member);
    }

    /** The key of a kind's name. */
    static String key(AuditKind kind) {
        return switch (kind) {
            case COMPANY -> "audit.kind.company";
            case HOURS -> "audit.kind.hours";
            case DEPARTMENT -> "audit.kind.department";
            case SITE -> "audit.kind.site";
            case PERSON -> "audit.kind.person";
            case INVITATION -> "audit.kind.invitation";
            case PRESENCE -> "audit.kind.presence";
            case TAG -> "audit.kind.tag";
            case OUTCOME -> "audit.kind.outcome";
            case AWAY_REASON -> "audit.kind.awayReason";
            case CANNED_RESPONSE -> "audit.kind.cannedResponse";
            case MAIL -> "audit.kind.mail";
            case INACTIVITY -> "audit.kind.inactivity";
            case TOKEN -> "audit.kind.token";
            case ROLE -> "roles.one";
            case SINGLE_SIGN_ON -> "sso.nav";
            case PASSKEY -> "passkeys.title";
            case SUSPENSION -> "audit.kind.suspension";
            case EXPORT -> "audit.kind.export";
        };
    }

    /** What a department promises to a priority is kept as {@code targetFirst.urgent}. */
    private static String promised(String member, Words words) {
        String[] parts = member.split("\\.", 2);
        String measure = parts.length < 2 ? null : MEASURES.get(parts[0]);
        return measure == null ? null : words.say(measure) + ", " + words.say(TargetForm.key(Priority.of(parts[1])));
    }

    /** One line a member: "Chats at once: 4". */
    static List<String> lines(JsonObject said, AuditKind kind, Words words) {
        if (said == null) return List.of();
        boolean list = kind == AuditKind.TAG || kind == AuditKind.OUTCOME || kind == AuditKind.AWAY_REASON;
        List<String> lines = new ArrayList<>();
        said.forEach((name, value) -> {
            String field = FIELDS.get(name);
            String promised = promised(name, words);
            if (promised != null) lines.add(promised + ": " + text(value, words));
            else if (field != null) lines.add(words.say(field) + ": " + member(name, value, words));
            else if (list) lines.add(text(value, words));
            else lines.add(name + ": " + text(value, words));
        });
        return lines;
    }

    private static String state(JsonValue value, Words words) {
        String state = text(value, words);
        return STATES.contains(state) ? words.say("audit.state." + state) : state;
    }

    private static String member(String name, JsonValue value, Words words) {
        if (name.equals("state")) return state(value, words);
        if (value == JsonValue.NULL) return INHERITED.contains(name) ? words.say("hours.asAbove") : "–";
        if (name.equals("newcomers")) return words.say(SingleSignOnPage.newcomers(text(value, words)));
        if (name.equals("strategy") && value instanceof JsonString strategy)
            return words.say(RoutingForm.key(Strategy.of(strategy.getString())));
        if (!(value instanceof JsonArray list)) return text(value, words);
        if (name.equals("permissions")) return PermissionWords.said(list, words);
        if (name.equals("week")) return AuditedHours.week(list, words);
        if (name.equals("holidays")) return AuditedHours.holidays(list, words);
        return text(value, words);
    }

    private static String text(JsonValue value, Words words) {
        if (value instanceof JsonString text) return text.getString().isEmpty() ? "–" : text.getString();
        if (value instanceof JsonArray list) {
            return list.isEmpty() ? "–" : list.stream().map(v -> text(v, words)).collect(Collectors.joining(", "));
        }
        if (value instanceof JsonObject object) {
            return object.isEmpty()
                    ? "–"
                    : object.values().stream()
                            .filter(v -> v != JsonValue.TRUE && !v.equals(JsonValue.EMPTY_JSON_ARRAY))
                            .map(v -> v == JsonValue.FALSE ? words.say("audit.hidden") : text(v, words))
                            .collect(Collectors.joining(", "));
        }
        if (value == JsonValue.NULL) return "–";
        if (value == JsonValue.TRUE) return words.say("audit.yes");
        if (value == JsonValue.FALSE) return words.say("audit.no");
        return value.toString();
    }
}
