package dev.parley.architecture.planted.conversation.domain;

import dev.parley.architecture.planted.conversation.persistence.Rows;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;

/** Knows its own persistence, and has a setter. */
@Entity
public class ReachingEntity {
    @Id
    long id;

    @Transient
    Rows rows;

    String text;

    public void setText(String text) {
        this.text = text;
    }
}
