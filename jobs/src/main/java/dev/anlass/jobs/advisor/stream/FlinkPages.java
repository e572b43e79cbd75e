package dev.anlass.jobs.advisor.stream;

import dev.anlass.jobs.advisor.Book;
import dev.anlass.jobs.advisor.Standing;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/** The pages of the book of the advisor whose turn it is, in Flink's keyed state. */
final class FlinkPages implements Book.Pages {

    static final MapStateDescriptor<String, byte[]> PAGES =
            new MapStateDescriptor<>("book", Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

    private final MapState<String, byte[]> state;

    FlinkPages(MapState<String, byte[]> state) {
        this.state = state;
    }

    @Override
    public @Nullable Standing find(String actionId) {
        return reading(() -> {
            byte[] bytes = state.get(actionId);
            return bytes == null ? null : StandingCodec.decode(bytes);
        });
    }

    @Override
    public void put(Standing standing) {
        reading(() -> {
            state.put(standing.proposal().actionId(), StandingCodec.encode(standing));
            return null;
        });
    }

    @Override
    public void remove(String actionId) {
        reading(() -> {
            state.remove(actionId);
            return null;
        });
    }

    @Override
    public List<Standing> all() {
        List<Standing> all = new ArrayList<>();
        reading(() -> {
            for (byte[] bytes : state.values()) {
                all.add(StandingCodec.decode(bytes));
            }
            return null;
        });
        return all;
    }

    /** Access to the state, whose failure ends the job. */
    private interface Access {
        @Nullable
        Standing go() throws Exception;
    }

    private static @Nullable Standing reading(Access access) {
        try {
            return access.go();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new FlinkRuntimeException("the book of an advisor cannot be read or written", failure);
        }
    }
}
