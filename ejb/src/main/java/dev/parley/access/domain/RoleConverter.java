package dev.parley.access.domain;

import dev.parley.shared.Role;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** One of the desk's roles as it stands in the database: lower case, as in JSON; null where the company's own is had. */
@Converter
public class RoleConverter implements AttributeConverter<Role, String> {
    @Override
    public String convertToDatabaseColumn(Role role) {
        return role == null ? null : role.wire();
    }

    @Override
    public Role convertToEntityAttribute(String wire) {
        return wire == null ? null : Role.of(wire);
    }
}
