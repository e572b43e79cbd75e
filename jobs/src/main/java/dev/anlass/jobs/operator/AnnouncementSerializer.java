package dev.anlass.jobs.operator;

import dev.anlass.jobs.state.ByteReader;
import dev.anlass.jobs.state.ByteWriter;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Carries announcements to every subtask. */
public final class AnnouncementSerializer extends HandSerializer<Announcement> {

    @Override
    void write(Announcement announcement, ByteWriter out) {
        out.text(announcement.number());
        out.time(announcement.effectiveFrom());
        out.text(announcement.sha256());
    }

    @Override
    Announcement read(ByteReader in) {
        return new Announcement(in.text(), in.time(), in.text());
    }

    @Override
    public TypeSerializerSnapshot<Announcement> snapshotConfiguration() {
        return new Snapshot();
    }

    /** The form has no settings. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Announcement> {
        public Snapshot() {
            super(AnnouncementSerializer::new);
        }
    }
}
