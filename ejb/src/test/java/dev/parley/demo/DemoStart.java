package dev.parley.demo;

import dev.parley.access.password.Passwords;
import dev.parley.call.DeskPhones;
import dev.parley.call.persistence.Phones;
import dev.parley.company.Foundation;
import dev.parley.hours.FirstHours;
import dev.parley.testing.TestDatabase;
import java.time.Clock;

/** Starts a desk in demo mode on a test's database. */
public final class DemoStart {
    private DemoStart() {}

    public static void in(TestDatabase database, Passwords passwords, Clock clock) {
        database.in(em -> {
            var demo = new DemoData(
                    passwords, new DeskPhones(new Phones(em), clock), new Foundation(em), new FirstHours(em), clock);
            demo.em = em;
            demo.prepare();
            return null;
        });
    }
}
