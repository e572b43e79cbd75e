package dev.anlass.jobs.operator;

import dev.anlass.jobs.operator.Stoppable.Kind;
import dev.anlass.jobs.state.ByteReader;
import dev.anlass.jobs.state.ByteWriter;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Carries news to every subtask. */
public final class NewsSerializer extends HandSerializer<News> {

    private static final String BUNDLE = "bundle";

    @Override
    protected void write(News news, ByteWriter out) {
        if (news instanceof Announcement announcement) {
            out.text(BUNDLE);
            out.text(announcement.number());
            out.time(announcement.effectiveFrom());
            out.text(announcement.sha256());
        } else if (news instanceof StopChange change) {
            out.text(change.what().kind().name());
            out.text(change.what().name());
        }
    }

    @Override
    protected News read(ByteReader in) {
        String kind = in.text();
        return kind.equals(BUNDLE)
                ? new Announcement(in.text(), in.time(), in.text())
                : new StopChange(new Stoppable(Kind.valueOf(kind), in.text()));
    }

    @Override
    public TypeSerializerSnapshot<News> snapshotConfiguration() {
        return new Snapshot();
    }

    /** The form has no settings. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<News> {
        public Snapshot() {
            super(NewsSerializer::new);
        }
    }
}
