/**
 * Parley's SIP servlets and their start-up. Servlets translate: what a REGISTER means is plain Java beside them ({@link
 * dev.parley.sip.app.Registration}), what is kept belongs to {@link dev.parley.call.DeskPhones}.
 */
@SipApplication(name = "parley", mainServlet = "switchboard")
package dev.parley.sip.app;

import javax.servlet.sip.annotation.SipApplication;
