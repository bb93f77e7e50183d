package dev.parley.access;

import dev.parley.shared.Secrets;
import dev.parley.testdesk.TestDesk;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the outbox of a test's desk holds, as only the installation can. */
final class MailedLinks {
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]{43})");

    private final TestDesk desk;

    MailedLinks(TestDesk desk) {
        this.desk = desk;
    }

    /** How many mails there are. */
    long count() {
        return desk.count("select count(*) from outbox");
    }

    /** The last mail, as JSON. */
    String last() {
        String id = (String) desk.ask("select public_id from outbox order by id desc limit 1");
        String content = (String) desk.ask("select content from outbox where public_id = ?", id);
        return desk.get(Secrets.class).open("mail " + id, content);
    }

    /** The token in the last mail. */
    String token() {
        Matcher found = TOKEN.matcher(last());
        if (!found.find()) throw new AssertionError("no link in the mail");
        return found.group(1);
    }
}
