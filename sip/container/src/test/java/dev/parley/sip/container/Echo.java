package dev.parley.sip.container;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;

/** A servlet that answers, counts, fails or waits, as the request asks. */
@javax.servlet.sip.annotation.SipServlet(name = "echo")
public class Echo extends SipServlet {
    private static final long serialVersionUID = 1L;

    final transient AtomicInteger served = new AtomicInteger();
    transient volatile CountDownLatch open = new CountDownLatch(0);

    @Override
    protected void doOptions(SipServletRequest request) throws ServletException, IOException {
        served.incrementAndGet();
        waitUntilOpen();
        String wish = request.getHeader("X-Wish");
        if ("error".equals(wish)) {
            throw new StackOverflowError("as wished");
        }
        if ("silence".equals(wish)) {
            return;
        }
        if ("challenge".equals(wish)) {
            request.createResponse(401).send();
            return;
        }
        if ("session".equals(wish)) {
            request.getSession().setAttribute("seen", true);
        }
        SipServletResponse response = request.createResponse(200);
        response.setHeader("Allow", "OPTIONS");
        response.addHeader("X-Seen", request.getFrom().getURI() + " " + request.getTransport());
        response.addHeader("X-Served", String.valueOf(served.get()));
        if ("body".equals(wish)) {
            response.setContent(request.getContent(), request.getContentType());
        }
        response.send();
    }

    private void waitUntilOpen() {
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
