package dev.anlass.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anlass.engine.decide.Decision;
import dev.anlass.engine.decide.Decision.Outcome;
import dev.anlass.engine.decide.Reading;
import dev.anlass.engine.event.Decoded;
import dev.anlass.engine.explain.Chapter;
import dev.anlass.engine.explain.Narration;
import dev.anlass.engine.explain.Story;
import dev.anlass.engine.explain.StoryData;
import dev.anlass.engine.explain.StoryTeller;
import dev.anlass.engine.explain.Told;
import dev.anlass.engine.match.Chain;
import dev.anlass.engine.match.Happening;
import dev.anlass.engine.step.CustomerState;
import dev.anlass.engine.step.Effect;
import dev.anlass.engine.step.Emission;
import dev.anlass.engine.step.Population;
import dev.anlass.engine.step.Program;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a story tells is what was decided, in random worlds.
 *
 * <p>{@code -Dstory.seeds=N} runs more worlds.
 */
class StoryTest {

    private static final long GRACE_MILLIS = 5_000;
    private static final long SEEDS = Long.getLong("story.seeds", 300);

    /** Reasons that are found without the gates. */
    private static final Set<String> BEFORE_THE_GATES = Set.of("overtaken", "revoked", "erased");

    /** One customer of a world, followed by a story teller, and what came out for them. */
    private record Followed(List<Effect> effects, Story story, CustomerState state) {}

