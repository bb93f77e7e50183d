package dev.parley.demo;

import java.util.List;
import java.util.Map;

/** A prepared answer of a demo company. {@code department} is a name, or null for all. */
record DemoResponse(String shortcut, String department, String text, Map<String, String> texts) {
    static final List<DemoResponse> OF_ACME = List.of(
            new DemoResponse(
                    "hello",
                    null,
                    "Hello {{visitor.name|there}}, this is {{agent.name}} of {{company.name}}. How can I help?",
                    Map.of(
                            "de",
                            "Guten Tag, hier ist {{agent.name}} von {{company.name}}. Wie kann ich helfen?",
                            "ar",
                            "مرحبًا {{visitor.name|بك}}، معك {{agent.name}} من {{company.name}}. كيف يمكنني مساعدتك؟")),
            new DemoResponse(
                    "returns",
                    null,
                    "You can send anything back within 30 days, in any state but wet. The label is in the parcel.",
                    Map.of(
                            "de",
                            "Sie können alles innerhalb von 30 Tagen zurückschicken. Der Aufkleber liegt im Paket.")),
            new DemoResponse(
                    "order-number",
                    "Support",
                    "Could you give me the order number? It stands on the invoice, top right.",
                    Map.of()),
            new DemoResponse("by-mail", null, "I will write to {{visitor.email}} as soon as I know more.", Map.of()));
}
