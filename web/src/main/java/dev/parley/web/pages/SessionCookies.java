package dev.parley.web.pages;

import dev.parley.db.Settings;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;

/**
 * The container's session holds the state of Faces forms and nothing that signs anybody in; its cookie is kept as tight all the same. In
 * code, since a descriptor cannot tell a demo, which has no TLS, from production.
 */
@WebListener
public class SessionCookies implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
        cookie.setHttpOnly(true);
        cookie.setSecure(!Settings.demo());
        cookie.setAttribute("SameSite", "Lax");
    }
}
