package dev.parley.sip.container;

import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;

/** The answer to a well-formed request that is not let in. */
final class StatelessReply {
    /** How we call ourselves: no version, which would only tell which faults to try. */
    static final String SERVER = "Parley";

    private StatelessReply() {}

    static SIPResponse to(SIPRequest request, Refusal refusal, Tags tags) {
        SIPResponse response = request.createResponse(refusal.status(), refusal.reason());
        if (response.getToTag() == null) {
            response.setToTag(tags.of(request));
        }
        refusal.headers().forEach(response::addHeader);
        response.addHeader("Server: " + SERVER);
        return response;
    }
}
