/** The topic of a rule: the part of its id between the name of the system and its own, in words. */
export const topicOf = (id: string): string => (id.split('.')[1] ?? '').replaceAll('-', ' ');
