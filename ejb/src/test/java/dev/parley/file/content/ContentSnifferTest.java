package dev.parley.file.content;

import static dev.parley.file.content.Samples.join;
import static dev.parley.file.content.Samples.text;
import static dev.parley.file.content.Samples.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.file.FileKind;
import dev.parley.shared.Invalid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("CHAT-12")
class ContentSnifferTest {
    private static final byte[] SCRIPT = text("<html><script>alert(document.domain)</script></html>");
    private final ContentSniffer sniffer = new ContentSniffer();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void every_kind_is_known_by_its_content(FileKind kind) throws IOException {
        assertThat(type(Samples.of(kind), kind)).isEqualTo(kind.type());
    }

    @ParameterizedTest
    @EnumSource
    void no_kind_passes_under_the_name_of_another(FileKind content) throws IOException {
        Set<FileKind> passed = EnumSet.noneOf(FileKind.class);
        for (FileKind name : FileKind.values()) if (passes(Samples.of(content), name)) passed.add(name);

        assertThat(passed).isEqualTo(sameBytesAs(content));
    }

    /** Text is text whatever its columns mean, and sound and film share MPEG-4's container: neither says more by its bytes. */
    private static Set<FileKind> sameBytesAs(FileKind kind) {
        return switch (kind) {
            case TEXT, CSV -> EnumSet.of(FileKind.TEXT, FileKind.CSV);
            case MP4, M4A -> EnumSet.of(FileKind.MP4, FileKind.M4A);
            default -> EnumSet.of(kind);
        };
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("a page", SCRIPT),
                Arguments.of("a page behind white space", join(text(" \r\n\t"), SCRIPT)),
                Arguments.of(
                        "a page behind a byte order mark",
                        join(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, SCRIPT)),
                Arguments.of("a page in UTF-16", "\uFEFF<html><script>1</script>".getBytes(StandardCharsets.UTF_16LE)),
                Arguments.of("a page behind a comment", join(text("<!-- x -->"), SCRIPT)),
                Arguments.of("a page in capitals", text("<!DOCTYPE HTML><BODY ONLOAD=alert(1)>")),
                Arguments.of("a drawing", text("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")),
                Arguments.of("a drawing with a prologue", text("<?xml version=\"1.0\"?><svg onload=\"alert(1)\"/>")),
                Arguments.of(
                        "XML with entities",
                        text("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>")),
                Arguments.of(
                        "a Windows program",
                        join(text("MZ"), new byte[] {(byte) 0x90, 0, 3, 0, 0, 0}, new byte[120], text("PE\0\0"))),
                Arguments.of(
                        "a Linux program", join(new byte[] {0x7f}, text("ELF"), new byte[] {2, 1, 1}, new byte[60])),
                Arguments.of(
                        "a Java class",
                        join(new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe}, new byte[60])),
                Arguments.of("a shell script", text("#!/bin/sh\nrm -rf ~\n")),
                Arguments.of("a PHP page", text("<?php system($_GET['c']); ?>")),
                Arguments.of("an archive", zip("a.txt")),
                Arguments.of("a Java archive", zip("META-INF/MANIFEST.MF", "A.class")),
                Arguments.of(
                        "a gzip", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0}),
                Arguments.of(
                        "an old Word file",
                        join(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}, new byte[600])),
                Arguments.of("Flash", join(text("FWS"), new byte[] {6}, new byte[40])),
                Arguments.of("nothing but zeros", new byte[512]),
                Arguments.of("a page before a PDF", join(SCRIPT, Samples.of(FileKind.PDF))),
                Arguments.of("a page before a PNG", join(SCRIPT, Samples.of(FileKind.PNG))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void what_runs_or_renders_passes_under_no_name(String what, byte[] content) {
        assertThat(FileKind.values()).noneMatch(kind -> passes(content, kind));
    }

    /** These are pictures and more: they pass as what they are, and are served as a download or drawn anew. */
    @ParameterizedTest
    @EnumSource(names = {"PNG", "JPEG", "GIF", "PDF"})
    void a_page_behind_a_picture_passes_as_nothing_but_the_picture(FileKind kind) {
        byte[] polyglot = join(Samples.of(kind), SCRIPT);

        assertThat(Arrays.stream(FileKind.values()).filter(name -> passes(polyglot, name)))
                .containsExactly(kind);
    }

    @Test
    void office_files_with_macros_are_refused() {
        assertThat(passes(zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), FileKind.DOCX))
                .isFalse();
        assertThat(passes(zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"), FileKind.XLSX))
                .isFalse();
    }

    @Test
    void a_container_that_claims_to_grow_beyond_measure_is_refused_without_being_unpacked() {
        byte[] bomb = zip(
                60 << 20,
                "[Content_Types].xml",
                "word/1",
                "word/2",
                "word/3",
                "word/4",
                "word/5",
                "word/6",
                "word/7",
                "word/8");
        assertThat(bomb.length).isLessThan(1 << 20);

        assertThat(passes(bomb, FileKind.DOCX)).isFalse();
        assertThat(passes(zip(60 << 20, "[Content_Types].xml", "word/document.xml"), FileKind.DOCX))
                .isTrue();
    }

    @Test
    void a_container_of_very_many_parts_is_refused() {
        String[] names = Stream.iterate(0, i -> i + 1)
                .limit(10_001)
                .map(i -> "word/" + i)
                .toArray(String[]::new);
        names[0] = "[Content_Types].xml";

        assertThat(passes(zip(names), FileKind.DOCX)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void no_file_cut_short_at_any_byte_breaks_the_sniffer(FileKind kind) throws IOException {
        byte[] whole = Samples.of(kind);
        for (int length = 1; length < whole.length; length += Math.max(1, whole.length / 97)) {
            passes(Arrays.copyOf(whole, length), kind); // may say yes or no
        }
    }

    @Test
    void what_the_sender_declares_is_heard_only_between_sound_and_film() throws IOException {
        assertThat(type(Samples.of(FileKind.WEBM), FileKind.WEBM, "audio/webm;codecs=opus"))
                .isEqualTo("audio/webm");
        assertThat(type(Samples.of(FileKind.MP4), FileKind.MP4, "audio/mp4")).isEqualTo("audio/mp4");
        assertThat(type(Samples.of(FileKind.PNG), FileKind.PNG, "text/html")).isEqualTo("image/png");
        assertThat(type(Samples.of(FileKind.TEXT), FileKind.TEXT, "audio/x")).isEqualTo("text/plain");
    }

    @Test
    void the_refusal_does_not_say_what_was_found() {
        assertThatThrownBy(() -> type(SCRIPT, FileKind.PNG))
                .isInstanceOf(Invalid.class)
                .hasMessageNotContaining("html");
    }

    @Test
    void text_in_any_ascii_based_encoding_passes() throws IOException {
        assertThat(passes("Grüße\n".getBytes(StandardCharsets.ISO_8859_1), FileKind.TEXT))
                .isTrue();
        assertThat(passes("\uFEFFGrüße\n".getBytes(StandardCharsets.UTF_16LE), FileKind.TEXT))
                .isTrue();
        assertThat(passes(text("\u001b[31mred\u001b[0m\n"), FileKind.TEXT)).isTrue();
        assertThat(passes(text("zero\0byte"), FileKind.TEXT)).isFalse();
        assertThat(passes(join(text("x".repeat(200_000)), new byte[] {7}), FileKind.TEXT))
                .isFalse();
    }

    private boolean passes(byte[] content, FileKind name) {
        try {
            type(content, name);
            return true;
        } catch (Invalid e) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String type(byte[] content, FileKind name) throws IOException {
        return type(content, name, null);
    }

    private String type(byte[] content, FileKind name, String declared) throws IOException {
        return sniffer.typeOf(Files.write(folder.resolve("upload"), content), name, declared);
    }
}
