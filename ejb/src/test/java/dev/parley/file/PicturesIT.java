package dev.parley.file;

import static dev.parley.file.content.Samples.picture;
import static dev.parley.file.content.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.access.Deactivations;
import dev.parley.access.Portraits;
import dev.parley.agent.People;
import dev.parley.company.SiteChanges;
import dev.parley.company.SitePicture;
import dev.parley.company.SitePictures;
import dev.parley.company.Sites;
import dev.parley.file.content.Samples;
import dev.parley.file.scan.NoScanner;
import dev.parley.file.store.FolderFileStore;
import dev.parley.shared.Caller;
import dev.parley.shared.Forbidden;
import dev.parley.shared.Limit;
import dev.parley.shared.NotFound;
import dev.parley.shared.OwnTransaction;
import dev.parley.shared.RateLimited;
import dev.parley.shared.Role;
import dev.parley.shared.TooLarge;
import dev.parley.shared.Unauthorized;
import dev.parley.testdesk.TestDesk;
import dev.parley.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Photos and logos from upload to the address under which everybody sees them. */
@Tag("COM-3")
class PicturesIT {
    private static final String ALL_KINDS = "dev.parley.testing.TestDatabase#kinds";

    @TempDir
    Path folder;

    private TestDesk desk;
    private Caller.Staff admin;
    private Caller.Staff ann;
    private Portraits portraits;
    private SitePictures pictures;

