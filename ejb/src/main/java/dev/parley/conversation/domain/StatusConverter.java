package dev.parley.conversation.domain;

import dev.parley.conversation.ConversationStatus;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A status is its wire word in the database. */
@Converter(autoApply = true)
public class StatusConverter implements AttributeConverter<ConversationStatus, String> {
    @Override
    public String convertToDatabaseColumn(ConversationStatus status) {
        return status == null ? null : status.wire();
    }

    @Override
    public ConversationStatus convertToEntityAttribute(String wire) {
        return wire == null ? null : ConversationStatus.of(wire);
    }
}
