package dev.anlass.jobs.demo.city;

import java.util.List;

/**
 * A part of somebody's day that is only written down when its time has come.
 *
 * @param start no event of it is earlier
 * @param story writes it down; the same each time
 */
record Episode(Person person, String name, long start, Story story) {

    /** What happens in an episode. */
    interface Story {
        void tell(Diary diary, long start, Dice dice);
    }

    List<CityEvent> events() {
        Diary diary = new Diary(person, name);
        story.tell(diary, start, person.diceFor(name));
        return diary.events();
    }
}
