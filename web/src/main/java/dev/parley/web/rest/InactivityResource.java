package dev.parley.web.rest;

import dev.parley.company.Inactivity;
import dev.parley.company.InactivityRule;
import dev.parley.shared.Invalid;
import dev.parley.shared.Permission;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What becomes of a department's conversations in which the visitor falls silent. */
@Path("/departments/{id}/inactivity")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class InactivityResource {
    @Inject
    private Inactivity inactivity;

    @Inject
    private CallerContext context;

    /** The company's own words in one language; missing ones are said by the clients. At most 250 characters each. */
    public record Texts(String language, String reminder, String closing) {}

    /** Minutes of silence, 1 to 10,080: until a reminder, and from there until the end. Without either nothing happens. */
    public record Rule(Integer remindMinutes, Integer closeMinutes, List<Texts> texts) {
        static Rule of(InactivityRule rule) {
            List<Texts> texts = rule.texts().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(e -> new Texts(
                            e.getKey(), e.getValue().reminder(), e.getValue().closing()))
                    .toList();
            return new Rule(rule.remindMinutes(), rule.closeMinutes(), texts);
        }

        InactivityRule rule() {
            Map<String, InactivityRule.Words> words = new LinkedHashMap<>();
            for (Texts said : texts == null ? List.<Texts>of() : texts) {
                if (said == null || said.language() == null) throw new Invalid("Say in which language the texts are.");
                var before = words.put(said.language(), new InactivityRule.Words(said.reminder(), said.closing()));
                if (before != null) throw new Invalid("Name each language once.");
            }
            return new InactivityRule(remindMinutes, closeMinutes, words);
        }
    }

    @GET
    @Operation(
            summary =
                    "When visitors who do not answer are reminded, when the conversation is ended, and in which words")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public Rule rule(@PathParam("id") String id) {
        return Rule.of(inactivity.of(context.caller(), id));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Write the whole rule; a missing number means that this does not happen")
    public Rule write(@PathParam("id") String id, Rule said) {
        context.caller().require(Permission.EDIT_DEPARTMENTS);
        if (said == null) throw new Invalid("Send the rule.");
        return Rule.of(inactivity.write(context.caller(), id, said.rule()));
    }
}