    static Stream<Long> seeds() {
        return LongStream.range(0, SEEDS).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aStoryTellsWhatWasDecidedAndHow(long seed) {
        World world = World.of(seed);
        Program program = world.rules().program(world.settings());
        Population everybody = new Population(program, GRACE_MILLIS);
        List<Emission> all = fed(world, program, everybody);
        for (String customer : customers(world)) {
            Followed followed = follow(world, customer);
            if (isClockTheSame(all, customer)) {
                assertThat(followed.effects()).isEqualTo(of(all, customer));
                assertThat(followed.state().stored())
                        .as("what is remembered does not depend on who listens")
                        .isEqualTo(remembered(everybody, customer).stored());
            }
            eachDecisionIsExplained(followed);
            eachChainEndsOnce(followed);
            assertThat(Narration.of(followed.story())).isNotEmpty();
            assertThat(StoryData.of(followed.story())).containsKey("chapters");
        }
    }

    /** An event of somebody else that is rejected as one too many lets time pass only where they are not stepped. */
    private static boolean isClockTheSame(List<Emission> all, String customer) {
        return all.stream()
                .filter(emission -> !emission.customer().equals(customer))
                .noneMatch(emission -> emission.effect() instanceof Effect.Reject);
    }

    private static Followed follow(World world, String customer) {
        Program program = world.rules().program(world.settings());
        StoryTeller teller = new StoryTeller();
        Population population = Population.following(program, GRACE_MILLIS, customer, teller);
        List<Effect> effects = of(fed(world, program, population), customer);
        CustomerState state = remembered(population, customer);
        return new Followed(effects, teller.story(program, state, population.newestAccepted()), state);
    }

    private static CustomerState remembered(Population population, String customer) {
        return Objects.requireNonNullElse(population.state(customer), CustomerState.fresh(customer));
    }

    private static List<Emission> fed(World world, Program program, Population population) {
        List<Emission> emissions = new ArrayList<>();
        for (String line : world.lines()) {
            Decoded decoded = program.decoder().decode(line.getBytes(StandardCharsets.UTF_8), null);
            emissions.addAll(population.accept(decoded));
        }
        emissions.addAll(population.passTo(population.newestAccepted() + 7_200_000));
        return emissions;
    }

    private static Set<String> customers(World world) {
        Program program = world.rules().program(world.settings());
        Set<String> customers = new TreeSet<>();
        for (String line : world.lines()) {
            if (program.decoder().decode(line.getBytes(StandardCharsets.UTF_8), null)
                    instanceof Decoded.Accepted accepted) {
                customers.add(accepted.event().customer());
            }
        }
        return customers;
    }

    /** What is counted has no part in a story. */
    private static List<Effect> of(List<Emission> emissions, String customer) {
        return emissions.stream()
                .filter(emission -> emission.customer().equals(customer))
                .map(Emission::effect)
                .toList();
    }

    private static void eachDecisionIsExplained(Followed followed) {
        List<Effect> said = new ArrayList<>();
        for (Chapter chapter : followed.story().chapters()) {
            Told.Examined last = null;
            for (Told told : chapter.told()) {
                if (told instanceof Told.Examined examined) {
                    last = examined;
                } else if (told instanceof Told.Said each) {
                    said.add(each.effect());
                    if (each.effect() instanceof Effect.Record record) {
                        isExplained(record.decision(), last);
                    }
                }
            }
        }
        assertThat(said)
                .containsExactlyInAnyOrderElementsOf(followed.effects().stream()
                        .filter(effect -> !(effect instanceof Effect.Count))
                        .toList());
    }

    private static void isExplained(Decision decision, Told.Examined examined) {
        boolean met = examined != null && examined.examination().matchId().equals(decision.matchId());
        if (decision.outcome() == Outcome.EMITTED) {
            assertThat(met).as("%s has its gates", decision).isTrue();
            assertThat(examined.readings()).as("%s", decision).isNotEmpty().allMatch(StoryTest::passes);
        } else if (met && !BEFORE_THE_GATES.contains(decision.reason())) {
            String reason = "shadow".equals(decision.reason()) ? decision.would() : decision.reason();
            boolean isReading =
                    reason != null && !Set.of("emitted", "held").contains(reason) && !reason.startsWith("outranked");
            if (isReading) {
                assertThat(lastRefusal(examined)).as("%s", decision).isEqualTo(reason);
            }
        } else if (decision.outcome() == Outcome.REFUSED && decision.revision() == 1) {
            boolean needsNone = BEFORE_THE_GATES.contains(decision.reason())
                    || Set.of("inactive", "no_consent", "consent_withdrawn").contains(decision.reason());
            assertThat(needsNone).as("%s has its gates", decision).isTrue();
        }
    }

    private static String lastRefusal(Told.Examined examined) {
        return examined.readings().stream()
                .map(Reading::reason)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElse("");
    }

    private static boolean passes(Reading reading) {
        return reading.reason() == null && !reading.isHeld();
    }

    /** Opened, moved and ended, the chains that are left are those of the state. */
    private static void eachChainEndsOnce(Followed followed) {
        Set<List<Object>> open = new HashSet<>();
        for (Chapter chapter : followed.story().chapters()) {
            for (Told told : chapter.told()) {
                if (told instanceof Told.Happened happened) {
                    follow(happened.happening(), open);
                }
            }
        }
        Set<List<Object>> left = new HashSet<>();
        followed.state().facts().chains().byTrigger().forEach((trigger, chains) -> chains.chains()
                .forEach(chain -> left.add(name(trigger, chain, chain.level()))));
        assertThat(open).isEqualTo(left);
    }

    private static void follow(Happening happening, Set<List<Object>> open) {
        if (happening instanceof Happening.Opened opened) {
            assertThat(open.add(name(opened.trigger(), opened.chain(), 1)))
                    .as("%s", opened)
                    .isTrue();
        } else if (happening instanceof Happening.MovedUp moved) {
            int level = moved.chain().level();
            assertThat(open.remove(name(moved.trigger(), moved.chain(), level - 1)))
                    .as("%s", moved)
                    .isTrue();
            assertThat(open.add(name(moved.trigger(), moved.chain(), level)))
                    .as("%s", moved)
                    .isTrue();
        } else if (happening instanceof Happening.Rebound rebound) {
            assertThat(open)
                    .contains(name(
                            rebound.trigger(), rebound.chain(), rebound.chain().level()));
        } else if (happening instanceof Happening.Ended ended) {
            assertThat(open.remove(
                            name(ended.trigger(), ended.chain(), ended.chain().level())))
                    .as("%s", ended)
                    .isTrue();
        }
    }

    private static List<Object> name(String trigger, Chain chain, int level) {
        return List.of(trigger, chain.key(), level);
    }
}