    private void open(TestDatabase.Kind kind) throws Exception {
        desk = TestDesk.on(kind);
        desk.provide(FileStore.class, new FolderFileStore(folder));
        desk.provide(FileScanner.class, new NoScanner());
        admin = desk.colleague("Ada", Role.ADMINISTRATOR);
        ann = desk.agent("Ann", 1);
        portraits = desk.get(Portraits.class);
        pictures = desk.get(SitePictures.class);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @ParameterizedTest
    @MethodSource(ALL_KINDS)
    @Tag("WID-13")
    void an_agents_own_photo_is_seen_by_whoever_knows_its_address(TestDatabase.Kind kind) throws Exception {
        open(kind);

        String address = portraits.show(ann, ann.publicId(), photo(ann, ann));

        assertThat(address).matches("/pictures/[A-Za-z0-9_-]{22}\\.jpg");
        assertThat(portraits.own(ann)).isEqualTo(address);
        assertThat(desk.get(People.class).get(admin, ann.publicId()).account().portrait())
                .isEqualTo(address);
        OpenedFile seen = seen(address);
        try (InputStream content = seen.content()) {
            assertThat(content.readAllBytes()).hasSize((int) seen.size());
        }
        assertThat(seen.type()).isEqualTo("image/jpeg");
        assertThat(desk.count("select count(*) from audit_entry where kind = 'person' and actor_name = 'Ann'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource(ALL_KINDS)
    void a_new_photo_takes_the_old_ones_place_and_its_bytes_go_within_the_hour(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        String old = portraits.show(ann, ann.publicId(), photo(ann, ann));
        String now = portraits.show(admin, ann.publicId(), photo(admin, ann));

        assertThat(now).isNotEqualTo(old);
        assertThatThrownBy(() -> seen(old)).isInstanceOf(NotFound.class);
        seen(now).content().close();
        assertThat(kept()).isEqualTo(2);

        desk.clock.advance(Duration.ofMinutes(61));
        desk.get(LoosePictures.class).remove();

        assertThat(kept()).isEqualTo(1);
        assertThat(desk.count("select count(*) from picture")).isEqualTo(1);
        seen(now).content().close();

        assertThat(portraits.show(ann, ann.publicId(), null)).isNull();
        assertThat(portraits.own(ann)).isNull();
        assertThatThrownBy(() -> seen(now)).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @MethodSource(ALL_KINDS)
    void the_photo_of_somebody_who_has_left_is_seen_no_more(TestDatabase.Kind kind) throws Exception {
        open(kind);
        String address = portraits.show(ann, ann.publicId(), photo(ann, ann));

        desk.get(Deactivations.class).deactivate(admin, ann.publicId());

        assertThatThrownBy(() -> seen(address)).isInstanceOf(NotFound.class);
        assertThat(desk.ask("select portrait from account where id = ?", ann.accountId()))
                .isNull();
        assertThat(desk.ask("select name from account where id = ?", ann.accountId()))
                .isEqualTo("Ann");
        desk.clock.advance(Duration.ofMinutes(61));
        desk.get(LoosePictures.class).remove();
        assertThat(kept()).isZero();
    }

    @ParameterizedTest
    @MethodSource(ALL_KINDS)
    @Tag("CHAT-8")
    void nobody_else_sets_a_photo_or_a_logo(TestDatabase.Kind kind) throws Exception {
        open(kind);
        Caller.Staff bob = desk.agent("Bob", 1);
        Caller.Staff owner = desk.colleague("Olga", Role.OWNER);
        Caller.Staff stranger = stranger();
        String address = portraits.show(ann, ann.publicId(), photo(ann, ann));
        SitePicture logo =
                pictures.show(admin, "acme", PictureUse.LOGO, pictures.draw(admin, "acme", PictureUse.LOGO, png()));
        DrawnPicture another = photo(ann, ann);

        assertThatThrownBy(() -> portraits.draw(bob, ann.publicId(), png())).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> portraits.show(bob, ann.publicId(), another)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> portraits.show(bob, ann.publicId(), null)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> portraits.show(admin, owner.publicId(), another))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> portraits.show(stranger, ann.publicId(), another))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> portraits.show(stranger, ann.publicId(), null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> portraits.draw(Caller.NOBODY, ann.publicId(), png()))
                .isInstanceOf(Unauthorized.class);
        assertThatThrownBy(() -> pictures.show(stranger, "acme", PictureUse.LOGO, null))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> pictures.show(ann, "acme", PictureUse.HEADER, null))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> pictures.draw(ann, "acme", PictureUse.HEADER, png()))
                .isInstanceOf(Forbidden.class);

        assertThat(portraits.own(ann)).isEqualTo(address);
        seen(address).content().close();
        seen(logo.address()).content().close();
        assertThat(desk.count("select count(*) from picture")).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource(ALL_KINDS)
    @Tag("WID-20")
    void a_site_carries_its_logo_until_another_takes_its_place(TestDatabase.Kind kind) throws Exception {
        open(kind);
        long before = desk.get(SiteChanges.class).get(admin, "acme").version();

        SitePicture logo =
                pictures.show(admin, "acme", PictureUse.LOGO, pictures.draw(admin, "acme", PictureUse.LOGO, png()));

        assertThat(logo).isEqualTo(new SitePicture(logo.address(), 320, 160));
        assertThat(logo.address()).endsWith(".png");
        assertThat(logo.wide()).isTrue();
        assertThat(desk.get(Sites.class).require("acme").logo()).isEqualTo(logo);
        assertThat(desk.get(SiteChanges.class).get(admin, "acme").logo()).isEqualTo(logo);
        assertThat(desk.get(SiteChanges.class).get(admin, "acme").version()).isEqualTo(before + 1);

        pictures.show(admin, "acme", PictureUse.LOGO, null);
        assertThat(desk.get(Sites.class).require("acme").logo()).isNull();
        assertThatThrownBy(() -> seen(logo.address())).isInstanceOf(NotFound.class);
        assertThat(desk.count("select count(*) from audit_entry where kind = 'site'"))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource(ALL_KINDS)
    @Tag("WID-20")
    void a_site_has_a_picture_at_its_head_beside_its_logo(TestDatabase.Kind kind) throws Exception {
        open(kind);
        SitePicture logo =
                pictures.show(admin, "acme", PictureUse.LOGO, pictures.draw(admin, "acme", PictureUse.LOGO, png()));
        SitePicture header =
                pictures.show(admin, "acme", PictureUse.HEADER, pictures.draw(admin, "acme", PictureUse.HEADER, png()));

        assertThat(header.address()).endsWith(".jpg");
        assertThat(desk.get(Sites.class).require("acme").header()).isEqualTo(header);
        assertThat(desk.get(SiteChanges.class).get(admin, "acme").header()).isEqualTo(header);
        assertThat(desk.get(Sites.class).require("acme").logo()).isEqualTo(logo);

        pictures.show(admin, "acme", PictureUse.HEADER, null);
        assertThat(desk.get(Sites.class).require("acme").header()).isNull();
        assertThatThrownBy(() -> seen(header.address())).isInstanceOf(NotFound.class);
        seen(logo.address()).content().close();
    }

    @ParameterizedTest
    @MethodSource(ALL_KINDS)
    void what_is_refused_leaves_the_photo_as_it_was_and_nothing_behind(TestDatabase.Kind kind) throws Exception {
        open(kind);
        String address = portraits.show(ann, ann.publicId(), photo(ann, ann));

        assertThatThrownBy(() -> draw(text("<svg onload='alert(1)'/>"))).isInstanceOf(UnfitPicture.class);
        assertThatThrownBy(() -> draw(Samples.of(FileKind.WEBP))).isInstanceOf(UnfitPicture.class);
        assertThatThrownBy(() -> draw(new byte[Pictures.LARGEST + 1])).isInstanceOf(TooLarge.class);
        desk.get(Pictures.class).scanner = new InfectedScanner();
        assertThatThrownBy(() -> draw(picture("png", 20, 20)))
                .isInstanceOfSatisfying(
                        UnfitPicture.class, e -> assertThat(e.why()).isEqualTo(UnfitPicture.Why.MALWARE));

        assertThat(portraits.own(ann)).isEqualTo(address);
        assertThat(kept()).isEqualTo(1);
        assertThat(desk.count("select count(*) from picture")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource(ALL_KINDS)
    void what_was_kept_and_never_shown_is_not_seen_and_goes(TestDatabase.Kind kind) throws Exception {
        open(kind);
        String loose = desk.get(Pictures.class).keep(ann, photo(ann, ann));
        Gallery gallery = desk.get(Gallery.class);

        assertThatThrownBy(() -> seen(loose)).isInstanceOf(NotFound.class);
        long elsewhere = stranger().companyId();
        desk.get(OwnTransaction.class).run(() -> gallery.hang(elsewhere, loose));
        assertThatThrownBy(() -> seen(loose))
                .as("another company hangs nothing of ours")
                .isInstanceOf(NotFound.class);

        desk.clock.advance(Duration.ofMinutes(59));
        desk.get(LoosePictures.class).remove();
        assertThat(kept()).isEqualTo(1);
        desk.clock.advance(Duration.ofMinutes(2));
        desk.get(LoosePictures.class).remove();
        assertThat(kept()).isZero();
    }

    @ParameterizedTest
    @MethodSource(ALL_KINDS)
    @Tag("SEC-5")
    void what_is_drawn_counts_for_the_company_whether_it_is_kept_or_not(TestDatabase.Kind kind) throws Exception {
        open(kind);

        for (int i = 0; i < Limit.PICTURES.times(); i++)
            assertThatThrownBy(() -> draw(text("no picture"))).isInstanceOf(UnfitPicture.class);

        assertThatThrownBy(() -> photo(admin, ann)).isInstanceOf(RateLimited.class);
    }

    @ParameterizedTest
    @MethodSource(ALL_KINDS)
    @Tag("SEC-5")
    void a_company_keeps_300_in_an_hour_and_all_that_are_loose_go_but_one_that_cannot(TestDatabase.Kind kind)
            throws Exception {
        open(kind);
        DrawnPicture drawn = photo(ann, ann);
        for (int i = 0; i < 300; i++)
            desk.change(
                    "insert into picture (id, company_id, public_id, use_as, type, size, width, height, store_key, made_at, loose_since)"
                            + " values (?, 1, ?, 'logo', 'image/png', 1, 1, 1, ?, ?, ?)",
                    -1 - i,
                    "picture" + i,
                    String.format("%032x", i),
                    desk.now(),
                    desk.now().plusSeconds(i));

        assertThatThrownBy(() -> portraits.show(ann, ann.publicId(), drawn)).isInstanceOf(RateLimited.class);

        desk.clock.advance(Duration.ofMinutes(66));
        desk.get(LoosePictures.class).store = new FolderFileStore(folder) {
            @Override
            public void delete(String key) throws IOException {
                if (key.equals("0".repeat(32))) throw new IOException("stuck");
                super.delete(key);
            }
        };
        desk.get(LoosePictures.class).remove();
        assertThat(desk.ask("select public_id from picture")).isEqualTo("picture0");
        assertThat(desk.count("select count(*) from picture")).isEqualTo(1);
        assertThat(portraits.show(ann, ann.publicId(), drawn)).isNotNull();
    }

    private Caller.Staff stranger() {
        if (desk.count("select count(*) from company where id = 2") == 0)
            desk.change(
                    "insert into company (id, public_id, name, demo, created_at) values (2, 'globex', 'Globex', false, ?)",
                    desk.now());
        return new Caller.Staff(2, 9, "stranger", "Sly", Role.OWNER, 1);
    }

    private DrawnPicture photo(Caller by, Caller.Staff of) {
        return portraits.draw(by, of.publicId(), png());
    }

    private DrawnPicture draw(byte[] upload) {
        return portraits.draw(ann, ann.publicId(), new ByteArrayInputStream(upload));
    }

    private static InputStream png() {
        return new ByteArrayInputStream(picture("png", 400, 200));
    }

    private OpenedFile seen(String address) {
        return desk.get(Pictures.class).open(address.replaceAll("/pictures/|\\.\\w+$", ""));
    }

    private long kept() throws IOException {
        try (Stream<Path> all = java.nio.file.Files.walk(folder)) {
            return all.filter(java.nio.file.Files::isRegularFile).count();
        }
    }
}
