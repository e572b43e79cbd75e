package dev.anlass.jobs.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ActionLineTest {

    @Test
    void anActionSaysWhenWhoWhyAndWhat() throws Exception {
        assertThat(line("""
                        {"type": "action.requested", "subject": "c00042", "time": "2025-11-24T11:31:07Z",
                         "data": {"trigger": "cart-pickup-offer", "action": "pickup-offer", "text": "Dein Atlas wartet."}}
                        """))
                .isEqualTo(
                        "2025-11-24 12:31:07  c00042      cart-pickup-offer           pickup-offer: Dein Atlas wartet.");
    }

    @Test
    void anActionWithoutTextShowsItsPayload() throws Exception {
        assertThat(line("""
                        {"type": "action.requested", "subject": "c1", "time": "2025-11-24T11:31:07Z",
                         "data": {"trigger": "t", "action": "call", "payload": {"amount": 3.5}}}
                        """)).endsWith("call: {\"amount\":3.5}");
    }

    @Test
    void aRevocationSaysWhy() throws Exception {
        assertThat(line("""
                        {"type": "action.revoked", "subject": "c1", "time": "2025-11-24T11:31:07Z",
                         "data": {"trigger": "cart-pickup-offer", "reason": "overtaken"}}
                        """)).endsWith("revoked: overtaken");
    }

    private static String line(String event) throws JsonProcessingException {
        return ActionLine.of(new ObjectMapper().readTree(event), ZoneId.of("Europe/Zurich"));
    }
}
