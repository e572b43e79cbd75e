package dev.anlass.jobs;

import dev.anlass.jobs.config.CheckpointSettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** The newest complete checkpoint that an earlier run left behind. */
public final class LatestCheckpoint {

    private static final String PREFIX = "chk-";
    private static final String METADATA = "_metadata";

    private LatestCheckpoint() {}

    /** As Flink names it; empty if no run has left any. */
    public static Optional<String> in(CheckpointSettings settings) throws IOException {
        Path directory = new Path(settings.directory());
        FileSystem files = directory.getFileSystem();
        FileStatus newest = null;
        for (FileStatus job : list(files, directory)) {
            for (FileStatus checkpoint : list(files, job.getPath())) {
                Path metadata = new Path(checkpoint.getPath(), METADATA);
                if (checkpoint.getPath().getName().startsWith(PREFIX) && files.exists(metadata)) {
                    FileStatus found = files.getFileStatus(metadata);
                    newest = newest == null || isNewer(found, newest) ? found : newest;
                }
            }
        }
        return Optional.ofNullable(newest)
                .map(metadata -> metadata.getPath().getParent().toString());
    }

    private static boolean isNewer(FileStatus one, FileStatus other) {
        return one.getModificationTime() > other.getModificationTime();
    }

    private static List<FileStatus> list(FileSystem files, Path directory) throws IOException {
        try {
            FileStatus[] found = files.listStatus(directory);
            return found == null
                    ? List.of()
                    : Stream.of(found)
                            .sorted(Comparator.comparing(
                                    status -> status.getPath().getName()))
                            .toList();
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }
}
