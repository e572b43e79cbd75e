package dev.anlass.jobs.push.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.jobs.push.gateway.InAppNews.Posted;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A slow app holds up nobody and costs no more than is set. */
class ConnectionTest {

    private final Network network = new Network();
    private final List<OpenMessage> delivered = new ArrayList<>();
    private final Connection connection = new Connection("anna", now -> true, network, delivered::add);

    /** Takes something when the test says so. */
    private static final class Network extends ServletOutputStream {

        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private boolean isReady;
        private boolean isBroken;

        @Override
        public boolean isReady() {
            return isReady;
        }

        @Override
        public void setWriteListener(WriteListener listener) {}

        @Override
        public void write(int one) throws IOException {
            if (isBroken) {
                throw new IOException("away");
            }
            taken.write(one);
        }

        String text() {
            return taken.toString(StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatWaitsIsWrittenWhenTheNetworkTakesIt() {
        OpenMessage message = message();
        assertThat(connection.send(List.of(Piece.BEGINNING, ServerEvent.message(message))))
                .isTrue();
        assertThat(network.text()).isEmpty();
        assertThat(delivered).isEmpty();
        network.isReady = true;
        connection.onWritePossible();
        assertThat(network.text()).isEqualTo("retry: 3000\n\nid: 0-7\nevent: message\ndata: {}\n\n");
        assertThat(delivered).containsExactly(message);
    }

    @Test
    void whoLagsBehindTooFarIsCutOff() {
        assertThat(connection.send(Collections.nCopies(Connection.MOST_WAITING, Piece.HEARTBEAT)))
                .isTrue();
        assertThat(connection.send(List.of(Piece.HEARTBEAT))).isFalse();
        assertThat(connection.ended()).isCompleted();
        network.isReady = true;
        connection.onWritePossible();
        assertThat(network.text()).isEmpty();
    }

    @Test
    void whoTakesManyAtOnceIsNot() {
        network.isReady = true;
        assertThat(connection.send(Collections.nCopies(5 * Connection.MOST_WAITING, Piece.HEARTBEAT)))
                .isTrue();
        assertThat(connection.ended()).isNotCompleted();
    }

    @Test
    void aBrokenNetworkEndsIt() {
        network.isReady = true;
        network.isBroken = true;
        connection.send(List.of(ServerEvent.message(message())));
        assertThat(connection.ended()).isCompleted();
        assertThat(delivered).isEmpty();
    }

    private static OpenMessage message() {
        return new OpenMessage(new Posted("anna", "a-1", 1, "k", 0, 10, "{}"), new Position(0, 7), 10);
    }
}
