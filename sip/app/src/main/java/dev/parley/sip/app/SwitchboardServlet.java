package dev.parley.sip.app;

import jakarta.enterprise.context.Dependent;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import java.io.IOException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.annotation.SipServlet;

/** The main servlet: passes each request on to the servlet that serves its method. */
@Dependent
@SipServlet(name = "switchboard", loadOnStartup = 1)
public class SwitchboardServlet extends javax.servlet.sip.SipServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doRequest(SipServletRequest request) throws ServletException, IOException {
        String servlet = switch (request.getMethod()) {
            case "OPTIONS" -> OptionsServlet.NAME;
            case "REGISTER" -> RegistrarServlet.NAME;
            default -> "";
        };
        RequestDispatcher next = getServletContext().getNamedDispatcher(servlet);
        if (next != null) {
            next.forward(request, null);
            return;
        }
        SipServletResponse refusal = request.createResponse(SipServletResponse.SC_METHOD_NOT_ALLOWED);
        refusal.setHeader("Allow", OptionsServlet.ALLOW);
        refusal.send();
    }
}
