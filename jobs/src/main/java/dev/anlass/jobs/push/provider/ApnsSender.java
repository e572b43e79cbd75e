package dev.anlass.jobs.push.provider;

import com.eatthepath.pushy.apns.PushNotificationResponse;
import com.eatthepath.pushy.apns.auth.ApnsSigningKey;
import dev.anlass.jobs.config.ApnsSettings;
import dev.anlass.jobs.config.CannotStart;
import dev.anlass.jobs.config.PushSettings;
import dev.anlass.jobs.push.Answer;
import dev.anlass.jobs.push.Parcel;
import dev.anlass.jobs.push.Sender;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hands parcels to the Apple Push Notification service, with tokens that a key of the team signs. */
final class ApnsSender implements Sender {

    private static final Set<String> GONE = Set.of("Unregistered", "ExpiredToken", "BadDeviceToken");
    private static final Set<String> OUR_TOKEN = Set.of("ExpiredProviderToken", "TooManyProviderTokenUpdates");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{1,40}");
    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private final ApnsConnection connection;
    private final ExecutorService thread = DaemonThreads.pool("push-apns-messages", 1);
    private final String topic;
    private final InstantSource clock;

    ApnsSender(PushSettings settings, Trust trust, InstantSource clock) {
        ApnsSettings apns = settings.apns();
        connection = new ApnsConnection(settings, key(apns), address(apns.address()), trust);
        topic = apns.topic();
        this.clock = clock;
    }

    private static ApnsSigningKey key(ApnsSettings settings) {
        if (settings.keyId().isEmpty() || settings.teamId().isEmpty()) {
            throw new CannotStart("APNs needs to know whose key it is: set push.apns.key_id and push.apns.team_id");
        }
        KeyFile file = new KeyFile(
                "push.apns.key",
                Path.of(settings.key()),
                "Give the .p8 file that Apple offers once, when the key is made");
        try {
            return new ApnsSigningKey(settings.keyId(), settings.teamId(), file.privateKey());
        } catch (GeneralSecurityException unusable) {
            throw file.isWrong("has a key that cannot sign");
        }
    }

    private static URI address(String text) {
        try {
            URI address = URI.create(text);
            if ("https".equals(address.getScheme()) && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException noAddress) {
            throw cannotUse();
        }
        throw cannotUse();
    }

    private static CannotStart cannotUse() {
        return new CannotStart(
                "push.apns.address is no address that can be used: give one such as" + " https://api.push.apple.com");
    }

    @Override
    public CompletableFuture<Answer> send(Parcel parcel) {
        try {
            return CompletableFuture.supplyAsync(() -> new ApnsMessage(parcel, topic, clock.instant()), thread)
                    .thenCompose(this::handOver)
                    .exceptionally(NoReply::to);
        } catch (RuntimeException closed) {
            return CompletableFuture.completedFuture(NoReply.to(closed));
        }
    }

    private CompletableFuture<Answer> handOver(ApnsMessage message) {
        return connection
                .send(message)
                .handle((response, failure) -> response != null ? read(response) : unanswered(message, failure));
    }

    /** What was never written may be sent again. */
    private static Answer unanswered(ApnsMessage message, @Nullable Throwable failure) {
        if (message.giveUp()) {
            return new Answer.Busy(NoReply.CANNOT_CONNECT, 0);
        }
        Answer answer = failure == null ? new Answer.Unclear("timeout") : NoReply.to(failure);
        return answer instanceof Answer.Unclear ? answer : new Answer.Unclear("connection_broken");
    }

    private static Answer read(PushNotificationResponse<ApnsMessage> response) {
        int status = response.getStatusCode();
        if (response.isAccepted()) {
            return new Answer.Accepted(String.valueOf(response.getApnsId()));
        }
        String theirs = response.getRejectionReason().orElse("");
        String reason = reason(theirs, status);
        if (status == 410 || GONE.contains(theirs)) {
            return new Answer.Gone(reason);
        }
        return status == 429 || status >= 500 || OUR_TOKEN.contains(theirs)
                ? new Answer.Busy(reason, 0)
                : new Answer.Refused(reason);
    }

    private static String reason(String theirs, int status) {
        if (theirs.equals("PayloadTooLarge")) {
            return "too_large";
        }
        return WORD.matcher(theirs).matches()
                ? WORD_START.matcher(theirs).replaceAll("_").toLowerCase(Locale.ROOT)
                : "status_" + status;
    }

    @Override
    public void close() {
        thread.shutdown();
        connection.close();
    }
}
