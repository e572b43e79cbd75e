package dev.anlass.engine.decide;

/** Is told what deciding comes to, in the order in which it is to happen. */
public interface DecisionListener extends GateListener {

    void request(Action action);

    void revoke(Revocation revocation);

    void record(Decision decision);

    /** A held candidate of a trigger vanished before anything was recorded about it. */
    void vanishedUndecided(String trigger);

    /** A held candidate or an unexpired action of a trigger is no longer followed, because there were too many. */
    void pendingGaveWay(String trigger);

    /** The oldest contact is no longer remembered, because there were too many; the newest is one of a trigger. */
    void contactGaveWay(String trigger);
}
