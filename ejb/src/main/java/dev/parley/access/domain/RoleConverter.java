package dev.parley.access.domain;

import dev.parley.shared.Role;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A role as it stands in the database: lower case, as in JSON. */
@Converter
public class RoleConverter implements AttributeConverter<Role, String> {
    @Override
    public String convertToDatabaseColumn(Role role) {
        return role.wire();
    }

    @Override
    public Role convertToEntityAttribute(String wire) {
        return Role.of(wire);
    }
}
