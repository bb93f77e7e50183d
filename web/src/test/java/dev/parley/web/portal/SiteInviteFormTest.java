package dev.parley.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.company.ChatInvites;
import dev.parley.company.ChatInvitesJson;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("WID-17")
class SiteInviteFormTest {
    private static final ChatInvites KEPT =
            ChatInvitesJson.read(Json.createReader(new StringReader("""
                    [{"id":"a1","seconds":20,"page":"/tents/*","texts":{"en":"Comparing tents?","de":"Vergleichen Sie Zelte?"}},
                    {"id":"b2","on":false,"seconds":0,"pages":3,"visitor":"returning","texts":{"en":"Back again?"}}]""")).readArray());

    private final List<String> problems = new ArrayList<>();
    private final Map<String, Object> fields = new HashMap<>();
    private final SiteInviteForm form = new SiteInviteForm(fields, () -> problems.add("touched"));

    @BeforeEach
    void show() {
        SiteInviteForm.of(fields, KEPT);
    }

    private JsonArray draft() {
        return SiteInviteForm.draft(fields, List.of("en", "de"), (problem, values) -> problems.add(problem));
    }

    private List<String> ids() {
        return form.getRules().stream().map(SiteInviteForm.Rule::id).toList();
    }

    @Test
    void what_is_shown_and_not_touched_is_what_was() {
        assertThat(ChatInvitesJson.read(draft())).isEqualTo(KEPT);
        assertThat(problems).isEmpty();
    }

    @Test
    void rules_come_go_and_change_places() {
        form.add();
        String added = ids().get(2);
        form.raise(added);
        form.raise("a1");
        form.lower("a1");
        assertThat(ids()).containsExactly(added, "a1", "b2");
        assertThat(form.getRules()).extracting(SiteInviteForm.Rule::first).containsExactly(true, false, false);
        fields.put("invite." + added + ".text.en", "Hello?");
        form.drop("b2");

        assertThat(ChatInvitesJson.read(draft()).rules())
                .satisfiesExactly(
                        first -> assertThat(first.seconds()).isEqualTo(20),
                        second -> assertThat(second).isEqualTo(KEPT.rules().get(0)));
        assertThat(fields.keySet()).noneMatch(name -> name.startsWith("invite.b2"));
        assertThat(problems).hasSize(5).containsOnly("touched");
        for (int i = 0; i < ChatInvites.MOST; i++) form.add();
        assertThat(ids()).hasSize(ChatInvites.MOST);
        assertThat(form.isFull()).isTrue();
    }

    @Test
    void what_does_not_fit_is_told_of() {
        fields.put("invite.a1.text.en", " ");
        fields.put("invite.a1.text.de", "x".repeat(201));
        fields.put("invite.a1.seconds", "soon");
        fields.put("invite.b2.pages", "0");
        fields.put("invite.b2.page", "tents");
        draft();

        assertThat(problems)
                .containsExactlyInAnyOrder(
                        "site.invite.wordless",
                        "site.invite.tooLong",
                        "site.notANumber",
                        "site.notANumber",
                        "site.notAPath");
    }
}
