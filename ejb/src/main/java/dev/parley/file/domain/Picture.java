package dev.parley.file.domain;

import dev.parley.file.DrawnPicture;
import dev.parley.shared.PublicIds;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A picture that everybody may see who knows its address. Kept loose, it is hung up by whom it shows; taken down it is loose again. What is
 * loose nobody sees, and it goes with its bytes.
 */
@Entity
@Table(name = "picture")
@NamedQuery(name = "Picture.shown", query = "select p from Picture p where p.publicId = :id and p.looseSince is null")
@NamedQuery(
        name = "Picture.loose",
        query = "select p from Picture p where p.looseSince < :before order by p.looseSince")
@NamedQuery(
        name = "Picture.countSince",
        query = "select count(p) from Picture p where p.companyId = :company and p.madeAt > :since")
@NamedQuery(
        name = "Picture.hang",
        query = "update Picture p set p.looseSince = null where p.companyId = :company and p.publicId = :id")
@NamedQuery(
        name = "Picture.takeDown",
        query = "update Picture p set p.looseSince = :at where p.companyId = :company and p.publicId = :id")
@NamedQuery(name = "Picture.forget", query = "delete from Picture p where p.id = :id")
public class Picture {
    @Id
    @SequenceGenerator(name = "picture_seq", sequenceName = "picture_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "picture_seq")
    private Long id;

    @Column(name = "company_id")
    private long companyId;

    @Column(name = "public_id")
    private String publicId;

    @Column(name = "use_as")
    private String use;

    private String type;
    private int size;
    private int width;
    private int height;

    @Column(name = "store_key")
    private String storeKey;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "loose_since")
    private Instant looseSince;

    protected Picture() {}

    /** One that nothing shows yet. @param storeKey hexadecimal, of 32 digits */
    public static Picture loose(long companyId, DrawnPicture drawn, String storeKey, Instant at) {
        Picture picture = new Picture();
        picture.companyId = companyId;
        picture.publicId = PublicIds.next();
        picture.use = drawn.use().wire();
        picture.type = drawn.type();
        picture.size = drawn.bytes().length;
        picture.width = drawn.width();
        picture.height = drawn.height();
        picture.storeKey = storeKey;
        picture.madeAt = at;
        picture.looseSince = at;
        return picture;
    }

    public Long id() {
        return id;
    }

    public String publicId() {
        return publicId;
    }

    public String type() {
        return type;
    }

    /** In bytes. */
    public int size() {
        return size;
    }

    public String storeKey() {
        return storeKey;
    }
}
