package dev.parley.web.pages;

import dev.parley.db.Settings;
import dev.parley.demo.DemoGuide;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** The start page: in a demo the way to two windows that talk to one another, in production the way to sign in. */
@Named
@RequestScoped
public class StartPage {
    public boolean isDemo() {
        return Settings.demo();
    }

    /** Of every demo account. */
    public String getPassword() {
        return DemoGuide.PASSWORD;
    }

    /** The companies one can try. */
    public List<Company> getCompanies() {
        return DemoGuide.all().stream().map(Company::new).toList();
    }

    public String getVersion() {
        return Version.text();
    }

    /** A demo company; expressions of Jakarta EE 10 read getters, not record components. */
    public record Company(DemoGuide guide) {
        public String getName() {
            return guide.company();
        }

        public String getSiteKey() {
            return guide.siteKey();
        }

        public List<Account> getAccounts() {
            return guide.people().stream().map(Account::new).toList();
        }
    }

    /** Somebody to sign in as. */
    public record Account(DemoGuide.Person person) {
        public String getEmail() {
            return person.email();
        }

        public String getName() {
            return person.name();
        }

        public String getRole() {
            return person.role().wire();
        }
    }
}
