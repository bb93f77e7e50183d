package dev.parley.architecture.planted.conversation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Lives outside its domain. */
@Entity
public class StrayEntity {
    @Id
    long id;
}
