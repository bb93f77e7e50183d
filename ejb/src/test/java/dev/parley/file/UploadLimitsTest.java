package dev.parley.file;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.file.UploadLimits.Place;
import dev.parley.file.domain.StoredFiles.Usage;
import dev.parley.file.domain.Uploader;
import dev.parley.shared.RateLimited;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("CHAT-12")
class UploadLimitsTest {
    private final UploadLimits limits = new UploadLimits();

    @Test
    void somebody_has_three_places_and_gets_each_back() {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < 3; i++) places.add(limits.take(visitor("vera")));
        assertThatThrownBy(() -> limits.take(visitor("vera"))).isInstanceOf(RateLimited.class);
        limits.take(visitor("max")).close();

        places.forEach(Place::close);
        for (int i = 0; i < 100; i++) limits.take(visitor("vera")).close();
    }

    @Test
    void a_node_takes_sixteen_at_once_and_a_refusal_costs_no_place() {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < 16; i++) places.add(limits.take(visitor("v" + i)));
        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(() -> limits.take(visitor("late"))).isInstanceOf(RateLimited.class);
        }
        places.forEach(Place::close);
        for (int i = 0; i < 16; i++) limits.take(visitor("w" + i));
    }

    @ParameterizedTest
    @CsvSource({
        "visitor, 29, 0, 0, true",
        "visitor, 30, 0, 0, false",
        "visitor, 0, 209715199, 0, true",
        "visitor, 0, 209715200, 0, false",
        "visitor, 0, 0, 4294967295, true",
        "visitor, 0, 0, 4294967296, false",
        "agent, 299, 0, 4294967296, true",
        "agent, 300, 0, 0, false",
        "agent, 0, 2147483647, 0, true",
        "agent, 0, 2147483648, 0, false",
    })
    void an_hour_has_its_figures(String kind, long files, long bytes, long visitorBytes, boolean admitted) {
        var uploader = new Uploader(1, kind, "x");
        var usage = new Usage(files, bytes, visitorBytes);
        if (admitted) assertThatCode(() -> limits.admit(uploader, usage)).doesNotThrowAnyException();
        else assertThatThrownBy(() -> limits.admit(uploader, usage)).isInstanceOf(RateLimited.class);
    }

    private static Uploader visitor(String id) {
        return new Uploader(1, "visitor", id);
    }
}
