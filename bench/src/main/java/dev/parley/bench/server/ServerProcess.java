package dev.parley.bench.server;

import dev.parley.bench.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the system tells of one Java process: processor time, memory, live heap. Linux only. */
public record ServerProcess(long pid) {
    private static final long TICK_MICROS = 10_000; // USER_HZ is 100 on every Linux architecture Java runs on
    private static final Pattern HEAP_USED = Pattern.compile("total \\d+K, used (\\d+)K");

    /** Processor time spent since its start, of all threads, user and system, in microseconds (steps of 10,000). */
    public long cpuMicros() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK_MICROS;
    }

    /** Memory that is in RAM now, in bytes. */
    public long residentBytes() throws IOException {
        return statusBytes("VmRSS");
    }

    /** The most memory that was ever in RAM, in bytes. */
    public long peakResidentBytes() throws IOException {
        return statusBytes("VmHWM");
    }

    private long statusBytes(String field) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith(field + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow(() -> new IOException("no " + field));
    }

    /** The heap that is reachable, in bytes: what is used directly after two full collections. */
    public long liveHeapBytes() throws IOException, InterruptedException {
        jcmd("GC.run");
        jcmd("GC.run");
        String info = jcmd("GC.heap_info");
        Matcher used = HEAP_USED.matcher(info);
        long kilobytes = 0;
        while (used.find()) {
            kilobytes += Long.parseLong(used.group(1));
        }
        if (kilobytes == 0) {
            throw new IOException("no heap size in: " + info);
        }
        return kilobytes * 1024;
    }

    /** The classes that hold most of the live heap, as the first lines of the virtual machine's own table. */
    public String largestClasses(int lines) throws IOException, InterruptedException {
        List<String> table = jcmd("GC.class_histogram").lines().toList();
        return String.join("\n", table.subList(0, Math.min(lines + 3, table.size())));
    }

    /** The arguments it was started with. */
    public List<String> arguments() throws IOException {
        return List.of(Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0"));
    }

    /**
     * Gives its threads the priority that a process usually has, all but the compilers', which keep that with which the process began. What
     * lowered it was {@link ParleyServer#yielding}; only root may raise it again.
     */
    public void hurry() throws IOException, InterruptedException {
        // what a thread begets has its priority: whoever was born during the first round is found in the second
        for (int round = 0; round < 2; round++) {
            List<String> command = new ArrayList<>(List.of("renice", "-n", "0", "-p"));
            try (Stream<Path> threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
                threads.filter(thread -> !name(thread).contains("Compiler"))
                        .forEach(thread -> command.add(thread.getFileName().toString()));
            }
            Machine.output(command);
        }
    }

    /** Of a thread, or what names no compiler where it has ended meanwhile. */
    private static String name(Path thread) {
        try {
            return Files.readString(thread.resolve("comm"));
        } catch (IOException e) {
            return "";
        }
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        return Machine.output(List.of(jcmd.toString(), Long.toString(pid), command));
    }
}
