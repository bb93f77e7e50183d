package dev.parley.web.rest;

import dev.parley.company.FirstStep;
import dev.parley.company.FirstSteps;
import dev.parley.shared.Caller;
import dev.parley.shared.Invalid;
import dev.parley.shared.Permission;
import dev.parley.web.security.CallerContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a new company is led through on its overview. */
@Path("/first-steps")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administration")
@SecurityRequirement(name = ParleyApi.COLLEAGUE)
public class FirstStepsResource {
    @Inject
    private FirstSteps steps;

    @Inject
    private CallerContext context;

    /** {@code passedOver}: steps that wait; {@code over}: the company is led no more. What is missing in a change stays as it is. */
    public record Steps(List<String> passedOver, Boolean over) {}

    @GET
    @Operation(
            summary = "Which of its first steps the company passed over: company, brand, hours, agent, snippet, chat")
    @SecurityRequirement(name = ParleyApi.PAGE)
    public Steps steps() {
        return steps(context.caller());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Say which steps wait, or that the company is led no more, or again")
    public Steps change(Steps said) {
        Caller.Staff me = context.caller().require(Permission.EDIT_COMPANY);
        if (said == null) throw new Invalid("Say what to change.");
        if (said.passedOver() != null) pass(me, said.passedOver());
        if (said.over() != null) {
            if (said.over()) steps.end(me);
            else steps.resume(me);
        }
        return steps(me);
    }

    private void pass(Caller.Staff me, List<String> said) {
        Set<FirstStep> waiting = said.stream().map(FirstStep::of).collect(Collectors.toSet());
        for (FirstStep step : FirstStep.values()) {
            if (waiting.contains(step)) steps.passOver(me, step);
            else steps.takeUp(me, step);
        }
    }

    private Steps steps(Caller caller) {
        return new Steps(steps.passedOver(caller).stream().map(FirstStep::wire).toList(), steps.over(caller));
    }
}
