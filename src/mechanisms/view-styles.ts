/** The style of every picture, so that a storyboard has it without script. A mechanism needs no entry in a list for it. */
import.meta.glob('./*/*/view.css', { eager: true });
