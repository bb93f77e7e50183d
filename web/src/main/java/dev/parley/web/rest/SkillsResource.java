package dev.parley.web.rest;

import dev.parley.routing.SkillSet;
import dev.parley.routing.Skills;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which skills an agent has. */
@Path("/agents/{id}/skills")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agents")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class SkillsResource {
    @Inject
    private Skills skills;

    @Inject
    private CallerContext context;

    /** {@code level}: 1 to 5. */
    public record Skill(String name, Integer level) {
        static List<Skill> list(SkillSet skills) {
            return new TreeMap<>(skills.levels())
                    .entrySet().stream()
                            .map(one -> new Skill(one.getKey(), one.getValue()))
                            .toList();
        }

        /** @throws Invalid for one without a level or that is there twice */
        static SkillSet set(List<Skill> said) {
            if (said == null) return SkillSet.NONE;
            Map<String, Integer> levels = new HashMap<>();
            for (Skill skill : said) {
                if (skill.level() == null) throw new Invalid("A skill's level is 1 to 5.");
                if (levels.put(skill.name(), skill.level()) != null) throw new Invalid("A skill is there twice.");
            }
            return new SkillSet(levels);
        }
    }

    /** The whole of them. */
    public record AgentSkills(List<Skill> skills) {}

    @GET
    @Operation(summary = "An agent's skills, by level 1 to 5")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public AgentSkills skills(@PathParam("id") String id) {
        return new AgentSkills(Skill.list(skills.of(context.caller(), id)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Write an agent's skills anew; at most 50")
    public AgentSkills write(@PathParam("id") String id, AgentSkills said) {
        context.caller().require(Permission.EDIT_DEPARTMENTS);
        if (said == null) throw new Invalid("Send skills.");
        return new AgentSkills(Skill.list(skills.write(context.caller(), id, Skill.set(said.skills()))));
    }
}
