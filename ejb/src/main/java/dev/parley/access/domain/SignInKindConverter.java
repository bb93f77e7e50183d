package dev.parley.access.domain;

import dev.parley.access.SignInKind;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** The kind of a sign-in as it stands in the database: lower case. */
@Converter
public class SignInKindConverter implements AttributeConverter<SignInKind, String> {
    @Override
    public String convertToDatabaseColumn(SignInKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public SignInKind convertToEntityAttribute(String kind) {
        return SignInKind.valueOf(kind.toUpperCase(Locale.ROOT));
    }
}
