package dev.parley.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.company.PreChat;
import dev.parley.company.PreChatJson;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CHAT-22")
class SiteAskFormTest {
    private static final JsonObject KEPT =
            Json.createReader(new StringReader("""
                    {"department":true,"consent":{"de":"Ja.","en":"Yes."},"fields":[
                    {"name":"email","kind":"email","required":true,"texts":{"en":{"label":"E-mail","help":"For the answer."}}},
                    {"name":"q1","kind":"choice","required":false,"texts":{"de":{"label":"Thema","choices":["Zelte","Boote"]},
                    "en":{"label":"Topic","choices":["Tents","Boats"]}}},
                    {"name":"q2","kind":"text","required":false,"pattern":"\\\\d+","texts":{"en":{"label":"Order"}}}]}""")).readObject();

    private final List<String> problems = new ArrayList<>();

    private static Map<String, Object> fields() {
        Map<String, Object> fields = new HashMap<>();
        SiteAskForm.of(fields, PreChatJson.read(KEPT, PreChat.NONE));
        return fields;
    }

    private JsonObject draft(Map<String, Object> fields) {
        return SiteAskForm.draft(fields, List.of("en", "de"), (problem, values) -> problems.add(problem));
    }

    private static List<String> names(Map<String, Object> fields) {
        return SiteAskForm.questions(fields).stream()
                .map(SiteAskForm.Question::name)
                .toList();
    }

    @Test
    void what_is_shown_and_not_touched_is_what_was() {
        assertThat(PreChatJson.read(draft(fields()), PreChat.NONE)).isEqualTo(PreChatJson.read(KEPT, PreChat.NONE));
        assertThat(problems).isEmpty();
    }

    @Test
    void questions_come_go_and_change_places() {
        Map<String, Object> fields = fields();
        SiteAskForm.add(fields, "name");
        SiteAskForm.add(fields, "email");
        SiteAskForm.add(fields, "phone");
        assertThat(names(fields)).containsExactly("email", "q1", "q2", "name", "q3");
        SiteAskForm.move(fields, "name", -1);
        SiteAskForm.move(fields, "email", -1);
        SiteAskForm.drop(fields, "q1");
        assertThat(names(fields)).containsExactly("email", "name", "q2", "q3");
        SiteAskForm.add(fields, "choice");
        assertThat(fields.get("ask.q1.choices.en"))
                .as("of the one that went nothing is left")
                .isNull();
        draft(fields);
        assertThat(problems).contains("site.ask.unlabelled");
    }

    @Test
    void two_who_change_different_questions_both_get_their_way() {
        Map<String, Object> seen = fields();
        Map<String, Object> mine = fields();
        Map<String, Object> theirs = fields();
        mine.put("ask.email.label.en", "Your address");
        theirs.put("ask.q2.label.en", "Order number");
        SiteAskForm.move(theirs, "q2", -1);

        SiteForm.join(mine, seen, theirs);

        JsonObject both = draft(mine);
        assertThat(both.toString()).contains("Your address", "Order number");
        assertThat(names(mine)).containsExactly("email", "q2", "q1");
    }

    @Test
    void what_is_no_pattern_is_said_beside_it() {
        Map<String, Object> fields = fields();
        fields.put("ask.q2.pattern", "(");
        draft(fields);
        assertThat(problems).containsExactly("site.ask.notAPattern");
    }
}
