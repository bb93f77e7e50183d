package dev.parley.bench.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MutationTest {

    @Test
    void the_same_seed_gives_the_same_frames() {
        assertThat(frames(5, 200)).isEqualTo(frames(5, 200)).isNotEqualTo(frames(6, 200));
    }

    @Test
    void nearly_every_frame_differs_and_most_are_not_honest() {
        List<String> frames = frames(1, 2000);

        assertThat(new HashSet<>(frames).size()).isGreaterThan(1500);
        Set<String> honest = new HashSet<>(HonestFrames.of("agent", "c1"));
        assertThat(frames.stream().filter(honest::contains).count()).isLessThan(300);
    }

    private static List<String> frames(long seed, int count) {
        Mutation mutation = new Mutation(HonestFrames.of("agent", "c1"), new Random(seed));
        return Stream.generate(mutation::next).limit(count).toList();
    }
}
