package dev.parley.web.pages;

import dev.parley.db.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** The start page: in a demo the way to two windows that talk to one another, in production the way to sign in. */
@Named
@RequestScoped
public class StartPage {
    /** A demo company as it stands on the page. */
    public record Company(String name, String siteKey, List<Account> accounts) {
        public String getName() {
            return name;
        }

        public String getSiteKey() {
            return siteKey;
        }

        public List<Account> getAccounts() {
            return accounts;
        }
    }

    /** Somebody to sign in as. EL of this Jakarta version reads getters, not record components. */
    public record Account(String email, String role) {
        public String getEmail() {
            return email;
        }

        public String getRole() {
            return role;
        }
    }

    public boolean isDemo() {
        return Settings.demo();
    }

    /** The companies one can try, empty where there are none. */
    public List<Company> getCompanies() {
        return List.of();
    }

    public String getVersion() {
        return Version.text();
    }
}
