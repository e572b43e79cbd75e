package dev.anlass.jobs.advisor.sheet;

import dev.anlass.jobs.advisor.AdvisorList;
import dev.anlass.jobs.advisor.Offices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes each list into {@code DIRECTORY/DAY/ADVISOR.csv}, {@code .xlsx} and {@code .html}. A file is there as a whole or not
 * at all, and equal lists give equal files.
 */
public final class ListSheets {

    private final Path directory;
    private final Offices offices;

    /** @param offices knows the names of advisors and branches */
    public ListSheets(Path directory, Offices offices) {
        this.directory = directory;
        this.offices = offices;
    }

    /**
     * Writes the files of a list, over those that are there; they are safe when it returns.
     *
     * @throws UncheckedIOException if a file cannot be written
     */
    public void write(AdvisorList list) {
        Path day = directory.resolve(list.day().toString());
        String name = FileName.of(list.advisor());
        try {
            Files.createDirectories(day);
            write(day.resolve(name + ".csv"), CsvSheet.of(list));
            write(day.resolve(name + ".xlsx"), ExcelSheet.of(list));
            write(day.resolve(name + ".html"), PrintedSheet.of(list, SheetNames.of(list, offices)));
        } catch (IOException e) {
            throw new UncheckedIOException("lists cannot be written into " + day + " (" + e.getMessage() + ")", e);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        Path part = file.resolveSibling("." + UUID.randomUUID() + ".part");
        try {
            try (FileChannel channel =
                    FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(content);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
