package dev.anlass.jobs.demo.phones;

import com.fasterxml.jackson.databind.JsonNode;
import dev.anlass.jobs.config.ApnsSettings;
import dev.anlass.jobs.config.FcmSettings;
import dev.anlass.jobs.config.PushSettings;
import dev.anlass.jobs.config.Secret;
import dev.anlass.jobs.config.WebPushSettings;
import dev.anlass.jobs.config.WebhookSettings;
import dev.anlass.jobs.push.Device;
import dev.anlass.jobs.push.Platform;
import dev.anlass.jobs.push.Provider;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The providers, and the telephones and browsers that they reach, all on this machine: gives out devices, keeps what
 * arrives, and goes wrong as it is told.
 */
public final class Phones implements AutoCloseable {

    private static final int THREADS = 2;
    private static final int RATE = 1_000_000;
    private static final int IN_FLIGHT = 200;
    private static final String ZONE = "Europe/Berlin";

    private final LocalCertificates certificates;
    private final EventLoopGroup threads;
    private final FcmServer fcm;
    private final ApnsServer apns;
    private final WebPushServer webPush;
    private final WebhookServer webhook;

    /**
     * Starts them.
     *
     * @param directory for keys and certificates; whoever gives it removes it
     */
    public Phones(Path directory, InstantSource clock) throws IOException {
        certificates = LocalCertificates.in(directory);
        threads = new NioEventLoopGroup(THREADS, new DefaultThreadFactory("phones", true));
        fcm = new FcmServer(directory, certificates, threads, clock);
        apns = new ApnsServer(fcm.keys(), certificates, threads, clock);
        webPush = new WebPushServer(fcm.keys(), certificates, threads, clock);
        webhook = new WebhookServer(fcm.keys(), certificates, threads, clock);
    }

    /** With which they are reached. The secret of apps is made anew each time. */
    public PushSettings settings(Duration timeout) {
        ProviderKeys keys = fcm.keys();
        return new PushSettings(
                Set.of("push"),
                "https://shop.example/a/{action_id}",
                new Secret(ProviderKeys.secret()),
                Duration.ofDays(7),
                IN_FLIGHT,
                timeout,
                certificates.authority().toString(),
                new FcmSettings(keys.account().toString(), fcm.address(), RATE),
                new ApnsSettings(
                        keys.apns().toString(),
                        ProviderKeys.APNS_KEY_ID,
                        ProviderKeys.APNS_TEAM_ID,
                        ApnsServer.TOPIC,
                        apns.address(),
                        RATE),
                new WebPushSettings(keys.vapid().toString(), "mailto:push@shop.example", Set.of("localhost"), RATE),
                new WebhookSettings(
                        Set.of("webhook"),
                        webhook.address() + WebhookServer.PATH,
                        new Secret(keys.webhookSecret()),
                        RATE));
    }

    /** What the servers of this machine prove themselves with. */
    public LocalCertificates certificates() {
        return certificates;
    }

    /** A new device that its provider knows. */
    public Device newDevice(Platform platform, String locale) {
        String id = UUID.randomUUID().toString();
        return switch (platform) {
            case ANDROID -> android(fcm.newDevice(), locale);
            case IOS -> new Device(id, platform, apns.newDevice(), null, ApnsServer.TOPIC, locale, ZONE);
            case WEB -> {
                String endpoint = webPush.newDevice();
                yield new Device(id, platform, endpoint, webPush.keys(endpoint), null, locale, ZONE);
            }
        };
    }

    private static Device android(String token, String locale) {
        return new Device(UUID.randomUUID().toString(), Platform.ANDROID, token, null, null, locale, ZONE);
    }

    /** The app is not there any more: its provider says so when it is written to. */
    public void remove(Device device) {
        switch (device.platform()) {
            case ANDROID -> fcm.remove(device.token());
            case IOS -> apns.remove(device.token());
            case WEB -> webPush.remove(device.token());
        }
    }

    /** From now on requests to every provider go wrong like that. */
    public void faults(Faults faults) {
        servers().forEach(server -> server.faults(faults));
    }

    public void outage(Provider provider, Outage outage) throws IOException {
        server(provider).outage(outage);
    }

    /** Everything that a provider accepted, in the order in which it did. */
    public List<Arrived> arrived(Provider provider) {
        return server(provider).arrivals().all();
    }

    public Counts counts(Provider provider) {
        return server(provider).arrivals().counts();
    }

    /** Messages that wait for a browser that is not open, by their topic: the newest one of each, decrypted. */
    public Map<String, JsonNode> waiting(Device browser) {
        return webPush.waiting(browser.token());
    }

    /** The newest request for a message, by the names of its headers. */
    public Map<String, String> lastHeaders(Provider provider) {
        Map<String, String> headers = new TreeMap<>();
        last(provider)
                .headers()
                .forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        return headers;
    }

    /** The newest request for a message; missing if it is no JSON. */
    public JsonNode lastContent(Provider provider) {
        return last(provider).json();
    }

    private Call last(Provider provider) {
        return Objects.requireNonNull(server(provider).last(), "nothing was sent yet");
    }

    /** Of an app that belongs to somebody else. */
    public Device newDeviceOfOthers() {
        return android(fcm.newDeviceOfOthers(), "de");
    }

    /** How FCM gives access to the service account. */
    public FcmAccess access() {
        return fcm.access();
    }

    private ProviderServer server(Provider provider) {
        return servers().stream()
                .filter(server -> server.provider() == provider)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no server stands for " + provider.word()));
    }

    private List<ProviderServer> servers() {
        return List.of(fcm, apns, webPush, webhook);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // its threads are daemons
    public void close() {
        servers().forEach(ProviderServer::close);
        threads.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
