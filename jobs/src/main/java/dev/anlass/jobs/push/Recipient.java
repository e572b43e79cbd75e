package dev.anlass.jobs.push;

import dev.anlass.engine.customer.ConsentRecord;
import dev.anlass.engine.customer.Consents;
import dev.anlass.jobs.push.Parcel.Purpose;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A customer to whom messages go: devices, what was permitted since, what is on its way, what was delivered.
 *
 * <p>Every change says what is to be told of it. Sending is somebody else's: {@link Due} says what may go out, and
 * {@link #answered} hears what came of it.
 */
public final class Recipient {

    /** How many actions of a customer are on their way at most; one more fails. */
    public static final int MAX_OPEN = 64;

    /** The same while it is not known yet which of them were delivered before. */
    public static final int MAX_LEARNED = 4_096;

    /** Of who was not erased. */
    public static final long NEVER = Long.MIN_VALUE;

    private final String customer;
    private final Devices devices;
    private final Map<String, Dispatch> open = new LinkedHashMap<>();
    private final Memory memory;
    private Consents consents = Consents.NONE;
    private long erasedAt = NEVER;
    private boolean isLearning;

    public Recipient(String customer) {
        this(customer, new Devices(List.of(), List.of()), Consents.NONE, List.of(), List.of(), NEVER);
    }

    /** As it was kept. */
    public Recipient(
            String customer,
            Devices devices,
            Consents consents,
            Collection<Known> known,
            Collection<Dispatch> open,
            long erasedAt) {
        this.customer = customer;
        this.erasedAt = erasedAt;
        this.consents = consents;
        this.devices = devices;
        this.memory = new Memory(known);
        open.forEach(one -> this.open.put(one.message().actionId(), one));
    }

    /**
     * Not all that was told before an interruption has been read yet: nothing is given up, and nothing is over, until
     * {@link #goOn}.
     */
    public Recipient learning() {
        isLearning = true;
        return this;
    }

    public String customer() {
        return customer;
    }

    public Devices devices() {
        return devices;
    }

    public Consents consents() {
        return consents;
    }

    public Collection<Known> known() {
        return memory.all();
    }

    public Collection<Dispatch> open() {
        return open.values();
    }

    /** Milliseconds since 1970; {@link #NEVER} if that is long ago, too. */
    public long erasedAt() {
        return erasedAt;
    }

    /** How often something gave way since it was loaded because there was too much of it. */
    public int gaveWay() {
        return memory.gaveWay() + devices.gaveWay();
    }

    /** Where a delivery goes; null if to no device, or to none that is there. */
    public @Nullable Device device(String target) {
        return devices.reachable(target);
    }

    /** Whether nothing has to be kept, but for what is on its way. */
    public boolean keepsNothing() {
        return devices.areNone() && memory.isEmpty() && consents.equals(Consents.NONE) && erasedAt == NEVER;
    }

    /** Whether nothing is kept of the customer, but for an erasure. */
    public boolean knowsNothing() {
        return devices.areNone() && open.isEmpty() && memory.isEmpty() && consents.equals(Consents.NONE);
    }

    /** It has a new device, or one of its devices has a new token. */
    public void registered(Device device) {
        devices.register(device);
    }

    /**
     * A device is the customer's no longer.
     *
     * @param id of the device, or its token
     */
    public List<PushEffect> removed(String id) {
        List<PushEffect> effects = new ArrayList<>();
        for (Device device : devices.named(id)) {
            remove(device, Reason.DEVICE_REMOVED, effects);
        }
        return effects;
    }

    private void remove(Device device, String reason, List<PushEffect> effects) {
        devices.remove(device.id());
        for (Dispatch dispatch : List.copyOf(open.values())) {
            dispatch.cancel(device.id(), reason);
            settle(dispatch, effects);
        }
    }

    /** The customer has permitted or denied something. */
    public void said(ConsentRecord record) {
        consents = consents.with(record);
    }

    /** The customer has said something that cannot be read; null if not even for what purpose. */
    public void saidUnreadably(@Nullable String purpose) {
        consents = consents.blocking(purpose);
    }

    /**
     * Everything is forgotten; what somebody may see is taken back first.
     *
     * @param time of the erasure, in milliseconds since 1970
     */
    public List<PushEffect> erased(long time, Times times) {
        List<PushEffect> effects = new ArrayList<>();
        erasedAt = Math.max(erasedAt, time);
        for (Dispatch dispatch : List.copyOf(open.values())) {
            if (dispatch.shows()) {
                memory.keep(dispatch);
            }
        }
        for (Known one : memory.copy()) {
            Dispatch before = open.get(one.actionId());
            if (before == null || before.shows()) {
                open.remove(one.actionId());
                takeBack(one, one.revision() + 1, times);
                waitFor(before, open.get(one.actionId()));
            }
        }
        memory.clear();
        consents = Consents.NONE;
        devices.leave();
        forgetWhoLeft();
        effects.add(new PushEffect.Erased(customer));
        return effects;
    }

    /** An action is to be delivered. */
    public List<PushEffect> requested(Message message, Routes routes, Times times) {
        List<PushEffect> effects = new ArrayList<>();
        Known before = memory.of(message.actionId());
        Dispatch running = open.get(message.actionId());
        boolean isOld = message.decidedAt() <= erasedAt || (before != null && before.covers(message.revision()));
        if (isOld || (running != null && running.message().revision() >= message.revision())) {
            return effects;
        }
        String refusal = refusal(message, times);
        if (refusal != null && running == null) {
            memory.keep(new Dispatch(message, Purpose.SHOW, List.of(), null));
            effects.add(new PushEffect.Failed(message, refusal));
            return effects;
        }
        // Devices may still be read that were there before.
        List<Delivery> deliveries =
                isLearning ? List.of() : routes.deliveries(message, devices.present(), times.wall());
        Dispatch dispatch = new Dispatch(message, Purpose.SHOW, deliveries, null);
        if (before != null && before.revision() == message.revision()) {
            before.reached().forEach(dispatch::hasReached);
        }
        if (running != null && running.shows()) {
            memory.keep(running);
        }
        waitFor(running, dispatch);
        // It comes after what was asked for since the revision before.
        open.remove(message.actionId());
        open.put(message.actionId(), dispatch);
        settle(dispatch, effects);
        return effects;
    }

    /** What is under way of the one before arrives first. */
    private static void waitFor(@Nullable Dispatch before, @Nullable Dispatch after) {
        if (before != null && after != null) {
            after.waitFor(before);
        }
    }

    private @Nullable String refusal(Message message, Times times) {
        if (isLearning) {
            return open.size() >= MAX_LEARNED ? Reason.TOO_MANY : null;
        } else if (times.now() >= message.expiresAt()) {
            return Reason.EXPIRED;
        }
        return open.size() >= MAX_OPEN ? Reason.TOO_MANY : null;
    }

    /** An action is taken back. */
    public List<PushEffect> revoked(String actionId, long revision, Times times) {
        List<PushEffect> effects = new ArrayList<>();
        Dispatch dispatch = open.get(actionId);
        Known before = memory.of(actionId);
        if (dispatch != null && dispatch.shows() && dispatch.message().revision() < revision) {
            dispatch.revoke(revision, Reason.REVOKED);
            settle(dispatch, effects, times);
        } else if (dispatch == null && before != null && before.revision() < revision) {
            takeBack(before, revision, times);
        }
        return effects;
    }

    /** What is due is handed over. */
    public Handover handOver(Due due) {
        Delivery before = due.delivery();
        due.dispatch().put(before.handedOver());
        Device device = devices.reachable(before.target());
        Message message = due.dispatch().message();
        return new Handover(
                customer,
                message.actionId(),
                message.revision(),
                before.target(),
                before.provider(),
                due.dispatch().purpose(),
                before.attempts() + 1,
                before.mayHaveArrived(),
                device == null ? null : device.token());
    }

    /** A provider has said something to what was handed over to it. */
    public List<PushEffect> answered(Handover handed, Answer answer, Times times) {
        List<PushEffect> effects = new ArrayList<>();
        Dispatch dispatch = open.get(handed.actionId());
        Delivery delivery = dispatch == null || dispatch.message().revision() != handed.revision()
                ? null
                : dispatch.to(handed.target());
        if (dispatch != null && dispatch.message().revision() > handed.revision()) {
            dispatch.waitNoMore(handed.target(), times.wall());
        }
        if (dispatch != null && delivery != null && delivery.state() == Delivery.State.UNDER_WAY) {
            if (!dispatch.shows() && answer instanceof Answer.Accepted) {
                memory.takenBack(handed.actionId(), handed.target());
            }
            dispatch.put(after(delivery, dispatch, answer, times));
            if (dispatch.shows()
                    && delivery.provider() != Provider.IN_APP
                    && answer instanceof Answer.Accepted accepted) {
                effects.add(new PushEffect.Delivered(
                        dispatch.message(),
                        delivery.target(),
                        delivery.provider(),
                        accepted.messageId(),
                        delivery.attempts()));
            }
        }
        Device device = devices.present(handed.target());
        if (answer instanceof Answer.Gone gone
                && device != null
                && device.token().equals(handed.token())) {
            effects.add(new PushEffect.Removed(customer, device, gone.reason()));
            remove(device, gone.reason(), effects);
        }
        if (dispatch != null) {
            settle(dispatch, effects, times);
        }
        return effects;
    }

    private static Delivery after(Delivery delivery, Dispatch dispatch, Answer answer, Times times) {
        if (answer instanceof Answer.Accepted) {
            return delivery.provider() == Provider.IN_APP && dispatch.shows()
                    ? delivery.posted()
                    : delivery.delivered();
        } else if (answer instanceof Answer.Refused refused) {
            return delivery.failed(refused.reason());
        } else if (answer instanceof Answer.Gone gone) {
            return delivery.failed(gone.reason());
        }
        boolean isUnclear = answer instanceof Answer.Unclear;
        long asked = answer instanceof Answer.Busy busy ? busy.afterMillis() : 0;
        String what = dispatch.message().actionId() + delivery.target();
        Delivery waiting =
                delivery.waiting(times.wall() + Math.max(asked, BackOff.millis(what, delivery.attempts())), isUnclear);
        return dispatch.isRevoked() ? waiting.failed(Reason.REVOKED) : waiting;
    }

    /**
     * The events say that an action was delivered: to an open app, or by this job before it was interrupted.
     *
     * @param remembered with the target that it reached
     */
    public List<PushEffect> delivered(Known remembered) {
        List<PushEffect> effects = new ArrayList<>();
        Dispatch dispatch = open.get(remembered.actionId());
        if (dispatch != null && dispatch.shows() && dispatch.message().revision() == remembered.revision()) {
            remembered.reached().forEach(dispatch::hasReached);
            settle(dispatch, effects);
            return effects;
        }
        memory.delivered(remembered);
        return effects;
    }

    /** The events say that this job gave an action up before it was interrupted. */
    public void failed(Known remembered) {
        Dispatch dispatch = open.get(remembered.actionId());
        if (dispatch != null && dispatch.shows() && dispatch.message().revision() <= remembered.revision()) {
            open.remove(remembered.actionId());
        }
        memory.failed(remembered);
    }

    /**
     * All that was told before is known: what was under way when the job was interrupted may have arrived, and is handed
     * over again.
     */
    public List<PushEffect> goOn(Routes routes, Times times) {
        List<PushEffect> effects = new ArrayList<>();
        isLearning = false;
        for (Dispatch dispatch : List.copyOf(open.values())) {
            if (dispatch.deliveries().isEmpty()) {
                dispatch.route(routes.deliveries(dispatch.message(), devices.present(), times.wall()));
            }
            dispatch.goOn();
            settle(dispatch, effects, times);
        }
        return effects;
    }

    /** What expired is over, what expired long ago is forgotten. */
    public List<PushEffect> passed(Times times) {
        List<PushEffect> effects = new ArrayList<>();
        for (Dispatch dispatch : List.copyOf(open.values())) {
            if (!isLearning && dispatch.message().expiresAt() <= times.now()) {
                dispatch.end(dispatch.shows() && onlyPosted(dispatch) ? Reason.NO_DEVICE : Reason.EXPIRED);
                settle(dispatch, effects);
            }
        }
        memory.forget(times.now());
        if (erasedAt != NEVER && erasedAt + Known.AFTER_EXPIRY_MILLIS <= times.now()) {
            erasedAt = NEVER;
        }
        forgetWhoLeft();
        return effects;
    }

    private void forgetWhoLeft() {
        if (!devices.leaving().isEmpty()) {
            Set<String> needed = new TreeSet<>();
            open.values().forEach(dispatch -> dispatch.deliveries().forEach(delivery -> needed.add(delivery.target())));
            devices.forgetLeftBut(needed);
        }
    }

    private static boolean onlyPosted(Dispatch dispatch) {
        return dispatch.deliveries().stream().allMatch(delivery -> delivery.state() == Delivery.State.POSTED);
    }

    /** What may not go out any more is given up. */
    public List<PushEffect> checked(LastCheck check, Times times) {
        List<PushEffect> effects = new ArrayList<>();
        for (Dispatch dispatch : List.copyOf(open.values())) {
            String denial = dispatch.shows() ? check.denial(dispatch.message(), consents, times.now()) : null;
            if (denial != null && !dispatch.isRevoked()) {
                dispatch.revoke(dispatch.message().revision() + 1, denial);
                settle(dispatch, effects, times);
            }
            if (dispatch.cancelUnless(devices::canTake, Reason.DEVICE_REMOVED)) {
                settle(dispatch, effects, times);
            }
        }
        return effects;
    }

    private void settle(Dispatch dispatch, List<PushEffect> effects, Times times) {
        settle(dispatch, effects);
        Known closed = memory.of(dispatch.message().actionId());
        Dispatch.Revoked revoked = dispatch.revoked();
        if (!open.containsKey(dispatch.message().actionId()) && revoked != null && closed != null) {
            takeBack(closed, revoked.revision(), times);
        }
    }

    private void settle(Dispatch dispatch, List<PushEffect> effects) {
        String actionId = dispatch.message().actionId();
        if (isLearning || open.get(actionId) != dispatch || !dispatch.isOver()) {
            return;
        }
        open.remove(actionId);
        if (dispatch.shows()) {
            memory.keep(dispatch);
            if (!dispatch.hasArrived()) {
                effects.add(new PushEffect.Failed(dispatch.message(), dispatch.failure()));
            }
        }
    }

    private void takeBack(Known shown, long revision, Times times) {
        memory.keep(shown.closedBy(revision));
        Dispatch dispatch = TakeBack.of(shown, customer, revision, devices, times);
        if (!dispatch.deliveries().isEmpty() && times.now() < shown.expiresAt()) {
            open.put(shown.actionId(), dispatch);
        }
    }
}
