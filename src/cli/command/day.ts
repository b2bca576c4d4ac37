/** The day on which a command is called, `2026-11-20`, everywhere the same: in UTC. Nothing that is built asks for it. */
export const today = (): string => new Date().toISOString().slice(0, 10);
