package dev.anlass.jobs.demo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.JobSettings;
import dev.anlass.jobs.config.SettingsReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class EmbeddedFlinkTest {

    @Test
    void aPortThatIsTakenIsNamedWithAWayOut() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            JobSettings settings = SettingsReader.ofDefaults().withPorts("0", taken.getLocalPort());

            assertThatThrownBy(() -> EmbeddedFlink.start(settings))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("set web.port, or ANLASS_WEB_PORT, to another one");
        }
    }
}
